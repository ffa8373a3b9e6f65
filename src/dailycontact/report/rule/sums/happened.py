"""Which of the facts of a period an edition is about: what was heard, what ended, who was told.

The lists of a report and its figures both begin here, so that they cannot disagree.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dailycontact.core.action import Action
from dailycontact.core.recorded import Ending, TellingMade
from dailycontact.core.standing import Standing
from dailycontact.report.rule.readers import Readers


@dataclass(frozen=True, kw_only=True)
class Ended:
    """An action that came to an end: how it last did, and the answers for which it ever did."""

    action: Action
    ending: Ending
    concerned: tuple[Standing, ...]


def heard(readers: Readers) -> list[Standing]:
    """Return the answers that were recorded in the period, of any kind, as far as readable."""
    start = readers.facts.period.start
    return [
        one
        for one in readers.facts.standings
        if one.answer.recorded_at >= start and readers.may_read(one.answer)
    ]


def ended(readers: Readers) -> list[Ended]:
    """Return what came to an end in the period, as far as its readers may know of it.

    What ended more than once is said once, as it last did for somebody of whom they may know, with
    all for whom it ended.
    """
    over: dict[int, list[Ending]] = {}
    for ending in readers.facts.endings:
        if ending.in_period:
            over.setdefault(ending.action_id, []).append(ending)
    found = [_as_it_last_did(ends, readers) for ends in over.values()]
    return [one for one in found if one is not None]


def begun(readers: Readers) -> list[tuple[Action, list[Standing]]]:
    """Return what was begun in the period by somebody, and goes on, with the answers it is for."""
    over = {ending.action_id for ending in readers.facts.endings if ending.in_period}
    new = readers.facts.begun - over
    found = [
        (action, readers.readable(action.answers))
        for action in readers.facts.actions
        if action.id in new and action.owner is not None
    ]
    return [(action, concerned) for action, concerned in found if concerned]


def told(readers: Readers) -> dict[int, dict[int, TellingMade]]:
    """Return who was told, by action and then by answer: each once, as they were told last."""
    endings = {ending.finish_id: ending for ending in readers.facts.endings}
    by_action: dict[int, dict[int, TellingMade]] = {}
    for telling in readers.facts.tellings:
        if readers.readable((telling.answer_id,)):
            of_it = by_action.setdefault(endings[telling.finish_id].action_id, {})
            of_it[telling.answer_id] = telling
    return by_action


def waiting(readers: Readers) -> list[Standing]:
    """Return the wishes whose customers have not heard what became of them, and want to."""
    return [
        one
        for one in readers.facts.standings
        if one.answer.is_suggestion
        and not one.settled
        and one.answer.customer_id not in readers.facts.refused
        and readers.may_read(one.answer)
    ]


def customers(standings: Iterable[Standing]) -> int:
    """Return how many customers said these; one may have said several."""
    return len({one.answer.customer_id for one in standings})


def asked(action: Action, ending: Ending) -> tuple[int, ...]:
    """Return the answers that an action is, or was when it ended, for."""
    return tuple(dict.fromkeys((*action.answers, *ending.answers)))


def _as_it_last_did(ends: Sequence[Ending], readers: Readers) -> Ended | None:
    known = [ending for ending in ends if readers.readable(ending.answers)]
    ending = (known or ends)[-1]
    action = readers.facts.action(ending.action_id)
    concerned = readers.readable(tuple(dict.fromkeys(one for end in ends for one in end.answers)))
    if action is None or not concerned:
        return None
    return Ended(action=action, ending=ending, concerned=tuple(concerned))
