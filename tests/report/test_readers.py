"""What the readers of an edition may see of an answer, and what a preview lists of it."""

import pytest

from dailycontact.core.answer import Consent
from dailycontact.core.known import Known
from dailycontact.report.rule.readers import OURS, readers_of
from dailycontact.report.rule.report import Edition, Replaced
from support.facts import a_standing, an_answer, some_facts

ANA = an_answer(
    1, consent=Consent.WORDS, verbatim="xaver1 here: ring 0113 496 0123. Bakery is shut"
)
BO = an_answer(2, verbatim="Xaver2 here, with Xaver1 Quill1")
FACTS = some_facts(
    standings=(a_standing(ANA), a_standing(BO)),
    known=Known(people=((ANA.customer, ANA.company), (BO.customer, BO.company))),
    team=("Priya Nair",),
)


def test_who_agreed_is_named_to_the_team_and_nobody_to_others() -> None:
    team, leader, company = (
        readers_of(FACTS, edition) for edition in (Edition.TEAM, Edition.LEADER, Edition.COMPANY)
    )

    assert team.who(BO) == "Xaver2, Bakery 2 of Ulm"
    assert team.who(ANA).startswith("customer ")
    assert leader.who(ANA) == "Xaver1 Quill1, Bakery 1 of Ulm"
    assert company.who(BO).startswith("customer ")


def test_words_are_masked_for_whom_they_are_said() -> None:
    team, customers = readers_of(FACTS, Edition.TEAM), readers_of(FACTS, Edition.CUSTOMERS)

    assert team.words(ANA) == "[name] here: ring [number]. Bakery is shut"
    assert team.words(BO) == "Xaver2 here, with [name]"
    assert customers.words(BO) == "[name] here, with [name]"
    assert readers_of(FACTS, Edition.LEADER).words(ANA) == ANA.verbatim


def test_the_team_is_named_to_the_team_alone() -> None:
    text = "Priya rang"

    assert readers_of(FACTS, Edition.TEAM).mask(text) == text
    assert readers_of(FACTS, Edition.COMPANY).mask(text) == "[colleague] rang"


@pytest.mark.parametrize("edition", [Edition.TEAM, Edition.COMPANY])
def test_a_text_of_ours_names_nobody_not_even_who_agreed_to_be_named(edition: Edition) -> None:
    readers = readers_of(FACTS, edition)

    masked = readers.about("Ring Xaver1, and xaver2 of Bakery 2 of Ulm", (1, 2))

    assert masked == "Ring [name], and [name] of [company]"


def test_who_agreed_to_be_named_is_not_named_in_the_words_of_others() -> None:
    cy = an_answer(3, consent=Consent.NAME, verbatim="Xaver2 Quill2 of Bakery 2 of Ulm is leaving")
    facts = some_facts(
        standings=(a_standing(BO), a_standing(cy)),
        known=Known(people=((BO.customer, BO.company), (cy.customer, cy.company))),
    )

    assert readers_of(facts, Edition.TEAM).words(cy) == "[name] of [company] is leaving"


def test_a_preview_lists_each_replacement_once_with_where_it_is() -> None:
    readers = readers_of(FACTS, Edition.TEAM)

    readers.words(ANA)
    readers.words(ANA)
    readers.about("Ring Xaver1", (1,))
    readers.about("Ring Xaver1", (1,), where="action A3")
    readers.mask("Xaver1 again")

    assert readers.replaced == (
        Replaced(found="xaver1", instead="[name]", where="answer 1"),
        Replaced(found="0113 496 0123", instead="[number]", where="answer 1"),
        Replaced(found="Xaver1", instead="[name]", where="what was done about 1"),
        Replaced(found="Xaver1", instead="[name]", where="action A3"),
        Replaced(found="Xaver1", instead="[name]", where=OURS),
    )


def test_names_that_came_since_are_hidden_and_counted() -> None:
    came = (("Red Gate", "Wish & Number"), ("Cy Quill1", ""))
    facts = some_facts(known=Known(people=(*FACTS.known.people, *came)), since=Known(people=came))
    readers = readers_of(facts, Edition.TEAM)

    masked = readers.mask("Open the red gate, RED gate, for Xaver1 Quill1 on 0113 496 0123")

    assert masked == "Open the [name], [name], for [name] on [number]"
    assert readers.hidden_since == 1


def test_where_nothing_came_since_nothing_is_counted() -> None:
    readers = readers_of(FACTS, Edition.TEAM)

    readers.mask("for Xaver1 Quill1 on 0113 496 0123")

    assert readers.hidden_since == 0


def test_words_of_the_book_are_kept_and_hidden() -> None:
    facts = some_facts(
        known=FACTS.known, kept_words=frozenset({"Xaver1"}), hidden_words=frozenset({"Harbour"})
    )

    masked = readers_of(facts, Edition.TEAM).mask("Xaver1 at the harbour with Xaver2")

    assert masked == "Xaver1 at the [hidden] with [name]"
