"""Tell which country people mean, what it is called, and which time it keeps.

Exports write a country in every way there is: DE, Germany, Deutschland, U.K. A phone number can
only be read, and the hours of a call only be kept, where the country is known. The table is
countries.tsv beside this file: ISO 3166-1 codes and Kosovo's XK, with names from the public-domain
tables of the time-zone database. A country has one zone where all of its zones keep the same time
from 2025 to 2030, as in Germany; else one for each time, as in Spain, because of the Canaries.
"""

from functools import cache, lru_cache

_LONGEST_NAME = 80
_WITH_ARTICLE = (
    "AE AX BQ BS CC CD CF CG CK DO FK FO GB GM IM IO KM KY MH MP MV NL PH SB SC TC TF UM US VG VI"
)
_TABLE = __file__.removesuffix("countries.py") + "countries.tsv"


@lru_cache(maxsize=1024)  # an export repeats its few countries in every row
def country_code(text: str) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of a country's code or name, or None where unknown.

    Case, accents, punctuation and a leading "the" do not matter.
    """
    if len(text) > _LONGEST_NAME:
        return None
    key = _fold(text)
    return _names().get(key) or _names().get(key.removeprefix("the"))


def country_name(code: str) -> str:
    """Return the English name of a code that country_code gave; an unknown code as it is."""
    country = _countries().get(code.upper())
    return country[0] if country else code


def inside(code: str) -> str:
    """Return "in Mexico", or "in the United Kingdom", as one says where somebody is."""
    article = "the " if code.upper() in _WITH_ARTICLE.split() else ""
    return f"in {article}{country_name(code)}"


def zone_of(code: str | None) -> str | None:
    """Return the IANA zone of a country that keeps one time; None for others and for no country."""
    zones = zones_in(code)
    return zones[0] if len(zones) == 1 else None


def zones_in(code: str | None) -> tuple[str, ...]:
    """Return an IANA zone for each time that a country keeps, the main one first; () for none."""
    country = _countries().get(code.upper()) if code else None
    return tuple(country[2].split("|")) if country and country[2] else ()


@cache
def _countries() -> dict[str, tuple[str, str, str]]:
    """Return name, aliases and zones by code."""
    with open(_TABLE, encoding="utf-8") as lines:  # noqa: PTH123  pathlib costs more than the file
        rows = [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]
    return {code: (name, aliases, zone) for code, name, aliases, zone in rows}


@cache
def _names() -> dict[str, str]:
    """Return the code by every folded way of writing a country."""
    return {
        _fold(way): code
        for code, (name, aliases, _) in _countries().items()
        for way in (code, name, *aliases.split("|"))
    }


def _fold(text: str) -> str:
    from unicodedata import combining, normalize

    plain = normalize("NFKD", text.replace("&", " and ")).casefold()
    words = "".join(
        c if c.isalnum() else " " for c in plain if c not in "'\u2019" and not combining(c)
    )
    return "".join("saint" if word == "st" else word for word in words.split())
