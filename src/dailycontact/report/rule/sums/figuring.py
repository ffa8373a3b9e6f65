"""The figures of an edition: what can be counted of it, without a person."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from dailycontact.core.answer import Kind
from dailycontact.core.recorded import Journey, TellingMade, Turnout, WeekOfCalls
from dailycontact.core.telling import Reaction
from dailycontact.report.rule.facts import Facts
from dailycontact.report.rule.figures import FEWEST, Figures, Group, ThemeByWeek
from dailycontact.report.rule.readers import Readers
from dailycontact.report.rule.report import Edition
from dailycontact.report.rule.sums import calling, happened, journeys
from dailycontact.report.rule.sums.folding import Folded, fold_small, groups_of

TOLD, NOT_TOLD = "told", "not told"
"""The two groups of customers whose turnout is put side by side."""


def figures_of(readers: Readers) -> Figures:
    """Return what can be counted of these facts, as far as these readers may know of it.

    What stays with the leaders is counted in their edition only. The figures of the period come
    from what is listed of it; the funnel, the themes and the groups from everything that was heard
    in `Facts.weeks`; how long it all took from what was heard or told in them, because of the
    former alone nobody could have waited for longer than they last.
    """
    facts = readers.facts
    listed = _of_the_period(readers)
    gone = _readable(facts.journeys, readers)
    wishes, told = _wishes(gone), _wishes(_readable(facts.told_before, readers))
    folded = _folded(gone, readers)
    return replace(
        listed,
        typical=journeys.typical([*wishes, *told]),
        weeks=facts.weeks,
        funnel=journeys.funnel(wishes, asked=facts.asked),
        themes=_named(journeys.themes(wishes, facts.weeks), readers),
        stages=journeys.stages([*wishes, *told]),
        groups=tuple(_masked(group, readers) for group in folded.shown),
        folded=folded.customers,
        since=_since(facts.weeks, gone, told=told),
    )


def turnout_of(facts: Facts, edition: Edition) -> tuple[tuple[str, Turnout], ...]:
    """Return what became of the customers who were told something, and of those who were not.

    For the company both groups have to be large enough that nobody is found in them.
    """
    sides = ((TOLD, facts.told_turnout), (NOT_TOLD, facts.untold_turnout))
    known = tuple((name, side) for name, side in sides if side is not None)
    few = any(side.kept + side.left < FEWEST for _, side in known)
    return () if edition is Edition.COMPANY and few else known


def nothing(readers: Readers) -> int:
    """Return how many customers said in the period that there is nothing to wish for."""
    return happened.customers(
        one for one in happened.heard(readers) if one.answer.kind is Kind.NOTHING
    )


def _readable(gone: Iterable[Journey], readers: Readers) -> list[Journey]:
    return [one for one in gone if not one.stays or readers.edition is Edition.LEADER]


def _wishes(gone: Iterable[Journey]) -> list[Journey]:
    return [one for one in gone if one.kind is Kind.SUGGESTION]


def _since(
    weeks: Sequence[WeekOfCalls], gone: Iterable[Journey], *, told: Sequence[Journey]
) -> date | None:
    """Return the first day of the weeks from the first on in which there was anything.

    A book that is three weeks old says nothing of the nine before. Where something was told that
    was heard before the weeks, they all count.
    """
    heard = {one.week for one in gone}
    begun = (week.monday for week in weeks if told or week.calls or week.monday in heard)
    return next(begun, weeks[0].monday if weeks else None)


def _of_the_period(readers: Readers) -> Figures:
    facts = readers.facts
    kinds = Counter(one.answer.kind for one in happened.heard(readers))
    told = happened.told(readers)
    took = _took(told.values(), readers)
    return Figures(
        calls=len(facts.calls),
        conversations=calling.conversations(facts.calls),
        wishes=kinds[Kind.SUGGESTION],
        praise=kinds[Kind.PRAISE],
        ended=len(happened.ended(readers)),
        customers_told=len(took),
        pleased=sum(reaction is Reaction.PLEASED for reaction in took.values()),
        not_solved=sum(reaction is Reaction.NOT_SOLVED for reaction in took.values()),
        waiting=len(happened.waiting(readers)),
    )


def _took(told: Iterable[dict[int, TellingMade]], readers: Readers) -> dict[int, Reaction | None]:
    """Return of each customer who was told how they took it.

    Who was told of several things is pleased where one of them pleased and none is unsolved: each
    customer counts once, and what is not solved counts more.
    """
    by_customer: dict[int, set[Reaction | None]] = {}
    for answer_id, telling in (one for of_it in told for one in of_it.items()):
        for standing in readers.readable((answer_id,)):
            by_customer.setdefault(standing.answer.customer_id, set()).add(telling.reaction)
    return {customer_id: _worst(took) for customer_id, took in by_customer.items()}


def _worst(took: set[Reaction | None]) -> Reaction | None:
    order = (Reaction.NOT_SOLVED, Reaction.PLEASED, Reaction.NEUTRAL)
    return next((reaction for reaction in order if reaction in took), None)


def _folded(gone: Sequence[Journey], readers: Readers) -> Folded:
    """Return the groups; the leaders, who know everybody, see the small ones too."""
    groups = groups_of(gone)
    return Folded(shown=groups) if readers.edition is Edition.LEADER else fold_small(groups)


def _named(themes: Iterable[ThemeByWeek], readers: Readers) -> tuple[ThemeByWeek, ...]:
    return tuple(replace(theme, name=readers.mask(theme.name, where="a theme")) for theme in themes)


def _masked(group: Group, readers: Readers) -> Group:
    return replace(group, name=readers.mask(group.name, where="a group of customers"))
