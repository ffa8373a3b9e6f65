"""Books of one year and of ten, with the same customers and the same last year.

What is older than some weeks has ended, and everybody was told; so that the same waits in both, and
a week's report has the same to say.
"""

import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path

from benchmarks.books import TODAY
from benchmarks.ledgers import Ledger, make_book

A_YEAR = 25_000
"""Answers in each year: a hundred a day, of which a week's report is full."""
CUSTOMERS = 5_000
STILL_OPEN = timedelta(weeks=4)
"""What was said since then is in every stage; what is older has ended."""

ALREADY = 1_000
"""Events that the founding of a book may have written."""
AFTER = json.dumps(
    {"kind": "suggestion", "recorded_at": "2026-11-23T09:12:00.000000Z", "words": "w" * 90}
)
"""A row as the journal keeps it, as long as most are."""


class Years(Ledger):
    """Everything that was said in some years by the same customers, and nearly all of it ended."""

    def __init__(self, years: int, days: Sequence[date]) -> None:
        super().__init__(years * A_YEAR, days)
        self.customers = CUSTOMERS
        self.stages = [
            stage if self._day(number) > TODAY - STILL_OPEN else "finished"
            for number, stage in enumerate(self.stages)
        ]

    def tell(self) -> None:
        """Make up everything, and a journal of it: an event for each call, with three rows."""
        super().tell()
        said = self.rows["answer"].columns
        events, lines = self.rows["event"], self.rows["event_row"]
        events.count = lines.count = ALREADY
        for answer, recorded_at in zip(said["id"], said["recorded_at"], strict=True):
            event = events.add(
                recorded_at=recorded_at, leader_id=1, command="log", summary="called"
            )
            for table in ("call", "rhythm_fact", "answer"):
                lines.add(
                    event_id=event, table_name=table, first_id=answer, last_id=answer,
                    after=AFTER,
                )  # fmt: skip

    def _finish(self, action: int, answers: Iterable[int], day: date) -> None:
        """End an action, and tell everybody who asked for it."""
        finish = self.rows["finish"].add(
            action_id=action, number=1, say="It is seen to, as you wished", leader_id=1,
            how="done", day=day.isoformat(), recorded_at=f"{day.isoformat()}T09:20:00.000000Z",
        )  # fmt: skip
        for answer in answers:
            self.rows["finish_answer"].add(finish_id=finish, answer_id=answer)
            self.rows["telling"].add(
                finish_id=finish, answer_id=answer, how="told", channel="phone", leader_id=1,
                reaction="pleased", day=day.isoformat(),
                recorded_at=f"{day.isoformat()}T15:20:00.000000Z",
            )  # fmt: skip


def make_years(path: Path, years: int) -> Path:
    """Make the book of so many years at `path`; return the path."""
    return make_book(path, lambda days: Years(years, days), since=timedelta(days=365 * years))


if __name__ == "__main__":
    make_years(Path(sys.argv[1]), int(sys.argv[2]))
