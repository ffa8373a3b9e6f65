"""Every form in which a report can be had, by its name: a file each, and this register."""

from collections.abc import Callable

from dailycontact.report.formats import json, markdown, terminal
from dailycontact.report.rule.report import Report

FORMATS: dict[str, Callable[[Report], bytes]] = {
    "terminal": terminal.render,
    "markdown": markdown.render,
    "json": json.render,
}
"""Each makes the bytes of a file."""

SUFFIXES = {".md": "markdown", ".markdown": "markdown", ".json": "json", ".txt": "terminal"}
"""The form that the name of a file asks for."""
