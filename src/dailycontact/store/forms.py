"""The one stored form of days, instants, and yes and no: text and integers that sort by time."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any


def stored(value: Any) -> Any:  # noqa: ANN401 - a parameter of SQL is anything
    """Return `value` as it is stored: days and instants as text, yes and no as 1 and 0.

    Raises:
        ValueError: an instant without a zone.

    """
    if isinstance(value, datetime):
        return stored_instant(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, Enum):
        return value.value
    return value


def stored_instant(instant: datetime) -> str:
    """Return an aware instant as text in UTC, with six decimals and a Z."""
    if instant.tzinfo is None:
        raise ValueError("an instant needs a zone")
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def stored_all(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parameters of a statement, each as it is stored."""
    return {name: stored(value) for name, value in values.items()}


def day_of(text: str) -> date:
    """Return the day that is stored as `text`."""
    return date.fromisoformat(text)


def day_or_none(text: str | None) -> date | None:
    """Return the day that is stored as `text`, if there is one."""
    return None if text is None else date.fromisoformat(text)


def instant_of(text: str) -> datetime:
    """Return the instant that is stored as `text`, aware and in UTC."""
    return datetime.fromisoformat(text)
