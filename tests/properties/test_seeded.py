"""The test of the test: the machine finds faults that a careless change would bring in.

DAILYCONTACT_PROPERTIES=large looks for all of them; otherwise for those that are found at once.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from properties.ground import Ground, folder, make
from properties.machine import Loop
from properties.seeded import BUGS, Bug

pytestmark = pytest.mark.no_cover  # what it reaches others reach, in a third of the time

LARGE = os.environ.get("DAILYCONTACT_PROPERTIES") == "large"
MOST_STEPS = 50_000
STEPS_AT_ONCE = 35
LOOKED_FOR = [bug for bug in BUGS if LARGE or bug.quick]


@pytest.fixture
def template() -> Iterator[Path]:
    """Yield a new book in a folder of its own."""
    path = folder() / "book.db"
    make(path)
    yield path
    shutil.rmtree(path.parent)


@pytest.mark.parametrize("bug", LOOKED_FOR, ids=[bug.name for bug in LOOKED_FOR])
def test_the_machine_finds_what_a_careless_change_breaks(template: Path, bug: Bug) -> None:
    with pytest.MonkeyPatch.context() as patch:
        bug.plant(patch)
        steps = steps_until_found(bug, template)

    print(f"{steps:6} steps: {bug.name}")  # noqa: T201 - how sharp the machine is, on request
    assert steps is not None, f"not found: {bug.does}"


class Found(BaseException):
    """The machine has found that something is wrong; nothing needs to be tried again."""


def steps_until_found(bug: Bug, template: Path) -> int | None:
    """Return how many steps the machine goes until something is wrong; None if nothing ever is.

    What it trips over, instead of seeing it, is a fault of the planted bug, and raised.
    """

    class Sharp(Loop):
        """A machine of its own, so that the seed is its own."""

        def teardown(self) -> None:
            super().teardown()
            if isinstance(sys.exception(), AssertionError):
                raise Found

    Sharp.template = template
    began = Ground.steps
    try:
        run_state_machine_as_test(
            seed(bug.seed)(Sharp),
            settings=settings(
                max_examples=MOST_STEPS // STEPS_AT_ONCE,
                stateful_step_count=STEPS_AT_ONCE,
                deadline=None,
                database=None,
                phases=(Phase.generate,),
                suppress_health_check=list(HealthCheck),
            ),
        )
    except Found:
        return Ground.steps - began
    return None
