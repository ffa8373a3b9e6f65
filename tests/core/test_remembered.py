"""Names that texts still have of who was erased: hidden by marks from which nobody reads them."""

from hashlib import sha256

import pytest

from dailycontact.core.masking import Masker, mask_for
from dailycontact.core.names import names_of_companies, names_of_people
from dailycontact.core.remembered import Remembered, marks_in

NAMES = (
    names_of_people(["Ana Duarte", "Mark Price"], instead="…"),
    names_of_companies(["Lindqvist"], instead="…"),
)


def _mark(letters: str) -> str:
    return sha256(letters.encode()).hexdigest()


def _masker(*texts: str, team: tuple[str, ...] = ()) -> Masker:
    marks = {each for text in texts for each in marks_in(text, NAMES, mark=_mark)}
    return mask_for(team=team, remembered=Remembered(marks=marks, makers=(str, _mark)))


@pytest.mark.parametrize(
    ("words", "masked"),
    [
        ("as Pike said to Duarte.", "as Pike said to [name]."),
        ("Duarte's van, DUARTES van, A. Duarte", "[name]'s van, [name] van, [name]"),
        ("ask anaduarte", "ask [name]"),
        ("ask duarte-ana", "ask [name]"),
        ("ask a n a d u a r t e", "ask [name]"),
        ("D.u.a.r.t.e rang", "[name] rang"),
        ("Lindqvist is shut", "[name] is shut"),
        ("please ask Mark. Mark my words", "please ask [name]. Mark my words"),
        ("Nobody is here", "Nobody is here"),
    ],
)
def test_what_a_text_still_has_of_a_name_is_hidden(words: str, masked: str) -> None:
    assert _masker(words)(words) == masked


def test_a_name_that_no_text_has_leaves_no_mark_and_is_not_hidden() -> None:
    mask = _masker("Duarte and mark my words, linked to ana")

    assert len(mask.remembered.marks) == 1
    assert mask("Ana and Duarte") == "Ana and [name]"


def test_a_mark_says_no_name() -> None:
    (mark,) = marks_in("Duarte", NAMES, mark=_mark)

    assert "duarte" not in mark


def test_names_of_the_team_stay() -> None:
    mask = _masker("Ask Ana or Duarte", team=("Ana Ruiz",))

    assert mask("Ask Ana or Duarte") == "Ask Ana or [name]"
