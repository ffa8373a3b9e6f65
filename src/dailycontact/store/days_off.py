"""The public holidays of the countries in which customers are, kept ahead as rows.

So whoever looks whom to phone needs no library of holidays, which costs more than the look.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dailycontact.store.forms import day_or_none
from dailycontact.store.looking import Look

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

_YEAR = timedelta(days=366)


def public_holidays(country: str | None, years: Iterable[int]) -> dict[date, str]:
    """Return the public holidays of a country (ISO 3166), by day; none for an unknown one.

    Their names are English where the library has them so, whatever this machine speaks.
    """
    if country is None:
        return {}
    import holidays

    try:
        found = holidays.country_holidays(country, years=list(years), language="en_US")
    except NotImplementedError:
        return {}
    return dict(found.items())


def keep(change: "Change", first: date, last: date, *, home: str | None) -> None:
    """Note the holidays from `first` to `last` of all countries of which they are not known yet.

    `home` is the book's country.
    """
    rows = change.rows("SELECT DISTINCT country FROM reach WHERE country <> ''")
    wanted = {row["country"] for row in rows} | ({home} if home else set())
    for country in sorted(wanted - _known(change, last)):
        _write(change, country, first, last)


def keep_all(change: "Change", *, home: str | None) -> None:
    """Note the holidays of all countries, as far as the book's calendar reaches."""
    span = _span(change)
    if span is not None:
        keep(change, *span, home=home)


def keep_of(change: "Change", country: str) -> None:
    """Note the holidays of one country, as far as the book's calendar reaches."""
    span = _span(change)
    if span is not None and country not in _known(change, span[1]):
        _write(change, country, *span)


def _span(look: Look) -> tuple[date, date] | None:
    """Return the first and the last day of the calendar; None where there is none yet."""
    row = look.row("SELECT MIN(day) AS first, MAX(day) AS last FROM workday")
    first, last = (day_or_none(row[name]) if row else None for name in ("first", "last"))
    return None if first is None or last is None else (first, last)


def _known(look: Look, last: date) -> set[str]:
    """Return the countries whose holidays of the year before `last` are noted."""
    rows = look.rows(
        "SELECT DISTINCT country FROM holiday WHERE day BETWEEN :first AND :last",
        first=last - _YEAR,
        last=last,
    )
    return {row["country"] for row in rows}


def _write(change: "Change", country: str, first: date, last: date) -> None:
    found = public_holidays(country, range(first.year, last.year + 1))
    change.run_many(
        "INSERT INTO holiday (country, day, name) VALUES (:country, :day, :name)"
        " ON CONFLICT DO NOTHING",
        [
            {"country": country, "day": day.isoformat(), "name": name}
            for day, name in sorted(found.items())
            if first <= day <= last
        ],
    )
