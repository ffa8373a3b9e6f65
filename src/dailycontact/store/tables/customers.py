"""The people to phone, how to reach them, and their rhythm."""

from typing import ClassVar

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from dailycontact.store.tables import columns


class Segment(SQLModel, table=True):
    """A group of customers who are called at the same cadence."""

    __tablename__ = "segment"
    __table_args__ = (CheckConstraint("cadence > 0", name="cadence_positive"), columns.STRICT)
    id: int | None = Field(default=None, sa_column=columns.identity())
    name: str = Field(sa_column=columns.words(unique=True))
    cadence: int | None = Field(default=None, sa_column=columns.number(required=False))


class Customer(SQLModel, table=True):
    """A person to phone. The columns in DERIVED are a projection that can be rebuilt."""

    __tablename__ = "customer"
    __table_args__ = (
        CheckConstraint("cadence > 0", name="cadence_positive"),
        CheckConstraint("beat > 0", name="beat_positive"),
        CheckConstraint("name <> ''", name="named"),
        *columns.is_yes_no("open"),
        *columns.is_day(
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
            "leader_id",
            "beat",
            "reach",
            "clock",
            "eligible_from",
            sqlite_where=text("open = 1"),
            postgresql_where=text("open = 1"),
        ),
        Index(
            "ix_customer_due",
            "leader_id",
            "beat",
            "reach",
            "eligible_from",
            sqlite_where=text("open = 1"),
            postgresql_where=text("open = 1"),
        ),
        Index(
            "ix_customer_closed",
            "do_not_contact_on",
            "left_on",
            "paused_on",
            sqlite_where=text("open = 0"),
            postgresql_where=text("open = 0"),
        ),
        Index("ix_customer_segment", "segment_id", "open", "cadence", "beat", "leader_id"),
        Index(
            "ix_customer_silent",
            "leader_id",
            sqlite_where=text("open = 1 AND misses >= 15"),
            postgresql_where=text("open = 1 AND misses >= 15"),
        ),
        Index(
            "ix_customer_promised_on",
            "promised_on",
            sqlite_where=text("promised_on IS NOT NULL"),
            postgresql_where=text("promised_on IS NOT NULL"),
        ),
        columns.STRICT,
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
            "reach",
        }
    )
    id: int | None = Field(default=None, sa_column=columns.identity())
    name: str = Field(sa_column=columns.words())
    company: str = Field(default="", sa_column=columns.words())
    folded: str = Field(sa_column=columns.words())
    country: str | None = Field(default=None, sa_column=columns.words(required=False))
    zone: str | None = Field(default=None, sa_column=columns.words(required=False))
    segment_id: int | None = Field(
        default=None, sa_column=columns.reference("segment", required=False, index=False)
    )
    cadence: int | None = Field(default=None, sa_column=columns.number(required=False))
    leader_id: int | None = Field(
        default=None, sa_column=columns.reference("member", required=False, index=False)
    )
    joined_on: str = Field(sa_column=columns.words())
    head_start: float = Field(default=0.0, sa_column=columns.real())
    do_not_contact_on: str | None = Field(default=None, sa_column=columns.words(required=False))
    do_not_contact_why: str | None = Field(default=None, sa_column=columns.words(required=False))
    paused_on: str | None = Field(default=None, sa_column=columns.words(required=False))
    paused_until: str | None = Field(default=None, sa_column=columns.words(required=False))
    left_on: str | None = Field(default=None, sa_column=columns.words(required=False))
    renewed_on: str | None = Field(default=None, sa_column=columns.words(required=False))
    referred_by: str | None = Field(default=None, sa_column=columns.words(required=False))
    erased: int = Field(default=0, sa_column=columns.yes_no())
    beat: int = Field(sa_column=columns.number())
    open: int = Field(default=1, sa_column=columns.yes_no())
    clock: float = Field(sa_column=columns.real())
    eligible_from: int = Field(sa_column=columns.number())
    promised_on: str | None = Field(default=None, sa_column=columns.words(required=False))
    misses: int = Field(default=0, sa_column=columns.count())
    skips: int = Field(default=0, sa_column=columns.count())
    conversations: int = Field(default=0, sa_column=columns.count())
    last_on: str | None = Field(default=None, sa_column=columns.words(required=False))
    hours: str | None = Field(default=None, sa_column=columns.words(required=False))
    reach: int = Field(default=0, sa_column=columns.count())


class Reach(SQLModel, table=True):
    """A place and the hours in which to phone there: customers who share both share its row.

    Empty text means as it is where the book is; zones are sorted, with commas between them.
    """

    __tablename__ = "reach"
    __table_args__ = (UniqueConstraint("zones", "hours", "country"), columns.STRICT)
    id: int | None = Field(default=None, sa_column=columns.identity())
    zones: str = Field(default="", sa_column=columns.words())
    hours: str = Field(default="", sa_column=columns.words())
    country: str = Field(default="", sa_column=columns.words())


class Phone(SQLModel, table=True):
    """One number of a customer, as given, as dialled (E.164) and as shown."""

    __tablename__ = "phone"
    __table_args__ = (
        UniqueConstraint("customer_id", "position"),
        *columns.is_day("wrong_on"),
        columns.STRICT,
    )
    id: int | None = Field(default=None, sa_column=columns.identity())
    customer_id: int = Field(sa_column=columns.reference("customer", index=False))
    position: int = Field(sa_column=columns.number())
    label: str = Field(default="", sa_column=columns.words())
    raw: str = Field(sa_column=columns.words())
    e164: str | None = Field(default=None, sa_column=columns.words(required=False, index=True))
    extension: str | None = Field(default=None, sa_column=columns.words(required=False))
    shown: str = Field(sa_column=columns.words())
    wrong_on: str | None = Field(default=None, sa_column=columns.words(required=False))


class Email(SQLModel, table=True):
    """One e-mail address of a customer."""

    __tablename__ = "email"
    __table_args__ = (UniqueConstraint("customer_id", "position"), columns.STRICT)
    id: int | None = Field(default=None, sa_column=columns.identity())
    customer_id: int = Field(sa_column=columns.reference("customer", index=False))
    position: int = Field(sa_column=columns.number())
    label: str = Field(default="", sa_column=columns.words(default=""))
    address: str = Field(sa_column=columns.words(index=True))


class ExternalId(SQLModel, table=True):
    """Who a customer is in the file or system they came from."""

    __tablename__ = "external_id"
    __table_args__ = (UniqueConstraint("source", "value"), columns.STRICT)
    id: int | None = Field(default=None, sa_column=columns.identity())
    customer_id: int = Field(sa_column=columns.reference("customer"))
    source: str = Field(sa_column=columns.words())
    value: str = Field(sa_column=columns.words())


class RhythmFact(SQLModel, table=True):
    """What happened to a customer's rhythm, with the cadence and the luck of that moment."""

    __tablename__ = "rhythm_fact"
    __table_args__ = (
        UniqueConstraint("customer_id", "number"),
        columns.one_of(
            "what",
            *("conversation", "told", "miss", "checked", "skip", "later", "pause", "resume"),
        ),
        CheckConstraint("cadence > 0", name="cadence_positive"),
        *columns.is_day("day"),
        columns.STRICT,
    )
    id: int | None = Field(default=None, sa_column=columns.identity())
    customer_id: int = Field(sa_column=columns.reference("customer", index=False))
    number: int = Field(sa_column=columns.number())
    day: str = Field(sa_column=columns.words())
    what: str = Field(sa_column=columns.words())
    cadence: int = Field(sa_column=columns.number())
    luck: float = Field(default=0.0, sa_column=columns.real())
    waits: int = Field(default=0, sa_column=columns.count())


class Different(SQLModel, table=True):
    """Two customers who look alike, and of whom a leader said that they are two people."""

    __tablename__ = "different"
    __table_args__ = (
        UniqueConstraint("one_id", "other_id"),
        CheckConstraint("one_id < other_id", name="in_order"),
        columns.STRICT,
    )
    id: int | None = Field(default=None, sa_column=columns.identity())
    one_id: int = Field(sa_column=columns.reference("customer", index=False))
    other_id: int = Field(sa_column=columns.reference("customer"))
