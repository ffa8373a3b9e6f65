"""Reading the book as it was at the end of a period, and adding it up for one edition."""

from datetime import date, datetime

from dailycontact.core.period import NotBegunYet, Period
from dailycontact.report.rule.facts import Facts
from dailycontact.report.rule.report import Edition, Report
from dailycontact.report.rule.sums import report_of
from dailycontact.store import past, recorded, team
from dailycontact.store.looking import Look
from dailycontact.store.settings import book_settings


def report(
    look: Look,
    *,
    period: Period,
    edition: Edition,
    now: datetime,
    today: date,
    compare: bool = False,
    version: str = "",
) -> Report:
    """Return the report of a period as of its end, or of `now` while it lasts.

    `compare` puts the figures of the period before beside it; `version` is the program's.

    Raises:
        NotBegunYet: the period lies in the future.

    """
    if period.first > today:
        raise NotBegunYet(period.first)
    del compare, version
    return report_of(_facts(look, period.cut_at(now), today), edition)


def _facts(look: Look, period: Period, today: date) -> Facts:
    settings = book_settings(look)
    start, until = period.start, period.until
    as_of = period.seen_from(today)
    tellings = past.tellings(look, start=start, until=until)
    told_of = {telling.finish_id for telling in tellings}
    return Facts(
        period=period,
        as_of=as_of,
        company=past.company(look, settings.company, until=until),
        demo=settings.demo,
        calls=tuple(past.calls(look, start=start, until=until)),
        standings=tuple(past.standings(look, today=as_of, until=until)),
        actions=tuple(past.actions(look, until=until)),
        begun=recorded.begun(look, start=start, until=until),
        endings=tuple(recorded.endings(look, start=start, until=until, also=sorted(told_of))),
        tellings=tuple(tellings),
        phoned=tuple(recorded.phoned(look, start=start, until=until)),
        stories=tuple(recorded.stories(look, start=start, until=until)),
        promises=tuple(past.promises(look, until=until)),
        away=tuple(recorded.leaves(look, first=period.first, last=period.last, until=until)),
        team=tuple(member.name for member in team.members(look, with_left=True)),
        refused=recorded.refused(look),
        people=tuple(past.people(look, until=until)),
    )
