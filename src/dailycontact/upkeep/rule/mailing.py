"""What a leader types about sending the report, read: to whom, by which server, which words."""

import re
from collections.abc import Callable, Iterable

from dailycontact.core.mail_address import is_mail_address
from dailycontact.core.naming import fold
from dailycontact.upkeep.rule import SettingUnreadable

EDITIONS = ("team", "leader", "company", "customers")
EVERYBODY = "team"
"""Stands among the recipients for everybody in the team who has an address."""
NONE = "none"
"""What brings back the default, where an empty word would look like a slip."""
SECURITIES = ("starttls", "tls", "none")
LAST_PORT = 65_535
LONGEST_PERMISSION = 300
_ADDRESS = re.compile(r"[^\s@,;:<>\"()\[\]]+@[^\s@,;:<>\"()\[\]]+")
_NAMED = re.compile(
    rf"(?:(?P<name>[^\s@,;:<>\"()\[\]][^@,;:<>\"()\[\]]*) )?<(?P<at>{_ADDRESS.pattern})>"
)
_HOST = re.compile(r"(?P<host>\[[0-9a-fA-F:.]+\]|[^\s:/@\[\]]+)(?::(?P<port>[0-9]{1,5}))?")
_CHANNEL = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,39}")


def read_permission(typed: str) -> str:
    """Return what anybody of the team may do unasked, in one line; nothing for "none".

    Raises:
        SettingUnreadable: it is longer than what anybody remembers.

    """
    words = " ".join(typed.split())
    if len(words) > LONGEST_PERMISSION:
        wanted = f"one sentence of at most {LONGEST_PERMISSION} characters"
        raise SettingUnreadable("--permission", f"{words[:40]} …", wanted)
    return "" if fold(words) == NONE else words


def read_server(typed: str) -> dict[str, str]:
    """Return the server that takes mail from us, from "mail.example.com:587", as it is stored.

    Raises:
        SettingUnreadable: it names none.

    """
    if fold(typed) in ("", NONE):
        return {"mail.host": "", "mail.port": ""}
    found = _HOST.fullmatch(typed.strip())
    port = int(found["port"]) if found and found["port"] else None
    if found is None or port == 0 or (port or 0) > LAST_PORT:
        wanted = "the server that takes your mail, like mail.example.com:587"
        raise SettingUnreadable("--mail-server", typed, wanted)
    return {"mail.host": found["host"].lower(), "mail.port": str(port or "")}


def read_user(typed: str) -> str:
    """Return who we are for that server; nothing for "none"."""
    name = " ".join(typed.split())
    return "" if fold(name) == NONE else name


def read_sender(typed: str) -> str:
    """Return the address that the mail is from, with a name before it or not; nothing for "none".

    Raises:
        SettingUnreadable: it is no address.

    """
    if fold(typed) in ("", NONE):
        return ""
    words = typed.strip()
    if not (_ADDRESS.fullmatch(words) or (_NAMED.fullmatch(words) and words.isprintable())):
        wanted = 'an address like marta@example.com, or "Marta Silva <marta@example.com>"'
        raise SettingUnreadable("--mail-from", typed, wanted)
    return words


def read_security(typed: str) -> str:
    """Return how the line to the server is made private.

    Raises:
        SettingUnreadable: there is no such way.

    """
    word = typed.strip().casefold()
    if word not in SECURITIES:
        wanted = "starttls, tls, or none for a server on this machine"
        raise SettingUnreadable("--mail-security", typed, wanted)
    return word


def read_recipients(typed: Iterable[str]) -> dict[str, str]:
    """Return to whom each edition is sent that is named, from "team=team,jo@example.com".

    Raises:
        SettingUnreadable: there is no such edition, or no such address.

    """
    return dict(_of_edition("--recipients", one, _address) for one in typed)


def read_channels(typed: Iterable[str]) -> dict[str, str]:
    """Return the channels into which each edition goes that is named, from "team=slack".

    Raises:
        SettingUnreadable: there is no such edition, or it is no name: an address is a secret.

    """
    return dict(_of_edition("--notify", one, _channel) for one in typed)


def _of_edition(flag: str, typed: str, read: Callable[[str], str]) -> tuple[str, str]:
    edition, sign, said = typed.partition("=")
    word = edition.strip().casefold()
    if not sign or word not in EDITIONS:
        example = "team=team,jo@example.com" if flag == "--recipients" else "team=slack"
        wanted = f"an edition ({', '.join(EDITIONS)}) and who gets it, like {example}"
        raise SettingUnreadable(flag, typed, wanted)
    if fold(said) in ("", NONE):
        return f"{flag[2:]}.{word}", ""
    parts = [part.strip() for part in said.split(",") if part.strip()]
    return f"{flag[2:]}.{word}", "\n".join(dict.fromkeys(read(part) for part in parts))


def _address(typed: str) -> str:
    if fold(typed) == EVERYBODY:
        return EVERYBODY
    if not is_mail_address(typed):
        wanted = "addresses like jo@example.com, team for everybody in it, or none"
        raise SettingUnreadable("--recipients", typed, wanted)
    return typed


def _channel(typed: str) -> str:
    if not _CHANNEL.fullmatch(typed):
        wanted = "a name of your own like slack; its address is a secret and stands elsewhere"
        raise SettingUnreadable("--notify", typed[:40], wanted)
    return typed.lower()


def read_words(typed: Iterable[str], *, flag: str) -> tuple[str, ...]:
    """Return words as they are compared; "none" alone is what forgets them all.

    Raises:
        SettingUnreadable: one is empty.

    """
    words = [fold(one) for one in typed]
    if not all(words):
        raise SettingUnreadable(flag, "", "a word or a name")
    return tuple(dict.fromkeys(words))


def with_words(now: Iterable[str], *, also: Iterable[str], without: Iterable[str]) -> str:
    """Return a list of words as it is stored, with some more and without others."""
    more, gone = list(also), set(without)
    kept = [] if NONE in more else list(now)
    words = {word for word in (*kept, *more) if word != NONE} - gone
    return "\n".join(sorted(words))
