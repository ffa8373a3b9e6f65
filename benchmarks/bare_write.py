"""The least that a change can cost: our own tables, one row, one session, the same settings.

Run as `python bare_write.py BOOK`; `dailycontact log` is compared with it.
"""

import sys

from sqlmodel import Session

from dailycontact.store.engine import sqlite_engine
from dailycontact.store.tables import TABLES

with Session(sqlite_engine(sys.argv[1])) as session, session.begin():
    session.add(
        TABLES["setting"].model_validate({"key": "benchmark", "value": "a row and nothing more"})
    )
