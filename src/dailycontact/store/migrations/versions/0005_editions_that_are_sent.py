"""Editions that are sent, and what became of the team's own wishes."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

INSTANT = "____-__-__T__:__:__.______Z"


def upgrade() -> None:
    op.create_index(op.f("ix_event_recorded_at"), "event", ["recorded_at"])
    _talk_reply()
    _message()
    _message_parts()
    _delivery()


def _talk_reply() -> None:
    op.create_table(
        "talk_reply",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("talk_id", sa.Integer(), nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("say", sa.Text(), nullable=False),
        *_by_whom_and_when(),
        sa.CheckConstraint("say <> ''", name=op.f("ck_talk_reply_says_something")),
        sa.CheckConstraint(
            "how IN ('doing', 'done', 'declined')", name=op.f("ck_talk_reply_how_known")
        ),
        *_facts("talk_reply"),
        sa.ForeignKeyConstraint(["talk_id"], ["talk.id"], name=op.f("fk_talk_reply_talk_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_talk_reply")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_talk_reply_talk_id"), "talk_reply", ["talk_id"])
    op.create_index(op.f("ix_talk_reply_leader_id"), "talk_reply", ["leader_id"])


def _message() -> None:
    op.create_table(
        "message",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("edition", sa.Text(), nullable=False),
        sa.Column("since_at", sa.Text(), nullable=False),
        sa.Column("until_at", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=True),
        sa.Column("closed_at", sa.Text(), nullable=True),
        *_by_whom_and_when(),
        sa.CheckConstraint("subject <> ''", name=op.f("ck_message_has_subject")),
        sa.CheckConstraint("since_at <= until_at", name=op.f("ck_message_in_order")),
        sa.CheckConstraint(
            "edition IN ('team', 'leader', 'company', 'customers')",
            name=op.f("ck_message_edition_known"),
        ),
        *_facts("message"),
        *(_is_instant("message", column) for column in ("since_at", "until_at", "closed_at")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_message_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message")),
        sqlite_strict=True,
    )
    op.create_index("ix_message_edition", "message", ["edition", "until_at"])
    op.create_index(
        "ix_message_open",
        "message",
        ["id"],
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )
    op.create_index(op.f("ix_message_member_id"), "message", ["member_id"])
    op.create_index(op.f("ix_message_leader_id"), "message", ["leader_id"])


def _message_parts() -> None:
    op.create_table(
        "message_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=False),
        sa.Column("answer_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["message_id"], ["message.id"], name=op.f("fk_message_answer_message_id")
        ),
        sa.ForeignKeyConstraint(
            ["answer_id"], ["answer.id"], name=op.f("fk_message_answer_answer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message_answer")),
        sa.UniqueConstraint(
            "message_id", "answer_id", name=op.f("uq_message_answer_message_id_answer_id")
        ),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_message_answer_answer_id"), "message_answer", ["answer_id"])
    op.create_table(
        "message_part",
        sa.Column("message_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("html", sa.Text(), server_default="", nullable=False),
        sa.Column("markdown", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["message_id"], ["message.id"], name=op.f("fk_message_part_message_id")
        ),
        sa.PrimaryKeyConstraint("message_id", name=op.f("pk_message_part")),
        sqlite_strict=True,
    )


def _delivery() -> None:
    op.create_table(
        "delivery",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("ident", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), server_default="waiting", nullable=False),
        sa.Column("tries", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("trouble", sa.Text(), nullable=True),
        sa.Column("tried_at", sa.Text(), nullable=True),
        sa.CheckConstraint("tries >= 0", name=op.f("ck_delivery_tries_counted")),
        sa.CheckConstraint("channel IN ('mail', 'notify')", name=op.f("ck_delivery_channel_known")),
        sa.CheckConstraint(
            "state IN ('waiting', 'sent', 'failed', 'dropped')",
            name=op.f("ck_delivery_state_known"),
        ),
        _is_instant("delivery", "tried_at"),
        sa.ForeignKeyConstraint(
            ["message_id"], ["message.id"], name=op.f("fk_delivery_message_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delivery")),
        sa.UniqueConstraint("ident", name=op.f("uq_delivery_ident")),
        sa.UniqueConstraint(
            "message_id",
            "channel",
            "recipient",
            name=op.f("uq_delivery_message_id_channel_recipient"),
        ),
        sqlite_strict=True,
    )


def _by_whom_and_when() -> tuple[sa.Column[int], sa.Column[str], sa.Column[str]]:
    return (
        sa.Column("leader_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.Text(), nullable=False),
    )


def _facts(table: str) -> tuple[sa.Constraint, ...]:
    return (
        sa.CheckConstraint("day LIKE '____-__-__'", name=op.f(f"ck_{table}_day_is_day")),
        _is_instant(table, "recorded_at"),
        sa.ForeignKeyConstraint(["leader_id"], ["member.id"], name=op.f(f"fk_{table}_leader_id")),
    )


def _is_instant(table: str, column: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(
        f"{column} LIKE '{INSTANT}'", name=op.f(f"ck_{table}_{column}_is_utc")
    )
