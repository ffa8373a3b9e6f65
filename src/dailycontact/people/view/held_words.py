"""What is said on the page of all that a book holds of one customer, whatever is held of them."""

from dailycontact.core.answer import Consent, Kind
from dailycontact.core.call import Outcome
from dailycontact.core.rhythm import Happening

NOT_HELD = (
    "no recording of a call, and no e-mail or letter but what we wrote down above",
    "no postal address, no birthday, no picture",
    "no bank account, no card, no orders and no invoices",
    "nothing about health, belief, politics or family that is not in the words above",
    "no score that decides about you: whose turn it is follows from the days above, and a draw",
)
ASK = "You may have it corrected or erased, or be left in peace: tell whoever gave this to you."
COPIES = (
    "Safety copies of the book, made daily and kept for a while, hold the same until they are"
    " replaced. What lies elsewhere (letters, e-mails, other systems) is not in this book, and so"
    " not on this page."
)
ENDED = {
    Outcome.REACHED: "you spoke with each other",
    Outcome.NO_ANSWER: "nobody answered",
    Outcome.VOICEMAIL: "voicemail",
    Outcome.WRONG_NUMBER: "the number was somebody else's",
    Outcome.NOT_NOW: "it was not a good moment",
    Outcome.NEVER: "you asked not to be phoned any more",
}
MAY = {
    Consent.NAME: "may be passed on with your name",
    Consent.WORDS: "may be passed on without your name",
    Consent.NO: "is not passed on",
}
KINDS = {Kind.SUGGESTION: "", Kind.PRAISE: "Praise. ", Kind.NOTHING: "Nothing to better. "}
RESTED = {
    Happening.SKIP: "you were passed over, and somebody else was phoned",
    Happening.PAUSE: "you were to be left alone for a while",
    Happening.RESUME: "the pause ended",
    Happening.CHECKED: "your number was looked at",
}
BESIDE: dict[str, tuple[str, str | None]] = {
    "answer": ("answer of another customer", "answers of other customers"),
    "amendment": ("corrected answer of another customer", "corrected answers of other customers"),
    "call": ("note on a call with another customer", "notes on calls with other customers"),
    "promise": ("promise to another customer", "promises to other customers"),
    "customer": ("entry of another customer", "entries of other customers"),
    "story": ("story", "stories"),
    "talk": ("talk with the team", "talks with the team"),
    "talk_reply": ("reply to the team", "replies to the team"),
    "message": ("report that was sent", "reports that were sent"),
    "action": ("action", None),
    "action_note": ("note of an action", "notes of actions"),
    "finish": ("end of an action", "ends of actions"),
    "telling": ("telling of another customer", "tellings of other customers"),
    "letter": ("letter to another customer", "letters to other customers"),
    "progress": ("word on the way to another customer", "words on the way to other customers"),
    "theme": ("theme", None),
    "theme_rule": ("words of a theme", "words of themes"),
    "reading": ("reading of another answer", "readings of other answers"),
}
"""What a text is called in which somebody is named beside others."""
SHOWN_TO = {
    "team": "the team",
    "company": "the whole company",
    "customers": "customers",
}
"""Whom an edition is for."""
SAID_AS = {
    "zone": "time zone",
    "hours": "hours",
    "cadence": "how often you are phoned",
    "referred_by": "recommended by",
    "joined_on": "in the book since",
    "renewed_on": "renewed on",
    "left_on": "left on",
    "paused_on": "paused on",
    "paused_until": "paused until",
    "do_not_contact_on": "do not contact, since",
    "do_not_contact_why": "do not contact, because",
    "phone raw": "phone",
    "phone wrong_on": "phone wrong since",
    "email address": "e-mail",
}
