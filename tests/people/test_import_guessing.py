"""A column that says nothing of itself is shown with a guess, and a leader says what it is."""

from pathlib import Path

import pytest

from dailycontact.people.sources.contacts import NoNameColumn
from dailycontact.people.sources.parcels import Parcel
from dailycontact.people.usecases.import_guessing import is_number
from dailycontact.people.usecases.import_reading import Recognised, proposals, recognise_parcel
from support.imports import count_rows


def opened(text: str, **overrides: str) -> Recognised:
    parcel = Parcel(name="people.csv", kind=".csv", beside=Path("people.csv"), data=text.encode())
    named = {key.removeprefix("column"): field for key, field in overrides.items()}
    return recognise_parcel(parcel, overrides=named, nameless=True)


def guesses(text: str) -> list[str]:
    return [proposal.field for proposal in proposals(opened(text))]


HEADERLESS = (
    "7,Ana Duarte,Duarte Lda,+351 21 000 0001,ana@duarte.example,Portugal,2020-01-02\n"
    "8,Bo Lee,Lee Inc,(555) 010-0002,bo@lee.example,USA,2021-01-02\n"
    "9,Cy van der Berg,Berg BV,555-010-0003,cy@berg.example,Netherlands,2022-01-02\n"
)


def test_a_file_without_headers_is_proposed_column_by_column() -> None:
    found = proposals(opened(HEADERLESS))

    assert [proposal.field for proposal in found] == [
        *("", "name", "company", "phone", "email", "country", "")
    ]
    assert found[1].number == 2
    assert found[1].header == "Column 2"
    assert found[1].samples == ("Ana Duarte", "Bo Lee", "Cy van der Berg")


def test_what_the_leader_answers_is_taken_by_number() -> None:
    recognised = opened(HEADERLESS, column2="name", column4="phone")

    assert recognised.names_somebody
    assert count_rows(recognised) == 3
    assert [column.label for column in recognised.mapping.columns_for("phone")] == [""]


def test_a_number_is_no_header_of_a_row_that_holds_it() -> None:
    recognised = opened("2,Ana Duarte,030 1234567\n3,Bo Lee,030 1234568\n", column2="name")

    assert count_rows(recognised) == 2
    assert [column.header for column in recognised.mapping.columns_for("name")] == ["Column 2"]


def test_a_file_that_names_nobody_is_refused_unless_it_may_be_asked_about() -> None:
    recognised = opened("Foo,Phone\nAna Duarte,030 1234567\n")

    with pytest.raises(NoNameColumn):
        recognised.require_names()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEADERLESS, 'no headers, .*--map 1=name. Perhaps --map "2=name", like “Ana Duarte”.$'),
        ("Foo,Phone\nAna Duarte,030 1\n", 'are Foo, Phone: .* Perhaps --map "Foo=name", like “Ana'),
        ("Foo,Phone\n,030 1\n", 'the name with --map "Header=name".$'),
    ],
)
def test_where_nobody_can_be_asked_the_guess_is_in_the_refusal(text: str, said: str) -> None:
    with pytest.raises(NoNameColumn, match=said):
        opened(text).require_names()


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Wer,Wo\nAna Duarte,Porto\nBo Lee,Porto\n", ["name", ""]),
        ("Ana,Duarte,030 1\nBo,Lee,030 2\nAna,Lee,030 3\n", ["first_name", "last_name", ""]),
        ("Type,Industry\nCustomer,Coal\nClient,Steel\n", ["", ""]),
        ("Who,Nr\nAna Duarte,3\nBo Lee,b\n", ["name", ""]),
        ("Name,Extra\nAna Duarte,Bo Lee\n", [""]),
        ("First Name,Extra\nAna,Bo Lee\n", [""]),
        ("Who,Where,There\nAna Duarte,Germany,France\n", ["name", "country", ""]),
        ("Who,State\nAna Duarte,CA\nBo Lee,DE\n", ["name", ""]),
        ("Name,VAT no\nAna,12-3456789\nBo,12-3456780\n", [""]),
        ("Name,Reached\nAna,2026-02-03 04:05\n", [""]),
        ("Name,Fax here\nAna,030 1234567\n", [""]),
        ("Name,Spent\nAna,12345678\nBo,123456.50\n", [""]),
        ("Name,Empty\nAna,\n", []),
    ],
)
def test_what_a_column_holds_is_guessed_by_its_cells(text: str, fields: list[str]) -> None:
    assert guesses(text) == fields


@pytest.mark.parametrize(
    "cell", ["+49 30 123456-7", "030/1234567", "(555) 010-0002", "555-010-0002", "0049301234567"]
)
def test_what_can_be_dialled_is_a_number(cell: str) -> None:
    assert is_number(cell)


@pytest.mark.parametrize(
    "cell", ["12345678", "2026-02-03", "03.02.2026 10:00", "1.234.567,00", "12345.6789", "030 12"]
)
def test_days_ids_and_amounts_are_no_numbers(cell: str) -> None:
    assert not is_number(cell)


def test_an_opt_out_of_letters_that_anybody_uses_is_said() -> None:
    said = opened("Name,Email Opt Out\nAna,false\nBo,true\n").doubts
    silent = opened("Name,Phone,Email Opt Out\nAna,1,false\n").doubts

    assert len(said) == 1
    assert said[0].startswith("Email Opt Out is about e-mail; whoever opted out there")
    assert silent == ()


@pytest.mark.parametrize(
    ("header", "cells", "said"),
    [
        ("No calls please", "yes", 'if it does: --map "No calls please=do_not_contact"'),
        ("Kontakt gesperrt", "ja", 'if it does: --map "Kontakt gesperrt=do_not_contact"'),
        ("Consent to call", "No", "may say whom you may call, and is left out"),
        ("Werbung erlaubt", "nein", "may say whom you may call, and is left out"),
    ],
)
def test_a_column_that_may_say_who_wants_no_calls_is_not_left_out_in_silence(
    header: str, cells: str, said: str
) -> None:
    (doubt,) = opened(f"Name,Phone,{header}\nAna,1,{cells}\nBo,2,\n").doubts

    assert doubt.startswith(f"{header} may say")
    assert said in doubt


@pytest.mark.parametrize(("header", "cell"), [("Last call", "2024-05-01"), ("VIP", "yes")])
def test_other_columns_that_are_left_out_are_no_doubt(header: str, cell: str) -> None:
    assert opened(f"Name,Phone,{header}\nAna,1,{cell}\n").doubts == ()


@pytest.mark.parametrize(
    "name", ["J\u00c3\u00b6rg M\u00c3\u00bcller", "J\ufffdrg", "O\u00e2\u20ac\u2122Brien"]
)
def test_names_that_were_damaged_before_are_said(name: str) -> None:
    (doubt,) = opened(f"Name,Phone\nAna,1\n{name},2\n").doubts

    assert doubt == f"Name has damaged letters, like “{name}”; export the file again, as UTF-8."


def test_foreign_letters_are_no_damage() -> None:
    assert opened("Name,Phone\nJo\u00c3o S\u00e3o,1\nJO\u00c3O,2\nRen\u00e2,3\n").doubts == ()
