"""Whoever was erased stays away, also as the entry that was merged into them before."""

from pathlib import Path

from conftest import Founded
from support.running import Run


def test_an_export_from_before_a_merge_writes_nothing_into_an_erased_row(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    run_in("customers", "add", "Ana Duarte", "--phone", "+441134960123")
    run_in("customers", "add", "Jo Hansen", "--phone", "+441134960131")
    run_in("customers", "add", "Anna Duarte", "--phone", "+441134960123")
    own = tmp_path / "own.csv"
    run_in("customers", "export", "-o", str(own))
    run_in("customers", "merge", "1", "3", "--yes")
    run_in("customers", "erase", "1", "--name", "Ana Duarte")

    (file,) = run_in("import", str(own), "--json").json["files"]

    assert (file["new"], file["changed"], file["unchanged"], file["skipped"]) == (0, 0, 1, 2)
    rows = founded.book.look().rows("SELECT id FROM phone WHERE customer_id = 1")
    founded.book.rest()
    assert rows == []
    if not founded.book.is_shared:
        run_in("check")
