"""Working days on which nobody was due for a leader: they count neither for them nor against."""

from datetime import date

from dailycontact.store import candidates
from dailycontact.store.book import Looking
from dailycontact.store.looking import Look


def note_idle(look: Looking, *, leader_id: int, day: date) -> None:
    """Note that nobody was due on a day, unless it is noted."""
    noted = look.row(
        "SELECT id FROM idle WHERE leader_id = :leader AND day = :day", leader=leader_id, day=day
    )
    if noted is None:
        look.reserve(
            "INSERT INTO idle (leader_id, day) VALUES (:leader, :day) ON CONFLICT DO NOTHING",
            leader=leader_id,
            day=day,
        )


def note_idle_before(look: Looking, *, leader_id: int, day: date) -> None:
    """Note the days since the leader's last one, before `day`, on which nobody was due.

    Nothing has happened since then; so whoever may be tried first says when that began.
    """
    last = look.value(
        "SELECT MAX(day) AS value FROM (SELECT day FROM pick WHERE leader_id = :leader"
        " AND day < :day UNION ALL SELECT day FROM idle WHERE leader_id = :leader"
        " AND day < :day) known",
        leader=leader_id,
        day=day,
    )
    if last is None:
        return
    asked = candidates.asking(look, leader_id=leader_id, day=day)
    if candidates.promised(look, asked) or candidates.news(look, asked):
        return
    due = candidates.first_due(look, asked)
    quiet = look.rows(
        "SELECT day FROM workday WHERE day > :last AND day < :day AND why_not IS NULL"
        " AND number < :due",
        last=last,
        day=day,
        due=asked.number if due is None else due,
    )
    for row in quiet:
        note_idle(look, leader_id=leader_id, day=date.fromisoformat(row["day"]))


def excused_numbers(look: Look, *, leader_id: int, since: date, until: date) -> frozenset[int]:
    """Return the numbers of the working days that count for nothing: idle, or the leader's leave.

    Of the book's own holidays nothing is said: they have no number of their own.
    """
    rows = look.rows(
        "SELECT workday.number FROM workday WHERE why_not IS NULL"
        " AND workday.day BETWEEN :since AND :until AND (EXISTS (SELECT 1 FROM idle"
        "  WHERE idle.leader_id = :leader AND idle.day = workday.day)"
        " OR EXISTS (SELECT 1 FROM leave WHERE leave.leader_id = :leader"
        "  AND leave.first_on <= workday.day AND leave.last_on >= workday.day))",
        leader=leader_id,
        since=since,
        until=until,
    )
    return frozenset(row["number"] for row in rows)
