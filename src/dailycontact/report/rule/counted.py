"""The tables of a report that hold numbers only, and of what the report was made."""

from dailycontact.report.rule.report import Edition, Report
from dailycontact.report.rule.table import Cell, Table, table, yes

_FIGURES = {
    "calls": "Calls",
    "calls_earlier": "Calls of earlier days",
    "conversations": "Conversations",
    "wishes": "Wishes heard",
    "praise": "Praise heard",
    "ended": "Actions finished",
    "nothing": "Customers with nothing to wish for",
    "customers_told": "Customers told",
    "told_by_phone": "Customers told by phone",
    "pleased": "Pleased when told",
    "not_solved": "Not solved for them yet",
    "waiting": "Wishes still waiting",
    "typical": "Working days from word to answer (median)",
}
SMALLER = "in smaller groups"
"""Where those are counted whose groups are too small to be shown."""


def about(report: Report) -> Table:
    """Return what the report is, and from what it was made."""
    stamp = report.stamp
    rows: list[tuple[str, Cell]] = [
        ("edition", report.edition.value),
        ("leader_only", yes(report.is_leaders)),
        ("company", report.company or None),
        ("demonstration", yes(report.demo)),
        *(_months(report) if report.edition is Edition.CUSTOMERS else _days(report)),
        *_changed(report),
        *(() if report.edition is Edition.CUSTOMERS else _calling(report)),
        ("book", stamp.book or None),
        ("version", stamp.version or None),
    ]
    return table("about", "About", {"what": "What", "value": "Value"}, rows)


def _days(report: Report) -> tuple[tuple[str, Cell], ...]:
    stamp, period = report.stamp, report.period
    return (
        ("period", period.title),
        ("first_day", period.first),
        ("last_day", period.last),
        ("as_of", report.as_of),
        ("time_zone", stamp.zone),
        ("cutoff", stamp.cutoff.isoformat(timespec="seconds") if stamp.cutoff else None),
        ("written_down_later", stamp.written_later),
    )


def _changed(report: Report) -> tuple[tuple[str, Cell], ...]:
    """Return how much has changed the report since it was first made."""
    changed = report.stamp.changed
    return (
        ("undone_since", changed.undone),
        ("erased_since", changed.erased),
        ("withdrawn_since", changed.withdrawn),
        ("renamed_since", changed.renamed),
        ("hidden_since", changed.hidden),
    )


def _calling(report: Report) -> tuple[tuple[str, Cell], ...]:
    """Return since when the weeks count, who calls when, and what anybody may do."""
    return (
        ("figures_since", report.figures.since),
        ("absent", report.absent),
        ("back_on", report.back_on),
        ("permission", report.permission or None),
        ("contact", report.contact),
    )


def _months(report: Report) -> tuple[tuple[str, Cell], ...]:
    """Return no more than the months: for everybody to read, no day is named."""
    period = report.period
    return (("first_month", f"{period.first:%Y-%m}"), ("last_month", f"{period.last:%Y-%m}"))


def figures(report: Report) -> Table:
    """Return the sums, beside those of the period before and of the first four weeks."""
    return table(
        "figures",
        "Figures",
        {
            "figure": "Figure",
            "title": "What it counts",
            "value": "Now",
            "before": "The period before",
            "first_weeks": "The first four weeks",
        },
        [(name, title, *_values(name, report)) for name, title in _FIGURES.items()],
    )


def _values(name: str, report: Report) -> tuple[Cell, ...]:
    """Return a figure now, before and of the first weeks; some are known of now alone."""
    if name in {"calls_earlier", "nothing", "told_by_phone"}:
        return (getattr(report, name), None, None)
    beside = (report.figures, report.before, report.first_weeks)
    return tuple(None if figures is None else getattr(figures, name) for figures in beside)


def outcomes(report: Report) -> Table:
    """Return how the calls went."""
    return table(
        "outcomes",
        "How calls went",
        {"outcome": "Outcome", "calls": "Calls"},
        [(outcome.value, number) for outcome, number in report.outcomes],
    )


def weeks(report: Report) -> Table:
    """Return the calls and conversations of each week."""
    return table(
        "weeks",
        "Weeks",
        {"week_of": "Week of", "calls": "Calls", "conversations": "Conversations"},
        [(each.monday, each.calls, each.conversations) for each in report.figures.weeks],
    )


def funnel(report: Report) -> Table:
    """Return how far the loop came: asked, heard, shared, acted on, told."""
    return table(
        "funnel",
        "How far it came",
        {"step": "Step", "count": "How many"},
        report.figures.funnel,
    )


def themes(report: Report) -> Table:
    """Return how often each theme was said in each week, a theme below the other."""
    return table(
        "themes",
        "Themes by week",
        {"theme": "Theme", "week_of": "Week of", "count": "How often"},
        [
            (theme.name, week.monday, number)
            for theme in report.figures.themes
            for week, number in zip(report.figures.weeks, theme.counts, strict=True)
        ],
    )


def stages(report: Report) -> Table:
    """Return how long each step took, called as it is on the page."""
    return table(
        "stages",
        "Time through the stages",
        {
            "step": "Step",
            "working_days": "Working days (median)",
            "wishes": "Of wishes",
            "stage": "Stage before",
        },
        [(each.until, each.median, each.of, each.name) for each in report.figures.stages],
    )


def groups(report: Report) -> Table:
    """Return the groups of customers who were heard; the last may be all that are too small.

    How many wishes those have is not said.
    """
    figures = report.figures
    folded = ((SMALLER, figures.folded, None),) if figures.folded else ()
    return table(
        "groups",
        "Groups of customers",
        {"group": "Group", "customers": "Customers", "wishes": "Wishes"},
        [*((each.name, each.customers, each.wishes) for each in figures.groups), *folded],
    )


def turnout(report: Report) -> Table:
    """Return what became of customers, those who were told beside those who were not."""
    return table(
        "turnout",
        "What became of customers",
        {"customers": "Customers", "kept": "Kept", "left": "Left", "came": "Came recommended"},
        [(name, each.kept, each.left, each.came) for name, each in report.turnout],
    )
