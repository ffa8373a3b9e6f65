"""customers export, through the command line, on both databases: files, places, notes, forms."""

import csv
import io
import stat
from pathlib import Path

import pytest

from conftest import Founded
from dailycontact.store.exporting import STANDARD_OUTPUT
from dailycontact.terminal.screen import Screen
from support.builders import MORNING, a_call, a_customer, a_finish, an_action, an_answer
from support.running import Run

HOSTILE = "=HYPERLINK(0)\x1b[31m\u202e, \"x\"; 'y'"


@pytest.fixture
def three(founded: Founded) -> Founded:
    """Return a book with Ana, who has everything, Eva, who said no, and somebody hostile."""
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        segment_id = change.add("segment", name="Cafés", cadence=21)
        ana = a_customer(
            change,
            company="Green Door",
            phone=None,
            segment_id=segment_id,
            cadence=63,
            country="GB",
            zone="Europe/London",
            hours="09:00-12:00",
            leader_id=founded.leader_id,
            referred_by="Bo Lind",
            renewed_on="2026-05-01",
            paused_on="2026-11-20",
            paused_until="2026-12-24",
        )
        _phone(change, ana, 1, "office", "0113 496 0123", "+441134960123", None)
        _phone(change, ana, 2, "", "0113 496 0124 x5", "+441134960124", "5", wrong_on="2026-11-01")
        change.add("email", customer_id=ana, position=1, label="work", address="ana@example.com")
        change.add("external_id", customer_id=ana, source="HubSpot", value="17; 18=19%")
        a_customer(
            change,
            "Eva Refused",
            do_not_contact_on="2026-11-02",
            do_not_contact_why="said so,\n\ttwice",
        )
        a_customer(change, HOSTILE, phone="n/a")
    founded.book.rest()
    return founded


def _phone(
    change: object,
    customer_id: int,
    position: int,
    label: str,
    raw: str,
    e164: str,
    extension: str | None,
    wrong_on: str | None = None,
) -> None:
    change.add(  # type: ignore[attr-defined]  # a change
        "phone",
        customer_id=customer_id,
        position=position,
        label=label,
        raw=raw,
        e164=e164,
        extension=extension,
        shown=raw,
        wrong_on=wrong_on,
    )


def _rows(content: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.removeprefix("\ufeff"))))


def _notes(founded: Founded) -> list[tuple[object, ...]]:
    rows = founded.book.look().rows(
        "SELECT place, form, people, customer_id, leader_id, day FROM export ORDER BY id"
    )
    return [tuple(row[name] for name in ("place", "form", "people", "customer_id")) for row in rows]


@pytest.mark.usefixtures("three")
def test_a_pipe_gets_a_csv_with_everything_that_is_known(run_in: Run) -> None:
    ana, eva, hostile = _rows(run_in("customers", "export").out)

    assert ana == {
        "Customer ID": "1",
        "Book": ana["Book"],
        "Name": "Ana Duarte",
        "Company": "Green Door",
        "Phone 1 - Label": "office",
        "Phone 1 - Value": "+441134960123",
        "Phone 1 - As written": "0113 496 0123",
        "Phone 2 - Value": "+441134960124;ext=5",
        "Phone 2 - As written": "0113 496 0124 x5",
        "Phone 2 - Wrong since": "2026-11-01",
        "E-mail 1 - Label": "work",
        "E-mail 1 - Value": "ana@example.com",
        "Country": "GB",
        "Time Zone": "Europe/London",
        "Hours": "09:00-12:00",
        "Segment": "Cafés",
        "Cadence": "63",
        "Leader": "Marta Silva",
        "Recommended by": "Bo Lind",
        "Joined on": "2026-11-23",
        "Renewed on": "2026-05-01",
        "Paused on": "2026-11-20",
        "Paused until": "2026-12-24",
        "Do Not Contact": "",
        "Refused on": "",
        "Refused because": "",
        "Other ids": "HubSpot=17%3B 18%3D19%25",
    }
    assert (eva["Do Not Contact"], eva["Refused on"]) == ("yes", "2026-11-02")
    assert eva["Refused because"] == "said so,\n\ttwice"
    assert hostile["Name"] == f"'{HOSTILE}"


def test_an_export_is_noted_in_the_book_with_its_place(
    three: Founded, run_in: Run, tmp_path: Path
) -> None:
    file = tmp_path / "out.json"

    run_in("customers", "export")
    run_in("customers", "export", "ana", "-o", str(file))

    assert _notes(three) == [(STANDARD_OUTPUT, "csv", 3, None), (str(file), "json", 1, 1)]
    assert "exported 1 customer" in run_in("history").out


@pytest.mark.parametrize("name", ["x.csv", "x.VCF", "x.json", "x.xlsx"])
def test_a_file_is_its_owners_alone_and_never_replaced_unasked(
    three: Founded, run_in: Run, tmp_path: Path, name: str
) -> None:
    file = tmp_path / name

    first = run_in("customers", "export", "-o", str(file))
    content = file.read_bytes()
    again = run_in("customers", "export", "eva", "-o", str(file), code=7)

    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert f"Written: {file} (3 customers" in first.err
    assert "One of them does not want to be contacted" in first.err
    assert "exists already" in again.err
    assert file.read_bytes() == content
    assert [one.name for one in tmp_path.glob(f"*{name}*")] == [name]
    assert len(_notes(three)) == 1


@pytest.mark.usefixtures("three")
def test_with_force_a_file_is_replaced(run_in: Run, tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_text("before")

    run_in("customers", "export", "-o", str(file), "--force")

    assert "Ana Duarte" in file.read_text()


def test_the_book_itself_is_never_replaced(
    sqlite_book: Founded, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = sqlite_book.book.address
    sqlite_book.book.rest()
    monkeypatch.setenv("DAILYCONTACT_BOOK", book)

    refused = run("customers", "export", "--format", "csv", "-o", book, "--force", code=7)

    assert "is a book of customers" in refused.err
    assert run("check").code == 0


@pytest.mark.usefixtures("three")
def test_in_a_terminal_a_file_is_made_in_the_current_folder(
    run_in: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Screen, "is_terminal", True)

    everybody = run_in("customers", "export")
    one = run_in("customers", "export", "1", "--format", "vcard")

    assert (tmp_path / "customers-2026-11-23.csv").exists()
    assert (tmp_path / "customer-1-2026-11-23.vcf").exists()
    assert everybody.out == one.out == ""
    assert "customers-2026-11-23.csv" in everybody.err


def test_a_segment_can_be_exported_and_a_wrong_one_is_an_error_that_leaves_nothing(
    three: Founded, run_in: Run, tmp_path: Path
) -> None:
    cafes = run_in("customers", "export", "--segment", "CAFES", "--format", "json").json
    wrong = run_in("customers", "export", "--segment", "x", "-o", str(tmp_path / "o.csv"), code=4)

    assert [one["name"] for one in cafes["customers"]] == ["Ana Duarte"]
    assert "There is no segment 'x'" in wrong.err
    assert not list(tmp_path.glob("*o.csv*"))
    assert len(_notes(three)) == 1


@pytest.mark.parametrize(
    ("words", "ending"),
    [((), "pdf"), ((), "foo"), (("ana", "--everything"), "csv"), (("ana", "--everything"), "pdf")],
)
@pytest.mark.usefixtures("three")
def test_a_file_never_ends_with_what_it_is_not(
    words: tuple[str, ...], ending: str, run_in: Run, tmp_path: Path
) -> None:
    file = tmp_path / f"out.{ending}"

    wrong = run_in("customers", "export", *words, "-o", str(file), code=2)
    there = file.exists()
    run_in("customers", "export", *words, "--format", "json", "-o", str(file))

    assert f"A file that ends with .{ending} cannot be written; choose from ." in wrong.err
    assert not there
    assert file.read_bytes()[:1] == b"{"


def test_whoever_was_erased_is_never_exported(three: Founded, run_in: Run) -> None:
    with three.book.change("test", leader_id=three.leader_id, at=MORNING) as change:
        change.set("customer", 2, erased=1)
    three.book.rest()

    rows = _rows(run_in("customers", "export").out)

    assert [row["Customer ID"] for row in rows] == ["1", "3"]


def test_an_export_is_no_change_that_undo_takes_back(three: Founded, run_in: Run) -> None:
    run_in("customers", "pause", "3")
    run_in("customers", "export")

    run_in("undo")

    assert len(_notes(three)) == 1
    assert not three.book.look().value("SELECT paused_on AS value FROM customer WHERE id = 3")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--format", "doc"], 2, "csv, vcard, json, xlsx"),
        (["--everything"], 2, "name them before it"),
        (["ana", "--segment", "x"], 2, "not both"),
        (["ana", "--everything", "--format", "csv"], 2, "text, json"),
        (["nobody"], 4, "nobody"),
        (["-o", "/nowhere/at/all.csv"], 6, "could not be written"),
    ],
)
def test_what_cannot_be_meant_is_a_sentence(
    three: Founded, run_in: Run, words: list[str], code: int, said: str
) -> None:
    assert said in run_in("customers", "export", *words, code=code).err
    assert _notes(three) == []


@pytest.mark.usefixtures("three")
def test_the_xlsx_is_read_back_cell_by_cell(run_in: Run, tmp_path: Path) -> None:
    from python_calamine import CalamineWorkbook

    file = tmp_path / "x.xlsx"
    run_in("customers", "export", "-o", str(file))

    headers, ana, _, hostile = (
        CalamineWorkbook.from_path(str(file)).get_sheet_by_name("Customers").to_python()
    )

    said = dict(zip(headers, ana, strict=True))
    assert (said["Customer ID"], said["Cadence"], said["Renewed on"]) == (1.0, 63.0, "2026-05-01")
    assert said["Phone 2 - Value"] == "+441134960124;ext=5"
    assert hostile[2] == f"'{HOSTILE}"


def test_everything_about_one_is_a_page_that_can_be_handed_over(
    three: Founded, run_in: Run
) -> None:
    with three.book.change("test", leader_id=three.leader_id, at=MORNING) as change:
        answer = an_answer(change, 1, "Invoices without the café's name", consent="name")
        a_call(change, 1, outcome="no-answer", notes="daughter starts school")
        change.add(
            "sharing", answer_id=answer, leader_id=1, place="Monday round",
            day="2026-11-23", recorded_at=MORNING,
        )  # fmt: skip
        change.set("customer", 1, name="Ana Duarte-Lopes")
    three.book.rest()
    run_in("customers", "export")

    page = run_in("customers", "export", "1", "--everything").out

    assert page.startswith("# What Brightside holds about you: Ana Duarte-Lopes, Green Door\n")
    for held in (
        "ana@example.com (work)",
        "daughter starts school",
        "Invoices without the café's name",
        "may be passed on with your name",
        "Monday round",
        "name, before “Ana Duarte”, then “Ana Duarte-Lopes”",
        "You came in a file from HubSpot, where you are known as number 17; 18=19%.",
        "with you and others in it: standard output",
        "## What is not held",
    ):
        assert held in page
    assert "Eva" not in page
    assert _notes(three)[-1] == (STANDARD_OUTPUT, "text", 1, 1)


@pytest.mark.usefixtures("three")
def test_everything_about_one_as_a_document(run_in: Run) -> None:
    document = run_in("customers", "export", "eva", "--everything", "--json").json

    assert document["company"] == "Brightside"
    assert document["customer"]["name"] == "Eva Refused"
    assert document["customer"]["do_not_contact_on"] == "2026-11-02"


def test_the_page_says_who_was_merged_and_where_else_one_is_named(
    three: Founded, run_in: Run
) -> None:
    with three.book.change("test", leader_id=three.leader_id, at=MORNING) as change:
        anna = a_customer(change, "Anna Duarte", phone=None)
        answer = an_answer(change, 1, "Say the café")
        action = an_action(change, answer, title="Put the name on it.")
        a_finish(change, action, answer)
        change.add(
            "story",
            day="2026-11-23",
            leader_id=1,
            text="Tom drove to Ana Duarte's.",
            recorded_at=MORNING,
        )
        an_answer(change, 2, "As Ana Duarte says.")
    three.book.rest()
    run_in("customers", "merge", "1", str(anna), "--keep", "1", "--yes")

    page = run_in("customers", "export", "1", "--everything").out
    document = run_in("customers", "export", "1", "--everything", "--json").json

    for held in (
        f"You were in the book twice: the other entry, number {anna}, became this one.",
        "name, before “Anna Duarte”, then nothing",
        "- 1 answer of another customer.\n- 1 story.\n",
        "“Say the café.”",
        "- What is done: Put the name on it. Done: ",
    ):
        assert held in page
    assert "- Phone: +44" in run_in("customers", "export", "2", "--everything").out
    assert "from dailycontact" not in page
    assert "Tom drove" not in page
    assert "with “" not in page
    assert document["named_elsewhere"] == [
        {"where": "answer", "texts": 1},
        {"where": "story", "texts": 1},
    ]
    assert document["merged_numbers"] == [anna]


@pytest.mark.usefixtures("three")
def test_hostile_names_are_only_text_on_the_page(run_in: Run) -> None:
    page = run_in("customers", "export", "3", "--everything").out

    assert "\x1b" not in page
    assert "\u202e" not in page
