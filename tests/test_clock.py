"""The only place that asks the system for the time."""

from datetime import UTC, datetime

import pytest

from dailycontact.clock import NOW, ClockUnreadable, now


@pytest.mark.parametrize(
    ("pretended", "instant"),
    [
        ("2026-11-23T09:12", datetime(2026, 11, 23, 9, 12, tzinfo=UTC)),
        ("2026-11-23T09:12+02:00", datetime(2026, 11, 23, 7, 12, tzinfo=UTC)),
        ("2026-11-23", datetime(2026, 11, 23, tzinfo=UTC)),
    ],
)
def test_the_time_can_be_set_for_a_demonstration(
    pretended: str, instant: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(NOW, pretended)

    assert now() == instant


@pytest.mark.parametrize(
    "pretended", ["soon", "9999-12-31T23:59:59Z", "0001-01-01T00:00+14:00", "0001-01-01"]
)
def test_a_time_that_cannot_be_is_refused(pretended: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NOW, pretended)

    with pytest.raises(ClockUnreadable, match="write it like 2026-11-23"):
        now()


def test_otherwise_it_is_the_system_s_time_in_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(NOW)

    assert now().tzinfo is UTC
