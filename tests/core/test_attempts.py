"""What the tries so far teach."""

from datetime import UTC, datetime, time

import pytest

from dailycontact.core.attempts import Half, Try, half_of, phone_to_try, usual_hours
from dailycontact.core.call import Outcome
from dailycontact.core.customer import Phone
from support.builders import MONDAY

OFFICE = Phone(id=1, raw="1", shown="1", label="office")
MOBILE = Phone(id=2, raw="2", shown="2", label="mobile")
HOME = Phone(id=3, raw="3", shown="3", label="home")
WRONG = Phone(id=4, raw="4", shown="4", wrong_on=MONDAY)
PHONES = (OFFICE, WRONG, MOBILE, HOME)


def missed(phone_id: int | None = None) -> Try:
    return Try(day=MONDAY, outcome=Outcome.NO_ANSWER, phone_id=phone_id)


def reached(phone_id: int | None = None) -> Try:
    return Try(day=MONDAY, outcome=Outcome.REACHED, phone_id=phone_id)


def at(*hours: str) -> list[time]:
    return [time.fromisoformat(hour) for hour in hours]


def test_the_day_is_parted_after_lunch() -> None:
    halves = [half_of(hour) for hour in at("08:00", "12:59", "13:00", "20:59")]

    assert halves == [Half.MORNING, Half.MORNING, Half.AFTERNOON, Half.AFTERNOON]


def test_a_call_that_was_written_down_later_has_no_hour() -> None:
    assert missed().half is None
    seen = Try(day=MONDAY, outcome=Outcome.VOICEMAIL, at=datetime(2026, 11, 23, 15, tzinfo=UTC))
    assert seen.half is Half.AFTERNOON


@pytest.mark.parametrize(
    ("spoken", "said"),
    [
        (at("09:10", "09:50"), None),
        (at("09:10", "09:50", "09:59"), "usually picks up by 10"),
        (at("09:10", "10:50", "08:30"), "usually picks up by 11"),
        (at("09:10", "10:50", "11:30", "17:00"), "usually picks up by 12"),
        (at("14:10", "14:50", "14:05"), "usually picks up between 14 and 15"),
        (at("14:10", "15:50", "14:05", "09:00"), "usually picks up between 14 and 16"),
        (at("17:10", "19:50", "18:05"), "usually picks up between 17 and 20"),
        (at("09:10", "13:50", "18:05"), None),
        (at("09:10", "09:20", "15:05", "15:10"), None),
    ],
)
def test_when_somebody_picks_up_is_said_where_three_in_four_agree(
    spoken: list[time], said: str | None
) -> None:
    assert usual_hours(spoken) == said


def test_the_first_number_is_tried_again_after_one_miss() -> None:
    assert phone_to_try(PHONES, []) is OFFICE
    assert phone_to_try(PHONES, [missed()]) is OFFICE
    assert phone_to_try(PHONES, [missed(), reached()]) is OFFICE


def test_after_two_misses_in_a_row_the_next_number_is_tried_and_round_again() -> None:
    assert phone_to_try(PHONES, [missed(), missed()]) is MOBILE
    assert phone_to_try(PHONES, [missed(2), missed(), missed()]) is MOBILE
    assert phone_to_try(PHONES, [missed(2), missed(2), missed()]) is HOME
    assert phone_to_try(PHONES, [missed(3), missed(3), missed(2)]) is OFFICE


def test_a_number_that_was_never_dialled_comes_before_the_others() -> None:
    tries = [missed(), missed(), missed(2), missed(2), missed(), missed()]

    assert phone_to_try(PHONES, tries) is HOME
    assert phone_to_try((OFFICE, MOBILE), tries) is MOBILE


def test_the_number_on_which_they_were_reached_is_tried_first() -> None:
    assert phone_to_try(PHONES, [reached(2)]) is MOBILE
    assert phone_to_try(PHONES, [missed(2), reached(2)]) is MOBILE


def test_a_number_that_is_wrong_by_now_is_not_tried_again() -> None:
    assert phone_to_try(PHONES, [missed(4)]) is OFFICE
    assert phone_to_try((WRONG,), [missed(4)]) is None


def test_one_number_alone_is_tried_again_and_again() -> None:
    assert phone_to_try((OFFICE,), [missed(), missed(), missed()]) is OFFICE
