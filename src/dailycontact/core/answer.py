"""An answer: the one thing, in the customer's own words, and how far it may travel."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Kind(StrEnum):
    """What sort of answer it is; praise and nothing owe nobody an action."""

    SUGGESTION = "suggestion"
    PRAISE = "praise"
    NOTHING = "nothing"


class Consent(StrEnum):
    """May it be passed on: with the customer's name, the words only, or only to the leader."""

    NAME = "name"
    WORDS = "words"
    NO = "no"


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a customer said. The verbatim is never edited, only visibly amended."""

    id: int
    customer_id: int
    customer: str
    company: str = ""
    verbatim: str
    kind: Kind = Kind.SUGGESTION
    consent: Consent = Consent.WORDS
    urgent: bool = False
    private: bool = False
    praised: str | None = None
    day: date
    recorded_at: datetime
    amended: bool = False

    @property
    def stays(self) -> bool:
        """Whether it goes no further than the leaders: private, or not to be passed on."""
        return self.private or self.consent is Consent.NO

    @property
    def is_suggestion(self) -> bool:
        """Whether somebody could do something about it."""
        return self.kind is Kind.SUGGESTION
