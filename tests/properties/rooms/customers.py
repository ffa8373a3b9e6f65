"""Customers come, change, are merged, refuse contact and are erased."""

# ruff: noqa: D102 - the name of a rule is its sentence

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from dailycontact.people.usecases import attention, entries, erasing, merging
from dailycontact.people.usecases.details import Details
from dailycontact.store import customers as store_customers
from dailycontact.store.changing import Change
from dailycontact.store.erasing import Singles
from dailycontact.store.importing import Arrivals
from properties import model
from properties.crowds import PLACES, Place
from properties.ground import LEADER, MOST_CUSTOMERS, TOM, Ground, days, places
from properties.lanes import newcomer
from support.builders import a_customer

WHOSE = (None, None, LEADER, TOM)
STAY = ("call", "answer", "finish_answer", "skip", "rhythm_fact", "promise", "reading")
"""What a merge leaves in its number; news are waived where one of the two refused contact."""


class Customers(Ground):
    """The rules about customers."""

    @precondition(lambda self: len(self.rows["customer"]) < MOST_CUSTOMERS)
    @rule(phone=st.booleans(), place=st.sampled_from(PLACES), whose=st.sampled_from(WHOSE))
    def new_customer(self, phone: bool, place: Place = PLACES[0], whose: int | None = None) -> None:
        number = "+441134960123" if phone else None
        country, zone = place

        def add(change: Change) -> None:
            customer_id = a_customer(
                change, phone=number, joined_on=self.today, country=country, zone=zone,
                leader_id=whose,
            )  # fmt: skip
            address = f"ana{customer_id}@example.com"
            change.add("email", customer_id=customer_id, position=1, label="", address=address)

        self.do("customers add", add)

    @precondition(lambda self: len(self.rows["customer"]) < MOST_CUSTOMERS)
    @rule(cadences=st.lists(st.sampled_from((5, 21, 63)), min_size=1, max_size=2))
    def imports(self, cadences: list[int]) -> None:
        def bring_in(change: Change) -> None:
            arrivals = Arrivals(
                change, source="file", day=self.today, most=len(cadences), with_phones=True
            )
            known = len(self.rows["external_id"])
            arrivals.add([newcomer(known + at, each) for at, each in enumerate(cadences)])
            arrivals.settle()

        self.do("import", bring_in)

    @precondition(lambda self: self.there)
    @rule(place=places, cadence=st.sampled_from(("week", "month", "quarter", "-")))
    def rhythm_changes(self, place: int, cadence: str) -> None:
        number = self.customer(place)

        def edit(change: Change) -> None:
            whom = store_customers.customer(change, number)
            assert whom is not None
            entries.edit(change, whom, Details(cadence=cadence), day=self.today)

        self.do("customers edit", edit)

    @precondition(lambda self: len(self.there) > 1)
    @rule(one=places, other=places, one_stays=st.booleans(), same=st.sampled_from((True, False)))
    def merges(self, one: int, other: int, one_stays: bool, same: bool) -> None:
        first, second = self.customer(one), self.customer(other)
        before = self.rows

        def merge(change: Change) -> None:
            pair = merging.compare(change, first, second, keep=first if one_stays else None)
            if same:
                merging.merge(change, pair, day=self.today)
            else:
                merging.tell_apart(change, pair.kept.customer, pair.gone.customer)

        self.do("customers merge", merge)
        for table in STAY:
            assert len(self.rows[table]) == len(before[table]), table
        if first != second and same and {first, second} & model.refusals(before):
            assert {first, second} & model.refusals(self.rows)

    @precondition(lambda self: len(self.there) > 1)
    @rule(place=places, sure=st.booleans())
    def erases(self, place: int, sure: bool) -> None:
        number = self.customer(place)
        whom = store_customers.customer(self.book.look(), number)
        assert whom is not None
        planned = erasing.plan(self.book.look(), self.book, whom)
        if not sure:
            return
        self.do(
            "customers erase",
            lambda change: erasing.erase(
                change, planned, singles=Singles(), leader_id=self.who, day=self.today
            ),
        )
        assert number not in self.there
        assert number in model.refusals(self.rows)

    @precondition(lambda self: self.there)
    @rule(place=places, how=st.sampled_from(("refuse", "pause", "pause", "resume")), days=days)
    def stops(self, place: int, how: str, days: int | None) -> None:
        customer = self.customer(place)
        until = None if days is None else self.today + timedelta(days=days)

        def stop(change: Change) -> None:
            whom = store_customers.customer(change, customer)
            assert whom is not None
            if how == "refuse":
                attention.refuse(change, whom, day=self.today, reason=None)
            elif how == "pause":
                attention.pause(change, whom, day=self.today, until=until, reason=None)
            else:
                attention.resume(change, whom, day=self.today)

        self.do(how, stop)
