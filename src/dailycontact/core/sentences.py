"""Sentences that several steps say: how often, since when, and what to tell a customer.

Plain words, the customer's own where there are some, and never he or she.
"""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.action import How
from dailycontact.core.dates import say_ago, say_day
from dailycontact.core.program import PROGRAM
from dailycontact.loop import CADENCES, Stage

if TYPE_CHECKING:
    from dailycontact.core.standing import Doing, Standing
    from dailycontact.core.telling import Owed

LONG = 90
"""How much of a verbatim is repeated inside a sentence, in characters."""

SOON = 45
"""Days within which a turn is named by its day, and not by its month."""

COUNTED = 1_000
"""How far is counted what a sentence needs; beyond, "more than 1,000" says as much."""

A_NAME = 24
"""How much of what one calls somebody is repeated inside a sentence of a card, in characters."""

_ENDS = (".", "!", "?", "…", "。", "！", "？")  # noqa: RUF001 - as Chinese and Japanese end theirs
_CLOSING = "\"'”’»)"

_RHYTHMS = {CADENCES["month"]: "once a month", CADENCES["quarter"]: "once a quarter"}
_RHYTHMS[CADENCES["year"]] = "once a year"
_RHYTHMS |= {1: "every working day", 5: "once a week", 10: "every 2 weeks", 15: "every 3 weeks"}


def undo_offer() -> str:
    """Return what is offered, quietly, after everything that was written down."""
    return f"Wrong? {PROGRAM} undo"


def say_cadence(cadence: int) -> str:
    """Return how often a customer's turn comes, from its working days: "once a quarter".

    Whole years and months (252 and 21 working days) are said as such, and so are a few weeks.
    """
    for word in ("year", "month"):
        times, rest = divmod(cadence, CADENCES[word])
        if times > 1 and not rest:
            return _RHYTHMS.get(cadence, f"every {times} {word}s")
    return _RHYTHMS.get(cadence, f"every {cadence} working days")


def first_name(name: str) -> str:
    """Return what one calls somebody."""
    return name.split(maxsplit=1)[0] if name.split() else name


def count(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun: "1 customer", "3 customers"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def counted(number: int, one: str, many: str) -> str:
    """Return a number with its noun, as far as one counts: "more than 1,000 customers"."""
    return f"more than {COUNTED:,} {many}" if number > COUNTED else count(number, one, many)


def listed(words: list[str], *, most: int = 3) -> str:
    """Return words as one says them: "Bo and Ana", "Bo, Ana and 4 more"."""
    if len(words) > most:
        words = [*words[: most - 1], f"{len(words) - most + 1} more"]
    if len(words) <= 1:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def shortened(words: str, *, width: int = LONG) -> str:
    """Return a verbatim as it is repeated inside a sentence: one line, cut at a word."""
    line = " ".join(words.split())
    if len(line) <= width:
        return line
    return f"{line[:width].rsplit(' ', 1)[0].rstrip(' ,;:.')} …"


def sentence(words: str) -> str:
    """Return words with a full stop, unless they end a sentence already."""
    words = words.strip()
    return words if words.rstrip(_CLOSING).endswith(_ENDS) else f"{words}."


def spoken(words: str) -> str:
    """Return words as a sentence that is said: a capital, and a full stop.

    A first word with capitals of its own (iPhone) is left as it is.
    """
    words = sentence(words)
    first = words.split(maxsplit=1)[0]
    return words[0].upper() + words[1:] if first == first.lower() else words


def news(owed: "Owed", *, leader: str, company: str, today: date, room: int | None = None) -> str:
    """Return what to say to somebody who is owed news: their words, and what was done.

    `leader` and `company` say who is calling; the sentence ends with a question, so that the
    reaction is heard. `room` shortens each part to so many characters, for a card.
    """
    return all_news([owed], leader=leader, company=company, today=today, room=room)


def all_news(
    ends: Sequence["Owed"], *, leader: str, company: str, today: date, room: int | None = None
) -> str:
    """Return what to say to a customer who is owed several things (at least one), in one go."""
    first = ends[0]
    name = first.customer if first.customer == first.company else first_name(first.customer)
    name = name if room is None else shortened(name, width=A_NAME)
    opening = f"{name}, it's {first_name(leader)}"
    opening += f" from {company}." if company else "."
    return f"{opening} {what_became(ends, leader=leader, today=today, room=room)}"


def what_became(
    ends: Sequence["Owed"],
    *,
    leader: str,
    today: date,
    room: int | None = None,
    in_writing: bool = False,
) -> str:
    """Return each thing that a customer said with what came of it, and a question at the end.

    What was said twice, and came to the same end, is followed by that end once. What is
    `in_writing` names the day: nobody knows when it is read.
    """
    by_answer: dict[int, list[Owed]] = {}
    for end in ends:
        by_answer.setdefault(end.answer_id, []).append(end)
    matters = list(by_answer.values())
    said: list[str] = []
    for place, same in enumerate(matters):
        on = say_on if in_writing else say_when
        when = f"{on(same[0].said_on, today=today)} {_told_us(same[0], leader=leader, room=room)}"
        said.append(f"And {when[0].lower()}{when[1:]}" if place else when)
        following = matters[place + 1] if place + 1 < len(matters) else []
        if [end.finish_id for end in following] != [end.finish_id for end in same]:
            said += [_came_of_it(end, leader=leader, room=room) for end in same]
    return " ".join([*said, _asked_back(ends)])


def _told_us(owed: "Owed", *, leader: str, room: int | None) -> str:
    words = sentence(shortened(owed.verbatim, width=(room or LONG) - 1))
    whom = "me" if owed.heard_by in ("", leader) else first_name(owed.heard_by)
    return f"you told {whom}: ‘{words}’"


def _came_of_it(owed: "Owed", *, leader: str, room: int | None) -> str:
    say = spoken(owed.say if room is None else shortened(owed.say, width=2 * room))
    if owed.how is How.DECLINED:
        instead = f" {spoken(owed.instead)}" if owed.instead else ""
        return f"We can't do that: {say}{instead}"
    return f"{say}{_done_by(owed.owner, leader)}"


def _asked_back(ends: Sequence["Owed"]) -> str:
    hows = {end.how for end in ends}
    if hows == {How.DECLINED}:
        helps = all(end.instead for end in ends)
        return "Would that help?" if helps else "How is that for you?"
    return "Is it what you needed?" if hows == {How.DONE} else "How is that for you?"


def _done_by(owner: str | None, leader: str) -> str:
    if owner is None:
        return ""
    return f" {'I' if owner == leader else first_name(owner)} did that."


def say_when(day: date, *, today: date) -> str:
    """Return when something was said, as one says it on the phone: "In September", "Last week"."""
    days = (today - day).days
    if days <= 1:
        return "Today" if days <= 0 else "Yesterday"
    if days < 28:  # noqa: PLR2004 - four weeks
        return say_ago(day, today=today).capitalize()
    month = day.strftime("%B")
    return f"In {month}" if days < 330 else f"In {month} {day.year}"  # noqa: PLR2004 - 11 months


def say_on(day: date, *, today: date) -> str:
    """Return when something was said, as one writes it: "On Friday 27 November"."""
    return f"On {say_day(day, today=today)}"


def say_about(day: date, *, today: date) -> str:
    """Return about when something comes: "about Friday 4 December", "about March"."""
    days = (day - today).days
    if days <= SOON:
        return f"about {say_day(day, today=today)}"
    return f"about {day:%B}" if days < 330 else f"about {day:%B %Y}"  # noqa: PLR2004 - 11 months


def progress(standing: "Standing", *, today: date, most: int | None = None) -> str:
    """Return in one sentence what became of an answer so far.

    Where it would have more than `most` characters, the words that the customers hear are cut
    short, and not whether they heard them.
    """
    whole = _progress(standing, today, None)
    if most is None or len(whole) <= most:
        return whole
    said = (standing.doings[-1].say or "") if standing.doings else ""
    room = len(said) - (len(whole) - most) - len(" …")
    return _progress(standing, today, room) if room >= A_NAME else shortened(whole, width=most)


def _progress(standing: "Standing", today: date, room: int | None) -> str:
    match standing.stage:
        case Stage.HEARD:
            return "Not shared with the team yet."
        case Stage.SHARED:
            return "The team knows; nobody has taken it on yet."
        case Stage.ACTING:
            return _under_way(next(d for d in standing.doings if d.open), today=today)
        case Stage.DONE | Stage.DECLINED:
            return _ended(standing.doings[-1], today, room) + " Not told yet."
        case Stage.TOLD:
            told = _told(standing.doings[-1], today=today)
            return _ended(standing.doings[-1], today, room) + told


def ending(doing: "Doing", *, today: date) -> str:
    """Return who ended it and when, without the words that the customers hear."""
    day = say_day(doing.finished_on, today=today) if doing.finished_on else ""
    if doing.how is How.DECLINED:
        return f"We said no on {day}."
    owner = f"{first_name(doing.owner)} took it on. " if doing.owner else ""
    return f"{owner}Done on {day}."


def _under_way(doing: "Doing", *, today: date) -> str:
    due = f", due {say_day(doing.due_on, today=today)}" if doing.due_on else ""
    if doing.reopened:
        return f"Told, and not solved: {doing.title}{due} (A{doing.action_id})."
    if doing.owner is None:
        return f"{doing.title} (A{doing.action_id}) is looking for someone{due}."
    return f"{first_name(doing.owner)} has it: {doing.title}{due} (A{doing.action_id})."


def _ended(doing: "Doing", today: date, room: int | None) -> str:
    words = doing.say or ""
    words = words if room is None else shortened(words, width=room)
    return f"{ending(doing, today=today)[:-1]}: {sentence(words)}"


def _told(doing: "Doing", *, today: date) -> str:
    if doing.settled_on is None:
        return ""
    if doing.unreachable:
        return " Nobody could reach them to tell them."
    if doing.waived:
        return " Need not be told."
    took = f", {doing.reaction.said}" if doing.reaction else ""
    return f" Told on {say_day(doing.settled_on, today=today)}{took}."
