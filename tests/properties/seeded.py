"""Faults that a careless change would bring into the ledger, to see that the machine finds them.

Each is small, and breaks one thing of which the loop must be able to be sure. It is planted for as
long as the machine runs, and taken out again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from dailycontact.act.usecases import begin, end
from dailycontact.core import standing
from dailycontact.core.action import Action
from dailycontact.core.answer import Kind
from dailycontact.people.usecases import merging
from dailycontact.share import usecase as share
from dailycontact.store import (
    answers,
    changing,
    ledger,
    owed,
    promises,
    reverting,
    revisits,
    tallies,
    tellings,
    themes,
    touched,
    waivers,
)
from dailycontact.tell.usecases import telling, untold

Plant = Callable[[pytest.MonkeyPatch], None]


@dataclass(frozen=True, kw_only=True)
class Bug:
    """A fault: what it is called, what it does, and how it is planted.

    `seed` is where the machine begins to look; `quick` says that it is found within moments.
    """

    name: str
    does: str
    plant: Plant
    seed: int = 1
    quick: bool = False


def _told_of_the_first_end_only(patch: pytest.MonkeyPatch) -> None:
    real = telling.waiting_ends

    def first(*args: Any, **named: Any) -> Any:
        customer, ends = real(*args, **named)
        return customer, ends[:1]

    patch.setattr(telling, "waiting_ends", first)


def _undo_leaves_what_is_derived(patch: pytest.MonkeyPatch) -> None:
    real = ledger.settle

    def settle(change: Any) -> None:
        if change.undoes_id is None:
            real(change)

    patch.setattr(ledger, "settle", settle)


def _merge_drops_tellings(patch: pytest.MonkeyPatch) -> None:
    real = merging.merge

    def merge(change: Any, pair: Any, **named: Any) -> Any:
        theirs = change.rows(
            "SELECT telling.id FROM telling JOIN answer ON answer.id = telling.answer_id"
            " WHERE answer.customer_id = :gone AND telling.id NOT IN"
            " (SELECT telling_id FROM answer WHERE telling_id IS NOT NULL)"
            " AND telling.id NOT IN (SELECT telling_id FROM follow_up)",
            gone=pair.gone.customer.id,
        )
        for row in theirs:
            change.remove("telling", row["id"])
        return real(change, pair, **named)

    patch.setattr(merging, "merge", merge)


def _reopened_counts_as_told(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(standing.Doing, "open", property(lambda self: self.how is None))


def _what_was_waived_is_owed(patch: pytest.MonkeyPatch) -> None:
    told = "AND telling.answer_id = fa.answer_id)"
    assert told in owed.UNTOLD
    only_told = told.replace(")", " AND telling.how = 'told')")
    patch.setattr(owed, "UNTOLD", owed.UNTOLD.replace(told, only_told, 1))


def _told_twice(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(owed, "UNTOLD", owed._LAST)


def _added_later_counts_as_done(patch: pytest.MonkeyPatch) -> None:
    real = begin._serve

    def serve(change: Any, action_id: int, wishes: Any) -> None:
        real(change, action_id, wishes)
        last = change.row(
            "SELECT id FROM finish WHERE action_id = :id ORDER BY number DESC LIMIT 1", id=action_id
        )
        for answer in wishes if last else ():
            change.add("finish_answer", finish_id=last["id"], answer_id=answer.id)

    patch.setattr(begin, "_serve", serve)


def _a_decline_owes_nothing(patch: pytest.MonkeyPatch) -> None:
    real = changing.Change.add

    def add(self: Any, table: str, /, **values: Any) -> int:
        if table == "finish_answer":
            how = self.value("SELECT how AS value FROM finish WHERE id = :i", i=values["finish_id"])
            if how == "declined":
                return 0
        return real(self, table, **values)

    patch.setattr(changing.Change, "add", add)


def _a_reading_goes_to_another_answer(patch: pytest.MonkeyPatch) -> None:
    real = themes.read

    def read(change: Any, answer_id: int, **named: Any) -> bool:
        return real(change, max(1, answer_id - 1), **named)

    patch.setattr(themes, "read", read)


def _what_was_declined_never_comes_back(patch: pytest.MonkeyPatch) -> None:
    told = " AND NOT EXISTS (SELECT 1 FROM telling t WHERE t.finish_id = finish.id)"
    patch.setattr(revisits, "_STANDS", revisits._STANDS + told)


def _progress_closes(patch: pytest.MonkeyPatch) -> None:
    """Take what was said on the way for the news: as if the answer had been shared and settled."""
    real = untold.not_yet

    def not_yet(change: Any, answer_id: int, **named: Any) -> Any:
        said = real(change, answer_id, **named)
        change.set("answer", answer_id, kind=Kind.PRAISE)
        return said

    patch.setattr(untold, "not_yet", not_yet)


def _who_goes_still_waits(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(waivers, "waive_all", lambda *_, **__: ())


def _who_refused_is_still_to_be_told(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(waivers, "waive_refused", lambda *_, **__: ())


def _a_refusal_is_lifted_by_undo(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(reverting, "REFUSAL", frozenset())


def _a_new_owner_stops_no_clock(patch: pytest.MonkeyPatch) -> None:
    kept = {k: v for k, v in touched._LEADS_TO_ANSWERS.items() if k != "action"}
    patch.setattr(touched, "_LEADS_TO_ANSWERS", kept)


def _sharing_is_not_seen(patch: pytest.MonkeyPatch) -> None:
    kept = {k: v for k, v in touched._NAMES_AN_ANSWER.items() if k != "sharing"}
    patch.setattr(touched, "_NAMES_AN_ANSWER", kept)


def _one_told_is_all_told(patch: pytest.MonkeyPatch) -> None:
    real = tellings.tell

    def tell(change: Any, one: Any, **named: Any) -> int:
        for other in owed.owed(change, today=named["day"], action_id=one.action_id):
            if other.finish_id == one.finish_id and other.answer_id != one.answer_id:
                real(change, other, **named)
        return int(real(change, one, **named))

    patch.setattr(tellings, "tell", tell)


def _not_solved_is_not_heard(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(telling, "reaction_to", lambda *_, **__: None)


def _done_again_for_those_who_know(patch: pytest.MonkeyPatch) -> None:
    real = end._end

    def everybody(change: Any, action: Any, *rest: Any, **named: Any) -> Any:
        whole = Action(**vars(action) | {"open_answers": action.answers})
        return real(change, whole if action.is_open else action, *rest, **named)

    patch.setattr(end, "_end", everybody)


def _what_is_private_is_shared(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(share, "stays_with_leader", lambda _: None)


def _corrected_without_a_trace(patch: pytest.MonkeyPatch) -> None:
    real = changing.Change.add

    def add(self: Any, table: str, /, **values: Any) -> int:
        if table == "amendment":
            return 0
        return int(real(self, table, **values))

    patch.setattr(changing.Change, "add", add)


def _a_promise_that_is_moved_is_lost(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(promises, "_again", lambda *_, **__: None)


def _further_askers_are_counted_wrong(patch: pytest.MonkeyPatch) -> None:
    real = standing.wait_of

    def wait_of(*args: Any, **named: Any) -> Any:
        alone = tuple(
            standing.Doing(**vars(each) | {"further": each.further - 1}) for each in named["doings"]
        )
        return real(*args, **named | {"doings": alone})

    patch.setattr(answers, "wait_of", wait_of)


def _themes_are_not_counted_again(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(tallies, "write", lambda *_, **__: 0)


BUGS = (
    Bug(
        name="told of the first end only",
        does="a telling of an answer with two ends forgets the second",
        plant=_told_of_the_first_end_only,
    ),
    Bug(
        name="undo leaves what is derived",
        does="taking back does not bring in step what is kept beside the answers",
        plant=_undo_leaves_what_is_derived,
        quick=True,
    ),
    Bug(
        name="merge drops tellings",
        does="what the customer who goes was told is lost in a merge",
        plant=_merge_drops_tellings,
    ),
    Bug(
        name="reopened counts as told",
        does="who said that it is not solved is shown as told",
        plant=_reopened_counts_as_told,
        quick=True,
    ),
    Bug(
        name="what was waived is owed",
        does="who need not be told is among those who are to be told",
        plant=_what_was_waived_is_owed,
    ),
    Bug(
        name="told twice",
        does="who was told is told again",
        plant=_told_twice,
        quick=True,
    ),
    Bug(
        name="added later counts as done",
        does="who is added to what has ended counts as served by that end",
        plant=_added_later_counts_as_done,
    ),
    Bug(
        name="a decline owes nothing",
        does="who asked for what was declined never hears of it",
        plant=_a_decline_owes_nothing,
        quick=True,
    ),
    Bug(
        name="a reading goes to another answer",
        does="the theme is put on the answer before",
        plant=_a_reading_goes_to_another_answer,
        quick=True,
    ),
    Bug(
        name="what was declined never comes back",
        does="to have told a no settles that it is looked at again",
        plant=_what_was_declined_never_comes_back,
    ),
    Bug(
        name="progress closes",
        does="who was told where it stands is taken for told",
        plant=_progress_closes,
    ),
    Bug(
        name="who goes still waits",
        does="news are owed to somebody who has refused contact since, or was erased",
        plant=_who_goes_still_waits,
    ),
    Bug(
        name="who refused is still to be told",
        does="what is done for somebody who refused contact is owed to them",
        plant=_who_refused_is_still_to_be_told,
    ),
    Bug(
        name="a refusal is lifted by undo",
        does="taking back brings somebody back who does not want to be contacted",
        plant=_a_refusal_is_lifted_by_undo,
    ),
    Bug(
        name="a new owner stops no clock",
        does="what somebody has taken on still looks for someone",
        plant=_a_new_owner_stops_no_clock,
    ),
    Bug(
        name="sharing is not seen",
        does="what was shared still waits to be shared",
        plant=_sharing_is_not_seen,
    ),
    Bug(
        name="one told is all told",
        does="to tell one of those who asked counts for all of them",
        plant=_one_told_is_all_told,
    ),
    Bug(
        name="not solved is not heard",
        does="what a customer says to the news is lost, and nothing is reopened",
        plant=_not_solved_is_not_heard,
    ),
    Bug(
        name="done again for those who know",
        does="an action that is ended again is owed to everybody who ever asked",
        plant=_done_again_for_those_who_know,
    ),
    Bug(
        name="what is private is shared",
        does="the team sees what was to stay with the leader",
        plant=_what_is_private_is_shared,
    ),
    Bug(
        name="corrected without a trace",
        does="a correction of the customer's words cannot be seen",
        plant=_corrected_without_a_trace,
    ),
    Bug(
        name="a promise that is moved is lost",
        does="what was promised for another day is not promised any more",
        plant=_a_promise_that_is_moved_is_lost,
    ),
    Bug(
        name="further askers are counted wrong",
        does="the day more for each further asker is not given",
        plant=_further_askers_are_counted_wrong,
    ),
    Bug(
        name="themes are not counted again",
        does="how often a theme was said stays as it was",
        plant=_themes_are_not_counted_again,
    ),
)
"""In the order in which they were thought of."""
