"""What one does with a report that was read on a screen: pass it on, as a page or by e-mail."""

from collections.abc import Iterator

from dailycontact.core.period import Length
from dailycontact.core.program import PROGRAM
from dailycontact.report.rule.report import Edition, Report
from dailycontact.terminal.card import Part, spread
from dailycontact.terminal.styles import LABEL


def onward(report: Report) -> Iterator[Part | str]:
    """Yield the commands that pass on the report shown; nothing where its days have no name."""
    if report.period.length is Length.DAYS:
        return
    this_week = report.period.length is Length.WEEK and report.period.cutoff is not None
    days = "" if this_week else f" {report.period.name}"
    whose = "" if report.edition is Edition.TEAM else f" --edition {report.edition}"
    file = "week.html" if this_week else f"{report.period.name}.html"
    yield spread(("As a page", LABEL), (f"{PROGRAM} report{days}{whose} -o {file}", LABEL))
    if not report.is_leaders:
        send = f"{PROGRAM} report{days} --send {report.edition}"
        yield spread((f"By e-mail, {report.edition} edition", LABEL), (send, LABEL))
    yield ""
