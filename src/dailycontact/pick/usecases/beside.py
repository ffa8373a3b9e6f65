"""What waits beside today's call: what is urgent, promises, news, a talk, numbers to look at."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dailycontact.core.call import Promise
from dailycontact.core.customer import Customer
from dailycontact.core.talk import TalkDue
from dailycontact.core.telling import Owed
from dailycontact.store import calendar, call_backs, customers, mornings, owed, talks, urgency
from dailycontact.store.absences import deputised
from dailycontact.store.urgency import Urgent

if TYPE_CHECKING:
    from dailycontact.store.book import Looking


SOON = timedelta(days=2)
"""How far ahead of its day a promise is named, while there is still time to keep it."""

FEW = 3
"""Customers who are owed news that are read."""

WAITING = 100
"""How far those who are owed news are counted; beyond, there are more."""


@dataclass(frozen=True, kw_only=True)
class Beside:
    """What waits beside the call.

    `urgent` are the urgent answers that nobody has taken on. `owed` is what the first few others
    are owed, `waiting` how many they are, counted as far as WAITING says; whoever was passed over
    or tried today is not among them.
    `promises` are the leader's, other than those to whoever is proposed, that are due or whose day
    is near: what is urgent first, then what is due today, then by day; `ahead` are the later ones.
    `pushed_away` are the customers who were skipped or tried today. `silent` are the customers
    whose numbers seem dead, `without_phone` those who have none: each is counted as far as COUNTED
    says, and one more says that there are more.
    """

    urgent: Urgent = field(default_factory=Urgent)
    owed: tuple[Owed, ...] = ()
    waiting: int = 0
    promises: tuple[Promise, ...] = ()
    ahead: tuple[Promise, ...] = ()
    pushed_away: frozenset[int] = frozenset()
    talk: TalkDue | None = None
    silent: int = 0
    without_phone: int = 0


def beside(look: "Looking", customer: Customer | None, *, leader_id: int, day: date) -> Beside:
    """Return what waits beside the call to a customer (None: beside no call) on a day.

    What leaders promised for whom this one stands in waits here, too; nothing does on a leave.
    """
    away = calendar.is_away(look, leader_id, day)
    whose = () if away else (leader_id, *deputised(look, leader_id=leader_id, day=day))
    pushed_away = mornings.pushed_away(look, leader_id=leader_id, day=day)
    but = pushed_away | ({customer.id} if customer else set())
    waiting = _waiting(look, but)
    near, ahead = _promises(look, whose, customer, day=day)
    return Beside(
        urgent=urgency.ownerless(look, leader_id=leader_id, today=day),
        owed=tuple(owed.owed_first(look, today=day, most=FEW, but=but)) if waiting else (),
        waiting=waiting,
        promises=near,
        ahead=ahead,
        pushed_away=pushed_away,
        talk=talks.due(look, leader_id=leader_id, day=day),
        silent=mornings.count_silent(look, leader_id=leader_id),
        without_phone=customers.count_without_phone(look),
    )


def _waiting(look: "Looking", but: frozenset[int]) -> int:
    """Return how many customers wait to hear, without some, as far as they are counted."""
    those = mornings.owed_among(look, but)
    return min(owed.count_owed(look, most=WAITING + 1 + those) - those, WAITING + 1)


def _promises(
    look: "Looking", whose: Sequence[int], customer: Customer | None, *, day: date
) -> tuple[tuple[Promise, ...], tuple[Promise, ...]]:
    """Return what these leaders promised to others than `customer`: what is near, and the rest.

    What is near comes in its order: the urgent, then today's. A call back that is still ahead
    comes up by itself, on its day.
    """
    promises = [
        promise
        for promise in call_backs.asked_of(look, whose, day=day)
        if not (promise.is_call_back and promise.due_on > day)
        and (customer is None or promise.customer_id != customer.id)
    ]
    near = [promise for promise in promises if promise.due_on <= day + SOON]
    urgent = mornings.urgent_promises(look, [promise.id for promise in near])
    near.sort(key=lambda one: (one.id not in urgent, one.due_on != day, one.due_on, one.id))
    ahead = [promise for promise in promises if promise.due_on > day + SOON]
    return tuple(near), tuple(sorted(ahead, key=lambda one: (one.due_on, one.id)))
