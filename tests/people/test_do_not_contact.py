"""A customer who said no is not phoned, whatever else happens to them, on both databases."""

from pathlib import Path

import pytest

from conftest import Founded
from support.builders import MORNING, a_customer
from support.running import Run

NO = "asked me not to ring"


@pytest.fixture(autouse=True)
def ana(founded: Founded, run_in: Run) -> int:
    """Return Ana Duarte, who does not want to be contacted."""
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        customer_id = a_customer(change)
        change.add("external_id", customer_id=customer_id, source="crm", value="7")
        change.add("email", customer_id=customer_id, position=1, address="ana@duarte.example")
        a_customer(change, "Rui Costa", phone="+441134960999")
    founded.book.rest()
    run_in("customers", "do-not-contact", "duarte", "--reason", NO)
    return customer_id


def _refused(run_in: Run) -> list[str]:
    found = run_in("customers", "list", "--do-not-contact", "--json").json["customers"]
    return [one["name"] for one in found]


def test_it_survives_an_import(run_in: Run, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text(
        "Name,Phone,Email,Do Not Call\nAna Duarte,+441134960123,ana@duarte.example,no\n"
    )

    run_in("import", str(file), "--yes", code=None)
    run_in("import", str(file), "--yes", "--overwrite", code=None)

    assert _refused(run_in) == ["Ana Duarte"]
    assert "Rui Costa" in run_in("today").out


def test_it_survives_an_edit(run_in: Run) -> None:
    run_in("customers", "edit", "duarte", "--name", "Ana Lopes", "--phone", "+441134960777")

    assert _refused(run_in) == ["Ana Lopes"]


def test_nobody_of_that_number_is_added_beside_them(run_in: Run) -> None:
    added = run_in("customers", "add", "A. D.", "--phone", "+441134960123", code=None)

    assert added.code == 7


def test_it_survives_a_merge_in_either_direction(run_in: Run, founded: Founded, ana: int) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        twin = a_customer(change, "Ana Duarte", phone="+441134960555")
    founded.book.rest()

    run_in("customers", "merge", str(ana), str(twin), "--keep", str(twin), "--yes")

    assert _refused(run_in) == ["Ana Duarte"]


def test_it_survives_an_undo(run_in: Run) -> None:
    run_in("customers", "edit", "rui", "--name", "Rui C")
    run_in("undo")
    run_in("undo")

    assert _refused(run_in) == ["Ana Duarte"]


def test_it_survives_a_restore(run_in: Run, founded: Founded) -> None:
    if founded.book.is_shared:
        pytest.skip("a server has copies of its own")
    run_in("customers", "do-not-contact", "duarte", "--lift", "--reason", "rang us", "--yes")
    run_in("backup")
    run_in("customers", "do-not-contact", "duarte")

    run_in("restore", "--last", "--yes")

    assert _refused(run_in) == ["Ana Duarte"]


def test_it_survives_its_own_erasure(run_in: Run, ana: int) -> None:
    run_in("customers", "erase", "duarte", "--name", "Ana Duarte")

    lifted = run_in(
        "customers", "do-not-contact", str(ana), "--lift", "--reason", "x", "--yes", code=None
    )

    assert lifted.code == 4
    assert "Rui Costa" in run_in("today").out


def test_it_is_lifted_by_name_alone_with_a_reason_that_is_kept(run_in: Run) -> None:
    nobody = run_in("customers", "do-not-contact", "--lift", "--reason", "x", "--yes", code=None)
    silent = run_in("customers", "do-not-contact", "duarte", "--lift", "--yes", code=None)
    lifted = run_in(
        "customers", "do-not-contact", "duarte", "--lift", "--reason", "rang us", "--yes"
    )

    assert nobody.code == 2
    assert silent.code == 2
    assert "may be phoned again" in lifted.err
    assert _refused(run_in) == []
    history = run_in("history", "--json").json
    assert history[0]["summary"] == "may contact Ana Duarte again: rang us"
