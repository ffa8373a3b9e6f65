"""The leader's own editor, for words that are longer than a line.

Typer does not bundle Click's editor any more.
"""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from dailycontact.errors import UsageProblem

USUAL = ("notepad",) if sys.platform == "win32" else ("nano", "vi")


class NoEditor(UsageProblem):
    """No editor is set or found, or the one that is set does not start."""

    def __init__(self) -> None:
        super().__init__(
            "No editor could be opened; set EDITOR to one that you have, or type here."
        )


def edited(text: str) -> str | None:
    """Return the text as the leader left it; None when it is empty, unchanged or given up.

    The file in between is readable by its owner only, and is gone afterwards.

    Raises:
        NoEditor: see there.

    """
    descriptor, name = tempfile.mkstemp(prefix="dailycontact-", suffix=".txt")
    path = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        done = subprocess.run([*_command(), name], check=False)  # noqa: S603 - the leader's own choice
        words = path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        raise NoEditor from None
    finally:
        path.unlink(missing_ok=True)
    return words if words and words != text.strip() and done.returncode == 0 else None


def _command() -> list[str]:
    """Return VISUAL or EDITOR as words, or the first of the usual editors that is there."""
    chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if chosen and sys.platform == "win32":
        return [word.strip('"') for word in shlex.split(chosen, posix=False)]
    if chosen:
        return shlex.split(chosen)
    found = next((path for path in map(shutil.which, USUAL) if path), None)
    if found is None:
        raise NoEditor
    return [found]
