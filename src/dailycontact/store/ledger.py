"""Where each answer stands, kept beside it, so that a screenful is found among very many.

The stage, and what an answer waits for, follow from the facts (core/standing.py). They are written
into the derived columns of `answer`, and into the tally of its theme, at the end of each change
that touches one of those facts; and they can be derived again at any time.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from dailycontact.core.action import How
from dailycontact.core.standing import Standing
from dailycontact.loop import Stage
from dailycontact.store import tallies
from dailycontact.store.answers import standings
from dailycontact.store.forms import stored
from dailycontact.store.looking import Look
from dailycontact.store.touched import BLOCK, in_blocks

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

COLUMNS = (
    *("stage", "clock", "clock_since", "waits_for", "further", "owes_since", "theme_id"),
    *("fixed_on", "acting_id"),
)
"""The columns that are derived here."""

_ANYDAY = date(1, 1, 1)
"""No age is asked for here, so that it does not matter on which day the book is looked at."""


class Place(NamedTuple):
    """The derived columns of an answer: as they are stored, and as the facts have them."""

    answer_id: int
    stored: tuple[Any, ...]
    facts: tuple[Any, ...]

    @property
    def is_right(self) -> bool:
        """Whether what is stored is what the facts say."""
        return self.stored == self.facts

    @property
    def themes(self) -> set[int]:
        """The themes that it had, and has."""
        place = COLUMNS.index("theme_id")
        return {side[place] for side in (self.stored, self.facts) if side[place] is not None}

    @property
    def wrong(self) -> tuple[str, ...]:
        """The columns that are not what the facts say."""
        pairs = zip(COLUMNS, self.stored, self.facts, strict=True)
        return tuple([column for column, stored, said in pairs if stored != said])


def settle(change: "Change") -> None:
    """Bring where the answers stand in step with what a change has written so far."""
    write(change, change.touched.taken(change))


def write(change: "Change", answer_ids: Iterable[int] | None = None) -> int:
    """Store where these answers stand (None: all of them); return of how many it was wrong.

    The tallies of their themes follow.
    """
    wrong = 0
    themes, change.touched.themes = change.touched.themes, set()
    for block in _blocks(change, answer_ids):
        places = list(_places(change, block))
        themes |= {theme_id for place in places for theme_id in place.themes}
        false = [place for place in places if not place.is_right]
        change.run_many(
            f"UPDATE answer SET {', '.join(f'{name} = :{name}' for name in COLUMNS)}"  # noqa: S608 - our own names
            " WHERE id = :id",
            [dict(zip(COLUMNS, place.facts, strict=True), id=place.answer_id) for place in false],
        )
        wrong += len(false)
    return wrong + tallies.write(change, None if answer_ids is None else themes)


def drifted(look: Look) -> Iterator[Place]:
    """Yield the answers that do not stand where it is stored that they do."""
    for block in _blocks(look, None):
        yield from (place for place in _places(look, block) if not place.is_right)


def _places(look: Look, answer_ids: Sequence[int]) -> Iterator[Place]:
    listed, values = look.listing(answer_ids)
    stored_now = {
        row[0]: row[1:]
        for row in look.tuples(
            f"SELECT id, {', '.join(COLUMNS)} FROM answer WHERE id IN ({listed})",  # noqa: S608 - our own names
            **values,
        )
    }
    themes = dict(
        look.tuples(
            "SELECT answer_id, theme_id FROM reading WHERE id IN (SELECT MAX(id) FROM reading"  # noqa: S608 - our own names
            f" WHERE answer_id IN ({listed}) GROUP BY answer_id)",
            **values,
        )
    )
    for standing in standings(look, today=_ANYDAY, answer_ids=answer_ids):
        number = standing.answer.id
        yield Place(number, stored_now[number], _facts(standing, themes.get(number)))


def _facts(standing: Standing, theme_id: int | None) -> tuple[Any, ...]:
    wait = standing.wait
    ended = [doing for doing in standing.doings if doing.finished_on]
    owed = [stored(doing.finished_on) for doing in ended if doing.owed]
    fixed = [stored(doing.finished_on) for doing in ended if doing.how is How.DONE]
    acting = [doing.action_id for doing in standing.doings if doing.open]
    return (
        standing.stage.value,
        wait and wait.clock.value,
        wait and stored(wait.since),
        wait and wait.leader_id,
        wait.further if wait else 0,
        min(owed, default=None),
        theme_id,
        max(fixed, default=None),
        acting[0] if acting and standing.stage is Stage.ACTING else None,
    )


def _blocks(look: Look, answer_ids: Iterable[int] | None) -> Iterator[list[int]]:
    if answer_ids is not None:
        yield from in_blocks(answer_ids)
        return
    last = 0
    while found := look.tuples(
        "SELECT id FROM answer WHERE id > :after ORDER BY id LIMIT :most", after=last, most=BLOCK
    ):
        last = found[-1][0]
        yield [row[0] for row in found]
