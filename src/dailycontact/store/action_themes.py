"""What an action is about, the theme of most answers that it serves; and who works on a theme."""

from dailycontact.core.theme import AtWork, Theme
from dailycontact.store.forms import day_or_none
from dailycontact.store.looking import Look, Row


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


def at_work(look: Look, theme_id: int) -> AtWork | None:
    """Return the open action that most wishes of a theme wait for; None where there is none."""
    row = look.row(
        "SELECT action.id AS action_id, action.title, action.due_on, member.name AS owner"
        " FROM theme_tally JOIN action ON action.id = theme_tally.action_id"
        " LEFT JOIN member ON member.id = action.owner_id WHERE theme_tally.theme_id = :theme",
        theme=theme_id,
    )
    return None if row is None else at_work_of(row)


def at_work_of(row: Row) -> AtWork | None:
    """Return the action of a row (`action_id`, `title`, `owner`, `due_on`); None without one."""
    if row["action_id"] is None:
        return None
    return AtWork(
        action_id=row["action_id"],
        title=row["title"],
        owner=row["owner"],
        due_on=day_or_none(row["due_on"]),
    )
