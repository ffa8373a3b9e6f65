"""What a command is handed: the settings, the time, the screen, and the book with its leader."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Self
from zoneinfo import ZoneInfo

from dailycontact import clock
from dailycontact.core.program import PROGRAM
from dailycontact.errors import DailycontactError, NotFound, UsageProblem
from dailycontact.settings import Settings, config_file, load
from dailycontact.store import team
from dailycontact.store.book import Book
from dailycontact.store.customers import any_customer, find_customer
from dailycontact.store.settings import book_settings
from dailycontact.terminal.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager

    from dailycontact.core.book import BookSettings
    from dailycontact.core.customer import Customer
    from dailycontact.core.team import Member
    from dailycontact.store.book import Looking
    from dailycontact.store.changing import Change
    from dailycontact.terminal.prompts import Asker


class NoBookYet(NotFound):
    """Nobody has begun a book; nothing is made by looking."""

    def __init__(self, place: str | None = None) -> None:
        where = f"in {place}" if place else "yet"
        super().__init__(
            f"There is no book {where}. Bring in your customers with: {PROGRAM} import FILE"
            " (or look around with: dailycontact demo)"
        )


@dataclass(frozen=True, kw_only=True)
class Founder:
    """Who begins a book, of which company, in which country (ISO 3166)."""

    name: str
    company: str
    country: str | None


class WhoAreYou(UsageProblem):
    """The book has several leaders, and nobody said which one is here."""

    def __init__(self, leaders: "tuple[Member, ...]", *, demo: bool) -> None:
        names = ", ".join(leader.name for leader in leaders)
        for_good = "" if demo else f", or once and for all with: {PROGRAM} config --me NAME"
        super().__init__(
            f"This book has several leaders ({names}); say who you are with --as NAME{for_good}"
        )


class NotYou(NotFound):
    """Nobody of this book's team goes by the name that was given as the leader's own."""

    def __init__(self, name: str, where: str) -> None:
        in_file = where == config_file()
        for_good = f", or for good with: {PROGRAM} config --me NAME" if in_file else ""
        super().__init__(
            f"You are called {name!r} ({where}), but nobody in the team of this book is;"
            f" say who you are here with --as NAME{for_good}"
        )


class NotALeader(UsageProblem):
    """Whoever was named does not make calls in this book."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} makes no calls in this book; let them with: "
            f"{PROGRAM} team edit {name!r} --leads"
        )


MARKED = frozenset({"today", "skip", "report", "demo"})
"""The commands whose own screens say that this is the demonstration."""


@dataclass(kw_only=True)
class Workspace:
    """One command's surroundings. Everything is looked up when it is first needed."""

    settings: Settings
    screen: Screen
    now: datetime
    founder: Founder | None = None

    @cached_property
    def book(self) -> Book:
        """The book, whether or not it has been begun."""
        return Book(self.settings.book, waiting=self._say_waiting)

    def _say_waiting(self) -> None:
        self.screen.hint("Waiting for another dailycontact to finish …")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Leave the book: the command has ended."""
        PROGRAM.called_with()
        self.book.rest()

    @property
    def has_book(self) -> bool:
        """Whether the book has been begun."""
        return self.book.exists()

    def no_book(self) -> NoBookYet:
        """Return what to raise where a book is needed and there is none; a named one is named."""
        return NoBookYet(None if self.settings.is_default_book else self.book.place)

    def mark(self, command: str) -> None:
        """Say on stderr, before a command runs, that the book it shows is the demonstration."""
        if self.settings.is_demo and command not in MARKED and self.has_book:
            self.screen.hint("DEMONSTRATION. Everybody in this book is fictional.")

    @property
    def look(self) -> "Looking":
        """The connection to look through.

        Raises:
            NoBookYet: nobody has begun the book.

        """
        if not self.has_book:
            raise self.no_book()
        return self.book.look()

    @cached_property
    def book_settings(self) -> "BookSettings":
        """What the book says of itself."""
        return book_settings(self.look)

    @cached_property
    def today(self) -> date:
        """The day it is where the book is."""
        return self.day_of(self.now)

    def day_of(self, instant: datetime) -> date:
        """Return the day of an instant, where the book is."""
        return instant.astimezone(ZoneInfo(self.book_settings.zone)).date()

    def read_day(self, text: str, *, past: bool = False) -> date:
        """Return the day that is typed, in the grammar of core/dates.py; `past` looks back.

        Raises:
            DayUnreadable: it is no day, or could be more than one.

        """
        from dailycontact.core.dates import read_day
        from dailycontact.store.calendar import workday

        return read_day(
            text,
            today=self.today,
            is_working=lambda day: workday(self.look, day).works,
            past=past,
        )

    @cached_property
    def leader(self) -> "Member":
        """Who is making the calls.

        Raises:
            WhoAreYou: there are several leaders, and none was named.
            NotALeader: the one who was named does not make calls.

        """
        if self.settings.me:
            found = self._myself(self.settings.me)
            if not found.leads:
                raise NotALeader(found.name)
            return found
        leaders = team.leaders(self.look)
        if len(leaders) != 1:
            raise WhoAreYou(leaders, demo=self.settings.is_demo)
        return leaders[0]

    def _myself(self, name: str) -> "Member":
        try:
            return team.find_member(self.look, name)
        except team.NotInTheTeam as error:
            raise NotYou(name, self.settings.me_from) from error

    def customer(self, typed: str) -> "Customer":
        """Return the customer who goes by `typed`; of several, the one whom the leader chooses.

        Raises:
            NobodyByThatName, SeveralByThatName: nobody; or more than one, and nobody to choose.

        """
        from dailycontact.core.naming import SeveralByThatName

        try:
            return find_customer(self.look, typed)
        except SeveralByThatName as several:
            if not self.asker.can_ask:
                raise
            choices = several.choices
        chosen = choices[self.asker.choose("Whom do you mean?", choices, flag="the id")]
        return find_customer(self.look, chosen.split(maxsplit=1)[0])

    def named_customer(self, words: "Sequence[str] | None") -> "Customer":
        """Return the customer named on the command line; where nobody is, the leader is asked.

        Raises:
            MissingValue: nobody is named, and nobody can be asked.
            NobodyByThatName, SeveralByThatName: as `customer`.

        """
        self.look  # noqa: B018 - without a book, nobody need be asked for a name
        return self.customer(" ".join(words or ()) or self.asker.ask("Which customer", flag="NAME"))

    def somebody(self, typed: str) -> "Member":
        """Return whoever of the team goes by `typed`; who is new joins, if the leader says so.

        Where it may be a slip of the keys, the leader is asked that first.

        Raises:
            NotInTheTeam, SeveralByThatName: nobody, or more than one.

        """
        try:
            return team.find_member(self.look, typed)
        except team.NotInTheTeam as nobody:
            if not self.asker.can_ask:
                raise
            said = f"Nobody in the team is called {typed}."
            if len(nobody.near) == 1 and self.asker.confirm(
                f"{said} Is it {nobody.near[0].name}?", default=True
            ):
                return nobody.near[0]
            if not self.asker.confirm(f"{said} Are they new in it?"):
                raise
        from dailycontact.store.joining import join

        with self.change("team add") as change:
            return join(change, name=" ".join(typed.split()), day=self.today).member

    @cached_property
    def asker(self) -> "Asker":
        """Who asks the leader, where somebody is there to answer."""
        from dailycontact.terminal.prompts import Asker

        return Asker(self.screen, no_input=self.settings.no_input)

    def begin(self, *, country: str | None = None) -> None:
        """Make the book when there is none yet, for whoever is `introduced`."""
        if self.has_book:
            return
        from dailycontact.core.countries import zone_of
        from dailycontact.store.founding import found, local_zone

        founder = self.introduced(country=country)
        zone = zone_of(founder.country) or local_zone()
        found(
            self.book,
            leader=founder.name,
            company=founder.company,
            country=founder.country,
            zone=zone,
            at=self.now,
            today=self.now.astimezone(ZoneInfo(zone)).date(),
        )
        self.screen.say(f"A new book was made for {founder.name}: {self.book.place}")
        if not self.asker.can_ask and not self.settings.me:
            self.screen.hint(f"Another name? {PROGRAM} team edit {founder.name!r} --name NAME")

    def introduced(self, *, country: str | None = None) -> Founder:
        """Return who begins the book; asks, once, for the name, the company and the country.

        Where nobody can be asked, the name is the system's and the company stays empty; `country`
        (ISO 3166) is what is likely.
        """
        if self.founder is None:
            name = self.asker.ask(
                "Your name", flag="--as NAME", default=self.settings.me or _login()
            )
            company = self.asker.line("Your company (Enter: none)")
            self.founder = Founder(name=name, company=company, country=self._country(country))
        return self.founder

    def _country(self, likely: str | None) -> str | None:
        from dailycontact.core.countries import country_code, country_name

        usual = country_name(likely) if likely else "none"
        while typed := self.asker.line(f"Your country (Enter: {usual})"):
            code = country_code(typed)
            if code:
                return code
            self.screen.warn(f"{typed!r} is no country that is known here; write it like Germany.")
        return likely

    def change(self, command: str) -> "AbstractContextManager[Change]":
        """Begin a change of the book by this leader: all of it is stored, or none.

        It is recorded as of its beginning, not of the program's: what was typed at a prompt while
        a report went out belongs to the next one.
        """
        self._keep_daily_copy()
        return self.book.change(command, leader_id=self.leader.id, at=max(self.now, clock.now()))

    def _say_copying(self) -> None:
        self.screen.hint("Making today's copy of the book first; it is a large one …")

    def _keep_daily_copy(self) -> None:
        """Copy the book before the first change of a day; that it fails stops nobody."""
        if self.book.is_shared or self.book_settings.demo or not any_customer(self.look):
            return
        from pathlib import Path

        from dailycontact.store.copies import keep_daily_copy

        try:
            there = self.now.astimezone(ZoneInfo(self.book_settings.zone))
            keep_daily_copy(Path(self.book.address), there, waiting=self._say_copying)
        except DailycontactError as problem:
            self.screen.warn(f"No backup was made today. {problem}")


def workspace(
    *, book: str | None = None, me: str | None = None, no_input: bool = False, debug: bool = False
) -> Workspace:
    """Return the surroundings of a command, from the flags that stand before it."""
    settings = load(book=book, me=me, no_input=no_input, debug=debug)
    PROGRAM.called_with(book=book, me=me)
    return Workspace(settings=settings, screen=Screen(), now=clock.now())


def _login() -> str:
    import getpass

    try:
        return getpass.getuser().capitalize()
    except (OSError, KeyError):
        return "Leader"
