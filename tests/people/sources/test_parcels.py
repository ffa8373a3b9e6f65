"""What is handed over is opened once, whatever it is wrapped in; or it is said why not."""

import os
from pathlib import Path
from zipfile import ZipFile

import pytest

from dailycontact.errors import BadInput
from dailycontact.people.sources.kinds import OtherKind, kind_of
from dailycontact.people.sources.parcels import Delivery, NothingToRead, parcels_of
from dailycontact.people.sources.text import FileUnreadable
from dailycontact.people.sources.unpacking import Damaged, Locked, UnpacksTooLarge
from support.workbooks import ods, rezipped, xlsx, zipped

TABLE = "Name,Phone\nAda,1\n"
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\nEND:VCARD\r\n"
BOOK = xlsx({"A": [("Name",), ("Ada",)]})
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def nothing_comes_in() -> bytes:
    pytest.fail("standard input was read")


def opened(*files: Path | str) -> Delivery:
    return parcels_of([Path(file) for file in files], stdin=nothing_comes_in)


def piped(data: bytes) -> Delivery:
    return parcels_of([Path("-")], stdin=lambda: data)


def names(delivery: Delivery) -> list[str]:
    return [parcel.name for parcel in delivery]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "clients"
    place.mkdir()
    return place


def test_files_come_in_the_order_in_which_they_were_named_and_each_once(folder: Path) -> None:
    first, second = folder / "b.csv", folder / "a.csv"
    first.write_text(TABLE)
    second.write_text(TABLE)
    (folder / "c.csv").symlink_to(first)

    delivery = opened(first, second, folder / ".." / "clients" / "b.csv", folder / "c.csv", folder)

    assert names(delivery) == ["b.csv", "a.csv"]
    assert [parcel.beside for parcel in delivery] == [first, second]


def test_of_a_folder_the_files_of_known_kinds_come_by_name_and_the_others_are_told(
    folder: Path,
) -> None:
    for name in ("b.csv", "A.TSV", "c.vcf", "notes.pdf", "todo.txt", "a.refused.csv"):
        (folder / name).write_text(TABLE)
    (folder / "x.refused.2.csv").write_text(TABLE)
    (folder / ".hidden.csv").write_text(TABLE)
    (folder / "~$d.xlsx").write_text("lock")
    (folder / "d.xlsx").write_bytes(BOOK)
    (folder / "old").mkdir()
    (folder / "old" / "e.csv").write_text(TABLE)

    delivery = opened(folder)

    assert names(delivery) == ["A.TSV", "b.csv", "c.vcf", "d.xlsx"]
    assert delivery.left_out == (
        *("a.refused.csv", "notes.pdf", "old", "todo.txt", "x.refused.2.csv"),
    )


def test_a_folder_without_any_such_file_is_an_error(folder: Path) -> None:
    (folder / "notes.pdf").write_text("x")

    with pytest.raises(NothingToRead, match="clients is a folder without a CSV"):
        opened(folder)


def test_a_refused_file_is_read_when_it_is_named(folder: Path) -> None:
    place = folder / "a.refused.2.csv"
    place.write_text(TABLE)

    [parcel] = opened(place)

    assert (parcel.name, parcel.first_name) == ("a.refused.2.csv", "a")


def test_standard_input_is_read_once_and_its_kind_is_found() -> None:
    calls: list[int] = []

    def stdin() -> bytes:
        calls.append(1)
        return CARD.encode()

    [parcel] = parcels_of([Path("-"), Path("-")], stdin=stdin)

    assert (parcel.name, parcel.kind, parcel.beside) == ("stdin", ".vcf", Path("stdin"))
    assert calls == [1]


def test_the_members_of_an_archive_come_in_its_order(folder: Path) -> None:
    archive = folder / "audience.zip"
    members: dict[str, str | bytes] = {
        "subscribed.csv": TABLE,
        "export/2026/unsubscribed.csv": TABLE,
        "cleaned.csv": "",
        "readme.md": "hi",
        "more.zip": zipped({"a.csv": TABLE}),
        "disguised.csv": zipped({"a.csv": TABLE}),
        "__MACOSX/._subscribed.csv": "x",
        ".hidden.csv": TABLE,
        "book.xlsx": BOOK,
    }
    archive.write_bytes(zipped(members))

    delivery = opened(archive)

    assert names(delivery) == [
        "audience.zip › subscribed.csv",
        "audience.zip › export › 2026 › unsubscribed.csv",
        "audience.zip › book.xlsx",
    ]
    assert [parcel.beside for parcel in delivery][:2] == [
        folder / "subscribed.csv",
        folder / "unsubscribed.csv",
    ]
    assert [parcel.first_name for parcel in delivery][:2] == ["subscribed", "unsubscribed"]
    assert delivery.left_out == (
        "audience.zip › cleaned.csv",
        "audience.zip › readme.md",
        "audience.zip › more.zip",
        "audience.zip › disguised.csv",
    )


@pytest.mark.parametrize(
    ("name", "called", "beside"),
    [
        ("../../etc/people.csv", "a.zip › etc › people.csv", "people.csv"),
        ("/abs/people.csv", "a.zip › abs › people.csv", "people.csv"),
        ("C:\\Temp\\people.csv", "a.zip › C: › Temp › people.csv", "people.csv"),
        ("a\x1b[31m\n?.csv", "a.zip › a\x1b[31m\n?.csv", "a_[31m__.csv"),
        ("x" * 300 + ".csv", "a.zip › " + "x" * 300 + ".csv", "x" * 100 + ".csv"),
    ],
)
def test_names_in_an_archive_lead_nowhere_else(
    folder: Path, name: str, called: str, beside: str
) -> None:
    archive = folder / "a.zip"
    archive.write_bytes(zipped({name: TABLE}))

    [parcel] = opened(archive)

    assert (parcel.name, parcel.beside) == (called, folder / beside)


def test_a_name_in_utf_8_that_does_not_say_so_is_read(folder: Path) -> None:
    archive = folder / "a.zip"
    archive.write_bytes(flagged(zipped({"Zoë.csv": TABLE}), 0))
    with ZipFile(archive) as plain:
        assert plain.namelist() != ["Zoë.csv"]

    assert names(opened(archive)) == ["a.zip › Zoë.csv"]


def flagged(archive: bytes, flags: int) -> bytes:
    """Return an archive of one member with other flags: 1 is encrypted, 2048 a name in UTF-8."""
    data = bytearray(archive)
    for place in (6, data.index(b"PK\x01\x02") + 8):
        data[place : place + 2] = flags.to_bytes(2, "little")
    return bytes(data)


def broken() -> bytes:
    """Return an archive whose member is not what was packed."""
    data = zipped({"a.csv": TABLE})
    return data[:40] + bytes(4) + data[44:]


@pytest.mark.parametrize(
    ("data", "error", "sentence"),
    [
        (zipped({"a.csv": "x" * 10_000_000}), UnpacksTooLarge, "more than 100 times its size"),
        (zipped({f"{n}.csv": "x" * 400_000 for n in range(9)}), UnpacksTooLarge, "100 times"),
        (zipped({f"{n}": "" for n in range(10_001)}), UnpacksTooLarge, "more than 10,000 files"),
        (zipped({"a.csv": TABLE})[:-30], Damaged, "damaged, or only a part"),
        (broken(), Damaged, "damaged, or only a part"),
        (flagged(zipped({"a.csv": TABLE}), 1), Locked, "protected by a password"),
        (zipped({"a.pdf": "x"}), NothingToRead, "holds no CSV, Excel or vCard file"),
        (zipped({}), NothingToRead, "holds no CSV, Excel or vCard file"),
    ],
)
def test_an_archive_that_cannot_be_read_is_one_sentence(
    data: bytes, error: type[BadInput], sentence: str
) -> None:
    with pytest.raises(error, match=sentence) as raised:
        piped(data)

    assert str(raised.value).startswith("stdin ")


def test_an_archive_of_more_than_fifty_megabytes_stays_closed() -> None:
    with pytest.raises(UnpacksTooLarge, match="stdin is larger than 50 MB"):
        piped(b"PK\x03\x04" + bytes(50_000_000))


def test_a_small_archive_may_unpack_to_a_small_table() -> None:
    data = zipped({"a.csv": "Name\n" + "Ada\n" * 200_000})

    [parcel] = piped(data)

    assert len(data) * 100 < len(parcel.data) < 1_000_000


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("none.csv", "There is no file .*none.csv"),
        ("none/a.csv", "There is no file"),
        ("x" * 300, "cannot be (opened|read)"),
        ("a\0b.csv", "cannot be read"),
        ("full.csv/a.csv", "cannot be read"),
        ("empty.csv", "empty.csv is empty"),
        ("blank.csv", "blank.csv is empty"),
        ("pipe", "pipe is no file: pipe it in, and name it - instead"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(folder: Path, name: str, sentence: str) -> None:
    (folder / "full.csv").write_text(TABLE)
    (folder / "empty.csv").write_bytes(b"")
    (folder / "blank.csv").write_bytes(b" \n\n")
    os.mkfifo(folder / "pipe")

    with pytest.raises(FileUnreadable, match=sentence):
        opened(folder / name)


def test_a_device_is_not_waited_for() -> None:
    with pytest.raises(FileUnreadable, match="is no file"):
        opened(os.devnull)


def test_nothing_on_standard_input_is_said() -> None:
    with pytest.raises(FileUnreadable, match="Nothing came in on standard input"):
        piped(b"\n")


@pytest.mark.parametrize(
    ("data", "file", "kind"),
    [
        (BOOK, "a.csv", ".xlsx"),
        (BOOK, "a.xlsm", ".xlsm"),
        (BOOK[:300], "a.xlsx", ".xlsx"),
        (ods(""), "a.zip", ".ods"),
        (OLD + bytes(600), "a.xlsx", ".xlsx"),
        (OLD + bytes(600), "a", ".xls"),
        (TABLE.encode(), "a.xlsx", ".csv"),
        (TABLE.encode(), "a.json", ".csv"),
        (TABLE.encode(), "a.txt", ".txt"),
        (TABLE.encode(), "a", ""),
        (CARD.encode(), "a.csv", ".vcf"),
        (b"\xef\xbb\xbf\n" + CARD.encode(), "a.csv", ".vcf"),
        (CARD.encode("utf-16"), "a", ".vcf"),
        (CARD.encode("utf-16-be"), "a", ".vcf"),
        (b"PRODID:x\n" + CARD.encode(), "a.vcard", ".vcf"),
        (b'[{"name": "Ada"}]', "a.csv", ".json"),
        (b'\xef\xbb\xbf{"customers": []}', "a", ".json"),
        (b'["Ada"]', "a.json", ".json"),
        (b"[Name],[Phone]\n", "a.csv", ".csv"),
        (zipped({"a.csv": TABLE}), "a.csv", ".zip"),
    ],
)
def test_a_kind_is_told_by_what_a_file_holds(data: bytes, file: str, kind: str) -> None:
    assert kind_of(data, file=file) == kind


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (zipped({"[Content_Types].xml": "", "word/document.xml": ""}), "a Word document"),
        (zipped({"[Content_Types].xml": "", "ppt/a.xml": ""}), "a presentation"),
        (zipped({"Index/Document.iwa": ""}), "a Numbers document"),
        (
            zipped({"mimetype": "application/vnd.oasis.opendocument.text"}),
            "a text document",
        ),
        (b"<html><table>", "a web page"),
    ],
)
def test_documents_without_a_table_are_named(data: bytes, sentence: str) -> None:
    with pytest.raises(OtherKind, match=f"^a.xls is {sentence}"):
        kind_of(data, file="a.xls")


def test_an_archive_with_damage_inside_a_workbook_is_still_a_workbook() -> None:
    half = rezipped(BOOK, lambda _, xml: xml[: len(xml) // 2])

    assert kind_of(half, file="a.zip") == ".xlsx"
