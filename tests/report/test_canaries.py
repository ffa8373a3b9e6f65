"""Redacted means redacted: nobody is found in what others read, in whatever they are disguised."""

import io
import os
import random
from zipfile import ZipFile, is_zipfile

import pytest

from dailycontact.report.formats import FORMATS
from dailycontact.report.formats.html import render_for_mail
from dailycontact.report.rule.report import Edition, Report
from dailycontact.report.rule.sums import report_of
from support.canaries import (
    Haystack,
    Words,
    a_book,
    a_team,
    hidden_from_all,
    hidden_from_team,
    some_people,
)

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
