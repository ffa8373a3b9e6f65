"""How Alembic reaches a book: on the connection, and in the transaction, that it is given."""

import sqlmodel.sql.sqltypes  # noqa: F401 - migrations may name its types
from alembic import context
from sqlmodel import SQLModel

from dailycontact.store import tables  # noqa: F401 - fills the metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    compare_type=True,
    transactional_ddl=False,
)
context.run_migrations()
