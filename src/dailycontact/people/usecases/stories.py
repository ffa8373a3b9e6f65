"""All that is known of one customer, and all that happened with them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dailycontact.core.call import Call, Promise
from dailycontact.core.customer import Customer
from dailycontact.core.history import Moment
from dailycontact.core.hours import Hours
from dailycontact.core.standing import Standing
from dailycontact.people.usecases.roster import turns_on
from dailycontact.store import answers, calls, histories, moments, reach, team
from dailycontact.store.histories import Rested, Told
from dailycontact.store.looking import Look


@dataclass(frozen=True, kw_only=True)
class CustomerStory:
    """A customer and their whole story, each part of it in order; `team` are the names by id.

    `zones` is the one in which they are, or all in which they could be; `hours` those that hold.
    """

    customer: Customer
    zones: tuple[str, ...]
    hours: Hours
    turn_on: date | None
    calls: tuple[Call, ...]
    standings: tuple[Standing, ...]
    promises: tuple[tuple[date, Promise], ...]
    tellings: tuple[Told, ...]
    rests: tuple[Rested, ...]
    moments: tuple[Moment, ...]
    team: Mapping[int, str]

    @property
    def leader(self) -> str | None:
        """The name of the customer's own leader, if there is one."""
        leader_id = self.customer.leader_id
        return None if leader_id is None else self.team[leader_id]


def story(look: Look, customer: Customer, *, today: date) -> CustomerStory:
    """Return the whole story of a customer, as of today."""
    zones, hours = reach.hours_of(look, customer.id)
    return CustomerStory(
        customer=customer,
        zones=zones,
        hours=hours,
        turn_on=turns_on(look, [customer], day=today).get(customer.id),
        calls=tuple(reversed(calls.calls_of_customer(look, customer.id))),
        standings=tuple(answers.standings(look, today=today, customer_id=customer.id)),
        promises=tuple(histories.promises(look, customer.id)),
        tellings=tuple(histories.tellings(look, customer.id)),
        rests=tuple(histories.rests(look, customer.id)),
        moments=moments.moments(look, customer.id),
        team={member.id: member.name for member in team.members(look, with_left=True)},
    )
