"""The answers whose facts a change touches, found as its rows are journalled: none is forgotten.

And the themes that such answers had, because the rows that said so may be gone.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from dailycontact.store.looking import Look

BLOCK = 2_000
"""Answers that are read at once."""

_NAMES_AN_ANSWER = {
    "answer": "id",
    "sharing": "answer_id",
    "action_answer": "answer_id",
    "finish_answer": "answer_id",
    "telling": "answer_id",
    "reading": "answer_id",
}
"""The tables whose rows are facts about one answer, and the column that names it."""

_LEADS_TO_ANSWERS = {
    "action": (("owner_id", "owned_on"), "SELECT answer_id FROM action_answer WHERE action_id"),
    "customer": (("leader_id",), "SELECT id FROM answer WHERE customer_id"),
}
"""The columns of other tables that matter to answers, and how these answers are found."""


class Touched:
    """The answers whose facts a change has touched so far."""

    def __init__(self) -> None:
        self.themes: set[int] = set()
        self._answers: set[int] = set()
        self._through: dict[str, set[int]] = {}

    def note(
        self,
        table: str,
        row_id: int,
        before: Mapping[str, Any] | None,
        after: Mapping[str, Any] | None,
    ) -> None:
        """Remember what a row before and after says of answers; most say nothing."""
        if table in _NAMES_AN_ANSWER:
            column = _NAMES_AN_ANSWER[table]
            self._answers |= {row[column] for row in (before, after) if row}
            said = [row.get("theme_id") for row in (before, after) if row]
            self.themes |= {theme_id for theme_id in said if theme_id is not None}
        elif table in _LEADS_TO_ANSWERS and before and after:
            columns, _ = _LEADS_TO_ANSWERS[table]
            if any(before.get(column) != after.get(column) for column in columns):
                self._through.setdefault(table, set()).add(row_id)

    def taken(self, look: Look) -> set[int]:
        """Return the ids of the answers, and forget them."""
        found = self._answers
        for table, ids in self._through.items():
            _, sql = _LEADS_TO_ANSWERS[table]
            for some in in_blocks(ids):
                listed, values = look.listing(some)
                found |= {row[0] for row in look.tuples(f"{sql} IN ({listed})", **values)}
        self._answers, self._through = set(), {}
        return found


def in_blocks(ids: Iterable[int]) -> Iterator[list[int]]:
    """Yield the ids in order, so many at once that one question can name them."""
    every = iter(sorted(ids))
    while block := list(islice(every, BLOCK)):
        yield block
