"""To whom answers are shown, and which of them a week's report shows."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum

from dailycontact.core.answer import Answer, Consent
from dailycontact.core.passing import stays_with_leader
from dailycontact.core.period import Period
from dailycontact.core.standing import Standing
from dailycontact.errors import UsageProblem


class Audience(StrEnum):
    """To whom answers are shown. Only what the team was shown counts as shared with it."""

    TEAM = "team"
    COMPANY = "company"
    CUSTOMERS = "customers"


AUDIENCES = {
    Audience.TEAM: "the team",
    Audience.COMPANY: "the company",
    Audience.CUSTOMERS: "customers",
}
"""How each is called in a sentence."""


class NumbersOrWeek(UsageProblem):
    """Answers were named, and a week as well."""

    def __init__(self) -> None:
        super().__init__("Name answers, or a week with --week; not both.")


class ReportIsForUs(UsageProblem):
    """The team's report was to be shown to customers."""

    def __init__(self) -> None:
        super().__init__(
            "The week's report is for the team and the company, not for customers; name the answers"
            " that they may see, without --week."
        )


def as_seen_by(audience: Audience, answer: Answer) -> Answer:
    """Return an answer as far as an audience may see it: customers are never told who said it."""
    if audience is Audience.CUSTOMERS and answer.consent is Consent.NAME:
        return replace(answer, consent=Consent.WORDS)
    return answer


@dataclass(frozen=True, kw_only=True)
class Week:
    """A week, and the answers of which its report tells because something came of them.

    `refused` are the customers who do not want to be contacted, and do not wait for us.
    """

    period: Period
    moved: frozenset[int]
    refused: Collection[int]


def is_in_report(standing: Standing, week: Week) -> bool:
    """Return whether the team's report of a week shows an answer, as it stood at the end of it.

    That is what was heard in it, what it was acted or told about, and every wish that waits; never
    what stays with the leader (report/rule/sums.py).
    """
    answer = standing.answer
    if stays_with_leader(answer) is not None:
        return False
    heard = answer.recorded_at >= week.period.start
    waits = answer.is_suggestion and not standing.settled and answer.customer_id not in week.refused
    return heard or waits or answer.id in week.moved
