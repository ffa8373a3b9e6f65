"""Who waits to hear, with the words ready to be said; and what was noted."""

from collections.abc import Sequence
from datetime import date

from dailycontact.core.dates import say_ago, say_day
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import count, undo_offer
from dailycontact.core.telling import Reaction
from dailycontact.tell.usecase import News, Told, Tried
from dailycontact.terminal.card import Part, header, paragraph, quoted, spread
from dailycontact.terminal.line import Line
from dailycontact.terminal.prompts import ENTER
from dailycontact.terminal.styles import LABEL, NAME

BLANK = ""

PLEASED, SO_SO, NOT_SOLVED, NOT_MENTIONED = "p", "o", "x", "-"
NO_ANSWER, STOP = "n", "q"
TAKEN = {
    PLEASED: "pleased",
    SO_SO: "so-so",
    NOT_SOLVED: "not solved",
    NOT_MENTIONED: "told",
}
"""The keys for how somebody took it."""
REACTIONS: dict[str, Reaction | None] = {
    PLEASED: Reaction.PLEASED,
    SO_SO: Reaction.NEUTRAL,
    NOT_SOLVED: Reaction.NOT_SOLVED,
    NOT_MENTIONED: None,
}

KEYS_OF_ONE = TAKEN | {NO_ANSWER: "no answer", ENTER: "not yet"}
"""The keys under what is to be said; Enter changes nothing."""

KEYS = KEYS_OF_ONE | {STOP: "stop"}
"""The keys under each who waits."""

NO_WAY = ("no number and no e-mail yet",)

_SAID = {
    Reaction.PLEASED: "pleased",
    Reaction.NEUTRAL: "so-so",
    Reaction.NOT_SOLVED: "not solved",
}


def waiting(news: Sequence[News], *, today: date) -> list[Part | str]:
    """Return everybody who waits to hear, the longest waiting first."""
    if not news:
        return [BLANK, paragraph("Nobody waits to hear from you. Everybody knows."), BLANK]
    people = len({one.customer.id for one in news})
    verb = "waits" if people == 1 else "wait"
    parts: list[Part | str] = [
        BLANK,
        header(f"{count(people, 'customer')} {verb} to hear", "oldest first"),
    ]
    for one in news:
        parts += [BLANK, *card(one, today=today)]
    first = news[0].owed.answer_id
    return [
        *parts,
        BLANK,
        spread(("Told", LABEL), f"{PROGRAM} tell {first} --reaction pleased"),
        spread(("Nobody in", LABEL), f"{PROGRAM} tell {first} --no-answer"),
        BLANK,
    ]


def card(news: News, *, today: date) -> list[Part]:
    """Return one who waits: who, since when, where to reach them, and what to say."""
    owed, customer = news.owed, news.customer
    since = f"{owed.how} {say_ago(owed.finished_on, today=today)}"
    tries = f" · {count(owed.tries, 'try', 'tries')}" if owed.tries else ""
    who = Line((f"{owed.answer_id:>3}  ", LABEL), (customer.full_name, NAME))
    parts = [spread(who, (f"{since}{tries}", LABEL))]
    phones = [phone for phone in customer.phones if phone.usable]
    reached = [f"{phone.shown}  {phone.label}".rstrip() for phone in phones]
    parts += [paragraph(line, indent=5) for line in reached or customer.emails[:1] or NO_WAY]
    return [*parts, paragraph(quoted(news.sentence), indent=5)]


def page(news: News, *, where: str = "", today: date) -> list[Part | str]:
    """Return one who waits, as a page of its own; `where` says which of how many."""
    return [
        BLANK,
        header("Who waits to hear", where),
        BLANK,
        *card(news, today=today),
        BLANK,
    ]


def told(told: Told, *, today: date) -> list[str]:
    """Return what was noted of a telling, and what follows from it, a sentence a line."""
    number = told.owed[0].answer_id
    took = f", {_SAID[told.taken.reaction]}" if told.taken.reaction else ""
    day = "" if told.day == today else f" on {say_day(told.day, today=today)}"
    said = [f"{number} told{day}{took}{_progress(told)}."]
    if told.reopened:
        reference = f"A{told.action_ids_reopened[0]}"
        said.append(
            f'{number} is open again; when it is solved: {PROGRAM} done {reference} --say "…"'
        )
    if told.new_answer_id is not None:
        said.append(f"The new words are answer {told.new_answer_id}.")
    return said


def _progress(told: Told) -> str:
    owed = told.owed[0]
    return f" ({owed.told + 1} of {owed.askers})" if owed.askers > 1 else ""


def tried(tried: Tried) -> str:
    """Return the sentence after a try."""
    tries = "" if tried.tries == 1 else f" ({count(tried.tries, 'try', 'tries')} so far)"
    return (
        f"Noted: {tried.customer.first_name} was not in{tries}, and still waits to hear about "
        f"{tried.answer_id}."
    )


def not_yet(news: News) -> str:
    """Return the sentence after Enter: nothing was written down."""
    return f"{news.customer.first_name} still waits to hear about {news.owed.answer_id}."


def missing(news: News) -> str:
    """Return the question after "not solved"."""
    return f"What is missing, in {news.customer.first_name}'s words (Enter: not said)"


def end_of_walk(*, told: int, left: int) -> str:
    """Return how many were told, and how many still wait."""
    thanks = f"{count(told, 'customer')} told. Thank you." if told else "Nobody was told yet."
    still = f" {count(left, 'answer')} still to tell." if left else " Nobody waits any more."
    return f"{thanks}{still} {undo_offer()}" if told else f"{thanks}{still}"


def waiting_document(news: Sequence[News]) -> list[dict[str, object]]:
    """Return who waits to hear as a JSON document."""
    return [_news_document(one) for one in news]


def _news_document(news: News) -> dict[str, object]:
    owed = news.owed
    return {
        "answer_id": owed.answer_id,
        "action_id": owed.action_id,
        "customer_id": owed.customer_id,
        "customer": owed.customer,
        "company": owed.company,
        "phones": [
            {"label": p.label, "raw": p.raw, "e164": p.e164, "extension": p.extension}
            for p in news.customer.phones
            if p.usable
        ],
        "emails": list(news.customer.emails),
        "verbatim": owed.verbatim,
        "said_on": owed.said_on,
        "how": owed.how,
        "say": owed.say,
        "instead": owed.instead,
        "owner": owed.owner,
        "finished_on": owed.finished_on,
        "waited": owed.waited,
        "tries": owed.tries,
        "sentence": news.sentence,
    }


def told_document(told: Told) -> dict[str, object]:
    """Return a telling as a JSON document."""
    return {
        "answer_id": told.owed[0].answer_id,
        "action_ids": [owed.action_id for owed in told.owed],
        "customer_id": told.customer.id,
        "customer": told.customer.name,
        "told": True,
        "channel": told.taken.channel,
        "words": told.taken.words,
        "reaction": told.taken.reaction,
        "reopened": told.reopened,
        "new_answer_id": told.new_answer_id,
        "day": told.day,
    }


def tried_document(tried: Tried) -> dict[str, object]:
    """Return a try as a JSON document."""
    return {
        "answer_id": tried.answer_id,
        "customer_id": tried.customer.id,
        "customer": tried.customer.name,
        "told": False,
        "tries": tried.tries,
        "day": tried.day,
    }
