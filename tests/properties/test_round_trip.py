"""What goes out comes in again: import, export, import is the identity, in every form."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dailycontact.core.countries import zone_of
from dailycontact.core.exported import Exported, ExportedEmail, ExportedPhone, OtherId
from dailycontact.core.phone import read_phone
from dailycontact.people.formats import FORMS
from dailycontact.store.book import Book
from dailycontact.store.settings import write_setting
from support import memory
from support.builders import MORNING
from support.round_trip import LEADER, brought_in, fill, people, without_numbers, written

pytestmark = pytest.mark.no_cover  # what it reaches others reach, in a third of the time

LARGE = os.environ.get("DAILYCONTACT_FUZZ") == "large"

HARD = [
    "=1+1",
    "'quoted",
    "''",
    "-",
    "NULL",
    "+49301234567",
    "@x",
    "Duarte, Ana",
    "a;b ::: c",
    "\\n",
]
# A card cannot hold a lone carriage return; tables can, as tests/people/formats say.
LETTERS = st.characters(exclude_categories=("Cs", "Cn"), exclude_characters="\0\r")
WORDS = st.text(LETTERS, max_size=12) | st.sampled_from(HARD)
LINE = WORDS.map(lambda text: " ".join(text.split())).filter(bool)
TEXT = WORDS.map(str.strip).filter(bool)
DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1)).map(date.isoformat)
COUNTRIES = st.sampled_from([None, "GB", "DE", "US", "JP"])
NUMBERS = (
    st.sampled_from(
        ["0113 496 0123", "+44 7700 900123", "(030) 123456", "030/123456 ext. 5", "+1 212 555 0100"]
    )
    | TEXT
)
LABELS = st.sampled_from(["", "office", "mobile", "home", "fax", 'my, "own"; one', "Büro"])


@st.composite
def _phones(draw: st.DrawFn, country: str | None) -> tuple[ExportedPhone, ...]:
    found: dict[tuple[str, str | None], ExportedPhone] = {}
    for text in draw(st.lists(NUMBERS, max_size=3)):
        read = read_phone(text, country=country or "GB")
        phone = ExportedPhone(
            draw(LABELS), read.raw, read.e164, read.extension, draw(st.none() | DAYS)
        )
        found.setdefault((read.e164 or read.raw, read.extension), phone)
    return tuple(found.values())


@st.composite
def _customer(draw: st.DrawFn) -> Exported:
    name, country = draw(LINE), draw(COUNTRIES)
    paused_on, refused_on = draw(st.none() | DAYS), draw(st.none() | DAYS)
    addresses = draw(st.lists(LINE, max_size=3, unique_by=str.casefold))
    return Exported(
        id=0,
        book="",
        name=name,
        company=draw(st.just("") | st.just(name) | LINE),
        phones=draw(_phones(country)),
        emails=tuple(ExportedEmail(draw(LABELS), address) for address in addresses),
        country=country,
        zone=draw(st.none() | st.just("Asia/Kathmandu")) or zone_of(country),
        hours=draw(st.sampled_from([None, "09:00-17:00", "13:30-15:00"])),
        segment=draw(st.none() | st.sampled_from(["Cafés", "=VIP", "Bars, old"])),
        cadence=draw(st.none() | st.integers(1, 2_520)),
        leader=draw(st.sampled_from([None, LEADER])),
        referred_by=draw(st.none() | LINE),
        joined_on=draw(DAYS),
        renewed_on=draw(st.none() | DAYS),
        left_on=draw(st.none() | DAYS),
        paused_on=paused_on,
        paused_until=draw(st.none() | DAYS) if paused_on else None,
        refused_on=refused_on,
        refused_why=draw(st.none() | TEXT) if refused_on else None,
        other_ids=draw(st.lists(st.builds(OtherId, TEXT, TEXT), max_size=2).map(tuple)),
    )


def _can_be_told_apart(crowd: list[Exported]) -> bool:
    """Return whether each of them stays who they are.

    No id is two people's; and nobody can be reached where somebody else has refused, since a
    refusal holds for whoever looks like the same person.
    """
    ids = [each for one in crowd for each in one.other_ids]
    refused = {way for one in crowd if one.refused_on for way in _ways(one)}
    others = {way for one in crowd if not one.refused_on for way in _ways(one)}
    return len(set(ids)) == len(ids) and not refused & others


def _ways(one: Exported) -> set[str]:
    numbers = {phone.e164 or phone.raw for phone in one.phones}
    return numbers | {each.address.casefold() for each in one.emails}


CROWD = st.lists(_customer(), min_size=1, max_size=3).filter(_can_be_told_apart)


@pytest.fixture(scope="module")
def template(_sqlite_template: Path) -> Path:
    """Return a new book to be copied."""
    return _sqlite_template


@pytest.fixture(scope="module")
def in_memory() -> Iterator[Path]:
    """Yield a folder in memory, where there is such a thing: many books are made."""
    with tempfile.TemporaryDirectory(dir=memory.folder()) as folder:
        yield Path(folder)


@contextmanager
def _book(template: Path, folder: Path, name: str) -> Iterator[Book]:
    path = folder / f"{name}.db"
    shutil.copyfile(template, path)
    path.chmod(0o600)
    book = Book(str(path))
    yield book
    book.rest()
    path.unlink()


@pytest.mark.parametrize("form", FORMS)
@settings(
    derandomize=not LARGE,
    max_examples=500 if LARGE else 12,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(crowd=CROWD)
def test_import_of_an_export_into_an_empty_book_is_the_identity(
    template: Path, in_memory: Path, form: str, crowd: list[Exported]
) -> None:
    with (
        _book(template, in_memory, "first") as first,
        _book(template, in_memory, "second") as second,
        _book(template, in_memory, "third") as third,
    ):
        _of_another_seed(second, "second")
        _of_another_seed(third, "third")
        fill(first, crowd)
        there = people(first)

        came = brought_in(second, written(first, form), form)
        brought_in(third, written(second, form), form)
        own = brought_in(first, written(first, form), form)

        assert (came.new, came.refused) == (len(crowd), ())
        assert without_numbers(people(second)) == without_numbers(there)
        assert without_numbers(people(third)) == without_numbers(there)
        assert (own.new, own.changed, own.refused) == (0, 0, ())
        assert people(first) == there


def _of_another_seed(book: Book, seed: str) -> None:
    with book.change("test", leader_id=1, at=MORNING) as change:
        write_setting(change, "seed", seed)
    book.rest()
