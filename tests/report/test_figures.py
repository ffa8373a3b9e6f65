"""What the figures of a report mean: whom they count, once; how long things took; who is folded."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dailycontact.core.action import How
from dailycontact.core.answer import Consent, Kind
from dailycontact.core.call import Outcome
from dailycontact.core.known import Known
from dailycontact.core.recorded import Journey, Turnout
from dailycontact.core.telling import Reaction
from dailycontact.loop import Stage
from dailycontact.report.rule.figures import FEWEST, Figures, Group, StageTime, ThemeByWeek
from dailycontact.report.rule.report import Edition
from dailycontact.report.rule.sums import report_of
from dailycontact.report.rule.sums.folding import Folded, fold_small, groups_of
from dailycontact.report.rule.sums.journeys import funnel, stages, themes, typical
from support.facts import (
    EARLIER,
    MONDAY,
    a_call,
    a_journey,
    a_standing,
    a_telling,
    a_week,
    an_action,
    an_answer,
    an_ended,
    an_ending,
    at,
    done_for,
    some_facts,
)

LAST_WEEK = MONDAY - timedelta(weeks=1)
READERS = [Edition.TEAM, Edition.LEADER, Edition.COMPANY]


def _figures(edition: Edition = Edition.TEAM, **facts: object) -> Figures:
    return report_of(some_facts(**facts), edition).figures


def test_a_book_in_which_nobody_was_asked_has_no_funnel() -> None:
    assert funnel([], asked=()) == ()


def test_the_funnel_counts_customers_as_far_as_the_furthest_wish_of_each() -> None:
    gone = [
        a_journey(1, 1, shared=True, shared_at=11, taken_at=12, ended_at=13, told=True, told_at=14),
        a_journey(2, 1),
        a_journey(3, 2, shared=True, shared_at=11),
        a_journey(4, 2, shared=True, shared_at=11),
        a_journey(5, 3),
    ]

    counted = funnel(gone, asked=range(1, 10))

    assert dict(counted) == {"asked": 9, "heard": 3, "shared": 2, "acted on": 1, "told": 1}


def test_who_was_acted_for_before_anybody_shared_it_is_counted_as_shared() -> None:
    taken, declined_at_once = a_journey(1, taken_at=11), a_journey(2, ended_at=11)

    counted = funnel([taken, declined_at_once], asked=[1, 2])

    assert [number for _, number in counted] == [2, 2, 2, 2, 0]


def test_who_wished_for_something_unasked_does_not_make_the_funnel_grow() -> None:
    counted = funnel([a_journey(1), a_journey(2)], asked=[1])

    assert [number for _, number in counted] == [2, 2, 0, 0, 0]


_DAYS = st.none() | st.integers(min_value=0, max_value=30)
_JOURNEYS = st.builds(
    Journey,
    answer_id=st.integers(1, 99),
    customer_id=st.integers(1, 6),
    kind=st.sampled_from(Kind),
    stays=st.booleans(),
    day=st.just(MONDAY),
    week=st.sampled_from([LAST_WEEK, MONDAY]),
    theme=st.sampled_from([None, "Invoices", "Deliveries"]),
    segment=st.sampled_from([None, "Cafés", "Shops", "Bakeries"]),
    shared=st.booleans(),
    heard_at=st.integers(0, 30),
    shared_at=_DAYS,
    taken_at=_DAYS,
    ended_at=_DAYS,
    told_at=_DAYS,
)


@given(gone=st.lists(_JOURNEYS, max_size=30), asked=st.frozensets(st.integers(1, 9)))
def test_no_funnel_ever_grows_and_no_stage_takes_less_than_no_time(
    gone: list[Journey], asked: frozenset[int]
) -> None:
    for edition in READERS:
        figures = _figures(edition, journeys=tuple(gone), asked=asked, weeks=(a_week(),))

        counts = [number for _, number in figures.funnel]
        assert counts == sorted(counts, reverse=True)
        assert all(stage.median is None or stage.median >= 0 for stage in figures.stages)
        assert figures.typical is None or figures.typical >= 0


@pytest.mark.parametrize("edition", READERS)
def test_praise_and_nothing_to_wish_for_are_no_work_left_undone(edition: Edition) -> None:
    gone = (a_journey(1), a_journey(2, kind=Kind.PRAISE), a_journey(3, kind=Kind.NOTHING))

    figures = _figures(edition, journeys=gone, asked=frozenset({1, 2, 3}))

    assert dict(figures.funnel)["heard"] == 1


def test_what_stays_with_the_leaders_is_in_their_figures_only() -> None:
    kept = a_journey(1, stays=True, theme="Rudeness", segment="Cafés")
    weeks = (a_week(),)

    leader, team = (
        _figures(edition, journeys=(kept,), weeks=weeks)
        for edition in (Edition.LEADER, Edition.TEAM)
    )

    assert (dict(leader.funnel)["heard"], team.funnel) == (1, ())
    assert ([theme.name for theme in leader.themes], team.themes) == (["Rudeness"], ())
    assert (len(leader.groups), team.groups) == (1, ())


def test_a_theme_counts_the_customers_of_each_week_and_not_their_answers() -> None:
    weeks = (a_week(LAST_WEEK), a_week())
    gone = [
        a_journey(1, 1, theme="Invoices", week=LAST_WEEK),
        a_journey(2, 1, theme="Invoices", week=LAST_WEEK),
        a_journey(3, 2, theme="Invoices", week=LAST_WEEK),
        a_journey(4, 1, theme="Invoices"),
        a_journey(5, 5),
    ]

    assert themes(gone, weeks) == (ThemeByWeek(name="Invoices", counts=(2, 1)),)


def test_a_theme_that_others_were_merged_into_has_the_answers_of_all_its_weeks() -> None:
    weeks = (a_week(LAST_WEEK), a_week())
    merged = [a_journey(1, theme="Deliveries", week=LAST_WEEK), a_journey(2, theme="Deliveries")]

    (theme,) = themes(merged, weeks)

    assert (theme.counts, theme.total) == ((1, 1), 2)


def test_what_was_said_most_often_comes_first_and_then_what_was_said_last() -> None:
    weeks = (a_week(LAST_WEEK), a_week())
    gone = [
        a_journey(1, theme="Old", week=LAST_WEEK),
        a_journey(2, theme="Beta"),
        a_journey(3, theme="Alpha"),
        *(a_journey(number, theme="Often", week=LAST_WEEK) for number in (4, 5)),
    ]

    assert [theme.name for theme in themes(gone, weeks)] == ["Often", "Alpha", "Beta", "Old"]


def test_what_was_said_outside_of_the_weeks_is_not_counted_in_them() -> None:
    assert themes([a_journey(theme="Old", week=LAST_WEEK)], (a_week(),)) == ()


def test_each_stage_takes_the_median_of_the_working_days_of_those_that_went_on() -> None:
    gone = [
        a_journey(1, shared=True, shared_at=11, taken_at=13, ended_at=23, told_at=24),
        a_journey(2, shared=True, shared_at=15, taken_at=15),
        a_journey(3, shared=True, shared_at=12),
        a_journey(4),
    ]

    assert stages(gone) == (
        StageTime(name="heard", median=2.0, of=3),
        StageTime(name="shared", median=1.0, of=2),
        StageTime(name="taken on", median=10.0, of=1),
        StageTime(name="done", median=1.0, of=1),
    )


def test_a_wish_that_skipped_a_stage_has_spent_no_time_in_it() -> None:
    taken_before_it_was_shared = a_journey(1, taken_at=11, shared_at=14, ended_at=15)
    declined_at_once = a_journey(2, shared_at=12, ended_at=12, told_at=12)

    counted = {stage.name: (stage.median, stage.of) for stage in
               stages([taken_before_it_was_shared, declined_at_once])}  # fmt: skip

    assert counted == {
        "heard": (1.5, 2),
        "shared": (0.0, 1),
        "taken on": (4.0, 1),
        "done": (0.0, 1),
    }


def test_how_long_it_takes_until_a_customer_knows_is_the_median_of_those_who_do() -> None:
    gone = [a_journey(1, told_at=12), a_journey(2, told_at=15), a_journey(3)]

    assert (typical(gone), typical([a_journey()])) == (3.5, None)


def test_somebody_with_three_quick_answers_is_no_majority_of_customers() -> None:
    quick = [a_journey(number, 1, told_at=10) for number in (1, 2, 3)]
    slow = [a_journey(number, told_at=21) for number in (4, 5)]

    assert typical([*quick, *slow]) == 11.0


def test_the_longest_of_somebodys_wishes_says_how_long_they_waited() -> None:
    assert typical([a_journey(1, 1, told_at=10), a_journey(2, 1, told_at=15)]) == 5.0


@pytest.mark.parametrize("edition", READERS)
def test_what_was_heard_long_ago_and_told_in_these_weeks_took_as_long_as_it_did(
    edition: Edition,
) -> None:
    old = a_journey(2, heard_at=-90, taken_at=-80, ended_at=5, told=True, told_at=11)
    kept = a_journey(3, heard_at=9, told=True, told_at=11, stays=True)

    figures = _figures(
        edition, journeys=(a_journey(1),), told_before=(old, kept), weeks=(a_week(),)
    )

    assert figures.typical == (51.5 if edition is Edition.LEADER else 101.0)
    assert {one.name: one.median for one in figures.stages}["taken on"] == 85.0
    assert [number for _, number in figures.funnel] == [1, 1, 0, 0, 0]


def test_who_was_reached_and_who_wrote_a_letter_are_both_asked() -> None:
    counted = funnel([a_journey(1, 3)], asked=[1, 2])

    assert [number for _, number in counted] == [3, 1, 0, 0, 0]


def test_who_was_told_and_says_that_it_is_not_solved_was_told() -> None:
    reopened = a_journey(1, taken_at=12, told=True)

    assert [number for _, number in funnel([reopened], asked=())] == [1, 1, 1, 1, 1]
    assert typical([reopened]) is None


def test_an_action_with_two_answers_of_one_customer_is_for_one_customer() -> None:
    report = report_of(some_facts(**done_for(1, 1, 2)), Edition.TEAM)

    assert [acted.askers for acted in report.acted] == [2]
    assert (report.customers_told, report.figures.customers_told) == (2, 2)
    assert report.figures.pleased == 2


def test_who_was_told_of_two_things_counts_once_and_what_is_not_solved_counts_more() -> None:
    one, other = an_answer(1, 1), an_answer(2, 1)
    third = an_answer(3, 3)

    figures = _figures(
        standings=tuple(a_standing(each, stage=Stage.TOLD) for each in (one, other, third)),
        endings=(an_ending(1, 1, 3), an_ending(2, 2, finish_id=2)),
        tellings=(
            a_telling(1),
            a_telling(2, finish_id=2, reaction=Reaction.NOT_SOLVED),
            a_telling(3, reaction=None),
        ),
    )

    assert (figures.customers_told, figures.pleased, figures.not_solved) == (2, 0, 1)


def test_who_was_told_again_took_it_as_they_did_last() -> None:
    figures = _figures(
        standings=(a_standing(an_answer(1), stage=Stage.TOLD),),
        endings=(an_ending(1, 1), an_ending(1, 1, finish_id=2)),
        tellings=(
            a_telling(1, reaction=Reaction.NOT_SOLVED),
            a_telling(1, finish_id=2),
        ),
    )

    assert (figures.pleased, figures.not_solved) == (1, 0)


@pytest.mark.parametrize("edition", READERS)
def test_the_figures_are_those_of_the_lists_beside_them(edition: Edition) -> None:
    praise = an_answer(8, kind=Kind.PRAISE)
    old = an_answer(9, recorded_at=at(EARLIER))
    private = an_answer(7, private=True)
    ended = done_for(1, 2)
    facts = some_facts(
        **{
            **ended,
            "standings": (*ended["standings"], *map(a_standing, (praise, old, private))),
        },
        calls=(a_call(1), a_call(2, outcome=Outcome.NO_ANSWER)),
    )

    report = report_of(facts, edition)

    figures, is_leader = report.figures, edition is Edition.LEADER
    assert (figures.calls, figures.conversations) == (report.calls, report.conversations) == (2, 1)
    assert (figures.wishes, figures.praise) == (3 if is_leader else 2, 1)
    assert figures.ended == 1
    assert len(report.changes if edition is Edition.COMPANY else report.acted) == figures.ended
    assert figures.waiting == (2 if is_leader else 1)
    if edition is not Edition.COMPANY:
        assert (report.wishes, len(report.waiting)) == (figures.wishes, figures.waiting)


def test_the_weeks_begin_where_the_first_of_them_does() -> None:
    figures = _figures(weeks=(a_week(LAST_WEEK), a_week()))

    assert (figures.since, len(figures.weeks)) == (LAST_WEEK, 2)
    assert _figures().since is None


def test_a_young_book_says_since_when_there_was_anything_to_count() -> None:
    quiet = (a_week(LAST_WEEK, calls=0, conversations=0), a_week())
    letter, old = a_journey(week=LAST_WEEK), a_journey(told=True, told_at=19)

    since = [
        _figures(weeks=quiet).since,
        _figures(weeks=quiet, journeys=(letter,)).since,
        _figures(weeks=quiet, told_before=(old,)).since,
    ]

    assert since == [MONDAY, LAST_WEEK, LAST_WEEK]


def _groups(*sizes: int) -> list[Group]:
    return [Group(name=f"G{place}", customers=size, wishes=1) for place, size in enumerate(sizes)]


def test_groups_that_are_large_enough_are_all_shown() -> None:
    groups = _groups(9, FEWEST)

    assert fold_small(groups) == Folded(shown=tuple(groups))


def test_small_groups_are_folded_into_one_number() -> None:
    groups = _groups(9, 4, 3)

    assert fold_small(groups) == Folded(shown=(groups[0],), customers=7)


def test_one_small_group_takes_the_next_smallest_with_it() -> None:
    groups = _groups(9, 1, 6, 7)

    assert fold_small(groups) == Folded(shown=(groups[0], groups[3]), customers=7)


@pytest.mark.parametrize("sizes", [(9, 1), (9, 8, 1, 2), (4,), (3, 4), (1,), ()], ids=str)
def test_where_somebody_could_be_found_all_the_same_there_is_no_breakdown(
    sizes: tuple[int, ...],
) -> None:
    assert fold_small(_groups(*sizes)) == Folded()


@given(sizes=st.lists(st.integers(1, 12), max_size=9))
def test_nobody_can_be_worked_out_from_what_is_missing(sizes: list[int]) -> None:
    folded = fold_small(_groups(*sizes))

    assert all(group.customers >= FEWEST for group in folded.shown)
    missing = sum(sizes) - sum(group.customers for group in folded.shown)
    assert not folded.shown or missing == folded.customers
    assert folded.customers == 0 or (folded.customers >= FEWEST and folded.shown)
    assert folded.customers == 0 or len(sizes) - len(folded.shown) > 1


def test_a_group_counts_customers_who_were_heard_and_their_wishes() -> None:
    gone = [
        a_journey(1, 1, segment="Cafés"),
        a_journey(2, 1, segment="Cafés"),
        a_journey(3, 2, segment="Cafés", kind=Kind.NOTHING),
        a_journey(4, 3),
    ]

    assert groups_of(gone) == (
        Group(name="Cafés", customers=2, wishes=2),
        Group(name="in no group", customers=1, wishes=1),
    )


def test_where_nobody_has_a_group_there_are_none() -> None:
    assert groups_of([a_journey(1), a_journey(2)]) == ()


def test_the_leader_sees_small_groups_and_nobody_else_does() -> None:
    gone = tuple(
        a_journey(number, segment="Cafés" if number < 7 else f"S{number}")
        for number in range(1, 12)
    )

    leader, team, company = (_figures(edition, journeys=gone) for edition in
                             (Edition.LEADER, Edition.TEAM, Edition.COMPANY))  # fmt: skip

    assert (len(leader.groups), leader.folded) == (6, 0)
    assert team.groups == company.groups == (Group(name="Cafés", customers=6, wishes=6),)
    assert team.folded == company.folded == 5


def test_a_name_in_that_of_a_theme_or_a_group_is_hidden_like_any_other() -> None:
    named = tuple(
        a_journey(number, theme="Invoices of Ana Duarte", segment="Friends of Ana Duarte")
        for number in range(1, 6)
    )
    facts = some_facts(
        journeys=named, weeks=(a_week(),), known=Known(people=(("Ana Duarte", "Green Door Cafés"),))
    )

    for edition in (Edition.TEAM, Edition.COMPANY):
        figures = report_of(facts, edition).figures
        assert "Duarte" not in f"{figures.themes} {figures.groups}"
        assert (len(figures.themes), len(figures.groups)) == (1, 1)


def test_the_week_before_and_the_first_weeks_are_counted_by_the_same_rules() -> None:
    private = a_journey(2, stays=True)
    beside = some_facts(
        calls=(a_call(), a_call()), journeys=(a_journey(1), private), asked=frozenset({1, 2})
    )

    report = report_of(some_facts(before=beside, first_weeks=beside), Edition.TEAM)

    assert report.before is not None
    assert report.before.calls == 2
    assert dict(report.before.funnel)["heard"] == 1
    assert report.first_weeks == report.before
    assert report.figures.calls == 0


def test_without_a_comparison_there_is_nothing_beside_the_figures() -> None:
    report = report_of(some_facts(), Edition.TEAM)

    assert (report.before, report.first_weeks, report.turnout) == (None, None, ())


def test_the_turnout_of_those_told_and_not_told_stands_side_by_side() -> None:
    facts = some_facts(told_turnout=Turnout(kept=9, left=1, came=2),
                       untold_turnout=Turnout(kept=30, left=4))  # fmt: skip

    sides = {edition: report_of(facts, edition).turnout for edition in READERS}

    expected = (("told", Turnout(kept=9, left=1, came=2)), ("not told", Turnout(kept=30, left=4)))
    assert set(sides.values()) == {expected}


def test_the_company_sees_no_turnout_of_a_group_in_which_somebody_could_be_found() -> None:
    facts = some_facts(told_turnout=Turnout(kept=3, left=1), untold_turnout=Turnout(kept=30))

    team, company = (
        report_of(facts, edition).turnout for edition in (Edition.TEAM, Edition.COMPANY)
    )

    assert (len(team), company) == (2, ())


def test_what_was_ended_for_answers_that_only_the_leaders_may_read_is_counted_for_them() -> None:
    answer = an_answer(1, consent=Consent.NO)
    facts = some_facts(
        standings=(a_standing(answer, an_ended(how=How.DECLINED), stage=Stage.TOLD),),
        actions=(an_action(1, 1, open_answers=()),),
        endings=(an_ending(1, 1, how=How.DECLINED),),
    )

    ended = {edition: report_of(facts, edition).figures.ended for edition in READERS}

    assert ended == {Edition.TEAM: 0, Edition.LEADER: 1, Edition.COMPANY: 0}


def test_each_answer_belongs_to_the_week_in_which_it_was_recorded() -> None:
    late = a_journey(1, theme="Invoices", day=date(2026, 11, 13), week=MONDAY)

    (theme,) = themes([late], (a_week(LAST_WEEK), a_week()))

    assert theme.counts == (0, 1)
