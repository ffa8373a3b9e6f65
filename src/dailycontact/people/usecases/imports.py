"""Brings in the customers of one file: judged, matched, and then stored or only counted."""

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.contact import Problem
from dailycontact.people.usecases.import_judging import Defaults
from dailycontact.people.usecases.import_reading import Recognised
from dailycontact.people.usecases.import_taking import Taking
from dailycontact.people.usecases.import_warnings import Warnings
from dailycontact.store.importing import Arrivals, Turns
from dailycontact.store.looking import Look

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


@dataclass(frozen=True, kw_only=True)
class Imported:
    """What came of a file. `rows` is new + changed + unchanged + refused + skipped.

    `twice` of the unchanged are about somebody whom a row before them was about. `skipped` counts,
    by reason, rows that are nobody to phone. `refusals` are those whom the file marks as not to be
    phoned, for the first time. `kept` fields were left as a leader wrote them.
    `turns` is None where nothing was written; `newcomers` are the ids of those who are new.
    """

    recognised: Recognised
    new: int
    changed: int
    unchanged: int
    twice: int
    refused: tuple[Problem, ...]
    skipped: Mapping[str, int]
    kept: int
    warnings: Warnings
    refusals: int
    still_refuse: int
    turns: Turns | None
    newcomers: range = range(0)

    @property
    def rows(self) -> int:
        """How many rows the file has."""
        stored = self.new + self.changed + self.unchanged
        return stored + len(self.refused) + sum(self.skipped.values())

    @property
    def people(self) -> int:
        """How many rows are about somebody, refused ones too."""
        return self.rows - sum(self.skipped.values())

    @property
    def says_something_new(self) -> bool:
        """Whether anybody came or was changed."""
        return self.new + self.changed > 0


def bring_in(
    change: "Change",
    recognised: Recognised,
    *,
    defaults: Defaults,
    day: date,
    overwrite: bool = False,
    progress: Callable[[int], None] = lambda _: None,
) -> Imported:
    """Store the customers of a file who come into the book on `day`; all of them or, raising, none.

    `progress` is told how many rows were read so far. An empty cell of the file says nothing: it
    never takes away what the book knows. What a leader wrote by hand stays, unless `overwrite`. A
    refusal to be phoned is never lifted.

    Raises:
        UnclosedQuote: the file ends inside a cell.

    """
    arrivals = Arrivals(
        change,
        source=recognised.source,
        day=day,
        most=recognised.most_rows,
        with_phones=bool(recognised.mapping.columns_for("phone")),
    )
    taking = Taking(
        change, recognised, defaults=defaults, day=day, arrivals=arrivals, overwrite=overwrite
    )
    return _imported(taking, recognised, progress, arrivals)


def rehearse(
    look: Look,
    recognised: Recognised,
    *,
    defaults: Defaults,
    day: date,
    overwrite: bool = False,
    progress: Callable[[int], None] = lambda _: None,
) -> Imported:
    """Return what `bring_in` would say, and store nothing; raises what it raises."""
    taking = Taking(
        look, recognised, defaults=defaults, day=day, arrivals=None, overwrite=overwrite
    )
    return _imported(taking, recognised, progress, None)


def _imported(
    taking: Taking,
    recognised: Recognised,
    progress: Callable[[int], None],
    arrivals: Arrivals | None,
) -> Imported:
    tally = taking.run(progress)
    return Imported(
        recognised=recognised,
        new=tally.new,
        changed=tally.changed,
        unchanged=tally.unchanged,
        twice=tally.twice,
        refused=recognised.with_cells(tally.refused),
        skipped=tally.skipped,
        kept=tally.kept,
        warnings=taking.warnings,
        refusals=tally.refusals,
        still_refuse=tally.still_refuse,
        turns=arrivals.settle() if arrivals else None,
        newcomers=arrivals.newcomers if arrivals else range(0),
    )


@contextmanager
def no_search_for_circles() -> Iterator[None]:
    """Spare a hundred thousand tuples Python's search for rings of objects: a fifth of the time.

    Libraries that are imported meanwhile are spared it too.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
