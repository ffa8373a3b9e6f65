"""How answers, actions and promises are written."""

import pytest

from dailycontact.core.references import (
    ActionNotAnswer,
    ActionNotPromise,
    NoReference,
    PromiseNotHere,
    Reference,
    action_number,
    answer_number,
    either,
    promise_number,
    typed_number,
)


@pytest.mark.parametrize("text", ["12", "#12", " 12 ", "012", "12,"])
def test_a_number_is_an_answer(text: str) -> None:
    assert answer_number(text) == 12
    assert either(text) == Reference(number=12, is_action=False)


@pytest.mark.parametrize("text", ["A3", "a3", "#A3", "A 3", "A#3"])
def test_a_number_behind_an_a_is_an_action(text: str) -> None:
    assert action_number(text) == 3
    assert either(text) == Reference(number=3, is_action=True)


def test_a_bare_number_is_an_action_where_only_actions_fit() -> None:
    assert action_number("3") == 3


def test_an_action_where_an_answer_is_wanted_names_the_right_command() -> None:
    with pytest.raises(ActionNotAnswer, match="dailycontact done A3"):
        answer_number("A3")


@pytest.mark.parametrize("text", ["P3", "p3", "#P3", "P 3", "3"])
def test_a_number_behind_a_p_is_a_promise_and_a_bare_one_where_only_they_fit(text: str) -> None:
    assert promise_number(text) == 3


@pytest.mark.parametrize("read", [answer_number, action_number, either])
def test_a_promise_where_none_fits_names_the_right_command(read: object) -> None:
    with pytest.raises(PromiseNotHere, match=r"P3 is a promise.*dailycontact promise P3 --kept"):
        read("P3")  # type: ignore[operator]  # one of three functions of one text


def test_an_action_where_a_promise_is_wanted_names_the_right_command() -> None:
    with pytest.raises(ActionNotPromise, match="dailycontact take A3"):
        promise_number("a3")


def test_what_is_no_promise_says_where_they_are_seen() -> None:
    with pytest.raises(NoReference, match=r"dailycontact promise$"):
        promise_number("soon")


@pytest.mark.parametrize("text", ["", "0", "A", "A0", "-1", "twelve", "1.5", "B3", "٣", "1" * 10])
@pytest.mark.parametrize("read", [answer_number, action_number, either])
def test_anything_else_is_refused_with_an_example(read: object, text: str) -> None:
    with pytest.raises(NoReference, match="dailycontact loop"):
        read(text)  # type: ignore[operator]  # one of three functions of one text


def test_a_long_slip_is_not_repeated_whole() -> None:
    with pytest.raises(NoReference) as raised:
        either("x" * 500)

    assert len(str(raised.value)) < 150


@pytest.mark.parametrize("text", ["12", "A3"])
def test_a_reference_is_written_as_it_is_read(text: str) -> None:
    assert str(either(text)) == text


@pytest.mark.parametrize(
    ("text", "number"), [("7", 7), ("x", None), ("", None), ("9" * 5000, None)]
)
def test_a_number_that_is_too_long_for_any_of_ours_is_none(text: str, number: int | None) -> None:
    assert typed_number(text) == number
