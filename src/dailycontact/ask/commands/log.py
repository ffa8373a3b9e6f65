"""log: how the call went, and what the customer said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dailycontact import clock
from dailycontact.ask.commands import flags, talk, words
from dailycontact.ask.commands.draft import a_closed_window_is_a_stop, kept
from dailycontact.ask.commands.keeping import keep
from dailycontact.ask.commands.notebook import Notebook
from dailycontact.ask.rule import (
    Conversation,
    DayAhead,
    Promised,
    PromiseNeedsDay,
    check,
    outcome_of,
)
from dailycontact.ask.usecases import log as usecase
from dailycontact.ask.usecases import proposing
from dailycontact.ask.view import logged as view
from dailycontact.core.answer import Consent
from dailycontact.core.call import Outcome
from dailycontact.core.customer import Customer, Phone
from dailycontact.core.references import answer_number
from dailycontact.core.turn import is_over
from dailycontact.errors import NotFound, Refused, UsageProblem
from dailycontact.store import attempts, calls, customers, picks, themes
from dailycontact.store.customers import find_customer
from dailycontact.terminal import options
from dailycontact.workspace import Workspace

FORESEEN = (UsageProblem, NotFound, Refused)


def log(
    workspace: Workspace,
    *,
    outcome: flags.How = None,
    better: flags.Better = None,
    about: flags.About = None,
    praise: flags.Praise = None,
    for_: flags.For = None,
    nothing: flags.Nothing = False,
    fine: flags.Fine = None,
    notes: flags.Notes = None,
    told: flags.ToldOf = None,
    reaction: flags.Took = None,
    not_yet: flags.NotYet = None,
    helped: flags.Help = None,
    promise: flags.Promise = None,
    due: flags.Due = None,
    kept_: flags.Kept = False,
    call_back: flags.CallBack = None,
    quote: flags.Quote = Consent.WORDS,
    urgent: flags.Urgent = False,
    private: flags.Private = False,
    phone: flags.Number = None,
    customer: flags.Whom = None,
    on: flags.On = None,
    json: options.Json = False,
) -> None:
    """How the call went, and what the customer said.

    For example: dailycontact log reached --better "Your invoices never say which café."

    Without anything, in a terminal, it asks. A TEXT of - is read from stdin.
    """
    day = _day(workspace, on)
    said = (better, about, praise, for_, fine, told, reaction, not_yet, helped)
    more = (nothing, notes, promise, due, call_back, urgent, private, phone)
    if kept_ and outcome is None and not any((*said, *more)):
        keep(workspace, customer, day=day, json=json)
        return
    asks = workspace.asker.can_ask and not any((*said, *more, kept_, json))
    if asks and outcome in (None, Outcome.REACHED):
        who = _whom(workspace, customer, day)
        converse(workspace, who, outcome=outcome, day=day, proposed=customer is None)
        return
    outcome = outcome_of(
        outcome, heard=better or praise or fine or nothing, told=told or not_yet or helped
    )
    spoken = words.Spoken(
        better=better or (),
        about=about or (),
        praise=praise or (),
        names=for_ or (),
        fine=fine or (),
        nothing=nothing,
    )
    conversation = Conversation(
        outcome=outcome,
        day=day,
        customer_id=_whom(workspace, customer, day).id,
        heard=words.heard(workspace, spoken, json=json),
        told=words.told(told or (), reaction or ()),
        not_yet=tuple(answer_number(number) for number in not_yet or ()),
        helped=tuple(words.help_said(each) for each in helped or ()),
        notes=None if notes is None else words.given("--notes", notes),
        promise=_promise(workspace, promise, due),
        call_back=_call_back(workspace, call_back, asks=not json),
        kept=kept_,
        consent=quote,
        urgent=urgent,
        private=private,
        phone=phone,
        proposed=customer is None,
    )
    with kept(
        workspace, lambda: conversation, unless=_foreseen(better, praise, fine, notes, promise)
    ):
        logged = save(workspace, conversation)
    show(workspace, logged, json=json)


def _foreseen(*texts: Sequence[str] | str | None) -> tuple[type[BaseException], ...]:
    """Return what makes no draft: a slip in words that are still in the shell, not from stdin."""
    given = [[text] if isinstance(text, str) else text or () for text in texts]
    return () if any("-" in one for one in given) else FORESEEN


def converse(
    workspace: Workspace,
    customer: Customer,
    *,
    outcome: Outcome | None,
    day: date,
    proposed: bool,
    offer: bool = True,
) -> usecase.Logged:
    """Hold the conversation about a call, save it, and show what happens next.

    With `offer`, that is who is next after a call that reached nobody. `proposed` says that the
    customer was not named, but is whose turn it is.
    """
    notebook = Notebook(customer=customer, day=day, proposed=proposed)
    with kept(workspace, lambda: notebook.typed), a_closed_window_is_a_stop():
        conversation = talk.hold(workspace, notebook, outcome=outcome)
        workspace.now = clock.now()
        logged = save(workspace, conversation)
    show(workspace, logged, offer=offer)
    return logged


def save(workspace: Workspace, conversation: Conversation) -> usecase.Logged:
    """Write the conversation, all of it or nothing."""
    check(conversation, today=workspace.today)
    with workspace.change("log") as change:
        return usecase.log(
            change, conversation, leader_id=workspace.leader.id, today=workspace.today
        )


def show(
    workspace: Workspace, logged: usecase.Logged, *, json: bool = False, offer: bool = True
) -> None:
    """Say what was saved and what happens next; after a call in vain, who is next."""
    in_vain = logged.conversation.outcome is not Outcome.REACHED and not logged.rang_in
    offering = offer and in_vain and logged.conversation.day == workspace.today
    following = _following(workspace) if offering else None
    if json:
        workspace.screen.json(view.document(logged, following=following))
        return
    about = [
        answer.about.theme.id for answer in logged.answers if answer.about and answer.about.theme
    ]
    raised = themes.since_the_fix(workspace.look, about) if about else {}
    workspace.screen.show(*view.saved(logged, today=workspace.today, raised=raised))
    if offering:
        workspace.screen.show(view.following(following, _to_dial(workspace, following)))
    workspace.screen.say(view.hints(logged))


def _to_dial(workspace: Workspace, customer: Customer | None) -> Phone | None:
    return None if customer is None else attempts.phone_to_try(workspace.look, customer)


def _following(workspace: Workspace) -> Customer | None:
    """Return whom to phone next, reserving them, while the day has tries left."""
    look, leader_id, day = workspace.look, workspace.leader.id, workspace.today
    tries = calls.attempts_of_day(look, leader_id=leader_id, day=day)
    if is_over(tries, attempts=workspace.book_settings.attempts):
        return None
    now = workspace.now
    pick = picks.stored(look, leader_id=leader_id, day=day, now=now) or picks.propose(
        look, leader_id=leader_id, day=day, now=now
    )
    return None if pick is None else customers.customer(look, pick.customer_id)


def _day(workspace: Workspace, typed: str | None) -> date:
    day = workspace.read_day(typed, past=True) if typed else workspace.today
    if day > workspace.today:
        raise DayAhead(day)
    return day


def _whom(workspace: Workspace, typed: str | None, day: date) -> Customer:
    look, leader_id = workspace.look, workspace.leader.id
    if typed is not None:
        return find_customer(look, typed)
    wanted = proposing.proposed(
        look, leader_id=leader_id, day=day, today=workspace.today, now=workspace.now
    )
    found = customers.customer(look, wanted)
    if found is None:
        raise proposing.NobodyProposed
    return found


def _promise(workspace: Workspace, text: str | None, due: str | None) -> Promised | None:
    if text is None and due is None:
        return None
    if text is None:
        raise PromiseNeedsDay(has="--due", lacks="--promise TEXT")
    if due is None:
        raise PromiseNeedsDay(has="--promise", lacks="--due DATE")
    return Promised(text=words.given("--promise", text), due_on=workspace.read_day(due))


def _call_back(workspace: Workspace, typed: str | None, *, asks: bool) -> date | None:
    """Return the day of a call back; in a terminal, one without work is asked about."""
    if typed is None:
        return None
    day = workspace.read_day(typed)
    return talk.with_a_card(workspace, day) if asks and workspace.asker.can_ask else day
