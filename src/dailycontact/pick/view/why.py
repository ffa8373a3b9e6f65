"""Why it is this customer: the sentence, the arithmetic, and the others."""

from collections.abc import Iterable, Sequence

from dailycontact.core.turn import Barrier, Reason
from dailycontact.pick.usecases.today import Today
from dailycontact.pick.usecases.why import Why
from dailycontact.pick.view.person import clock_of
from dailycontact.store.weighing import Weighed
from dailycontact.terminal.card import Part, header, paragraph, spread
from dailycontact.terminal.door import cells, shorten
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import LABEL, NAME

WIDEST = 30
"""Columns that a name may fill in a table."""

NUMBERS = ("waited", "rhythm", "luck", "score")
FOR = {Reason.PROMISE: "promise", Reason.NEWS: "news", Reason.FIRST: "", Reason.TURN: ""}
LEGEND = (
    "Score = working days waited ÷ rhythm + luck. Luck is drawn once for each turn, from 0 to "
    "0.2; whoever is new has a place in line instead."
)
ORDER = "Promises to call back come first, then news that is owed, then the highest score."


def why(today: Today, numbers: Why | None) -> list[Part | str]:
    """Return what `today --why` shows: a sentence, then what it is made of."""
    if numbers is None or today.customer is None:
        return ["", paragraph("Nobody is proposed just now, so there is nothing to explain.")]
    name = shorten(today.customer.name, WIDEST)
    parts: list[Part | str] = [header(Line("Why ", (name, NAME)), _reachable(numbers)), ""]
    parts += [paragraph(today.why or ""), ""]
    parts += _table((numbers.pick, *numbers.runners_up))
    if numbers.passed_over:
        parts += ["", paragraph("Would have come before", style=LABEL)]
        parts += _passed_over(numbers.passed_over, today)
    return [*parts, "", paragraph(LEGEND, style=LABEL), paragraph(ORDER, style=LABEL)]


def _reachable(numbers: Why) -> str:
    found = numbers.reachable
    some = f"more than {found.customers:,}" if found.more else f"{found.customers:,}"
    return f"{some if found.customers else 'nobody'} can be phoned now"


def _table(rows: Sequence[Weighed]) -> Iterable[Part]:
    """Yield the arithmetic, a line for each, the numbers one below the other."""
    shown = [_numbers(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(NUMBERS, *shown, strict=True)]
    yield spread("", (_aligned(NUMBERS, widths), LABEL))
    for place, (row, numbers) in enumerate(zip(rows, shown, strict=True)):
        first = FOR[row.reason] if row.reason else ""
        name = Line((shorten(row.name, WIDEST), NAME if place == 0 else ""))
        yield spread(
            Line(name, (f"  {first}", LABEL)) if first else name, _aligned(numbers, widths)
        )


def _numbers(row: Weighed) -> tuple[str, ...]:
    return (
        f"{row.waited:.0f} days",
        str(row.cadence),
        f"{row.drawn / row.cadence:+.3f}",
        f"{row.score:.3f}",
    )


def _aligned(cells_: Sequence[str], widths: Sequence[int]) -> str:
    return "   ".join(cell.rjust(width) for cell, width in zip(cells_, widths, strict=True))


def _passed_over(rows: Sequence[Weighed], today: Today) -> Iterable[Part]:
    names = [shorten(row.name, WIDEST) for row in rows]
    widest = max(map(cells, names))
    for row, name in zip(rows, names, strict=True):
        yield spread(f"{name}{' ' * (widest - cells(name))}   {_barrier(row, today)}", indent=2)


def _barrier(row: Weighed, today: Today) -> str:
    if row.at is not None:
        return f"{_said(row)}, best after {clock_of(row.at, today)} your time"
    return _said(row)


def _said(row: Weighed) -> str:
    if row.barrier is Barrier.HOLIDAY and row.detail:
        return f"a day off there ({row.detail})"
    if row.barrier is Barrier.BACKING_OFF and row.detail:
        return row.detail
    return str(row.barrier or "")
