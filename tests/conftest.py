"""What every test can ask for: a book on each database, a leader in it, and the program."""

import os
import shutil
import signal
import tempfile
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from dailycontact.store.book import Book
from dailycontact.store.founding import found
from support import memory, postgres
from support.builders import MONDAY, MORNING
from support.running import Run, runner

SHARED_DATA = "DAILYCONTACT_SHARED_DATA"


@dataclass(frozen=True, kw_only=True)
class Founded:
    """A new book with its leader, Marta Silva of Brightside in Great Britain."""

    book: Book
    leader_id: int


def pytest_configure() -> None:
    """Let pytest make its temporary folders in memory, unless somebody named a place."""
    folder = memory.folder()
    if folder is not None:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(folder))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Count no lines where a test runs again on a server: it decides the same there."""
    for item in items:
        if "postgres" in item.name:
            item.add_marker(pytest.mark.no_cover)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name a file's bytes by their argument: an archive holds the second in which it was made.

    Each worker collects the tests anew, and must find them under the same names.
    """
    return argname if isinstance(val, bytes) else None


@pytest.fixture(scope="session", autouse=True)
def _hears_ctrl_c() -> None:
    """Let Ctrl-C reach the programs that tests start, also when the tests run in the background.

    A shell lets what it starts in the background ignore it, and children inherit that.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep each test away from the person's own books, settings, zone and terminal."""
    for name in [name for name in os.environ if name.startswith("DAILYCONTACT_")]:
        if name not in (postgres.URL, SHARED_DATA):
            monkeypatch.delenv(name)
    for name in ("GITHUB_ACTIONS", "FORCE_COLOR", "PY_COLORS", "COLUMNS", "EDITOR", "VISUAL"):
        monkeypatch.delenv(name, raising=False)
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("DAILYCONTACT_NOW", MORNING.isoformat())


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Return the folder of data that others made; skips, loudly, where it is absent."""
    named = os.environ.get(SHARED_DATA)
    folder = Path(named) if named else Path(__file__).parents[2] / "shared" / "data"
    if not folder.is_dir():
        pytest.skip(f"NO SHARED DATA: {folder} is absent; name it with {SHARED_DATA}")
    return folder


@pytest.fixture(scope="session")
def _postgres_server() -> Iterator[str]:
    # Not below pytest's own folder: it is closed to the other user as whom a server of root runs.
    with tempfile.TemporaryDirectory(
        prefix="dailycontact-", dir=memory.folder(), ignore_cleanup_errors=True
    ) as folder:
        Path(folder).chmod(0o755)
        with postgres.server(f"{folder}/server") as url:
            yield url


@pytest.fixture(scope="session")
def _sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "book.db"
    _found(Book(str(path)))
    return path


@pytest.fixture(scope="session")
def _postgres_template(_postgres_server: str) -> str:
    name = f"template_{uuid.uuid4().hex}"
    postgres.execute(_postgres_server, f"CREATE DATABASE {name}")
    _found(Book(postgres.database(_postgres_server, name)))
    return name


def _found(book: Book) -> int:
    leader_id = found(
        book,
        leader="Marta Silva",
        company="Brightside",
        country="GB",
        zone="Europe/London",
        at=MORNING,
        today=MONDAY,
        seed="tests",
    )
    book.rest()
    return leader_id


@pytest.fixture
def sqlite_book(tmp_path: Path, _sqlite_template: Path) -> Iterator[Founded]:
    """Yield a new book in a file."""
    path = tmp_path / "book.db"
    shutil.copyfile(_sqlite_template, path)
    path.chmod(0o600)
    book = Book(str(path))
    yield Founded(book=book, leader_id=1)
    book.rest()


@pytest.fixture
def postgres_book(request: pytest.FixtureRequest) -> Iterator[Founded]:
    """Return a new book on a PostgreSQL server."""
    server: str = request.getfixturevalue("_postgres_server")
    template: str = request.getfixturevalue("_postgres_template")
    name = f"book_{uuid.uuid4().hex}"
    postgres.execute(server, f"CREATE DATABASE {name} TEMPLATE {template}")
    book = Book(postgres.database(server, name))
    yield Founded(book=book, leader_id=1)
    book.rest()
    postgres.execute(server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgres"])
def founded(request: pytest.FixtureRequest) -> Founded:
    """Return a new book, once on each database."""
    book: Founded = request.getfixturevalue(f"{request.param}_book")
    return book


@pytest.fixture
def book(founded: Founded) -> Book:
    """Return the book of `founded`."""
    return founded.book


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return what runs one command line on the machine as it is: no book yet, an empty home."""
    return runner(capsys, monkeypatch)


@pytest.fixture
def run_in(founded: Founded, run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return what runs one command line in the book of `founded`."""
    founded.book.rest()
    monkeypatch.setenv("DAILYCONTACT_BOOK", founded.book.address)
    return run
