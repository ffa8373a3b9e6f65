"""What is run: our own commands, on a book that is put back where a command changes it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from benchmarks.books import NOW
from benchmarks.measuring import Case, environment

PYTHON = sys.executable
PROGRAM = str(Path(sys.executable).with_name("dailycontact"))
HERE = Path(__file__).parent

PASS = "python -c pass"  # noqa: S105 - the name of a case
TODAY = "today (pick stored)"
FIRST_TODAY = "today (first of the day)"
TODAY_BY_TYPER = "today (through Typer)"
LOOP = "loop"
CUSTOMERS = "customers list"
REPORT = "report"
HELP = "--help"
COMPLETION = "completion"
LOG = "log reached --better …"
BARE_WRITE = "bare write of one row"

WISH = "Your invoices never say which of our two cafés they are for."


def our_cases(folder: Path) -> list[Case]:
    """Return the program's own cases on books in `folder`, compiled and made first."""
    compile_everything()
    unasked = make_template(folder)
    stored = _copied(unasked, folder / "stored.db")
    run_program(stored, "today")
    shutil.copyfile(stored, folder / "picked.template")
    picked = folder / "picked.template"
    return [
        Case(name=PASS, words=(PYTHON, "-c", "pass")),
        _case(TODAY, stored, "today"),
        _case(FIRST_TODAY, folder / "first.db", "today", template=unasked),
        _case(TODAY_BY_TYPER, stored, "--no-input", "today"),
        _case(LOOP, stored, "loop"),
        _case(CUSTOMERS, stored, "customers", "list"),
        _case(REPORT, stored, "report"),
        _case(HELP, stored, "--help"),
        _completion(stored),
        _case(LOG, folder / "log.db", "log", "reached", "--better", WISH,
              template=picked),
        Case(
            name=BARE_WRITE,
            words=(PYTHON, str(HERE / "bare_write.py"), str(folder / "bare.db")),
            before=partial(put_back, picked, folder / "bare.db"),
        ),
    ]  # fmt: skip


def compile_everything() -> None:
    """Write the compiled form of the program and of what it stands on, as pip does."""
    for package in ("dailycontact", "typer", "rich", "sqlmodel", "sqlalchemy", "pydantic"):
        found = find_spec(package)
        for place in (found and found.submodule_search_locations) or ():
            subprocess.run((PYTHON, "-m", "compileall", "-q", place), check=True)


def make_template(folder: Path) -> Path:
    """Make the book from which the others are copied; return its path."""
    path = folder / "unasked.db"
    surroundings = environment({"PYTHONPATH": str(HERE.parent)})
    subprocess.run((PYTHON, "-m", "benchmarks.books", str(path)), env=surroundings, check=True)
    return path


def run_program(book: Path, *words: str) -> None:
    """Run the program once on a book, before anything is measured."""
    surroundings = environment(surroundings_of(book))
    subprocess.run((PROGRAM, *words), env=surroundings, check=True, stdout=subprocess.DEVNULL)


def surroundings_of(book: Path) -> dict[str, str]:
    """Return the variables with which the program sees this book, at the pretended time."""
    return {
        "DAILYCONTACT_BOOK": str(book),
        "DAILYCONTACT_NOW": NOW.isoformat(),
        "DAILYCONTACT_CONFIG": str(book.with_name("no.toml")),
    }


def put_back(template: Path, book: Path) -> None:
    """Bring a book back to what it was, and wait for the disk, so that nobody else pays for it."""
    for left in book.parent.glob(f"{book.name}*"):
        if left.is_file():
            left.unlink()
    shutil.copyfile(template, book)
    with book.open("rb+") as copied:
        os.fsync(copied.fileno())


def place_of(*words: str) -> tuple[str, str] | None:
    """Return the module and the function that `words` call, or None where there is no such command.

    A word too many does not matter: ("log", "reached") is log.
    """
    from dailycontact.app import entries

    line = " ".join(words)
    for name, entry in entries():
        if line == name or line.startswith(f"{name} "):
            module, _, function = f"dailycontact.{entry.where}".partition(":")
            return (module, function) if _is_module(module) else None
    return None


def _is_module(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:
        return False


def _copied(template: Path, book: Path) -> Path:
    put_back(template, book)
    return book


def _case(name: str, book: Path, *words: str, template: Path | None = None) -> Case:
    called = words[1:] if words[0] == "--no-input" else words
    return Case(
        name=name,
        words=(PROGRAM, *words),
        environment=surroundings_of(book),
        before=_restoring(template, book),
        absent="" if called == ("--help",) or place_of(*called) else "not there",
    )


def _restoring(template: Path | None, book: Path) -> Callable[[], None]:
    return (lambda: None) if template is None else partial(put_back, template, book)


def _completion(book: Path) -> Case:
    """Return the question that a shell asks at Tab after `dailycontact to`."""
    asked = {
        "_DAILYCONTACT_COMPLETE": "complete_bash",
        "COMP_WORDS": "dailycontact to",
        "COMP_CWORD": "1",
    }
    return Case(name=COMPLETION, words=(PROGRAM,), environment={**surroundings_of(book), **asked})
