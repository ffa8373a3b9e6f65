"""The report as one HTML file that needs nothing beside it: for a phone, a printer, or a mail.

There is no script in it and nothing is loaded; its own policy forbids both. All text is made safe
and escaped in one place, as it is put into the template.
"""

import base64
import hashlib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from dailycontact.report.formats import drawing, strokes
from dailycontact.report.rule.page import Chart, ChartKind, Page
from dailycontact.report.rule.pages import page_of
from dailycontact.report.rule.report import Report
from dailycontact.terminal.door import safe, shorten

if TYPE_CHECKING:
    from jinja2 import Environment

LONGEST_LABEL = 34
"""Letters of a label in a drawing, which cannot be folded; the table below it has all of it."""
ROOT = 16
"""Pixels of a rem where nobody asked for larger letters; drawings grow with the letters in them."""
SHORT_CELL = 12
"""Letters of a cell that is never folded on a desk, such as a date."""
SHORT_SECOND = 22
"""The same in the second column, which says for how long and since when."""
MOST_OF_A_PHONE = 3
"""Columns of a table that a phone can show; the rows of a wider one become cards there."""
FEW_ROWS = 12
"""Rows of a table that is never torn in two on paper."""
FEWEST_TO_LIST = 5
"""Sections of a page that begins with a list of what is in it."""


def render(report: Report) -> bytes:
    """Return the report as an HTML file in UTF-8."""
    return render_page(page_of(report))


def render_for_mail(report: Report) -> bytes:
    """Return the report as HTML for mail programs, which drop drawings: charts are tables."""
    return render_page(page_of(report), mail=True)


def render_page(page: Page, *, mail: bool = False) -> bytes:
    """Return a page that is already laid out, for a browser or, plainer, for mail programs."""
    environment = _environment()
    style = _file("mail.css" if mail else "report.css")
    return (
        environment.get_template("mail.html.jinja" if mail else "report.html.jinja")
        .render(page=page, style=style, policy=policy(style))
        .encode()
    )


def policy(style: str) -> str:
    """Return the Content-Security-Policy (W3C, level 3) that lets nothing in but this style."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@cache
def _environment() -> "Environment":
    """Return where the templates are; what they print is made safe, then escaped, always."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("dailycontact.report.formats"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "kind": lambda block: type(block).__name__,
        "mail_link": _mail_link,
        "halves": _halves,
        "number": drawing.number,
        "parts": _parts,
        "rem": lambda pixels: f"{pixels / ROOT:.5g}rem",
        "short": lambda label: shorten(label, LONGEST_LABEL),
    }
    environment.globals |= {
        "drawn": _drawn,
        "few_rows": FEW_ROWS,
        "fewest_to_list": FEWEST_TO_LIST,
        "most_of_a_phone": MOST_OF_A_PHONE,
        "short_cell": SHORT_CELL,
        "short_second": SHORT_SECOND,
        "small_line": strokes.line,
    }
    return environment


def _file(name: str) -> str:
    """Return a style sheet of ours as it is: it is the one text that is not escaped."""
    from markupsafe import Markup

    style = resources.files("dailycontact.report.formats").joinpath("templates", name)
    return Markup(style.read_text(encoding="utf-8"))  # noqa: S704 - nobody else's words are in it


def _shown(value: object) -> object:
    """Return what is printed: markup that a macro made as it is, and all else made safe."""
    return value if hasattr(value, "__html__") else safe(value, lines=True)


def _drawn(chart: Chart) -> object:
    """Return where everything in the chart's picture stands."""
    if chart.kind is ChartKind.GROUPED:
        return drawing.columns(chart)
    return drawing.lines(chart) if chart.kind is ChartKind.LINES else drawing.bars(chart)


def _halves(title: str) -> tuple[str, str]:
    """Return a title up to its colon, and what comes after it; both are shown, one a line."""
    what, colon, of = title.partition(": ")
    return what + colon.strip(), of


def _parts(headline: str) -> tuple[tuple[str, str], ...]:
    """Return the figures of a headline, each with its words; the figure is empty for words only."""
    found = []
    for part in headline.split(" · "):
        figure, _, words = part.partition(" ")
        found.append((figure, words) if figure.isdecimal() and words else ("", part))
    return tuple(found)


def _mail_link(url: str) -> bool:
    """Return whether it writes a mail: no other kind of link is ever made."""
    return url.startswith("mailto:")
