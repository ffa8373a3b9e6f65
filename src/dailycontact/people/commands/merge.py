"""customers merge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from dailycontact.core.program import PROGRAM
from dailycontact.errors import UsageProblem
from dailycontact.people.usecases import merging
from dailycontact.people.view import merging as view
from dailycontact.terminal.later import options, typer
from dailycontact.workspace import Workspace

if TYPE_CHECKING:
    from dailycontact.people.usecases.merging import Comparison, Merged


class WhichTwo(UsageProblem):
    """A pair must be named before anybody is merged without a question."""

    def __init__(self, flag: str) -> None:
        super().__init__(
            f"{flag} needs the two who are one person; name both:"
            f" {PROGRAM} customers merge ONE OTHER"
        )


def merge(
    workspace: Workspace,
    *,
    one: Annotated[
        str | None, typer.Argument(metavar="[ONE]", help="A name, or an id; none: who is alike.")
    ] = None,
    other: Annotated[
        str | None, typer.Argument(metavar="[OTHER]", help="Who is the same person.")
    ] = None,
    keep: Annotated[
        str | None, typer.Option("--keep", metavar="NAME", help="Who stays; else the longer story.")
    ] = None,
    yes: options.Yes = False,
    dry_run: options.DryRun = False,
    json: options.Json = False,
) -> None:
    """Look at customers who may be one person, side by side, and merge them on a yes.

    For example: dailycontact customers merge "ana duarte" 17 --keep 17
    """
    if other is None:
        if yes or keep:
            raise WhichTwo("--yes" if yes else "--keep")
        _suggest(workspace, one, dry_run=dry_run, json=json)
        return
    comparison = _named(workspace, one or "", other, keep)
    if dry_run:
        _show(workspace, comparison, None, json=json)
        return
    if not json:
        workspace.screen.show(*view.side_by_side(comparison, today=workspace.today))
    workspace.asker.yes = workspace.asker.yes or yes
    if not workspace.asker.confirm(view.question(comparison)):
        workspace.screen.say("Nothing was changed.")
        return
    merged = _merge(workspace, comparison)
    if json:
        _show(workspace, comparison, merged, json=True)
    else:
        workspace.screen.say(*view.merged(merged, today=workspace.today))


def _named(workspace: Workspace, one: str, other: str, keep: str | None) -> Comparison:
    first, second = workspace.customer(one), workspace.customer(other)
    stays = workspace.customer(keep).id if keep else None
    return merging.compare(workspace.look, first.id, second.id, keep=stays)


def _show(
    workspace: Workspace, comparison: Comparison, merged: Merged | None, *, json: bool
) -> None:
    if json:
        found = merging.Suggestions(pairs=(comparison,))
        workspace.screen.json(view.document(found, merged))
    else:
        workspace.screen.show(*view.side_by_side(comparison, today=workspace.today))
        workspace.screen.say("Nothing was changed.")


def _merge(workspace: Workspace, comparison: Comparison) -> Merged:
    with workspace.change("customers merge") as change:
        return merging.merge(change, comparison, day=workspace.today)


def _suggest(workspace: Workspace, one: str | None, *, dry_run: bool, json: bool) -> None:
    """Show who is alike: one pair after the other where somebody can answer, else all of them."""
    of = workspace.customer(one) if one else None
    found = merging.suggestions(workspace.look, of=of.id if of else None)
    screen = workspace.screen
    if json:
        screen.json(view.document(found))
    elif not found.pairs:
        screen.show(view.nobody_like(of) if of else view.NOBODY)
    elif dry_run or not (workspace.asker.can_ask and screen.is_terminal):
        screen.show(view.table(found))
        screen.hint(view.footer(found))
    else:
        _walk(workspace, found)


def _walk(workspace: Workspace, found: merging.Suggestions) -> None:
    """Ask of each pair, by a letter, if it is one person; a stop leaves the rest for later."""
    screen, walk = workspace.screen, merging.Walk()
    for number, suggested in enumerate(found.pairs, 1):
        pair = walk.again(workspace.look, suggested)
        if pair is None:
            continue
        place = f"{number} of {len(found.pairs)}"
        screen.show(*view.side_by_side(pair, today=workspace.today, place=place))
        pressed = workspace.asker.key(view.walk_keys(pair), fresh=True, with_return=True)
        if pressed == "q":
            break
        if pressed in ("y", "o"):
            merged = _merge(workspace, pair if pressed == "y" else merging.swapped(pair))
            walk.merged(merged)
            screen.say(*view.merged(merged, today=workspace.today))
        elif pressed == "n":
            with workspace.change("customers merge") as change:
                merging.tell_apart(change, pair.kept.customer, pair.gone.customer)
            walk.apart += 1
            screen.say(view.told_apart(pair))
    left = len(found.pairs) + found.more - walk.settled
    screen.say(view.summary(one=len(walk.became), two=walk.apart, left=left))
