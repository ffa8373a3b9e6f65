"""Brings in the customers of one file: judged, matched, and then stored or only counted."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from dailycontact.core.contact import Contact, Problem
from dailycontact.core.countries import zone_of
from dailycontact.core.naming import fold
from dailycontact.people.sources.contacts import Batch, batches
from dailycontact.people.usecases.import_correcting import (
    new_columns,
    new_emails,
    new_phones,
    write,
)
from dailycontact.people.usecases.import_judging import Candidate, Defaults, Judge
from dailycontact.people.usecases.import_matching import Match, Matcher
from dailycontact.people.usecases.import_reading import Recognised
from dailycontact.people.usecases.import_warnings import Warnings
from dailycontact.store import team
from dailycontact.store.importing import Arrivals, Newcomer, Turns, segments
from dailycontact.store.known import Known, Picture
from dailycontact.store.looking import Look

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

_zone_of = cache(zone_of)

AS_BEFORE = "the same id as line {}, but it says something else"


@dataclass(frozen=True, kw_only=True)
class Imported:
    """What came of a file. `rows` is new + changed + unchanged + refused.

    `twice` of the unchanged say the same as a row before them. `turns` is None where nothing was
    written.
    """

    recognised: Recognised
    new: int
    changed: int
    unchanged: int
    twice: int
    refused: tuple[Problem, ...]
    warnings: Warnings
    still_refuse: int
    turns: Turns | None

    @property
    def rows(self) -> int:
        """How many rows the file has."""
        return self.new + self.changed + self.unchanged + len(self.refused)

    @property
    def says_something_new(self) -> bool:
        """Whether anybody came or was changed."""
        return self.new + self.changed > 0


@dataclass(kw_only=True)
class _Tally:
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    twice: int = 0
    still_refuse: int = 0
    refused: list[Problem] = field(default_factory=list)


def bring_in(
    change: "Change",
    recognised: Recognised,
    *,
    defaults: Defaults,
    day: date,
    progress: Callable[[int], None] = lambda _: None,
) -> Imported:
    """Store the customers of a file who come into the book on `day`; all of them or, raising, none.

    `progress` is told how many rows were read so far. An empty cell of the file says nothing: it
    never takes away what the book knows. A refusal to be phoned is never lifted.

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
    return _Import(change, recognised, defaults, day, arrivals).run(progress)


def rehearse(
    look: Look,
    recognised: Recognised,
    *,
    defaults: Defaults,
    day: date,
    progress: Callable[[int], None] = lambda _: None,
) -> Imported:
    """Return what `bring_in` would say, and store nothing; raises what it raises."""
    return _Import(look, recognised, defaults, day, None).run(progress)


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


class _Import:
    """One file on its way in."""

    def __init__(
        self,
        look: Look,
        recognised: Recognised,
        defaults: Defaults,
        day: date,
        arrivals: Arrivals | None,
    ) -> None:
        self._recognised = recognised
        self._day = day
        self._arrivals = arrivals
        self._tally = _Tally()
        self._segments = {fold(name): (at, beat) for at, name, beat in segments(look)}
        self._matcher = Matcher(
            known=Known(look, recognised.source),
            gives_ids=bool(recognised.mapping.columns_for("external_id")),
        )
        self._judge = Judge(
            file=recognised.name,
            mapping=recognised.mapping,
            defaults=defaults,
            team=team.members(look),
        )

    def run(self, progress: Callable[[int], None]) -> Imported:
        """Go through the file."""
        done = 0
        for batch in batches(self._recognised.sheet, self._recognised.mapping):
            self._tally.refused += batch.problems
            self._take(batch)
            done += len(batch.lines) + len(batch.problems)
            progress(done)
        tally = self._tally
        return Imported(
            recognised=self._recognised,
            new=tally.new,
            changed=tally.changed,
            unchanged=tally.unchanged,
            twice=tally.twice,
            refused=self._recognised.with_cells(tally.refused),
            warnings=self._judge.warnings,
            still_refuse=tally.still_refuse,
            turns=self._arrivals.settle() if self._arrivals else None,
        )

    def _take(self, batch: Batch) -> None:
        keyed = [
            (key, candidate)
            for contact, candidate in self._judge.candidates(batch.lines, batch.contacts)
            if (key := self._key(candidate, contact)) is not None
        ]
        newcomers: list[Newcomer] = []
        keys: list[tuple[int, str]] = []
        news: set[int] = set()
        for match in self._matcher.match(keyed):
            if match.picture is None:
                newcomers.append(self._newcomer(match))
                news.add(match.row.line)
            else:
                if self._correct(match, match.picture):
                    news.add(match.row.line)
                if match.key is not None:
                    keys.append((match.picture.id, match.key))
        self._tally.new += len(newcomers)
        self._judge.warnings.tell(news)
        if self._arrivals:
            self._arrivals.add(newcomers)
            self._arrivals.add_keys(keys)

    def _key(self, row: Candidate, contact: Contact) -> str | None:
        """Return who the row is about in its source; None where a row before was about them."""
        said = hash(contact)
        if not row.external_id:
            key = self._matcher.key_by_name(row.folded, said)
            self._count_twice(same=key is None)
            return key
        before = self._matcher.same_before(row.external_id, said, row.line)
        if before is None:
            return row.external_id
        line, same = before
        self._count_twice(same=same)
        if not same:
            self._tally.refused.append(self._refusal(row, line))
        return None

    def _count_twice(self, *, same: bool) -> None:
        self._tally.unchanged += same
        self._tally.twice += same

    def _refusal(self, row: Candidate, line: int) -> Problem:
        column = self._recognised.mapping.columns_for("external_id")[0]
        return Problem(
            file=self._recognised.name,
            line=row.line,
            column=column.header,
            value=row.external_id,
            reason=AS_BEFORE.format(line),
        )

    def _newcomer(self, match: Match) -> Newcomer:
        key, row, _, _, twin = match
        segment_id, beat = self._segment(row.segment) if row.segment else (None, None)
        refused_on = refused_why = None
        if row.refuses:
            refused_on, refused_why = self._day.isoformat(), self._why()
        elif twin:
            refused_on = twin.facts["do_not_contact_on"]
            refused_why = twin.facts["do_not_contact_why"]
            self._tally.still_refuse += 1
        return Newcomer(
            key or "",
            row.name,
            row.company,
            row.folded,
            row.country,
            row.zone or _zone_of(row.country),
            segment_id,
            row.cadence,
            row.leader_id,
            refused_on,
            refused_why,
            row.cadence or beat,
            row.phones,
            row.emails,
        )

    def _correct(self, match: Match, picture: Picture) -> bool:
        """Bring a customer up to date with what the file says; return if it says anything else."""
        segment_id, _ = self._segment(match.row.segment)
        columns = new_columns(match.row, picture, segment_id=segment_id)
        refuses = match.row.refuses and picture.facts["do_not_contact_on"] is None
        phones = new_phones(match, picture)
        emails = new_emails(match, picture)
        if picture.facts["do_not_contact_on"] and not match.row.refuses:
            self._tally.still_refuse += 1
        if not (columns or phones or emails or refuses):
            self._tally.unchanged += 1
            return False
        self._tally.changed += 1
        if self._arrivals:
            write(self._arrivals, picture, columns, phones, emails)
            if refuses:
                self._arrivals.refuse(picture.id, day=self._day, why=self._why())
        return True

    def _segment(self, name: str) -> tuple[int | None, int | None]:
        """Return the id of a segment, made where it is new, and its cadence."""
        if not name:
            return None, None
        form = fold(name)
        if form not in self._segments:
            made = self._arrivals.add_segment(name) if self._arrivals else -len(self._segments) - 1
            self._segments[form] = (made, None)
        return self._segments[form]

    def _why(self) -> str:
        return f"as {self._recognised.name} says"
