"""Every command, in the order of the loop. A command's module is loaded when it is called.

A command is a plain function whose first parameter is the workspace; its options are Typer
annotations. Here it is given a name and a place in the help, and its workspace when it runs.
"""

import functools
import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from dailycontact import __version__
from dailycontact.terminal.screen import Screen
from dailycontact.workspace import workspace

MORNING = "the morning"
TEAM = "the team"
BACK = "looking back"
PEOPLE = "people"
UPKEEP = "upkeep"

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One command, or one group of commands: where it is, and one line of help."""

    name: str
    panel: str = ""
    brief: str
    where: str = ""
    """module:function, below dailycontact; empty for a group."""
    commands: tuple["Entry", ...] = ()


CUSTOMERS = (
    Entry(name="list", brief="Everybody in the book.", where="people.commands.customers:list_"),
    Entry(name="show", brief="One customer, with their whole story.", where="people.commands.customers:show"),
    Entry(name="add", brief="Add one by hand.", where="people.commands.entries:add"),
    Entry(name="edit", brief="Change what is known of them.", where="people.commands.entries:edit"),
    Entry(name="pause", brief="Leave them alone for a while.", where="people.commands.attention:pause"),
    Entry(name="resume", brief="Phone them again.", where="people.commands.attention:resume"),
    Entry(
        name="do-not-contact",
        brief="They do not want to be phoned.",
        where="people.commands.attention:do_not_contact",
    ),
    Entry(name="merge", brief="Two of them are one person.", where="people.commands.merge:merge"),
    Entry(name="export", brief="Write them to a file that can be imported again.", where="people.commands.export:export"),
    Entry(name="erase", brief="For good: the person goes, their words stay.", where="people.commands.erase:erase"),
)  # fmt: skip

TEAM_COMMANDS = (
    Entry(name="list", brief="Who is in the team.", where="people.commands.team:list_"),
    Entry(name="add", brief="Somebody joins.", where="people.commands.team:add"),
    Entry(name="edit", brief="Change a name, an alias, an e-mail; make calls.", where="people.commands.team:edit"),
    Entry(name="talk", brief="Somebody of the team told you what they wish for.", where="people.commands.talk:talk"),
    Entry(name="wish", brief="What became of what they wished for.", where="people.commands.wish:wish"),
    Entry(name="left", brief="Somebody has left; hand over what was theirs.", where="people.commands.team:left"),
)  # fmt: skip

THEME_COMMANDS = (
    Entry(name="list", brief="Each theme: how often, since when, and where it stands.", where="themes.commands.listing:list_"),
    Entry(name="show", brief="One theme, with what was said.", where="themes.commands.listing:show"),
    Entry(name="add", brief="Add one.", where="themes.commands.naming:add"),
    Entry(name="rename", brief="Call it otherwise.", where="themes.commands.naming:rename"),
    Entry(name="merge", brief="Two of them are one.", where="themes.commands.joining:merge"),
    Entry(name="split", brief="Some of its answers get one of their own.", where="themes.commands.joining:split"),
    Entry(name="put", brief="Say what answers are about.", where="themes.commands.reading:put"),
    Entry(name="words", brief="The words by which a theme is proposed.", where="themes.commands.words:words"),
)  # fmt: skip

COMMANDS = (
    Entry(name="today", panel=MORNING, brief="Whom to phone today, why, and who waits to be told.", where="pick.commands.today:today"),
    Entry(name="skip", panel=MORNING, brief="Not this customer today; take the next.", where="pick.commands.skip:skip"),
    Entry(name="log", panel=MORNING, brief="How the call went, and what the customer said.", where="ask.commands.log:log"),
    Entry(name="promise", panel=MORNING, brief="What you promised, and what became of it.", where="ask.commands.promise:promise"),
    Entry(name="share", panel=TEAM, brief="Mark answers as shown to the team.", where="share.command:share"),
    Entry(name="act", panel=TEAM, brief="Somebody does something about answers.", where="act.commands.begin:act"),
    Entry(name="take", panel=TEAM, brief="Take an action that is looking for someone.", where="act.commands.begin:take"),
    Entry(name="note", panel=TEAM, brief="What happens to an action on the way.", where="act.commands.begin:note"),
    Entry(name="done", panel=TEAM, brief="An action is done; say what customers will hear.", where="act.commands.end:done"),
    Entry(name="decline", panel=TEAM, brief="We can't; say why, in words a customer can hear.", where="act.commands.end:decline"),
    Entry(name="tell", panel=TEAM, brief="Tell customers what became of their answers.", where="tell.commands.tell:tell"),
    Entry(name="story", panel=TEAM, brief="Somebody went the extra mile.", where="report.commands.story:story"),
    Entry(name="loop", panel=BACK, brief="Where every answer stands.", where="report.commands.loop:loop"),
    Entry(name="theme", panel=BACK, brief="What the answers are about.", commands=THEME_COMMANDS),
    Entry(name="report", panel=BACK, brief="What customers told us, and what became of it.", where="report.commands.report:report"),
    Entry(name="outbox", panel=BACK, brief="What was sent, and what still waits to be.", where="report.commands.outbox:outbox"),
    Entry(name="plan", panel=BACK, brief="Can we keep up? Who is called when?", where="pick.commands.plan:plan"),
    Entry(name="find", panel=BACK, brief="Look for words in everything.", where="report.commands.find:find"),
    Entry(name="import", panel=PEOPLE, brief="Bring in customers from a file.", where="people.commands.import_:import_"),
    Entry(name="customers", panel=PEOPLE, brief="The people you phone.", commands=CUSTOMERS),
    Entry(name="team", panel=PEOPLE, brief="The people you work with.", commands=TEAM_COMMANDS),
    Entry(name="leave", panel=PEOPLE, brief="Days on which you do not call.", where="people.commands.leave:leave"),
    Entry(name="history", panel=UPKEEP, brief="What was changed, when, by whom.", where="upkeep.commands.history:history"),
    Entry(name="undo", panel=UPKEEP, brief="Take back your last change.", where="upkeep.commands.history:undo"),
    Entry(name="amend", panel=UPKEEP, brief="Correct an answer, visibly.", where="ask.commands.amend:amend"),
    Entry(name="backup", panel=UPKEEP, brief="Make a copy that is proved to be whole.", where="upkeep.commands.backup:backup"),
    Entry(name="restore", panel=UPKEEP, brief="Bring back a copy.", where="upkeep.commands.backup:restore"),
    Entry(name="check", panel=UPKEEP, brief="Is the book whole, and safe?", where="upkeep.commands.check:check"),
    Entry(name="config", panel=UPKEEP, brief="The question, the country, who you are.", where="upkeep.commands.config:config"),
    Entry(name="schedule", panel=UPKEEP, brief="The morning and the report by themselves; a calendar.", where="report.commands.schedule:schedule"),
    Entry(name="demo", panel=UPKEEP, brief="A book of fictional customers to look around in.", where="demo:demo"),
)  # fmt: skip
"""Every command in the order in which a leader meets it."""


class LazyGroup(TyperGroup):
    """A group that knows its commands' names at once, and loads a command when it is called."""

    entries: tuple[Entry, ...] = COMMANDS

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002 - Typer bundles Click
        """Return the names, in the order of the loop."""
        return [entry.name for entry in self.entries]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401, ARG002 - as above
        """Return a light stand-in that knows its name and its one line of help."""
        entry = self._entry(cmd_name)
        if entry is None:
            return None
        if entry.commands:
            return group(entry)
        return TyperCommand(entry.name, help=entry.brief, rich_help_panel=entry.panel or None)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - as above
        """Return the real command for the first of `args`, or suggest the one that was meant."""
        self.commands = {name: self.get_command(ctx, name) for name in self.list_commands(ctx)}
        name, command, rest = super().resolve_command(ctx, args)
        entry = self._entry(name or "")
        return name, (load(entry) if entry and not entry.commands else command), rest

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, ARG002 - as above
        """List the commands under what they are for, in the order of the loop."""
        widest = max(len(entry.name) for entry in self.entries)
        for panel in dict.fromkeys(entry.panel for entry in self.entries):
            with formatter.section(panel.capitalize() or "Commands"):
                formatter.write_dl(
                    [
                        (entry.name.ljust(widest), entry.brief)
                        for entry in self.entries
                        if entry.panel == panel
                    ]
                )

    def _entry(self, name: str) -> Entry | None:
        return next((entry for entry in self.entries if entry.name == name), None)


def group(entry: Entry) -> TyperGroup:
    """Return the group of commands that `entry` describes."""
    made = LazyGroup(
        name=entry.name,
        help=entry.brief,
        rich_help_panel=entry.panel,
        no_args_is_help=True,
        rich_markup_mode=None,
        context_settings=CONTEXT,
    )
    made.entries = entry.commands
    return made


def load(entry: Entry) -> TyperCommand:
    """Return the command that `entry` names, its module imported."""
    module, _, name = entry.where.partition(":")
    function = getattr(import_module(f"dailycontact.{module}"), name)
    one = typer.Typer(add_completion=False, rich_markup_mode=None)
    one.command(entry.name, context_settings=CONTEXT)(_with_workspace(function, entry.name))
    command = typer.main.get_command(one)
    if not isinstance(command, TyperCommand):
        raise TypeError(f"{entry.where} is no command")
    return command


def _with_workspace(function: Callable[..., None], name: str) -> Callable[..., None]:
    """Return `function` as Typer calls it: its first parameter comes from the context."""
    signature = inspect.signature(function, eval_str=True)
    first, *options = signature.parameters.values()

    @functools.wraps(function)
    def run(context: typer.Context, **values: object) -> None:
        if not values.get("json"):
            context.obj.mark(name)
        function(context.obj, **{option: _whole(value) for option, value in values.items()})

    context = first.replace(name="context", annotation=typer.Context)
    run.__signature__ = signature.replace(parameters=[context, *options])  # type: ignore[attr-defined]  # inspect reads it
    return run


def _whole(value: object) -> object:
    """Return what was typed as text that can be stored.

    Bytes that are no UTF-8 reach Python as half characters; a path keeps them, because a file may
    be called so.
    """
    if isinstance(value, list):
        return [_whole(one) for one in value]
    if type(value) is str:
        return value.encode("utf-8", "replace").decode()
    return value


app = typer.Typer(
    name="dailycontact",
    cls=LazyGroup,
    help=(
        "Phone one customer a day, act on the answer, and tell them what was done.\n\n"
        "Alone, it is your morning: whom to phone, the call, who is next."
    ),
    context_settings=CONTEXT,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _version(asked: bool) -> None:
    if asked:
        Screen().show(f"dailycontact {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _morning(
    context: typer.Context,
    *,
    book: Annotated[
        str | None,
        typer.Option("--book", metavar="PATH|URL", help="Another book; demo is the demonstration."),
    ] = None,
    me: Annotated[
        str | None, typer.Option("--as", metavar="LEADER", help="Who you are, of several leaders.")
    ] = None,
    no_input: Annotated[
        bool, typer.Option("--no-input", help="Never ask; a missing value is an error.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show what went wrong inside.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="The version.")
    ] = False,
) -> None:
    del version
    context.obj = workspace(book=book, me=me, no_input=no_input, debug=debug)
    context.call_on_close(context.obj.close)
    if context.invoked_subcommand is None:
        from dailycontact.morning import morning

        morning(context.obj)


def command_line() -> TyperGroup:
    """Return the whole command line, as Typer runs it."""
    whole = typer.main.get_command(app)
    if not isinstance(whole, TyperGroup):
        raise TypeError("the app is no group")
    return whole


def entries(among: Iterable[Entry] = COMMANDS, *, before: str = "") -> list[tuple[str, Entry]]:
    """Return every command with the words that call it, groups opened."""
    found: list[tuple[str, Entry]] = []
    for entry in among:
        words = f"{before}{entry.name}"
        found += entries(entry.commands, before=f"{words} ") if entry.commands else [(words, entry)]
    return found
