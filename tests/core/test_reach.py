"""Nobody is phoned outside the hours of their own day, whatever the clocks do."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dailycontact.core.hours import LAWFUL, USUAL, Hours
from dailycontact.core.reach import (
    NO_SHARED_HOUR,
    OPEN,
    Access,
    Reach,
    Window,
    day_begins,
    window,
)
from support.zones import FORTY, changes

LONDON = ZoneInfo("Europe/London")
MONDAY = date(2026, 11, 23)
TONIGHT = datetime(2026, 11, 24, tzinfo=UTC)
HOUR = timedelta(hours=1)


def in_zones(*names: str, **values: object) -> Reach:
    return Reach(zones=tuple(map(ZoneInfo, names)), **values)  # type: ignore[arg-type]  # as Reach takes them


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 23, hour, minute, tzinfo=UTC)


def ask(reach: Reach, now: datetime, until: datetime = TONIGHT) -> Window:
    return window(reach, now=now, until=until)


def test_in_the_preferred_hours_there_one_can_ring_now() -> None:
    assert ask(in_zones("Europe/London"), at(9)) is OPEN
    assert ask(in_zones("Europe/London"), at(16, 59)) is OPEN


def test_before_the_preferred_hours_it_is_said_when_they_begin() -> None:
    found = ask(in_zones("America/New_York"), at(9))

    assert found == Window(access=Access.LATER, at=at(14), why_not="outside hours", lawful=False)


def test_an_hour_too_early_for_them_may_still_be_one_at_which_one_may_ring() -> None:
    found = [ask(in_zones("Europe/London"), at(7, 30)), ask(in_zones("Europe/London"), at(8, 30))]

    assert [(one.access, one.lawful) for one in found] == [
        (Access.LATER, False),
        (Access.LATER, True),
    ]


def test_after_the_preferred_hours_one_may_ring_until_nine_in_the_evening() -> None:
    access = [ask(in_zones("Europe/London"), at(hour)).access for hour in (17, 20, 21, 23)]

    assert access == [Access.LATE, Access.LATE, Access.CLOSED, Access.CLOSED]


def test_later_today_ends_with_the_day_of_the_book() -> None:
    auckland = in_zones("Pacific/Auckland")  # its nine o'clock is 20:00 at the book

    evening = ask(auckland, at(12))
    early = ask(auckland, at(12), until=at(19))

    assert (evening.access, evening.at) == (Access.LATER, at(20))
    assert early.access is Access.CLOSED


def test_a_day_that_is_over_has_no_later() -> None:
    found = ask(in_zones("Europe/London"), at(18), until=at(12))

    assert found.access is Access.LATE


def test_hours_of_their_own_come_before_the_books() -> None:
    found = ask(in_zones("Europe/London", hours=Hours(start=15 * 60, end=16 * 60)), at(10))

    assert (found.access, found.at) == (Access.LATER, at(15))


def test_nobody_is_phoned_on_a_holiday_of_theirs() -> None:
    found = ask(in_zones("Europe/London", holidays={MONDAY: "St Nobody's Day"}), at(10))

    assert found == Window(access=Access.CLOSED, lawful=False, why_not="St Nobody's Day")


def test_a_holiday_there_ends_with_their_day_and_not_the_books() -> None:
    tokyo = in_zones("Asia/Tokyo", holidays={MONDAY: "勤労感謝の日"})  # Labor Thanksgiving Day

    found = ask(tokyo, at(10), until=datetime(2026, 11, 24, 5, tzinfo=UTC))  # a book in Chicago

    assert (found.access, found.at) == (Access.LATER, TONIGHT)
    assert found.why_not == "勤労感謝の日"


def test_a_weekend_there_is_none_where_the_book_works_on_it() -> None:
    saturday_there = datetime(2026, 11, 27, 22, tzinfo=UTC)  # Friday at the book
    until = datetime(2026, 11, 28, tzinfo=UTC)

    resting = ask(in_zones("Pacific/Auckland"), saturday_there, until=until)
    working = ask(in_zones("Pacific/Auckland", work_days=range(6)), saturday_there, until=until)

    assert resting == Window(access=Access.CLOSED, lawful=False, why_not="weekend")
    assert working is OPEN


def test_a_day_in_the_week_on_which_the_book_rests_is_no_weekend_there() -> None:
    found = ask(in_zones("Europe/London", work_days={1, 2, 3, 4, 5}), at(10))

    assert found is OPEN


def test_who_could_be_in_several_zones_is_phoned_when_it_is_day_in_all() -> None:
    somewhere = in_zones("America/New_York", "America/Chicago", "America/Los_Angeles")

    found = [ask(somewhere, at(hour)) for hour in (15, 17, 21, 22)]

    assert found[0] == Window(access=Access.LATER, at=at(17), why_not="outside hours", lawful=False)
    assert found[1:3] == [OPEN, OPEN]
    assert found[3].access is Access.LATE


def test_zones_that_share_only_lawful_hours_are_phoned_in_those() -> None:
    russia = in_zones("Europe/Kaliningrad", "Asia/Kamchatka")  # UTC+2 and UTC+12

    found = [ask(russia, at(hour)) for hour in (5, 6, 8, 9)]

    assert [one.access for one in found] == [
        Access.LATER, Access.NOW, Access.NOW, Access.CLOSED,
    ]  # fmt: skip
    assert found[0].at == at(6)


def test_zones_that_share_no_hour_are_never_phoned_and_it_says_why() -> None:
    nowhere = in_zones("Pacific/Guam", "America/Sao_Paulo", "Europe/Athens", "Pacific/Honolulu")

    found = {ask(nowhere, at(hour)) for hour in range(24)}

    assert found == {Window(access=Access.CLOSED, lawful=False, why_not=NO_SHARED_HOUR)}


def test_a_holiday_in_one_of_the_zones_is_one() -> None:
    either = in_zones("America/New_York", "America/Chicago", holidays={MONDAY: "A holiday"})

    assert ask(either, at(16)) == Window(access=Access.CLOSED, lawful=False, why_not="A holiday")


@pytest.mark.parametrize("zone", FORTY)
def test_around_every_change_of_the_clocks_the_wall_clock_there_decides(zone: str) -> None:
    reach = in_zones(zone, work_days=range(7))
    there = ZoneInfo(zone)

    wrong = [
        (now, found.access)
        for change in changes(zone)
        for now in _around(change)
        if (found := ask(reach, now, until=now + 6 * HOUR)).access is not _expected(there, now)
    ]

    assert wrong == []


def _around(change: datetime) -> Iterator[datetime]:
    for minutes in range(-16 * 60, 17 * 60, 47):
        yield change + timedelta(minutes=minutes)
    yield from (change - timedelta(seconds=1), change)


def _expected(zone: ZoneInfo, now: datetime) -> Access:
    """Return what a wall clock that is looked at every five minutes says."""
    wall = now.astimezone(zone).time()
    if USUAL.holds(wall):
        return Access.NOW
    minutes = (now + timedelta(minutes=step) for step in range(360))
    if any(USUAL.holds(minute.astimezone(zone).time()) for minute in minutes):
        return Access.LATER
    return Access.LATE if LAWFUL.holds(wall) else Access.CLOSED


@given(
    zones=st.lists(st.sampled_from(FORTY), min_size=1, max_size=4, unique=True),
    now=st.datetimes(datetime(2024, 1, 1), datetime(2035, 12, 30)).map(  # noqa: DTZ001 - made aware by map
        lambda naive: naive.replace(tzinfo=UTC)
    ),
    ahead=st.integers(min_value=0, max_value=24),
    own=st.integers(min_value=8, max_value=20),
)
@settings(max_examples=300, deadline=None)
def test_no_window_is_ever_outside_the_lawful_hours_of_any_wall_clock(
    zones: list[str], now: datetime, ahead: int, own: int
) -> None:
    reach = in_zones(*zones, hours=Hours(start=own * 60, end=(own + 1) * 60))

    found = ask(reach, now, until=now + ahead * HOUR)

    rung = now if found.access in (Access.NOW, Access.LATE) else found.at
    walls = [] if rung is None else [rung.astimezone(ZoneInfo(zone)) for zone in zones]
    assert all(LAWFUL.holds(wall.time()) for wall in walls)
    assert all(wall.weekday() < 5 for wall in walls)
    assert found.access is not Access.LATER or (found.at and now < found.at < now + ahead * HOUR)


@pytest.mark.parametrize("zone", FORTY)
def test_no_day_is_skipped_or_doubled_by_a_change_of_the_clocks(zone: str) -> None:
    there = ZoneInfo(zone)

    for change in changes(zone):
        first = change.astimezone(there).date() - timedelta(days=2)
        starts = [day_begins(first + timedelta(days=step), there) for step in range(5)]
        for step, (start, end) in enumerate(pairwise(starts)):
            days = {
                instant.astimezone(there).date()
                for instant in (start, start + HOUR, end - HOUR, end - timedelta(microseconds=1))
            }
            assert days == {first + timedelta(days=step)}
            assert timedelta(hours=22) <= end - start <= timedelta(hours=26)


def test_days_without_a_midnight_are_among_those_that_are_looked_at() -> None:
    without = {
        zone
        for zone in FORTY
        for change in changes(zone)
        if (wall := change.astimezone(ZoneInfo(zone))).hour == 1 and wall.minute == 0
        and (change - timedelta(seconds=1)).astimezone(ZoneInfo(zone)).date() != wall.date()
    }  # fmt: skip

    assert {"America/Santiago", "Africa/Cairo", "Asia/Beirut", "America/Havana"} <= without


def test_a_clock_that_is_set_back_says_what_it_said_at_that_hour() -> None:
    new_york = in_zones("America/New_York")
    before = [ask(new_york, at(hour)) for hour in range(24)]

    again = [ask(new_york, at(hour)) for hour in reversed(range(24))]

    assert again[::-1] == before
