"""What a wish seems to be about, with what is known of it; and the words of the keys."""

from datetime import date

from dailycontact.core.answer import Kind
from dailycontact.core.sentences import count, first_name, listed, shortened, spoken
from dailycontact.core.theme import AtWork, Proposal
from dailycontact.core.theme_tally import raised_again
from dailycontact.terminal.card import Part, paragraph, quoted
from dailycontact.terminal.styles import LABEL

A_NAME = 24
"""How much of a theme's name is repeated beside a key, in characters."""
THEIR_WORDS = 60
"""How much of the words of an alike answer is shown, in characters."""
KINDS = {Kind.PRAISE: "praise", Kind.NOTHING: "nothing to wish for"}


def proposed(proposal: Proposal, *, today: date) -> list[Part | str]:
    """Return what a wish seems to be about, who said so, and who works on it.

    Of what is hardly alike nothing is said: it has a number among the keys.
    """
    if not proposal.is_likely:
        return [paragraph("Nothing is much like it so far.", indent=2)]
    known = "; ".join(
        said for said in (_said(proposal), _works_on_it(proposal.at_work, today)) if said
    )
    sentences = [f"Sounds like {proposal.theme.name}.", f"{known}." if known else ""]
    parts: list[Part | str] = [
        paragraph(" ".join([*filter(None, sentences), *_since_the_fix(proposal)]), indent=2)
    ]
    for alike in proposal.alike[:1]:
        words = quoted(shortened(alike.verbatim, width=THEIR_WORDS))
        parts.append(paragraph(f"{alike.answer_id} {words}", indent=2, style=LABEL))
    return parts


def sounds_like(kind: Kind) -> Part:
    """Return that words are praise, or nothing to wish for."""
    return paragraph(f"Sounds like {KINDS[kind]}.", indent=2)


def works_on_it(at_work: AtWork, *, today: date) -> Part:
    """Return who works on a theme, and until when."""
    return paragraph(f"{_works_on_it(at_work, today)}.", indent=2)


def added(at_work: AtWork) -> str:
    """Return what it means to take the action that there is."""
    return f"add to A{at_work.action_id}"


def taken(proposal: Proposal) -> str:
    """Return what it means to take the likeliest proposal: to add to an action, or only yes."""
    return added(proposal.at_work) if proposal.at_work else "yes"


def named(proposal: Proposal) -> str:
    """Return what it means to take another proposal: its theme, and the action if there is one."""
    action = f" (A{proposal.at_work.action_id})" if proposal.at_work else ""
    return f"{shortened(proposal.theme.name, width=A_NAME)}{action}"


def _said(proposal: Proposal) -> str:
    alike = sorted(proposal.alike, key=lambda one: one.answer_id)
    if not alike:
        return f"{count(proposal.said, 'answer')} said so" if proposal.said else ""
    who = [f"{first_name(one.customer)} ({one.answer_id})" for one in alike]
    others = proposal.said - len(alike)
    if others > 0:
        who.append(count(others, "other"))
    return f"{listed(who, most=len(who))} said so"


def _works_on_it(at_work: AtWork | None, today: date) -> str:
    if at_work is None:
        return ""
    due = f", {_short_day(at_work.due_on, today)}" if at_work.due_on else ""
    if at_work.owner is None:
        return f"A{at_work.action_id} is looking for someone{due}"
    return f"{first_name(at_work.owner)} has it (A{at_work.action_id}{due})"


def _since_the_fix(proposal: Proposal) -> list[str]:
    """Return how often a theme was raised after it was done, the wish at hand left out."""
    times = proposal.since_the_fix
    if times is None:
        return []
    return [spoken(raised_again(times)) if times else "Nobody has raised it since the fix."]


def _short_day(day: date, today: date) -> str:
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day}\N{NO-BREAK SPACE}{day:%b}{year}"
