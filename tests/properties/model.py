"""A little model of the loop in plain Python, written apart from the program and slower than it.

It knows only the rows of the tables, and says from them what must be so.
"""

import sqlite3
from collections.abc import Iterator
from typing import Any

Row = dict[str, Any]
Dump = dict[str, list[Row]]

NO_FACTS = frozenset(
    {"event", "event_row", "pick", "idle", "reach", "holiday", "theme_tally", "likeness"}
)
"""The journal, what is only proposed, and what is only derived: undo does not bring them back."""

STAYS = (
    *("call", "answer", "amendment", "sharing", "reading", "theme", "progress", "promise"),
    *("action", "action_answer", "action_note", "finish", "finish_answer", "revisit"),
    *("telling", "telling_try", "letter", "follow_up", "talk", "skip", "rhythm_fact"),
)
"""What never goes but by taking back: neither in a merge nor in an erasure."""

SAID: dict[str, tuple[str, ...]] = {
    "answer": ("verbatim", "day", "recorded_at"),
    "reading": ("answer_id", "theme_id", "cause", "leader_id", "day"),
    "finish": ("action_id", "number", "how", "say", "day"),
    "finish_answer": ("finish_id", "answer_id"),
    "action_answer": ("action_id", "answer_id"),
    "telling": ("finish_id", "answer_id", "how", "channel", "day"),
    "progress": ("answer_id", "day"),
    "follow_up": ("telling_id", "helped", "day"),
}
"""What stays as it was written; names alone go from it with an erasure."""


LONG = frozenset({"workday", "event_row"})
"""The calendar, which stays as it is, and the rows of the journal, which go with its events."""


def dump(connection: sqlite3.Connection) -> Dump:
    """Return every row of every table but the long ones."""
    named = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    tables = [name for (name,) in connection.execute(named)]
    return {table: _rows(connection, table) for table in sorted(tables) if table not in LONG}


def _rows(connection: sqlite3.Connection, table: str) -> list[Row]:
    found = connection.execute(f"SELECT * FROM {table} ORDER BY 1")  # noqa: S608 - a table's name
    columns = [column[0] for column in found.description]
    return [dict(zip(columns, values, strict=True)) for values in found]


def facts(everything: Dump) -> Dump:
    """Return what undo must bring back."""
    return {table: rows for table, rows in everything.items() if table not in NO_FACTS}


def last_ends(rows: Dump) -> dict[tuple[int, int], Row]:
    """Return the last end of each action for each answer that it concerned."""
    finishes = {finish["id"]: finish for finish in rows["finish"]}
    last: dict[tuple[int, int], Row] = {}
    for link in rows["finish_answer"]:
        finish = finishes[link["finish_id"]]
        key = (finish["action_id"], link["answer_id"])
        if key not in last or finish["number"] > last[key]["number"]:
            last[key] = finish
    return last


def tellings(rows: Dump) -> dict[tuple[int, int], Row]:
    """Return the telling of each end to each asker."""
    return {(telling["finish_id"], telling["answer_id"]): telling for telling in rows["telling"]}


def owed(rows: Dump) -> set[tuple[int, int]]:
    """Return what is owed: the last ends, without those that were told or waived."""
    settled = tellings(rows)
    return {
        (finish["id"], answer)
        for (_, answer), finish in last_ends(rows).items()
        if (finish["id"], answer) not in settled
    }


def is_open(rows: Dump, action: int, answer: int) -> bool:
    """Return whether the team still has to end an action for an answer."""
    end = last_ends(rows).get((action, answer))
    if end is None:
        return True
    telling = tellings(rows).get((end["id"], answer))
    return telling is not None and telling["reaction"] == "not-solved"


def is_reopened(rows: Dump, answer: int) -> bool:
    """Return whether the customer was last told of something that it is not solved."""
    told = tellings(rows)
    return any(
        told.get((end["id"], answer), {}).get("reaction") == "not-solved"
        for (_, asked), end in last_ends(rows).items()
        if asked == answer
    )


def told_of(rows: Dump, action: int) -> tuple[int, int]:
    """Return of how many askers of an action how many know its end: "told 4 of 6".

    Who said that it is not solved does not count, nor who is to hear of it anew, or need not.
    """
    askers = [row["answer_id"] for row in rows["action_answer"] if row["action_id"] == action]
    ends, told = last_ends(rows), tellings(rows)
    know = 0
    for answer in askers:
        end = ends.get((action, answer))
        telling = told.get((end["id"], answer), {}) if end else {}
        if telling.get("how") == "told" and telling["reaction"] != "not-solved":
            know += 1
    return know, len(askers)


def further(rows: Dump, finish: int) -> int:
    """Return how many others an end concerns, besides the one of whom one speaks."""
    return len([link for link in rows["finish_answer"] if link["finish_id"] == finish]) - 1


def stage(rows: Dump, answer: Row) -> str:
    """Return the stage of an answer."""
    number = answer["id"]
    actions = [link["action_id"] for link in rows["action_answer"] if link["answer_id"] == number]
    if answer["kind"] != "suggestion" or not actions:
        shared = any(
            sharing["answer_id"] == number and sharing["edition"] == "team"
            for sharing in rows["sharing"]
        )
        return "shared" if shared else "heard"
    if any(is_open(rows, action, number) for action in actions):
        return "acting"
    waiting = {finish for finish, asked in owed(rows) if asked == number}
    if not waiting:
        return "told"
    hows = {finish["how"] for finish in rows["finish"] if finish["id"] in waiting}
    return "done" if "done" in hows else "declined"


def stages(rows: Dump) -> dict[int, str]:
    """Return the stage of each answer."""
    return {answer["id"]: stage(rows, answer) for answer in rows["answer"]}


def to_look_at(rows: Dump, *, day: str) -> set[int]:
    """Return the ends (finish) that were declined and are to be looked at again by a day.

    Not those on which somebody has acted since: ended otherwise, asked for anew, or taken up.
    """
    due = set()
    for finish in rows["finish"]:
        looked = [row for row in rows["revisit"] if row["finish_id"] == finish["id"]]
        last = max(looked, key=lambda row: row["id"], default=None)
        again = finish["revisit_on"] if last is None else last["next_on"]
        if finish["how"] == "declined" and again and again <= day and not _moved_on(rows, finish):
            due.add(finish["id"])
    return due


def _moved_on(rows: Dump, finish: Row) -> bool:
    number, action, at = finish["id"], finish["action_id"], finish["recorded_at"]
    askers = {link["answer_id"] for link in rows["finish_answer"] if link["finish_id"] == number}
    later = any(
        other["action_id"] == action and other["number"] > finish["number"]
        for other in rows["finish"]
    )
    unsolved = any(
        row["finish_id"] == number and row["reaction"] == "not-solved" for row in rows["telling"]
    )
    anew = any(
        link["recorded_at"] > at and (link["action_id"] == action or link["answer_id"] in askers)
        for link in rows["action_answer"]
    )
    return later or unsolved or anew


def may_be_proposed(rows: Dump, customer_id: int, *, day: str) -> bool:
    """Return whether a customer may be proposed on a day (ISO 8601)."""
    (customer,) = (row for row in rows["customer"] if row["id"] == customer_id)
    paused = customer["paused_on"] is not None and (
        customer["paused_until"] is None or customer["paused_until"] > day
    )
    phones = [
        phone
        for phone in rows["phone"]
        if phone["customer_id"] == customer_id and phone["wrong_on"] is None
    ]
    refused = customer["do_not_contact_on"] is not None or customer["left_on"] is not None
    return bool(phones) and not refused and not paused


def refusals(rows: Dump) -> set[int]:
    """Return the customers who do not want to be contacted."""
    return {row["id"] for row in rows["customer"] if row["do_not_contact_on"] is not None}


def what_vanished(before: Dump, after: Dump, *, by: str) -> Iterator[str]:
    """Yield what was there before a command and is not, or is otherwise."""
    for table in STAYS:
        now = {row["id"]: row for row in after[table]}
        for row in before[table]:
            if row["id"] not in now:
                if not (table == "telling" and _reached_after_all(row, after)):
                    yield f"{table} {row['id']} went with {by}"
                continue
            for column in SAID.get(table, ()):
                if now[row["id"]][column] != row[column] and by != "amend":
                    yield f"{column} of {table} {row['id']} is otherwise after {by}"
    yield from _corrected_in_silence(before, after)


def _reached_after_all(waiver: Row, after: Dump) -> bool:
    """Return whether who was given up has been told in its place."""
    now = tellings(after).get((waiver["finish_id"], waiver["answer_id"]))
    return waiver["why"] == "unreachable" and now is not None and now["how"] == "told"


def _corrected_in_silence(before: Dump, after: Dump) -> Iterator[str]:
    now = {row["id"]: row for row in after["answer"]}
    known = {row["id"] for row in before["amendment"]}
    said = {
        (row["answer_id"], row["before"]) for row in after["amendment"] if row["id"] not in known
    }
    for row in before["answer"]:
        words = row["verbatim"]
        changed = row["id"] in now and now[row["id"]]["verbatim"] != words
        if changed and (row["id"], words) not in said:
            yield f"answer {row['id']} was corrected, and nobody sees that"


def what_is_wrong(rows: Dump) -> Iterator[str]:
    """Yield, in words, each rule of the loop that these rows break."""
    yield from _told_too_early(rows)
    yield from _ended_for_no_reason(rows)
    yield from _owed_to_the_wrong(rows)


def _told_too_early(rows: Dump) -> Iterator[str]:
    finished = {(link["finish_id"], link["answer_id"]) for link in rows["finish_answer"]}
    for key in tellings(rows):
        if key not in finished:
            yield f"told of what is not finished: {key}"


def _ended_for_no_reason(rows: Dump) -> Iterator[str]:
    links = {
        (link["action_id"], link["answer_id"]): link["recorded_at"]
        for link in rows["action_answer"]
    }
    last, told = last_ends(rows), tellings(rows)
    ends = {finish["id"]: finish for finish in rows["finish"]}
    of = {number: finish["action_id"] for number, finish in ends.items()}
    for finish_id in of.keys() - {link["finish_id"] for link in rows["finish_answer"]}:
        yield f"A{of[finish_id]} ended for nobody"
    for link in rows["finish_answer"]:
        action, answer = of[link["finish_id"]], link["answer_id"]
        if (action, answer) not in links:
            yield f"A{action} ended for answer {answer}, which it does not serve"
        elif links[action, answer] > ends[link["finish_id"]]["recorded_at"]:
            yield f"A{action} ended for answer {answer} before it served it"
        replaced = last[action, answer]["id"] != link["finish_id"]
        reaction = told.get((link["finish_id"], answer), {}).get("reaction")
        if replaced and reaction != "not-solved":
            yield f"A{action} ended again for {answer}, who did not say that it is not solved"


def _owed_to_the_wrong(rows: Dump) -> Iterator[str]:
    answers = {answer["id"]: answer for answer in rows["answer"]}
    refused = refusals(rows)
    for finish_id, answer in owed(rows):
        if answers[answer]["customer_id"] in refused:
            yield f"end {finish_id} is owed for answer {answer}, whose customer refused contact"
    for link in rows["action_answer"]:
        if answers[link["answer_id"]]["kind"] != "suggestion":
            yield f"an action is for answer {link['answer_id']}, which is no suggestion"


def shared_too_far(before: Dump, rows: Dump) -> Iterator[str]:
    """Yield what was shared since, although it stays with the leader, or was shared before.

    What was shared can be corrected afterwards to be private; so only what is new is judged.
    """
    answers = {answer["id"]: answer for answer in rows["answer"]}
    known = {sharing["id"] for sharing in before["sharing"]}
    seen = set()
    for sharing in rows["sharing"]:
        answer = answers[sharing["answer_id"]]
        if sharing["id"] not in known and (answer["private"] or answer["consent"] == "no"):
            yield f"answer {answer['id']} was shared, and stays with the leader"
        key = tuple(sharing[name] for name in ("answer_id", "place", "day", "edition"))
        if key in seen:
            yield f"shared twice on one day at one place: {key}"
        seen.add(key)
