"""A morning as a value, for what is shown of it: valid by default, changed by keyword."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from dailycontact.core.action import How
from dailycontact.core.book import BookSettings
from dailycontact.core.customer import Customer, Phone
from dailycontact.core.team import Member
from dailycontact.core.telling import Owed
from dailycontact.core.turn import Pick, Reason
from dailycontact.pick.rule.reason import Grounds
from dailycontact.pick.usecases.proposed import Reaching
from dailycontact.pick.usecases.today import State, Today
from support.builders import MONDAY, MORNING

MARTA = Member(id=1, name="Marta Silva", leads=True)
SUMMER = date(2026, 9, 3)


def phones(number: int = 1) -> tuple[Phone, ...]:
    """Return so many numbers: an office, and then mobiles."""
    return tuple(
        Phone(
            id=place,
            raw=f"+44113496012{place}",
            e164=f"+44113496012{place}",
            shown=f"+44 113 496 012{place}",
            label="office" if place == 1 else f"mobile {place}",
        )
        for place in range(1, number + 1)
    )


def somebody(name: str = "Ana Duarte", **values: Any) -> Customer:
    """Return a customer with one number, spoken to in September."""
    usual: dict[str, Any] = {"id": 12, "beat": 63, "joined_on": SUMMER, "last_on": SUMMER}
    return Customer(**({"name": name, "phones": phones()} | usual | values))


def news_for(name: str = "Ana Duarte", **values: Any) -> Owed:
    """Return news that somebody is owed: Priya narrowed the delivery window on 12 November."""
    usual: dict[str, Any] = {
        "finish_id": 1, "answer_id": 1, "action_id": 1, "customer_id": 12, "company": "",
        "verbatim": "The delivery window is too wide.", "said_on": SUMMER, "how": How.DONE,
        "say": "we come between nine and ten", "instead": None, "owner": "Priya Nair",
        "finished_on": date(2026, 11, 12), "waited": 7,
    }  # fmt: skip
    return Owed(**({"customer": name} | usual | values))


def grounds(reason: Reason = Reason.TURN, **values: Any) -> Grounds:
    """Return the grounds of a proposal of Ana on Monday 23 November 2026."""
    usual: dict[str, Any] = {
        "name": "Ana", "beat": 63, "joined_on": MONDAY - timedelta(weeks=52), "today": MONDAY,
        "leader": MARTA.name, "last_on": SUMMER,
    }  # fmt: skip
    return Grounds(reason=reason, **(usual | values))


def a_morning(customer: Customer | None = None, **values: Any) -> Today:
    """Return a morning on which Ana, or `customer`, is proposed because it is their turn."""
    whom = customer or somebody()
    reason = values.pop("reason", Reason.TURN)
    usual: dict[str, Any] = {
        "day": MONDAY, "now": MORNING, "leader": MARTA, "state": State.CALL,
        "settings": BookSettings(company="Brightside", country="GB", zone="Europe/London"),
        "why": "You last spoke 12 weeks ago (once a quarter).", "customer": whom,
        "pick": Pick(
            id=1, leader_id=1, day=MONDAY, slot=1, customer_id=whom.id, reason=reason,
            reserved_at=MORNING,
        ),
        "reaching": Reaching(zones=("Europe/London",), phone=whom.phones[0]),
    }  # fmt: skip
    return Today(**(usual | values))


def without_a_call(state: State, **values: Any) -> Today:
    """Return a morning on which nobody is proposed."""
    return replace(
        a_morning(), customer=None, pick=None, reaching=None, why=None, state=state, **values
    )
