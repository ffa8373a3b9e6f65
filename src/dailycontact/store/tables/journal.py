"""Every change, with the rows before and after it."""

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from dailycontact.store.tables import columns


class Event(SQLModel, table=True):
    """One change of the book: who, when, with which command, and which event it took back."""

    __tablename__ = "event"
    __table_args__ = (
        UniqueConstraint("undoes_id"),
        *columns.is_instant("recorded_at"),
        columns.STRICT,
    )
    id: int | None = Field(default=None, sa_column=columns.identity())
    recorded_at: str = Field(sa_column=columns.words(index=True))
    leader_id: int | None = Field(
        default=None, sa_column=columns.reference("member", required=False)
    )
    command: str = Field(sa_column=columns.words())
    summary: str = Field(default="", sa_column=columns.words())
    undoes_id: int | None = Field(
        default=None, sa_column=columns.reference("event", required=False, index=False)
    )


class EventRow(SQLModel, table=True):
    """A row as it was before and after an event (JSON); a run of new rows where it was many."""

    __tablename__ = "event_row"
    __table_args__ = (
        CheckConstraint("first_id <= last_id", name="in_order"),
        CheckConstraint("first_id = last_id OR before IS NULL", name="runs_are_new"),
        columns.STRICT,
    )
    id: int | None = Field(default=None, sa_column=columns.identity())
    event_id: int = Field(sa_column=columns.reference("event"))
    table_name: str = Field(sa_column=columns.words())
    first_id: int = Field(sa_column=columns.number())
    last_id: int = Field(sa_column=columns.number())
    before: str | None = Field(default=None, sa_column=columns.words(required=False))
    after: str | None = Field(default=None, sa_column=columns.words(required=False))
