"""Says by what a row and a customer can be told to be one or two: numbers and addresses.

As written they count here even where they are no whole number or no address: whoever has another
one is not the same by the name alone.
"""

from dailycontact.people.usecases.import_judging import Candidate
from dailycontact.store.known import Picture
from dailycontact.store.own_words import OwnWords, number_of


def forms_of(row: Candidate) -> set[str]:
    """Return the numbers and addresses of a row as they are compared; none where it has none."""
    forms = {email.address.casefold() for email in row.emails}
    for phone in row.phones:
        forms |= {phone.raw, phone.form, phone.e164 or phone.raw}
    return forms


def known_forms(picture: Picture, words: OwnWords | None) -> set[str]:
    """Return those of a customer, and what a leader took away from them by hand."""
    forms = {email["address"].casefold() for email in picture.emails}
    for phone in picture.phones:
        forms |= {phone["raw"], number_of(phone), phone["e164"] or phone["raw"]}
    return forms | words.gone if words else forms


def fits_by_name(row: Candidate, picture: Picture) -> bool:
    """Return whether nothing but the name and company tells who is meant, on either side."""
    return not (row.phones or row.emails) or not (picture.phones or picture.emails)
