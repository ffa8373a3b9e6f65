"""Every row is accounted for: new, changed, unchanged, refused or skipped; and a no stays a no."""

from pathlib import Path

import pytest

from conftest import Founded
from dailycontact.people.sources.parcels import parcels_of
from dailycontact.people.usecases.import_judging import Defaults
from dailycontact.people.usecases.import_reading import recognise_parcel
from dailycontact.people.usecases.import_taking import ERASED
from dailycontact.people.usecases.imports import Imported, bring_in, rehearse
from dailycontact.store.former import own_source
from support.builders import MONDAY, MORNING
from support.imports import brought_in, counted, names, rows, written
from support.running import Run


def taken(founded: Founded, file: str, *, overwrite: bool = False) -> Imported:
    (parcel,) = parcels_of([Path(file)])
    recognised = recognise_parcel(parcel, overrides={})
    with founded.book.change("import", leader_id=founded.leader_id, at=MORNING) as change:
        imported = bring_in(
            change, recognised, defaults=Defaults(), day=MONDAY, overwrite=overwrite
        )
    founded.book.rest()
    return imported


def rehearsed(founded: Founded, file: str, *, source: str | None = None) -> Imported:
    (parcel,) = parcels_of([Path(file)])
    recognised = recognise_parcel(parcel, overrides={}, source=source)
    imported = rehearse(founded.book.look(), recognised, defaults=Defaults(), day=MONDAY)
    founded.book.rest()
    return imported


def test_rows_that_are_nobody_are_skipped_and_counted(founded: Founded, tmp_path: Path) -> None:
    text = "Id,Name,IsDeleted\n1,Ada,false\n2,Bo,true\n3,,false\n1,Ada,false\n"

    imported = taken(founded, written(tmp_path, text))

    assert (imported.new, imported.unchanged, len(imported.refused)) == (1, 1, 1)
    assert sum(imported.skipped.values()) == 1
    assert imported.rows == 4


def test_whoever_was_erased_does_not_come_back(
    founded: Founded, run_in: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dailycontact.people.sources.delimited.ROWS_AT_ONCE", 2)
    ada = "Ada Lind,ada@x.example\n"
    file = written(tmp_path, f"Name,Email\n{ada}A. Lind,ada@x.example\nBo,b@x.example\n{ada}")
    run_in("import", file)
    run_in("customers", "erase", "1", "--name", "Ada Lind")

    dry = rehearsed(founded, file)
    done = taken(founded, file)

    for imported in (dry, done):
        assert imported.skipped == {ERASED: 3}
        assert (imported.new, imported.unchanged, imported.twice, imported.rows) == (0, 1, 0, 4)
    assert "Ada Lind" not in names(founded)


def test_how_much_was_left_as_a_leader_wrote_it(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    before = "ID,Name,Company,Phone,Email\n1,Ada,Acme,+49301234567,a@x.example\n"
    run_in("import", written(tmp_path, before))
    run_in("customers", "edit", "1", "--company", "Lind & Co", "--remove-phone", "+49301234567")
    run_in("customers", "edit", "1", "--remove-email", "a@x.example", "--email", "b@x.example")
    text = "ID,Name,Company,Phone,Email\n1,Ada,Other,+49301234567,c@x.example\n"
    file = written(tmp_path, text)

    dry = rehearsed(founded, file)
    done = taken(founded, file)
    over = taken(founded, file, overwrite=True)

    assert dry.kept == done.kept == 3
    assert over.kept == 0
    assert rows(founded, "SELECT company FROM customer") == [{"company": "Other"}]


def test_our_own_numbers_mean_the_customers_of_this_book(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    run_in("import", written(tmp_path, "Name,Email\nAda,a@x.example\nBo,b@x.example\n"))
    ours = own_source(founded.book.look())
    founded.book.rest()
    text = "ID,Name,Email\n2,Robert,\n1,Ada,a@x.example\n99,Cy,\nx,Di,\n"

    came = brought_in(run_in, written(tmp_path, text, name="ours.csv"), "--source", ours)
    again = brought_in(run_in, written(tmp_path, text, name="ours.csv"), "--source", ours)

    assert (counted(came), counted(again)) == ((2, 1, 1, 0), (0, 0, 4, 0))
    assert names(founded) == ["Ada", "Robert", "Cy", "Di"]


@pytest.mark.parametrize(
    "row",
    [
        "2,A. Lind,Other,+49 30 1234567,",
        "2,Dr. Ada Lind,,,ADA@x.example",
        "2,Ada Lind,Acme,+49307777777,",
    ],
)
def test_somebody_who_said_no_does_not_come_back_as_somebody_else(
    founded: Founded, run_in: Run, tmp_path: Path, row: str
) -> None:
    headers = "ID,Name,Company,Phone,Email,Do Not Call\n"
    ada = "1,Ada Lind,Acme,+49301234567,ada@x.example"
    run_in("import", written(tmp_path, f"{headers}{ada},yes\n"))

    run_in("import", written(tmp_path, f"{headers}{row},\n3,Bo Berg,Acme,+49301234567,,\n"))

    found = rows(founded, "SELECT do_not_contact_on, open FROM customer ORDER BY id")
    no = {"do_not_contact_on": "2026-11-23", "open": 0}
    assert found == [no, no, {"do_not_contact_on": None, "open": 1}]


@pytest.mark.parametrize("order", [("yes", ""), ("", "yes")])
def test_a_no_in_one_row_of_a_file_holds_for_the_same_person_in_another(
    founded: Founded, run_in: Run, tmp_path: Path, order: tuple[str, str]
) -> None:
    first, second = order
    text = (
        "ID,Name,Phone,Email,Do Not Call\n"
        f"1,Ada Lind,+49301234567,a@x.example,{first}\n"
        f"2,A. Lind,+49307654321,A@x.example,{second}\n"
        "3,Bo Berg,+49301234567,a@x.example,\n"
    )
    file = written(tmp_path, text)

    came = brought_in(run_in, file)
    again = brought_in(run_in, file)

    assert (counted(came), counted(again)) == ((3, 0, 0, 0), (0, 0, 3, 0))
    assert [row["open"] for row in rows(founded, "SELECT open FROM customer ORDER BY id")] == [
        *(0, 0, 1),
    ]


def test_a_no_in_a_further_row_ends_the_calls(
    founded: Founded, run_in: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dailycontact.people.sources.delimited.ROWS_AT_ONCE", 1)
    ada = "Ada Lind,+49301234567"

    run_in("import", written(tmp_path, f"Name,Phone,Do Not Call\n{ada},no\nBo,,\n{ada},yes\n"))

    found = rows(founded, "SELECT name, open FROM customer ORDER BY id")
    assert found == [{"name": "Ada Lind", "open": 0}, {"name": "Bo", "open": 0}]
