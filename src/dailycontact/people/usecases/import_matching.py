"""Tells who in a file is somebody the book knows already.

By the number that their source gives them; else by the same e-mail address or phone number and a
name that can be one person's; else by the same name and company within the source, where nothing
speaks against it: namesakes who can be reached otherwise are two. Two ids of one source are two
customers. Each customer is meant by one row of a file at most, so that a file brought in twice
changes nothing.
"""

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import starmap
from typing import NamedTuple

from dailycontact.core.naming import fold
from dailycontact.core.persons import can_be_one, clearly_two
from dailycontact.people.usecases.import_folding import every_way_of, numbered, ways_of
from dailycontact.people.usecases.import_judging import Candidate
from dailycontact.people.usecases.import_ways import fits_by_name, forms_of, known_forms
from dailycontact.store.known import BY_NAME, Known, Picture
from dailycontact.store.own_words import OwnWords

_ALL = ""
"""Under what all namesakes stand; those without number and address stand under None."""


class Match(NamedTuple):
    """A row, the customer it means (None: nobody yet), and the key to note for them, if any.

    `owned`: the source alone knew them by a key before, and so may take back what it said.
    `refused`: somebody who said no, and may be this one under another id or number.
    `adds`: two were merged into them, so that a row of either only adds to what the book says.
    """

    key: str | None
    row: Candidate
    picture: Picture | None = None
    owned: bool = False
    refused: Picture | None = None
    adds: bool = False


_ByKey = Mapping[str, int]
_ByContact = Mapping[str, tuple[int, ...]]
_Pictures = Mapping[int, Picture]


@dataclass(kw_only=True)
class Matcher:
    """Matches the rows of one file, block by block.

    `gives_ids`: the file has a column for ids, so that whoever has one there is meant by it alone.
    `words` are what leaders wrote by hand of each customer, asked for only where it matters.
    """

    known: Known
    gives_ids: bool
    words: Callable[[], Mapping[int, OwnWords]] = dict
    _claimed: set[int] = field(default_factory=set)
    _given: set[int] = field(default_factory=set)
    _places: dict[int, int] = field(default_factory=dict)
    _ahead: dict[str, bool] = field(default_factory=dict)
    _namesakes: dict[str, dict[str | None, deque[int]]] = field(default_factory=dict)

    def match(self, rows: Sequence[tuple[str, Candidate]]) -> list[Match]:
        """Return who is meant by each row; rows come with their keys.

        Whoever is meant by an id, a number or an address is no more meant by a name alone.
        """
        if not self.known.anybody:
            return list(starmap(Match, rows))
        by_key = self.known.by_key([key for key, _ in rows])
        by_contact = self._by_contact([row for key, row in rows if not _is_id(key, by_key)])
        wanted = {*by_key.values(), *(one for ids in by_contact.values() for one in ids)}
        pictures = self.known.pictures(wanted)
        found = [self._by_proof(key, row, by_key, by_contact, pictures) for key, row in rows]
        self._look_ahead(row for match, (_, row) in zip(found, rows, strict=True) if not match)
        return [
            match or self._by_name(key, row, by_key, by_contact, pictures)
            for match, (key, row) in zip(found, rows, strict=True)
        ]

    def _by_contact(self, rows: Sequence[Candidate]) -> _ByContact:
        addresses = {email.address.lower() for row in rows for email in row.emails}
        numbers = {phone.e164 for row in rows for phone in row.phones if phone.e164}
        return self.known.by_contact(addresses, numbers)

    def _by_proof(
        self,
        key: str,
        row: Candidate,
        by_key: _ByKey,
        by_contact: _ByContact,
        pictures: _Pictures,
    ) -> Match | None:
        """Return who is meant by an id, or by a number or an address and the name."""
        keyed = pictures.get(by_key.get(key, 0))
        if keyed and _is_id(key, by_key):
            return self._claim(row, None, keyed)
        if keyed and keyed.id in self.known.merged and self._fits(row, keyed):
            return self._claim(row, None, keyed)
        free = [
            twin
            for twin in _twins(row, by_contact, pictures)
            if twin.id not in self._claimed and not (self.gives_ids and twin.has_an_id)
        ]
        # Whoever the row meant last time it means again; then whoever has its name and company.
        alike = sorted(
            free,
            key=lambda twin: (
                twin is not keyed,
                twin.facts["folded"] != row.folded,
                twin.named != fold(row.name),
                twin.id,
            ),
        )
        if not alike:
            return None
        taken = key in by_key or hash(key) in self._given
        self._given.add(hash(key))
        return self._claim(row, None if taken else key, alike[0])

    def _by_name(
        self,
        key: str,
        row: Candidate,
        by_key: _ByKey,
        by_contact: _ByContact,
        pictures: _Pictures,
    ) -> Match:
        """Return who is meant by the name alone, or somebody new."""
        keyed = pictures.get(by_key.get(key, 0))
        namesake = self._free_namesake(row, keyed) if keyed else None
        if namesake:
            return self._claim(row, None, namesake)
        sharing = _sharing(row, by_contact, pictures)
        return Match(self._free_key(row, key, by_key), row, refused=self._refused(row, sharing))

    def _refused(self, row: Candidate, sharing: Iterable[Picture]) -> Picture | None:
        """Return who said no and may be this newcomer, by a way to reach them or by the company."""
        for one in sharing:
            if one.facts["do_not_contact_on"] and not self._is_another(row, one):
                return one
        namesake = self.known.refused.get(row.folded) if row.company not in ("", row.name) else None
        return None if namesake is None else self.known.pictures([namesake])[namesake]

    def _is_another(self, row: Candidate, refused: Picture) -> bool:
        """Return whether a row is plainly not about somebody, whatever they were ever called."""
        every = (refused.called, *self.known.former_names.get(refused.id, ()))
        return all(clearly_two(row.called, name) for name in every)

    def _free_namesake(self, row: Candidate, keyed: Picture) -> Picture | None:
        """Return who has the name and company of a row and may be meant, by no other row yet."""
        if keyed.id not in self._claimed and self._fits(row, keyed):
            return keyed
        if ways_of(row):
            return None  # Whoever shares one was found by it.
        among = self._of_name(f"{BY_NAME}{row.folded}")
        wanted: tuple[str | None, ...] = (*forms_of(row), None) if forms_of(row) else (_ALL,)
        free = next((one for form in wanted if (one := self._first_free(among, form))), None)
        return None if free is None else self.known.pictures([free])[free]

    def _fits(self, row: Candidate, picture: Picture) -> bool:
        return fits_by_name(row, picture) or (
            not forms_of(row).isdisjoint(known_forms(picture, self.words().get(picture.id)))
        )

    def _of_name(self, key: str) -> dict[str | None, deque[int]]:
        """Return those whose key is made from one name and company, by how to reach them."""
        if key not in self._namesakes:
            found = self._namesakes[key] = {}
            ids = self.known.namesakes(key)
            for one, picture in sorted(self.known.pictures(ids).items()):
                forms = known_forms(picture, self.words().get(one))
                for form in (_ALL, *(forms or (None,))):
                    found.setdefault(form, deque()).append(one)
        return self._namesakes[key]

    def _first_free(self, among: Mapping[str | None, deque[int]], form: str | None) -> int | None:
        left = among.get(form)
        while left and left[0] in self._claimed:
            left.popleft()
        return left[0] if left else None

    def _claim(self, row: Candidate, key: str | None, picture: Picture) -> Match:
        self._claimed.add(picture.id)
        new = None if key is None or key in picture.keys else key
        adds = picture.id in self.known.merged
        owned = bool(picture.keys) and not picture.elsewhere
        return Match(new, row, picture=picture, owned=owned, adds=adds)

    def _free_key(self, row: Candidate, key: str, by_key: _ByKey) -> str:
        """Return the key of somebody new, which nobody in the source may have yet."""
        base = f"{BY_NAME}{row.folded}"
        place = self._places.get(hash(base), 1)
        while key in by_key or hash(key) in self._given or (place > 1 and self._is_taken(key)):
            place += 1
            key = numbered(base, place)
        if place > 1:
            self._places[hash(base)] = place
        self._given.add(hash(key))
        return key

    def _look_ahead(self, rows: Iterable[Candidate]) -> None:
        """Ask in one go which of the next keys are taken, where the first ones are."""
        bases = {f"{BY_NAME}{row.folded}" for row in rows}
        taken = self.known.by_key(bases)
        nexts = {base: self._places.get(hash(base), 1) for base in taken}
        keys = [numbered(base, at + n) for base, at in nexts.items() for n in (1, 2)]
        there = self.known.by_key(keys) if keys else {}
        self._ahead = {key: key in there for key in keys}

    def _is_taken(self, key: str) -> bool:
        known = self._ahead.get(key)
        return bool(self.known.by_key([key])) if known is None else known


def _is_id(key: str, by_key: _ByKey) -> bool:
    return key in by_key and not key.startswith(BY_NAME)


def _twins(row: Candidate, by_contact: _ByContact, pictures: _Pictures) -> list[Picture]:
    """Return who has an e-mail address or a number of the row, and a name that can be its own."""
    ids = dict.fromkeys(one for way in ways_of(row) for one in by_contact.get(way, ()))
    return [pictures[one] for one in ids if can_be_one(row.called, pictures[one].called)]


def _sharing(row: Candidate, by_contact: _ByContact, pictures: _Pictures) -> list[Picture]:
    """Return who has anything of the row that stands for a number or an address."""
    ids = dict.fromkeys(one for way in every_way_of(row) for one in by_contact.get(way, ()))
    return [pictures[one] for one in ids]
