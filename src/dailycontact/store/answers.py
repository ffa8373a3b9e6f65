"""Answers, read: each with the facts from which its stage is derived."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from dailycontact.core.action import How
from dailycontact.core.answer import Answer, Consent, Kind
from dailycontact.core.book import BookSettings
from dailycontact.core.program import PROGRAM
from dailycontact.core.standing import OWNERLESS, Doing, Standing, Wait, since, stage_of, wait_of
from dailycontact.core.telling import Reaction
from dailycontact.errors import NotFound
from dailycontact.loop import Clock, Stage
from dailycontact.store.clocks import Clocks
from dailycontact.store.forms import day_of, day_or_none, instant_of
from dailycontact.store.looking import Look, Row, names
from dailycontact.store.settings import book_settings

ALWAYS = "9999-12-31T23:59:59.999999Z"
"""The cutoff after which nothing is recorded."""

_ANSWERS = (
    "SELECT answer.id, answer.customer_id, customer.name AS customer, customer.company,"
    " answer.verbatim, answer.kind, answer.consent, answer.urgent, answer.private,"
    " member.name AS praised, answer.day, answer.recorded_at,"
    " answer.leader_id AS heard_by, customer.leader_id AS told_by,"
    " (SELECT theme.name FROM theme WHERE theme.id = answer.theme_id) AS theme,"
    " (SELECT COUNT(*) FROM amendment WHERE amendment.answer_id = answer.id) AS amended"
    " FROM answer JOIN customer ON customer.id = answer.customer_id"
    " LEFT JOIN member ON member.id = answer.praised_id"
)


def know(*, action: str, until: str) -> str:
    """Return the SQL that counts for how many answers of an action their customers know its end.

    That is the last end that was for them; who said that it is not solved waits again.
    """
    return (
        "(SELECT COUNT(*) FROM finish kf JOIN finish_answer k ON k.finish_id = kf.id"  # noqa: S608 - our own text
        " JOIN telling kt ON kt.finish_id = k.finish_id AND kt.answer_id = k.answer_id"
        f" WHERE kf.action_id = {action} AND kt.how = 'told' AND kt.recorded_at < {until}"
        " AND (kt.reaction IS NULL OR kt.reaction <> 'not-solved') AND NOT EXISTS"
        " (SELECT 1 FROM finish kl JOIN finish_answer ka ON ka.finish_id = kl.id"
        f"  WHERE kl.action_id = kf.action_id AND kl.number > kf.number"
        f"  AND ka.answer_id = k.answer_id AND kl.recorded_at < {until}))"
    )


_DOINGS = (
    "SELECT aa.answer_id, action.id AS action_id, action.title, member.name AS owner,"  # noqa: S608 - our own text
    " action.due_on, action.day, action.recorded_at, aa.recorded_at AS asked_at,"
    " finish.id AS finish_id, finish.how, finish.say,"
    " finish.day AS finished_on, telling.day AS settled_on,"
    " telling.reacted_on, telling.how AS settled_how,"
    " telling.why AS settled_why,"
    " telling.reaction, action.owned_on,"
    " (SELECT COUNT(*) FROM finish_answer o WHERE o.finish_id = finish.id) AS ended_for,"
    " (SELECT COUNT(*) FROM action_answer o WHERE o.action_id = action.id"
    "  AND o.recorded_at < :until) AS askers,"
    f" {know(action='action.id', until=':until')} AS told"
    " FROM action_answer aa JOIN action ON action.id = aa.action_id"
    " LEFT JOIN member ON member.id = action.owner_id"
    " LEFT JOIN finish ON finish.id = (SELECT MAX(f.id) FROM finish f"
    "  JOIN finish_answer fa ON fa.finish_id = f.id"
    "  WHERE f.action_id = action.id AND fa.answer_id = aa.answer_id AND f.recorded_at < :until)"
    " LEFT JOIN telling ON telling.finish_id = finish.id AND telling.answer_id = aa.answer_id"
    "  AND telling.recorded_at < :until"
)


class NoSuchAnswer(NotFound):
    """No answer has that number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"There is no answer {number}; see them all with: {PROGRAM} loop")


def standings(
    look: Look,
    *,
    today: date,
    answer_ids: Sequence[int] | None = None,
    customer_id: int | None = None,
    call_id: int | None = None,
    until: datetime | None = None,
) -> list[Standing]:
    """Return the answers with where they stand, oldest first: all, or those that are named.

    `until` looks back: only what was recorded before that instant counts; ages are counted in
    working days up to `today`, by the clock of whoever has to move them on.
    """
    where, values = _which(answer_ids, customer_id, call_id)
    values["until"] = ALWAYS if until is None else until
    return _standing_of(look, where, values, today)


def standing(look: Look, answer_id: int, *, today: date) -> Standing:
    """Return one answer with where it stands.

    Raises:
        NoSuchAnswer: no answer has that number.

    """
    found = standings(look, today=today, answer_ids=[answer_id])
    if not found:
        raise NoSuchAnswer(answer_id)
    return found[0]


def _which(
    answer_ids: Sequence[int] | None, customer_id: int | None, call_id: int | None
) -> tuple[str, dict[str, Any]]:
    clauses = ["answer.recorded_at < :until"]
    values: dict[str, Any] = {}
    if answer_ids is not None:
        listed, values = names("answer", answer_ids or [0])
        clauses.append(f"answer.id IN ({listed})")
    if customer_id is not None:
        clauses.append("answer.customer_id = :customer")
        values["customer"] = customer_id
    if call_id is not None:
        clauses.append("answer.call_id = :call")
        values["call"] = call_id
    return " AND ".join(clauses), values


def _standing_of(look: Look, where: str, values: dict[str, Any], today: date) -> list[Standing]:
    among = f"SELECT answer.id FROM answer WHERE {where}"  # noqa: S608 - our own text
    shared = {
        row["answer_id"]: day_of(row["day"])
        for row in look.rows(
            "SELECT answer_id, MIN(day) AS day FROM sharing WHERE edition = 'team'"  # noqa: S608 - our own text
            f" AND recorded_at < :until AND answer_id IN ({among}) GROUP BY answer_id",
            **values,
        )
    }
    doings: dict[int, list[Doing]] = {}
    for row in look.rows(
        f"{_DOINGS} WHERE aa.recorded_at < :until AND aa.answer_id IN ({among})"
        " ORDER BY aa.answer_id, action.id",
        **values,
    ):
        doings.setdefault(row["answer_id"], []).append(_doing(row))
    rows = look.rows(f"{_ANSWERS} WHERE {where} ORDER BY answer.id", **values)
    return _aged(look, rows, shared, doings, today)


def _aged(
    look: Look,
    rows: Sequence[Row],
    shared: dict[int, date],
    doings: dict[int, list[Doing]],
    today: date,
) -> list[Standing]:
    settings = book_settings(look)
    clocks = Clocks(look, today)
    return [
        _stands(row, shared.get(row["id"]), tuple(doings.get(row["id"], ())), settings, clocks)
        for row in rows
    ]


def _stands(
    row: Row,
    shared_on: date | None,
    doings: tuple[Doing, ...],
    settings: BookSettings,
    clocks: Clocks,
) -> Standing:
    answer = answer_of(row)
    stage = stage_of(answer.kind, shared=shared_on is not None, doings=doings)
    began = since(answer, stage=stage, shared_on=shared_on, doings=doings)
    so_far = Standing(
        answer=answer,
        shared_on=shared_on,
        doings=doings,
        stage=stage,
        since=began,
        theme=row["theme"],
        day=clocks.today,
    )
    wait = wait_of(
        stage,
        since=began,
        shared_on=shared_on,
        settled=so_far.settled,
        doings=doings,
        stays=answer.is_suggestion and answer.stays,
    )
    if wait is None:
        return so_far
    wait = replace(wait, leader_id=_whose(row, wait))
    return replace(
        so_far,
        wait=wait,
        age=clocks.waited(wait.clock, wait.since, waits_for=wait.leader_id),
        limit=limit_of(wait, stage=stage, urgent=answer.urgent, settings=settings, clocks=clocks),
    )


def _whose(row: Row, wait: Wait) -> int | None:
    if wait.clock is Clock.UNSHARED:
        return int(row["heard_by"])
    return row["told_by"] if wait.clock is Clock.UNTOLD else None


def limit_of(
    wait: Wait,
    *,
    stage: Stage,
    urgent: bool,
    settings: BookSettings,
    clocks: Clocks,
) -> int:
    """Return for how many working days an answer may wait before it is overdue.

    An urgent one is wanted on the same day, until it has an owner. What was heard is to be shared
    by the next report of its leader, unless the book sets a limit in days. To tell several askers
    takes a day more for each after the first.
    """
    if urgent and wait.clock in OWNERLESS:
        return 0
    limits = settings.stage_limits
    match wait.clock:
        case Clock.UNSHARED if Stage.HEARD not in limits:
            return clocks.until_report(wait.since, wait.leader_id, weekday=settings.report_day)
        case Clock.UNSHARED:
            return limits[Stage.HEARD]
        case Clock.UNOWNED:
            return limits[Stage.SHARED]
        case Clock.UNDONE:
            return limits[Stage.ACTING]
        case Clock.UNTOLD:
            return limits[stage] + wait.further


def answer_of(row: Row) -> Answer:
    """Return the answer of a row."""
    return Answer(
        id=row["id"],
        customer_id=row["customer_id"],
        customer=row["customer"],
        company=row["company"],
        verbatim=row["verbatim"],
        kind=Kind(row["kind"]),
        consent=Consent(row["consent"]),
        urgent=bool(row["urgent"]),
        private=bool(row["private"]),
        praised=row["praised"],
        day=day_of(row["day"]),
        recorded_at=instant_of(row["recorded_at"]),
        amended=bool(row["amended"]),
    )


def _doing(row: Row) -> Doing:
    return Doing(
        action_id=row["action_id"],
        title=row["title"],
        owner=row["owner"],
        due_on=day_or_none(row["due_on"]),
        day=begun_on(row),
        finish_id=row["finish_id"],
        how=None if row["how"] is None else How(row["how"]),
        say=row["say"],
        finished_on=day_or_none(row["finished_on"]),
        settled_on=day_or_none(row["settled_on"]),
        reacted_on=day_or_none(row["reacted_on"]),
        waived=row["settled_how"] == "waived",
        unreachable=row["settled_why"] == "unreachable",
        reaction=None if row["reaction"] is None else Reaction(row["reaction"]),
        owned_on=day_or_none(row["owned_on"]),
        further=max(0, row["ended_for"] - 1),
        askers=row["askers"],
        told=row["told"],
    )


def begun_on(row: Row) -> date:
    """Return the day on which an action began for an answer: a later one where it was added."""
    day = day_of(row["day"])
    if row["asked_at"] == row["recorded_at"]:
        return day
    return max(day, instant_of(row["asked_at"]).date())
