"""Every theme, on the screen: two lines each, what was said most first."""

from collections.abc import Iterable, Sequence

from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import counted
from dailycontact.core.theme_tally import CountedTheme
from dailycontact.core.trend import WEEKS, sparkline
from dailycontact.terminal.card import Part, paragraph, spread
from dailycontact.terminal.door import cells
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import ACCENT, LABEL, NAME
from dailycontact.themes.usecases.listing import Listed
from dailycontact.themes.view.standing import raised, span, standing

SAID, TREND, SPAN = "said", "twelve weeks", "first – last"
GAP = "  "


def themes(listed: Listed) -> list[Part | str]:
    """Return the list, top to bottom."""
    if not listed.tallies:
        return ["", paragraph(_none(listed)), ""]
    spans = [span(tally, today=listed.day) for tally in listed.tallies]
    numbers = [str(tally.said or "–") for tally in listed.tallies]
    said = max(cells(word) for word in (SAID, *numbers))
    when = max(cells(word) for word in (SPAN, *spans))
    title = f"{SAID:>{said}}{GAP}{TREND:<{WEEKS}}{GAP}{SPAN:<{when}}"
    parts: list[Part | str] = ["", spread((f"THEMES ({listed.total})", LABEL), (title, LABEL))]
    for tally, number, dates in zip(listed.tallies, numbers, spans, strict=True):
        right = Line(f"{number:>{said}}{GAP}", _trend(tally), f"{GAP}{dates:<{when}}")
        parts += [spread((tally.theme.name, NAME), right), *_where(tally)]
    return [*parts, "", *_foot(listed), ""]


def _where(tally: CountedTheme) -> Iterable[Part]:
    again = raised(tally)
    words = Line((standing(tally), LABEL if not tally.is_wished else ""))
    yield spread(words, (again, ACCENT) if again else "", indent=2)


def _trend(tally: CountedTheme) -> Line:
    return Line((sparkline(tally.weeks), ACCENT)) if any(tally.weeks) else Line(" " * WEEKS)


def _none(listed: Listed) -> str:
    begin = f'{PROGRAM} theme add "delivery times"'
    if listed.unread:
        return (
            "There are no themes yet. A theme is what several answers are about; begin with one,"
            f" and put answers in it: {begin}"
        )
    return f"There are no themes yet, and no answers that could have one. To begin with: {begin}"


def _foot(listed: Listed) -> Sequence[Part]:
    foot = []
    if listed.more:
        shown = f"The {len(listed.tallies)} that were said most, and {listed.more:,} more"
        foot.append(_quiet(shown, f"{PROGRAM} theme list --all"))
    if listed.unread:
        verb = "has" if listed.unread == 1 else "have"
        words = f"{counted(listed.unread, 'wish', 'wishes')} {verb} no theme yet"
        foot.append(_quiet(words, f"{PROGRAM} theme put"))
    return [*foot, _quiet("One of them, with what was said", f"{PROGRAM} theme show NAME")]


def _quiet(words: str, command: str) -> Part:
    return spread((words, LABEL), (command, LABEL))
