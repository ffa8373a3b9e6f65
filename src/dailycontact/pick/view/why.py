"""Why it is this customer: the sentence, the arithmetic, and the others."""

from collections.abc import Iterable, Sequence
from datetime import date

from dailycontact.core.dates import say_day
from dailycontact.core.sentences import count
from dailycontact.core.turn import Barrier, Reason
from dailycontact.pick.usecases.today import State, Today
from dailycontact.pick.usecases.why import Why
from dailycontact.pick.view.no_call import no_call
from dailycontact.pick.view.person import clock_of
from dailycontact.store.weighing import Weighed
from dailycontact.terminal.card import GAP, Part, header, paragraph, spread
from dailycontact.terminal.door import cells, shorten
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import LABEL, NAME

WIDEST = 30
"""Columns that a name may fill in a table."""

LEAST = 12
A_LINE = 78
"""Columns that a name keeps where a line is full, and those of a line."""

NUMBERS = ("waited", "rhythm", "luck", "score")
LEGEND = (
    "Score = working days waited ÷ rhythm + luck. Luck is drawn once for each turn, from 0 to "
    "0.2; whoever is new has a place in line instead."
)
ORDER = (
    "Promises to call back come first, then news (every second day at most): who has waited "
    "longest, counted from the last try; then the highest score, and of equals the shorter "
    "rhythm, then the older entry."
)


def why(today: Today, numbers: Why) -> list[Part | str]:
    """Return what `today --why` shows: a sentence, then what it is made of."""
    if numbers.pick is None:
        return _nobody(today, numbers)
    name = shorten(numbers.pick.name, WIDEST)
    parts: list[Part | str] = [header(Line("Why ", (name, NAME)), _reachable(numbers)), ""]
    parts += [paragraph(" ".join(filter(None, (today.why, _kept(today))))), ""]
    parts += _table((numbers.pick, *numbers.runners_up), today)
    if numbers.passed_over:
        more = ", among others" if numbers.more else ""
        parts += ["", paragraph(f"Would have come before{more}", style=LABEL)]
        parts += _passed_over(numbers.passed_over, today)
    return [*parts, "", paragraph(LEGEND, style=LABEL), paragraph(ORDER, style=LABEL)]


def _nobody(today: Today, numbers: Why) -> list[Part | str]:
    """Return why nobody is proposed: the sentence of the card, who would be next, and who rests."""
    sentence, *_ = no_call(today)
    parts: list[Part | str] = [header("Why nobody", _reachable(numbers)), "", sentence]
    works = today.state is not State.DAY_OFF
    if works and numbers.runners_up:
        parts += ["", paragraph("Who could be phoned all the same", style=LABEL)]
        parts += _table(numbers.runners_up, today)
    if works and numbers.passed_over:
        parts += ["", paragraph("Whose turn it is, and why not now", style=LABEL)]
        parts += _passed_over(numbers.passed_over, today)
    if numbers.resting:
        parts += ["", paragraph("Who rests, and until when", style=LABEL)]
        parts += _passed_over(numbers.resting, today)
    return parts


def _kept(today: Today) -> str:
    """Return when the pick was chosen, where that was earlier today: it is the same all day."""
    if today.pick is None:
        return ""
    chosen, now = clock_of(today.pick.reserved_at, today), clock_of(today.now, today)
    return "" if chosen == now else f"Chosen at {chosen}, and kept for today."


def _reachable(numbers: Why) -> str:
    found = numbers.reachable
    some = f"more than {found.customers:,}" if found.more else f"{found.customers:,}"
    return f"{some if found.customers else 'nobody'} can be phoned now"


def _table(rows: Sequence[Weighed], today: Today) -> Iterable[Part]:
    """Yield the arithmetic, a line for each, the numbers one below the other."""
    shown = [_numbers(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(NUMBERS, *shown, strict=True)]
    room = A_LINE - GAP - cells(_aligned(NUMBERS, widths))
    yield spread("", (_aligned(NUMBERS, widths), LABEL))
    for row, numbers in zip(rows, shown, strict=True):
        beside = ", ".join(filter(None, (_for(row), _when(row, today))))
        beside = f"  {beside}" if beside else ""
        width = min(WIDEST, max(LEAST, room - cells(beside)))
        proposed = today.pick is not None and row.customer_id == today.pick.customer_id
        name = Line((shorten(row.name, width), NAME if proposed else ""))
        yield spread(Line(name, (beside, LABEL)), _aligned(numbers, widths))


def _for(row: Weighed) -> str:
    """Return for what somebody comes first: "news since 10 Nov", "promised for 20 Nov"."""
    since = "" if row.since is None else _short(row.since)
    if row.reason is Reason.NEWS:
        return f"news since {since}" if since else "news"
    if row.reason is Reason.PROMISE:
        return f"promised for {since}" if since else "promise"
    return ""


def _when(row: Weighed, today: Today) -> str:
    """Return when somebody can be reached, where that is not now."""
    if row.at is not None:
        return f"from {clock_of(row.at, today)}"
    return _said(row, today) if row.barrier else ""


def _numbers(row: Weighed) -> tuple[str, ...]:
    place = "place in line " if row.newcomer else ""
    return (
        count(round(row.waited), "day"),
        str(row.cadence),
        f"{place}{row.drawn / row.cadence:+.3f}",
        f"{row.score:.3f}",
    )


def _aligned(cells_: Sequence[str], widths: Sequence[int]) -> str:
    return "   ".join(cell.rjust(width) for cell, width in zip(cells_, widths, strict=True))


def _passed_over(rows: Sequence[Weighed], today: Today) -> Iterable[Part]:
    names = [shorten(row.name, WIDEST) for row in rows]
    widest = max(map(cells, names))
    for row, name in zip(rows, names, strict=True):
        said = ": ".join(filter(None, (_for(row), _barrier(row, today))))
        yield spread(f"{name}{' ' * (widest - cells(name))}   {said}", indent=2)


def _barrier(row: Weighed, today: Today) -> str:
    if row.at is not None:
        return f"{_said(row, today)}, best after {clock_of(row.at, today)} your time"
    return _said(row, today)


def _said(row: Weighed, today: Today) -> str:
    until = f", until {say_day(row.until, today=today.day)}" if row.until else ""
    if row.barrier is Barrier.HOLIDAY and row.detail:
        return f"a day off there ({row.detail})"
    if row.barrier in (Barrier.BACKING_OFF, Barrier.TODAY) and row.detail:
        return f"{row.detail}{until}"
    if row.barrier is Barrier.LATER and row.detail and row.until:
        return f"{row.detail} for {say_day(row.until, today=today.day)}"
    return f"{row.barrier or ''}{until}"


def _short(day: date) -> str:
    """Return a day in a column: "20 Nov"."""
    return f"{day.day} {day:%b}"
