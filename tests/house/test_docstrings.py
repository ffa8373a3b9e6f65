"""A module opens with the sentence that says why it exists; what is public says what it does."""

import ast
from collections.abc import Iterator

from house.source import Function, is_migration, sources


def test_every_module_says_why_it_exists() -> None:
    silent = [source.name for source in sources() if not ast.get_docstring(source.tree)]

    assert silent == []


def test_every_public_function_says_what_it_does() -> None:
    silent = [
        f"{source.at(function.lineno)} {function.name}"
        for source in sources()
        if not is_migration(source)
        for function in _public(source.tree)
        if not ast.get_docstring(function)
    ]

    assert silent == []


def _public(holder: ast.Module | ast.ClassDef) -> Iterator[Function]:
    """Yield what others may call: functions, and the methods of classes, without an underscore."""
    for node in holder.body:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            if isinstance(node, ast.ClassDef):
                yield from _public(node)
            else:
                yield node
