"""Who waits to hear, and what was noted, as JSON documents."""

from collections.abc import Iterable, Sequence

from dailycontact.core.telling import Owed
from dailycontact.tell.usecases.telling import Told
from dailycontact.tell.usecases.untold import GivenUp, NotYet, Tried
from dailycontact.tell.usecases.waiting import News


def waiting(news: Sequence[News]) -> list[dict[str, object]]:
    """Return who waits to hear, an entry for each end that is owed."""
    return [entry for one in news for entry in _entries(one)]


def _entries(news: News) -> Iterable[dict[str, object]]:
    reached: dict[str, object] = {
        "phones": [
            {"label": p.label, "raw": p.raw, "e164": p.e164, "extension": p.extension}
            for p in news.customer.phones
            if p.usable
        ],
        "emails": list(news.customer.emails),
    }
    for owed, sentence in zip(news.owed, news.alone, strict=True):
        yield _owed(owed) | reached | {"sentence": sentence}


def _owed(owed: Owed) -> dict[str, object]:
    return {
        "answer_id": owed.answer_id,
        "action_id": owed.action_id,
        "customer_id": owed.customer_id,
        "customer": owed.customer,
        "company": owed.company,
        "verbatim": owed.verbatim,
        "said_on": owed.said_on,
        "how": owed.how,
        "say": owed.say,
        "instead": owed.instead,
        "owner": owed.owner,
        "finished_on": owed.finished_on,
        "waited": owed.waited,
        "tries": owed.tries,
        "told": owed.told,
        "askers": owed.askers,
        "written_on": owed.written_on,
    }


def told(told: Told) -> dict[str, object]:
    """Return a telling."""
    return {
        "answer_id": told.answer_ids[0],
        "answer_ids": list(told.answer_ids),
        "action_ids": list(dict.fromkeys(owed.action_id for owed in told.owed)),
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


def tried(tried: Tried) -> dict[str, object]:
    """Return a try."""
    return {
        "answer_id": tried.answer_ids[0],
        "customer_id": tried.customer.id,
        "customer": tried.customer.name,
        "told": False,
        "tries": tried.tries,
        "may_be_given_up": tried.may_be_given_up,
        "day": tried.day,
    }


def given_up(given_up: GivenUp) -> dict[str, object]:
    """Return that somebody could not be reached."""
    return {
        "answer_id": given_up.owed[0].answer_id,
        "action_ids": [owed.action_id for owed in given_up.owed],
        "customer_id": given_up.customer.id,
        "customer": given_up.customer.name,
        "told": False,
        "why": "unreachable",
        "day": given_up.day,
    }


def not_yet(noted: NotYet) -> dict[str, object]:
    """Return that somebody was told where their answer stands."""
    return {
        "answer_id": noted.answer_id,
        "customer_id": noted.customer.id,
        "customer": noted.customer.name,
        "told": False,
        "not_yet": True,
        "channel": noted.channel,
        "words": noted.words,
        "day": noted.day,
    }
