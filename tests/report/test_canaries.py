"""Redacted means redacted: nobody is found in what others read, in whatever they are disguised."""

import io
import os
import random
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest

from conftest import Founded
from dailycontact.report.formats import FORMATS
from dailycontact.report.formats.html import render_for_mail
from dailycontact.report.rule.report import Edition, Report
from dailycontact.report.rule.sums import report_of
from support.awkward import AT
from support.canaries import (
    Haystack,
    Words,
    a_book,
    a_team,
    fill,
    hidden_from_all,
    hidden_from_team,
    some_people,
)
from support.mailbox import Mailbox, serving
from support.posting import FRIDAY, set_settings
from support.running import Run

LARGE = os.environ.get("DAILYCONTACT_CANARIES") == "large"
BOOKS = 1500 if LARGE else 300
EACH = 25
"""How many books a test looks through."""
FORMS = {**FORMATS, "mail": render_for_mail}


def unpacked(content: bytes) -> bytes:
    """Return a file as it is read: of an archive, the names and the contents of its files."""
    if not is_zipfile(io.BytesIO(content)):
        return content
    with ZipFile(io.BytesIO(content)) as archive:
        return b"\n".join(
            part for name in archive.namelist() for part in (name.encode(), archive.read(name))
        )


def forms_of(report: Report, number: int) -> bytes:
    """Return a report as JSON, which has everything, and in one more form by turns."""
    others = [name for name in FORMS if name != "json"]
    names = FORMS if LARGE else ("json", others[number % len(others)])
    return b"\n".join(unpacked(FORMS[name](report)) for name in names)


@pytest.mark.parametrize("first", range(0, BOOKS, EACH))
def test_nobody_is_found_in_what_others_read(first: int) -> None:
    found = []

    for number in range(first, first + EACH):
        words = Words(random.Random(number))  # noqa: S311 - a test
        people, team = some_people(words), a_team(words)
        facts = a_book(words.luck, people, team)
        for edition in (Edition.TEAM, Edition.COMPANY, Edition.CUSTOMERS):
            read = Haystack(forms_of(report_of(facts, edition), number))
            hidden = hidden_from_team if edition is Edition.TEAM else hidden_from_all
            texts = {text for one in people for text in hidden(one)}
            if edition is not Edition.TEAM:
                texts |= {word for name in team for word in (name, *name.split())}
            found += [(number, edition, text, read.holds(text)) for text in texts]

    assert [each for each in found if each[-1]] == []


def test_whoever_is_there_would_be_found() -> None:
    words = Words(random.Random(1))  # noqa: S311 - a test
    people, team = some_people(words), a_team(words)
    facts = a_book(words.luck, people, team)

    read = Haystack(forms_of(report_of(facts, Edition.LEADER), 0))

    assert all(read.holds(one.secret) for one in people)


@pytest.mark.parametrize("number", range(1000, 1040 if LARGE else 1003))
def test_nobody_is_found_in_what_is_written_and_sent(
    sqlite_book: Founded, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, number: int
) -> None:
    words = Words(random.Random(number))  # noqa: S311 - a test
    people, team = some_people(words), a_team(words)
    with sqlite_book.book.change("log", leader_id=1, at=AT) as change:
        fill(change, words, people, team)
    monkeypatch.setenv("DAILYCONTACT_BOOK", sqlite_book.book.address)

    for edition in ("team", "company", "customers"):
        read = Haystack(_written(run, tmp_path, edition) + _sent(sqlite_book, run, edition))
        hidden = hidden_from_team if edition == "team" else hidden_from_all
        texts = {text for one in people for text in hidden(one)}
        assert {text: read.holds(text) for text in texts if read.holds(text)} == {}


def _written(run: Run, folder: Path, edition: str) -> bytes:
    """Return an edition in every form, as the program writes it and shows it."""
    found = [run("report", "--edition", edition, at=FRIDAY).out.encode()]
    for suffix in (".txt", ".md", ".html", ".json", ".zip", ".xlsx"):
        path = folder / f"{edition}{suffix}"
        run("report", "--edition", edition, "-o", str(path), at=FRIDAY)
        found.append(unpacked(path.read_bytes()))
    return b"\n".join(found)


def _sent(founded: Founded, run: Run, edition: str) -> bytes:
    """Return an edition as it was sent: the mails as they came, and what is in them."""
    with serving(Mailbox()) as mailbox:
        set_settings(
            founded,
            mail__host="127.0.0.1",
            mail__port=str(mailbox.port),
            mail__sender="Brightside <report@brightside.example>",
            mail__security="none",
            **{f"recipients__{edition}": "owners@brightside.example"},
        )
        run("report", "--send", edition, "--yes", at=FRIDAY)
        founded.book.rest()
    parts = [part for mail in mailbox.mails for part in mail.walk() if not part.is_multipart()]
    assert len(parts) > 1
    said = [part.get_content().encode() for part in parts]
    return b"\n".join([content for _, content in mailbox.taken] + said)
