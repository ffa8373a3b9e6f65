"""Typer, and the options made with it, loaded when they are first used.

A command's annotations name them, and only Typer reads annotations; so a command that is called
without options to be parsed never pays for Typer. This is the standard library's recipe for a lazy
import. Write `from dailycontact.terminal.later import options, typer`: a plain `import typer` would
load it at once.
"""

import sys

TYPE_CHECKING = False  # as typing says it, without the cost of importing typing
if TYPE_CHECKING:
    from types import ModuleType

    import typer

    from dailycontact.terminal import options


def _when_used(name: str) -> "ModuleType":
    if name in sys.modules:
        return sys.modules[name]
    import importlib.util

    spec = importlib.util.find_spec(name)
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError(name)
    loader = importlib.util.LazyLoader(spec.loader)
    spec.loader = loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    loader.exec_module(module)
    return module


if not TYPE_CHECKING:
    typer = _when_used("typer")
    options = _when_used("dailycontact.terminal.options")

__all__ = ["options", "typer"]
