"""Figures beside figures: the period before, those told and those not, and the first four weeks."""

from dailycontact.core.period import Length
from dailycontact.core.recorded import Turnout
from dailycontact.core.sentences import count, listed
from dailycontact.report.rule.figures import Figures
from dailycontact.report.rule.page import Block, Grid, Paragraph, Tone
from dailycontact.report.rule.pages.counting import knowing, times
from dailycontact.report.rule.report import Report

PURPOSE = "What it was for"
FIRST_WEEKS = "What four weeks brought"
CHANCE = "What differs may well be chance, and more is not always better."
NO_CAUSE = (
    "This says what was, and not why: nobody drew lots for who was told, and much else happened."
)

_TURNOUT = {"told": "customers who were told", "not told": "the others"}
_ROWS = (
    ("calls", "calls"),
    ("conversations", "conversations"),
    ("wishes heard", "wishes"),
    ("praise", "praise"),
    ("finished", "ended"),
    ("customers told", "customers_told"),
    ("of them pleased", "pleased"),
    ("not solved for them yet", "not_solved"),
    ("wishes still waiting", "waiting"),
)


def title(report: Report) -> str:
    """Return what the table beside the period before is called."""
    return f"Beside the {_noun(report)} before"


def beside(report: Report) -> tuple[Block, ...]:
    """Return the figures of the period beside those of the one before, where they were asked for.

    What was nothing both times is left out.
    """
    before = report.before
    if before is None:
        return ()
    rows = [(name, getattr(report.figures, key), getattr(before, key)) for name, key in _ROWS]
    shown = tuple((name, str(now), str(then)) for name, now, then in rows if now or then)
    if not shown:
        return ()
    noun = _noun(report)
    which = (
        ("these days", "those before") if noun == "days" else (f"this {noun}", f"the {noun} before")
    )
    cut = report.period.cutoff is not None and report.period.since is None
    as_far = ", each up to the same day and hour" if cut else ""
    caption = f"{' and '.join(which).capitalize()}{as_far}"
    grid = Grid(caption=caption, columns=("", *which), numeric=frozenset({1, 2}), rows=shown)
    return (grid, Paragraph(text=CHANCE, tone=Tone.QUIET))


def purpose(report: Report) -> tuple[Block, ...]:
    """Return who stayed, left and came, of those told and of the others; no cause claimed."""
    if not report.turnout:
        return ()
    grid = Grid(
        caption="Customers who stayed, left, and came because somebody recommended us",
        columns=("", "stayed", "left", "came on their word"),
        numeric=frozenset({1, 2, 3}),
        rows=tuple(_turnout(name, one) for name, one in report.turnout),
    )
    return (grid, Paragraph(text=NO_CAUSE, tone=Tone.QUIET))


def first_weeks(report: Report) -> tuple[Block, ...]:
    """Return what the first twenty working days brought, in two sentences."""
    figures = report.first_weeks
    if figures is None:
        return ()
    said = (_brought(figures), _and_then(figures), knowing(figures))
    return tuple(Paragraph(text=text) for text in said if text)


def _brought(figures: Figures) -> str:
    calls = f"{count(figures.calls, 'call')} and {count(figures.conversations, 'conversation')}"
    parts = (
        (figures.wishes, f"{count(figures.wishes, 'wish', 'wishes')} heard"),
        (figures.praise, f"praise {times(figures.praise)}"),
        (figures.ended, f"{count(figures.ended, 'thing')} finished"),
    )
    said = listed([words for number, words in parts if number])
    return f"Twenty working days: {calls}{f'; {said}' if said else ''}."


def _and_then(figures: Figures) -> str:
    if not figures.customers_told:
        return ""
    told = f"{count(figures.customers_told, 'customer')} heard from us what became of their words"
    were = "was" if figures.pleased == 1 else "were"
    return f"{told}; {figures.pleased} of them {were} pleased." if figures.pleased else f"{told}."


def _turnout(name: str, one: Turnout) -> tuple[str, str, str, str]:
    return (_TURNOUT.get(name, name), str(one.kept), str(one.left), str(one.came))


def _noun(report: Report) -> str:
    return "days" if report.period.length is Length.DAYS else str(report.period.length)
