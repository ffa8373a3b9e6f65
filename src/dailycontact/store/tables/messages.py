"""Editions that were sent: to whom, when, how far, and what was in them."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, UniqueConstraint, text
from sqlalchemy import Column as SqlColumn
from sqlmodel import Field, SQLModel

from dailycontact.store.tables import columns


class Message(SQLModel, table=True):
    """One edition of a report that is to be sent, or was: what it covers and up to which instant.

    `closed_at` is when everybody had it or was given up; until then it waits in the outbox. With a
    `member_id` it is what customers said in praise of that member, and goes to them alone.
    """

    __tablename__ = "message"
    __table_args__ = (
        CheckConstraint("subject <> ''", name="has_subject"),
        CheckConstraint("since_at <= until_at", name="in_order"),
        columns.one_of("edition", "team", "leader", "company", "customers"),
        *columns.is_day("day"),
        *columns.is_instant("since_at", "until_at", "recorded_at", "closed_at"),
        Index("ix_message_edition", "edition", "until_at"),
        Index(
            "ix_message_open",
            "id",
            sqlite_where=text("closed_at IS NULL"),
            postgresql_where=text("closed_at IS NULL"),
        ),
        columns.STRICT,
    )
    id: int | None = Field(default=None, sa_column=columns.identity())
    edition: str = Field(sa_column=columns.words())
    since_at: str = Field(sa_column=columns.words())
    until_at: str = Field(sa_column=columns.words())
    subject: str = Field(sa_column=columns.words())
    digest: str = Field(sa_column=columns.words())
    member_id: int | None = Field(
        default=None, sa_column=columns.reference("member", required=False)
    )
    closed_at: str | None = Field(default=None, sa_column=columns.words(required=False))
    leader_id: int = Field(sa_column=columns.reference("member"))
    day: str = Field(sa_column=columns.words())
    recorded_at: str = Field(sa_column=columns.words())


class MessageAnswer(SQLModel, table=True):
    """An answer that is in a message: it is shared once the message has arrived."""

    __tablename__ = "message_answer"
    __table_args__ = (UniqueConstraint("message_id", "answer_id"), columns.STRICT)
    id: int | None = Field(default=None, sa_column=columns.identity())
    message_id: int = Field(sa_column=columns.reference("message", index=False))
    answer_id: int = Field(sa_column=columns.reference("answer"))


class MessagePart(SQLModel, table=True):
    """What a message says, while it waits to be sent; then it goes, and its digest stays.

    It is kept outside the journal, so that nothing of it is left.
    """

    __tablename__ = "message_part"
    __table_args__ = (columns.STRICT,)
    message_id: int = Field(
        sa_column=SqlColumn(Integer, ForeignKey("message.id"), primary_key=True)
    )
    text: str = Field(sa_column=columns.words())
    html: str = Field(default="", sa_column=columns.words(default=""))
    markdown: str = Field(default="", sa_column=columns.words(default=""))


class Delivery(SQLModel, table=True):
    """A message to one recipient: whether it waits, was sent, failed, or was given up.

    How often it was tried is no fact to take back, and is kept outside the journal. `ident` is the
    Message-ID, the same each time it is tried, so that whoever gets it twice can see that.
    """

    __tablename__ = "delivery"
    __table_args__ = (
        UniqueConstraint("message_id", "channel", "recipient"),
        CheckConstraint("tries >= 0", name="tries_counted"),
        columns.one_of("channel", "mail", "notify"),
        columns.one_of("state", "waiting", "sent", "failed", "dropped"),
        *columns.is_instant("tried_at"),
        columns.STRICT,
    )
    id: int | None = Field(default=None, sa_column=columns.identity())
    message_id: int = Field(sa_column=columns.reference("message", index=False))
    channel: str = Field(sa_column=columns.words())
    recipient: str = Field(sa_column=columns.words())
    ident: str = Field(sa_column=columns.words(unique=True))
    state: str = Field(default="waiting", sa_column=columns.words(default="waiting"))
    tries: int = Field(default=0, sa_column=columns.count())
    trouble: str | None = Field(default=None, sa_column=columns.words(required=False))
    tried_at: str | None = Field(default=None, sa_column=columns.words(required=False))
