"""Each form, as other programs read it: tables, cards, documents."""

import io
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, BinaryIO, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dailycontact.core.exported import Exported, ExportedEmail, ExportedPhone, OtherId
from dailycontact.people.formats import FORMS, form_of
from dailycontact.people.formats.vcard import escaped, folded
from dailycontact.people.sources import own, source_of

ANA = Exported(
    id=7,
    book="0123abcd",
    name="Ana Duarte",
    company="Green Door; Cafés, Ltd",
    phones=(
        ExportedPhone("office", "0113 496 0123", "+441134960123", "5", None),
        ExportedPhone("mobile", "+447400123456", "+447400123456", None, "2026-11-01"),
        ExportedPhone('my "own"', 'ask at; the "desk"', None, None, None),
    ),
    emails=(ExportedEmail("work", "ana@example.com"),),
    country="GB",
    zone="Europe/London",
    segment="Cafés",
    joined_on="2026-01-02",
    refused_on="2026-11-02",
    refused_why="too often,\nat lunch",
    other_ids=(OtherId("HubSpot", "17"),),
)
MANY = 30_000


def _written(form: str, *people: Exported) -> bytes:
    out = io.BytesIO()
    form_of(form).write(out, lambda: iter(people), book="0123abcd")
    return out.getvalue()


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
@pytest.mark.parametrize("name", ["a\rb", "a\r\nb", "\tx", " x ", "=1", "''", "\x1b[31m", "\u202e"])
def test_a_table_gives_every_letter_back(form: str, name: str) -> None:
    data = _written(form, Exported(id=1, book="0123abcd", name=name))

    sheet = source_of(f".{form}").read(data, file=f"x.{form}")
    rows = [
        row
        for block in own.unguarded_if_ours(sheet, kind=f".{form}").blocks()
        for row in block.rows
    ]

    assert [list(row) for row in rows] == [["1", "0123abcd", name]]


@pytest.mark.parametrize("form", FORMS)
def test_of_nobody_there_is_a_whole_file(form: str) -> None:
    data = _written(form)

    assert data if form != "vcard" else data == b""


def test_a_document_says_everything_by_its_name() -> None:
    document = json.loads(_written("json", ANA))

    assert document["book"] == "0123abcd"
    assert document["customers"][0] == {
        "customer_id": 7,
        "name": "Ana Duarte",
        "company": "Green Door; Cafés, Ltd",
        "phones": [
            _phone("office", "+441134960123", "5", "0113 496 0123", None),
            _phone("mobile", "+447400123456", None, "+447400123456", "2026-11-01"),
            _phone('my "own"', None, None, 'ask at; the "desk"', None),
        ],
        "emails": [{"label": "work", "address": "ana@example.com"}],
        "country": "GB",
        "time_zone": "Europe/London",
        "hours": None,
        "segment": "Cafés",
        "cadence": None,
        "leader": None,
        "recommended_by": None,
        "joined_on": "2026-01-02",
        "renewed_on": None,
        "left_on": None,
        "paused_on": None,
        "paused_until": None,
        "do_not_contact": True,
        "refused_on": "2026-11-02",
        "refused_because": "too often,\nat lunch",
        "other_ids": [{"source": "HubSpot", "value": "17"}],
    }


def _phone(
    label: str, e164: str | None, extension: str | None, as_written: str, wrong: str | None
) -> dict[str, Any]:
    return {
        "label": label,
        "e164": e164,
        "extension": extension,
        "as_written": as_written,
        "wrong_since": wrong,
    }


def test_a_card_is_what_an_address_book_knows_and_the_rest_beside_it() -> None:
    lines = _written("vcard", ANA).decode().replace("\r\n ", "").split("\r\n")

    assert lines == [
        "BEGIN:VCARD",
        "VERSION:4.0",
        "PRODID:-//dailycontact//dailycontact//EN",
        "UID;VALUE=text:dailycontact-0123abcd-7",
        "FN:Ana Duarte",
        "N:Duarte;Ana;;;",
        r"ORG:Green Door\; Cafés\, Ltd",
        'item1.TEL;VALUE=uri;TYPE=work;PREF=1;X-RAW="0113 496 0123":tel:+441134960123;ext=5',
        "item1.X-ABLabel:office",
        "item2.TEL;VALUE=uri;TYPE=cell;PREF=2;X-WRONG-SINCE=2026-11-01:tel:+447400123456",
        "item2.X-ABLabel:mobile",
        r'item3.TEL;VALUE=text;PREF=3:ask at\; the "desk"',
        'item3.X-ABLabel:my "own"',
        "item4.EMAIL;PREF=1:ana@example.com",
        "item4.X-ABLabel:work",
        "ADR:;;;;;;GB",
        "TZ;VALUE=text:Europe/London",
        "CATEGORIES:Cafés",
        "X-DAILYCONTACT-CUSTOMER-ID:7",
        "X-DAILYCONTACT-BOOK:0123abcd",
        "X-DAILYCONTACT-JOINED-ON:2026-01-02",
        "X-DAILYCONTACT-DO-NOT-CONTACT:yes",
        "X-DAILYCONTACT-REFUSED-ON:2026-11-02",
        r"X-DAILYCONTACT-REFUSED-BECAUSE:too often\,\nat lunch",
        "X-DAILYCONTACT-OTHER-IDS:HubSpot=17",
        "END:VCARD",
        "",
    ]


@given(st.text(max_size=400))
def test_no_line_of_a_card_is_too_long_and_no_letter_is_cut(text: str) -> None:
    line = escaped(text.encode("utf-8", "replace").decode())

    broken = folded(line)

    assert all(len(each) <= 75 for each in broken.split(b"\r\n"))
    assert all(each.decode() or True for each in broken.split(b"\r\n"))
    assert broken.decode().replace("\r\n ", "") == f"{line}\r\n"


def test_a_company_has_no_first_name_on_its_card() -> None:
    card = _written("vcard", Exported(id=1, book="b", name="Acme Inc", company="Acme Inc"))

    assert b"\r\nN:;;;;\r\n" in card


def test_khard_reads_the_cards(tmp_path: Path) -> None:
    if (
        find_spec("khard") is None
        or shutil.which("khard", path=str(Path(sys.executable).parent)) is None
    ):
        pytest.skip("NO KHARD: install it to see whether it reads the cards")
    folder = tmp_path / "cards"
    folder.mkdir()
    for number, one in enumerate((ANA, Exported(id=8, book="b", name="=1, \x1b[31m"))):
        (folder / f"{number}.vcf").write_bytes(_written("vcard", one))
    settings = tmp_path / "khard.conf"
    settings.write_text(f"[addressbooks]\n[[all]]\npath = {folder}\n")

    read = subprocess.run(
        [str(Path(sys.executable).parent / "khard"), "-c", str(settings), "show", "Ana"],
        capture_output=True,
        check=True,
        text=True,
    ).stdout

    assert "Full name: Ana Duarte" in read
    assert "Organisation: Green Door; Cafés, Ltd" in read
    assert "+441134960123" in read
    assert "ana@example.com" in read
    assert "GB" in read


@pytest.mark.no_cover  # tracing lines and memory at once takes four times as long
@pytest.mark.parametrize("form", ["csv", "json", "vcard", "xlsx"])
def test_memory_does_not_grow_with_the_customers(form: str) -> None:
    import tracemalloc

    form_of(form).write(io.BytesIO(), lambda: iter([ANA]), book="b")  # what it loads is loaded

    tracemalloc.start()
    form_of(form).write(cast("BinaryIO", _Nowhere()), _crowd, book="b")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < 6_000_000


def _crowd() -> Iterator[Exported]:
    return (Exported(id=number, book="b", name=f"Somebody {number}") for number in range(MANY))


class _Nowhere(io.RawIOBase):
    """Takes everything, and keeps nothing."""

    def writable(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:
        return len(data)
