"""Answers on a page: what is urgent, what was heard in the period, and who still waits."""

from collections import Counter
from collections.abc import Iterable, Sequence

from dailycontact.core.sentences import listed
from dailycontact.loop import Stage
from dailycontact.report.rule import wording
from dailycontact.report.rule.page import Block, Entry, Grid, Listing, Paragraph, Quote, Tone
from dailycontact.report.rule.pages.asking import link
from dailycontact.report.rule.pages.cutting import briefly, cut, listing, more
from dailycontact.report.rule.pages.places import Places
from dailycontact.report.rule.report import Report, Said, Waiting

_NEW = frozenset({Stage.HEARD, Stage.SHARED})
_SHORT = 60


def wanted(report: Report) -> tuple[Block, ...]:
    """Return what is urgent, and nobody has taken on yet or is late; in whole words."""
    whole = {said.answer_id: said.words for said in report.heard}
    entries = tuple(_wanted(one, whole.get(one.answer_id), report) for one in report.wanted)
    return (Listing(entries=entries),) if entries else ()


def heard(places: Places) -> tuple[Block, ...]:
    """Return what was heard, without what stands at the top, with the thanks or with an action."""
    report = places.report
    where = {one.answer_id: one for one in report.waiting}
    nothing = wording.nothing_wished(report)
    return (
        *listing(places.heard, lambda one: _heard(one, where.get(one.answer_id), report), report),
        *((Paragraph(text=nothing),) if nothing else ()),
    )


def waiting(places: Places) -> tuple[Block, ...]:
    """Return who waits, and of whom nothing else on the page speaks."""
    report = places.report
    if not report.waiting:
        return (Paragraph(text=wording.NO_WAITING, tone=Tone.QUIET),)
    looking = {(one.who, one.words) for one in report.looking}
    waits = [
        one
        for one in report.waiting
        if one.answer_id not in places.answers and (one.who, one.words) not in looking
    ]
    if not waits:
        return ()
    others = [one.answer_id for one in report.waiting if one not in waits]
    shown = cut(waits)
    table: tuple[Block, ...] = (_grid(shown, report), *more(len(waits) - len(shown), report))
    return (*table, *_elsewhere(others, places))


def _elsewhere(answer_ids: Iterable[int], places: Places) -> tuple[Paragraph, ...]:
    """Return where those who wait are found whose words stand in another list, in its order."""
    titles = Counter(map(places.title_of, answer_ids))
    order = (wording.wanted(places.report), wording.BECAUSE_OF_YOU, wording.LOOKING,
             places.heard_title, places.acted_title, places.told_title)  # fmt: skip
    found = [f"{titles[title]} under “{title}”" for title in order if titles[title]]
    if not found:
        return ()
    if len(found) == 1:
        (title,) = titles
        said = f"And {titles.total()} more, under “{title}”."
    else:
        said = f"And {titles.total()} more, with what they said: {listed(found, most=9)}."
    return (Paragraph(text=said, tone=Tone.QUIET),)


def _grid(waits: Sequence[Waiting], report: Report) -> Grid:
    return Grid(
        caption="Whoever has waited longest comes first",
        columns=("who", "waits", "what", "where it stands"),
        rows=tuple(_row(one, report) for one in waits),
        answers=tuple(
            one.answer_id for one in waits if briefly(one.words, width=_SHORT) == one.words
        ),
    )


def _row(one: Waiting, report: Report) -> tuple[str, ...]:
    urgent = "Urgent: " if one.urgent else ""
    return (
        one.who,
        wording.how_long(one, report),
        f"{one.answer_id} · {urgent}{briefly(one.words, width=_SHORT)}",
        one.where,
    )


def _wanted(one: Waiting, whole: str | None, report: Report) -> Entry:
    by = f"{one.who} · answer {one.answer_id} · said {wording.said_on(one, report)}"
    free = one.stage in _NEW
    return Entry(
        text=() if free else (one.where,),
        quotes=(Quote(words=whole or one.words, by=by, urgent=True, answer=one.answer_id),),
        link=link(f"Answer {one.answer_id}", report) if free else None,
        tone=Tone.WARNING,
    )


def _heard(said: Said, waits: Waiting | None, report: Report) -> Entry:
    """Return an answer whole, and where it stands, unless it is as new as the report."""
    moved = waits is not None and waits.stage not in _NEW
    where = waits.where if waits is not None and moved else ""
    by = " · ".join(words for words in (wording.remark(said, report), where) if words)
    return Entry(
        quotes=(Quote(words=said.words, by=by, urgent=said.urgent, answer=said.answer_id),)
    )
