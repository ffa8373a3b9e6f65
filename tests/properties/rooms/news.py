"""Customers are told what became of what they said, or where it stands."""

# ruff: noqa: D102 - the name of a rule is its sentence

from functools import partial

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from dailycontact.core.telling import Channel, Reaction
from dailycontact.store import progress
from dailycontact.store.changing import Change
from dailycontact.tell.usecases import telling
from properties import model
from properties.ground import Ground, places

reactions = st.sampled_from((None, *Reaction))


class News(Ground):
    """The rules about telling."""

    @precondition(lambda self: self.rows["finish"])
    @rule(
        place=places,
        channel=st.sampled_from((Channel.PHONE, Channel.PHONE, Channel.EMAIL)),
        reaction=reactions,
        better=st.none() | st.just("Blue, please"),
    )
    def tells(
        self, place: int, channel: Channel, reaction: Reaction | None, better: str | None
    ) -> None:
        answer = self.news(place)
        taken = telling.Taken(channel=channel, reaction=reaction, better=better)
        self.do("tell", partial(self.tell, answer, taken))

    @precondition(lambda self: bool(model.owed(self.rows)))
    @rule(reaction=reactions)
    def tells_everybody(self, reaction: Reaction | None) -> None:
        """Tell all who wait, one after the other, as in an afternoon; the last says `reaction`."""
        waiting = sorted({answer for _, answer in model.owed(self.rows)})
        for answer in waiting:
            said = reaction if answer == waiting[-1] else Reaction.PLEASED
            taken = telling.Taken(reaction=said)
            self.do("tell", partial(self.tell, answer, taken))
        if reaction is not None:
            assert not {answer for _, answer in model.owed(self.rows)} & set(waiting)

    def tell(self, answer: int, taken: telling.Taken, change: Change) -> None:
        """Tell one."""
        telling.tell(change, answer, taken=taken, day=self.today, today=self.today)

    @precondition(lambda self: self.rows["finish"])
    @rule(place=places)
    def tries(self, place: int) -> None:
        answer = self.news(place)
        self.do(
            "tell", lambda change: telling.tried(change, answer, day=self.today, today=self.today)
        )

    @precondition(lambda self: self.rows["answer"])
    @rule(place=places, words=st.sampled_from((None, "Next week")))
    def says_not_yet(self, place: int, words: str | None) -> None:
        answer = self.waits(place)
        self.do(
            "tell",
            lambda change: progress.not_yet(
                change, answer, channel=Channel.PHONE, words=words, day=self.today
            ),
        )
