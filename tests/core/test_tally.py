"""How many of those who asked know how it ended."""

import pytest

from dailycontact.core.action import How
from dailycontact.core.answer import Answer, Consent, Kind
from dailycontact.core.standing import Doing, Standing
from dailycontact.core.tally import Tally, tally
from dailycontact.core.telling import Reaction
from dailycontact.loop import Stage
from support.builders import MONDAY, MORNING


def _asker(*doings: Doing) -> Standing:
    answer = Answer(
        id=1,
        customer_id=1,
        customer="Ana Duarte",
        company="",
        verbatim="x",
        kind=Kind.SUGGESTION,
        consent=Consent.WORDS,
        day=MONDAY,
        recorded_at=MORNING,
    )
    return Standing(answer=answer, doings=doings, stage=Stage.ACTING, since=MONDAY)


def _doing(action_id: int = 3, **values: object) -> Doing:
    facts = {"how": How.DONE, "finished_on": MONDAY, "settled_on": MONDAY} | values
    return Doing(action_id=action_id, title="x", day=MONDAY, **facts)  # type: ignore[arg-type]  # as named


def test_whoever_is_told_counts_and_whoever_need_not_be_does_not() -> None:
    askers = [
        _asker(_doing(reaction=Reaction.PLEASED), _doing(4)),
        _asker(_doing(settled_on=None)),
        _asker(_doing(waived=True)),
    ]

    assert tally(askers, action_id=3) == Tally(told=1, askers=3, waived=1)


def test_whom_nobody_could_reach_is_counted_apart() -> None:
    askers = [_asker(_doing(waived=True, unreachable=True)), _asker(_doing(waived=True))]

    assert tally(askers, action_id=3) == Tally(told=0, askers=2, waived=2, unreachable=1)


def test_whoever_says_that_it_is_not_solved_is_counted_apart() -> None:
    askers = [
        _asker(_doing(reaction=Reaction.NOT_SOLVED)),
        _asker(_doing(how=None, settled_on=None)),
    ]

    assert tally(askers, action_id=3) == Tally(told=0, askers=2, reopened=1)


@pytest.mark.parametrize(
    ("counted", "said"),
    [
        (Tally(told=4, askers=6), "Told 4 of 6."),
        (Tally(told=0, askers=1, reopened=1), "Told 1 of 1; not solved for 1."),
        (Tally(told=4, askers=6, waived=1), "Told 4 of 6; 1 need not be told."),
        (
            Tally(told=3, askers=6, waived=2, unreachable=1),
            "Told 3 of 6; 1 need not be told; 1 could not be reached.",
        ),
        (Tally(told=0, askers=1, waived=1, unreachable=1), "Told 0 of 1; 1 could not be reached."),
    ],
)
def test_it_is_said_in_a_few_words(counted: Tally, said: str) -> None:
    assert str(counted) == said
