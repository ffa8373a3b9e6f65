"""Takes the rows of one file in, block by block: judged, told apart, stored or only counted."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cache, cached_property

from dailycontact.core.contact import Contact, Problem, shortened
from dailycontact.core.countries import zone_of
from dailycontact.core.naming import fold
from dailycontact.people.sources.contacts import Batch, batches
from dailycontact.people.usecases.import_block import Block, Tally
from dailycontact.people.usecases.import_correcting import addition, correction
from dailycontact.people.usecases.import_folding import Folding, Ids, joined, ways_of
from dailycontact.people.usecases.import_judging import Candidate, Defaults, Judge
from dailycontact.people.usecases.import_matching import Match, Matcher
from dailycontact.people.usecases.import_reading import Recognised
from dailycontact.people.usecases.import_renaming import ANOTHER_LIST, ANOTHER_NAME, is_renamed
from dailycontact.store import team
from dailycontact.store.importing import Arrivals, segments
from dailycontact.store.known import Known, Picture
from dailycontact.store.looking import Look
from dailycontact.store.marks import Marks
from dailycontact.store.newcomers import Newcomer
from dailycontact.store.own_words import OwnWords, own_words

_zone_of = cache(zone_of)

AS_BEFORE = "the same id as line {}, but it says something else"
ERASED = "somebody who was erased"
NOBODY = -1
"""Which customer somebody is who was erased."""


class Taking:
    """One file on its way in; without `arrivals` everything is only counted."""

    def __init__(
        self,
        look: Look,
        recognised: Recognised,
        *,
        defaults: Defaults,
        day: date,
        arrivals: Arrivals | None,
        overwrite: bool,
    ) -> None:
        """Begin; with `overwrite` the file is right even where a leader wrote otherwise."""
        self.tally = Tally()
        self._look = look
        self._overwrite = overwrite
        self._recognised = recognised
        self._day = day
        self._arrivals = arrivals
        self._segments = {fold(name): (at, beat) for at, name, beat in segments(look)}
        self._known = Known(look, recognised.source)
        self._matcher = Matcher(
            known=self._known,
            gives_ids=bool(recognised.mapping.columns_for("external_id")),
            words=lambda: self._words,
        )
        self._marks = Marks(look)
        self._any_erased = self._marks.any
        self._ids = Ids()
        self._folding = Folding()
        self._judge = Judge(
            file=recognised.name,
            mapping=recognised.mapping,
            defaults=defaults,
            team=team.members(look),
        )
        self.warnings = self._judge.warnings

    def run(self, progress: Callable[[int], None]) -> Tally:
        """Go through the file; `progress` is told how many rows were read so far."""
        done = 0
        for batch in batches(self._recognised.sheet, self._recognised.mapping):
            self.tally.refused += batch.problems
            self.tally.skipped.update(batch.skipped)
            self._take(batch)
            done += batch.rows
            progress(done)
        return self.tally

    @cached_property
    def _words(self) -> dict[int, OwnWords]:
        return dict(own_words(self._look))

    @property
    def _own(self) -> dict[int, OwnWords]:
        return {} if self._overwrite else self._words

    def _take(self, batch: Batch) -> None:
        block = Block()
        for contact, candidate in self._judge.candidates(batch.lines, batch.contacts):
            if candidate.external_id:
                self._take_id(block, candidate, contact)
            else:
                self._take_name(block, candidate, contact)
        news = self._bring(block)
        self._take_later(block)
        self.warnings.tell(_with_joined(news, block.more) if block.more else news)

    def _bring(self, block: Block) -> Collection[int]:
        """Store the people of a block; return the lines of those who are new or changed."""
        matches = self._matcher.match(block.rows)
        if not self._known.anybody and not self._any_erased:
            newcomers = list(map(self._newcomer, matches))
            self._store(block, newcomers, [], range(self._next_id, self._next_id + len(matches)))
            return {row.line for _, row in block.rows}
        return self._bring_to_others(block, matches)

    def _bring_to_others(self, block: Block, matches: Iterable[Match]) -> Collection[int]:
        """Store the people of a block into a book in which there is, or was, somebody."""
        newcomers: list[Newcomer] = []
        keys: list[tuple[int, str]] = []
        customers: list[int] = []
        news: set[int] = set()
        for match in matches:
            if self._any_erased and self._is_erased(match):
                customers.append(NOBODY)
                self._skip_erased(len(block.more[match.row.line]))
            elif match.picture is not None and self._is_of_another_list(match, match.picture):
                customers.append(NOBODY)
            elif match.picture is not None:
                customers.append(match.picture.id)
                if self._correct(match, match.picture):
                    news.add(match.row.line)
                if match.key is not None:
                    keys.append((match.picture.id, match.key))
            else:
                customers.append(self._next_id + len(newcomers))
                newcomers.append(self._newcomer(match))
                news.add(match.row.line)
        self._store(block, newcomers, keys, customers)
        return news

    def _is_of_another_list(self, match: Match, picture: Picture) -> bool:
        """Refuse a row whose id is somebody else's; where their program is known, only say it."""
        row, before = match.row, picture.facts["name"]
        if match.adds or not is_renamed(row, picture, words=lambda: self._words.get(picture.id)):
            return False
        if self._recognised.by_file_name:
            reason = ANOTHER_LIST.format(shortened(before), shortened(row.name))
            self.tally.refused.append(self._problem(row, "external_id", row.external_id, reason))
            return True
        now = f"{shortened(before)} → {shortened(row.name)}"
        self.warnings.add("name", ANOTHER_NAME, self._problem(row, "name", now, ANOTHER_NAME))
        return False

    def _store(
        self,
        block: Block,
        newcomers: Sequence[Newcomer],
        keys: Sequence[tuple[int, str]],
        customers: Sequence[int],
    ) -> None:
        """Store newcomers and keys; `customers` are the ids of everybody in the block."""
        self.tally.new += len(newcomers)
        if self._arrivals:
            self._arrivals.add(newcomers)
            self._arrivals.add_keys(keys)
        for who, place in block.places.items():
            self._folding.became(who, customers[place])

    @property
    def _next_id(self) -> int:
        return self._arrivals.next_id if self._arrivals else 0

    def _is_erased(self, match: Match) -> bool:
        """Say whether a row is about somebody who was erased: by their number here, or by marks."""
        if match.picture is not None:
            return bool(match.picture.facts["erased"])
        row = match.row
        ways = ways_of(row)
        return self._marks.knows(
            name=row.name,
            folded=row.folded,
            emails=[email.address for email in row.emails],
            numbers=[phone.e164 for phone in row.phones if phone.e164],
            source=self._recognised.source,
            external_id=row.external_id or (None if ways else match.key),
        )

    def _skip_erased(self, joined_to_it: int) -> None:
        """Count a row of somebody who was erased, and those that were counted as theirs before."""
        self.tally.skipped[ERASED] += 1 + joined_to_it
        self.tally.unchanged -= joined_to_it
        self.tally.twice -= joined_to_it

    def _take_id(self, block: Block, row: Candidate, contact: Contact) -> None:
        """Note a row with an id; the first with it counts, another must say the same."""
        before = self._ids.same_before(row.external_id, hash(contact), row.line)
        if before is None:
            block.rows.append((row.external_id, row))
            return
        line, same = before
        if same:
            self.tally.count_twice()
        else:
            self.tally.refused.append(self._refusal(row, line))

    def _take_name(self, block: Block, row: Candidate, contact: Contact) -> None:
        """Note a row without an id: somebody new, or what else is said of somebody before."""
        said = hash(contact)
        who = self._folding.seen(row, said)
        if who is None:
            who, key = self._folding.add(row, said)
            block.places[who] = len(block.rows)
            block.rows.append((key, row))
            return
        if self._folding.customer_of(who) == NOBODY:
            self.tally.skipped[ERASED] += 1
            return
        self.tally.count_twice()
        if who in block.places:
            key, first = block.rows[block.places[who]]
            block.rows[block.places[who]] = (key, joined(first, row))
            block.more[first.line].append(row.line)
        else:
            before = block.later.get(who)
            block.later[who] = joined(before, row) if before else row

    def _take_later(self, block: Block) -> None:
        """Add what rows say of customers whom a block before was about."""
        if not self._arrivals or not block.later:
            return
        ids = {self._folding.customer_of(who): row for who, row in block.later.items()}
        for customer_id, picture in self._known.pictures(list(ids)).items():
            row = ids[customer_id]
            addition(row, picture, own=self._own.get(customer_id)).write(self._arrivals, picture)
            if row.refuses and picture.facts["do_not_contact_on"] is None:
                self._arrivals.refuse(customer_id, day=self._day, why=self._why())

    def _refusal(self, row: Candidate, line: int) -> Problem:
        return self._problem(row, "external_id", row.external_id, AS_BEFORE.format(line))

    def _problem(self, row: Candidate, about: str, value: str, reason: str) -> Problem:
        header = next((each.header for each in self._recognised.mapping.columns_for(about)), "")
        return Problem(
            file=self._recognised.name, line=row.line, column=header, value=value, reason=reason
        )

    def _newcomer(self, match: Match) -> Newcomer:
        key, row, _, _, refused, _ = match
        segment_id, beat = self._segment(row.segment) if row.segment else (None, None)
        refused_on = refused_why = None
        if row.refuses or (row.more and row.more.refused_on):
            refused_on, refused_why = self._refused(row)
            self.tally.refusals += 1
        elif refused:
            refused_on = refused.facts["do_not_contact_on"]
            refused_why = refused.facts["do_not_contact_why"]
            self.tally.still_refuse += 1
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
            row.more.columns if row.more else None,
            row.more.other_ids if row.more else (),
        )

    def _correct(self, match: Match, picture: Picture) -> bool:
        """Bring a customer up to date with what the file says; return if it says anything else."""
        row, said_no = match.row, picture.facts["do_not_contact_on"]
        if self._overwrite and row.by_flag:
            row = row._replace(by_flag=frozenset())
        segment_id, _ = self._segment(row.segment)
        own = self._own.get(picture.id)
        found = (
            addition(row, picture, own=own)
            if match.adds
            else correction(row, picture, segment_id=segment_id, own=own, replaces=match.owned)
        )
        refuses = not said_no and (row.refuses or bool(row.more and row.more.refused_on))
        self.tally.refusals += refuses
        self.tally.kept += found.kept
        if said_no and not row.refuses:
            self.tally.still_refuse += 1
        self._note_other_ids(row, picture)
        if not (found.says_something or refuses):
            self.tally.unchanged += 1
            return False
        self.tally.changed += 1
        if self._arrivals:
            found.write(self._arrivals, picture)
            if refuses:
                on, why = self._refused(row)
                self._arrivals.refuse(picture.id, day=date.fromisoformat(on), why=why)
        return True

    def _note_other_ids(self, row: Candidate, picture: Picture) -> None:
        if self._arrivals and row.more and row.more.other_ids:
            self._arrivals.add_other_ids([(picture.id, *other) for other in row.more.other_ids])

    def _segment(self, name: str) -> tuple[int | None, int | None]:
        """Return the id of a segment, made where it is new, and its cadence."""
        if not name:
            return None, None
        form = fold(name)
        if form not in self._segments:
            made = self._arrivals.add_segment(name) if self._arrivals else -len(self._segments) - 1
            self._segments[form] = (made, None)
        return self._segments[form]

    def _refused(self, row: Candidate) -> tuple[str, str | None]:
        """Return since when somebody refuses, and why; without a day in the file, it says so."""
        more = row.more
        if more and more.refused_on:
            return more.refused_on, more.refused_why
        return self._day.isoformat(), (more.refused_why if more else None) or self._why()

    def _why(self) -> str:
        return f"as {self._recognised.name} says"


def _with_joined(news: Collection[int], more: Mapping[int, Sequence[int]]) -> set[int]:
    """Return the lines of some people, with those that were joined to them."""
    return {*news, *(line for first in news for line in more.get(first, ()))}
