"""What the team was called at an instant, and is called since."""

from datetime import UTC, datetime

import pytest

from conftest import Founded
from dailycontact.store.past_team import PastTeam
from dailycontact.store.then import Then
from support.running import Run

BEFORE, THEN, SINCE = (f"2026-12-{day}T10:00:00+00:00" for day in (16, 17, 20))
CUTOFF = datetime(2026, 12, 18, tzinfo=UTC)


@pytest.fixture
def team(founded: Founded, run_in: Run) -> PastTeam:
    """Return the team at the cutoff; somebody was called otherwise before, and is again since."""
    run_in("team", "add", "Tom Weber", at=BEFORE)
    run_in("team", "edit", "Tom", "--name", "Thomas Wegener", "--alias", "Knuffel", at=THEN)
    run_in("team", "edit", "Thomas", "--name", "Tim Lee", "--alias", "Timmy", at=SINCE)
    run_in("team", "add", "Zoë Kern", at=SINCE)
    return PastTeam(Then(founded.book.look(), CUTOFF))


def test_words_of_then_may_call_somebody_as_they_were_called_before_and_for_short(
    team: PastTeam,
) -> None:
    assert team.called() == ("Knuffel", "Marta Silva", "Thomas Wegener", "Tom Weber")


def test_what_the_same_people_are_called_since_is_known_apart(team: PastTeam) -> None:
    assert team.called_since() == ("Tim Lee", "Timmy")
    assert team.renamed() == frozenset({"Tim Lee"})
