"""Rows become contacts, tidy, and none is lost without a reason."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dailycontact.core.contact import Contact, Problem
from dailycontact.errors import BadInput
from dailycontact.people.sources import csv, source_of
from dailycontact.people.sources.contacts import (
    DELETED,
    FOOTER,
    NoNameColumn,
    batches,
    contacts,
)
from dailycontact.people.sources.mapping import recognise
from dailycontact.people.sources.sheet import rows_of

Found = list[tuple[int, Contact] | Problem]


def found_in(source: str | bytes | Path) -> Found:
    data = source.encode() if isinstance(source, str) else source
    sheet = csv.read(data.read_bytes() if isinstance(data, Path) else data)
    return list(contacts(sheet, recognise(sheet.headers, overrides={})))


def people_in(source: str | bytes | Path) -> list[Contact]:
    return [one[1] for one in found_in(source) if not isinstance(one, Problem)]


def problems_in(source: str | bytes | Path) -> list[Problem]:
    return [one for one in found_in(source) if isinstance(one, Problem)]


def skipped_in(source: str | bytes) -> Counter[str]:
    sheet = csv.read(source.encode() if isinstance(source, str) else source)
    found: Counter[str] = Counter()
    for batch in batches(sheet, recognise(sheet.headers, overrides={})):
        found.update(batch.skipped)
    return found


def test_only_what_is_mapped_is_kept() -> None:
    (person,) = people_in("Name,Secret,Phone\nAda,hush,030 1\n")

    assert person == Contact(name="Ada", phones=(("", "030 1"),))


def test_every_field_arrives() -> None:
    headers = "Name,Company,Mobile,Email,Country,Time Zone,Segment,Cadence,Contact Owner,ID,DNC"
    text = headers.replace("DNC", "Do Not Call") + "\n"
    text += "Ada,Acme,1,a@b.example,DE,Europe/Berlin,A,21,Grace,7,true\n"

    (person,) = people_in(text)

    assert person == Contact(
        name="Ada",
        company="Acme",
        phones=(("mobile", "1"),),
        emails=(("", "a@b.example"),),
        country="DE",
        zone="Europe/Berlin",
        segment="A",
        cadence="21",
        leader="Grace",
        external_id="7",
        do_not_contact=True,
    )


def test_names_are_joined_and_a_company_stands_in() -> None:
    text = "First Name,Middle Name,Last Name,Company\nAda,B,Cy,X\n,,Lee,X\n,,,Acme\n"

    assert [person.name for person in people_in(text)] == ["Ada B Cy", "Lee", "Acme"]


def test_a_name_on_show_beats_its_parts_row_by_row() -> None:
    text = "Name,First Name,Last Name\nGrace H.,G,Hopper\n,Ada,Lovelace\n"

    assert [person.name for person in people_in(text)] == ["Grace H.", "Ada Lovelace"]


def test_cells_are_tidied_and_empty_words_are_empty() -> None:
    text = 'Name,Company,Country\n" Ada  B\u00a0",NULL,-\n"Bob\nCy",n/a,  x | y \nNull,,NULL\n'

    people = people_in(text)

    assert [person[:2] for person in people] == [("Ada B", ""), ("Bob Cy", ""), ("Null", "")]
    assert [person.country for person in people] == ["", "x | y", ""]


def test_a_row_without_any_name_is_a_problem_with_its_cells() -> None:
    (problem,) = problems_in("Name,Company,Phone\nAda,,1\n-,,2\nBob,,3\n")

    assert (problem.line, problem.reason) == (3, "no name and no company")
    assert problem.row == ("-", "", "2")


def test_a_deleted_row_is_passed_over_and_counted() -> None:
    text = "Name,Phone,IsDeleted\nAda,1,false\nBob,2,true\n,3,true\n"

    assert skipped_in(text) == {DELETED: 2}
    assert problems_in(text) == []
    assert [person.name for person in people_in(text)] == ["Ada"]


def test_the_footers_of_a_salesforce_report_are_no_customers() -> None:
    text = (
        "First Name,Last Name,Account Name,Account Owner,Phone\n"
        "Ada,Lovelace,Acme,Grace,1\n\n"
        '"Confidential Information - Do Not Distribute"\n'
    )

    assert skipped_in(text) == {FOOTER: 1}
    assert problems_in(text) == []
    assert [person.leader for person in people_in(text)] == ["Grace"]


def test_phones_of_several_columns_and_cells_keep_their_labels() -> None:
    text = 'Name,Phone,Mobile,Fax\nAda,1;2,"3\n4",9\nBob,1;ext=5,,\nCy,,7,\nDi,,,9\n'

    assert [person.phones for person in people_in(text)] == [
        (("", "1"), ("", "2"), ("mobile", "3"), ("mobile", "4")),
        (("", "1;ext=5"),),
        (("mobile", "7"),),
        (),
    ]


def test_googles_labels_are_used_and_its_joined_values_parted() -> None:
    text = (
        "First Name,Last Name,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,"
        "E-mail 1 - Value\n"
        "Ada,L,* Mobile,1 ::: 2,Work Fax,9,a@x.example ::: b@x.example\n"
    )

    (person,) = people_in(text)

    assert person.phones == (("mobile", "1"), ("mobile", "2"))
    assert person.emails == (("", "a@x.example"), ("", "b@x.example"))


def test_what_comes_twice_is_kept_once() -> None:
    (person,) = people_in("Name,Phone,Phone,Email,E-mail 2 Address\nAda,1,1,a@x.y,a@x.y\n")

    assert (person.phones, person.emails) == ((("", "1"),), (("", "a@x.y"),))


@pytest.mark.parametrize("no", ["", "0", "false", "No", "nein", "FALSE", "-", "0000-00-00"])
def test_a_plain_no_is_no_refusal(no: str) -> None:
    assert not people_in(f"Name,Do Not Call\nAda,{no}\n")[0].do_not_contact


@pytest.mark.parametrize("yes", ["1", "true", "Yes", "x", "2024-05-01", "asked us to stop"])
def test_anything_else_is_a_refusal(yes: str) -> None:
    assert people_in(f"Name,Do Not Call\nAda,{yes}\n")[0].do_not_contact


@pytest.mark.parametrize(
    "header", ["Email Opt Out", "HasOptedOutOfEmail", "Unsubscribed Mode", "SMS_BLACKLISTED"]
)
def test_an_opt_out_of_letters_is_a_refusal_too_unless_it_is_a_no(header: str) -> None:
    people = people_in(f"Name,{header}\nAda,true\nBob,false\nCy,\nDi,0\n")

    assert [person.do_not_contact for person in people] == [True, False, False, False]


def test_a_refusal_in_any_of_the_columns_counts() -> None:
    text = "Name,Do Not Call,HasOptedOutOfEmail\nAda,false,true\nBob,true,false\nCy,false,false\n"

    assert [person.do_not_contact for person in people_in(text)] == [True, True, False]


def test_without_a_name_column_the_way_out_is_shown() -> None:
    with pytest.raises(NoNameColumn, match=r'its columns are Foo, Phone: .*--map "Header=name"'):
        found_in("Foo,Phone\na,1\n")


def test_a_file_without_rows_has_no_contacts() -> None:
    assert found_in("Name,Phone\n") == []


@given(st.binary(max_size=300) | st.binary(max_size=60).map(lambda tail: b"Name,Phone\n" + tail))
def test_no_bytes_whatever_raise_anything_but_a_foreseen_error(data: bytes) -> None:
    try:
        found = found_in(data)
    except BadInput:
        return

    assert all(isinstance(one, Problem) or one[1].name for one in found)


@given(st.text(st.sampled_from('ab",;\t|\n\r \u00e9='), max_size=60))
def test_every_row_with_content_is_a_contact_or_a_problem(text: str) -> None:
    try:
        sheet = csv.read(("Name,Company\nx,y\n" + text).encode())
        rows = list(rows_of(sheet))
    except BadInput:
        return

    found = list(contacts(sheet, recognise(sheet.headers, overrides={"1": "name"})))

    assert len(found) == len(rows)


@pytest.mark.parametrize(
    ("file", "source", "people", "problems", "with_phone"),
    [
        ("northwind/customers.csv", "Northwind", 93, 0, 91),
        ("northwind/suppliers.csv", "Northwind suppliers", 29, 0, 29),
        ("chinook/customers.csv", "Chinook", 59, 0, 58),
        ("atomic-crm/contacts.csv", "Atomic CRM", 500, 0, 500),
        ("atomic-crm/contacts_export.csv", "Atomic CRM", 2, 0, 2),
        ("salesforce-export/contacts.csv", "Salesforce", 1, 0, 1),
        ("salesforce-export/accounts.csv", "Salesforce", 1, 0, 1),
        ("sap-sflight/sap.fe.cap.travel-Passenger.csv", "SAP flight passengers", 728, 0, 728),
        ("sap-sflight/sap.fe.cap.travel-TravelAgency.csv", "SAP flight agencies", 50, 0, 50),
        ("sf-dataloader/insertAccountCsv.csv", "CSV", 100, 0, 100),
    ],
)
def test_the_files_of_real_programs_are_read_whole(
    shared_data: Path, file: str, source: str, people: int, problems: int, with_phone: int
) -> None:
    path = shared_data / "customers" / file
    sheet = csv.read(path.read_bytes(), file=path.name)

    found = people_in(path)

    assert recognise(sheet.headers, overrides={}).source == source
    assert (len(found), len(problems_in(path))) == (people, problems)
    assert sum(bool(person.phones) for person in found) == with_phone


def test_a_file_without_headers_is_mapped_by_number(shared_data: Path) -> None:
    file = shared_data / "customers" / "adventureworks" / "DimReseller.csv"
    sheet = csv.read(file.read_bytes())
    mapping = recognise(sheet.headers, overrides={"4": "phone", "6": "company"})

    found = [one[1] for one in contacts(sheet, mapping) if not isinstance(one, Problem)]

    assert len(found) == 701
    assert found[0].name == "A Bike Store"


def test_no_real_or_broken_file_raises_anything_but_a_foreseen_error(shared_data: Path) -> None:
    paths = [*(shared_data / "customers").rglob("*"), *(shared_data / "badcsv").rglob("*")]
    files = [path for path in paths if path.is_file() and path.suffix != ".json"]
    nameless = []
    for path in files:
        try:
            sheet = source_of(path.suffix.lower()).read(path.read_bytes(), file=path.name)
            list(contacts(sheet, recognise(sheet.headers, overrides={})))
        except BadInput as error:
            nameless += [path] if path.name not in str(error) else []

    assert len(files) > 100
    assert not nameless
