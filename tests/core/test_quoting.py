"""A name in a command is typed so that a shell hands it over as it is."""

import shlex

import pytest

from dailycontact.core.quoting import typed


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("invoices", "invoices"),
        ("delivery times", '"delivery times"'),
        ("the café's name", '"the café\'s name"'),
        ("cash $5", "'cash $5'"),
    ],
)
def test_a_name_is_quoted_as_little_as_will_do(name: str, written: str) -> None:
    assert typed(name) == written
    assert shlex.split(written) == [name]
