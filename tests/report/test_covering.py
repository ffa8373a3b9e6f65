"""A message that is made anew covers what it did, under the same name."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from dailycontact.core.message import Message
from dailycontact.core.period import Period, days_between, month_of, quarter_of, week_of
from dailycontact.report.usecases.covering import period_anew

ZONE = "Europe/Berlin"
DAY = date(2026, 11, 16)
NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)


def _covering(period: Period, *, recorded_at: datetime) -> Message:
    return Message(
        id=1,
        edition="team",
        since=period.start,
        until=period.until,
        subject="What customers told us",
        leader="Marta Silva",
        recorded_at=recorded_at,
    )


@pytest.mark.parametrize(
    "period",
    [week_of(DAY, zone=ZONE), month_of(DAY, zone=ZONE), quarter_of(DAY, zone=ZONE)],
    ids=["week", "month", "quarter"],
)
def test_days_that_were_named_are_called_as_they_were(period: Period) -> None:
    anew = period_anew(_covering(period, recorded_at=NOW), now=NOW, zone=ZONE)

    assert anew == period


def test_days_without_a_name_stay_the_same_days() -> None:
    period = days_between(DAY, DAY + timedelta(days=9), zone=ZONE)

    anew = period_anew(_covering(period, recorded_at=NOW), now=NOW, zone=ZONE)

    assert (anew.first, anew.last) == (period.first, period.last)
    assert (anew.start, anew.until) == (period.start, period.until)


def test_what_went_up_to_its_own_making_goes_up_to_now() -> None:
    then = NOW - timedelta(days=3)
    period = replace(week_of(then.date(), zone=ZONE), cutoff=then)

    anew = period_anew(_covering(period, recorded_at=then), now=NOW, zone=ZONE)

    assert (anew.start, anew.until) == (period.start, NOW)
