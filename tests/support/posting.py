"""A book that can send its report: settings, a team with addresses, and the awkward week."""

from collections.abc import Sequence
from pathlib import Path

from conftest import Founded
from dailycontact.store.settings import write_setting
from support.awkward import AT, awkward_week

FRIDAY = "2026-11-20T16:00:00+00:00"
NEXT_FRIDAY = "2026-11-27T16:00:00+00:00"
EMAILS = {1: "marta@brightside.example", 2: "priya@brightside.example", 3: "tom@brightside.example"}
LIST = "everybody@brightside.example"


def set_settings(founded: Founded, **settings: str) -> None:
    """Write settings; __ in a name stands for a full stop."""
    with founded.book.change("config", leader_id=1, at=AT) as change:
        for key, value in settings.items():
            write_setting(change, key.replace("__", "."), value)
    founded.book.rest()


def can_send(
    founded: Founded, port: int, *, to: Sequence[str] = ("team",), edition: str = "team"
) -> None:
    """Fill the book with the awkward week, give the team addresses, and name the server."""
    if founded.book.is_shared:
        _fill(founded)
    else:
        _fill_file(founded)
    set_settings(
        founded,
        mail__host="127.0.0.1",
        mail__port=str(port),
        mail__sender="Brightside <report@brightside.example>",
        mail__security="none",
        **{f"recipients__{edition}": "\n".join(to)},
    )


_FILLED: dict[str, bytes] = {}
"""The file of a book that was filled once: that is quicker than to fill each."""


def _fill_file(founded: Founded) -> None:
    place = Path(founded.book.address)
    if "" not in _FILLED:
        _fill(founded)
        founded.book.rest()
        _FILLED[""] = place.read_bytes()
    founded.book.rest()
    place.write_bytes(_FILLED[""])


def _fill(founded: Founded) -> None:
    awkward_week(founded.book)
    with founded.book.change("team edit", leader_id=1, at=AT) as change:
        for number, address in EMAILS.items():
            change.set("member", number, email=address)


def shared(founded: Founded) -> list[tuple[int, str, str]]:
    """Return which answers are marked as shared, with whom and where."""
    rows = founded.book.look().rows(
        "SELECT answer_id, edition, place FROM sharing ORDER BY answer_id, edition"
    )
    found = [(row["answer_id"], row["edition"], row["place"]) for row in rows]
    founded.book.rest()
    return found


def states(founded: Founded) -> dict[str, str]:
    """Return what became of each delivery, by recipient."""
    rows = founded.book.look().rows("SELECT recipient, state FROM delivery ORDER BY id")
    found = {row["recipient"]: row["state"] for row in rows}
    founded.book.rest()
    return found


def bodies(founded: Founded) -> int:
    """Return how many bodies wait."""
    found = founded.book.look().value("SELECT COUNT(*) AS value FROM message_part")
    founded.book.rest()
    return int(found)
