"""The team on the screen: who is in it, and what changed hands."""

from collections.abc import Sequence
from datetime import date

from dailycontact.core.dates import say_ago, say_day
from dailycontact.core.program import PROGRAM
from dailycontact.core.quoting import typed
from dailycontact.core.sentences import count, listed
from dailycontact.core.team import Member
from dailycontact.people.usecases.membership import Handed, Listed
from dailycontact.store.joining import Joined
from dailycontact.terminal.card import Part, paragraph, spread
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import LABEL, NAME


def team(listed: Sequence[Listed], *, today: date) -> list[Part | str]:
    """Return everybody in the team, with what they are called and whether they make calls."""
    parts: list[Part | str] = [""]
    parts += [_member(one, today=today) for one in listed]
    members = [one.member for one in listed]
    return [*parts, "", paragraph(_footer(members), style=LABEL), ""]


def _member(one: Listed, *, today: date) -> Part:
    member = one.member
    known = [f"also {listed(list(member.aliases), most=4)}"] if member.aliases else []
    known += [member.email] if member.email else []
    if member.left_on:
        role = f"left {say_day(member.left_on, today=today)}"
    else:
        talked = f"last talk {say_ago(one.talked_on, today=today)}" if one.talked_on else ""
        role = " · ".join(filter(None, (talked, "makes calls" if member.leads else "")))
    left = Line((member.name, NAME), *((f"  {'  '.join(known)}",) if known else ()))
    return spread(left, (role, LABEL))


def _footer(members: Sequence[Member]) -> str:
    here = [member for member in members if member.left_on is None]
    if len(here) == 1:
        return f"Somebody else? {PROGRAM} team add NAME (and --leads, if they make calls too)"
    leaders = count(sum(member.leads for member in here), "makes calls", "make calls")
    return f"{len(here)} in the team; {leaders}."


def joined(joined: Joined) -> str:
    """Return that somebody is in the team now."""
    name = joined.member.name
    there = f"{name} is back in the team" if joined.back else f"{name} is in the team"
    if not joined.member.leads:
        return f"{there}."
    calls = PROGRAM.as_called_by(joined.member.first_name)
    return f"{there}, and makes calls too: {calls} today"


def several_leaders(here: Member) -> str:
    """Return how each of several leaders says who they are; `here` was the only one so far."""
    return (
        f"Several make calls now, so each says once who they are; you, on this computer:"
        f" {PROGRAM} config --me {typed(here.name)}"
    )


def handed(handed: Handed, *, left: bool) -> list[str]:
    """Return what changed hands, and what looks for someone now, a sentence a line."""
    member, held = handed.member, handed.held
    said = [f"{member.name} {'has left the team; what they did stays' if left else 'is changed'}."]
    if held is None:
        return said
    if handed.to and held.needs_a_leader:
        said.append(f"{handed.to.name} takes over {held.said}.")
        if held.news:
            said.append(f"{count(held.news, 'answer')} of them to tell: {PROGRAM} tell")
    if left and held.actions:
        numbers = listed([action.reference for action in held.actions], most=6)
        verb = "is" if len(held.actions) == 1 else "are"
        said.append(f"{numbers} {verb} looking for someone: {PROGRAM} take ACTION --owner NAME")
    return said


def team_document(listed: Sequence[Listed]) -> dict[str, object]:
    """Return the team as a JSON document."""
    return {
        "members": [member_document(one.member) | {"talked_on": one.talked_on} for one in listed]
    }


def joined_document(joined: Joined) -> dict[str, object]:
    """Return somebody who joined as a JSON document."""
    return {"member": member_document(joined.member), "back": joined.back}


def handed_document(handed: Handed) -> dict[str, object]:
    """Return a member who was changed or left, and what changed hands, as a JSON document."""
    held = handed.held
    return {
        "member": member_document(handed.member),
        "to": handed.to.name if handed.to else None,
        "customers": list(held.customers) if held else [],
        "promises": list(held.promises) if held else [],
        "news": held.news if held else 0,
        "actions": [action.reference for action in held.actions] if held else [],
    }


def member_document(member: Member) -> dict[str, object]:
    """Return somebody of the team as a JSON document."""
    return {
        "id": member.id,
        "name": member.name,
        "aliases": list(member.aliases),
        "email": member.email,
        "leads": member.leads,
        "left_on": member.left_on,
    }
