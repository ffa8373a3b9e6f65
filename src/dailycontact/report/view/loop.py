"""Where every answer stands, on the screen: two lines an answer, or one where there is room."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from dailycontact.core.action import Action
from dailycontact.core.dates import say_ago, say_since
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import count, first_name
from dailycontact.core.standing import Doing, Standing
from dailycontact.loop import Stage
from dailycontact.report.usecases.loop import Loop
from dailycontact.report.view import promises
from dailycontact.terminal.card import Part, paragraph, spread
from dailycontact.terminal.door import cells, shorten
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import LABEL, NAME, PLAIN, WARNING

ENOUGH = 60
"""Columns of a verbatim from which on an answer has one line; a shorter one needs no more."""
WHO = 34
"""Columns of a name in one line with the rest."""
GAP = 2

Shown = Line | Part | str

_TITLES = {
    Stage.HEARD: "HEARD, not shared with the team yet",
    Stage.SHARED: "SHARED, nobody has taken it on yet",
    Stage.ACTING: "ACTING",
    Stage.DONE: "DONE, not told yet",
    Stage.DECLINED: "DECLINED, not told yet",
    Stage.TOLD: "TOLD",
}


def lines(loop: Loop, *, width: int) -> list[Shown]:
    """Return the screen for a loop, top to bottom, on so many columns."""
    shown: list[Shown] = ["", *promises.due(loop)]
    widths = _Widths(loop, width)
    for title, standings in _groups(loop):
        style = WARNING if title.startswith("OVERDUE") else LABEL
        shown += [Line(" ", (f"{title} ({len(standings)})", style))]
        shown += [line for one in standings for line in _answer(one, loop, widths)]
        shown += [""]
    shown += [*_looking(loop, width), *promises.ahead(loop)]
    return [*shown, *_foot(loop), ""]


def _groups(loop: Loop) -> Iterable[tuple[str, list[Standing]]]:
    for title, standings in groupby(loop.standings, key=_title):
        yield title, list(standings)


def _title(standing: Standing) -> str:
    if standing.overdue:
        return "OVERDUE"
    if standing.settled and standing.stage is Stage.SHARED:
        return "SHARED"
    return _TITLES[standing.stage]


class _Widths:
    """The columns of the screen, and what of them each part of an answer in one line gets."""

    def __init__(self, loop: Loop, width: int) -> None:
        shown = loop.standings
        self.screen = width - 1
        self.who = max((cells(_who(one, WHO)) for one in shown), default=0)
        self.where = max((cells(_where(one, loop)) for one in shown), default=0)
        steps = max((cells(one.next_command or "") for one in shown), default=0)
        longest = max((cells(_words(one)) for one in shown), default=0)
        self.what = self.screen - 7 - self.who - self.where - steps - 3 * GAP
        self.is_wide = self.what >= min(ENOUGH, longest)


def _answer(standing: Standing, loop: Loop, widths: _Widths) -> Iterable[Line]:
    if widths.is_wide:
        return (_row(standing, loop, widths),)
    return _two_lines(standing, loop, widths.screen)


def _two_lines(standing: Standing, loop: Loop, room: int) -> Iterable[Line]:
    where = _where(standing, loop)
    next_step = standing.next_command or ""
    yield _spread(
        Line(f" {standing.answer.id:>4}  ", (_who(standing, room - 9 - cells(where)), NAME)),
        Line((where, PLAIN)),
        room,
    )
    left = f"       {shorten(_words(standing), room - 9 - cells(next_step))}"
    yield _spread(Line((left, PLAIN)), Line((next_step, LABEL)), room)


def _row(standing: Standing, loop: Loop, widths: _Widths) -> Line:
    gap = " " * GAP
    words, where = _words(standing), _where(standing, loop)
    left = Line(
        f" {standing.answer.id:>4}  ",
        (_filled(_who(standing, widths.who), widths.who), NAME),
        f"{gap}{_filled(words, widths.what)}{gap}{_filled(where, widths.where)}",
    )
    return _spread(left, Line((standing.next_command or "", LABEL)), widths.screen)


def _who(standing: Standing, width: int) -> str:
    answer = standing.answer
    alone = answer.company in ("", answer.customer)
    return shorten(answer.customer if alone else f"{answer.customer}, {answer.company}", width)


def _words(standing: Standing) -> str:
    answer = standing.answer
    marks = [
        word for word, said in (("urgent", answer.urgent), ("private", answer.private)) if said
    ]
    mark = f"{', '.join(marks)}: " if marks else ""
    words = f"“{' '.join(answer.verbatim.split())}”" if answer.verbatim else "nothing to wish for"
    praise = f"praise for {first_name(answer.praised)}: " if answer.praised else ""
    return f"{mark}{praise}{words}"


def _where(standing: Standing, loop: Loop) -> str:
    """Return the stage, since when, and who has it."""
    return " · ".join(word for word in (_age(standing, loop), _holder(standing, loop)) if word)


def _age(standing: Standing, loop: Loop) -> str:
    """Return the stage and since when, in days and weeks of the calendar; or that it is waived."""
    if standing.waived:
        return "need not be told"
    if standing.stage is Stage.TOLD:
        return f"told {say_ago(standing.since, today=loop.day)}"
    return f"{standing.stage.value} {say_since(standing.since, today=loop.day)}"


def _holder(standing: Standing, loop: Loop) -> str:
    """Return who has it and by when, where somebody still has to do something."""
    waiting = [doing for doing in standing.doings if doing.open]
    if not waiting:
        return ""
    return _has_it(waiting[0], loop)


def _has_it(doing: Doing, loop: Loop) -> str:
    who = first_name(doing.owner) if doing.owner else "nobody yet"
    again = "not solved: " if doing.reopened else ""
    if doing.due_on is None:
        return f"{again}{who}"
    year = "" if doing.due_on.year == loop.day.year else f" {doing.due_on.year}"
    return f"{again}{who}, by {doing.due_on.day} {doing.due_on:%b}{year}"


def _looking(loop: Loop, width: int) -> list[Shown]:
    if not loop.looking:
        return []
    lines: list[Shown] = [Line(" ", ("LOOKING FOR SOMEONE", LABEL))]
    return [*lines, *(_looks(action, width - 1) for action in loop.looking), ""]


def _looks(action: Action, room: int) -> Line:
    asked = f"  {count(len(action.open_answers), 'answer')}  "
    command = f"take {action.reference}"
    title = shorten(action.title, room - 8 - cells(asked) - cells(command))
    left = Line(f" {action.reference:>4}  ", (title, NAME), asked)
    return _spread(left, Line((command, LABEL)), room)


def _foot(loop: Loop) -> Sequence[Shown]:
    if not loop.standings:
        return [paragraph(_nothing(loop)), *([] if loop.asked else _settled(loop))]
    return [
        paragraph(f"What stands at the right is typed after: {PROGRAM}", style=LABEL),
        *_settled(loop),
    ]


def _nothing(loop: Loop) -> str:
    if loop.asked and loop.settled:
        whose = f"{first_name(loop.whose)}'s" if loop.whose else "The"
        fit = "" if loop.whose else " that fit" if loop.settled > 1 else " that fits"
        one = "one answer" if loop.settled == 1 else f"{loop.settled} answers"
        return f"{whose} {one}{fit} {'is' if loop.settled == 1 else 'are'} settled: {_all(loop)}"
    if loop.asked:
        return f"No answer fits. All of them: {PROGRAM} loop --all"
    if loop.settled:
        return "Nothing is open: everybody who told you something knows what became of it."
    return f"There are no answers yet. They come with your calls: {PROGRAM} today"


def _settled(loop: Loop) -> Sequence[Shown]:
    if not loop.settled:
        return []
    words = f"{count(loop.settled, 'settled answer')} left out"
    return [spread((words, LABEL), (_all(loop), LABEL))]


def _all(loop: Loop) -> str:
    """Return the command that shows the settled ones too."""
    import shlex

    return f"{PROGRAM} loop {shlex.join((*loop.asked, '--all'))}"


def _spread(left: Line, right: Line, room: int) -> Line:
    between = room - left.width - right.width
    return Line(left, " " * max(between, 1), right) if right.plain else left


def _filled(text: str, width: int) -> str:
    words = shorten(text, width)
    return words + " " * (width - cells(words))
