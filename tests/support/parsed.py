"""HTML read back by Python's own parser: its tags, with their attributes, and its texts."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "br"}
"""Tags that are never closed."""
FROM_OUTSIDE = {"data-label", "href", "aria-label"}
"""Attributes that may hold what came from outside."""


@dataclass(kw_only=True)
class Parsed:
    """A document from its beginning to its end."""

    tags: list[tuple[str, tuple[tuple[str, str | None], ...]]] = field(default_factory=list)
    texts: list[str] = field(default_factory=lambda: [""])
    open: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

    @property
    def structure(self) -> list[tuple[str, tuple[tuple[str, str | None], ...]]]:
        """The tags with their attributes, without the values that may come from outside."""
        return [
            (tag, tuple((name, "" if name in FROM_OUTSIDE else value) for name, value in given))
            for tag, given in self.tags
        ]

    def values(self, name: str) -> list[str | None]:
        """Return every value of an attribute."""
        return [value for _, given in self.tags for key, value in given if key == name]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.read = Parsed()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.read.tags.append((tag, tuple(attrs)))
        self.read.texts.append("")
        if tag not in VOID and not (self.get_starttag_text() or "").endswith("/>"):
            self.read.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.read.open:
            assert self.read.open.pop() == tag
        self.read.texts.append("")

    def handle_data(self, data: str) -> None:
        self.read.texts[-1] += data

    def handle_comment(self, data: str) -> None:
        self.read.comments.append(data)


def parsed(document: bytes) -> Parsed:
    """Return what a document is made of; each text as it stands between two tags."""
    reader = _Reader()
    reader.feed(document.decode())
    reader.close()
    return reader.read
