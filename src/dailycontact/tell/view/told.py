"""What was noted of a telling, and what follows from it, a sentence a line."""

from collections.abc import Sequence
from datetime import date

from dailycontact.core.dates import say_day
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import count, counted, listed, undo_offer
from dailycontact.core.telling import Channel, Reaction
from dailycontact.tell.usecases.telling import IN_WRITING, Told
from dailycontact.tell.usecases.untold import GivenUp, NotYet, Tried
from dailycontact.tell.usecases.waiting import News

_SAID = {
    Reaction.PLEASED: "pleased",
    Reaction.NEUTRAL: "so-so",
    Reaction.NOT_SOLVED: "not solved",
}
_BY = {
    Channel.PHONE: "",
    Channel.EMAIL: " by e-mail",
    Channel.LETTER: " by letter",
    Channel.IN_PERSON: " in person",
}


def told(told: Told, *, today: date) -> list[str]:
    """Return what was noted of a telling, and what follows from it."""
    return [_noted(told, today=today), *_follows(told)]


def _noted(told: Told, *, today: date) -> str:
    numbers = _numbers(told.answer_ids)
    took = f", {_SAID[told.taken.reaction]}" if told.taken.reaction else ""
    day = "" if told.day == today else f" on {say_day(told.day, today=today)}"
    by = _BY[told.taken.channel or Channel.PHONE]
    if told.later:
        return f"{numbers}: {told.customer.first_name} says{took[1:]}{day} (told{by} before)."
    return f"{numbers} told{by}{day}{took}{_progress(told)}."


def _follows(told: Told) -> list[str]:
    said = [
        f"{end.answer_id} is open again; when it is solved: {PROGRAM} done A{end.action_id}"
        ' --say "…"'
        for end in told.ends_reopened
    ]
    if told.new_answer_id is not None:
        said.append(_new_words(told, told.new_answer_id))
    if not said and not told.later and told.taken.reaction is None:
        said += _heard_back(told)
    return said


def _new_words(told: Told, number: int) -> str:
    """Return what became of the new words, and how they join what is to be done better."""
    if not told.ends_reopened or told.taken.thanks:
        return f"The new words are answer {number}."
    action_id = told.ends_reopened[0].action_id
    join = f"{PROGRAM} act {number} --add-to A{action_id}"
    return f"The new words are answer {number}; add them: {join}"


def _heard_back(told: Told) -> list[str]:
    if told.taken.channel not in IN_WRITING:
        return []
    name = told.customer.first_name
    return [
        f"If {name} says something to it: {PROGRAM} tell {told.answer_ids[0]} --reaction pleased"
    ]


def _progress(told: Told) -> str:
    """Return how many know of the end by now, where several asked and it was one end."""
    actions = {one.action_id for one in told.owed}
    first = told.owed[0]
    if len(actions) > 1 or first.askers == 1:
        return ""
    known = first.told + len(told.owed) - len(told.ends_reopened)
    counts = "; it counts once it is solved" if told.ends_reopened else ""
    return f" ({known} of {first.askers}{counts})"


def tried(tried: Tried) -> list[str]:
    """Return the sentences after a try."""
    name, number = tried.customer.first_name, tried.answer_ids[0]
    tries = "" if tried.tries == 1 else f" ({count(tried.tries, 'try', 'tries')} so far)"
    about = _numbers(tried.answer_ids)
    lines = [f"Noted: {name} was not in{tries}, and still waits to hear about {about}."]
    if tried.may_be_given_up:
        how = "--draft" if tried.customer.emails else "--by letter"
        lines.append(f"Hard to reach. Perhaps in writing: {PROGRAM} tell {number} {how}")
        lines.append(f"Or give it up: {PROGRAM} tell {number} --unreachable")
    return lines


def given_up(given_up: GivenUp) -> str:
    """Return the sentence after somebody was given up: nobody was told."""
    number = _numbers(tuple(dict.fromkeys(one.answer_id for one in given_up.owed)))
    return (
        f"{number} is closed: {given_up.customer.first_name} could not be reached, and was not"
        " told. It stands like that in the book."
    )


def not_yet(noted: NotYet) -> str:
    """Return the sentence after somebody was told where it stands."""
    return (
        f"Noted: {noted.customer.first_name} knows where {noted.answer_id} stands. It stays open,"
        " and is still to be told when something has come of it."
    )


def later(news: News, *, changed: bool = False) -> str:
    """Return the sentence after Enter: nothing was written down, nor the words that were `changed`.

    They are kept with the key for how it was taken.
    """
    waits = f"{news.customer.first_name} still waits to hear about {_numbers(news.answer_ids)}."
    return f"{waits} The words you changed are kept only once it was told." if changed else waits


def meanwhile(news: News) -> str:
    """Return the sentence where somebody else told a customer while others were told."""
    numbers = _numbers(news.answer_ids)
    return f"{news.customer.first_name} does not wait any more to hear about {numbers}."


def missing(news: News) -> str:
    """Return the question after "not solved"."""
    return f"What is missing, in {news.customer.first_name}'s words (Enter: not said)"


def which(news: News) -> str:
    """Return the question which of several answers is not solved."""
    return f"Which is not solved: {listed([str(n) for n in news.answer_ids], most=9)} (Enter: all)"


def not_among(news: News) -> str:
    """Return the sentence where what was typed is none of the answers."""
    numbers = " or ".join(str(number) for number in news.answer_ids)
    return f"That is none of these: type {numbers}, or Enter for all of them."


def end_of_walk(*, told: int, left: int, not_solved: int = 0) -> str:
    """Return how many were told, for how many of them it is not solved, and how many still wait."""
    unsolved = f", {not_solved} of them not solved" if not_solved else ""
    thanks = (
        f"{count(told, 'customer')} told{unsolved}. Thank you." if told else "Nobody was told yet."
    )
    still = (
        f" {counted(left, 'customer', 'customers').capitalize()} still to tell."
        if left
        else " Nobody waits any more."
    )
    return f"{thanks}{still} {undo_offer()}" if told else f"{thanks}{still}"


def _numbers(answer_ids: Sequence[int]) -> str:
    return listed([str(number) for number in answer_ids], most=6)
