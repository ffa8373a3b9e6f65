"""The plan as a JSON document: all of it, where the screen shows the first few."""

from collections.abc import Iterable

from dailycontact.core.capacity import Group, Verdict, tenths
from dailycontact.core.fitting import Lever
from dailycontact.core.program import PROGRAM
from dailycontact.pick.rule.saying import say_verdict
from dailycontact.pick.usecases.plan import Coming, Plan
from dailycontact.pick.view.plan import command_of


def plan_document(plan: Plan) -> dict[str, object]:
    """Return the plan as a JSON document."""
    return {
        "day": plan.day,
        "leader": plan.leader.name,
        "verdict": plan.verdict,
        "says": say_verdict(plan.verdict, asked=plan.asked, calls_a_day=plan.pace.calls_a_day),
        "customers": plan.customers,
        "without_phone": plan.without_phone,
        "asked_a_day": round(plan.asked, 4),
        "calls_a_day": round(plan.pace.calls_a_day, 4),
        "load": round(plan.load, 4),
        "leaders": plan.pace.leaders,
        "measured_days": plan.pace.days,
        "failing": round(plan.pace.failing, 4),
        "idle_share": round(plan.idle, 4),
        "usual": _usual_document(plan),
        "segments": [_group_document(plan, group) for group in plan.groups],
        "changes": list(_change_documents(plan)),
        "leaders_with_too_many": [
            {
                "leader": each.leader,
                "asked_a_day": round(each.asked, 4),
                "calls_a_day": round(each.calls_a_day, 4),
            }
            for each in plan.too_many
        ],
        "forecast": [_coming_document(each) for each in plan.coming],
    }


def _usual_document(plan: Plan) -> dict[str, object] | None:
    usual = plan.usual
    if usual is None:
        return None
    return {
        "customers": usual.customers,
        "cadence": usual.cadence,
        "said": usual.said,
        "shorter": usual.shorter,
        "shorter_needs_a_day": None if usual.needs is None else tenths(usual.needs),
    }


def _group_document(plan: Plan, group: Group) -> dict[str, object]:
    over = plan.verdict is Verdict.IMPOSSIBLE
    return {
        "segment": group.segment or None,
        "cadence": group.cadence,
        "said_by": group.source,
        "customers": group.customers,
        "asked_a_day": round(group.density, 4),
        "turn_every": round(group.cadence * plan.load) if over else group.cadence,
        "kept_if_first": group in plan.kept,
    }


def _change_documents(plan: Plan) -> Iterable[dict[str, object]]:
    if plan.verdict is not Verdict.IMPOSSIBLE:
        return
    nothing: dict[str, object] = {"segment": None, "said_by": None, "cadence": None}
    nothing |= {"customers": None, "calls_a_day": None}
    calls = tenths(plan.asked)
    yield nothing | {"what": "calls", "calls_a_day": calls, "command": f"{PROGRAM} today --next"}
    if plan.tries and plan.tries >= plan.asked:
        tries = {"what": "tries", "calls_a_day": round(plan.tries, 4)}
        yield nothing | tries | {"command": f"{PROGRAM} today"}
    for what, stretches in (("stretch", plan.stretches), ("stretch together", plan.together)):
        for each in stretches:
            yield (
                nothing
                | _lever_document(each.lever)
                | {
                    "what": what,
                    "cadence": each.cadence,
                    "command": command_of(each),
                }
            )
    for drop in plan.drops:
        yield (
            nothing
            | _lever_document(drop.lever)
            | {
                "what": "fewer",
                "customers": drop.customers,
                "command": f"{PROGRAM} customers pause NAME",
            }
        )


def _lever_document(lever: Lever) -> dict[str, object]:
    return {
        "segment": lever.segment or None,
        "said_by": lever.source,
        "customers": lever.customers,
    }


def _coming_document(each: Coming) -> dict[str, object]:
    return {
        "day": each.day,
        "why_not": each.why_not,
        "customer_id": each.customer_id,
        "name": each.name or None,
        "company": each.company or None,
        "reason": each.reason,
    }
