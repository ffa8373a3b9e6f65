"""Who may be one person, and what speaks for it; who is not, although much is the same."""

from itertools import combinations

import pytest

from dailycontact.core.alike import Likeness, Pair, Person, alike, likeness, sources_apart
from dailycontact.core.naming import fold

NUMBER, MAIL = "+441134960123", "ana@example.com"


def _person(number: int, name: str, company: str = "", **said: object) -> Person:
    ways = {
        key: frozenset(value if isinstance(value, tuple) else (value,))
        for key, value in said.items()
        if key != "country"
    }
    country = said.get("country")
    return Person(
        id=number,
        name=fold(name),
        company=fold(company),
        country=str(country) if country else None,
        **ways,
    )


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (("Jörg Müller",), ("Joerg Mueller",), "the same number, and the same name"),
        (("Duarte, Ana",), ("Ana Duarte",), "the same number, and the same name"),
        (("山田太郎",), ("山田 太郎",), "the same number, and the same name"),
        (("Ana Duarte",), ("Anna Duarte",), "the same number, and names alike"),
        (("Ana",), ("Ana Duarte",), "the same number, and names alike"),
        (("J. Smith",), ("John Smith",), "the same number, and names alike"),
        (("Dr. Ana Duarte",), ("Ana Duarte",), "the same number, and the same name"),
        (("Maria Rossi",), ("Luca Bianchi",), "the same number, another name"),
    ],
)
def test_the_same_number_and_the_names(
    one: tuple[str, ...], other: tuple[str, ...], why: str
) -> None:
    pair = (_person(1, *one, numbers=NUMBER), _person(2, *other, numbers=NUMBER))

    found = likeness(*pair)

    assert found is not None
    assert found.why == why
    assert alike(pair) == [Pair(1, 2, found)]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (("Ana Duarte", "Green"), ("Ana Duarte", "Green"), (90, "the same name and company")),
        (
            ("Ana Duarte", "Green Door"),
            ("Ana Duarte", "Green Door Ltd"),
            (85, "the same name, and companies alike"),
        ),
        (("Ana Duarte", "Green"), ("Ana Duarte",), (80, "the same name")),
        (("Ana Duarte", "Green"), ("Ana Duarte", "Blue"), (50, "the same name, another company")),
        (
            ("Jon Smith", "Acme"),
            ("John Smith", "Acme"),
            (75, "names alike, and the same company"),
        ),
        (("Jon Smith",), ("John Smith", "Acme"), (45, "names alike")),
        (("Jon Smith", "Beta"), ("John Smith", "Acme"), None),
        (("Ana Duarte",), ("Bo Lind",), None),
        (("Ana",), ("Ana Duarte",), None),
    ],
)
def test_the_names_alone(
    one: tuple[str, ...], other: tuple[str, ...], found: tuple[int, str] | None
) -> None:
    pair = (_person(1, *one), _person(2, *other))

    assert likeness(*pair) == (None if found is None else Likeness(*found))
    assert [(*each.likeness,) for each in alike(pair)] == ([] if found is None else [found])


def test_who_shares_what_an_office_shares_is_not_one_person() -> None:
    office = [
        _person(at, f"{name} {name}son", numbers=NUMBER, emails=MAIL)
        for at, name in enumerate(("Anna", "Bjorn", "Carla", "Dieter"), 1)
    ]
    twice = _person(9, "Anna Annason", numbers=NUMBER)

    assert alike(office) == []
    assert [(pair.one, pair.other) for pair in alike([*office, twice])] == [(1, 9)]
    assert {pair.likeness.why for pair in alike(office[:2])} == {
        "the same number and e-mail address, another name"
    }


def test_a_name_that_many_have_says_nothing() -> None:
    smiths = [_person(at, "John Smith", f"Company {at * 997}") for at in range(1, 7)]

    assert len(alike(smiths[:5])) == len(list(combinations(range(5), 2)))
    assert alike(smiths) == []


def test_different_numbers_in_one_source_are_two_people() -> None:
    one = _person(1, "Ana Duarte", numbers=NUMBER, ids=(("HubSpot", "1"),))
    other = _person(2, "Ana Duarte", numbers=NUMBER, ids=(("HubSpot", "2"), ("Zoho", "7")))

    assert sources_apart(one, other) == ("HubSpot",)
    assert alike([one, other]) == []


def test_another_country_speaks_against_a_name() -> None:
    one, other = _person(1, "Ana Duarte", country="PT"), _person(2, "Ana Duarte", country="GB")

    assert alike([one, other]) == []


def test_only_the_pairs_with_some_can_be_asked_for() -> None:
    people = [_person(at, "Ana Duarte", "Green") for at in range(1, 5)]

    assert [(pair.one, pair.other) for pair in alike(people, among={3})] == [(1, 3), (2, 3), (3, 4)]
    assert len(alike(people)) == 6


def test_the_likeliest_come_first_and_nobody_twice() -> None:
    people = [
        _person(1, "Jon Smith", "Acme"),
        _person(2, "John Smith", "Acme"),
        _person(3, "Ana Duarte", numbers=(NUMBER, "+441134960124"), emails=MAIL),
        _person(4, "Ana Duarte", numbers=(NUMBER, "+441134960124"), emails=MAIL),
    ]

    found = alike(people)

    assert [(pair.one, pair.other, pair.likeness.score) for pair in found] == [
        (3, 4, 100),
        (1, 2, 75),
    ]
