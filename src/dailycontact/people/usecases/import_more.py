"""Reads what few files say of a customer, our own exports above all, so that nothing is lost."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dailycontact.core.exported_columns import apart
from dailycontact.core.hours import read_hours
from dailycontact.errors import UsageProblem
from dailycontact.store.newcomers import Number

Warn = Callable[[str, str, str], None]
"""Is told of a field, its text, and why that cannot be used."""

NO_DAY = "no day; write it like 2026-11-23"
NO_HOURS = "no hours of a day at which one may ring; write them like 09:00-17:00"
NO_PAUSE = "the end of a pause whose beginning is not said"

_DAYS = ("joined_on", "renewed_on", "left_on", "paused_on", "paused_until")
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?)?", re.ASCII)
_OF_A_PHONE = re.compile(r"(phone_raw|phone_wrong_on) ([1-9]\d{0,3})", re.ASCII)

Written = tuple[str | None, str | None]
"""A number as it was written, and the ISO day since when it is wrong; where that is said."""


@dataclass(frozen=True, kw_only=True)
class More:
    """What a row says besides: columns of the customer, in the form in which they are stored.

    `phones` are, by their place in the row from 1, a number's own text and the day it was wrong;
    `other_ids` are pairs of a source and who the customer is there.
    """

    columns: Mapping[str, Any] = field(default_factory=dict)
    refused_on: str | None = None
    refused_why: str | None = None
    other_ids: tuple[tuple[str, str], ...] = ()
    phones: Mapping[int, Written] = field(default_factory=dict)


def read_more(pairs: tuple[tuple[str, str], ...], warn: Warn) -> More:
    """Return what pairs of a field and a text say; `warn` is told what is not understood."""
    said = dict(pairs)
    refused_on = said.get("refused_on")
    return More(
        columns=_columns(said, warn),
        refused_on=_day(refused_on, "refused_on", warn) if refused_on else None,
        refused_why=said.get("refused_why"),
        other_ids=tuple((one.source, one.value) for one in apart(said.get("other_ids", ""))),
        phones=_phones(said, warn),
    )


def as_written(number: Number, said: Written) -> Number:
    """Return a number with its own text, and the day on which it was found to be wrong."""
    raw, wrong_on = said
    return number._replace(raw=raw or number.raw, wrong_on=wrong_on)


def _columns(said: Mapping[str, str], warn: Warn) -> dict[str, Any]:
    columns: dict[str, Any] = {name: _day(said[name], name, warn) for name in _DAYS if name in said}
    if "hours" in said:
        columns["hours"] = _hours(said["hours"], warn)
    if "referred_by" in said:
        columns["referred_by"] = said["referred_by"]
    if columns.get("paused_until") and not columns.get("paused_on"):
        warn("paused_until", said["paused_until"], NO_PAUSE)
        del columns["paused_until"]
    return {name: value for name, value in columns.items() if value is not None}


def _phones(said: Mapping[str, str], warn: Warn) -> dict[int, Written]:
    found: dict[int, Written] = {}
    for name, text in said.items():
        place = _OF_A_PHONE.fullmatch(name)
        if place is None:
            continue
        raw, wrong_on = found.get(int(place[2]), (None, None))
        if place[1] == "phone_raw":
            raw = text
        else:
            wrong_on = _day(text, "phone_wrong_on", warn)
        found[int(place[2])] = (raw, wrong_on)
    return found


def _day(text: str, field_name: str, warn: Warn) -> str | None:
    found = _DAY.fullmatch(text.strip())
    try:
        if found:
            return date.fromisoformat(found[1]).isoformat()
    except ValueError:
        pass
    warn(field_name, text, NO_DAY)
    return None


def _hours(text: str, warn: Warn) -> str | None:
    try:
        return str(read_hours(text)[0])
    except UsageProblem:
        warn("hours", text, NO_HOURS)
        return None
