"""The columns of an export: which there are, and what stands in them."""

from hypothesis import given
from hypothesis import strategies as st

from dailycontact.core.exported import Exported, ExportedEmail, ExportedPhone, OtherId
from dailycontact.core.exported_columns import apart, headers, together


def _phone(number: int, **said: str) -> ExportedPhone:
    return ExportedPhone(
        label=said.get("label", ""),
        raw=f"+4930123456{number}",
        e164=f"+4930123456{number}",
        extension=None,
        wrong_on=None,
    )


def test_columns_without_anything_in_them_are_left_out() -> None:
    assert headers([Exported(id=1, book="b", name="Ana")]) == ("Customer ID", "Book", "Name")


def test_of_nobody_there_are_the_columns_by_which_our_files_are_known() -> None:
    assert headers([]) == ("Customer ID", "Book", "Name")


def test_there_are_as_many_numbers_as_the_fullest_customer_has() -> None:
    ana = Exported(id=1, book="b", name="Ana", phones=(_phone(1), _phone(2, label="home")))
    bo = Exported(id=2, book="b", name="Bo", emails=(ExportedEmail("", "bo@example.com"),))

    assert headers([ana, bo])[3:] == (
        "Phone 1 - Value",
        "Phone 2 - Label",
        "Phone 2 - Value",
        "E-mail 1 - Value",
    )


def test_other_ids_are_readable() -> None:
    ids = (OtherId("HubSpot", "17"), OtherId("a file", "name=ana duarte"))

    assert together(ids) == "HubSpot=17; a file=name%3Dana duarte"


@given(st.lists(st.builds(OtherId, st.text(), st.text())).map(tuple))
def test_other_ids_come_apart_as_they_were(ids: tuple[OtherId, ...]) -> None:
    assert apart(together(ids)) == ids
