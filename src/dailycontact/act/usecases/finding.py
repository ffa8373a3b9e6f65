"""The action that was named, and how many know how it ended.

A number that is an answer's says so.
"""

from datetime import date

from dailycontact.core.action import Action
from dailycontact.core.program import PROGRAM
from dailycontact.core.tally import Tally, tally
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


def tally_of(look: Look, action: Action, *, today: date) -> Tally:
    """Return how many of those who asked for an action know how it ended."""
    stands = answers.standings(look, today=today, answer_ids=action.answers)
    return tally(stands, action_id=action.id)
