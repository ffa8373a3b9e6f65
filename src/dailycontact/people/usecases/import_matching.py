"""Tells who in a file is somebody the book knows already, and which rows say the same.

By the number that their source gives them; else by the same e-mail address or phone number and
the same name; else by the same name and company within the source. Each customer is meant by one
row of a file at most, so that a file brought in twice changes nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import starmap
from typing import NamedTuple

from dailycontact.core.naming import fold
from dailycontact.people.usecases.import_judging import Candidate
from dailycontact.store.known import BY_NAME, Known, Picture


class Match(NamedTuple):
    """A row, the customer it means (None: nobody yet), and the key to note for them, if any.

    `owned`: the source knew them by that key before, and so may correct what it said.
    `refused`: somebody of the same name and number who said no, although they are not this one.
    """

    key: str | None
    row: Candidate
    picture: Picture | None = None
    owned: bool = False
    refused: Picture | None = None


@dataclass(kw_only=True)
class Matcher:
    """Matches the rows of one file, block by block.

    `gives_ids`: the file has a column for ids, so that whoever has one there is meant by it alone.
    """

    known: Known
    gives_ids: bool
    _ids: dict[str, tuple[int, int]] = field(default_factory=dict)
    _names: dict[str, list[int]] = field(default_factory=dict)
    _claimed: set[int] = field(default_factory=set)
    _given: set[str] = field(default_factory=set)

    def same_before(self, external_id: str, said: int, line: int) -> tuple[int, bool] | None:
        """Return on which line somebody with this id stood before, and if it said the same.

        `said` is the hash of what the row says; the first row with an id is the one that counts.
        """
        before = self._ids.setdefault(external_id, (line, said))
        return None if before[0] == line else (before[0], before[1] == said)

    def key_by_name(self, folded: str, said: int) -> str | None:
        """Return the key of somebody without an id; None where a row before said the same."""
        hashes = self._names.setdefault(folded, [])
        if said in hashes:
            return None
        hashes.append(said)
        return _numbered(f"{BY_NAME}{folded}", len(hashes))

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
        if keyed and _is_id(key, by_key):
            return self._claim(row, None, keyed)
        twins = _twins(row, by_contact, pictures)
        free = [
            twin
            for twin in twins
            if twin.id not in self._claimed and not (self.gives_ids and twin.has_an_id)
        ]
        # Whoever the row meant last time it means again; then whoever has its company, too.
        alike = sorted(
            free,
            key=lambda twin: (twin is not keyed, twin.facts["folded"] != row.folded, twin.id),
        )
        if alike:
            taken = key in by_key or key in self._given
            self._given.add(key)
            return self._claim(row, None if taken else key, alike[0])
        namesake = self._free_namesake(row, keyed) if keyed else None
        if namesake:
            return self._claim(row, None, namesake)
        refused = next((twin for twin in twins if twin.facts["do_not_contact_on"]), None)
        return Match(self._free_key(row, key, by_key), row, refused=refused)

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
        return Match(new, row, picture=picture, owned=bool(picture.keys))

    def _free_key(self, row: Candidate, key: str, by_key: Mapping[str, int]) -> str:
        """Return the key of somebody new, which nobody in the source may have yet."""
        place, base = 1, f"{BY_NAME}{row.folded}"
        while key in by_key or key in self._given or (place > 1 and self.known.by_key([key])):
            place += 1
            key = _numbered(base, place)
        self._given.add(key)
        return key


def _numbered(base: str, place: int) -> str:
    return f"{base}#{place}" if place > 1 else base


def _is_id(key: str, by_key: Mapping[str, int]) -> bool:
    return key in by_key and not key.startswith(BY_NAME)


def _twins(
    row: Candidate, by_contact: Mapping[str, tuple[int, ...]], pictures: Mapping[int, Picture]
) -> list[Picture]:
    """Return who has the same name, and an e-mail address or a number of the row."""
    ways = [email.address.lower() for email in row.emails]
    ways += [phone.e164 for phone in row.phones if phone.e164]
    ids = dict.fromkeys(one for way in ways for one in by_contact.get(way, ()))
    if not ids:
        return []
    named = fold(row.name)
    return [pictures[one] for one in ids if pictures[one].named == named]
