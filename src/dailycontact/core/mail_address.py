"""Whether mail can go to an address at all: known before it is written down, not on the day."""

import re

_ADDRESS = re.compile(r"[!-?A-~]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?", re.ASCII)
_MOST = 254
"""How long an address can be (RFC 5321, 4.5.3.1)."""
_NEVER = frozenset('<>()[],;:\\"')


def is_mail_address(text: str) -> bool:
    """Return whether this is a plain address (name@example.com) and nothing else."""
    local, _, domain = text.rpartition("@")
    return (
        len(text) <= _MOST
        and _ADDRESS.fullmatch(text) is not None
        and not _NEVER & set(local)
        and "@" not in local
        and ".." not in domain
    )
