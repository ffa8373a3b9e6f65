"""Handing an edition to a channel such as Slack, Teams or Matrix, by apprise (extra `notify`)."""

import logging
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from dailycontact.report.sending.trouble import NobodyCan, NotTaken

_CODE = re.compile(r"error=(\d{3})\b")
_CALLS = re.compile(r"@(?=\w)|<(?=[!@#])")
"""What a chat takes for calling everybody, or somebody: @channel, <!here>."""
_APART = "\u2060"


def post(url: str, *, title: str, markdown: str) -> None:
    """Hand a text to the channel at a secret address.

    Raises:
        NobodyCan: apprise is not there.
        NotTaken: the channel did not take it. The address is never part of what is said.

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
        taken = sender.notify(
            body=calling_nobody(markdown),
            title=calling_nobody(title),
            body_format=apprise.NotifyFormat.MARKDOWN,
            interpret_escapes=False,
        )
    if not taken:
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
    log.setLevel(logging.WARNING)
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
