"""Themes and readings, notes and second looks, progress, letters, and where each answer stands."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

CHANNELS = ("phone", "email", "in-person", "letter")


def upgrade() -> None:
    _known_tables()
    _themes()
    _actions()
    _tellings()


def _known_tables() -> None:
    op.add_column("action", sa.Column("owned_on", sa.Text(), nullable=True))
    op.execute("UPDATE action SET owned_on = day WHERE owner_id IS NOT NULL")
    op.add_column("sharing", sa.Column("edition", sa.Text(), server_default="team", nullable=False))
    op.add_column("telling", sa.Column("reacted_on", sa.Text(), nullable=True))
    op.add_column("promise", _count("broken"))
    op.add_column("promise", sa.Column("why", sa.Text(), nullable=True))
    op.add_column("answer", sa.Column("stage", sa.Text(), server_default="heard", nullable=False))
    op.add_column("answer", sa.Column("clock", sa.Text(), nullable=True))
    op.add_column("answer", sa.Column("clock_since", sa.Text(), nullable=True))
    op.add_column("answer", sa.Column("waits_for", sa.Integer(), nullable=True))
    op.add_column("answer", _count("further"))
    op.add_column("answer", sa.Column("owes_since", sa.Text(), nullable=True))
    op.add_column("answer", sa.Column("theme_id", sa.Integer(), nullable=True))
    op.add_column("answer", sa.Column("fixed_on", sa.Text(), nullable=True))
    op.add_column("answer", sa.Column("acting_id", sa.Integer(), nullable=True))
    clock = ["clock", "urgent", "stage", "kind", "waits_for", "further", "clock_since"]
    op.create_index(op.f("ix_answer_clock"), "answer", clock)
    op.create_index(
        op.f("ix_answer_owes_since"),
        "answer",
        ["owes_since"],
        sqlite_where=sa.text("owes_since IS NOT NULL"),
        postgresql_where=sa.text("owes_since IS NOT NULL"),
    )
    theme = ["theme_id", "day", "stage", "kind", "fixed_on", "acting_id"]
    op.create_index(op.f("ix_answer_theme_id"), "answer", theme)


def _themes() -> None:
    _table(
        "theme",
        _words("name"),
        _words("folded"),
        _number("into_id", required=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_theme_named")),
        sa.UniqueConstraint("folded", name=op.f("uq_theme_folded")),
        sa.ForeignKeyConstraint(["into_id"], ["theme.id"], name=op.f("fk_theme_into_id")),
        indexes=("into_id",),
    )
    _table(
        "theme_rule",
        _words("words"),
        _words("folded"),
        _number("theme_id", required=False),
        _words("kind", required=False),
        sa.CheckConstraint("words <> ''", name=op.f("ck_theme_rule_has_words")),
        sa.CheckConstraint(
            "(theme_id IS NULL) <> (kind IS NULL)", name=op.f("ck_theme_rule_one_meaning")
        ),
        _one_of("theme_rule", "kind", "praise", "nothing"),
        sa.UniqueConstraint("folded", name=op.f("uq_theme_rule_folded")),
        _key("theme_rule", "theme"),
        indexes=("theme_id",),
    )
    _table(
        "reading",
        _number("answer_id"),
        _number("theme_id", required=False),
        _words("cause", required=False),
        _words("note", required=False),
        _key("reading", "answer"),
        _key("reading", "theme"),
        indexes=("answer_id", "theme_id"),
    )
    op.create_table(
        "theme_tally",
        sa.Column("id", sa.Integer(), nullable=False),
        *[_number(name) for name in ("theme_id", "said", "open", "acting", "to_tell", "told")],
        _words("first_on"),
        _words("last_on"),
        _words("fixed_on", required=False),
        _number("raised"),
        _number("action_id", required=False),
        _number("actions"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_theme_tally")),
        sa.UniqueConstraint("theme_id", name=op.f("uq_theme_tally_theme_id")),
        sqlite_strict=True,
    )
    op.create_table(
        "likeness",
        sa.Column("id", sa.Integer(), nullable=False),
        _number("upto_id"),
        _words("made_at"),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        _is_instant("likeness", "made_at"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_likeness")),
        sqlite_strict=True,
    )


def _actions() -> None:
    _table(
        "action_note",
        _number("action_id"),
        _words("text", default=""),
        _words("evidence", default=""),
        sa.CheckConstraint(
            "text <> '' OR evidence <> ''", name=op.f("ck_action_note_says_something")
        ),
        _key("action_note", "action"),
        indexes=("action_id",),
    )
    _table(
        "revisit",
        _number("finish_id"),
        _words("next_on", required=False),
        _is_day("revisit", "next_on"),
        _key("revisit", "finish"),
        indexes=("finish_id",),
    )
    op.create_index(
        op.f("ix_finish_revisit_on"),
        "finish",
        ["revisit_on"],
        sqlite_where=sa.text("revisit_on IS NOT NULL"),
        postgresql_where=sa.text("revisit_on IS NOT NULL"),
    )


def _tellings() -> None:
    _table(
        "progress",
        _number("answer_id"),
        _number("call_id", required=False),
        _words("channel"),
        _words("words", required=False),
        _one_of("progress", "channel", *CHANNELS),
        _key("progress", "answer"),
        _key("progress", "call"),
        indexes=("answer_id", "call_id"),
    )
    _table(
        "letter",
        _number("finish_id"),
        _number("answer_id"),
        _words("words"),
        _words("place"),
        sa.CheckConstraint("words <> ''", name=op.f("ck_letter_has_words")),
        _key("letter", "answer"),
        sa.ForeignKeyConstraint(
            ["finish_id", "answer_id"],
            ["finish_answer.finish_id", "finish_answer.answer_id"],
            name="fk_letter_finish_answer",
        ),
        indexes=("answer_id",),
    )
    op.create_index("ix_letter_finish_answer", "letter", ["finish_id", "answer_id"])
    _table(
        "follow_up",
        _number("telling_id"),
        _number("call_id", required=False),
        _words("helped"),
        _one_of("follow_up", "helped", "yes", "partly", "no"),
        _key("follow_up", "telling"),
        _key("follow_up", "call"),
        indexes=("telling_id", "call_id"),
    )


def _table(name: str, *parts: Any, indexes: tuple[str, ...] = ()) -> None:  # noqa: ANN401 - columns and constraints
    """Make a table of facts, which say by whom they were recorded, for which day, and when."""
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        *parts,
        _number("leader_id"),
        _words("day"),
        _words("recorded_at"),
        _is_day(name, "day"),
        _is_instant(name, "recorded_at"),
        sa.ForeignKeyConstraint(["leader_id"], ["member.id"], name=op.f(f"fk_{name}_leader_id")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        sqlite_strict=True,
    )
    for column in (*indexes, "leader_id"):
        op.create_index(op.f(f"ix_{name}_{column}"), name, [column])


def _words(name: str, *, required: bool = True, default: str | None = None) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=not required, server_default=default)


def _number(name: str, *, required: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=not required)


def _count(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), server_default=sa.text("0"), nullable=False)


def _key(table: str, parent: str) -> sa.ForeignKeyConstraint:
    column = f"{parent}_id"
    return sa.ForeignKeyConstraint([column], [f"{parent}.id"], name=op.f(f"fk_{table}_{column}"))


def _one_of(table: str, column: str, *values: str) -> sa.CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return sa.CheckConstraint(f"{column} IN ({listed})", name=op.f(f"ck_{table}_{column}_known"))


def _is_day(table: str, column: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(
        f"{column} LIKE '____-__-__'", name=op.f(f"ck_{table}_{column}_is_day")
    )


def _is_instant(table: str, column: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(
        f"{column} LIKE '____-__-__T__:__:__.______Z'", name=op.f(f"ck_{table}_{column}_is_utc")
    )
