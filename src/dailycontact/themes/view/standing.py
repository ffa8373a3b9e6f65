"""Where a theme stands, in words: on the list, and on its own page."""

from datetime import date

from dailycontact.core.sentences import first_name
from dailycontact.core.theme_tally import CountedTheme, raised_again

_YEAR = 330
"""Days after which a month alone does not say which year it is in."""


def standing(tally: CountedTheme) -> str:
    """Return what is open, who acts, who is to be told and who knows."""
    said = [
        f"{tally.open} open" if tally.open else "",
        f"{tally.acting} acting ({_hands(tally)})" if tally.acting else "",
        f"{tally.to_tell} to tell" if tally.to_tell else "",
        f"{tally.told} told" if tally.told else "",
    ]
    words = [word for word in said if word]
    if words:
        return " · ".join(words)
    return "nothing open in it" if tally.said else "nobody has said it yet"


def raised(tally: CountedTheme) -> str:
    """Return that it was raised again since it was fixed, where it was."""
    return raised_again(tally.raised) if tally.raised else ""


def span(tally: CountedTheme, *, today: date) -> str:
    """Return when it was said first and last."""
    if tally.first_on is None or tally.last_on is None:
        return ""
    first, last = near(tally.first_on, today=today), near(tally.last_on, today=today)
    return last if first == last else f"{first} – {last}"


def near(day: date, *, today: date) -> str:
    """Return a day in a few letters: "3 Sep", or "Sep 2027" where it is far off."""
    far = abs((day - today).days) >= _YEAR
    return f"{day:%b %Y}" if far else f"{day.day} {day:%b}"


def _hands(tally: CountedTheme) -> str:
    if tally.at_work is None:
        return "an action"
    who = first_name(tally.at_work.owner) if tally.at_work.owner else "looking for someone"
    more = f"; and {tally.actions - 1} more" if tally.actions > 1 else ""
    return f"A{tally.at_work.action_id}, {who}{more}"
