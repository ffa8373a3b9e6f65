"""The team hears of answers, and does something about them, or does not."""

# ruff: noqa: D102 - the name of a rule is its sentence

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from dailycontact.act.usecases import begin, end, noting, revisiting
from dailycontact.core.action import How
from dailycontact.core.period import week_of
from dailycontact.share.rule import Audience
from dailycontact.share.usecase import share, share_week
from dailycontact.store import team
from dailycontact.store.changing import Change
from properties import model
from properties.ground import LEADER, PRIYA, Ground, days, places, several


class Deeds(Ground):
    """The rules about sharing and actions."""

    @rule(
        some=st.just([]) | several,
        where=st.sampled_from((None, "stand-up")),
        to=st.sampled_from((Audience.TEAM, Audience.TEAM, *Audience)),
    )
    def shares(self, some: list[int], where: str | None, to: Audience) -> None:
        numbers = [self.wish(place) for place in some]
        self.do(
            "share",
            lambda change: share(change, numbers, place=where, day=self.today, audience=to),
        )

    @rule(to=st.sampled_from((Audience.TEAM, Audience.COMPANY)), ago=st.sampled_from((0, 7)))
    def shares_a_report(self, to: Audience, ago: int) -> None:
        week = week_of(self.today - timedelta(days=ago), zone="Europe/London")
        self.do(
            "share",
            lambda change: share_week(change, week, place=None, day=self.today, audience=to),
        )

    @property
    def declined(self) -> set[int]:
        """The actions that were declined, for one of their answers at least."""
        ends = model.last_ends(self.rows)
        return {action for (action, _), end in ends.items() if end["how"] == "declined"}

    @rule(some=several, title=st.sampled_from(("Do it", "Do it well")))
    def acts(self, some: list[int], title: str = "Do it") -> None:
        numbers = [self.wish(place) for place in some]
        self.do(
            "act",
            lambda change: begin.act(
                change, numbers, title=title, owner=None, due=None, day=self.today
            ),
        )

    @precondition(lambda self: self.rows["action"])
    @rule(some=several, place=places)
    def adds(self, some: list[int], place: int) -> None:
        numbers = [self.wish(place) for place in some]
        action = self.any_action(place)
        self.do(
            "act", lambda change: begin.add_to(change, numbers, action_id=action, day=self.today)
        )

    @precondition(lambda self: self.rows["action"])
    @rule(place=places, who=st.sampled_from((LEADER, PRIYA)), named=st.booleans(), due=days)
    def takes(self, place: int, who: int, named: bool, due: int | None) -> None:
        action = self.action(place)
        by = None if due is None else self.today + timedelta(days=due)

        def take(change: Change) -> None:
            owner = team.member(change, who)
            begin.take(change, action, owner=owner, named=named, due=by, day=self.today)

        self.do("take", take)

    @precondition(lambda self: self.rows["action"])
    @rule(place=places, text=st.sampled_from(("", "Half of it")))
    def notes(self, place: int, text: str) -> None:
        action = self.any_action(place)
        self.do("note", lambda change: noting.note(change, action, text=text, day=self.today))

    @precondition(lambda self: self.rows["action"])
    @rule(place=places, ago=st.sampled_from((0, 0, 0, 1)), also=st.lists(places, max_size=2))
    def does(self, place: int, ago: int, also: list[int]) -> None:
        action, day = self.action(place), self.today - timedelta(days=ago)
        others = [self.wish(one) for one in also]
        self.do(
            "done",
            lambda change: end.done(
                change, action, say="It is so now", evidence=None, day=day, today=self.today,
                also=others,
            ),
        )  # fmt: skip

    @precondition(lambda self: self.rows["finish"])
    @rule(place=places, also=several)
    def is_done_for_others_too(self, place: int, also: list[int]) -> None:
        """End an action for more, in the words in which it ended."""
        action = self.among((row["action_id"] for row in self.rows["finish"]), place)
        others = [self.untouched(one) for one in also]
        self.do(
            "done",
            lambda change: end.done(
                change, action, say=None, evidence=None, day=self.today, today=self.today,
                also=others,
            ),
        )  # fmt: skip

    @rule(some=st.lists(places, max_size=1), some_actions=st.lists(places, max_size=1), again=days)
    def declines(self, some: list[int], some_actions: list[int], again: int | None) -> None:
        later = None if again is None else self.today + timedelta(days=again)
        ending = end.Ending(how=How.DECLINED, say="The law forbids it", revisit_on=later)
        answer_ids = [self.untouched(place) for place in some]
        action_ids = [self.action(place) for place in some_actions]
        self.do(
            "decline",
            lambda change: end.decline(
                change, answer_ids=answer_ids, action_ids=action_ids, ending=ending,
                today=self.today,
            ),
        )  # fmt: skip

    @precondition(lambda self: self.rows["finish"])
    @rule(place=places, again=days)
    def looks_again(self, place: int, again: int | None) -> None:
        action = self.among(self.declined, place)
        later = None if again is None else self.today + timedelta(days=again)
        self.do(
            "decline",
            lambda change: revisiting.stays(change, [action], next_on=later, today=self.today),
        )
