"""Where secrets are: in the environment, a file of one's own, or the keyring; never in the book.

Nor in a flag, which a list of processes shows, nor in anything that is printed.
"""

import os
import re
import stat
import sys
from collections.abc import Iterable, Mapping
from typing import Any

from dailycontact.errors import UsageProblem
from dailycontact.settings import config_file, config_variable, usual_config_file

PASSWORD = "DAILYCONTACT_MAIL_PASSWORD"  # noqa: S105 - the name of a variable
FILE = "DAILYCONTACT_SECRETS"
SERVICE = "dailycontact"
"""What the keyring knows our secrets by."""
_OTHERS = 0o077


class SecretsAreOpen(UsageProblem):
    """Others can read the file of secrets."""

    def __init__(self, path: str) -> None:
        super().__init__(f"Others can read the secrets in {path}; close it with: chmod 600 {path}")


class SecretsUnreadable(UsageProblem):
    """The file of secrets cannot be understood; nothing of it is said."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"The secrets in {path} cannot be read ({reason}); mend or remove it.")


class NoPassword(UsageProblem):
    """There is a user of the mail server, and no password."""

    def __init__(self, user: str, path: str) -> None:
        super().__init__(
            f"The password of {user} for the mail server is nowhere to be found; put it into"
            f' {path} (a line `password = "…"` below `[mail]`), into the variable {PASSWORD},'
            f" or into the keyring: keyring set {SERVICE} mail"
        )


class OtherServer(UsageProblem):
    """The password is for one server, and the book names another."""

    def __init__(self, host: str, path: str) -> None:
        super().__init__(
            f"The password in {path} is not for {host}, the mail server that the book names now;"
            " ask who changed it, or mend the line `host` in that file."
        )


class NoChannel(UsageProblem):
    """A channel has a name, and its secret address is nowhere."""

    def __init__(self, name: str, path: str) -> None:
        super().__init__(
            f"The secret address of the channel {name} is nowhere to be found; put it into {path}"
            f' (a line `{name} = "…"` below `[notify]`), into the variable {_variable(name)},'
            f" or into the keyring: keyring set {SERVICE} notify.{name}"
        )


def secrets_file() -> str:
    """Return the path of the file of secrets; it need not be there."""
    beside = os.path.dirname(config_file())  # noqa: PTH120 - as settings.py
    return os.environ.get(FILE) or os.path.join(beside, "secrets.toml")  # noqa: PTH118 - as above


def mail_password(user: str, host: str) -> str:
    """Return the password of a user of the mail server.

    Where the file says for which `host` it is, it is for no other: all leaders can change the
    server that a book names.

    Raises:
        NoPassword: it is nowhere.
        OtherServer: it is for another server.
        SecretsAreOpen, SecretsUnreadable: the file cannot be used.

    """
    only = _in_file("mail", "host")
    if only and only.casefold() != host.casefold():
        raise OtherServer(host, secrets_file())
    found = os.environ.get(PASSWORD) or _in_file("mail", "password") or _in_keyring("mail")
    if not found:
        raise NoPassword(user, secrets_file())
    return found


def channel_address(name: str) -> str:
    """Return the secret address of a channel.

    Raises:
        NoChannel: it is nowhere.
        SecretsAreOpen, SecretsUnreadable: the file cannot be used.

    """
    found = (
        os.environ.get(_variable(name)) or _in_file("notify", name) or _in_keyring(f"notify.{name}")
    )
    if not found:
        raise NoChannel(name, secrets_file())
    return found


def variables_needed(user: str, channels: Iterable[str]) -> tuple[str, ...]:
    """Return the variables of this shell without which a secret would not be found.

    What runs by itself does not know them.

    Raises:
        SecretsAreOpen, SecretsUnreadable: the file cannot be used.

    """
    wanted = [(PASSWORD, "mail", "password", "mail")] if user else []
    wanted += [(_variable(name), "notify", name, f"notify.{name}") for name in channels]
    to_the_file = FILE if os.environ.get(FILE) else config_variable()
    found: dict[str, None] = {}
    for variable, table, key, in_ring in wanted:
        in_file = bool(_in_file(table, key))
        if (in_file and not to_the_file) or (not in_file and _in_keyring(in_ring)):
            continue
        found[to_the_file if in_file else variable] = None
    return tuple(found)


def usual_secrets_file() -> str:
    """Return the path of the file of secrets where no variable names another."""
    return os.path.join(os.path.dirname(usual_config_file()), "secrets.toml")  # noqa: PTH118, PTH120 - as settings.py


def _variable(name: str) -> str:
    return f"DAILYCONTACT_NOTIFY_{re.sub('[^A-Z0-9]', '_', name.upper())}"


def _in_file(table: str, key: str) -> str | None:
    said = _read(secrets_file()).get(table)
    value = said.get(key) if isinstance(said, Mapping) else None
    return value if isinstance(value, str) else None


def _read(path: str) -> dict[str, Any]:
    import tomllib

    try:
        with open(path, "rb") as file:  # noqa: PTH123 - as settings.py
            if sys.platform != "win32" and stat.S_IMODE(os.fstat(file.fileno()).st_mode) & _OTHERS:
                raise SecretsAreOpen(path)
            return tomllib.load(file)
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise SecretsUnreadable(path, error.strerror or "unknown reason") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        # What the parser says may quote the line, and that is the secret.
        raise SecretsUnreadable(path, "it is not TOML") from None


def _in_keyring(name: str) -> str | None:
    try:
        import keyring
        import keyring.errors
    except ImportError:
        return None
    try:
        return keyring.get_password(SERVICE, name)
    except (keyring.errors.KeyringError, OSError, RuntimeError):
        return None
