"""What a screen offers to do with a report that was read on it."""

from dataclasses import replace
from typing import Any

import pytest

from dailycontact.core.period import days_between, month_of
from dailycontact.report.rule.report import Edition, Report
from dailycontact.report.view.onward import onward
from dailycontact.terminal.card import Part
from support.reports import FRIDAY, MONDAY, a_report, a_week


def _offered(report: Report) -> list[str]:
    parts = [part for part in onward(report) if isinstance(part, Part)]
    lines = [line.plain for part in parts for line in part.lines(120)]
    return [" ".join(line.split()) for line in lines]


def test_a_report_on_a_screen_can_be_passed_on() -> None:
    assert _offered(a_report()) == [
        "As a page dailycontact report -o week.html",
        "By e-mail, team edition dailycontact report --send team",
    ]


@pytest.mark.parametrize(
    ("changes", "page"),
    [
        ({"period": a_week(cut=None)}, "dailycontact report 2026-W47 -o 2026-W47.html"),
        ({"period": month_of(MONDAY, zone="UTC"), "edition": Edition.COMPANY},
         "dailycontact report 2026-11 --edition company -o 2026-11.html"),
        ({"edition": Edition.LEADER}, "dailycontact report --edition leader -o week.html"),
    ],
)  # fmt: skip
def test_it_is_the_report_of_these_days_for_the_same_readers(
    changes: dict[str, Any], page: str
) -> None:
    report = replace(a_report(), **changes)

    assert _offered(report)[0] == f"As a page {page}"
    assert len(_offered(report)) == (1 if report.is_leaders else 2)


def test_days_without_a_name_are_not_offered_again() -> None:
    assert _offered(a_report(period=days_between(MONDAY, FRIDAY, zone="UTC"))) == []
