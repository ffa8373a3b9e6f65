"""Whose turn it was, the call, and what the leader promised in it."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from dailycontact.store.tables import columns


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
        columns.one_of("reason", "promise", "news", "first", "turn"),
        *columns.is_day("day"),
        *columns.is_instant("reserved_at"),
        *columns.is_yes_no("released"),
        columns.STRICT,
    )
    id: int | None = Field(default=None, sa_column=columns.identity())
    leader_id: int = Field(sa_column=columns.reference("member", index=False))
    day: str = Field(sa_column=columns.words())
    slot: int = Field(sa_column=columns.number())
    customer_id: int = Field(sa_column=columns.reference("customer"))
    reason: str = Field(sa_column=columns.words())
    reserved_at: str = Field(sa_column=columns.words())
    released: int = Field(default=0, sa_column=columns.yes_no())


class Idle(SQLModel, table=True):
    """A working day on which there was nobody for a leader to phone: it breaks no habit."""

    __tablename__ = "idle"
    __table_args__ = (UniqueConstraint("leader_id", "day"), *columns.is_day("day"), columns.STRICT)
    id: int | None = Field(default=None, sa_column=columns.identity())
    leader_id: int = Field(sa_column=columns.reference("member", index=False))
    day: str = Field(sa_column=columns.words())


class Skip(SQLModel, table=True):
    """A pick that the leader passed over today."""

    __tablename__ = "skip"
    __table_args__ = (
        UniqueConstraint("pick_id"),
        *columns.is_day("day"),
        *columns.is_instant("recorded_at"),
        columns.STRICT,
    )
    id: int | None = Field(default=None, sa_column=columns.identity())
    pick_id: int = Field(sa_column=columns.reference("pick", index=False))
    customer_id: int = Field(sa_column=columns.reference("customer"))
    leader_id: int = Field(sa_column=columns.reference("member"))
    day: str = Field(sa_column=columns.words())
    recorded_at: str = Field(sa_column=columns.words())
    reason: str | None = Field(default=None, sa_column=columns.words(required=False))


class Call(SQLModel, table=True):
    """One attempt to reach a customer, or a customer who rang in."""

    __tablename__ = "call"
    __table_args__ = (
        UniqueConstraint("pick_id"),
        Index("ix_call_customer_outcome", "customer_id", "outcome", "day"),
        Index("ix_call_leader_day", "leader_id", "day"),
        columns.one_of(
            "outcome", "reached", "no-answer", "voicemail", "wrong-number", "not-now", "never"
        ),
        *columns.is_day("day"),
        *columns.is_instant("recorded_at"),
        *columns.is_yes_no("rang_in"),
        columns.STRICT,
    )
    id: int | None = Field(default=None, sa_column=columns.identity())
    customer_id: int = Field(sa_column=columns.reference("customer", index=False))
    leader_id: int = Field(sa_column=columns.reference("member", index=False))
    pick_id: int | None = Field(
        default=None, sa_column=columns.reference("pick", required=False, index=False)
    )
    phone_id: int | None = Field(default=None, sa_column=columns.reference("phone", required=False))
    day: str = Field(sa_column=columns.words(index=True))
    recorded_at: str = Field(sa_column=columns.words(index=True))
    outcome: str = Field(sa_column=columns.words())
    rang_in: int = Field(default=0, sa_column=columns.yes_no())
    notes: str | None = Field(default=None, sa_column=columns.words(required=False))


class Promise(SQLModel, table=True):
    """What a leader said they would do, and by when.

    A promise that was dropped need not be kept any more, as after a refusal; or it was `broken`,
    and then `why` is what the leader says of it.
    """

    __tablename__ = "promise"
    __table_args__ = (
        columns.one_of("kind", "thing", "call-back"),
        columns.one_of("settled_how", "kept", "moved", "dropped"),
        CheckConstraint("(settled_on IS NULL) = (settled_how IS NULL)", name="settled_whole"),
        *columns.is_day("due_on", "settled_on"),
        *columns.is_instant("recorded_at"),
        columns.STRICT,
    )
    id: int | None = Field(default=None, sa_column=columns.identity())
    customer_id: int = Field(sa_column=columns.reference("customer"))
    call_id: int | None = Field(default=None, sa_column=columns.reference("call", required=False))
    leader_id: int = Field(sa_column=columns.reference("member"))
    kind: str = Field(sa_column=columns.words())
    text: str = Field(sa_column=columns.words())
    due_on: str = Field(sa_column=columns.words())
    recorded_at: str = Field(sa_column=columns.words())
    settled_on: str | None = Field(default=None, sa_column=columns.words(required=False))
    settled_how: str | None = Field(default=None, sa_column=columns.words(required=False))
    broken: int = Field(default=0, sa_column=columns.yes_no())
    why: str | None = Field(default=None, sa_column=columns.words(required=False))
