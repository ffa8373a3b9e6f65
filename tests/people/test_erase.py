"""Customers erased for good, through the command line, on both databases."""

import json
from pathlib import Path

import pytest

from conftest import Founded
from dailycontact.people.usecases import erasing
from dailycontact.store.customers import find_customer
from dailycontact.store.erasing import Singles
from dailycontact.store.tables import TABLES
from support.builders import MONDAY, MORNING, a_customer, a_finish, a_telling, an_action, an_answer
from support.running import Run

NAME = "Ana Duarte"
EMAIL = "ana@duarte.example"
GONE = (NAME, "ana duarte", "DUARTE", EMAIL, "Ana@Duarte", "1134960123", "113 496 0123")
"""What nobody may find any more."""


@pytest.fixture(autouse=True)
def ana(founded: Founded) -> int:
    """Return Ana Duarte, with a long story, in which others speak of her, too."""
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        who = founded.leader_id
        customer_id = a_customer(change, NAME, company="Green Door Cafés", referred_by="Rui Costa")
        rui = a_customer(change, "Rui Costa", phone="+441134960999", referred_by="Ana Duarte")
        change.set("phone", 1, raw="0113 496 0123", shown="0113 496 0123")
        change.add("email", customer_id=customer_id, position=1, address="Ana@Duarte.example")
        change.add("external_id", customer_id=customer_id, source="hubspot", value="77-ana")
        said = f"I am {NAME} of Green Door Cafés, ring +44 (0)113 496-0123 or {EMAIL}, please."
        one = an_answer(change, customer_id, said, consent="name")
        two = an_answer(change, rui, "As DUARTE, ANA told me: the café is cold. Ana is right.")
        action = an_action(change, one, two, title=f"Warm the café for {NAME}")
        finish = a_finish(change, action, one, two, say=f"{NAME} asked, and it is warm.")
        a_telling(change, finish, two, words=f"As {NAME} wished.", channel="email")
        change.add(
            "promise", customer_id=customer_id, leader_id=who, kind="call-back",
            text="ring back about the divorce", due_on="2026-12-01", recorded_at=change.at,
        )  # fmt: skip
        change.add(
            "story", text="Bo drove to ana-duarte at night", leader_id=who, day="2026-11-20",
            recorded_at=change.at,
        )  # fmt: skip
        change.add("sharing", answer_id=one, leader_id=who, day="2026-11-20", recorded_at=change.at)
    founded.book.rest()
    return customer_id


def _texts(founded: Founded) -> str:
    """Return every text of every table of the book."""
    look = founded.book.look()
    rows = [
        [str(row[name]) for name in model.model_fields]
        for table, model in TABLES.items()
        for row in look.rows(f"SELECT * FROM {table}")  # noqa: S608 - our own names
    ]
    founded.book.rest()
    return json.dumps(rows, ensure_ascii=False)


def _erase(run_in: Run, *more: str) -> None:
    assert run_in("customers", "erase", "duarte", "--name", NAME, *more).code == 0


def test_no_text_and_no_byte_of_the_book_holds_them(run_in: Run, founded: Founded) -> None:
    run_in("customers", "edit", "duarte", "--name", "Ana Duarte-Lopes", "--email", "a.d@x.example")
    run_in("customers", "edit", "duarte", "--name", NAME, "--remove-email", "a.d@x.example")
    run_in("customers", "pause", "duarte", "--reason", "her mother is ill")
    run_in("undo")
    run_in("amend", "1", "--words", f"{NAME} says: label the invoices.")
    run_in("log", "reached", "--customer", "1", "--nothing", "--notes", "divorce")

    erased = run_in("customers", "erase", "duarte", "--name", NAME, "--single-names")

    said = _texts(founded)
    assert erased.code == 0, erased.err
    for word in (*GONE, "Lopes", "a.d@x.example", "divorce", "mother", "77-ana", "Green Door"):
        assert word.lower() not in said.lower(), word
    if not founded.book.is_shared:
        assert "searched, byte by byte" in erased.err
        bytes_ = Path(founded.book.address).read_bytes().lower()
        for word in (*GONE, "Lopes", "a.d@x.example", "divorce", "mother", "77-ana"):
            assert word.lower().encode() not in bytes_, word


def test_the_journal_stays_readable(run_in: Run, founded: Founded) -> None:
    _erase(run_in)

    rows = founded.book.look().rows("SELECT before, after FROM event_row")
    shown = run_in("history", "--all")

    assert all(json.loads(row[side]) for row in rows for side in ("before", "after") if row[side])
    assert "erased a customer" in shown.out
    assert "Duarte" not in shown.out


def test_nobody_is_left_to_be_found_listed_or_phoned(run_in: Run, ana: int) -> None:
    _erase(run_in)

    assert run_in("customers", "list", "--json").json["total"] == 1
    assert run_in("customers", "list", "--do-not-contact", "--json").json["total"] == 0
    assert "erased" not in run_in("customers", "list").out
    assert run_in("customers", "show", "duarte", code=None).code == 4
    gone = run_in("customers", "show", str(ana), code=None)
    assert gone.code == 4
    assert f"Customer {ana} was erased on Monday 23 November 2026" in gone.err
    assert (
        run_in("customers", "do-not-contact", str(ana), "--lift", "--reason", "x", code=None).code
        == 4
    )
    assert run_in("customers", "erase", str(ana), "--name", "(erased)", code=None).code == 4
    assert "Duarte" not in run_in("find", "duarte").out
    assert run_in("check").code == 0


def test_the_answer_stays_without_its_person(run_in: Run) -> None:
    _erase(run_in)

    team, own = run_in("report").out, run_in("report", "--edition", "leader").out
    later = run_in("report", "--last", at="2026-11-30T09:00:00+00:00").out
    found = run_in("loop", "--all", "--json").json

    for report in (team, own, later):
        assert NAME not in report
        assert EMAIL not in report
    assert "I am … of …" in own
    assert len(found["answers"]) == 2


def test_the_full_name_is_asked_for(run_in: Run) -> None:
    missing = run_in("customers", "erase", "duarte", code=None)
    wrong = run_in("customers", "erase", "duarte", "--name", "Duarte", code=None)
    yes = run_in("customers", "erase", "duarte", "--yes", code=None)

    assert missing.code == 2
    assert "--name" in missing.err
    assert wrong.code == 2
    assert "nothing was changed" in wrong.err
    assert yes.code == 2
    assert run_in("customers", "show", "duarte").out


def test_it_is_shown_first_what_goes_and_what_stays(run_in: Run) -> None:
    shown = run_in("customers", "erase", "duarte", "--dry-run")
    document = run_in("customers", "erase", "duarte", "--dry-run", "--json").json

    assert "1 number" in shown.out
    assert "1 call (1 reached) and 1 answer" in shown.out
    assert document["answers"] == 1
    assert document["single_names"][0]["text"] == "As … told me: the café is cold. Ana is right."
    assert run_in("customers", "show", "duarte").out


def test_a_single_name_goes_only_where_it_is_meant(run_in: Run, founded: Founded) -> None:
    erased = run_in("customers", "erase", "duarte", "--name", NAME)

    words = founded.book.look().rows("SELECT verbatim FROM answer ORDER BY id")
    assert words[0]["verbatim"] == "I am … of …, ring … or …, please."
    assert words[1]["verbatim"] == "As … told me: the café is cold. Ana is right."
    assert "Ana is right" in erased.err


def test_an_erasure_cannot_be_taken_back_nor_what_was_before_it(run_in: Run) -> None:
    run_in("customers", "pause", "rui")
    _erase(run_in)

    itself = run_in("undo", code=None)
    run_in("customers", "resume", "rui")
    after = run_in("undo")
    before = run_in("undo", code=None)

    assert itself.code == 7
    assert "erased a customer, and that cannot be taken back" in itself.err
    assert after.code == 0
    assert before.code == 7


def test_what_was_promised_or_owed_is_ended(run_in: Run, founded: Founded) -> None:
    erased = run_in("customers", "erase", "duarte", "--name", NAME)
    look = founded.book.look()

    assert "1 promise was dropped" in erased.err
    assert look.value("SELECT settled_how AS value FROM promise") == "dropped"
    assert "erased" in {row["why"] for row in look.rows("SELECT why FROM telling")}


def test_the_letter_names_what_went_what_stays_and_where_they_still_are(
    run_in: Run, founded: Founded, tmp_path: Path
) -> None:
    if not founded.book.is_shared:
        run_in("backup")
    letter = tmp_path / "letter.txt"

    _erase(run_in, "--letter", str(letter))

    said = letter.read_text()
    assert said.startswith("Brightside\n23 November 2026\n\nDear Ana Duarte,")
    assert "1 phone number" in said
    assert "shown to our team" in said
    assert max(map(len, said.splitlines())) <= 72
    if not founded.book.is_shared:
        assert "copy that we delete by hand" in said


def test_a_letter_never_takes_the_place_of_a_file(run_in: Run, tmp_path: Path) -> None:
    there = tmp_path / "letter.txt"
    there.write_text("mine")

    refused = run_in(
        "customers", "erase", "duarte", "--name", NAME, "--letter", str(there), code=None
    )

    assert refused.code == 7
    assert run_in("customers", "show", "duarte").out


def test_the_words_of_a_namesake_are_left_alone(run_in: Run, founded: Founded) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        other = a_customer(change, NAME, phone="+441134960555", company="Blue Sky")
        an_answer(change, other, f"{NAME} here, all is well.")
    founded.book.rest()

    assert run_in("customers", "erase", "1", "--name", NAME).code == 0

    left = founded.book.look().value("SELECT verbatim AS value FROM answer WHERE id = 3")
    assert left == f"{NAME} here, all is well."
    assert run_in("customers", "show", str(other)).code == 0


def test_the_next_import_does_not_bring_them_back(run_in: Run, tmp_path: Path) -> None:
    _erase(run_in)
    file = tmp_path / "people.csv"
    file.write_text(
        f"Name,Phone,Email\nSomebody,,{EMAIL}\nA. D.,+44 113 496 0123,\nBo Lind,+44 113 496 0777,\n"
    )

    run_in("import", str(file), "--yes")

    names = [one["name"] for one in run_in("customers", "list", "--json").json["customers"]]
    assert names == ["Bo Lind", "Rui Costa"]


def test_a_letter_that_cannot_be_written_is_shown(run_in: Run, tmp_path: Path) -> None:
    shown = run_in(
        "customers", "erase", "duarte", "--name", NAME, "--letter", str(tmp_path / "no" / "x.txt")
    )

    assert "could not be written" in shown.err
    assert f"Dear {NAME}," in shown.out


def test_an_exported_file_that_still_holds_them_is_named(run_in: Run, tmp_path: Path) -> None:
    file, other = tmp_path / "all.xlsx", tmp_path / "gone.csv"
    run_in("customers", "export", "--output", str(file), "--format", "xlsx")
    run_in("customers", "export", "--output", str(other))
    other.unlink()

    document = run_in("customers", "erase", "duarte", "--dry-run", "--json").json

    assert document["exports"] == [{"file": str(file), "kind": "export"}]
    assert document["exports_gone"] == 1


def test_what_is_left_of_somebody_erased_is_found_by_a_check(
    run_in: Run, founded: Founded, ana: int
) -> None:
    _erase(run_in)
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        change.add("email", customer_id=ana, position=1, address="ana@new.example")
    founded.book.rest()

    found = run_in("check", code=None)

    assert found.code == 1
    assert f"Customer {ana} was erased, and something of them is still there." in found.out


def test_whoever_was_merged_into_them_goes_with_them(run_in: Run, founded: Founded) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        a_customer(change, "Anna Duarte-Braun", phone="+441134960555")
    founded.book.rest()
    run_in("customers", "merge", "1", "3", "--keep", "1", "--yes")

    _erase(run_in)

    said = _texts(founded)
    assert "Braun" not in said
    assert "1134960555" not in said
    assert run_in("customers", "show", "3", code=None).code == 4
    assert run_in("customers", "add", "X", "--phone", "+441134960555", code=None).code == 7
    assert run_in("check").code == 0
    if not founded.book.is_shared:
        assert b"Braun" not in Path(founded.book.address).read_bytes()


def test_a_single_name_goes_from_the_places_that_were_said_yes_to(
    founded: Founded, ana: int
) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        an_action(change, 2, title="Ring Ana back")
        change.summary = "began A2 (Ring Ana back) for 1 answer"
    book = founded.book
    planned = erasing.plan(book.look(), book, find_customer(book.look(), str(ana)))
    singles = erasing.chosen(
        planned.places, everywhere=False, asked=lambda place: place.table == "action"
    )

    with book.change("customers erase", leader_id=founded.leader_id, at=MORNING) as change:
        cleaned = erasing.erase(
            change, planned, singles=singles, leader_id=founded.leader_id, day=MONDAY
        )
    erased = erasing.look_again(book, planned, cleaned, day=MONDAY)

    look = book.look()
    assert look.value("SELECT title AS value FROM action WHERE id = 2") == "Ring … back"
    assert "Ring Ana" not in _texts(founded)
    assert [place.table for place in erased.remaining] == ["answer"]


def test_somebody_who_was_renamed_meanwhile_is_not_erased(founded: Founded, ana: int) -> None:
    book = founded.book
    planned = erasing.plan(book.look(), book, find_customer(book.look(), str(ana)))
    with book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        change.set("customer", ana, name="Ana Lopes")

    with (
        pytest.raises(erasing.ChangedMeanwhile),
        book.change("test", leader_id=founded.leader_id, at=MORNING) as change,
    ):
        erasing.erase(change, planned, singles=Singles(), leader_id=1, day=MONDAY)

    assert book.look().value("SELECT name AS value FROM customer WHERE id = :id", id=ana)
