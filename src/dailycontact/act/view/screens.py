"""What was begun, taken or ended, and what happens next."""

from collections.abc import Iterable, Sequence
from datetime import date

from dailycontact.act import rule
from dailycontact.act.usecases.begin import Acted, Taken
from dailycontact.act.usecases.end import Ended
from dailycontact.act.usecases.noting import Noted
from dailycontact.act.usecases.revisiting import Looked
from dailycontact.act.view.words import begun, recognised, title
from dailycontact.core.action import Action
from dailycontact.core.answer import Answer
from dailycontact.core.dates import say_day
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import count, first_name, listed, spoken
from dailycontact.core.tally import Tally
from dailycontact.terminal.card import Part, labelled, paragraph, quoted

BLANK = ""

_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


def acted(acted: Acted, *, today: date) -> list[Part | str]:
    """Return what an action is, whom it serves, and who has it."""
    action = acted.action
    parts: list[Part | str] = [BLANK, *begun(action, today=today)]
    for place, answer in enumerate(acted.added):
        words = recognised(answer.id, answer.customer, answer.verbatim)
        parts.append(labelled("  FOR" if place == 0 else "", words))
    if acted.already:
        served = listed([str(answer.id) for answer in acted.already], most=6)
        verb = "was" if len(acted.already) == 1 else "were"
        line = f"{served} {verb} part of {action.reference} already."
        line += "" if acted.added else " Nothing was changed."
        parts.append(paragraph(line, indent=2))
    return [*parts, *_known(action, acted.tally), BLANK]


def after_acting(acted: Acted) -> list[str]:
    """Return what deserves a word, and what comes next, a sentence a line."""
    action = acted.action
    said = [_elsewhere(one, acted) for one in acted.elsewhere]
    if acted.private:
        numbers = listed([str(answer.id) for answer in acted.private], most=6)
        verb = "is" if len(acted.private) == 1 else "are"
        said.append(
            f"{numbers} {verb} private: the team's report leaves out such an answer, and what is"
            " done for it alone."
        )
    if not acted.added:
        said.append(f"The whole page: {PROGRAM} act {action.reference}")
    elif action.finish is not None:
        said.append(
            f"{action.reference} was {action.finish.how} before; once it holds for"
            f' {_them(acted.added)} too: {PROGRAM} done {action.reference} --say "…"'
        )
    elif action.owner is None:
        said.append(f"Somebody takes it: {PROGRAM} take {action.reference} --owner NAME")
    elif acted.is_new:
        said.append(f'When it is done: {PROGRAM} done {action.reference} --say "…"')
    return said


def _elsewhere(other: Action, acted: Acted) -> str:
    """Return that somebody is at it already; a second action may be meant."""
    both = [str(answer.id) for answer in acted.added if answer.id in other.open_answers]
    verb, for_them = ("is", "it") if len(both) == 1 else ("are", "them")
    who = f"with {first_name(other.owner)}" if other.owner else "looking for someone"
    return (
        f"{listed(both, most=6)} {verb} in {other.reference} ({who}) already;"
        f" this makes a second action for {for_them}."
    )


def taken(taken: Taken, *, today: date) -> list[Part | str]:
    """Return who has an action now."""
    action = taken.action
    return [BLANK, *begun(action, today=today), *_known(action, taken.tally), BLANK]


def after_taking(taken: Taken, *, today: date) -> str:
    """Return the change of hands, or of the day, as a sentence."""
    action, owner = taken.action, taken.action.owner or ""
    name, reference = first_name(owner), action.reference
    if taken.unchanged:
        return f"{name} has {reference} already; nothing was changed."
    if taken.before and taken.changed_hands:
        return f"{reference} goes from {taken.before} to {owner}. Thank you both."
    if not taken.changed_hands and action.due_on:
        by = say_day(action.due_on, today=today)
        before = taken.due_before and say_day(taken.due_before, today=today)
        moved = f"moves from {before} to" if before else "is due on"
        return f"{reference} {moved} {by}; {name} has it."
    return f'Thank you, {name}. When it is done: {PROGRAM} done {reference} --say "…"'


def noted(noted: Noted, *, today: date) -> list[Part | str]:
    """Return what was noted of an action."""
    action, note = noted.action, noted.note
    said = [note.text] if note.text else []
    said += [f"To see: {note.evidence}"] if note.evidence else []
    return [BLANK, *begun(action, today=today), labelled("  NOTED", *said), BLANK]


def after_noting(noted: Noted) -> str:
    """Return where all that was noted is seen."""
    reference = noted.action.reference
    return f"{count(noted.count, 'note')} so far; the whole page: {PROGRAM} act {reference}"


def looked(looked: Looked, *, today: date) -> list[Part | str]:
    """Return what stays declined, why, and when it is looked at again."""
    again = "no more, unless somebody asks for it anew"
    if looked.next_on:
        again = say_day(looked.next_on, today=today)
    return [
        BLANK,
        title(looked.action, "stays declined"),
        labelled("  SAY", quoted(spoken(looked.finish.say))),
        labelled("  AGAIN", again),
        *_known(looked.action, looked.tally),
        BLANK,
    ]


def ended(ended: Ended, *, today: date) -> list[Part | str]:
    """Return how an action ended, in the customers' words and ours, and who waits to hear it."""
    action, ending = ended.action, ended.ending
    when = f"{ending.how} {say_day(ended.day, today=today)}"
    parts: list[Part | str] = [BLANK, title(action, when)]
    hear = [quoted(spoken(ending.say))]
    if ending.instead:
        hear.append(f"Instead: {spoken(ending.instead)}")
    parts.append(labelled("  SAY", *hear))
    if ending.revisit_on:
        parts.append(labelled("  AGAIN", say_day(ending.revisit_on, today=today)))
    for place, one in enumerate(ended.waiting):
        words = recognised(one.answer_id, one.customer, one.verbatim)
        parts.append(labelled("  WAITING" if place == 0 else "", words))
    return [*parts, *_known(action, ended.tally), BLANK]


def after_ending(ended: Iterable[Ended]) -> list[str]:
    """Return who is owed news now, and who need not be told, a sentence a line."""
    endings = tuple(ended)
    people = {one.customer_id for each in endings for one in each.waiting}
    spared = {one.customer_id: one.customer for each in endings for one in each.waived}
    said = _of_words(endings)
    if spared:
        need = "does not want to be contacted, and need not be told."
        if len(spared) > 1:
            need = "do not want to be contacted, and need not be told."
        said.append(f"{listed(list(spared.values()), most=6)} {need}")
    if people:
        verb = "customer waits" if len(people) == 1 else "customers wait"
        said.append(f"{_number(len(people))} {verb} to hear: {PROGRAM} tell")
    return said


def _of_words(endings: Sequence[Ended]) -> list[str]:
    """Return what deserves a word about the answers that were added, and about the words."""
    said = []
    for each in endings:
        if each.also:
            said += [_elsewhere(one, each.also) for one in each.also.elsewhere]
    if any(rule.is_curt(each.ending.say) for each in endings):
        said.append(
            "That is all they will hear. A whole sentence tells them more; to say it anew:"
            f" {PROGRAM} undo"
        )
    if any(rule.speaks_of_them(f"{e.ending.say} {e.ending.instead or ''}") for e in endings):
        said.append("Each customer hears these words as they are: say “you” to them.")
    return said


def _known(action: Action, tally: Tally) -> list[Part | str]:
    """Return how many know, once there is something to know."""
    return [paragraph(str(tally), indent=2)] if action.finish else []


def _them(answers: Sequence[Answer]) -> str:
    return first_name(answers[0].customer) if len(answers) == 1 else "these customers"


def _number(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)
