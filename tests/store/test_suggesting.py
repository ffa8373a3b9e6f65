"""What a text may be about, as the book has it: on both databases."""

from datetime import timedelta

from conftest import Founded
from dailycontact.core.answer import Kind
from dailycontact.core.naming import fold
from dailycontact.core.theme import Ground
from dailycontact.store.changing import Change
from dailycontact.store.suggesting import alike, suggest
from support.builders import MONDAY, MORNING, a_customer, a_finish, an_action, an_answer


def a_theme(change: Change, name: str) -> int:
    return change.add(
        "theme",
        name=name,
        folded=fold(name),
        leader_id=change.leader_id,
        day=MONDAY,
        recorded_at=change.at,
    )


def a_rule(change: Change, words: str, **means: object) -> int:
    return change.add(
        "theme_rule",
        words=words,
        folded=fold(words),
        leader_id=change.leader_id,
        day=MONDAY,
        recorded_at=change.at,
        **means,
    )


def a_reading(change: Change, answer_id: int, theme_id: int) -> int:
    return change.add(
        "reading",
        answer_id=answer_id,
        theme_id=theme_id,
        leader_id=change.leader_id,
        day=MONDAY,
        recorded_at=change.at,
    )


def test_a_text_is_proposed_the_theme_of_the_answers_that_are_like_it(founded: Founded) -> None:
    with founded.book.change("log", leader_id=1, at=MORNING) as change:
        ana = a_customer(change)
        invoices, parking = a_theme(change, "Invoices"), a_theme(change, "Parking")
        first = an_answer(change, ana, "Your invoices never say which cafe they are for")
        second = an_answer(change, ana, "There is nowhere to park near your shop")
        a_reading(change, first, invoices)
        a_reading(change, second, parking)

    found = suggest(
        founded.book.look(), "Which cafe is this invoice for? It never says.", today=MONDAY
    )

    assert found.kind is Kind.SUGGESTION
    assert found.proposals[0].theme.name == "Invoices"
    assert found.proposals[0].ground is Ground.ALIKE
    assert [alike.answer_id for alike in found.proposals[0].alike] == [first]


def test_the_words_of_a_leader_come_before_what_is_alike(founded: Founded) -> None:
    with founded.book.change("log", leader_id=1, at=MORNING) as change:
        ana = a_customer(change)
        invoices, money = a_theme(change, "Invoices"), a_theme(change, "Money")
        a_reading(change, an_answer(change, ana, "The bill is wrong every month"), invoices)
        a_rule(change, "bill", theme_id=money)

    found = suggest(founded.book.look(), "The bill is wrong again", today=MONDAY)

    assert [(each.theme.name, each.ground) for each in found.proposals] == [
        ("Money", Ground.RULE),
        ("Invoices", Ground.ALIKE),
    ]


def test_a_proposal_says_who_is_on_it_and_what_was_said_since_it_was_last_done(
    founded: Founded,
) -> None:
    with founded.book.change("log", leader_id=1, at=MORNING) as change:
        ana = a_customer(change)
        theme = a_theme(change, "Invoices")
        long_ago = MONDAY - timedelta(days=60)
        before = an_answer(change, ana, "The invoice is wrong", day=long_ago)
        again = an_answer(change, ana, "The invoice is wrong again", day=MONDAY)
        a_reading(change, before, theme)
        a_reading(change, again, theme)
        a_finish(change, an_action(change, before), before, day=MONDAY - timedelta(days=9))
        at_work = an_action(change, again, title="Check each invoice", owner_id=1)

    found = suggest(founded.book.look(), "Another wrong invoice", today=MONDAY).proposals[0]

    assert found.said == 2
    assert found.since_the_fix == 1
    assert found.at_work is not None
    assert (found.at_work.action_id, found.at_work.owner) == (at_work, "Marta Silva")


def test_a_book_without_themes_proposes_none(founded: Founded) -> None:
    found = suggest(founded.book.look(), "The bill is wrong again", today=MONDAY)

    assert found.proposals == ()


def test_a_leaders_words_for_praise_come_before_everything(founded: Founded) -> None:
    with founded.book.change("log", leader_id=1, at=MORNING) as change:
        a_rule(change, "gold star", kind="praise")

    found = suggest(founded.book.look(), "A gold star for the late delivery", today=MONDAY)

    assert (found.kind, found.ground) == (Kind.PRAISE, Ground.RULE)


def test_nothing_is_recognised_by_its_words_in_a_new_book(founded: Founded) -> None:
    found = suggest(founded.book.look(), "Nothing at all, thank you", today=MONDAY)

    assert (found.kind, found.ground) == (Kind.NOTHING, Ground.WORDS)


def test_praise_is_recognised_by_what_the_book_says_too(founded: Founded) -> None:
    with founded.book.change("log", leader_id=1, at=MORNING) as change:
        ana = a_customer(change)
        for words in ("Tip top as ever", "All tip top as always", "It was tip top again"):
            an_answer(change, ana, words, kind="praise")

    found = suggest(founded.book.look(), "Tip top again", today=MONDAY)

    assert (found.kind, found.ground) == (Kind.NOTHING, Ground.ALIKE)


def test_what_was_said_in_confidence_counts_and_is_shown_to_who_heard_it(founded: Founded) -> None:
    with founded.book.change("log", leader_id=1, at=MORNING) as change:
        ana = a_customer(change)
        theme = a_theme(change, "Invoices")
        private = an_answer(change, ana, "The invoice is wrong", private=1)
        a_reading(change, private, theme)
        a_reading(change, an_answer(change, ana, "A wrong invoice", consent="no"), theme)
    look = founded.book.look()

    to_others = suggest(look, "Another wrong invoice", today=MONDAY).proposals
    to_the_hearer = suggest(look, "Another wrong invoice", today=MONDAY, leader_id=1).proposals

    assert [one.theme.name for one in to_others] == ["Invoices"]
    assert to_others[0].alike == ()
    assert len(to_the_hearer[0].alike) == 2
    assert alike(look, "Another wrong invoice", today=MONDAY) == ()


def test_the_answer_itself_does_not_speak_for_itself(founded: Founded) -> None:
    with founded.book.change("log", leader_id=1, at=MORNING) as change:
        answer = an_answer(change, a_customer(change), "The invoice is wrong")
        a_reading(change, answer, a_theme(change, "Invoices"))

    found = suggest(founded.book.look(), "The invoice is wrong", today=MONDAY, but_answer_id=answer)

    assert found.proposals == ()


def test_what_a_merged_theme_was_called_is_no_longer_proposed(founded: Founded) -> None:
    with founded.book.change("log", leader_id=1, at=MORNING) as change:
        ana = a_customer(change)
        bills, invoices = a_theme(change, "Bills"), a_theme(change, "Invoices")
        answer = an_answer(change, ana, "The invoice is wrong")
        a_reading(change, answer, bills)
    with founded.book.change("theme merge", leader_id=1, at=MORNING) as change:
        a_reading(change, answer, invoices)

    found = suggest(founded.book.look(), "Another wrong invoice", today=MONDAY)

    assert [one.theme.name for one in found.proposals] == ["Invoices"]


def test_alike_wishes_that_nobody_has_read_are_named_but_for_those_in_confidence(
    founded: Founded,
) -> None:
    said = "Your invoices never say which cafe they are for"
    with founded.book.change("log", leader_id=1, at=MORNING) as change:
        ana = a_customer(change)
        unread = an_answer(change, ana, said)
        an_answer(change, ana, said, kind="praise")
        a_reading(change, an_answer(change, ana, said), a_theme(change, "Invoices"))
        kept = an_answer(change, ana, said, private=1)
        an_answer(change, ana, "There is nowhere to park near your shop")

    told, heard = (
        suggest(founded.book.look(), f"{said}!", today=MONDAY, leader_id=leader)
        for leader in (99, 1)
    )

    assert [one.answer_id for one in told.unread] == [unread]
    assert {one.answer_id for one in heard.unread} == {unread, kept}
