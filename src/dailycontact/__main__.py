"""The way in. What only looks is answered before Typer is loaded; the rest goes through it.

Both ways call the same functions, so they print the same bytes.
"""

import gc
import sys
from collections.abc import Sequence

AT_ONCE = {
    ("today",): "pick.commands.today:today",
    ("loop",): "report.commands.loop:loop",
    ("customers", "list"): "people.commands.customers:list_",
}
"""What is asked for most often, without options: the words, and the command they call."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line (the process's own where None is given); return the exit code."""
    if argv is not None:
        return _ended(tuple(argv))
    # A short process leaves little garbage, and at its end none need be collected: Python's usual
    # care takes a seventh of `today` and a fifth of a change.
    gc.set_threshold(20_000)
    code = _ended(tuple(sys.argv[1:]))
    gc.freeze()
    return code


def _ended(words: tuple[str, ...]) -> int:
    from dailycontact.terminal.failure import run_safely
    from dailycontact.terminal.screen import Screen

    return run_safely(
        lambda: _run(words), screen=Screen(), debug="--debug" in words, as_json="--json" in words
    )


def _run(words: tuple[str, ...]) -> object:
    as_json = words[-1:] == ("--json",)
    where = AT_ONCE.get(words[:-1] if as_json else words)
    if where is None:
        from dailycontact.app import command_line

        return command_line().main(list(words), prog_name="dailycontact", standalone_mode=False)
    from importlib import import_module

    from dailycontact.workspace import workspace

    module, _, name = where.partition(":")
    function = getattr(import_module(f"dailycontact.{module}"), name)
    with workspace() as here:
        if as_json:
            return function(here, json=True)
        here.mark(words[-1])
        return function(here)


if __name__ == "__main__":
    sys.exit(main())
