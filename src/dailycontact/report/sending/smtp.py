"""Handing a mail to the server that takes mail from us, each recipient in a mail of their own."""

import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import SMTP as LINES
from typing import TypeVar

from dailycontact.core.book import MailSettings
from dailycontact.core.message import IN_DOUBT
from dailycontact.errors import UsageProblem
from dailycontact.report.sending.trouble import NobodyCan, NotTaken, said

PATIENCE = 20.0
"""Seconds for which the server may be silent."""
_OK = range(200, 300)
T = TypeVar("T")


class LineIsOpen(UsageProblem):
    """The mail would cross a network for everybody on the way to read."""

    def __init__(self, host: str) -> None:
        super().__init__(
            f"The line to {host} would be open, and anybody on the way could read the report; set"
            " --mail-security to starttls or tls (none is for a server on this machine)."
        )


class UnknownSecurity(UsageProblem):
    """The setting names no way to make the line private."""

    def __init__(self, named: str) -> None:
        super().__init__(
            f"{named!r} is no way to make the line private; set --mail-security to starttls or tls."
        )


def check_line(mail: MailSettings) -> None:
    """See to it that what is sent can be read on the way by nobody.

    Raises:
        LineIsOpen: the line would be open, and the server is not this machine.
        UnknownSecurity: the setting is not known.

    """
    if mail.security not in ("starttls", "tls", "none"):
        raise UnknownSecurity(mail.security)
    if mail.is_open:
        raise LineIsOpen(mail.host)


@dataclass(frozen=True, kw_only=True)
class Server:
    """The server, who we are there, and how long it may be silent."""

    mail: MailSettings
    sender: str
    """The plain address that the mail is from."""
    patience: float
    password: str | None = field(default=None, repr=False)

    def post(self, letter: EmailMessage, to: str) -> None:
        """Hand one mail to the server, for one recipient.

        Raises:
            NobodyCan: the server cannot be used at all; nothing was handed over.
            NotTaken: it did not take this one, or (IN_DOUBT) nobody knows whether it did.

        """
        content = letter.as_bytes(policy=LINES)
        with self._connection() as line:
            self._envelope(line, to)
            self._content(line, content)
            # It has been taken; how they part does not matter any more.
            with suppress(smtplib.SMTPException, OSError):
                line.quit()

    @contextmanager
    def _connection(self) -> Iterator[smtplib.SMTP]:
        line = self._attempt(self._connect)
        try:
            self._attempt(lambda: self._begin(line))
            yield line
        finally:
            line.close()

    def _connect(self) -> smtplib.SMTP:
        # The name of this machine is nobody's business, and looking it up can take long.
        # The brackets of an IPv6 address are for those who read it; no resolver knows them.
        host, port = self.mail.host.strip("[]"), self.mail.port
        us = self.sender.rpartition("@")[2]
        if self.mail.security == "tls":
            return smtplib.SMTP_SSL(
                host, port, us, timeout=self.patience, context=ssl.create_default_context()
            )
        return smtplib.SMTP(host, port, us, timeout=self.patience)

    def _begin(self, line: smtplib.SMTP) -> None:
        line.ehlo_or_helo_if_needed()
        if self.mail.security == "starttls":
            line.starttls(context=ssl.create_default_context())
            line.ehlo()
        if self.mail.user and self.password:
            line.login(self.mail.user, self.password)

    def _attempt(self, step: Callable[[], T]) -> T:
        """Return what a step gives; before any recipient is named, its failure is everybody's."""
        try:
            return step()
        except (smtplib.SMTPException, OSError, UnicodeError) as error:
            raise NobodyCan(self._why(error)) from None

    def _envelope(self, line: smtplib.SMTP, to: str) -> None:
        try:
            code, words = line.mail(self.sender)
            if code not in _OK:
                raise NobodyCan(self._refusal("the sender", code, words))
            code, words = line.rcpt(to)
            if code not in _OK:
                raise NotTaken(self._refusal("it", code, words))
        except (smtplib.SMTPException, OSError) as error:
            raise NotTaken(self._why(error)) from None

    def _content(self, line: smtplib.SMTP, content: bytes) -> None:
        try:
            code, words = line.data(content)
        except smtplib.SMTPDataError as error:
            raise NotTaken(self._refusal("it", error.smtp_code, error.smtp_error)) from None
        except (smtplib.SMTPException, OSError):
            raise NotTaken(IN_DOUBT) from None
        if code not in _OK:
            raise NotTaken(self._refusal("it", code, words))

    def _refusal(self, what: str, code: int, words: bytes | str) -> str:
        return f"the server did not take {what}: {code} {self._said(words)}".rstrip()

    def _said(self, words: bytes | str) -> str:
        return said(words, without=(self.password or "",))

    def _why(self, error: Exception) -> str:
        """Return why the server cannot be used, in words for the leader."""
        place = f"{self.mail.host}:{self.mail.port}"
        silent = f"{place} did not answer within {self.patience:g} seconds"
        match error:
            case smtplib.SMTPAuthenticationError():
                why = f"{place} did not accept {self.mail.user} and the password"
            case smtplib.SMTPNotSupportedError():
                why = f"{place} does not offer what is needed ({self._said(str(error))})"
            case smtplib.SMTPServerDisconnected():
                why = silent if "timed out" in str(error) else f"{place} broke the line"
            case smtplib.SMTPResponseException():
                why = self._refusal("our greeting", error.smtp_code, error.smtp_error)
            case TimeoutError():
                why = silent
            case ssl.SSLCertVerificationError():
                why = f"{place} could not prove who it is ({self._said(error.verify_message)})"
            case UnicodeError():
                # What Python says of it quotes the letter.
                why = f"{place} cannot be reached (its name, or what it is told, cannot be sent)"
            case _:
                words = getattr(error, "strerror", None) or str(error)
                why = f"{place} cannot be reached ({self._said(words)})"
        return why
