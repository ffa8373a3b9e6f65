"""You said, we did: the page that everybody may read, naming nobody and no day."""

from collections.abc import Iterator
from datetime import date

from dailycontact.core.sentences import spoken
from dailycontact.report.rule.page import Block, Entry, Page, Paragraph, Quote
from dailycontact.report.rule.pages.counting import in_words
from dailycontact.report.rule.pages.cutting import listing
from dailycontact.report.rule.pages.footer import footer
from dailycontact.report.rule.pages.opening import DEMONSTRATION
from dailycontact.report.rule.pages.team import sections
from dailycontact.report.rule.report import Report, State, YouSaid

TITLE = "You said, we did"
WE_CANT = "You said, we can't, because"
THANK_YOU = "You told us what we could do better. Thank you. This is what became of it."
NOTHING_YET = (
    "Nothing new is finished yet. What you told us is not forgotten:"
    " you will read here what becomes of it."
)


def page(report: Report) -> Page:
    """Return the page of a report for customers."""
    return Page(
        title=_title(report),
        subtitle=months(report.period.first, report.period.last),
        lead=tuple(Paragraph(text=text) for text in _lead(report)),
        sections=sections(
            ("did", TITLE, _entries(report, State.DONE)),
            ("cannot", WE_CANT, _entries(report, State.DECLINED)),
        ),
        footer=footer(report),
    )


def months(first: date, last: date) -> str:
    """Return the months that days lie in: a day of the calendar would lead to people."""
    end = f"{last:%B} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return end
    return f"{first:%B}–{end}" if first.year == last.year else f"{first:%B} {first.year} – {end}"


def _title(report: Report) -> str:
    return f"What you told {report.company}" if report.company else "What you told us"


def _lead(report: Report) -> Iterator[str]:
    if report.demo:
        yield DEMONSTRATION
    yield THANK_YOU if report.you_said else NOTHING_YET


def _entries(report: Report, state: State) -> tuple[Block, ...]:
    said = [one for one in report.you_said if one.state is state]
    return listing(said, lambda one: _entry(one, report), report)


def _entry(one: YouSaid, report: Report) -> Entry:
    """Return what was said, and what came of it below: in the order in which it happened.

    The month is said where it is not the only one.
    """
    month = f"{one.day:%B} {one.day.year}"
    only = months(report.period.first, report.period.last)
    answer = f"{spoken(one.say)} {spoken(one.instead)}" if one.instead else spoken(one.say)
    return Entry(
        quotes=(Quote(words=one.words, by=_others(one.others)),),
        below=(Entry(head=answer, side="" if month == only else month),),
    )


def _others(number: int) -> str:
    if not number:
        return ""
    return f"{in_words(number)} more of you said so"
