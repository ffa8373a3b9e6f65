"""The whole story of one customer, read: each thing that happened with them or for them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any

from dailycontact.core.history import Moment, What, in_order
from dailycontact.store.forms import day_of, day_or_none, instant_of
from dailycontact.store.looking import Look, Row

_CALLS = (
    "SELECT 'call' AS what, call.day, call.recorded_at, member.name AS who, notes AS note,"
    " outcome AS how FROM call JOIN member ON member.id = call.leader_id"
    " WHERE call.customer_id = :id"
)
_ANSWERS = (
    "SELECT 'answer' AS what, answer.day, answer.recorded_at, answer.id AS answer_id,"
    " verbatim AS words, kind AS how, member.name AS who, COALESCE(call_id, 1) AS call_id"
    " FROM answer JOIN member ON member.id = answer.leader_id WHERE customer_id = :id"
)
_CORRECTED = (
    "SELECT 'corrected' AS what, amendment.day, amendment.recorded_at, answer_id,"
    " before AS words, after AS note, field AS how"
    " FROM amendment JOIN answer ON answer.id = answer_id WHERE customer_id = :id"
)
_READ = (
    "SELECT 'read' AS what, reading.day, reading.recorded_at, answer_id, member.name AS who,"
    " theme.name AS words, cause AS how, note FROM reading JOIN answer ON answer.id = answer_id"
    " JOIN member ON member.id = reading.leader_id LEFT JOIN theme ON theme.id = reading.theme_id"
    " WHERE customer_id = :id"
)
_SHARED = (
    "SELECT 'shared' AS what, sharing.day, sharing.recorded_at, answer_id, member.name AS who,"
    " edition AS how, place FROM sharing JOIN answer ON answer.id = answer_id"
    " JOIN member ON member.id = sharing.leader_id WHERE customer_id = :id"
)
_THEIRS = (
    "FROM action_answer aa JOIN answer ON answer.id = aa.answer_id"
    " JOIN action ON action.id = aa.action_id"
)
_ACTIONS = (
    "SELECT 'action' AS what, action.day, aa.recorded_at, action.recorded_at AS begun_at,"
    f" aa.answer_id, action.id AS action_id, title AS words, due_on AS until {_THEIRS}"
    " WHERE customer_id = :id"
)
_OWNED = (
    "SELECT DISTINCT 'owned' AS what, owned_on AS day, action.recorded_at,"
    f" action.id AS action_id, member.name AS who {_THEIRS}"
    " JOIN member ON member.id = action.owner_id WHERE customer_id = :id AND owned_on IS NOT NULL"
)
_NOTES = (
    "SELECT DISTINCT 'note' AS what, n.day, n.recorded_at, n.id, n.action_id, n.text AS note,"
    f" n.evidence AS place, member.name AS who {_THEIRS} JOIN action_note n"
    " ON n.action_id = action.id JOIN member ON member.id = n.leader_id WHERE customer_id = :id"
)
_ENDS = (
    "SELECT DISTINCT finish.how AS what, finish.day, finish.recorded_at, finish.action_id,"
    " say AS words, instead AS note, revisit_on AS until, evidence AS place, member.name AS who"
    " FROM finish_answer fa JOIN finish ON finish.id = fa.finish_id"
    " JOIN answer ON answer.id = fa.answer_id JOIN action ON action.id = finish.action_id"
    " LEFT JOIN member ON member.id = action.owner_id WHERE customer_id = :id"
)
_REVISITED = (
    "SELECT DISTINCT 'revisited' AS what, revisit.day, revisit.recorded_at, finish.action_id,"
    " next_on AS until, member.name AS who FROM revisit"
    " JOIN finish ON finish.id = revisit.finish_id"
    " JOIN finish_answer fa ON fa.finish_id = finish.id JOIN answer ON answer.id = fa.answer_id"
    " JOIN member ON member.id = revisit.leader_id WHERE customer_id = :id"
)
_TELLINGS = (
    "SELECT CASE WHEN telling.how = 'told' THEN 'told' ELSE 'waived' END AS what, telling.day,"
    " telling.recorded_at, telling.answer_id, finish.action_id, words, channel AS how,"
    " CASE WHEN COALESCE(reacted_on, telling.day) <= telling.day THEN reaction END AS reaction,"
    " why AS note, telling.call_id, member.name AS who FROM telling"
    " JOIN finish ON finish.id = finish_id JOIN answer ON answer.id = telling.answer_id"
    " JOIN member ON member.id = telling.leader_id WHERE customer_id = :id"
)
_REACTIONS = (
    "SELECT 'reacted' AS what, reacted_on AS day, telling.recorded_at, telling.answer_id,"
    " finish.action_id, reaction, telling.call_id FROM telling"
    " JOIN finish ON finish.id = finish_id JOIN answer ON answer.id = telling.answer_id"
    " WHERE customer_id = :id AND reacted_on > telling.day"
)
_TRIES = (
    "SELECT 'tried' AS what, t.day, t.recorded_at, t.answer_id, member.name AS who"
    " FROM telling_try t JOIN answer ON answer.id = t.answer_id"
    " JOIN member ON member.id = t.leader_id WHERE customer_id = :id"
)
_LETTERS = (
    "SELECT 'letter' AS what, letter.day, letter.recorded_at, letter.answer_id, words, place,"
    " CASE WHEN EXISTS (SELECT 1 FROM telling t WHERE t.finish_id = letter.finish_id"
    "  AND t.answer_id = letter.answer_id AND t.how = 'told') THEN 'sent' END AS how,"
    " member.name AS who FROM letter JOIN answer ON answer.id = letter.answer_id"
    " JOIN member ON member.id = letter.leader_id WHERE customer_id = :id"
)
_PROGRESS = (
    "SELECT 'not-yet' AS what, progress.day, progress.recorded_at, answer_id, words,"
    " channel AS how, progress.call_id, member.name AS who FROM progress"
    " JOIN answer ON answer.id = answer_id JOIN member ON member.id = progress.leader_id"
    " WHERE customer_id = :id"
)
_HELPED = (
    "SELECT 'helped' AS what, f.day, f.recorded_at, telling.answer_id, finish.action_id,"
    " helped AS how, f.call_id, member.name AS who FROM follow_up f"
    " JOIN telling ON telling.id = f.telling_id JOIN finish ON finish.id = telling.finish_id"
    " JOIN answer ON answer.id = telling.answer_id JOIN member ON member.id = f.leader_id"
    " WHERE customer_id = :id"
)
_PROMISES = (
    "SELECT 'promise' AS what, call.day, promise.recorded_at, promise.id AS promise_id,"
    " text AS words, kind AS place, due_on AS until, settled_on, why AS note,"
    " CASE WHEN broken = 1 THEN 'broken' ELSE settled_how END AS how, member.name AS who"
    " FROM promise LEFT JOIN call ON call.id = promise.call_id"
    " JOIN member ON member.id = promise.leader_id WHERE promise.customer_id = :id"
)
_SKIPS = (
    "SELECT 'rested' AS what, day, recorded_at, 'skip' AS how, reason AS note FROM skip"
    " WHERE customer_id = :id"
)
_RESTS = (
    "SELECT 'rested' AS what, fact.day, fact.what AS how, (SELECT event.summary FROM event"
    "  JOIN event_row ON event_row.event_id = event.id"
    "  WHERE event_row.table_name = 'rhythm_fact' AND event_row.first_id = fact.id"
    "  AND event_row.before IS NULL ORDER BY event.id DESC LIMIT 1) AS note"
    " FROM rhythm_fact fact WHERE fact.customer_id = :id"
    " AND fact.what IN ('pause', 'resume', 'checked') ORDER BY fact.number"
)

_EVERYTHING = (
    _CALLS, _ANSWERS, _CORRECTED, _READ, _SHARED, _ACTIONS, _OWNED, _NOTES, _ENDS, _REVISITED,
    _TELLINGS, _REACTIONS, _TRIES, _LETTERS, _PROGRESS, _HELPED, _PROMISES, _SKIPS, _RESTS,
)  # fmt: skip


def moments(look: Look, customer_id: int) -> tuple[Moment, ...]:
    """Return all that happened with a customer, or for them, in order."""
    return in_order(list(_read(look, customer_id)))


def _read(look: Look, customer_id: int) -> Iterator[Moment]:
    for sql in _EVERYTHING:
        for row in look.rows(sql, id=customer_id):
            yield _moment(row)


def _moment(row: Row) -> Moment:
    said: dict[str, Any] = dict(row)  # type: ignore[call-overload]  # rows of both lanes are mappings
    at = _instant(said)
    return Moment(
        day=_day(said, at),
        recorded_at=at,
        what=What(said["what"]),
        who=said.get("who"),
        answer_id=said.get("answer_id"),
        action_id=said.get("action_id"),
        promise_id=said.get("promise_id"),
        words=said.get("words") or None,
        note=said.get("note") or None,
        how=said.get("how"),
        reaction=said.get("reaction"),
        place=said.get("place") or None,
        until=day_or_none(said.get("until")),
        settled_on=day_or_none(said.get("settled_on")),
        in_call=said.get("call_id") is not None,
    )


def _instant(said: dict[str, Any]) -> datetime:
    """Return when it was written down; where that is not known, the end of its day."""
    recorded = said.get("recorded_at")
    if recorded is None:
        return datetime.combine(day_of(said["day"]), time.max, tzinfo=UTC)
    return instant_of(recorded)


def _day(said: dict[str, Any], at: datetime) -> date:
    """Return the day of a moment: of an action, a later one where the answer was added to it."""
    day = day_or_none(said["day"]) or at.date()
    added = said["what"] == What.ACTION and said["begun_at"] != said["recorded_at"]
    return max(day, at.date()) if added else day
