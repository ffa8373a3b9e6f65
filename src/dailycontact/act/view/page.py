"""The page of one action: who has it, who asked, what was noted, how it ended, and who knows."""

from collections.abc import Iterator
from datetime import date

from dailycontact.act.usecases.looking import Page
from dailycontact.act.view.words import recognised, title
from dailycontact.core.action import Finish, How, Note, State
from dailycontact.core.dates import say_day
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import sentence, spoken
from dailycontact.core.standing import Doing
from dailycontact.terminal.card import Part, labelled, paragraph, quoted
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import LABEL

BLANK = ""
MOST = 12
"""How many of those who asked are listed; --json has them all."""


def page(page: Page, *, today: date) -> list[Part | str]:
    """Return all there is about an action, in the order in which it happened."""
    action = page.action
    parts: list[Part | str] = [BLANK, title(action, action.state.value), BLANK]
    parts.append(labelled("WITH", _hands(page, today)))
    parts += _askers(page, today)
    parts += [
        labelled("NOTES" if place == 0 else "", *_note(note, today))
        for place, note in enumerate(page.notes)
    ]
    parts += [labelled(_SAID[end.how], *_end(end, today)) for end in page.ends]
    if page.revisit:
        parts.append(labelled("AGAIN", f"On {say_day(page.revisit.due_on, today=today)}."))
    if page.ends:
        parts += [BLANK, paragraph(str(page.tally))]
    return [*parts, BLANK]


_SAID = {How.DONE: "DONE", How.DECLINED: "DECLINED"}


def after(page: Page) -> str:
    """Return what comes next, with the command."""
    reference = page.action.reference
    match page.action.state:
        case State.OPEN:
            return f"Somebody takes it: {PROGRAM} take {reference} --owner NAME"
        case State.DOING | State.REOPENED:
            return f'When it is done: {PROGRAM} done {reference} --say "…"'
        case _ if any(page.doing_of(asker).owed for asker in page.askers):
            return f"Who waits to hear: {PROGRAM} tell --action {reference}"
        case _:
            return f'Anything to add? {PROGRAM} note {reference} "…"'


def _hands(page: Page, today: date) -> str:
    action = page.action
    said = [action.owner or "nobody: it is looking for someone"]
    if action.owner and action.owned_on:
        said[0] += f", since {say_day(action.owned_on, today=today)}"
    if action.due_on and action.is_open:
        late = action.due_on < today
        said.append(f"{'was due' if late else 'due'} {say_day(action.due_on, today=today)}")
    return " · ".join(said)


def _askers(page: Page, today: date) -> Iterator[Part]:
    if not page.askers:
        yield labelled("FOR", f"nobody yet: {PROGRAM} act ANSWER --add-to {page.action.reference}")
    for place, asker in enumerate(page.askers[:MOST]):
        answer = asker.answer
        stands = _stands(page.doing_of(asker), today)
        yield labelled(
            "FOR" if place == 0 else "",
            recognised(answer.id, answer.customer, answer.verbatim),
            Line(" " * (len(str(answer.id)) + 2), (stands, LABEL)),
        )
    if more := page.askers[MOST:]:
        yield labelled("", Line((f"and {len(more)} more; --json lists all", LABEL)))


def _stands(doing: Doing, today: date) -> str:
    """Return what became of the action for one who asked."""
    when = say_day(doing.settled_on, today=today) if doing.settled_on else ""
    if doing.reopened:
        return f"told on {when}, not solved; waits again"
    if doing.open:
        return "waits until it is done"
    if doing.owed:
        return "waits to hear"
    if doing.waived:
        return "need not be told"
    return f"told on {when}" + (f", {doing.reaction.value}" if doing.reaction else "")


def _note(note: Note, today: date) -> Iterator[str | Line]:
    signed = f"{say_day(note.day, today=today)}, {note.by}:"
    if note.text:
        yield f"{signed} {note.text}"
    if note.evidence:
        yield f"   to see: {note.evidence}" if note.text else f"{signed} to see: {note.evidence}"


def _end(end: Finish, today: date) -> Iterator[str]:
    yield f"{say_day(end.day, today=today)}: {quoted(spoken(end.say))}"
    if end.instead:
        yield f"Instead: {sentence(end.instead)}"
    if end.evidence:
        yield f"To see: {end.evidence}"
