"""How a proposal is said, in the conversation and over the answers that wait for a theme."""

from collections.abc import Sequence

from dailycontact.core.sentences import count, first_name, listed, shortened
from dailycontact.core.theme import Alike, Proposal, Theme

A_NAME = 24
"""How much of a theme's name stands beside a key, in characters."""

NOTHING_MUCH = "Nothing is much like it so far."


def short(theme: Theme) -> str:
    """Return a theme's name as it stands beside a key."""
    return shortened(theme.name, width=A_NAME)


def who_said_so(proposal: Proposal) -> str:
    """Return whose answers are read so: "Bo (1), Ana (4) and 3 others said so", or nothing."""
    others = proposal.said - len(proposal.alike)
    if not proposal.alike:
        return f"{count(others, 'answer')} said so" if others else ""
    who = _named(proposal.alike)
    if others > 0:
        who.append(count(others, "other"))
    return f"{listed(who, most=len(who))} said so"


def without_a_theme(unread: Sequence[Alike]) -> str:
    """Return whose answers are alike, and have no theme yet either: a theme may begin there."""
    who = _named(unread)
    return f"{listed(who, most=len(who))} said something like it, without a theme so far."


def _named(alike: Sequence[Alike]) -> list[str]:
    ordered = sorted(alike, key=lambda one: one.answer_id)
    return [f"{first_name(one.customer)} ({one.answer_id})" for one in ordered]
