"""The action that was named; a number that is an answer's says so."""

from datetime import date

from dailycontact.core.action import Action
from dailycontact.core.program import PROGRAM
from dailycontact.errors import NotFound
from dailycontact.store import actions, answers
from dailycontact.store.looking import Look


class AnswerNotAction(NotFound):
    """No action has that number, and an answer does."""

    def __init__(self, number: int) -> None:
        super().__init__(
            f"There is no action A{number}, and {number} is an answer; do something about it "
            f'with: {PROGRAM} act {number} --do "…"'
        )


def find_action(look: Look, number: int, *, today: date) -> Action:
    """Return the action with that number.

    Raises:
        NoSuchAction: no action has it.
        AnswerNotAction: an answer has it, so that it was probably meant.

    """
    try:
        return actions.action(look, number)
    except actions.NoSuchAction:
        if answers.standings(look, today=today, answer_ids=[number]):
            raise AnswerNotAction(number) from None
        raise


def told_of(look: Look, action: Action, *, today: date) -> int:
    """Return how many of those who asked for an action know how it ended."""
    stands = answers.standings(look, today=today, answer_ids=action.answers)
    doings = [doing for each in stands for doing in each.doings if doing.action_id == action.id]
    return sum(doing.settled_on is not None and not doing.waived for doing in doings)
