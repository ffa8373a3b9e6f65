"""The plan on the screen: can we keep up, what would make it fit, and the weeks to come."""

import shlex
from collections.abc import Iterable
from datetime import date
from itertools import groupby

from dailycontact.core.capacity import Drop, Group, Source, Stretch, Verdict, tenths
from dailycontact.core.dates import say_day
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import count, listed, say_cadence
from dailycontact.core.turn import Reason
from dailycontact.pick.rule.saying import (
    how_often,
    say_calls,
    say_idle,
    say_lever,
    say_often,
    say_usual,
    say_verdict,
)
from dailycontact.pick.usecases.plan import LEAVE, Coming, Plan
from dailycontact.pick.view.columns import columns
from dailycontact.terminal.card import Part, header, paragraph, spread
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import LABEL, NAME

MOST = 3
"""How many changes of one kind are offered; --json has them all."""

_WHY = {
    Reason.PROMISE: "call back",
    Reason.NEWS: "news for them",
    Reason.FIRST: "first talk",
    Reason.TURN: "their turn",
}

_AWAY = {"": "nobody is due", LEAVE: "you are on leave"}

Shown = Part | Line | str


def plan_card(plan: Plan) -> list[Shown]:
    """Return the plan, top to bottom."""
    title = Line(("Can we keep up?", NAME))
    parts: list[Shown] = ["", header(title, say_day(plan.day, today=plan.day)), ""]
    parts += [paragraph(_says(plan)), *_measured(plan), *_remarks(plan), ""]
    if plan.groups:
        parts += [_segments(plan), ""]
    if plan.verdict is Verdict.IMPOSSIBLE:
        parts += [*_changes(plan), ""]
    if plan.coming:
        parts += [*_weeks(plan), ""]
    return parts


def _says(plan: Plan) -> str:
    return say_verdict(plan.verdict, asked=plan.asked, calls_a_day=plan.pace.calls_a_day)


def _measured(plan: Plan) -> Iterable[Part]:
    if not plan.groups:
        return
    pace = plan.pace
    if pace.measured:
        how = f"Measured over the last {count(pace.days, 'working day')} with somebody due."
    else:
        how = "Taken as usual (three tries, four in ten fail) until 20 days are measured."
    yield paragraph(how, style=LABEL)


def _remarks(plan: Plan) -> Iterable[Part]:
    idle = say_idle(plan.idle)
    if plan.groups and idle:
        yield paragraph(idle)
    if plan.usual:
        yield paragraph(say_usual(plan.usual, fits=plan.load <= 1))
    for each in plan.too_many:
        yield paragraph(
            f"{each.leader}'s own customers ask for {say_calls(each.asked)} a day, more than"
            f" {say_calls(each.calls_a_day)}: let the others phone some of them"
            f" ({PROGRAM} customers edit NAME --leader nobody)."
        )
    if plan.without_phone:
        yield paragraph(
            f"{count(plan.without_phone, 'has', 'have')} no number to phone:"
            f" {PROGRAM} customers list --no-phone"
        )


def _segments(plan: Plan) -> Part:
    rows = [
        (
            _name(group),
            f"{group.customers:,}",
            say_cadence(group.cadence),
            say_calls(group.density),
            _comes(plan, group),
        )
        for group in plan.groups
    ]
    return columns(("segment", "customers", "rhythm", "a day", "a turn comes"), rows, right={1, 3})


def _name(group: Group) -> str:
    name = group.segment or "no segment"
    return f"{name}, set singly" if group.source is Source.OWN else name


def _with_rhythm(groups: Iterable[Group]) -> str:
    said = [f"{group.segment or 'no segment'} {say_cadence(group.cadence)}" for group in groups]
    return listed(said, most=4)


def _comes(plan: Plan, group: Group) -> str:
    if plan.verdict is not Verdict.IMPOSSIBLE:
        return "as planned"
    return say_often(group.cadence * plan.load)


def _changes(plan: Plan) -> Iterable[Shown]:
    yield Line(" ", ("TO MAKE IT FIT", LABEL), " any one of these")
    needed = say_calls(tenths(plan.asked))
    yield spread(
        f"{needed} conversations a day, not {say_calls(plan.pace.calls_a_day)}",
        (f"{PROGRAM} today --next", LABEL),
        indent=2,
    )
    if plan.tries:
        enough = "" if plan.tries >= plan.asked else ", not enough alone"
        tries = f"up to {plan.attempts} tries a day: about {say_calls(plan.tries)}{enough}"
        yield spread(tries, (f"{PROGRAM} today", LABEL), indent=2)
    for stretch in plan.stretches[:MOST]:
        yield _stretch(stretch)
    if plan.together:
        yield paragraph("or all of these rhythms together:", indent=2)
        for stretch in plan.together:
            yield _stretch(stretch, indent=4)
    for drop in plan.drops[:MOST]:
        yield _drop(drop)
    if not (plan.stretches or plan.together or plan.drops):
        yield paragraph("or more people who call: no rhythm is long enough.", indent=2)
    yield from _kept(plan)


def _kept(plan: Plan) -> Iterable[Part]:
    if not plan.kept:
        yield paragraph("As things are, a day does not bring enough for any of them alone.")
        return
    yield paragraph(f"As things are, a day brings enough for {_with_rhythm(plan.kept)} alone.")


def _stretch(stretch: Stretch, *, indent: int = 2) -> Part:
    said = f"{say_lever(stretch.lever)}: {say_cadence(stretch.cadence)}"
    return spread(said, (command_of(stretch), LABEL), indent=indent)


def _drop(drop: Drop) -> Part:
    lever = drop.lever
    those = say_lever(lever)
    if lever.source is not Source.OWN:
        those = f"the {lever.customers:,}" + (f" in {lever.segment}" if lever.segment else "")
    fewer = f"{drop.customers:,} fewer of {those}"
    return spread(fewer, (f"{PROGRAM} customers pause NAME", LABEL), indent=2)


def command_of(stretch: Stretch) -> str:
    """Return the command that stretches a rhythm."""
    often, lever = how_often(stretch.cadence), stretch.lever
    match lever.source:
        case Source.BOOK:
            return f"{PROGRAM} config --cadence {often}"
        case Source.SEGMENT:
            return f"{PROGRAM} config --segment-cadence {shlex.quote(f'{lever.segment}={often}')}"
        case Source.OWN:
            return f"{PROGRAM} customers edit NAME --cadence {often}"


def _weeks(plan: Plan) -> Iterable[Shown]:
    yield Line(" ", ("THE NEXT FOUR WEEKS", LABEL), " if every call succeeds")
    yield columns(("", "", ""), list(_days(plan.coming)), gives_way=1)
    yield ""
    yield paragraph(
        "A forecast: calls fail, promises are made, and people are added. Years of it:", style=LABEL
    )
    yield spread("", (f"{PROGRAM} plan --simulate 5y", LABEL))


def _days(coming: Iterable[Coming]) -> Iterable[tuple[str, str, str]]:
    """Yield a line for each call, and one for each row of days without one."""
    for (customer_id, why_not), those in groupby(coming, key=lambda c: (c.customer_id, c.why_not)):
        days = list(those)
        first, last = _short(days[0].day), _short(days[-1].day)
        if customer_id is not None:
            yield from ((_short(each.day), *_who(each)) for each in days)
        else:
            span = first if len(days) == 1 else f"{first} – {last}"
            yield span, _AWAY.get(why_not or "", why_not or ""), ""


def _short(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b}"


def _who(each: Coming) -> tuple[str, str]:
    company = f", {each.company}" if each.company not in ("", each.name) else ""
    return f"{each.name}{company}", _WHY[each.reason] if each.reason else ""
