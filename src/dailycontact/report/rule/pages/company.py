"""The page for owners and a board: what changed, what customers ask for, how long it takes.

No person is in it, neither a customer nor somebody of the team, and nobody's words.
"""

from dailycontact.core.sentences import spoken
from dailycontact.report.rule.figures import Figures
from dailycontact.report.rule.page import Block, Entry, Grid, Page, Paragraph
from dailycontact.report.rule.pages import charts
from dailycontact.report.rule.pages.counting import had_asked, knowing, since_when
from dailycontact.report.rule.pages.cutting import listing
from dailycontact.report.rule.pages.footer import footer
from dailycontact.report.rule.pages.head import TITLE, headline_of_figures, lead
from dailycontact.report.rule.pages.team import sections
from dailycontact.report.rule.report import Changed, Report, State


def page(report: Report) -> Page:
    """Return the page of a report for the company."""
    told = sections(
        ("changed", "What changed because of customers", _changed(report, State.DONE)),
        ("declined", "What we said no to, and why", _changed(report, State.DECLINED)),
    )
    figures = report.figures
    return Page(
        title=TITLE,
        subtitle=report.period.title,
        lead=lead(report, told=bool(told) or _counted(figures)),
        headline=headline_of_figures(report),
        sections=(
            *told,
            *sections(
                ("asked-for", "What customers ask for", _asked_for(figures)),
                ("loop", "How long the loop takes", _loop(figures)),
                *charts.looking_back(report)[:-1],
                ("weeks", "How the weeks went", charts.pictures(figures, charts.weeks)),
            ),
        ),
        footer=footer(report),
    )


def _counted(figures: Figures) -> bool:
    """Return whether anything was counted in the period itself."""
    return bool(figures.calls or figures.wishes or figures.praise or figures.customers_told)


def _changed(report: Report, state: State) -> tuple[Block, ...]:
    return listing([one for one in report.changes if one.state is state], _entry, report)


def _entry(changed: Changed) -> Entry:
    return Entry(
        head=spoken(changed.say),
        strong=spoken(changed.instead) if changed.instead else "",
        text=(had_asked(changed.askers),) if changed.askers else (),
    )


def _asked_for(figures: Figures) -> tuple[Block, ...]:
    return (*charts.pictures(figures, charts.themes), *_groups(figures))


def _groups(figures: Figures) -> tuple[Block, ...]:
    """Return which groups were heard; those of few customers are one, so that nobody is found."""
    if not figures.groups:
        return ()
    rows = [(one.name, str(one.customers), str(one.wishes)) for one in figures.groups]
    are = "customer is" if figures.folded == 1 else "customers are"
    folded = f"; {figures.folded} more {are} in smaller groups"
    when = since_when(figures)
    told = f"Who told us something{f' {when}' if when else ''}, by group"
    caption = f"{told}{folded if figures.folded else ''}"
    return (
        Grid(caption=caption, columns=("group", "customers", "wishes"),
             numeric=frozenset({1, 2}), rows=tuple(rows)),
    )  # fmt: skip


def _loop(figures: Figures) -> tuple[Block, ...]:
    pictures = charts.pictures(figures, charts.funnel, charts.stages)
    drawn = {chart.title for chart in pictures}
    knows = knowing(figures, since=since_when(figures))
    said = () if "How long the steps took" in drawn or not knows else (Paragraph(text=knows),)
    return (*said, *pictures)
