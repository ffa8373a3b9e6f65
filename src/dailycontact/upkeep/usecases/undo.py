"""Taking back the last change of a leader, whatever the command; again goes further back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dailycontact.core.event import RESTORED, Event
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import listed
from dailycontact.errors import NotFound, Refused
from dailycontact.store import derived, journal, reverting, rhythms
from dailycontact.store.looking import Look

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

MANY = 100
"""From so many rows on, a leader is asked before they go."""

AT_ONCE = timedelta(hours=1)
"""For so long after a change, whoever says undo means it, and is not asked first."""

_MOVES_THE_CALENDAR = frozenset({"work_days", "country"})


class NothingToUndo(NotFound):
    """The leader has changed nothing, or has taken it all back."""

    def __init__(self) -> None:
        super().__init__(
            "There is no change of yours left to take back; see what was done with: "
            f"{PROGRAM} history"
        )


class StandsOnIt(Refused):
    """What came later depends on the change."""

    def __init__(self, event: Event, reasons: list[str]) -> None:
        once = list(dict.fromkeys(reasons))
        super().__init__(
            f"This cannot be taken back: {event.words}. {listed(once)}; see what came "
            f"later with: {PROGRAM} history"
        )


class WasRestored(Refused):
    """The last change put a copy in the place of the book."""

    def __init__(self) -> None:
        super().__init__(
            "Your last change brought back a copy; choose the one from before it with: "
            f"{PROGRAM} restore"
        )


class BeforeAnErasure(Refused):
    """Somebody was erased with the change, or since: bringing back what was, would bring them."""

    def __init__(self, *, itself: bool) -> None:
        super().__init__(
            "Your last change erased a customer, and that cannot be taken back, nor what came"
            " before it."
            if itself
            else "A customer was erased since your last change, and nothing from before that can be"
            f" taken back; see what was done with: {PROGRAM} history"
        )


@dataclass(frozen=True, kw_only=True)
class Undoing:
    """The change that would be taken back, and how many rows of which table it touched."""

    event: Event
    touched: Mapping[str, int]
    passed: tuple[str, ...] = ()
    """Who joined after it, in changes that stay because these people have worked in the book."""

    @property
    def is_unexpected(self) -> bool:
        """Whether so much would go, or from so far back, that a leader is asked first."""
        return bool(self.passed) or sum(self.touched.values()) >= MANY


@dataclass(frozen=True, kw_only=True)
class Undone:
    """The change that was taken back, what it had touched, and whose refusals were kept."""

    event: Event
    touched: Mapping[str, int]
    refusals_kept: tuple[str, ...] = ()
    is_nothing: bool = False
    """Whether refusals were all that there was, so that nothing was taken back."""


def next_undo(look: Look, *, leader_id: int) -> Undoing:
    """Return what `undo` would take back.

    Raises:
        NothingToUndo: there is no change of this leader left.
        WasRestored: a copy was brought back.
        BeforeAnErasure: somebody was erased with it, or since.

    """
    event = journal.last_to_undo(look, leader_id=leader_id)
    passed: list[str] = []
    while event and (stays := journal.joined_and_worked(look, event.id)):
        passed.append(stays)
        event = journal.last_to_undo(look, leader_id=leader_id, before=event.id)
    if event is None:
        raise NothingToUndo
    if event.command == RESTORED:
        raise WasRestored
    erasure = journal.last_erasure(look)
    if event.id <= erasure:
        raise BeforeAnErasure(itself=event.id == erasure)
    return Undoing(event=event, touched=journal.touched(look, event.id), passed=tuple(passed))


def undo(change: "Change", *, leader_id: int, today: date) -> Undone:
    """Take back the last change of a leader that holds, as one new event.

    A refusal of contact stays; the rest of the change is taken back.

    Raises:
        NothingToUndo, WasRestored, BeforeAnErasure: as next_undo.
        StandsOnIt: something that came later depends on it.

    """
    undoing = next_undo(change, leader_id=leader_id)
    event = undoing.event
    if reasons := reverting.obstacles(change, event.id):
        raise StandsOnIt(event, reasons)
    change.undoes_id = event.id
    change.always_noted = True
    change.summary = f"took back: {event.words}"
    reverted = reverting.revert(change, event.id)
    kept = reverting.names_of(change, reverted.kept)
    # The day before, because the instant is in UTC and the book may be ahead of it.
    _derive_again(change, reverted, since=event.at.date() - timedelta(days=1), today=today)
    return Undone(
        event=event,
        touched=undoing.touched,
        refusals_kept=kept,
        is_nothing=bool(kept) and not reverted.rows,
    )


def lifting(names: tuple[str, ...]) -> str:
    """Return the command that lifts the refusal of one of these customers."""
    name = repr(names[0]) if len(names) == 1 else "NAME"
    return f'{PROGRAM} customers do-not-contact {name} --lift --reason "…"'


def _derive_again(
    change: "Change", reverted: reverting.Reverted, *, since: date, today: date
) -> None:
    if reverted.tables & {"leave", "member"} or reverted.settings & _MOVES_THE_CALENDAR:
        derived.renumber(change, since=min(since, *reverted.days_off, today), today=today)
    rhythms.refresh(change, sorted(reverted.customers))
    if reverted.tables & {"customer", "segment", "phone"} or "cadence" in reverted.settings:
        derived.respread(change)
