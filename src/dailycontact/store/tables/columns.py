"""How the columns and checks of every table are made.

Days are ISO text (2026-11-23), instants are ISO text in UTC with six decimals and a Z, so that one
SQL text serves SQLite and PostgreSQL and sorts by time; yes and no are 1 and 0.
"""

from sqlalchemy import REAL, CheckConstraint, Column, ForeignKey, Integer, Text
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import DOUBLE_PRECISION
from sqlalchemy.types import TypeEngine
from sqlmodel import SQLModel

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

Real: TypeEngine[float] = REAL().with_variant(DOUBLE_PRECISION(), "postgresql")
STRICT = {"sqlite_strict": True}
DAY = "____-__-__"
INSTANT = "____-__-__T__:__:__.______Z"


def identity() -> Column[int]:
    """Return the primary key: a number that the database gives."""
    return Column(Integer, primary_key=True)


def words(
    *, required: bool = True, unique: bool = False, index: bool = False, default: str | None = None
) -> Column[str]:
    """Return a column of text, which is `default` where nothing is said."""
    return Column(
        Text,
        nullable=not required,
        unique=unique or None,
        index=index or None,
        server_default=default,
    )


def number(*, required: bool = True) -> Column[int]:
    """Return a column of whole numbers."""
    return Column(Integer, nullable=not required)


def real(*, required: bool = True) -> Column[float]:
    """Return a column of real numbers, of eight bytes on every database."""
    return Column(Real, nullable=not required)


def yes_no() -> Column[int]:
    """Return a column of 1 and 0, which is 0 when nothing is said."""
    return Column(Integer, nullable=False, server_default=sql("0"))


def count() -> Column[int]:
    """Return a column that counts from 0."""
    return Column(Integer, nullable=False, server_default=sql("0"))


def reference(target: str, *, required: bool = True, index: bool = True) -> Column[int]:
    """Return a column that names a row of `target`; no `index` where another begins with it."""
    return Column(Integer, ForeignKey(f"{target}.id"), nullable=not required, index=index or None)


def is_day(*names: str) -> list[CheckConstraint]:
    """Return the checks that these columns hold ISO days."""
    return [CheckConstraint(f"{name} LIKE '{DAY}'", name=f"{name}_is_day") for name in names]


def is_instant(*names: str) -> list[CheckConstraint]:
    """Return the checks that these columns hold instants in their stored form."""
    return [CheckConstraint(f"{name} LIKE '{INSTANT}'", name=f"{name}_is_utc") for name in names]


def is_yes_no(*names: str) -> list[CheckConstraint]:
    """Return the checks that these columns hold 1 or 0."""
    return [CheckConstraint(f"{name} IN (0, 1)", name=f"{name}_is_yes_no") for name in names]


def one_of(column: str, *values: str) -> CheckConstraint:
    """Return the check that a column holds one of these values."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=f"{column}_known")
