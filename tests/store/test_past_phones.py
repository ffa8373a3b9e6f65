"""At which numbers somebody was reached at an instant, whatever became of the numbers since."""

from datetime import UTC, datetime, timedelta

from conftest import Founded
from dailycontact.store.erasing import Singles, erase
from dailycontact.store.merging import merge
from dailycontact.store.past_phones import phones
from dailycontact.store.then import Then
from dailycontact.store.traces import known_of
from support.builders import MORNING, a_customer

LATER = MORNING + timedelta(days=1)


def _phones(founded: Founded, until: datetime, *customers: int) -> dict[int, tuple[str, ...]]:
    found = phones(Then(founded.book.look(), until), customers)
    founded.book.rest()
    return found


def test_numbers_are_those_of_then_in_their_order(founded: Founded) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        ana, bo = a_customer(change), a_customer(change, "Bo Lind", phone=None)
        change.add("phone", customer_id=ana, position=2, raw="2", shown="0113 2")
        mobile = change.add("phone", customer_id=ana, position=3, raw="3", shown="0113 3")
    with founded.book.change("test", leader_id=1, at=LATER) as change:
        change.set("phone", mobile, shown="0113 4")
        change.add("phone", customer_id=bo, position=1, raw="5", shown="0113 5")

    before, after = (_phones(founded, at, ana, bo) for at in (LATER, LATER + timedelta(days=1)))

    assert before == {ana: ("+441134960123 (office)", "0113 2", "0113 3")}
    assert after == {ana: ("+441134960123 (office)", "0113 2", "0113 4"), bo: ("0113 5",)}


def test_a_number_that_was_taken_out_since_was_there_and_a_wrong_one_is_never_rung(
    founded: Founded,
) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        ana = a_customer(change, phone=None)
        old = change.add("phone", customer_id=ana, position=1, raw="1", shown="0113 1")
        change.add("phone", customer_id=ana, position=2, raw="2", shown="0113 2",
                   wrong_on=MORNING.date())  # fmt: skip
    with founded.book.change("test", leader_id=1, at=LATER) as change:
        change.remove("phone", old)

    assert _phones(founded, LATER, ana) == {ana: ("0113 1",)}
    assert _phones(founded, datetime(2027, 1, 1, tzinfo=UTC), ana) == {}
    assert _phones(founded, LATER, ana + 1) == {}


def test_who_was_merged_into_somebody_since_had_the_numbers_that_were_theirs(
    founded: Founded,
) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        ana, bo = a_customer(change, phone="+441134960001"), a_customer(change, "Bo Lind")
    with founded.book.change("customers merge", leader_id=1, at=LATER) as change:
        merge(change, ana, bo, day=LATER.date())

    assert _phones(founded, LATER, bo) == {bo: ("+441134960123 (office)",)}
    assert _phones(founded, LATER, ana) == {ana: ("+441134960001 (office)",)}


def test_of_who_was_erased_there_is_no_number_not_even_of_then(founded: Founded) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        ana = a_customer(change)
    with founded.book.change("erase", leader_id=1, at=LATER) as change:
        who = known_of(change, ana)
        erase(change, who, leader_id=1, day=LATER.date(), singles=Singles())

    assert _phones(founded, LATER, ana) == {}
