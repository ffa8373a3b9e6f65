"""An action ends, done or declined, and each of its customers is owed a word about it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.act import rule
from dailycontact.act.usecases.begin import Acted, add_to
from dailycontact.act.usecases.finding import find_action, tally_of
from dailycontact.core.action import Action, How
from dailycontact.core.sentences import count
from dailycontact.core.tally import Tally
from dailycontact.core.telling import Owed
from dailycontact.store import actions, answers, waivers
from dailycontact.store.owed import owed

if TYPE_CHECKING:
    from dailycontact.store.changing import Change
    from dailycontact.store.looking import Look


@dataclass(frozen=True, kw_only=True)
class Ending:
    """How an action ends, in the words that its customers will hear."""

    how: How
    say: str
    instead: str | None = None
    revisit_on: date | None = None
    evidence: str | None = None


@dataclass(frozen=True, kw_only=True)
class Ended:
    """An action that has ended: who waits to hear, and who need not be told (do not contact).

    `also` are the answers that were added just before, and what is said of them.
    """

    action: Action
    tally: Tally
    ending: Ending
    day: date
    waiting: tuple[Owed, ...]
    waived: tuple[Owed, ...] = ()
    also: Acted | None = None


def done(
    change: "Change",
    action_id: int,
    *,
    say: str | None,
    evidence: str | None,
    day: date,
    today: date,
    also: Sequence[int] = (),
) -> Ended:
    """End an action as done on `day`, for everybody who still waits for it, and for `also`.

    What is done already and also holds for others is said to them in the same words, unless `say`
    gives other ones.

    Raises:
        NoSuchAction, AnswerNotAction, NoSuchAnswer: nothing has that number.
        OwesNobodyAnAction, DeclineNotTold: it cannot be done for an answer of `also`.
        DayIsAhead: `day` is still to come.
        EndedBeforeItWasSaid, EndedBeforeItsReopening, EndedBeforeItsLastEnd: it is too early.
        SaysNothing, WordsNeeded: it is not known what the customers will hear.
        ServesNobody: it is for nobody.
        EndedAlready: it has ended for everybody who asked.

    """
    rule.check_behind(day, flag="--on", today=today)
    rule.check_says_something(say, flag="--say")
    action = find_action(change, action_id, today=today)
    added = add_to(change, also, action_id=action.id, day=today) if also else None
    action = added.action if added else action
    fresh = [answer.id for answer in added.added] if added else []
    rule.check_may_end(action, tally=tally_of(change, action, today=today), today=today)
    words = say or rule.words_again(action, fresh=fresh)
    if not words:
        raise rule.WordsNeeded(action)
    if action.finish and not say:
        evidence = evidence or action.finish.evidence
    ending = Ending(how=How.DONE, say=words, evidence=evidence)
    ended = _end(change, action, ending, day=day, today=today)
    change.summary = f"{ended.action.reference} is done ({ended.action.title})"
    return replace(ended, also=added)


def needs_words(look: "Look", action_id: int, also: Sequence[int], *, today: date) -> bool:
    """Return whether the leader has to find words for the customers.

    Nobody has to where the last ones hold for `also`, too, or where nobody waits for it.

    Raises:
        NoSuchAction, AnswerNotAction: no action has that number.

    """
    action = find_action(look, action_id, today=today)
    fresh = [number for number in also if number not in action.answers]
    return bool(action.open_answers or fresh) and rule.words_again(action, fresh=fresh) is None


def decline(
    change: "Change",
    *,
    answer_ids: Sequence[int],
    action_ids: Sequence[int],
    ending: Ending,
    today: date,
) -> tuple[Ended, ...]:
    """Decline answers, as one action that ends at once, and actions, each with the same reason.

    Raises:
        DayIsPast: it would be looked at again on a day that is over.
        SaysNothing: the reason, or what is done instead, has no word in it.
        NoSuchAnswer, NoSuchAction, AnswerNotAction: nothing has that number.
        OwesNobodyAnAction, BeingWorkedOn, SettledAlready: an answer cannot be declined.
        ServesNobody, EndedAlready: an action cannot.

    """
    rule.check_ahead(ending.revisit_on, flag="--revisit", today=today)
    rule.check_says_something(ending.say, flag="--reason")
    rule.check_says_something(ending.instead, flag="--instead")
    named = [find_action(change, number, today=today) for number in dict.fromkeys(action_ids)]
    if answer_ids:
        named.append(_begun(change, tuple(dict.fromkeys(answer_ids)), ending, today=today))
    ended = tuple(_end(change, action, ending, day=today, today=today) for action in named)
    waiting = sum(len(each.waiting) + len(each.waived) for each in ended)
    change.summary = f"declined {count(waiting, 'answer')}: {rule.title_of(ending.say)}"
    return ended


def _begun(change: "Change", answer_ids: Sequence[int], ending: Ending, *, today: date) -> Action:
    for number in answer_ids:
        rule.check_may_be_declined(answers.standing(change, number, today=today), today=today)
    action_id = change.add(
        "action",
        title=rule.title_of(ending.say),
        leader_id=change.leader_id,
        day=today,
        recorded_at=change.at,
    )
    for number in answer_ids:
        change.add("action_answer", action_id=action_id, answer_id=number, recorded_at=change.at)
    return actions.action(change, action_id)


def _end(change: "Change", action: Action, ending: Ending, *, day: date, today: date) -> Ended:
    rule.check_may_end(action, tally=tally_of(change, action, today=today), today=today)
    for number in action.open_answers:
        standing = answers.standing(change, number, today=today)
        rule.check_follows(standing, action, day=day, today=today)
    finish_id = change.add(
        "finish",
        action_id=action.id,
        number=action.finish.number + 1 if action.finish else 1,
        how=ending.how,
        say=ending.say,
        instead=ending.instead,
        revisit_on=ending.revisit_on,
        evidence=ending.evidence,
        leader_id=change.leader_id,
        day=day,
        recorded_at=change.at,
    )
    for number in action.open_answers:
        change.add("finish_answer", finish_id=finish_id, answer_id=number)
    waiting, waived = _news(change, action.id, finish_id, today=today)
    ended = actions.action(change, action.id)
    return Ended(
        action=ended,
        tally=tally_of(change, ended, today=today),
        ending=ending,
        day=day,
        waiting=waiting,
        waived=waived,
    )


def _news(
    change: "Change", action_id: int, finish_id: int, *, today: date
) -> tuple[tuple[Owed, ...], tuple[Owed, ...]]:
    """Return who waits to hear of this end, and to whom it is waived."""
    concerned = [
        one for one in owed(change, today=today, action_id=action_id) if one.finish_id == finish_id
    ]
    waived = waivers.waive_refused(change, concerned, day=today)
    return tuple(one for one in concerned if one not in waived), waived
