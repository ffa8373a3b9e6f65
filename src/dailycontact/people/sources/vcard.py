"""Reads address cards (vCard 2.1, 3.0 and 4.0), as phones, mailers and CRMs write them.

The content lines are read here and not by vobject 0.9: a list of 40 commas in a parameter takes it
days (each comma more doubles the time), which an address book from elsewhere must not be able to.
Of 37 real files it reads 34 once their bytes are mended; what it refuses is a comment in a card,
a PROFILE below a BEGIN, a photo or a company that is damaged; and it cuts a name at a comma.
"""

import codecs
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from dailycontact.core.contact import Problem
from dailycontact.errors import BadInput
from dailycontact.people.sources import text
from dailycontact.people.sources.letters import Letters, letters_of
from dailycontact.people.sources.sheet import MOST_ROWS, ROWS_AT_ONCE, Block, TooManyRows
from dailycontact.people.sources.vcard_lines import Unreadable, known_charset, unfolded
from dailycontact.people.sources.vcard_person import ADDRESS_HEADERS, OWN_HEADERS, cells_of

GROUP = "a group, no person"
NEVER_ENDED = "the card has no END:VCARD"
NEVER_BEGUN = "END:VCARD ends a card that has no BEGIN:VCARD"
REFUSED = b"X-REFUSED:"

_PLAIN_QUOTES = str.maketrans("“”", '""')
_START = 1_000
_WIDE = ("utf-16", "utf-32")
# Files that end without a line end, joined, leave END:VCARDBEGIN:VCARD.
_FENCE = re.compile(
    rb"(?:^|(?<=END:VCARD))(BEGIN|END):VCARD(?=[ \t]*$|BEGIN:VCARD)", re.IGNORECASE | re.MULTILINE
)
_AGENT = re.compile(rb"(?:^|\n)AGENT[^\n:]*:[ \t]*\n\Z", re.IGNORECASE)
_LONGEST_AGENT = 200
_FIRST = ("UID", "Customer ID", "Book", "Name", "Company")
_LAST = ("Country", "Time Zone", *(header for header in OWN_HEADERS if header not in _FIRST))


class NoCards(BadInput):
    """The file has the ending of address cards, and holds none."""


class _Card(NamedTuple):
    """Where a card stands: the line of its BEGIN, its first and last byte, what is wrong there."""

    line: int
    start: int
    end: int
    problem: str = ""


@dataclass(frozen=True, kw_only=True)
class CardSheet:
    """The people of an address book, one row a card; its line is that of BEGIN:VCARD.

    `content` has line feeds as its only line ends; `encoding` is that of the lines which name no
    charset of their own.
    """

    file: str
    encoding: str
    guessed: bool
    headers: tuple[str, ...]
    content: bytes = field(repr=False)
    cards: Sequence[_Card] = field(repr=False)
    delimiter: str = ","
    ending: str = ".vcf"

    @property
    def most_rows(self) -> int:
        """How many rows it has at the most."""
        return len(self.cards)

    def blocks(self) -> Iterator[Block]:
        """Yield the people some thousand at a time."""
        for first in range(0, len(self.cards), ROWS_AT_ONCE):
            yield self._block(self.cards[first : first + ROWS_AT_ONCE])

    def handed_back(self, problems: Iterable[Problem]) -> bytes:
        """Return the cards that were refused as they came, each with a line that says why."""
        reasons: dict[int, str] = {}
        for problem in problems:
            reasons.setdefault(problem.line, f"line {problem.line}: {problem.reason}")
        cards = (card for card in self.cards if card.line in reasons)
        kept = b"".join(self._with_reason(card, reasons[card.line]) for card in cards)
        return kept.replace(b"\n", b"\r\n")

    def _block(self, cards: Sequence[_Card]) -> Block:
        lines, rows, problems, groups = [], [], [], 0
        for card in cards:
            found = _read(self.content, card, self.encoding)
            if isinstance(found, str):
                problems.append(Problem(file=self.file, line=card.line, reason=found))
            elif found is None:
                groups += 1
            else:
                lines.append(card.line)
                rows.append([found.get(header, "") for header in self.headers])
        skipped = {GROUP: groups} if groups else {}
        return Block(lines=lines, rows=rows, problems=tuple(problems), skipped=skipped)

    def _with_reason(self, card: _Card, reason: str) -> bytes:
        first, *others = self.content[card.start : card.end].strip(b"\n").split(b"\n")
        said = REFUSED + reason.translate(_PLAIN_QUOTES).encode("ascii", "replace")
        kept = (line for line in others if not line.startswith(REFUSED))
        return b"\n".join((first, said, *kept, b""))


def read(
    data: bytes,
    *,
    file: str = "the input",
    encoding: str | None = None,
    expected: Collection[str] = (),  # noqa: ARG001 - the headers are ours
    sheet: str | None = None,  # noqa: ARG001 - an address book has only one
    large: bool = False,
) -> CardSheet:
    """Open an address book of at most 50 MB and 200,000 cards, and find what its cards tell.

    `file` is what to call it, `encoding` that of the lines which name none; `large` allows more
    cards. Raises FileUnreadable, Undecodable, NoCards, TooManyRows; UnknownEncoding.
    """
    if len(data) > text.MOST_BYTES and not large:
        raise text.FileUnreadable(
            f"{file} is larger than 50 MB: split it and import the parts, or add --large."
        )
    content, letters = _opened(data, file, encoding)
    cards = tuple(_cards_in(content))
    if not cards:
        raise NoCards(f"{file} holds no address card: export the contacts again, as vCard.")
    if len(cards) > MOST_ROWS and not large:
        raise TooManyRows(
            f"{file} has {len(cards):,} cards, {MOST_ROWS:,} are the most at once: "
            "split it, or bring them all in with --large."
        )
    return CardSheet(
        file=file,
        encoding=letters.encoding,
        guessed=letters.guessed,
        headers=_headers(content, cards, letters.encoding),
        content=content,
        cards=cards,
    )


def _headers(content: bytes, cards: Iterable[_Card], encoding: str) -> tuple[str, ...]:
    """Return the columns that any card fills, in the order of our own export."""
    used = {"Name"}
    for card in cards:
        found = _read(content, card, encoding)
        if isinstance(found, dict):
            used.update(found)
    addresses = (
        f"{what} {number} - {header}"
        for what in ("Phone", "E-mail")
        for number in range(1, sum(1 for name in used if name.startswith(what)) + 1)
        for header in ADDRESS_HEADERS
    )
    return tuple(header for header in (*_FIRST, *addresses, *_LAST) if header in used)


def _read(content: bytes, card: _Card, encoding: str) -> dict[str, str] | str | None:
    """Return what a card says by header, why it is refused, or None for a group."""
    if card.problem:
        return card.problem
    try:
        return cells_of(_without_agents(content[card.start : card.end]), encoding)
    except Unreadable as problem:
        return str(problem)


def _without_agents(card: bytes) -> bytes:
    """Leave out the cards within a card (2.1: AGENT), and its own first and last line."""
    fences = list(_FENCE.finditer(card))
    pieces, depth, at = [], 0, 0
    for fence in fences:
        if depth == 1:
            pieces.append(card[at : fence.start()])
        depth += 1 if fence[1].upper() == b"BEGIN" else -1
        at = fence.end()
    return b"".join(pieces)


def _cards_in(content: bytes) -> Iterator[_Card]:
    """Yield every card, also one that never ends, or never began, with what is wrong with it."""
    line, counted, begun, depth, last = 1, 0, None, 0, 0
    for fence in _FENCE.finditer(content):
        line += content.count(b"\n", counted, fence.start())
        counted = fence.start()
        if fence[1].upper() == b"BEGIN":
            if begun and _is_agent(content, begun.start, fence.start()):
                depth += 1
                continue
            if begun:
                yield begun._replace(end=fence.start(), problem=NEVER_ENDED)
            begun, depth = _Card(line, fence.start(), len(content)), 0
        elif depth:
            depth -= 1
        else:
            yield _ended(begun, content, fence, last, line)
            begun, last = None, fence.end()
    if begun:
        yield begun._replace(problem=NEVER_ENDED)


def _is_agent(content: bytes, start: int, end: int) -> bool:
    return bool(_AGENT.search(content[max(start, end - _LONGEST_AGENT) : end]))


def _ended(
    begun: _Card | None, content: bytes, fence: re.Match[bytes], last: int, line: int
) -> _Card:
    if begun:
        return begun._replace(end=fence.end())
    lost = len(content[last : fence.start()]) - len(content[last : fence.start()].lstrip())
    start = last + lost
    above = content.count(b"\n", start, fence.start())
    return _Card(line - above, start, fence.end(), NEVER_BEGUN)


def _opened(data: bytes, file: str, encoding: str | None) -> tuple[bytes, Letters]:
    """Return the bytes with plain line ends, and how the lines are written that name no charset."""
    letters = Letters(_known(encoding)) if encoding else letters_of(data[:_START])
    if letters.encoding.startswith(_WIDE):
        return _plain_ends(_narrowed(data, letters.encoding, file)), Letters("utf-8")
    content = _plain_ends(data.removeprefix(codecs.BOM_UTF8))
    return content, letters if encoding else _letters_of_cards(content)


def _known(encoding: str) -> str:
    known = known_charset(encoding)
    if known is None:
        choices = "utf-8, utf-16, cp1252, iso-8859-1"
        raise text.UnknownEncoding(f"--encoding {encoding} is not known: try one of {choices}.")
    return known


def _narrowed(data: bytes, encoding: str, file: str) -> bytes:
    """Turn UTF-16 and UTF-32 into UTF-8."""
    try:
        return data.decode(encoding).removeprefix("\ufeff").encode("utf-8")
    except UnicodeError:
        raise text.Undecodable(
            f"{file} is not {encoding} throughout: export the contacts again, as UTF-8."
        ) from None


def _plain_ends(data: bytes) -> bytes:
    r"""Turn \r\n, \r\r\n (from cards that were converted twice) and \r into line feeds."""
    twice = data.replace(b"\r\n", b"\n").replace(b"\r\n", b"\n")
    return twice.replace(b"\r", b"\n")


def _letters_of_cards(content: bytes) -> Letters:
    letters = letters_of(content)
    if letters.proven:
        return letters
    foreign = [
        line
        for line in unfolded(content)
        if not line.isascii() and b"CHARSET=" not in line.partition(b":")[0].upper()
    ]
    return letters_of(b"\n".join(foreign)) if foreign else Letters("utf-8")
