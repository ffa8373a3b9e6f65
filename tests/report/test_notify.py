"""An edition into a channel: a small web server on this machine takes it, or does not."""

import json
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from conftest import Founded
from dailycontact.report.sending import notify
from dailycontact.report.sending.trouble import NotTaken
from support.mailbox import free_port
from support.posting import FRIDAY, can_send, set_settings, shared, states
from support.running import Run

SEND = ("report", "--send", "team", "--yes")


@dataclass(kw_only=True)
class Channel:
    """What was posted to a channel, and with which status it answers."""

    status: int = 200
    slow: float = 0
    """Seconds that it takes before it answers, unless the test has gone on."""
    gone_on: threading.Event = field(default_factory=threading.Event)
    port: int = 0
    posted: list[dict[str, Any]] = field(default_factory=list)

    @property
    def address(self) -> str:
        """The secret address of it."""
        return f"json://user:hush-hush@127.0.0.1:{self.port}/"


@pytest.fixture
def channel(monkeypatch: pytest.MonkeyPatch) -> Iterator[Channel]:
    """Yield a channel that is served on this machine, whose address is in the environment."""
    served = Channel()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            served.posted.append(json.loads(self.rfile.read(length)))
            served.gone_on.wait(served.slow)
            with suppress(OSError):
                self.send_response(served.status)
                self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    served.port = server.server_port
    monkeypatch.setenv("DAILYCONTACT_NOTIFY_TEAM_CHAT", served.address)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield served
    served.gone_on.set()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def chatty(founded: Founded, run_in: Run, channel: Channel) -> Run:
    """Return what runs a command in a book whose report goes to a channel alone."""
    can_send(founded, 1)
    set_settings(founded, recipients__team="", notify__team="team-chat", mail__host="")
    del channel
    return run_in


def test_a_channel_gets_the_edition_and_it_is_shared(
    founded: Founded, chatty: Run, channel: Channel
) -> None:
    chatty(*SEND, at=FRIDAY)

    assert len(channel.posted) == 1
    assert channel.posted[0]["title"].startswith("What customers told us")
    assert "Lovely" in channel.posted[0]["message"]
    assert states(founded) == {"team-chat": "sent"}
    assert {place for *_, place in shared(founded)} == {"chat"}


def test_a_channel_that_does_not_take_it_leaves_it_in_the_outbox(
    founded: Founded, chatty: Run, channel: Channel
) -> None:
    channel.status = 503

    ran = chatty(*SEND, at=FRIDAY, code=8)

    shown = ran.err + chatty("outbox", "1", "--json", at=FRIDAY).out
    assert "the channel did not take it (503)" in ran.err
    assert "hush-hush" not in shown
    assert states(founded) == {"team-chat": "failed"}
    assert shared(founded) == []


def test_a_channel_that_answers_too_late_may_have_it(
    founded: Founded, chatty: Run, channel: Channel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notify, "PATIENCE", 0.2)
    channel.slow = 30

    ran = chatty(*SEND, at=FRIDAY, code=8)

    assert "may have arrived" in ran.err
    assert len(channel.posted) == 1
    assert states(founded) == {"team-chat": "failed"}


def test_a_channel_that_is_not_there_has_nothing(
    chatty: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DAILYCONTACT_NOTIFY_TEAM_CHAT", f"json://127.0.0.1:{free_port()}/")

    ran = chatty(*SEND, at=FRIDAY, code=8)

    assert "the channel did not take it" in ran.err
    assert "may have arrived" not in ran.err


def test_a_channel_is_one_address_so_that_nobody_gets_it_again(
    chatty: Run, channel: Channel, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = f"{channel.address}, {channel.address}other"
    monkeypatch.setenv("DAILYCONTACT_NOTIFY_TEAM_CHAT", both)

    ran = chatty(*SEND, at=FRIDAY, code=8)

    assert "more than one address" in ran.err
    assert "hush-hush" not in ran.err
    assert not channel.posted


def test_a_channel_without_an_address_is_refused_before_anything_is_written(
    founded: Founded, chatty: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DAILYCONTACT_NOTIFY_TEAM_CHAT")

    ran = chatty(*SEND, at=FRIDAY, code=2)

    assert "DAILYCONTACT_NOTIFY_TEAM_CHAT" in ran.err
    assert states(founded) == {}


def test_the_leaders_edition_goes_into_no_channel(founded: Founded, chatty: Run) -> None:
    set_settings(founded, notify__leader="team-chat")

    ran = chatty("report", "--send", "leader", "--yes", at=FRIDAY, code=7)

    assert "goes to leaders only" in ran.err


def test_an_address_that_is_none_is_never_shown(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(NotTaken) as caught:
        notify.post("nonsense://hush-hush", title="a", markdown="b")

    captured = capfd.readouterr()
    assert "hush" not in str(caught.value) + captured.out + captured.err


@pytest.mark.parametrize("words", ["@channel", "@here", "@everyone", "<!here>", "<@U123>"])
def test_the_words_of_a_customer_call_nobody(words: str) -> None:
    said = notify.calling_nobody(f"Tell {words} now, a @ b < c")

    assert words not in said
    assert said.replace("\u2060", "") == f"Tell {words} now, a @ b < c"
