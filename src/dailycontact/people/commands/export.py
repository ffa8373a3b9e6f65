"""customers export."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Annotated, BinaryIO

from dailycontact.core.event import EXPORTED
from dailycontact.errors import UsageProblem
from dailycontact.terminal.later import options, typer
from dailycontact.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from dailycontact.core.customer import Customer
    from dailycontact.people.usecases.exporting import Export
    from dailycontact.store.changing import Change

CHUNK = 1 << 20
"""Bytes that are handed on at once."""
TEXT = "text"


class UnknownForm(UsageProblem):
    """No form goes by that name."""

    def __init__(self, typed: str, known: list[str]) -> None:
        super().__init__(f"--format {typed!r} is not known; choose from: {', '.join(known)}.")


class UnknownEnding(UsageProblem):
    """The name of the file asks for a form that there is not."""

    def __init__(self, path: Path, known: list[str]) -> None:
        super().__init__(
            f"A file that ends with {path.suffix} cannot be written; choose from"
            f" {', '.join(known)}, or say what it is with --format."
        )


class WhoAsks(UsageProblem):
    """Everything is asked for, but not about whom."""

    def __init__(self) -> None:
        super().__init__("--everything is about one customer; name them before it.")


class NotBoth(UsageProblem):
    """One customer and a segment were both asked for."""

    def __init__(self) -> None:
        super().__init__("Name a customer, or a segment with --segment; not both.")


def export(
    workspace: Workspace,
    *,
    name: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]", help="Only this customer: part of a name, or an id."),
    ] = None,
    format: Annotated[
        str | None, typer.Option("--format", help="csv, vcard, json or xlsx (usual: as FILE ends).")
    ] = None,
    output: options.Output = None,
    segment: Annotated[str, typer.Option("--segment", help="Only those of a segment.")] = "",
    everything: Annotated[
        bool,
        typer.Option("--everything", help="All that the book holds of one customer, to hand them."),
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it exists.")] = False,
    json: options.Json = False,
) -> None:
    """Write your customers to a file that can be imported again, without loss.

    For example: dailycontact customers export -o customers.xlsx
    """
    if not workspace.has_book:
        raise workspace.no_book()
    if name and segment:
        raise NotBoth
    if everything and not name:
        raise WhoAsks
    form = "json" if json else format
    customer = workspace.customer(" ".join(name)) if name else None
    if customer is not None and everything:
        _everything(workspace, customer, form, output, force=force, json=json)
        return
    _people(workspace, customer, segment, form, output, force=force, json=json)


def _people(
    workspace: Workspace,
    customer: Customer | None,
    segment: str,
    form: str | None,
    output: Path | None,
    *,
    force: bool,
    json: bool,
) -> None:
    from dailycontact.people.formats import BY_ENDING, ENDINGS, FORMS, form_of
    from dailycontact.people.usecases import exporting
    from dailycontact.people.view.exporting import MIND, sentences

    form = form or _asked_for(output, BY_ENDING, usual="csv")
    if form not in FORMS:
        raise UnknownForm(form, list(FORMS))
    path = _place(workspace, output, customer, ENDINGS[form], json=json)
    wanted = exporting.Wanted(customer=customer, segment=segment)
    written = form_of(form)
    with (
        _opened(workspace, path, force=force) as (out, place),
        workspace.change(EXPORTED) as change,
    ):
        done = exporting.export(change, out, wanted, form=form, written=written, place=place)
        _note(workspace, change, done, customer)
    if path is not None:
        workspace.screen.say(*sentences(done))
        workspace.screen.hint(MIND)


def _asked_for(output: Path | None, by_ending: Mapping[str, str], *, usual: str) -> str:
    """Return the form that the name of a file asks for; the usual one, where it says nothing."""
    ending = "" if output is None else output.suffix.lower()
    if output is None or not ending:
        return usual
    if ending not in by_ending:
        raise UnknownEnding(output, list(by_ending))
    return by_ending[ending]


@contextlib.contextmanager
def _opened(
    workspace: Workspace, path: Path | None, *, force: bool
) -> Iterator[tuple[BinaryIO, str]]:
    """Yield what to write to, and its place; a file gets its name, a pipe its bytes at the end.

    So nothing leaves the book without a note of it.
    """
    import tempfile

    from dailycontact.store.exporting import STANDARD_OUTPUT
    from dailycontact.terminal.files import new_file

    if path is not None:
        with new_file(path, force=force) as file:
            yield file, str(path.absolute())
        return
    with tempfile.TemporaryFile() as file:
        yield file, STANDARD_OUTPUT
        file.seek(0)
        while chunk := file.read(CHUNK):
            workspace.screen.bytes(chunk)


def _place(
    workspace: Workspace, output: Path | None, customer: Customer | None, ending: str, *, json: bool
) -> Path | None:
    """Return which file to write; None for stdout.

    Somebody at a terminal who names none gets one in the folder where they are.
    """
    from pathlib import Path

    if output is not None:
        return None if str(output) == "-" else output
    if json or not workspace.screen.is_terminal:
        return None
    who = "customers" if customer is None else f"customer-{customer.id}"
    return Path(f"{who}-{workspace.today}{ending}")


def _everything(
    workspace: Workspace,
    customer: Customer,
    form: str | None,
    output: Path | None,
    *,
    force: bool,
    json: bool,
) -> None:
    from dailycontact.people.usecases import exporting, holding
    from dailycontact.people.view import holding as view
    from dailycontact.people.view.exporting import sentences
    from dailycontact.terminal.documents import as_json

    form = form or _asked_for(output, view.BY_ENDING, usual=TEXT)
    if form not in view.ENDINGS:
        raise UnknownForm(form, list(view.ENDINGS))
    path = _place(workspace, output, customer, view.ENDINGS[form], json=json)
    held = holding.held(workspace.look, customer, today=workspace.today)
    if form == TEXT:
        content = view.text(held, today=workspace.today).encode()
    else:
        content = f"{as_json(view.document(held))}\n".encode()
    with _opened(workspace, path, force=force) as (out, place):
        out.write(content)
        done = exporting.Export(place=place, form=form, people=1, refused=0)
        with workspace.change(EXPORTED) as change:
            _note(workspace, change, done, customer)
    if path is not None:
        workspace.screen.say(*sentences(done))
        workspace.screen.hint("Read it before you hand it over: your own notes are in it.")


def _note(workspace: Workspace, change: Change, done: Export, customer: Customer | None) -> None:
    from dailycontact.people.usecases import exporting

    exporting.note(
        change, done, customer=customer, leader_id=workspace.leader.id, day=workspace.today
    )
