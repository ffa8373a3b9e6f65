"""The team, read."""

from collections.abc import Sequence

from dailycontact.core.naming import (
    NobodyByThatName,
    SeveralByThatName,
    best_matches,
    listed_or,
    nearest,
)
from dailycontact.core.program import PROGRAM
from dailycontact.core.references import typed_number
from dailycontact.core.team import Member
from dailycontact.errors import NotFound
from dailycontact.store.forms import day_or_none
from dailycontact.store.looking import Look, Row


class NotInTheTeam(NobodyByThatName):
    """Nobody of the team goes by what was typed; `near` are those who may be meant."""

    def __init__(self, typed: str, near: Sequence[Member] = ()) -> None:
        called = listed_or([member.name for member in near]) if near else ""
        meant = f"did you mean {called}? If" if near else "if"
        NotFound.__init__(
            self,
            f"Nobody in the team is called {typed!r}; {meant} they are new, let them join:"
            f" {PROGRAM} team add {typed!r}",
        )
        self.near = tuple(near)


_MEMBERS = "SELECT id, name, aliases, email, leads, left_on FROM member"


def members(look: Look, *, with_left: bool = False) -> tuple[Member, ...]:
    """Return the team, in the order of their names; those who left only when asked for."""
    rows = look.rows(_MEMBERS if with_left else f"{_MEMBERS} WHERE left_on IS NULL")
    return tuple(sorted((_member(row) for row in rows), key=lambda member: member.name))


def leaders(look: Look) -> tuple[Member, ...]:
    """Return those who make calls."""
    return tuple(member for member in members(look) if member.leads)


def member(look: Look, member_id: int) -> Member:
    """Return the member with that id, here or left."""
    row = look.row(f"{_MEMBERS} WHERE id = :id", id=member_id)
    if row is None:
        raise LookupError(f"no member {member_id}")
    return _member(row)


def find_member(look: Look, typed: str) -> Member:
    """Return the one member who goes by `typed`: a name, an alias, a part of either, an id.

    Raises:
        NotInTheTeam, SeveralByThatName: none, or more than one.

    """
    team = members(look)
    found = best_matches(typed, team, names=lambda member: (member.name, *member.aliases))
    if not found:
        number = typed_number(typed)
        found = [member for member in team if member.id == number]
    if not found:
        raise NotInTheTeam(typed, _nearly(typed, team))
    if len(found) > 1:
        raise SeveralByThatName(typed, [member.name for member in found])
    return found[0]


def _nearly(typed: str, team: Sequence[Member]) -> list[Member]:
    called = [(member, name) for member in team for name in (member.name, *member.aliases)]
    near = nearest(typed, [member.id for member, _ in called], names=[name for _, name in called])
    return [member for member in team if member.id in near]


def _member(row: Row) -> Member:
    return Member(
        id=row["id"],
        name=row["name"],
        aliases=_aliases(row["aliases"]),
        email=row["email"],
        leads=bool(row["leads"]),
        left_on=day_or_none(row["left_on"]),
    )


def _aliases(stored: str) -> tuple[str, ...]:
    if stored == "[]":
        return ()
    import json

    return tuple(json.loads(stored))
