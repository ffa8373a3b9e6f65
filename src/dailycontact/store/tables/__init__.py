"""The rows, which own the schema. Everything is text, integers and real numbers on every database.

A row is made through `model_validate`, because a table class accepts anything when it is
constructed. Importing these modules costs more than everything else together: only the changing
lane does it.
"""

from sqlmodel import SQLModel

from dailycontact.store.tables.actions import (
    Action,
    ActionAnswer,
    ActionNote,
    Finish,
    FinishAnswer,
    FollowUp,
    Letter,
    Revisit,
    Telling,
    TellingTry,
)
from dailycontact.store.tables.answers import Amendment, Answer, Progress, Sharing
from dailycontact.store.tables.book import Holiday, Leave, Member, Setting, Talk, TalkReply, Workday
from dailycontact.store.tables.calls import Call, Idle, Pick, Promise, Skip
from dailycontact.store.tables.customers import (
    Customer,
    Different,
    Email,
    ExternalId,
    Phone,
    Reach,
    RhythmFact,
    Segment,
)
from dailycontact.store.tables.journal import Event, EventRow
from dailycontact.store.tables.leaving import Erasure, ErasureMark, Export
from dailycontact.store.tables.messages import Delivery, Message, MessageAnswer, MessagePart
from dailycontact.store.tables.stories import Story
from dailycontact.store.tables.themes import Likeness, Reading, Theme, ThemeRule, ThemeTally

TABLES: dict[str, type[SQLModel]] = {
    str(model.__tablename__): model
    for model in (
        Setting, Member, Segment, Customer, Reach, Phone, Email, ExternalId, RhythmFact, Different,
        Workday, Holiday, Leave, Talk, TalkReply, Pick, Idle, Skip, Call, Promise, Answer,
        Amendment, Sharing, Action, ActionAnswer, ActionNote, Finish, FinishAnswer, Revisit,
        Telling, TellingTry, Letter, FollowUp, Progress, Theme, ThemeRule, ThemeTally, Reading,
        Likeness, Story, Message, MessageAnswer, MessagePart, Delivery, Export, Erasure,
        ErasureMark, Event, EventRow,
    )
}  # fmt: skip
"""Every table by its name."""
