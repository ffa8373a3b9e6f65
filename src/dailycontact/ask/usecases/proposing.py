"""Whose call is logged when nobody is named: whoever the leader's day waits for, and nobody else.

Two windows can show the same card; the second is told, and logs nothing.
"""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from dailycontact.core.call import Outcome
from dailycontact.core.customer import Customer
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import count, first_name
from dailycontact.core.turn import Pick
from dailycontact.errors import NotFound, Refused
from dailycontact.store import calls, customers, picks, team

if TYPE_CHECKING:
    from dailycontact.ask.rule import Conversation
    from dailycontact.store.changing import Change
    from dailycontact.store.looking import Look

HOUR = 60
"""Minutes after which it is not said to the minute how long ago something was logged."""


class NobodyProposed(NotFound):
    """There is no pick that waits for its outcome, and no customer was named."""

    def __init__(self) -> None:
        super().__init__(
            "Nobody is proposed just now; say whom you spoke to with --customer NAME, "
            f"or see your day with: {PROGRAM} today"
        )


class NobodyProposedYet(NotFound):
    """The leader has not seen yet whose turn it is."""

    def __init__(self) -> None:
        super().__init__(
            f"Nobody is proposed yet; see whose turn it is with: {PROGRAM} today - or say whom "
            "you spoke to with --customer NAME"
        )


class CallMade(NotFound):
    """The day's call is logged, and no customer was named."""

    def __init__(self, customer: Customer, *, is_today: bool) -> None:
        call = "Today's call" if is_today else "That day's call"
        super().__init__(
            f"{call} with {customer.first_name} is logged; to add to it, name the customer: "
            f"--customer {customer.id}"
        )


class LoggedMeanwhile(Refused):
    """Whoever was proposed was logged in the meantime, as in another window."""

    def __init__(self, customer: Customer, *, how: Outcome, ago: timedelta, leader: str) -> None:
        super().__init__(
            f"{customer.first_name} was logged {_say(ago)} by {first_name(leader)} "
            f"({how.value.replace('-', ' ')}), so this was not saved; to add something: "
            f"{PROGRAM} log --customer {customer.id}"
        )


def proposed(look: "Look", *, leader_id: int, day: date, today: date, now: datetime) -> int:
    """Return the id of the customer whose outcome the leader's day waits for.

    Raises:
        NobodyProposed, NobodyProposedYet, CallMade: nobody is proposed just now.

    """
    pick = picks.live_pick(look, leader_id=leader_id, day=day, now=now)
    if pick is not None:
        return pick.customer_id
    made = [call for call in calls.calls_of_day(look, leader_id=leader_id, day=day)
            if call.outcome is Outcome.REACHED and not call.rang_in]  # fmt: skip
    customer = customers.customer(look, made[-1].customer_id) if made else None
    if customer is not None:
        raise CallMade(customer, is_today=day == today)
    if day == today and not picks.last_slot(look, leader_id=leader_id, day=day):
        raise NobodyProposedYet
    raise NobodyProposed


def pick_of(
    change: "Change", conversation: "Conversation", customer: Customer, *, leader_id: int
) -> Pick | None:
    """Return the pick that the call uses up; None for somebody who was not proposed.

    Raises:
        LoggedMeanwhile, NobodyProposed: the customer was proposed, and is not any more.

    """
    day = conversation.day
    pick = picks.unused_pick(change, leader_id=leader_id, day=day, customer_id=customer.id)
    if pick is not None or not conversation.proposed:
        return pick
    last = next((call for call in calls.calls_of_customer(change, customer.id)
                 if call.day == day), None)  # fmt: skip
    if last is None:
        raise NobodyProposed
    raise LoggedMeanwhile(
        customer,
        how=last.outcome,
        ago=change.at - last.recorded_at,
        leader=team.member(change, last.leader_id).name,
    )


def _say(ago: timedelta) -> str:
    minutes = int(ago.total_seconds() // 60)
    if minutes < 1:
        return "a moment ago"
    return f"{count(minutes, 'minute')} ago" if minutes < HOUR else "earlier that day"
