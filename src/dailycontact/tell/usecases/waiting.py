"""Who waits to hear what became of their answers, with what to say to each of them."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby

from dailycontact.core.customer import Customer
from dailycontact.core.program import PROGRAM
from dailycontact.core.quoting import typed
from dailycontact.core.sentences import all_news, news, progress
from dailycontact.core.team import Member
from dailycontact.core.telling import Owed
from dailycontact.errors import Refused
from dailycontact.store import actions, answers, customers, reach, tellings
from dailycontact.store.doubts import Doubt, doubts
from dailycontact.store.looking import Look
from dailycontact.store.owed import count_owed, owed, owed_first
from dailycontact.store.settings import book_settings
from dailycontact.tell import rule

SCREENFUL = 10
"""Customers that a list shows."""


class WaitsForNothing(Refused):
    """The customer who was named is owed no news."""

    def __init__(self, customer: Customer) -> None:
        super().__init__(
            f"{customer.full_name} does not wait to hear anything; what they said, and what became"
            f" of it: {PROGRAM} loop --customer {typed(customer.name)}"
        )


@dataclass(frozen=True, kw_only=True)
class News:
    """A customer who waits to hear, of which ends, and what to say to them of all of it.

    `alone` is what to say of each end by itself. `doubts` are others who were told of the same and
    say that it is not solved.
    """

    customer: Customer
    owed: tuple[Owed, ...]
    sentence: str
    alone: tuple[str, ...]
    doubts: tuple[Doubt, ...] = ()

    @property
    def answer_ids(self) -> tuple[int, ...]:
        """The answers about which they wait to hear, each once."""
        return tuple(dict.fromkeys(one.answer_id for one in self.owed))

    @property
    def finish_ids(self) -> frozenset[int]:
        """The ends of which they are told with it."""
        return frozenset(one.finish_id for one in self.owed)

    @property
    def may_be_given_up(self) -> bool:
        """Whether enough was tried to reach them on the phone."""
        return rule.tried_enough(self.owed)


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """Those who wait, the longest waiting first, and how many customers do (counted so far)."""

    news: tuple[News, ...]
    customers: int


def waiting(
    look: Look,
    *,
    leader: Member,
    today: date,
    action_id: int | None = None,
    most: int | None = SCREENFUL,
    but: Collection[int] = (),
) -> Waiting:
    """Return who is owed news, all of it for each customer; of one action where it is named.

    At most so many customers (None: all), without those whose ids are in `but`.
    """
    if action_id is not None or most is None:
        found = [
            one
            for one in owed(look, today=today, action_id=action_id)
            if one.customer_id not in but
        ]
        ids = list(dict.fromkeys(one.customer_id for one in found))
        chosen = set(ids[:most])
        news = _by_customer(
            look, [one for one in found if one.customer_id in chosen], leader=leader, today=today
        )
        return Waiting(news=tuple(news), customers=len(ids))
    first = owed_first(look, today=today, most=most, but=but)
    return Waiting(
        news=tuple(_by_customer(look, first, leader=leader, today=today)),
        customers=count_owed(look),
    )


def news_of(
    look: Look,
    answer_ids: Sequence[int],
    *,
    leader: Member,
    today: date,
    action_id: int | None = None,
) -> News | None:
    """Return what is still to be said about these answers of a customer; None: nothing any more."""
    found = [
        one
        for one in owed(look, today=today, answer_ids=answer_ids)
        if action_id in (None, one.action_id)
    ]
    return next(_by_customer(look, found, leader=leader, today=today), None)


def answers_of(look: Look, name: str, *, today: date) -> tuple[int, ...]:
    """Return about which of their answers the customer of that name waits to hear.

    Raises:
        NobodyByThatName, SeveralByThatName: no customer goes by it, or more than one.
        WaitsForNothing: nothing is owed to them.

    """
    customer = customers.find_customer(look, name)
    ends = owed(look, today=today, customer_id=customer.id)
    if not ends:
        raise WaitsForNothing(customer)
    return tuple(dict.fromkeys(one.answer_id for one in ends))


def of_answer(look: Look, answer_id: int, *, leader: Member, today: date) -> News:
    """Return what to say to the customer of one answer.

    Raises:
        NoSuchAnswer: no answer has that number.
        DoesNotWantToHear, WasErased: nobody tells the customer any more.
        NotDoneYet, OwesNoNews, ToldAlready: there is nothing to tell.

    """
    asked_by = answers.standing(look, answer_id, today=today).answer.customer_id
    if customer := customers.customer(look, asked_by):
        rule.check_wants_to_hear(customer)
    ends = tellings.to_tell(look, answer_id, today=today)
    return next(_by_customer(look, ends, leader=leader, today=today))


def rest(look: Look, news: News, *, today: date) -> tuple[str, ...]:
    """Return what of these answers is still open, a sentence for each action that goes on."""
    stands = answers.standings(look, today=today, answer_ids=list(news.answer_ids))
    return tuple(
        f"Not finished yet: {progress(replace(one, doings=(doing,)), today=today)}"
        for one in stands
        for doing in one.doings
        if doing.open
    )


def check_action(look: Look, action_id: int) -> None:
    """Let pass an action that there is.

    Raises:
        NoSuchAction: there is none of that number.

    """
    actions.action(look, action_id)


def hour(look: Look, customer_id: int, *, now: datetime) -> rule.Hour:
    """Return what time it is where a customer is, and whether that is an hour to ring."""
    zones, hours = reach.hours_of(look, customer_id)
    return rule.hour_of(zones, hours, now=now, here=book_settings(look).zone)


def _by_customer(
    look: Look, ends: Sequence[Owed], *, leader: Member, today: date
) -> Iterator[News]:
    first: dict[int, int] = {}
    for one in ends:
        first.setdefault(one.customer_id, len(first))
    company = book_settings(look).company
    doubted = doubts(look, {one.action_id for one in ends})
    ordered = sorted(ends, key=lambda one: first[one.customer_id])
    for customer_id, theirs in groupby(ordered, key=lambda one: one.customer_id):
        customer = customers.customer(look, customer_id)
        if customer is None or customer.refused:
            continue
        these = tuple(theirs)
        yield News(
            customer=customer,
            owed=these,
            sentence=all_news(these, leader=leader.name, company=company, today=today),
            alone=tuple(
                news(one, leader=leader.name, company=company, today=today) for one in these
            ),
            doubts=tuple(
                one for one in doubted if one.action_id in {each.action_id for each in these}
            ),
        )
