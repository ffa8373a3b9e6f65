"""The HTML file in a real browser: nothing loaded, nothing complained of, and readable by all.

Chromium opens it from disk. On a phone, on a desk, in the dark and on paper it is looked at with
axe-core's rules (WCAG 2.2, A and AA among them).
"""

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Page as Tab

from dailycontact.report.formats.html import render, render_page
from dailycontact.report.rule.page import Chart, Entry, Grid, Listing, Page, Paragraph
from dailycontact.report.rule.pages import page_of
from dailycontact.report.rule.report import Edition
from dailycontact.terminal.door import safe
from support.laid_out import a_page, awkward_page
from support.reports import a_report, awkward_report, big_report, empty_report

PHONE, NARROWEST, DESK = 390, 320, 1280
Scheme = Literal["light", "dark"]
OPEN_ALL = "document.querySelectorAll('details').forEach(one => one.open = true)"
A_POINT = 1.5
"""Chromium rounds a sheet up to whole pixels."""
ARGUMENTS = [
    "--no-sandbox",  # tests may run as root, where there is none
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
PAGES: dict[str, Page] = {
    "every-block": a_page(),
    "hostile": awkward_page(),
    "mail": page_of(a_report()),
    "mail-hostile": awkward_page(),
    "big": page_of(big_report()),
    **{edition.value: page_of(a_report(edition=edition)) for edition in Edition},
    **{f"awkward-{edition}": page_of(awkward_report(edition)) for edition in Edition},
    **{f"empty-{edition}": page_of(empty_report(edition)) for edition in Edition},
}

MAILS = {"mail", "mail-hostile"}
"""Those that are shown as a mail program shows them."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return one browser for all of these tests, with a home of its own; skips without one."""
    path = next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )
    if path is None:
        sentence = "NO BROWSER: install chromium to see the report as its readers do"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(sentence)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home, sync_playwright() as tool:
        opened = tool.chromium.launch(
            executable_path=path, args=ARGUMENTS, env={**os.environ, "HOME": home}
        )
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return each page as a file, by its name."""
    folder = tmp_path_factory.mktemp("pages")
    for name, page in PAGES.items():
        (folder / f"{name}.html").write_bytes(render_page(page, mail=name in MAILS))
    return {name: (folder / f"{name}.html").as_uri() for name in PAGES}


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Tab:
    """Return one tab for all of these tests."""
    return browser.new_page()


@dataclass(frozen=True, kw_only=True)
class Heard:
    """What a page says to the console, and what it asks the machine or the network for."""

    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


@pytest.fixture
def heard(tab: Tab) -> Iterator[Heard]:
    """Listen to the tab for as long as the test lasts."""
    heard = Heard()
    listening: dict[Any, Callable[[Any], None]] = {
        "console": lambda message: heard.said.append(message.text),
        "pageerror": lambda error: heard.said.append(str(error)),
        "request": lambda request: heard.asked.append(request.url),
    }
    for event, listener in listening.items():
        tab.on(event, listener)
    yield heard
    for event, listener in listening.items():
        tab.remove_listener(event, listener)


@pytest.mark.parametrize("name", PAGES)
def test_a_file_is_all_there_and_asks_for_nothing(
    tab: Tab, heard: Heard, files: dict[str, str], name: str
) -> None:
    _open(tab, files[name])

    shown = _folded(tab.evaluate("document.body.textContent"))
    missing = [text for text in _texts(PAGES[name]) if _folded(safe(text, lines=True)) not in shown]
    assert missing == []
    assert heard == Heard(said=[], asked=[files[name]])


@pytest.mark.parametrize("name", PAGES)
def test_whoever_reads_it_can_read_it(tab: Tab, files: dict[str, str], name: str) -> None:
    _open(tab, files[name], PHONE)
    on_a_phone = _complaints(tab)
    _look(tab, DESK, "dark")
    on_a_dark_desk = _complaints(tab)

    assert (on_a_phone, on_a_dark_desk) == ({}, {})


def test_it_can_be_read_on_a_dark_phone_and_a_light_desk_as_well(
    tab: Tab, files: dict[str, str]
) -> None:
    _open(tab, files["every-block"], PHONE, "dark")
    tab.evaluate(OPEN_ALL)
    on_a_dark_phone = _complaints(tab)
    _look(tab, DESK, "light")
    on_a_desk = _complaints(tab)

    assert (on_a_dark_phone, on_a_desk) == ({}, {})


@pytest.mark.parametrize("name", PAGES)
def test_nothing_has_to_be_scrolled_sideways(tab: Tab, files: dict[str, str], name: str) -> None:
    """At 320 pixels, and at half of a desk: WCAG 2.2, 1.4.10, and 1.4.4 at 200 %."""
    wider = {}

    _open(tab, files[name])
    tab.evaluate(OPEN_ALL)
    for width in (NARROWEST, PHONE, DESK // 2, DESK):
        _look(tab, width)
        wider[width] = tab.evaluate("document.documentElement.scrollWidth") - width

    assert {width: more for width, more in wider.items() if more > 0} == {}


def test_the_keyboard_leads_to_the_report(tab: Tab, files: dict[str, str]) -> None:
    _open(tab, files["every-block"])
    tab.keyboard.press("Tab")
    first = tab.evaluate("document.activeElement.textContent")
    is_seen = tab.evaluate("document.activeElement.getBoundingClientRect().left >= 0")
    tab.keyboard.press("Enter")

    assert (first, is_seen) == ("To the report", True)
    assert tab.evaluate("document.activeElement.id") == "report"


def test_the_dark_is_dark_and_paper_is_white(tab: Tab, files: dict[str, str]) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"

    _open(tab, files["every-block"], scheme="dark")
    on_screen = tab.evaluate(ground)
    tab.emulate_media(media="print", color_scheme="dark")
    on_paper = tab.evaluate(ground)

    assert on_screen == "rgb(23, 26, 27)"
    assert on_paper == "rgb(255, 255, 255)"


def test_what_belongs_together_stays_on_one_sheet(tab: Tab, files: dict[str, str]) -> None:
    broken = """[...document.querySelectorAll('.entry, blockquote, figure, tr')]
        .filter(one => getComputedStyle(one).breakInside != 'avoid').length"""

    _open(tab, files["every-block"])
    tab.emulate_media(media="print")

    assert tab.evaluate("document.querySelectorAll('.entry').length") > 1
    assert tab.evaluate(broken) == 0


@pytest.mark.parametrize(("paper", "width", "height"), [("A4", 595, 842), ("Letter", 612, 792)])
@pytest.mark.parametrize("name", ["team", "awkward-leader", "company"])
def test_it_is_printed_on_the_paper_that_there_is(
    tab: Tab, files: dict[str, str], name: str, paper: str, width: int, height: int
) -> None:
    _open(tab, files[name], scheme="dark")

    printed = tab.pdf(format=paper)

    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed)
    assert boxes
    assert max(abs(float(across) - width) for across, _ in boxes) < A_POINT
    assert max(abs(float(down) - height) for _, down in boxes) < A_POINT


def test_a_report_is_rendered_as_its_page() -> None:
    assert render(a_report()) == render_page(PAGES["team"])


def _open(tab: Tab, address: str, width: int = DESK, scheme: Scheme = "light") -> None:
    tab.emulate_media(media="screen")
    _look(tab, width, scheme)
    tab.goto(address)


def _look(tab: Tab, width: int, scheme: Scheme = "light") -> None:
    tab.set_viewport_size({"width": width, "height": 900})
    tab.emulate_media(color_scheme=scheme)


def _complaints(tab: Tab) -> dict[str, list[str]]:
    """Return what axe-core found, each rule with the places where it was broken."""
    if not tab.evaluate("'axe' in window"):
        tab.evaluate(AXE_SCRIPT)
    violations = tab.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
    return {one["id"]: [node["html"][:200] for node in one["nodes"]] for one in violations}


def _folded(text: str) -> str:
    return " ".join(text.split())


def _texts(page: Page) -> Iterator[str]:
    """Return every text of a page."""
    yield from (page.title, page.subtitle, page.banner, *page.footer)
    yield from page.headline.split(" · ")
    yield from (paragraph.text for paragraph in page.lead)
    for section in page.sections:
        yield section.title
        for block in section.blocks:
            yield from _texts_of(block)


def _texts_of(block: Paragraph | Listing | Grid | Chart) -> Iterator[str]:
    match block:
        case Paragraph(text=text):
            yield text
        case Listing(entries=entries):
            for entry in entries:
                yield from _texts_of_entry(entry)
        case Grid():
            yield from (block.caption, *block.columns)
            yield from (cell for row in block.rows for cell in row)
        case Chart():
            yield from (block.title, block.description, *block.labels)
            yield from (series.name for series in block.series)


def _texts_of_entry(entry: Entry) -> Iterator[str]:
    yield from (entry.head, entry.mark, entry.side, entry.strong, *entry.text)
    if entry.link and entry.link.url.startswith("mailto:"):
        yield entry.link.text
    for quote in entry.quotes:
        yield from (quote.words, quote.by)
    for below in entry.below:
        yield from _texts_of_entry(below)
