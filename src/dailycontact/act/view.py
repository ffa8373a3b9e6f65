"""What was begun, taken or ended, and what happens next."""

from collections.abc import Iterable, Sequence
from datetime import date

from dailycontact.act.usecases.begin import Acted, Taken
from dailycontact.act.usecases.end import Ended
from dailycontact.core.action import Action
from dailycontact.core.answer import Answer
from dailycontact.core.dates import say_day
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import first_name, listed, sentence, shortened, spoken
from dailycontact.core.telling import Owed
from dailycontact.terminal.card import Part, labelled, paragraph, quoted, spread
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import LABEL, NAME

BLANK = ""
WORDS = 60
"""How much of a verbatim is repeated to recognise it, in characters."""

_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


def acted(acted: Acted, *, today: date) -> list[Part | str]:
    """Return what an action is, whom it serves, and who has it."""
    action = acted.action
    parts: list[Part | str] = [BLANK, _title(action, _with(action, today=today))]
    for place, answer in enumerate(acted.added):
        words = _recognised(answer.id, answer.customer, answer.verbatim)
        parts.append(labelled("  FOR" if place == 0 else "", words))
    if acted.already:
        served = listed([str(answer.id) for answer in acted.already], most=6)
        verb = "was" if len(acted.already) == 1 else "were"
        parts.append(paragraph(f"{served} {verb} part of {action.reference} already.", indent=2))
    return [*parts, BLANK]


def after_acting(acted: Acted) -> list[str]:
    """Return what deserves a word, and what comes next, a sentence a line."""
    action = acted.action
    said = [_elsewhere(one, acted) for one in acted.elsewhere]
    if acted.private:
        numbers = listed([str(answer.id) for answer in acted.private], most=6)
        verb = "is" if len(acted.private) == 1 else "are"
        said.append(f"{numbers} {verb} private: the team sees the title, never the words.")
    if acted.added and action.finish is not None:
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
    return [BLANK, _title(taken.action, _with(taken.action, today=today)), BLANK]


def after_taking(taken: Taken) -> str:
    """Return the change of hands as a sentence."""
    name, reference = taken.owner.first_name, taken.action.reference
    if taken.unchanged:
        return f"{name} has {reference} already; nothing was changed."
    if taken.before:
        return f"{reference} goes from {taken.before} to {taken.owner.name}. Thank you both."
    return f'Thank you, {name}. When it is done: {PROGRAM} done {reference} --say "…"'


def ended(ended: Ended, *, today: date) -> list[Part | str]:
    """Return how an action ended, in the customers' words and ours, and who waits to hear it."""
    action, ending = ended.action, ended.ending
    when = f"{ending.how} {say_day(ended.day, today=today)}"
    parts: list[Part | str] = [BLANK, _title(action, when)]
    hear = [quoted(spoken(ending.say))]
    if ending.instead:
        hear.append(f"Instead: {sentence(ending.instead)}")
    parts.append(labelled("  SAY", *hear))
    if ending.revisit_on:
        parts.append(labelled("  AGAIN", say_day(ending.revisit_on, today=today)))
    for place, one in enumerate(ended.waiting):
        words = _recognised(one.answer_id, one.customer, one.verbatim)
        parts.append(labelled("  WAITING" if place == 0 else "", words))
    return [*parts, BLANK]


def after_ending(ended: Iterable[Ended]) -> list[str]:
    """Return who is owed news now, and who need not be told, a sentence a line."""
    endings = tuple(ended)
    people = {one.customer_id for each in endings for one in each.waiting}
    spared = {one.customer_id: one.customer for each in endings for one in each.waived}
    said = []
    if spared:
        need = "does not want to be contacted, and need not be told."
        if len(spared) > 1:
            need = "do not want to be contacted, and need not be told."
        said.append(f"{listed(list(spared.values()), most=6)} {need}")
    if people:
        verb = "customer waits" if len(people) == 1 else "customers wait"
        said.append(f"{_number(len(people))} {verb} to hear: {PROGRAM} tell")
    return said


def _title(action: Action, right: str) -> Part:
    return spread(Line((f"{action.reference}  ", NAME), (action.title, NAME)), (right, LABEL))


def _with(action: Action, *, today: date) -> str:
    who = f"with {action.owner}" if action.owner else "looking for someone"
    due = f" · due {say_day(action.due_on, today=today)}" if action.due_on else ""
    return f"{who}{due}"


def _recognised(number: int, customer: str, verbatim: str) -> str:
    return f"{number}  {customer}: {quoted(shortened(verbatim, width=WORDS))}"


def _them(answers: Sequence[Answer]) -> str:
    return first_name(answers[0].customer) if len(answers) == 1 else "these customers"


def _number(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def acted_document(acted: Acted) -> dict[str, object]:
    """Return an action with the answers that were added, as a JSON document."""
    return {
        "action": _action_document(acted.action),
        "new": acted.is_new,
        "added": [answer.id for answer in acted.added],
        "already": [answer.id for answer in acted.already],
    }


def taken_document(taken: Taken) -> dict[str, object]:
    """Return an action with its new owner as a JSON document."""
    return {
        "action": _action_document(taken.action),
        "owner_before": taken.before,
        "changed": not taken.unchanged,
    }


def ended_document(ended: Ended) -> dict[str, object]:
    """Return an action that ended, and who is owed news, as a JSON document."""
    ending = ended.ending
    return {
        "action": _action_document(ended.action),
        "how": ending.how,
        "say": ending.say,
        "instead": ending.instead,
        "revisit_on": ending.revisit_on,
        "evidence": ending.evidence,
        "day": ended.day,
        "owed": [_owed_document(one) for one in ended.waiting],
        "waived": [_owed_document(one) for one in ended.waived],
    }


def _action_document(action: Action) -> dict[str, object]:
    return {
        "id": action.id,
        "reference": action.reference,
        "title": action.title,
        "owner": action.owner,
        "due_on": action.due_on,
        "answers": list(action.answers),
        "open_answers": list(action.open_answers),
    }


def _owed_document(one: Owed) -> dict[str, object]:
    return {
        "answer_id": one.answer_id,
        "customer_id": one.customer_id,
        "customer": one.customer,
        "verbatim": one.verbatim,
    }
