"""What left the book, who is not somebody else who looks alike, and labels of addresses."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

DAY = "day LIKE '____-__-__'"
INSTANT = "recorded_at LIKE '____-__-__T__:__:__.______Z'"


def upgrade() -> None:
    op.add_column("email", sa.Column("label", sa.Text(), server_default="", nullable=False))
    op.add_column(
        "customer", sa.Column("erased", sa.Integer(), server_default=sa.text("0"), nullable=False)
    )
    _different()
    _export()
    _erasure()


def _different() -> None:
    op.create_table(
        "different",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("one_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("one_id < other_id", name=op.f("ck_different_in_order")),
        sa.ForeignKeyConstraint(["one_id"], ["customer.id"], name=op.f("fk_different_one_id")),
        sa.ForeignKeyConstraint(["other_id"], ["customer.id"], name=op.f("fk_different_other_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_different")),
        sa.UniqueConstraint("one_id", "other_id", name=op.f("uq_different_one_id_other_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_different_other_id"), "different", ["other_id"])


def _export() -> None:
    op.create_table(
        "export",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=True),
        sa.Column("leader_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.Text(), nullable=False),
        sa.CheckConstraint("people >= 0", name=op.f("ck_export_people_counted")),
        sa.CheckConstraint(DAY, name=op.f("ck_export_day_is_day")),
        sa.CheckConstraint(INSTANT, name=op.f("ck_export_recorded_at_is_utc")),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_export_customer_id")
        ),
        sa.ForeignKeyConstraint(["leader_id"], ["member.id"], name=op.f("fk_export_leader_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_export")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_export_customer_id"), "export", ["customer_id"])
    op.create_index(op.f("ix_export_leader_id"), "export", ["leader_id"])


def _erasure() -> None:
    op.create_table(
        "erasure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("leader_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.Text(), nullable=False),
        sa.CheckConstraint(DAY, name=op.f("ck_erasure_day_is_day")),
        sa.CheckConstraint(INSTANT, name=op.f("ck_erasure_recorded_at_is_utc")),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_erasure_customer_id")
        ),
        sa.ForeignKeyConstraint(["leader_id"], ["member.id"], name=op.f("fk_erasure_leader_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasure")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_erasure_customer_id"), "erasure", ["customer_id"])
    op.create_index(op.f("ix_erasure_leader_id"), "erasure", ["leader_id"])
    op.create_table(
        "erasure_mark",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("erasure_id", sa.Integer(), nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["erasure_id"], ["erasure.id"], name=op.f("fk_erasure_mark_erasure_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasure_mark")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_erasure_mark_erasure_id"), "erasure_mark", ["erasure_id"])
    op.create_index(op.f("ix_erasure_mark_mark"), "erasure_mark", ["mark"])
