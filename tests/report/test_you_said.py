"""You said, we did: what may be read by everybody, and what may not."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dailycontact.core.action import How
from dailycontact.core.answer import Consent, Kind
from dailycontact.core.customer import ERASED
from dailycontact.core.known import Known
from dailycontact.core.telling import Reaction
from dailycontact.loop import Stage
from dailycontact.report.rule.report import Edition, State, YouSaid
from dailycontact.report.rule.sums import report_of
from support.facts import (
    EARLIER,
    WEDNESDAY,
    a_standing,
    a_telling,
    an_answer,
    an_ended,
    an_ending,
    done_for,
    some_facts,
)

TOLD = Stage.TOLD


def _you_said(**facts: Any) -> tuple[YouSaid, ...]:
    return report_of(some_facts(**facts), Edition.CUSTOMERS).you_said


def test_what_ended_and_was_told_is_said_without_a_number_or_a_day_of_the_calendar() -> None:
    said = _you_said(**done_for(1, 1, 2, 3))

    assert said == (
        YouSaid(
            number=1,
            words="Please mend thing 1.",
            others=2,
            state=State.DONE,
            say="It is mended",
            day=date(2026, 11, 1),
        ),
    )


def test_what_we_cannot_do_is_said_with_what_we_do_instead() -> None:
    declined = an_ending(1, 1, how=How.DECLINED, say="We rest", instead="We open at eight")

    (said,) = _you_said(**(done_for(1) | {"endings": (declined,)}))

    assert (said.state, said.say, said.instead) == (State.DECLINED, "We rest", "We open at eight")


@pytest.mark.parametrize(
    "changes",
    [
        {"private": True},
        {"consent": Consent.NO},
        {"kind": Kind.PRAISE},
        {"verbatim": ""},
        {"verbatim": "…"},
        {"verbatim": "Xaver1 Quill1, 0113 496 0123."},
    ],
    ids=str,
)
def test_words_that_may_not_be_passed_on_or_say_nothing_are_not_said(
    changes: dict[str, Any],
) -> None:
    answer = an_answer(1, **changes)
    facts = done_for(1) | {"standings": (a_standing(answer, an_ended(), stage=TOLD),)}

    assert _you_said(**facts) == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"settled_on": None},
        {"waived": True},
        {"finish_id": 2},
        {"reaction": Reaction.NOT_SOLVED},
    ],
    ids=str,
)
def test_what_a_customer_does_not_know_or_is_not_solved_for_them_is_not_said(
    changes: dict[str, Any],
) -> None:
    facts = done_for(1) | {"standings": (a_standing(an_answer(1), an_ended(**changes)),)}

    assert _you_said(**facts) == ()


def test_what_is_not_solved_for_one_of_them_is_not_said_to_all() -> None:
    facts = done_for(1, 2)
    unsolved = a_standing(an_answer(2), an_ended(reaction=Reaction.NOT_SOLVED))
    facts["standings"] = (facts["standings"][0], unsolved)

    assert _you_said(**facts) == ()


def test_what_was_told_to_nobody_in_the_period_has_been_said_before() -> None:
    assert _you_said(**(done_for(1) | {"tellings": ()})) == ()


def test_who_has_not_been_told_yet_is_not_counted_among_the_others() -> None:
    facts = done_for(1, 2, 3)
    waits = a_standing(an_answer(3), an_ended(settled_on=None, reaction=None))
    facts["standings"] = (*facts["standings"][:2], waits)
    facts["tellings"] = facts["tellings"][:2]

    (said,) = _you_said(**facts)

    assert said.others == 1


def test_the_words_are_those_of_whoever_said_so_first_and_left_something_to_read() -> None:
    facts = done_for(1, 2, 3)
    facts["standings"] = tuple(
        a_standing(one, an_ended(), stage=TOLD)
        for one in (
            an_answer(1, day=WEDNESDAY),
            an_answer(2, day=EARLIER, verbatim="Ring 0113 496 0123!"),
            an_answer(3, day=EARLIER, verbatim="Xaver3 Quill3"),
        )
    )

    (said,) = _you_said(**facts)

    assert (said.words, said.others) == ("Ring [number]!", 2)


def test_somebody_who_was_told_before_is_counted_and_not_quoted_again() -> None:
    facts = done_for(1, 2)
    facts["tellings"] = (a_telling(2),)

    (said,) = _you_said(**facts)

    assert (said.words, said.others) == ("Please mend thing 2.", 1)


def test_somebody_who_was_erased_is_counted_and_never_quoted() -> None:
    facts = done_for(1, 2)
    erased = an_answer(1, customer=1, day=EARLIER)
    facts["standings"] = (
        a_standing(replace(erased, customer=ERASED, company=""), an_ended(), stage=TOLD),
        facts["standings"][1],
    )

    (said,) = _you_said(**facts)

    assert (said.words, said.others) == ("Please mend thing 2.", 1)


def test_nobody_is_named_in_words_or_in_what_was_done_not_even_with_their_consent() -> None:
    answer = an_answer(1, verbatim="Xaver1 here, of Bakery 1 of Ulm: mend it, Priya.")
    facts = done_for(1) | {
        "standings": (a_standing(answer, an_ended(), stage=TOLD),),
        "endings": (an_ending(1, 1, say="Priya Nair mended it for Xaver1"),),
        "known": Known(people=((answer.customer, answer.company),)),
        "team": ("Priya Nair",),
    }

    (said,) = _you_said(**facts)

    assert (said.words, said.say) == (
        "[name] here, of [company]: mend it, [colleague].",
        "[colleague] mended it for [name]",
    )


def test_what_most_had_said_comes_first_and_the_list_is_numbered_by_itself() -> None:
    facts = done_for(1, 2)
    single = a_standing(an_answer(3), an_ended(9, finish_id=9), stage=TOLD)
    facts["standings"] = (single, *facts["standings"])
    facts["endings"] = (an_ending(9, 3, finish_id=9, say="All new"), *facts["endings"])
    facts["tellings"] = (a_telling(3, finish_id=9), *facts["tellings"])

    said = _you_said(**facts)

    assert [(one.number, one.others) for one in said] == [(1, 1), (2, 0)]
