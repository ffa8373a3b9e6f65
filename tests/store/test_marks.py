"""By what somebody who was erased is known again."""

import pytest

from conftest import Founded
from dailycontact.core.naming import fold
from dailycontact.store import marks
from dailycontact.store.marks import Marks, marks_of
from support.builders import MONDAY, MORNING, a_customer

ANA = fold("Ana Duarte Brightside Ltd")


def _remember(founded: Founded, *said: str) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        erasure = change.add(
            "erasure",
            customer_id=a_customer(change, "(erased)", phone=None),
            leader_id=founded.leader_id,
            day=MONDAY,
            recorded_at=MORNING,
        )
        for mark in said:
            change.add("erasure_mark", erasure_id=erasure, mark=mark)


def _key(founded: Founded) -> str:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        return marks.own_key(change)


def test_where_nobody_was_erased_nobody_is_known(founded: Founded) -> None:
    found = Marks(founded.book.look())

    assert not found.any
    assert not found.knows(folded=ANA, emails=["ana@duarte.example"])


def test_an_address_is_known_again_however_it_is_written(founded: Founded) -> None:
    _remember(
        founded,
        *marks_of(
            _key(founded),
            folded=[ANA],
            emails=[("Ana@Duarte.example", False)],
            numbers=[("+441134960123", False)],
            ids=[("hubspot", "77")],
        ),
    )

    found = Marks(founded.book.look())

    assert found.any
    assert found.knows(folded="", emails=["ana@duarte.EXAMPLE "])
    assert found.knows(folded="", numbers=["+441134960123"])
    assert found.knows(folded="", source="hubspot", external_id="77")
    assert not found.knows(folded=ANA, source="pipedrive", external_id="77")
    assert not found.knows(folded=ANA, emails=["rui@duarte.example"])


def test_a_shared_number_counts_only_together_with_the_name(founded: Founded) -> None:
    _remember(
        founded,
        *marks_of(
            _key(founded),
            folded=[ANA, fold("Ana Duarte")],
            emails=[],
            numbers=[("+441134960123", True)],
            ids=[],
        ),
    )

    found = Marks(founded.book.look())

    assert found.knows(folded=ANA, numbers=["+441134960123"])
    assert found.knows(folded="whatever", name="Ana  Duarte", numbers=["+441134960123"])
    assert not found.knows(folded=fold("Rui Costa Brightside Ltd"), numbers=["+441134960123"])
    assert not found.knows(folded=ANA)


def test_a_name_alone_is_known_again_only_where_there_is_nothing_else(founded: Founded) -> None:
    _remember(founded, *marks_of(_key(founded), folded=[ANA], emails=[], numbers=[], ids=[]))

    found = Marks(founded.book.look())

    assert found.knows(folded=ANA)
    assert not found.knows(folded=fold("Ana Duarte"))


def test_the_key_is_drawn_once_and_is_in_no_journal(founded: Founded) -> None:
    first, second = _key(founded), _key(founded)

    told = founded.book.look().value(
        "SELECT COUNT(*) AS value FROM event_row WHERE after LIKE :part OR before LIKE :part",
        part=f"%{first}%",
    )

    assert first == second
    assert len(bytes.fromhex(first)) >= 32
    assert not told


def test_marks_say_nothing_without_their_key() -> None:
    one, other = ("ab" * 32, "cd" * 32)

    same = marks.marked(one, "email", "ana@duarte.example")

    assert "ana" not in same
    assert same != marks.marked(other, "email", "ana@duarte.example")
    assert same != marks.marked(one, "phone", "ana@duarte.example")


@pytest.mark.parametrize("kept", [(), ("ab" * 32,)])
def test_the_keys_of_another_book_are_kept_beside_its_own(
    founded: Founded, kept: tuple[str]
) -> None:
    own = _key(founded)

    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        marks.keep_keys(change, kept)

    assert marks.keys_of(founded.book.look()) == (own, *kept)
