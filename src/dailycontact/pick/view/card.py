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
from dailycontact.pick.view.urgent import urgent
from dailycontact.terminal.card import Part, at_most, header, labelled

LINES, COLUMNS = 23, 80
"""What a card may fill, whatever comes together."""

USUAL = {
    "urgent": 2,
    "why": 4,
    "last time": 4,
    "noted": 4,
    "since": 4,
    "open": 5,
    "ask": 3,
    "close": 2,
    "beside": 3,
    "air": 1,
    "instead": 2,
}
"""Lines that each part may fill at first. `beside` is below the card, where the rest gives way to
so many; `air` is between the parts."""

GIVING_WAY = (
    *(("urgent", 1), ("since", 3), ("noted", 3), ("since", 2), ("last time", 3), ("noted", 2)),
    *(("since", 1), ("noted", 1), ("open", 4), ("ask", 2), ("why", 3), ("open", 3), ("since", 0)),
    *(("last time", 2), ("close", 0), ("ask", 1), ("open", 2), ("last time", 1), ("why", 2)),
    *(("beside", 2), ("air", 0), ("instead", 0)),
)
"""What gives way, a step at a time: first what was, then what is said, last why."""


def card(today: Today) -> list[Part | str]:
    """Return the card of a morning, top to bottom."""
    if today.customer is None:
        return [*_top(today, USUAL), *no_call(today), *waiting(today)]
    below = list(extras(today))
    caps = dict(USUAL)
    parts = _call(today, today.customer, caps)
    for name, lines in GIVING_WAY:
        wanted = sum(lines_of(below[: caps["beside"]]), start=bool(below))
        if sum(lines_of(parts)) + wanted <= LINES:
            break
        caps[name] = lines
        parts = _call(today, today.customer, caps)
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


def _top(today: Today, caps: Mapping[str, int]) -> list[Part | str]:
    """Return the day, and what is urgent."""
    crying = list(urgent(today, lines=caps["urgent"]))
    return [_header(today), BLANK, *crying, *([BLANK] if crying else [])]


def _header(today: Today) -> Part:
    row = f"{today.streak} days in a row" if today.streak > 1 else ""
    mark = "DEMONSTRATION · " if today.settings.demo and row else ""
    right = mark + row or ("DEMONSTRATION" if today.settings.demo else "")
    return header(say_day(today.day, today=today.day), right)


def _call(today: Today, customer: Customer, caps: Mapping[str, int]) -> list[Part | str]:
    reason = at_most(labelled("WHY", today.why or ""), caps["why"])
    groups: tuple[tuple[Part | None, ...], ...] = (
        (*person(customer, today), when(today)),
        (reason, *(_instead(today, customer) if caps["instead"] else ())),
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
    between = [BLANK] * caps["air"]
    parts = _top(today, caps)
    for place, group in enumerate(groups):
        some = [part for part in group if part is not None]
        parts += [*between, *some] if place and some else some
    return parts


def _capped(part: Part | None, caps: Mapping[str, int], name: str) -> Part | None:
    return at_most(part, caps[name]) if part is not None and caps[name] else None


def _instead(today: Today, customer: Customer) -> Iterable[Part]:
    """Yield what to type for whoever is skipped again and again: a pause, or a longer rhythm."""
    if today.reaching is None or not asks_the_leader(today.reaching.skips):
        return
    yield labelled("", f"{PROGRAM} customers pause {customer.id} --until 3mo")
    yield labelled("", f"{PROGRAM} customers edit {customer.id} --cadence {longer(customer.beat)}")
