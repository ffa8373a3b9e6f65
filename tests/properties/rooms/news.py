"""Customers are told what became of what they said, or where it stands."""

# ruff: noqa: D102 - the name of a rule is its sentence

from datetime import timedelta
from functools import partial

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from dailycontact.core.telling import Channel, Reaction
from dailycontact.store import team
from dailycontact.store.changing import Change
from dailycontact.tell.usecases import letters, telling, untold
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
        before = len(self.rows["telling"])
        self.do("tell", partial(self.tell, answer, taken))
        told = self.rows["telling"][before:]
        assert {row["answer_id"] for row in told} <= {answer}, "nobody else was told"

    @precondition(lambda self: self.rows["telling"])
    @rule(place=places, reaction=st.sampled_from(Reaction), better=st.none() | st.just("Red"))
    def answers_later(self, place: int, reaction: Reaction, better: str | None) -> None:
        """Say something, some days later, to what they were told before."""
        content = (
            row["answer_id"]
            for row in self.rows["telling"]
            if row["how"] == "told" and row["reaction"] != "not-solved"
        )
        answer, tellings = self.among(content, place), len(self.rows["telling"])
        waited = answer in {owed for _, owed in model.owed(self.rows)}
        taken = telling.Taken(reaction=reaction, better=better)
        self.do("tell", partial(self.tell, answer, taken))
        assert waited or len(self.rows["telling"]) == tellings, "it was told once"

    @precondition(lambda self: bool(model.owed(self.rows)))
    @rule(reaction=reactions)
    def tells_everybody(self, reaction: Reaction | None) -> None:
        """Tell all who wait, one after the other, as in an afternoon; the last says `reaction`."""
        refused = model.refusals(self.rows)
        whose = {row["id"]: row["customer_id"] for row in self.rows["answer"]}
        waiting = sorted({one for _, one in model.owed(self.rows) if whose[one] not in refused})
        for answer in waiting:
            said = reaction if answer == waiting[-1] else Reaction.PLEASED
            taken = telling.Taken(reaction=said)
            self.do("tell", partial(self.tell, answer, taken))
        assert model.owed(self.rows) == set(), "told, and waits still"
        if reaction is Reaction.NOT_SOLVED:
            assert model.is_reopened(self.rows, waiting[-1])

    def tell(self, answer: int, taken: telling.Taken, change: Change) -> None:
        """Tell one."""
        telling.tell(change, answer, taken=taken, day=self.today, today=self.today)

    @precondition(lambda self: self.rows["finish"])
    @rule(place=places)
    def tries(self, place: int) -> None:
        answer = self.news(place)
        self.do(
            "tell", lambda change: untold.tried(change, answer, day=self.today, today=self.today)
        )

    @precondition(lambda self: self.rows["answer"])
    @rule(place=places, words=st.sampled_from((None, "Next week")))
    def says_not_yet(self, place: int, words: str | None) -> None:
        answer, stages = self.waits(place), model.stages(self.rows)
        self.do(
            "tell",
            lambda change: untold.not_yet(
                change, answer, channel=Channel.PHONE, words=words, day=self.today,
                today=self.today,
            ),
        )  # fmt: skip
        assert model.stages(self.rows) == stages, "it closes nothing"

    @precondition(lambda self: self.rows["telling_try"])
    @rule(place=places)
    def gives_up(self, place: int) -> None:
        answer = self.tried(place)
        self.do(
            "tell",
            lambda change: untold.give_up(change, answer, day=self.today, today=self.today),
        )

    @precondition(lambda self: self.rows["telling_try"])
    @rule(place=places)
    def tries_for_days(self, place: int) -> None:
        """Try twice more, on the next days; then somebody may be given up."""
        answer = self.tried(place)
        for _ in range(2):
            self.today += timedelta(days=1)
            self.do(
                "tell",
                lambda change: untold.tried(change, answer, day=self.today, today=self.today),
            )

    def tried(self, place: int) -> int:
        """Return the number of an answer whose customer was not reached and waits, as a rule."""
        waiting = {answer for _, answer in model.owed(self.rows)}
        return self.among(
            (row["answer_id"] for row in self.rows["telling_try"] if row["answer_id"] in waiting),
            place,
        )

    @precondition(lambda self: any(row["why"] == "unreachable" for row in self.rows["telling"]))
    @rule(place=places, reaction=reactions)
    def reaches_after_all(self, place: int, reaction: Reaction | None) -> None:
        """Tell somebody who was given up."""
        missed = (row["answer_id"] for row in self.rows["telling"] if row["why"] == "unreachable")
        answer, tellings = self.among(missed, place), len(self.rows["telling"])
        waited = answer in {owed for _, owed in model.owed(self.rows)}
        self.do("tell", partial(self.tell, answer, telling.Taken(reaction=reaction)))
        assert waited or len(self.rows["telling"]) == tellings, "the waiver became the telling"

    @precondition(lambda self: self.rows["finish"])
    @rule(place=places, sent=st.booleans())
    def writes(self, place: int, sent: bool) -> None:
        """Write e-mails to all who wait for an action; some leaders send them."""
        action, owed = self.any_action(place), model.owed(self.rows)

        def draft(change: Change) -> None:
            leader = team.member(change, self.who)
            letters.draft(
                change, action_id=action, answer_id=None, leader=leader, folder=self.folder,
                today=self.today,
            )  # fmt: skip

        self.do("tell", draft)
        assert model.owed(self.rows) == owed, "written is not told"
        if sent:
            self.do("tell", partial(self.send, action))

    def send(self, action: int, change: Change) -> None:
        """Say that what was written has gone."""
        written = letters.unsent(change, action)
        letters.sent(change, action, among=written, day=self.today, today=self.today)
