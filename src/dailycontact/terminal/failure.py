"""How a command ends when it does not end well: one sentence, an exit code, never a traceback.

A traceback shows customers' names to whoever looks over the shoulder; so it needs --debug, and even
then no local variable is in it.
"""

import re
import sys
from collections.abc import Callable

from dailycontact.errors import DailycontactError, ExitCode
from dailycontact.terminal.screen import Screen
from dailycontact.terminal.streams import close_quietly

PACKAGE = "dailycontact"


def run_safely(
    function: Callable[[], object],
    *,
    screen: Screen,
    debug: bool = False,
    as_json: bool = False,
) -> int:
    """Run a command and return its exit code; whatever goes wrong is told on stderr.

    The code is what the function returns where that is a number, otherwise 0. With `as_json` the
    error is a document of its own, on stderr too. With `debug` a bug shows its traceback.
    """
    try:
        code = function()
        sys.stdout.flush()
    except BrokenPipeError:
        close_quietly(sys.stdout)
        return ExitCode.DONE
    except KeyboardInterrupt:
        return _tell(screen, ExitCode.INTERRUPTED, "Stopped.", as_json=as_json)
    except SystemExit as exit_:
        return _exit_code(exit_.code)
    except DailycontactError as error:
        hint = getattr(error, "hint", None)
        return _tell(screen, error.exit_code, str(error), hint=hint, as_json=as_json)
    except Exception as error:  # noqa: BLE001 - the last place that can still say it kindly
        return _unforeseen(error, screen, debug=debug, as_json=as_json)
    return _exit_code(code)


def _exit_code(code: object) -> int:
    return int(code) if isinstance(code, int) else ExitCode.DONE


def _unforeseen(error: Exception, screen: Screen, *, debug: bool, as_json: bool) -> int:
    """Tell what Typer found on the command line apart from what is a bug."""
    typer = sys.modules.get("typer")
    if typer and isinstance(error, typer.Exit):
        return _exit_code(error.exit_code)
    if typer and isinstance(error, typer.Abort):
        return _tell(screen, ExitCode.INTERRUPTED, "Stopped.", as_json=as_json)
    if hasattr(error, "format_message"):
        code = _exit_code(getattr(error, "exit_code", ExitCode.USAGE))
        return _tell(screen, code, _sentence(error), hint=_where_help_is(error), as_json=as_json)
    if isinstance(error, MemoryError):
        sentence = "There was not enough memory; close other programs, or give it less at a time."
        return _tell(screen, ExitCode.BUG, sentence, as_json=as_json)
    if debug:
        screen.say(_traceback(error))
    return _tell(screen, ExitCode.BUG, _apology(error), as_json=as_json)


def _tell(
    screen: Screen,
    code: int,
    sentence: str,
    *,
    hint: str | None = None,
    as_json: bool,
) -> int:
    try:
        if as_json:
            error = {"code": int(code), "message": sentence, "hint": hint}
            screen.json({"error": error}, stderr=True)
        else:
            screen.warn(sentence)
            if hint:
                screen.hint(hint)
    except (OSError, DailycontactError):  # nobody listens; the code says it all
        close_quietly(sys.stderr)
    return int(code)


def _sentence(error: Exception) -> str:
    """Return what Typer has found, in our words where its own are a programmer's."""
    said = str(getattr(error, "format_message", error.__str__)())
    number = re.search(r": '(.*)' is not a valid (?:int|float)", said, re.DOTALL)
    flag = getattr(getattr(error, "param", None), "opts", None)
    if number and flag:
        name = flag[-1] if flag[-1].startswith("-") else "This"
        return f"{name} takes a whole number, not {number[1]!r}."
    return re.sub(r" \(Possible options: .*\)", "", said)


def _where_help_is(error: Exception) -> str | None:
    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError":  # its message is the help
        return None
    return f"See {context.command_path} --help." if context else None


def _apology(error: Exception) -> str:
    """Return the sentence for a bug.

    It names the class and the place only: the message of an exception may hold a customer.
    """
    return (
        f"This is a bug in dailycontact, not your mistake ({type(error).__name__} in"
        f" {_place(error)}); please report it with what the same command prints with --debug."
    )


def _place(error: Exception) -> str:
    from pathlib import Path

    place = "an unknown place"
    trace = error.__traceback__
    while trace:
        path = Path(trace.tb_frame.f_code.co_filename)
        if PACKAGE in path.parts and str(path) != __file__:
            place = f"{'/'.join(path.parts[path.parts.index(PACKAGE) :][-2:])}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


def _traceback(error: Exception) -> str:
    import traceback

    return "".join(traceback.format_exception(error)).rstrip()
