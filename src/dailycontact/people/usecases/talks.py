"""A talk with somebody of the team: what they wish for, and whether it may be passed on."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.program import PROGRAM
from dailycontact.core.talk import Talk
from dailycontact.core.team import Member
from dailycontact.errors import UsageProblem
from dailycontact.store import talks

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


class WithYourself(UsageProblem):
    """A leader talks with the others."""

    def __init__(self) -> None:
        super().__init__(
            f"That is you; name somebody else of the team, whom you see with: {PROGRAM} team list"
        )


class NotYet(UsageProblem):
    """The talk has not taken place."""

    def __init__(self) -> None:
        super().__init__("A talk is noted once it was held; give today or an earlier day as --on.")


class NothingToPassOn(UsageProblem):
    """Nothing was said that could be passed on."""

    def __init__(self) -> None:
        super().__init__("There is nothing to pass on; say what they wish for with --wish TEXT.")


@dataclass(frozen=True, kw_only=True)
class Held:
    """What was said in a talk, and when it was; notes are never passed on."""

    day: date
    wish: str = ""
    pass_on: bool = False
    notes: str = ""


def note(change: "Change", member: Member, held: Held, *, leader_id: int, today: date) -> Talk:
    """Note a talk with somebody of the team.

    The change is summed up without a word of what was said: everybody can read the journal.

    Raises:
        WithYourself, NotYet, NothingToPassOn: what cannot be meant.

    """
    if member.id == leader_id:
        raise WithYourself
    if held.day > today:
        raise NotYet
    wish, notes = held.wish.strip(), held.notes.strip()
    if held.pass_on and not wish:
        raise NothingToPassOn
    talk_id = change.add(
        "talk",
        member_id=member.id,
        leader_id=leader_id,
        day=held.day,
        recorded_at=change.at,
        wish=wish or None,
        pass_on=held.pass_on,
        notes=notes or None,
    )
    change.summary = f"talked with {member.name}"
    kept = talks.with_member(change, member.id, reader_id=leader_id)
    return next(talk for talk in kept if talk.id == talk_id)
