"""Looking at the health of a book; nothing is written."""

from dataclasses import dataclass
from datetime import date

from dailycontact.errors import StorageProblem
from dailycontact.store import health
from dailycontact.store.book import Book


@dataclass(frozen=True, kw_only=True)
class Finding:
    """Something that is not as it should be, in a sentence; `about` names what was looked at."""

    about: str
    words: str


def examine(book: Book, *, today: date) -> tuple[Finding, ...]:
    """Return what is wrong with a book: its structure, its files, its rules, its rhythms.

    Where the structure is broken, the rest cannot be judged and is left out.
    """
    try:
        look = book.look_as_it_is()
        broken = list(health.broken_structure(look, embedded=not book.is_shared))
    except StorageProblem as problem:
        return (Finding(about="structure", words=str(problem)),)
    found = [("structure", words) for words in broken]
    found += [("files", words) for words in health.unsafe_files(book)]
    if not broken:
        found += [("rules", words) for words in health.broken_rules(look, today=today)]
        found += [("rhythms", words) for words in health.drifted_rhythms(look)]
    return tuple(Finding(about=about, words=words) for about, words in found)
