"""The letter that confirms an erasure: for the customer, in plain text, kept nowhere."""

import textwrap
from datetime import date
from pathlib import Path

from dailycontact.core.sentences import count, listed
from dailycontact.people.usecases.erasing import Erased, Plan
from dailycontact.store.copies import KEPT
from dailycontact.store.holders import Elsewhere, Holder

_WIDTH = 72


def letter(erased: Erased, *, company: str, leader: str) -> str:
    """Return the letter, folded; it ends with a line end."""
    planned = erased.plan
    paragraphs = [
        f"{company}\n{_day(erased.day)}".strip(),
        f"Dear {planned.customer.name},",
        "You asked us to erase what we know about you. We did so today.",
        _points("What we erased", _gone(planned)),
        _points("What we keep, and why", _kept(planned)),
        _points("Where you may still be found", _elsewhere(planned)),
        _points("To whom your words went, while you were our customer", _passed(planned)),
        (
            "This cannot be undone: if you would like to be our customer again one day, we shall"
            " get to know you anew.\n\nThank you for what you told us."
        ),
        f"{leader}\n{company}".strip(),
    ]
    return "\n\n".join(_folded(one) for one in paragraphs if one) + "\n"


def _gone(planned: Plan) -> list[str]:
    said = planned.counts
    lines = ["your name, your company, your country, and whatever else your entry in our list said"]
    ways = [count(said.phones, "phone number")] if said.phones else []
    ways += [count(said.emails, "e-mail address", "e-mail addresses")] if said.emails else []
    lines += [listed(ways)] if ways else []
    lines.append("our notes about you, and what we had promised you, in the history of changes too")
    return lines


_SHARED = {
    "number": "a phone number",
    "address": "an e-mail address",
    "name": "a name like yours",
    "company": "a company",
}


def _kept(planned: Plan) -> list[str]:
    said = planned.counts
    lines = [
        f"that somebody was called {_times(said.calls)}: a number, so that our own count is right"
    ]
    if said.answers:
        lines.append(
            f"{count(said.answers, 'thing')} you told us, without your name: this is what we"
            " improve our work by"
        )
    shared = [_SHARED[kind] for kind in planned.known.shared]
    if shared:
        lines.append(f"what somebody else in our list has, too, as theirs: {listed(shared)}")
    lines.append(
        "a code that was computed from your address, your number or your name with a secret key. It"
        " cannot be turned back into them; it is there so that a list we import one day does not"
        " bring you back by accident, and nobody phones you"
    )
    return lines


def _elsewhere(planned: Plan) -> list[str]:
    automatic = [one for one in planned.copies if one.kind == "automatic"]
    others = [one for one in planned.copies if one.kind != "automatic"]
    lines = []
    if automatic:
        lines.append(
            f"{count(len(automatic), 'safety copy', 'safety copies')} of our list made before"
            f" today ({_names(automatic)}): each is deleted by itself once {KEPT} newer ones have"
            " been made, which is about as many working days"
        )
    if others:
        lines.append(
            f"{count(len(others), 'copy', 'copies')} that we delete by hand ({_names(others)})"
        )
    if planned.copies:
        lines.append(
            "if one of these copies is ever brought back, your name, your numbers and your"
            " addresses are erased from it again"
        )
    if planned.exports:
        lines.append(
            f"{count(len(planned.exports), 'file')} that we wrote out earlier and delete"
            f" by hand ({_names(planned.exports)})"
        )
    lines += _not_seen(planned.elsewhere)
    if planned.shared_book:
        lines.append("the backups of our database server, until they are overwritten")
    return lines


def _not_seen(elsewhere: Elsewhere) -> list[str]:
    lines = []
    if elsewhere.lost:
        lines.append(
            f"{count(elsewhere.lost, 'file')} that we wrote out earlier and that went"
            " elsewhere since; we look for them"
        )
    if elsewhere.unnamed:
        lines.append(
            f"{count(elsewhere.unnamed, 'file')} that we wrote out earlier, the name of which we"
            " have erased; we look for them"
        )
    if elsewhere.piped:
        lines.append("a list that we handed on to another program")
    return lines


def _names(holders: "list[Holder] | tuple[Holder, ...]") -> str:
    return listed([Path(one.path).name for one in holders], most=4)


def _passed(planned: Plan) -> list[str]:
    ways = {"": "shown to our team", "email": "answered by e-mail", "letter": "answered by letter"}
    said = (
        f"on {_day(one.day)}: {ways[one.how]}{f' ({one.place})' if one.place else ''}"
        for one in planned.passed
    )
    return list(dict.fromkeys(said))


def _times(number: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(number, f"{number} times")


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _points(title: str, lines: list[str]) -> str:
    return "\n".join([f"{title}:", *(f"- {line}" for line in lines)]) if lines else ""


def _folded(paragraph: str) -> str:
    return "\n".join(
        textwrap.fill(
            line,
            _WIDTH,
            subsequent_indent="  " if line.startswith("- ") else "",
            break_on_hyphens=False,
            break_long_words=False,
        )
        for line in paragraph.split("\n")
    )
