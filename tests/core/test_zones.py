"""Which time a customer keeps is said by their country, or by their number, or it is asked."""

from pathlib import Path
from zoneinfo import TZPATH, ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dailycontact.core.countries import zones_in
from dailycontact.core.zones import (
    THE_BOOKS,
    Place,
    _clock,
    folded,
    needs_number,
    place_of,
    zones_of_number,
)

SPAIN = ("Europe/Madrid", "Atlantic/Canary")


def place(
    *numbers: str, country: str | None = None, zone: str | None = None, home: str | None = "GB"
) -> Place:
    return place_of(country=country, zone=zone, numbers=numbers, home=home)


def test_a_zone_that_was_said_comes_before_all_else() -> None:
    found = place("+34915550123", country="ES", zone="Asia/Tokyo")

    assert found == Place(("Asia/Tokyo",), "ES")


def test_a_country_that_keeps_one_time_needs_no_number() -> None:
    assert place("+34915550123", country="DE") == Place(("Europe/Berlin",), "DE")
    assert [needs_number("DE", None), needs_number("ES", None)] == [False, True]
    assert [needs_number("ES", "Europe/Madrid"), needs_number(None, "Europe/Madrid")] == [
        False, True,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("country", "number", "zone"),
    [
        *(("ES", "+34915550123", "Europe/Madrid"), ("ES", "+34928550123", "Atlantic/Canary")),
        *(("US", "+12125550123", "America/New_York"), ("US", "+18085550123", "Pacific/Honolulu")),
        *(("CA", "+14165550123", "America/Toronto"), ("BR", "+559231234567", "America/Manaus")),
        *(("AU", "+61293744000", "Australia/Sydney"), ("RU", "+74951234567", "Europe/Moscow")),
        *(("PT", "+351211234567", "Europe/Lisbon"), ("MX", "+525512345678", "America/Mexico_City")),
    ],
)
def test_of_several_zones_the_number_says_which(country: str, number: str, zone: str) -> None:
    assert place(number, country=country).zones == (zone,)


@pytest.mark.parametrize(
    ("country", "number"),
    [
        ("ES", "+34612345678"),
        ("RU", "+79161234567"),
        ("AU", "+61412345678"),
        ("US", "+18005550123"),
    ],
)
def test_a_mobile_or_a_free_number_is_of_no_place(country: str, number: str) -> None:
    assert place(number, country=country) == Place(zones_in(country), country)
    assert zones_of_number(number) == ()


def test_a_number_that_leaves_some_zones_open_leaves_only_those() -> None:
    assert place("+19075550123", country="US").zones == ("America/Anchorage", "America/Adak")


def test_the_most_telling_number_counts_and_a_foreign_one_does_not() -> None:
    assert place("+34612345678", "+34928550123", country="ES").zones == ("Atlantic/Canary",)
    assert place("+4930123456", country="ES").zones == SPAIN


@pytest.mark.parametrize(
    ("number", "zone", "country"),
    [
        *(("+442071234567", "Europe/London", "GB"), ("+493012345678", "Europe/Berlin", "DE")),
        *(
            ("+14165550123", "America/Toronto", "CA"),
            ("+18095551234", "America/Santo_Domingo", "DO"),
        ),
        *(("+77012345678", "Asia/Almaty", "KZ"), ("+390612345678", "Europe/Rome", "IT")),
        ("+35312345678", "Europe/Dublin", "IE"),
    ],
)
def test_without_a_country_the_number_says_zone_and_country(
    number: str, zone: str, country: str
) -> None:
    assert place(number) == Place((zone,), country)


def test_a_number_of_the_books_country_that_says_no_more_leaves_them_at_the_book() -> None:
    assert place("+18005550123", home="US") == THE_BOOKS
    assert place("+18005550123", home="GB") == Place(zones_in("US"), "US")
    assert place("+19075550123", home="US").zones == ("America/Anchorage", "America/Adak")


@pytest.mark.parametrize("numbers", [(), ("+80012345678",), ("12345",), ("",), ("+",)])
def test_who_has_neither_country_nor_telling_number_is_at_the_book(numbers: tuple[str]) -> None:
    assert place(*numbers) == THE_BOOKS


def test_a_zone_without_a_country_has_the_holidays_of_the_number_where_that_is_abroad() -> None:
    assert place("+493012345678", zone="Europe/Berlin").country == "DE"
    assert place("+442071234567", zone="Europe/London").country == ""
    assert place(zone="Europe/London").country == ""


def test_a_country_of_which_no_zone_is_known_keeps_the_books_time() -> None:
    assert place(country="AQ") == Place((), "AQ")


def test_zones_whose_clocks_agree_are_one() -> None:
    assert folded(("Europe/Guernsey", "Europe/London", "Europe/Berlin")) == (
        "Europe/Guernsey", "Europe/Berlin",
    )  # fmt: skip
    assert folded(("No/Such", "Nor/This")) == ("No/Such", "Nor/This")


@given(st.from_regex(r"\+[1-9][0-9]{0,16}", fullmatch=True))
def test_no_number_at_all_breaks_the_look_up(number: str) -> None:
    found = place(number)

    assert all(ZoneInfo(zone) for zone in found.zones)


def test_the_zones_of_a_country_are_those_of_the_time_zone_database() -> None:
    tables = (Path(path, "zone.tab") for path in TZPATH)
    table = next((path for path in tables if path.exists()), None)
    if table is None:
        pytest.skip("NO zone.tab on this machine; it comes with the system's time zones")
    rows = [line.split("\t") for line in table.read_text("utf-8").splitlines() if line[0] != "#"]

    missing = [
        (country, zone)
        for country, _, zone, *_ in rows
        if country != "AQ" and _clock(zone) not in {_clock(one) for one in zones_in(country)}
    ]

    assert missing == []
