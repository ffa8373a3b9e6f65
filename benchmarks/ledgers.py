"""Books with any number of answers, up to a quarter of a million, of the same shape.

Two years of answers about thirty themes, in every stage, with actions that several customers asked
for. Written table by table through the store's own columns; where each answer stands is derived by
the store's own pass over the facts, so that the book is as the program would have left it.
"""

import random
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.books import COMPANIES, FIRST, LAST, NOW, TODAY
from dailycontact.core.naming import fold
from dailycontact.store import calendar, indexes, ledger, rhythms
from dailycontact.store.book import Book
from dailycontact.store.changing import Change
from dailycontact.store.founding import found

SEED = "ledger"
LEADERS, TEAM = 3, 12
THEMES = 30
BEAT = 63
YEARS = timedelta(days=2 * 365)
EACH = 5
"""Answers that each customer gave."""
ASKERS = (1, 1, 2, 3, 4, 8)
"""How many asked for one action."""
KINDS, SAID = ("suggestion", "praise", "nothing"), (67, 25, 8)
STAGES = ("heard", "shared", "looking", "acting", "finished")
SHARES = (5, 12, 5, 18, 60)
"""How many of a hundred wishes are in each stage; of what is finished, most were told."""
TOLD, REOPENED, DECLINED, READ, URGENT = 0.4, 0.02, 0.15, 0.8, 0.01
"""Who was not told when it was done, was told in the next call, where there was one since."""
PROMISES = 25
TABLES = (
    *("phone", "call", "rhythm_fact", "answer", "sharing", "reading", "action", "action_answer"),
    *("finish", "finish_answer", "telling", "progress", "event", "event_row"),
)
WORDS = (
    *("invoice", "café", "delivery", "morning", "driver", "phone", "price", "website", "box"),
    *("plastic", "order", "Sunday", "crate", "sugar", "milk", "van", "freezer", "bell", "shop"),
    *("address", "text", "hour", "sack", "cup", "note", "French", "branch", "accountant", "key"),
    *("gate", "winter", "minute", "story", "person", "day", "week", "bill", "name", "lunch"),
)
RINGS = (
    "every",
    "our",
    "your",
    "before",
    "after",
    "never",
    "always",
    "the",
    "a",
    "with",
    "without",
)


class Rows:
    """Rows of one table, column by column, until they are written."""

    def __init__(self) -> None:
        self.columns: dict[str, list[Any]] = defaultdict(list)
        self.count = 0

    def add(self, **values: Any) -> int:  # noqa: ANN401 - a column is anything
        """Add a row, with the next id; return the id."""
        self.count += 1
        for name, value in {"id": self.count, **values}.items():
            self.columns[name].append(value)
        return self.count


class Ledger:
    """Everything that was said and done, as it is made up."""

    def __init__(self, answers: int, days: Sequence[date]) -> None:
        self.luck = random.Random(SEED)  # noqa: S311 - a book, not a secret
        self.answers = answers
        self.customers = max(1, answers // EACH)
        self.days = days
        self.rows: dict[str, Rows] = defaultdict(Rows)
        self.alike: dict[tuple[int, str], list[tuple[int, date]]] = defaultdict(list)
        weights = [1 / (place + 2) for place in range(THEMES)]
        self.themes = self.luck.choices(range(1, THEMES + 1), weights, k=answers)
        self.stages = self.luck.choices(STAGES, SHARES, k=answers)
        self.kinds = self.luck.choices(KINDS, SAID, k=answers)

    def tell(self) -> None:
        """Make up everything, in the order of the days."""
        for number in range(self.answers):
            self._said(number)
        for (theme, stage), askers in self.alike.items():
            self._act(theme, stage, askers)

    def _said(self, number: int) -> None:
        day = self._day(number)
        whom, leader = number % self.customers + 1, number % LEADERS + 1
        call = self._called(whom, leader, day, turn=number // self.customers + 1)
        kind, theme, stage = self.kinds[number], self.themes[number], self.stages[number]
        answer = self.rows["answer"].add(
            customer_id=whom, leader_id=leader, call_id=call, kind=kind,
            verbatim="" if kind == "nothing" else self._words(theme),
            consent=self.luck.choice(("name", "words", "words")), day=day.isoformat(),
            recorded_at=_at(day), urgent=int(self.luck.random() < URGENT), private=0,
        )  # fmt: skip
        if stage != "heard":
            self.rows["sharing"].add(
                answer_id=answer, leader_id=leader, place="team meeting", day=day.isoformat(),
                recorded_at=_at(day, 11), edition="team",
            )  # fmt: skip
        if kind != "suggestion":
            return
        if self.luck.random() < READ:
            self.rows["reading"].add(
                answer_id=answer, theme_id=theme, leader_id=leader, day=day.isoformat(),
                recorded_at=_at(day, 12),
            )  # fmt: skip
        if stage in ("looking", "acting", "finished"):
            self._asked(answer, theme, stage, day)

    def _day(self, number: int) -> date:
        return self.days[number * len(self.days) // self.answers]

    def _last_call(self, answer: int) -> date:
        """Return the day on which the customer of an answer was last spoken to."""
        left = self.answers - answer
        return self._day(answer - 1 + left // self.customers * self.customers)

    def _called(self, whom: int, leader: int, day: date, *, turn: int) -> int:
        self.rows["rhythm_fact"].add(
            customer_id=whom, day=day.isoformat(), number=turn, what="conversation", cadence=BEAT,
            luck=self.luck.random(), waits=0,
        )  # fmt: skip
        return self.rows["call"].add(
            customer_id=whom, leader_id=leader, day=day.isoformat(), recorded_at=_at(day),
            outcome="reached",
        )  # fmt: skip

    def _words(self, theme: int) -> str:
        """Return a sentence in which the words of the theme come up more often than others."""
        about = [WORDS[(theme + place) % len(WORDS)] for place in range(4)]
        chosen = self.luck.choices((*about, *about, *WORDS), k=6)
        said = " ".join(f"{self.luck.choice(RINGS)} {word}" for word in chosen)
        return f"{said[0].upper()}{said[1:]}."

    def _asked(self, answer: int, theme: int, stage: str, day: date) -> None:
        """Keep an answer beside the others that are alike, and act when there are enough."""
        waiting = self.alike[theme, stage]
        waiting.append((answer, day))
        if len(waiting) >= self.luck.choice(ASKERS):
            self._act(theme, stage, waiting)
            waiting.clear()

    def _act(self, theme: int, stage: str, askers: Sequence[tuple[int, date]]) -> None:
        if not askers:
            return
        day = _later(askers[-1][1], 3)
        owner = None if stage == "looking" else self.luck.randint(1, LEADERS + TEAM)
        action = self.rows["action"].add(
            title=f"See to {WORDS[theme % len(WORDS)]}", owner_id=owner, leader_id=1,
            due_on=_later(day, 30).isoformat(), day=day.isoformat(), recorded_at=_at(day),
            owned_on=owner and day.isoformat(),
        )  # fmt: skip
        for answer, _ in askers:
            self.rows["action_answer"].add(action_id=action, answer_id=answer, recorded_at=_at(day))
        if stage == "finished":
            self._finish(action, [answer for answer, _ in askers], _later(day, 20))
        elif owner and self.luck.random() < READ:
            self.rows["progress"].add(
                answer_id=askers[0][0], channel="phone", leader_id=1,
                day=_later(day, 7).isoformat(), recorded_at=_at(_later(day, 7)),
            )  # fmt: skip

    def _finish(self, action: int, answers: Iterable[int], day: date) -> None:
        finish = self.rows["finish"].add(
            action_id=action, number=1, say="It is seen to, as you wished", leader_id=1,
            how="declined" if self.luck.random() < DECLINED else "done", day=day.isoformat(),
            recorded_at=_at(day),
        )  # fmt: skip
        for answer in answers:
            self.rows["finish_answer"].add(finish_id=finish, answer_id=answer)
            if day < self._last_call(answer) or self.luck.random() < TOLD:
                unsolved = self.luck.random() < REOPENED
                self.rows["telling"].add(
                    finish_id=finish, answer_id=answer, how="told", channel="phone", leader_id=1,
                    reaction="not-solved" if unsolved else "pleased",
                    day=_later(day, 4).isoformat(), recorded_at=_at(_later(day, 4)),
                )  # fmt: skip


def make_ledger(path: Path, answers: int) -> Path:
    """Make the book of so many answers at `path`; return the path."""
    return make_book(path, lambda days: Ledger(answers, days), since=YEARS)


def make_book(path: Path, told: Callable[[Sequence[date]], Ledger], *, since: timedelta) -> Path:
    """Make a book at `path` in which everything was said that is `told` of these days."""
    book = Book(str(path))
    leader_id = found(
        book,
        leader="Marta Silva",
        company="Brightside",
        country="GB",
        zone="Europe/London",
        at=NOW - since,
        today=TODAY if since <= YEARS else TODAY - since,
        seed=SEED,
    )
    with book.change("import", leader_id=leader_id, at=NOW - timedelta(days=3)) as change:
        change.run("PRAGMA cache_size=-262144")
        calendar.extend(change, today=TODAY)
        _team(change, since)
        set_aside = indexes.put_aside(change, TABLES)
        made_up = told(_days(change, since))
        made_up.tell()
        _customers(change, made_up.customers)
        for name in TABLES:
            if made_up.rows[name].count:
                change.insert_columns(name, made_up.rows[name].columns)
        indexes.put_back(change, set_aside)
        _promises(change, made_up.customers)
        rhythms.refresh_all(change)
        ledger.write(change)
    book.rest()
    return path


def _team(change: Change, since: timedelta) -> None:
    for number in range(2, LEADERS + TEAM + 1):
        change.add("member", name=f"Member {number}", leads=number <= LEADERS)
    for number in range(1, THEMES + 1):
        name = f"{WORDS[number]} and {WORDS[number - 1]}"
        change.add(
            "theme", name=name, folded=fold(name), leader_id=1, day=TODAY - since,
            recorded_at=NOW - since,
        )  # fmt: skip


def _days(change: Change, since: timedelta) -> list[date]:
    rows = change.tuples(
        "SELECT day FROM workday WHERE why_not IS NULL AND day < :today AND day > :first"
        " ORDER BY day",
        today=TODAY,
        first=TODAY - since,
    )
    return [date.fromisoformat(row[0]) for row in rows]


def _customers(change: Change, customers: int) -> None:
    ids = range(1, customers + 1)
    names = [f"{FIRST[each % 10]} {LAST[each // 10 % 10]}" for each in ids]
    companies = [f"{COMPANIES[each % 6]} {each}" for each in ids]
    numbers = [f"+44113{each:07d}" for each in ids]
    change.insert_columns(
        "customer",
        {
            "id": ids,
            "name": names,
            "company": companies,
            "folded": [fold(" ".join(each)) for each in zip(names, companies, strict=True)],
            "country": ["GB"] * customers,
            "zone": ["Europe/London"] * customers,
            "joined_on": [(TODAY - YEARS).isoformat()] * customers,
            "leader_id": [each % 6 if each % 6 in (1, 2) else None for each in ids],
            "head_start": [float(each % BEAT) for each in ids],
            "cadence": [BEAT] * customers,
            "beat": [BEAT] * customers,
            "clock": [0.0] * customers,
            "eligible_from": [0] * customers,
        },
    )
    change.insert_columns(
        "phone",
        {
            "customer_id": ids,
            "position": [1] * customers,
            "label": ["office"] * customers,
            **dict.fromkeys(("raw", "e164", "shown"), numbers),
        },
    )


def _promises(change: Change, customers: int) -> None:
    for number in range(1, min(PROMISES, customers) + 1):
        change.add(
            "promise", customer_id=number, leader_id=1, kind="thing", text="send the list",
            due_on=TODAY + timedelta(days=number - 5), recorded_at=change.at,
        )  # fmt: skip


def _later(day: date, days: int) -> date:
    return min(day + timedelta(days=days), TODAY - timedelta(days=1))


def _at(day: date, hour: int = 9) -> str:
    return f"{day.isoformat()}T{hour:02}:20:00.000000Z"


if __name__ == "__main__":
    make_ledger(Path(sys.argv[1]), int(sys.argv[2]))
