"""How the weeks went: pictures of the figures, each with a sentence that says what is in it.

What is too little to be seen in a picture is left out: one week makes no line, one wish no theme.
"""

from collections.abc import Callable

from dailycontact.core.sentences import count, listed
from dailycontact.report.rule.figures import Figures, StageTime
from dailycontact.report.rule.page import Block, Chart, ChartKind, Series
from dailycontact.report.rule.pages import comparing
from dailycontact.report.rule.pages.counting import knowing, say_length, since_when, times
from dailycontact.report.rule.pages.spans import spans_of
from dailycontact.report.rule.report import Report

THEMES = 6
"""How many themes are drawn; the others are said less often."""
_STEPS = {
    "heard": "shared was shared within {} of being heard",
    "shared": "taken on was taken on within {} of being shared",
    "taken on": "done was done within {} of being taken on",
    "done": "told was told within {} of being done",
}
"""How each stage goes on, behind "half of what was"."""
_FEWEST_WEEKS = 2
_FEWEST_WISHES = 3

Parts = tuple[tuple[str, str, tuple[Block, ...]], ...]


def looking_back(report: Report) -> Parts:
    """Return the sections with figures, as keys, titles and blocks, in their order."""
    return (
        ("purpose", comparing.PURPOSE, comparing.purpose(report)),
        ("first-weeks", comparing.FIRST_WEEKS, comparing.first_weeks(report)),
        ("compare", comparing.title(report), comparing.beside(report)),
        ("weeks", "How the weeks went", pictures(report.figures, weeks, funnel, themes, stages)),
    )


def pictures(figures: Figures, *made: Callable[[Figures], Chart | None]) -> tuple[Chart, ...]:
    """Return those of the charts that have something to show."""
    drawn = (make(figures) for make in made)
    return tuple(chart for chart in drawn if chart is not None)


def weeks(figures: Figures) -> Chart | None:
    """Return the calls and the conversations of each week."""
    if sum(week.calls > 0 for week in figures.weeks) < _FEWEST_WEEKS:
        return None
    shown = spans_of(figures)
    calls = shown.sums([week.calls for week in figures.weeks])
    talks = shown.sums([week.conversations for week in figures.weeks])
    return Chart(
        kind=ChartKind.GROUPED,
        title="Calls and conversations",
        description=f"{count(sum(calls), 'call')} and {count(sum(talks), 'conversation')}"
        f" in {count(shown.weeks, 'week')}.",
        labels=shown.labels,
        series=(Series(name="calls", values=calls), Series(name="conversations", values=talks)),
        unit="calls",
    )


def funnel(figures: Figures) -> Chart | None:
    """Return how far the answers of the weeks have come."""
    if not figures.funnel or max(number for _, number in figures.funnel) < _FEWEST_WISHES:
        return None
    steps = listed([f"{number} {name}" for name, number in figures.funnel], most=99)
    return Chart(
        kind=ChartKind.FUNNEL,
        title="From the question to the answer",
        description=_from_then_on(figures, f"{steps}, counted in customers"),
        labels=tuple(name for name, _ in figures.funnel),
        series=(Series(name="customers", values=tuple(number for _, number in figures.funnel)),),
        unit="customers",
    )


def _from_then_on(figures: Figures, said: str) -> str:
    """Return what was counted with since when: told is here who was told what they wished then."""
    begun = since_when(figures).removeprefix("since")
    return f"Since{begun}: {said} and what they wished for since then." if begun else f"{said}."


def themes(figures: Figures) -> Chart | None:
    """Return how often each theme was said, week by week."""
    said = [theme for theme in figures.themes if theme.total]
    drawn = said[:THEMES]
    if not drawn or len(figures.weeks) < _FEWEST_WEEKS or drawn[0].total < _FEWEST_WISHES:
        return None
    most, shown = drawn[0], spans_of(figures)
    some = len(said) > len(drawn)
    more = f" Shown are the {THEMES} most frequent of {len(said)} themes." if some else ""
    return Chart(
        kind=ChartKind.LINES,
        title="What it was about",
        description=f"Most often: {most.name}, {times(most.total)} in"
        f" {count(shown.weeks, 'week')}.{more}",
        labels=shown.labels,
        series=tuple(Series(name=one.name, values=shown.sums(one.counts)) for one in drawn),
        unit="customers",
    )


def stages(figures: Figures) -> Chart | None:
    """Return how long the stages took, in working days; the half of the answers took no longer."""
    known = [stage for stage in figures.stages if stage.median is not None]
    if not any(stage.median and stage.of >= _FEWEST_WISHES for stage in known):
        return None
    return Chart(
        kind=ChartKind.BARS,
        title="How long the steps took",
        description=_slowest(known, figures),
        labels=tuple(stage.until for stage in known),
        series=(Series(name="working days", values=tuple(stage.median for stage in known)),),
        unit="working days",
    )


def _slowest(known: list[StageTime], figures: Figures) -> str:
    longest = max(known, key=lambda stage: stage.median or 0)
    within = say_length(longest.median or 0).removeprefix("less than ")
    then = since_when(figures)
    half = f"{then[0].upper()}{then[1:]}, half" if then else "Half"
    step = _STEPS.get(longest.name, f"{longest.until} took no longer than {{}}")
    said = f"{half} of what was {step.format(within)}. That is the longest step."
    return f"{said} {knowing(figures, since='since then' if then else '')}".strip()
