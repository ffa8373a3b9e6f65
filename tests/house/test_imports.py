"""Heavy libraries are imported where they are used, so that looking stays fast."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

from house.source import PACKAGE, Source, loaded_at_once, sources

HEAVY = {
    *("sqlmodel", "sqlalchemy", "pydantic", "alembic", "jinja2", "phonenumbers", "holidays"),
    *("platformdirs", "tomllib", "tomlkit", "dateutil", "charset_normalizer"),
}
CHANGING_LANE = ("store/tables", "store/changing", "store/engine", "store/migrations/")
SPEAKS_TO_THE_DATABASE = {"sqlmodel", "sqlalchemy", "alembic", "pydantic"}
NAMES_INSIDE_A_STEP = {
    *("__init__", "command", "commands", "view", "usecase", "usecases", "rule"),
    *("sources", "formats", "sending"),
}
NO_STEPS = {"core", "store", "terminal", "demo"}


def test_heavy_libraries_are_imported_where_they_are_used() -> None:
    found = [
        f"{source.at(statement.lineno)} {library}"
        for source in sources()
        for statement in loaded_at_once(source.tree.body)
        for library in _libraries(statement) & (HEAVY - _allowed(source))
    ]

    assert found == [], "import it inside the function that needs it"


def test_only_what_is_declared_is_imported() -> None:
    """What the checks install besides may be there, and is not where the program is used."""
    known = packages_distributions()
    declared = _declared()

    found = {
        f"{source.at(node.lineno)} {library}"
        for source in sources()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for library in _libraries(node) - sys.stdlib_module_names - {"dailycontact"}
        if not {_canonical(name) for name in known.get(library, [library])} & declared
    }

    assert found == set(), "declare it in pyproject.toml, or do without"


def _declared() -> set[str]:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))
    extras = project["project"]["optional-dependencies"].values()
    wanted = [*project["project"]["dependencies"], *(one for extra in extras for one in extra)]
    return {_canonical(re.split(r"[\s\[<>=!;]", one, maxsplit=1)[0]) for one in wanted}


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_changing_lane_is_loaded_only_when_something_changes() -> None:
    lane = tuple(f"dailycontact.{name.strip('/').replace('/', '.')}" for name in CHANGING_LANE)

    found = [
        f"{source.at(statement.lineno)} {name}"
        for source in sources()
        if not source.name.startswith(CHANGING_LANE)
        for statement in loaded_at_once(source.tree.body)
        for name in _names(statement)
        if name.startswith(lane)
    ]

    assert found == [], "import it inside the function that changes something"


def test_a_step_holds_only_the_files_that_a_reader_expects() -> None:
    steps = {
        path.name
        for path in PACKAGE.iterdir()
        if (path / "__init__.py").exists() and path.name not in NO_STEPS
    }

    found = [
        str(path.relative_to(PACKAGE))
        for step in sorted(steps)
        for path in sorted((PACKAGE / step).iterdir())
        if (path.suffix == ".py" or (path / "__init__.py").exists())
        and path.stem not in NAMES_INSIDE_A_STEP
    ]

    assert found == [], f"inside a step there are only {', '.join(sorted(NAMES_INSIDE_A_STEP))}"


def _libraries(statement: ast.Import | ast.ImportFrom) -> set[str]:
    return {name.partition(".")[0] for name in _names(statement)}


def _names(statement: ast.Import | ast.ImportFrom) -> list[str]:
    before = f"{statement.module}." if isinstance(statement, ast.ImportFrom) else ""
    return [before + alias.name for alias in statement.names]


def _allowed(source: Source) -> set[str]:
    """Return what the changing lane, which nobody loads to look, may import at once."""
    return SPEAKS_TO_THE_DATABASE if source.name.startswith(CHANGING_LANE) else set()
