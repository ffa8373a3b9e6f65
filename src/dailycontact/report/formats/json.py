"""The report as one JSON document, for another program. Its keys are pinned by a test."""

from dailycontact.report.rule.report import Report
from dailycontact.terminal.documents import as_json


def render(report: Report) -> bytes:
    """Return the document in ASCII, days as ISO 8601."""
    return f"{as_json(document(report))}\n".encode("ascii")


def document(report: Report) -> dict[str, object]:
    """Return the report as a document: what it is, the sums, and then everything that is listed."""
    period = report.period
    return {
        "edition": report.edition,
        "leader_only": report.is_leaders,
        "company": report.company or None,
        "demonstration": report.demo,
        "period": {"week": period.week, "first": period.first, "last": period.last},
        "as_of": report.as_of,
        "leaders": report.leaders,
        "calls": report.calls,
        "conversations": report.conversations,
        "outcomes": dict(report.outcomes),
        "told_by_phone": report.told_by_phone,
        "away": report.away,
        "wanted": report.wanted,
        "heard": report.heard,
        "nothing": report.nothing,
        "acted": report.acted,
        "told": report.told,
        "customers_told": report.customers_told,
        "waiting": report.waiting,
        "looking": report.looking,
        "stories": report.stories,
        "thanks": report.thanks,
        "promises": report.promises,
        "notes": report.notes,
    }
