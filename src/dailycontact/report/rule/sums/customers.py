"""What customers said and what came of it, for all of them to read: nobody is found in it.

Only what has ended, was told to whoever said it, and may be passed on; of somebody who was erased
since, not a word. Where one of those who asked says that it is not solved, nothing is said of it:
"we did" would be wrong for them.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from dailycontact.core.answer import Answer
from dailycontact.core.customer import ERASED
from dailycontact.core.recorded import Ending
from dailycontact.core.standing import Doing, Standing
from dailycontact.report.rule.facts import Facts
from dailycontact.report.rule.readers import Readers
from dailycontact.report.rule.report import YouSaid
from dailycontact.report.rule.sums import happened
from dailycontact.report.rule.sums.acting import heard_by_customers, state_of

_HIDDEN = re.compile(r"\[[^\]]*\]")


def you_said(readers: Readers) -> tuple[YouSaid, ...]:
    """Return what customers were told in the period: what most of them had said comes first.

    Each end of an action is said once, in the words of whoever said so first of those who were told
    of it in the period. Days are no finer than a month.
    """
    unsolved = _unsolved(readers.facts)
    told_now = _told_now(readers.facts)
    found = [
        _you_said(ending, told_now.get(ending.finish_id, set()), readers)
        for ending in readers.facts.endings
        if ending.action_id not in unsolved
    ]
    said = sorted((one for one in found if one), key=lambda one: (-one.others, one.say, one.words))
    return tuple(replace(one, number=number) for number, one in enumerate(said, start=1))


def _unsolved(facts: Facts) -> frozenset[int]:
    """Return the actions that were told to somebody who says that it is not solved."""
    doings = (doing for one in facts.standings for doing in one.doings)
    return frozenset(doing.action_id for doing in doings if doing.reopened)


def _told_now(facts: Facts) -> dict[int, set[int]]:
    """Return of each end the answers whose customers were told of it in the period."""
    told: dict[int, set[int]] = {}
    for telling in facts.tellings:
        told.setdefault(telling.finish_id, set()).add(telling.answer_id)
    return told


def _you_said(ending: Ending, told_now: Collection[int], readers: Readers) -> YouSaid | None:
    know = [one for one in readers.readable(ending.answers) if _knows(one, ending)]
    told = (one.answer for one in know if one.answer.id in told_now)
    words = _quoted((answer for answer in told if answer.customer != ERASED), readers)
    if words is None:
        return None
    return YouSaid(
        number=0,
        words=words,
        others=happened.customers(know) - 1,
        state=state_of(ending.how),
        say=heard_by_customers(ending.say, ending, readers),
        instead=heard_by_customers(ending.instead, ending, readers) if ending.instead else None,
        day=ending.day.replace(day=1),
    )


def _knows(standing: Standing, ending: Ending) -> bool:
    """Return whether the customer was told of this end, and it is the last one for them."""
    return standing.answer.is_suggestion and any(
        doing.finish_id == ending.finish_id and _is_told(doing) for doing in standing.doings
    )


def _is_told(doing: Doing) -> bool:
    return doing.settled_on is not None and not doing.waived


def _quoted(told: Iterable[Answer], readers: Readers) -> str | None:
    """Return the first words that were said, of those that say something without the names."""
    in_order = sorted(told, key=lambda answer: (answer.day, answer.id))
    return next(filter(_says_something, map(readers.words, in_order)), None)


def _says_something(words: str) -> bool:
    return any(map(str.isalnum, _HIDDEN.sub("", words)))
