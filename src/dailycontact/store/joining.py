"""Joining the team, by hand or at the moment when somebody is first named."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.naming import fold
from dailycontact.core.team import Member
from dailycontact.errors import Refused
from dailycontact.store import derived, team
from dailycontact.store.looking import Look

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


class NameTaken(Refused):
    """Two people of a team cannot go by the same name."""

    def __init__(self, name: str, owner: Member) -> None:
        super().__init__(f"{owner.name} goes by {name!r} already; tell the two apart by a surname.")


@dataclass(frozen=True, kw_only=True)
class Joined:
    """Somebody who is in the team now; `back` when they were in it before."""

    member: Member
    back: bool = False


def join(
    change: "Change",
    *,
    name: str,
    aliases: Iterable[str] = (),
    email: str | None = None,
    leads: bool = False,
    day: date,
) -> Joined:
    """Let somebody join the team, or come back to it.

    Raises:
        NameTaken: somebody goes by that name, or that alias.

    """
    wanted = tuple(aliases)
    before = _left_before(change, name)
    for each in (name, *wanted):
        check_free(change, each, but=None if before is None else before.id)
    facts: dict[str, object] = {"name": name, "leads": leads}
    if wanted or before is None:
        facts["aliases"] = stored_aliases(wanted)
    if email or before is None:
        facts["email"] = email
    if before is None:
        member_id = change.add("member", **facts)
    else:
        member_id = before.id
        change.set("member", member_id, left_on=None, handed_to_id=None, **facts)
    if leads:
        derived.renumber(change, since=day, today=day)
    change.summary = f"{name} {'came back to' if before else 'joined'} the team"
    return Joined(member=team.member(change, member_id), back=before is not None)


def check_free(look: Look, name: str, *, but: int | None) -> None:
    """Refuse a name by which somebody else than the member `but` goes already.

    Raises:
        NameTaken: somebody does.

    """
    for one in team.members(look, with_left=True):
        names = (one.name,) if one.left_on else (one.name, *one.aliases)
        if one.id != but and fold(name) in {fold(each) for each in names}:
            raise NameTaken(name, one)


def stored_aliases(aliases: Iterable[str]) -> str:
    """Return aliases as they are stored."""
    return json.dumps(list(aliases), ensure_ascii=False)


def _left_before(look: Look, name: str) -> Member | None:
    return next(
        (
            one
            for one in team.members(look, with_left=True)
            if one.left_on and fold(one.name) == fold(name)
        ),
        None,
    )
