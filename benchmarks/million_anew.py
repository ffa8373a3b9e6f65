"""Derive everybody's rhythm anew in the book that is named: run as a process, to be measured."""

import sys

from benchmarks.books import NOW
from dailycontact.store import rhythms
from dailycontact.store.book import Book


def main(path: str) -> None:
    """Make the projection of the book at `path` anew."""
    with Book(path).change("check", leader_id=None, at=NOW) as change:
        rhythms.refresh_all(change)


if __name__ == "__main__":
    main(sys.argv[1])
