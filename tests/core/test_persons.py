"""Two names that can be one person's, and many that cannot."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dailycontact.core.persons import (
    called,
    can_be_one,
    clearly_two,
    compatible,
    may_be_one,
    says_less,
)

WORDS = (
    *("Ana", "Anna", "Anne", "A.", "M.", "Maria", "Duarte", "Müller", "Mueller", "Muller", "Dr."),
    *("Herr", "Frau", "Jr.", "PhD", "Hans-Peter", "van", "GmbH", "&", "Duarte,", "O'Brien", "李"),
)
NAMES = st.one_of(
    st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join),
    st.text(max_size=20),
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dr. Ana Duarte", "Ana Duarte"),
        ("Prof.Dr. Ana Duarte", "A. Duarte"),
        ("Dipl.-Ing. Ana Duarte", "ANA DUARTE"),
        ("Ana Duarte, PhD", "Duarte, Ana"),
        ("Ana Duarte, M.D.", "Ms Ana Duarte"),
        ("Ana Duarte MBA", "Ana Duarte"),
        ("Duarte, Ana", "Ana Duarte"),
        ("A. Duarte", "Ana Duarte"),
        ("Ana M. Duarte", "Ana Duarte"),
        ("Ana M. Duarte", "Ana Maria Duarte"),
        ("Ana Maria Duarte", "Ana Duarte"),
        ("Ana D.", "Ana Duarte"),
        ("José Díaz", "Jose Diaz"),
        ("Jürgen Müller", "Juergen Mueller"),
        ("Jürgen Müller", "Jurgen Muller"),
        ("Ju\u0308rgen Müller", "Juergen Müller"),
        ("Hans-Peter Müller", "Hans Peter Müller"),
        ("H.-P. Müller", "Hans-Peter Müller"),
        ("J.R.R. Tolkien", "John Ronald Reuel Tolkien"),
        ("O’Brien, Pat", "Pat O'Brien"),
        ("King, Martin Luther, Jr.", "Martin Luther King Jr"),
        ("Ludwig van Beethoven", "Ludwig Beethoven"),
        ("Ma, Jack", "Jack Ma"),
        ("Herr Müller", "Müller"),
        ("Acme GmbH", "ACME  GmbH"),
        ("李小龙", "李小龙"),
    ],
)
def test_these_can_be_one_person(one: str, other: str) -> None:
    assert compatible(one, other)
    assert compatible(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Smith", "Anne Smith"),
        ("Jon Smith", "John Smith"),
        ("Hans Müller", "Petra Müller"),
        ("Herr Müller", "Frau Müller"),
        ("Mr J. Smith", "Mrs J. Smith"),
        ("John Smith Jr.", "John Smith"),
        ("John Smith Jr.", "John Smith Sr."),
        ("Ana Duarte", "Ana"),
        ("Müller", "Ana Müller"),
        ("A. D.", "Ana Duarte"),
        ("Ana Maria Duarte", "Ana Lopes Duarte"),
        ("Ana M. Duarte", "Ana P. Duarte"),
        ("Hans & Petra Müller", "Hans Müller"),
        ("Hans und Petra Müller", "Hans Müller"),
        ("Acme GmbH", "Acme Nord GmbH"),
        ("Acme Ltd", "A. Ltd"),
        ("Studio 54", "Studio 55"),
        ("Duarte Ana", "Ana Duarte"),
        ("", "Ana Duarte"),
    ],
)
def test_these_are_two(one: str, other: str) -> None:
    assert not compatible(one, other)
    assert not compatible(other, one)


@given(one=NAMES, other=NAMES)
def test_it_does_not_matter_which_name_comes_first(one: str, other: str) -> None:
    assert compatible(one, other) == compatible(other, one)


@given(name=NAMES)
def test_every_name_fits_itself_however_it_is_spaced_and_written(name: str) -> None:
    assert compatible(name, name)
    assert compatible(name, f"  {name.upper().lower()} ") or name.upper().lower() != name.lower()


@given(one=NAMES, other=NAMES)
def test_a_name_says_less_only_than_a_name_it_fits_and_never_both_ways(
    one: str, other: str
) -> None:
    if says_less(one, other):
        assert compatible(one, other)
        assert not says_less(other, one)


@given(
    given_name=st.sampled_from(["Ana", "Jürgen", "Zoë"]), title=st.sampled_from(["Dr.", "Prof."])
)
def test_a_title_never_tells_two_people_apart(given_name: str, title: str) -> None:
    assert compatible(f"{title} {given_name} Duarte", f"{given_name} Duarte")
    assert compatible(f"{title} {given_name} Duarte", f"Duarte, {given_name}")


@pytest.mark.parametrize(
    ("one", "other", "less"),
    [
        ("A. Duarte", "Ana Duarte", True),
        ("Ana Duarte", "Dr. Ana Duarte", True),
        ("Jose Diaz", "José Díaz", False),
        ("Ana Duarte", "A. Duarte", False),
        ("Bo", "Ana Duarte", False),
    ],
)
def test_the_shorter_form_of_a_name_says_less(one: str, other: str, *, less: bool) -> None:
    assert says_less(one, other) is less


def test_a_company_that_stands_for_a_name_fits_only_itself() -> None:
    company = called("Nord Lisboa", "Nord Lisboa")

    assert can_be_one(company, called("nord  lisboa", ""))
    assert not can_be_one(company, called("N. Lisboa", "Nord Lisboa"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hans Müller", "Petra Müller"),
        ("Ana Duarte", "Bo Lind"),
        ("Herr Müller", "Frau Müller"),
        ("John Smith Sr.", "John Smith Jr."),
        ("Jo Lind", "Bo Lind"),
    ],
)
def test_a_couple_and_colleagues_are_clearly_two(one: str, other: str) -> None:
    assert clearly_two(one, other)
    assert clearly_two(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Duarte", "Anna Duarte"),
        ("Ana Duarte", "Ana Pereira"),
        ("Ana Duarte", "Duarte"),
        ("Ana Duarte", "Ana"),
        ("Ana Duarte", "Duarte Ana"),
        ("Ana Duarte", "A. Pereira"),
        ("Ana Duarte", "Maria Ana Lind"),
        ("Ana Duarte", "@Acme"),
        ("Ana Duarte", "Ana & Bo Duarte"),
        ("Jon Smith", "John Smyth"),
    ],
)
def test_whoever_is_in_doubt_is_not_clearly_two(one: str, other: str) -> None:
    assert not clearly_two(one, other)
    assert not clearly_two(other, one)


@given(one=NAMES, other=NAMES)
def test_whoever_can_be_one_is_never_clearly_two(one: str, other: str) -> None:
    assert not (can_be_one(one, other) and clearly_two(one, other))
    assert clearly_two(one, other) == clearly_two(other, one)


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        ("Ada", "Ada Lovelace", True),
        ("Ada Lind", "Ada Lind-Berg", True),
        ("Jon Smith", "John Smith", True),
        ("Smith John", "John Smith", True),
        ("John Smith", "Mia Wong", False),
        ("John Smith", "John Baker", False),
        ("Jo Lind", "Bo Lind", False),
        ("Anna Lind", "Anna Lin Berg", False),
    ],
)
def test_a_mended_name_may_be_ones(one: str, other: str, *, may_be: bool) -> None:
    assert may_be_one(one, other) is may_be
    assert may_be_one(other, one) is may_be
