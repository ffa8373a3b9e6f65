"""The program's own source as the tests of the house rules see it: files and syntax trees."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "dailycontact"

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """One Python file of the program."""

    path: Path

    @property
    def name(self) -> str:
        """Its path below the package: `core/dates.py`."""
        return self.path.relative_to(PACKAGE).as_posix()

    @cached_property
    def text(self) -> str:
        """What is written in it."""
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        """What Python reads in it."""
        return ast.parse(self.text)

    @cached_property
    def origins(self) -> dict[str, str]:
        """What an imported name stands for: after `from time import time as t`, t is time.time."""
        found = {}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    first = alias.name.partition(".")[0]
                    found[alias.asname or first] = alias.name if alias.asname else first
            elif isinstance(node, ast.ImportFrom):
                for alias in node.names:
                    found[alias.asname or alias.name] = f"{node.module}.{alias.name}"
        return found

    def uses(self) -> Iterator[tuple[str, int]]:
        """Yield each dotted name that is used or imported, imports followed, with its line."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Name | ast.Attribute):
                yield self._dotted(node), node.lineno
            elif isinstance(node, ast.ImportFrom):
                yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)

    def functions(self) -> Iterator[Function]:
        """Yield each function and method, inner ones too."""
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))

    def at(self, line: int) -> str:
        """Return the place a reader can go to: `core/dates.py:12`."""
        return f"{self.name}:{line}"

    def _dotted(self, node: ast.expr) -> str:
        if isinstance(node, ast.Attribute):
            return f"{self._dotted(node.value)}.{node.attr}"
        return self.origins.get(node.id, node.id) if isinstance(node, ast.Name) else "?"


@cache
def sources() -> tuple[Source, ...]:
    """Return every Python file of the program, migrations too."""
    return tuple(Source(path) for path in sorted(PACKAGE.rglob("*.py")))


def is_migration(source: Source) -> bool:
    """Whether the file has Alembic's shape, and not the house's."""
    return source.name.startswith("store/migrations/")


def loaded_at_once(body: list[ast.stmt]) -> Iterator[ast.Import | ast.ImportFrom]:
    """Yield the imports that run when the module is imported: not those inside functions."""
    for statement in body:
        if isinstance(statement, ast.Import | ast.ImportFrom):
            yield statement
        elif not isinstance(statement, Function) and not _is_for_the_type_checker(statement):
            for field in ("body", "orelse", "finalbody"):
                yield from loaded_at_once(getattr(statement, field, []))
            for handler in getattr(statement, "handlers", []):
                yield from loaded_at_once(handler.body)


def _is_for_the_type_checker(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.If) and "TYPE_CHECKING" in ast.unparse(statement.test)
