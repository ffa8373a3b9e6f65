"""What must not stand in words that others read: numbers, addresses, and names without consent.

Better too much than too little: a long row of digits is taken for a number to phone, and a name is
found without its accents, with spaces for hyphens, in another order, in one word or letter by
letter, and without the Ltd of its company. A first or last name alone is found as a capitalised
word, unless it is a word like any other where it stands (core/ordinary.py).
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from dailycontact.core.contacts import Ways, looks_like_contacts
from dailycontact.core.customer import ERASED
from dailycontact.core.names import (
    Names,
    names_of_companies,
    names_of_people,
    names_of_speaker,
    names_that_stay,
    own_company,
    sure_names,
)
from dailycontact.core.remembered import Remembered
from dailycontact.core.spelling import keys, plain
from dailycontact.core.spotting import Spot, spots

Mask = Callable[[str], str]
"""What makes a text fit for its readers."""

NAME = "[name]"
COMPANY = "[company]"
COLLEAGUE = "[colleague]"
HIDDEN = "[hidden]"
NAMES = frozenset((NAME, COMPANY, COLLEAGUE))
"""What stands for a name; a word that is kept is taken for none of these."""

_NO_NAME = "ꙮ"
"""A letter of no name, in place of numbers and addresses: no name reaches over them."""


def unmasked(text: str) -> str:
    """Return the text as it is: the leader's own edition."""
    return text


@dataclass(frozen=True, kw_only=True)
class Hidden:
    """What was found in a text, and what stands there instead, or None: it is a word."""

    found: str
    instead: str | None


@dataclass(frozen=True, kw_only=True)
class Masker:
    """Masks numbers, addresses and these names in texts, and can say what it found."""

    names: tuple[Names, ...] = ()
    kept: frozenset[str] = frozenset()
    ways: Ways = field(default_factory=Ways)
    """Numbers and addresses that are found however they are written."""
    remembered: Remembered = field(default_factory=Remembered)
    """Names of who was erased, as far as texts still have them."""
    said: frozenset[str] = frozenset()
    """Words of the team's names, as they are compared, that may be said."""

    def __call__(self, words: str) -> str:
        """Return the words masked."""
        return self.look(words)[0]

    def look(
        self,
        words: str,
        *,
        askers: Iterable[tuple[str, str]] = (),
        speaker: tuple[str, str] | None = None,
    ) -> tuple[str, tuple[Hidden, ...]]:
        """Return the words masked, and what was found in them, in order.

        Those about `askers` (name, company) are masked in parts of their names, too. The names of a
        `speaker`, who agreed to be named, are left.
        """
        words = plain(words)
        own = [each for name, company in askers for each in _in_parts(name, company)]
        if speaker:
            own += names_of_speaker(*speaker, instead=NAME, others=self.names)
        contacts = list(_joined((*looks_like_contacts(words), *self.ways.spots(words))))
        bare = words
        for start, end, _, _ in contacts:
            bare = f"{bare[:start]}{_NO_NAME * (end - start)}{bare[end:]}"
        gone = self.remembered.names_in(bare, instead=NAME, without=self.said)
        among = (*own, *self.names, *((gone,) if gone else ()))
        named = [s for s in spots(bare, among, kept=self.kept) if s.instead]
        return _replaced(words, sorted((*contacts, *named)))


def mask_for(
    people: Iterable[tuple[str, str]] = (),
    *,
    team: Iterable[str] = (),
    hide_team: bool = False,
    kept_words: Iterable[str] = (),
    hidden_words: Iterable[str] = (),
    ways: Ways | None = None,
    remembered: Remembered | None = None,
) -> Masker:
    """Return what masks numbers, addresses and the names of customers.

    `people` are all in the book (name, company), `team` the names of the team, which may be said
    unless `hide_team`. A word of `kept_words` is never taken for a name, and one of `hidden_words`
    never said. `ways` are the numbers and addresses of all in the book, and `remembered` the names
    of who is not in it any more.
    """
    pairs = list(people)
    members = list(team)
    ours = () if hide_team else (*members, *(word for name in members for word in name.split()))
    without = frozenset(keys(list(ours)))
    customers = [name for name, company in pairs if name != company]
    firms = [company for _, company in pairs]
    groups = (
        sure_names(hidden_words, instead=HIDDEN),
        names_that_stay(() if hide_team else members),
        names_of_people(members if hide_team else (), instead=COLLEAGUE),
        names_of_people(customers, instead=NAME, without=without),
        names_of_companies(firms, instead=COMPANY, without=without),
    )
    kept = frozenset(word.replace(" ", "") for word in keys(list(kept_words)))
    names = tuple(each for each in groups if each.longest)
    return Masker(
        names=names,
        kept=kept,
        ways=ways or Ways(),
        remembered=remembered or Remembered(),
        said=without,
    )


def mask_said(words: str, name: str, company: str, *, mask: Mask) -> str:
    """Return the words of a customer who agreed to be named: masked but for their own names."""
    return mask.look(words, speaker=(name, company))[0] if isinstance(mask, Masker) else mask(words)


def mask_own(words: str, name: str, company: str, *, mask: Mask) -> str:
    """Return a customer's own words masked, their own name in parts too: "Ana here"."""
    return mask_askers(words, [(name, company)], mask=mask)


def mask_askers(words: str, people: Iterable[tuple[str, str]], *, mask: Mask) -> str:
    """Return words masked, those about `people` in parts of their names too: "Fix Ana's bill"."""
    if isinstance(mask, Masker):
        return mask.look(words, askers=people)[0]
    own = [each for name, company in people for each in _in_parts(name, company)]
    return mask(_replaced(plain(words), spots(plain(words), own))[0])


def _in_parts(name: str, company: str) -> Iterator[Names]:
    nobody = name in {company, ERASED}
    yield names_of_people([] if nobody else [name], instead=NAME, anywhere=True)
    yield own_company(company, instead=COMPANY)


def _joined(found: Iterable[Spot]) -> Iterator[Spot]:
    """Yield places in order; of those that have something in common, the whole."""
    last: Spot | None = None
    for spot in sorted(found):
        if last is not None and spot.start < last.end:
            last = last._replace(end=max(last.end, spot.end))
        else:
            if last is not None:
                yield last
            last = spot
    if last is not None:
        yield last


def _replaced(words: str, found: Iterable[Spot]) -> tuple[str, tuple[Hidden, ...]]:
    """Return the words with something else in these places, and what was there."""
    parts: list[str] = []
    hidden: list[Hidden] = []
    done = 0
    for start, end, instead, is_word in found:
        hidden.append(Hidden(found=words[start:end], instead=None if is_word else instead))
        parts += words[done:start], words[start:end] if is_word else instead
        done = end
    return "".join((*parts, words[done:])), tuple(hidden)
