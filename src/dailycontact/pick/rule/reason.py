"""Why this customer, in a sentence for the leader: in dates and weeks, never in scores."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dailycontact.core.action import How
from dailycontact.core.attempts import Try
from dailycontact.core.call import Outcome
from dailycontact.core.dates import say_ago, say_day
from dailycontact.core.rhythm import SKIPS_ASKED
from dailycontact.core.sentences import first_name, say_about, say_cadence, shortened
from dailycontact.core.telling import Owed
from dailycontact.core.turn import Reason
from dailycontact.loop import CADENCES

THEIR_WORDS = 40
"""How much of what a customer said is repeated in the sentence, in characters."""

NAMED_DAYS = 3
"""So many tries are named by their days; of more, the first day is."""

TRIES = ("Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth")


@dataclass(frozen=True, kw_only=True)
class Grounds:
    """What is known of somebody who is proposed, as far as it is a reason.

    `promised_late` says whether a working day has gone by since the day of a promise (where that
    was no working day itself, and this is the first since, nothing is late); `due`, whether the
    question may be asked today, `turn_on` about when it may where it may not. `tries` are the
    calls since they last answered, newest first; `number` is what the number is called that is to
    be tried now, where it is another than the last time.
    """

    reason: Reason
    name: str
    beat: int
    joined_on: date
    today: date
    leader: str = ""
    last_on: date | None = None
    promised_on: date | None = None
    promised_by: str = "You"
    promised_late: bool = True
    owed: tuple[Owed, ...] = ()
    due: bool = True
    turn_on: date | None = None
    tries: tuple[Try, ...] = ()
    number: str = ""
    skips: int = 0


def why(grounds: Grounds) -> str:
    """Return in a sentence or two, in dates and weeks, why this customer is proposed."""
    if asks_the_leader(grounds.skips):
        said = (_in_short(grounds), _question(grounds))
    else:
        said = (_because(grounds), _tried(grounds))
    return " ".join(filter(None, said))


def asks_the_leader(skips: int) -> bool:
    """Return whether so many skips in a row ask for another rhythm, rather than for a call."""
    return skips >= SKIPS_ASKED


def longer(beat: int) -> int:
    """Return the next longer rhythm than `beat`, in working days: quarter, year, or the double."""
    return min((cadence for cadence in CADENCES.values() if cadence > beat), default=2 * beat)


def _because(grounds: Grounds) -> str:
    if grounds.reason is Reason.PROMISE and grounds.promised_on is not None:
        return _promised(grounds, grounds.promised_on)
    if grounds.reason is Reason.NEWS and grounds.owed:
        return _news(grounds)
    debt = f"You owe {grounds.name} news, and " if grounds.owed else ""
    you = "you" if debt else "You"
    if grounds.last_on is None:
        entered = _entered(grounds.joined_on, today=grounds.today)
        return f"{debt}{you} have never spoken ({entered})."
    ago = say_ago(grounds.last_on, today=grounds.today)
    return f"{debt}{you} last spoke {ago} ({say_cadence(grounds.beat)})."


def _in_short(grounds: Grounds) -> str:
    """Return the reason, where something else has to be asked."""
    if grounds.reason is Reason.NEWS:
        return f"You owe {grounds.name} news."
    return _because(grounds)


def _promised(grounds: Grounds, due_on: date) -> str:
    when = "today"
    if due_on < grounds.today:
        when = f"{_day(due_on, grounds.today)}, {say_ago(due_on, today=grounds.today)}"
        if not grounds.promised_late:
            when = f"{say_day(due_on, today=grounds.today)}; this is the first working day since"
    news = " There is news to tell, too." if grounds.owed else ""
    said = f"{grounds.promised_by} promised to call back"
    return f"{said} {'on ' if when != 'today' else ''}{when}.{news}"


def _news(grounds: Grounds) -> str:
    owed = grounds.owed[0]
    words = shortened(owed.verbatim, width=THEIR_WORDS).rstrip(" .")
    said = f"{grounds.name} said “{words}”; {_ended(owed, grounds)}."
    more = len({each.finish_id for each in grounds.owed}) - 1
    if more:
        said += f" There {'is one' if more == 1 else f'are {more}'} more to tell."
    if grounds.due:
        return f"{said} Tell them, then ask what is next."
    until = f" until {say_about(grounds.turn_on, today=grounds.today)}" if grounds.turn_on else ""
    return f"{said} Tell them; the question can wait{until}."


def _ended(owed: Owed, grounds: Grounds) -> str:
    when = f"on {_day(owed.finished_on, grounds.today)}"
    if (grounds.today - owed.finished_on).days <= 1:
        when = say_ago(owed.finished_on, today=grounds.today)
    if owed.how is How.DECLINED:
        return f"we had to say no {when}"
    if owed.owner is None:
        return f"it was seen to {when}"
    return f"{'you' if owed.owner == grounds.leader else first_name(owed.owner)} saw to it {when}"


def _tried(grounds: Grounds) -> str:
    """Return which try this is, and when the others were: "Third try: no answer on 3 and 5 May."""
    missed = [one for one in grounds.tries if one.missed]
    if not missed:
        return ""
    place = len(missed)
    which = f"{TRIES[place - 1]} try" if place <= len(TRIES) else f"Try {place + 1}"
    silent = all(one.outcome is Outcome.NO_ANSWER for one in missed)
    how = "no answer" if silent else "nobody reached"
    days = sorted({one.day for one in missed})
    when = f"on {_days(days, grounds.today)}"
    if len(days) > NAMED_DAYS:
        when = f"since {_day(days[0], grounds.today)}"
    number = f"; this time {grounds.number}" if grounds.number else ""
    return f"{which}: {how} {when}{number}."


def _question(grounds: Grounds) -> str:
    times = {3: "three", 4: "four", 5: "five"}.get(grounds.skips, str(grounds.skips))
    return (
        f"You skipped {grounds.name} {times} times in a row: would a pause suit better, a longer "
        "rhythm, or a call now?"
    )


def _days(days: Sequence[date], today: date) -> str:
    """Return days as one says them: "3 and 5 May", "30 April and 5 May"."""
    said: list[str] = []
    for day, following in zip(days, (*days[1:], None), strict=True):
        same = following is not None and (day.year, day.month) == (following.year, following.month)
        said.append(str(day.day) if same else _day(day, today))
    return f"{', '.join(said[:-1])} and {said[-1]}" if said[1:] else said[0]


def _day(day: date, today: date) -> str:
    """Return a day of a sentence, without its weekday: "12 November"."""
    return say_day(day, today=today).partition(" ")[2]


def _entered(joined_on: date, *, today: date) -> str:
    if joined_on >= today:
        return "in the book since today"
    return f"in the book since {say_day(joined_on, today=today)}"
