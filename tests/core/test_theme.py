"""What is proposed for a text: whether it is likely enough for the first key."""

from datetime import date

import pytest

from dailycontact.core.theme import LIKELY, Alike, Ground, Proposal, Theme


def proposal(*, likeness: tuple[float, ...], ground: Ground = Ground.ALIKE) -> Proposal:
    """Return a proposal by answers that are so much alike."""
    alike = tuple(
        Alike(answer_id=at, customer="Ana", verbatim="x", day=date(2026, 11, 2), likeness=each)
        for at, each in enumerate(likeness, start=1)
    )
    theme = Theme(id=1, name="invoices")
    return Proposal(theme=theme, ground=ground, score=1.0, said=len(alike), alike=alike)


@pytest.mark.parametrize(
    ("likeness", "is_likely"),
    [((LIKELY,), True), ((0.05, 0.6), True), ((LIKELY - 0.01, 0.1), False), ((), False)],
)
def test_a_theme_is_likely_where_one_answer_of_it_is_alike_enough(
    likeness: tuple[float, ...],
    is_likely: bool,
) -> None:
    """Many that are a little alike do not add up to one that is."""
    found = proposal(likeness=likeness)

    assert found.is_likely is is_likely


def test_a_theme_is_likely_where_the_leader_s_words_stand_for_it() -> None:
    """Whoever set the words down knows best."""
    found = proposal(likeness=(), ground=Ground.RULE)

    assert found.is_likely
