"""Whether a book is whole: its file, its rows, its debts and its rhythms. Nothing is written."""

import os
import stat
import sys
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import NamedTuple

from dailycontact.store import capacity, ledger, owed, projection, schema, tallies
from dailycontact.store.book import Book
from dailycontact.store.looking import Look
from dailycontact.store.whereabouts import Whereabouts

PRIVATE = 0o077
"""The rights of others, none of which a book gives."""
WRITABLE = 0o022
MOST = 5
"""How many of one kind are named."""


class Drift(NamedTuple):
    """That what is stored of a customer's rhythm does not add up, and in which columns."""

    words: str
    columns: tuple[str, ...] = ()


def unsafe_files(book: Book) -> Iterator[str]:
    """Yield what others could read or change: the file, its folder, its copies."""
    if book.is_shared or sys.platform == "win32":
        return
    folder = os.path.dirname(os.path.abspath(book.address))  # noqa: PTH100, PTH120 - as the store
    copies = os.path.join(folder, "backups")  # noqa: PTH118 - as above
    inside = sorted(os.listdir(copies)) if os.path.isdir(copies) else []  # noqa: PTH112, PTH208 - as above
    for path in (book.address, *(os.path.join(copies, name) for name in inside)):  # noqa: PTH118 - as above
        mode = stat.S_IMODE(os.stat(path).st_mode)  # noqa: PTH116 - as above
        if mode & PRIVATE:
            yield f"{path} can be read by others ({mode:o}); close it with: chmod 600 {path}"
    mode = stat.S_IMODE(os.stat(folder).st_mode)  # noqa: PTH116 - as above
    if mode & WRITABLE and not mode & stat.S_ISVTX:
        yield f"Others may change the folder {folder} ({mode:o}); close it with: chmod 700 {folder}"


def broken_structure(look: Look, *, embedded: bool) -> Iterator[str]:
    """Yield what is wrong with the pages, the rows that name rows, and the schema."""
    if embedded:
        for row in look.rows("SELECT integrity_check AS found FROM pragma_integrity_check"):
            if row["found"] != "ok":
                yield f"The file is damaged: {row['found']}"
        for row in look.rows('SELECT "table" AS child, parent FROM pragma_foreign_key_check'):
            yield f"A row of {row['child']} names a row of {row['parent']} that is not there."
    revision = schema.revision_of(look)
    if revision != schema.HEAD:
        yield f"The schema is {revision}, and this program writes {schema.HEAD}."


def broken_rules(look: Look, *, today: date) -> Iterator[str]:
    """Yield where the ledger of what is owed is not as the loop has it."""
    counted = {(one.finish_id, one.answer_id) for one in owed.owed(look, today=today)}
    for _, answer_id in sorted(counted ^ _ledger(look))[:MOST]:
        who = look.value(
            "SELECT customer.name AS value FROM answer"
            " JOIN customer ON customer.id = answer.customer_id WHERE answer.id = :id",
            id=answer_id,
        )
        yield f"Whether {who} still waits to hear about answer {answer_id} is not clear."


def unerased(look: Look) -> Iterator[str]:
    """Yield of whom something is left although they were erased, or who would be phoned."""
    rows = look.rows(
        "SELECT id FROM customer WHERE erased = 1 AND (name <> '(erased)' OR company <> ''"
        " OR folded <> '' OR open = 1 OR do_not_contact_on IS NULL OR referred_by IS NOT NULL"
        " OR EXISTS (SELECT 1 FROM phone WHERE phone.customer_id = customer.id)"
        " OR EXISTS (SELECT 1 FROM email WHERE email.customer_id = customer.id)"
        " OR NOT EXISTS (SELECT 1 FROM erasure WHERE erasure.customer_id = customer.id))"
        " ORDER BY id LIMIT :most",
        most=MOST,
    )
    for row in rows:
        yield f"Customer {row['id']} was erased, and something of them is still there."


def _ledger(look: Look) -> set[tuple[int, int]]:
    """Return what was finished and neither told nor waived; of an action, only its last end."""
    last: dict[tuple[int, int], tuple[int, int]] = {}
    for row in look.rows(
        "SELECT finish.action_id, finish.number, finish.id, finish_answer.answer_id FROM finish"
        " JOIN finish_answer ON finish_answer.finish_id = finish.id"
    ):
        of = (row["action_id"], row["answer_id"])
        last[of] = max(last.get(of, (0, 0)), (row["number"], row["id"]))
    finished = {(finish_id, answer_id) for (_, answer_id), (_, finish_id) in last.items()}
    told = look.rows("SELECT finish_id, answer_id FROM telling")
    return finished - {(row["finish_id"], row["answer_id"]) for row in told}


def drifted_answers(look: Look) -> Iterator[Drift]:
    """Yield which answers do not stand where it is stored that they do."""
    found = 0
    for place in ledger.drifted(look):
        found += 1
        if found <= MOST:
            yield Drift(
                f"Where answer {place.answer_id} stands does not add up.", tuple(place.wrong)
            )
    if found > MOST:
        yield Drift(f"Nor does it for {found - MOST:,} more answers.")
    for theme_id in islice(tallies.drifted(look), MOST):
        name = look.value("SELECT name AS value FROM theme WHERE id = :id", id=theme_id)
        yield Drift(f"How often {name or 'a theme that is gone'} was said does not add up.")


def drifted_rhythms(look: Look) -> Iterator[Drift]:
    """Yield whose stored rhythm is not what the facts say."""
    found = 0
    usual, whereabouts = capacity.book_cadence(look), Whereabouts(look)
    for one in projection.derived(look, usual=usual, whereabouts=whereabouts):
        if one.is_right:
            continue
        found += 1
        if found <= MOST:
            who = f"{one.name} ({one.customer_id})"
            yield Drift(f"Something does not add up for {who}.", tuple(sorted(one.wrong)))
    if found > MOST:
        yield Drift(f"Nor does it for {found - MOST:,} more.")
