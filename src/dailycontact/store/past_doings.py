"""What was done about answers, as it was at an instant: actions, their ends, and who was told."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dailycontact.core.action import Action, Finish, How
from dailycontact.core.standing import Doing
from dailycontact.core.telling import Reaction
from dailycontact.store.actions import finish_of
from dailycontact.store.answers import begun_on
from dailycontact.store.forms import day_of, day_or_none, stored_instant
from dailycontact.store.looking import Row
from dailycontact.store.past_team import PastTeam
from dailycontact.store.then import Then
from dailycontact.store.touched import in_blocks

_LINKS = (
    "SELECT aa.answer_id, action.id AS action_id, title, owner_id, owned_on, due_on, action.day,"
    " action.recorded_at, aa.recorded_at AS asked_at"
    " FROM action_answer aa JOIN action ON action.id = aa.action_id"
    " WHERE aa.recorded_at < :until AND aa.{which} IN ({{}}) ORDER BY aa.answer_id, action.id"
)
_ENDS = (
    "SELECT fa.answer_id, finish.action_id, finish.id AS finish_id, finish.how, say,"
    " finish.day AS finished_on, telling.id AS telling_id, telling.day AS settled_on, reacted_on,"
    " telling.how AS settled_how, telling.why AS settled_why, reaction"
    " FROM finish_answer fa JOIN finish ON finish.id = fa.finish_id"
    " LEFT JOIN telling ON telling.finish_id = fa.finish_id AND telling.answer_id = fa.answer_id"
    "  AND telling.recorded_at < :until"
    " WHERE finish.recorded_at < :until AND fa.answer_id IN ({}) ORDER BY finish.id"
)
_ACTIONS = (
    "SELECT id, title, owner_id, owned_on, due_on, day FROM action"
    " WHERE recorded_at < :until AND id IN ({}) ORDER BY id"
)
_FINISHES = (
    "SELECT id, action_id, number, how, say, instead, revisit_on, evidence, day FROM finish"
    " WHERE recorded_at < :until AND action_id IN ({}) ORDER BY action_id, number"
)

Told = dict[str, Any]
"""What is known of a telling: settled_on, settled_how, settled_why, reaction, reacted_on."""


class PastDoings:
    """Reads what was done about answers as of an instant; what was withdrawn since is read once."""

    def __init__(self, then: Then, team: PastTeam) -> None:
        self._then = then
        self._names = team.names
        until = stored_instant(then.until)
        self._withdrawn: dict[tuple[int, int], Told] = {
            (was["finish_id"], was["answer_id"]): _told(was)
            for was in then.gone("telling")
            if was["recorded_at"] < until
        }

    def name(self, member_id: int | None) -> str | None:
        """Return what somebody of the team is called, by today's name."""
        return None if member_id is None else self._names.get(member_id)

    def of_answers(self, answer_ids: Sequence[int]) -> dict[int, tuple[Doing, ...]]:
        """Return, by answer, what is done about it, in the order of the actions."""
        found: dict[int, list[Doing]] = {}
        for block in in_blocks(answer_ids):
            ends = {(row["answer_id"], row["action_id"]): row for row in self._among(_ENDS, block)}
            for row in self._among(_LINKS.format(which="answer_id"), block):
                end = ends.get((row["answer_id"], row["action_id"]))
                found.setdefault(row["answer_id"], []).append(self._doing(row, end))
        return {answer_id: tuple(doings) for answer_id, doings in found.items()}

    def linked(self, wanted: Sequence[int], *, by: str) -> list[tuple[int, int]]:
        """Return which actions serve which answers, of these: `by` is answer_id or action_id."""
        return [
            (row["action_id"], row["answer_id"])
            for block in in_blocks(wanted)
            for row in self._among(_LINKS.format(which=by), block)
        ]

    def actions(
        self, action_ids: Sequence[int], doings: dict[int, tuple[Doing, ...]]
    ) -> list[Action]:
        """Return these actions; `doings` are those of all the answers that they serve."""
        answers: dict[int, list[tuple[int, bool]]] = {}
        for answer_id in sorted(doings):
            for doing in doings[answer_id]:
                answers.setdefault(doing.action_id, []).append((answer_id, doing.open))
        finishes = {
            row["action_id"]: finish_of(row)
            for block in in_blocks(action_ids)
            for row in self._among(_FINISHES, block)
        }
        return [
            self._action(row, answers.get(row["id"], []), finishes.get(row["id"]))
            for block in in_blocks(sorted(action_ids))
            for row in self._among(_ACTIONS, block)
        ]

    def _among(self, sql: str, wanted: Sequence[int]) -> list[Row]:
        return self._then.look.among(sql, wanted, until=self._then.until)

    def _action(self, row: Row, served: list[tuple[int, bool]], finish: Finish | None) -> Action:
        was = self._then.as_it_was("action", row, row_id=row["id"])
        return Action(
            id=row["id"],
            title=was["title"],
            owner_id=was["owner_id"],
            owner=self.name(was["owner_id"]),
            owned_on=day_or_none(was["owned_on"]),
            due_on=day_or_none(was["due_on"]),
            day=day_of(row["day"]),
            answers=tuple(answer_id for answer_id, _ in served),
            finish=finish,
            open_answers=tuple(answer_id for answer_id, is_open in served if is_open),
        )

    def _doing(self, row: Row, end: Row | None) -> Doing:
        was = self._then.as_it_was("action", row, row_id=row["action_id"])
        begun = Doing(
            action_id=row["action_id"],
            title=was["title"],
            owner=self.name(was["owner_id"]),
            due_on=day_or_none(was["due_on"]),
            day=begun_on(row),
            owned_on=day_or_none(was["owned_on"]),
        )
        return begun if end is None else self._ended(begun, end)

    def _ended(self, begun: Doing, end: Row) -> Doing:
        told = self._told(end)
        return replace(
            begun,
            finish_id=end["finish_id"],
            how=How(end["how"]),
            say=end["say"],
            finished_on=day_of(end["finished_on"]),
            settled_on=day_or_none(told["settled_on"]),
            reacted_on=day_or_none(told["reacted_on"]),
            waived=told["settled_how"] == "waived",
            unreachable=told["settled_why"] == "unreachable",
            reaction=None if told["reaction"] is None else Reaction(told["reaction"]),
        )

    def _told(self, end: Row) -> Row | Told:
        if end["telling_id"] is None:
            return self._withdrawn.get((end["finish_id"], end["answer_id"]), end)
        was = self._then.row("telling", end["telling_id"])
        return end if was is None else _told(was)


def _told(was: dict[str, Any]) -> Told:
    return {
        "settled_on": was["day"],
        "settled_how": was["how"],
        "settled_why": was["why"],
        "reaction": was["reaction"],
        "reacted_on": was.get("reacted_on"),
    }
