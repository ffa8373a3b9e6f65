"""The command reference, made from the commands themselves: docs/reference/commands.md.

`make docs` writes it; a test compares it, so that it cannot drift.
"""

import os
import sys
from pathlib import Path
from typing import Any

from dailycontact.app import COMMANDS, Entry, command_line, entries

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "commands.md"

HEAD = """# Commands

Every command with its options, as `--help` prints them. This page is made by `make docs`.

`--book`, `--as`, `--no-input` and `--debug` stand before the command:
`dailycontact --book demo today`.

"""


def reference() -> str:
    """Return the page."""
    sections = [_section("", [])]
    for panel in dict.fromkeys(entry.panel for entry in COMMANDS):
        sections.append(f"## {panel.capitalize()}\n\n")
        among = [entry for entry in COMMANDS if entry.panel == panel]
        sections += [_section(words, words.split()) for words, _ in entries(among)]
    return HEAD + "".join(sections)


def documented(page: str) -> list[str]:
    """Return the commands that a page explains."""
    marks = [line for line in page.splitlines() if line.startswith("### `dailycontact ")]
    return [mark.removeprefix("### `dailycontact ").removesuffix("`") for mark in marks]


def every_command() -> list[tuple[str, Entry]]:
    """Return every command with the words that call it."""
    return entries()


def help_of(words: list[str]) -> str:
    """Return what --help prints for a command, 80 columns wide."""
    os.environ["COLUMNS"] = "80"
    command: Any = command_line()  # Typer bundles Click, and does not say its types
    context = command.make_context("dailycontact", ["--no-input", *words], resilient_parsing=True)
    for word in words:
        _, command, _ = command.resolve_command(context, [word])
        context = command.make_context(word, [], parent=context, resilient_parsing=True)
    return str(command.get_help(context))


def _section(words: str, parts: list[str]) -> str:
    title = f"### `dailycontact {words}`" if words else "## `dailycontact`"
    return f"{title}\n\n```text\n{help_of(parts).rstrip()}\n```\n\n"


if __name__ == "__main__":
    PAGE.write_text(reference(), encoding="utf-8")
    sys.exit(0)
