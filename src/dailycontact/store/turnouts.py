"""Who stayed, who left, and who came on a recommendation: of those told something, and the others.

It says what happened, and claims no cause.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from dailycontact.core.naming import fold
from dailycontact.core.recorded import Turnout
from dailycontact.store.looking import Row
from dailycontact.store.then import Then

_CUSTOMERS = (
    "SELECT id, name, company, joined_on, left_on, referred_by FROM customer WHERE erased = 0"
)
_TOLD = (
    "SELECT DISTINCT answer.id, answer.customer_id FROM telling"
    " JOIN answer ON answer.id = telling.answer_id"
    " WHERE telling.how = 'told' AND telling.recorded_at < :until"
)


@dataclass(frozen=True, kw_only=True)
class Turnouts:
    """What became of the customers who had been told something by the end, and of the others."""

    told: Turnout
    untold: Turnout


def turnouts(then: Then, *, first: date, last: date) -> Turnouts:
    """Return what became of the customers from the day `first` to the day `last`, as of then."""
    there = _customers(then, last=last)
    told = _told(then)
    came = _recommended_by(there, first=first, last=last)
    return Turnouts(
        told=_turnout(there, there.keys() & told, came, first=first, last=last),
        untold=_turnout(there, there.keys() - told, came, first=first, last=last),
    )


def _customers(then: Then, *, last: date) -> dict[int, Row | dict[str, Any]]:
    """Return, by id, who was a customer by a day: also who was merged into somebody else since."""
    here = {
        row["id"]: then.as_it_was("customer", row, row_id=row["id"])
        for row in then.look.rows(_CUSTOMERS)
        if then.was_there("customer", row["id"])
    }
    there = here | {was["id"]: was for was in then.gone("customer") if not was.get("erased")}
    stored = last.isoformat()
    return {
        number: there[number] for number in sorted(there) if there[number]["joined_on"] <= stored
    }


def _told(then: Then) -> set[int]:
    """Return who had been told something, as whoever they were then."""
    were = then.rows("answer")
    return {
        were[answer_id]["customer_id"] if answer_id in were else customer_id
        for answer_id, customer_id in then.look.tuples(_TOLD, until=then.until)
    }


def _turnout(
    there: dict[int, Row | dict[str, Any]],
    group: Collection[int],
    came: Collection[int],
    *,
    first: date,
    last: date,
) -> Turnout:
    left = [str(there[each]["left_on"] or "") for each in group]
    return Turnout(
        kept=sum(not day or day > last.isoformat() for day in left),
        left=sum(first.isoformat() <= day <= last.isoformat() for day in left),
        came=sum(each in group for each in came),
    )


def _recommended_by(
    there: dict[int, Row | dict[str, Any]], *, first: date, last: date
) -> list[int]:
    """Return who recommended each new customer, as far as they are named and only one fits."""
    new = [
        fold(row["referred_by"])
        for row in there.values()
        if row["referred_by"] and first.isoformat() <= row["joined_on"] <= last.isoformat()
    ]
    if not new:
        return []
    called: dict[str, set[int]] = {}
    for number, row in there.items():
        for name in _names(row):
            called.setdefault(name, set()).add(number)
    return [min(called[name]) for name in new if len(called.get(name, ())) == 1]


def _names(row: Row | dict[str, Any]) -> set[str]:
    """Return what somebody may be called by whom they recommended us to."""
    name, company = str(row["name"]), str(row["company"])
    both = (f"{name} {company}", f"{name}, {company}", f"{name} ({company})")
    return {fold(each) for each in (name, company, *(both if company else ())) if each}
