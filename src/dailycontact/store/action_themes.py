"""What an action is about: the theme of most of the answers that it serves."""

from dailycontact.core.theme import Theme
from dailycontact.store.looking import Look


def theme_of(look: Look, action_id: int) -> Theme | None:
    """Return the theme that most answers of an action have, of several the latest; None: none."""
    row = look.row(
        "SELECT theme.id, theme.name FROM action_answer"
        " JOIN answer ON answer.id = action_answer.answer_id"
        " JOIN theme ON theme.id = answer.theme_id WHERE action_answer.action_id = :action"
        " GROUP BY theme.id, theme.name ORDER BY COUNT(*) DESC, MAX(answer.id) DESC LIMIT 1",
        action=action_id,
    )
    return None if row is None else Theme(id=row["id"], name=row["name"])
