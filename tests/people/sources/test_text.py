"""Bytes become text, or a sentence that says why not."""

from pathlib import Path

import pytest

from dailycontact.people.sources import text
from dailycontact.people.sources.letters import Letters, _foreign_lines, letters_of

NAMES = "name,phone\r\nZoë Ångström,1\r\n"


@pytest.mark.parametrize(
    ("data", "encoding", "guessed"),
    [
        (NAMES.encode("utf-8"), "utf-8", False),
        (NAMES.encode("utf-8-sig"), "utf-8", False),
        (b"\xff\xfe" + NAMES.encode("utf-16-le"), "utf-16-le", False),
        (b"\xfe\xff" + NAMES.encode("utf-16-be"), "utf-16-be", False),
        (b"\xff\xfe\0\0" + NAMES.encode("utf-32-le"), "utf-32-le", False),
        (b"\0\0\xfe\xff" + NAMES.encode("utf-32-be"), "utf-32-be", False),
        (NAMES.encode("utf-16-le"), "utf-16-le", True),
        (NAMES.encode("utf-16-be"), "utf-16-be", True),
        (NAMES.encode("cp1252"), "cp1252", True),
    ],
)
def test_a_text_is_read_whatever_its_encoding_and_a_guess_is_stated(
    data: bytes, encoding: str, guessed: bool
) -> None:
    decoded = text.decode(data, file="a.csv")

    assert decoded.content.decode() == NAMES
    assert (decoded.encoding, decoded.guessed) == (encoding, guessed)


def test_an_encoding_that_was_given_is_no_guess() -> None:
    decoded = text.decode("Dvořák".encode("cp1250"), file="a.csv", encoding="cp1250")

    assert decoded.content.decode() == "Dvořák"
    assert not decoded.guessed


@pytest.mark.parametrize(
    "encoding",
    [
        "zlib",
        "bz2",
        "base64",
        "rot13",
        "idna",
        "unicode_escape",
        "undefined",
        " ",
        "",
        "a\0b",
        "klingon",
    ],
)
def test_what_is_no_encoding_of_letters_is_named(encoding: str) -> None:
    with pytest.raises(text.UnknownEncoding, match=f"--encoding “{encoding}” is not known"):
        text.decode(NAMES.encode(), file="a.csv", encoding=encoding)


def test_greek_letters_in_a_row_are_not_taken_for_western_text() -> None:
    greek = bytes(range(0xC1, 0xDA)) + b", " + bytes(range(0xE1, 0xFA)) + b" 210 1234567\n"

    decoded = text.decode(greek, file="a.csv")

    assert decoded.guessed
    assert decoded.encoding != "cp1252"


def test_a_foreign_letter_late_in_a_big_file_is_found_by_going_over_it_once() -> None:
    # Tried anew from each of its bytes, it would take minutes.
    data = b"name\n" + (b"x" * 400 + b"\n") * 100_000 + "Jörg\n".encode("cp1252")

    assert letters_of(data) == Letters("cp1252", guessed=True)


def test_a_guess_looks_at_no_line_that_has_english_letters_only() -> None:
    data = b"Ada\n" * 5_000 + "Dvořák\r\nNovák\n".encode("cp1250") + b"Bo\n" * 5_000

    assert _foreign_lines(data) == "Dvořák\r\nNovák\n".encode("cp1250")


def test_an_encoding_that_does_not_fit_names_line_column_and_bytes() -> None:
    with pytest.raises(text.Undecodable) as caught:
        text.decode(b"name\nab\x81c\n", file="a.csv", encoding="cp1252")

    assert "a.csv, line 2, column 3: the bytes 81 are not cp1252" in str(caught.value)


def test_utf_8_with_one_bad_byte_is_refused_rather_than_spoilt() -> None:
    data = "name\nZoë\nÅke\nJosé\n".encode() + b"caf\xe9\n"

    with pytest.raises(text.Undecodable, match="line 5, column 4"):
        text.decode(data, file="a.csv")


def test_an_unknown_encoding_is_a_usage_problem_with_choices() -> None:
    with pytest.raises(text.UnknownEncoding, match=r"klingon.*utf-8"):
        text.decode(b"name", file="a.csv", encoding="klingon")


@pytest.mark.parametrize("encoding", ["punycode", "unicode_escape", "undefined", "rot13"])
def test_a_strange_encoding_is_a_foreseen_error(encoding: str) -> None:
    with pytest.raises((text.UnknownEncoding, text.Undecodable)):
        text.decode(b"name\\ud800\xff", file="a.csv", encoding=encoding)


def test_a_few_nuls_are_left_to_whoever_reads_the_rows() -> None:
    data = b"name,phone\nAda,1\nBo\0b,2\nCy,3\n"

    assert text.decode(data, file="a.csv").content == data


def test_nuls_in_half_of_the_lines_are_refused_with_the_first() -> None:
    with pytest.raises(text.NulCharacter, match=r"a\.csv, line 2"):
        text.decode(b"name,phone\nA\0da,1\nBo\0b,2\nCy,3\n", file="a.csv")


@pytest.mark.parametrize("order", ["le", "be"])
def test_utf_32_behind_the_mark_of_another_is_refused(order: str) -> None:
    data = b"\xfe\xff" + NAMES.encode(f"utf-32-{order}")

    with pytest.raises((text.NulCharacter, text.Undecodable), match=r"a\.csv, line 1"):
        text.decode(data, file="a.csv")


def test_utf_16_that_is_cut_off_names_where() -> None:
    with pytest.raises(text.Undecodable, match="line 3, column 3"):
        text.decode((NAMES + "Ada").encode("utf-16-le")[:-1], file="a.csv")


@pytest.mark.parametrize(
    ("names", "encoding"),
    [
        ("Name\nИван Петров\nОльга Смирнова\n", "cp1251"),  # noqa: RUF001 - Russian names
        ("名前,電話\n山田太郎,1\n鈴木一郎,2\n", "cp932"),
        ("Name\nJiří Dvořák\nŽofie Šťastná\n", "cp1250"),
        ("Name\nSean O’Brien “Bob”…\nZoë\n", "cp1252"),
    ],
)
def test_letters_are_guessed_from_what_programs_write(names: str, encoding: str) -> None:
    decoded = text.decode(names.encode(encoding), file="a.csv")

    assert decoded == text.Decoded(content=names.encode(), encoding=encoding, guessed=True)


def test_a_foreign_letter_is_found_however_late_it_comes() -> None:
    data = b"name\n" + b"Ada\n" * 300_000 + "Zoë\n".encode("cp1252")

    assert text.decode(data, file="a.csv").encoding == "cp1252"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b" \r\n\n", "is empty"),
        (b"PK\x03\x04rest", "Excel workbook"),
        (b"%PDF-1.7", "a PDF"),
        (b"\x89PNG\r\n", "a picture"),
        (b"\x1f\x8b\x08", "a compressed file"),
        (b"Name\n\x01\x02\x03\x04", "no text that can be read"),
        (b"\r\n<!DOCTYPE html><table>", "a web page"),
        (b'\xef\xbb\xbf<table border="1">', "a web page"),
        ("<html>".encode("utf-16"), "a web page"),
        (b'<?xml version="1.0"?><Workbook>', "XML"),
        (b"{\\rtf1 Ada}", "a document"),
        (b"BEGIN:VCARD\r\nFN:Ada\r\n", "a set of address cards"),
        (b'[{"name": "Ada"}]', "JSON"),
    ],
)
def test_what_is_no_text_is_refused_in_a_sentence(data: bytes, says: str) -> None:
    with pytest.raises(text.FileUnreadable, match=says):
        text.decode(data, file="a.csv")


def test_a_missing_file_and_a_folder_are_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(text.FileUnreadable, match="There is no file"):
        text.load(tmp_path / "none.csv")
    with pytest.raises(text.FileUnreadable, match="is a folder"):
        text.load(tmp_path)
    with pytest.raises(text.FileUnreadable, match="cannot be read"):
        text.load(Path("a\0b.csv"))


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "MOST_BYTES", 3)

    with pytest.raises(text.FileUnreadable, match=r"larger than 50 MB: .* or add --large"):
        text.decode(b"name", file="a.csv")


def test_a_large_file_may_be_larger_yet_not_of_any_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text, "MOST_BYTES", 3)
    monkeypatch.setattr(text, "LARGE_BYTES", 4)
    path = tmp_path / "a.csv"
    path.write_bytes(b"names")

    assert text.decode(b"name", file="a.csv", large=True).content == b"name"
    with pytest.raises(text.FileUnreadable, match="larger than 1 GB"):
        text.decode(text.load(path, large=True), file="a.csv", large=True)
