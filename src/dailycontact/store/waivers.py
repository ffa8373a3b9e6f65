"""Who need not be told any more: whoever refused contact, was erased, or could not be reached."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.telling import Owed
from dailycontact.store.looking import names
from dailycontact.store.owed import owed

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

REFUSED = "do-not-contact"
UNREACHABLE = "unreachable"


def waive_refused(change: "Change", among: Iterable[Owed], *, day: date) -> tuple[Owed, ...]:
    """Waive what is owed to customers who do not want to be contacted; return what was waived."""
    among = tuple(among)
    listed, values = names("customer", {one.customer_id for one in among} or {0})
    rows = change.rows(
        "SELECT id FROM customer WHERE do_not_contact_on IS NOT NULL"  # noqa: S608 - placeholders only
        f" AND id IN ({listed})",
        **values,
    )
    refused = {row["id"] for row in rows}
    waived = tuple(one for one in among if one.customer_id in refused)
    for one in waived:
        _waive(change, one, day=day)
    return waived


def waive_all(
    change: "Change", customer_id: int, *, day: date, why: str = REFUSED
) -> tuple[Owed, ...]:
    """Waive all that is owed to a customer who has just refused contact, or goes; return it."""
    waived = tuple(owed(change, today=day, customer_id=customer_id))
    for one in waived:
        _waive(change, one, day=day, why=why)
    return waived


def give_up(change: "Change", among: Iterable[Owed], *, day: date) -> None:
    """Waive what is owed to a customer whom nobody could reach to tell them."""
    for one in among:
        _waive(change, one, day=day, why=UNREACHABLE)


def _waive(change: "Change", one: Owed, *, day: date, why: str = REFUSED) -> None:
    change.add(
        "telling",
        finish_id=one.finish_id,
        answer_id=one.answer_id,
        how="waived",
        why=why,
        leader_id=change.leader_id or _who_ended(change, one),
        day=day,
        recorded_at=change.at,
    )


def _who_ended(change: "Change", one: Owed) -> int:
    """Return whose word is waived, where nobody in particular makes the change (a restore)."""
    return int(
        change.value("SELECT leader_id AS value FROM finish WHERE id = :id", id=one.finish_id)
    )
