"""The first sentences of a report: whose it is, who called, how often, and who was away.

Neutral words: leave, holidays and weeks without a conversation are nobody's fault.
"""

from dailycontact.core.call import Outcome
from dailycontact.core.dates import say_day
from dailycontact.core.period import Length, say_days
from dailycontact.core.sentences import count, first_name, listed
from dailycontact.report.rule.report import Edition, Report

DEMONSTRATION = "A demonstration: everybody in it is made up."
THAT_HAPPENS = "That happens."
NOTHING_SAID = "Nothing was written down {period}."

_LEAVE = "leave"
_UNANSWERED = frozenset({Outcome.NO_ANSWER, Outcome.VOICEMAIL})
_OUTCOMES = {
    Outcome.NO_ANSWER: "no answer",
    Outcome.VOICEMAIL: "voicemail",
    Outcome.WRONG_NUMBER: "wrong number",
    Outcome.NOT_NOW: "not now",
    Outcome.NEVER: "rather not be called",
}


def opening(report: Report) -> str:
    """Return whose report it is, who called, and who was away."""
    said = (whose(report), _calls(report), _rang(report), _away(report), _back(report))
    return " ".join(sentence for sentence in said if sentence)


def whose(report: Report) -> str:
    """Return whose report it is, and for whom: "Brightside, team edition."."""
    edition = f"{report.edition} edition."
    named = f"{report.company}, {edition}" if report.company else edition.capitalize()
    return f"{DEMONSTRATION} {named}" if report.demo else named


def this_period(report: Report) -> str:
    """Return the period as it is said in a sentence: "this week", "in these days"."""
    length = report.period.length
    return "in these days" if length is Length.DAYS else f"this {length}"


def quiet(report: Report) -> str:
    """Return that there is nothing to tell."""
    return NOTHING_SAID.format(period=this_period(report))


def _callers(report: Report) -> str:
    """Return who called; where nobody is named, we did."""
    return listed([first_name(name) for name in report.leaders]) or "We"


def _calls(report: Report) -> str:
    if not report.calls:
        return _no_calls(report)
    calls = f"{_callers(report)} made {count(report.calls, 'call')}{_earlier(report)}"
    if not report.conversations:
        return f"{calls}{_in_vain(report)}. {THAT_HAPPENS}"
    told = f", and {_told(report)}" if report.told_by_phone else ""
    return f"{calls} and had {count(report.conversations, 'conversation')}{_others(report)}{told}."


def _earlier(report: Report) -> str:
    """Return how many of the calls were made before, and only written down now."""
    earlier = report.calls_earlier
    if not earlier:
        return ""
    return f" ({earlier if earlier < report.calls else 'all'} of them earlier)"


def _in_vain(report: Report) -> str:
    ended = {outcome for outcome, _ in report.outcomes}
    if ended and ended <= _UNANSWERED:
        return f", and nobody picked up{_others(report)}"
    return f", and none of them became a conversation{_others(report)}"


def _others(report: Report) -> str:
    """Return, for the leader, how the calls ended that were no conversation."""
    if report.edition is not Edition.LEADER:
        return ""
    others = [f"{number} {_OUTCOMES[out]}" for out, number in report.outcomes if out in _OUTCOMES]
    return f" ({', '.join(others)})" if others else ""


def _no_calls(report: Report) -> str:
    running = report.period.cutoff is not None and report.as_of < report.period.shown_last
    none = f"No calls {'yet ' if running else ''}{this_period(report)}"
    if report.begins_on is not None:
        return f"This book begins on {say_day(report.begins_on, today=report.as_of)}."
    if _is_new(report) and report.back_on:
        return f"The first call is on {_day(report)}."
    if report.absent is None:
        return f"{none}."
    if report.absent != _LEAVE:
        return f"{none}: {report.absent}."
    names = list(dict.fromkeys(first_name(away.leader) for away in report.away if away.leader))
    if not names:
        return f"{none}, because of leave."
    until = f" until {_day(report)}" if report.back_on else ""
    return f"{none}: {listed(names)} {'is' if len(names) == 1 else 'are'} on leave{until}."


def _is_new(report: Report) -> bool:
    """Return whether nobody was ever called, and no leave or holiday says why."""
    return report.never_called and report.absent is None


def _told(report: Report) -> str:
    return f"told {count(report.told_by_phone, 'customer')} by phone"


def _rang(report: Report) -> str:
    """Return that somebody was told by phone, or rung for it, where no conversation says so."""
    if report.told_by_phone and not report.conversations:
        return f"{_callers(report)} {_told(report)} what became of their words."
    if report.tried and not report.calls and not report.told_by_phone:
        return f"Nobody picked up when we rang with news. {THAT_HAPPENS}"
    return ""


def _away(report: Report) -> str:
    if _leave_is_said(report):
        return ""
    return " ".join(
        f"{first_name(one.leader)} {'was' if one.last <= report.as_of else 'is'} away on"
        f" {say_days(one.first, one.last)}."
        for one in report.away
        if one.leader
    )


def _back(report: Report) -> str:
    """Return when the next call is, where it is not just the next working day."""
    if _is_new(report) or report.begins_on or (_leave_is_said(report) and report.away):
        return ""
    if report.back_on and (not report.calls or report.absent is not None):
        return f"The next call is on {_day(report)}."
    if report.after_leave is None:
        return ""
    ahead = any(one.last > report.as_of for one in report.away)
    day = say_day(report.after_leave, today=report.as_of)
    return f"{'The' if ahead else 'Then there is leave: the'} next call is on {day}."


def _leave_is_said(report: Report) -> bool:
    """Return whether it is said already that, and until when, nobody calls."""
    return not report.calls and report.absent == _LEAVE


def _day(report: Report) -> str:
    return say_day(report.back_on, today=report.as_of) if report.back_on else ""
