"""Mail servers on this machine, for tests: one that works, and some that do not."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

CERTIFICATE = Path(__file__).with_name("loopback.pem")
"""A certificate for localhost that nobody signed but itself, with its key."""


@dataclass(kw_only=True)
class Mailbox:
    """What a server took, and how it behaves."""

    refused: dict[str, str] = field(default_factory=dict)
    """By recipient, with what it is refused."""
    answer: str = "250 taken"
    """What it says when it has the whole mail."""
    breaks_off: bool = False
    """Whether it takes a mail and breaks the line instead of saying so."""
    when_it_has_all: Callable[[], object] | None = None
    """What happens between having a mail and saying so."""
    port: int = 0
    taken: list[tuple[str, bytes]] = field(default_factory=list)
    logins: list[tuple[bytes, bytes]] = field(default_factory=list)

    @property
    def mails(self) -> list[EmailMessage]:
        """The mails that it took."""
        return [message_from_bytes(content, policy=policy.default) for _, content in self.taken]

    @property
    def recipients(self) -> list[str]:
        """To whom they went, in order."""
        return [to for to, _ in self.taken]

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's own
        self, server: Any, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        """Take or refuse a recipient."""
        del server, session, options
        if address in self.refused:
            return self.refused[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 - as above
        """Take or refuse a mail."""
        del session
        if self.answer.startswith("2"):
            self.taken += [(to, envelope.content) for to in envelope.rcpt_tos]
        if self.when_it_has_all:
            self.when_it_has_all()
        if self.breaks_off:
            server.transport.close()
        return self.answer

    def login(self, server: Any, session: Any, envelope: Any, way: str, data: Any) -> AuthResult:
        """Let in whoever has the one password."""
        del server, session, envelope, way
        self.logins.append((data.login, data.password))
        return AuthResult(success=data.password == b"secret-of-marta", handled=False)


@contextmanager
def serving(
    mailbox: Mailbox, *, tls: str = "", login: bool = False, host: str = "127.0.0.1"
) -> Iterator[Mailbox]:
    """Let a mailbox be served on a free port of this machine; `tls`: "", "starttls" or "tls"."""
    mailbox.port = free_port()
    context = None
    if tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
    server = Controller(
        mailbox,
        hostname=host,
        port=mailbox.port,
        ssl_context=context if tls == "tls" else None,
        tls_context=context if tls == "starttls" else None,
        authenticator=mailbox.login if login else None,
        auth_require_tls=tls == "starttls",
    )
    server.start()
    try:
        yield mailbox
    finally:
        server.stop()


@contextmanager
def saying(*lines: bytes) -> Iterator[int]:
    """Let a server say these lines to whoever comes, one for each of theirs; yield its port."""
    listener = socket.create_server(("127.0.0.1", 0))
    done = threading.Event()

    def talk() -> None:
        listener.settimeout(0.05)
        while not done.is_set():
            try:
                line, _ = listener.accept()
            except TimeoutError:
                continue
            with line:
                line.settimeout(5)
                for each in lines:
                    line.sendall(each)
                    line.recv(4096)
                if not lines:
                    done.wait(5)

    thread = threading.Thread(target=talk)
    thread.start()
    try:
        yield listener.getsockname()[1]
    finally:
        done.set()
        thread.join()
        listener.close()


def free_port() -> int:
    """Return a port of this machine on which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])
