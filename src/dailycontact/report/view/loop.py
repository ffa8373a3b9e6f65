"""Where every answer stands, on the screen: what is wanted today first, then what is overdue."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from dailycontact.core.action import Action
from dailycontact.core.dates import say_day
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import count, shortened
from dailycontact.core.standing import Standing
from dailycontact.core.waiting import Section, Stuck
from dailycontact.loop import Clock, Stage
from dailycontact.report.usecases.loop import Listed, Loop
from dailycontact.report.view import promises
from dailycontact.report.view.loop_rows import Rows, at_both_ends
from dailycontact.terminal import moments
from dailycontact.terminal.card import Part, header, paragraph, spread
from dailycontact.terminal.door import cells, shorten
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import LABEL, NAME, WARNING

FEWEST = 3
"""Answers that are shown however low the screen is."""
AROUND = 2
"""Lines of the screen that are not ours: what stands above all, and the next prompt."""
A_TITLE = 40
"""Characters of the title of an action inside a sentence."""

Shown = Line | Part | str

_TITLES = {
    Section.WANTED: "WANTED TODAY, urgent and without an owner",
    Section.OVERDUE: "OVERDUE",
    Section.UNSHARED: "HEARD, not shared with the team yet",
    Section.UNOWNED: "LOOKING FOR SOMEONE to take it on",
    Section.UNDONE: "ACTING",
    Section.UNTOLD: "DONE OR DECLINED, not told yet",
}
_WANTED_OR_LATE = "WANTED TODAY, urgent: without an owner, or late"
_SETTLED = {Stage.HEARD: "KEPT TO YOURSELVES", Stage.SHARED: "SHARED", Stage.TOLD: "TOLD"}
_TOLD_OR_NOT = "TOLD, or not to be told any more"
_NOT_TO_BE_TOLD = "NOT TO BE TOLD any more"
_WAITS = {
    Clock.UNSHARED: "to be shared",
    Clock.UNOWNED: "for somebody to take it on",
    Clock.UNDONE: "to be done",
    Clock.UNTOLD: "for the customers to be told",
}
_URGENT = frozenset({Section.WANTED, Section.OVERDUE})


def lines(loop: Loop, *, width: int, height: int | None = None) -> list[Shown]:
    """Return the screen for a loop, top to bottom, on so many columns.

    With a `height`, as many answers as fit in so many lines, and the rest of it in brief.
    """
    if height is None:
        return _lines(loop, width, brief=False)
    room = height - AROUND
    fewest, most = min(FEWEST, len(loop.standings)), len(loop.standings)
    while fewest < most:
        middle = (fewest + most + 1) // 2
        if _height(_lines(_first(loop, middle), width, brief=True), width) <= room:
            fewest = middle
        else:
            most = middle - 1
    return _lines(_first(loop, fewest), width, brief=True)


def _first(loop: Loop, most: int) -> Loop:
    """Return the loop with so many answers at most."""
    listed = []
    for one in loop.listed:
        listed.append(replace(one, standings=one.standings[:most]))
        most -= len(listed[-1].standings)
    return replace(loop, listed=tuple(listed))


def _height(shown: Iterable[Shown], width: int) -> int:
    return sum(len(one.lines(width)) if isinstance(one, Part) else 1 for one in shown)


def _lines(loop: Loop, width: int, *, brief: bool) -> list[Shown]:
    rows = Rows(loop.standings, day=loop.day, width=width)
    wanted = [one for one in loop.listed if one.section is Section.WANTED]
    others = [one for one in loop.listed if one.section is not Section.WANTED]
    shown: list[Shown] = ["", *_whose(loop)]
    shown += [*_sections(wanted, rows), *_due(loop, brief=brief), *_stuck(loop)]
    shown += _sections(others, rows)
    if brief:
        shown += _also(loop)
    else:
        shown += [*_looking(loop, rows.room), *promises.ahead(loop)]
    return [*shown, *_foot(loop), *_story(loop), ""]


def _whose(loop: Loop) -> list[Shown]:
    if loop.customer is None:
        return []
    company = "" if loop.customer.company == loop.customer.name else loop.customer.company
    named = Line((loop.customer.name, NAME), f"  {company}" if company else "")
    return [header(named, f"customers show {loop.customer.id}"), ""]


def _sections(listed: Iterable[Listed], rows: Rows) -> Iterable[Shown]:
    for one in listed:
        if one.section is Section.SETTLED:
            yield from _settled_ones(one.standings, rows)
        elif one.standings:
            style = WARNING if one.section in _URGENT else LABEL
            yield from _section(f"{_title(one)} ({one.count})", style, one.standings, rows)


def _title(listed: Listed) -> str:
    """Return what a part is called: by its one stage, where all of it is in that."""
    if listed.section is Section.WANTED and any(one.late_since for one in listed.standings):
        return _WANTED_OR_LATE
    stages = {one.stage for one in listed.standings}
    if (
        listed.section is not Section.UNTOLD
        or len(stages) > 1
        or listed.count > len(listed.standings)
    ):
        return _TITLES[listed.section]
    return f"{stages.pop().upper()}, not told yet"


def _settled_ones(standings: Iterable[Standing], rows: Rows) -> Iterable[Shown]:
    for stage, group in groupby(standings, key=lambda standing: standing.stage):
        of_it = list(group)
        title = _SETTLED[stage]
        if stage is Stage.TOLD and any(one.waived for one in of_it):
            title = _TOLD_OR_NOT if any(not one.waived for one in of_it) else _NOT_TO_BE_TOLD
        yield from _section(f"{title} ({len(of_it)})", LABEL, of_it, rows)


def _section(title: str, style: str, standings: Iterable[Standing], rows: Rows) -> Iterable[Shown]:
    yield Line(" ", (title, style))
    for one in standings:
        yield from rows.of(one)
    yield ""


def _stuck(loop: Loop) -> list[Shown]:
    stuck = None if loop.customer else loop.stuck
    return [] if stuck is None else [paragraph(_where_stuck(stuck, loop)), ""]


def _where_stuck(stuck: Stuck, loop: Loop) -> str:
    held = stuck.held
    oldest = f"the oldest since {say_day(held.oldest, today=loop.day).split(' ', 1)[1]}"
    waits = _WAITS[held.clock]
    if stuck.late:
        return f"{held.overdue} of {held.count} wait too long {waits}, {oldest}."
    if stuck.most:
        return f"Most of it waits {waits}: {held.count}, {oldest}."
    total = sum(one.count for one in loop.held)
    return f"The most wait {waits}: {held.count} of {total}, {oldest}."


def _due(loop: Loop, *, brief: bool) -> list[Shown]:
    """Return what is due today beside the answers: promises, and what is looked at again."""
    shown = [*promises.due(loop, brief=brief), *_revisits(loop)]
    return [*shown, ""] if shown else []


def _revisits(loop: Loop) -> list[Shown]:
    shown: list[Shown] = []
    for one in loop.revisits:
        title = shortened(one.title, width=A_TITLE)
        when = f"{one.declined_on:%B}"
        when += "" if one.declined_on.year == loop.day.year else f" {one.declined_on.year}"
        said = f"To look at again: {one.reference} {title}, declined in {when}"
        shown.append(spread(said, (f"act {one.reference}", LABEL)))
    return shown


def _looking(loop: Loop, room: int) -> list[Shown]:
    if not loop.looking:
        return []
    lines: list[Shown] = [Line(" ", ("ACTIONS WITHOUT AN OWNER", LABEL))]
    return [*lines, *(_looks(action, room) for action in loop.looking), ""]


def _looks(action: Action, room: int) -> Line:
    asked = f"  {count(len(action.open_answers), 'answer')}  "
    command = f"take {action.reference}"
    title = shorten(action.title, room - 8 - cells(asked) - cells(command))
    left = Line(f" {action.reference:>4}  ", (title, NAME), asked)
    return at_both_ends(left, Line((command, LABEL)), room)


def _also(loop: Loop) -> list[Shown]:
    """Return what else there is, in a line each: the promises to come."""
    if not loop.promises_ahead:
        return []
    promised = f"{count(len(loop.promises_ahead), 'promise')} not due yet"
    return [spread((promised, LABEL), (f"{PROGRAM} promise", LABEL))]


def _foot(loop: Loop) -> Sequence[Shown]:
    if loop.story is not None:
        return []
    if not loop.standings:
        return [paragraph(_nothing(loop)), *([] if loop.asked else _settled(loop))]
    return [
        *_more(loop),
        *_settled(loop),
        paragraph(f"What stands at the right is typed after: {PROGRAM}", style=LABEL),
    ]


def _more(loop: Loop) -> Sequence[Shown]:
    if not loop.more:
        return []
    return [spread(f"{loop.more:,} more:", (_command(loop, "--limit", str(loop.count)), LABEL))]


def _nothing(loop: Loop) -> str:
    if loop.asked and loop.settled:
        fit = "that fit are" if loop.settled > 1 else "that fits is"
        one = "one answer" if loop.settled == 1 else f"{loop.settled} answers"
        return f"The {one} {fit} settled: {_command(loop, '--all')}"
    if loop.asked:
        return f"No answer fits. All of them: {PROGRAM} loop --all"
    if loop.settled:
        return "Nothing is open: everybody who told you something knows what became of it."
    return f"There are no answers yet. They come with your calls: {PROGRAM} today"


def _settled(loop: Loop) -> Sequence[Shown]:
    if not loop.settled:
        return []
    words = f"{count(loop.settled, 'settled answer')} left out"
    return [spread((words, LABEL), (_command(loop, "--all"), LABEL))]


def _command(loop: Loop, *flags: str) -> str:
    """Return the command that shows the same, and more."""
    import shlex

    return f"{PROGRAM} loop {shlex.join((*loop.asked, *flags))}"


def _story(loop: Loop) -> list[Shown]:
    if loop.story is None:
        return []
    _, *days = moments.days(loop.story, loop.told, today=loop.day)
    return list(days)
