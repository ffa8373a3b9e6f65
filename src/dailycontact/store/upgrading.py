"""Brings a book of an older schema up to this one: in one transaction, with a copy kept before."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from dailycontact.store import ledger, projection, rhythms, schema

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from dailycontact.store.changing import Change


def upgrade(
    engine: "Engine",
    *,
    keep_copy: Callable[[], object],
    fault: Callable[[Exception], Exception],
    waiting: Callable[[], None],
) -> None:
    """Run the migrations that are missing, and derive everybody's rhythm by the rule of today.

    `keep_copy` is called when nobody else can write any more, and nothing was changed yet.
    Whoever comes at the same time waits, with a word by `waiting`, and finds it done.

    Raises:
        Busy, StorageProblem: as `fault` names the driver's error; the book is as it was.

    """
    from dailycontact.store.changing import changing

    # It is no event of the book, so the instant is not seen anywhere.
    at = datetime.fromtimestamp(0, tz=UTC)
    with changing(
        engine, command="upgrade", leader_id=None, at=at, fault=fault, waiting=waiting
    ) as change:
        if schema.revision_of(change) != schema.HEAD:
            keep_copy()
            _upgrade(change)


def _upgrade(change: "Change") -> None:
    projection.keep_pages(change)
    schema.bring_to_head(change.session.connection())
    rhythms.refresh_all(change)
    ledger.write(change)
