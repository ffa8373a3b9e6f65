"""The bare `dailycontact`: the card, one key, the log, who is next, until today's call is made."""

from collections.abc import Callable

from dailycontact import clock
from dailycontact.ask.commands import log, talk
from dailycontact.ask.usecases.proposing import LoggedMeanwhile
from dailycontact.core.call import Outcome
from dailycontact.core.customer import Customer
from dailycontact.pick.commands.skip import skip_or_call
from dailycontact.pick.commands.today import explained, say_what_waits
from dailycontact.pick.commands.today import today as show_today
from dailycontact.pick.usecases import today as usecase
from dailycontact.pick.usecases.today import Today
from dailycontact.pick.view.beside import waiting
from dailycontact.pick.view.card import card
from dailycontact.pick.view.skipped import passed_over
from dailycontact.pick.view.urgent import above
from dailycontact.terminal.door import shorten
from dailycontact.terminal.prompts import ENTER
from dailycontact.terminal.qr import to_dial
from dailycontact.workspace import Workspace

A_NAME = 24
"""Columns of a name among the keys."""

LINES_OF_KEYS = 4
"""What the keys take below the card: an empty line, the keys, and where the cursor stands."""


def morning(workspace: Workspace) -> None:
    """Go through the leader's morning; where nobody can press a key, show its card once."""
    if not (workspace.has_book and workspace.asker.can_ask and workspace.screen.is_terminal):
        show_today(workspace)
        return
    say_what_waits(workspace)
    while (shown := _card(workspace)).customer is not None:
        workspace.screen.show("")
        if not _act_on(workspace, shown, shown.customer):
            return


def _card(workspace: Workspace) -> Today:
    """Show whose turn it is, or that the day is done."""
    workspace.now = clock.now()
    shown = usecase.today(
        workspace.look, leader_id=workspace.leader.id, day=workspace.today, now=workspace.now
    )
    below = 0 if shown.customer is None else LINES_OF_KEYS
    workspace.screen.show_together("", *card(shown), below=below)
    return shown


def _act_on(workspace: Workspace, shown: Today, customer: Customer) -> bool:
    """Do what the leader's key says; return whether somebody is next."""
    pressed = _key(workspace, shown, customer)
    if pressed == "q":
        return False
    if pressed == "s":
        _skip(workspace)
        return True
    outcome = talk.OUTCOMES[pressed]
    try:
        logged = log.converse(
            workspace, customer, outcome=outcome, day=workspace.today, proposed=True, offer=False
        )
    except LoggedMeanwhile as problem:
        workspace.screen.warn(str(problem))
        return True
    if logged.conversation.outcome is not Outcome.REACHED:
        return True
    after = usecase.today(
        workspace.look, leader_id=workspace.leader.id, day=workspace.today, now=workspace.now
    )
    workspace.screen.show(*above(after), *waiting(after))
    return False


def _key(workspace: Workspace, shown: Today, customer: Customer) -> str:
    """Return the key that decides; what only shows something is shown, and asked again."""
    name = shorten(customer.first_name, A_NAME)
    keys = {
        ENTER: f"{name} answered",
        **talk.IN_VAIN,
        **talk.LATER,
        "s": "skip",
        "q": "stop",
        **talk.AMISS,
        "d": "dial (QR)",
        "?": f"why {name}",
    }
    looking: dict[str, Callable[[], None]] = {
        "d": lambda: _dial(workspace, customer),
        "?": lambda: workspace.screen.show_together(
            "", *explained(workspace, shown), "", below=LINES_OF_KEYS
        ),
    }
    # A key that was pressed before this card was seen was meant for somebody else.
    pressed = workspace.asker.key(keys, fresh=True)
    while pressed in looking:
        looking[pressed]()
        pressed = workspace.asker.key(keys)
    return pressed


def _skip(workspace: Workspace) -> None:
    reason = workspace.asker.line("Why? (Enter: no reason)")
    skipped = skip_or_call(workspace, reason=reason, asks=True)
    if skipped is not None:
        workspace.screen.say("", passed_over(skipped, today=workspace.today))


def _dial(workspace: Workspace, customer: Customer) -> None:
    """Show the number as a picture; which one is asked for where there are several."""
    phones = [phone for phone in customer.phones if phone.usable and phone.e164]
    if not phones:
        workspace.screen.hint("No number of theirs can be dialled from a picture.")
        return
    which = 0
    if len(phones) > 1:
        shown = [f"{phone.shown}  {phone.label}" for phone in phones]
        which = workspace.asker.choose("Which number?", shown, flag="--phone")
    workspace.screen.show("", to_dial(phones[which].e164 or ""), "")
