"""Hands over what is somebody's: their customers, their promises, and so the news they owe.

Who tells a customer the news is whoever's customer it is; so that moves with the customer. What
was done stays with whoever did it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from dailycontact.core.action import Action
from dailycontact.core.sentences import count
from dailycontact.store.actions import actions
from dailycontact.store.known import AT_ONCE, Known
from dailycontact.store.looking import Look, names
from dailycontact.store.owed import owed

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


@dataclass(frozen=True, kw_only=True)
class Holding:
    """What is somebody's now: customers, open promises (ids), news that is owed, open actions."""

    customers: tuple[int, ...]
    promises: tuple[int, ...]
    news: int
    actions: tuple[Action, ...]

    @property
    def needs_a_leader(self) -> bool:
        """Whether there is anything that only somebody who makes calls can take."""
        return bool(self.customers or self.promises)

    @property
    def said(self) -> str:
        """What only somebody who makes calls can take, in words."""
        parts = [(len(self.customers), "customer"), (len(self.promises), "open promise")]
        return " and ".join(count(number, noun) for number, noun in parts if number)


def holding(look: Look, member_id: int, *, day: date) -> Holding:
    """Return what is a member's."""
    customers = look.rows("SELECT id FROM customer WHERE leader_id = :id ORDER BY id", id=member_id)
    promises = look.rows(
        "SELECT id FROM promise WHERE leader_id = :id AND settled_on IS NULL ORDER BY id",
        id=member_id,
    )
    owns = look.rows("SELECT id FROM action WHERE owner_id = :id ORDER BY id", id=member_id)
    return Holding(
        customers=tuple(row["id"] for row in customers),
        promises=tuple(row["id"] for row in promises),
        news=len(owed(look, today=day, leader_id=member_id)),
        actions=tuple(
            action
            for action in actions(look, action_ids=[row["id"] for row in owns])
            if action.finish is None or action.open_answers
        ),
    )


def hand_over(change: "Change", held: Holding, *, of: int, to: int | None, day: date) -> None:
    """Give customers and promises of the member `of` to `to`; from `day` on nobody waits for `of`.

    Without `to`, the customers become anybody's.
    """
    _give_customers(change, held.customers, to)
    for promise_id in held.promises:
        change.set("promise", promise_id, leader_id=to)
    # Who makes no calls has no mornings in which the customers of somebody else could come up.
    heir = change.value("SELECT id AS value FROM member WHERE id = :id AND leads = 1", id=to)
    for row in change.rows(
        "SELECT id, leader_id FROM leave WHERE deputy_id = :id AND last_on >= :day",
        id=of,
        day=day,
    ):
        change.set("leave", row["id"], deputy_id=None if row["leader_id"] == to else heir)
    change.run(
        "UPDATE pick SET released = 1 WHERE leader_id = :id AND day >= :day"
        " AND NOT EXISTS (SELECT 1 FROM call WHERE call.pick_id = pick.id)"
        " AND NOT EXISTS (SELECT 1 FROM skip WHERE skip.pick_id = pick.id)",
        id=of,
        day=day,
    )


def set_free(change: "Change", among: Iterable[Action]) -> None:
    """Let these actions look for someone."""
    for action in among:
        change.set("action", action.id, owner_id=None, owned_on=None)


def _give_customers(change: "Change", customer_ids: tuple[int, ...], to: int | None) -> None:
    known = Known(change, "")
    for start in range(0, len(customer_ids), AT_ONCE):
        some = customer_ids[start : start + AT_ONCE]
        for picture in known.pictures(some).values():
            before: dict[str, Any] = dict(picture.facts)
            change.note_change("customer", picture.id, before, before | {"leader_id": to})
        listed, values = names("id", some)
        change.run(
            f"UPDATE customer SET leader_id = :leader WHERE id IN ({listed})",  # noqa: S608 - placeholders only
            leader=to,
            **values,
        )
