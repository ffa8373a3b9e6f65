"""How far a customer's words may travel."""

from datetime import UTC, datetime
from typing import Any

import pytest

from dailycontact.core.answer import Answer, Consent
from dailycontact.core.masking import unmasked
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
    passed = passed_on(_answer("Ana here.", consent=Consent.NAME), mask=unmasked)

    assert passed.words == "Ana here."
    assert passed.said_by == "Ana Duarte, Green Door Cafés"


@pytest.mark.parametrize("company", ["", "Ana Duarte"])
def test_a_company_that_says_nothing_more_is_left_out(company: str) -> None:
    passed = passed_on(_answer("Hello", consent=Consent.NAME, company=company), mask=unmasked)

    assert passed.said_by == "Ana Duarte"


def test_words_only_do_not_give_away_who_said_them() -> None:
    passed = passed_on(_answer("Ana here, of Green Door Cafés."), mask=unmasked)

    assert passed.words == "[name] here, of [company]."
    assert passed.said_by is None


def test_what_is_passed_on_goes_through_the_mask() -> None:
    passed = passed_on(_answer("Hello", consent=Consent.NAME), mask=str.upper)

    assert passed.words == "HELLO"
