"""All that a book holds of one customer: for the customer who asks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dailycontact.core.customer import Customer
from dailycontact.core.event import Event
from dailycontact.core.exported import OtherId
from dailycontact.people.usecases.stories import CustomerStory, story
from dailycontact.store import former, holding, journal
from dailycontact.store.holding import Corrected, Earlier, InFile, Proposed, Shown, Tried
from dailycontact.store.looking import Look
from dailycontact.store.settings import book_settings


@dataclass(frozen=True, kw_only=True)
class Held:
    """Everything about one customer, each part in its order; `company` is whose book it is.

    `numbers` are those of entries that were merged into theirs; `elsewhere`, by table, in how many
    texts about others they are named.
    """

    company: str
    on: date
    story: CustomerStory
    emails: tuple[tuple[str, str], ...]
    numbers: tuple[int, ...]
    other_ids: tuple[OtherId, ...]
    sharings: tuple[Shown, ...]
    amendments: tuple[Corrected, ...]
    tries: tuple[Tried, ...]
    picks: tuple[Proposed, ...]
    files: tuple[InFile, ...]
    changes: tuple[Event, ...]
    earlier: tuple[Earlier, ...]
    told_apart: int
    elsewhere: Mapping[str, int]

    @property
    def customer(self) -> Customer:
        """Whom it is about."""
        return self.story.customer


def held(look: Look, customer: Customer, *, today: date) -> Held:
    """Return all that the book holds of a customer on `today`."""
    return Held(
        company=book_settings(look).company,
        on=today,
        story=story(look, customer, today=today),
        emails=holding.emails(look, customer.id),
        numbers=tuple(former.numbers_of(look, customer.id)),
        other_ids=holding.other_ids(look, customer.id),
        sharings=holding.sharings(look, customer.id),
        amendments=holding.amendments(look, customer.id),
        tries=holding.tries(look, customer.id),
        picks=holding.picks(look, customer.id),
        files=holding.files(look, customer.id),
        changes=tuple(reversed(journal.events_about(look, customer.id))),
        earlier=holding.earlier(look, customer.id),
        told_apart=holding.told_apart(look, customer.id),
        elsewhere=holding.named_elsewhere(look, customer.id),
    )
