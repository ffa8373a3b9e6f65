"""What is done about answers, how it ended, and who was told."""

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from dailycontact.store.tables import columns


class Action(SQLModel, table=True):
    """What somebody does about answers; without an owner it is looking for someone.

    `owned_on` is the day since when it has had an owner, whoever had it in between.
    """

    __tablename__ = "action"
    __table_args__ = (
        CheckConstraint("title <> ''", name="titled"),
        *columns.is_day("day", "due_on"),
        *columns.is_instant("recorded_at"),
        columns.STRICT,
    )
    id: int | None = Field(default=None, sa_column=columns.identity())
    title: str = Field(sa_column=columns.words())
    owner_id: int | None = Field(
        default=None, sa_column=columns.reference("member", required=False)
    )
    due_on: str | None = Field(default=None, sa_column=columns.words(required=False))
    leader_id: int = Field(sa_column=columns.reference("member"))
    day: str = Field(sa_column=columns.words())
    recorded_at: str = Field(sa_column=columns.words())
    owned_on: str | None = Field(default=None, sa_column=columns.words(required=False))


class ActionNote(SQLModel, table=True):
    """What happened to an action on the way: a note, or something to see (text, link, path)."""

    __tablename__ = "action_note"
    __table_args__ = (
        CheckConstraint("text <> '' OR evidence <> ''", name="says_something"),
        *columns.is_day("day"),
        *columns.is_instant("recorded_at"),
        columns.STRICT,
    )
    id: int | None = Field(default=None, sa_column=columns.identity())
    action_id: int = Field(sa_column=columns.reference("action"))
    text: str = Field(sa_column=columns.words(default=""))
    evidence: str = Field(sa_column=columns.words(default=""))
    leader_id: int = Field(sa_column=columns.reference("member"))
    day: str = Field(sa_column=columns.words())
    recorded_at: str = Field(sa_column=columns.words())


class ActionAnswer(SQLModel, table=True):
    """An action serves an answer."""

    __tablename__ = "action_answer"
    __table_args__ = (
        UniqueConstraint("action_id", "answer_id"),
        *columns.is_instant("recorded_at"),
        columns.STRICT,
    )
    id: int | None = Field(default=None, sa_column=columns.identity())
    action_id: int = Field(sa_column=columns.reference("action", index=False))
    answer_id: int = Field(sa_column=columns.reference("answer"))
    recorded_at: str = Field(sa_column=columns.words())


class Finish(SQLModel, table=True):
    """One end of an action, done or declined, in the words that the customers will hear."""

    __tablename__ = "finish"
    __table_args__ = (
        UniqueConstraint("action_id", "number"),
        CheckConstraint("number > 0", name="number_positive"),
        CheckConstraint("say <> ''", name="has_words"),
        Index(
            "ix_finish_revisit_on",
            "revisit_on",
            sqlite_where=text("revisit_on IS NOT NULL"),
            postgresql_where=text("revisit_on IS NOT NULL"),
        ),
        columns.one_of("how", "done", "declined"),
        *columns.is_day("day", "revisit_on"),
        *columns.is_instant("recorded_at"),
        columns.STRICT,
    )
    id: int | None = Field(default=None, sa_column=columns.identity())
    action_id: int = Field(sa_column=columns.reference("action", index=False))
    number: int = Field(sa_column=columns.number())
    how: str = Field(sa_column=columns.words())
    say: str = Field(sa_column=columns.words())
    instead: str | None = Field(default=None, sa_column=columns.words(required=False))
    revisit_on: str | None = Field(default=None, sa_column=columns.words(required=False))
    evidence: str | None = Field(default=None, sa_column=columns.words(required=False))
    leader_id: int = Field(sa_column=columns.reference("member"))
    day: str = Field(sa_column=columns.words())
    recorded_at: str = Field(sa_column=columns.words(index=True))


class Revisit(SQLModel, table=True):
    """What was declined was looked at again, and stays so; `next_on` is when once more, if ever."""

    __tablename__ = "revisit"
    __table_args__ = (
        *columns.is_day("day", "next_on"),
        *columns.is_instant("recorded_at"),
        columns.STRICT,
    )
    id: int | None = Field(default=None, sa_column=columns.identity())
    finish_id: int = Field(sa_column=columns.reference("finish"))
    next_on: str | None = Field(default=None, sa_column=columns.words(required=False))
    leader_id: int = Field(sa_column=columns.reference("member"))
    day: str = Field(sa_column=columns.words())
    recorded_at: str = Field(sa_column=columns.words())


class FinishAnswer(SQLModel, table=True):
    """An answer that an end concerns: its customer is owed a telling."""

    __tablename__ = "finish_answer"
    __table_args__ = (UniqueConstraint("finish_id", "answer_id"), columns.STRICT)
    id: int | None = Field(default=None, sa_column=columns.identity())
    finish_id: int = Field(sa_column=columns.reference("finish", index=False))
    answer_id: int = Field(sa_column=columns.reference("answer"))


class Telling(SQLModel, table=True):
    """One customer told what became of their answer, or the reason why they need not be.

    Who was told in writing says later how they take it: on the day `reacted_on`.
    """

    __tablename__ = "telling"
    __table_args__ = (
        ForeignKeyConstraint(
            ["finish_id", "answer_id"],
            ["finish_answer.finish_id", "finish_answer.answer_id"],
            name="fk_telling_finish_answer",
        ),
        UniqueConstraint("finish_id", "answer_id"),
        columns.one_of("how", "told", "waived"),
        columns.one_of("channel", "phone", "email", "in-person", "letter"),
        columns.one_of("reaction", "pleased", "neutral", "not-solved"),
        columns.one_of("why", "do-not-contact", "erased", "unreachable"),
        CheckConstraint("(how = 'told') = (channel IS NOT NULL)", name="told_somehow"),
        CheckConstraint("(how = 'waived') = (why IS NOT NULL)", name="waived_for_a_reason"),
        CheckConstraint("how = 'told' OR reaction IS NULL", name="waived_has_no_reaction"),
        *columns.is_day("day"),
        *columns.is_instant("recorded_at"),
        columns.STRICT,
    )
    id: int | None = Field(default=None, sa_column=columns.identity())
    finish_id: int = Field(sa_column=columns.number())
    answer_id: int = Field(sa_column=columns.reference("answer"))
    call_id: int | None = Field(default=None, sa_column=columns.reference("call", required=False))
    how: str = Field(sa_column=columns.words())
    channel: str | None = Field(default=None, sa_column=columns.words(required=False))
    words: str | None = Field(default=None, sa_column=columns.words(required=False))
    reaction: str | None = Field(default=None, sa_column=columns.words(required=False))
    why: str | None = Field(default=None, sa_column=columns.words(required=False))
    leader_id: int = Field(sa_column=columns.reference("member"))
    day: str = Field(sa_column=columns.words())
    recorded_at: str = Field(sa_column=columns.words(index=True))
    reacted_on: str | None = Field(default=None, sa_column=columns.words(required=False))


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
        *columns.is_day("day"),
        *columns.is_instant("recorded_at"),
        columns.STRICT,
    )
    id: int | None = Field(default=None, sa_column=columns.identity())
    finish_id: int = Field(sa_column=columns.number())
    answer_id: int = Field(sa_column=columns.reference("answer"))
    leader_id: int = Field(sa_column=columns.reference("member"))
    day: str = Field(sa_column=columns.words())
    recorded_at: str = Field(sa_column=columns.words())


class Letter(SQLModel, table=True):
    """A telling that was written and not sent by us: it counts only when somebody says it went."""

    __tablename__ = "letter"
    __table_args__ = (
        ForeignKeyConstraint(
            ["finish_id", "answer_id"],
            ["finish_answer.finish_id", "finish_answer.answer_id"],
            name="fk_letter_finish_answer",
        ),
        Index("ix_letter_finish_answer", "finish_id", "answer_id"),
        CheckConstraint("words <> ''", name="has_words"),
        *columns.is_day("day"),
        *columns.is_instant("recorded_at"),
        columns.STRICT,
    )
    id: int | None = Field(default=None, sa_column=columns.identity())
    finish_id: int = Field(sa_column=columns.number())
    answer_id: int = Field(sa_column=columns.reference("answer"))
    words: str = Field(sa_column=columns.words())
    place: str = Field(sa_column=columns.words())
    leader_id: int = Field(sa_column=columns.reference("member"))
    day: str = Field(sa_column=columns.words())
    recorded_at: str = Field(sa_column=columns.words())


class FollowUp(SQLModel, table=True):
    """When their turn came round again: whether what they were told of has helped."""

    __tablename__ = "follow_up"
    __table_args__ = (
        columns.one_of("helped", "yes", "partly", "no"),
        *columns.is_day("day"),
        *columns.is_instant("recorded_at"),
        columns.STRICT,
    )
    id: int | None = Field(default=None, sa_column=columns.identity())
    telling_id: int = Field(sa_column=columns.reference("telling"))
    call_id: int | None = Field(default=None, sa_column=columns.reference("call", required=False))
    helped: str = Field(sa_column=columns.words())
    leader_id: int = Field(sa_column=columns.reference("member"))
    day: str = Field(sa_column=columns.words())
    recorded_at: str = Field(sa_column=columns.words())
