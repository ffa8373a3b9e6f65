"""Any order of commands keeps the rules of the loop.

A machine runs the real use cases on a book in a file, as hurried leaders would: also those that
must be refused. After every step the rows are compared with a model that was written apart.

DAILYCONTACT_PROPERTIES=large looks longer and elsewhere each time.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from properties.ground import folder, make
from properties.machine import Loop

pytestmark = pytest.mark.no_cover  # what it reaches others reach, in a third of the time

LARGE = os.environ.get("DAILYCONTACT_PROPERTIES") == "large"


@pytest.fixture
def template() -> Iterator[Path]:
    """Yield a new book in a folder of its own."""
    path = folder() / "book.db"
    make(path)
    yield path
    shutil.rmtree(path.parent)


def test_any_order_of_commands_keeps_the_rules_of_the_loop(template: Path) -> None:
    Loop.template = template

    run_state_machine_as_test(
        Loop,
        settings=settings(
            max_examples=1000 if LARGE else 30,
            stateful_step_count=100 if LARGE else 35,
            deadline=None,
            derandomize=not LARGE,
            database=None,
            phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
        ),
    )

    assert not any(path.is_dir() for path in template.parent.iterdir())
