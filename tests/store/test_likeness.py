"""The index of the answers' words: made when it pays, never trusted beyond what the book says."""

import pytest

from conftest import Founded
from dailycontact.core.likeness import Index, grams
from dailycontact.store import likeness
from dailycontact.store.erasing import Singles, erase
from dailycontact.store.suggesting import alike
from dailycontact.store.traces import known_of
from support.builders import MONDAY, MORNING, a_call, a_customer, an_answer

PAYS = 3


@pytest.fixture(autouse=True)
def _pays_early(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likeness, "PAYS_FROM", PAYS)
    monkeypatch.setattr(likeness, "MOST_SINCE", PAYS + 2)


@pytest.fixture
def heard(founded: Founded) -> Founded:
    """Return a book in which three answers were heard."""
    with founded.book.change("theme", leader_id=1, at=MORNING) as change:
        call = a_call(change, a_customer(change))
        for words in ("The invoice is wrong", "Nowhere to park", "The music is too loud"):
            an_answer(change, 1, words, call_id=call)
    return founded


def found(founded: Founded, text: str) -> list[int]:
    near = alike(founded.book.look(), text, today=MONDAY)
    return [one.answer_id for one in near if one.likeness > 0.3]


def upto(founded: Founded) -> int | None:
    number: int | None = founded.book.look().value("SELECT upto_id AS value FROM likeness")
    return number


def test_the_index_is_made_when_enough_answers_came(heard: Founded) -> None:
    assert upto(heard) == PAYS
    assert found(heard, "A wrong invoice") == [1]


def test_after_a_call_the_index_is_left_to_another_change_as_long_as_it_can_be(
    heard: Founded,
) -> None:
    seen = []
    for number in range(PAYS + 2):
        with heard.book.change("log", leader_id=1, at=MORNING) as change:
            an_answer(change, 1, f"My coffee was cold {number} times")
        seen.append(upto(heard))

    assert seen == [PAYS] * (PAYS + 1) + [PAYS + PAYS + 2]


def test_a_later_answer_is_found_before_the_index_is_made_anew(heard: Founded) -> None:
    with heard.book.change("log", leader_id=1, at=MORNING) as change:
        later = an_answer(change, 1, "My coffee was cold")

    assert upto(heard) == PAYS
    assert found(heard, "Cold coffee again") == [later]


def test_an_amended_answer_is_found_by_its_new_words_only(heard: Founded) -> None:
    with heard.book.change("amend", leader_id=1, at=MORNING) as change:
        change.set("answer", 2, verbatim="The delivery was late")
        change.add(
            "amendment",
            answer_id=2,
            leader_id=1,
            field="verbatim",
            before="Nowhere to park",
            after="The delivery was late",
            day=MONDAY,
            recorded_at=change.at,
        )

    assert found(heard, "Late delivery") == [2]
    assert found(heard, "Nowhere to park") == []


def test_an_answer_that_is_gone_or_another_by_its_number_is_not_found(heard: Founded) -> None:
    with heard.book.change("undo", leader_id=1, at=MORNING) as change:
        change.remove("answer", 3)
    with heard.book.change("log", leader_id=1, at=MORNING) as change:
        another = an_answer(change, 1, "My coffee was cold")

    assert found(heard, "The music is too loud") == []
    assert found(heard, "Nowhere to park") == [2]
    assert another in (3, 4)


def test_a_damaged_index_is_as_good_as_none(heard: Founded) -> None:
    with heard.book.change("log", leader_id=1, at=MORNING) as change:
        change.run("UPDATE likeness SET content = :content", content=b"like nothing")

    assert found(heard, "A wrong invoice") == [1]


def test_inside_a_change_it_is_read_anew(heard: Founded) -> None:
    with heard.book.change("log", leader_id=1, at=MORNING) as change:
        fresh = an_answer(change, 1, "My coffee was cold")
        near = alike(change, "Cold coffee", today=MONDAY)

    assert near[0].answer_id == fresh


def test_what_is_asked_again_is_not_read_again(heard: Founded) -> None:
    look = heard.book.look()

    assert likeness.likeness_of(look) is likeness.likeness_of(look)


def test_erasing_takes_a_name_out_of_the_index(heard: Founded) -> None:
    name = "Zbigniew Quartermain"
    with heard.book.change("theme", leader_id=1, at=MORNING) as change:
        person = a_customer(change, name, phone="+441134960777")
        for number in range(PAYS):
            an_answer(change, person, f"{name} asks {number} times", day=MONDAY)
    before = in_the_index(heard, "Quartermain")
    with heard.book.change("customers erase", leader_id=1, at=MORNING) as change:
        erase(change, known_of(change, person), leader_id=1, day=MONDAY, singles=Singles())

    assert before
    assert not in_the_index(heard, "Quartermain")
    assert in_the_index(heard, "invoice")


def in_the_index(founded: Founded, word: str) -> bool:
    content = founded.book.look().value("SELECT content AS value FROM likeness")
    index = Index.unpack(bytes(content))
    assert index is not None
    return all(index.places(gram) for gram in grams(word))
