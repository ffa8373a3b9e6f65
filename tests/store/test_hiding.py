"""By what customers are found in words, for hiding it."""

from datetime import timedelta

from conftest import Founded
from dailycontact.core.known import Known
from dailycontact.store import hiding
from dailycontact.store.then import Then
from support.builders import MORNING, a_customer
from support.running import Run

LATER = MORNING + timedelta(days=1)


def _add(founded: Founded, name: str, **columns: str) -> None:
    with founded.book.change("customers add", leader_id=1, at=MORNING) as change:
        customer = a_customer(change, name, **columns)
        address = f"{name.split(maxsplit=1)[0]}@mail.example".lower()
        change.add("email", customer_id=customer, position=1, address=address)
    founded.book.rest()


def test_former_names_numbers_and_addresses_and_those_of_who_was_merged_are_known(
    founded: Founded, run_in: Run
) -> None:
    _add(founded, "Ana Duarte", company="Green Door")
    _add(founded, "Anna Duarte", phone="+441134960124")
    run_in("customers", "edit", "1", "--name", "Ana Silva", "--email", "silva@mail.example")
    run_in("customers", "merge", "1", "2", "--yes")

    known = hiding.known(founded.book.look())

    assert {"Ana Silva", "Ana Duarte", "Anna Duarte"} <= {name for name, _ in known.people}
    assert "+441134960124" in known.numbers
    assert {"ana@mail.example", "silva@mail.example", "anna@mail.example"} <= {*known.addresses}


def test_who_was_erased_is_called_nothing(founded: Founded, run_in: Run) -> None:
    _add(founded, "Ana Duarte", company="Green Door")
    run_in("customers", "edit", "1", "--name", "Ana Silva")
    run_in("customers", "erase", "1", "--name", "Ana Silva")

    assert not hiding.known(founded.book.look()).anybody


def test_what_came_into_the_book_since_is_told_from_what_was_there(
    founded: Founded, run_in: Run
) -> None:
    _add(founded, "Ana Duarte", company="Green Door")
    _add(founded, "Bo Lind", phone="+441134960124")
    at = LATER.isoformat()
    run_in("customers", "edit", "1", "--name", "Ana Silva", at=at)
    run_in("customers", "add", "Red Gate", "--phone", "+441134960125", at=at)
    look = founded.book.look()

    everything, since = hiding.known_since(Then(look, LATER))
    _, nothing = hiding.known_since(Then(look, LATER + timedelta(days=1)))

    assert ("Ana Duarte", "Green Door") in everything.people
    assert since.people == (("Ana Silva", "Green Door"), ("Red Gate", ""))
    assert since.numbers == ("+441134960125",)
    assert since.addresses == ()
    assert nothing == Known()
    assert ("Ana Duarte", "Green Door") in everything.without(since).people
