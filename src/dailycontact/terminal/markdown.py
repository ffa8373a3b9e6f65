"""Text from outside in Markdown (GitHub's), for files that people pass on.

Customers' words stay words: whatever Markdown, HTML or GitHub would take for a sign is escaped, so
that the rendered text is the text that was said.
"""

import re

from dailycontact.terminal.door import safe

_SIGNS = re.compile(r"[\\`*_\[\]<>|~$]")
_ENTITY = re.compile(r"&(?=#|[A-Za-z])")
_LINK = re.compile(r"(?<=[A-Za-z]):(?=[/\w+\-])|(?<=www)\.", re.IGNORECASE)
_OPENING = re.compile(r"^(\s*)(?=[#+\-=])")
_NUMBERED = re.compile(r"^(\s*\d{1,9})(?=[.)])")
_HARD_BREAK = "\\\n"


def escaped(text: str, *, indent: int = 0) -> str:
    """Return text from outside as Markdown that shows it as it is.

    Line ends become hard breaks; the lines after the first are indented so that they stay in
    their item.
    """
    lines = [_escaped_line(line.strip()) for line in safe(text, lines=True).strip().split("\n")]
    return f"{_HARD_BREAK}{' ' * indent}".join(lines)


def _escaped_line(line: str) -> str:
    line = _SIGNS.sub(lambda sign: f"\\{sign[0]}", line)
    line = _ENTITY.sub(r"\\&", line)
    line = _LINK.sub(lambda sign: f"\\{sign[0]}", line)
    line = _OPENING.sub(r"\1\\", line)
    return _NUMBERED.sub(r"\1\\", line)
