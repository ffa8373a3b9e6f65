"""What left the book: files that were written, and people who were erased."""

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from dailycontact.store.tables import columns


class Export(SQLModel, table=True):
    """A file with people in it that was written, so that one can say later who is in it.

    Without a customer it holds everybody who was in the book by then.
    """

    __tablename__ = "export"
    __table_args__ = (
        CheckConstraint("people >= 0", name="people_counted"),
        *columns.is_day("day"),
        *columns.is_instant("recorded_at"),
        columns.STRICT,
    )
    id: int | None = Field(default=None, sa_column=columns.identity())
    place: str = Field(sa_column=columns.words())
    form: str = Field(sa_column=columns.words())
    people: int = Field(sa_column=columns.number())
    customer_id: int | None = Field(
        default=None, sa_column=columns.reference("customer", required=False)
    )
    leader_id: int = Field(sa_column=columns.reference("member"))
    day: str = Field(sa_column=columns.words())
    recorded_at: str = Field(sa_column=columns.words())


class Erasure(SQLModel, table=True):
    """Somebody was erased: the row that is left of them names nobody."""

    __tablename__ = "erasure"
    __table_args__ = (*columns.is_day("day"), *columns.is_instant("recorded_at"), columns.STRICT)
    id: int | None = Field(default=None, sa_column=columns.identity())
    customer_id: int = Field(sa_column=columns.reference("customer"))
    leader_id: int = Field(sa_column=columns.reference("member"))
    day: str = Field(sa_column=columns.words())
    recorded_at: str = Field(sa_column=columns.words())


class ErasureMark(SQLModel, table=True):
    """A keyed hash of what somebody who was erased could be known by, should they come again."""

    __tablename__ = "erasure_mark"
    __table_args__ = (columns.STRICT,)
    id: int | None = Field(default=None, sa_column=columns.identity())
    erasure_id: int = Field(sa_column=columns.reference("erasure"))
    mark: str = Field(sa_column=columns.words(index=True))
