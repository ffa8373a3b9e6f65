"""The first import as a conversation: what was recognised, and the few things only a leader knows.

Nothing is asked where nobody can answer, or where everything was said with flags.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dailycontact.core.countries import country_code, country_name
from dailycontact.errors import BadInput, UsageProblem
from dailycontact.loop import CADENCES
from dailycontact.people.sources.mapping import LEFT_OUT, field_named
from dailycontact.people.usecases.import_guessing import ONLY_ONCE, Proposal
from dailycontact.people.usecases.import_judging import cadence_of
from dailycontact.people.usecases.import_reading import (
    Recognised,
    proposals,
    recognise_parcel,
)
from dailycontact.people.usecases.import_survey import (
    Survey,
    filled_columns,
    foreign_lines,
    survey,
    without_cadence,
)
from dailycontact.people.view import recognition as view
from dailycontact.store.customers import any_customer
from dailycontact.store.known import EmptyLook

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from dailycontact.people.sources.parcels import Parcel
    from dailycontact.workspace import Workspace


ASKED_SEGMENTS = 6
"""Segments whose cadence is asked for; for more of them it is said later, one by one."""


class UnknownCountry(UsageProblem):
    """The value of --country is no country."""

    def __init__(self, typed: str) -> None:
        super().__init__(f"{typed!r} is no country known here; write it like Germany.")


class UnknownCadence(UsageProblem):
    """The value of --cadence is no rhythm."""

    def __init__(self, typed: str) -> None:
        super().__init__(
            f"{typed!r} is no rhythm; say month, quarter, year or a number of working days."
        )


@dataclass(frozen=True, kw_only=True)
class How:
    """How files are to be read, by the flags."""

    overrides: Mapping[str, str] = field(default_factory=dict)
    encoding: str | None = None
    source: str | None = None
    sheet: str | None = None
    large: bool = False


@dataclass(frozen=True, kw_only=True)
class Reading:
    """One file, and how it is to be read; `is_named` unless it lay in a folder or an archive."""

    parcel: Parcel
    how: How
    is_named: bool = True

    def recognised(self, *, nameless: bool = False) -> Recognised:
        """Return what is recognised; raises BadInput, MapProblem, UnknownEncoding.

        With `nameless`, a file may come through in which no column names anybody.
        """
        how = self.how
        return recognise_parcel(
            self.parcel,
            overrides=how.overrides,
            encoding=how.encoding,
            source=how.source,
            sheet=how.sheet,
            large=how.large,
            nameless=nameless,
        )

    def in_letters(self, encoding: str) -> Reading:
        """Return the same file, its letters read otherwise."""
        return replace(self, how=replace(self.how, encoding=encoding))

    def mapped(self, overrides: Mapping[str, str]) -> Reading:
        """Return the same file, with these headers taken for these fields."""
        return replace(self, how=replace(self.how, overrides=overrides))


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """What holds where a row says nothing: the flags, and what the leader answered.

    `cadences` are working days by the name of a segment.
    """

    country: str | None = None
    segment: str = ""
    cadence: int | None = None
    cadences: dict[str, int] = field(default_factory=dict)


SPELLINGS = ("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "iso-8859-15", "mac_roman", "cp850")
"""How files are written that are no Unicode, beginning with the usual."""


def spellings(reading: Reading) -> dict[str, str]:
    """Return the first line in doubt in every encoding that reads it otherwise, by its name."""
    found: dict[str, str] = {}
    for encoding in SPELLINGS:
        try:
            lines = foreign_lines(reading.in_letters(encoding).recognised(nameless=True))
        except BadInput:
            continue
        if lines and lines[0][1] not in found.values():
            found[encoding] = lines[0][1]
    return found


def read_country(typed: str) -> str:
    """Return the ISO code of a country; raises UnknownCountry."""
    code = country_code(typed)
    if code is None:
        raise UnknownCountry(typed)
    return code


def read_cadence(typed: str) -> int:
    """Return the working days of a rhythm; raises UnknownCadence."""
    days = cadence_of(typed)
    if days is None:
        raise UnknownCadence(typed)
    return days


@dataclass(frozen=True, kw_only=True)
class Guide:
    """Leads through the import of one file after the other."""

    workspace: Workspace
    is_first: bool

    @classmethod
    def of(cls, workspace: Workspace) -> Guide:
        """Return the guide of this import; the first one into a book asks more."""
        has_people = workspace.has_book and any_customer(workspace.look)
        return cls(workspace=workspace, is_first=not has_people)

    def understood(
        self, reading: Reading, wishes: Wishes, *, files: int = 1
    ) -> tuple[Recognised, Wishes] | None:
        """Show what is recognised and ask what is open; None where a file is about nobody.

        It may be the first of so many `files` alike.

        Raises:
            BadInput: the file cannot be read.

        """
        screen = self.workspace.screen
        reading = self._with_right_letters(reading)
        recognised = self._with_names(reading)
        if recognised is None:
            return None
        found = survey(recognised)
        screen.say(
            "",
            view.opening(recognised, people=found.people, files=files),
            *view.columns(recognised, filled=filled_columns(recognised), width=screen.width),
        )
        wishes = self._with_country(found, wishes)
        wishes = self._with_cadences(found, wishes)
        if recognised.doubts:
            screen.say("", *view.doubts(recognised))
        return recognised, wishes

    def agreed(self, understood: Sequence[Recognised], *, country: str | None) -> bool:
        """Ask once whether they come in, at the first import or where something is doubtful."""
        if not (self.is_first or any(one.doubts for one in understood)):
            return True
        self.workspace.screen.say("")
        if not self.workspace.has_book:
            self.workspace.introduced(country=country)
        return self.workspace.asker.confirm(view.bring_them_in(len(understood)), default=True)

    def _with_right_letters(self, reading: Reading) -> Reading:
        """Show the lines that a guess decides, in other spellings too, until one looks right."""
        recognised = reading.recognised(nameless=True)
        lines = foreign_lines(recognised)
        if not recognised.sheet.guessed or not lines:
            return reading
        self.workspace.screen.say(*view.letters(recognised, lines))
        if self.workspace.asker.confirm("Do they look right?", default=True):
            return reading.in_letters(recognised.sheet.encoding)
        return self._with_chosen_letters(reading, spellings(reading))

    def _with_chosen_letters(self, reading: Reading, found: Mapping[str, str]) -> Reading:
        """Let somebody choose how the letters are written, or name it."""
        asker = self.workspace.asker
        choices = [view.spelling(encoding, text) for encoding, text in found.items()]
        chosen = asker.choose("Which looks right?", [*choices, view.ANOTHER], flag="--encoding")
        if chosen < len(choices):
            return reading.in_letters(list(found)[chosen])
        while True:
            typed = asker.ask("Its name, like cp775", flag="--encoding")
            try:
                recognised = reading.in_letters(typed).recognised(nameless=True)
            except (BadInput, UsageProblem) as problem:
                self.workspace.screen.warn(str(problem))
                continue
            self.workspace.screen.say(*view.letters(recognised, foreign_lines(recognised)))
            if asker.confirm("Do they look right?", default=True):
                return reading.in_letters(typed)

    def _with_names(self, reading: Reading) -> Recognised | None:
        """Ask what the columns are, where none is known to name anybody; None where none does."""
        recognised = reading.recognised(nameless=True)
        if recognised.names_somebody:
            return recognised
        self.workspace.screen.say(*view.unknown_columns(recognised))
        said = dict(reading.how.overrides)
        for proposal in proposals(recognised):
            self.workspace.screen.say(view.column_samples(proposal))
            said[str(proposal.number)] = self._asked_field(proposal, taken=said.values())
        recognised = reading.mapped(said).recognised(nameless=True)
        if recognised.names_somebody:
            return recognised
        self.workspace.screen.say(view.about_nobody(recognised))
        return None

    def _asked_field(self, proposal: Proposal, *, taken: Collection[str]) -> str:
        """Return the field that a column is, or the sign that leaves it out."""
        usual = proposal.field if proposal.field and proposal.field not in taken else LEFT_OUT
        question = view.column_question("" if usual == LEFT_OUT else usual)
        while typed := self.workspace.asker.line(question):
            field = field_named(typed)
            if field is None:
                self.workspace.screen.warn(view.no_such_field(typed))
            elif field in ONLY_ONCE and field in taken:
                self.workspace.screen.warn(view.taken_already(field))
            else:
                return field if field == LEFT_OUT else typed
        return usual

    def _with_country(self, found: Survey, wishes: Wishes) -> Wishes:
        """Ask once where numbers are that name no country, unless a flag or the book says it."""
        book = self.workspace.book_settings.country if self.workspace.has_book else None
        known = wishes.country or (book and not self.is_first)
        if known or not found.local_numbers:
            return wishes
        self.workspace.screen.say(*view.country_question(found.local_numbers, found.example))
        usual = f"Enter: {country_name(book)}" if book else "Enter: not known"
        while typed := self.workspace.asker.line(f"Their country ({usual})"):
            code = country_code(typed)
            if code:
                return replace(wishes, country=code)
            self.workspace.screen.warn(str(UnknownCountry(typed)))
        return wishes

    def _with_cadences(self, found: Survey, wishes: Wishes) -> Wishes:
        """Ask how often each new segment is phoned, unless one rhythm was given for all."""
        look = self.workspace.look if self.workspace.has_book else EmptyLook()
        names = without_cadence(look, found.segments)
        if wishes.cadence or not names or len(names) > ASKED_SEGMENTS:
            return wishes
        self.workspace.screen.say("", "How often do you want to phone them?", "")
        cadences = dict(wishes.cadences)
        for name in names:
            said = self._asked_cadence(view.segment_question(name, found.segments[name]))
            if said:
                cadences[name] = said
        if len(cadences) > len(wishes.cadences):
            asked = found.calls_a_day(cadences, otherwise=CADENCES["year"])
            self.workspace.screen.say("", view.asks_for(asked))
        return replace(wishes, cadences=cadences)

    def _asked_cadence(self, question: str) -> int | None:
        while typed := self.workspace.asker.line(question):
            days = cadence_of(typed)
            if days:
                self.workspace.screen.hint(view.cadence_taken(days))
                return days
            self.workspace.screen.warn(str(UnknownCadence(typed)))
        return None
