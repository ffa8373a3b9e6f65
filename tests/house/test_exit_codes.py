"""Exit codes are a promise to scripts: frozen, and each one documented."""

import pytest

from dailycontact.errors import ExitCode
from house.source import ROOT

PAGE = ROOT / "docs" / "reference" / "exit-codes.md"


def test_the_exit_codes_are_frozen() -> None:
    codes = {code.name: code.value for code in ExitCode}

    assert codes == {
        "DONE": 0,
        "FOUND_SOMETHING": 1,
        "USAGE": 2,
        "BAD_INPUT": 3,
        "NOT_FOUND": 4,
        "BUSY": 5,
        "STORAGE": 6,
        "REFUSED": 7,
        "DELIVERY": 8,
        "BUG": 70,
        "INTERRUPTED": 130,
    }


@pytest.mark.skipif(not PAGE.exists(), reason=f"{PAGE.name} is not written yet")
def test_the_reference_explains_every_exit_code() -> None:
    first_cells = {
        line.split("|")[1].strip(" `*")
        for line in PAGE.read_text(encoding="utf-8").splitlines()
        if line.startswith("|")
    }

    unexplained = [code for code in ExitCode if str(code.value) not in first_cells]

    assert unexplained == []
