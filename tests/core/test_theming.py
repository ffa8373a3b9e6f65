"""Which theme is meant by what was typed."""

import pytest

from dailycontact.core.theme import Theme
from dailycontact.core.theming import fitting

DELIVERY, INVOICES, PHONE = (
    Theme(id=number, name=name)
    for number, name in enumerate(["delivery times", "invoices", "phone times"], start=1)
)
THEMES = (DELIVERY, INVOICES, PHONE)


@pytest.mark.parametrize(
    ("typed", "same", "nearest"),
    [
        ("Invoices", INVOICES, None),
        ("  DELIVERY   times ", DELIVERY, None),
        ("deliv", None, DELIVERY),
        ("Invoces", None, INVOICES),
        ("parking", None, None),
        ("", None, None),
    ],
)
def test_a_name_a_part_of_it_or_a_slip_is_meant(
    typed: str, same: Theme | None, nearest: Theme | None
) -> None:
    found = fitting(typed, THEMES)

    assert (found.same, found.nearest) == (same, nearest)


def test_a_part_of_several_names_fits_all_of_them() -> None:
    assert fitting("times", THEMES).holding == (DELIVERY, PHONE)
