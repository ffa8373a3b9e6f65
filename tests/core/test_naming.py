"""Finding somebody by the name one says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dailycontact.core.naming import (
    NobodyByThatName,
    SeveralByThatName,
    best_matches,
    fold,
    fold_all,
    nearest,
)

TEAM = ["Ana Duarte", "Anna Schmidt", "Jörg Müller", "Ann", "O'Brien"]


def matches(typed: str) -> list[str]:
    return best_matches(typed, TEAM, names=lambda name: (name,))


def test_the_same_name_wins_over_names_that_begin_with_it() -> None:
    assert matches("ann") == ["Ann"]


def test_a_part_that_begins_a_word_wins_over_a_part_inside_one() -> None:
    assert matches("mü") == ["Jörg Müller"]
    assert matches("du") == ["Ana Duarte"]


def test_accents_case_and_written_out_umlauts_do_not_matter() -> None:
    assert matches("JOERG") == ["Jörg Müller"]
    assert fold("  José   GARCÍA ") == "jose garcia"


@given(st.lists(st.text(st.characters(exclude_characters="\n"))))
def test_many_are_folded_like_each_of_them(texts: list[str]) -> None:
    assert fold_all(texts) == [fold(text) for text in texts]


@pytest.mark.parametrize("texts", [[], [""], ["", ""], ["Günter  Müller", "ΣΊΣΥΦΟΣ", " ¨ "]])
def test_any_number_of_names_is_folded(texts: list[str]) -> None:
    assert fold_all(texts) == [fold(text) for text in texts]


def test_several_that_fit_equally_are_all_returned() -> None:
    assert matches("an") == ["Ana Duarte", "Anna Schmidt", "Ann"]


def test_nobody_fits() -> None:
    assert matches("zoe") == []


@pytest.mark.parametrize(("many", "more"), [(3, ""), (12, "and 4 more")])
def test_the_choices_are_listed_but_not_endlessly(many: int, more: str) -> None:
    problem = SeveralByThatName("an", [f"Ana {number}" for number in range(many)])

    assert "Ana 0; Ana 1" in str(problem)
    assert more in str(problem)
    assert len(problem.choices) == many


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Anna Schmitd", ["Anna Schmidt"]),
        ("shmidt", ["Anna Schmidt"]),
        ("Müler", ["Jörg Müller"]),
        ("zoe", []),
        ("Ana B", []),
        ("", []),
    ],
)
def test_a_slip_of_the_keys_names_who_may_be_meant(typed: str, meant: list[str]) -> None:
    assert nearest(typed, TEAM, names=TEAM) == meant


def test_of_names_as_near_as_each_other_three_are_named_once() -> None:
    near = ["Jean Petit", "Jean Roux", "Jean Jean", "Jean Noir"]

    assert nearest("Jaen", near, names=near) == near[:3]
    assert nearest("Jean", [], names=[]) == []
    assert nearest("Jaen", ["a name"], names=["Jean\nPetit"]) == ["a name"]


def test_who_may_be_meant_is_asked_for() -> None:
    problem = NobodyByThatName("customer", "Jaen", "list", near=["Jean Petit", "Jean Roux"])

    assert "'Jaen'; did you mean Jean Petit or Jean Roux? If not, look" in str(problem)
