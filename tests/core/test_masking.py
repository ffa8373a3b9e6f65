"""What must not stand in a report that others read."""

import pytest

from dailycontact.core.masking import mask_askers, mask_for, mask_own, unmasked

PEOPLE = [
    ("Ana Duarte", "Green Door Cafés"),
    ("Bo Lind", "Lind"),
    ("Priya Nair", "Text"),
    ("山田 由紀", "株式会社みどり"),
    ("Tom", ""),
]


@pytest.mark.parametrize(
    "number",
    [
        "+44 113 496 0123",
        "0113-496-0123",
        "(0113) 496.0123",
        "+49 (0)30 / 123 45 67",
        "004989123456",
        "555-0123",
        "＋81 3 1234 5678",  # noqa: RUF001 - a wide plus, as some type it
        "01 23 45 67 89",
        "0113\u00a0496\u00a00123",
        "0113–496–0123",
    ],
)
def test_a_number_to_phone_is_masked(number: str) -> None:
    words = f"Ring {number} today"

    assert mask_for(())(words) == "Ring [number] today"


@pytest.mark.parametrize("address", ["ana@example.com", "a.b+c@mail.example", "ana＠example.com"])  # noqa: RUF001 - a wide sign
def test_an_address_is_masked(address: str) -> None:
    words = f"Write to {address}, please."

    assert mask_for(())(words) == "Write to [e-mail], please."


@pytest.mark.parametrize(
    "words", ["On 2026-11-23 at 10:30", "12 boxes, 4 pallets", "In 2026, 47 of 100", "Room 12 345"]
)
def test_days_and_small_numbers_stay(words: str) -> None:
    assert mask_for(())(words) == words


def test_the_names_of_customers_are_masked_whatever_their_capitals() -> None:
    words = "ANA  duarte of green door cafés, and 山田 由紀さん of 株式会社みどり"

    masked = mask_for(PEOPLE)(words)

    assert masked == "[name] of [company], and [name]さん of [company]"


@pytest.mark.parametrize(
    "words",
    [
        "_Ana Duarte_",
        "Ana\nDuarte",
        "Ana\u200b Duarte",
        "Green Door Cafe\u0301s",
        "*Green  Door Cafés*",
        "0113\u200b496\u200b0123",
    ],
)
def test_what_is_not_seen_hides_nothing(words: str) -> None:
    masked = mask_for(PEOPLE)(words)

    assert masked.strip("_*") in {"[name]", "[company]", "[number]"}


def test_names_of_the_team_and_of_those_who_agreed_stay() -> None:
    words = "Priya Nair and Tom rang Ana Duarte; Bo Lind did not."

    masked = mask_for(PEOPLE, named=[PEOPLE[0]], team=["Priya Nair", "Tom Weber"])(words)

    assert masked == "Priya Nair and Tom rang Ana Duarte; [name] did not."


def test_a_name_of_one_word_is_masked_only_as_it_is_written() -> None:
    words = "Lind said: text us at the linden tree. Text is late."

    masked = mask_for(PEOPLE)(words)

    assert masked == "[name] said: text us at the linden tree. Text is late."


def test_in_their_own_words_a_part_of_their_name_is_masked_too() -> None:
    words = "Ana here, Ana Duarte, from Green Door Cafés. Anabel says hello."

    masked = mask_own(words, "Ana Duarte", "Green Door Cafés", mask=mask_for(()))

    assert masked == "[name] here, [name], from [company]. Anabel says hello."


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Ana María Núñez", "ANA MARIA NUNEZ"),
        ("Ana Maria Nunez", "Ana Mari\u0301a  Núñez"),
        ("Mei-Ling Chen", "mei ling chen"),
        ("Sam O'Neill", "Sam O’Neill"),
        ("Jörg Müller", "Joerg Muller"),
        ("Joerg Mueller", "Jörg Müller"),
        ("Zoë", "ZOE"),
    ],
)
def test_a_name_in_another_spelling_is_masked(name: str, words: str) -> None:
    words = f"I am {words}!"

    assert mask_for([(name, "")])(words) == "I am [name]!"


@pytest.mark.parametrize(
    ("company", "words"),
    [
        ("Green-Door Cafés Ltd", "Green Door Cafes"),
        ("Green-Door Cafés Ltd", "green door cafés ltd."),
        ("Green Door", "Green-Door"),
        ("Weiß & Söhne GmbH", "Weiss and Soehne"),
        ("Lumière, S.A.", "Lumiere SA"),
        ("Lumière", "LUMIERE Inc"),
        ("Lindqvist Ltd", "Lindqvist"),
        ("Ota GmbH", "ota gmbh"),
    ],
)
def test_a_company_in_another_spelling_is_masked(company: str, words: str) -> None:
    words = f"We at {words} wait"

    assert mask_for([("", company)])(words) in {"We at [company] wait",
                                                       "We at [company]. wait"}  # fmt: skip


def test_a_short_company_without_its_ltd_is_a_word() -> None:
    words = "The Sun is up, says Sun Ltd"

    assert mask_for([("", "Sun Ltd")])(words) == "The Sun is up, says [company]"


def test_letters_around_a_name_stay_where_they_are() -> None:
    words = "Größe für Søren Ærø, und Süße"

    assert mask_for([("Soren Aero", "")])(words) == "Größe für [name] Ærø, und Süße"
    assert mask_for([("Søren Ærø", "")])(words) == "Größe für [name], und Süße"


def test_who_asked_is_masked_in_parts_of_their_name_in_a_text_about_them() -> None:
    words = "Fix BOB'S and Mei's bill for Green Door; will Al, an ally, mark it in Café Nord?"
    askers = [
        ("Bob Mark", "Green Door Cafés Ltd"),
        ("Mei-Ling Chen", ""),
        ("Al An", "Café Nord"),
    ]

    masked = mask_askers(words, askers, mask=unmasked)

    assert masked == (
        "Fix [name]'S and [name]'s bill for [company]; will [name], an ally, mark it in [company]?"
    )
