"""The answers that are named where a theme is given: an action instead is helped along."""

from collections.abc import Sequence

from dailycontact.core.references import action_number, answer_number, either
from dailycontact.themes.usecases.reading import check_is_answers
from dailycontact.workspace import Workspace


def answer_numbers(workspace: Workspace, texts: Sequence[str]) -> list[int]:
    """Return the numbers of the answers that were typed.

    Raises:
        NoReference: a text is no number.
        AnswersOfAnAction: an action was named; its answers are said.

    """
    for text in texts:
        if text.strip()[:1] in ("a", "A") and either(text).is_action:
            check_is_answers(workspace.look, [action_number(text)])
    return [answer_number(text) for text in texts]
