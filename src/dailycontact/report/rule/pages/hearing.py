"""Answers on a page: what is urgent, what was heard in the period, and who waits from before."""

from dailycontact.core.sentences import listed, shortened
from dailycontact.loop import Stage
from dailycontact.report.rule import wording
from dailycontact.report.rule.page import Block, Entry, Grid, Listing, Paragraph, Quote, Tone
from dailycontact.report.rule.pages.asking import link
from dailycontact.report.rule.pages.cutting import MOST, listing, more
from dailycontact.report.rule.report import Report, Said, Waiting

_NEW = frozenset({Stage.HEARD, Stage.SHARED})
_SHORT = 60


def wanted(report: Report) -> tuple[Block, ...]:
    """Return what is urgent, and nobody has taken on yet or is late; in whole words."""
    entries = tuple(_wanted(one, report) for one in report.wanted)
    return (Listing(entries=entries),) if entries else ()


def heard(report: Report) -> tuple[Block, ...]:
    """Return what was heard, without what stands at the top or with the thanks."""
    shown = {one.answer_id for one in report.wanted}
    shown |= {said.answer_id for thanks in report.thanks for said in thanks.praise}
    where = {one.answer_id: one for one in report.waiting}
    entries = [
        Entry(quotes=(_quote(said, where.get(said.answer_id), report),))
        for said in report.heard
        if said.answer_id not in shown
    ]
    nothing = wording.nothing_wished(report)
    return (*listing(entries, report), *((Paragraph(text=nothing),) if nothing else ()))


def waiting(report: Report) -> tuple[Block, ...]:
    """Return who told us something before, is not at the top, and has not heard from us yet."""
    if not report.waiting:
        return (Paragraph(text=wording.NO_WAITING, tone=Tone.QUIET),)
    urgent = {one.answer_id for one in report.wanted}
    heard = {said.answer_id for said in report.heard} - urgent
    before = [one for one in report.waiting if one.answer_id not in urgent | heard]
    if not before:
        return ()
    where = {"what is urgent": urgent, "what we heard": heard}
    return (
        _grid(before[:MOST], report),
        *more(len(before) - MOST, report),
        *_others({name: _number(report, ids) for name, ids in where.items()}),
    )


def _number(report: Report, answer_ids: set[int]) -> int:
    return sum(one.answer_id in answer_ids for one in report.waiting)


def _others(where: dict[str, int]) -> tuple[Paragraph, ...]:
    """Return how many more wait, whose words stand in other parts of the page."""
    names = [name for name, number in where.items() if number]
    if not names:
        return ()
    text = f"And {sum(where.values())} more, among {listed(names)}."
    return (Paragraph(text=text, tone=Tone.QUIET),)


def _grid(waits: list[Waiting], report: Report) -> Grid:
    return Grid(
        caption="Whoever has waited longest comes first",
        columns=("who", "said", "waits", "what", "where it stands"),
        rows=tuple(_row(one, report) for one in waits),
    )


def _row(one: Waiting, report: Report) -> tuple[str, ...]:
    urgent = "Urgent: " if one.urgent else ""
    return (
        one.who,
        wording.said_on(one, report),
        wording.how_long(one),
        f"{one.answer_id} · {urgent}{shortened(one.words, width=_SHORT)}",
        one.where,
    )


def _wanted(one: Waiting, report: Report) -> Entry:
    words = next((s.words for s in report.heard if s.answer_id == one.answer_id), one.words)
    by = f"{one.who} · answer {one.answer_id} · said {wording.said_on(one, report)}"
    free = one.stage in _NEW
    return Entry(
        text=() if free else (one.where,),
        quotes=(Quote(words=words, by=by, urgent=True),),
        link=link(f"Answer {one.answer_id}", report) if free else None,
        tone=Tone.WARNING,
    )


def _quote(said: Said, waits: Waiting | None, report: Report) -> Quote:
    """Return an answer whole, and where it stands, unless it is as new as the report."""
    moved = waits is not None and waits.stage not in _NEW
    where = waits.where if waits is not None and moved else ""
    by = " · ".join(words for words in (wording.remark(said, report), where) if words)
    return Quote(words=said.words, by=by, urgent=said.urgent)
