"""Under which names customers are known, for hiding them."""

from conftest import Founded
from dailycontact.store.recorded import customer_names
from support.builders import MORNING, a_customer
from support.running import Run


def test_a_former_name_and_that_of_who_was_merged_are_known(founded: Founded, run_in: Run) -> None:
    with founded.book.change("customers add", leader_id=1, at=MORNING) as change:
        a_customer(change, "Ana Duarte", company="Green Door")
        a_customer(change, "Anna Duarte", phone="+441134960124")
    founded.book.rest()
    run_in("customers", "edit", "1", "--name", "Ana Silva")
    run_in("customers", "merge", "1", "2", "--yes")

    names = customer_names(founded.book.look())

    assert {"Ana Silva", "Ana Duarte", "Anna Duarte"} <= {name for name, _ in names}


def test_who_was_erased_is_called_nothing(founded: Founded, run_in: Run) -> None:
    with founded.book.change("customers add", leader_id=1, at=MORNING) as change:
        a_customer(change, "Ana Duarte", company="Green Door")
    founded.book.rest()
    run_in("customers", "edit", "1", "--name", "Ana Silva")
    run_in("customers", "erase", "1", "--name", "Ana Silva")

    names = customer_names(founded.book.look())

    assert not any("Ana" in name or "Green" in company for name, company in names)
