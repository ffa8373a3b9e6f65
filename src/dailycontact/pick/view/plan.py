"""The plan on the screen: the weeks to come and, last, where the eye is, whether we keep up."""

import shlex
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from dailycontact.core.capacity import Group, Source, Verdict, glance, kept
from dailycontact.core.dates import say_day
from dailycontact.core.fitting import Drop, Stretch, is_too_much
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import count, first_name, listed, say_cadence
from dailycontact.core.turn import Reason
from dailycontact.pick.rule.saying import (
    MOSTLY,
    WEEK,
    how_often,
    say_idle,
    say_kept,
    say_lever,
    say_needed,
    say_number,
    say_often,
    say_rate,
    say_usual,
    say_verdict,
    say_weekly,
)
from dailycontact.pick.usecases.plan import LEAVE, Coming, Plan, Uncounted
from dailycontact.pick.view.columns import columns, side_by_side
from dailycontact.terminal.card import Part, header, paragraph, spread
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import LABEL, NAME

MOST = 3
"""How many changes are offered, the best first, and how many rhythms one of them changes at the
most; --json has them all."""

MOST_ROWS = 8
"""Rows of rhythms that are shown; --json has them all."""

_WHY = {
    Reason.PROMISE: "call back",
    Reason.NEWS: "news",
    Reason.FIRST: "new",
    Reason.TURN: "",
}

_AWAY = {"": "nobody due", LEAVE: "on leave"}

Shown = Part | Line | str


def plan_card(plan: Plan) -> list[Shown]:
    """Return the plan, top to bottom: what is to be done stands last, where one sees it."""
    today = say_day(plan.day, today=plan.day)
    if not plan.groups:
        return ["", header(Line(("Can we keep up?", NAME)), today), "", *_nobody(plan), ""]
    weeks = Line(("The next four weeks", NAME), " if every call succeeds")
    parts: list[Shown] = ["", header(weeks, today), "", side_by_side(list(_days(plan.coming)))]
    parts += [spread("Years of it:", (f"{PROGRAM} plan --simulate 5y", LABEL)), ""]
    parts += [*_rhythms(plan), "", *_without_phone(plan)]
    if plan.without_phone:
        parts.append("")
    parts += [Line(" ", ("Can we keep up?", NAME)), *_remarks(plan)]
    parts += [paragraph(_says(plan)), paragraph(_measured(plan), style=LABEL)]
    return [*parts, *_ways(plan), ""]


def _nobody(plan: Plan) -> Iterable[Part]:
    yield paragraph(_says(plan))
    yield from _without_phone(plan)
    if not plan.without_phone:
        yield spread("Bring in your customers:", (f"{PROGRAM} import FILE", LABEL))


def _says(plan: Plan) -> str:
    return say_verdict(plan.verdict, asked=plan.asked, calls_a_day=plan.pace.calls_a_day)


def _measured(plan: Plan) -> str:
    """Return where the number comes from, and whose calls are not in it yet."""
    if not plan.pace.measured:
        return "Taken as usual (three tries, four in ten fail) until 20 days are measured."
    brings = say_number(plan.pace.calls_a_day * WEEK)
    days = count(plan.pace.days, "working day")
    how = f"{brings} a week: measured over the last {days} with somebody due"
    return "; ".join([how, *_uncounted(plan.uncounted)]) + "."


def _uncounted(leaders: Sequence[Uncounted]) -> Iterable[str]:
    for begun, says in ((False, "has not called yet"), (True, "too few days to be measured yet")):
        names = [first_name(each.leader) for each in leaders if each.begun is begun]
        if names and begun:
            yield f"{listed(names)}: {says}"
        elif names:
            yield f"{listed(names)} {says if len(names) == 1 else says.replace('has', 'have')}"


def _remarks(plan: Plan) -> Iterable[Part]:
    for each in plan.too_many:
        yield paragraph(
            f"{each.leader}'s own customers ask for {say_weekly(each.asked)}, more than"
            f" {say_number(each.calls_a_day * WEEK)}: let the others phone some of them"
            f" ({PROGRAM} customers edit NAME --leader nobody)."
        )
    if plan.usual:
        yield paragraph(say_usual(plan.usual, fits=plan.load <= 1))


def _without_phone(plan: Plan) -> Iterable[Part]:
    if plan.without_phone:
        those = count(plan.without_phone, "customer has", "customers have")
        yield spread(f"{those} no number:", (f"{PROGRAM} customers list --no-phone", LABEL))


def _rhythms(plan: Plan) -> Iterable[Part]:
    groups = glance(plan.groups)
    named = any(group.segment for group in groups)
    rows = [
        (
            *([group.segment or "no segment"] if named else []),
            say_cadence(group.cadence),
            f"{group.customers:,}",
            say_rate(group.density),
            _comes(plan, group),
        )
        for group in groups[:MOST_ROWS]
    ]
    heads = (*(["segment"] if named else []), "rhythm", "customers", "they ask for", "a turn comes")
    yield columns(heads, rows, right={2 if named else 1})
    if len(groups) > MOST_ROWS:
        yield paragraph(
            f"and {len(groups) - MOST_ROWS} more rhythms: {PROGRAM} plan --json", style=LABEL
        )


def _comes(plan: Plan, group: Group) -> str:
    if plan.verdict is not Verdict.IMPOSSIBLE:
        return "as planned"
    return say_often(group.cadence * plan.load)


def _ways(plan: Plan) -> Iterable[Shown]:
    """Yield what can be done: to make it fit; or where there is room, to phone more often."""
    if plan.verdict is not Verdict.IMPOSSIBLE:
        idle = say_idle(plan.idle)
        if idle:
            yield paragraph(idle)
        if plan.idle > MOSTLY and plan.shorter:
            yield _stretch(plan.shorter, plan.customers)
        return
    yield paragraph(say_kept(kept(glance(plan.groups), calls_a_day=plan.pace.calls_a_day)))
    yield ""
    offered = list(_offers(plan))[:MOST]
    if offered:
        yield Line(" ", ("TO MAKE IT FIT", LABEL), " any one of these" if len(offered) > 1 else "")
        yield from offered
        return
    yield paragraph("No one change makes it fit; it takes more people who call:")
    yield spread("", (f"{PROGRAM} team edit NAME --leads", LABEL))


def _offers(plan: Plan) -> Iterable[Part]:
    """Yield what one command changes, the least trouble first."""
    if plan.tries and plan.tries >= plan.asked:
        tries = say_number(plan.tries * WEEK)
        what = f"up to {plan.attempts} tries a day: about {tries} a week"
        yield spread(what, (f"{PROGRAM} today", LABEL), indent=2)
    stretches = [each for each in plan.stretches if each.lever.at_once]
    for stretch in stretches[:1]:
        yield _stretch(stretch, plan.customers)
    if not is_too_much(plan.asked, plan.pace):
        now = say_number(plan.pace.calls_a_day * WEEK)
        needed = f"{say_needed(plan.asked)} conversations a week, not {now}"
        yield spread(needed, (f"{PROGRAM} today --next", LABEL), indent=2)
    for stretch in stretches[1:]:
        yield _stretch(stretch, plan.customers)
    if 0 < len(plan.together) <= MOST:
        yield _together(plan)
    for drop in plan.drops:
        if drop.customers == 1:
            yield _drop(drop)


def _stretch(stretch: Stretch, customers: int) -> Part:
    at_once = stretch.lever.at_once
    whom = say_lever(stretch.lever, customers=customers) if at_once else "each of them"
    said = f"{whom}: {say_cadence(stretch.cadence)}"
    return spread(said, (command_of(stretch), LABEL), indent=2)


def _together(plan: Plan) -> Part:
    said = listed(
        [
            f"{say_lever(each.lever, customers=plan.customers)} {say_cadence(each.cadence)}"
            for each in plan.together
        ],
        most=4,
    )
    flags = " ".join(_flag(each) for each in plan.together)
    return spread(f"{said}, together", (f"{PROGRAM} config {flags}", LABEL), indent=2)


def _drop(drop: Drop) -> Part:
    where = f" in {drop.lever.segment}" if drop.lever.segment else ""
    fewer = f"one fewer of the {drop.lever.customers:,}{where}"
    return spread(fewer, (f"{PROGRAM} customers pause NAME", LABEL), indent=2)


def command_of(stretch: Stretch) -> str:
    """Return the command that changes a rhythm."""
    if stretch.lever.source is Source.OWN:
        return f"{PROGRAM} customers edit NAME --cadence {how_often(stretch.cadence)}"
    return f"{PROGRAM} config {_flag(stretch)}"


def _flag(stretch: Stretch) -> str:
    often, lever = how_often(stretch.cadence), stretch.lever
    if lever.source is Source.BOOK:
        return f"--cadence {often}"
    return f"--segment-cadence {shlex.quote(f'{lever.segment}={often}')}"


def _days(coming: Iterable[Coming]) -> Iterable[tuple[str, str, str, str]]:
    """Yield a line for each call, and one for each row of days without one."""
    for (customer_id, why_not), those in groupby(coming, key=lambda c: (c.customer_id, c.why_not)):
        days = list(those)
        if customer_id is not None:
            yield from ((_short(each.day), *_who(each)) for each in days)
            continue
        last = days[-1].day
        until = f" up to {last.day} {last:%b}" if len(days) > 1 else ""
        yield _short(days[0].day), f"{_AWAY.get(why_not or '', why_not or '')}{until}", "", ""


def _short(day: date) -> str:
    return f"{day:%a} {day.day:>2} {day:%b}"


def _who(each: Coming) -> tuple[str, str, str]:
    company = f", {each.company}" if each.company not in ("", each.name) else ""
    return each.name, company, _WHY[each.reason] if each.reason else ""
