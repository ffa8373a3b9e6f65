"""Every form in which a report can be had, by its name: a file each, and this register."""

from collections.abc import Callable

from dailycontact.report.formats import csv, html, json, markdown, terminal, xlsx
from dailycontact.report.rule.report import Report

FORMATS: dict[str, Callable[[Report], bytes]] = {
    "terminal": terminal.render,
    "markdown": markdown.render,
    "html": html.render,
    "csv": csv.render,
    "xlsx": xlsx.render,
    "json": json.render,
}
"""Each makes the bytes of a file; that of csv is a ZIP with a file for each table."""

SUFFIXES = {
    ".txt": "terminal",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".zip": "csv",
    ".csv": "csv",
    ".xlsx": "xlsx",
    ".json": "json",
}
"""The form that the name of a file asks for."""
