"""Who waits to hear, with the words ready to be said: all of them, or one at a time."""

from collections.abc import Iterable, Sequence
from datetime import date

from dailycontact.core.action import How
from dailycontact.core.customer import Customer
from dailycontact.core.dates import say_ago, say_day
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import COUNTED, count, counted, first_name, sentence, shortened
from dailycontact.core.telling import Owed, Reaction
from dailycontact.store.doubts import Doubt
from dailycontact.tell.rule import Hour
from dailycontact.tell.usecases.waiting import News, Waiting
from dailycontact.terminal.card import Part, header, labelled, paragraph, quoted, spread
from dailycontact.terminal.line import Line
from dailycontact.terminal.prompts import ENTER
from dailycontact.terminal.styles import LABEL, NAME

BLANK = ""

PLEASED, SO_SO, NOT_SOLVED, NOT_MENTIONED = "p", "o", "x", "-"
NO_ANSWER, EDIT, STOP = "n", "e", "q"
EMAIL, LETTER, GIVE_UP = "m", "l", "u"
TAKEN = {
    PLEASED: "pleased",
    SO_SO: "so-so",
    NOT_SOLVED: "not solved",
    NOT_MENTIONED: "just told",
}
"""The keys for how somebody took it."""
REACTIONS: dict[str, Reaction | None] = {
    PLEASED: Reaction.PLEASED,
    SO_SO: Reaction.NEUTRAL,
    NOT_SOLVED: Reaction.NOT_SOLVED,
    NOT_MENTIONED: None,
}

KEYS_OF_ONE = TAKEN | {NO_ANSWER: "no answer", EDIT: "edit the words", ENTER: "later"}
"""The keys under what is to be said; Enter changes nothing."""

OTHERWISE = {EMAIL: "e-mailed", LETTER: "wrote a letter", GIVE_UP: "give up"}
"""The keys for whom nobody reaches on the phone."""

DOUBTS = 2
"""Of how many who say that it is not solved the words are shown."""

NO_WAY = ("no number and no e-mail yet",)


def keys(news: News, *, walking: bool) -> dict[str, str]:
    """Return the keys under a page: how they took it, and what else can be done."""
    offered = dict(KEYS_OF_ONE)
    if news.may_be_given_up:
        offered |= OTHERWISE
    elif _written(news):
        offered |= {EMAIL: "the e-mail went"}
    return offered | {STOP: "stop"} if walking else offered


def waiting(found: Waiting, *, today: date, action_id: int | None = None) -> list[Part | str]:
    """Return those who wait to hear, the longest waiting first, and how many more there are."""
    about = f" about A{action_id}" if action_id else ""
    if not found.news:
        nobody = f"Nobody waits to hear{about or ' from you'}. Everybody knows."
        return [BLANK, paragraph(nobody), BLANK]
    verb = "waits" if found.customers == 1 else "wait"
    people = counted(found.customers, "customer", "customers")
    parts: list[Part | str] = [
        BLANK,
        header(f"{people} {verb} to hear{about}", "oldest first"),
    ]
    for one in found.news:
        parts += [BLANK, *card(one, today=today)]
    if (more := found.customers - len(found.news)) > 0:
        said = counted(more, "more customer waits", "more customers wait")
        said = f"{said} to hear."
        parts += [BLANK, spread(Line((f"… and {said}", NAME)), (f"{PROGRAM} tell --all", LABEL))]
    first = found.news[0].answer_ids[0]
    return [
        *parts,
        BLANK,
        spread(("Told", LABEL), f"{PROGRAM} tell {first} --reaction pleased"),
        spread(("Nobody in", LABEL), f"{PROGRAM} tell {first} --no-answer"),
        BLANK,
    ]


def card(news: News, *, today: date) -> list[Part]:
    """Return one who waits: who, since when, where to reach them, and what to say."""
    first = news.owed[0]
    since = f"{first.how} {say_ago(first.finished_on, today=today)}"
    tries = max(one.tries for one in news.owed)
    tried = f" · {count(tries, 'try', 'tries')}" if tries else ""
    numbers = ", ".join(str(number) for number in news.answer_ids)
    who = Line((f"{numbers:>3}  ", LABEL), (news.customer.full_name, NAME))
    return [
        spread(who, (f"{since}{tried}", LABEL)),
        *(paragraph(line, indent=5) for line in _ways(news.customer)),
        paragraph(quoted(news.sentence), indent=5),
        *(paragraph(line, indent=5, style=LABEL) for line in _mind(news, today=today)),
    ]


def _mind(news: News, *, today: date) -> Iterable[str]:
    """Yield what to know before one phones: that a letter may have gone, who was not helped."""
    if written := _mail(news.owed, today=today):
        yield written
    yield from _doubted(news.doubts, today=today, most=1)


def page(
    news: News, *, hour: Hour, today: date, where: str = "", rest: Iterable[str] = ()
) -> list[Part | str]:
    """Return one who waits, as a page of its own; `where` says which of how many.

    `rest` are sentences about what of theirs is still open.
    """
    return [
        BLANK,
        spread(Line((news.customer.full_name, NAME)), (where, LABEL)),
        *_reached(news.customer, hour),
        *(part for number in news.answer_ids for part in _matter(news, number, today=today)),
        *(paragraph(line, indent=11, style=LABEL) for line in rest),
        *say(news.sentence),
        *_another_way(news),
        BLANK,
    ]


def place(number: int, *, of: int) -> str:
    """Return which of how many a page is: "3 of 12", "3 of more than 1,000"."""
    return (
        f"{number} of more than {COUNTED:,}" if of > COUNTED else f"{number} of {max(of, number)}"
    )


def say(words: str) -> list[Part | str]:
    """Return what is to be said."""
    return [BLANK, labelled("SAY", quoted(words))]


def _reached(customer: Customer, hour: Hour) -> Iterable[Part]:
    first, *others = _ways(customer)
    yield spread(first, (_hour(hour), LABEL), indent=2)
    yield from (paragraph(line, indent=2) for line in others)


def _ways(customer: Customer) -> Iterable[str]:
    phones = [phone for phone in customer.phones if phone.usable]
    reached = [f"{phone.shown}  {phone.label}".rstrip() for phone in phones]
    return reached or customer.emails[:1] or NO_WAY


def _hour(hour: Hour) -> str:
    there = f"it is {hour.there:%H:%M} there" if hour.there else ""
    liked = f"no hour to ring; likes {hour.liked}" if hour.liked else ""
    return " · ".join(word for word in (there, liked) if word)


def _matter(news: News, number: int, *, today: date) -> Iterable[Part | str]:
    """Yield what they said and when, what was done, by whom, and who has been told of it."""
    ends = [one for one in news.owed if one.answer_id == number]
    first = ends[0]
    to = f", to {first_name(first.heard_by)}" if first.heard_by else ""
    said_on = f"{_capital(say_day(first.said_on, today=today))}{to}"
    yield BLANK
    yield labelled(f"{number} SAID", said_on, quoted(first.verbatim))
    for one in ends:
        yield labelled(f"A{one.action_id} {_ENDED[one.how]}", *_ended(one, today=today))
        among = [doubt for doubt in news.doubts if doubt.action_id == one.action_id]
        if among:
            yield labelled("CAREFUL", *_doubted(among, today=today))


_ENDED = {How.DONE: "DONE", How.DECLINED: "NO"}


def _ended(one: Owed, *, today: date) -> Iterable[str]:
    by = f", by {first_name(one.owner)}" if one.owner and one.how is How.DONE else ""
    yield f"{_capital(say_day(one.finished_on, today=today))}{by}: {sentence(one.say)}"
    if one.instead:
        yield f"Instead: {sentence(one.instead)}"
    told = f"Told {one.told} of {one.askers}. " if one.askers > 1 else ""
    tries = f"{_capital(count(one.tries, 'try', 'tries'))} so far. " if one.tries else ""
    if follows := f"{told}{tries}{_mail([one], today=today)}".strip():
        yield follows


def _mail(ends: Sequence[Owed], *, today: date) -> str:
    days = [one.written_on for one in ends if one.written_on]
    return f"An e-mail was written {say_ago(max(days), today=today)}." if days else ""


def _doubted(doubts: Sequence[Doubt], *, today: date, most: int = DOUBTS) -> Iterable[str]:
    """Yield who was told the same and says that it is not solved: others may find so, too."""
    for doubt in doubts[:most]:
        words = f": “{shortened(doubt.words)}”" if doubt.words else ""
        said = f"said on {say_day(doubt.day, today=today)} that it is not solved{words}"
        yield sentence(f"{first_name(doubt.customer)} was told this, and {said}")
    if (more := len(doubts) - most) > 0:
        yield f"So did {count(more, 'more customer', 'more customers')}."


def _another_way(news: News) -> Iterable[Part | str]:
    """Yield what can be done for whom nobody reaches, or to whom an e-mail waits to go."""
    number = news.answer_ids[0]
    name = first_name(news.customer.name)
    if _written(news):
        yield BLANK
        yield paragraph(
            f"When the e-mail to {name} has gone: {PROGRAM} tell {number} --by email", style=LABEL
        )
    elif news.may_be_given_up:
        how = "--draft" if news.customer.emails else "--by letter"
        yield BLANK
        yield paragraph(
            f"Hard to reach. Perhaps in writing: {PROGRAM} tell {number} {how}", style=LABEL
        )


def _written(news: News) -> bool:
    return any(one.written_on for one in news.owed)


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
