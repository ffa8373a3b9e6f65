"""Personal settings: flag › environment › file › default.

They say who I am and which book I use. What the leaders of a book share lives in the book. Neither
platformdirs nor tomllib is imported where the environment or the default path answers.
"""

import os
import sys
from dataclasses import dataclass

from dailycontact.errors import UsageProblem

BOOK = "DAILYCONTACT_BOOK"
ME = "DAILYCONTACT_AS"
CONFIG = "DAILYCONTACT_CONFIG"
NO_INPUT = "DAILYCONTACT_NO_INPUT"
SHARED = ("postgresql://", "postgres://")
"""How the address of a book begins that lies in a database server."""
DEMO = "demo"
"""The word that stands for the demonstration book, wherever a book is named."""
DEMO_FILE = "demo.db"


class NoSuchDatabase(UsageProblem):
    """A book is named by the address of a database that is not known here."""

    def __init__(self, named: str) -> None:
        scheme = named.partition("://")[0]
        super().__init__(
            f"A book cannot be kept in {scheme}://; name a file, like --book team.db, or a database"
            " of PostgreSQL, like --book postgresql://server/name"
        )


class ConfigUnreadable(UsageProblem):
    """The file of personal settings cannot be understood."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"The settings file {path} cannot be read: {reason}; mend or remove it.")


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Which book, who I am, and how to talk to me."""

    book: str
    me: str | None = None
    me_from: str = ""
    """Where it is said who I am: a flag, a variable of the environment, or a file."""
    no_input: bool = False
    debug: bool = False

    @property
    def is_default_book(self) -> bool:
        """Whether nobody named a book: then it is simply "your book"."""
        return self.book == default_book()

    @property
    def is_demo(self) -> bool:
        """Whether this is the demonstration book."""
        return self.book.endswith(DEMO_FILE) and self.book == demo_book()


def load(
    *, book: str | None = None, me: str | None = None, no_input: bool = False, debug: bool = False
) -> Settings:
    """Return the settings that hold, from flags (None where not given), environment and file.

    Raises:
        ConfigUnreadable: the file is there and is not TOML.
        NoSuchDatabase: the book is said to be in a database of another kind.

    """
    environment = os.environ
    in_file = _read_file()
    named = book or environment.get(BOOK) or in_file.get("book") or default_book()
    is_demo = named == DEMO
    if "://" in named and not named.startswith(SHARED):
        raise NoSuchDatabase(named)
    # Who I am in my own book is nobody in the demonstration.
    usual = {} if is_demo else {ME: environment.get(ME), config_file(): in_file.get("me")}
    said = {"--as": me} | usual
    me_from = next((where for where, name in said.items() if name), "")
    return Settings(
        book=demo_book() if is_demo else os.path.expanduser(named),  # noqa: PTH111 - pathlib is slow
        me=said.get(me_from),
        me_from=me_from,
        no_input=no_input or bool(environment.get(NO_INPUT)),
        debug=debug,
    )


def kept_book() -> str:
    """Return the book that is used where neither a flag nor the environment names one."""
    named = "" if os.environ.get(CONFIG) else _read_file().get("book", "")
    return os.path.expanduser(named) if named else default_book()  # noqa: PTH111 - pathlib is slow


def default_book() -> str:
    """Return the path of the book that is used when nobody names one."""
    return os.path.join(_data_folder(), "book.db")  # noqa: PTH118 - pathlib is slow


def demo_book() -> str:
    """Return the path of the demonstration book."""
    return os.path.join(_data_folder(), DEMO_FILE)  # noqa: PTH118 - pathlib is slow


def drafts_folder() -> str:
    """Return the folder in which is kept what was typed and could not be saved."""
    return os.path.join(_data_folder(), "drafts")  # noqa: PTH118 - pathlib is slow


def config_file() -> str:
    """Return the path of the file of personal settings."""
    named = os.environ.get(CONFIG)
    if named:
        return named
    if sys.platform == "linux":
        folder = _linux_folder("XDG_CONFIG_HOME", ".config")
        return os.path.join(folder, "config.toml")  # noqa: PTH118 - pathlib is slow
    return usual_config_file()


def config_variable() -> str:
    """Return the variable of this shell that says where the file of personal settings is, or "".

    What runs by itself does not know what is set in a shell alone.
    """
    if os.environ.get(CONFIG):
        return CONFIG
    is_elsewhere = sys.platform == "linux" and config_file() != usual_config_file()
    return "XDG_CONFIG_HOME" if is_elsewhere else ""


def usual_config_file() -> str:
    """Return the path of the file of personal settings where no variable names another."""
    if sys.platform == "linux":
        home = os.path.expanduser("~")  # noqa: PTH111 - pathlib is slow
        return os.path.join(home, ".config", "dailycontact", "config.toml")  # noqa: PTH118 - as above
    import platformdirs

    folder = platformdirs.user_config_dir("dailycontact", appauthor=False)
    return os.path.join(folder, "config.toml")  # noqa: PTH118 - pathlib is slow


def _data_folder() -> str:
    if sys.platform == "linux":
        return _linux_folder("XDG_DATA_HOME", os.path.join(".local", "share"))  # noqa: PTH118
    import platformdirs

    return platformdirs.user_data_dir("dailycontact", appauthor=False)


def _linux_folder(variable: str, usual: str) -> str:
    home = os.path.expanduser("~")  # noqa: PTH111 - pathlib is slow
    base = os.environ.get(variable) or os.path.join(home, usual)  # noqa: PTH118 - pathlib is slow
    return os.path.join(base, "dailycontact")  # noqa: PTH118 - pathlib is slow


def _read_file() -> dict[str, str]:
    path = config_file()
    if not os.path.exists(path):  # noqa: PTH110 - pathlib is slow
        return {}
    import tomllib

    try:
        with open(path, "rb") as file:  # noqa: PTH123 - pathlib is slow
            read = tomllib.load(file)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise ConfigUnreadable(path, str(error)) from error
    return {key: value for key, value in read.items() if isinstance(value, str)}
