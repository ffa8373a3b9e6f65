"""import."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from dailycontact.core.countries import country_code
from dailycontact.core.program import PROGRAM
from dailycontact.errors import UsageProblem
from dailycontact.people.sources.mapping import parse_overrides
from dailycontact.people.sources.parcels import parcels_of
from dailycontact.people.usecases import imports
from dailycontact.people.usecases.import_judging import Defaults, cadence_of
from dailycontact.people.usecases.import_reading import Recognised, recognise_parcel
from dailycontact.people.usecases.import_refused import write_refused
from dailycontact.people.view import imports as view
from dailycontact.store.known import EmptyLook
from dailycontact.terminal.card import paragraph, spread
from dailycontact.terminal.later import options, typer
from dailycontact.terminal.styles import LABEL
from dailycontact.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager

WORTH_A_BAR = 5_000
"""Rows from which on a progress bar is shown."""


class UnknownCountry(UsageProblem):
    """The value of --country is no country."""


class UnknownCadence(UsageProblem):
    """The value of --cadence is no rhythm."""


def import_(
    workspace: Workspace,
    files: Annotated[list[Path], typer.Argument(metavar="FILE …", help="CSV files.")],
    *,
    mapped: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="HEADER=FIELD", help="What a column means; - leaves it out."),
    ] = None,
    country: Annotated[
        str | None, typer.Option("--country", help="Where they are, if the file does not say.")
    ] = None,
    segment: Annotated[
        str | None, typer.Option("--segment", help="Their segment, if the file does not say.")
    ] = None,
    cadence: Annotated[
        str | None,
        typer.Option(
            "--cadence", metavar="HOW OFTEN", help="month, quarter, year or working days."
        ),
    ] = None,
    encoding: Annotated[
        str | None, typer.Option("--encoding", help="How the letters are written, like cp1252.")
    ] = None,
    source: Annotated[
        str | None, typer.Option("--source", help="Where the file comes from, by your own name.")
    ] = None,
    dry_run: options.DryRun = False,
    json: options.Json = False,
    yes: options.Yes = False,
) -> None:
    """Bring in customers from a CSV file; twice changes nothing, and undo takes it back.

    dailycontact import customers.csv --country Germany --dry-run
    """
    flags = _Flags(country=country, segment=segment, cadence=cadence)
    overrides = parse_overrides(mapped or ())
    wanted = [
        recognise_parcel(parcel, overrides=overrides, encoding=encoding, source=source)
        for parcel in parcels_of(files)
    ]
    if not (json or yes or dry_run):
        wanted = [one for one in wanted if _agreed(workspace, one)]
    done = (_rehearsed if dry_run else _brought_in)(workspace, wanted, flags)
    for came in () if json else done:
        _show(workspace, *came, dry_run=dry_run, yes=yes)
    _close(workspace, done, dry_run=dry_run, json=json)


class _Flags:
    """What the flags say where a row says nothing."""

    def __init__(self, *, country: str | None, segment: str | None, cadence: str | None) -> None:
        self.country = country_code(country) if country else None
        self.cadence = cadence_of(cadence) if cadence else None
        self.segment = (segment or "").strip()
        if country and self.country is None:
            raise UnknownCountry(f"{country!r} is no country known here; write it like Germany.")
        if cadence and self.cadence is None:
            raise UnknownCadence(
                f"{cadence!r} is no rhythm; say month, quarter, year or a number of working days."
            )

    def defaults(self, book_country: str | None) -> Defaults:
        return Defaults(
            country=self.country,
            segment=self.segment,
            cadence=self.cadence,
            book_country=book_country,
        )


def _agreed(workspace: Workspace, recognised: Recognised) -> bool:
    if _go_ahead(workspace, recognised):
        return True
    workspace.screen.say("Nothing was brought in.")
    return False


def _go_ahead(workspace: Workspace, recognised: Recognised) -> bool:
    """Show what was recognised where a person sees it; ask them where something is doubtful."""
    if not workspace.asker.can_ask:
        return True
    screen = workspace.screen
    screen.say(
        "", view.opening(recognised, rows=recognised.count_rows()), *view.columns(recognised)
    )
    if not recognised.doubts:
        return True
    screen.say("", *view.doubts(recognised), "")
    return workspace.asker.confirm("Bring them in?", default=True)


_Came = tuple[imports.Imported, str | None]
"""What came in from a file, and where the rows that were refused are."""


def _rehearsed(workspace: Workspace, wanted: Sequence[Recognised], flags: _Flags) -> list[_Came]:
    has_book = workspace.has_book
    defaults = flags.defaults(workspace.book_settings.country if has_book else None)
    day = workspace.today if has_book else workspace.now.date()
    done: list[_Came] = []
    for recognised in wanted:
        look = workspace.look if has_book else EmptyLook()
        with _progress(workspace, recognised) as progress:
            imported = imports.rehearse(
                look, recognised, defaults=defaults, day=day, progress=progress
            )
        done.append((imported, None))
    return done


def _brought_in(workspace: Workspace, wanted: Sequence[Recognised], flags: _Flags) -> list[_Came]:
    """Bring in all the files as one change, so that all of them come in, or none."""
    if not wanted:
        return []
    workspace.begin(country=flags.country)
    defaults = flags.defaults(workspace.book_settings.country)
    done = []
    with imports.no_search_for_circles(), workspace.change("import") as change:
        for recognised in wanted:
            with _progress(workspace, recognised) as progress:
                done.append(
                    imports.bring_in(
                        change, recognised, defaults=defaults, day=workspace.today,
                        progress=progress,
                    )
                )  # fmt: skip
        change.summary = "; ".join(view.past(imported) for imported in done)
    return [(imported, _handed_back(workspace, imported)) for imported in done]


def _handed_back(workspace: Workspace, imported: imports.Imported) -> str | None:
    try:
        refused_file = write_refused(imported)
    except OSError as error:
        workspace.screen.warn(view.not_handed_back(imported, error.strerror))
        return None
    return str(refused_file) if refused_file else None


def _show(
    workspace: Workspace,
    imported: imports.Imported,
    refused_file: str | None,
    *,
    dry_run: bool,
    yes: bool,
) -> None:
    recognised = imported.recognised
    screen = workspace.screen
    screen.show("", view.opening(recognised, rows=imported.rows))
    if dry_run:
        screen.show(*view.columns(recognised))
        screen.show(*(["", *view.doubts(recognised)] if recognised.doubts else []))
    elif recognised.sheet.guessed and not workspace.asker.can_ask:
        screen.show("", *view.doubts(recognised))
    screen.show(*view.summary(imported, refused_file=refused_file, dry_run=dry_run))
    if (
        not dry_run and imported.says_something_new and (yes or not workspace.asker.can_ask)
    ):  # else it stands above
        screen.show(*view.left_out(imported))


def _close(
    workspace: Workspace,
    done: list[tuple[imports.Imported, str | None]],
    *,
    dry_run: bool,
    json: bool,
) -> None:
    turns = done[-1][0].turns if done else None
    if json:
        files = [view.document(imported, refused_file=file) for imported, file in done]
        plan = view.plan_document(turns)
        workspace.screen.json({"dry_run": dry_run, "files": files, "plan": plan})
    elif dry_run:
        workspace.screen.show("", paragraph("Nothing was changed: this was a dry run."), "")
    elif turns:
        changed = any(imported.says_something_new for imported, _ in done)
        undo = [spread("Take it all back", (f"{PROGRAM} undo", LABEL))] if changed else []
        workspace.screen.show(
            "",
            paragraph(f"{view.verdict(turns)} {view.without_phone(turns)}".strip()),
            "",
            *view.zones_to_say(turns),
            spread("Whom to phone", (f"{PROGRAM} today", LABEL)),
            *undo,
            "",
        )


def _progress(
    workspace: Workspace, recognised: Recognised
) -> AbstractContextManager[Callable[[int], None]]:
    if recognised.most_rows < WORTH_A_BAR:
        return nullcontext(lambda _: None)
    from dailycontact.terminal.progress import progress

    return progress(workspace.screen, "Bringing them in", total=recognised.most_rows)
