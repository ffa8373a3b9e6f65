"""The machine that runs the loop in any order: all of its rooms, and how it begins."""

from hypothesis import strategies as st
from hypothesis.stateful import initialize

from dailycontact.core.answer import Consent, Kind
from properties.rooms.calls import Calls
from properties.rooms.customers import Customers
from properties.rooms.days import Days
from properties.rooms.deeds import Deeds
from properties.rooms.news import News
from properties.rooms.readings import Readings
from properties.rooms.truths import Truths


class Loop(Customers, Calls, Readings, Deeds, News, Days, Truths):
    """A book in which everything happens."""

    @initialize(
        phone=st.booleans(),
        kind=st.sampled_from((Kind.SUGGESTION, Kind.PRAISE)),
        done=st.sampled_from((True, True, False)),
        refused=st.sampled_from((False, False, True)),
    )
    def somebody(self, phone: bool, kind: Kind, done: bool, refused: bool) -> None:
        """Begin in the middle: wishes, somebody at work on them, and somebody new."""
        for place in (0, 1):
            self.new_customer(phone=True)
            self.reached(place, [Kind.SUGGESTION, kind], Consent.WORDS, False, None, 0)
        self.new_customer(phone=phone)
        self.acts([1, 2])
        self.acts([3])
        if refused:
            self.stops(1, "refuse", None)
        if done:
            self.does(2, 0, [])
            self.does(1, 0, [])
