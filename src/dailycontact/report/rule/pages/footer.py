"""The foot of a page: from which book it was made, up to when, and what has changed since then."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from dailycontact.core.recorded import ChangedSince
from dailycontact.core.sentences import count, listed
from dailycontact.report.rule.pages.opening import this_period
from dailycontact.report.rule.report import Edition, Report, Stamp

_MINUTE = timedelta(minutes=1)


def footer(report: Report) -> tuple[str, ...]:
    """Return the sentences at the foot of a page; to customers, a book says nothing."""
    stamp = report.stamp
    for_all = report.edition is Edition.CUSTOMERS
    said = (
        "" if for_all else _until(stamp),
        "" if for_all else _written_later(report),
        _left_out(stamp.changed, then="this was first made" if for_all else "then"),
        _called_otherwise(stamp.changed),
        "" if for_all else _made(stamp),
    )
    return tuple(sentence for sentence in said if sentence)


def _until(stamp: Stamp) -> str:
    if stamp.cutoff is None:
        return ""
    return f"As of {_instant(stamp.cutoff, stamp.zone)} ({stamp.zone})."


def _instant(instant: datetime, zone: str) -> str:
    """Return an instant as people say it; a midnight is the end of the day before."""
    there = instant.astimezone(ZoneInfo(zone))
    if there.hour == there.minute == 0:
        there -= _MINUTE
        return f"the end of {there.day} {there:%B %Y}"
    return f"{there.day} {there:%B %Y}, {there:%H:%M}"


def _written_later(report: Report) -> str:
    number = report.stamp.written_later
    if not number:
        return ""
    facts = (
        "1 thing of earlier days was" if number == 1 else f"{number} things of earlier days were"
    )
    days = "" if report.edition is Edition.COMPANY else "; each says its day"
    return f"{facts} written down only {this_period(report)}{days}."


def _left_out(changed: ChangedSince, *, then: str) -> str:
    """Return what an old report leaves out since: all that changes it, and is meant to."""
    parts = (
        (changed.undone, f"{count(changed.undone, 'entry', 'entries')} undone"),
        (changed.erased, f"{count(changed.erased, 'customer')} forgotten at their wish"),
        (changed.withdrawn, f"{count(changed.withdrawn, 'answer')} taken back"),
        (changed.hidden, f"{count(changed.hidden, 'name or word', 'names or words')} hidden"),
    )
    said = [words for number, words in parts if number]
    return f"Left out since {then}: {listed(said)}." if said else ""


def _called_otherwise(changed: ChangedSince) -> str:
    """Return how many of the team stand in an old report by another name than then."""
    if not changed.renamed:
        return ""
    who = "1 of the team has" if changed.renamed == 1 else f"{changed.renamed} of the team have"
    return f"{who} another name since."


def _made(stamp: Stamp) -> str:
    book = f"book {stamp.book}" if stamp.book else ""
    program = f"dailycontact {stamp.version}".strip()
    made = ", ".join(words for words in (book, program) if words)
    return f"{made[0].upper()}{made[1:]}." if book else f"{made}."
