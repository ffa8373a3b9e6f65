"""Facts of one week for tests of what a report adds up: valid by default, changed by keyword."""

from datetime import UTC, date, datetime, time
from typing import Any

from dailycontact.core.action import Action, How
from dailycontact.core.answer import Answer, Consent, Kind
from dailycontact.core.call import Outcome
from dailycontact.core.period import week_of
from dailycontact.core.recorded import CallMade, Ending, Journey, TeamWish, TellingMade, WeekOfCalls
from dailycontact.core.standing import Doing, Standing
from dailycontact.core.telling import Channel, Reaction
from dailycontact.loop import Stage
from dailycontact.report.rule.facts import Facts

MONDAY = date(2026, 11, 16)
WEDNESDAY = date(2026, 11, 18)
FRIDAY = date(2026, 11, 20)
EARLIER = date(2026, 10, 12)
"""A day long before the week."""


def at(day: date, hour: int = 9) -> datetime:
    """Return an instant on that day."""
    return datetime.combine(day, time(hour), UTC)


def some_facts(**changes: Any) -> Facts:
    """Return the facts of the week of 16 November 2026, in which nothing happened."""
    values: dict[str, Any] = {
        "period": week_of(MONDAY, zone="UTC"),
        "as_of": FRIDAY,
        "company": "Brightside",
        "mark": "0b00c0de",
        "version": "1.2.3",
        "seed": "seed",
    }
    return Facts(**(values | changes))


def an_answer(number: int = 1, customer: int | None = None, **changes: Any) -> Answer:
    """Return a wish heard in the week, of a customer of the same number who may be named."""
    by = customer if customer is not None else number
    values: dict[str, Any] = {
        "customer_id": by,
        "customer": f"Xaver{by} Quill{by}",
        "company": f"Bakery {by} of Ulm",
        "verbatim": f"Please mend thing {number}.",
        "consent": Consent.NAME,
        "day": changes.get("recorded_at", at(WEDNESDAY)).date(),
        "recorded_at": at(WEDNESDAY),
    }
    return Answer(id=number, **(values | changes))


def a_standing(
    answer: Answer | None = None, *doings: Doing, stage: Stage = Stage.HEARD, **changes: Any
) -> Standing:
    """Return an answer and what became of it, which is nothing yet."""
    one = answer or an_answer()
    values: dict[str, Any] = {"since": one.day, "day": FRIDAY}
    return Standing(answer=one, doings=doings, stage=stage, **(values | changes))


def a_doing(action_id: int = 1, **changes: Any) -> Doing:
    """Return an action for an answer, in somebody's hands."""
    values: dict[str, Any] = {"title": "Mend it", "owner": "Priya Nair", "day": WEDNESDAY}
    return Doing(action_id=action_id, **(values | changes))


def an_ended(action_id: int = 1, *, finish_id: int = 1, **changes: Any) -> Doing:
    """Return an action for an answer that was done, and of which its customer was told."""
    values: dict[str, Any] = {
        "finish_id": finish_id,
        "how": How.DONE,
        "say": "It is mended",
        "finished_on": WEDNESDAY,
        "settled_on": FRIDAY,
        "reaction": Reaction.PLEASED,
    }
    return a_doing(action_id, **(values | changes))


def an_action(number: int = 1, *answers: int, **changes: Any) -> Action:
    """Return an action for these answers, in somebody's hands."""
    values: dict[str, Any] = {
        "title": "Mend it",
        "owner_id": 7,
        "owner": "Priya Nair",
        "day": WEDNESDAY,
        "answers": answers,
        "open_answers": answers,
    }
    return Action(id=number, **(values | changes))


def an_ending(action_id: int = 1, *answers: int, finish_id: int = 1, **changes: Any) -> Ending:
    """Return the end of an action for these answers: it was done."""
    values: dict[str, Any] = {"how": How.DONE, "say": "It is mended", "day": WEDNESDAY}
    return Ending(finish_id=finish_id, action_id=action_id, answers=answers, **(values | changes))


def a_telling(answer_id: int = 1, *, finish_id: int = 1, **changes: Any) -> TellingMade:
    """Return a customer told by phone, and pleased."""
    values: dict[str, Any] = {
        "channel": Channel.PHONE,
        "reaction": Reaction.PLEASED,
        "day": FRIDAY,
    }
    return TellingMade(finish_id=finish_id, answer_id=answer_id, **(values | changes))


def a_call(customer_id: int = 1, **changes: Any) -> CallMade:
    """Return a conversation."""
    values: dict[str, Any] = {
        "customer": f"Xaver{customer_id} Quill{customer_id}",
        "company": f"Bakery {customer_id} of Ulm",
        "leader": "Marta Silva",
        "day": WEDNESDAY,
        "outcome": Outcome.REACHED,
    }
    return CallMade(customer_id=customer_id, **(values | changes))


def a_journey(number: int = 1, customer: int | None = None, **changes: Any) -> Journey:
    """Return a wish of a customer of the same number, heard on working day 10, and no further."""
    values: dict[str, Any] = {
        "customer_id": customer if customer is not None else number,
        "kind": Kind.SUGGESTION,
        "stays": False,
        "day": WEDNESDAY,
        "week": MONDAY,
        "heard_at": 10,
    }
    return Journey(answer_id=number, **(values | changes))


def a_week(monday: date = MONDAY, **changes: Any) -> WeekOfCalls:
    """Return a week of five calls."""
    values: dict[str, Any] = {"calls": 5, "conversations": 2}
    return WeekOfCalls(monday=monday, **(values | changes))


def a_wish(number: int = 1, **changes: Any) -> TeamWish:
    """Return what somebody of the team, another one each time, wished for in the week."""
    values: dict[str, Any] = {
        "member_id": number,
        "wish": f"Wish {number}",
        "day": WEDNESDAY,
        "recorded_at": at(WEDNESDAY),
    }
    return TeamWish(talk_id=number, **(values | changes))


def done_for(*customers: int, told: bool = True, **changes: Any) -> dict[str, Any]:
    """Return the facts of an action that was done for an answer of each of these customers."""
    ended = an_ended() if told else an_ended(settled_on=None, reaction=None)
    answers = tuple(range(1, len(customers) + 1))
    stage = Stage.TOLD if told else Stage.DONE
    values: dict[str, Any] = {
        "standings": tuple(
            a_standing(an_answer(number, by), ended, stage=stage)
            for number, by in zip(answers, customers, strict=True)
        ),
        "actions": (an_action(1, *answers, open_answers=()),),
        "endings": (an_ending(1, *answers),),
        "tellings": tuple(a_telling(number) for number in answers) if told else (),
    }
    return values | changes
