"""Figures on a page: the charts, what stands beside the period before, and the foot of the page."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from dailycontact.core.period import Length, days_between, quarter_of
from dailycontact.core.recorded import ChangedSince, Turnout
from dailycontact.report.rule.figures import Figures, StageTime, ThemeByWeek
from dailycontact.report.rule.page import ChartKind, Paragraph
from dailycontact.report.rule.pages import page_of
from dailycontact.report.rule.pages.counting import in_words, knowing, say_length, times
from dailycontact.report.rule.report import Edition, Stamp
from support.pages import charts, grid, keys, section, shown
from support.reports import (
    FRIDAY,
    MONDAY,
    a_report,
    a_stamp,
    a_week,
    empty_report,
    some_figures,
    some_weeks,
)


def test_the_weeks_are_drawn_with_a_sentence_that_says_what_is_in_each_picture() -> None:
    weeks, funnel, themes, stages = charts(page_of(a_report()))

    assert [one.kind for one in (weeks, funnel, themes, stages)] == [
        ChartKind.GROUPED, ChartKind.FUNNEL, ChartKind.LINES, ChartKind.BARS,
    ]  # fmt: skip
    assert weeks.description == "78 calls and 36 conversations in 12 weeks."
    assert (weeks.labels[0], weeks.labels[-1]) == ("31 Aug", "16 Nov")
    assert funnel.description == (
        "Since 31 August: 52 asked, 44 heard, 41 shared, 24 acted on and 15 told,"
        " counted in customers and what they wished for since then."
    )
    assert themes.description == "Most often: Delivery times, 16 times in 12 weeks."
    assert stages.description == (
        "Since 31 August, half of what was done was done within about 2 weeks of being taken on."
        " That is the longest step. Of the customers who learned since then what"
        " became of their words, half knew within about 4 weeks."
    )
    assert stages.labels == ("until shared", "until taken on", "until done", "until told")
    for chart in (weeks, funnel, themes, stages):
        assert {len(series.values) for series in chart.series} == {len(chart.labels)}


def test_what_is_too_little_for_a_picture_is_left_out() -> None:
    few = Figures(
        weeks=some_weeks(number=1),
        funnel=(("asked", 2), ("heard", 1)),
        themes=(ThemeByWeek(name="Invoices", counts=(1,)),),
        stages=(
            StageTime(name="heard", median=1, of=1),
            StageTime(name="taken on", median=0, of=9),
            StageTime(name="done", median=None, of=0),
        ),
    )

    assert charts(page_of(a_report(figures=few))) == []
    assert "weeks" not in keys(page_of(a_report(figures=Figures())))


def test_one_theme_said_twice_makes_no_line_and_the_seventh_theme_is_counted() -> None:
    weeks = some_weeks()
    twice = ThemeByWeek(name="Twice", counts=(0,) * 10 + (1, 1))
    many = tuple(ThemeByWeek(name=f"Theme {n}", counts=(1,) * 12) for n in range(8))
    silent = ThemeByWeek(name="Silent", counts=(0,) * 12)

    rare = page_of(a_report(figures=Figures(weeks=weeks, themes=(twice,))))
    (_, chart) = charts(page_of(a_report(figures=Figures(weeks=weeks, themes=(*many, silent)))))

    assert [one.kind for one in charts(rare)] == [ChartKind.GROUPED]
    assert len(chart.series) == 6
    assert chart.description.endswith("Shown are the 6 most frequent of 8 themes.")


def test_weeks_before_the_first_in_which_there_was_anything_are_left_out() -> None:
    weeks = tuple(replace(week, calls=0, conversations=0) for week in some_weeks()[:8])
    early = ThemeByWeek(name="A letter", counts=(0,) * 7 + (1, 1, 1, 0, 1))
    figures = Figures(weeks=(*weeks, *some_weeks()[8:]), themes=(early,))

    calls, themes = charts(page_of(a_report(figures=figures)))
    alone = charts(page_of(a_report(figures=replace(figures, themes=()))))

    assert (calls.labels[0], themes.labels[0], alone[0].labels[0]) == ("19 Oct", "19 Oct", "26 Oct")
    assert calls.description == "26 calls and 13 conversations in 5 weeks."
    assert themes.series[0].values == (1, 1, 1, 0, 1)


def test_a_year_is_drawn_in_months() -> None:
    year = Figures(
        since=date(2025, 12, 29),
        funnel=(("asked", 9), ("heard", 8)),
        weeks=some_weeks(date(2026, 12, 28), number=53),
        themes=(ThemeByWeek(name="Invoices", counts=(1,) * 53),),
    )

    calls, funnel, themes = charts(page_of(a_report(figures=year)))

    assert (calls.labels[0], calls.labels[-1], len(calls.labels)) == ("Dec 2025", "Dec 2026", 13)
    assert calls.description.endswith("in 53 weeks.")
    assert funnel.description.startswith("Since 29 December 2025: 9 asked")
    assert themes.series[0].values == (1, 4, 4, 5, 4, 4, 5, 4, 5, 4, 4, 5, 4)


def test_a_funnel_without_a_first_day_and_an_unknown_step_are_still_said() -> None:
    figures = some_figures(since=None, stages=(StageTime(name="weighed", median=0.2, of=9),),
                           typical=None)  # fmt: skip

    _, funnel, _, stages = charts(page_of(a_report(figures=figures)))

    assert funnel.description.startswith("52 asked")
    assert stages.description.startswith("Half of what was weighed took no longer than a day.")


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "less than a day"), (0.5, "less than a day"), (1, "1 working day"), (3, "3 working days"),
     (7, "7 working days"), (8, "about 2 weeks"), (18.5, "about 4 weeks"), (63, "about 13 weeks")],
)  # fmt: skip
def test_long_times_are_said_in_weeks(days: float, said: str) -> None:
    assert say_length(days) == said


def test_numbers_are_words_as_far_as_people_write_them_out() -> None:
    assert [in_words(number) for number in (0, 1, 10, 11, 1204)] == [
        "No", "One", "Ten", "11", "1,204",
    ]  # fmt: skip
    assert [times(number) for number in (1, 2)] == ["once", "2 times"]
    assert knowing(Figures()) == ""
    assert knowing(Figures(typical=0)).endswith("half knew within a day.")


def test_the_week_before_stands_beside_and_nothing_is_claimed_of_it() -> None:
    before = some_figures(calls=8, praise=0, not_solved=0)
    figures = some_figures(praise=0, not_solved=0)

    page = page_of(a_report(figures=figures, before=before))

    table = grid(page, "compare")
    assert section(page, "compare").title == "Beside the week before"
    assert table.columns == ("", "this week", "the week before")
    assert table.rows[0] == ("calls", "11", "8")
    assert table.caption == "This week and the week before, each up to the same day and hour"
    assert "praise" not in {row[0] for row in table.rows}
    assert "may well be chance" in shown(page, "compare")


def test_days_stand_beside_the_days_before() -> None:
    days = days_between(MONDAY, FRIDAY, zone="UTC")

    page = page_of(a_report(period=days, before=some_figures()))

    assert section(page, "compare").title == "Beside the days before"
    assert grid(page, "compare").columns == ("", "these days", "those before")


def test_nothing_beside_nothing_is_no_table() -> None:
    assert "compare" not in keys(page_of(a_report(figures=Figures(), before=Figures())))


def test_a_quarter_says_what_it_was_for_and_claims_no_cause() -> None:
    turnout = (("told", Turnout(kept=39, left=1, came=3)), ("not told", Turnout(kept=54, left=6)))

    page = page_of(a_report(period=quarter_of(MONDAY, zone="UTC"), turnout=turnout))

    assert page.subtitle == "quarter 4, October–December 2026"
    assert grid(page, "purpose").rows == (
        ("customers who were told", "39", "1", "3"),
        ("the others", "54", "6", "0"),
    )
    assert "not why" in shown(page, "purpose")
    assert keys(page)[-2:] == ["purpose", "weeks"]


@pytest.mark.parametrize(
    ("told", "pleased", "says"),
    [(3, 2, "3 customers heard from us what became of their words; 2 of them were pleased."),
     (3, 1, "3 customers heard from us what became of their words; 1 of them was pleased."),
     (1, 0, "1 customer heard from us what became of their words.")],
)  # fmt: skip
def test_four_weeks_say_what_they_brought(told: int, pleased: int, says: str) -> None:
    first = Figures(calls=20, conversations=12, wishes=9, praise=4, ended=3, customers_told=told,
                    pleased=pleased, typical=6)  # fmt: skip

    page = page_of(a_report(first_weeks=first))

    blocks = section(page, "first-weeks").blocks
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == [
        (
            "Twenty working days: 20 calls and 12 conversations; 9 wishes heard, praise 4 times and"
            " 3 things finished."
        ),
        says,
        "Of the customers who learned what became of their words, half knew within 6 working days.",
    ]


def test_four_quiet_weeks_are_said_as_they_were() -> None:
    page = page_of(empty_report(first_weeks=Figures(calls=20)))

    assert shown(page, "first-weeks").splitlines() == [
        "What four weeks brought", "Twenty working days: 20 calls and 0 conversations.",
    ]  # fmt: skip


def test_the_foot_says_from_what_and_up_to_when_it_was_made() -> None:
    stamp = a_stamp(changed=ChangedSince(undone=1, erased=2, withdrawn=1), written_later=3)

    assert page_of(a_report(stamp=stamp)).footer == (
        "As of 20 November 2026, 16:00 (Europe/London).",
        "3 things of earlier days were written down only this week; each says its day.",
        (
            "Left out since then: 1 entry undone, 2 customers forgotten at their wish and 1 answer"
            " taken back."
        ),
        "Book 5f3a09c1, dailycontact 0.1.0.",
    )


@pytest.mark.parametrize(
    ("edition", "then"), [(Edition.TEAM, "then"), (Edition.CUSTOMERS, "this was first made")]
)
def test_the_foot_of_every_edition_says_what_is_not_as_it_was(edition: Edition, then: str) -> None:
    changed = ChangedSince(undone=2, renamed=1, hidden=1)
    stamp = a_stamp(changed=changed)

    said = page_of(a_report(edition=edition, stamp=stamp)).footer

    assert [one for one in said if not one.startswith(("As of", "Book"))][-2:] == [
        f"Left out since {then}: 2 entries undone and 1 name or word hidden.",
        "1 of the team has another name since.",
    ]


def test_several_of_the_team_may_have_another_name() -> None:
    stamp = a_stamp(changed=ChangedSince(renamed=2))

    assert "2 of the team have another name since." in page_of(a_report(stamp=stamp)).footer


def test_a_period_that_is_over_ends_with_its_last_day_where_the_book_is() -> None:
    over = a_stamp(cutoff=a_week(cut=None).until, written_later=1)
    abroad = a_stamp(cutoff=datetime(2026, 11, 20, 16, tzinfo=UTC), zone="Asia/Tokyo")

    assert page_of(a_report(stamp=over)).footer[:2] == (
        "As of the end of 22 November 2026 (Europe/London).",
        "1 thing of earlier days was written down only this week; each says its day.",
    )
    assert page_of(a_report(stamp=abroad)).footer[0] == (
        "As of 21 November 2026, 01:00 (Asia/Tokyo)."
    )


def test_a_report_that_was_made_from_nothing_known_has_a_foot_all_the_same() -> None:
    assert page_of(a_report(stamp=Stamp())).footer == ("dailycontact.",)


@pytest.mark.parametrize(
    ("length", "says"),
    [(Length.MONTH, "No calls this month."), (Length.QUARTER, "No calls this quarter."),
     (Length.YEAR, "No calls this year.")],
)  # fmt: skip
def test_a_longer_period_is_called_by_its_name(length: Length, says: str) -> None:
    quiet = empty_report(absent=None, back_on=None, away=())
    period = replace(quiet.period, length=length)

    assert says in page_of(replace(quiet, period=period)).lead[0].text
