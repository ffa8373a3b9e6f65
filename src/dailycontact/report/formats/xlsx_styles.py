"""How the workbook looks: quiet, and the same on every sheet."""

from dataclasses import dataclass
from typing import Any, TypeAlias

Untyped: TypeAlias = Any
"""A workbook, a sheet, a chart or a format: xlsxwriter has no types."""

INK = "#1F2933"
QUIET = "#52606D"
ACCENT = "#1F6F78"
SECOND = "#C77D2E"
LINES = ("#1F6F78", "#C77D2E", "#6B4E9B", "#3F7D3A", "#A23B4A", "#52606D")
"""The colours of several lines in one chart, far enough apart also in grey."""


@dataclass(frozen=True, kw_only=True)
class Styles:
    """The formats of one workbook."""

    title: Untyped
    banner: Untyped
    quiet: Untyped
    header: Untyped
    plain: Untyped
    day: Untyped
    held: Untyped
    """Text that looks like a formula; Excel keeps it text when somebody edits it."""
    number: Untyped
    number_header: Untyped


def styles_of(workbook: Untyped) -> Styles:
    """Return the styles, made known to the workbook."""
    cell = {"valign": "top", "text_wrap": True, "font_color": INK, "align": "left"}
    header = {"bold": True, "font_color": INK, "bg_color": "#E4EEEF", "valign": "vcenter"}
    return Styles(
        title=workbook.add_format({"bold": True, "font_size": 16, "font_color": INK}),
        banner=workbook.add_format({"bold": True, "font_size": 14, "font_color": "#B42318"}),
        quiet=workbook.add_format({"font_color": QUIET}),
        header=workbook.add_format(header),
        plain=workbook.add_format(cell),
        day=workbook.add_format({**cell, "num_format": "yyyy-mm-dd"}),
        held=workbook.add_format({**cell, "quote_prefix": True}),
        number=workbook.add_format({"font_color": INK, "align": "right"}),
        number_header=workbook.add_format({**header, "align": "right"}),
    )
