"""Somebody does something about answers, or takes on what is looking for someone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.act import rule
from dailycontact.act.usecases.finding import find_action, tally_of
from dailycontact.core.action import Action, How
from dailycontact.core.answer import Answer
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import count, first_name
from dailycontact.core.standing import Doing
from dailycontact.core.tally import Tally
from dailycontact.core.team import Member
from dailycontact.errors import Refused
from dailycontact.store import actions, answers

if TYPE_CHECKING:
    from dailycontact.store.changing import Change
    from dailycontact.store.looking import Look


class DeclineNotTold(Refused):
    """Something was to be begun for a customer who has not heard yet that it was declined."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(
            f"{first_name(answer.customer)} has not heard yet that {answer.id} was declined, and"
            f" would hear a no and a yes at once; tell them first with: {PROGRAM} tell {answer.id}"
            f" (or, if the decline was a slip: {PROGRAM} undo)"
        )


@dataclass(frozen=True, kw_only=True)
class Acted:
    """An action with the answers that it serves from now on, and those it served already.

    `elsewhere` are the open actions that some of them were part of before.
    """

    action: Action
    tally: Tally
    added: tuple[Answer, ...]
    already: tuple[Answer, ...] = ()
    is_new: bool = True
    elsewhere: tuple[Action, ...] = ()

    @property
    def private(self) -> tuple[Answer, ...]:
        """Those of the answers that stay with the leader."""
        return tuple(answer for answer in self.added if answer.private)


def check_may_be_begun(look: "Look", answer_ids: Sequence[int], *, day: date) -> None:
    """Let pass answers for which something may be begun, before anybody is asked what that is.

    Raises:
        NoSuchAnswer, OwesNobodyAnAction, DeclineNotTold: as `act`.

    """
    _wishes(look, answer_ids, day=day)


def act(
    change: "Change",
    answer_ids: Sequence[int],
    *,
    title: str,
    owner: Member | None,
    due: date | None,
    day: date,
) -> Acted:
    """Begin an action for these answers; without an owner it is looking for someone.

    Raises:
        DayIsPast: it would be due on a day that is over.
        NoSuchAnswer: no answer has that number.
        OwesNobodyAnAction: an answer is praise, or no wish.
        DeclineNotTold: a customer is still to hear that it was declined.

    """
    rule.check_ahead(due, flag="--due", today=day)
    wishes, elsewhere = _wishes(change, answer_ids, day=day)
    action_id = change.add(
        "action",
        title=title,
        owner_id=owner.id if owner else None,
        owned_on=day if owner else None,
        due_on=due,
        leader_id=change.leader_id,
        day=day,
        recorded_at=change.at,
    )
    _serve(change, action_id, wishes)
    change.summary = f"began A{action_id} ({title}) for {count(len(wishes), 'answer')}"
    action = actions.action(change, action_id)
    tally = tally_of(change, action, today=day)
    return Acted(action=action, tally=tally, added=wishes, elsewhere=elsewhere)


def add_to(change: "Change", answer_ids: Sequence[int], *, action_id: int, day: date) -> Acted:
    """Let an action serve these answers too; those it serves already are left as they are.

    Raises:
        NoSuchAction, AnswerNotAction: no action has that number.
        NoSuchAnswer: no answer has that number.
        OwesNobodyAnAction: an answer is praise, or no wish.
        DeclineNotTold: a customer is still to hear that it was declined.

    """
    action = find_action(change, action_id, today=day)
    wishes, elsewhere = _wishes(change, answer_ids, day=day, but=action.answers)
    fresh = tuple(answer for answer in wishes if answer.id not in action.answers)
    _serve(change, action.id, fresh)
    change.summary = f"added {count(len(fresh), 'answer')} to {action.reference} ({action.title})"
    now = actions.action(change, action.id)
    return Acted(
        action=now,
        tally=tally_of(change, now, today=day),
        added=fresh,
        already=tuple(answer for answer in wishes if answer.id in action.answers),
        is_new=False,
        elsewhere=tuple(
            one for one in elsewhere if {answer.id for answer in fresh} & set(one.open_answers)
        ),
    )


def _wishes(
    look: "Look", answer_ids: Sequence[int], *, day: date, but: Sequence[int] = ()
) -> tuple[tuple[Answer, ...], tuple[Action, ...]]:
    """Return the answers, and the open actions that they are part of already.

    `but` are answers for which nothing new is begun.
    """
    found = tuple(answers.standing(look, number, today=day) for number in dict.fromkeys(answer_ids))
    for one in found:
        rule.check_wish(one.answer)
        if one.answer.id not in but and any(map(_declined_in_silence, one.doings)):
            raise DeclineNotTold(one.answer)
    begun = sorted({doing.action_id for one in found for doing in one.doings if doing.open})
    return (
        tuple(one.answer for one in found),
        tuple(actions.actions(look, action_ids=begun)) if begun else (),
    )


def _declined_in_silence(doing: Doing) -> bool:
    return doing.how is How.DECLINED and doing.owed


def _serve(change: "Change", action_id: int, wishes: Sequence[Answer]) -> None:
    for answer in wishes:
        change.add("action_answer", action_id=action_id, answer_id=answer.id, recorded_at=change.at)


@dataclass(frozen=True, kw_only=True)
class Taken:
    """An action as somebody has it now, and who had it before, due when."""

    action: Action
    before: str | None
    due_before: date | None
    tally: Tally

    @property
    def changed_hands(self) -> bool:
        """Whether somebody has it who did not have it before."""
        return self.before != self.action.owner

    @property
    def moved(self) -> bool:
        """Whether it is due on another day than before."""
        return self.due_before != self.action.due_on

    @property
    def unchanged(self) -> bool:
        """Whether it was in the same hands already, and due then."""
        return not self.changed_hands and not self.moved


def take(
    change: "Change",
    action_id: int,
    *,
    owner: Member,
    named: bool,
    day: date,
    due: date | None = None,
) -> Taken:
    """Give an action to `owner`, by the day `due`; `named` says that it was meant to change hands.

    Where only the day is said, it stays in the hands that have it.

    Raises:
        DayIsPast: it would be due on a day that is over.
        NoSuchAction, AnswerNotAction: no action has that number.
        EndedAlready: it has ended for everybody who asked.
        InGoodHands: somebody else has it.

    """
    rule.check_ahead(due, flag="--due", today=day)
    action = find_action(change, action_id, today=day)
    stays = due is not None and action.owner_id is not None and not named
    tally = tally_of(change, action, today=day)
    rule.check_may_be_taken(action, owner, named=named or stays, tally=tally, today=day)
    change.set(
        "action",
        action.id,
        owner_id=action.owner_id if stays else owner.id,
        owned_on=action.owned_on or day,
        due_on=due or action.due_on,
    )
    now = actions.action(change, action.id)
    taken = Taken(action=now, before=action.owner, due_before=action.due_on, tally=tally)
    change.summary = _took(taken)
    return taken


def _took(taken: Taken) -> str:
    action = taken.action
    if taken.changed_hands or taken.due_before == action.due_on or action.due_on is None:
        return f"gave {action.reference} ({action.title}) to {action.owner}"
    verb = "moved" if taken.due_before else "set"
    return f"{verb} the day of {action.reference} ({action.title}) to {action.due_on.isoformat()}"
