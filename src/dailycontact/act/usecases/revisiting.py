"""What was declined is looked at again, and stays declined."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.act import rule
from dailycontact.act.usecases.finding import find_action, tally_of
from dailycontact.core.action import Action, Finish, State
from dailycontact.core.sentences import listed
from dailycontact.core.tally import Tally
from dailycontact.store import revisits

if TYPE_CHECKING:
    from dailycontact.store.changing import Change
    from dailycontact.store.looking import Look


@dataclass(frozen=True, kw_only=True)
class Looked:
    """What stays declined, how it ended, and when it is looked at next (None: no more)."""

    action: Action
    finish: Finish
    next_on: date | None
    tally: Tally


def is_declined(look: "Look", action_ids: Sequence[int], *, today: date) -> bool:
    """Return whether all of these actions are declined, and nobody waits for them anew.

    Raises:
        NoSuchAction, AnswerNotAction: no action has that number.

    """
    found = [find_action(look, number, today=today) for number in action_ids]
    return bool(found) and all(action.state is State.DECLINED for action in found)


def stays(
    change: "Change", action_ids: Sequence[int], *, next_on: date | None, today: date
) -> tuple[Looked, ...]:
    """Write down that these were looked at again; `next_on` is when once more, if ever.

    Raises:
        DayIsPast: `next_on` is over.
        NoSuchAction, AnswerNotAction: no action has that number.
        NotDeclined: it was not declined, or somebody waits for it anew.

    """
    rule.check_ahead(next_on, flag="--revisit", today=today)
    found = [_look_again(change, number, next_on, today) for number in dict.fromkeys(action_ids)]
    names = listed([one.action.reference for one in found], most=6)
    verb = "stays" if len(found) == 1 else "stay"
    change.summary = f"looked again at {names}, which {verb} declined"
    return tuple(found)


def _look_again(change: "Change", number: int, next_on: date | None, today: date) -> Looked:
    action = find_action(change, number, today=today)
    finish = rule.declined_end(action)
    revisits.looked_at(change, finish.id, next_on=next_on, day=today)
    tally = tally_of(change, action, today=today)
    return Looked(action=action, finish=finish, next_on=next_on, tally=tally)
