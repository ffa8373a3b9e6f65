"""Days pass: somebody is picked or skipped, leaders take turns, and take things back."""

# ruff: noqa: D102 - the name of a rule is its sentence

from datetime import datetime, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from dailycontact.core.turn import Pick
from dailycontact.pick.usecases import skip as skipping
from dailycontact.pick.usecases import today as pick
from dailycontact.store import journal
from dailycontact.store.changing import Change
from dailycontact.upkeep.usecases.undo import undo
from properties import model
from properties.barriers import KEPT, LIFTED, barriers
from properties.ground import LEADER, TOM, Ground

MOST_STEPS_BACK = 3


class Days(Ground):
    """The rules about time, and about taking back."""

    @rule(
        another=st.booleans(),
        anyway=st.booleans(),
        skipped=st.booleans(),
        whose=st.sampled_from((LEADER, LEADER, TOM)),
        hour=st.sampled_from((6, 9, 14, 20, 23)),
    )
    def picks(self, another: bool, anyway: bool, skipped: bool, whose: int, hour: int) -> None:
        before = self.rows
        now = self.now().replace(hour=hour)
        morning = pick.today(
            self.book.look(), leader_id=whose, day=self.today, now=now, another=another,
            anyway=anyway,
        )  # fmt: skip
        self.rows = model.dump(self.eyes)
        assert model.facts(self.rows) == model.facts(before), "looking changes no fact"
        if morning.pick is not None:
            self.is_fit(morning.pick, before, now=now, anyway=anyway)
        if skipped:
            self.skips(whose, tomorrow=another)

    def is_fit(self, found: Pick, before: model.Dump, *, now: datetime, anyway: bool) -> None:
        """Compare a pick with all that the rows said against its customer."""
        day = self.today.isoformat()
        assert model.may_be_proposed(before, found.customer_id, day=day), found
        (customer,) = (row for row in before["customer"] if row["id"] == found.customer_id)
        against = barriers(
            before, self.numbers(), customer, leaders=frozenset({found.leader_id}),
            day=self.today, now=now,
        )  # fmt: skip
        if found.id in {row["id"] for row in before["pick"]}:
            assert not against & KEPT, found
            return
        in_turn = found.reason.value in ("turn", "first")
        why = "anyway" if anyway and in_turn else found.reason.value
        assert against <= LIFTED.get(why, frozenset()), found

    def numbers(self) -> dict[str, int]:
        """Return the number of each day of the calendar."""
        return dict(self.eyes.execute("SELECT day, number FROM workday"))

    def skips(self, whose: int, *, tomorrow: bool) -> None:
        self.do(
            "skip",
            lambda change: skipping.skip(
                change, leader_id=whose, day=self.today, reason=None, tomorrow=tomorrow
            ),
        )

    @rule()
    def another_leader_sits_down(self) -> None:
        self.who = TOM if self.who == LEADER else LEADER

    @precondition(lambda self: self.steps_back < MOST_STEPS_BACK)
    @rule()
    def undoes(self) -> None:
        self.steps_back += 1
        refused, events = model.refusals(self.rows), len(self.rows["event"])
        nothing_left = False

        def take_back(change: Change) -> None:
            nonlocal nothing_left
            nothing_left = journal.last_to_undo(change, leader_id=self.who) is None
            undo(change, leader_id=self.who, today=self.today)

        self.do("undo", take_back)
        assert model.refusals(self.rows) >= refused, "a refusal was lifted"
        assert nothing_left == (not any(who == self.who for who, _ in self.before))
        if len(self.rows["event"]) > events:
            self.went_back()

    def went_back(self) -> None:
        """Compare with how it was, where nobody has changed anything since.

        Nor can it be compared where a refusal had to be kept on the way.
        """
        self.before.pop()
        taken = max(at for at, (who, _) in enumerate(self.before) if who == self.who)
        _, expected = self.before.pop(taken)
        if taken < len(self.before):
            self.before = [
                (who, rows if at < taken else None) for at, (who, rows) in enumerate(self.before)
            ]
            return
        if expected is None:
            return
        if model.refusals(expected) == model.refusals(self.rows):
            assert model.facts(self.rows) == expected
        else:
            self.before = [(who, None) for who, _ in self.before]

    @rule(days=st.sampled_from((1, 1, 3, 20)))
    def days_pass(self, days: int) -> None:
        self.today += timedelta(days=days)
