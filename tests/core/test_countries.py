"""A country is known by every name people write, and by nothing else."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dailycontact.core.countries import (
    _countries,
    _fold,
    country_code,
    country_name,
    inside,
    zone_of,
    zones_in,
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *(("DE", "DE"), ("de", "DE"), ("Germany", "DE"), ("DEUTSCHLAND", "DE"), ("deu", "DE")),
        *(("UK", "GB"), ("U.K.", "GB"), ("Great Britain", "GB"), ("England", "GB")),
        *(("USA", "US"), ("U.S.", "US"), ("The United States of America", "US")),
        *(("Mexico", "MX"), ("México", "MX"), ("Me\u0301xico", "MX"), ("Brasil", "BR")),
        *(("Osterreich", "AT"), ("Österreich", "AT"), ("Schweiz", "CH"), ("Suisse", "CH")),
        *(("España", "ES"), ("Czech Republic", "CZ"), ("Czechia", "CZ"), ("Holland", "NL")),
        *(("the netherlands", "NL"), ("Korea", "KR"), ("North Korea", "KP"), ("Turkey", "TR")),
        *(("Cote d\u2019Ivoire", "CI"), ("Bosnia & Herzegovina", "BA"), ("St. Lucia", "LC")),
        *(("  Saint-Lucia ", "LC"), ("日本", "JP"), ("한국", "KR"), ("Россия", "RU")),
        *(("Trinidad and Tobago", "TT"), ("Niger", "NE"), ("Nigeria", "NG"), ("Kosovo", "XK")),
    ],
)
def test_a_country_is_known_however_it_is_written(text: str, code: str) -> None:
    assert country_code(text) == code


@pytest.mark.parametrize("text", ["", " ", "Congo", "Atlantis", "the", "ZZ", "x" * 10_000, "\x00"])
def test_a_country_that_is_not_one_is_unknown(text: str) -> None:
    assert country_code(text) is None


@given(st.text())
def test_no_text_at_all_breaks_the_look_up(text: str) -> None:
    code = country_code(text)

    assert code is None or country_code(country_name(code)) == code


def test_no_two_countries_share_a_way_of_being_written() -> None:
    ways = [
        (_fold(way), code)
        for code, (name, aliases, _) in _countries().items()
        for way in {code, name, *aliases.split("|")}
    ]

    assert len({way for way, _ in ways}) == len(set(ways))
    assert all(way for way, _ in ways)


def test_every_country_of_the_standard_is_there_with_a_name() -> None:
    assert len(_countries()) == 250
    assert all(country_code(name) == code for code, (name, _, _) in _countries().items())


def test_an_unknown_code_is_its_own_name() -> None:
    assert country_name("gb") == "United Kingdom"
    assert country_name("ZZ") == "ZZ"


def test_only_a_country_that_keeps_one_time_has_a_zone() -> None:
    assert zone_of("DE") == "Europe/Berlin"
    assert zone_of("gb") == "Europe/London"
    assert [zone_of(code) for code in ("ES", "PT", "US", "BR", "RU", "ZZ", "", None)] == [None] * 8


def test_every_zone_is_one_that_this_python_knows() -> None:
    noon = datetime(2026, 7, 1, 12, tzinfo=UTC)

    zones = [zone for code in _countries() for zone in zones_in(code)]

    offsets = [noon.astimezone(ZoneInfo(zone)).utcoffset() for zone in zones]
    assert len(zones) > 200
    assert all(abs(offset or timedelta()) <= timedelta(hours=14) for offset in offsets)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("MX", "in Mexico"),
        ("gb", "in the United Kingdom"),
        ("US", "in the United States"),
        ("NL", "in the Netherlands"),
        ("PH", "in the Philippines"),
    ],
)
def test_a_country_is_said_with_its_article(code: str, said: str) -> None:
    assert inside(code) == said
