"""What is so after every step."""

# ruff: noqa: D102 - the name of what is always so is its sentence

from datetime import timedelta

from hypothesis.stateful import invariant

from dailycontact.store import actions, answers, health, ledger, revisits, tallies
from dailycontact.store.owed import owed
from properties import clockwork, model
from properties.ground import Ground


class Truths(Ground):
    """The invariants."""

    @invariant()
    def everything_is_true(self) -> None:
        """Judge a step; one that wrote nothing leaves as true what was."""
        Ground.steps += 1
        self.what_is_owed_is_exact()
        self.the_stages_are_those_of_the_model()
        if self.changed:
            self.the_rows_keep_the_rules()
            self.what_is_open_is_what_the_model_says()
            self.what_is_kept_beside_an_answer_follows_from_the_facts()
            self.what_was_declined_comes_back()
            self.the_projection_is_what_the_facts_say()
            self.changed = False

    def the_rows_keep_the_rules(self) -> None:
        assert list(model.what_is_wrong(self.rows)) == []

    def what_is_owed_is_exact(self) -> None:
        waiting = owed(self.book.look(), today=self.today)
        found = [(one.finish_id, one.answer_id) for one in waiting]
        assert len(found) == len(set(found))
        assert set(found) == model.owed(self.rows)
        for one in waiting:
            assert (one.told, one.askers) == model.told_of(self.rows, one.action_id), one
            assert one.further == model.further(self.rows, one.finish_id), one

    def the_stages_are_those_of_the_model(self) -> None:
        stands = answers.standings(self.book.look(), today=self.today)
        expected = {answer["id"]: model.stage(self.rows, answer) for answer in self.rows["answer"]}
        assert {one.answer.id: one.stage.value for one in stands} == expected
        for one in stands:
            reopened = model.is_reopened(self.rows, one.answer.id)
            assert not (reopened and one.stage.value == "told"), "reopened is not told"

    def what_is_open_is_what_the_model_says(self) -> None:
        for action in actions.actions(self.book.look()):
            expected = {a for a in action.answers if model.is_open(self.rows, action.id, a)}
            assert set(action.open_answers) == expected

    def what_was_declined_comes_back(self) -> None:
        ahead = self.today + timedelta(days=10)
        found = {one.finish_id for one in revisits.due(self.book.look(), ahead)}
        assert found == model.to_look_at(self.rows, day=ahead.isoformat())

    def what_is_kept_beside_an_answer_follows_from_the_facts(self) -> None:
        for answer in self.rows["answer"]:
            kept = {name: answer[name] for name in clockwork.COLUMNS}
            assert kept == clockwork.beside(self.rows, answer), answer["id"]

    def the_projection_is_what_the_facts_say(self) -> None:
        look = self.book.look()
        assert list(health.drifted_rhythms(look)) == []
        assert list(ledger.drifted(look)) == []
        assert list(tallies.drifted(look)) == []
