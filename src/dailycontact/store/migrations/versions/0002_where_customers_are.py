"""Where customers are and when to phone them, news, talks with the team, days without a call."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

REASONS = "reason IN ('promise', 'news', 'first', 'turn')"
HAPPENINGS = (
    "what IN ('conversation', 'told', 'miss', 'checked', 'skip', 'later', 'pause', 'resume')"
)
DAY = "day LIKE '____-__-__'"
FACT = "id, customer_id, number, day, what, cadence, luck, waits"
PICK = "id, leader_id, day, slot, customer_id, reason, reserved_at, released"


def upgrade() -> None:
    _customer()
    op.drop_index("ix_call_leader_id", "call")
    op.drop_index("ix_call_customer_id", "call")
    op.create_index("ix_call_customer_outcome", "call", ["customer_id", "outcome", "day"])
    op.create_index("ix_call_leader_day", "call", ["leader_id", "day"])
    _reach()
    _holiday()
    _idle()
    _talk()
    if op.get_bind().dialect.name == "sqlite":
        _rhythm_fact_anew()
        _pick_anew()
    else:
        for table, name, rule in (
            ("rhythm_fact", "ck_rhythm_fact_what_known", HAPPENINGS),
            ("pick", "ck_pick_reason_known", REASONS),
        ):
            op.drop_constraint(op.f(name), table, type_="check")
            op.create_check_constraint(op.f(name), table, rule)


def _customer() -> None:
    op.add_column("customer", sa.Column("hours", sa.Text(), nullable=True))
    op.add_column(
        "customer", sa.Column("reach", sa.Integer(), server_default=sa.text("0"), nullable=False)
    )
    op.drop_index("ix_customer_turn", "customer")
    op.drop_index("ix_customer_segment_id", "customer")
    op.create_index(
        "ix_customer_segment",
        "customer",
        ["segment_id", "open", "cadence", "beat", "leader_id"],
    )
    for name, columns, rows in (
        ("turn", ["leader_id", "beat", "reach", "clock", "eligible_from"], "open = 1"),
        ("due", ["leader_id", "beat", "reach", "eligible_from"], "open = 1"),
        ("closed", ["do_not_contact_on", "left_on", "paused_on"], "open = 0"),
        ("silent", ["leader_id"], "open = 1 AND misses >= 15"),
    ):
        op.create_index(
            f"ix_customer_{name}",
            "customer",
            columns,
            sqlite_where=sa.text(rows),
            postgresql_where=sa.text(rows),
        )


def _reach() -> None:
    op.create_table(
        "reach",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("zones", sa.Text(), nullable=False),
        sa.Column("hours", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reach")),
        sa.UniqueConstraint("zones", "hours", "country", name=op.f("uq_reach_zones_hours_country")),
        sqlite_strict=True,
    )


def _holiday() -> None:
    op.create_table(
        "holiday",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.CheckConstraint(DAY, name=op.f("ck_holiday_day_is_day")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_holiday")),
        sa.UniqueConstraint("country", "day", name=op.f("uq_holiday_country_day")),
        sqlite_strict=True,
    )


def _idle() -> None:
    op.create_table(
        "idle",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("leader_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.CheckConstraint(DAY, name=op.f("ck_idle_day_is_day")),
        sa.ForeignKeyConstraint(["leader_id"], ["member.id"], name=op.f("fk_idle_leader_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_idle")),
        sa.UniqueConstraint("leader_id", "day", name=op.f("uq_idle_leader_id_day")),
        sqlite_strict=True,
    )


def _talk() -> None:
    op.create_table(
        "talk",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("leader_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.Text(), nullable=False),
        sa.Column("wish", sa.Text(), nullable=True),
        sa.Column("pass_on", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.CheckConstraint(DAY, name=op.f("ck_talk_day_is_day")),
        sa.CheckConstraint("pass_on IN (0, 1)", name=op.f("ck_talk_pass_on_is_yes_no")),
        sa.CheckConstraint(
            "recorded_at LIKE '____-__-__T__:__:__.______Z'",
            name=op.f("ck_talk_recorded_at_is_utc"),
        ),
        sa.ForeignKeyConstraint(["leader_id"], ["member.id"], name=op.f("fk_talk_leader_id")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_talk_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_talk")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_talk_leader_id"), "talk", ["leader_id"])
    op.create_index(op.f("ix_talk_member_id"), "talk", ["member_id"])


def _rhythm_fact_anew() -> None:
    """Make the table again with its new rule: SQLite cannot change one, and nothing names it."""
    op.create_table(
        "rhythm_fact_new",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("cadence", sa.Integer(), nullable=False),
        sa.Column("luck", sa.REAL(), nullable=False),
        sa.Column("waits", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint(DAY, name=op.f("ck_rhythm_fact_day_is_day")),
        sa.CheckConstraint(HAPPENINGS, name=op.f("ck_rhythm_fact_what_known")),
        sa.CheckConstraint("cadence > 0", name=op.f("ck_rhythm_fact_cadence_positive")),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_rhythm_fact_customer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rhythm_fact")),
        sa.UniqueConstraint(
            "customer_id", "number", name=op.f("uq_rhythm_fact_customer_id_number")
        ),
        sqlite_strict=True,
    )
    op.execute(f"INSERT INTO rhythm_fact_new ({FACT}) SELECT {FACT} FROM rhythm_fact ORDER BY id")  # noqa: S608 - our own names
    op.drop_table("rhythm_fact")
    op.rename_table("rhythm_fact_new", "rhythm_fact")


def _pick_anew() -> None:
    """Make the table again with its new rule, though calls and skips name its rows.

    Their keys are looked at when all is done. What counts as missing when the table goes counts
    as there only when rows come into a table of this very name: so they are put aside meanwhile.
    """
    op.execute("PRAGMA defer_foreign_keys=ON")
    op.execute(f"CREATE TEMPORARY TABLE pick_aside AS SELECT {PICK} FROM pick")  # noqa: S608 - our own names
    op.drop_table("pick")
    op.create_table(
        "pick",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("leader_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("slot", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("reserved_at", sa.Text(), nullable=False),
        sa.Column("released", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint(DAY, name=op.f("ck_pick_day_is_day")),
        sa.CheckConstraint(REASONS, name=op.f("ck_pick_reason_known")),
        sa.CheckConstraint(
            "reserved_at LIKE '____-__-__T__:__:__.______Z'",
            name=op.f("ck_pick_reserved_at_is_utc"),
        ),
        sa.CheckConstraint("released IN (0, 1)", name=op.f("ck_pick_released_is_yes_no")),
        sa.CheckConstraint("slot > 0", name=op.f("ck_pick_slot_positive")),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_pick_customer_id")),
        sa.ForeignKeyConstraint(["leader_id"], ["member.id"], name=op.f("fk_pick_leader_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pick")),
        sa.UniqueConstraint("leader_id", "day", "slot", name=op.f("uq_pick_leader_id_day_slot")),
        sqlite_strict=True,
    )
    op.execute(f"INSERT INTO pick ({PICK}) SELECT {PICK} FROM pick_aside ORDER BY id")  # noqa: S608 - our own names
    op.execute("DROP TABLE pick_aside")
    op.create_index(op.f("ix_pick_customer_id"), "pick", ["customer_id"])
    op.create_index(
        "uq_pick_customer_day",
        "pick",
        ["customer_id", "day"],
        unique=True,
        sqlite_where=sa.text("released = 0"),
    )
