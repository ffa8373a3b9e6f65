"""How far a customer's words may travel."""

from datetime import UTC, datetime
from typing import Any

import pytest

from dailycontact.core.answer import Answer, Consent
from dailycontact.core.passing import passed_on, stays_with_leader


def _answer(verbatim: str, **values: Any) -> Answer:
    said = datetime(2026, 11, 23, 9, tzinfo=UTC)
    usual = {"customer": "Ana Duarte", "company": "Green Door Cafés", "consent": Consent.WORDS}
    return Answer(
        id=1, customer_id=1, verbatim=verbatim, day=said.date(), recorded_at=said,
        **(usual | values),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({}, None),
        ({"consent": Consent.NAME}, None),
        ({"consent": Consent.NO}, "not to be passed on"),
        ({"private": True, "consent": Consent.NAME}, "private"),
    ],
)
def test_private_and_no_stay_with_the_leader(values: dict[str, Any], why: str | None) -> None:
    assert stays_with_leader(_answer("Later deliveries", **values)) == why


def test_with_name_says_who() -> None:
    passed = passed_on(_answer("Ana here.", consent=Consent.NAME))

    assert passed.words == "Ana here."
    assert passed.said_by == "Ana Duarte, Green Door Cafés"


@pytest.mark.parametrize("company", ["", "Ana Duarte"])
def test_a_company_that_says_nothing_more_is_left_out(company: str) -> None:
    passed = passed_on(_answer("Hello", consent=Consent.NAME, company=company))

    assert passed.said_by == "Ana Duarte"


@pytest.mark.parametrize(
    ("said", "passed"),
    [
        ("Ana here: later, please.", "… here: later, please."),
        ("ANA DUARTE wants it later.", "… wants it later."),
        ("At the green door cafés it is cold.", "At the … it is cold."),
        ("Ana's tea was cold.", "…'s tea was cold."),
        ("Banana bread, please.", "Banana bread, please."),
    ],
)
def test_words_only_do_not_give_away_who_said_them(said: str, passed: str) -> None:
    assert passed_on(_answer(said)).words == passed


@pytest.mark.parametrize("consent", [Consent.NAME, Consent.WORDS])
@pytest.mark.parametrize(
    ("said", "passed"),
    [
        ("Ring +44 113 496 0123 please.", "Ring … please."),
        ("Write to me@example.com please.", "Write to … please."),
        ("Since 2026-11-20 it is cold.", "Since 2026-11-20 it is cold."),
    ],
)
def test_no_phone_and_no_e_mail_leaves(said: str, passed: str, consent: Consent) -> None:
    assert passed_on(_answer(said, consent=consent)).words == passed
