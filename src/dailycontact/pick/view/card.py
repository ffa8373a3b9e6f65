"""The card of the morning, and what gives way where everything comes together."""

from collections.abc import Iterable, Mapping

from dailycontact.core.customer import Customer
from dailycontact.core.dates import say_day
from dailycontact.core.program import PROGRAM
from dailycontact.pick.rule.reason import asks_the_leader, longer
from dailycontact.pick.usecases.today import Today
from dailycontact.pick.view import before, words
from dailycontact.pick.view.beside import BLANK, extras, waiting
from dailycontact.pick.view.no_call import no_call
from dailycontact.pick.view.person import person, when
from dailycontact.terminal.card import Part, at_most, header, labelled

LINES, COLUMNS = 23, 80
"""What a card may fill, whatever comes together."""

EXTRAS = 3
"""Lines below the card for which the rest gives way."""

USUAL = {"why": 4, "last time": 4, "noted": 2, "since": 3, "open": 5, "ask": 3, "close": 2}
"""Lines that each part may fill at first."""

GIVING_WAY = (
    *(("since", 2), ("last time", 3), ("since", 1), ("noted", 1), ("open", 4), ("ask", 2)),
    *(("why", 3), ("open", 3), ("since", 0), ("last time", 2), ("close", 0)),
    *(("ask", 1), ("open", 2), ("last time", 1), ("why", 2)),
)
"""What gives way, a step at a time: first what was, then what is said, last why."""


def card(today: Today) -> list[Part | str]:
    """Return the card of a morning, top to bottom."""
    top: list[Part | str] = [_top(today), BLANK]
    if today.customer is None:
        return [*top, *no_call(today), *waiting(today)]
    below = list(extras(today))
    wanted = sum(lines_of(below[:EXTRAS]), start=bool(below))
    caps = dict(USUAL)
    parts = [*top, *_call(today, today.customer, caps)]
    for name, lines in GIVING_WAY:
        if sum(lines_of(parts)) + wanted <= LINES:
            break
        caps[name] = lines
        parts = [*top, *_call(today, today.customer, caps)]
    return [*parts, *_below(below, LINES - sum(lines_of(parts)))]


def lines_of(parts: Iterable[Part | str]) -> Iterable[int]:
    """Yield how many lines each part fills on a screen of 80 columns."""
    return (len(part.lines(COLUMNS)) if isinstance(part, Part) else 1 for part in parts)


def _below(below: Iterable[Part], room: int) -> list[Part | str]:
    """Return as much of what waits beside the call as there is room for."""
    fitting: list[Part | str] = [BLANK]
    for part in below:
        if sum(lines_of([*fitting, part])) <= room:
            fitting.append(part)
    return fitting if len(fitting) > 1 else []


def _top(today: Today) -> Part:
    row = f"{today.streak} days in a row" if today.streak > 1 else ""
    mark = "DEMONSTRATION · " if today.settings.demo and row else ""
    right = mark + row or ("DEMONSTRATION" if today.settings.demo else "")
    return header(say_day(today.day, today=today.day), right)


def _call(today: Today, customer: Customer, caps: Mapping[str, int]) -> list[Part | str]:
    reason = at_most(labelled("WHY", today.why or ""), caps["why"])
    groups: tuple[tuple[Part | None, ...], ...] = (
        (*person(customer, today), when(today)),
        (reason, *_instead(today, customer)),
        (
            _capped(before.last_time(today), caps, "last time"),
            _capped(before.noted(today), caps, "noted"),
            _capped(before.since(today), caps, "since"),
        ),
        (
            _capped(words.opening(today, lines=caps["open"]), caps, "open"),
            _capped(words.question(today), caps, "ask"),
            _capped(words.closing(today), caps, "close"),
        ),
    )
    parts: list[Part | str] = []
    for group in groups:
        some = [part for part in group if part is not None]
        parts += [BLANK, *some] if parts and some else some
    return parts


def _capped(part: Part | None, caps: Mapping[str, int], name: str) -> Part | None:
    return at_most(part, caps[name]) if part is not None and caps[name] else None


def _instead(today: Today, customer: Customer) -> Iterable[Part]:
    """Yield what to type for whoever is skipped again and again: a pause, or a longer rhythm."""
    if today.reaching is None or not asks_the_leader(today.reaching.skips):
        return
    yield labelled("", f"{PROGRAM} customers pause {customer.id} --until 3mo")
    yield labelled("", f"{PROGRAM} customers edit {customer.id} --cadence {longer(customer.beat)}")
