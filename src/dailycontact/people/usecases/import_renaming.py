"""Tells when the number that a source gave somebody stands beside somebody else's name.

People marry, and slips are mended; but another list that has the same file name counts from 1, too.
"""

from collections.abc import Callable

from dailycontact.core.persons import may_be_one
from dailycontact.people.usecases.import_judging import Candidate
from dailycontact.people.usecases.import_ways import forms_of, known_forms
from dailycontact.store.known import Picture
from dailycontact.store.own_words import OwnWords

ANOTHER_LIST = (
    "this is {} in the book, and {} here: is it another list? Give it a name with --source"
)
ANOTHER_NAME = "another name than this customer had before, whose calls and answers stay"


def is_renamed(row: Candidate, picture: Picture, *, words: Callable[[], OwnWords | None]) -> bool:
    """Return whether a row has the id of a customer, and nothing else that speaks for them.

    `words` are what a leader wrote of them by hand: a name of theirs explains the difference.
    """
    facts = picture.facts
    if row.folded == facts["folded"] or row.external_id not in picture.keys:
        return False
    if may_be_one(row.called, picture.called):
        return False
    own = words()
    if own and "name" in own.hold(facts):
        return False
    return forms_of(row).isdisjoint(known_forms(picture, own))
