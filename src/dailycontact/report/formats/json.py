"""The report as one JSON document, for another program. Its keys are pinned by a test.

Every edition has the same keys; what it does not show is empty.
"""

from collections.abc import Mapping
from dataclasses import asdict

from dailycontact.core.period import month_of
from dailycontact.report.rule.figures import Figures
from dailycontact.report.rule.report import Changed, Edition, Report, Wished, YouSaid
from dailycontact.terminal.documents import as_json

Document = Mapping[str, object]


def render(report: Report) -> bytes:
    """Return the document in ASCII, days as ISO 8601."""
    return f"{as_json(document(report))}\n".encode("ascii")


def document(report: Report) -> Document:
    """Return the report as a document: what it is, the sums, and then everything that is listed."""
    return {
        "edition": report.edition,
        "leader_only": report.is_leaders,
        "company": report.company or None,
        "demonstration": report.demo,
        **_days(report),
        "leaders": report.leaders,
        "calls": report.calls,
        "calls_earlier": report.calls_earlier,
        "conversations": report.conversations,
        "outcomes": dict(report.outcomes),
        "told_by_phone": report.told_by_phone,
        "tried": report.tried,
        "away": report.away,
        "absent": report.absent,
        "back_on": report.back_on,
        "wanted": report.wanted,
        "heard": report.heard,
        "nothing": report.nothing,
        "acted": report.acted,
        "changes": [_change(one) for one in report.changes],
        "told": report.told,
        "customers_told": report.customers_told,
        "waiting": report.waiting,
        "looking": report.looking,
        "permission": report.permission or None,
        "contact": report.contact,
        "stories": report.stories,
        "thanks": report.thanks,
        "promises": report.promises,
        "notes": report.notes,
        "numbers": report.numbers,
        "wished": [_wished(one, report) for one in report.wished],
        "you_said": [_you_said(one) for one in report.you_said],
        "figures": _figures(report.figures),
        "before": _figures(report.before),
        "first_weeks": _figures(report.first_weeks),
        "turnout": [{"customers": name, **asdict(one)} for name, one in report.turnout],
        "stamp": _stamp(report),
    }


def _days(report: Report) -> Document:
    """Return which days it covers; for customers no finer than the months that they lie in."""
    period = report.period
    if report.edition is Edition.CUSTOMERS:
        first = month_of(period.first, zone=period.zone).first
        last = month_of(period.last, zone=period.zone).last
        return {"period": {"name": None, "week": None, "first": first, "last": last}, "as_of": None}
    days = {"name": period.name, "week": period.week, "first": period.first, "last": period.last}
    return {"period": days, "as_of": report.as_of}


def _wished(one: Wished, report: Report) -> Document:
    """Return a wish of the team; from the number of the talk one would know whose it is."""
    number = one.talk_id if report.is_leaders else None
    return {"talk_id": number, "wish": one.wish, "by": one.by, "how": one.how, "say": one.say}


def _change(one: Changed) -> Document:
    return {
        "number": one.number,
        "state": one.state,
        "say": one.say,
        "instead": one.instead,
        "askers": one.askers,
        "month": f"{one.day:%Y-%m}",
    }


def _you_said(one: YouSaid) -> Document:
    return {
        "number": one.number,
        "words": one.words,
        "others": one.others,
        "state": one.state,
        "say": one.say,
        "instead": one.instead,
        "month": f"{one.day:%Y-%m}",
    }


def _figures(figures: Figures | None) -> Document | None:
    if figures is None:
        return None
    funnel = [{"step": step, "count": number} for step, number in figures.funnel]
    return {**asdict(figures), "funnel": funnel}


def _stamp(report: Report) -> Document:
    """Return what it was made from, to the second; for customers no day at all."""
    stamp = report.stamp
    cutoff = stamp.cutoff.replace(microsecond=0) if stamp.cutoff else None
    made = asdict(stamp) | {"book": stamp.book or None, "version": stamp.version or None,
                            "cutoff": cutoff}  # fmt: skip
    if report.edition is Edition.CUSTOMERS:
        made |= {"cutoff": None, "written_later": None}
    return made
