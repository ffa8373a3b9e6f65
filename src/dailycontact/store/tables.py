"""The rows, which own the schema. Everything is text, integers and real numbers on every database.

Days are ISO text (2026-11-23), instants are ISO text in UTC with six decimals and a Z, so that one
SQL text serves SQLite and PostgreSQL and sorts by time; yes and no are 1 and 0. A row is made
through `model_validate`, because a table class accepts anything when it is constructed.

Importing this module costs more than everything else together: only the changing lane does it.
"""

from typing import ClassVar

from sqlalchemy import (
    REAL,
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import DOUBLE_PRECISION
from sqlmodel import Field, SQLModel

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

Real = REAL().with_variant(DOUBLE_PRECISION(), "postgresql")
STRICT = {"sqlite_strict": True}
DAY = "____-__-__"
INSTANT = "____-__-__T__:__:__.______Z"


def _id() -> Column[int]:
    return Column(Integer, primary_key=True)


def _words(*, required: bool = True, unique: bool = False) -> Column[str]:
    return Column(Text, nullable=not required, unique=unique)


def _number(*, required: bool = True) -> Column[int]:
    return Column(Integer, nullable=not required)


def _real(*, required: bool = True) -> Column[float]:
    return Column(Real, nullable=not required)


def _yes_no() -> Column[int]:
    return Column(Integer, nullable=False, server_default=text("0"))


def _count() -> Column[int]:
    return Column(Integer, nullable=False, server_default=text("0"))


def _of(target: str, *, required: bool = True, index: bool = True) -> Column[int]:
    return Column(Integer, ForeignKey(f"{target}.id"), nullable=not required, index=index or None)


def _is_day(*names: str) -> list[CheckConstraint]:
    return [CheckConstraint(f"{name} LIKE '{DAY}'", name=f"{name}_is_day") for name in names]


def _is_instant(*names: str) -> list[CheckConstraint]:
    return [CheckConstraint(f"{name} LIKE '{INSTANT}'", name=f"{name}_is_utc") for name in names]


def _is_yes_no(*names: str) -> list[CheckConstraint]:
    return [CheckConstraint(f"{name} IN (0, 1)", name=f"{name}_is_yes_no") for name in names]


def _one_of(column: str, *values: str) -> CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=f"{column}_known")


class Setting(SQLModel, table=True):
    """One setting of the book, shared by its leaders."""

    __tablename__ = "setting"
    __table_args__ = (STRICT,)
    id: int | None = Field(default=None, sa_column=_id())
    key: str = Field(sa_column=_words(unique=True))
    value: str = Field(sa_column=_words())


class Member(SQLModel, table=True):
    """Somebody of the team; aliases are a JSON list."""

    __tablename__ = "member"
    __table_args__ = (*_is_yes_no("leads"), *_is_day("left_on"), STRICT)
    id: int | None = Field(default=None, sa_column=_id())
    name: str = Field(sa_column=_words(unique=True))
    aliases: str = Field(default="[]", sa_column=_words())
    email: str | None = Field(default=None, sa_column=_words(required=False))
    leads: int = Field(default=0, sa_column=_yes_no())
    left_on: str | None = Field(default=None, sa_column=_words(required=False))
    handed_to_id: int | None = Field(default=None, sa_column=_of("member", required=False))


class Segment(SQLModel, table=True):
    """A group of customers who are called at the same cadence."""

    __tablename__ = "segment"
    __table_args__ = (CheckConstraint("cadence > 0", name="cadence_positive"), STRICT)
    id: int | None = Field(default=None, sa_column=_id())
    name: str = Field(sa_column=_words(unique=True))
    cadence: int | None = Field(default=None, sa_column=_number(required=False))


class Customer(SQLModel, table=True):
    """A person to phone. The columns in DERIVED are a projection that can be rebuilt."""

    __tablename__ = "customer"
    __table_args__ = (
        CheckConstraint("cadence > 0", name="cadence_positive"),
        CheckConstraint("beat > 0", name="beat_positive"),
        CheckConstraint("name <> ''", name="named"),
        *_is_yes_no("open"),
        *_is_day(
            "joined_on",
            "do_not_contact_on",
            "paused_on",
            "paused_until",
            "left_on",
            "renewed_on",
            "last_on",
            "promised_on",
        ),
        Index(
            "ix_customer_turn",
            "beat",
            "clock",
            "eligible_from",
            "leader_id",
            sqlite_where=text("open = 1"),
            postgresql_where=text("open = 1"),
        ),
        Index(
            "ix_customer_promised_on",
            "promised_on",
            sqlite_where=text("promised_on IS NOT NULL"),
            postgresql_where=text("promised_on IS NOT NULL"),
        ),
        STRICT,
    )
    DERIVED: ClassVar[frozenset[str]] = frozenset(
        {
            "beat",
            "open",
            "clock",
            "eligible_from",
            "promised_on",
            "misses",
            "skips",
            "conversations",
            "last_on",
        }
    )
    id: int | None = Field(default=None, sa_column=_id())
    name: str = Field(sa_column=_words())
    company: str = Field(default="", sa_column=_words())
    folded: str = Field(sa_column=_words())
    country: str | None = Field(default=None, sa_column=_words(required=False))
    zone: str | None = Field(default=None, sa_column=_words(required=False))
    segment_id: int | None = Field(default=None, sa_column=_of("segment", required=False))
    cadence: int | None = Field(default=None, sa_column=_number(required=False))
    leader_id: int | None = Field(
        default=None, sa_column=_of("member", required=False, index=False)
    )
    joined_on: str = Field(sa_column=_words())
    head_start: float = Field(default=0.0, sa_column=_real())
    do_not_contact_on: str | None = Field(default=None, sa_column=_words(required=False))
    do_not_contact_why: str | None = Field(default=None, sa_column=_words(required=False))
    paused_on: str | None = Field(default=None, sa_column=_words(required=False))
    paused_until: str | None = Field(default=None, sa_column=_words(required=False))
    left_on: str | None = Field(default=None, sa_column=_words(required=False))
    renewed_on: str | None = Field(default=None, sa_column=_words(required=False))
    referred_by: str | None = Field(default=None, sa_column=_words(required=False))
    beat: int = Field(sa_column=_number())
    open: int = Field(default=1, sa_column=_yes_no())
    clock: float = Field(sa_column=_real())
    eligible_from: int = Field(sa_column=_number())
    promised_on: str | None = Field(default=None, sa_column=_words(required=False))
    misses: int = Field(default=0, sa_column=_count())
    skips: int = Field(default=0, sa_column=_count())
    conversations: int = Field(default=0, sa_column=_count())
    last_on: str | None = Field(default=None, sa_column=_words(required=False))


class Phone(SQLModel, table=True):
    """One number of a customer, as given, as dialled (E.164) and as shown."""

    __tablename__ = "phone"
    __table_args__ = (UniqueConstraint("customer_id", "position"), *_is_day("wrong_on"), STRICT)
    id: int | None = Field(default=None, sa_column=_id())
    customer_id: int = Field(sa_column=_of("customer", index=False))
    position: int = Field(sa_column=_number())
    label: str = Field(default="", sa_column=_words())
    raw: str = Field(sa_column=_words())
    e164: str | None = Field(default=None, sa_column=Column(Text, nullable=True, index=True))
    extension: str | None = Field(default=None, sa_column=_words(required=False))
    shown: str = Field(sa_column=_words())
    wrong_on: str | None = Field(default=None, sa_column=_words(required=False))


class Email(SQLModel, table=True):
    """One e-mail address of a customer."""

    __tablename__ = "email"
    __table_args__ = (UniqueConstraint("customer_id", "position"), STRICT)
    id: int | None = Field(default=None, sa_column=_id())
    customer_id: int = Field(sa_column=_of("customer", index=False))
    position: int = Field(sa_column=_number())
    address: str = Field(sa_column=Column(Text, nullable=False, index=True))


class ExternalId(SQLModel, table=True):
    """Who a customer is in the file or system they came from."""

    __tablename__ = "external_id"
    __table_args__ = (UniqueConstraint("source", "value"), STRICT)
    id: int | None = Field(default=None, sa_column=_id())
    customer_id: int = Field(sa_column=_of("customer"))
    source: str = Field(sa_column=_words())
    value: str = Field(sa_column=_words())


class RhythmFact(SQLModel, table=True):
    """What happened to a customer's rhythm, with the cadence and the luck of that moment."""

    __tablename__ = "rhythm_fact"
    __table_args__ = (
        UniqueConstraint("customer_id", "number"),
        _one_of("what", "conversation", "miss", "skip", "later", "pause", "resume"),
        CheckConstraint("cadence > 0", name="cadence_positive"),
        *_is_day("day"),
        STRICT,
    )
    id: int | None = Field(default=None, sa_column=_id())
    customer_id: int = Field(sa_column=_of("customer", index=False))
    number: int = Field(sa_column=_number())
    day: str = Field(sa_column=_words())
    what: str = Field(sa_column=_words())
    cadence: int = Field(sa_column=_number())
    luck: float = Field(default=0.0, sa_column=_real())
    waits: int = Field(default=0, sa_column=_count())


class Workday(SQLModel, table=True):
    """A day of the book's calendar, numbered by the working days up to and including it."""

    __tablename__ = "workday"
    __table_args__ = (*_is_day("day"), STRICT)
    day: str = Field(sa_column=Column(Text, primary_key=True))
    number: int = Field(sa_column=Column(Integer, nullable=False, index=True))
    why_not: str | None = Field(default=None, sa_column=_words(required=False))


class Leave(SQLModel, table=True):
    """Days on which a leader does not call, first and last included."""

    __tablename__ = "leave"
    __table_args__ = (
        CheckConstraint("first_on <= last_on", name="in_order"),
        *_is_day("first_on", "last_on"),
        STRICT,
    )
    id: int | None = Field(default=None, sa_column=_id())
    leader_id: int = Field(sa_column=_of("member"))
    first_on: str = Field(sa_column=_words())
    last_on: str = Field(sa_column=_words())
    deputy_id: int | None = Field(default=None, sa_column=_of("member", required=False))


class Pick(SQLModel, table=True):
    """The customer proposed to a leader for a day; slots 2, 3 … are the reserves."""

    __tablename__ = "pick"
    __table_args__ = (
        UniqueConstraint("leader_id", "day", "slot"),
        Index(
            "uq_pick_customer_day",
            "customer_id",
            "day",
            unique=True,
            sqlite_where=text("released = 0"),
            postgresql_where=text("released = 0"),
        ),
        CheckConstraint("slot > 0", name="slot_positive"),
        _one_of("reason", "promise", "first", "turn"),
        *_is_day("day"),
        *_is_instant("reserved_at"),
        *_is_yes_no("released"),
        STRICT,
    )
    id: int | None = Field(default=None, sa_column=_id())
    leader_id: int = Field(sa_column=_of("member", index=False))
    day: str = Field(sa_column=_words())
    slot: int = Field(sa_column=_number())
    customer_id: int = Field(sa_column=_of("customer"))
    reason: str = Field(sa_column=_words())
    reserved_at: str = Field(sa_column=_words())
    released: int = Field(default=0, sa_column=_yes_no())


class Skip(SQLModel, table=True):
    """A pick that the leader passed over today."""

    __tablename__ = "skip"
    __table_args__ = (
        UniqueConstraint("pick_id"),
        *_is_day("day"),
        *_is_instant("recorded_at"),
        STRICT,
    )
    id: int | None = Field(default=None, sa_column=_id())
    pick_id: int = Field(sa_column=_of("pick", index=False))
    customer_id: int = Field(sa_column=_of("customer"))
    leader_id: int = Field(sa_column=_of("member"))
    day: str = Field(sa_column=_words())
    recorded_at: str = Field(sa_column=_words())
    reason: str | None = Field(default=None, sa_column=_words(required=False))


class Call(SQLModel, table=True):
    """One attempt to reach a customer, or a customer who rang in."""

    __tablename__ = "call"
    __table_args__ = (
        UniqueConstraint("pick_id"),
        _one_of("outcome", "reached", "no-answer", "voicemail", "wrong-number", "not-now", "never"),
        *_is_day("day"),
        *_is_instant("recorded_at"),
        *_is_yes_no("rang_in"),
        STRICT,
    )
    id: int | None = Field(default=None, sa_column=_id())
    customer_id: int = Field(sa_column=_of("customer"))
    leader_id: int = Field(sa_column=_of("member"))
    pick_id: int | None = Field(default=None, sa_column=_of("pick", required=False, index=False))
    phone_id: int | None = Field(default=None, sa_column=_of("phone", required=False))
    day: str = Field(sa_column=Column(Text, nullable=False, index=True))
    recorded_at: str = Field(sa_column=Column(Text, nullable=False, index=True))
    outcome: str = Field(sa_column=_words())
    rang_in: int = Field(default=0, sa_column=_yes_no())
    notes: str | None = Field(default=None, sa_column=_words(required=False))


class Promise(SQLModel, table=True):
    """What a leader said they would do, and by when."""

    __tablename__ = "promise"
    __table_args__ = (
        _one_of("kind", "thing", "call-back"),
        _one_of("settled_how", "kept", "moved", "dropped"),
        CheckConstraint("(settled_on IS NULL) = (settled_how IS NULL)", name="settled_whole"),
        *_is_day("due_on", "settled_on"),
        *_is_instant("recorded_at"),
        STRICT,
    )
    id: int | None = Field(default=None, sa_column=_id())
    customer_id: int = Field(sa_column=_of("customer"))
    call_id: int | None = Field(default=None, sa_column=_of("call", required=False))
    leader_id: int = Field(sa_column=_of("member"))
    kind: str = Field(sa_column=_words())
    text: str = Field(sa_column=_words())
    due_on: str = Field(sa_column=_words())
    recorded_at: str = Field(sa_column=_words())
    settled_on: str | None = Field(default=None, sa_column=_words(required=False))
    settled_how: str | None = Field(default=None, sa_column=_words(required=False))


class Answer(SQLModel, table=True):
    """The one thing, in the customer's words: heard in a call, or when they were told."""

    __tablename__ = "answer"
    __table_args__ = (
        CheckConstraint("(call_id IS NULL) <> (telling_id IS NULL)", name="heard_once"),
        CheckConstraint("verbatim <> '' OR kind = 'nothing'", name="has_words"),
        _one_of("kind", "suggestion", "praise", "nothing"),
        _one_of("consent", "name", "words", "no"),
        *_is_day("day"),
        *_is_instant("recorded_at"),
        *_is_yes_no("urgent", "private"),
        STRICT,
    )
    id: int | None = Field(default=None, sa_column=_id())
    customer_id: int = Field(sa_column=_of("customer"))
    leader_id: int = Field(sa_column=_of("member"))
    call_id: int | None = Field(default=None, sa_column=_of("call", required=False))
    telling_id: int | None = Field(
        default=None,
        sa_column=Column(
            Integer,
            ForeignKey("telling.id", name="fk_answer_telling_id", use_alter=True),
            nullable=True,
            index=True,
        ),
    )
    verbatim: str = Field(sa_column=_words())
    kind: str = Field(sa_column=_words())
    consent: str = Field(sa_column=_words())
    urgent: int = Field(default=0, sa_column=_yes_no())
    private: int = Field(default=0, sa_column=_yes_no())
    praised_id: int | None = Field(default=None, sa_column=_of("member", required=False))
    day: str = Field(sa_column=_words())
    recorded_at: str = Field(sa_column=Column(Text, nullable=False, index=True))


class Amendment(SQLModel, table=True):
    """A visible correction of an answer: what it said before, and what it says now."""

    __tablename__ = "amendment"
    __table_args__ = (
        _one_of("field", "verbatim", "kind", "consent", "urgent", "private"),
        *_is_day("day"),
        *_is_instant("recorded_at"),
        STRICT,
    )
    id: int | None = Field(default=None, sa_column=_id())
    answer_id: int = Field(sa_column=_of("answer"))
    leader_id: int = Field(sa_column=_of("member"))
    field: str = Field(sa_column=_words())
    before: str = Field(sa_column=_words())
    after: str = Field(sa_column=_words())
    day: str = Field(sa_column=_words())
    recorded_at: str = Field(sa_column=_words())


class Sharing(SQLModel, table=True):
    """An answer shown to an audience, when and where."""

    __tablename__ = "sharing"
    __table_args__ = (*_is_day("day"), *_is_instant("recorded_at"), STRICT)
    id: int | None = Field(default=None, sa_column=_id())
    answer_id: int = Field(sa_column=_of("answer"))
    leader_id: int = Field(sa_column=_of("member"))
    place: str | None = Field(default=None, sa_column=_words(required=False))
    day: str = Field(sa_column=_words())
    recorded_at: str = Field(sa_column=_words())


class Action(SQLModel, table=True):
    """What somebody does about answers; without an owner it is looking for someone."""

    __tablename__ = "action"
    __table_args__ = (
        CheckConstraint("title <> ''", name="titled"),
        *_is_day("day", "due_on"),
        *_is_instant("recorded_at"),
        STRICT,
    )
    id: int | None = Field(default=None, sa_column=_id())
    title: str = Field(sa_column=_words())
    owner_id: int | None = Field(default=None, sa_column=_of("member", required=False))
    due_on: str | None = Field(default=None, sa_column=_words(required=False))
    leader_id: int = Field(sa_column=_of("member"))
    day: str = Field(sa_column=_words())
    recorded_at: str = Field(sa_column=_words())


class ActionAnswer(SQLModel, table=True):
    """An action serves an answer."""

    __tablename__ = "action_answer"
    __table_args__ = (
        UniqueConstraint("action_id", "answer_id"),
        *_is_instant("recorded_at"),
        STRICT,
    )
    id: int | None = Field(default=None, sa_column=_id())
    action_id: int = Field(sa_column=_of("action", index=False))
    answer_id: int = Field(sa_column=_of("answer"))
    recorded_at: str = Field(sa_column=_words())


class Finish(SQLModel, table=True):
    """One end of an action, done or declined, in the words that the customers will hear."""

    __tablename__ = "finish"
    __table_args__ = (
        UniqueConstraint("action_id", "number"),
        CheckConstraint("number > 0", name="number_positive"),
        CheckConstraint("say <> ''", name="has_words"),
        _one_of("how", "done", "declined"),
        *_is_day("day", "revisit_on"),
        *_is_instant("recorded_at"),
        STRICT,
    )
    id: int | None = Field(default=None, sa_column=_id())
    action_id: int = Field(sa_column=_of("action", index=False))
    number: int = Field(sa_column=_number())
    how: str = Field(sa_column=_words())
    say: str = Field(sa_column=_words())
    instead: str | None = Field(default=None, sa_column=_words(required=False))
    revisit_on: str | None = Field(default=None, sa_column=_words(required=False))
    evidence: str | None = Field(default=None, sa_column=_words(required=False))
    leader_id: int = Field(sa_column=_of("member"))
    day: str = Field(sa_column=_words())
    recorded_at: str = Field(sa_column=Column(Text, nullable=False, index=True))


class FinishAnswer(SQLModel, table=True):
    """An answer that an end concerns: its customer is owed a telling."""

    __tablename__ = "finish_answer"
    __table_args__ = (UniqueConstraint("finish_id", "answer_id"), STRICT)
    id: int | None = Field(default=None, sa_column=_id())
    finish_id: int = Field(sa_column=_of("finish", index=False))
    answer_id: int = Field(sa_column=_of("answer"))


class Telling(SQLModel, table=True):
    """One customer told what became of their answer, or the reason why they need not be."""

    __tablename__ = "telling"
    __table_args__ = (
        ForeignKeyConstraint(
            ["finish_id", "answer_id"],
            ["finish_answer.finish_id", "finish_answer.answer_id"],
            name="fk_telling_finish_answer",
        ),
        UniqueConstraint("finish_id", "answer_id"),
        _one_of("how", "told", "waived"),
        _one_of("channel", "phone", "email", "in-person", "letter"),
        _one_of("reaction", "pleased", "neutral", "not-solved"),
        _one_of("why", "do-not-contact", "erased", "unreachable"),
        CheckConstraint("(how = 'told') = (channel IS NOT NULL)", name="told_somehow"),
        CheckConstraint("(how = 'waived') = (why IS NOT NULL)", name="waived_for_a_reason"),
        CheckConstraint("how = 'told' OR reaction IS NULL", name="waived_has_no_reaction"),
        *_is_day("day"),
        *_is_instant("recorded_at"),
        STRICT,
    )
    id: int | None = Field(default=None, sa_column=_id())
    finish_id: int = Field(sa_column=_number())
    answer_id: int = Field(sa_column=_of("answer"))
    call_id: int | None = Field(default=None, sa_column=_of("call", required=False))
    how: str = Field(sa_column=_words())
    channel: str | None = Field(default=None, sa_column=_words(required=False))
    words: str | None = Field(default=None, sa_column=_words(required=False))
    reaction: str | None = Field(default=None, sa_column=_words(required=False))
    why: str | None = Field(default=None, sa_column=_words(required=False))
    leader_id: int = Field(sa_column=_of("member"))
    day: str = Field(sa_column=_words())
    recorded_at: str = Field(sa_column=Column(Text, nullable=False, index=True))


class TellingTry(SQLModel, table=True):
    """A try to tell somebody, without reaching them. A try is not a telling."""

    __tablename__ = "telling_try"
    __table_args__ = (
        ForeignKeyConstraint(
            ["finish_id", "answer_id"],
            ["finish_answer.finish_id", "finish_answer.answer_id"],
            name="fk_telling_try_finish_answer",
        ),
        Index("ix_telling_try_finish_answer", "finish_id", "answer_id"),
        *_is_day("day"),
        *_is_instant("recorded_at"),
        STRICT,
    )
    id: int | None = Field(default=None, sa_column=_id())
    finish_id: int = Field(sa_column=_number())
    answer_id: int = Field(sa_column=_of("answer"))
    leader_id: int = Field(sa_column=_of("member"))
    day: str = Field(sa_column=_words())
    recorded_at: str = Field(sa_column=_words())


class Story(SQLModel, table=True):
    """Somebody going the extra mile, in a line or two; or a moment where we could have."""

    __tablename__ = "story"
    __table_args__ = (
        CheckConstraint("text <> ''", name="told"),
        *_is_day("day"),
        *_is_instant("recorded_at"),
        *_is_yes_no("missed"),
        STRICT,
    )
    id: int | None = Field(default=None, sa_column=_id())
    text: str = Field(sa_column=_words())
    who_id: int | None = Field(default=None, sa_column=_of("member", required=False))
    missed: int = Field(default=0, sa_column=_yes_no())
    leader_id: int = Field(sa_column=_of("member"))
    day: str = Field(sa_column=_words())
    recorded_at: str = Field(sa_column=Column(Text, nullable=False, index=True))


class Event(SQLModel, table=True):
    """One change of the book: who, when, with which command, and which event it took back."""

    __tablename__ = "event"
    __table_args__ = (UniqueConstraint("undoes_id"), *_is_instant("recorded_at"), STRICT)
    id: int | None = Field(default=None, sa_column=_id())
    recorded_at: str = Field(sa_column=_words())
    leader_id: int | None = Field(default=None, sa_column=_of("member", required=False))
    command: str = Field(sa_column=_words())
    summary: str = Field(default="", sa_column=_words())
    undoes_id: int | None = Field(default=None, sa_column=_of("event", required=False, index=False))


class EventRow(SQLModel, table=True):
    """A row as it was before and after an event (JSON); a run of new rows where it was many."""

    __tablename__ = "event_row"
    __table_args__ = (
        CheckConstraint("first_id <= last_id", name="in_order"),
        CheckConstraint("first_id = last_id OR before IS NULL", name="runs_are_new"),
        STRICT,
    )
    id: int | None = Field(default=None, sa_column=_id())
    event_id: int = Field(sa_column=_of("event"))
    table_name: str = Field(sa_column=_words())
    first_id: int = Field(sa_column=_number())
    last_id: int = Field(sa_column=_number())
    before: str | None = Field(default=None, sa_column=_words(required=False))
    after: str | None = Field(default=None, sa_column=_words(required=False))


TABLES: dict[str, type[SQLModel]] = {
    str(model.__tablename__): model
    for model in (
        Setting, Member, Segment, Customer, Phone, Email, ExternalId, RhythmFact, Workday, Leave,
        Pick, Skip, Call, Promise, Answer, Amendment, Sharing, Action, ActionAnswer, Finish,
        FinishAnswer, Telling, TellingTry, Story, Event, EventRow,
    )
}  # fmt: skip
"""Every table by its name."""
