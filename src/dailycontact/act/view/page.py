"""The page of one action: who has it, who asked, what was noted, how it ended, and who knows."""

from collections.abc import Iterator, Sequence
from datetime import date

from dailycontact.act.usecases.looking import Page
from dailycontact.act.view.words import begun
from dailycontact.core.action import Finish, How, Note, Revisit, State
from dailycontact.core.dates import say_day
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import listed, spoken
from dailycontact.core.standing import Doing, Standing
from dailycontact.terminal.card import Part, at_most, paragraph, quoted, spread
from dailycontact.terminal.styles import LABEL

BLANK = ""
_INDENT = 4
MOST = 12
"""How many of those who asked are listed; --json has them all."""


def page(page: Page, *, today: date) -> list[Part | str]:
    """Return all there is about an action, in the order in which it happened."""
    action = page.action
    parts: list[Part | str] = [BLANK, *begun(action, today=today), BLANK]
    parts += [_label("FOR"), *_askers(page, today)]
    if page.notes:
        parts += [
            BLANK,
            _label("NOTES"),
            *(part for note in page.notes for part in _note(note, today)),
        ]
    for ends in _alike(page.ends):
        parts += [BLANK, *_end(ends, today)]
    if page.revisit:
        parts.append(paragraph(_again(page.revisit, today), indent=_INDENT))
    if page.ends:
        parts += [BLANK, paragraph(str(page.tally))]
    return [*parts, BLANK]


_SAID = {How.DONE: "DONE", How.DECLINED: "DECLINED"}


def after(page: Page, *, today: date) -> str:
    """Return what comes next, with the command."""
    reference = page.action.reference
    if page.revisit and page.revisit.due_on <= today:
        return f"It stays declined: {PROGRAM} decline {reference} --revisit DATE, or --settled"
    match page.action.state:
        case State.OPEN:
            return f"Somebody takes it: {PROGRAM} take {reference} --owner NAME"
        case State.DOING | State.REOPENED:
            return f'When it is done: {PROGRAM} done {reference} --say "…"'
        case _ if any(page.doing_of(asker).owed for asker in page.askers):
            return f"Who waits to hear: {PROGRAM} tell --action {reference}"
        case _:
            return f'Anything to add? {PROGRAM} note {reference} "…"'


def _label(words: str) -> Part:
    return spread((words, LABEL))


def _askers(page: Page, today: date) -> Iterator[Part]:
    if not page.askers:
        add = f"{PROGRAM} act ANSWER --add-to {page.action.reference}"
        yield paragraph(f"nobody yet; whoever asked for it: {add}", indent=_INDENT)
    for asker in page.askers[:MOST]:
        answer = asker.answer
        who = ", ".join(dict.fromkeys(w for w in (answer.customer, answer.company) if w))
        stands = _stands(asker, page.doing_of(asker), today)
        yield spread(f"{answer.id:>4}  {who}", (stands, LABEL))
        marks = [("urgent", answer.urgent), ("private", answer.private)]
        before = "".join(f"{mark}: " for mark, holds in marks if holds)
        words = before + quoted(" ".join(answer.verbatim.split()))
        yield at_most(paragraph(words, indent=_INDENT + 2), 1)
    if more := page.askers[MOST:]:
        yield paragraph(f"and {len(more)} more; --json lists all", indent=_INDENT, style=LABEL)


def _stands(asker: Standing, doing: Doing, today: date) -> str:
    """Return what became of the action for one who asked."""
    when = _short(doing.settled_on, today) if doing.settled_on else ""
    if doing.reopened:
        return f"not solved, {_short(doing.reopened_on, today) if doing.reopened_on else when}"
    if doing.open:
        return f"said {_short(asker.answer.day, today)}"
    if doing.owed:
        return "waits to hear"
    if doing.waived:
        return "could not be reached" if doing.unreachable else "need not be told"
    return f"told {when}" + (f", {doing.reaction.said}" if doing.reaction else "")


def _short(day: date, today: date) -> str:
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {day:%b}{year}"


def _note(note: Note, today: date) -> Iterator[Part]:
    signed = f"{say_day(note.day, today=today)}, {note.by}"
    yield paragraph(f"{signed}: {note.text or 'to see'}", indent=_INDENT)
    if note.evidence:
        yield paragraph(note.evidence, indent=_INDENT + 2, style=LABEL)


def _again(revisit: Revisit, today: date) -> str:
    day = say_day(revisit.due_on, today=today)
    if revisit.due_on > today:
        return f"To be looked at again on {day}."
    return f"It is time to look at it again (since {day})."


def _alike(ends: Sequence[Finish]) -> list[list[Finish]]:
    """Return the ends in order, those together that say the same: it also held for others."""
    found: list[list[Finish]] = []
    for end in ends:
        last = found[-1][-1] if found else None
        if last and (end.how, end.say, end.instead) == (last.how, last.say, last.instead):
            found[-1].append(end)
        else:
            found.append([end])
    return found


def _end(ends: Sequence[Finish], today: date) -> Iterator[Part]:
    days = dict.fromkeys(say_day(end.day, today=today) for end in ends)
    end = ends[-1]
    yield spread((f"{_SAID[end.how]} on {listed(list(days), most=4)}", LABEL))
    yield paragraph(quoted(spoken(end.say)), indent=_INDENT)
    if end.instead:
        yield paragraph(f"Instead: {spoken(end.instead)}", indent=_INDENT)
    for evidence in dict.fromkeys(end.evidence for end in ends if end.evidence):
        yield paragraph(f"To see: {evidence}", indent=_INDENT)
