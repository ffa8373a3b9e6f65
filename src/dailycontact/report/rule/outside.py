"""The tables for readers outside of the team: nobody is in them, and no day or number to find them.

What is counted of a period is in counted.py.
"""

from dailycontact.report.rule.report import Report
from dailycontact.report.rule.table import Table, table


def changes(report: Report) -> Table:
    """Return what ended as a reader outside the team may see it: nobody did it, on no day."""
    return table(
        "changes",
        "What changed",
        {
            "number": "Number",
            "month": "Month",
            "state": "State",
            "customers": "Customers who asked",
            "say": "What customers hear",
            "instead": "Instead",
        },
        [
            (one.number, f"{one.day:%Y-%m}", one.state.value, one.askers, one.say, one.instead)
            for one in report.changes
        ],
    )


def you_said(report: Report) -> Table:
    """Return what was said and answered, by its month: a day and a number would lead to people."""
    return table(
        "you_said",
        "You said, we did",
        {
            "month": "Month",
            "words": "You said",
            "others": "Others who said so",
            "state": "State",
            "say": "What we say",
            "instead": "Instead",
        },
        [
            (f"{one.day:%Y-%m}", one.words, one.others, one.state.value, one.say, one.instead)
            for one in report.you_said
        ],
    )
