"""import."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from dailycontact.core.program import PROGRAM
from dailycontact.errors import BadInput
from dailycontact.people.commands import import_flags as flags
from dailycontact.people.commands.guiding import (
    Guide,
    How,
    Reading,
    Wishes,
    read_cadence,
    read_country,
)
from dailycontact.people.sources.contacts import NoNameColumn
from dailycontact.people.sources.mapping import parse_overrides
from dailycontact.people.sources.parcels import STDIN, parcels_of
from dailycontact.people.sources.text import LARGE_BYTES, MOST_BYTES
from dailycontact.people.usecases import imports
from dailycontact.people.usecases.import_judging import Defaults
from dailycontact.people.usecases.import_reading import Recognised
from dailycontact.people.usecases.import_refused import write_refused
from dailycontact.people.usecases.import_survey import filled_columns, foreign_lines
from dailycontact.people.usecases.merging import alike_to
from dailycontact.people.view import imports as view
from dailycontact.people.view import recognition, verdict
from dailycontact.people.view.merging import hint
from dailycontact.store.entries import segment_named, set_segment_cadence
from dailycontact.store.known import EmptyLook
from dailycontact.terminal.card import paragraph, spread
from dailycontact.terminal.later import options
from dailycontact.terminal.streams import read_bytes
from dailycontact.terminal.styles import LABEL
from dailycontact.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager

CARDS = ".vcf"
"""The kind of file of which a folder often holds hundreds, with one person in each."""
MOST_APART = 6
"""Files that are shown one by one; of more of them there is one summary."""
WORTH_A_BAR = 5_000
"""Rows from which on a progress bar is shown."""


class NothingOrAll(BadInput):
    """With --strict, a refused row keeps everybody out."""

    def __init__(self, came: Sequence[imports.Imported]) -> None:
        refused = [problem for imported in came for problem in imported.refused]
        others = f" (and {len(refused) - 1:,} more)" if len(refused) > 1 else ""
        super().__init__(
            f"{refused[0]}{others}; nothing was brought in, because --strict wants all or nothing."
        )


def import_(
    workspace: Workspace,
    files: flags.Files,
    *,
    mapped: flags.Mapped = None,
    country: flags.Country = None,
    segment: flags.Segment = None,
    cadence: flags.Cadence = None,
    encoding: flags.Encoding = None,
    sheet: flags.Sheet = None,
    source: flags.Source = None,
    overwrite: flags.Overwrite = False,
    strict: flags.Strict = False,
    large: flags.Large = False,
    dry_run: options.DryRun = False,
    json: options.Json = False,
    yes: options.Yes = False,
) -> None:
    """Bring in customers from any file; twice changes nothing, and undo takes it back.

    dailycontact import customers.csv --country Germany --dry-run
    """
    wishes = Wishes(
        country=read_country(country) if country else None,
        segment=(segment or "").strip(),
        cadence=read_cadence(cadence) if cadence else None,
    )
    how = How(
        overrides=parse_overrides(mapped or ()),
        encoding=encoding,
        source=source,
        sheet=sheet,
        large=large,
    )
    most = LARGE_BYTES if large else MOST_BYTES
    delivery = parcels_of(files, stdin=partial(read_bytes, most + 1), large=large)
    named = {file.name for file in files} | {STDIN}
    readings = [
        Reading(parcel=parcel, how=how, is_named=parcel.name in named) for parcel in delivery
    ]
    left_out = list(delivery.left_out)
    guided = workspace.asker.can_ask and not (json or yes or dry_run)
    coming = (_asked if guided else _as_they_are)(workspace, readings, wishes, left_out)
    if left_out and not json:
        workspace.screen.say(recognition.not_read(left_out))
    terms = _Terms(overwrite=overwrite, strict=strict)
    done = (_rehearsed if dry_run else _brought_in)(workspace, coming, terms)
    if not json:
        _show_all(workspace, done, dry_run=dry_run, guided=guided)
    _close(workspace, done, dry_run=dry_run, json=json)


@dataclass(frozen=True, kw_only=True)
class _Coming:
    """A file that is to come in, and what holds where its rows say nothing."""

    recognised: Recognised
    wishes: Wishes

    def defaults(self, book_country: str | None) -> Defaults:
        return Defaults(
            country=self.wishes.country,
            segment=self.wishes.segment,
            cadence=self.wishes.cadence,
            book_country=book_country,
        )


def _as_they_are(
    _: Workspace, readings: Sequence[Reading], wishes: Wishes, left_out: list[str]
) -> list[_Coming]:
    """Read every file; one that lay in a folder or an archive, and names nobody, is left out."""
    coming: list[_Coming] = []
    nobody: NoNameColumn | None = None
    for reading in readings:
        try:
            coming.append(_Coming(recognised=reading.recognised(), wishes=wishes))
        except NoNameColumn as problem:
            if reading.is_named:
                raise
            nobody = nobody or problem
            left_out.append(reading.parcel.name)
    if nobody and not coming:
        raise nobody
    return coming


def _asked(
    workspace: Workspace, readings: Sequence[Reading], wishes: Wishes, left_out: list[str]
) -> list[_Coming]:
    """Lead through one file after the other, through a folder of cards once, and ask at the end."""
    guide = Guide.of(workspace)
    cards = [reading for reading in readings if reading.parcel.kind == CARDS]
    coming: list[_Coming] = []
    for reading in readings:
        if reading in cards[1:]:
            continue
        files = len(cards) if reading in cards else 1
        understood = guide.understood(reading, wishes, files=files)
        if understood is not None:
            recognised, wishes = understood
            coming.append(_Coming(recognised=recognised, wishes=wishes))
    coming += _as_they_are(workspace, cards[1:], wishes, left_out)
    every = [one.recognised for one in coming]
    if every and guide.agreed(every, country=wishes.country):
        return coming
    workspace.screen.say("Nothing was brought in.")
    return []


@dataclass(frozen=True, kw_only=True)
class _Terms:
    """How the files come in: over the leader's own words, and all of them or none."""

    overwrite: bool
    strict: bool

    def judge(self, came: Sequence[imports.Imported]) -> None:
        """Raise NothingOrAll where a row was refused and none may be."""
        if self.strict and any(imported.refused for imported in came):
            raise NothingOrAll(came)


_Came = tuple[imports.Imported, str | None]
"""What came in from a file, and where the rows that were refused are."""


def _rehearsed(workspace: Workspace, coming: Sequence[_Coming], terms: _Terms) -> list[_Came]:
    has_book = workspace.has_book
    country = workspace.book_settings.country if has_book else None
    day = workspace.today if has_book else workspace.now.date()
    done = []
    for one in coming:
        look = workspace.look if has_book else EmptyLook()
        with _progress(workspace, one.recognised) as progress:
            done.append(
                imports.rehearse(
                    look,
                    one.recognised,
                    defaults=one.defaults(country),
                    day=day,
                    overwrite=terms.overwrite,
                    progress=progress,
                )
            )
    terms.judge(done)
    return [(imported, None) for imported in done]


def _brought_in(workspace: Workspace, coming: Sequence[_Coming], terms: _Terms) -> list[_Came]:
    """Bring in all the files as one change, so that all of them come in, or none."""
    if not coming:
        return []
    workspace.begin(country=coming[0].wishes.country)
    country = workspace.book_settings.country
    done = []
    with imports.no_search_for_circles(), workspace.change("import") as change:
        for one in coming:
            for name, cadence in one.wishes.cadences.items():
                set_segment_cadence(change, segment_named(change, name), cadence)
            with _progress(workspace, one.recognised) as progress:
                done.append(
                    imports.bring_in(
                        change,
                        one.recognised,
                        defaults=one.defaults(country),
                        day=workspace.today,
                        overwrite=terms.overwrite,
                        progress=progress,
                    )
                )
        terms.judge(done)
        change.summary = view.past(done)
    return [(imported, _handed_back(workspace, imported)) for imported in done]


def _handed_back(workspace: Workspace, imported: imports.Imported) -> str | None:
    try:
        refused_file = write_refused(imported)
    except OSError as error:
        workspace.screen.warn(view.not_handed_back(imported, error.strerror))
        return None
    return str(refused_file) if refused_file else None


def _show_all(workspace: Workspace, done: Sequence[_Came], *, dry_run: bool, guided: bool) -> None:
    if len(done) <= MOST_APART:
        for came in done:
            _show(workspace, *came, dry_run=dry_run, guided=guided)
        return
    places = [place for _, place in done if place]
    workspace.screen.show(
        *view.together([imported for imported, _ in done], places, dry_run=dry_run)
    )


def _show(
    workspace: Workspace,
    imported: imports.Imported,
    refused_file: str | None,
    *,
    dry_run: bool,
    guided: bool,
) -> None:
    recognised = imported.recognised
    screen = workspace.screen
    screen.show("", recognition.opening(recognised, people=imported.people))
    if dry_run:
        screen.show(
            *recognition.columns(recognised, filled=filled_columns(recognised), width=screen.width)
        )
    if recognised.sheet.guessed and not guided:
        screen.show(*recognition.letters(recognised, foreign_lines(recognised)))
    doubts = recognition.doubts(recognised)
    if doubts and (dry_run or not guided):
        screen.show("", *doubts)
    screen.show(*view.summary(imported, refused_file=refused_file, dry_run=dry_run))
    if not dry_run and imported.says_something_new and not guided:  # else it stands above
        screen.show(*recognition.left_out(recognised))


def _close(workspace: Workspace, done: Sequence[_Came], *, dry_run: bool, json: bool) -> None:
    turns = done[-1][0].turns if done else None
    if json:
        files = [view.document(imported, refused_file=file) for imported, file in done]
        plan = verdict.plan_document(turns)
        workspace.screen.json({"dry_run": dry_run, "files": files, "plan": plan})
    elif dry_run:
        workspace.screen.show("", paragraph(recognition.dry_run(len(done))), "")
    elif turns:
        came = {one for imported, _ in done for one in imported.newcomers}
        alike = hint(alike_to(workspace.look, came))
        workspace.screen.show("", paragraph(verdict.in_words(turns)), "")
        workspace.screen.show(*verdict.zones_to_say(turns))
        if alike:
            workspace.screen.show(paragraph(alike), "")
        workspace.screen.show(spread("Whom to phone", (f"{PROGRAM} today", LABEL)))
        if any(imported.says_something_new for imported, _ in done):
            stays = any(imported.refusals for imported, _ in done)
            back = "Take it back, but for who said no" if stays else "Take it all back"
            workspace.screen.show(spread(back, (f"{PROGRAM} undo", LABEL)))
        workspace.screen.show("")


def _progress(
    workspace: Workspace, recognised: Recognised
) -> AbstractContextManager[Callable[[int], None]]:
    if recognised.most_rows < WORTH_A_BAR:
        return nullcontext(lambda _: None)
    from dailycontact.terminal.progress import progress

    return progress(workspace.screen, "Bringing them in", total=recognised.most_rows)
