"""A module opens with the sentence that says why it exists; what is public says what it does."""

import ast

from house.source import is_migration, sources


def test_every_module_says_why_it_exists() -> None:
    silent = [source.name for source in sources() if not ast.get_docstring(source.tree)]

    assert silent == []


def test_every_public_function_says_what_it_does() -> None:
    silent = [
        f"{source.at(function.lineno)} {function.name}"
        for source in sources()
        if not is_migration(source)
        for function in source.functions()
        if not function.name.startswith("_") and not ast.get_docstring(function)
    ]

    assert silent == []
