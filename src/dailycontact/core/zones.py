"""Which time a customer keeps: as was said of them, else as their country does, or their number.

A number says where somebody is as far as its first digits are a place: those of a fixed line are,
those of a mobile mostly are not (E.164). The prefixes are phonenumbers' own; its geocoder, which
is large and names towns, is not used.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from typing import Any, NamedTuple

from dailycontact.core.countries import zones_in

_FIRST = datetime(2026, 1, 4, 12, tzinfo=UTC)
_WEEKS = 520
_PLACED_MOBILES = frozenset({"52", "54", "55", "62", "86"})
"""Calling codes whose mobile numbers belong to a place, as libphonenumber counts them."""


class Place(NamedTuple):
    """Where somebody is: a zone, or all that it could be; and the country, for its holidays.

    () and "" are where the book is: nothing else is known.
    """

    zones: tuple[str, ...]
    country: str


THE_BOOKS = Place((), "")


def place_of(
    *, country: str | None, zone: str | None, numbers: Sequence[str] = (), home: str | None = None
) -> Place:
    """Return where a customer is, from what is known of them; `home` is the book's country.

    `numbers` (E.164) are asked only where neither zone nor country say it.
    """
    if zone:
        return Place((zone,), country or _country_of(numbers, home))
    if country:
        return _of_country(country) or Place(_narrowed(country, numbers), country)
    places = [place for number in numbers if (place := _by_number(number, home)) is not None]
    return next((place for place in places if len(place.zones) == 1), (places or [THE_BOOKS])[0])


def needs_number(country: str | None, zone: str | None) -> bool:
    """Return whether the numbers of a customer have a say in where they are."""
    return not country or (not zone and _of_country(country) is None)


def zones_of_number(number: str) -> tuple[str, ...]:
    """Return the zones in which a number (E.164) is as its digits say; () where they do not."""
    code = _calling_code(number)
    return _zones_behind(code, _prefix(code, number)) if code else ()


@lru_cache(maxsize=1024)
def folded(zones: tuple[str, ...]) -> tuple[str, ...]:
    """Return the zones without those whose clocks show the same as an earlier one's."""
    first: dict[object, str] = {}
    for zone in zones:
        first.setdefault(_clock(zone), zone)
    return tuple(first.values())


@cache
def _of_country(country: str) -> Place | None:
    """Return the place of a country that keeps one time, or of which none is known."""
    zones = zones_in(country)
    return Place(zones, country) if len(zones) <= 1 else None


def _by_number(number: str, home: str | None) -> Place | None:
    """Return where a number is; None for none, and for one that says no more than the book's."""
    code = _calling_code(number)
    if code is None:
        return None
    return _behind(code, _prefix(code, number), home)


@lru_cache(maxsize=4096)
def _behind(code: str, prefix: str, home: str | None) -> Place | None:
    regions = _regions(code)
    there = _zones_behind(code, prefix)
    country = _country_among(regions, there)
    possible = zones_in(country)
    zones = (_fitting(possible, there) or folded(there)) if there else possible
    if len(folded(there)) == 1:
        return Place(zones[:1], country)
    says_nothing = home in regions and (not there or zones == possible)
    return None if says_nothing or not zones else Place(zones, country)


def _narrowed(country: str, numbers: Iterable[str]) -> tuple[str, ...]:
    """Return the zones that the most telling of the numbers leaves; a foreign one leaves all."""
    least = zones_in(country)
    for number in numbers:
        code = _calling_code(number)
        if code is not None:
            least = min(_left(country, code, _prefix(code, number)), least, key=len)
    return least


@lru_cache(maxsize=4096)
def _left(country: str, code: str, prefix: str) -> tuple[str, ...]:
    zones = zones_in(country)
    if country not in _regions(code):
        return zones
    return _fitting(zones, _zones_behind(code, prefix)) or zones


@lru_cache(maxsize=4096)
def _fitting(zones: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of the zones that keep the time of one of the others."""
    clocks = {_clock(zone) for zone in others}
    return tuple(zone for zone in zones if _clock(zone) in clocks)


@cache
def _clock(zone: str) -> object:
    """Return what the clocks of a zone show for ten years: what differs for a week is seen."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        there = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return zone
    weeks = (_FIRST + timedelta(weeks=week) for week in range(_WEEKS))
    return tuple(week.astimezone(there).utcoffset() for week in weeks)


def _country_of(numbers: Iterable[str], home: str | None) -> str:
    """Return the country of the first number abroad; "" for none, and for one of `home`'s."""
    for number in numbers:
        code = _calling_code(number)
        if code and home not in _regions(code):
            return _country_among(_regions(code), zones_of_number(number))
    return ""


@lru_cache(maxsize=4096)
def _country_among(regions: tuple[str, ...], zones: tuple[str, ...]) -> str:
    """Return which of the countries behind one calling code has one of these zones."""
    fitting = (region for region in regions if set(zones) & set(zones_in(region)))
    return next(fitting, regions[0])


def _calling_code(number: str) -> str | None:
    return _code_among(number[1:4]) if number.startswith("+") else None


@cache
def _code_among(digits: str) -> str | None:
    return next((digits[:size] for size in (1, 2, 3) if _regions(digits[:size])), None)


@cache
def _regions(code: str) -> tuple[str, ...]:
    """Return the countries behind a calling code, the main one first; () for none."""
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

    found = COUNTRY_CODE_TO_REGION_CODE.get(int(code)) if code.isascii() and code.isdigit() else ()
    return tuple(region for region in found or () if region.isalpha())


def _prefix(code: str, number: str) -> str:
    """Return the first digits of a number that say the most about its place."""
    data = _prefixes()
    for size in _sizes(code):
        digits = number[1 : size + 1]
        if digits in data:
            is_placed = _placed(code)(number, 1 + len(code))
            return digits if is_placed else f"{digits}?"
    return ""


@cache
def _zones_behind(code: str, prefix: str) -> tuple[str, ...]:
    """Return the zones of a prefix; () where it says no more than its code, or is of no place."""
    anywhere = _prefixes().get(code, ())
    if len(folded(anywhere)) == 1:
        return anywhere
    there = _prefixes().get(prefix.rstrip("?"), ())
    if prefix.endswith("?"):
        # A mobile of a smaller country behind the code is there, wherever that is.
        small = _country_among(_regions(code), there)
        return zones_in(small) if small != _regions(code)[0] and len(zones_in(small)) == 1 else ()
    return there


@cache
def _prefixes() -> Mapping[str, tuple[str, ...]]:
    from phonenumbers.tzdata import TIMEZONE_DATA

    return TIMEZONE_DATA


@cache
def _sizes(code: str) -> tuple[int, ...]:
    """Return how long the prefixes are that say more than their code does, the longest first."""
    if len(folded(_prefixes().get(code, ()))) == 1:
        return ()
    longer = (one for one in _prefixes() if one.startswith(code) and one != code)
    return tuple(sorted(set(map(len, longer)), reverse=True))


@cache
def _placed(code: str) -> Callable[[str, int], object]:
    """Return what matches numbers (from a position on) that belong to a place."""
    from phonenumbers import PhoneMetadata

    patterns = []
    for region in _regions(code):
        rules: Any = PhoneMetadata.metadata_for_region(region, None)
        kinds = [rules.fixed_line, *([rules.mobile] if code in _PLACED_MOBILES else [])]
        patterns += [kind.national_number_pattern for kind in kinds if kind is not None]
    return re.compile("|".join(filter(None, patterns))).fullmatch
