"""How far a customer's words may travel, and what they look like when they do.

With name: the words and who said them. Words only: nobody can tell who it was, not from the words
themselves either. Only me, and private: nothing leaves the leader.
"""

import re
from dataclasses import dataclass

from dailycontact.core.answer import Answer, Consent

HIDDEN = "…"
_LEAST_DIGITS = 9  # a date has eight
_SHORTEST_NAME = 2  # an initial would hide half a sentence
_EMAIL = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+\.\w+")
_NUMBER = re.compile(r"\+?\d[\d ()/.\-]{6,}\d")


@dataclass(frozen=True, kw_only=True)
class PassedOn:
    """An answer as others may see it."""

    answer_id: int
    words: str
    said_by: str | None
    """Name and company, where the customer agreed to it."""


def stays_with_leader(answer: Answer) -> str | None:
    """Return why an answer goes no further than the leader, or None where it may be passed on."""
    if answer.private:
        return "private"
    return "not to be passed on" if answer.consent is Consent.NO else None


def passed_on(answer: Answer) -> PassedOn:
    """Return an answer that may be passed on, as others may see it; no phone or e-mail in it."""
    words = _NUMBER.sub(_without_phone, _EMAIL.sub(HIDDEN, answer.verbatim))
    if answer.consent is Consent.NAME:
        return PassedOn(answer_id=answer.id, words=words, said_by=_full_name(answer))
    return PassedOn(answer_id=answer.id, words=_without_name(words, answer), said_by=None)


def _full_name(answer: Answer) -> str:
    if not answer.company or answer.company == answer.customer:
        return answer.customer
    return f"{answer.customer}, {answer.company}"


def _without_name(words: str, answer: Answer) -> str:
    for whole in (answer.customer, answer.company):
        if whole:
            words = _hide(whole, words, re.IGNORECASE)
    for part in answer.customer.split():
        if len(part) >= _SHORTEST_NAME:
            words = _hide(part, words, 0)
    return words


def _hide(name: str, words: str, flags: int) -> str:
    return re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", HIDDEN, words, flags=flags)


def _without_phone(match: re.Match[str]) -> str:
    digits = sum(character.isdigit() for character in match[0])
    return HIDDEN if digits >= _LEAST_DIGITS else match[0]
