"""The personal settings: who I am, and which book is mine. They live in a file of their own."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from dailycontact.errors import StorageProblem
from dailycontact.settings import ConfigUnreadable


class SettingsUnwritable(StorageProblem):
    """The file of personal settings cannot be written."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"The settings file {path} could not be written ({reason}); nothing was changed."
        )


def save_personal(path: Path, values: Mapping[str, str]) -> None:
    """Write these settings to the file, whole or not at all; comments and the rest stay.

    Raises:
        ConfigUnreadable: what is there is not TOML.
        SettingsUnwritable: the file or its folder cannot be written.

    """
    import tomlkit
    from tomlkit.exceptions import ParseError

    try:
        document = tomlkit.parse(path.read_text(encoding="utf-8") if path.exists() else "")
    except (ParseError, UnicodeDecodeError) as error:
        raise ConfigUnreadable(str(path), str(error)) from error
    document.update(values)
    unfinished = path.with_name(f"{path.name}.new-{os.getpid()}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(tomlkit.dumps(document))
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError as error:
        raise SettingsUnwritable(path, error.strerror or "no reason given") from error
    finally:
        with suppress(OSError):
            unfinished.unlink()
