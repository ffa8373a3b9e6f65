"""The docs cannot drift: what they show is run, what is made is compared, nothing is left out."""

import re
from datetime import date
from pathlib import Path

import pytest

from dailycontact.core.dates import read_day, say_day
from dailycontact.errors import ExitCode
from house import command_reference, document, header_reference
from house.source import ROOT

DOCS = ROOT / "docs"
SETTINGS = DOCS / "reference" / "settings.md"
DATES = DOCS / "reference" / "dates.md"
MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize("page", document.PAGES, ids=lambda page: page.stem)
def test_every_command_that_a_page_shows_does_what_it_says(page: Path) -> None:
    _, commands = document.play(page)

    wrong = [
        "\n".join((command.line, *command.printed)) for command in commands if not command.holds
    ]

    assert "\n".join(wrong) == "", "mend the page, or write it anew with: make docs"


def test_the_page_of_commands_is_the_one_that_the_commands_make() -> None:
    written = command_reference.PAGE.read_text(encoding="utf-8")

    assert written == command_reference.reference(), "write it anew with: make docs"


def test_the_page_of_headers_is_the_one_that_the_table_makes() -> None:
    written = header_reference.PAGE.read_text(encoding="utf-8")

    assert written == header_reference.reference(), "write it anew with: make docs"


def test_every_command_is_documented_and_helps() -> None:
    page = command_reference.PAGE.read_text(encoding="utf-8")
    every = [words for words, _ in command_reference.every_command()]

    helpless = [
        words for words in every if "Usage:" not in command_reference.help_of(words.split())
    ]

    assert command_reference.documented(page) == every
    assert helpless == []


def test_every_exit_code_is_explained() -> None:
    page = (DOCS / "reference" / "exit-codes.md").read_text(encoding="utf-8")
    explained = re.findall(r"^\| (\d+) \|", page, flags=re.MULTILINE)

    assert explained == [str(code.value) for code in ExitCode]


def test_every_page_is_in_the_list_of_pages() -> None:
    listed = (DOCS / "README.md").read_text(encoding="utf-8")

    missing = [
        path.relative_to(DOCS).as_posix()
        for path in sorted(DOCS.rglob("*.md"))
        if path.name != "README.md" and f"({path.relative_to(DOCS).as_posix()})" not in listed
    ]

    assert missing == []


def test_every_link_leads_somewhere() -> None:
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))]

    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in pages
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]

    assert broken == []


def test_every_setting_is_in_the_page_of_settings() -> None:
    page = SETTINGS.read_text(encoding="utf-8")
    options = set(re.findall(r"^  (--[\w-]+)", command_reference.help_of(["config"]), re.MULTILINE))

    assert [option for option in sorted(options - {"--json"}) if option not in page] == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (typed, row[1])
        for row in re.findall(
            r"^\| (`.+`) \| (\w+ \d+ \w+)", DATES.read_text("utf-8"), re.MULTILINE
        )
        for typed in re.findall(r"`([^`]+)`", row[0])
    ],
)
def test_dates_mean_what_the_page_of_dates_says(typed: str, meant: str) -> None:
    day = read_day(typed, today=MONDAY, is_working=lambda day: day.weekday() < 5)

    assert say_day(day, today=MONDAY) == meant
