"""Years of calls on the screen: how long each segment waits, and who is spoken to by when."""

from collections.abc import Iterable, Sequence

from dailycontact.core.dates import say_day
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import say_cadence
from dailycontact.pick.rule.saying import WEEK, say_length, say_number
from dailycontact.pick.rule.simulation import Played, Waits
from dailycontact.pick.usecases.simulation import Simulation
from dailycontact.pick.view.columns import columns
from dailycontact.terminal.card import Part, header, paragraph, spread
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import ACCENT, LABEL, NAME

HEIGHT = 4
"""Lines of the chart."""
AXIS = 8
"""Columns before the chart, its margin included."""
MOST_ROWS = 8
"""Rows of rhythms that are shown; --json has them all."""
WIDEST = 70
"""Columns of the chart, on a screen that has more."""

_LABELLED = (HEIGHT, HEIGHT // 2)
_BLOCKS = " ▁▂▃▄▅▆▇█"
_SHARES = {0.5: "half", 0.9: "nine in ten", 1.0: "everybody"}

Shown = Part | Line | str


def simulation_card(simulation: Simulation) -> list[Shown]:
    """Return what the days come to, top to bottom."""
    played = simulation.played
    until = say_day(simulation.until, today=simulation.day)
    title = Line(("If it goes on like this", NAME))
    parts: list[Shown] = ["", header(title, f"until {until}"), ""]
    if not played.customers:
        nobody = paragraph("Nobody in the book can be phoned yet.")
        first = spread("Bring in your customers:", (f"{PROGRAM} import FILE", LABEL))
        return [*parts, nobody, first, ""]
    parts += [paragraph(_weeks(simulation)), "", _waits(played)]
    if any(waits.at_least or waits.usual is None for waits in played.glance):
        parts += [paragraph("over …: so long, and still waiting at the end", style=LABEL)]
    parts += [""]
    if played.rising[0][1] < played.spoken:
        parts += [*_chart(simulation), ""]
    parts += [paragraph(_milestones(simulation))]
    return [*parts, spread("Too long? What would make it fit:", (f"{PROGRAM} plan", LABEL)), ""]


def _weeks(simulation: Simulation) -> str:
    """Return how many calls a week there are, and what is taken for granted."""
    played, pace = simulation.played, simulation.pace
    weeks = played.days / WEEK
    calls, spoken = say_number(played.attempts / weeks), say_number(played.conversations / weeks)
    failing = f"{round(pace.failing * 10)} in 10 calls reach nobody"
    source = "as in the last 60 working days" if pace.measured else "as is usual"
    return (
        f"{calls} calls a week, {spoken} of them conversations; {failing}, {source}. Nobody"
        " comes, nobody goes, and nobody goes on leave beyond what is noted."
    )


def _waits(played: Played) -> Part:
    """Return the rows of the plan: by segment and rhythm, or by the rhythm alone."""
    named = any(waits.segment for waits in played.glance)
    heads: Sequence[str] = ("rhythm", "customers", "usual wait", "longest wait", "spoken to")
    rows: list[Sequence[str]] = [
        _row(waits, days=played.days) for waits in played.glance[:MOST_ROWS]
    ]
    if named:
        heads = ("segment", *heads)
        rows = [
            (waits.segment or "no segment", *row)
            for waits, row in zip(played.glance, rows, strict=False)
        ]
    return columns(heads, rows, right={2, 5} if named else {1, 4})


def _row(waits: Waits, *, days: int) -> tuple[str, ...]:
    usual = _over(days) if waits.usual is None else say_length(waits.usual)
    longest = say_length(waits.longest)
    if waits.at_least:
        longest = _over(waits.longest)
    share = f"{_percent(waits.spoken, waits.customers)} %"
    return say_cadence(waits.cadence), f"{waits.customers:,}", usual, longest, share


def _over(working_days: int) -> str:
    return f"over {say_length(working_days, at_least=True)}"


def _percent(part: int, whole: int) -> str:
    """Return a share in percent that says 100 only of all, and 0 only of nobody."""
    share = 100 * part / whole
    if 0 < share < 1:
        return "<1"
    return str(min(99, round(share)) if part < whole else 100)


def _chart(simulation: Simulation) -> Iterable[Shown]:
    """Yield the share of the customers who have been spoken to, as a curve of blocks."""
    yield Line(" ", ("SPOKEN TO AT LEAST ONCE", LABEL))
    yield Part(lambda width: _drawn(simulation, min(WIDEST, width - AXIS)))


def _drawn(simulation: Simulation, width: int) -> Iterable[Line]:
    played = simulation.played
    curve = [spoken for _, spoken in played.rising]
    top = max(curve[-1], 1)
    bars = [curve[at * len(curve) // width] / top for at in range(width)]
    for row in range(HEIGHT, 0, -1):
        share = f"{_label(top * row / HEIGHT, played.customers)} " if row in _LABELLED else ""
        blocks = "".join(_block(bar * HEIGHT - (row - 1)) for bar in bars)
        yield Line((share.rjust(AXIS), LABEL), (blocks.rstrip(), ACCENT))
    until = simulation.days[played.rising[-1][0]]
    first, last = f"{simulation.day:%b %Y}", f"{until:%b %Y}"
    room = " " * (width - len(first) - len(last))
    yield Line((" " * AXIS + first + room + last, LABEL))


def _label(customers: float, among: int) -> str:
    """Return how many that is: in percent, or as a number where that would say nothing."""
    share = 100 * customers / among
    return f"{share:.0f} %" if share >= 10 else f"{customers:,.0f}"  # noqa: PLR2004 - two digits


def _block(height: float) -> str:
    return _BLOCKS[max(0, min(8, round(height * 8)))]


def _milestones(simulation: Simulation) -> str:
    """Return by when half, nine in ten and all have been spoken to."""
    played = simulation.played
    said = {
        f"{simulation.days[number]:%B %Y}": _SHARES[share]
        for share, number in played.milestones.items()
        if number is not None
    }
    by_when = ", ".join(f"{share} by {month}" for month, share in said.items())
    if played.spoken == played.customers:
        return f"Spoken to at least once: {by_when}."
    whole = f"{played.spoken:,} of {played.customers:,} customers are spoken to"
    return f"{whole}{': ' if by_when else ''}{by_when}; the rest still wait."


def simulation_document(simulation: Simulation) -> dict[str, object]:
    """Return the simulation as a JSON document."""
    played, weeks = simulation.played, simulation.played.days / WEEK
    return {
        "day": simulation.day,
        "until": simulation.until,
        "working_days": played.days,
        "failing": round(simulation.pace.failing, 4),
        "measured_days": simulation.pace.days,
        "calls": played.attempts,
        "conversations": played.conversations,
        "calls_a_week": round(played.attempts / weeks, 2),
        "conversations_a_week": round(played.conversations / weeks, 2),
        "days_without_a_call": played.without_call,
        "customers": played.customers,
        "spoken": played.spoken,
        "segments": [
            {
                "segment": waits.segment or None,
                "cadence": waits.cadence,
                "customers": waits.customers,
                "spoken": waits.spoken,
                "usual_wait": waits.usual,
                "longest_wait": waits.longest,
                "longest_still_lasts": waits.at_least,
            }
            for waits in played.waits
        ],
        "spoken_by": [
            {"share": share, "day": None if number is None else simulation.days[number]}
            for share, number in played.milestones.items()
        ],
        "coverage": [
            {"day": simulation.days[number], "customers": spoken}
            for number, spoken in played.coverage
        ],
    }
