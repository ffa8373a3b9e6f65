"""One answer in the loop: who said what, where it stands, and the command that moves it on."""

from collections.abc import Iterable, Sequence
from datetime import date

from dailycontact.core.dates import say_ago, say_since
from dailycontact.core.sentences import first_name, shortened
from dailycontact.core.standing import Doing, Standing
from dailycontact.loop import Stage
from dailycontact.terminal.door import cells, shorten
from dailycontact.terminal.line import Line
from dailycontact.terminal.streams import WIDEST_CARD
from dailycontact.terminal.styles import LABEL, NAME, PLAIN

ENOUGH = 60
"""Columns of a verbatim from which on an answer has one line; a shorter one needs no more."""
WHO = 34
"""Columns of a name in one line with the rest."""
A_THEME = 24
"""Characters of a theme's name before the words."""
GAP = 2
INDENT = 7
"""Columns before what stands below the name: the number of the answer."""


class Rows:
    """Answers as rows: how wide the screen is, and what of it each part of an answer gets."""

    def __init__(self, shown: Sequence[Standing], *, day: date, width: int) -> None:
        self._day = day
        self.room = width - 1
        self._who = max((cells(_who(one, WHO)) for one in shown), default=0)
        self._where = max((cells(where(one, day=day)) for one in shown), default=0)
        steps = max((cells(one.next_command or "") for one in shown), default=0)
        longest = max((cells(_words(one)) for one in shown), default=0)
        self._what = self.room - INDENT - self._who - self._where - steps - 3 * GAP
        self._is_wide = self._what >= min(ENOUGH, longest)
        if not self._is_wide:
            self.room = min(self.room, WIDEST_CARD - 1)

    def of(self, standing: Standing) -> Iterable[Line]:
        """Return the lines of an answer: one where there is room, or two; and what it owes."""
        if self._is_wide:
            yield self._row(standing)
        else:
            yield from self._two_lines(standing)
        if standing.owes and standing.stage is Stage.ACTING:
            owed = "part of it has ended, and they do not know yet"
            left = Line(" " * INDENT, (owed, PLAIN))
            yield at_both_ends(left, Line((f"tell {standing.answer.id}", LABEL)), self.room)

    def _two_lines(self, standing: Standing) -> Iterable[Line]:
        stands = where(standing, day=self._day)
        next_step = standing.next_command or ""
        who = _who(standing, self.room - INDENT - GAP - cells(stands))
        name = Line(f" {standing.answer.id:>4}  ", (who, NAME))
        yield at_both_ends(name, Line((stands, PLAIN)), self.room)
        words = shorten(_words(standing), self.room - INDENT - GAP - cells(next_step))
        yield at_both_ends(
            Line((f"{' ' * INDENT}{words}", PLAIN)), Line((next_step, LABEL)), self.room
        )

    def _row(self, standing: Standing) -> Line:
        gap = " " * GAP
        words, stands = _words(standing), where(standing, day=self._day)
        left = Line(
            f" {standing.answer.id:>4}  ",
            (_filled(_who(standing, self._who), self._who), NAME),
            f"{gap}{_filled(words, self._what)}{gap}{_filled(stands, self._where)}",
        )
        return at_both_ends(left, Line((standing.next_command or "", LABEL)), self.room)


def at_both_ends(left: Line, right: Line, room: int) -> Line:
    """Return a line with one part at the left and, where there is any, another at the right."""
    between = room - left.width - right.width
    return Line(left, " " * max(between, 1), right) if right.plain else left


def where(standing: Standing, *, day: date) -> str:
    """Return the stage, since when it waits, and who has it; or how many know already."""
    said = (_since(standing, day=day), _holder(standing, day=day) or _known(standing))
    return " · ".join(word for word in said if word)


def _who(standing: Standing, width: int) -> str:
    answer = standing.answer
    alone = answer.company in ("", answer.customer)
    return shorten(answer.customer if alone else f"{answer.customer}, {answer.company}", width)


def _words(standing: Standing) -> str:
    answer = standing.answer
    marks = [
        word for word, said in (("urgent", answer.urgent), ("private", answer.private)) if said
    ]
    marks += [shortened(standing.theme, width=A_THEME)] if standing.theme else []
    mark = f"{', '.join(marks)}: " if marks else ""
    words = f"“{' '.join(answer.verbatim.split())}”" if answer.verbatim else "nothing to wish for"
    praise = f"praise for {first_name(answer.praised)}: " if answer.praised else ""
    return f"{mark}{praise}{words}"


def _since(standing: Standing, *, day: date) -> str:
    """Return the stage and since when, in days and weeks of the calendar; or that it is waived."""
    if standing.waived:
        return "not reached" if standing.unreachable else "need not be told"
    if standing.stage is Stage.TOLD:
        return f"told {say_ago(standing.since, today=day)}"
    began = standing.since if standing.wait is None else standing.wait.since
    return f"{standing.stage.value} {say_since(began, today=day)}"


def _holder(standing: Standing, *, day: date) -> str:
    """Return who has it and by when, where somebody still has to do something."""
    waiting = [doing for doing in standing.doings if doing.open]
    if not waiting:
        return ""
    return _has_it(next((one for one in waiting if one.owner is None), waiting[0]), day=day)


def _has_it(doing: Doing, *, day: date) -> str:
    who = first_name(doing.owner) if doing.owner else "nobody yet"
    again = "not solved: " if doing.reopened else ""
    if doing.due_on is None:
        return f"{again}{who}"
    year = "" if doing.due_on.year == day.year else f" {doing.due_on.year}"
    by = "late since" if doing.due_on < day else "by"
    return f"{again}{who}, {by} {doing.due_on.day} {doing.due_on:%b}{year}"


def _known(standing: Standing) -> str:
    """Return how many of those who asked for it know, where several did."""
    ended = [doing for doing in standing.doings if doing.owed and doing.askers > 1]
    return f"told {ended[0].told} of {ended[0].askers}" if ended else ""


def _filled(text: str, width: int) -> str:
    words = shorten(text, width)
    return words + " " * (width - cells(words))
