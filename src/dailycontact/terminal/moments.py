"""What happened with one customer, day by day: the same words wherever their story is shown."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import groupby

from dailycontact.core.call import Outcome, PromiseKind
from dailycontact.core.dates import say_ago, say_day
from dailycontact.core.history import SENT, UNREACHABLE, Moment, What
from dailycontact.core.rhythm import Happening
from dailycontact.core.sentences import first_name, progress, sentence
from dailycontact.core.standing import Standing
from dailycontact.core.telling import Reaction
from dailycontact.terminal.card import Part, labelled, paragraph, quoted, spread
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import LABEL, NAME

INDENT = 2

_ENDED: Mapping[str, str] = {
    Outcome.REACHED: "You spoke",
    Outcome.NO_ANSWER: "No answer",
    Outcome.VOICEMAIL: "Voicemail",
    Outcome.WRONG_NUMBER: "Wrong number",
    Outcome.NOT_NOW: "Not now",
    Outcome.NEVER: "Asked not to be phoned any more",
}
_SETTLED = {"kept": "kept", "moved": "put off", "dropped": "dropped", "broken": "broken"}
_CHANNELS = {"phone": "phone", "email": "e-mail", "in-person": "word of mouth", "letter": "letter"}
_HELPED = {"yes": "it has", "partly": "partly", "no": "it has not"}


def days(
    moments: Iterable[Moment], standings: Iterable[Standing], *, today: date
) -> list[Part | str]:
    """Return the moments below their days; each answer with what became of it so far."""
    became = {one.answer.id: one for one in standings}
    parts: list[Part | str] = []
    for day, group in groupby(moments, key=lambda moment: moment.day):
        said = say_day(day, today=today)
        parts += ["", spread(Line((said, NAME)), (say_ago(day, today=today), LABEL))]
        parts += [_part(moment, became, today=today) for moment in group]
    return parts or ["", paragraph("Nothing has happened yet.", style=LABEL)]


def _part(moment: Moment, became: Mapping[int, Standing], *, today: date) -> Part:
    standing = became.get(moment.answer_id or 0)
    if moment.what is What.ANSWER and standing is not None:
        return _answer(standing, today=today)
    return paragraph(_SAID[moment.what](moment, today), indent=INDENT)


def _answer(standing: Standing, *, today: date) -> Part:
    answer = standing.answer
    words = quoted(answer.verbatim) if answer.verbatim else "Nothing to better."
    marks = {"urgent": answer.urgent, "private": answer.private, "amended": answer.amended}
    remarks = [word for word, holds in marks.items() if holds]
    remark = f"  ({', '.join(remarks)})" if remarks else ""
    return labelled(f"  {answer.id}", f"{words}{remark}", _became(standing, today=today))


def _became(standing: Standing, *, today: date) -> str:
    answer = standing.answer
    if answer.praised:
        return f"Praise for {answer.praised}."
    if answer.is_suggestion:
        return progress(standing, today=today)
    return f"{answer.kind.value.capitalize()}."


def _call(moment: Moment, _: date) -> str:
    note = f" Note: {sentence(moment.note)}" if moment.note else ""
    return f"{_ENDED[moment.how or '']} ({moment.who}).{note}"


def _spoken(moment: Moment, _: date) -> str:
    return f"Said: {quoted(moment.words or '')}."


def _corrected(moment: Moment, _: date) -> str:
    before, after = moment.words or "", moment.note or ""
    if moment.how == "verbatim":
        said = f"it said {quoted(before)}" if before else "it had no words"
        return f"{moment.answer_id} was amended; before, {said}"
    return f"{moment.answer_id} was amended: {moment.how}, {before} before, is {after} now."


def _read(moment: Moment, _: date) -> str:
    about = f"is about {moment.words}" if moment.words else "belongs to no theme any more"
    cause = f" Cause: {sentence(moment.how)}" if moment.how else ""
    note = f" {sentence(moment.note)}" if moment.note else ""
    return f"{moment.answer_id} {about}, as {first_name(moment.who or '')} reads it.{cause}{note}"


def _shared(moment: Moment, _: date) -> str:
    whom = {"company": "the company", "customers": "customers"}.get(moment.how or "", "the team")
    where = f" ({moment.place})" if moment.place else ""
    return f"Shared {moment.answer_id} with {whom}{where}."


def _action(moment: Moment, today: date) -> str:
    due = f" (by {say_day(moment.until, today=today)})" if moment.until else ""
    return f"A{moment.action_id} for {moment.answer_id}: {sentence(moment.words or '')[:-1]}{due}."


def _owned(moment: Moment, _: date) -> str:
    return f"{first_name(moment.who or '')} took on A{moment.action_id}."


def _note(moment: Moment, _: date) -> str:
    said = [sentence(moment.note)] if moment.note else []
    said += [f"See: {moment.place}"] if moment.place else []
    return f"A{moment.action_id}, {first_name(moment.who or '')} notes: {' '.join(said)}"


def _done(moment: Moment, _: date) -> str:
    see = f" See: {moment.place}" if moment.place else ""
    return f"A{moment.action_id} is done: {quoted(moment.words or '')}.{see}"


def _declined(moment: Moment, today: date) -> str:
    instead = f" Instead: {sentence(moment.note)}" if moment.note else ""
    again = f" To look at again on {say_day(moment.until, today=today)}." if moment.until else ""
    said = f"A{moment.action_id} is declined: {quoted(moment.words or '')}."
    return f"{said}{instead}{again}"


def _revisited(moment: Moment, today: date) -> str:
    again = f", until {say_day(moment.until, today=today)}" if moment.until else ""
    return f"A{moment.action_id} was looked at again; it stays declined{again}."


def _told(moment: Moment, _: date) -> str:
    took = f", {Reaction(moment.reaction).said}" if moment.reaction else ""
    words = f": {quoted(moment.words)}" if moment.words else ""
    return f"Told about {moment.answer_id}{_by(moment)}{took}{words}."


def _reacted(moment: Moment, _: date) -> str:
    took = Reaction(moment.reaction).said if moment.reaction else "nothing"
    return f"Heard what they say now to what they were told about {moment.answer_id}: {took}."


def _waived(moment: Moment, _: date) -> str:
    if moment.note == UNREACHABLE:
        return f"Could not be reached about {moment.answer_id}, and is not tried any more."
    return f"Need not be told about {moment.answer_id} any more."


def _not_yet(moment: Moment, _: date) -> str:
    words = f": {quoted(moment.words)}" if moment.words else ""
    return f"Told where {moment.answer_id} stands{_by(moment)}{words}."


def _by(moment: Moment) -> str:
    return "" if moment.in_call or not moment.how else f" by {_CHANNELS[moment.how]}"


def _helped(moment: Moment, _: date) -> str:
    return f"Asked whether A{moment.action_id} has helped: {_HELPED[moment.how or 'yes']}."


def _letter(moment: Moment, _: date) -> str:
    waits = "" if moment.how == SENT else ", and not sent yet"
    return f"A message about {moment.answer_id} was written{waits}."


def _tried(moment: Moment, _: date) -> str:
    return f"Tried to tell them about {moment.answer_id}; nobody answered."


def _promise(moment: Moment, today: date) -> str:
    is_call_back = moment.place == PromiseKind.CALL_BACK
    what = "Promised to call back" if is_call_back else f"Promised: {moment.words}"
    due = f" (by {say_day(moment.until, today=today)})" if moment.until else ""
    if moment.settled_on is None:
        return f"{what}{due}."
    how = _SETTLED.get(moment.how or "", "settled")
    why = f" {sentence(moment.note)}" if moment.note else ""
    return f"{what}{due}; {how} on {say_day(moment.settled_on, today=today)}.{why}"


def _rested(moment: Moment, _: date) -> str:
    if moment.how == Happening.SKIP:
        return f"Passed over{f': {sentence(moment.note)}' if moment.note else '.'}"
    if moment.how == Happening.CHECKED:
        return "Number looked at; tried again from here."
    said = moment.note or moment.how or ""
    return sentence(f"{said[:1].upper()}{said[1:]}")


_SAID: Mapping[What, Callable[[Moment, date], str]] = {
    What.CALL: _call,
    What.ANSWER: _spoken,
    What.CORRECTED: _corrected,
    What.READ: _read,
    What.SHARED: _shared,
    What.ACTION: _action,
    What.OWNED: _owned,
    What.NOTE: _note,
    What.DONE: _done,
    What.DECLINED: _declined,
    What.REVISITED: _revisited,
    What.TOLD: _told,
    What.REACTED: _reacted,
    What.WAIVED: _waived,
    What.NOT_YET: _not_yet,
    What.HELPED: _helped,
    What.LETTER: _letter,
    What.TRIED: _tried,
    What.PROMISE: _promise,
    What.RESTED: _rested,
}
