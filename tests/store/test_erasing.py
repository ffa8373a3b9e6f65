"""Erased customers, and copies of the book in which they still are."""

from pathlib import Path

import pytest

from conftest import Founded
from dailycontact.core.wiping import Number, Person, Wiper
from dailycontact.store import erased_again, leftovers
from dailycontact.store.book import Book
from dailycontact.store.erased_again import Erasures
from dailycontact.store.erasing import Singles, erase
from dailycontact.store.free_texts import FREE
from dailycontact.store.marks import Marks
from dailycontact.store.tables import TABLES
from dailycontact.store.traces import known_of
from support.builders import MONDAY, MORNING, a_customer, an_answer
from support.running import Run

ANA = "Ana Duarte"
NOT_FREE = {
    "setting": {"key", "value"},
    "member": {"name", "aliases", "email"},
    "segment": {"name"},
    "customer": {"name", "company", "folded", "country", "zone", "hours"},
    "reach": {"zones", "hours", "country"},
    "phone": {"label", "raw", "e164", "extension", "shown"},
    "email": {"label", "address"},
    "external_id": {"source", "value"},
    "workday": {"why_not"},
    "holiday": {"country", "name"},
    "amendment": {"field"},
    "export": {"form"},
    "erasure_mark": {"mark"},
    "event": {"command"},
    "event_row": {"table_name", "before", "after"},
    "telling": {"how", "channel", "reaction", "why"},
    "answer": {"kind", "consent", "stage", "clock"},
    "sharing": {"edition"},
    "progress": {"channel"},
    "follow_up": {"helped"},
    "theme": {"folded"},
    "theme_rule": {"folded", "kind"},
    "call": {"outcome"},
    "pick": {"reason"},
    "promise": {"kind", "settled_how"},
    "finish": {"how"},
    "rhythm_fact": {"what"},
    "talk_reply": {"how"},
    "message": {"edition", "digest"},
    "message_part": {"text", "html", "markdown"},
    "delivery": {"channel", "recipient", "ident", "state", "trouble"},
}
"""Columns of text in which nobody writes freely, or which an erasure sees to by themselves."""


@pytest.fixture
def home(sqlite_book: Founded, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the path of a book with Ana and Rui, which the command line uses."""
    with sqlite_book.book.change("add", leader_id=1, at=MORNING) as change:
        ana = a_customer(change, ANA)
        a_customer(change, "Rui Costa", phone="+441134960999")
        an_answer(change, ana, f"{ANA} here.")
    sqlite_book.book.rest()
    monkeypatch.setenv("DAILYCONTACT_BOOK", sqlite_book.book.address)
    return Path(sqlite_book.book.address)


def test_every_column_of_text_is_either_free_or_seen_to() -> None:
    free = {(table, column) for table, columns in FREE.items() for column in columns}
    known = {(table, column) for table, columns in NOT_FREE.items() for column in columns}
    there = {
        (name, column.name)
        for name, model in TABLES.items()
        for column in model.metadata.tables[name].columns
        if column.type.python_type is str
        and column.name != "day"
        and not column.name.endswith(("_on", "_at", "_until", "_since"))
    }

    assert there == free | known
    assert not free & known


def test_a_copy_is_erased_from_when_it_comes_back(home: Path, run: Run) -> None:
    run("backup")
    copy = next((home.parent / "backups").glob("book-2026*.db"))
    run("customers", "erase", "duarte", "--name", ANA)

    back = run("restore", copy.name, "--yes")

    assert "1 customer was erased since then" in back.err
    assert str(copy) in back.err
    assert run("customers", "show", "1", code=None).code == 4
    assert run("customers", "add", ANA, "--phone", "+441134960123", code=None).code == 7
    assert run("undo", code=None).code == 7
    assert run("check").code == 0
    assert ANA.encode() not in home.read_bytes()
    assert ANA.encode() in copy.read_bytes()


@pytest.mark.usefixtures("home")
def test_whoever_came_and_was_erased_since_the_copy_stays_unknown(run: Run) -> None:
    run("backup")
    run("customers", "add", "Bo Lind", "--phone", "+441134960777")
    run("customers", "erase", "bo", "--name", "Bo Lind")

    back = run("restore", "--last", "--yes", "--json").json

    assert back["erased_again"] == 0
    assert run("customers", "add", "Bo L", "--phone", "+441134960777", code=None).code == 7
    assert run("customers", "list", "--json").json["total"] == 2
    assert run("check").code == 0


def test_a_copy_of_another_book_is_erased_from_by_marks(
    home: Path, run: Run, sqlite_book: Founded, tmp_path: Path
) -> None:
    with sqlite_book.book.change("add", leader_id=1, at=MORNING) as change:
        change.run("UPDATE setting SET value = 'another' WHERE key = 'seed'")
    sqlite_book.book.rest()
    other = tmp_path / "other.db"
    run("backup", str(other))
    with sqlite_book.book.change("add", leader_id=1, at=MORNING) as change:
        change.run("UPDATE setting SET value = 'tests' WHERE key = 'seed'")
    sqlite_book.book.rest()
    run("customers", "erase", "duarte", "--name", ANA)

    back = run("restore", str(other), "--yes", "--json").json

    assert back["erased_again"] == 1
    assert ANA.encode() not in home.read_bytes()


@pytest.mark.usefixtures("home")
def test_what_was_erased_comes_back_only_by_their_own_will(run: Run) -> None:
    run("customers", "erase", "duarte", "--name", ANA)

    refused = run("customers", "add", "A. Duarte", "--phone", "+441134960123", code=None)
    run("customers", "add", ANA, "--phone", "+441134960123", "--came-back")
    again = run("customers", "add", "A. Duarte", "--phone", "+441134960123")

    assert refused.code == 7
    assert "--came-back" in refused.err
    assert "came back of their own will" in run("history", "--json").out
    assert again.code == 0


def test_bytes_that_no_row_holds_are_found_and_written_anew(home: Path) -> None:
    book = Book(str(home))
    book.rest()
    import sqlite3

    with sqlite3.connect(home) as connection:
        connection.execute("PRAGMA secure_delete=OFF")
        connection.execute("CREATE TABLE junk (said TEXT)")
        connection.executemany("INSERT INTO junk VALUES (?)", [("Zoë Ångström " * 20,)] * 90)
        connection.commit()
        connection.execute("DROP TABLE junk")
    connection.close()

    found = leftovers.search(book, ["Zoë Ångström"])

    assert found is not None
    assert found.anew
    assert not found.found
    assert "Zoë".encode() not in home.read_bytes()


def test_words_that_another_holds_by_right_are_said(home: Path) -> None:
    book = Book(str(home))

    found = leftovers.search(book, ["rui COSTA"])
    book.rest()

    assert found is not None
    assert not found.anew
    assert ("customer", "name") in found.standing


def test_an_erasure_without_a_copy_to_clean_does_nothing(founded: Founded) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        again = erased_again.erase_again(change, Erasures(), now=None)

    assert again.people == 0


def test_a_shared_number_and_address_stay_with_the_other(founded: Founded) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        ana, rui = a_customer(change, ANA), a_customer(change, "Rui Duarte")
        for one in (ana, rui):
            change.add("email", customer_id=one, position=1, address="home@duarte.example")
        an_answer(change, rui, "Write to home@duarte.example, or ring 0113 496 0123.")
        known = known_of(change, ana)
        erase(change, known, leader_id=1, day=MONDAY, singles=Singles())
    look = founded.book.look()

    asked = Marks(look)
    assert look.value("SELECT verbatim AS value FROM answer") == (
        "Write to home@duarte.example, or ring 0113 496 0123."
    )
    assert not asked.knows(folded="rui duarte", emails=["home@duarte.example"])
    assert asked.knows(folded="ana duarte", emails=["home@duarte.example"])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("ana maria MUELLER said", "… said"),
        ("Müller, Ana-Maria: yes", "…: yes"),
        ("ring +49 (0)30 123-45-67, or 0049 30 1234567!", "ring …, or …!"),
        ("030/12 34 567 and 0301234567", "… and …"),
        ("in 2030 1234567 days", "in 2030 1234567 days"),
        ("Ana@Mueller.example; xana@mueller.example", "…; xana@mueller.example"),
        ("ana_maria_mueller.vcf", "….vcf"),
        ("Ana likes Mr Müller", "Ana likes Mr Müller"),
        ("at cafe lua every day", "at … every day"),
    ],
)
def test_a_person_is_found_however_they_are_written(text: str, left: str) -> None:
    wiper = Wiper(
        Person(
            names=("Ana-Maria Müller",),
            parts=("Ana-Maria", "Müller"),
            companies=("Café Lua",),
            emails=("ana@mueller.example",),
            numbers=(Number("030 / 12 34 567", "+49301234567", "030 1234567"),),
        )
    )

    assert wiper.clean(text) == left
    assert wiper.holds(text) == (text != left)
    assert wiper.may_be_in(text) or text == left
