"""What was said the last time, and what became of it."""

from typing import TYPE_CHECKING

from dailycontact.core.call import Outcome, Promise
from dailycontact.core.dates import say_day
from dailycontact.core.sentences import count, ending, progress, sentence, shortened
from dailycontact.core.turn import Reason
from dailycontact.pick.usecases.today import Today
from dailycontact.pick.view.words import asks_about, quotes
from dailycontact.terminal.card import Part, labelled, quoted

if TYPE_CHECKING:
    from dailycontact.store.mornings import Note

ONE_ANSWER = 130
ONE_OF_MANY = 56
ONE_NOTE = 90
A_FEW_WORDS = 36
"""Characters of one answer, of one of several, of a note, and of what was promised."""

MOST_SINCE = 2
MOST_AGAIN = 1
MOST_PROMISES = 1


def last_time(today: Today) -> Part | None:
    """Return the day and the words, unless OPEN quotes them; None before a first time."""
    if today.last is None:
        return None
    said = [s.answer.verbatim for s in today.last.standings if s.answer.verbatim]
    room = ONE_ANSWER if len(said) == 1 else ONE_OF_MANY
    lines = [say_day(today.last.call.day, today=today.day)]
    lines[0] += f" · {count(len(said), 'answer')}" if len(said) > 1 else ""
    opens_with = quotes(today)
    others = [words for words in said if words != opens_with]
    if others:
        lines.append(quoted(shortened(others[0], width=room)))
    return labelled("LAST TIME", *lines)


def noted(today: Today) -> Part | None:
    """Return what was noted for this call, what was not kept, and what is promised; or None."""
    note = [] if today.note is None else [_note(today.note, today)]
    promised = [_promised(promise, today) for promise in _unsaid(today)[:MOST_PROMISES]]
    broken = _not_kept(today)
    if broken:
        return labelled("NOTE", *note, " ".join([*broken, *promised]))
    said = " ".join([*note, *promised])
    return labelled("NOTE", shortened(said, width=ONE_ANSWER)) if said else None


def _not_kept(today: Today) -> list[str]:
    """Return the promise that was not kept, of which a word may still mend something."""
    return [
        f"Promised by {say_day(one.due_on, today=today.day)}, and not kept:"
        f" {sentence(_what(one))} A word may mend it."
        for one in today.broken[:MOST_PROMISES]
    ]


def _what(promise: Promise) -> str:
    return "a call back" if promise.is_call_back else shortened(promise.text, width=A_FEW_WORDS)


def _unsaid(today: Today) -> list[Promise]:
    """Return what was promised, but for the call back for which they are proposed."""
    why = today.pick is not None and today.pick.reason is Reason.PROMISE
    return [promise for promise in today.promises if not (why and promise.is_call_back)]


def _note(note: "Note", today: Today) -> str:
    words = sentence(shortened(note.text, width=ONE_NOTE))
    if note.outcome is Outcome.NOT_NOW:
        return f"It did not suit on {say_day(note.day, today=today.day)}: {words}"
    return words


def since(today: Today) -> Part | None:
    """Return what became of it, and what was raised again; who is owed news hears it in OPEN."""
    became = [*(_owed(today) or _became(today)), *_again(today)]
    return labelled("SINCE", *became) if became else None


def _owed(today: Today) -> list[str]:
    """Return how many know of the news by now, and who ended it, unless WHY says so."""
    if not today.owed_here:
        return []
    owed = today.owed_here[0]
    for standing in today.last.standings if today.last else ():
        for doing in standing.doings:
            if doing.finish_id == owed.finish_id:
                known = f"Told {owed.told} of {owed.askers} who asked."
                told_why = today.pick is not None and today.pick.reason is Reason.NEWS
                return [known if told_why else f"{ending(doing, today=today.day)} {known}"]
    return []


def _became(today: Today) -> list[str]:
    """Return what became of what they said, but for what OPEN asks about."""
    if today.last is None:
        return []
    done = asks_about(today)
    wishes = [
        one
        for one in today.last.standings
        if one.answer.is_suggestion and not (done and one.answer.id == done.answer_id)
    ][:MOST_SINCE]
    said = [progress(one, today=today.day, most=ONE_ANSWER) for one in wishes]
    if today.last.told_on is None or today.last.open is None:
        return said
    known = f"Told where it stands on {say_day(today.last.told_on, today=today.day)}."
    places = [place for place, one in enumerate(wishes) if one is today.last.open]
    for place in places:
        said[place] = f"{said[place]} {known}"
    return said if places else [*said, f"{progress(today.last.open, today=today.day)} {known}"]


def _again(today: Today) -> list[str]:
    """Return what was raised again since something was done about it."""
    said = [
        f"{shortened(one.theme, width=A_FEW_WORDS)}: raised {_times(one.times)} since the fix"
        for one in today.again[:MOST_AGAIN]
    ]
    return [f"{'; '.join(said)}."] if said else []


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number:,} times"


def _promised(promise: Promise, today: Today) -> str:
    by, who = say_day(promise.due_on, today=today.day), promise.said_by(today.leader.name)
    if promise.is_call_back:
        return f"{who} promised to call back on {by}."
    return f"{who} promised, by {by}: {sentence(shortened(promise.text, width=A_FEW_WORDS))}"
