"""What answers are about, as the team reads them: kept apart from the customer's own words."""

from sqlalchemy import CheckConstraint, Column, Integer, LargeBinary
from sqlmodel import Field, SQLModel

from dailycontact.store.tables import columns


class Theme(SQLModel, table=True):
    """What several answers are about, by the name that the team gave it.

    One that became part of another theme (`into_id`) leads there by its name.
    """

    __tablename__ = "theme"
    __table_args__ = (
        CheckConstraint("name <> ''", name="named"),
        *columns.is_day("day"),
        *columns.is_instant("recorded_at"),
        columns.STRICT,
    )
    id: int | None = Field(default=None, sa_column=columns.identity())
    name: str = Field(sa_column=columns.words())
    folded: str = Field(sa_column=columns.words(unique=True))
    into_id: int | None = Field(default=None, sa_column=columns.reference("theme", required=False))
    leader_id: int = Field(sa_column=columns.reference("member"))
    day: str = Field(sa_column=columns.words())
    recorded_at: str = Field(sa_column=columns.words())


class ThemeRule(SQLModel, table=True):
    """Words that say what an answer is about, or that it is praise, or nothing."""

    __tablename__ = "theme_rule"
    __table_args__ = (
        CheckConstraint("words <> ''", name="has_words"),
        CheckConstraint("(theme_id IS NULL) <> (kind IS NULL)", name="one_meaning"),
        columns.one_of("kind", "praise", "nothing"),
        *columns.is_day("day"),
        *columns.is_instant("recorded_at"),
        columns.STRICT,
    )
    id: int | None = Field(default=None, sa_column=columns.identity())
    words: str = Field(sa_column=columns.words())
    folded: str = Field(sa_column=columns.words(unique=True))
    theme_id: int | None = Field(default=None, sa_column=columns.reference("theme", required=False))
    kind: str | None = Field(default=None, sa_column=columns.words(required=False))
    leader_id: int = Field(sa_column=columns.reference("member"))
    day: str = Field(sa_column=columns.words())
    recorded_at: str = Field(sa_column=columns.words())


class Reading(SQLModel, table=True):
    """How the team reads an answer: its theme, its cause, a note. The newest one holds.

    Without a theme, the answer was taken out of the one that it had.
    """

    __tablename__ = "reading"
    __table_args__ = (*columns.is_day("day"), *columns.is_instant("recorded_at"), columns.STRICT)
    id: int | None = Field(default=None, sa_column=columns.identity())
    answer_id: int = Field(sa_column=columns.reference("answer"))
    theme_id: int | None = Field(default=None, sa_column=columns.reference("theme", required=False))
    cause: str | None = Field(default=None, sa_column=columns.words(required=False))
    note: str | None = Field(default=None, sa_column=columns.words(required=False))
    leader_id: int = Field(sa_column=columns.reference("member"))
    day: str = Field(sa_column=columns.words())
    recorded_at: str = Field(sa_column=columns.words())


class ThemeTally(SQLModel, table=True):
    """How often a theme was said and where it stands, counted from its answers; derived.

    `open` wishes have no action, `acting` ones have, `to_tell` ended and `told` are known to their
    customers; the rest of what was `said` is praise, or nothing. `raised` counts the wishes since
    `fixed_on`. `action_id` is what most of the acting ones wait for, of so many `actions`.
    """

    __tablename__ = "theme_tally"
    __table_args__ = (columns.STRICT,)
    id: int | None = Field(default=None, sa_column=columns.identity())
    theme_id: int = Field(sa_column=Column(Integer, nullable=False, unique=True))
    said: int = Field(sa_column=columns.number())
    open: int = Field(sa_column=columns.number())
    acting: int = Field(sa_column=columns.number())
    to_tell: int = Field(sa_column=columns.number())
    told: int = Field(sa_column=columns.number())
    first_on: str = Field(sa_column=columns.words())
    last_on: str = Field(sa_column=columns.words())
    fixed_on: str | None = Field(default=None, sa_column=columns.words(required=False))
    raised: int = Field(sa_column=columns.number())
    action_id: int | None = Field(default=None, sa_column=columns.number(required=False))
    actions: int = Field(sa_column=columns.number())


class Likeness(SQLModel, table=True):
    """An index of the words of the answers, by which alike ones are found; derived.

    `upto_id` is the last answer that it knows, `made_at` the instant since when an amended answer
    is not as it has it.
    """

    __tablename__ = "likeness"
    __table_args__ = (*columns.is_instant("made_at"), columns.STRICT)
    id: int | None = Field(default=None, sa_column=columns.identity())
    upto_id: int = Field(sa_column=columns.number())
    made_at: str = Field(sa_column=columns.words())
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
