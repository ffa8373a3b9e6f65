"""What a wish seems to be about, with what is known of it; and the words of the keys."""

from collections.abc import Sequence
from datetime import date

from dailycontact.core.answer import Kind
from dailycontact.core.proposing import NOTHING_MUCH, short, who_said_so, without_a_theme
from dailycontact.core.sentences import first_name, shortened, spoken
from dailycontact.core.theme import Alike, AtWork, Proposal
from dailycontact.core.theme_tally import raised_again
from dailycontact.terminal.card import Part, paragraph, quoted
from dailycontact.terminal.styles import LABEL

THEIR_WORDS = 60
"""How much of the words of an alike answer is shown, in characters."""
KINDS = {Kind.PRAISE: "praise", Kind.NOTHING: "nothing to wish for"}


def proposed(proposal: Proposal, *, today: date) -> list[Part | str]:
    """Return what a wish seems to be about, who said so, and who works on it.

    Of what is hardly alike nothing is said: it has a number among the keys.
    """
    if not proposal.is_likely:
        return [paragraph(NOTHING_MUCH, indent=2)]
    known = "; ".join(
        said for said in (who_said_so(proposal), _works_on_it(proposal.at_work, today)) if said
    )
    sentences = [f"Sounds like {proposal.theme.name}.", f"{known}." if known else ""]
    said = " ".join([*filter(None, sentences), *_since_the_fix(proposal)])
    return [paragraph(said, indent=2), *_words(proposal.alike)]


def unread(alike: Sequence[Alike]) -> list[Part | str]:
    """Return whose answers are alike and have no theme either, with the words of the likest."""
    return [paragraph(without_a_theme(alike), indent=2), *_words(alike)]


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
    return f"{short(proposal.theme)}{action}"


def _words(alike: Sequence[Alike]) -> list[Part]:
    return [
        paragraph(
            f"{one.answer_id} {quoted(shortened(one.verbatim, width=THEIR_WORDS))}",
            indent=2,
            style=LABEL,
        )
        for one in alike[:1]
    ]


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
