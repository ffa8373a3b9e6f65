"""The tries to reach a customer, as they are read on both databases."""

from contextlib import AbstractContextManager
from datetime import UTC, date, datetime, timedelta

from conftest import Founded
from dailycontact.core.attempts import Half
from dailycontact.core.call import Outcome
from dailycontact.core.customer import Phone
from dailycontact.store import attempts, customers
from dailycontact.store.changing import Change
from support.builders import MONDAY, a_call, a_customer

LISBON = "Europe/Lisbon"
NEW_YORK = "America/New_York"


def change(founded: Founded, at: datetime) -> AbstractContextManager[Change]:
    return founded.book.change("test", leader_id=founded.leader_id, at=at)


def on(day: int, hour: int) -> datetime:
    return datetime(2026, 11, day, hour, 12, tzinfo=UTC)


def called(
    founded: Founded, customer_id: int, at: datetime, outcome: str = "no-answer", **values: object
) -> None:
    day = values.pop("day", at.date())
    assert isinstance(day, date)
    with change(founded, at) as changing:
        a_call(changing, customer_id, day=day, outcome=outcome, **values)


def ana(founded: Founded) -> int:
    with change(founded, on(2, 9)) as changing:
        return a_customer(changing, joined_on=MONDAY - timedelta(weeks=3))


def with_mobile(founded: Founded, customer_id: int) -> int:
    with change(founded, on(2, 9)) as changing:
        return changing.add(
            "phone", customer_id=customer_id, position=2, label="mobile",
            raw="+447700900123", e164="+447700900123", shown="+447700900123",
        )  # fmt: skip


def to_try(founded: Founded, customer_id: int) -> Phone | None:
    look = founded.book.look()
    customer = customers.customer(look, customer_id)
    assert customer is not None
    return attempts.phone_to_try(look, customer)


def test_the_tries_since_the_last_conversation_are_read_newest_first(founded: Founded) -> None:
    customer_id = ana(founded)
    called(founded, customer_id, on(2, 10))
    called(founded, customer_id, on(3, 10), "reached")
    called(founded, customer_id, on(4, 10), "voicemail")
    called(founded, customer_id, on(5, 15))

    tries = attempts.last_tries(founded.book.look(), customer_id, NEW_YORK)

    assert [(one.day.day, one.outcome) for one in tries] == [
        (5, Outcome.NO_ANSWER),
        (4, Outcome.VOICEMAIL),
    ]
    assert [one.at.hour for one in tries if one.at] == [10, 5]


def test_whoever_asked_to_be_rung_later_has_answered(founded: Founded) -> None:
    customer_id = ana(founded)
    called(founded, customer_id, on(2, 10))
    called(founded, customer_id, on(3, 10), "not-now")
    called(founded, customer_id, on(4, 10))

    tries = attempts.last_tries(founded.book.look(), customer_id)

    assert [one.day.day for one in tries] == [4]


def test_nobody_was_tried_who_was_never_called(founded: Founded) -> None:
    customer_id = ana(founded)

    look = founded.book.look()

    assert attempts.last_tries(look, customer_id) == ()
    assert attempts.last_miss_half(look, customer_id, LISBON) is None
    assert attempts.usual_hours(look, customer_id, LISBON) is None


def test_the_half_of_the_last_miss_is_that_of_the_customers_day(founded: Founded) -> None:
    customer_id = ana(founded)
    called(founded, customer_id, on(3, 14))

    look = founded.book.look()

    assert attempts.last_miss_half(look, customer_id, None) is Half.AFTERNOON
    assert attempts.last_miss_half(look, customer_id, NEW_YORK) is Half.MORNING


def test_a_call_that_was_logged_on_a_later_day_says_nothing_about_the_hour(
    founded: Founded,
) -> None:
    customer_id = ana(founded)
    called(founded, customer_id, on(4, 14), day=date(2026, 11, 3))

    look = founded.book.look()

    assert attempts.last_miss_half(look, customer_id, None) is None
    assert attempts.last_tries(look, customer_id)[0].at is None


def test_a_conversation_is_no_miss(founded: Founded) -> None:
    customer_id = ana(founded)
    called(founded, customer_id, on(3, 14))
    called(founded, customer_id, on(4, 14), "reached")

    assert attempts.last_miss_half(founded.book.look(), customer_id, None) is None


def test_three_conversations_teach_when_they_pick_up_where_they_are(founded: Founded) -> None:
    customer_id = ana(founded)
    for day in (3, 4, 5):
        called(founded, customer_id, on(day, 15), "reached")

    look = founded.book.look()

    assert attempts.usual_hours(look, customer_id, NEW_YORK) == "usually picks up by 11"
    assert attempts.usual_hours(look, customer_id, None) == "usually picks up between 15 and 16"


def test_who_rang_in_teaches_nothing_about_when_they_pick_up(founded: Founded) -> None:
    customer_id = ana(founded)
    for day in (3, 4, 5):
        called(founded, customer_id, on(day, 10), "reached", rang_in=1)

    assert attempts.usual_hours(founded.book.look(), customer_id, None) is None


def test_after_two_misses_the_next_number_is_tried(founded: Founded) -> None:
    customer_id = ana(founded)
    mobile = with_mobile(founded, customer_id)
    called(founded, customer_id, on(3, 10))
    first = to_try(founded, customer_id)
    called(founded, customer_id, on(4, 10))
    second = to_try(founded, customer_id)

    assert first is not None
    assert first.label == "office"
    assert second is not None
    assert second.id == mobile


def test_whoever_has_no_number_has_none_to_try(founded: Founded) -> None:
    with change(founded, on(2, 9)) as changing:
        customer_id = a_customer(changing, phone=None)

    assert to_try(founded, customer_id) is None
