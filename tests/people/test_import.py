"""Customers come in from files, through the command line, on both databases."""

import csv
import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from conftest import Founded
from dailycontact.store import changing, importing
from support.builders import MORNING
from support.running import Run

Rows = list[dict[str, Any]]


def written(folder: Path, text: str, *, name: str = "people.csv", encoding: str = "utf-8") -> str:
    file = folder / name
    file.write_bytes(text.encode(encoding))
    return str(file)


def brought_in(run: Run, *words: str) -> dict[str, Any]:
    (file,) = run("import", *words, "--json").json["files"]
    return dict(file)


def counted(file: dict[str, Any]) -> tuple[int, ...]:
    return tuple(file[name] for name in ("new", "changed", "unchanged", "refused"))


def rows(founded: Founded, sql: str) -> Rows:
    found = [dict(row) for row in founded.book.look().rows(sql)]  # type: ignore[call-overload]
    founded.book.rest()
    return found


def indexes(founded: Founded) -> Rows:
    schema = ("name, sql", "sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
    if founded.book.is_shared:
        schema = ("indexname, indexdef", "pg_indexes WHERE schemaname = current_schema()")
    return rows(founded, "SELECT {} FROM {} ORDER BY 1".format(*schema))  # noqa: S608 - our own names


def everything(founded: Founded) -> list[Rows]:
    tables = ("customer", "phone", "email", "external_id", "segment", "event", "event_row")
    return [
        rows(founded, f"SELECT * FROM {table} ORDER BY id")  # noqa: S608 - our own names
        for table in tables
    ]


@pytest.mark.parametrize(
    ("file", "source", "new", "refused", "warnings"),
    [
        ("northwind/customers.csv", "Northwind", 93, 0, 43),
        ("northwind/suppliers.csv", "Northwind suppliers", 29, 0, 12),
        ("chinook/customers.csv", "Chinook", 59, 0, 3),
        ("atomic-crm/contacts.csv", "Atomic CRM", 500, 0, 667),
        ("sap-sflight/sap.fe.cap.travel-Passenger.csv", "SAP flight passengers", 728, 0, 280),
        ("sap-sflight/sap.fe.cap.travel-TravelAgency.csv", "SAP flight agencies", 50, 0, 15),
        ("salesforce-export/contacts.csv", "Salesforce", 1, 0, 0),
        ("salesforce-export/accounts.csv", "Salesforce", 1, 0, 0),
    ],
)
def test_real_files_come_in_whole_and_twice_changes_nothing(  # noqa: PLR0913, PLR0917 - a table
    founded: Founded,
    run_in: Run,
    shared_data: Path,
    tmp_path: Path,
    file: str,
    source: str,
    new: int,
    refused: int,
    warnings: int,
) -> None:
    copy = tmp_path / Path(file).name
    copy.write_bytes((shared_data / "customers" / file).read_bytes())

    first = brought_in(run_in, str(copy))
    before = everything(founded)
    again = brought_in(run_in, str(copy))

    assert (first["source"], first["warnings"]) == (source, warnings)
    assert counted(first) == (new, 0, 0, refused)
    assert counted(again) == (0, 0, new, refused)
    assert everything(founded) == before


def test_an_empty_machine_stays_empty_in_a_dry_run(run: Run, tmp_path: Path) -> None:
    file = written(tmp_path, "Name,Phone,City\nAda,030 1234567,Berlin\n,030 7,Bonn\n")

    shown = run("import", file, "--country", "Germany", "--dry-run")

    assert "1 new · 0 changed · 0 unchanged · 1 refused" in shown.out
    assert "City: not stored." in shown.out
    assert "030 1234567" in shown.out
    assert "Nothing was changed" in shown.out
    assert [path.name for path in tmp_path.iterdir()] == ["people.csv"]


def test_the_first_import_makes_the_book(run: Run, tmp_path: Path) -> None:
    file = written(tmp_path, "Name,Phone\nAda,030 1234567\n")

    shown = run("import", file, "--country", "DE")

    assert "1 customer, once a month: one call a day is enough." in shown.out
    assert "dailycontact today" in shown.out
    assert "Ada" in run("today", "--anyway").out


def test_a_dry_run_says_what_the_import_then_does(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    run_in("import", written(tmp_path, "ID,Name,Phone\n1,Ada,\n2,Bo,+4930123456\n"))
    before = everything(founded)
    file = written(tmp_path, "ID,Name,Phone\n1,Ada L.,\n2,Bo,\n3,Cy,\n,,\n4,,1\n")

    rehearsed = brought_in(run_in, file, "--dry-run")
    unchanged = everything(founded)
    done = brought_in(run_in, file)

    assert unchanged == before
    assert counted(rehearsed) == counted(done) == (1, 1, 1, 1)


def test_every_field_arrives(founded: Founded, run_in: Run, tmp_path: Path) -> None:
    headers = (
        "ID,Name,Company,Mobile,Email,Country,Time Zone,Segment,Cadence,Owner Name,Do Not Call"
    )
    line = "7,Ada,Acme,030 1234567,a@b.example,Germany,Europe/Berlin,Gold,quarterly,marta silva,no"

    run_in("import", written(tmp_path, f"{headers}\n{line}\n"))

    (customer,) = rows(founded, "SELECT * FROM customer")
    (phone,) = rows(founded, "SELECT * FROM phone")
    (segment,) = rows(founded, "SELECT * FROM segment")
    wanted = {
        "name": "Ada",
        "company": "Acme",
        "folded": "ada acme",
        "country": "DE",
        "zone": "Europe/Berlin",
        "segment_id": segment["id"],
        "cadence": 63,
        "beat": 63,
        "leader_id": founded.leader_id,
        "joined_on": "2026-11-23",
        "open": 1,
        "do_not_contact_on": None,
    }
    assert {name: customer[name] for name in wanted} == wanted
    assert segment["name"] == "Gold"
    assert (phone["label"], phone["raw"], phone["e164"], phone["shown"]) == (
        ("mobile", "030 1234567", "+49301234567", "+49 30 1234567")
    )
    assert rows(founded, "SELECT source, value FROM external_id") == [
        {"source": "people", "value": "7"}
    ]


def test_flags_say_what_the_rows_do_not(founded: Founded, run_in: Run, tmp_path: Path) -> None:
    file = written(tmp_path, "Name,Phone,Country\nAda,030 1234567,\nBo,01 40 20 50 50,France\n")

    run_in("import", file, "--country", "Germany", "--segment", "Gold", "--cadence", "month")

    found = rows(founded, "SELECT name, country, zone, cadence FROM customer ORDER BY id")
    assert found == [
        {"name": "Ada", "country": "DE", "zone": "Europe/Berlin", "cadence": 21},
        {"name": "Bo", "country": "FR", "zone": "Europe/Paris", "cadence": 21},
    ]
    assert [phone["e164"] for phone in rows(founded, "SELECT e164 FROM phone ORDER BY id")] == [
        "+49301234567",
        "+33140205050",
    ]


def test_the_book_country_reads_phones_but_is_nobodys_country(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    run_in("import", written(tmp_path, "Name,Phone\nAda,0113 496 0123\n"))

    assert rows(founded, "SELECT e164 FROM phone") == [{"e164": "+441134960123"}]
    assert rows(founded, "SELECT country, zone FROM customer") == [{"country": None, "zone": None}]


@pytest.mark.usefixtures("founded")
def test_what_is_not_understood_is_a_warning_with_its_place(run_in: Run, tmp_path: Path) -> None:
    text = (
        "Name,Phone,Country,Time Zone,Cadence,Owner Name,Email\n"
        "Ada,12,Narnia,Mars/Base,often,Nobody,ada\nBo,,Narnia,,,Nobody,\n"
    )

    file = brought_in(run_in, written(tmp_path, text))

    assert counted(file) == (2, 0, 0, 0)
    found = [(each["line"], each["column"], each["value"]) for each in file["warning_rows"]]
    assert sorted(found) == [
        (2, "Cadence", "often"),
        (2, "Country", "Narnia"),
        (2, "Email", "ada"),
        (2, "Owner Name", "Nobody"),
        (2, "Phone", "12"),
        (2, "Time Zone", "Mars/Base"),
    ]


def test_an_owner_who_makes_no_calls_leaves_the_customer_to_anybody(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        change.add("member", name="Tom Fell")
    founded.book.rest()

    file = brought_in(run_in, written(tmp_path, "Name,Owner Name\nAda,Tom Fell\n"))

    assert "makes no calls" in file["warning_rows"][0]["reason"]
    assert rows(founded, "SELECT leader_id FROM customer") == [{"leader_id": None}]


def test_warnings_are_said_in_kinds_with_a_few_examples(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    text = "Name,Phone,Country,Owner Name\n" + "".join(f"N{n},{n},DE,X\n" for n in range(10, 40))

    shown = run_in("import", written(tmp_path, f"{text}M,+493012345678901234,DE,X\n"))

    assert [line.strip() for line in shown.out.splitlines()][5:13] == [
        "LOOK AT    31 numbers are kept as written, because they do not look whole.",
        "You can phone them all the same.",
        "30 without an area code: line 2 “10”, line 3 “11”, line 4 “12” …",
        "1 too long: line 32 “+493012345678901234”",
        "1 owner not in the team, so anybody's: line 2 “X”",
        "To give them theirs: dailycontact team add NAME --leads, then",
        "import again.",
        "All of them, line by line: the same command with --dry-run --json.",
    ]
    assert len(rows(founded, "SELECT id FROM customer")) == 31


@pytest.mark.usefixtures("founded")
def test_a_few_warnings_are_all_shown(run_in: Run, tmp_path: Path) -> None:
    shown = run_in("import", written(tmp_path, "Name,Phone\nAda,(900) 1\n", name="one.csv"))

    assert "1 number is kept as written, because it does not look whole." in shown.out
    assert "line by line" not in shown.out


@pytest.mark.usefixtures("founded")
def test_what_was_said_at_the_first_import_is_not_said_at_the_second(
    run_in: Run, tmp_path: Path
) -> None:
    text = "ID,Name,Phone,Country,Fax\n1,Ada,12,Narnia,3\n2,Bo,13,Narnia,4\n"
    first = run_in("import", written(tmp_path, text))

    second = run_in("import", written(tmp_path, text))
    third = run_in("import", written(tmp_path, text.replace("Bo,13", "Bo,14")))
    document = brought_in(run_in, written(tmp_path, text.replace("Bo,13", "Bo,14")))

    assert "2 too short: line 2 “12”, line 3 “13”" in first.out
    assert "LEFT OUT" in first.out
    assert "dailycontact undo" in first.out
    for word in ("LOOK AT", "LEFT OUT", "dailycontact undo"):
        assert word not in second.out
    assert "1 too short: line 3 “14”" in third.out
    assert "1 unknown country: line 3 “Narnia”" in third.out
    assert document["warnings"] == 3


@pytest.mark.usefixtures("founded")
def test_headers_without_rows_are_said(run_in: Run, tmp_path: Path) -> None:
    shown = run_in("import", written(tmp_path, "Name,Phone\n"))

    assert "There are no rows below its headers." in shown.out


def test_what_a_file_corrects_is_corrected_and_an_empty_cell_takes_nothing_away(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    headers = "ID,Name,Company,Phone,Email,Country\n"
    run_in("import", written(tmp_path, f"{headers}1,Ada,Acme,+49301234567,a@b.example,DE\n"))

    file = brought_in(run_in, written(tmp_path, f"{headers}1,Ada Lovelace,,+49307654321,,France\n"))

    assert counted(file) == (0, 1, 0, 0)
    found = rows(founded, "SELECT name, company, folded, country, zone FROM customer")
    assert found == [
        {
            "name": "Ada Lovelace",
            "company": "Acme",
            "folded": "ada lovelace acme",
            "country": "FR",
            "zone": "Europe/Paris",
        }
    ]
    assert [row["e164"] for row in rows(founded, "SELECT e164 FROM phone")] == ["+49307654321"]
    assert [row["address"] for row in rows(founded, "SELECT address FROM email")] == ["a@b.example"]


def test_moving_to_a_country_of_many_times_forgets_the_old_time(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    run_in("import", written(tmp_path, "ID,Name,Country\n1,Ada,DE\n"))

    run_in("import", written(tmp_path, "ID,Name,Country\n1,Ada,US\n"))

    assert rows(founded, "SELECT country, zone FROM customer") == [{"country": "US", "zone": None}]


def test_more_numbers_and_addresses_stand_behind_the_others(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    run_in("import", written(tmp_path, "ID,Name,Phone,Email\n1,Ada,+49301234567,a@b.example\n"))
    text = "ID,Name,Phone,Mobile,Email\n1,Ada,030 1234567,+4915112345678,a@b.example;c@d.example\n"

    file = brought_in(run_in, written(tmp_path, text), "--country", "DE")

    assert counted(file) == (0, 1, 0, 0)
    assert rows(founded, "SELECT position, label, e164 FROM phone ORDER BY position") == [
        {"position": 1, "label": "", "e164": "+49301234567"},
        {"position": 2, "label": "mobile", "e164": "+4915112345678"},
    ]
    found = rows(founded, "SELECT address FROM email ORDER BY position")
    assert [row["address"] for row in found] == ["a@b.example", "c@d.example"]


def test_a_new_address_takes_the_place_of_the_old_one(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    run_in("import", written(tmp_path, "ID,Name,Email\n1,Ada,a@b.example\n"))

    run_in("import", written(tmp_path, "ID,Name,Email\n1,Ada,ada@b.example\n"))

    assert rows(founded, "SELECT address FROM email") == [{"address": "ada@b.example"}]


def test_a_first_number_opens_a_customer_to_be_phoned(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    shown = run_in("import", written(tmp_path, "ID,Name,Phone\n1,Ada,\n"))

    run_in("import", written(tmp_path, "ID,Name,Phone\n1,Ada,+49301234567\n"))

    assert "Nobody in the book can be phoned yet. 1 has no number." in shown.out
    assert rows(founded, "SELECT open FROM customer") == [{"open": 1}]


def test_a_refusal_is_never_lifted_and_a_file_can_bring_one(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    headers = "ID,Name,Phone,Do Not Call\n"
    run_in("import", written(tmp_path, f"{headers}1,Ada,+49301234567,no\n"))

    refusing = brought_in(run_in, written(tmp_path, f"{headers}1,Ada,+49301234567,yes\n"))
    lifting = run_in("import", written(tmp_path, f"{headers}1,Ada,+49301234567,no\n"))

    assert counted(refusing) == (0, 1, 0, 0)
    assert "1 customer in the file asked not to be called; that stays." in lifting.out
    found = rows(founded, "SELECT do_not_contact_on, do_not_contact_why, open FROM customer")
    assert found == [
        {
            "do_not_contact_on": "2026-11-23",
            "do_not_contact_why": "as people.csv says",
            "open": 0,
        }
    ]


def test_a_refusal_in_a_file_ends_what_the_customer_was_owed(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    headers = "ID,Name,Phone,Do Not Call\n"
    run_in("import", written(tmp_path, f"{headers}1,Ada,+49301234567,no\n"))
    run_in(*("log", "reached", "--customer", "Ada", "--better", "Come earlier"))
    run_in(*("log", "voicemail", "--customer", "Ada", "--call-back", "in 3 days"))
    run_in("act", "1", "--do", "Come earlier")
    run_in("done", "1", "--say", "We come at eight now")
    owed = run_in("tell", "--json").json

    run_in("import", written(tmp_path, f"{headers}1,Ada,+49301234567,yes\n"))

    assert "Come earlier" in str(owed)
    assert "Come earlier" not in str(run_in("tell", "--json").json)
    assert rows(founded, "SELECT why FROM telling") == [{"why": "do-not-contact"}]
    assert rows(founded, "SELECT settled_how FROM promise") == [{"settled_how": "dropped"}]


def test_somebody_who_said_no_stays_refused_under_another_id(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    headers = "ID,Name,Phone,Do Not Call\n"
    run_in("import", written(tmp_path, f"{headers}1,Ada,+49301234567,yes\n"))

    run_in("import", written(tmp_path, f"{headers}2,Ada,+49 30 1234567,\n"))

    found = rows(founded, "SELECT do_not_contact_on, open FROM customer ORDER BY id")
    assert found == [{"do_not_contact_on": "2026-11-23", "open": 0}] * 2


def test_the_ids_of_unrelated_files_do_not_collide(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    run_in("import", written(tmp_path, "ID,Name\n1,Ada\n", name="shop.csv"))

    other = brought_in(run_in, written(tmp_path, "ID,Name\n1,Bo\n", name="fair.csv"))
    named = brought_in(
        run_in, written(tmp_path, "ID,Name\n1,Ada K.\n", name="x.csv"), "--source", "shop"
    )

    assert counted(other) == (1, 0, 0, 0)
    assert counted(named) == (0, 1, 0, 0)
    found = rows(founded, "SELECT name FROM customer ORDER BY id")
    assert [row["name"] for row in found] == ["Ada K.", "Bo"]


def test_without_an_id_a_number_or_an_address_and_the_name_tell_who_is_meant(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    run_in("import", written(tmp_path, "Name,Email\nJosé Díaz,jd@x.example\n", name="a.csv"))

    same = brought_in(
        run_in, written(tmp_path, "Name,Company,Email\nJose Diaz,Acme,JD@x.example\n", name="b.csv")
    )
    other = brought_in(run_in, written(tmp_path, "Name,Email\nPepe,jd@x.example\n", name="c.csv"))

    assert counted(same) == (0, 1, 0, 0)
    assert counted(other) == (1, 0, 0, 0)
    assert len(rows(founded, "SELECT id FROM customer")) == 2


def test_a_known_person_keeps_their_place_when_a_file_brings_an_id(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    run_in("import", written(tmp_path, "Name,Phone\nAda,+49301234567\n", name="a.csv"))
    file = written(tmp_path, "ID,Name,Phone\n9,Ada,+49301234567\n", name="b.csv")

    first = brought_in(run_in, file)
    renamed = brought_in(run_in, written(tmp_path, "ID,Name\n9,Ada L.\n", name="b.csv"))

    assert counted(first) == (0, 0, 1, 0)
    assert counted(renamed) == (0, 1, 0, 0)
    assert rows(founded, "SELECT name FROM customer") == [{"name": "Ada L."}]


def test_namesakes_in_one_company_are_two_and_the_same_row_twice_is_one(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    text = "Name,Company,Phone\nAda,Acme,+49301234567\nAda,Acme,+49307654321\n"
    file = written(tmp_path, f"{text}Ada,Acme,+49301234567\n")

    first = brought_in(run_in, file)
    again = brought_in(run_in, file)

    assert (counted(first), first["twice"]) == ((2, 0, 1, 0), 1)
    assert (counted(again), again["twice"]) == ((0, 0, 3, 0), 1)
    assert "1 row is about somebody of a row before" in run_in("import", file).out
    assert len(rows(founded, "SELECT id FROM customer")) == 2


def test_one_id_with_two_meanings_is_refused_the_second_time(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    file = brought_in(run_in, written(tmp_path, "ID,Name\n1,Ada\n1,Bo\n1,Ada\n"))

    assert (counted(file), file["twice"]) == ((1, 0, 1, 1), 1)
    assert file["refused_rows"] == [
        {
            "line": 3,
            "column": "ID",
            "value": "1",
            "reason": "the same id as line 2, but it says something else",
        }
    ]
    handed_back = Path(file["refused_file"]).read_text(encoding="utf-8-sig")
    assert handed_back.splitlines()[1].endswith(",1,Bo")
    assert rows(founded, "SELECT name FROM customer") == [{"name": "Ada"}]


@pytest.mark.usefixtures("founded")
def test_refused_rows_are_handed_back_and_no_file_is_lost(run_in: Run, tmp_path: Path) -> None:
    file = written(tmp_path, "Name;Phone\nAda;1\n;22\nBo;1;2;3\n")
    taken = tmp_path / "people.refused.csv"
    taken.write_text("mine", encoding="utf-8")

    first = brought_in(run_in, file)
    again = brought_in(run_in, file)

    place = tmp_path / "people.refused.2.csv"
    assert first["refused_file"] == again["refused_file"] == str(place)
    assert taken.read_text(encoding="utf-8") == "mine"
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    with place.open(encoding="utf-8-sig", newline="") as handed_back:
        assert list(csv.reader(handed_back, delimiter=";")) == [
            ["What to mend", "Name", "Phone"],
            ["line 3: no name and no company", "", "22"],
            ["line 4: the row has 4 cells, but there are 2 headers", "Bo", "1", "2", "3"],
        ]


def test_where_rows_cannot_be_handed_back_the_others_are_in(
    founded: Founded, run_in: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = written(tmp_path, "Name,Phone\nAda,1\n,2\n")

    def refuse(*_: object, **__: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("dailycontact.people.usecases.import_refused.os.replace", refuse)
    shown = run_in("import", file)

    assert "could not be written beside people.csv" in shown.err
    assert rows(founded, "SELECT name FROM customer") == [{"name": "Ada"}]
    assert not list(tmp_path.glob("*.refused*"))


def test_an_open_quote_far_below_takes_everything_back(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    text = "Name\n" + "".join(f"Person {n}\n" for n in range(5_000)) + '"Ada\nBo\n'

    shown = run_in("import", written(tmp_path, text), code=3)

    assert "people.csv, line 5002" in shown.err
    assert rows(founded, "SELECT id FROM customer") == []
    assert rows(founded, "SELECT id FROM event WHERE command = 'import'") == []


def test_a_file_that_cannot_be_read_makes_no_book(run: Run, tmp_path: Path) -> None:
    missing = run("import", str(tmp_path / "none.csv"), code=3)
    nameless = run("import", written(tmp_path, "A,B\n1,2\n"), code=3)

    assert "There is no file" in missing.err
    assert "no column for a name" in nameless.err
    assert [path.name for path in tmp_path.iterdir()] == ["people.csv"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--country", "Narnia"), "no country known here"),
        (("--cadence", "often"), "no rhythm"),
        (("--map", "X=phone"), "there is no column"),
        (("--encoding", "klingon"), "klingon"),
    ],
)
def test_a_flag_that_makes_no_sense_is_a_usage_error(
    run: Run, tmp_path: Path, words: tuple[str, str], said: str
) -> None:
    shown = run("import", written(tmp_path, "Name\nAda\n"), *words, code=2)

    assert said in shown.err


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_letters_arrive_whatever_the_encoding(
    founded: Founded, run_in: Run, tmp_path: Path, encoding: str
) -> None:
    text = "Name,Company\nJürgen Müller,Café Größe\nZoë Çelik,Brouwerij\n"

    file = brought_in(run_in, written(tmp_path, text, encoding=encoding))

    assert file["encoding_guessed"] == (encoding == "cp1252")
    found = rows(founded, "SELECT name FROM customer ORDER BY id")
    assert [row["name"] for row in found] == ["Jürgen Müller", "Zoë Çelik"]


@pytest.mark.usefixtures("founded")
def test_a_guess_at_the_letters_is_said(run_in: Run, tmp_path: Path) -> None:
    file = written(tmp_path, "Name\nJürgen\n", encoding="cp1252")

    shown = run_in("import", file)

    assert "which is a guess" in shown.out


@pytest.mark.usefixtures("founded")
def test_columns_that_look_like_phones_or_names_are_doubtful(run_in: Run, tmp_path: Path) -> None:
    text = "Firma,Hotline,Nickname,Fax,Since\nAcme,+49 30 1234567,Countess,030 7654321,2020-01-02\n"

    file = brought_in(run_in, written(tmp_path, text), "--dry-run")

    assert [doubt.split(",")[0] for doubt in file["doubts"]] == [
        "Hotline looks like a phone",
        "Nickname looks like a name",
    ]


def test_several_files_come_in_together(founded: Founded, run_in: Run, tmp_path: Path) -> None:
    one = written(tmp_path, "Name\nAda\n", name="one.csv")
    two = written(tmp_path, "Name\nBo\nCy\n", name="two.csv")

    shown = run_in("import", one, two)

    assert "1 new" in shown.out
    assert "2 new" in shown.out
    assert len(rows(founded, "SELECT id FROM event WHERE command = 'import'")) == 1


def test_an_import_is_one_event_with_its_runs_and_its_changes(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    run_in("import", written(tmp_path, "ID,Name,Phone\n1,Ada,\n"))
    text = "ID,Name,Phone,Email\n1,Ada L.,,\n2,Bo,+49301234567,b@x.example\n3,Cy,+49307654321,\n"

    run_in("import", written(tmp_path, text))

    *_, event = rows(founded, "SELECT * FROM event ORDER BY id")
    assert event["summary"] == "brought in 2 customers, changed 1 from people.csv"
    lines = rows(founded, "SELECT * FROM event_row ORDER BY id")
    found = [line for line in lines if line["event_id"] == event["id"]]
    assert [(row["table_name"], row["first_id"], row["last_id"]) for row in found] == [
        ("customer", 1, 1),
        ("customer", 2, 3),
        ("phone", 1, 2),
        ("email", 1, 1),
        ("external_id", 2, 3),
    ]
    before, after = json.loads(found[0]["before"]), json.loads(found[0]["after"])
    differing = {name: after[name] for name in after if after[name] != before[name]}
    assert differing == {"name": "Ada L.", "folded": "ada l."}


def test_ids_go_on_after_an_import(founded: Founded, run_in: Run, tmp_path: Path) -> None:
    run_in("import", written(tmp_path, "Name\nAda\nBo\n"))

    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        added = change.add(
            "customer",
            name="Cy",
            folded="cy",
            joined_on="2026-11-23",
            beat=21,
            clock=0.0,
            eligible_from=0,
        )

    assert added == 3


def test_nobody_starts_in_lockstep(founded: Founded, run_in: Run, tmp_path: Path) -> None:
    text = "Name,Phone\n" + "".join(f"P{n},+4930{n + 1000000}\n" for n in range(300))

    shown = run_in("import", written(tmp_path, text))

    found = rows(founded, "SELECT beat, head_start, clock, eligible_from FROM customer")
    load = 300 / 252 / 0.94
    starts = [row["head_start"] for row in found]
    assert {row["beat"] for row in found} == {252}
    assert len(set(starts)) == 300
    assert 0 <= min(starts) < 20
    assert 252 < max(starts) < 252 * load
    assert all(row["clock"] == row["eligible_from"] - row["head_start"] for row in found)
    assert "more than one call a day can keep" in shown.out
    assert "a turn comes about every 15 months" in " ".join(shown.out.split())


def test_a_wrong_guess_of_how_many_come_is_mended(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    people = "".join(f"P{n},{'+4930' + str(n + 1000000) if n < 20 else ''}\n" for n in range(300))

    run_in("import", written(tmp_path, f"Name,Phone\n{people}"))

    found = rows(founded, "SELECT beat, head_start, clock, eligible_from FROM customer")
    assert {row["beat"] for row in found} == {63}
    assert min(row["head_start"] for row in found) >= 0
    assert 50 < max(row["head_start"] for row in found) < 63 * 1.2
    assert all(row["clock"] == row["eligible_from"] - row["head_start"] for row in found)


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
@pytest.mark.usefixtures("founded")
def test_hostile_text_does_not_reach_the_screen(run_in: Run, tmp_path: Path) -> None:
    text = "Name,Phone,[red]x\x1b[2J\nAda \x1b[2J,\x1b]0;x\x07,1\n"

    shown = run_in("import", written(tmp_path, text, name="a\x1b[2Jb.csv"), "--dry-run")

    assert "\x1b" not in shown.out + shown.err


def test_a_long_file_into_an_empty_book_leaves_every_index(
    founded: Founded, run_in: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "MANY", 2)
    before, untouched = indexes(founded), everything(founded)[:4]
    text = "ID,Name,Phone\n" + "".join(f"{n},N{n},+4930123456{n}\n" for n in range(10, 40))

    brought_in(run_in, written(tmp_path, text))
    there = indexes(founded)
    run_in("undo", "--yes")

    assert before
    assert there == before
    assert everything(founded)[:4] == untouched


def test_a_long_file_that_breaks_off_leaves_every_index(
    founded: Founded, run_in: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "MANY", 2)
    before = indexes(founded)

    run_in("import", written(tmp_path, 'Name,Phone\nA,1\nB,2\nC,3\n"D,4\n'), code=3)

    assert indexes(founded) == before


def test_what_a_long_file_changes_is_taken_back_whole(
    founded: Founded, run_in: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changing, "LINES_KEPT", 3)
    text = "ID,Name,Company,Phone\n" + "".join(f"{n},N{n},Acme,+4930{n}\n" for n in range(10, 20))
    run_in("import", written(tmp_path, text))
    before = everything(founded)[:5]

    changed = brought_in(run_in, written(tmp_path, text.replace("Acme", "Brightside")))
    history = run_in("history").out
    run_in("undo", "--yes")

    assert counted(changed) == (0, 10, 0, 0)
    assert "changed 10 customers from people.csv" in history
    assert everything(founded)[:5] == before
