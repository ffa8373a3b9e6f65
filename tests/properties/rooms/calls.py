"""Customers are phoned: what they say, what they hear, what is promised, what is corrected."""

# ruff: noqa: D102 - the name of a rule is its sentence

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from dailycontact.ask.rule import Conversation, Heard, Help, Promised, Told
from dailycontact.ask.usecases import promises as promising
from dailycontact.ask.usecases.amend import Correction, amend
from dailycontact.ask.usecases.log import log
from dailycontact.core.answer import Consent, Kind
from dailycontact.core.call import Outcome, Settled
from dailycontact.core.following import Helped
from dailycontact.core.telling import Reaction
from dailycontact.people.usecases import talks
from dailycontact.store import customers, team
from dailycontact.store.changing import Change
from properties.ground import PRIYA, Ground, days, places

kinds = st.sampled_from((Kind.SUGGESTION, Kind.SUGGESTION, Kind.PRAISE, Kind.NOTHING))
missed = st.sampled_from([outcome for outcome in Outcome if outcome is not Outcome.REACHED])
corrections = st.sampled_from(
    (
        Correction(words="Come before seven, please"),
        Correction(kind=Kind.PRAISE),
        Correction(kind=Kind.SUGGESTION),
        Correction(consent=Consent.NO),
        Correction(urgent=True),
        Correction(private=True),
    )
)


class Calls(Ground):
    """The rules about conversations."""

    @precondition(lambda self: self.there)
    @rule(
        place=places,
        heard=st.lists(kinds, max_size=2),
        consent=st.sampled_from((Consent.WORDS, Consent.NAME, Consent.NO)),
        private=st.sampled_from((False, False, True)),
        told=st.none() | st.tuples(places, st.sampled_from(Reaction)),
        ago=st.sampled_from((0, 0, 2)),
    )
    def reached(
        self,
        place: int,
        heard: list[Kind],
        consent: Consent,
        private: bool,
        told: tuple[int, Reaction] | None,
        ago: int,
    ) -> None:
        customer = self.customer(place)
        spoken = Conversation(
            outcome=Outcome.REACHED,
            day=self.today - timedelta(days=ago),
            customer_id=customer,
            heard=tuple(Heard(words=_words(kind), kind=kind) for kind in heard),
            told=(Told(answer_id=self.news(told[0], of=customer), reaction=told[1]),)
            if told
            else (),
            consent=consent,
            private=private,
        )
        self.log(spoken)

    @precondition(lambda self: self.there and self.rows["answer"])
    @rule(place=places, about=st.sampled_from(("Delivery times", "Invoices")), promised=days)
    def wishes_and_is_promised(self, place: int, about: str, promised: int | None) -> None:
        due = None if promised is None else self.today + timedelta(days=promised)
        self.log(
            Conversation(
                outcome=Outcome.REACHED, day=self.today, customer_id=self.customer(place),
                heard=(Heard(words="Bring two of them", about=about),),
                promise=Promised(text="A list", due_on=due) if due else None,
            )
        )  # fmt: skip

    @precondition(lambda self: self.there and self.rows["answer"])
    @rule(place=places)
    def hears_where_it_stands(self, place: int) -> None:
        answer = self.waits(place)
        self.log(
            Conversation(
                outcome=Outcome.REACHED, day=self.today, customer_id=self.whose(answer, place),
                not_yet=(answer,),
            )
        )  # fmt: skip

    @precondition(lambda self: self.there and self.rows["telling"])
    @rule(place=places, helped=st.sampled_from(Helped))
    def says_whether_it_helped(self, place: int, helped: Helped) -> None:
        asked = {row["telling_id"] for row in self.rows["follow_up"]}
        told = (
            row["answer_id"]
            for row in self.rows["telling"]
            if row["how"] == "told" and row["id"] not in asked
        )
        answer = self.among(told, place)
        self.log(
            Conversation(
                outcome=Outcome.REACHED, day=self.today, customer_id=self.whose(answer, place),
                helped=(Help(answer_id=answer, helped=helped),),
            )
        )  # fmt: skip

    def whose(self, answer: int, place: int) -> int:
        """Return whose answer it is; somebody where they are not there any more."""
        said = {row["id"]: row["customer_id"] for row in self.rows["answer"]}
        customer = said.get(answer)
        return customer if customer in self.there else self.customer(place)

    @precondition(lambda self: self.there and self.rows["action"])
    @rule(place=places, action=places)
    def wishes_for_what_is_done(self, place: int, action: int) -> None:
        wish = Heard(words="The same for us", about=f"A{self.any_action(action)}")
        self.log(
            Conversation(
                outcome=Outcome.REACHED, day=self.today, customer_id=self.customer(place),
                heard=(wish,),
            )
        )  # fmt: skip

    @precondition(lambda self: self.there)
    @rule(place=places, outcome=missed, days=days)
    def not_reached(self, place: int, outcome: Outcome, days: int | None) -> None:
        back = None if days is None else self.today + timedelta(days=days)
        self.log(
            Conversation(
                outcome=outcome, day=self.today, customer_id=self.customer(place), call_back=back
            )
        )

    def log(self, spoken: Conversation) -> None:
        """Log a conversation."""
        self.do("log", lambda change: log(change, spoken, leader_id=self.who, today=self.today))

    @precondition(lambda self: self.rows["answer"])
    @rule(place=places, what=corrections)
    def corrects(self, place: int, what: Correction) -> None:
        number = self.answer(place)
        self.do("amend", lambda change: amend(change, number, what, day=self.today))

    @precondition(lambda self: self.rows["promise"])
    @rule(place=places, how=st.sampled_from(("kept", "moved", "broken")))
    def settles(self, place: int, how: str) -> None:
        waiting = (row["id"] for row in self.rows["promise"] if row["settled_on"] is None)
        number = self.among(waiting, place)
        before = self.rows["promise"]

        def settle(change: Change) -> None:
            to = self.today + timedelta(days=3) if how == "moved" else None
            promising.settle(change, number, Settled(how), day=self.today, to=to)

        self.do("promise", settle)
        if how == "moved" and self.rows["promise"] != before:
            assert len(self.rows["promise"]) == len(before) + 1, "it was made again"

    @precondition(lambda self: self.there)
    @rule(place=places, days=st.integers(-1, 9))
    def promises_something(self, place: int, days: int) -> None:
        customer, due = self.customer(place), self.today + timedelta(days=days)

        def give(change: Change) -> None:
            whom = customers.customer(change, customer)
            assert whom is not None
            promising.give(change, whom, text="A list", due_on=due, day=self.today)

        self.do("promise", give)

    @rule(ago=st.sampled_from((0, 0, 3)), wish=st.sampled_from(("", "A quieter room")))
    def talks_with_the_team(self, ago: int, wish: str) -> None:
        held = talks.Held(
            day=self.today - timedelta(days=ago), wish=wish, notes="", pass_on=bool(wish)
        )

        def note(change: Change) -> None:
            member = team.member(change, PRIYA)
            talks.note(change, member, held, leader_id=self.who, today=self.today)

        self.do("team talk", note)


def _words(kind: Kind) -> str:
    return "" if kind is Kind.NOTHING else "Come before eight, please"
