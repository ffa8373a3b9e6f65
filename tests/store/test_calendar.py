"""The calendar as rows: it reaches ahead by itself."""

from datetime import date, timedelta

from conftest import Founded
from dailycontact.store import calendar, days_off
from support.builders import MONDAY, MORNING


def test_a_change_years_later_makes_the_calendar_reach_ahead_again(founded: Founded) -> None:
    later = MORNING + timedelta(days=900)

    with founded.book.change("test", leader_id=founded.leader_id, at=later) as change:
        change.add("story", text="Still here.", leader_id=1, day=later.date(), recorded_at=later)
    last = founded.book.look().value("SELECT MAX(day) AS value FROM workday")
    founded.book.rest()

    assert date.fromisoformat(last) == later.date() + calendar.AHEAD


def test_days_are_numbered_on_where_the_calendar_was_extended(founded: Founded) -> None:
    look = founded.book.look()
    last = date.fromisoformat(look.value("SELECT MAX(day) AS value FROM workday"))
    guess = calendar.number_of(look, last + timedelta(days=3))
    founded.book.rest()

    with founded.book.change(
        "test", leader_id=founded.leader_id, at=MORNING + timedelta(days=500)
    ) as change:
        extended = calendar.number_of(change, last + timedelta(days=3))

    assert extended in (guess, guess - 1)


def test_beyond_the_calendar_mondays_to_fridays_count(founded: Founded) -> None:
    look = founded.book.look()
    far, farther = date(2031, 3, 3), date(2031, 3, 10)

    assert calendar.between(look, far, farther) == 5
    assert calendar.between(look, date(2020, 3, 2), date(2020, 3, 9)) == 5
    assert calendar.next_workday(look, date(2031, 3, 7)) == farther
    founded.book.rest()


def test_a_new_book_begins_with_its_country_s_holidays(founded: Founded) -> None:
    look = founded.book.look()

    christmas = calendar.workday(look, date(2026, 12, 25))
    monday = calendar.workday(look, MONDAY)
    founded.book.rest()

    assert (christmas.why_not, monday.works) == ("Christmas Day", True)


def test_an_unknown_country_has_no_holidays() -> None:
    assert days_off.public_holidays("ZZ", [2026]) == {}
    assert days_off.public_holidays(None, [2026]) == {}
