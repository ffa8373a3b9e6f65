"""What was read, noted, said on the way and asked afterwards, on the page for a customer."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from dailycontact.core.history import Moment, What
from dailycontact.core.sentences import sentence
from dailycontact.people.usecases.holding import Held
from dailycontact.terminal.markdown import escaped

Say = Callable[[date], str]

_HELPED = {"yes": "helped", "partly": "helped in part", "no": "did not help"}


def of_the_team(held: Held, day: Say) -> Iterator[str]:
    """Yield how their answers are read, and what was noted of what is done about them."""
    yield from _lines(held, {What.READ: _read, What.NOTE: _noted, What.REVISITED: _revisited}, day)


def said_to_them(held: Held, day: Say) -> Iterator[str]:
    """Yield where they were told that it stands, what was written to them, and if it helped."""
    yield from _lines(
        held, {What.NOT_YET: _not_yet, What.LETTER: _letter, What.HELPED: _helped}, day
    )


def why_waived(held: Held, answer_id: int) -> str | None:
    """Return why they need not be told of an answer: "unreachable", "do-not-contact"."""
    return next(
        (
            one.note
            for one in held.story.moments
            if one.what is What.WAIVED and one.answer_id == answer_id
        ),
        None,
    )


def _lines(held: Held, wanted: Mapping[What, Callable[[Moment], str]], day: Say) -> Iterator[str]:
    for one in held.story.moments:
        if one.what in wanted:
            yield f"{day(one.day)}, {wanted[one.what](one)}"


def _who(one: Moment) -> str:
    return escaped(one.who or "somebody of us")


def _read(one: Moment) -> str:
    theme = f"is about “{escaped(one.words)}”" if one.words else "has no theme"
    cause = f" Cause: {_said(one.how)}" if one.how else ""
    note = f" Note: {_said(one.note)}" if one.note else ""
    return f"{_who(one)}: {one.answer_id} {theme}.{cause}{note}"


def _noted(one: Moment) -> str:
    seen = f" It can be seen at: {escaped(one.place, indent=2)}" if one.place else ""
    words = f": {_said(one.note)}" if one.note else "."
    return f"{_who(one)} noted something of what is done about it{words}{seen}"


def _revisited(one: Moment) -> str:
    return f"{_who(one)} looked again at what was declined; it stays so."


def _not_yet(one: Moment) -> str:
    words = f": {_said(one.words)}" if one.words else "."
    return f"{_who(one)} told you where {one.answer_id} stands (by {one.how}){words}"


def _letter(one: Moment) -> str:
    where = f" It is in the file {escaped(one.place, indent=2)}." if one.place else ""
    return f"{_who(one)} wrote to you about {one.answer_id}: {_said(one.words)}{where}"


def _helped(one: Moment) -> str:
    return f"you said that what was done about {one.answer_id} {_HELPED[one.how or 'yes']}."


def _said(words: str | None) -> str:
    return escaped(sentence(words or ""), indent=2)
