"""A book added up for its readers, week after week: what was merged, what was not solved."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

from conftest import Founded
from dailycontact.core.period import week_of
from dailycontact.report.rule.report import Edition, Report
from dailycontact.report.usecases.report import report
from dailycontact.store.changing import Change
from dailycontact.themes.usecases.joining import merge
from support.builders import (
    MONDAY,
    a_customer,
    a_finish,
    a_telling,
    a_theme,
    an_action,
    an_answer,
)

ZONE = "Europe/London"
NEXT = MONDAY + timedelta(days=7)
AFTER = NEXT + timedelta(days=7)
LATER = datetime(2027, 11, 1, 9, tzinfo=UTC)


@contextmanager
def _on(founded: Founded, day: date) -> Iterator[Change]:
    """Yield a change on a day."""
    at = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    with founded.book.change("test", leader_id=1, at=at) as change:
        yield change


def _week(founded: Founded, monday: date, edition: Edition = Edition.TEAM) -> Report:
    made = report(
        founded.book.look(),
        period=week_of(monday, zone=ZONE),
        edition=edition,
        now=LATER,
        today=LATER.date(),
    )
    founded.book.rest()
    return made


def _themes(made: Report) -> dict[str, int]:
    return {theme.name: theme.total for theme in made.figures.themes}


def test_a_theme_that_was_merged_counts_as_one_from_then_on_and_as_two_before(
    founded: Founded,
) -> None:
    with _on(founded, MONDAY) as change:
        ana, bo = a_customer(change), a_customer(change, "Bo Lind")
        a_theme(change, "Deliveries", an_answer(change, ana), an_answer(change, bo))
        a_theme(change, "Drivers", an_answer(change, ana))
    with _on(founded, NEXT) as change:
        merge(change, "Deliveries", ["Drivers"], day=NEXT)

    assert _themes(_week(founded, MONDAY)) == {"Deliveries": 2, "Drivers": 1}
    assert _themes(_week(founded, NEXT)) == {"Deliveries": 2}


def test_who_says_that_it_is_not_solved_was_told_and_knows_only_once_it_is(
    founded: Founded,
) -> None:
    with _on(founded, MONDAY) as change:
        said = an_answer(change, a_customer(change))
        change.add("sharing", answer_id=said, leader_id=1, day=MONDAY, recorded_at=change.at)
        action = an_action(change, said, owner_id=1, owned_on=MONDAY)
    with _on(founded, NEXT) as change:
        first = a_finish(change, action, said, say="We tried", day=NEXT)
        a_telling(change, first, said, reaction="not-solved", day=NEXT)
    with _on(founded, AFTER) as change:
        second = a_finish(change, action, said, number=2, say="We did it", day=AFTER)
        a_telling(change, second, said, day=AFTER)

    tried, did = _week(founded, NEXT), _week(founded, AFTER)

    assert dict(tried.figures.funnel) | {} == {
        "asked": 1, "heard": 1, "shared": 1, "acted on": 1, "told": 1,
    }  # fmt: skip
    assert (tried.figures.not_solved, tried.figures.pleased, tried.figures.typical) == (1, 0, None)
    assert did.figures.typical == 10
    assert _week(founded, NEXT, Edition.CUSTOMERS).you_said == ()
    assert [one.say for one in _week(founded, AFTER, Edition.CUSTOMERS).you_said] == ["We did it"]
