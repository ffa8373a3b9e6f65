"""The sentences of a report, the same in every form that is read by people.

Neutral words: leave, holidays and weeks without a call are nobody's fault.
"""

from datetime import date

from dailycontact.core.call import Outcome
from dailycontact.core.dates import say_day
from dailycontact.core.period import say_days
from dailycontact.core.sentences import count, first_name, listed, spoken
from dailycontact.core.tally import Tally
from dailycontact.core.telling import Channel, Reaction
from dailycontact.report.rule.report import (
    Absence,
    Acted,
    Done,
    Given,
    Looking,
    Person,
    Report,
    Said,
    State,
    Tale,
    Told,
    Waiting,
)

LEADER_ONLY = "LEADER ONLY"
DONT_FORWARD = "Please don't forward: these are customers' words."
KEEP_IT = "Please keep it to yourself: names, private words and your notes are in it."
NOBODY_IS_ASSIGNED = "Nobody is assigned. Say so if you would like to take one on."
QUIET = "Nothing was written down in these days."

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

WE_SAID_NO = "We said no"

NO_ACTS = "Nothing was begun or finished in these days."
NO_TELLINGS = "Nobody was told anything in these days."
NO_WAITING = "Nobody waits: everybody who told us something knows what became of it."

_OUTCOMES = {
    Outcome.NO_ANSWER: "no answer",
    Outcome.VOICEMAIL: "voicemail",
    Outcome.WRONG_NUMBER: "wrong number",
    Outcome.NOT_NOW: "not now",
    Outcome.NEVER: "rather not be called",
}
_BY = {
    Channel.PHONE: "by phone",
    Channel.EMAIL: "by e-mail",
    Channel.IN_PERSON: "in person",
    Channel.LETTER: "by letter",
}
_TOOK = {
    Reaction.PLEASED: "pleased",
    Reaction.NEUTRAL: "so-so",
    Reaction.NOT_SOLVED: "not solved for them yet",
}


def title(report: Report) -> str:
    """Return what the report is called."""
    return f"What customers told us: {report.period.title}"


def request(report: Report) -> str:
    """Return what its readers are asked for."""
    return KEEP_IT if report.is_leaders else DONT_FORWARD


def opening(report: Report) -> str:
    """Return whose report it is, and how many calls were made."""
    mark = "Demonstration. " if report.demo else ""
    whose = f"{report.company}, {report.edition} edition." if report.company else (
        f"{report.edition.capitalize()} edition."
    )  # fmt: skip
    return " ".join([f"{mark}{whose}", _calls(report), *map(_away, report.away)])


def headline(report: Report) -> str:
    """Return the few figures that say most; empty where there are none."""
    waiting = len(report.waiting)
    parts = [
        (report.wishes, count(report.wishes, "wish", "wishes") + " heard"),
        (report.ended, f"{report.ended} finished"),
        (report.customers_told, count(report.customers_told, "customer") + " told"),
        (waiting, f"{count(waiting, 'answer')} still open"),
    ]
    return " · ".join(words for number, words in parts if number)


def wanted(report: Report) -> str:
    """Return what heads the urgent ones."""
    return WANTED_OR_LATE if any(one.late for one in report.wanted) else WANTED


def nothing_wished(report: Report) -> str:
    """Return how many had nothing to wish for; empty for none."""
    if not report.nothing:
        return ""
    return f"{count(report.nothing, 'customer')} had nothing to wish for."


def is_empty(report: Report) -> bool:
    """Return whether there is nothing at all to tell."""
    return not (report.wanted or report.heard or report.nothing or report.acted or report.told
                or report.waiting or report.looking or report.stories or report.promises
                or report.notes)  # fmt: skip


def listed_in_heard(report: Report) -> tuple[Said, ...]:
    """Return what we heard, without the praise that stands with the thanks."""
    thanked = {said.answer_id for thanks in report.thanks for said in thanks.praise}
    return tuple(said for said in report.heard if said.answer_id not in thanked)


def remark(said: Said, report: Report) -> str:
    """Return what stands beside the words of an answer: who, which number, and what is special."""
    praise = "praise" if said.kind == "praise" else ""
    stays = "stays with you" if said.private and report.is_leaders else ""
    day = earlier(said.day, report) if said.earlier else ""
    return " · ".join(w for w in (said.who, f"answer {said.answer_id}", praise, stays, day) if w)


def earlier(day: date, report: Report) -> str:
    """Return the day of a fact that was written down later."""
    return f"on {say_day(day, today=report.as_of)}"


def did(done: Done) -> str:
    """Return what somebody is thanked for."""
    asked = "One customer" if done.askers == 1 else f"{done.askers} customers"
    return f"{spoken(done.say)} {asked} had asked for it."


def heading(acted: Acted) -> str:
    """Return what an action is called: a reason, which stands below, is no name."""
    return WE_SAID_NO if acted.is_named_by_reason else acted.title


def act(acted: Acted, report: Report) -> str:
    """Return what happened to an action, and by whom; that we said no is nobody's own."""
    owner = f" by {acted.owner}" if acted.owner else ""
    verb = {State.DONE: f"Done{owner}", State.DECLINED: WE_SAID_NO,
            State.BEGUN: f"{acted.owner} has taken it on"}[acted.state]  # fmt: skip
    due = (
        f", by {_short(acted.due_on, report)}"
        if acted.due_on and acted.state is State.BEGUN
        else ""
    )
    day = f" ({earlier(acted.day, report)})" if acted.earlier else ""
    return f"{verb}{due}{day}"


def outcome(acted: Acted) -> str:
    """Return what the customers hear about it; empty while it is not over."""
    if acted.say is None:
        return ""
    return f"{spoken(acted.say)} {spoken(acted.instead)}" if acted.instead else spoken(acted.say)


def know(told: Told) -> str:
    """Return how many of those who asked know by now, in the words of every other screen."""
    known = Tally(
        told=told.told, askers=told.askers, waived=told.waived, unreachable=told.unreachable
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


def how_long(waiting: Waiting) -> str:
    """Return for how long somebody has been waiting, in days and weeks of the calendar.

    Seen from the last day of the report, which need not be today.
    """
    if waiting.days < 14:  # noqa: PLR2004 - two weeks
        return count(waiting.days, "day") if waiting.days else "new"
    return count(round(waiting.days / 7), "week")


def asked_for(looking: Looking, report: Report) -> str:
    """Return by how many something was said, and first when."""
    day = _short(looking.first_on, report)
    if looking.said_by == 1:
        return f"Said by one customer, on {day}."
    return f"Said by {looking.said_by} customers, first on {day}."


def tale(story: Tale, report: Report) -> str:
    """Return what stands beside a story: who, told by whom, when."""
    missed = "we could have" if story.missed else ""
    day = earlier(story.day, report) if story.earlier else ""
    return " · ".join(
        w for w in (story.who, missed, f"told by {first_name(story.told_by)}", day) if w
    )


def promise(given: Given, report: Report) -> str:
    """Return a promise, and whether it was kept."""
    states = {"open": "waits", "broken": "not kept"}
    state = states.get(given.state, given.state)
    due = f"due {_short(given.due_on, report)}"
    return f"{given.customer}: {given.text} · {due}, {'late' if given.late else state}"


def _calls(report: Report) -> str:
    who = listed([first_name(name) for name in report.leaders])
    told = (
        f"told {count(report.told_by_phone, 'customer')} by phone" if report.told_by_phone else ""
    )
    if not report.calls:
        nobody = "reached by phone" if report.tried else "phoned"
        return f"{who} {told}." if told else f"Nobody was {nobody}."
    others = [f"{number} {_OUTCOMES[out]}" for out, number in report.outcomes if out in _OUTCOMES]
    rest = f" ({', '.join(others)})" if others and report.is_leaders else ""
    calls = count(report.calls, "call")
    had = f"{calls} and had {count(report.conversations, 'conversation')}{rest}"
    return f"{who} made {had}{f', and {told}' if told else ''}."


def _away(absence: Absence) -> str:
    return f"{first_name(absence.leader)} was away on {say_days(absence.first, absence.last)}."


def _short(day: date, report: Report) -> str:
    short = f"{day.day} {day:%b}"
    return short if day.year == report.as_of.year else f"{short} {day.year}"
