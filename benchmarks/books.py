"""The book that is measured: three hundred customers and a hundred answers, in a folder of its own.

It is made through the program's own store, so that it is as the program would have left it.
"""

import sys
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from dailycontact.core.naming import fold
from dailycontact.core.rhythm import Happening
from dailycontact.store import calendar, rhythms
from dailycontact.store.book import Book
from dailycontact.store.changing import Change
from dailycontact.store.founding import found

NOW = datetime(2026, 11, 23, 9, 12, tzinfo=UTC)
"""The instant at which everything is measured: a working Monday, in the morning."""
TODAY = NOW.date()
CUSTOMERS = 300
ANSWERS = 100

FIRST = ("Ana", "Bo", "Chidi", "Dilan", "Ewa", "Farid", "Goran", "Hana", "Ines", "Jo")
LAST = ("Duarte", "Lind", "Okafor", "Yilmaz", "Nowak", "Haddad", "Novak", "Sato", "Costa", "Hansen")
COMPANIES = ("Green Door Cafés", "Corner Books", "Harbour Bikes", "North Mill", "Blue Fern", "Sol")
WISHES = (
    "Your invoices never say which of our two cafés they are for.",
    "I would like to know on which day the delivery comes, not only in which week.",
    "When I ring about an order, I have to tell the whole story again to each person.",
)


def make_book(path: Path) -> Path:
    """Make the book at `path`, with nobody proposed yet for today; return the path."""
    book = Book(str(path))
    leader_id = found(
        book,
        leader="Marta Silva",
        company="Brightside",
        country="GB",
        zone="Europe/London",
        at=NOW - timedelta(days=200),
        today=TODAY,
        seed="benchmarks",
    )
    with book.change("import", leader_id=leader_id, at=NOW - timedelta(days=199)) as change:
        customers = [_customer(change, number) for number in range(CUSTOMERS)]
        rhythms.spread_usual_cadence(change)
        rhythms.refresh_all(change)
    with book.change("log", leader_id=leader_id, at=NOW - timedelta(days=3)) as change:
        days = _working_days(change)
        answers = [
            _answer(change, customer_id, day, number)
            for number, (customer_id, day) in enumerate(zip(customers, days, strict=False))
        ]
        _move_on(change, answers)
    book.rest()
    return path


def _customer(change: Change, number: int) -> int:
    name = f"{FIRST[number % 10]} {LAST[number // 10 % 10]}"
    company = f"{COMPANIES[number % 6]} {number + 1}"
    customer_id = change.add(
        "customer",
        name=name,
        company=company,
        folded=fold(f"{name} {company}"),
        country="GB",
        zone="Europe/London",
        joined_on=TODAY - timedelta(days=199),
        head_start=float(number % 60),
        beat=252,
        clock=0.0,
        eligible_from=0,
    )
    phone = f"+44113496{number:04d}"
    change.add(
        "phone", customer_id=customer_id, position=1, label="office", raw=phone, e164=phone,
        shown=phone,
    )  # fmt: skip
    return customer_id


def _working_days(change: Change) -> list[date]:
    """Return the days of the hundred calls: the working days before today, oldest first."""
    days = [TODAY - timedelta(days=back) for back in range(1, 200)]
    working = [day for day in days if calendar.workday(change, day).works]
    return sorted(working[:ANSWERS])


def _answer(change: Change, customer_id: int, day: date, number: int) -> int:
    call_id = change.add(
        "call",
        customer_id=customer_id,
        leader_id=change.leader_id,
        day=day,
        recorded_at=_morning(day),
        outcome="reached",
    )
    rhythms.happened(change, customer_id, Happening.CONVERSATION, day=day)
    return change.add(
        "answer",
        customer_id=customer_id,
        leader_id=change.leader_id,
        call_id=call_id,
        verbatim=WISHES[number % len(WISHES)],
        kind="suggestion",
        consent="words",
        day=day,
        recorded_at=_morning(day),
    )


def _move_on(change: Change, answers: list[int]) -> None:
    """Bring half of the answers to an action of two, and end every other action."""
    for number, (one, other) in enumerate(list(pairwise(answers))[:50:2]):
        action_id = change.add(
            "action",
            title="Say on the invoice what it is for",
            leader_id=change.leader_id,
            day=TODAY - timedelta(days=20),
            recorded_at=change.at,
        )
        for answer_id in (one, other):
            change.add(
                "action_answer", action_id=action_id, answer_id=answer_id, recorded_at=change.at
            )
        if number % 2:
            _finish(change, action_id, one, other)


def _finish(change: Change, action_id: int, *answers: int) -> None:
    finish_id = change.add(
        "finish",
        action_id=action_id,
        number=1,
        how="done",
        say="Every invoice now carries the café's name",
        leader_id=change.leader_id,
        day=TODAY - timedelta(days=6),
        recorded_at=change.at,
    )
    for answer_id in answers:
        change.add("finish_answer", finish_id=finish_id, answer_id=answer_id)


def _morning(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, 20, tzinfo=UTC)


if __name__ == "__main__":
    make_book(Path(sys.argv[1]))
