"""Everything that a report is made of, read from the book as it was at the end of a period."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dailycontact.core.answer import Consent
from dailycontact.core.period import Length, Period, before, days_between, since_sent
from dailycontact.core.standing import Standing
from dailycontact.report.rule.facts import Facts
from dailycontact.store import figures, hiding, marks, past, recorded, team_wishes
from dailycontact.store.changed import afterwards
from dailycontact.store.looking import Look
from dailycontact.store.past_answers import PastAnswers
from dailycontact.store.past_leave import PastLeave
from dailycontact.store.past_phones import phones
from dailycontact.store.past_settings import past_settings
from dailycontact.store.past_team import PastTeam
from dailycontact.store.settings import book_settings
from dailycontact.store.then import Then
from dailycontact.store.turnouts import turnouts

WEEKS = 12
"""How many weeks of figures stand beside a report, at the least."""
FIRST_DAYS = 20
"""The working days after which there is something to say of how it began."""
_NOON = time(12)
_INSTANT = timedelta(microseconds=1)
_WEEK = timedelta(days=7)


def facts(
    look: Look, *, period: Period, today: date, compare: bool = False, version: str = ""
) -> Facts:
    """Return what was recorded in a period, and how everything stood at its end.

    While it lasts, `period` has a cutoff. `compare` reads the period before, too.
    """
    then = Then(look, period.until)
    found = _of_the_book(then, _read(then, period, today), version=version)
    if compare:
        earlier = _before(period)
        found = replace(found, before=_read(Then(look, earlier.until), earlier, today))
    if first := _first_weeks(look, period):
        found = replace(found, first_weeks=_read(Then(look, first.until), first, today))
    return found


def _before(period: Period) -> Period:
    """Return the period before; of one since it was last sent, as long a time before that."""
    if period.since is None:
        return before(period)
    as_long = period.until - period.since
    return since_sent(period.since - as_long, now=period.since, zone=period.zone)


def _first_weeks(look: Look, period: Period) -> Period | None:
    """Return the first working days since the first call, where the last was over in the period.

    It is over at noon, so that the report of its afternoon speaks of it, and no other does.
    """
    first = recorded.first_call(look, until=period.until)
    if first is None:
        return None
    zone = ZoneInfo(period.zone)
    begun = first.astimezone(zone).date()
    last = figures.WorkingDays(look, first=begun).after(begun, FIRST_DAYS)
    over = datetime.combine(last, _NOON, zone)
    if not period.start <= over < period.until:
        return None
    return days_between(begun, last, zone=period.zone).cut_at(period.until)


def _read(then: Then, period: Period, today: date) -> Facts:
    """Return what is read in the same way of every period that stands in a report."""
    look = then.look
    team = PastTeam(then)
    answers = PastAnswers(then, team)
    last_seen = (period.until - _INSTANT).astimezone(ZoneInfo(period.zone)).date()
    as_of = period.seen_from(min(today, last_seen))
    phoned = tuple(past.phoned(then, start=period.start))
    about = past.past(
        then, answers, start=period.start, today=as_of, also={one.answer_id for one in phoned}
    )
    calls = tuple(past.calls(then, start=period.start))
    leave = PastLeave(then, team)
    absent = leave.absent(
        first=period.first,
        last=as_of,
        called_on={one.day for one in calls},
        goes_on=_in_the_morning(period, as_of),
    )
    weeks = _weeks(period, last_seen)
    by_week, asked = figures.calls_by_week(then, weeks)
    return Facts(
        period=period,
        as_of=as_of,
        calls=calls,
        standings=about.standings,
        actions=about.actions,
        begun=about.begun,
        endings=about.endings,
        tellings=about.tellings,
        phoned=phoned,
        stories=tuple(recorded.stories(look, start=period.start, until=period.until)),
        promises=tuple(past.promises(then, first=period.first)),
        away=leave.away(first=period.first, last=period.last),
        team=team.called(),
        team_since=team.called_since(),
        refused=past.refused(then),
        not_named=past.not_named(then, _named(about.standings)),
        journeys=figures.journeys(then, weeks, answers),
        told_before=figures.journeys_told(then, weeks, answers),
        weeks=by_week,
        asked=asked,
        wishes=tuple(team_wishes.wishes(look, since=period.start, until=period.until)),
        back_on=absent.back_on,
        after_leave=leave.after(as_of),
        absent=absent.why,
        contact=team.contact(as_of, called_by=[one.leader for one in calls]),
    )


def _in_the_morning(period: Period, day: date) -> bool:
    """Return whether a period is cut before the noon of a day, so that its call may yet come."""
    return period.until < datetime.combine(day, _NOON, ZoneInfo(period.zone))


def _of_the_book(then: Then, found: Facts, *, version: str) -> Facts:
    """Return the facts with what the book says of itself, and what became of its customers."""
    now = book_settings(then.look)
    known, since = hiding.known_since(then)
    were = past_settings(then, now)
    if found.period.length in {Length.QUARTER, Length.YEAR}:
        became = turnouts(then, first=found.period.first, last=found.as_of)
        found = replace(found, told_turnout=became.told, untold_turnout=became.untold)
    return replace(
        found,
        begins_on=_begins_on(then, found.period),
        never_called=recorded.first_call(then.look, until=then.until) is None,
        phones=phones(then, _rung(found)),
        company=were.company,
        demo=now.demo,
        permission=were.permission,
        kept_words=were.kept_words,
        hidden_words=were.hidden_words,
        kept_before=were.kept_before,
        hidden_since=were.hidden_since,
        known=known,
        since=since,
        remembered=marks.remembered(then.look),
        afterwards=afterwards(then, PastTeam(then)),
        seed=now.seed,
        mark=_mark(now.seed),
        version=version,
    )


def _begins_on(then: Then, period: Period) -> date | None:
    """Return the day on which the book began, where that is only after a period."""
    first = recorded.first_fact(then.look)
    if first is None or first < period.until:
        return None
    return first.astimezone(ZoneInfo(period.zone)).date()


def _rung(found: Facts) -> set[int]:
    """Return the customers whom a leader will ring: who waits, and who was promised something."""
    waits = {one.answer.customer_id for one in found.standings if not one.settled}
    return waits | {one.customer_id for one in found.promises if one.settled_on is None}


def _mark(seed: str) -> str:
    """Return by what a book is told from others; from it nothing leads to the seed."""
    from hashlib import sha256

    return sha256(f"the mark of the book {seed}".encode()).hexdigest()[:8]


def _weeks(period: Period, last: date) -> figures.Weeks:
    """Return the weeks of the figures: twelve up to the last day, or all of a longer period."""
    monday = last - timedelta(days=last.weekday())
    first = min(monday - (WEEKS - 1) * _WEEK, period.first - timedelta(days=period.first.weekday()))
    return figures.Weeks(first, zone=period.zone, until=period.until)


def _named(standings: Iterable[Standing]) -> set[int]:
    """Return the customers who agreed to be named with one of these answers."""
    answers = (one.answer for one in standings)
    return {answer.customer_id for answer in answers if answer.consent is Consent.NAME}
