"""The top of a page: what it is called, whom it is for, and the few figures that say most."""

from dailycontact.core.sentences import count
from dailycontact.report.rule.page import Paragraph, Tone
from dailycontact.report.rule.pages.opening import opening, quiet
from dailycontact.report.rule.report import Edition, Report

TITLE = "What customers told us"
LEADER_ONLY = "LEADER ONLY"

REQUESTS = {
    Edition.TEAM: "Please don't forward: these are customers' words.",
    Edition.LEADER: (
        "Please keep it to yourself: names, private words and your notes are in it."
    ),
    Edition.COMPANY: "It names nobody, and may be passed on.",
}  # fmt: skip
"""What the readers of an edition are asked for."""


def banner(report: Report) -> str:
    """Return what must be read before anything else; empty for most editions."""
    return LEADER_ONLY if report.is_leaders else ""


def lead(report: Report, *, told: bool) -> tuple[Paragraph, ...]:
    """Return the paragraphs below the title; `told` is whether the page tells of the period."""
    first = Paragraph(text=opening(report))
    if told:
        return (first, Paragraph(text=REQUESTS[report.edition], tone=Tone.QUIET))
    begins = report.begins_on is not None or report.never_called
    explained = report.calls or report.absent is not None or (begins and report.back_on)
    return (first,) if explained else (first, Paragraph(text=quiet(report), tone=Tone.QUIET))


def headline(report: Report) -> str:
    """Return the few figures that say most; empty where there are none."""
    return _said(
        wishes=report.wishes,
        ended=report.ended,
        told=report.customers_told,
        waiting=len(report.waiting),
    )


def headline_of_figures(report: Report) -> str:
    """Return the same from the figures alone, for who may see no more than those."""
    figures = report.figures
    return _said(
        wishes=figures.wishes,
        ended=figures.ended,
        told=figures.customers_told,
        waiting=figures.waiting,
    )


def _said(*, wishes: int, ended: int, told: int, waiting: int) -> str:
    parts = (
        (wishes, f"{count(wishes, 'wish', 'wishes')} heard"),
        (ended, f"{ended} finished"),
        (told, f"{count(told, 'customer')} told"),
        (waiting, f"{count(waiting, 'wish', 'wishes')} still waiting"),
    )
    return " · ".join(words for number, words in parts if number)
