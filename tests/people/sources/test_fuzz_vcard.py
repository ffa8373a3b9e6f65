"""No address book crashes the reader: whatever is in it, cards come in or are refused.

5,000 of them; a million with DAILYCONTACT_FUZZ=large.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dailycontact.errors import BadInput, UsageProblem
from dailycontact.people.sources import vcard
from dailycontact.people.sources.contacts import batches
from dailycontact.people.sources.mapping import recognise
from support.mutating import AWKWARD, mutations

pytestmark = pytest.mark.no_cover  # what it reaches others reach, in a third of the time

LARGE = os.environ.get("DAILYCONTACT_FUZZ") == "large"
MADE = 200_000 if LARGE else 1_500
DAMAGED = 800_000 if LARGE else 3_500

NAMES = (
    *(b"FN", b"N", b"ORG", b"NICKNAME", b"TEL", b"EMAIL", b"ADR", b"TZ", b"UID", b"NOTE", b"PHOTO"),
    *(b"item1.TEL", b"item1.X-ABLabel", b"KIND", b"AGENT", b"X-DAILYCONTACT-BOOK", b"#", b".", b""),
)
PARAMETERS = (
    *(
        b"",
        b";CELL",
        b";PREF",
        b";PREF=1",
        b";PREF=\xc2\xb2",
        b";TYPE=work,fax",
        b';TYPE="a,b',
        b";",
    ),
    *(b";CHARSET=UTF-8", b";CHARSET=UTF-16", b";CHARSET=SHIFT_JIS", b";CHARSET=idna", b";CHARSET="),
    *(b";ENCODING=QUOTED-PRINTABLE", b";ENCODING=b", b";QUOTED-PRINTABLE", b";X-LABEL=^n^^^'^"),
)
VALUES = (
    *(
        b"Ada",
        b"Zo\xc3\xab",
        b"Zo\xeb",
        b"\x88\xc0\x93\xa1",
        b"=C3=AB",
        b"=C3=",
        b"=",
        b"AAAA",
        b";",
    ),
    *(b"tel:+44;ext=5", b"a@example.com", b"group", b"\\", b"\\;\\n", b"\x1b$B", b"Europe/Rome"),
    *AWKWARD,
)
ENDS = (b"\r\n", b"\n", b"\r", b"\r\n ", b"=\r\n", b"\r\n\r\n", b"")

lines = st.builds(
    lambda name, parameters, values, end: b"".join((name, *parameters, b":", *values, end)),
    st.sampled_from(NAMES),
    st.lists(st.sampled_from(PARAMETERS), max_size=2),
    st.lists(st.sampled_from(VALUES), max_size=3),
    st.sampled_from(ENDS),
)
fences = st.sampled_from((b"BEGIN:VCARD\r\n", b"END:VCARD\r\n", b"END:VCARD", b"AGENT:\r\n"))
files = st.lists(st.one_of(lines, lines, lines, fences), max_size=12).map(
    lambda parts: b"".join((b"BEGIN:VCARD\r\n", *parts, b"\r\nEND:VCARD\r\n"))
)


def goes_well(data: bytes) -> bool:
    """Read a file to its end; return whether it was one, and see that no card is lost."""
    try:
        sheet = vcard.read(data, file="a.vcf")
        found = list(batches(sheet, recognise(sheet.headers, overrides={})))
    except (BadInput, UsageProblem):
        return False
    assert sum(batch.rows for batch in found) == len(sheet.cards) == sheet.most_rows
    problems = [problem for batch in found for problem in batch.problems]
    handed = sheet.handed_back(problems)
    assert handed.count(vcard.REFUSED) >= len(problems)
    return True


@settings(
    max_examples=MADE,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(files)
def test_cards_that_were_made_up_never_crash(data: bytes) -> None:
    assert goes_well(data)


def test_real_address_books_that_were_damaged_never_crash(shared_data: Path) -> None:
    originals = [file.read_bytes() for file in sorted((shared_data / "vcards").rglob("*.vcf"))]
    several = b"".join(data for data in originals if len(data) < 1_000)

    damaged: Iterator[bytes] = mutations(4, [*originals, several], DAMAGED)

    assert sum(map(goes_well, damaged)) > DAMAGED // 2


def test_every_byte_of_a_card_may_be_missing_or_awkward() -> None:
    card = b"BEGIN:VCARD\r\nN;QUOTED-PRINTABLE:=C3=AB;\r\n =41\r\nTEL;CELL:1\r\nEND:VCARD\r\n"

    without = [card[:at] + card[at + 1 :] for at in range(len(card))]
    awkward = [card[:at] + bad + card[at:] for at in range(len(card)) for bad in AWKWARD]

    assert sum(map(goes_well, without + awkward)) > len(awkward) // 2
