"""Praise and nothing are told from wishes, by their words and by what the book says."""

import pytest

from dailycontact.core.answer import Kind
from dailycontact.core.kinds import by_words, contentment, is_sure, kind_of


@pytest.mark.parametrize(
    "text",
    [
        "Nothing",
        "No.",
        "n/a",
        "Nothing at all, thank you so much",
        "Can't think of anything",
        "There was nothing I could say that could have been done better",
        "None that I can think of",
        "Everything was as I need it",
        "No, nothing else",
        "No, that's all",
        "no, all fine",
        "No, I'm happy",
        "No, everything's great",
        "No, not really",
        "Nothing, all good",
        "I don't know",
        "dunno",
        "Not that I can think of",
        "nothing I can think of",
        "Fine, thanks",
        "Nein, alles gut",
        "Nichts",
        "Mir fällt nichts ein",
        "Keine Ahnung",
        "Non, rien",
        "Tout va bien",
        "Pas de suggestion",
    ],
)
def test_who_has_nothing_to_wish_says_so_in_many_ways(text: str) -> None:
    assert kind_of(text) is Kind.NOTHING


@pytest.mark.parametrize(
    "text",
    [
        "Excellent service, very friendly people",
        "Nothing, they were fantastic",
        "I couldn't fault them, they were lovely",
        "Never had a problem in all these years, thank you",
        "Could not have been better, keep up the good work",
        "Ana was so kind and helpful on the phone",
        "Great service",
        "Very quick",
        "I love your coffee",
    ],
)
def test_praise_is_told_by_its_words(text: str) -> None:
    assert kind_of(text) is Kind.PRAISE


@pytest.mark.parametrize(
    "text",
    [
        "Your invoices never say which of our two cafés they are for.",
        "I would like to know on which day the delivery comes, not only in which week.",
        "Nice people, but I waited an hour for an answer",
        "More staff",
        "Nobody answers the phone",
        "Nothing works after the last update, fix it please",
        "What kind of card can I have?",
        "You never tell us when there is a problem",
        "The good coffee is always sold out, why?",
        "Be on time",
        "Answer quickly",
        "prompt replies",
        "A quick answer when I write",
        "good parking",
        "Clean the tables",
        "Respect our privacy",
        "Keep up with demand",
        "Look after the garden",
        "all needs to be redone",
        "Nothing works on your website",
        "Nothing is clear",
        "No change",
        "Nice if you delivered on Sundays",
        "Well, the delivery",
        "Listen to us, thanks",
        "No, the bins are never emptied",
        "No one rings back",
        "Nein, die Rechnung ist falsch",
        "Rien ne marche",
        "Ihre Fahrer sind super freundlich, aber bitte klingeln",
        "",
        "…",
    ],
)
def test_a_wish_is_left_a_wish(text: str) -> None:
    assert kind_of(text) is None


def test_a_text_without_such_words_is_rather_a_wish() -> None:
    assert not is_sure(by_words("The blue door on the left"))


def test_the_answers_that_are_alike_outweigh_the_words() -> None:
    praise = "The usual blue delivery"
    wish = "Lovely music in the shop"

    assert kind_of(praise, [(True, 0.9), (True, 0.8)]) is not None
    assert kind_of(wish, [(False, 0.9), (False, 0.8)]) is None


def test_answers_that_are_hardly_alike_leave_the_words_their_say() -> None:
    assert kind_of("Lovely friendly people", [(False, 0.1)]) is Kind.PRAISE


def test_contentment_lies_between_nothing_and_one() -> None:
    assert contentment("Awful", [(False, 1.0)]) == 0.0
    assert contentment("Perfect", [(True, 1.0)]) == 1.0
