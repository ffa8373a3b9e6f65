"""What customers said, in their own words, and who has seen it."""

from typing import ClassVar

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, text
from sqlmodel import Field, SQLModel

from dailycontact.store.tables import columns


class Answer(SQLModel, table=True):
    """The one thing, in the customer's words: heard in a call, or when they were told.

    The columns in DERIVED say where it stands, so that a screenful is found among very many; they
    follow from the facts, and can be derived again (store/ledger.py).
    """

    DERIVED: ClassVar[frozenset[str]] = frozenset(
        {
            *("stage", "clock", "clock_since", "waits_for", "further", "owes_since", "theme_id"),
            *("fixed_on", "acting_id"),
        }
    )

    __tablename__ = "answer"
    __table_args__ = (
        Index(
            "ix_answer_clock",
            *("clock", "urgent", "stage", "kind", "waits_for", "further", "clock_since"),
        ),
        Index(
            "ix_answer_owes_since",
            "owes_since",
            sqlite_where=text("owes_since IS NOT NULL"),
            postgresql_where=text("owes_since IS NOT NULL"),
        ),
        Index("ix_answer_theme_id", "theme_id", "day", "stage", "kind", "fixed_on", "acting_id"),
        CheckConstraint("(call_id IS NULL) <> (telling_id IS NULL)", name="heard_once"),
        CheckConstraint("verbatim <> '' OR kind = 'nothing'", name="has_words"),
        columns.one_of("kind", "suggestion", "praise", "nothing"),
        columns.one_of("consent", "name", "words", "no"),
        *columns.is_day("day"),
        *columns.is_instant("recorded_at"),
        *columns.is_yes_no("urgent", "private"),
        columns.STRICT,
    )
    id: int | None = Field(default=None, sa_column=columns.identity())
    customer_id: int = Field(sa_column=columns.reference("customer"))
    leader_id: int = Field(sa_column=columns.reference("member"))
    call_id: int | None = Field(default=None, sa_column=columns.reference("call", required=False))
    telling_id: int | None = Field(
        default=None,
        sa_column=Column(
            Integer,
            ForeignKey("telling.id", name="fk_answer_telling_id", use_alter=True),
            nullable=True,
            index=True,
        ),
    )
    verbatim: str = Field(sa_column=columns.words())
    kind: str = Field(sa_column=columns.words())
    consent: str = Field(sa_column=columns.words())
    urgent: int = Field(default=0, sa_column=columns.yes_no())
    private: int = Field(default=0, sa_column=columns.yes_no())
    praised_id: int | None = Field(
        default=None, sa_column=columns.reference("member", required=False)
    )
    day: str = Field(sa_column=columns.words())
    recorded_at: str = Field(sa_column=columns.words(index=True))
    stage: str = Field(default="heard", sa_column=columns.words(default="heard"))
    clock: str | None = Field(default=None, sa_column=columns.words(required=False))
    clock_since: str | None = Field(default=None, sa_column=columns.words(required=False))
    waits_for: int | None = Field(default=None, sa_column=columns.number(required=False))
    further: int = Field(default=0, sa_column=columns.count())
    owes_since: str | None = Field(default=None, sa_column=columns.words(required=False))
    theme_id: int | None = Field(default=None, sa_column=columns.number(required=False))
    fixed_on: str | None = Field(default=None, sa_column=columns.words(required=False))
    acting_id: int | None = Field(default=None, sa_column=columns.number(required=False))


class Amendment(SQLModel, table=True):
    """A visible correction of an answer: what it said before, and what it says now."""

    __tablename__ = "amendment"
    __table_args__ = (
        columns.one_of("field", "verbatim", "kind", "consent", "urgent", "private"),
        *columns.is_day("day"),
        *columns.is_instant("recorded_at"),
        columns.STRICT,
    )
    id: int | None = Field(default=None, sa_column=columns.identity())
    answer_id: int = Field(sa_column=columns.reference("answer"))
    leader_id: int = Field(sa_column=columns.reference("member"))
    field: str = Field(sa_column=columns.words())
    before: str = Field(sa_column=columns.words())
    after: str = Field(sa_column=columns.words())
    day: str = Field(sa_column=columns.words())
    recorded_at: str = Field(sa_column=columns.words())


class Sharing(SQLModel, table=True):
    """An answer shown to an audience, when and where."""

    __tablename__ = "sharing"
    __table_args__ = (*columns.is_day("day"), *columns.is_instant("recorded_at"), columns.STRICT)
    id: int | None = Field(default=None, sa_column=columns.identity())
    answer_id: int = Field(sa_column=columns.reference("answer"))
    leader_id: int = Field(sa_column=columns.reference("member"))
    place: str | None = Field(default=None, sa_column=columns.words(required=False))
    day: str = Field(sa_column=columns.words())
    recorded_at: str = Field(sa_column=columns.words())
    edition: str = Field(default="team", sa_column=columns.words(default="team"))


class Progress(SQLModel, table=True):
    """A customer told where their answer stands, before it is finished: it closes nothing."""

    __tablename__ = "progress"
    __table_args__ = (
        columns.one_of("channel", "phone", "email", "in-person", "letter"),
        *columns.is_day("day"),
        *columns.is_instant("recorded_at"),
        columns.STRICT,
    )
    id: int | None = Field(default=None, sa_column=columns.identity())
    answer_id: int = Field(sa_column=columns.reference("answer"))
    call_id: int | None = Field(default=None, sa_column=columns.reference("call", required=False))
    channel: str = Field(sa_column=columns.words())
    words: str | None = Field(default=None, sa_column=columns.words(required=False))
    leader_id: int = Field(sa_column=columns.reference("member"))
    day: str = Field(sa_column=columns.words())
    recorded_at: str = Field(sa_column=columns.words())
