"""In which form a report is had, and where it goes: to the screen, to a pipe, or to a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dailycontact.errors import UsageProblem

if TYPE_CHECKING:
    from dailycontact.report.rule.report import Report
    from dailycontact.workspace import Workspace

TERMINAL, CSV = "terminal", "csv"
OF_FILES = {"csv": ".zip", "xlsx": ".xlsx"}
"""Forms that no screen can show, and how a file of theirs ends."""
OTHER_NAMES = {"excel": "xlsx", "text": TERMINAL, "page": "html"}
_PLAIN = frozenset({TERMINAL, "markdown"})
OF_TEXT = {".txt": _PLAIN | {"json"}, ".md": _PLAIN, ".markdown": _PLAIN}
"""How a file of text may end, and what any program for such files shows."""
USUAL_ENDING = ".html"
"""Of a file whose name has none, or that only has a folder: what anybody can open."""
STANDARD_OUTPUT = "-"


class UnknownForm(UsageProblem):
    """No edition, or no format, goes by that name."""

    def __init__(self, flag: str, typed: str, known: list[str]) -> None:
        super().__init__(f"{flag} {typed!r} is not known; choose from: {', '.join(known)}.")


class UnknownEnding(UsageProblem):
    """The name of the file asks for a form that there is not."""

    def __init__(self, path: Path, known: list[str]) -> None:
        super().__init__(
            f"A file that ends with {path.suffix} cannot be written; choose from"
            f" {', '.join(known)}, or say what it is with --format."
        )


class PrintedFromThePage(UsageProblem):
    """A PDF is asked for: a browser makes it from the page."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"A PDF is printed from the page: write that with -o {path.with_suffix('.html')},"
            " open it in your browser, and print it to a PDF."
        )


class NotOnAScreen(UsageProblem):
    """A form that no screen can show was asked for without a file."""

    def __init__(self, form: str) -> None:
        super().__init__(
            f"{form} is for a file, not for a screen; name one with -o week{OF_FILES[form]}"
        )


class OneTableInAFile(UsageProblem):
    """A file of delimited text was named, and not which table is to stand in it."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"A .csv file holds one table: name it with --table answers, or write all of them"
            f" with -o {path.with_suffix('.zip')}."
        )


class AnotherEnding(UsageProblem):
    """The name of the file ends like another form than the one that was asked for."""

    def __init__(self, path: Path, what: str, ending: str) -> None:
        super().__init__(
            f"{path.name} would not open: what is asked for is {what}, and not {path.suffix};"
            f" name it with -o {path.with_suffix(ending)}"
        )


class OnlyOfTables(UsageProblem):
    """One table was asked for in a form that has none."""

    def __init__(self, form: str) -> None:
        super().__init__(f"--table goes with --format csv, not with {form}; leave one of them out.")


def form_of(typed: str | None, *, table: str | None, output: Path | None) -> str:
    """Return the form that was asked for: by its name, else by the file's, else for a screen.

    Raises:
        UnknownForm, UnknownEnding, PrintedFromThePage: there is none of that name.
        OnlyOfTables: one table is wanted, and the form has none.
        OneTableInAFile: all tables are wanted in a file that holds one.
        AnotherEnding: the file is named like another form.

    """
    form = _form_typed(typed) if typed is not None else _form_of_file(output, table)
    if table is not None and form != CSV:
        raise OnlyOfTables(form)
    if form == CSV and table is None and output is not None and output.suffix.lower() == ".csv":
        raise OneTableInAFile(output)
    _check_ending(form, table, output)
    return form


def _check_ending(form: str, table: str | None, output: Path | None) -> None:
    """Refuse a name by which a computer would open the file with the wrong program."""
    from dailycontact.report.formats import SUFFIXES

    if output is None or output.is_dir() or not (ending := output.suffix.lower()):
        return
    if table is not None:
        if ending not in {".csv", ".txt"}:
            raise AnotherEnding(output, "one table, which is a .csv file", ".csv")
    elif form not in OF_TEXT.get(ending, {SUFFIXES.get(ending, form)}):
        raise AnotherEnding(output, form, _ending(form))


def _ending(form: str) -> str:
    """Return how a file in a form ends; all tables are an archive."""
    from dailycontact.report.formats import SUFFIXES

    return next(one for one, of in SUFFIXES.items() if of == form and one != ".csv")


def _form_typed(typed: str) -> str:
    from dailycontact.report.formats import FORMATS, SUFFIXES

    word = OTHER_NAMES.get(typed.strip().casefold(), typed.strip().casefold())
    form = word if word in FORMATS else SUFFIXES.get(f".{word}", "")
    if form not in FORMATS:
        raise UnknownForm("--format", typed, list(FORMATS))
    return form


def _form_of_file(output: Path | None, table: str | None) -> str:
    from dailycontact.report.formats import SUFFIXES

    path = output if output is not None and str(output) != STANDARD_OUTPUT else None
    if path is not None and path.is_dir():
        return CSV if table is not None else SUFFIXES[USUAL_ENDING]
    ending = "" if path is None else path.suffix.lower()
    if table is not None or path is None:
        return CSV if table is not None else TERMINAL
    if not ending:
        return SUFFIXES[USUAL_ENDING]
    if ending == ".pdf":
        raise PrintedFromThePage(path)
    if ending not in SUFFIXES:
        raise UnknownEnding(path, list(SUFFIXES))
    return SUFFIXES[ending]


def hand_over(
    workspace: Workspace,
    found: Report,
    *,
    form: str,
    table: str | None,
    output: Path | None,
    force: bool,
) -> None:
    """Show the report, or write it to a file, which says where and for whom.

    Raises:
        NotOnAScreen: it is for a file, and none was named.
        NoSuchTable: the edition has no table of that name.
        FileIsThere, IsABook, FileNotWritten: it cannot be written there.

    """
    if output is None and table is None and form in OF_FILES and workspace.screen.is_terminal:
        raise NotOnAScreen(form)
    if output is None and form == TERMINAL:
        from dailycontact.report.formats import terminal

        workspace.screen.show(*terminal.parts(found))
        if workspace.screen.is_terminal:
            from dailycontact.report.view.onward import onward

            workspace.screen.show(*onward(found))
        return
    content = _rendered(found, form, table)
    if output is None or str(output) == STANDARD_OUTPUT:
        workspace.screen.bytes(content)
        return
    from dailycontact.terminal.files import write_file

    path = output / _file_name(found, form, table) if output.is_dir() else output
    if not path.suffix:
        path = path.with_name(f"{path.name}{'.csv' if table is not None else _ending(form)}")
    write_file(path, content, force=force, private=found.is_leaders)
    workspace.screen.say(f"Written: {path} ({found.edition} edition)")


def _rendered(found: Report, form: str, table: str | None) -> bytes:
    from dailycontact.report.formats import FORMATS

    if table is None:
        return FORMATS[form](found)
    from dailycontact.report.formats import csv

    return csv.render_table(found, table.strip().casefold())


def _file_name(found: Report, form: str, table: str | None) -> str:
    """Return the name of a file in a folder that was named: "report-2026-W47-team.html"."""
    if table is not None:
        return f"report-{found.period.name}-{found.edition}-{table.strip().casefold()}.csv"
    return f"report-{found.period.name}-{found.edition}{_ending(form)}"
