"""The list of customers as it goes into a pipe."""

from conftest import Founded
from support.builders import MORNING, a_customer
from support.running import Run


def test_one_long_name_does_not_widen_the_other_lines(founded: Founded, run_in: Run) -> None:
    long = "Wolfeschlegelsteinhausen " * 16
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        a_customer(change, long.strip())
        a_customer(change, "Bo Lind", company="Lind and Daughters")
    founded.book.rest()

    lines = run_in("customers", "list").out.splitlines()

    (bo,) = [line for line in lines if "Bo Lind" in line]
    assert len(bo) <= 80
    assert "Lind and Daughters" in bo
    assert any(long.strip() in line for line in lines)
