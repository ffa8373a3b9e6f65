"""One conversation as it is logged: what fits together, and the command line that says it all."""

import shlex
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from dailycontact.core.answer import Consent, Kind
from dailycontact.core.call import Outcome
from dailycontact.core.following import Helped
from dailycontact.core.program import PROGRAM
from dailycontact.core.quoting import typed
from dailycontact.core.telling import Reaction
from dailycontact.errors import UsageProblem

SPOKEN = frozenset({Outcome.REACHED, Outcome.NOT_NOW, Outcome.NEVER})
"""The outcomes in which the customer said something."""

FLAGS = {Kind.SUGGESTION: "--better", Kind.PRAISE: "--praise", Kind.NOTHING: "--fine"}
"""The options that take what was said, in the customer's words."""


class NothingSaid(UsageProblem):
    """Something was heard or told, although nobody was spoken to."""

    def __init__(self, outcome: Outcome, flags: str) -> None:
        super().__init__(
            f"With {outcome.value} nobody was spoken to, so leave out {flags}; if somebody was,"
            " log reached. What you noticed goes into --notes."
        )


class NothingButWords(UsageProblem):
    """The customer wished for something, and for nothing."""

    def __init__(self) -> None:
        super().__init__(
            "A wish (--better) and nothing to wish for (--nothing, --fine) do not go together: "
            "leave out the latter where there is a wish."
        )


class NoOutcome(UsageProblem):
    """Nobody said how the call went."""

    def __init__(self) -> None:
        listed = ", ".join(outcome.value for outcome in Outcome)
        super().__init__(
            f"OUTCOME is missing: say how the call went ({listed}), or what was heard with"
            ' --better "…", --praise "…" or --nothing.'
        )


class NoSuchOutcome(UsageProblem):
    """What was typed first does not say how a call went; it may be whom it was with."""

    def __init__(self, text: str) -> None:
        listed = ", ".join(outcome.value for outcome in Outcome)
        super().__init__(
            f"{text!r} does not say how a call went ({listed}); whom it was with goes after"
            f" --customer: {PROGRAM} log --customer {typed(text)}"
        )


class PromiseNeedsDay(UsageProblem):
    """A promise without a day, or a day without a promise."""

    def __init__(self, *, has: str, lacks: str) -> None:
        super().__init__(f"{has} needs {lacks}: what was promised, and by when.")


class NothingAfterNever(UsageProblem):
    """Something was promised to somebody who does not want to be phoned again."""

    def __init__(self) -> None:
        super().__init__(
            "Whoever never wants to be phoned again cannot be called back; "
            "leave out --call-back and --promise, or log not-now."
        )


class DayAhead(UsageProblem):
    """The call is said to have been on a day that has not come yet."""

    def __init__(self, day: date) -> None:
        super().__init__(f"{day} has not come yet; --on takes today or a day before.")


class CallBackBehind(UsageProblem):
    """A call back was promised for a day before the call."""

    def __init__(self, day: date, flag: str) -> None:
        super().__init__(f"{flag} {day} lies before the call; name the day of the call or later.")


@dataclass(frozen=True, kw_only=True)
class Heard:
    """One thing that the customer said; `praised` is whom it praises, as one calls them.

    `about` is how the team reads a wish: the name of a theme, or an action (A5) that serves it.
    """

    words: str
    kind: Kind = Kind.SUGGESTION
    praised: str | None = None
    urgent: bool = False
    about: str | None = None

    @property
    def is_wish(self) -> bool:
        """Whether somebody could do something about it."""
        return self.kind is Kind.SUGGESTION


@dataclass(frozen=True, kw_only=True)
class Told:
    """In the call, the customer was told what became of an answer; how they took it, if said.

    `better` is what is still missing, in their words, where it is not solved.
    """

    answer_id: int
    reaction: Reaction | None = None
    better: str | None = None


@dataclass(frozen=True, kw_only=True)
class Help:
    """In the call, the customer said whether what was done for an answer has helped."""

    answer_id: int
    helped: Helped


@dataclass(frozen=True, kw_only=True)
class Promised:
    """What the leader said they would do, and by when."""

    text: str
    due_on: date


@dataclass(frozen=True, kw_only=True)
class Conversation:
    """One call, as it is logged.

    `not_yet` are the answers of which the customer was told where they stand. `phone` names the
    number that was dialled: a place (from 1) or a label; `kept` says that what was promised to the
    customer before is done; `urgent` says so of every wish. `proposed` says that the customer was
    not named, but is the one whose outcome the day waits for.
    """

    outcome: Outcome
    day: date
    customer_id: int
    heard: tuple[Heard, ...] = ()
    told: tuple[Told, ...] = ()
    not_yet: tuple[int, ...] = ()
    helped: tuple[Help, ...] = ()
    notes: str | None = None
    promise: Promised | None = None
    call_back: date | None = None
    kept: bool = False
    consent: Consent = Consent.WORDS
    urgent: bool = False
    private: bool = False
    phone: str | None = None
    proposed: bool = False

    @property
    def spoken(self) -> bool:
        """Whether somebody was spoken to."""
        return self.outcome in SPOKEN

    @property
    def informed(self) -> bool:
        """Whether the call was about answers that the customer gave before."""
        return bool(self.told or self.not_yet or self.helped)


def outcome_named(text: str) -> Outcome:
    """Return the outcome that was typed.

    Raises:
        NoSuchOutcome: none is called so.

    """
    if text not in tuple(Outcome):
        raise NoSuchOutcome(text)
    return Outcome(text)


def outcome_of(outcome: Outcome | None, *, heard: object, told: object) -> Outcome:
    """Return the outcome that was said, or reached where something was heard or told.

    Raises:
        NoOutcome: nothing says how the call went.

    """
    if outcome is not None:
        return outcome
    if not heard and not told:
        raise NoOutcome
    return Outcome.REACHED


def check(conversation: Conversation, *, today: date) -> None:
    """Refuse what does not go together, before anything is written.

    Raises:
        UsageProblem: the sentence names the flags.

    """
    _check_days(conversation, today)
    said = _only_said(conversation)
    if said and not conversation.spoken:
        raise NothingSaid(conversation.outcome, said)
    kinds = {heard.kind for heard in conversation.heard}
    if {Kind.SUGGESTION, Kind.NOTHING} <= kinds:
        raise NothingButWords
    if conversation.outcome is Outcome.NEVER and (conversation.call_back or conversation.promise):
        raise NothingAfterNever


def _check_days(conversation: Conversation, today: date) -> None:
    if conversation.day > today:
        raise DayAhead(conversation.day)
    if conversation.call_back and conversation.call_back < conversation.day:
        raise CallBackBehind(conversation.call_back, "--call-back")
    if conversation.promise and conversation.promise.due_on < conversation.day:
        raise CallBackBehind(conversation.promise.due_on, "--due")


def _only_said(conversation: Conversation) -> str:
    """Return the flags of what only somebody who was spoken to can have said or heard."""
    given = {
        "--better, --praise and --nothing": conversation.heard,
        "--told": conversation.told,
        "--not-yet": conversation.not_yet,
        "--helped": conversation.helped,
        "--kept": conversation.kept,
    }
    return " and ".join(flags for flags, value in given.items() if value)


def as_command(conversation: Conversation, *, before: Iterable[str] = ()) -> str:
    """Return the command line that logs the conversation, quoted for a shell.

    `before` are the words for the whole program, as `--book`. It names the customer and the day,
    so that it means the same on another day.
    """
    return shlex.join(("dailycontact", *before, "log", *_words(conversation)))


def _words(conversation: Conversation) -> Iterator[str]:
    yield conversation.outcome.value
    yield from _said_words(conversation)
    # Reactions belong to tellings in order, so those without one come last.
    for told in sorted(conversation.told, key=lambda one: one.reaction is None):
        yield from ("--told", str(told.answer_id))
        yield from _option("--reaction", told.reaction and told.reaction.value)
    for number in conversation.not_yet:
        yield from _option("--not-yet", number)
    for help_ in conversation.helped:
        yield from _option("--helped", f"{help_.answer_id}={help_.helped.value}")
    if promise := conversation.promise:
        yield from _option("--promise", promise.text)
        yield from _option("--due", promise.due_on)
    yield from _option("--notes", conversation.notes)
    yield from _option("--call-back", conversation.call_back)
    yield from _option("--phone", conversation.phone)
    if conversation.consent is not Consent.WORDS:
        yield from _option("--quote", conversation.consent.value)
    # The flag says it of every wish; one too many is better than one too few.
    urgent = conversation.urgent or any(heard.urgent for heard in conversation.heard)
    flags = {"kept": conversation.kept, "urgent": urgent, "private": conversation.private}
    yield from (f"--{flag}" for flag, given in flags.items() if given)
    yield from _option("--customer", conversation.customer_id)
    yield from _option("--on", conversation.day)


def _said_words(conversation: Conversation) -> Iterator[str]:
    missing = [told.better for told in conversation.told if told.better]
    for heard in in_order(conversation.heard):
        if heard.words or not missing:
            yield from _heard_words(heard)
    # --about belongs to wishes in order, so those without one come last.
    for words in missing:
        yield from _option("--better", words)


def _heard_words(heard: Heard) -> Iterator[str]:
    if heard.kind is Kind.NOTHING and not heard.words:
        yield "--nothing"
        return
    yield from _option(FLAGS[heard.kind], heard.words)
    yield from _option("--for", heard.praised)
    yield from _option("--about", heard.about)


def _option(flag: str, value: object) -> tuple[str, ...]:
    """Return the words of an option; none where there is no value."""
    if value is None:
        return ()
    # What begins with a dash would be taken for another option.
    text = str(value)
    return (f"{flag}={text}",) if text.startswith("-") else (flag, text)


def in_order(heard: Iterable[Heard]) -> tuple[Heard, ...]:
    """Return what was heard as the command line pairs it: wishes, then praise, then nothing.

    Of the wishes those with a theme stand first, as --about pairs with them; and of the praise
    those for somebody, as --for does.
    """
    kinds = list(FLAGS)
    return tuple(
        sorted(heard, key=lambda one: (kinds.index(one.kind), not (one.about or one.praised)))
    )
