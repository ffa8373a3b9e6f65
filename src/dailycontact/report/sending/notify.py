"""Handing an edition to a channel such as Slack, Teams or Matrix, by apprise (extra `notify`)."""

import logging
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from dailycontact.core.message import IN_DOUBT
from dailycontact.report.sending.trouble import NobodyCan, NotTaken

_CODE = re.compile(r"error=(\d{3})\b")
_CALLS = re.compile(r"@(?=\w)|<(?=[!@#])")
"""What a chat takes for calling everybody, or somebody: @channel, <!here>."""
_APART = "\u2060"
PATIENCE = 20.0
"""Seconds for which a channel may be silent, where its address says nothing of it."""
_BROKEN = re.compile(r"Socket Exception: .*(Read timed out|Connection aborted|RemoteDisconnected)")
"""What is heard when the line breaks, or nothing is answered, after it was handed over."""


def post(url: str, *, title: str, markdown: str) -> None:
    """Hand a text to the channel at a secret address.

    Raises:
        NobodyCan: apprise is not there.
        NotTaken: the channel did not take it, or (IN_DOUBT) nobody knows whether it did. The
            address is never part of what is said.

    """
    with _listening() as heard:
        try:
            import apprise
        except ImportError:
            raise NobodyCan(
                "channels need one more package: pip install 'dailycontact[notify]'"
            ) from None
        sender = apprise.Apprise()
        if not sender.add(url):
            raise NotTaken("its address is none that can be sent to")
        if len(sender) > 1:
            # One of them could have it, and would get it again whenever the other is tried.
            raise NotTaken("it has more than one address; give each a channel of its own")
        for one in sender:
            vars(one).setdefault("socket_read_timeout", PATIENCE)
            vars(one).setdefault("socket_connect_timeout", PATIENCE)
        taken = sender.notify(
            body=calling_nobody(markdown),
            title=calling_nobody(title),
            body_format=apprise.NotifyFormat.MARKDOWN,
            interpret_escapes=False,
        )
    if not taken:
        if any(map(_BROKEN.search, heard)):
            raise NotTaken(IN_DOUBT)
        code = next((found[1] for line in heard if (found := _CODE.search(line))), None)
        raise NotTaken(
            f"the channel did not take it ({code})" if code else "the channel did not take it"
        )


def calling_nobody(text: str) -> str:
    """Return a text in which a customer's words call nobody by way of a chat."""
    return _CALLS.sub(lambda found: found[0] + _APART, text)


@contextmanager
def _listening() -> Iterator[list[str]]:
    """Keep what apprise says for itself off the screen: its lines may hold the secret address."""
    heard: list[str] = []
    log = logging.getLogger("apprise")
    before = (log.propagate, log.level)
    listener = _Listener(heard)
    log.propagate = False
    log.setLevel(logging.DEBUG)
    log.addHandler(listener)
    try:
        with warnings.catch_warnings():
            # Of what it loads, some is old; that is nothing for a leader.
            warnings.simplefilter("ignore", DeprecationWarning)
            yield heard
    finally:
        log.removeHandler(listener)
        log.propagate, level = before
        log.setLevel(level)


class _Listener(logging.Handler):
    def __init__(self, heard: list[str]) -> None:
        super().__init__()
        self._heard = heard

    def emit(self, record: logging.LogRecord) -> None:
        self._heard.append(record.getMessage())
