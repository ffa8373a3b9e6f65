"""Finding somebody by the name one says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dailycontact.core.naming import SeveralByThatName, best_matches, fold, fold_all

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
