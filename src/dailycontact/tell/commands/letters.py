"""tell --draft and tell --sent: what is written here, and sent by the leader."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from dailycontact.core.event import DRAFTED
from dailycontact.core.sentences import undo_offer
from dailycontact.errors import UsageProblem
from dailycontact.tell.view import documents
from dailycontact.tell.view import letters as view
from dailycontact.workspace import Workspace


class OneFileForEach(UsageProblem):
    """Several e-mails were to go to the standard output."""

    def __init__(self) -> None:
        super().__init__("Each e-mail is a file of its own; name a folder with -o, like -o letters")


def draft(
    workspace: Workspace,
    answer_id: int | None,
    action_id: int | None,
    output: Path | None,
    *,
    force: bool,
    json: bool,
) -> None:
    """Write an e-mail to each who waits, into a folder; all of them, or none."""
    from dailycontact.tell.usecases import letters
    from dailycontact.terminal.files import new_file

    if output is not None and str(output) == "-":
        raise OneFileForEach
    about = f"A{action_id}" if action_id else str(answer_id)
    folder = (output or Path(f"letters-{about}")).absolute()
    with ExitStack() as files, workspace.change(DRAFTED) as change:
        drafted = letters.draft(
            change,
            action_id=action_id,
            answer_id=answer_id,
            leader=workspace.leader,
            folder=folder,
            today=workspace.today,
        )
        if drafted.letters:
            _make(folder)
        for letter in drafted.letters:
            file = files.enter_context(new_file(letter.path, force=force))
            file.write(letter.content)
    if json:
        workspace.screen.json(view.drafted_document(drafted))
        return
    workspace.screen.say(*view.drafted(drafted))
    if step := view.next_step(drafted):
        workspace.screen.hint(step)
        workspace.screen.hint(view.MIND)


def sent(workspace: Workspace, action_id: int, *, on: str | None, yes: bool, json: bool) -> None:
    """Count the e-mails about an action as told, once the leader says that they have gone."""
    from dailycontact.tell.usecases import letters

    written = letters.unsent(workspace.look, action_id)
    if not yes:
        workspace.screen.say(*view.unsent(written, today=workspace.today))
        if not workspace.asker.confirm(view.question(written)):
            workspace.screen.say("Nothing was noted.")
            return
    day = workspace.read_day(on, past=True) if on else workspace.today
    with workspace.change("tell") as change:
        told = letters.sent(change, action_id, among=written, day=day, today=workspace.today)
    if json:
        workspace.screen.json([documents.told(one) for one in told])
        return
    workspace.screen.say(view.sent(told, action_id))
    workspace.screen.hint(undo_offer())


def check_written(workspace: Workspace, answer_id: int) -> None:
    """Let pass an answer about which an e-mail was written and waits to be sent."""
    from dailycontact.tell.usecases import letters

    letters.check_written(workspace.look, answer_id, today=workspace.today)


def _make(folder: Path) -> None:
    """Make the folder, for its owner only, where there is none yet."""
    from dailycontact.terminal.files import FileNotWritten

    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as failure:
        raise FileNotWritten(folder, failure.strerror) from failure
