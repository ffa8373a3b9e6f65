"""Reading the book as it was at the end of a period, and adding it up for one edition."""

from datetime import date, datetime, timedelta

from dailycontact.core.period import NotBegunYet, Period
from dailycontact.report.rule.report import Edition, Report
from dailycontact.report.rule.sums import report_of
from dailycontact.report.usecases.facts import facts
from dailycontact.store.looking import Look

_AND_THIS_INSTANT = timedelta(microseconds=1)
"""What is recorded at the very instant at which a report is made belongs to it."""


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

    `compare` puts the figures of the period before beside it; `version` is the program's. A period
    with a cutoff of its own keeps it, so that what was sent can be made once more.

    Raises:
        NotBegunYet: the period lies in the future.

    """
    if period.first > today:
        raise NotBegunYet(period.first)
    if period.cutoff is None:
        period = period.cut_at(now + _AND_THIS_INSTANT)
    return report_of(
        facts(look, period=period, today=today, compare=compare, version=version), edition
    )
