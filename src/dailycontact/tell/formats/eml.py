"""An e-mail as a file that a mail program opens as a draft: nothing is sent by it."""

from collections.abc import Sequence
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from textwrap import fill

WIDTH = 72
"""Columns of the text (RFC 3676 recommends no more than 78)."""
_POLICY = SMTP.clone(cte_type="8bit")
_BROKEN = (MessageError, ValueError, IndexError, UnicodeError)
"""What the standard library raises for an address that is none."""


def eml(
    *, sender: tuple[str, str] | None, to: tuple[str, str], subject: str, paragraphs: Sequence[str]
) -> bytes | None:
    """Return an e-mail as the bytes of its file; None where `to` is no address to write to.

    `sender` and `to` are a name and an address. Without a sender, or with one who has no proper
    address, the mail program puts its own. The text is left as it is (8 bit, UTF-8), so that
    whoever looks for somebody finds them in it. X-Unsent has mail programs open it to be sent.
    """
    receiver = _address(*to)
    if receiver is None:
        return None
    message = EmailMessage(policy=_POLICY)
    message["X-Unsent"] = "1"
    if sender and (from_whom := _address(*sender)):
        message["From"] = from_whom
    message["To"] = receiver
    message["Subject"] = _one_line(subject)
    text = "\n\n".join(_folded(one) for one in paragraphs)
    message.set_content(f"{text}\n", charset="utf-8", cte="8bit")
    try:
        return message.as_bytes()
    except _BROKEN:
        return None


def _address(name: str, address: str) -> Address | None:
    """Return an address as a header has it, or None where it cannot be one."""
    try:
        found = Address(display_name=_one_line(name), addr_spec=_one_line(address))
    except _BROKEN:
        return None
    return found if found.username and "." in found.domain and address.isascii() else None


def _folded(paragraph: str) -> str:
    lines = (_one_line(line) for line in paragraph.split("\n"))
    return "\n".join(
        fill(line, WIDTH, break_long_words=False, break_on_hyphens=False) for line in lines
    )


def _one_line(text: str) -> str:
    """Return text without line ends and other controls, which would begin a header of their own."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
