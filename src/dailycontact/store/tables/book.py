"""What a book says of itself, who works with it, and the days it counts."""

from sqlalchemy import CheckConstraint, Column, Integer, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from dailycontact.store.tables import columns


class Setting(SQLModel, table=True):
    """One setting of the book, shared by its leaders."""

    __tablename__ = "setting"
    __table_args__ = (columns.STRICT,)
    id: int | None = Field(default=None, sa_column=columns.identity())
    key: str = Field(sa_column=columns.words(unique=True))
    value: str = Field(sa_column=columns.words())


class Member(SQLModel, table=True):
    """Somebody of the team; aliases are a JSON list."""

    __tablename__ = "member"
    __table_args__ = (*columns.is_yes_no("leads"), *columns.is_day("left_on"), columns.STRICT)
    id: int | None = Field(default=None, sa_column=columns.identity())
    name: str = Field(sa_column=columns.words(unique=True))
    aliases: str = Field(default="[]", sa_column=columns.words())
    email: str | None = Field(default=None, sa_column=columns.words(required=False))
    leads: int = Field(default=0, sa_column=columns.yes_no())
    left_on: str | None = Field(default=None, sa_column=columns.words(required=False))
    handed_to_id: int | None = Field(
        default=None, sa_column=columns.reference("member", required=False)
    )


class Leave(SQLModel, table=True):
    """Days on which a leader does not call, first and last included."""

    __tablename__ = "leave"
    __table_args__ = (
        CheckConstraint("first_on <= last_on", name="in_order"),
        *columns.is_day("first_on", "last_on"),
        columns.STRICT,
    )
    id: int | None = Field(default=None, sa_column=columns.identity())
    leader_id: int = Field(sa_column=columns.reference("member"))
    first_on: str = Field(sa_column=columns.words())
    last_on: str = Field(sa_column=columns.words())
    deputy_id: int | None = Field(
        default=None, sa_column=columns.reference("member", required=False)
    )


class Talk(SQLModel, table=True):
    """A talk of a leader with somebody of the team: what they wish for, and what to pass on."""

    __tablename__ = "talk"
    __table_args__ = (
        *columns.is_day("day"),
        *columns.is_instant("recorded_at"),
        *columns.is_yes_no("pass_on"),
        columns.STRICT,
    )
    id: int | None = Field(default=None, sa_column=columns.identity())
    member_id: int = Field(sa_column=columns.reference("member"))
    leader_id: int = Field(sa_column=columns.reference("member"))
    day: str = Field(sa_column=columns.words())
    recorded_at: str = Field(sa_column=columns.words())
    wish: str | None = Field(default=None, sa_column=columns.words(required=False))
    pass_on: int = Field(default=0, sa_column=columns.yes_no())
    notes: str | None = Field(default=None, sa_column=columns.words(required=False))


class TalkReply(SQLModel, table=True):
    """What became of what somebody of the team wished for; the last one counts."""

    __tablename__ = "talk_reply"
    __table_args__ = (
        CheckConstraint("say <> ''", name="says_something"),
        columns.one_of("how", "doing", "done", "declined"),
        *columns.is_day("day"),
        *columns.is_instant("recorded_at"),
        columns.STRICT,
    )
    id: int | None = Field(default=None, sa_column=columns.identity())
    talk_id: int = Field(sa_column=columns.reference("talk"))
    how: str = Field(sa_column=columns.words())
    say: str = Field(sa_column=columns.words())
    leader_id: int = Field(sa_column=columns.reference("member"))
    day: str = Field(sa_column=columns.words())
    recorded_at: str = Field(sa_column=columns.words())


class Workday(SQLModel, table=True):
    """A day of the book's calendar, numbered by the working days up to and including it."""

    __tablename__ = "workday"
    __table_args__ = (*columns.is_day("day"), columns.STRICT)
    day: str = Field(sa_column=Column(Text, primary_key=True))
    number: int = Field(sa_column=Column(Integer, nullable=False, index=True))
    why_not: str | None = Field(default=None, sa_column=columns.words(required=False))


class Holiday(SQLModel, table=True):
    """A public holiday of a country in which there are customers."""

    __tablename__ = "holiday"
    __table_args__ = (UniqueConstraint("country", "day"), *columns.is_day("day"), columns.STRICT)
    id: int | None = Field(default=None, sa_column=columns.identity())
    country: str = Field(sa_column=columns.words())
    day: str = Field(sa_column=columns.words())
    name: str = Field(sa_column=columns.words())
