"""Tells who in a file is somebody the book knows already.

By the number that their source gives them; else by the same e-mail address or phone number and a
name that can be one person's; else by the same name and company within the source. Two ids of one
source are two customers. Each customer is meant by one row of a file at most, so that a file
brought in twice changes nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import starmap
from typing import NamedTuple

from dailycontact.core.naming import fold
from dailycontact.core.persons import can_be_one
from dailycontact.people.usecases.import_folding import numbered, ways_of
from dailycontact.people.usecases.import_judging import Candidate
from dailycontact.store.known import BY_NAME, Known, Picture


class Match(NamedTuple):
    """A row, the customer it means (None: nobody yet), and the key to note for them, if any.

    `owned`: the source knew them by a key before, and so may correct what it said.
    `refused`: somebody who said no, and may be this one under another id or number.
    """

    key: str | None
    row: Candidate
    picture: Picture | None = None
    owned: bool = False
    refused: Picture | None = None
    adds: bool = False


@dataclass(kw_only=True)
class Matcher:
    """Matches the rows of one file, block by block.

    `gives_ids`: the file has a column for ids, so that whoever has one there is meant by it alone.
    """

    known: Known
    gives_ids: bool
    _claimed: set[int] = field(default_factory=set)
    _given: set[int] = field(default_factory=set)

    def match(self, rows: Sequence[tuple[str, Candidate]]) -> list[Match]:
        """Return who is meant by each row; rows come with their keys."""
        if not self.known.anybody:
            return list(starmap(Match, rows))
        by_key = self.known.by_key([key for key, _ in rows])
        by_contact = self._by_contact([row for key, row in rows if not _is_id(key, by_key)])
        wanted = {*by_key.values(), *(one for ids in by_contact.values() for one in ids)}
        pictures = self.known.pictures(wanted)
        return [self._match(key, row, by_key, by_contact, pictures) for key, row in rows]

    def _by_contact(self, rows: Sequence[Candidate]) -> Mapping[str, tuple[int, ...]]:
        addresses = {email.address.lower() for row in rows for email in row.emails}
        numbers = {phone.e164 for row in rows for phone in row.phones if phone.e164}
        return self.known.by_contact(addresses, numbers)

    def _match(
        self,
        key: str,
        row: Candidate,
        by_key: Mapping[str, int],
        by_contact: Mapping[str, tuple[int, ...]],
        pictures: Mapping[int, Picture],
    ) -> Match:
        keyed = pictures.get(by_key.get(key, 0))
        if keyed and (_is_id(key, by_key) or keyed.id in self.known.merged):
            return self._claim(row, None, keyed)
        twins = _twins(row, by_contact, pictures)
        free = [
            twin
            for twin in twins
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
        if alike:
            taken = key in by_key or hash(key) in self._given
            self._given.add(hash(key))
            return self._claim(row, None if taken else key, alike[0])
        namesake = self._free_namesake(row, keyed) if keyed else None
        if namesake:
            return self._claim(row, None, namesake)
        return Match(self._free_key(row, key, by_key), row, refused=self._refused(row, twins))

    def _refused(self, row: Candidate, twins: Sequence[Picture]) -> Picture | None:
        """Return who said no and may be this newcomer, by a way to reach them or by the company."""
        refused = next((twin for twin in twins if twin.facts["do_not_contact_on"]), None)
        namesake = self.known.refused.get(row.folded) if row.company not in ("", row.name) else None
        if refused is None and namesake is not None:
            return self.known.pictures([namesake])[namesake]
        return refused

    def _free_namesake(self, row: Candidate, keyed: Picture) -> Picture | None:
        """Return who has the name and company of a row, and is meant by no other row."""
        if keyed.id not in self._claimed:
            return keyed
        others = self.known.namesakes(f"{BY_NAME}{row.folded}")
        free = next((one for one in others if one not in self._claimed), None)
        return None if free is None else self.known.pictures([free])[free]

    def _claim(self, row: Candidate, key: str | None, picture: Picture) -> Match:
        self._claimed.add(picture.id)
        new = None if key is None or key in picture.keys else key
        adds = picture.id in self.known.merged
        return Match(new, row, picture=picture, owned=bool(picture.keys), adds=adds)

    def _free_key(self, row: Candidate, key: str, by_key: Mapping[str, int]) -> str:
        """Return the key of somebody new, which nobody in the source may have yet."""
        place, base = 1, f"{BY_NAME}{row.folded}"
        while key in by_key or hash(key) in self._given or (place > 1 and self.known.by_key([key])):
            place += 1
            key = numbered(base, place)
        self._given.add(hash(key))
        return key


def _is_id(key: str, by_key: Mapping[str, int]) -> bool:
    return key in by_key and not key.startswith(BY_NAME)


def _twins(
    row: Candidate, by_contact: Mapping[str, tuple[int, ...]], pictures: Mapping[int, Picture]
) -> list[Picture]:
    """Return who has an e-mail address or a number of the row, and a name that can be its own."""
    ids = dict.fromkeys(one for way in ways_of(row) for one in by_contact.get(way, ()))
    return [pictures[one] for one in ids if can_be_one(row.called, pictures[one].called)]
