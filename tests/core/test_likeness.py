"""How alike texts are: what is found, in which order, and what an index keeps."""

import pytest

from dailycontact.core import likeness as tested
from dailycontact.core.likeness import Index, Likeness, grams, mark_of, says, votes, words_of

BOOK = (
    (1, "Your invoices never say which café they are for"),
    (2, "There is nowhere to park near the shop"),
    (3, "Tell me on which day the delivery comes"),
    (4, "The delivery came on the wrong day"),
)


def near(likeness: Likeness, text: str, *, but: tuple[int, ...] = ()) -> list[int]:
    return [one.number for one in likeness.nearest(text, most=3, but=but)]


def test_words_are_folded_and_their_apostrophes_are_of_one_kind() -> None:
    assert words_of("Don’t ÜBER-charge me, 2 times!") == [
        "don't",
        "ueber",
        "charge",
        "me",
        "2",
        "times",
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("invoice", True),
        ("Late delivery", True),
        ("late", True),
        ("inv", False),
        ("delivery late", False),
        ("the", False),
        ("…", False),
    ],
)
def test_words_stand_in_a_text_whole_one_after_the_other_and_in_the_plural(
    words: str,
    said: bool,
) -> None:
    assert says("Wrong INVOICES, and a late delivery!", words) is said


def test_a_text_without_words_is_made_of_nothing_and_like_nothing() -> None:
    assert grams(" … !") == frozenset()
    assert Likeness(Index.of(BOOK)).nearest("?!", most=3) == []


def test_the_same_words_in_other_letters_are_entirely_alike() -> None:
    found = Likeness(Index.of(BOOK)).nearest("NOWHERE to park, near the shop: there is", most=1)

    assert found[0].number == 2
    assert found[0].likeness > 0.8


def test_a_word_that_is_typed_wrongly_still_leads_to_the_right_one() -> None:
    assert near(Likeness(Index.of(BOOK)), "invoise")[0] == 1


def test_what_few_texts_share_weighs_more_than_what_many_do() -> None:
    assert near(Likeness(Index.of(BOOK)), "the shop or the delivery of the invoices")[0] == 1


@pytest.mark.parametrize("kept", [0, 2, 4])
def test_a_text_is_found_alike_whether_it_is_in_the_index_or_came_since(kept: int) -> None:
    likeness = Likeness(Index.of(BOOK[:kept]), since=BOOK[kept:])

    assert near(likeness, "On which day does my delivery come?")[:2] == [3, 4]


def test_a_text_that_was_amended_is_found_by_its_new_words_only() -> None:
    likeness = Likeness(Index.of(BOOK), since=[(2, "My coffee is always cold")])

    assert near(likeness, "cold coffee")[0] == 2
    assert 2 not in near(likeness, "nowhere to park")


def test_the_answer_itself_can_be_left_out() -> None:
    assert 3 not in near(Likeness(Index.of(BOOK)), BOOK[2][1], but=(3,))
    assert 3 not in near(Likeness(since=BOOK), BOOK[2][1], but=(3,))


def test_what_has_next_to_nothing_in_common_is_not_found() -> None:
    assert near(Likeness(Index.of(BOOK)), "zebra quiz") == []


def test_of_texts_in_the_same_words_the_newest_comes_first() -> None:
    same = [(number, "Answer the phone") for number in (5, 9, 7)]

    assert near(Likeness(Index.of(same)), "Answer the phone") == [9, 7, 5]


def test_an_index_is_the_same_after_it_was_stored() -> None:
    stored = Index.of(BOOK).pack()

    index = Index.unpack(stored)

    assert index is not None
    assert index.pack() == stored
    assert Likeness(index).nearest(BOOK[0][1], most=2) == Likeness(Index.of(BOOK)).nearest(
        BOOK[0][1], most=2
    )


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"like",
        b"other" * 9,
        Index.of(BOOK).pack()[:-9],
        Index.of(BOOK).pack()[:-9] + b"not zlib!",
        Index.of(BOOK[:2]).pack()[:16] + Index.of(BOOK).pack()[16:],
    ],
)
def test_what_is_no_index_is_taken_for_none(damaged: bytes) -> None:
    assert Index.unpack(damaged) is None


def test_a_mark_tells_whether_a_text_was_changed() -> None:
    found = Likeness(Index.of(BOOK)).nearest(BOOK[0][1], most=1)[0]

    assert found.mark == mark_of(BOOK[0][1])
    assert found.mark != mark_of(BOOK[0][1] + "!")


def test_a_question_that_would_visit_too_much_leaves_the_commonest_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tested, "MOST_VISITS", 20)

    assert near(Likeness(Index.of(BOOK)), "the parking")[0] == 2


def test_the_more_alike_the_louder_is_a_vote() -> None:
    found = votes([("money", 0.5), ("money", 0.5), ("time", 0.9)])

    assert [label for label, _ in found] == ["time", "money"]
    assert sum(score for _, score in found) == pytest.approx(1.0)


def test_without_anybody_alike_there_is_no_vote() -> None:
    assert votes([]) == []
    assert votes([("money", 0.1), ("money", 0.1)]) == []
