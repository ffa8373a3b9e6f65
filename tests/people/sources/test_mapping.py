"""A column means what its header says, or what the leader says that it means."""

import pytest

from dailycontact.people.sources.aliases import alias_of
from dailycontact.people.sources.mapping import (
    Mapping,
    MapProblem,
    field_named,
    parse_overrides,
    recognise,
)


def fields_of(*headers: str, **overrides: str) -> dict[str, str]:
    mapping = recognise(headers, overrides=overrides)
    return {column.header: column.field for column in mapping.columns}


def labels_of(mapping: Mapping) -> dict[str, str]:
    return {column.header: column.label for column in mapping.columns_for("phone")}


@pytest.mark.parametrize(
    ("source", "headers"),
    [
        ("Northwind", "CustomerID,CompanyName,ContactName,ContactTitle,Phone,Fax"),
        ("Chinook", "CustomerId,FirstName,LastName,Company,Phone,Fax,Email,SupportRepId"),
        ("Salesforce report", "Salutation,First Name,Last Name,Mailing Country,Account Name"),
        ("Salesforce", "Id,AccountId,OwnerId,FirstName,LastName,MobilePhone,DoNotCall"),
        (
            "Google Contacts",
            "First Name,Last Name,Organization Name,Phone 1 - Label,Phone 1 - Value",
        ),
        ("Google Contacts", "Name,Given Name,Family Name,Phone 1 - Type,Phone 1 - Value"),
        ("Outlook", "Title,First Name,Last Name,Business Phone,E-mail Address"),
        ("Outlook", "Anrede,Vorname,Nachname,Firma,Telefon geschäftlich,E-Mail-Adresse"),
        ("HubSpot", "Record ID,First Name,Last Name,Email,Phone Number,Contact owner"),
        ("Pipedrive", "Person - ID,Person - Name,Person - Phone - Work"),
        ("Zoho", "Record Id,Contact Owner,First Name,Last Name,Account Name,Email"),
        ("Mailchimp", "Email Address,First Name,Last Name,MEMBER_RATING,LEID"),
        ("CSV", "name,telephone"),
    ],
)
def test_a_source_is_known_by_several_headers(source: str, headers: str) -> None:
    assert recognise(headers.split(","), overrides={}).source == source


@pytest.mark.parametrize(
    ("header", "field", "label"),
    [
        ("name", "name", ""),
        ("TELEPHONE", "phone", ""),
        ("Mobile", "phone", "mobile"),
        ("e-mail", "email", ""),
        ("Firma", "company", ""),
        ("first_name", "first_name", ""),
        ("FRST_NM", "first_name", ""),
        ("MID_NM", "middle_name", ""),
        ("LAST_NM", "last_name", ""),
        ("Business Phone 2", "phone", "office"),
        ("Telefon (privat 2)", "phone", "home"),
        ("Phone 7 - Value", "phone", ""),
        ("E-mail 3 Address", "email", ""),
        ("Person - Phone - Mobile", "phone", "mobile"),
        ("Business Country/Region", "country", ""),
        ("Contact owner", "leader", ""),
        ("Do Not Call", "do_not_contact", ""),
        ("Email Opt Out", "do_not_contact", "e-mail"),
        ("E-mail 3 - Type", "email_label", ""),
        ("Personne - Téléphone - Travail", "phone", "office"),
        ("Owner", "leader", ""),
        ("Zuständig", "leader", ""),
    ],
)
def test_an_everyday_header_is_known(header: str, field: str, label: str) -> None:
    alias = alias_of(header)

    assert alias is not None
    assert (alias.field, alias.label) == (field, label)


@pytest.mark.parametrize(
    "header",
    [
        "Fax",
        "Business Fax",
        "Pager",
        "Assistant's Phone",
        "HasOptedOutOfFax",
        "E-mail Type",
        "tel:+247-40123",
        "Account",
        "E-mail Display Name",
        "SMS",
        "CC",
        "SupportRepId",
        "OwnerId",
        "City",
        "Notes",
        "Birthday",
        "Address 2 - Country",
        "",
    ],
)
def test_what_is_no_business_of_ours_is_left_out(header: str) -> None:
    assert alias_of(header) is None


def test_name_beside_a_first_name_is_a_last_name() -> None:
    assert fields_of("Name", "Vorname") == {"Name": "last_name", "Vorname": "first_name"}


def test_the_name_of_a_salesforce_account_is_a_company() -> None:
    assert fields_of("Id", "Name", "BillingCountry", "IsDeleted")["Name"] == "company"


def test_name_beside_the_person_to_ask_for_is_a_company() -> None:
    assert fields_of("Name", "Ansprechpartner") == {"Name": "company", "Ansprechpartner": "name"}
    assert fields_of("Name", "Contact Person", "Company")["Name"] == "name"


def test_contact_is_a_person_unless_somebody_is_named_beside_it() -> None:
    assert fields_of("Company", "Contact") == {"Company": "company", "Contact": "name"}
    assert fields_of("Name", "Contact") == {"Name": "name", "Contact": ""}
    assert fields_of("First Name", "Contact")["Contact"] == ""


def test_customer_is_a_company_only_beside_a_person() -> None:
    assert fields_of("Customer", "Phone")["Customer"] == "name"
    assert fields_of("Customer", "Contact Person")["Customer"] == "company"
    assert fields_of("Customer", "Name", "Company")["Customer"] == ""


def test_the_leader_maps_by_header_in_any_spelling_or_by_number() -> None:
    overrides = {"durchwahl": "phone", "3": "Name", "Mail": "-"}

    mapping = recognise(["Mail", "Durchwahl", "Wer"], overrides=overrides)

    assert [column.field for column in mapping.columns] == ["", "phone", "name"]
    assert labels_of(mapping) == {"Durchwahl": "durchwahl"}
    assert [column.header for column in mapping.left_out] == ["Mail"]


@pytest.mark.parametrize(
    ("word", "field"),
    [
        ("phone", "phone"),
        ("First name", "first_name"),
        ("do-not-contact", "do_not_contact"),
        ("Handy", "phone"),
        ("-", "-"),
        ("shoe size", None),
        ("Phone 1 - Wrong since", None),
    ],
)
def test_a_leaders_word_names_a_field(word: str, field: str | None) -> None:
    assert field_named(word) == field


def test_the_id_beside_a_name_is_left_out() -> None:
    assert fields_of("Contact.id", "Contact", "Customer.id") == {
        "Contact.id": "",
        "Contact": "name",
        "Customer.id": "external_id",
    }


def test_a_leaders_word_is_a_label_too() -> None:
    overrides = {"1": "Handy", "2": "phone", "3": "phone", "4": "work email"}

    mapping = recognise(["Column 1", "Column 2", "Büro", "Column 4"], overrides=overrides)

    assert labels_of(mapping) == {"Column 1": "mobile", "Column 2": "", "Büro": "büro"}
    assert [column.label for column in mapping.columns_for("email")] == ["work"]


def test_the_leaders_column_is_asked_before_a_recognised_one() -> None:
    mapping = recognise(["Company", "Kurz"], overrides={"Kurz": "company"})

    assert [column.header for column in mapping.columns_for("company")] == ["Kurz", "Company"]


def test_an_unknown_column_lists_the_choices_and_the_nearest() -> None:
    with pytest.raises(MapProblem) as caught:
        recognise(["Name", "Telefon"], overrides={"Telfon": "phone"})

    assert "Did you mean “Telefon”?" in str(caught.value)
    assert "Name, Telefon" in str(caught.value)


def test_an_unknown_field_lists_the_choices_and_the_nearest() -> None:
    with pytest.raises(MapProblem, match=r"no field “phon”. Did you mean “phone”\? The fields are"):
        recognise(["Name"], overrides={"Name": "phon"})


@pytest.mark.parametrize("number", ["0", "3", "²"])
def test_a_number_beyond_the_columns_is_refused(number: str) -> None:
    with pytest.raises(MapProblem, match="no column"):
        recognise(["Name", "Phone"], overrides={number: "name"})


def test_a_column_that_is_mapped_twice_is_asked_about() -> None:
    with pytest.raises(MapProblem, match="“Name” is company already; say one of the two"):
        parse_overrides(["Name=company", "Name=name"])

    assert parse_overrides(["Name=company", "Name=company"]) == {"Name": "company"}


def test_the_options_are_split_at_their_last_equals_sign() -> None:
    assert parse_overrides(["A=B=name", " Tel = phone "]) == {"A=B": "name", "Tel": "phone"}


@pytest.mark.parametrize("option", ["Name", "=name", "Name="])
def test_half_an_option_is_refused_with_the_form_to_use(option: str) -> None:
    with pytest.raises(MapProblem, match="Header=field"):
        parse_overrides([option])
