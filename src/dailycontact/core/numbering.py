"""Numbering plans: the rules of phonenumbers' own metadata, compiled once, for numbers in bulk.

The library reads a number in about 60 µs, which would be most of the time of an import. The common
shapes take a shortcut through the same metadata here; wherever the shortcut could differ from
phonenumbers.parse it answers None, and the library is asked. Tests compare the two.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

_LONGEST_CALLING_CODE = 3
_GROUP = re.compile(r"\\([0-9])")
_LENGTHS = range(2, 18)  # digits of a national number that the library accepts at all
_KINDS = (
    *("premium_rate", "toll_free", "shared_cost", "voip", "personal_number"),
    *("pager", "uan", "voicemail", "fixed_line", "mobile"),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """How the numbers behind one calling code are made.

    `formats` are (leading digits or None, pattern, template for its groups), the first that fits
    counts.
    """

    calling_code: str
    regions: tuple[str, ...]
    prefix: re.Pattern[str] | None
    lengths: frozenset[int]
    local_lengths: frozenset[int]
    formats: tuple[tuple[re.Pattern[str] | None, re.Pattern[str], str], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Dialling:
    """How a number is dialled inside one country."""

    plan: Plan
    abroad: re.Pattern[str] | None
    prefix: re.Pattern[str] | None
    plain_prefix: bool
    general: re.Pattern[str]
    lengths: frozenset[int]


def split_international(digits: str) -> tuple[Plan, str] | None:
    """Return the plan and the national number of `digits` (after the +), or None: ask the library.

    None where no such calling code exists, and where a national prefix may have been left in.
    """
    for size in range(1, _LONGEST_CALLING_CODE + 1):
        plan = plan_of(digits[:size])
        if plan:
            national = digits[size:]
            doubtful = len(national) not in _LENGTHS or (
                plan.prefix and plan.prefix.match(national)
            )
            return None if doubtful else (plan, national)
    return None


def split_national(digits: str, country: str) -> tuple[Plan, str] | None:
    """Return the plan and the national number of `digits` dialled in `country`, or None."""
    ways = dialling_in(country)
    if ways is None or len(digits) not in _LENGTHS[1:]:
        return None
    if digits.startswith(ways.plan.calling_code) or (ways.abroad and ways.abroad.match(digits)):
        return None
    prefixed = ways.prefix.match(digits) if ways.prefix else None
    if prefixed is None:
        return ways.plan, digits
    rest = digits[prefixed.end() :]
    if not ways.plain_prefix or len(rest) not in ways.lengths:
        return None
    belongs = ways.general.fullmatch(digits) and not ways.general.fullmatch(rest)
    return ways.plan, digits if belongs else rest


def is_valid(plan: Plan, national: str) -> bool:
    """Say whether such a number has been given out, as phonenumbers.is_valid_number does."""
    if len(plan.regions) == 1:
        return _fits(plan.calling_code, plan.regions[0], national)
    for region in plan.regions:
        leading = _leading_digits(plan.calling_code, region)
        if leading is None:
            if _fits(plan.calling_code, region, national):
                return True
        elif leading.match(national):
            return _fits(plan.calling_code, region, national)
    return False


def group(plan: Plan, national: str) -> str:
    """Return the number as it is written abroad: +44 113 496 0123."""
    for leading, pattern, template in plan.formats:
        if leading is None or leading.match(national):
            found = pattern.fullmatch(national)
            if found:
                grouped = template.format(*found.groups(""))
                return f"+{plan.calling_code} {grouped}"
    return f"+{plan.calling_code} {national}"


@cache
def plan_of(calling_code: str) -> Plan | None:
    """Return the plan behind a calling code such as "49"; None where there is none."""
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

    regions = COUNTRY_CODE_TO_REGION_CODE.get(int(calling_code)) if calling_code else None
    if not regions or calling_code[0] == "0":
        return None
    rules = _rules(calling_code, regions[0])
    formats = rules.intl_number_format or rules.number_format
    return Plan(
        calling_code=calling_code,
        regions=tuple(regions),
        prefix=_compile(rules.national_prefix_for_parsing),
        lengths=frozenset(rules.general_desc.possible_length),
        local_lengths=frozenset(rules.general_desc.possible_length_local_only),
        formats=tuple(
            (
                _compile(each.leading_digits_pattern[-1] if each.leading_digits_pattern else None),
                re.compile(each.pattern),
                _GROUP.sub(lambda group: f"{{{int(group[1]) - 1}}}", each.format),
            )
            for each in formats
        ),
    )


@cache
def dialling_in(country: str) -> Dialling | None:
    """Return how one dials in a country (ISO alpha-2 in capitals); None where nobody knows."""
    from phonenumbers import PhoneMetadata

    rules: Any = PhoneMetadata.metadata_for_region(country, None)
    plan = plan_of(str(rules.country_code)) if rules else None
    if plan is None:
        return None
    prefix = _compile(rules.national_prefix_for_parsing)
    return Dialling(
        plan=plan,
        abroad=_compile(rules.international_prefix),
        prefix=prefix,
        plain_prefix=prefix is not None
        and not prefix.groups
        and not rules.national_prefix_transform_rule,
        general=re.compile(rules.general_desc.national_number_pattern),
        lengths=frozenset(rules.general_desc.possible_length),
    )


def _rules(calling_code: str, region: str) -> Any:  # noqa: ANN401  the library has no types
    from phonenumbers import PhoneMetadata

    return PhoneMetadata.metadata_for_region_or_calling_code(int(calling_code), region)


def _compile(pattern: str | None) -> re.Pattern[str] | None:
    return re.compile(pattern) if pattern else None


@cache
def _leading_digits(calling_code: str, region: str) -> re.Pattern[str] | None:
    return _compile(_rules(calling_code, region).leading_digits)


def _fits(calling_code: str, region: str, national: str) -> bool:
    pattern = _pattern_of_length(calling_code, region, len(national))
    return pattern is not None and pattern.fullmatch(national) is not None


@cache
def _pattern_of_length(calling_code: str, region: str, length: int) -> re.Pattern[str] | None:
    """Return one expression for what the library asks of a number, one kind after the other."""
    rules = _rules(calling_code, region)
    kinds = [
        kind.national_number_pattern
        for name in _KINDS
        if (kind := getattr(rules, name)) is not None
        and kind.national_number_pattern
        and (not kind.possible_length or length in kind.possible_length)
    ]
    known = rules.general_desc.possible_length
    if not kinds or (known and length not in known):
        return None
    either = "|".join(dict.fromkeys(kinds))
    return re.compile(rf"(?=(?:{rules.general_desc.national_number_pattern})\Z)(?:{either})")
