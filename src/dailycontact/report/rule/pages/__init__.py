"""A report laid out for the readers of its edition: what stands where, and in which words.

Every form that people read shows the same page. What has been said is not said again: an action
that somebody is thanked for is told there, whole, with who asked for it and who knows.
"""

from dailycontact.report.rule.page import Page
from dailycontact.report.rule.pages import company, customers, team
from dailycontact.report.rule.report import Edition, Report

_EDITIONS = {
    Edition.TEAM: team.page,
    Edition.LEADER: team.page,
    Edition.COMPANY: company.page,
    Edition.CUSTOMERS: customers.page,
}


def page_of(report: Report) -> Page:
    """Return the page of a report, as its edition lays it out."""
    return _EDITIONS[report.edition](report)
