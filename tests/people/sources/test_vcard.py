"""Address cards are read as phones, mailers and CRMs write them, and none is lost in silence."""

import io
from collections import Counter
from pathlib import Path

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from dailycontact.core.contact import Contact, Problem
from dailycontact.core.exported import Exported, ExportedEmail, ExportedPhone
from dailycontact.core.exported_columns import cells
from dailycontact.people.formats import vcard as written
from dailycontact.people.sources import source_of, vcard
from dailycontact.people.sources.contacts import batches
from dailycontact.people.sources.mapping import recognise
from dailycontact.people.sources.sheet import TooManyRows
from dailycontact.people.sources.text import FileUnreadable, Undecodable, UnknownEncoding

ACCENTED = "Zoë Ñandú"

texts = st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=40)
someones = st.builds(
    Exported,
    id=st.integers(1, 10**6),
    book=st.just("0a1b2c3d"),
    name=texts.filter(bool),
    company=texts,
    phones=st.lists(
        st.builds(
            ExportedPhone,
            label=texts,
            raw=texts.filter(bool),
            e164=st.sampled_from((None, "+4930123456")),
            extension=st.sampled_from((None, "5")),
            wrong_on=st.sampled_from((None, "2026-11-01")),
        ),
        max_size=3,
    ).map(tuple),
    emails=st.lists(st.builds(ExportedEmail, texts, texts.filter(bool)), max_size=3).map(tuple),
    country=st.sampled_from((None, "DE")),
    zone=st.sampled_from((None, "Europe/Berlin", "Japan")),
    segment=texts,
    hours=texts,
    refused_why=texts,
)


def card(*lines: str, version: str = "3.0") -> str:
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


def opened(source: str | bytes, encoding: str | None = None) -> vcard.CardSheet:
    data = source.encode() if isinstance(source, str) else source
    return vcard.read(data, file="a.vcf", encoding=encoding)


def found_in(source: str | bytes) -> tuple[list[tuple[int, Contact]], list[Problem], Counter[str]]:
    sheet = opened(source)
    people: list[tuple[int, Contact]] = []
    problems: list[Problem] = []
    skipped: Counter[str] = Counter()
    for batch in batches(sheet, recognise(sheet.headers, overrides={})):
        people += zip(batch.lines, batch.contacts, strict=True)
        problems += batch.problems
        skipped.update(batch.skipped)
    return people, problems, skipped


def people_in(source: str | bytes) -> list[Contact]:
    return [contact for _, contact in found_in(source)[0]]


def person_in(*lines: str, version: str = "3.0") -> Contact:
    (person,) = people_in(card(*lines, version=version))
    return person


def refusals_in(source: str | bytes) -> list[tuple[int, str]]:
    return [(problem.line, problem.reason) for problem in found_in(source)[1]]


def test_a_card_becomes_a_customer_with_all_that_it_says() -> None:
    found = person_in(
        "UID:urn:uuid:8b57",
        "FN:Ada Lovelace",
        "N:Lovelace;Ada;;;",
        "ORG:Engines;Sales;",
        "TEL;TYPE=work,voice:+44 20 7946 0000",
        "TEL;TYPE=cell;PREF=1:+44 7700 900123",
        "EMAIL;TYPE=home:ada@example.com",
        "ADR;TYPE=work:;;1 Road;London;;W1;United Kingdom",
        "TZ:Europe/London",
        version="4.0",
    )

    assert found.name == "Ada Lovelace"
    assert found.company == "Engines"
    assert found.phones == (("mobile", "+44 7700 900123"), ("office", "+44 20 7946 0000"))
    assert [address for _, address in found.emails] == ["ada@example.com"]
    assert (found.country, found.zone) == ("United Kingdom", "Europe/London")
    assert found.external_id == "8b57"


@pytest.mark.parametrize("ending", [".vcf", ".vcard"])
def test_files_of_cards_are_known_by_their_ending(ending: str) -> None:
    assert source_of(ending) is vcard


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("N:Lovelace;Ada;King,Noel;Lady;",), "Ada King Noel Lovelace"),
        (("FN: ", "N:;Ada"), "Ada"),
        (("N:山田;太郎;;;",), "山田 太郎"),
        (("N:;;;;", "ORG:Engines;;", "NICKNAME:Ad"), "Engines"),
        (("NICKNAME:Ad",), "Ad"),
        (("FN:Engines Ltd", "N:;;;;", "ORG:Engines Ltd", "X-ABShowAs:COMPANY"), "Engines Ltd"),
    ],
)
def test_without_a_name_on_show_the_next_best_is_taken(lines: tuple[str, ...], name: str) -> None:
    assert person_in(*lines).name == name


@pytest.mark.parametrize(("kind", "company"), [("org", "Engines Ltd"), ("individual", "")])
def test_the_card_of_a_company_is_a_company(kind: str, company: str) -> None:
    found = person_in(f"KIND:{kind}", "FN:Engines Ltd", version="4.0")

    assert (found.name, found.company) == ("Engines Ltd", company)


def test_a_card_that_names_nobody_is_refused_and_the_others_come_in() -> None:
    source = card("EMAIL:a@example.com") + card("FN:Ada")

    assert [one.name for one in people_in(source)] == ["Ada"]
    assert refusals_in(source) == [(1, "no name and no company")]


def test_a_card_without_a_version_is_read() -> None:
    assert [one.name for one in people_in("BEGIN:VCARD\nN:Ando;Roid;\nEND:VCARD")] == ["Roid Ando"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n"])
def test_every_line_end_is_understood_and_counted_once(end: str) -> None:
    source = (card("FN:Ada", "TEL:1") + card("FN:Bob")).replace("\r\n", end)

    assert [(line, one.name) for line, one in found_in(source)[0]] == [(1, "Ada"), (6, "Bob")]


def test_a_fold_may_cut_a_letter() -> None:
    at = f"FN:{ACCENTED}".encode().index("ë".encode()) + 1
    name = f"FN:{ACCENTED}".encode()
    source = b"BEGIN:VCARD\r\n" + name[:at] + b"\r\n " + name[at:] + b"\r\nEND:VCARD\r\n"

    assert [one.name for one in people_in(source)] == [ACCENTED]


@pytest.mark.parametrize("soft", ["=\r\n", "=\n"])
def test_quoted_printable_goes_on_below_a_soft_line_break(soft: str) -> None:
    found = person_in(
        f"FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=5A=6F=C3{soft}=AB =C3=91and=C3=BA",
        "N;QUOTED-PRINTABLE:X=3BY;",
        version="2.1",
    )

    assert found.name == ACCENTED


def test_a_soft_line_break_at_the_end_does_not_swallow_the_next_card() -> None:
    source = card("FN:Ada", "NOTE;ENCODING=QUOTED-PRINTABLE:and=") + card("FN:Bob")

    assert [one.name for one in people_in(source)] == ["Ada", "Bob"]


@pytest.mark.parametrize("charset", ["ISO-8859-1", "Windows-1252", "UTF-8", "UTF8"])
def test_each_property_has_a_charset_of_its_own(charset: str) -> None:
    source = card("FN;CHARSET=" + charset + ":{}", "ORG;CHARSET=Shift_JIS:{}").encode()
    before, between, after = source.split(b"{}")
    data = before + ACCENTED.encode(charset) + between + "山田ソ".encode("shift_jis") + after

    (found,) = people_in(data)

    assert (found.name, found.company) == (ACCENTED, "山田ソ")
    assert (opened(data).encoding, opened(data).guessed) == ("utf-8", False)


def test_a_file_that_was_made_utf_8_is_read_whatever_its_charsets_say() -> None:
    source = card("FN;CHARSET=SHIFT_JIS:山田太郎", "ORG;CHARSET=us-ascii:Müller")

    (found,) = people_in(source)

    assert (found.name, found.company) == ("山田太郎", "Müller")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_marks_and_wide_letters_are_understood(encoding: str) -> None:
    source = card(f"FN:{ACCENTED}") + card("FN:Bob")

    assert [one.name for one in people_in(source.encode(encoding))] == [ACCENTED, "Bob"]


def test_what_names_no_charset_is_guessed_at_or_as_the_leader_says() -> None:
    data = card("FN:Zoë Müller", "ORG:Café René").encode("cp1252")

    guess, told = opened(data), opened(data, encoding="cp1250")

    assert [one.name for one in people_in(data)] == ["Zoë Müller"]
    assert (guess.encoding, guess.guessed) == ("cp1252", True)
    assert (told.encoding, told.guessed) == ("cp1250", False)


@pytest.mark.parametrize("encoding", ["klingon", "rot13", "unicode_escape", "utf16le", "\0", ""])
def test_an_encoding_that_nobody_knows_is_refused(encoding: str) -> None:
    with pytest.raises(UnknownEncoding):
        opened(card("FN:Ada"), encoding=encoding or "a" * 1000)


@pytest.mark.parametrize("encoding", ["UTF-16", "utf16", "utf_16_le", "utf-8-sig", "latin1"])
def test_an_encoding_may_be_named_in_several_ways(encoding: str) -> None:
    source = card("FN:Zoë").encode(encoding)

    sheet = opened(source, encoding=encoding)

    assert next(sheet.blocks()).rows == [["Zoë"]]


def test_wide_letters_that_are_cut_in_half_are_one_clear_error() -> None:
    with pytest.raises(Undecodable, match=r"a\.vcf is not utf-16-le throughout"):
        opened(card("FN:Ada").encode("utf-16")[:-1])


def test_one_card_in_other_letters_is_refused_and_no_name_is_spoilt() -> None:
    good = "".join(card(f"FN:{ACCENTED} {number}") for number in range(5))

    bad = card("FN:Ren\udce9").encode("utf-8", "surrogateescape")

    assert len(people_in(good.encode() + bad)) == 5
    assert refusals_in(good.encode() + bad) == [(21, "the bytes E9 of FN are not utf-8")]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("FN;CHARSET=X-KLINGON:=C3=91Ñ", "nobody here knows the CHARSET “X-KLINGON” of FN"),
        ("FN;CHARSET=rot13:Ñ", "nobody here knows the CHARSET “rot13” of FN"),
        ("FN;ENCODING=b:abcde", "FN is damaged: its base64 does not fit"),
        ("FN:A\0b", "FN holds a NUL character, so this is no text"),
        ("FN:" + "a" * 10_001, "FN has 10,001 characters, 10,000 are the most"),
        ("TEL;CELL 0311111111", "the line “TEL;CELL 0311111111” has no colon"),
        ("FN:Ada\r\n" + "\r\n".join(f"TEL:{n}" for n in range(101)), "101 phones"),
    ],
)
def test_a_bad_card_is_refused_with_its_line_and_the_reason(line: str, reason: str) -> None:
    source = card("FN:Ada") + card(line) + card("FN:Bob")

    ((at, said),) = refusals_in(source)

    assert at == 5
    assert reason in said
    assert [one.name for one in people_in(source)] == ["Ada", "Bob"]


def test_a_card_that_never_ends_names_its_line() -> None:
    source = card("FN:Ada") + "BEGIN:VCARD\r\nFN:Bob\r\n" + card("FN:Cy") + "BEGIN:VCARD\r\nFN:Di"

    assert [one.name for one in people_in(source)] == ["Ada", "Cy"]
    assert refusals_in(source) == [(5, vcard.NEVER_ENDED), (11, vcard.NEVER_ENDED)]


def test_files_joined_without_a_line_end_stay_two_cards() -> None:
    source = card("FN:Ada").strip() + card("FN:Bob", "TEL:1").strip() + card("FN:Cy")

    people, problems, _ = found_in(source)

    assert [(line, one.name) for line, one in people] == [(1, "Ada"), (4, "Bob"), (8, "Cy")]
    assert [len(one.phones) for _, one in people] == [0, 1, 0]
    assert not problems


def test_a_card_that_never_began_is_no_silence() -> None:
    source = card("FN:Ada") + "\r\nVERSION:3.0\r\nFN:Bob\r\nEND:VCARD\r\n"

    assert refusals_in(source) == [(6, vcard.NEVER_BEGUN)]


def test_what_stands_between_cards_and_comments_in_them_are_passed_over() -> None:
    source = (
        "# mine\r\n" + card("# not: a line", "FN:Ada", "garbage") + "\r\n# end\r\n" + card("FN:B")
    )

    assert [(line, one.name) for line, one in found_in(source)[0]] == [(2, "Ada"), (10, "B")]


def test_groups_are_skipped_and_counted() -> None:
    source = (
        card("KIND:group", "FN:Friends", "MEMBER:urn:uuid:1", version="4.0")
        + card("X-ADDRESSBOOKSERVER-KIND:group", "FN:Family")
        + card("KIND:individual", "FN:Ada", version="4.0")
    )

    people, problems, skipped = found_in(source)

    assert [(line, one.name) for line, one in people] == [(12, "Ada")]
    assert not problems
    assert skipped == {vcard.GROUP: 2}


def test_an_agent_within_a_card_is_not_its_person() -> None:
    agent = card("FN:The Agent", "TEL:999", version="2.1").strip()

    source = card("FN:Ada", "AGENT:", agent, "TEL;CELL:1", version="2.1") + card("FN:Bob")

    assert [(one.name, one.phones) for one in people_in(source)] == [
        ("Ada", (("mobile", "1"),)),
        ("Bob", ()),
    ]


def test_an_agent_that_is_only_named_opens_nothing() -> None:
    assert person_in("AGENT:Jenny", "FN:Ada", version="2.1").name == "Ada"


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("TEL;CELL;VOICE:1", "mobile"),
        ("TEL;TYPE=WORK;TYPE=CELL:1", "mobile"),
        ('TEL;TYPE="work,voice";PREF=1:1', "office"),
        ("TEL;type=IPHONE;type=CELL;type=pref:1", "mobile"),
        ("TEL;HOME:1", "home"),
        ("TEL;X-NEC-SCHOOL:1", "school"),
        ("TEL;TYPE=VOICE,FAX:1", ""),
        ("TEL:1", ""),
        ("item1.TEL:1\r\nitem1.X-ABLabel:_$!<Mobile>!$_", "mobile"),
        ("ITEM1.TEL;type=HOME:1\r\nitem1.X-ABLabel:Summer house", "summer house"),
        ("item1.TEL:1\r\nitem2.X-ABLabel:other", ""),
    ],
)
def test_types_and_labels_become_our_words(line: str, label: str) -> None:
    assert person_in("FN:Ada", line).phones == ((label, "1"),)


@pytest.mark.parametrize(
    "line",
    [
        "TEL;WORK;FAX:1",
        "TEL;TYPE=home,fax:1",
        "TEL;PAGER:1",
        "TEL;MODEM:1",
        "item1.TEL:1\r\nitem1.X-ABLabel:_$!<HomeFAX>!$_",
        "TEL;CELL:",
    ],
)
def test_where_nobody_answers_is_no_phone(line: str) -> None:
    assert person_in("FN:Ada", line).phones == ()


def test_the_preferred_comes_first_and_the_assistant_last() -> None:
    found = person_in(
        "FN:Ada",
        "item1.TEL;type=pref:1",
        "item1.X-ABLabel:_$!<AssistantPhone>!$_",
        "TEL;type=HOME:2",
        "TEL;PREF=7:3",
        "TEL;PREF=1:4",
        "TEL;type=WORK;type=pref:5",
    )

    assert [number for _, number in found.phones] == ["4", "5", "3", "2", "1"]


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("tel:+1-418-656-9254;ext=102", "+1-418-656-9254;ext=102"),
        ("tel:7042;phone-context=example.com", "7042"),
        ("TEL:%2B44%2020", "+44 20"),
        ("020 7946\\;ext=5", "020 7946;ext=5"),
    ],
)
def test_phones_may_be_addresses(value: str, number: str) -> None:
    assert person_in("FN:Ada", f"TEL;VALUE=uri:{value}", version="4.0").phones == (("", number),)


@pytest.mark.parametrize(
    ("value", "addresses"),
    [
        ("mailto:a@example.com", ["a@example.com"]),
        ("Ada <a@example.com>", ["a@example.com"]),
        ("a@example.com,b@example.com", ["a@example.com", "b@example.com"]),
    ],
)
def test_e_mails_come_in_several_ways(value: str, addresses: list[str]) -> None:
    assert [one for _, one in person_in("FN:Ada", f"EMAIL:{value}").emails] == addresses


@pytest.mark.parametrize(
    ("lines", "country"),
    [
        (("ADR;TYPE=home:;;;;;;France", "ADR;TYPE=work,pref:;;;;;;Italy"), "Italy"),
        (("ADR:;;1\\; Road;;;;Spain",), "Spain"),
        (("ADR:;;Road;;;", "ADR;CC=DE:;;;;;;"), "DE"),
        (("item1.ADR:;;Road;;;;", "item1.X-ABADR:gb"), "gb"),
        (("item1.X-ABADR:Silicon Alley",), ""),
    ],
)
def test_the_country_is_where_the_preferred_address_is(
    lines: tuple[str, ...], country: str
) -> None:
    assert person_in("FN:Ada", *lines).country == country


@pytest.mark.parametrize("zone", ["-0500", "1:00", "-05:00; EST; Raleigh/North America", ""])
def test_a_zone_that_has_no_name_is_none(zone: str) -> None:
    assert person_in("FN:Ada", f"TZ:{zone}").zone == ""


def test_photos_are_passed_over_undecoded_also_with_a_blank_line() -> None:
    found = person_in(
        "FN:Ada",
        "PHOTO;ENCODING=BASE64;JPEG:qgEPAAIAAA:ASDF==",
        " zbVbk4/OrNpefLsnyyg5UUAf",
        "",
        "LOGO;ENCODING=b:!!!!",
        "SOUND;X-IRMC-N;CHARSET=SHIFT_JIS:Ñ",
        "TEL:1",
        version="2.1",
    )

    assert found.phones == (("", "1"),)


def test_escapes_are_undone() -> None:
    found = person_in("FN:Lovelace\\, Ada\\nKing\\\\", "ORG:Engines\\; Ltd\\, UK;Sales")

    assert (found.name, found.company) == ("Lovelace, Ada King\\", "Engines; Ltd, UK")


def test_our_own_export_has_the_columns_of_our_own_table_and_every_blank() -> None:
    sheet = opened(
        card(
            "UID;VALUE=text:dailycontact-0a1b2c3d-7",
            "FN:Ada  Fax",
            'item1.TEL;VALUE=uri;PREF=1;X-RAW="030  1;2^n^^^\'":tel:+49301;ext=5',
            "item1.X-ABLabel:Fax\\, cell",
            "TEL;VALUE=text;PREF=2;X-WRONG-SINCE=2026-11-01:tel:none",
            "EMAIL;PREF=1:a@example.com\\, b",
            "TZ;VALUE=text:Japan",
            "CATEGORIES:gold\\, big",
            "X-DAILYCONTACT-CUSTOMER-ID:7",
            "X-DAILYCONTACT-BOOK:0a1b2c3d",
            "X-DAILYCONTACT-REFUSED-BECAUSE:too\\nmany calls ",
            "X-DAILYCONTACT-DO-NOT-CONTACT:yes",
            "X-DAILYCONTACT-NONSENSE:1",
            version="4.0",
        )
    )

    (block,) = sheet.blocks()

    assert dict(zip(sheet.headers, block.rows[0], strict=True)) == {
        "Customer ID": "7",
        "Book": "0a1b2c3d",
        "Name": "Ada  Fax",
        "Phone 1 - Label": "Fax, cell",
        "Phone 1 - Value": "+49301;ext=5",
        "Phone 1 - As written": '030  1;2\n^"',
        "Phone 2 - Value": "tel:none",
        "Phone 2 - Wrong since": "2026-11-01",
        "E-mail 1 - Value": "a@example.com, b",
        "Time Zone": "Japan",
        "Segment": "gold, big",
        "Refused because": "too\nmany calls ",
        "Do Not Contact": "yes",
    }


@given(st.lists(someones, min_size=1, max_size=3))
def test_what_our_export_writes_comes_back_to_the_letter(people: list[Exported]) -> None:
    out = io.BytesIO()
    written.write(out, lambda: iter(people), book="0a1b2c3d")

    sheet = opened(out.getvalue())

    rows = [row for block in sheet.blocks() for row in block.rows]
    back = [dict(zip(sheet.headers, row, strict=True)) for row in rows]
    assert [{header: cell for header, cell in one.items() if cell} for one in back] == [
        cells(one) for one in people
    ]


def test_the_categories_of_others_are_no_segment() -> None:
    assert person_in("FN:Ada", "CATEGORIES:My Contacts").segment == ""


def test_refused_cards_are_handed_back_as_they_came_with_the_reason() -> None:
    bad = card("EMAIL:a@example.com", "PHOTO;ENCODING=b:AAAA\r\n BBBB")
    sheet = opened(card("FN:Ada") + bad + card("FN:Bob"))
    problems = [problem for block in sheet.blocks() for problem in block.problems]

    handed = sheet.handed_back([*problems, *problems])
    again = opened(handed)

    said = "X-REFUSED:line 5: no name and no company\r\n"
    assert handed.decode().replace(said, "") == bad
    assert handed.count(said.encode()) == 1
    assert again.handed_back(next(again.blocks()).problems).count(b"X-REFUSED") == 1
    assert sheet.ending == ".vcf"


def test_a_card_that_never_ended_is_handed_back_too() -> None:
    sheet = opened("BEGIN:VCARD\nFN:Bob\nTEL:1")

    handed = sheet.handed_back(next(sheet.blocks()).problems)

    said = f"X-REFUSED:line 1: {vcard.NEVER_ENDED}"
    assert handed.decode().splitlines() == ["BEGIN:VCARD", said, "FN:Bob", "TEL:1"]


@pytest.mark.parametrize("data", [b"", b"\n", b"Name,Phone\nAda,1\n", b"\0" * 50])
def test_a_file_without_cards_is_one_clear_error(data: bytes) -> None:
    with pytest.raises((vcard.NoCards, FileUnreadable), match=r"a\.vcf"):
        opened(data)


def test_too_many_cards_are_refused_unless_that_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vcard, "MOST_ROWS", 2)
    data = b"BEGIN:VCARD\nEND:VCARD\n" * 3

    with pytest.raises(TooManyRows, match=r"3 cards, 2 are the most"):
        vcard.read(data, file="a.vcf")
    assert vcard.read(data, file="a.vcf", large=True).most_rows == 3


def test_a_file_that_is_too_large_is_refused() -> None:
    with pytest.raises(FileUnreadable, match="50 MB"):
        opened(b"\n" * 50_000_001)


@given(
    names=st.lists(
        st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=60),
        min_size=1,
        max_size=4,
    )
)
def test_what_another_library_writes_is_read_as_it_was(names: list[str]) -> None:
    written = ""
    for name in names:
        theirs = vobject.vCard()
        theirs.add("fn").value = name
        theirs.add("n").value = vobject.vcard.Name(family=name)
        theirs.add("org").value = [name, "Sales"]
        theirs.add("tel").value = "+44 20 7946 0000"
        written += theirs.serialize()

    found = [next(iter(opened(written).blocks())).rows]

    assert [(row[0], row[1]) for row in found[0]] == [(name, name) for name in names]


# Counted by hand in each file: people, refused, phones (no faxes, pagers, modems; a number that is
# there twice counts once), e-mails; and somebody in it with their company.
REAL = (
    ("android/v21_backslash.vcf", (1, 0, 0, 0), "A;B\\C;D:E\\", ""),
    ("android/v21_complicated.vcf", (1, 0, 5, 2), "Joe Due", "Gump Shrimp Co."),
    ("android/v21_invalid_comment_line.vcf", (1, 0, 0, 0), "Conference Call", ""),
    ("android/v21_japanese_1.vcf", (1, 0, 1, 0), "安藤ロイド", ""),
    ("android/v21_malformed_photo.vcf", (1, 0, 0, 0), "fullname", ""),
    ("android/v21_multiple_entry.vcf", (3, 0, 9, 0), "安藤ロイド4", ""),
    ("android/v21_org_before_title.vcf", (1, 0, 0, 0), "Normal Guy", "Company"),
    ("android/v21_pref_handling.vcf", (1, 0, 3, 2), "Smith", "Company"),
    ("android/v21_simple_1.vcf", (1, 0, 0, 0), "Roid Ando", ""),
    ("android/v21_simple_2.vcf", (1, 0, 0, 0), "Ando Roid", ""),
    ("android/v21_simple_3.vcf", (1, 0, 0, 0), "Ando Roid", ""),
    ("android/v21_winmo_65.vcf", (1, 0, 0, 0), "Example", ""),
    ("android/v30_comma_separated.vcf", (1, 0, 1, 0), "G M F", ""),
    ("android/v30_pause_wait.vcf", (1, 0, 1, 0), "Pause Wait", ""),
    ("android/v30_simple.vcf", (1, 0, 1, 0), "And Roid", "Open"),
    ("android/v40_sort_as.vcf", (1, 0, 0, 0), "安藤 ロイド", "グーグル"),
    ("ez-vcard/John_Doe_ANDROID.vcf", (4, 2, 7, 3), "ÑÑÑÑ", "Ñ" * 44),
    ("ez-vcard/John_Doe_BLACK_BERRY.vcf", (1, 0, 1, 0), "John Doe", "Acme Solutions"),
    ("ez-vcard/John_Doe_EVOLUTION.vcf", (1, 0, 2, 1), "Mr. John Richter, James Doe Sr.", "IBM"),
    ("ez-vcard/John_Doe_GMAIL.vcf", (1, 0, 2, 1), "Mr. John Richter, James Doe Sr.", "IBM"),
    ("ez-vcard/John_Doe_IPHONE.vcf", (1, 0, 4, 1), "Mr. John Richter James Doe Sr.", "IBM"),
    ("ez-vcard/John_Doe_LOTUS_NOTES.vcf", (1, 0, 1, 2), "Mr. Doe John I Johny", "IBM"),
    (
        "ez-vcard/John_Doe_MAC_ADDRESS_BOOK.vcf",
        (1, 0, 4, 1),
        "Mr. John Richter,James Doe Sr.",
        "IBM",
    ),
    ("ez-vcard/John_Doe_MS_OUTLOOK.vcf", (1, 0, 2, 1), "Mr. John Richter James Doe Sr.", "IBM"),
    (
        "ez-vcard/fullcontact.vcf",
        (1, 0, 7, 5),
        "Prefix FirstName MiddleName LastName Suffix",
        "Organization1",
    ),
    ("ez-vcard/gmail-list.vcf", (3, 0, 0, 3), "Chris Beatle", ""),
    ("ez-vcard/gmail-single.vcf", (1, 0, 2, 1), "Greg Dartmouth", "TheCompany"),
    ("ez-vcard/gmail-single2.vcf", (1, 0, 8, 5), "VCard Test", "TheCompany"),
    ("ez-vcard/issue114.vcf", (1, 0, 2, 1), "Dummy, Dummy", "Dummy GmbH"),
    ("ez-vcard/outlook-2003.vcf", (1, 0, 3, 1), "John Doe III", "Company, The"),
    ("ez-vcard/outlook-2007.vcf", (1, 0, 3, 1), "Mr. Michael Angstadt Jr.", "TheCompany"),
    ("ez-vcard/rfc2426-example.vcf", (2, 0, 2, 3), "Tim Howes", "Netscape Communications Corp."),
    ("ez-vcard/rfc6350-example.vcf", (1, 0, 2, 1), "Simon Perreault", "Viagenie"),
    (
        "ez-vcard/thunderbird-MoreFunctionsForAddressBook-extension.vcf",
        (1, 0, 3, 5),
        "John Doe",
        "TheOrganization",
    ),
    ("sabre/issue153.vcf", (1, 0, 0, 0), "Test Benutzer", ""),
    ("sabre/issue64.vcf", (0, 1, 0, 0), "", ""),
    ("vobject/radicale-1587.vcf", (1, 0, 0, 0), "Given Family", ""),
)


@pytest.mark.parametrize(("file", "counts", "name", "company"), REAL)
def test_real_address_books_come_in_as_counted_by_hand(
    shared_data: Path, file: str, counts: tuple[int, int, int, int], name: str, company: str
) -> None:
    people, problems, skipped = found_in((shared_data / "vcards" / file).read_bytes())

    contacts = [contact for _, contact in people]
    assert counts == (
        len(contacts),
        len(problems),
        sum(len(contact.phones) for contact in contacts),
        sum(len(contact.emails) for contact in contacts),
    )
    assert not skipped
    assert not name or (name, company) in [(one.name, one.company) for one in contacts]


def test_no_real_address_book_was_forgotten(shared_data: Path) -> None:
    folder = shared_data / "vcards"

    files = {str(file.relative_to(folder)) for file in folder.rglob("*.vcf")}

    assert files == {file for file, *_ in REAL}
