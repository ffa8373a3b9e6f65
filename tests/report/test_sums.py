"""What stands where in a report: who was heard, what ended, who waits, and what is left out."""

from datetime import date, timedelta
from typing import Any

import pytest

from dailycontact.core.action import How
from dailycontact.core.answer import Consent, Kind
from dailycontact.core.call import Outcome, Promise, PromiseKind
from dailycontact.core.recorded import Phoned, Story
from dailycontact.core.standing import Doing, Wait
from dailycontact.core.telling import Reaction
from dailycontact.loop import Clock, Stage
from dailycontact.report.rule.report import Edition, Replaced, Report, State
from dailycontact.report.rule.sums import report_of
from support.facts import (
    EARLIER,
    FRIDAY,
    MONDAY,
    WEDNESDAY,
    a_call,
    a_doing,
    a_standing,
    a_telling,
    an_action,
    an_answer,
    an_ended,
    an_ending,
    at,
    done_for,
    some_facts,
)


def _team(**facts: Any) -> Report:
    return report_of(some_facts(**facts), Edition.TEAM)


def _leader(**facts: Any) -> Report:
    return report_of(some_facts(**facts), Edition.LEADER)


def test_what_is_urgent_comes_first_then_wishes_then_praise() -> None:
    said = (
        an_answer(1, kind=Kind.PRAISE),
        an_answer(2),
        an_answer(3, kind=Kind.NOTHING),
        an_answer(4, urgent=True),
        an_answer(5, recorded_at=at(EARLIER)),
    )

    report = _team(standings=tuple(map(a_standing, said)))

    assert [one.answer_id for one in report.heard] == [4, 2, 1]
    assert report.nothing == 1


def test_who_called_and_who_told_somebody_by_phone_are_named_in_their_order() -> None:
    report = _team(
        calls=(a_call(1), a_call(2, outcome=Outcome.NO_ANSWER, leader="Ines Moreau"), a_call(3)),
        standings=tuple(a_standing(an_answer(number)) for number in (1, 2)),
        phoned=(
            Phoned(leader="Tom Weber", customer_id=1, answer_id=1),
            Phoned(leader="Tom Weber", customer_id=1, answer_id=1),
            Phoned(leader="Bea Long", customer_id=2, answer_id=2, in_vain=True, told=False),
        ),
    )

    assert report.leaders == ("Marta Silva", "Ines Moreau", "Tom Weber")
    assert report.outcomes == ((Outcome.REACHED, 2), (Outcome.NO_ANSWER, 1))
    assert (report.told_by_phone, report.tried) == (1, False)


def test_calls_of_earlier_days_that_were_written_down_late_are_counted_among_the_others() -> None:
    facts = some_facts(calls=(a_call(1), a_call(2, day=EARLIER)))

    made = {
        edition: (report.calls, report.calls_earlier)
        for edition in Edition
        for report in (report_of(facts, edition),)
    }

    assert made[Edition.TEAM] == made[Edition.LEADER] == made[Edition.COMPANY] == (2, 1)
    assert made[Edition.CUSTOMERS] == (0, 0)


def test_who_was_rung_about_what_stays_with_the_leaders_is_counted_for_them_only() -> None:
    facts = some_facts(
        standings=(a_standing(an_answer(1)), a_standing(an_answer(2, private=True))),
        phoned=tuple(
            Phoned(leader="Tom Weber", customer_id=number, answer_id=number) for number in (1, 2)
        ),
    )

    told = {edition: report_of(facts, edition).told_by_phone for edition in Edition}

    assert told == {Edition.TEAM: 1, Edition.LEADER: 2, Edition.COMPANY: 1, Edition.CUSTOMERS: 0}


@pytest.mark.parametrize(("in_vain", "tried"), [(True, True), (False, False)])
def test_who_only_heard_where_it_stands_was_reached_and_not_told(
    in_vain: bool, tried: bool
) -> None:
    rung = Phoned(leader="Tom Weber", customer_id=1, answer_id=1, in_vain=in_vain, told=False)

    report = _team(standings=(a_standing(an_answer(1)),), phoned=(rung,))

    assert (report.told_by_phone, report.tried) == (0, tried)


def test_a_customer_who_twice_had_nothing_to_wish_for_is_one_customer() -> None:
    twice = (an_answer(number, 1, kind=Kind.NOTHING) for number in (1, 2))

    assert _team(standings=tuple(map(a_standing, twice))).nothing == 1


def test_what_ended_twice_is_said_once_as_it_last_ended() -> None:
    facts = done_for(1, 2) | {
        "endings": (
            an_ending(1, 1, how=How.DECLINED, say="No room"),
            an_ending(1, 2, finish_id=2, say="We made room"),
        )
    }

    (acted,) = _team(**facts).acted

    assert (acted.say, acted.state, acted.askers) == ("We made room", State.DONE, 2)


def test_the_team_reads_the_end_that_was_for_somebody_of_whom_it_may_know() -> None:
    private = an_answer(2, private=True)
    facts: dict[str, Any] = {
        "standings": (
            a_standing(an_answer(1), an_ended(), stage=Stage.TOLD),
            a_standing(private, an_ended(finish_id=2), stage=Stage.TOLD),
        ),
        "actions": (an_action(1, 1, 2, open_answers=()),),
        "endings": (an_ending(1, 1), an_ending(1, 2, finish_id=2, say="We said sorry")),
    }

    assert [one.say for one in _team(**facts).acted] == ["It is mended"]
    assert [one.say for one in _leader(**facts).acted] == ["We said sorry"]


def test_what_ended_for_nobody_of_whom_the_team_may_know_is_not_in_its_report() -> None:
    private = a_standing(an_answer(1, private=True), an_ended(), stage=Stage.TOLD)
    facts: dict[str, Any] = {
        "standings": (private,),
        "actions": (an_action(1, 1, open_answers=()), an_action(2, 1), an_action(3, 1, owner=None)),
        "begun": frozenset({2}),
        "endings": (an_ending(1, 1),),
        "tellings": (a_telling(1),),
    }

    report = _team(**facts)

    assert (report.acted, report.told, report.looking, report.customers_told) == ((), (), (), 0)
    assert len(_leader(**facts).acted) == 2


def test_an_end_of_before_of_which_somebody_is_told_now_did_not_happen_now() -> None:
    facts = done_for(1) | {"endings": (an_ending(1, 1, in_period=False),)}

    report = _team(**facts)

    assert report.acted == ()
    assert [told.people[0].who for told in report.told] == ["Xaver1, Bakery 1 of Ulm"]


def test_an_end_of_an_action_that_is_not_there_any_more_is_told_without_its_title() -> None:
    report = _team(**(done_for(1) | {"actions": ()}))

    assert report.acted == ()
    assert [(told.title, told.say) for told in report.told] == [("", "It is mended")]


def test_what_was_begun_and_ended_in_the_week_is_said_once() -> None:
    report = _team(**done_for(1), begun=frozenset({1}))

    assert [acted.state for acted in report.acted] == [State.DONE]


def test_what_nobody_has_is_looking_for_someone_in_the_words_of_who_said_so_first() -> None:
    earlier = an_answer(2, day=EARLIER, verbatim="It leaks.")
    nobodys = an_action(1, 1, 2, 3, owner=None, owner_id=None)
    standings = tuple(
        a_standing(one, a_doing(owner=None), stage=Stage.ACTING)
        for one in (an_answer(1), earlier, an_answer(3, 1))
    )

    (looking,) = _team(standings=standings, actions=(nobodys, an_action(2, 1))).looking

    assert (looking.words, looking.first_on, looking.said_by) == ("It leaks.", EARLIER, 2)


def test_that_somebody_is_late_is_for_leaders_only() -> None:
    late = a_standing(an_answer(1), a_doing(due_on=MONDAY), stage=Stage.ACTING)

    (waits,) = _leader(standings=(late,)).waiting

    assert waits.where == "Priya Nair has it, late since 16 Nov"


_WHERE = [
    ((), Stage.HEARD, "nobody has taken it on yet"),
    ((), Stage.SHARED, "nobody has taken it on yet"),
    ((a_doing(),), Stage.ACTING, "Priya Nair has it"),
    ((a_doing(due_on=FRIDAY),), Stage.ACTING, "Priya Nair has it, by 20 Nov"),
    ((a_doing(due_on=MONDAY),), Stage.ACTING, "Priya Nair has it, planned for 16 Nov"),
    ((a_doing(due_on=date(2027, 1, 8)),), Stage.ACTING, "Priya Nair has it, by 8 Jan 2027"),
    ((a_doing(owner=None),), Stage.ACTING, "looking for someone"),
    (
        (an_ended(reaction=Reaction.NOT_SOLVED),),
        Stage.ACTING,
        "not solved yet; Priya Nair has it",
    ),
    ((an_ended(settled_on=None),), Stage.DONE, "done, not told yet"),
    (
        (an_ended(settled_on=None, how=How.DECLINED),),
        Stage.DECLINED,
        "we said no, not told yet",
    ),
]


@pytest.mark.parametrize(("doings", "stage", "where"), _WHERE)
def test_who_waits_reads_where_it_stands(
    doings: tuple[Doing, ...], stage: Stage, where: str
) -> None:
    (waiting,) = _team(standings=(a_standing(an_answer(), *doings, stage=stage),)).waiting

    assert waiting.where == where


def test_who_has_waited_longest_comes_first_after_what_is_urgent() -> None:
    answers = (
        an_answer(1),
        an_answer(2, day=EARLIER),
        an_answer(3, urgent=True),
        an_answer(4, day=FRIDAY + timedelta(days=2)),
    )

    report = _team(standings=tuple(map(a_standing, answers)))

    assert [(one.answer_id, one.days) for one in report.waiting] == [
        (3, 2),
        (2, 39),
        (1, 2),
        (4, 0),
    ]


def test_nobody_waits_who_was_told_or_praised_or_does_not_want_to_be_contacted() -> None:
    standings = (
        a_standing(an_answer(1), an_ended(), stage=Stage.TOLD),
        a_standing(an_answer(2, kind=Kind.PRAISE)),
        a_standing(an_answer(3)),
        a_standing(an_answer(4, private=True)),
    )

    assert _team(standings=standings, refused=frozenset({3})).waiting == ()


def test_what_is_urgent_and_has_nobody_heads_the_report_also_of_who_refused_calls() -> None:
    unowned = Wait(clock=Clock.UNOWNED, since=WEDNESDAY)
    standings = (
        a_standing(an_answer(1, urgent=True), wait=unowned),
        a_standing(an_answer(2, urgent=True, private=True), wait=unowned),
        a_standing(an_answer(3), wait=unowned),
    )

    report = _team(standings=standings, refused=frozenset({1}))

    assert [one.answer_id for one in report.wanted] == [1]


def test_who_ended_something_and_who_was_praised_are_thanked_in_the_order_of_their_names() -> None:
    praise = a_standing(an_answer(9, kind=Kind.PRAISE, praised="Ann Bell"))
    nobodys = an_action(2, 2, owner=None, owner_id=None, open_answers=())
    facts = done_for(1, 2)
    facts["standings"] += (praise, a_standing(an_answer(8, kind=Kind.PRAISE)))
    facts["actions"] += (nobodys,)
    facts["endings"] += (an_ending(2, 2, finish_id=2, how=How.DECLINED),)

    thanks = _team(**facts).thanks

    assert [(one.name, len(one.done), len(one.praise)) for one in thanks] == [
        ("Ann Bell", 0, 1),
        ("Priya Nair", 1, 0),
    ]


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({}, ("price list", "open", False)),
        ({"due_on": MONDAY}, ("price list", "open", True)),
        ({"due_on": EARLIER}, ("price list", "open", True)),
        ({"settled_on": WEDNESDAY, "settled_how": "kept"}, ("price list", "kept", False)),
        ({"due_on": EARLIER, "settled_on": EARLIER, "settled_how": "kept"}, None),
        ({"settled_on": EARLIER, "settled_how": "moved"}, ("price list", "moved", False)),
        ({"kind": PromiseKind.CALL_BACK, "text": ""}, ("call back", "open", False)),
    ],
    ids=str,
)
def test_the_leader_reads_promises_that_are_open_or_of_the_week(
    changes: dict[str, Any], shown: tuple[str, str, bool] | None
) -> None:
    values: dict[str, Any] = {"kind": PromiseKind.THING, "text": "price list", "due_on": FRIDAY}
    promise = Promise(id=1, customer_id=1, customer="Ana Duarte", **(values | changes))

    given = _leader(promises=(promise,)).promises

    assert [(one.text, one.state, one.late) for one in given] == ([shown] if shown else [])


def test_the_leader_reads_what_was_noted() -> None:
    report = _leader(calls=(a_call(1, notes="Away until May"), a_call(2)))

    assert [note.text for note in report.notes] == ["Away until May"]


def test_the_leader_has_the_numbers_of_who_waits_and_of_who_was_promised_something() -> None:
    promises = tuple(
        Promise(id=number, customer_id=number, customer=f"Ana {number}", text="A list",
                kind=PromiseKind.THING, due_on=FRIDAY, settled_on=settled_on)
        for number, settled_on in ((1, None), (3, None), (4, FRIDAY), (5, None), (6, None))
    )  # fmt: skip
    phones = {number: (f"0113 496 000{number}",) for number in (1, 2, 3, 4, 5)}

    numbers = _leader(
        standings=(a_standing(an_answer(2)), a_standing(an_answer(1)), a_standing(an_answer(7, 1))),
        promises=promises,
        phones=phones,
        refused=frozenset({5}),
    ).numbers

    assert [(one.customer, one.phones) for one in numbers] == [
        ("Xaver2 Quill2, Bakery 2 of Ulm", ("0113 496 0002",)),
        ("Xaver1 Quill1, Bakery 1 of Ulm", ("0113 496 0001",)),
        ("Ana 3", ("0113 496 0003",)),
    ]


def test_a_story_of_earlier_days_says_so() -> None:
    stories = tuple(
        Story(id=number, text="A key.", leader="Marta Silva", day=day)
        for number, day in enumerate((EARLIER, WEDNESDAY))
    )

    assert [tale.earlier for tale in _team(stories=stories).stories] == [True, False]


def test_what_was_hidden_is_listed_with_the_text_that_it_stood_in() -> None:
    unnamed = an_answer(1, customer=1, consent=Consent.WORDS, verbatim="Quill1 here: mend it.")
    facts = done_for(1)
    facts["standings"] = (a_standing(unnamed, an_ended(), stage=Stage.TOLD),)
    facts["actions"] = (an_action(1, 1, open_answers=(), title="Mend it for Xaver1"),)

    replaced = {edition: report_of(some_facts(**facts), edition).replaced for edition in Edition}

    words = Replaced(found="Quill1", instead="[name]", where="answer 1")
    title = Replaced(found="Xaver1", instead="[name]", where="action A1")
    assert replaced == {
        Edition.TEAM: (words, title),
        Edition.LEADER: (),
        Edition.COMPANY: (),
        Edition.CUSTOMERS: (words,),
    }
