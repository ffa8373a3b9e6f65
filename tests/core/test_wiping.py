"""Taking one person out of words, and nobody else."""

import pytest

from dailycontact.core.wiping import Number, Person, Wiper, is_full, parts_of

ANA = Wiper(
    Person(
        names=("Ana Duarte",),
        parts=("Ana", "Duarte"),
        companies=("Best", "Green Door Cafés"),
        emails=("ana@duarte.example.com",),
        kept=("Ana Sousa", "Ana Duarte Lopes", "Lopes Duarte"),
    )
)

REACHED = Wiper(
    Person(
        emails=("ana@duarte.example.com",),
        numbers=(Number(raw="0113 496 0123", e164="+441134960123"),),
    )
)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ana M. Duarte and Ana e Duarte", "… and Ana e Duarte"),
        ("Duarte, Ana rang", "… rang"),
        ("Mrs Duarte, Ana Sousa, Bo", "Mrs Duarte, Ana Sousa, Bo"),
        ("to Jo Duarte, Ana Costa and Tom", "to Jo Duarte, Ana Costa and Tom"),
        ("TO DUARTE, ANA FOR LUNCH", "TO … FOR LUNCH"),
        ("Duarte, Ana était là; Duarte, Ana I know", "… était là; … I know"),
        ("Ana Duarte Lopes, and Ana Duarte", "Ana Duarte Lopes, and …"),
        ("Best service at Green Door Cafes", "Best service at …"),
        ("ana@duarte.example.com.br", "ana@duarte.example.com.br"),
        ("write to Ana@Duarte.example.com.", "write to …."),
        ("anaduarte@x.example", "anaduarte@x.example"),
    ],
)
def test_only_what_nobody_else_can_be_meant_by_goes(text: str, left: str) -> None:
    assert ANA.clean(text) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ana Sousa and Ana, of Best", "Ana Sousa and …, of …"),
        ("the best of Lopes Duarte; Sousa, Ana", "the best of Lopes Duarte; Sousa, Ana"),
        ("AnaDuarte or anaduarte@x.example", "… or …@x.example"),
        ("Mrs Duarte, Ana Sousa", "Mrs …, Ana Sousa"),
    ],
)
def test_a_part_goes_where_it_is_said_to_but_never_out_of_another_name(
    text: str, left: str
) -> None:
    assert ANA.clean(text, parts=True) == left
    assert ANA.holds_part(text) == (text != left)
    assert ANA.may_be_in(text, parts=True)


@pytest.mark.parametrize(
    ("name", "company", "text", "left"),
    [
        ("田中 太郎", "田中珈琲", "added 田中 太郎, 田中珈琲", "added …, 田中珈琲"),
        ("田中 太郎", "", "田中太郎さん", "…さん"),
        ("Ana Duarte", "Ana's", "added Ana Duarte, Ana's", "added …, Ana's"),
        ("Siobhan O'Connor", "", "siobhan o'connor, Siobhan O’Connor", "…, …"),
    ],
)
def test_a_name_as_it_is_written_goes_before_a_name_that_is_turned(
    name: str, company: str, text: str, left: str
) -> None:
    assert Wiper(Person(names=(name,), companies=(company,))).clean(text) == left


def test_it_is_told_where_the_parts_of_a_text_stand() -> None:
    assert ANA.parts_in("Analysis: ANA, Duarte and Ana Sousa") == (10, 15)
    assert ANA.parts_in("Ana Sousa said the best") == ()


@pytest.mark.parametrize(
    "way",
    [
        "0113, 496, 0123",
        "0113\N{MINUS SIGN}496\N{MINUS SIGN}0123",
        "+44 – 113 | 496 | 0123",
        "(0113) … 496 … 0123",
        "ana at duarte.example.com",
        "ANA (at) duarte dot example dot com",
        "ana&#64;duarte[.]example[.]com",
        "ana﹫duarte.example.com",
    ],
)
def test_a_number_and_an_address_go_however_they_are_parted(way: str) -> None:
    text = f"ring or write: {way}, please"

    assert REACHED.may_be_in(text)
    assert REACHED.clean(text) == "ring or write: …, please"


@pytest.mark.parametrize("text", ["113 or 496, 0123", "0113\n\n496 0123", "ana at work.example"])
def test_what_only_begins_like_them_stays(text: str) -> None:
    assert REACHED.clean(text) == text


def test_numbers_and_addresses_go_alone() -> None:
    assert ANA.clean_ways("Ana Duarte, ana@duarte.example.com") == "Ana Duarte, …"
    assert Wiper(Person(names=("Ana Duarte",))).clean_ways("Ana Duarte") == "Ana Duarte"


def test_a_name_of_one_word_is_no_full_name() -> None:
    assert parts_of("J. van Duarte, Ana") == ("Duarte", "Ana")
    assert is_full("Ana Duarte")
    assert not is_full("Cher")
