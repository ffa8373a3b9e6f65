"""Where an answer stands, derived from the facts."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from dailycontact.core.action import How
from dailycontact.core.answer import Answer, Kind
from dailycontact.core.sentences import progress
from dailycontact.core.standing import Doing, Standing, Wait, since, stage_of
from dailycontact.core.telling import Reaction
from dailycontact.loop import Clock, Stage

DAY = date(2026, 11, 2)


def an_answer(**values: Any) -> Answer:
    usual: dict[str, Any] = {
        "id": 12,
        "customer_id": 1,
        "customer": "Ana Duarte",
        "verbatim": "The driver comes at nine.",
        "day": DAY,
        "recorded_at": datetime(2026, 11, 2, 9, tzinfo=UTC),
    }
    return Answer(**usual | values)


def a_doing(**values: Any) -> Doing:
    usual: dict[str, Any] = {"action_id": 3, "title": "Drive later", "day": date(2026, 11, 4)}
    return Doing(**usual | values)


def a_standing(*doings: Doing, shared_on: date | None = None, **values: Any) -> Standing:
    answer = an_answer(**values)
    stage = stage_of(answer.kind, shared=shared_on is not None, doings=doings)
    return Standing(
        answer=answer,
        shared_on=shared_on,
        doings=doings,
        stage=stage,
        since=since(answer, stage=stage, shared_on=shared_on, doings=doings),
    )


DONE = a_doing(how=How.DONE, finish_id=1, say="We drive at 10:30", finished_on=date(2026, 11, 9))
DECLINED = a_doing(how=How.DECLINED, finish_id=1, say="No vans", finished_on=date(2026, 11, 9))
TOLD = a_doing(
    how=How.DONE,
    finish_id=1,
    say="We drive at 10:30.",
    finished_on=date(2026, 11, 9),
    settled_on=date(2026, 11, 12),
    reaction=Reaction.PLEASED,
)
NOT_SOLVED = a_doing(
    how=How.DONE,
    finish_id=1,
    finished_on=date(2026, 11, 9),
    settled_on=date(2026, 11, 12),
    reaction=Reaction.NOT_SOLVED,
)
WAIVED = a_doing(
    how=How.DONE, finish_id=1, say="Done", finished_on=DAY, settled_on=DAY, waived=True
)


@pytest.mark.parametrize(
    ("doings", "shared", "stage"),
    [
        ((), False, Stage.HEARD),
        ((), True, Stage.SHARED),
        ((a_doing(),), False, Stage.ACTING),
        ((DONE,), True, Stage.DONE),
        ((DECLINED,), True, Stage.DECLINED),
        ((DONE, a_doing()), True, Stage.ACTING),
        ((DONE, DECLINED), True, Stage.DONE),
        ((TOLD,), True, Stage.TOLD),
        ((TOLD, DECLINED), True, Stage.DECLINED),
        ((NOT_SOLVED,), True, Stage.ACTING),
        ((WAIVED,), True, Stage.TOLD),
    ],
)
def test_the_stage_follows_from_the_facts(
    doings: tuple[Doing, ...], shared: bool, stage: Stage
) -> None:
    assert stage_of(Kind.SUGGESTION, shared=shared, doings=doings) is stage


@pytest.mark.parametrize("kind", [Kind.PRAISE, Kind.NOTHING])
def test_praise_and_nothing_end_at_shared(kind: Kind) -> None:
    standing = a_standing(shared_on=DAY, kind=kind)

    assert standing.stage is Stage.SHARED
    assert standing.settled
    assert standing.next_command is None


@pytest.mark.parametrize(
    ("standing", "day"),
    [
        (a_standing(), DAY),
        (a_standing(shared_on=date(2026, 11, 3)), date(2026, 11, 3)),
        (a_standing(a_doing()), date(2026, 11, 4)),
        (a_standing(NOT_SOLVED), date(2026, 11, 12)),
        (a_standing(DONE), date(2026, 11, 9)),
        (a_standing(TOLD), date(2026, 11, 12)),
    ],
)
def test_a_stage_begins_on_the_day_of_its_fact(standing: Standing, day: date) -> None:
    assert standing.since == day


@pytest.mark.parametrize(
    ("standing", "command"),
    [
        (a_standing(), "share 12"),
        (replace(a_standing(urgent=True), wait=Wait(clock=Clock.UNSHARED, since=DAY)), "act 12"),
        (a_standing(shared_on=DAY), "act 12"),
        (a_standing(a_doing(owner="Priya")), "done A3"),
        (a_standing(a_doing(owner="Priya"), a_doing(action_id=4)), "take A4"),
        (a_standing(DONE), "tell 12"),
        (a_standing(TOLD), None),
    ],
)
def test_each_stage_names_the_command_that_moves_it_on(
    standing: Standing, command: str | None
) -> None:
    assert standing.next_command == command


@pytest.mark.parametrize(("age", "overdue"), [(5, False), (6, True)])
def test_an_answer_is_overdue_after_its_stage_s_limit(age: int, overdue: bool) -> None:
    standing = Standing(answer=an_answer(), stage=Stage.HEARD, since=DAY, age=age, limit=5)

    assert standing.overdue is overdue


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        (a_standing(), "Not shared with the team yet."),
        (a_standing(shared_on=DAY), "The team knows; nobody has taken it on yet."),
        (a_standing(a_doing()), "Drive later (A3) is looking for someone."),
        (
            a_standing(a_doing(owner="Tom Hale", due_on=date(2026, 12, 4))),
            "Tom has it: Drive later, due Friday 4 December (A3).",
        ),
        (a_standing(NOT_SOLVED), "Told, and not solved: Drive later (A3)."),
        (a_standing(DONE), "Done on Monday 9 November: We drive at 10:30. Not told yet."),
        (a_standing(DECLINED), "We said no on Monday 9 November: No vans. Not told yet."),
        (
            a_standing(TOLD),
            "Done on Monday 9 November: We drive at 10:30. Told on Thursday 12 November, pleased.",
        ),
        (a_standing(WAIVED), "Done on Monday 2 November: Done. Need not be told."),
    ],
)
def test_what_became_of_an_answer_is_said_in_a_sentence(standing: Standing, words: str) -> None:
    assert progress(standing, today=date(2026, 11, 23)) == words
