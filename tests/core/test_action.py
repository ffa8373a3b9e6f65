"""Where an action stands."""

import pytest

from dailycontact.core.action import Action, Finish, How, Revisit, State
from support.builders import MONDAY

OPEN, NOBODY = (7,), ()


def _ended(how: How) -> Finish:
    return Finish(id=1, action_id=3, number=1, how=how, say="It is so", day=MONDAY)


@pytest.mark.parametrize(
    ("owner_id", "finish", "waiting", "state"),
    [
        (None, None, OPEN, State.OPEN),
        (2, None, OPEN, State.DOING),
        (None, None, NOBODY, State.OPEN),
        (2, None, NOBODY, State.DOING),
        (2, _ended(How.DONE), NOBODY, State.DONE),
        (2, _ended(How.DECLINED), NOBODY, State.DECLINED),
        (2, _ended(How.DONE), OPEN, State.REOPENED),
        (None, _ended(How.DECLINED), OPEN, State.REOPENED),
    ],
)
def test_the_state_follows_from_who_has_it_how_it_ended_and_who_waits(
    owner_id: int | None, finish: Finish | None, waiting: tuple[int, ...], state: State
) -> None:
    action = Action(
        id=3, title="x", owner_id=owner_id, day=MONDAY, finish=finish, open_answers=waiting
    )

    assert action.state is state


def test_what_is_looked_at_again_is_named_by_its_action() -> None:
    again = Revisit(
        finish_id=9, action_id=3, title="x", say="no", declined_on=MONDAY, due_on=MONDAY
    )

    assert again.reference == "A3"
