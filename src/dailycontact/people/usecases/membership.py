"""The team: who is in it, who joins, who is called what, and who leaves."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.mail_address import is_mail_address
from dailycontact.core.naming import fold
from dailycontact.core.program import PROGRAM
from dailycontact.core.team import Member
from dailycontact.errors import NotFound, Refused, UsageProblem
from dailycontact.people.rule import NONE, on_one_line, read_name
from dailycontact.store import derived, handing_over, joining, talks, team
from dailycontact.store.handing_over import Holding
from dailycontact.store.joining import Joined, check_free, stored_aliases
from dailycontact.store.looking import Look

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


class LastLeader(Refused):
    """Somebody has to make the calls."""

    def __init__(self, member: Member) -> None:
        super().__init__(
            f"{member.name} is the only one who makes calls; first let somebody else:"
            f" {PROGRAM} team edit NAME --leads"
        )


class WhoTakesOver(UsageProblem):
    """Customers or promises would be left to nobody."""

    def __init__(self, member: Member, held: Holding) -> None:
        super().__init__(f"{member.name} has {held.said}; say who takes over with --to NAME.")


class CannotTakeOver(Refused):
    """Whoever is to take over makes no calls, or is the one who goes."""

    def __init__(self, member: Member) -> None:
        super().__init__(
            f"{member.name} cannot take over; name somebody else who makes calls"
            f" ({PROGRAM} team list)."
        )


class NoSuchAlias(NotFound):
    """They are not called so anyway."""

    def __init__(self, member: Member, typed: str) -> None:
        known = "; ".join(member.aliases) or "none"
        super().__init__(f"{typed!r} is no alias of {member.name}; what they have: {known}.")


class NothingToEdit(UsageProblem):
    """Nothing was said that could be changed."""

    def __init__(self) -> None:
        super().__init__(
            "Say what is to be changed: --name, --alias, --remove-alias, --email, --leads or"
            " --no-leads."
        )


class NoMailThere(UsageProblem):
    """The report could not be sent to them, nor to anybody else with them."""

    def __init__(self, typed: str) -> None:
        super().__init__(
            f"{on_one_line(typed)[:60]!r} is no address that mail can go to; write it like"
            " tom@example.com, and the name as NAME."
        )


@dataclass(frozen=True, kw_only=True)
class Edits:
    """What was said of a member; None: nothing; "-" as e-mail: take it away."""

    name: str | None = None
    aliases: tuple[str, ...] = ()
    without_aliases: tuple[str, ...] = ()
    email: str | None = None
    leads: bool | None = None
    to: str | None = None


@dataclass(frozen=True, kw_only=True)
class Handed:
    """A member as they are now, what was theirs, and who has it now."""

    member: Member
    held: Holding | None = None
    to: Member | None = None


@dataclass(frozen=True, kw_only=True)
class Listed:
    """Somebody of the team, and when anybody last talked with them about their work."""

    member: Member
    talked_on: date | None = None


def list_team(look: Look, *, with_left: bool) -> tuple[Listed, ...]:
    """Return the team, by name."""
    talked = talks.last_days(look)
    return tuple(
        Listed(member=member, talked_on=talked.get(member.id))
        for member in team.members(look, with_left=with_left)
    )


def add(
    change: "Change",
    *,
    name: str,
    aliases: Iterable[str],
    email: str | None,
    leads: bool,
    day: date,
) -> Joined:
    """Let somebody join, or come back.

    Raises:
        NameTaken: somebody goes by that name, or that alias.
        NoMailThere: the e-mail address is none.

    """
    name = read_name(name, whose="member of the team")
    wanted = tuple(read_name(alias, whose="member of the team") for alias in aliases)
    mail = _read_email(email or "")
    return joining.join(change, name=name, aliases=wanted, email=mail, leads=leads, day=day)


def edit(change: "Change", member: Member, edits: Edits, *, day: date) -> Handed:
    """Change what somebody is called, their e-mail, or whether they make calls.

    Whoever stops making calls hands over customers and promises.

    Raises:
        NothingToEdit: nothing was said.
        NameTaken: somebody else goes by that name.
        NoMailThere: the e-mail address is none.
        LastLeader, WhoTakesOver, CannotTakeOver: nobody would make the calls.

    """
    if edits == Edits():
        raise NothingToEdit
    columns = _columns(change, member, edits)
    held, to = None, None
    if edits.leads is False and member.leads:
        held = handing_over.holding(change, member.id, day=day)
        to = _successor(change, member, held, edits.to)
        handing_over.hand_over(change, held, of=member.id, to=to.id if to else None, day=day)
    change.set("member", member.id, **columns)
    if edits.leads not in (None, member.leads):
        derived.renumber(change, since=day, today=day)
    change.summary = f"changed {member.name} in the team"
    return Handed(member=team.member(change, member.id), held=held, to=to)


def leave_team(change: "Change", member: Member, *, to: str | None, day: date) -> Handed:
    """Let somebody leave: what was theirs is handed over, their open actions look for someone.

    What they did stays theirs, and past thanks stay.

    Raises:
        LastLeader: nobody else makes calls.
        WhoTakesOver, CannotTakeOver: nobody is named who can take over.

    """
    held = handing_over.holding(change, member.id, day=day)
    heir = _successor(change, member, held, to)
    heir_id = heir.id if heir else None
    handing_over.hand_over(change, held, of=member.id, to=heir_id, day=day)
    handing_over.set_free(change, held.actions)
    change.set("member", member.id, left_on=day, leads=False, handed_to_id=heir_id)
    if member.leads:
        derived.renumber(change, since=day, today=day)
    change.summary = f"{member.name} left the team{f', {heir.name} took over' if heir else ''}"
    return Handed(member=team.member(change, member.id), held=held, to=heir)


def _successor(change: "Change", member: Member, held: Holding, typed: str | None) -> Member | None:
    """Return who takes over; None where nothing has to be."""
    if member.leads and len(team.leaders(change)) == 1:
        raise LastLeader(member)
    heir = team.find_member(change, typed) if typed else None
    if heir is None:
        if held.needs_a_leader:
            raise WhoTakesOver(member, held)
        return None
    if heir.id == member.id or (held.needs_a_leader and not heir.leads):
        raise CannotTakeOver(heir)
    return heir


def _columns(look: Look, member: Member, edits: Edits) -> dict[str, object]:
    columns: dict[str, object] = {}
    if edits.name is not None:
        columns["name"] = read_name(edits.name, whose="member of the team")
        check_free(look, str(columns["name"]), but=member.id)
    if edits.aliases or edits.without_aliases:
        gone = {_alias_of(member, typed) for typed in edits.without_aliases}
        kept = {fold(alias): alias for alias in member.aliases if fold(alias) not in gone}
        for alias in edits.aliases:
            check_free(look, alias, but=member.id)
            kept.setdefault(fold(alias), read_name(alias, whose="member of the team"))
        columns["aliases"] = stored_aliases(kept.values())
    if edits.email is not None:
        columns["email"] = _read_email(edits.email)
    if edits.leads is not None:
        columns["leads"] = edits.leads
    return columns


def _read_email(typed: str) -> str | None:
    """Return an address as it is stored; None for "-" and for nothing."""
    plain = typed.strip()
    if plain in ("", NONE):
        return None
    if not is_mail_address(plain):
        raise NoMailThere(typed)
    return plain


def _alias_of(member: Member, typed: str) -> str:
    """Return an alias that is to go, folded."""
    wanted = fold(typed)
    if wanted not in {fold(alias) for alias in member.aliases}:
        raise NoSuchAlias(member, typed)
    return wanted
