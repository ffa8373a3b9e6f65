"""Where and when customers can be phoned, derived in a change and looked at without a library."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest

from conftest import Founded
from dailycontact.core.reach import Access, Window
from dailycontact.store import calendar, reach, rhythms, whereabouts
from dailycontact.store.health import drifted_rhythms
from dailycontact.store.looking import Row
from dailycontact.store.settings import write_setting
from support.builders import MONDAY, MORNING, a_customer


def add(founded: Founded, **values: object) -> int:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        customer_id = a_customer(change, **values)  # type: ignore[arg-type]  # as the builder takes them
    founded.book.rest()
    return customer_id


def change_setting(founded: Founded, key: str, value: str) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        write_setting(change, key, value)
    founded.book.rest()


def reach_of(founded: Founded, customer_id: int) -> int:
    look = founded.book.look()
    return int(look.value("SELECT reach AS value FROM customer WHERE id = :id", id=customer_id))


def look_at(founded: Founded, reach_id: int, now: datetime = MORNING, day: date = MONDAY) -> Window:
    found = reach.windows(founded.book.look(), now=now, day=day)(reach_id)
    founded.book.rest()
    return found


def rows(founded: Founded, sql: str) -> Sequence[Row]:
    found = founded.book.look().rows(sql)
    founded.book.rest()
    return found


def test_of_whom_nothing_is_known_but_the_book_keeps_its_hours_and_zone(founded: Founded) -> None:
    customer_id = add(founded, phone=None)

    reach_id = reach_of(founded, customer_id)

    assert reach_id == reach.AT_THE_BOOK
    assert reach.zones_of(founded.book.look(), reach_id) == ("Europe/London",)
    assert look_at(founded, reach_id).access is Access.NOW


def test_the_settings_of_the_book_hold_at_once(founded: Founded) -> None:
    change_setting(founded, "hours", "10:00-12:00")
    later = look_at(founded, reach.AT_THE_BOOK)

    change_setting(founded, "zone", "Asia/Dubai")
    now = look_at(founded, reach.AT_THE_BOOK)

    assert (later.access, later.at) == (Access.LATER, MORNING.replace(hour=10, minute=0))
    assert now.access is Access.LATE


def test_a_number_says_where_somebody_is(founded: Founded) -> None:
    customer_id = add(founded, phone="+12125550123")

    reach_id = reach_of(founded, customer_id)

    assert reach.zones_of(founded.book.look(), reach_id) == ("America/New_York",)
    found = look_at(founded, reach_id)
    assert (found.access, found.at) == (Access.LATER, MORNING.replace(hour=14, minute=0))


def test_who_is_alike_shares_an_entry(founded: Founded) -> None:
    every = [
        add(founded, name=name, phone=None, country="ES", zone="Europe/Madrid", hours=hours)
        for name, hours in (("Ana", None), ("Bo", None), ("Jo", "10:00-12:00"))
    ]

    ana, bo, jo = (reach_of(founded, one) for one in every)

    assert ana == bo != jo
    assert len(rows(founded, "SELECT id FROM reach")) == 2


def test_hours_of_their_own_are_kept(founded: Founded) -> None:
    customer_id = add(founded, phone=None, country="DE", zone="Europe/Berlin", hours="11:00-12:00")

    found = look_at(founded, reach_of(founded, customer_id))
    zones, hours = reach.hours_of(founded.book.look(), customer_id)

    assert (found.access, found.at) == (Access.LATER, MORNING.replace(hour=10, minute=0))
    assert (zones, str(hours)) == (("Europe/Berlin",), "11:00-12:00")


def test_a_number_that_turns_out_wrong_says_nothing_any_more(founded: Founded) -> None:
    customer_id = add(founded, phone="+12125550123")

    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        phone = change.value("SELECT id AS value FROM phone")
        change.set("phone", phone, wrong_on=MONDAY)
        rhythms.refresh(change, [customer_id])
    founded.book.rest()

    assert reach_of(founded, customer_id) == reach.AT_THE_BOOK


def test_the_holidays_of_a_country_come_with_its_first_customer(founded: Founded) -> None:
    before = rows(founded, "SELECT DISTINCT country FROM holiday ORDER BY country")

    customer_id = add(founded, phone=None, country="DE", zone="Europe/Berlin")

    after = rows(founded, "SELECT DISTINCT country FROM holiday ORDER BY country")
    assert [row["country"] for row in before] == ["GB"]
    assert [row["country"] for row in after] == ["DE", "GB"]
    christmas = datetime(2026, 12, 25, 9, tzinfo=UTC)
    found = look_at(founded, reach_of(founded, customer_id), christmas, christmas.date())
    assert found == Window(access=Access.CLOSED, lawful=False, why_not="Christmas Day")


def test_holidays_are_kept_ahead_with_the_calendar(founded: Founded) -> None:
    add(founded, phone=None, country="DE", zone="Europe/Berlin")
    later = MORNING + timedelta(days=900)

    with founded.book.change("test", leader_id=founded.leader_id, at=later) as change:
        change.add("story", text="Still here.", leader_id=1, day=later.date(), recorded_at=later)
    founded.book.rest()

    last = rows(founded, "SELECT country, MAX(day) AS day, COUNT(*) AS days FROM holiday"
                " GROUP BY country ORDER BY country")  # fmt: skip
    assert [row["country"] for row in last] == ["DE", "GB"]
    assert all(date.fromisoformat(row["day"]) > later.date() + timedelta(days=600) for row in last)
    assert all(row["days"] > 20 for row in last)


def test_a_calendar_that_is_made_anew_keeps_the_holidays(founded: Founded) -> None:
    add(founded, phone=None, country="DE", zone="Europe/Berlin")
    before = rows(founded, "SELECT country, day FROM holiday ORDER BY country, day")

    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        calendar.rebuild(change, since=MONDAY, today=MONDAY)
    founded.book.rest()

    after = rows(founded, "SELECT country, day FROM holiday ORDER BY country, day")
    assert [(row["country"], row["day"]) for row in after] == [
        (row["country"], row["day"]) for row in before
    ]


def test_holidays_that_are_lost_come_back_when_all_is_derived_anew(founded: Founded) -> None:
    add(founded, phone=None, country="DE", zone="Europe/Berlin")
    before = rows(founded, "SELECT country, COUNT(*) AS days FROM holiday GROUP BY country")

    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        change.run("DELETE FROM holiday")
        rhythms.refresh_all(change)
    founded.book.rest()

    after = rows(founded, "SELECT country, COUNT(*) AS days FROM holiday GROUP BY country")
    assert {(row["country"], row["days"]) for row in after} == {
        (row["country"], row["days"]) for row in before
    }


def test_a_country_without_a_table_of_holidays_has_none(founded: Founded) -> None:
    customer_id = add(founded, phone=None, country="XK", zone="Europe/Belgrade")

    found = look_at(founded, reach_of(founded, customer_id))

    assert found.access is Access.NOW


def test_a_zone_that_this_computer_does_not_know_is_never_phoned(founded: Founded) -> None:
    customer_id = add(founded, phone=None, zone="Mars/Olympus")

    found = look_at(founded, reach_of(founded, customer_id))

    assert found == reach.NO_SUCH_ZONE


@pytest.mark.parametrize("country", ["US", "GB"])
def test_when_the_books_country_changes_so_do_those_of_whom_none_is_known(
    founded: Founded, country: str
) -> None:
    customer_id = add(founded, phone="+18005550123")
    abroad = reach_of(founded, customer_id)

    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        write_setting(change, "country", country)
        whereabouts.follow(change)
    founded.book.rest()

    assert abroad != reach.AT_THE_BOOK
    assert (reach_of(founded, customer_id) == reach.AT_THE_BOOK) is (country == "US")


def test_what_does_not_follow_from_what_is_known_is_found(founded: Founded) -> None:
    add(founded, phone="+12125550123")
    add(founded, name="Bo Lind", phone=None)
    right = list(drifted_rhythms(founded.book.look()))
    founded.book.rest()

    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        change.run("UPDATE customer SET reach = 77 WHERE name = 'Bo Lind'")
        change.run("UPDATE reach SET country = 'CA'")
    wrong = list(drifted_rhythms(founded.book.look()))
    founded.book.rest()

    assert right == []
    assert len(wrong) == 2
    assert all("reach" in one.columns for one in wrong)


def test_one_customer_is_told_apart_without_a_table(founded: Founded) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        made = [
            whereabouts.reach_of(change, country="US", zone=None, hours=None, numbers=numbers)
            for numbers in ((), ("+12125550123",), ("+12125550199",))
        ]
    founded.book.rest()

    assert made[0] != made[1] == made[2]
