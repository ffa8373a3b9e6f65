"""What is short is read; these limits catch what has outgrown its room, they are no goal."""

from statistics import median

from house.source import Function, is_migration, sources

LONGEST_FUNCTION = 60
LONGEST_FILE = 350
USUAL_FUNCTION = 12


def test_no_function_is_longer_than_a_screen() -> None:
    long = [
        f"{source.at(function.lineno)} {function.name}: {_lines(function)} lines"
        for source in sources()
        if not is_migration(source)
        for function in source.functions()
        if _lines(function) > LONGEST_FUNCTION
    ]

    assert long == []


def test_no_file_swallows_the_rest() -> None:
    long = [
        f"{source.name}: {lines} lines"
        for source in sources()
        if not is_migration(source)
        if (lines := source.text.count("\n")) > LONGEST_FILE
    ]

    assert long == []


def test_most_functions_are_short() -> None:
    sizes = [
        _lines(function)
        for source in sources()
        if not is_migration(source)
        for function in source.functions()
    ]

    assert median(sizes) <= USUAL_FUNCTION


def _lines(function: Function) -> int:
    """Return how many lines there are to follow: the options of a command are a list, not a way."""
    end = function.end_lineno or function.lineno
    return end - function.body[0].lineno + 2
