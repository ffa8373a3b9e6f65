"""Books of any size, up to a million customers: twelve rhythms, five places, a year of calls.

Written through the store's own columns, table by table, and derived by the store's own pass over
the facts; so the book is as the program would have left it, made in a minute or two.
"""

import random
import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.books import NOW, TODAY, WISHES
from dailycontact.core.rhythm import CALLS_A_DAY, Happening, draws
from dailycontact.store import indexes, rhythms
from dailycontact.store.book import Book
from dailycontact.store.changing import Change
from dailycontact.store.founding import found

SEED = "crowd"
JOINED = TODAY - timedelta(days=390)
CADENCES = (10, 15, 21, 30, 42, 63, 84, 105, 126, 168, 210, 252)
"""One for each segment, in working days."""
SHARES = (1, 1, 2, 2, 3, 5, 6, 6, 8, 10, 16, 40)
"""How many of a hundred are in each segment."""
PLACES = (
    (None, None, None),
    ("US", "America/New_York", None),
    ("JP", "Asia/Tokyo", None),
    ("DE", "Europe/Berlin", None),
    (None, None, "10:00-12:00"),
)
"""Country, zone and hours of each class of reach; the first is as the book."""
PLACED = (78, 10, 4, 5, 3)
LEADERS = (None, None, None, None, None, None, None, None, 1, 2)
CONVERSATIONS = ((0.8, -270, -160), (0.4, -160, -70))
"""The share of customers spoken to, and from which working day to which, counted from today."""
MISSED = 3_000
MISSED_WITHIN = 20
"""How many of those furthest along were missed lately, within how many working days."""
BLOCK = 50_000
ANSWERS = 2_000
OWED = 40
CACHE = -262_144
"""Kibibytes that SQLite may keep while the book is made."""


def make_crowd(path: Path, customers: int) -> Path:
    """Make the book of so many customers at `path`; return the path."""
    book = Book(str(path))
    leader_id = found(
        book,
        leader="Marta Silva",
        company="Brightside",
        country="GB",
        zone="Europe/London",
        at=NOW - timedelta(days=400),
        today=TODAY,
        seed=SEED,
    )
    with book.change("import", leader_id=leader_id, at=NOW - timedelta(days=3)) as change:
        change.run(f"PRAGMA cache_size={CACHE}")
        change.add("member", name="Ines Rocha", leads=True)
        for cadence in CADENCES:
            change.add("segment", name=f"every {cadence}", cadence=cadence)
        of_customers = indexes.put_aside(change, ("customer",))
        of_others = indexes.put_aside(change, ("phone", "call", "rhythm_fact"))
        _customers(change, customers)
        _calls(change, customers)
        indexes.put_back(change, of_others)
        _answers(change, min(ANSWERS, customers // 4))
        rhythms.refresh_all(change)
        indexes.put_back(change, of_customers)
    book.rest()
    return path


def _customers(change: Change, customers: int) -> None:
    luck = random.Random(SEED)  # noqa: S311 - a book, not a secret
    density = sum(share / cadence for share, cadence in zip(SHARES, CADENCES, strict=True)) / 100
    load = max(1.0, customers * density / CALLS_A_DAY)
    for block in _blocks(1, customers + 1):
        segments = luck.choices(range(len(CADENCES)), SHARES, k=len(block))
        places = luck.choices(PLACES, PLACED, k=len(block))
        states = luck.choices(("open", "refused", "paused", "silent"), (96, 2, 1, 1), k=len(block))
        starts = draws(SEED, block, 0)
        change.insert_columns(
            "customer",
            {
                "id": block,
                "name": [f"Customer {each}" for each in block],
                "company": ["" for _ in block],
                "folded": [f"customer {each}" for each in block],
                "country": [country for country, _, _ in places],
                "zone": [zone for _, zone, _ in places],
                "hours": [hours for _, _, hours in places],
                "segment_id": [segment + 1 for segment in segments],
                "leader_id": luck.choices(LEADERS, k=len(block)),
                "joined_on": [JOINED.isoformat()] * len(block),
                "head_start": [
                    start * CADENCES[segment] * load
                    for start, segment in zip(starts, segments, strict=True)
                ],
                "do_not_contact_on": [_if(state == "refused", JOINED) for state in states],
                "paused_on": [_if(state == "paused", JOINED) for state in states],
                "beat": [CADENCES[segment] for segment in segments],
                "open": [int(state == "open") for state in states],
                "clock": [0.0] * len(block),
                "eligible_from": [0] * len(block),
            },
        )
        dialled = [each for each, state in zip(block, states, strict=True) if state != "silent"]
        numbers = [f"+44113{each:07d}" for each in dialled]
        change.insert_columns(
            "phone",
            {
                "customer_id": dialled,
                "position": [1] * len(dialled),
                "label": ["office"] * len(dialled),
                **dict.fromkeys(("raw", "e164", "shown"), numbers),
            },
        )


def _calls(change: Change, customers: int) -> None:
    """Write what happened: in the order of the days, whoever's turn it was."""
    luck = random.Random(f"{SEED} calls")  # noqa: S311 - as above
    days = [
        row["day"]
        for row in change.rows(
            "SELECT day FROM workday WHERE why_not IS NULL AND day < :today ORDER BY day",
            today=TODAY,
        )
    ]
    spoken: Sequence[int] = range(1, customers + 1)
    for number, (share, first, last) in enumerate(CONVERSATIONS, start=1):
        spoken = luck.sample(spoken, int(customers * share))
        lucks = draws(SEED, spoken, number)
        _happened(change, Happening.CONVERSATION, number, spoken, days[first:last], lucks)
    waiting = [
        row["id"]
        for row in change.rows(
            "SELECT id FROM customer ORDER BY head_start / beat DESC, id LIMIT :most",
            most=min(MISSED, customers // 10),
        )
    ]
    missed = luck.sample(waiting, len(waiting))
    _happened(change, Happening.MISS, 3, missed, days[-MISSED_WITHIN:], [0.0] * len(missed))


def _happened(
    change: Change,
    what: Happening,
    number: int,
    whom: Sequence[int],
    days: Sequence[str],
    lucks: Sequence[float],
) -> None:
    beats: dict[int, int] = dict(
        change.session.connection().exec_driver_sql("SELECT id, beat FROM customer").all()
    )
    spoken = what is Happening.CONVERSATION
    for places in _blocks(0, len(whom)):
        ids = [whom[place] for place in places]
        on = [days[place * len(days) // len(whom)] for place in places]
        same: dict[str, Sequence[Any]] = {"customer_id": ids, "day": on}
        change.insert_columns(
            "call",
            {
                **same,
                "leader_id": [1] * len(ids),
                "recorded_at": [f"{day}T10:00:00.000000Z" for day in on],
                "outcome": ["reached" if spoken else "no-answer"] * len(ids),
            },
        )
        change.insert_columns(
            "rhythm_fact",
            {
                **same,
                "number": [number] * len(ids),
                "what": [what.value] * len(ids),
                "cadence": [beats[each] for each in ids],
                "luck": [lucks[place] for place in places],
                "waits": [0 if spoken else 1 + each % 5 for each in ids],
            },
        )


def _answers(change: Change, answers: int) -> None:
    """Write what was said in the last calls; half of it is done, and a few wait for the news."""
    calls = change.rows(
        "SELECT id, customer_id, day, recorded_at FROM call WHERE outcome = 'reached'"
        " ORDER BY id DESC LIMIT :answers",
        answers=answers,
    )
    for number, call in enumerate(calls):
        answer_id = change.add(
            "answer", customer_id=call["customer_id"], leader_id=1, call_id=call["id"],
            verbatim=WISHES[number % len(WISHES)], kind="suggestion", consent="words",
            day=call["day"], recorded_at=call["recorded_at"],
        )  # fmt: skip
        if number % 2:
            _end(change, answer_id, told=number > 2 * OWED)


def _end(change: Change, answer_id: int, *, told: bool) -> None:
    done = {"leader_id": 1, "day": TODAY - timedelta(days=4)}
    action_id = change.add("action", title="Say what it is for", recorded_at=change.at, **done)
    change.add("action_answer", action_id=action_id, answer_id=answer_id, recorded_at=change.at)
    finish_id = change.add(
        "finish", action_id=action_id, number=1, how="done", say="It is there now",
        recorded_at=change.at, **done,
    )  # fmt: skip
    change.add("finish_answer", finish_id=finish_id, answer_id=answer_id)
    if told:
        change.add(
            "telling", finish_id=finish_id, answer_id=answer_id, how="told", channel="phone",
            reaction="pleased", recorded_at=change.at, **done,
        )  # fmt: skip


def _blocks(first: int, end: int) -> Iterator[range]:
    """Yield the numbers from `first` up to `end` in blocks that fit into memory."""
    for start in range(first, end, BLOCK):
        yield range(start, min(start + BLOCK, end))


def _if(there: bool, day: date) -> str | None:
    return day.isoformat() if there else None


if __name__ == "__main__":
    make_crowd(Path(sys.argv[1]), int(sys.argv[2]))
