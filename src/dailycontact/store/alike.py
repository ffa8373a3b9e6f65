"""What is read to tell who looks alike: a little of everybody, and a lot of the few to look at."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dailycontact.core.alike import Person
from dailycontact.core.customer import Customer
from dailycontact.core.naming import fold
from dailycontact.store.customers import COLUMNS, customers_of
from dailycontact.store.former import own_source
from dailycontact.store.known import BY_NAME
from dailycontact.store.looking import Look, names
from dailycontact.store.team import members


@dataclass(frozen=True, kw_only=True)
class Side:
    """A customer as they stand beside another: how much happened, and where they came from.

    `leader` is whose customer it is, None for anybody's; `came_from` are pairs (source, number in
    it; empty where the source gives none).
    """

    customer: Customer
    leader: str | None
    calls: int
    answers: int
    promises: int
    came_from: tuple[tuple[str, str], ...]
    is_erased: bool = False

    @property
    def history(self) -> int:
        """How much there is that happened with them."""
        return self.calls + self.answers + self.promises


def sides(look: Look, customer_ids: Collection[int]) -> dict[int, Side]:
    """Return these customers, by id."""
    listed, values = names("id", sorted(customer_ids) or [0])
    rows = look.rows(f"{COLUMNS} WHERE customer.id IN ({listed})", **values)
    counted = {
        table: _counted(look, table, listed, values) for table in ("call", "answer", "promise")
    }
    team = {one.id: one.name for one in members(look, with_left=True)}
    came = _came_from(look, listed, values)
    gone = look.rows(f"SELECT id FROM customer WHERE erased = 1 AND id IN ({listed})", **values)  # noqa: S608 - placeholders only
    erased = {row["id"] for row in gone}
    return {
        one.id: Side(
            customer=one,
            leader=team.get(one.leader_id or 0),
            calls=counted["call"].get(one.id, 0),
            answers=counted["answer"].get(one.id, 0),
            promises=counted["promise"].get(one.id, 0),
            came_from=tuple(came.get(one.id, ())),
            is_erased=one.id in erased,
        )
        for one in customers_of(look, rows)
    }


def everybody(look: Look) -> list[Person]:
    """Return what there is to compare of everybody who was not erased."""
    own = own_source(look)
    numbers = _sets(
        look.tuples("SELECT customer_id, e164 FROM phone WHERE e164 IS NOT NULL ORDER BY id")
    )
    emails = _sets(look.tuples("SELECT customer_id, LOWER(address) FROM email ORDER BY id"))
    ids: dict[int, list[tuple[str, str]]] = {}
    for customer_id, source, value in look.tuples(
        "SELECT customer_id, source, value FROM external_id ORDER BY id"
    ):
        if source != own and not value.startswith(BY_NAME):
            ids.setdefault(customer_id, []).append((source, value))
    rows = look.tuples(
        "SELECT id, name, company, country FROM customer WHERE erased = 0 ORDER BY id"
    )
    nothing: frozenset[str] = frozenset()
    found = []
    for number, name, company, country in rows:
        called, works_at = fold(name), fold(company)
        found.append(
            Person(
                id=number,
                name=called,
                company="" if works_at == called else works_at,
                country=country,
                numbers=numbers.get(number, nothing),
                emails=emails.get(number, nothing),
                ids=frozenset(ids.get(number, ())),
            )
        )
    return found


def person(look: Look, side: Side) -> Person:
    """Return what there is to compare of one customer."""
    customer, own = side.customer, own_source(look)
    name, company = fold(customer.name), fold(customer.company)
    return Person(
        id=customer.id,
        name=name,
        company="" if company == name else company,
        country=customer.country,
        numbers=frozenset(phone.e164 for phone in customer.phones if phone.e164),
        emails=frozenset(address.lower() for address in customer.emails),
        ids=frozenset(one for one in side.came_from if one[0] != own and one[1]),
    )


def told_apart(look: Look) -> frozenset[tuple[int, int]]:
    """Return the pairs (ids, the smaller first) of whom a leader said that they are two people."""
    rows = look.rows("SELECT one_id, other_id FROM different")
    return frozenset((row["one_id"], row["other_id"]) for row in rows)


def how_many(look: Look) -> int:
    """Return how many customers there are."""
    return int(look.value("SELECT COUNT(*) AS value FROM customer"))


def _counted(look: Look, table: str, listed: str, values: Mapping[str, object]) -> dict[int, int]:
    rows = look.rows(
        f"SELECT customer_id, COUNT(*) AS number FROM {table}"  # noqa: S608 - our own names
        f" WHERE customer_id IN ({listed}) GROUP BY customer_id",
        **values,
    )
    return {row["customer_id"]: row["number"] for row in rows}


def _came_from(
    look: Look, listed: str, values: Mapping[str, object]
) -> dict[int, list[tuple[str, str]]]:
    found: dict[int, list[tuple[str, str]]] = {}
    for row in look.rows(
        f"SELECT customer_id, source, value FROM external_id WHERE customer_id IN ({listed})"  # noqa: S608 - placeholders only
        " ORDER BY id",
        **values,
    ):
        value = "" if row["value"].startswith(BY_NAME) else row["value"]
        found.setdefault(row["customer_id"], []).append((row["source"], value))
    return found


def _sets(rows: Iterable[tuple[Any, ...]]) -> dict[int, frozenset[str]]:
    found: dict[int, list[str]] = {}
    for customer_id, value in rows:
        found.setdefault(customer_id, []).append(value)
    return {customer_id: frozenset(values) for customer_id, values in found.items()}
