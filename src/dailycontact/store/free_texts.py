"""Every text in which people write freely, and may name anybody: the columns, and what they say."""

from collections.abc import Iterator, Mapping

from dailycontact.store.looking import Look

FREE: Mapping[str, tuple[str, ...]] = {
    "answer": ("verbatim",),
    "amendment": ("before", "after"),
    "sharing": ("place",),
    "action": ("title",),
    "finish": ("say", "instead", "evidence"),
    "telling": ("words",),
    "letter": ("words", "place"),
    "progress": ("words",),
    "action_note": ("text", "evidence"),
    "theme": ("name",),
    "theme_rule": ("words",),
    "reading": ("cause", "note"),
    "story": ("text",),
    "talk": ("wish", "notes"),
    "talk_reply": ("say",),
    "call": ("notes",),
    "promise": ("text", "why"),
    "skip": ("reason",),
    "customer": ("referred_by", "do_not_contact_why"),
    "export": ("place",),
    "message": ("subject",),
    "event": ("summary",),
}
"""The columns in which people write freely, and may name anybody."""
_SMALL = frozenset(
    {
        ("theme", "name"),
        ("theme_rule", "words"),
        ("action_note", "evidence"),
        ("finish", "evidence"),
    }
)
"""Of these, the columns in which names are often written in small letters: words, and files."""
WINDOW = 1000
"""Rows that are read at once."""


def is_small(table: str, column: str) -> bool:
    """Return whether people often write names in small letters there."""
    return (table, column) in _SMALL


def texts(look: Look) -> Iterator[tuple[str, str, int, str]]:
    """Yield every free text: its table and column, the id of its row, and what it says."""
    for table, columns in FREE.items():
        for column in columns:
            after = 0
            while rows := look.rows(
                f"SELECT id, {column} AS said FROM {table} WHERE id > :after"  # noqa: S608 - our own names
                f" AND {column} IS NOT NULL AND {column} <> '' ORDER BY id LIMIT {WINDOW}",
                after=after,
            ):
                yield from ((table, column, row["id"], row["said"]) for row in rows)
                after = rows[-1]["id"]
