"""How far a customer's words may travel, and what they look like when they do.

With name: the words and who said them. Words only: nobody can tell who it was, not from the words
themselves either. Only me, and private: nothing leaves the leaders.
"""

from dataclasses import dataclass

from dailycontact.core.answer import Answer, Consent
from dailycontact.core.masking import Mask, mask_own, mask_said


@dataclass(frozen=True, kw_only=True)
class PassedOn:
    """An answer as others may see it."""

    answer_id: int
    words: str
    said_by: str | None
    """Name and company, where the customer agreed to it."""


def stays_with_leader(answer: Answer) -> str | None:
    """Return why an answer goes no further than the leaders, or None where it may be passed on."""
    if answer.private:
        return "private"
    return "not to be passed on" if answer.consent is Consent.NO else None


def passed_on(answer: Answer, *, mask: Mask) -> PassedOn:
    """Return an answer that may be passed on, as others may see it.

    `mask` hides numbers, addresses, and the names of customers, but for those of whoever says it
    and agreed; words only hide the customer's own name in parts, too.
    """
    if answer.consent is Consent.NAME:
        words = mask_said(answer.verbatim, answer.customer, answer.company, mask=mask)
        said_by: str | None = _full_name(answer)
    else:
        words = mask_own(answer.verbatim, answer.customer, answer.company, mask=mask)
        said_by = None
    return PassedOn(answer_id=answer.id, words=words, said_by=said_by)


def _full_name(answer: Answer) -> str:
    if not answer.company or answer.company == answer.customer:
        return answer.customer
    return f"{answer.customer}, {answer.company}"
