"""What waits beside today's call: promises, a talk with the team, numbers to be looked at."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dailycontact.core.call import Promise
from dailycontact.core.customer import Customer
from dailycontact.core.talk import TalkDue
from dailycontact.store import calendar, call_backs, customers, mornings, talks
from dailycontact.store.absences import deputised

if TYPE_CHECKING:
    from dailycontact.store.book import Looking


SOON = timedelta(days=2)
"""How far ahead of its day a promise is named, while there is still time to keep it."""


@dataclass(frozen=True, kw_only=True)
class Beside:
    """What waits beside the call.

    `promises` are the leader's, other than those to whoever is proposed, that are due or whose day
    is near: what is urgent first, then what is due today, then by day.
    `pushed_away` are the customers who were skipped or tried today. `silent` are the customers
    whose numbers seem dead, `without_phone` those who have none: each is counted as far as COUNTED
    says, and one more says that there are more.
    """

    promises: tuple[Promise, ...] = ()
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
    return Beside(
        promises=tuple(_promises(look, whose, customer, day=day)),
        pushed_away=mornings.pushed_away(look, leader_id=leader_id, day=day),
        talk=talks.due(look, leader_id=leader_id, day=day),
        silent=mornings.count_silent(look, leader_id=leader_id),
        without_phone=customers.count_without_phone(look),
    )


def _promises(
    look: "Looking", whose: Sequence[int], customer: Customer | None, *, day: date
) -> list[Promise]:
    """Return what these leaders promised to others than `customer`: the urgent, then today's.

    A call back that is still ahead comes up by itself, on its day.
    """
    promises = [
        promise
        for promise in call_backs.asked_of(look, whose, day=day)
        if promise.due_on <= (day if promise.is_call_back else day + SOON)
        and (customer is None or promise.customer_id != customer.id)
    ]
    urgent = mornings.urgent_promises(look, [promise.id for promise in promises])
    return sorted(
        promises, key=lambda one: (one.id not in urgent, one.due_on != day, one.due_on, one.id)
    )
