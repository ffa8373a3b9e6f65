"""The pages that leave the team: the company's names nobody, and the customers' no day either."""

import re
from dataclasses import replace
from datetime import date

import pytest

from dailycontact.core.period import days_between
from dailycontact.report.rule.figures import Figures, Group
from dailycontact.report.rule.pages import page_of
from dailycontact.report.rule.pages.customers import months
from dailycontact.report.rule.report import Edition, State
from support.pages import charts, entries, grid, keys, section, shown
from support.reports import (
    FRIDAY,
    MONDAY,
    a_report,
    awkward_report,
    big_report,
    changed,
    empty_report,
    some_figures,
    you_said,
)


def test_the_company_reads_what_changed_what_is_asked_for_and_how_long_it_takes() -> None:
    page = page_of(awkward_report(Edition.COMPANY))

    assert keys(page) == ["changed", "declined", "asked-for", "loop", "compare", "weeks"]
    assert page.headline == (
        "4 wishes heard · 3 finished · 2 customers told · 6 wishes still waiting"
    )
    assert page.lead[0].text.endswith("edition. We made 11 calls and had 5 conversations.")
    assert page.lead[1].text == "It names nobody, and may be passed on."
    (entry,) = entries(page, "changed")
    assert (entry.head, entry.mark) == ("Every invoice carries the café's name.", "")
    assert entry.text == ("Two customers had asked for it.",)
    assert entries(page, "declined")[0].strong == "We open until eight on Fridays."
    assert len(charts(page)) == 4
    assert page.footer[1] == "3 things of earlier days were written down only this week."


@pytest.mark.parametrize(
    "person", ["Priya", "Marta", "Tom", "Inès", "Ana", "4KT7", "answer ", "A2", "A5", "within the"]
)
def test_nobody_and_no_number_that_leads_to_anybody_is_on_the_company_page(person: str) -> None:
    assert person not in shown(page_of(awkward_report(Edition.COMPANY)))


def test_small_groups_are_said_together() -> None:
    page = page_of(awkward_report(Edition.COMPANY))
    one = page_of(a_report(edition=Edition.COMPANY, figures=some_figures(folded=1)))
    none = page_of(a_report(edition=Edition.COMPANY, figures=some_figures(
        folded=0, since=None, themes=(),
        groups=(Group(name="Cafés", customers=5, wishes=0),))))  # fmt: skip

    assert grid(page, "asked-for").caption == (
        "Who told us something since 31 August, by group; 6 more customers are in smaller groups"
    )
    assert grid(page, "asked-for").rows[0] == ("Cafés", "21", "14")
    assert "1 more customer is in smaller groups" in shown(one)
    assert grid(none, "asked-for").caption == "Who told us something, by group"


def test_how_long_it_takes_is_said_where_there_is_too_little_to_draw() -> None:
    page = page_of(a_report(edition=Edition.COMPANY,
                            figures=Figures(calls=2, typical=2)))  # fmt: skip

    assert shown(page, "loop").splitlines()[1] == (
        "Of the customers who learned what became of their words, half knew within 2 working days."
    )
    assert page.lead[1].text == "It names nobody, and may be passed on."


def test_what_nobody_had_asked_for_is_said_without_a_number() -> None:
    page = page_of(a_report(edition=Edition.COMPANY, changes=(changed(askers=0),)))

    (entry,) = entries(page, "changed")
    assert (entry.head, entry.text) == ("Every invoice carries the café's name.", ())


def test_an_empty_week_of_the_company_is_one_sentence() -> None:
    page = page_of(empty_report(Edition.COMPANY))

    assert (page.headline, page.sections, len(page.lead)) == ("", (), 1)
    assert page.lead[0].text.endswith(
        "No calls this week, because of leave. The next call is on Monday 23 November."
    )


def test_customers_read_what_they_said_and_what_we_did() -> None:
    page = page_of(awkward_report(Edition.CUSTOMERS))

    first, second, third, *_ = entries(page, "did")
    assert page.title == "What you told Brightside & <Söhne>"
    assert first.quotes[0].words == "Your invoices never say which café they are for."
    assert first.below[0].head == "Every invoice carries the café's name."
    assert [one.quotes[0].by for one in (first, second, third)] == [
        "Two more of you said so", "One more of you said so", "",
    ]  # fmt: skip
    assert (first.below[0].side, third.below[0].side) == ("", "October 2026")
    (no,) = entries(page, "cannot")
    assert section(page, "cannot").title == "You said, we can't, because"
    assert no.below[0].head == "We need the rest. We open until eight on Fridays."


def test_no_day_no_number_and_no_name_is_on_the_page_for_customers() -> None:
    page = page_of(awkward_report(Edition.CUSTOMERS))
    text = shown(page)

    assert page.subtitle == "November 2026"
    assert not re.search(r"\b\d{1,2} (October|November)", text)
    assert not re.search(r"\bA\d+\b(?!:)", text.replace("A1:A9", ""))
    assert "answer" not in text
    assert page.footer == ()


def test_customers_are_told_kindly_where_nothing_is_finished_yet() -> None:
    page = page_of(empty_report(Edition.CUSTOMERS, company=""))

    assert page.title == "What you told us"
    assert [one.text for one in page.lead] == [
        (
            "Nothing new is finished yet. What you told us is not forgotten: you will read here"
            " what becomes of it."
        )
    ]
    assert page.sections == ()


def test_a_demonstration_says_so_to_customers_too() -> None:
    assert page_of(awkward_report(Edition.CUSTOMERS)).lead[0].text.startswith("A demonstration")


def test_where_everything_was_declined_there_is_no_empty_title() -> None:
    report = replace(empty_report(Edition.CUSTOMERS), you_said=(you_said(state=State.DECLINED),))

    assert keys(page_of(report)) == ["cannot"]


def test_a_long_list_for_customers_says_how_many_more_there_are() -> None:
    text = shown(page_of(big_report(Edition.CUSTOMERS)))

    assert "And 280 more." in text
    assert "Wish number 20\n" not in text


@pytest.mark.parametrize(
    ("first", "last", "says"),
    [
        (MONDAY, FRIDAY, "November 2026"),
        (date(2026, 9, 1), FRIDAY, "September–November 2026"),
        (date(2026, 12, 28), date(2027, 1, 3), "December 2026 – January 2027"),
    ],
)
def test_days_are_said_as_months(first: date, last: date, says: str) -> None:
    report = empty_report(Edition.CUSTOMERS, period=days_between(first, last, zone="UTC"))

    assert months(first, last) == says
    assert page_of(report).subtitle == says
