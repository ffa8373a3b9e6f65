"""Where every answer stands: the overdue ones first, then in the order of the loop."""

from dataclasses import dataclass
from datetime import date

from dailycontact.core.action import Action
from dailycontact.core.call import Promise
from dailycontact.core.standing import Standing
from dailycontact.errors import UsageProblem
from dailycontact.loop import Stage
from dailycontact.store.absences import Resting, resting
from dailycontact.store.actions import actions
from dailycontact.store.answers import standings
from dailycontact.store.calls import open_promises
from dailycontact.store.looking import Look


class NoSuchStage(UsageProblem):
    """The word is no stage of the loop."""

    def __init__(self, typed: str) -> None:
        super().__init__(f"--stage {typed!r} is not known; choose from: {', '.join(Stage)}.")


@dataclass(frozen=True, kw_only=True)
class Rests:
    """A promise that is due, of a leader who is away: somebody stands in, or it waits for them."""

    promise: Promise
    whose: Resting


@dataclass(frozen=True, kw_only=True)
class Loop:
    """The answers that were asked for, and what else waits.

    `settled` counts those that were left out because nothing more is to come; `asked` is how it
    was typed that only some were asked for, empty for all.
    """

    day: date
    standings: tuple[Standing, ...]
    settled: int = 0
    asked: tuple[str, ...] = ()
    whose: str | None = None
    """The customer whose answers were asked for, where they have some."""
    promises_due: tuple[Promise, ...] = ()
    promises_resting: tuple[Rests, ...] = ()
    promises_ahead: tuple[Promise, ...] = ()
    looking: tuple[Action, ...] = ()


def loop(
    look: Look,
    *,
    day: date,
    stage: str | None = None,
    customer: str | None = None,
    leader: str | None = None,
    overdue: bool = False,
    everything: bool = False,
) -> Loop:
    """Return where the answers stand, seen from `day`.

    `everything`, and a stage that is named, brings in those that are settled too.

    Raises:
        NoSuchStage: see there.
        NobodyByThatName, SeveralByThatName: no customer or leader, or more than one, fits.

    """
    wanted = _stage(stage)
    customer_id = _customer_id(look, customer)
    leader_id = _leader_id(look, leader)
    found = standings(look, today=day, customer_id=customer_id)
    if leader_id is not None:
        found = _heard_by(look, leader_id, found)
    shown = [
        one
        for one in found
        if (everything or wanted or not one.settled)
        and (wanted is None or one.stage is wanted)
        and (one.overdue or not overdue)
    ]
    promises = open_promises(look, customer_id=customer_id, leader_id=leader_id)
    due = [promise for promise in promises if promise.due_on <= day]
    away = resting(look, day=day) if due else {}
    return Loop(
        day=day,
        standings=tuple(sorted(shown, key=_turn)),
        settled=0 if wanted or everything or overdue else sum(one.settled for one in found),
        asked=_asked(stage=stage, customer=customer, leader=leader, overdue=overdue),
        whose=found[0].answer.customer if customer and found else None,
        promises_due=tuple(one for one in due if one.leader_id not in away),
        promises_resting=tuple(
            Rests(promise=one, whose=away[one.leader_id]) for one in due if one.leader_id in away
        ),
        promises_ahead=()
        if wanted or overdue
        else tuple(promise for promise in promises if promise.due_on > day),
        looking=() if wanted or overdue else _looking(look, found),
    )


def _asked(*, overdue: bool, **named: str | None) -> tuple[str, ...]:
    words = [word for name, typed in named.items() if typed for word in (f"--{name}", typed)]
    return (*words, "--overdue") if overdue else tuple(words)


def _turn(standing: Standing) -> tuple[bool, int, bool, date, int]:
    stages = tuple(Stage)
    return (
        not standing.overdue,
        stages.index(standing.stage),
        not standing.answer.urgent,
        standing.since,
        standing.answer.id,
    )


def _looking(look: Look, found: list[Standing]) -> tuple[Action, ...]:
    wanted = sorted(
        {
            doing.action_id
            for one in found
            for doing in one.doings
            if doing.open and doing.owner is None
        }
    )
    return tuple(actions(look, action_ids=wanted)) if wanted else ()


def _stage(typed: str | None) -> Stage | None:
    if typed is None:
        return None
    try:
        return Stage(typed.strip().lower())
    except ValueError:
        raise NoSuchStage(typed) from None


def _customer_id(look: Look, typed: str | None) -> int | None:
    if typed is None:
        return None
    from dailycontact.store.customers import find_customer

    return find_customer(look, typed).id


def _leader_id(look: Look, typed: str | None) -> int | None:
    if typed is None:
        return None
    from dailycontact.store.team import find_member

    return find_member(look, typed).id


def _heard_by(look: Look, leader_id: int, found: list[Standing]) -> list[Standing]:
    from dailycontact.store.recorded import answers_heard_by

    theirs = answers_heard_by(look, leader_id)
    return [one for one in found if one.answer.id in theirs]
