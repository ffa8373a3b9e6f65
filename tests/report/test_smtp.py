"""The line to the server that takes mail from us."""

import socket

import pytest

from dailycontact.core.book import MailSettings
from dailycontact.core.message import Body
from dailycontact.report.sending import mail, smtp
from support.awkward import AT
from support.mailbox import Mailbox, serving


def _has_ipv6() -> bool:
    try:
        with socket.socket(socket.AF_INET6, socket.SOCK_STREAM) as line:
            line.bind(("::1", 0))
    except OSError:
        return False
    return True


@pytest.mark.skipif(not _has_ipv6(), reason="this machine has no IPv6")
def test_a_server_named_by_an_address_in_brackets_is_reached() -> None:
    letter = mail.letter(
        Body(text="Good news.\n"),
        subject="This week",
        from_=("", "report@brightside.example"),
        to="tom@brightside.example",
        ident="<1@brightside.example>",
        at=AT,
    )

    with serving(Mailbox(), host="::1") as box:
        settings = MailSettings(host="[::1]", port=box.port, security="none")
        server = smtp.Server(mail=settings, sender="report@brightside.example", patience=5.0)
        server.post(letter, "tom@brightside.example")

    assert box.recipients == ["tom@brightside.example"]
