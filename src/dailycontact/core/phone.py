"""Read a phone number as people write it: what to dial, how to show it, what is odd about it.

A number that is not valid is a warning, never a lost customer: the text as given is always kept.
The international form is made where the number can be told, from its + or from the country. The
form to show is made once, here, and stored, so that showing a customer needs no phonenumbers.
"""

import re
from typing import NamedTuple

from dailycontact.core.countries import inside
from dailycontact.core.numbering import (
    Plan,
    dialling_in,
    group,
    is_valid,
    plan_of,
    split_international,
    split_national,
)

_PLAIN = re.compile(r"[+(]?[0-9][0-9 ().\-]*")
_TRUNK_ZERO = re.compile(r"^((?:\+|00)[ .\-]?[0-9]{1,3}[ .\-]?)\(0\)")
_PUNCTUATION = str.maketrans("", "", "+ ().-")
_LONGEST_TEXT = 250
_NO_COUNTRY = "001"  # the library's region of calling codes that belong to no country


class PhoneReading(NamedTuple):
    """A phone number as it was read; a tuple and no dataclass, because an import makes so many.

    raw: the text as given, trimmed. shown: for people, grouped where the number is known, else raw.
    e164: `+441134960123`, None where it cannot be told. possible: of a length that exists there.
    valid: such a number has been given out, as far as phonenumbers knows. problem: a short phrase
    for a warning, None when valid.
    """

    raw: str
    shown: str
    e164: str | None = None
    extension: str | None = None
    valid: bool = False
    possible: bool = False
    problem: str | None = None


_Number = tuple[Plan, str, str | None]


def read_phone(text: str, *, country: str | None) -> PhoneReading:
    """Return what `text` is as a phone number of `country` (ISO alpha-2); never raises.

    The country matters only where the text names no calling code of its own.
    """
    raw = text.strip()
    region = country.upper() if country else None
    reading = _read(raw, region)
    return reading if reading.valid else _mend(raw, region) or reading


def _read(raw: str, region: str | None) -> PhoneReading:
    found = _split_plain(raw, region) or _split_by_library(raw, region)
    if isinstance(found, str):
        return PhoneReading(raw=raw, shown=raw, problem=found)
    plan, national, extension = found
    valid = is_valid(plan, national)
    possible = valid or len(national) in plan.lengths - plan.local_lengths
    return PhoneReading(
        raw=raw,
        shown=_show(plan, national, extension) if possible else raw,
        e164=f"+{plan.calling_code}{national}" if possible else None,
        extension=extension,
        valid=valid,
        possible=possible,
        problem=None if valid else _problem(plan, national, region),
    )


def _mend(raw: str, region: str | None) -> PhoneReading | None:
    """Return a valid reading without a trunk zero in brackets, and with + for 00; or None."""
    mended = _TRUNK_ZERO.sub(r"\1", raw[:_LONGEST_TEXT])
    if mended.startswith("00"):
        mended = f"+{mended[2:]}"
    if mended == raw or len(raw) > _LONGEST_TEXT:
        return None
    reading = _read(mended, region)
    return reading._replace(raw=raw) if reading.valid else None


def _split_plain(raw: str, region: str | None) -> _Number | None:
    if len(raw) > _LONGEST_TEXT or not _PLAIN.fullmatch(raw):
        return None
    digits = raw.translate(_PUNCTUATION)
    if raw[0] == "+":
        found = split_international(digits)
    else:
        found = split_national(digits, region) if region else None
    return (*found, None) if found else None


def _split_by_library(raw: str, region: str | None) -> _Number | str:
    """Return the number, or why it is none."""
    from phonenumbers import NumberParseException, national_significant_number, parse

    known = region if region and dialling_in(region) else None
    try:
        number = parse(raw, known)
    except NumberParseException as error:
        return _why_unread(raw, error.error_type)
    plan = plan_of(str(number.country_code))
    if plan is None:
        return "not a phone number"
    return plan, national_significant_number(number), number.extension


def _why_unread(raw: str, error_type: int) -> str:
    from phonenumbers import NumberParseException as Why

    if not raw:
        return "empty"
    if error_type == Why.INVALID_COUNTRY_CODE:
        named = raw.startswith(("+", "\uff0b"))
        return "no such calling code" if named else "no country, so no international form"
    if error_type in (Why.TOO_SHORT_AFTER_IDD, Why.TOO_SHORT_NSN):
        return "too short for a phone number"
    return "too long for a phone number" if error_type == Why.TOO_LONG else "not a phone number"


def _problem(plan: Plan, national: str, region: str | None) -> str:
    place = _place(plan, region)
    if len(national) in plan.local_lengths:
        return f"no area code, so not a full number{place}"
    if len(national) in plan.lengths:
        return f"not a valid number{place}"
    if len(national) > max(plan.lengths):
        return f"too long for a number{place}"
    return (
        f"too short for a number{place}"
        if len(national) < min(plan.lengths)
        else (f"not as long as a number{place}")
    )


def _place(plan: Plan, region: str | None) -> str:
    own = region in plan.regions
    place = region if own and region else plan.regions[0]
    return "" if place == _NO_COUNTRY else f" {inside(place)}"


def _show(plan: Plan, national: str, extension: str | None) -> str:
    shown = group(plan, national)
    return f"{shown} ext. {extension}" if extension else shown
