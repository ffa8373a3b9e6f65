"""Which edition has what: the leader's all, the company's no person, the customers' very little.

What an edition may not show is not in its report at all, so that no form can let it out.
"""

from dataclasses import fields
from datetime import date
from typing import Any

import pytest

from dailycontact.core.action import How
from dailycontact.core.answer import Consent, Kind
from dailycontact.core.call import Outcome, Promise, PromiseKind
from dailycontact.core.known import Known
from dailycontact.core.recorded import Afterwards, Away, ChangedSince, Phoned, Story, Turnout
from dailycontact.core.standing import Wait
from dailycontact.loop import Clock, Stage
from dailycontact.report.rule.facts import Facts
from dailycontact.report.rule.figures import Figures
from dailycontact.report.rule.report import Edition, Report, Stamp, State
from dailycontact.report.rule.sums import report_of
from support.facts import (
    EARLIER,
    FRIDAY,
    WEDNESDAY,
    a_call,
    a_doing,
    a_journey,
    a_standing,
    a_telling,
    a_week,
    a_wish,
    an_action,
    an_answer,
    an_ended,
    an_ending,
    at,
    some_facts,
)

EVERY = {"edition", "company", "period", "as_of", "stamp"}
COUNTED = {
    *("calls", "conversations", "told_by_phone", "nothing", "customers_told"),
    *("figures", "before", "turnout", "first_weeks", "back_on", "absent"),
}
TEAMS = {
    *("leaders", "outcomes", "away", "wanted", "heard", "told", "waiting", "looking", "stories"),
    *("thanks", "wished", "contact", "permission", "acted"),
}
LEADERS = {"promises", "notes", "numbers"}
FILLED = {
    Edition.TEAM: EVERY | COUNTED | TEAMS,
    Edition.LEADER: EVERY | COUNTED | TEAMS | LEADERS,
    Edition.COMPANY: EVERY | COUNTED | {"changes"},
    Edition.CUSTOMERS: EVERY | {"you_said"},
}
PERSONS = (
    *("Xaver", "Quill", "Bakery", "Ulm", "Marta", "Silva", "Priya", "Nair", "Tom", "Weber"),
    *("@example.com", "euro", "Wish 1", "forgotten key", "price list", "Away until", "496 0123"),
    *("Mend it", "Print larger", "mend thing 2", "mend thing 3", "mend thing 5"),
)


def _answered() -> dict[str, Any]:
    """Return answers of every kind, each where it stands."""
    urgent = an_answer(4, urgent=True)
    unowned = Wait(clock=Clock.UNOWNED, since=WEDNESDAY)
    return {
        "standings": (
            a_standing(an_answer(1), an_ended(), stage=Stage.TOLD),
            a_standing(an_answer(2, consent=Consent.WORDS)),
            a_standing(an_answer(3, private=True)),
            a_standing(urgent, a_doing(2, owner=None), stage=Stage.ACTING, wait=unowned),
            a_standing(an_answer(5, kind=Kind.PRAISE, praised="Priya Nair")),
            a_standing(an_answer(6, kind=Kind.NOTHING)),
        ),
        "actions": (
            an_action(1, 1, open_answers=()),
            an_action(2, 4, title="Print larger", owner=None, owner_id=None),
        ),
        "endings": (an_ending(1, 1),),
        "tellings": (a_telling(1),),
    }


def everything(**changes: Any) -> Facts:
    """Return facts that fill every part of every edition."""
    beside = some_facts(journeys=(a_journey(),), weeks=(a_week(),), asked=frozenset({1}))
    calls = (a_call(1, notes="Away until 7 December"), a_call(2, outcome=Outcome.NO_ANSWER))
    a_promise = Promise(
        id=1,
        customer_id=1,
        customer="Xaver1 Quill1",
        kind=PromiseKind.THING,
        text="price list",
        due_on=FRIDAY,
    )
    a_story = Story(
        id=1, text="A forgotten key.", who="Tom Weber", leader="Marta Silva", day=WEDNESDAY
    )
    values = _answered() | {
        "calls": calls,
        "phoned": (Phoned(leader="Tom Weber", customer_id=1, answer_id=1),),
        "stories": (a_story,),
        "promises": (a_promise,),
        "away": (Away(leader="Marta Silva", first=FRIDAY, last=FRIDAY),),
        "team": ("Priya Nair", "Tom Weber"),
        "known": Known(people=tuple((call.customer, call.company) for call in calls)),
        "journeys": (a_journey(1, theme="Repairs", segment="Cafés"),),
        "weeks": (a_week(),),
        "asked": frozenset({1, 2}),
        "before": beside,
        "first_weeks": beside,
        "told_turnout": Turnout(kept=9),
        "untold_turnout": Turnout(kept=9),
        "wishes": (a_wish(),),
        "phones": {2: ("+44 113 496 0123 (office)",)},
        "back_on": FRIDAY,
        "absent": "leave",
        "contact": "leader@example.com",
        "permission": "Anyone may spend 50 euro.",
    }
    return some_facts(**(values | changes))


def _filled(report: Report) -> set[str]:
    usual = Report(
        edition=report.edition, company="", demo=False, period=report.period, as_of=report.as_of
    )
    return {
        field.name
        for field in fields(Report)
        if field.name in EVERY or getattr(report, field.name) != getattr(usual, field.name)
    }


@pytest.mark.parametrize("edition", Edition)
def test_each_edition_has_its_own_and_nothing_more(edition: Edition) -> None:
    report = report_of(everything(), edition)

    assert _filled(report) - {"replaced"} == FILLED[edition]


@pytest.mark.parametrize("person", PERSONS)
def test_there_is_nobody_in_the_report_for_the_company_or_for_customers(person: str) -> None:
    facts = everything()
    shown = {edition: repr(report_of(facts, edition)) for edition in Edition}

    assert person in shown[Edition.LEADER]
    assert person not in shown[Edition.COMPANY]
    assert person not in shown[Edition.CUSTOMERS]


def test_the_company_reads_what_changed_and_for_how_many_and_nobodys_words() -> None:
    (changed,) = report_of(everything(), Edition.COMPANY).changes

    assert (changed.say, changed.askers, changed.state) == ("It is mended", 1, State.DONE)
    assert (changed.number, changed.day) == (1, date(2026, 11, 1))


def test_what_was_begun_is_nothing_that_changed_for_customers_yet() -> None:
    open_one = a_standing(an_answer(1), a_doing(), stage=Stage.ACTING)
    facts = some_facts(standings=(open_one,), actions=(an_action(1, 1),), begun=frozenset({1}))

    reports = {edition: report_of(facts, edition) for edition in Edition}

    acted = {edition: len(report.acted) for edition, report in reports.items()}
    assert acted == {Edition.TEAM: 1, Edition.LEADER: 1, Edition.COMPANY: 0, Edition.CUSTOMERS: 0}
    assert reports[Edition.COMPANY].changes == ()


def test_what_was_declined_is_told_to_the_company_with_what_is_done_instead() -> None:
    declined = an_ending(1, 1, how=How.DECLINED, say="We rest", instead="We open at eight")
    facts = everything(endings=(declined,))

    (changed,) = report_of(facts, Edition.COMPANY).changes

    assert (changed.state, changed.instead) == (State.DECLINED, "We open at eight")


def test_the_figures_for_customers_are_none_at_all() -> None:
    report = report_of(everything(), Edition.CUSTOMERS)

    assert report.figures == Figures()
    assert report.calls == 0


@pytest.mark.parametrize("edition", Edition)
def test_every_edition_says_what_it_was_made_from(edition: Edition) -> None:
    facts = everything(afterwards=Afterwards(erased=2))

    stamp = report_of(facts, edition).stamp

    assert stamp == Stamp(
        book="0b00c0de",
        zone="UTC",
        version="1.2.3",
        cutoff=facts.period.until,
        changed=ChangedSince(erased=2),
    )


def test_a_week_that_is_not_over_is_stamped_with_the_instant_at_which_it_was_cut() -> None:
    cut = some_facts().period.cut_at(at(FRIDAY, 16))

    assert report_of(some_facts(period=cut), Edition.TEAM).stamp.cutoff == at(FRIDAY, 16)


def test_what_belongs_to_earlier_days_and_was_written_down_later_is_counted() -> None:
    late = an_answer(1, day=EARLIER)
    begun = an_action(2, 1, day=EARLIER)
    facts = some_facts(
        standings=(a_standing(late, an_ended(), stage=Stage.TOLD),),
        actions=(an_action(1, 1, open_answers=()), begun),
        begun=frozenset({2}),
        endings=(an_ending(1, 1, day=EARLIER),),
        tellings=(a_telling(1, day=EARLIER),),
        stories=(Story(id=1, text="A key.", leader="Marta Silva", day=EARLIER),),
    )

    written_later = {edition: report_of(facts, edition).stamp.written_later for edition in Edition}

    assert written_later == {
        Edition.TEAM: 5,
        Edition.LEADER: 5,
        Edition.COMPANY: 3,
        Edition.CUSTOMERS: 0,
    }


def test_the_same_facts_give_the_same_report() -> None:
    for edition in Edition:
        assert report_of(everything(), edition) == report_of(everything(), edition)


@pytest.mark.parametrize("edition", Edition)
def test_a_week_in_which_nothing_happened_is_a_report_too(edition: Edition) -> None:
    facts = some_facts(back_on=date(2026, 11, 23), absent="leave")

    report = report_of(facts, edition)

    is_counted = edition is not Edition.CUSTOMERS
    assert (report.absent, report.calls, report.heard, report.you_said) == (
        "leave" if is_counted else None,
        0,
        (),
        (),
    )
