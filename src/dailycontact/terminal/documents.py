"""A result as a JSON document: which forms its values take, in one place."""

import json
import os
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, time
from enum import Enum


def as_json(document: object) -> str:
    """Return the document as JSON in ASCII, so that no control character gets out of it.

    Days are ISO 8601, instants too, in UTC with a Z; dataclasses are objects, enumerations their
    values, sets and tuples arrays.

    Raises:
        TypeError: a value has no form in JSON; that is a bug.

    """
    return json.dumps(document, indent=2, ensure_ascii=True, default=_form)


def _form(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, datetime) and value.tzinfo:
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, frozenset | set):
        return sorted(value)
    if isinstance(value, os.PathLike):
        return os.fspath(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON")
