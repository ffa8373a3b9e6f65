"""What the programs write that leaders export from, header by header; the people are invented."""

from dataclasses import dataclass

import pytest

from dailycontact.core.contact import Contact
from dailycontact.people.sources import csv
from dailycontact.people.sources.contacts import DELETED, FOOTER, batches
from dailycontact.people.sources.mapping import recognise
from support.program_headers import (
    DATA_LOADER,
    GERMAN_OUTLOOK,
    GOOGLE,
    GOOGLES_OUTLOOK,
    HUBSPOT,
    LEADS,
    MAILCHIMP,
    OLD_GOOGLE,
    OTHER_REPORT,
    OUTLOOK,
    OUTLOOK_ON_THE_WEB,
    OWN,
    PIPEDRIVE,
    REPORT,
    THUNDERBIRD,
    UNSUBSCRIBED,
    ZOHO,
)


@dataclass(frozen=True, kw_only=True)
class Read:
    """A file as it was understood."""

    source: str
    people: list[Contact]
    refused: int
    skipped: dict[str, int]
    left_out: list[str]


def read(text: str) -> Read:
    sheet = csv.read(text.encode())
    mapping = recognise(sheet.headers, overrides={})
    found = list(batches(sheet, mapping))
    skipped: dict[str, int] = {}
    for batch in found:
        skipped |= batch.skipped
    return Read(
        source=mapping.source,
        people=[contact for batch in found for contact in batch.contacts],
        refused=sum(len(batch.problems) for batch in found),
        skipped=skipped,
        left_out=[column.header for column in mapping.left_out],
    )


def one(headers: str, /, cells: dict[str, str]) -> Contact:
    (person,) = read(row_under(headers, cells)).people
    return person


def row_under(headers: str, *rows: dict[str, str]) -> str:
    """Return a file with these headers, and in each row these cells; all others are empty."""
    names = headers.split(",")
    assert all(set(row) <= set(names) for row in rows)
    lines = [",".join(f'"{row.get(name, "")}"' for name in names) for row in rows]
    return "\n".join([headers, *lines, ""])


def test_google_keeps_every_number_under_its_label_and_the_starred_first() -> None:
    person = one(
        GOOGLE,
        {
            "First Name": "Ana",
            "Last Name": "Duarte",
            "Name Prefix": "Dr.",
            "Name Suffix": "MBA",
            "Organization Name": "Duarte Lda",
            "Notes": "likes\ntea",
            "E-mail 1 - Label": "Home",
            "E-mail 1 - Value": "ana@home.example",
            "E-mail 2 - Label": "* Work",
            "E-mail 2 - Value": "ana@duarte.example ::: office@duarte.example",
            "Phone 1 - Label": "Work",
            "Phone 1 - Value": "+351 21 000 0001",
            "Phone 2 - Label": "* Mobile",
            "Phone 2 - Value": "+351 91 000 0002 ::: +351 91 000 0003",
            "Phone 3 - Label": "Work Fax",
            "Phone 3 - Value": "+351 21 000 0009",
            "Address 1 - Country": "Portugal",
        },
    )

    assert person == Contact(
        name="Ana Duarte",
        company="Duarte Lda",
        country="Portugal",
        phones=(
            ("mobile", "+351 91 000 0002"),
            ("mobile", "+351 91 000 0003"),
            ("office", "+351 21 000 0001"),
        ),
        emails=(
            ("work", "ana@duarte.example"),
            ("work", "office@duarte.example"),
            ("home", "ana@home.example"),
        ),
    )


def test_old_google_says_the_same_in_other_words() -> None:
    person = one(
        OLD_GOOGLE,
        {
            "Name": "Ana Duarte",
            "Given Name": "Ana",
            "Family Name": "Duarte",
            "Location": "Lisbon",
            "E-mail 1 - Type": "* ",
            "E-mail 1 - Value": "ana@duarte.example",
            "Phone 1 - Type": "Mobile",
            "Phone 1 - Value": "+351 91 000 0002",
            "Phone 2 - Type": "Pager",
            "Phone 2 - Value": "1",
            "Organization 1 - Name": "Duarte Lda",
        },
    )

    assert person == Contact(
        name="Ana Duarte",
        company="Duarte Lda",
        phones=(("mobile", "+351 91 000 0002"),),
        emails=(("", "ana@duarte.example"),),
    )


OF_OUTLOOK = {
    "First Name": "Ana",
    "Last Name": "Duarte",
    "Company": "Duarte Lda",
    "Business Phone": "1000001",
    "Business Phone 2": "1000002",
    "Mobile Phone": "1000003",
    "Primary Phone": "1000004",
    "Pager": "1000005",
    "Business Fax": "1000006",
    "Assistant's Phone": "1000007",
    "E-mail Address": "ana@duarte.example",
    "E-mail 2 Address": "office@duarte.example",
}


@pytest.mark.parametrize("headers", [OUTLOOK, OUTLOOK_ON_THE_WEB, GOOGLES_OUTLOOK])
def test_outlook_in_all_its_forms_says_the_same(headers: str) -> None:
    read_whole = read(row_under(headers, OF_OUTLOOK))

    assert read_whole.source == "Outlook"
    assert read_whole.people == [
        Contact(
            name="Ana Duarte",
            company="Duarte Lda",
            phones=(
                ("", "1000004"),
                ("office", "1000001"),
                ("office", "1000002"),
                ("mobile", "1000003"),
            ),
            emails=(("", "ana@duarte.example"), ("", "office@duarte.example")),
        )
    ]


def test_outlooks_types_are_no_labels_and_its_account_is_no_company() -> None:
    person = one(
        OUTLOOK,
        {
            "First Name": "Ana",
            "Account": "DE89 3704 0044 0532 0130 00",
            "E-mail Address": "/o=ExchangeLabs/ou=x/cn=Recipients/cn=ana",
            "E-mail Type": "EX",
            "E-mail 2 Address": "ana@duarte.example",
            "E-mail 2 Type": "SMTP",
            "E-mail 2 Display Name": "Ana Duarte (ana@duarte.example)",
        },
    )

    assert person == Contact(name="Ana", emails=(("", "ana@duarte.example"),))


def test_german_outlook_is_understood() -> None:
    read_whole = read(
        row_under(
            GERMAN_OUTLOOK,
            {
                "Anrede": "Frau",
                "Vorname": "Jana",
                "Nachname": "Groß",
                "Firma": "Groß & Söhne",
                "Land/Region geschäftlich": "Deutschland",
                "Telefon Assistent": "9",
                "Fax geschäftlich": "8",
                "Telefon geschäftlich": "1",
                "Telefon geschäftlich 2": "2",
                "Telefon (privat 2)": "4",
                "Mobiltelefon": "3",
                "Haupttelefon": "5",
                "E-Mail-Adresse": "jana@gross.example",
                "E-Mail-Typ": "SMTP",
                "E-Mail 2: Adresse": "j@gross.example",
            },
        )
    )

    assert read_whole.source == "Outlook"
    assert read_whole.people == [
        Contact(
            name="Jana Groß",
            company="Groß & Söhne",
            country="Deutschland",
            phones=(("", "5"), ("office", "1"), ("office", "2"), ("mobile", "3"), ("home", "4")),
            emails=(("", "jana@gross.example"), ("", "j@gross.example")),
        )
    ]


def test_hubspot_has_owners_and_opt_outs() -> None:
    rows = (
        {
            "Record ID": "51",
            "First Name": "Ana",
            "Last Name": "Duarte",
            "Email": "ana@duarte.example",
            "Phone Number": "1",
            "Mobile Phone Number": "2",
            "Contact owner": "Grace Hopper",
            "Associated Company": "Duarte Group",
            "Associated Company IDs": "9002;9999",
            "Company Name": "Duarte Lda",
            "Country/Region": "Portugal",
        },
        {"Record ID": "52", "First Name": "Bo", "Unsubscribed from all email": "true"},
        {"Record ID": "53", "First Name": "Cy", "Unsubscribed from all email": "false"},
    )

    read_whole = read(row_under(HUBSPOT, *rows))

    assert read_whole.source == "HubSpot"
    assert read_whole.people[0] == Contact(
        name="Ana Duarte",
        company="Duarte Lda",
        phones=(("", "1"), ("mobile", "2")),
        emails=(("", "ana@duarte.example"),),
        country="Portugal",
        leader="Grace Hopper",
        external_id="51",
    )
    assert [person.do_not_contact for person in read_whole.people] == [False, True, False]


def test_a_salesforce_report_ends_where_its_people_end() -> None:
    text = row_under(
        REPORT,
        {
            "Salutation": "Ms.",
            "First Name": "Ana",
            "Last Name": "Duarte",
            "Mailing Country": "Portugal",
            "Phone": "1",
            "Mobile": "2",
            "Fax": "3",
            "Account Name": "Duarte Lda",
            "Account Owner": "Grace Hopper",
        },
    )
    text += (
        '\n\n"Contacts of the north"\n"Copyright (c) 2000-2026 salesforce.com, inc."\n'
        '"Confidential Information - Do Not Distribute"\n'
        '"Generated By:  Grace Hopper  11/20/2026 10:21 AM"\n"Salesforce"\n'
    )

    read_whole = read(text)

    assert read_whole.source == "Salesforce report"
    assert read_whole.people == [
        Contact(
            name="Ana Duarte",
            company="Duarte Lda",
            phones=(("", "1"), ("mobile", "2")),
            country="Portugal",
            leader="Grace Hopper",
        )
    ]
    assert (read_whole.skipped, read_whole.refused) == ({FOOTER: 5}, 0)


def test_another_salesforce_report_says_who_refuses() -> None:
    rows = [
        {"Contact ID": "003a", "First Name": "Ana", "Do Not Call": "1", "Email Opt Out": "0"},
        {"Contact ID": "003b", "First Name": "Bo", "Do Not Call": "0", "Email Opt Out": "1"},
        {"Contact ID": "003c", "First Name": "Cy", "Do Not Call": "0", "Email Opt Out": "0"},
    ]
    rows = [
        row | {"Account": "Duarte Lda", "Contact Owner": "Grace", "Asst. Phone": "9"}
        for row in rows
    ]

    read_whole = read(row_under(OTHER_REPORT, *rows))

    assert read_whole.source == "Salesforce report"
    assert [person.do_not_contact for person in read_whole.people] == [True, True, False]
    assert {person.leader for person in read_whole.people} == {"Grace"}
    assert not any(person.phones for person in read_whole.people)


@pytest.mark.parametrize("headers", [DATA_LOADER, LEADS])
def test_the_data_loader_says_who_is_deleted_and_who_refuses(headers: str) -> None:
    ana = {"Id": "003A", "FirstName": "Ana", "LastName": "Duarte", "MobilePhone": "2", "Phone": "1"}
    ids = {"OwnerId": "005000000000001AAA"}
    rows = (
        ana | ids | {"IsDeleted": "false", "DoNotCall": "false", "HasOptedOutOfEmail": "false"},
        ana | ids | {"Id": "003B", "IsDeleted": "false", "HasOptedOutOfEmail": "true"},
        ana | ids | {"Id": "003C", "IsDeleted": "true"},
    )

    read_whole = read(row_under(headers, *rows))

    assert read_whole.source == "Salesforce"
    assert read_whole.people[0] == Contact(
        name="Ana Duarte", phones=(("", "1"), ("mobile", "2")), external_id="003A"
    )
    assert [person.do_not_contact for person in read_whole.people] == [False, True]
    assert (read_whole.skipped, read_whole.refused) == ({DELETED: 1}, 0)


def test_pipedrive_labels_phones_and_addresses() -> None:
    person = one(
        PIPEDRIVE,
        {
            "Person - ID": "7",
            "Person - Name": "Ana Duarte",
            "Person - First name": "Ana",
            "Person - Last name": "Duarte",
            "Person - Organization": "Duarte Lda",
            "Person - Email - Work": "ana@duarte.example, office@duarte.example",
            "Person - Email - Home": "ana@home.example",
            "Person - Phone - Work": "+351 210000001, +351 210000002",
            "Person - Phone - Mobile": "+351 910000003",
            "Person - Owner": "Grace Hopper",
        },
    )

    assert person == Contact(
        name="Ana Duarte",
        company="Duarte Lda",
        phones=(
            ("office", "+351 210000001"),
            ("office", "+351 210000002"),
            ("mobile", "+351 910000003"),
        ),
        emails=(
            ("work", "ana@duarte.example"),
            ("work", "office@duarte.example"),
            ("home", "ana@home.example"),
        ),
        leader="Grace Hopper",
        external_id="7",
    )


@pytest.mark.parametrize(
    "headers",
    [
        "Person - Name,Person - Organization,Person - Email,Person - Phone,Person - Owner",
        "Name,Label,Organization,Email,Phone,Closed deals,Open deals,Next activity date,Owner",
        (
            "Personne - Nom,Organisation - Nom,Personne - E-mail,Personne - Téléphone,"
            "Personne - Propriétaire"
        ),
    ],
)
def test_pipedrives_list_and_its_french_are_understood(headers: str) -> None:
    values = {"Nom": "Ana Duarte", "Name": "Ana Duarte", "Email": "a@b.example", "Phone": "1"}
    values |= {"E-mail": "a@b.example", "Téléphone": "1", "Owner": "Grace", "Propriétaire": "Grace"}
    values |= {"Organization": "Duarte Lda"}
    row = {header: values.get(header.split(" - ")[-1], "") for header in headers.split(",")}
    row |= {header: "Duarte Lda" for header in row if header.startswith("Organisation")}

    read_whole = read(row_under(headers, row))

    assert read_whole.source == "Pipedrive"
    assert read_whole.people == [
        Contact(
            name="Ana Duarte",
            company="Duarte Lda",
            phones=(("", "1"),),
            emails=(("", "a@b.example"),),
            leader="Grace",
        )
    ]


@pytest.mark.parametrize("record", ["Record Id", "Contact Id"])
def test_the_ids_beside_zohos_names_are_no_names(record: str) -> None:
    headers = ZOHO.replace("Record Id", record)
    ana = {
        record: "zcrm_1",
        "Contact Owner.id": "zcrm_2",
        "Contact Owner": "Grace Hopper",
        "First Name": "Ana",
        "Last Name": "Duarte",
        "Account Name.id": "zcrm_3",
        "Account Name": "Duarte Lda",
        "Vendor Name": "Somebody Else",
        "Created By": "Somebody Else",
        "Phone": "1",
        "Email Opt Out": "false",
        "Secondary Email": "b@duarte.example",
        "Mailing Country": "Portugal",
        "Email": "a@duarte.example",
    }
    left = {record: "zcrm_9", "Last Name": "Gone", "Unsubscribed Mode": "Unsubscribe link"}

    read_whole = read(row_under(headers, ana, left))

    assert read_whole.source == "Zoho"
    assert read_whole.people == [
        Contact(
            name="Ana Duarte",
            company="Duarte Lda",
            phones=(("", "1"),),
            emails=(("", "a@duarte.example"), ("other", "b@duarte.example")),
            country="Portugal",
            leader="Grace Hopper",
            external_id="zcrm_1",
        ),
        Contact(name="Gone", external_id="zcrm_9", do_not_contact=True),
    ]


MEMBER = {"Email Address": "ana@duarte.example", "First Name": "Ana", "LEID": "7", "CC": "PT"}


def test_mailchimps_unsubscribed_refuse_and_its_cleaned_do_not() -> None:
    files = (
        row_under(MAILCHIMP, MEMBER),
        row_under(f"{MAILCHIMP},{UNSUBSCRIBED}", MEMBER | {"UNSUB_TIME": "2026-02-03 04:05:06"}),
        row_under(f"{MAILCHIMP},CLEAN_TIME", MEMBER | {"CLEAN_TIME": "2026-02-03 04:05:06"}),
    )

    found = [read(text) for text in files]

    assert {one.source for one in found} == {"Mailchimp"}
    assert [one.people[0].do_not_contact for one in found] == [False, True, False]
    assert found[0].people[0] == Contact(
        name="Ana", emails=(("", "ana@duarte.example"),), country="PT", external_id="7"
    )


def test_linkedins_notes_are_no_connections() -> None:
    text = (
        "Notes:\n"
        '"When exporting your connection data, you may notice that some of the email addresses '
        'are missing. You will only see those, of whom it is allowed, ""as they said""."\n'
        "\n"
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Ana,Duarte,https://www.linkedin.com/in/ana,,Duarte Lda,Owner,03 Feb 2026\n"
    )

    read_whole = read(text)

    assert read_whole.source == "LinkedIn"
    assert (read_whole.skipped, read_whole.refused) == ({}, 0)
    assert read_whole.people == [
        Contact(
            name="Ana Duarte",
            company="Duarte Lda",
            external_id="https://www.linkedin.com/in/ana",
        )
    ]


def test_thunderbird_shows_names_and_its_primary_address_comes_first() -> None:
    person = one(
        THUNDERBIRD,
        {
            "First Name": "Ana",
            "Last Name": "Duarte",
            "Display Name": "Duarte, Ana",
            "Secondary Email": "b@duarte.example",
            "Primary Email": "a@duarte.example",
            "Work Phone": "1",
            "Fax Number": "2",
            "Pager Number": "3",
            "Mobile Number": "4",
            "Organization": "Duarte Lda",
        },
    )

    assert person == Contact(
        name="Ana Duarte",
        company="Duarte Lda",
        phones=(("office", "1"), ("mobile", "4")),
        emails=(("", "a@duarte.example"), ("other", "b@duarte.example")),
    )


def test_a_comma_in_a_name_that_nothing_explains_stays() -> None:
    text = 'Display Name,Phone\n"Duarte, Ana",1\n"Duarte, Lda",2\n'

    assert [person.name for person in read(text).people] == ["Duarte, Ana", "Duarte, Lda"]


def test_brevos_blacklists_are_refusals() -> None:
    text = (
        "EMAIL;LASTNAME;FIRSTNAME;SMS;EMAIL_BLACKLISTED;SMS_BLACKLISTED\n"
        "a@b.example;Duarte;Ana;351910000002;0;0\nb@b.example;Lee;Bo;;1;0\nc@b.example;Ng;Cy;;0;1\n"
    )

    read_whole = read(text)

    assert read_whole.source == "Brevo"
    assert read_whole.people[0].phones == (("mobile", "351910000002"),)
    assert [person.do_not_contact for person in read_whole.people] == [False, True, True]


@pytest.mark.parametrize(
    ("source", "text", "name", "company"),
    [
        (
            "Systeme.io",
            (
                "Email,First name,Surname,Phone number,Country,Tags,Date registered\n"
                "a@b.example,Ana,Duarte,1,Portugal,vip,2026-02-03\n"
            ),
            "Ana Duarte",
            "",
        ),
        (
            "Jobber",
            (
                "Client Name,First Name,Last Name,Email,Phone Number,Company Name,City,State,Zip\n"
                "Duarte Lda,,,a@b.example,1,Duarte Lda,Lisbon,,1000\n"
            ),
            "Duarte Lda",
            "Duarte Lda",
        ),
        (
            "Northwind",
            (
                "CustomerID,CompanyName,ContactName,ContactTitle,Address,City,Country,Phone,Fax\n"
                "DUART,Duarte Lda,Ana Duarte,Owner,Rua 1,Lisbon,Portugal,1,2\n"
            ),
            "Ana Duarte",
            "Duarte Lda",
        ),
    ],
)
def test_others_are_understood_too(source: str, text: str, name: str, company: str) -> None:
    read_whole = read(text)

    (person,) = read_whole.people
    assert read_whole.source == source
    assert (person.name, person.company, person.phones) == (name, company, (("", "1"),))


def test_our_own_export_comes_in_as_it_stands() -> None:
    person = one(
        OWN,
        {
            "Customer ID": "12",
            "Book": "0a1b2c3d",
            "Name": "Null",
            "Company": "-",
            "Phone 1 - Label": "Fax; the old one",
            "Phone 1 - Value": "+351210000001;ext=5",
            "Phone 1 - As written": "021 / 1",
            "Phone 2 - Value": "; odd",
            "Phone 2 - Wrong since": "2026-02-03",
            "E-mail 1 - Label": "Work",
            "E-mail 1 - Value": "a, b",
            "Hours": "9-12",
            "Recommended by": "Bo",
            "Refused on": "2026-02-03",
            "Refused because": "moved",
            "Other ids": "HubSpot=51",
        },
    )

    assert person == Contact(
        name="Null",
        company="-",
        phones=(("Fax; the old one", "+351210000001;ext=5"), ("", "; odd")),
        emails=(("Work", "a, b"),),
        external_id="12",
        do_not_contact=True,
        more=(
            ("hours", "9-12"),
            ("referred_by", "Bo"),
            ("refused_on", "2026-02-03"),
            ("refused_why", "moved"),
            ("other_ids", "HubSpot=51"),
            ("phone_raw 1", "021 / 1"),
            ("phone_wrong_on 2", "2026-02-03"),
        ),
    )


def test_a_column_of_owners_may_hold_ids_which_name_nobody() -> None:
    owners = ("Grace Hopper", "12345678", "0055e000001abcD", "0055e000001abcDAAZ")
    text = "Name,Owner\n" + "".join(
        f"Ana {number},{owner}\n" for number, owner in enumerate(owners)
    )

    assert [person.leader for person in read(text).people] == ["Grace Hopper", "", "", ""]
