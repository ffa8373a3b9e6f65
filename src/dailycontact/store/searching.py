"""Every text in the book that somebody may look for words in, with the place where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dailycontact.store.customers import like
from dailycontact.store.forms import day_or_none
from dailycontact.store.looking import Look
from dailycontact.store.talks import readable


@dataclass(frozen=True, kw_only=True)
class Written:
    """One text: in which group and field it stands, whose it is, and when it was written."""

    group: str
    field: str
    id: int
    text: str
    customer_id: int | None = None
    customer: str | None = None
    whose: str | None = None
    """Who of the team said it, in a talk."""
    day: date | None = None


_TEXTS = {
    "answer": "SELECT answer.id, 'said' AS field, verbatim AS text, customer_id,"
    " customer.name AS customer, day FROM answer JOIN customer ON customer.id = customer_id"
    " WHERE verbatim <> '' ORDER BY answer.id DESC",
    "note": "SELECT call.id, 'note' AS field, notes AS text, customer_id,"
    " customer.name AS customer, day FROM call JOIN customer ON customer.id = customer_id"
    " WHERE notes IS NOT NULL ORDER BY call.id DESC",
    "action": "SELECT id, field, text, NULL AS customer_id, NULL AS customer, day FROM ("
    "SELECT id, 'title' AS field, title AS text, day FROM action"
    " UNION ALL SELECT action_id, 'said to customers', say, day FROM finish"
    " UNION ALL SELECT action_id, 'instead', instead, day FROM finish WHERE instead IS NOT NULL"
    ") AS written ORDER BY id DESC, field DESC",
    "story": "SELECT id, 'story' AS field, text, NULL AS customer_id, NULL AS customer, day"
    " FROM story ORDER BY id DESC",
}


def customers_named(look: Look, folded: str) -> Iterator[Written]:
    """Yield the names and companies of the customers in whose folded names `folded` occurs."""
    rows = look.rows(
        "SELECT id, name, company FROM customer WHERE folded LIKE :part ESCAPE '!'"
        " AND erased = 0 ORDER BY id",
        part=f"%{like(folded)}%",
    )
    for row in rows:
        whose = {"customer_id": row["id"], "customer": row["name"]}
        yield Written(group="customer", field="name", id=row["id"], text=row["name"], **whose)
        if row["company"]:
            text = row["company"]
            yield Written(group="customer", field="company", id=row["id"], text=text, **whose)


def talks(look: Look, *, reader_id: int | None) -> Iterator[Written]:
    """Yield what was said in talks with the team, as far as its reader may know it."""
    for talk in readable(look, reader_id=reader_id):
        for field, text in (("wish", talk.wish), ("note", talk.notes)):
            if text:
                yield Written(
                    group="talk",
                    field=field,
                    id=talk.id,
                    text=text,
                    whose=talk.member,
                    day=talk.day,
                )


def texts(look: Look) -> Iterator[Written]:
    """Yield every verbatim, note, action and story, group by group, the newest first."""
    for group, sql in _TEXTS.items():
        for row in look.rows(sql):
            yield Written(
                group=group,
                field=row["field"],
                id=row["id"],
                text=row["text"],
                customer_id=row["customer_id"],
                customer=row["customer"],
                day=day_or_none(row["day"]),
            )
