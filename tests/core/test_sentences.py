"""Sentences that several steps say."""

from datetime import date
from typing import Any

import pytest

from dailycontact.core.action import How
from dailycontact.core.sentences import (
    count,
    first_name,
    listed,
    news,
    say_cadence,
    say_when,
    sentence,
    shortened,
    spoken,
)
from dailycontact.core.telling import Owed

TODAY = date(2026, 11, 23)


def an_owed(**values: Any) -> Owed:
    usual: dict[str, Any] = {
        "finish_id": 1,
        "answer_id": 12,
        "action_id": 3,
        "customer_id": 1,
        "customer": "Ana Duarte",
        "company": "Green Door Cafés",
        "verbatim": "Your invoices never say which café they are for.",
        "said_on": date(2026, 9, 3),
        "how": How.DONE,
        "say": "Every invoice now carries the café's name",
        "instead": None,
        "owner": "Priya Nair",
        "finished_on": date(2026, 11, 19),
        "waited": 2,
    }
    return Owed(**usual | values)


def test_news_quote_the_customer_s_words_and_say_what_was_done_by_whom() -> None:
    words = news(an_owed(), leader="Marta Silva", company="Brightside", today=TODAY)

    assert words == (
        "Ana, it's Marta from Brightside. In September you told me: ‘Your invoices never say "
        "which café they are for.’ Every invoice now carries the café's name. Priya did that. "
        "Is it what you needed?"
    )


def test_a_company_without_a_person_is_called_by_its_whole_name() -> None:
    owed = an_owed(customer="Café Sol", company="Café Sol")

    words = news(owed, leader="Marta Silva", company="", today=TODAY)

    assert words.startswith("Café Sol, it's Marta.")


def test_a_leader_who_did_it_says_so() -> None:
    words = news(an_owed(owner="Marta Silva"), leader="Marta Silva", company="", today=TODAY)

    assert "I did that." in words


def test_nobody_is_named_where_nobody_owned_it() -> None:
    words = news(an_owed(owner=None), leader="Marta Silva", company="", today=TODAY)

    assert "did that" not in words


def test_the_words_that_are_quoted_and_said_are_whole_sentences() -> None:
    owed = an_owed(verbatim="Send invoices by e-mail", say="we did it")

    words = news(owed, leader="Marta Silva", company="", today=TODAY)

    assert "‘Send invoices by e-mail.’ We did it. Priya did that." in words


def test_a_reason_and_what_we_do_instead_begin_with_a_capital() -> None:
    owed = an_owed(how=How.DECLINED, verbatim="Why not Sundays?", say="no", instead="fridays")

    words = news(owed, leader="Marta Silva", company="", today=TODAY)

    assert "‘Why not Sundays?’ We can't do that: No. Fridays. Would that" in words


def test_a_name_that_is_written_in_its_own_way_is_left_as_it_is() -> None:
    said = [spoken("iPhones work now"), spoken("we did it"), spoken("")]

    assert said == ["iPhones work now.", "We did it.", "."]


def test_news_of_a_no_say_why_and_what_we_do_instead() -> None:
    owed = an_owed(how=How.DECLINED, say="We have one van", instead="We ring before we come")

    words = news(owed, leader="Marta Silva", company="", today=TODAY)

    assert "it's Marta. In September" in words
    assert "We can't do that: We have one van. We ring before we come. Would that help?" in words


def test_after_a_mere_no_nobody_is_asked_whether_it_helps() -> None:
    words = news(
        an_owed(how=How.DECLINED, say="We have one van"), leader="M", company="", today=TODAY
    )

    assert words.endswith("We have one van. How is that for you?")


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 23), "Today"),
        (date(2026, 11, 22), "Yesterday"),
        (date(2026, 11, 19), "4 days ago"),
        (date(2026, 9, 3), "In September"),
        (date(2025, 11, 3), "In November 2025"),
    ],
)
def test_when_something_was_said(day: date, words: str) -> None:
    assert say_when(day, today=TODAY) == words


def test_a_rhythm_is_said_in_months_quarters_and_years() -> None:
    said = [say_cadence(cadence) for cadence in (21, 63, 252, 40, 84, 504)]

    assert said[:3] == ["once a month", "once a quarter", "once a year"]
    assert said[3:] == ["every 40 working days", "every 4 months", "every 2 years"]


def test_a_list_is_said_with_and_and_not_endlessly() -> None:
    assert listed([]) == ""
    assert listed(["Bo"]) == "Bo"
    assert listed(["Bo", "Ana"]) == "Bo and Ana"
    assert listed(["Bo", "Ana", "Jo", "Li", "Al"]) == "Bo, Ana and 3 more"


def test_a_number_agrees_with_its_noun() -> None:
    assert [count(1, "try", "tries"), count(2, "try", "tries"), count(0, "call")] == [
        "1 try",
        "2 tries",
        "0 calls",
    ]


def test_long_words_are_cut_at_a_word_and_marked() -> None:
    short = shortened("one two  three\nfour " * 20, width=20)

    assert short == "one two three four …"
    assert shortened(" as  is ") == "as is"


def test_a_sentence_ends_once() -> None:
    assert [sentence("Done"), sentence("Done!"), sentence(" Why? ")] == ["Done.", "Done!", "Why?"]
    assert [sentence("They say “no!”"), sentence("読めません。")] == [
        "They say “no!”",
        "読めません。",
    ]


def test_somebody_without_a_name_is_called_by_what_there_is() -> None:
    assert (first_name("Ana Duarte"), first_name("")) == ("Ana", "")
