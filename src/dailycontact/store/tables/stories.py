"""Who went the extra mile."""

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from dailycontact.store.tables import columns


class Story(SQLModel, table=True):
    """Somebody going the extra mile, in a line or two; or a moment where we could have."""

    __tablename__ = "story"
    __table_args__ = (
        CheckConstraint("text <> ''", name="told"),
        *columns.is_day("day"),
        *columns.is_instant("recorded_at"),
        *columns.is_yes_no("missed"),
        columns.STRICT,
    )
    id: int | None = Field(default=None, sa_column=columns.identity())
    text: str = Field(sa_column=columns.words())
    who_id: int | None = Field(default=None, sa_column=columns.reference("member", required=False))
    missed: int = Field(default=0, sa_column=columns.yes_no())
    leader_id: int = Field(sa_column=columns.reference("member"))
    day: str = Field(sa_column=columns.words())
    recorded_at: str = Field(sa_column=columns.words(index=True))
