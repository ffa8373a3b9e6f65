"""Phone numbers are read exactly as phonenumbers reads them, and never refused."""

import csv
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dailycontact.core.numbering import Plan, split_international, split_national
from dailycontact.core.phone import PhoneReading, _read, _split_plain, read_phone

SHARED = os.environ.get("DAILYCONTACT_SHARED_DATA")
PHONES = Path(SHARED or Path(__file__).resolve().parents[2].parent / "shared" / "data") / "phones"
COUNTRIES = [*sorted(phonenumbers.SUPPORTED_REGIONS), *["US", "GB", "DE", "FR", "IT", "CA"] * 20]
PUNCTUATION = ["", "", "", " ", "-", ".", "(", ") ", "  ", "--"]


def rows(name: str) -> list[dict[str, str]]:
    if not (PHONES / name).exists():
        pytest.skip(f"{PHONES / name} is not here; set DAILYCONTACT_SHARED_DATA to compare with it")
    with (PHONES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("text", "country", "e164", "shown"),
    [
        ("+441134960123", None, "+441134960123", "+44 113 496 0123"),
        ("0113 496 0123", "GB", "+441134960123", "+44 113 496 0123"),
        ("0113 496 0123", "gb", "+441134960123", "+44 113 496 0123"),
        (" (030) 12345678\n", "DE", "+493012345678", "+49 30 12345678"),
        ("+49 (0)711 2842222", None, "+497112842222", "+49 711 2842222"),
        ("+49 0711 2842222", "US", "+497112842222", "+49 711 2842222"),
        ("+56 (0)2 2635 4444", "CL", "+56226354444", "+56 2 2635 4444"),
        ("00 49 30 12345678", "DE", "+493012345678", "+49 30 12345678"),
        ("00 49 30 12345678", None, "+493012345678", "+49 30 12345678"),
        ("0049 30 12345678", "US", "+493012345678", "+49 30 12345678"),
        ("0039 06 12345678", "GB", "+390612345678", "+39 06 1234 5678"),
        ("+39 (0)6 12345678", None, "+390612345678", "+39 06 1234 5678"),
        ("1-800-FLOWERS", "US", "+18003569377", "+1 800-356-9377"),
        ("+４４ １１３ ４９６ ０１２３", None, "+441134960123", "+44 113 496 0123"),  # noqa: RUF001 wide
        ("٠١١٣٤٩٦٠١٢٣", "GB", "+441134960123", "+44 113 496 0123"),
    ],
)
def test_a_number_is_told_however_it_is_written(
    text: str, country: str | None, e164: str, shown: str
) -> None:
    reading = read_phone(text, country=country)

    assert reading == PhoneReading(
        raw=text.strip(), shown=shown, e164=e164, valid=True, possible=True
    )


@pytest.mark.parametrize(
    ("text", "country", "e164", "extension"),
    [
        ("(415) 555-2671 ext. 12", "US", "+14155552671", "12"),
        ("1-415-555-2671 x371", "US", "+14155552671", "371"),
        ("tel:+46-70-1740605;ext=5", None, "+46701740605", "5"),
    ],
)
def test_an_extension_is_kept_apart_and_shown(
    text: str, country: str | None, e164: str, extension: str
) -> None:
    reading = read_phone(text, country=country)

    assert (reading.e164, reading.extension, reading.valid) == (e164, extension, True)
    assert reading.shown.endswith(f" ext. {extension}")


@pytest.mark.parametrize(
    ("text", "country", "e164", "problem"),
    [
        ("", "DE", None, "empty"),
        ("  ", None, None, "empty"),
        ("\x00", "DE", None, "not a phone number"),
        ("call her son", "DE", None, "not a phone number"),
        ("1" * 10_000, "DE", None, "too long for a phone number"),
        ("030 12345678", None, None, "no country, so no international form"),
        ("030 12345678", "XX", None, "no country, so no international form"),
        ("+999 123456789", "DE", None, "no such calling code"),
        ("+4", None, None, "not a phone number"),
        ("+44 1", None, None, "too short for a phone number"),
        ("555-2671", "US", None, "no area code, so not a full number in the United States"),
        ("(171) 555-2222", "GB", "+441715552222", "not a valid number in the United Kingdom"),
        ("+44 7700 900123", None, "+447700900123", "not a valid number in the United Kingdom"),
        ("+1 204 111 1111", "CA", "+12041111111", "not a valid number in Canada"),
        ("88.60.15.31", "FR", None, "too short for a number in France"),
        ("+453 3331 9991", "DK", None, "too long for a number in Denmark"),
        ("+800 1234 567", None, None, "too short for a number"),
        ("8-2(0) 1 55(5) 0(1 23", "US", None, "too long for a number in the United States"),
        ("+65 1234 56789", None, None, "not as long as a number in Singapore"),
    ],
)
def test_what_is_odd_about_a_number_is_said_and_its_text_is_kept(
    text: str, country: str | None, e164: str | None, problem: str
) -> None:
    reading = read_phone(text, country=country)

    assert (reading.e164, reading.problem, reading.valid) == (e164, problem, False)
    assert reading.raw == text.strip()
    assert reading.shown == reading.raw or e164


@given(
    text=st.one_of(
        st.text(max_size=300),
        st.text(alphabet="+0123456789 ()-./x#;,eEtT=~\u0660\uff11\uff0b\u00a0", max_size=30),
    ),
    country=st.one_of(st.none(), st.sampled_from(["DE", "us", "IT", "XX", "001", ""])),
)
def test_no_text_at_all_breaks_the_reading(text: str, country: str | None) -> None:
    reading = read_phone(text, country=country)

    assert reading.raw == text.strip()
    assert reading.valid is (reading.problem is None)
    assert reading.possible is (reading.e164 is not None)
    assert reading.possible or reading.shown == reading.raw


def test_the_library_s_own_example_of_every_country_and_kind_is_read_exactly() -> None:
    truth = rows("phone_truth.csv")

    wrong = [
        (row["region"], form, row[form])
        for row in truth
        for form in ("national", "international", "e164", "rfc3966")
        if (reading := read_phone(row[form], country=row["region"])).e164 != row["e164"]
        or not reading.valid
        or reading.shown != row["international"]
    ]

    assert len(truth) > 700
    assert wrong == []


def test_every_number_known_to_be_wrong_is_flagged() -> None:
    invalid = rows("phone_invalid.csv")

    missed = [row for row in invalid if not read_phone(row["e164"], country=None).problem]

    assert len(invalid) > 200
    assert missed == []


def adversarial(seed: int, count: int) -> Iterator[tuple[str, str]]:
    """Yield numbers that are right, cut, prolonged, wrongly prefixed, oddly spaced or random."""
    dice = random.Random(seed)  # noqa: S311  chance for a test, not for a secret
    for _ in range(count):
        country = dice.choice(COUNTRIES)
        example = phonenumbers.example_number_for_type(country, dice.randrange(11))
        number = example or phonenumbers.example_number(country)
        assert number is not None
        national = phonenumbers.national_significant_number(number)
        kept = national[: dice.choice([len(national), len(national), 3, 5, len(national) - 1])]
        tail = "".join(dice.choices("0123456789", k=dice.choice([0, 0, 1, 2, 4, 9])))
        digits = dice.choice([kept + tail, kept[:-4] + tail.zfill(4), tail])
        code = str(number.country_code if dice.random() < 0.9 else dice.randrange(1, 1000))
        prefix = dice.choice([f"+{code}"] * 4 + [f"+{code}0", f"+{code}1", "0", "1", "8", "", code])
        spaced = "".join(dice.choice(PUNCTUATION) + digit for digit in digits)
        yield prefix + dice.choice([digits, digits, spaced]), country


def by_library(text: str, country: str) -> tuple[str | None, bool, bool, str | None]:
    try:
        number = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        return None, False, False, None
    valid = phonenumbers.is_valid_number(number)
    reason = phonenumbers.is_possible_number_with_reason(number)
    possible = valid or reason == phonenumbers.ValidationResult.IS_POSSIBLE
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    shown = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return (e164, valid, True, shown) if possible else (None, False, False, None)


@pytest.mark.parametrize("seed", range(6))
def test_the_shortcut_never_differs_from_the_library(seed: int) -> None:
    taken, wrong = 0, []
    for text, country in adversarial(seed, 10_000):
        if _split_plain(text, country) is None:
            continue
        taken += 1
        reading = _read(text, country)
        shown = reading.shown if reading.possible else None
        if (reading.e164, reading.valid, reading.possible, shown) != by_library(text, country):
            wrong.append((text, country, reading, by_library(text, country)))

    assert wrong == []
    assert taken > 5_000


@given(
    digits=st.text(alphabet="0123456789", min_size=1, max_size=20),
    country=st.sampled_from(COUNTRIES),
)
def test_the_shortcut_never_differs_for_any_digits(digits: str, country: str) -> None:
    def number(found: tuple[Plan, str] | None) -> str | None:
        return f"+{found[0].calling_code}{found[1]}" if found else None

    def parsed(text: str) -> str:
        numbering = phonenumbers.parse(text, country)
        return phonenumbers.format_number(numbering, phonenumbers.PhoneNumberFormat.E164)

    abroad, inland = number(split_international(digits)), number(split_national(digits, country))

    assert abroad is None or abroad == parsed(f"+{digits}")
    assert inland is None or inland == parsed(digits)


def test_reading_phones_is_free_until_the_first_phone() -> None:
    program = (
        "import sys, dailycontact.core.phone;"
        "print([name for name in sys.modules if name.startswith('phonenumbers')])"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert done.stdout == "[]\n"
