"""A small book in the middle of the loop, for the tests of its later steps."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from conftest import Founded
from support.builders import MONDAY, MORNING, a_customer, an_answer

INVOICES = "Your invoices never say which of our two cafés they are for."


def with_answers(founded: Founded, *names: str, day: date = MONDAY, **values: Any) -> list[int]:
    """Give the book one answer of each of these customers; return the answers' ids."""
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        found = [
            an_answer(
                change, a_customer(change, name), day=day, **({"verbatim": INVOICES} | values)
            )
            for name in names or ("Ana Duarte",)
        ]
    founded.book.rest()
    return found


def with_team(founded: Founded, names: Sequence[str] = ("Priya Nair", "Tom Bell")) -> list[int]:
    """Give the book a team; return the members' ids."""
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        found = [change.add("member", name=name) for name in names]
    founded.book.rest()
    return found


def refuse(founded: Founded, customer_id: int) -> None:
    """Let a customer not want to be contacted, without anything that follows from it."""
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        change.set("customer", customer_id, do_not_contact_on=MONDAY)
    founded.book.rest()


def count_rows(founded: Founded, table: str) -> int:
    """Return how many rows a table has."""
    rows = int(founded.book.look().value(f"SELECT COUNT(*) AS value FROM {table}"))  # noqa: S608 - a table's name
    founded.book.rest()
    return rows
