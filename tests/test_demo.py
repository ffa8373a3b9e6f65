"""The demonstration: everything is there, nothing is real, and nothing of one's own is touched."""

import csv
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from dailycontact.demo.calls import CALLS
from dailycontact.demo.deeds import DEEDS
from dailycontact.demo.events import Act, Call, Done, Take, Tell
from dailycontact.demo.making import CUSTOMERS, make
from dailycontact.loop import Stage
from dailycontact.pick.usecases.proposed import to_ask
from dailycontact.store import customers
from dailycontact.store.book import Book
from support.builders import MONDAY, MORNING
from support.running import Run

FICTIONAL = (
    r"0113 496 0\d{3}|0131 496 0\d{3}|0161 496 0\d{3}|020 7946 0\d{3}|029 2018 0\d{3}",
    r"07700 900\d{3}",
    r"\+1 \d{3} 555 01\d\d",
    r"01 99 00 \d\d \d\d",
    r"030 23125 \d{3}",
    r"08-465 004 \d\d",
    r"\+61 2 5550 \d{4}",
)
"""Numbers that nobody has: reserved for fiction by Ofcom, NANPA, ARCEP, BNetzA, PTS and ACMA."""
RESERVED = ("example.com", "example.org")
"""Domains that nobody has (RFC 2606)."""
PARTS = ("heard", "acted", "told", "waiting", "looking", "stories", "thanks")
"""The parts of a report that would be dull when empty."""


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the demonstration of this morning."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    make(str(path), now=MORNING)
    return path


@pytest.fixture
def demo(made_once: Path, tmp_path: Path) -> Path:
    """Return the place of a demonstration that was made this morning."""
    place = tmp_path / "home" / "dailycontact" / "demo.db"
    place.parent.mkdir(parents=True)
    shutil.copyfile(made_once, place)
    return place


def test_making_it_says_what_was_made_and_what_to_try_next(run: Run, tmp_path: Path) -> None:
    made = run("demo")

    assert "fictional" in made.out
    assert "dailycontact --book demo today" in made.out
    assert "dailycontact --book demo report --last" in made.out
    assert [path.name for path in (tmp_path / "home" / "dailycontact").iterdir()] == ["demo.db"]


@pytest.mark.parametrize(
    ("now", "proposed"),
    [
        ("2026-11-22T00:04:00+00:00", "Ana Duarte"),
        ("2026-11-23T16:30:00+00:00", "Ana Duarte"),
        ("2027-01-01T07:00:00+00:00", None),
    ],
    ids=["at the weekend", "in the afternoon", "on a public holiday"],
)
def test_it_can_be_made_on_any_day_at_any_hour(run: Run, now: str, proposed: str | None) -> None:
    run("demo", at=now)

    pick = run("--book", "demo", "today", "--json", at=now).json["pick"]

    assert (pick and pick["customer"]["name"]) == proposed


@pytest.mark.usefixtures("demo")
def test_the_morning_is_full(run: Run) -> None:
    shown = run("--book", "demo", "today").out
    said = " ".join(shown.split())

    assert "DEMONSTRATION" in shown
    assert "Your invoices never say which of our two cafés they are for." in said
    assert "Told 3 of 6 who asked." in said
    assert "Promised: Grace (Wed), Callum (today)" in shown
    assert "and 2 more wait to hear" in shown
    assert len(shown.splitlines()) <= 23


@pytest.mark.usefixtures("demo")
def test_there_are_answers_in_every_stage(run: Run) -> None:
    loop = run("--book", "demo", "loop", "--all", "--json").json

    assert {answer["stage"] for answer in loop["answers"]} == set(Stage)
    assert loop["looking_for_someone"]


@pytest.mark.usefixtures("demo")
def test_this_week_and_last_week_have_something_in_every_part(run: Run) -> None:
    for week in ((), ("--last",)):
        report = run("--book", "demo", "report", *week, "--json").json
        assert [part for part in PARTS if not report[part]] == [], week


@pytest.mark.usefixtures("demo")
def test_every_kind_of_customer_is_there(run: Run) -> None:
    shown = run("--book", "demo", "customers", "list", "--all", "--json").json
    customers = {one["name"]: one for one in shown["customers"]}

    assert len(customers) == 41
    assert customers["Walter Finch"]["do_not_contact_on"]
    assert customers["Camille Dubois"]["paused_on"]
    assert customers["Ruth Adeyemi"]["phones"] == []


@pytest.mark.usefixtures("demo")
def test_one_of_several_askers_was_not_content_and_it_is_open_again(run: Run) -> None:
    loop = run("--book", "demo", "loop", "--customer", "Thandiwe", "--json").json

    again = next(answer for answer in loop["answers"] if answer["stage"] == "acting")
    assert again["actions"][0]["reaction"] == "not-solved"


@pytest.mark.usefixtures("demo")
def test_answers_are_about_themes_and_one_was_raised_again_after_its_fix(run: Run) -> None:
    shown = run("--book", "demo", "theme", "list").out

    assert "Invoices" in shown
    assert "raised 2 times since the fix" in shown


def test_what_happens_on_the_way_is_in_it_too(made_once: Path) -> None:
    with closing(sqlite3.connect(made_once)) as connection:
        found = {
            table: connection.execute(f"SELECT COUNT(*) FROM {table} WHERE {which}").fetchone()[0]  # noqa: S608 - our own tables
            for table, which in (
                ("progress", "1 = 1"),
                ("action_note", "1 = 1"),
                ("follow_up", "helped = 'yes'"),
                ("promise", "settled_how = 'kept'"),
                ("promise", "settled_on IS NULL"),
                ("theme_rule", "1 = 1"),
            )
        }

    assert all(found.values()), found


def test_somebody_can_be_asked_whether_it_has_helped(made_once: Path) -> None:
    book = Book(str(made_once))
    look = book.look()
    olga = customers.find_customer(look, "Olga Petrova")

    (found,) = to_ask(look, olga, today=MONDAY)
    book.rest()

    assert found.say == "The boxes are closed with paper tape"


@pytest.mark.usefixtures("demo")
def test_every_screen_says_that_it_is_the_demonstration(run: Run) -> None:
    for words in (("today",), ("loop",), ("tell",), ("report",), ("history",), ("find", "invoice")):
        shown = run("--book", "demo", *words)
        assert "DEMONSTRATION" in (shown.out + shown.err).upper(), words


@pytest.mark.usefixtures("demo")
def test_json_stays_clean_of_the_mark(run: Run) -> None:
    shown = run("--book", "demo", "loop", "--json")

    assert shown.json
    assert shown.err == ""


@pytest.mark.usefixtures("demo")
def test_who_i_am_in_my_own_book_does_not_matter_in_it(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DAILYCONTACT_AS", "Zoe")

    shown = run("--book", "demo", "today")

    assert "Ana Duarte" in shown.out


def test_a_second_time_it_is_left_as_it_was(run: Run, demo: Path) -> None:
    run("--book", "demo", "story", "We looked around.")
    before = demo.read_bytes()

    again = run("demo")

    assert "there already" in again.out
    assert "--fresh" in again.out
    assert demo.read_bytes() == before


def test_fresh_makes_it_anew(run: Run, demo: Path) -> None:
    run("--book", "demo", "story", "We looked around.")

    run("demo", "--fresh", at="2026-11-30T09:00:00+00:00")

    assert "We looked around" not in run("--book", "demo", "history").out
    assert run("--book", "demo", "today", "--json").json["day"] == "2026-11-30"
    assert not list(demo.parent.glob("*making*"))


def test_remove_takes_it_away(run: Run, demo: Path) -> None:
    run("demo", "--remove")

    assert list(demo.parent.iterdir()) == []
    assert "no demonstration" in run("demo", "--remove").err


def test_as_json_it_says_where_it_is_and_what_became_of_it(run: Run, demo: Path) -> None:
    there, removed, absent = (
        run("demo", *words, "--json").json for words in ((), ("--remove",), ("--remove",))
    )

    assert there == {"book": str(demo), "state": "there"}
    assert removed["state"] == "removed"
    assert absent["state"] == "absent"


@pytest.mark.parametrize("flag", ["--fresh", "--remove"])
def test_a_book_of_ones_own_in_its_place_is_left_alone(
    run: Run, sqlite_book: Any, tmp_path: Path, flag: str
) -> None:
    place = tmp_path / "home" / "dailycontact" / "demo.db"
    place.parent.mkdir(parents=True)
    shutil.copyfile(sqlite_book.book.address, place)
    before = place.read_bytes()

    refused = run("demo", flag, code=7)

    assert "left alone" in refused.err
    assert place.read_bytes() == before


def test_the_same_morning_gives_the_same_book(made_once: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.db"

    make(str(again), now=MORNING)

    assert _facts(again) == _facts(made_once)


def _facts(path: Path) -> list[str]:
    tables = ("customer", "phone", "call", "answer", "action", "finish", "telling", "event")
    with closing(sqlite3.connect(path)) as connection:
        everything = [line for line in connection.iterdump() if line.startswith("INSERT")]
    return [line for line in everything if line.split('"')[1] in tables]


def test_nobody_in_it_can_be_phoned_or_written_to() -> None:
    with CUSTOMERS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    phones = [row[column] for row in rows for column in ("Business Phone", "Mobile") if row[column]]
    assert [phone for phone in phones if not re.fullmatch("|".join(FICTIONAL), phone)] == []
    assert len(set(phones)) == len(phones)
    assert [row["Email"] for row in rows if not row["Email"].endswith(RESERVED)] == []


def test_the_story_only_speaks_of_what_is_in_it() -> None:
    with CUSTOMERS.open(encoding="utf-8", newline="") as file:
        names = {row["Name"] or row["Company"] for row in csv.DictReader(file)}

    callers = {event.who for event in CALLS if isinstance(event, Call)}
    begun = {event.key for event in DEEDS if isinstance(event, Act)}
    ended = {event.action for event in DEEDS if isinstance(event, Done | Take)}
    told = {event.answer for event in DEEDS if isinstance(event, Tell)}
    said = {said.key for event in CALLS if isinstance(event, Call) for said in event.said}

    assert callers <= names
    assert ended <= begun
    assert told <= said
