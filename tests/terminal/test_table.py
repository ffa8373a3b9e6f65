"""Tables at 80 columns, with names that do not want to fit."""

import pytest

from dailycontact.terminal.door import cells
from dailycontact.terminal.line import Line
from dailycontact.terminal.rich_console import SafeConsole, rendered
from dailycontact.terminal.table import table
from terminal.hostile import FORBIDDEN, HOSTILE


def shown(*rows: tuple[object, ...], width: int = 80) -> list[str]:
    made = table(("", "who", "said", "stage"), rows, align=("right",))
    return rendered(SafeConsole(width=width, color_system=None), made).splitlines()


def test_a_table_is_plain_and_calm() -> None:
    lines = shown((12, "Ana Duarte", "late", "told"), ("A3", "Bo", None, Line("acting")))

    assert lines == [
        "     who         said  stage",
        " 12  Ana Duarte  late  told",
        " A3  Bo                acting",
    ]


def test_long_cells_give_way_and_nothing_is_cut() -> None:
    lines = shown((112, "Ana Duarte", "_" * 300, "heard"), (7, "山田" * 40, "x", "done"))

    assert all(cells(line) <= 80 for line in lines)
    assert "".join(lines).count("_") == 300
    assert "".join(lines).count("山") == 40
    assert " 112  Ana Duarte" in lines[1]
    assert lines[1].endswith("heard")


def test_a_cell_of_two_lines_stays_in_its_column() -> None:
    lines = shown((1, "Ana", "one\ntwo", "told"))

    assert lines[1:] == [" 1  Ana  one   told", "         two"]


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_breaks_a_table(name: str) -> None:
    lines = shown((1, name, name, name), (2, "Ana", "late", "told"))

    assert not any(FORBIDDEN.search(line) for line in lines)
    assert all(cells(line) <= 80 for line in lines)
    assert len([line for line in lines if line.startswith((" 1", " 2"))]) == 2
