"""The sentences of a report about single facts, and what its parts are called."""

from datetime import date

from dailycontact.core.dates import say_day
from dailycontact.core.sentences import count, spoken
from dailycontact.core.tally import Tally
from dailycontact.core.telling import Channel, Reaction
from dailycontact.report.rule.report import (
    Acted,
    Given,
    Looking,
    Person,
    Report,
    Said,
    State,
    Told,
    Waiting,
)

WANTED = "Urgent, and nobody has taken it on yet"
WANTED_OR_LATE = "Urgent, and nobody has taken it on yet, or it is late"
BECAUSE_OF_YOU = "Because of you"
HEARD = "What we heard"
ACTED = "What the team has acted on"
TOLD = "Who has been told"
WAITING = "Still waiting to hear from us"
LOOKING = "Looking for someone"
STORIES = "Stories"
PROMISES = "Your promises"
NOTES = "Your notes"
NUMBERS = "Their numbers"

WE_SAID_NO = "We said no"

NO_WAITING = "Nobody waits: everybody who told us something knows what became of it."

_BY = {
    Channel.PHONE: "by phone",
    Channel.EMAIL: "by e-mail",
    Channel.IN_PERSON: "in person",
    Channel.LETTER: "by letter",
}
_TOOK = {
    Reaction.PLEASED: "pleased",
    Reaction.NEUTRAL: "took note",
    Reaction.NOT_SOLVED: "not solved for them yet",
}


def wanted(report: Report) -> str:
    """Return what heads the urgent ones."""
    return WANTED_OR_LATE if any(one.late for one in report.wanted) else WANTED


def some_of(title: str, *, some: bool) -> str:
    """Return a title that says of what follows that there is `some` of it above."""
    asking_word, rest = title.split(" ", 1)
    return f"{asking_word} else {rest}" if some else title


def nothing_wished(report: Report) -> str:
    """Return how many had nothing to wish for; empty for none."""
    if not report.nothing:
        return ""
    return f"{count(report.nothing, 'customer')} had nothing to wish for."


def remark(said: Said, report: Report) -> str:
    """Return what stands beside the words of an answer: who, which number, and what is special."""
    praise = "praise" if said.kind == "praise" else ""
    stays = "stays with you" if said.private and report.is_leaders else ""
    day = earlier(said.day, report) if said.earlier else ""
    return " · ".join(w for w in (said.who, f"answer {said.answer_id}", praise, stays, day) if w)


def earlier(day: date, report: Report) -> str:
    """Return the day of a fact that was written down later."""
    return f"on {say_day(day, today=report.as_of)}"


def heading(acted: Acted) -> str:
    """Return what an action is called: a reason, which stands below, is no name."""
    return WE_SAID_NO if acted.is_named_by_reason else acted.title


def act(acted: Acted, report: Report) -> str:
    """Return who did an action, or has it and until when."""
    day = f" ({earlier(acted.day, report)})" if acted.earlier else ""
    if acted.state is not State.BEGUN:
        return f"Done{f' by {acted.owner}' if acted.owner else ''}{day}"
    due = f", to be done by {_short(acted.due_on, report)}" if acted.due_on else ""
    return f"{acted.owner} has taken it on{due}{day}"


def outcome(acted: Acted) -> str:
    """Return what the customers hear about it; empty while it is not over."""
    if acted.say is None:
        return ""
    return f"{spoken(acted.say)} {spoken(acted.instead)}" if acted.instead else spoken(acted.say)


def know(told: Told) -> str:
    """Return how many of those who asked know by now, in the words of every other screen."""
    known = Tally(
        told=told.told,
        askers=told.askers,
        waived=told.waived,
        unreachable=told.unreachable,
        reopened=told.reopened,
    )
    return str(known)


def took(person: Person, report: Report) -> str:
    """Return how somebody was told, and how they took it."""
    reaction = f", {_TOOK[person.reaction]}" if person.reaction else ""
    day = f" ({earlier(person.day, report)})" if person.earlier else ""
    return f"{_BY[person.channel]}{reaction}{day}"


def said_on(waiting: Waiting, report: Report) -> str:
    """Return when something was said."""
    return _short(waiting.said_on, report)


def how_long(waiting: Waiting, report: Report) -> str:
    """Return for how long somebody has been waiting, in days and weeks of the calendar, and since.

    Seen from the last day of the report, which need not be today.
    """
    if not waiting.days:
        return f"new, {said_on(waiting, report)}"
    weeks = waiting.days >= 14  # noqa: PLR2004 - two weeks
    long = count(round(waiting.days / 7), "week") if weeks else count(waiting.days, "day")
    return f"{long}, since {said_on(waiting, report)}"


def asked_for(looking: Looking, report: Report) -> str:
    """Return by how many something was said, and first when."""
    day = _short(looking.first_on, report)
    if looking.said_by == 1:
        return f"Said by one customer, on {day}."
    return f"Said by {looking.said_by} customers, first on {day}."


def promise(given: Given, report: Report) -> str:
    """Return a promise, and whether it was kept."""
    states = {"open": "waits", "broken": "not kept"}
    state = states.get(given.state, given.state)
    due = f"due {_short(given.due_on, report)}"
    return f"{given.customer}: {given.text} · {due}, {'late' if given.late else state}"


def _short(day: date, report: Report) -> str:
    short = f"{day.day} {day:%b}"
    return short if day.year == report.as_of.year else f"{short} {day.year}"
