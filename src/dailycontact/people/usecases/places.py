"""Where somebody could be who is added or changed, so that a leader is asked if it is not clear."""

from collections.abc import Iterable

from dailycontact.core.customer import Customer, Phone
from dailycontact.core.numbering import dialling_in
from dailycontact.core.zones import place_of
from dailycontact.people.usecases.details import Details, read_country, read_phones, said
from dailycontact.store.looking import Look
from dailycontact.store.settings import book_settings


def zones_in_doubt(look: Look, details: Details, *, of: Customer | None = None) -> tuple[str, ...]:
    """Return the zones in which somebody could be as it is said now, the main one first.

    () where it is clear, where a zone is said, and where nothing is said that could change it.

    Raises:
        UnknownCountry: the country cannot be used.

    """
    if details.zone is not None or not (of is None or details.country or details.phones):
        return ()
    home = book_settings(look).country
    country = _country(details, of)
    phones, _ = read_phones(details.phones, country or home)
    if of is None and country is None and home and all_there(phones, home):
        country = home
    zone = of.zone if of is not None and details.country is None else None
    there = [*(of.phones if of is not None else ()), *phones]
    numbers = [phone.e164 for phone in there if phone.e164 and phone.usable]
    zones = place_of(country=country, zone=zone, numbers=numbers, home=home).zones
    return zones if len(zones) > 1 else ()


def all_there(phones: Iterable[Phone], country: str) -> bool:
    """Return whether every number that can be told belongs to a country."""
    dialling = dialling_in(country)
    if dialling is None:
        return False
    code = f"+{dialling.plan.calling_code}"
    return all(phone.e164 is None or phone.e164.startswith(code) for phone in phones)


def _country(details: Details, of: Customer | None) -> str | None:
    if details.country is not None:
        code: str | None = said(details.country, read_country)
        return code
    return None if of is None else of.country
