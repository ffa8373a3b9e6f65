"""What waits beside today's call: promises, a talk with the team, numbers to be looked at."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.call import Promise
from dailycontact.core.customer import Customer
from dailycontact.core.talk import TalkDue
from dailycontact.store import calendar, call_backs, customers, mornings, talks
from dailycontact.store.absences import deputised

if TYPE_CHECKING:
    from dailycontact.store.book import Looking


@dataclass(frozen=True, kw_only=True)
class Beside:
    """What waits beside the call.

    `promises_due` are the leader's, other than those to whoever is proposed; `silent` are the
    customers whose numbers seem dead, `without_phone` those who have none: each is counted as far
    as COUNTED says, and one more says that there are more.
    """

    promises_due: tuple[Promise, ...] = ()
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
        promises_due=tuple(
            promise
            for promise in call_backs.asked_of(look, whose, day=day)
            if promise.due_on <= day and (customer is None or promise.customer_id != customer.id)
        ),
        talk=talks.due(look, leader_id=leader_id, day=day),
        silent=mornings.count_silent(look, leader_id=leader_id),
        without_phone=customers.count_without_phone(look),
    )
