"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _answer_to_telling() -> list[sa.ForeignKeyConstraint]:
    """Return the key that SQLite takes in line, and others only when both tables are there."""
    if op.get_bind().dialect.name != "sqlite":
        return []
    return [sa.ForeignKeyConstraint(["telling_id"], ["telling.id"], name="fk_answer_telling_id")]


def upgrade() -> None:  # noqa: PLR0915 - one statement a table
    op.create_table(
        "member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("aliases", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("leads", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("left_on", sa.Text(), nullable=True),
        sa.Column("handed_to_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("left_on LIKE '____-__-__'", name=op.f("ck_member_left_on_is_day")),
        sa.CheckConstraint("leads IN (0, 1)", name=op.f("ck_member_leads_is_yes_no")),
        sa.ForeignKeyConstraint(
            ["handed_to_id"], ["member.id"], name=op.f("fk_member_handed_to_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member")),
        sa.UniqueConstraint("name", name=op.f("uq_member_name")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_member_handed_to_id"), ["handed_to_id"], unique=False)

    op.create_table(
        "segment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("cadence", sa.Integer(), nullable=True),
        sa.CheckConstraint("cadence > 0", name=op.f("ck_segment_cadence_positive")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_segment")),
        sa.UniqueConstraint("name", name=op.f("uq_segment_name")),
        sqlite_strict=True,
    )
    op.create_table(
        "setting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_setting")),
        sa.UniqueConstraint("key", name=op.f("uq_setting_key")),
        sqlite_strict=True,
    )
    op.create_table(
        "workday",
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("why_not", sa.Text(), nullable=True),
        sa.CheckConstraint("day LIKE '____-__-__'", name=op.f("ck_workday_day_is_day")),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_workday")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("workday", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_workday_number"), ["number"], unique=False)

    op.create_table(
        "action",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("due_on", sa.Text(), nullable=True),
        sa.Column("leader_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.Text(), nullable=False),
        sa.CheckConstraint("day LIKE '____-__-__'", name=op.f("ck_action_day_is_day")),
        sa.CheckConstraint("due_on LIKE '____-__-__'", name=op.f("ck_action_due_on_is_day")),
        sa.CheckConstraint(
            "recorded_at LIKE '____-__-__T__:__:__.______Z'",
            name=op.f("ck_action_recorded_at_is_utc"),
        ),
        sa.CheckConstraint("title <> ''", name=op.f("ck_action_titled")),
        sa.ForeignKeyConstraint(["leader_id"], ["member.id"], name=op.f("fk_action_leader_id")),
        sa.ForeignKeyConstraint(["owner_id"], ["member.id"], name=op.f("fk_action_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("action", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_action_leader_id"), ["leader_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_action_owner_id"), ["owner_id"], unique=False)

    op.create_table(
        "customer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("company", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("zone", sa.Text(), nullable=True),
        sa.Column("segment_id", sa.Integer(), nullable=True),
        sa.Column("cadence", sa.Integer(), nullable=True),
        sa.Column("leader_id", sa.Integer(), nullable=True),
        sa.Column("joined_on", sa.Text(), nullable=False),
        sa.Column(
            "head_start",
            sa.REAL().with_variant(sa.DOUBLE_PRECISION(), "postgresql"),
            nullable=False,
        ),
        sa.Column("do_not_contact_on", sa.Text(), nullable=True),
        sa.Column("do_not_contact_why", sa.Text(), nullable=True),
        sa.Column("paused_on", sa.Text(), nullable=True),
        sa.Column("paused_until", sa.Text(), nullable=True),
        sa.Column("left_on", sa.Text(), nullable=True),
        sa.Column("renewed_on", sa.Text(), nullable=True),
        sa.Column("referred_by", sa.Text(), nullable=True),
        sa.Column("beat", sa.Integer(), nullable=False),
        sa.Column("open", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column(
            "clock", sa.REAL().with_variant(sa.DOUBLE_PRECISION(), "postgresql"), nullable=False
        ),
        sa.Column("eligible_from", sa.Integer(), nullable=False),
        sa.Column("promised_on", sa.Text(), nullable=True),
        sa.Column("misses", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("skips", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("conversations", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("last_on", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "do_not_contact_on LIKE '____-__-__'", name=op.f("ck_customer_do_not_contact_on_is_day")
        ),
        sa.CheckConstraint(
            "joined_on LIKE '____-__-__'", name=op.f("ck_customer_joined_on_is_day")
        ),
        sa.CheckConstraint("last_on LIKE '____-__-__'", name=op.f("ck_customer_last_on_is_day")),
        sa.CheckConstraint("left_on LIKE '____-__-__'", name=op.f("ck_customer_left_on_is_day")),
        sa.CheckConstraint("name <> ''", name=op.f("ck_customer_named")),
        sa.CheckConstraint(
            "paused_on LIKE '____-__-__'", name=op.f("ck_customer_paused_on_is_day")
        ),
        sa.CheckConstraint(
            "paused_until LIKE '____-__-__'", name=op.f("ck_customer_paused_until_is_day")
        ),
        sa.CheckConstraint(
            "promised_on LIKE '____-__-__'", name=op.f("ck_customer_promised_on_is_day")
        ),
        sa.CheckConstraint(
            "renewed_on LIKE '____-__-__'", name=op.f("ck_customer_renewed_on_is_day")
        ),
        sa.CheckConstraint("beat > 0", name=op.f("ck_customer_beat_positive")),
        sa.CheckConstraint("cadence > 0", name=op.f("ck_customer_cadence_positive")),
        sa.CheckConstraint("open IN (0, 1)", name=op.f("ck_customer_open_is_yes_no")),
        sa.ForeignKeyConstraint(["leader_id"], ["member.id"], name=op.f("fk_customer_leader_id")),
        sa.ForeignKeyConstraint(
            ["segment_id"], ["segment.id"], name=op.f("fk_customer_segment_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("customer", schema=None) as batch_op:
        batch_op.create_index(
            "ix_customer_promised_on",
            ["promised_on"],
            unique=False,
            sqlite_where=sa.text("promised_on IS NOT NULL"),
            postgresql_where=sa.text("promised_on IS NOT NULL"),
        )
        batch_op.create_index(batch_op.f("ix_customer_segment_id"), ["segment_id"], unique=False)
        batch_op.create_index(
            "ix_customer_turn",
            ["beat", "clock", "eligible_from", "leader_id"],
            unique=False,
            sqlite_where=sa.text("open = 1"),
            postgresql_where=sa.text("open = 1"),
        )

    op.create_table(
        "event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.Text(), nullable=False),
        sa.Column("leader_id", sa.Integer(), nullable=True),
        sa.Column("command", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("undoes_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "recorded_at LIKE '____-__-__T__:__:__.______Z'",
            name=op.f("ck_event_recorded_at_is_utc"),
        ),
        sa.ForeignKeyConstraint(["leader_id"], ["member.id"], name=op.f("fk_event_leader_id")),
        sa.ForeignKeyConstraint(["undoes_id"], ["event.id"], name=op.f("fk_event_undoes_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
        sa.UniqueConstraint("undoes_id", name=op.f("uq_event_undoes_id")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_leader_id"), ["leader_id"], unique=False)

    op.create_table(
        "leave",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("leader_id", sa.Integer(), nullable=False),
        sa.Column("first_on", sa.Text(), nullable=False),
        sa.Column("last_on", sa.Text(), nullable=False),
        sa.Column("deputy_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("first_on LIKE '____-__-__'", name=op.f("ck_leave_first_on_is_day")),
        sa.CheckConstraint("last_on LIKE '____-__-__'", name=op.f("ck_leave_last_on_is_day")),
        sa.CheckConstraint("first_on <= last_on", name=op.f("ck_leave_in_order")),
        sa.ForeignKeyConstraint(["deputy_id"], ["member.id"], name=op.f("fk_leave_deputy_id")),
        sa.ForeignKeyConstraint(["leader_id"], ["member.id"], name=op.f("fk_leave_leader_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leave")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("leave", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_leave_deputy_id"), ["deputy_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_leave_leader_id"), ["leader_id"], unique=False)

    op.create_table(
        "story",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("who_id", sa.Integer(), nullable=True),
        sa.Column("missed", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("leader_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.Text(), nullable=False),
        sa.CheckConstraint("day LIKE '____-__-__'", name=op.f("ck_story_day_is_day")),
        sa.CheckConstraint(
            "recorded_at LIKE '____-__-__T__:__:__.______Z'",
            name=op.f("ck_story_recorded_at_is_utc"),
        ),
        sa.CheckConstraint("text <> ''", name=op.f("ck_story_told")),
        sa.CheckConstraint("missed IN (0, 1)", name=op.f("ck_story_missed_is_yes_no")),
        sa.ForeignKeyConstraint(["leader_id"], ["member.id"], name=op.f("fk_story_leader_id")),
        sa.ForeignKeyConstraint(["who_id"], ["member.id"], name=op.f("fk_story_who_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_story")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("story", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_story_leader_id"), ["leader_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_story_recorded_at"), ["recorded_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_story_who_id"), ["who_id"], unique=False)

    op.create_table(
        "email",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_email_customer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_email")),
        sa.UniqueConstraint("customer_id", "position", name=op.f("uq_email_customer_id_position")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("email", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_email_address"), ["address"], unique=False)

    op.create_table(
        "event_row",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.Text(), nullable=False),
        sa.Column("first_id", sa.Integer(), nullable=False),
        sa.Column("last_id", sa.Integer(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.CheckConstraint("first_id <= last_id", name=op.f("ck_event_row_in_order")),
        sa.CheckConstraint(
            "first_id = last_id OR before IS NULL", name=op.f("ck_event_row_runs_are_new")
        ),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_event_row_event_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_row")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("event_row", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_row_event_id"), ["event_id"], unique=False)

    op.create_table(
        "external_id",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_external_id_customer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_external_id")),
        sa.UniqueConstraint("source", "value", name=op.f("uq_external_id_source_value")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("external_id", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_external_id_customer_id"), ["customer_id"], unique=False
        )

    op.create_table(
        "finish",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("say", sa.Text(), nullable=False),
        sa.Column("instead", sa.Text(), nullable=True),
        sa.Column("revisit_on", sa.Text(), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=True),
        sa.Column("leader_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.Text(), nullable=False),
        sa.CheckConstraint("day LIKE '____-__-__'", name=op.f("ck_finish_day_is_day")),
        sa.CheckConstraint("how IN ('done', 'declined')", name=op.f("ck_finish_how_known")),
        sa.CheckConstraint(
            "recorded_at LIKE '____-__-__T__:__:__.______Z'",
            name=op.f("ck_finish_recorded_at_is_utc"),
        ),
        sa.CheckConstraint(
            "revisit_on LIKE '____-__-__'", name=op.f("ck_finish_revisit_on_is_day")
        ),
        sa.CheckConstraint("say <> ''", name=op.f("ck_finish_has_words")),
        sa.CheckConstraint("number > 0", name=op.f("ck_finish_number_positive")),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_finish_action_id")),
        sa.ForeignKeyConstraint(["leader_id"], ["member.id"], name=op.f("fk_finish_leader_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finish")),
        sa.UniqueConstraint("action_id", "number", name=op.f("uq_finish_action_id_number")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("finish", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_finish_leader_id"), ["leader_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_finish_recorded_at"), ["recorded_at"], unique=False)

    op.create_table(
        "phone",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.Column("e164", sa.Text(), nullable=True),
        sa.Column("extension", sa.Text(), nullable=True),
        sa.Column("shown", sa.Text(), nullable=False),
        sa.Column("wrong_on", sa.Text(), nullable=True),
        sa.CheckConstraint("wrong_on LIKE '____-__-__'", name=op.f("ck_phone_wrong_on_is_day")),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_phone_customer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_phone")),
        sa.UniqueConstraint("customer_id", "position", name=op.f("uq_phone_customer_id_position")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("phone", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_phone_e164"), ["e164"], unique=False)

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
        sa.CheckConstraint("day LIKE '____-__-__'", name=op.f("ck_pick_day_is_day")),
        sa.CheckConstraint(
            "reason IN ('promise', 'first', 'turn')",
            name=op.f("ck_pick_reason_known"),
        ),
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
    with op.batch_alter_table("pick", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pick_customer_id"), ["customer_id"], unique=False)
        batch_op.create_index(
            "uq_pick_customer_day",
            ["customer_id", "day"],
            unique=True,
            sqlite_where=sa.text("released = 0"),
            postgresql_where=sa.text("released = 0"),
        )

    op.create_table(
        "rhythm_fact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("cadence", sa.Integer(), nullable=False),
        sa.Column(
            "luck", sa.REAL().with_variant(sa.DOUBLE_PRECISION(), "postgresql"), nullable=False
        ),
        sa.Column("waits", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint("day LIKE '____-__-__'", name=op.f("ck_rhythm_fact_day_is_day")),
        sa.CheckConstraint(
            "what IN ('conversation', 'miss', 'skip', 'later', 'pause', 'resume')",
            name=op.f("ck_rhythm_fact_what_known"),
        ),
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
    op.create_table(
        "call",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("leader_id", sa.Integer(), nullable=False),
        sa.Column("pick_id", sa.Integer(), nullable=True),
        sa.Column("phone_id", sa.Integer(), nullable=True),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("rang_in", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.CheckConstraint("day LIKE '____-__-__'", name=op.f("ck_call_day_is_day")),
        sa.CheckConstraint(
            "outcome IN ('reached', 'no-answer', 'voicemail', 'wrong-number', 'not-now', 'never')",
            name=op.f("ck_call_outcome_known"),
        ),
        sa.CheckConstraint(
            "recorded_at LIKE '____-__-__T__:__:__.______Z'",
            name=op.f("ck_call_recorded_at_is_utc"),
        ),
        sa.CheckConstraint("rang_in IN (0, 1)", name=op.f("ck_call_rang_in_is_yes_no")),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_call_customer_id")),
        sa.ForeignKeyConstraint(["leader_id"], ["member.id"], name=op.f("fk_call_leader_id")),
        sa.ForeignKeyConstraint(["phone_id"], ["phone.id"], name=op.f("fk_call_phone_id")),
        sa.ForeignKeyConstraint(["pick_id"], ["pick.id"], name=op.f("fk_call_pick_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call")),
        sa.UniqueConstraint("pick_id", name=op.f("uq_call_pick_id")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("call", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_call_customer_id"), ["customer_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_call_day"), ["day"], unique=False)
        batch_op.create_index(batch_op.f("ix_call_leader_id"), ["leader_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_call_phone_id"), ["phone_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_call_recorded_at"), ["recorded_at"], unique=False)

    op.create_table(
        "skip",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pick_id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("leader_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.CheckConstraint("day LIKE '____-__-__'", name=op.f("ck_skip_day_is_day")),
        sa.CheckConstraint(
            "recorded_at LIKE '____-__-__T__:__:__.______Z'",
            name=op.f("ck_skip_recorded_at_is_utc"),
        ),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_skip_customer_id")),
        sa.ForeignKeyConstraint(["leader_id"], ["member.id"], name=op.f("fk_skip_leader_id")),
        sa.ForeignKeyConstraint(["pick_id"], ["pick.id"], name=op.f("fk_skip_pick_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_skip")),
        sa.UniqueConstraint("pick_id", name=op.f("uq_skip_pick_id")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("skip", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_skip_customer_id"), ["customer_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_skip_leader_id"), ["leader_id"], unique=False)

    op.create_table(
        "answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("leader_id", sa.Integer(), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=True),
        sa.Column("telling_id", sa.Integer(), nullable=True),
        sa.Column("verbatim", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("consent", sa.Text(), nullable=False),
        sa.Column("urgent", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("private", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("praised_id", sa.Integer(), nullable=True),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "consent IN ('name', 'words', 'no')", name=op.f("ck_answer_consent_known")
        ),
        sa.CheckConstraint("day LIKE '____-__-__'", name=op.f("ck_answer_day_is_day")),
        sa.CheckConstraint(
            "kind IN ('suggestion', 'praise', 'nothing')", name=op.f("ck_answer_kind_known")
        ),
        sa.CheckConstraint(
            "recorded_at LIKE '____-__-__T__:__:__.______Z'",
            name=op.f("ck_answer_recorded_at_is_utc"),
        ),
        sa.CheckConstraint("verbatim <> '' OR kind = 'nothing'", name=op.f("ck_answer_has_words")),
        sa.CheckConstraint(
            "(call_id IS NULL) <> (telling_id IS NULL)", name=op.f("ck_answer_heard_once")
        ),
        sa.CheckConstraint("private IN (0, 1)", name=op.f("ck_answer_private_is_yes_no")),
        sa.CheckConstraint("urgent IN (0, 1)", name=op.f("ck_answer_urgent_is_yes_no")),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_answer_call_id")),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_answer_customer_id")
        ),
        sa.ForeignKeyConstraint(["leader_id"], ["member.id"], name=op.f("fk_answer_leader_id")),
        sa.ForeignKeyConstraint(["praised_id"], ["member.id"], name=op.f("fk_answer_praised_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer")),
        *_answer_to_telling(),
        sqlite_strict=True,
    )
    with op.batch_alter_table("answer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_answer_call_id"), ["call_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_answer_customer_id"), ["customer_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_answer_leader_id"), ["leader_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_answer_praised_id"), ["praised_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_answer_recorded_at"), ["recorded_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_answer_telling_id"), ["telling_id"], unique=False)

    op.create_table(
        "promise",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=True),
        sa.Column("leader_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.Text(), nullable=False),
        sa.Column("settled_on", sa.Text(), nullable=True),
        sa.Column("settled_how", sa.Text(), nullable=True),
        sa.CheckConstraint("due_on LIKE '____-__-__'", name=op.f("ck_promise_due_on_is_day")),
        sa.CheckConstraint("kind IN ('thing', 'call-back')", name=op.f("ck_promise_kind_known")),
        sa.CheckConstraint(
            "recorded_at LIKE '____-__-__T__:__:__.______Z'",
            name=op.f("ck_promise_recorded_at_is_utc"),
        ),
        sa.CheckConstraint(
            "settled_how IN ('kept', 'moved', 'dropped')", name=op.f("ck_promise_settled_how_known")
        ),
        sa.CheckConstraint(
            "settled_on LIKE '____-__-__'", name=op.f("ck_promise_settled_on_is_day")
        ),
        sa.CheckConstraint(
            "(settled_on IS NULL) = (settled_how IS NULL)", name=op.f("ck_promise_settled_whole")
        ),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_promise_call_id")),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_promise_customer_id")
        ),
        sa.ForeignKeyConstraint(["leader_id"], ["member.id"], name=op.f("fk_promise_leader_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promise")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("promise", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_promise_call_id"), ["call_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_promise_customer_id"), ["customer_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_promise_leader_id"), ["leader_id"], unique=False)

    op.create_table(
        "action_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("answer_id", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "recorded_at LIKE '____-__-__T__:__:__.______Z'",
            name=op.f("ck_action_answer_recorded_at_is_utc"),
        ),
        sa.ForeignKeyConstraint(
            ["action_id"], ["action.id"], name=op.f("fk_action_answer_action_id")
        ),
        sa.ForeignKeyConstraint(
            ["answer_id"], ["answer.id"], name=op.f("fk_action_answer_answer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_answer")),
        sa.UniqueConstraint(
            "action_id", "answer_id", name=op.f("uq_action_answer_action_id_answer_id")
        ),
        sqlite_strict=True,
    )
    with op.batch_alter_table("action_answer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_action_answer_answer_id"), ["answer_id"], unique=False)

    op.create_table(
        "amendment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("answer_id", sa.Integer(), nullable=False),
        sa.Column("leader_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.Text(), nullable=False),
        sa.CheckConstraint("day LIKE '____-__-__'", name=op.f("ck_amendment_day_is_day")),
        sa.CheckConstraint(
            "field IN ('verbatim', 'kind', 'consent', 'urgent', 'private')",
            name=op.f("ck_amendment_field_known"),
        ),
        sa.CheckConstraint(
            "recorded_at LIKE '____-__-__T__:__:__.______Z'",
            name=op.f("ck_amendment_recorded_at_is_utc"),
        ),
        sa.ForeignKeyConstraint(["answer_id"], ["answer.id"], name=op.f("fk_amendment_answer_id")),
        sa.ForeignKeyConstraint(["leader_id"], ["member.id"], name=op.f("fk_amendment_leader_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_amendment")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("amendment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_amendment_answer_id"), ["answer_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_amendment_leader_id"), ["leader_id"], unique=False)

    op.create_table(
        "finish_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("finish_id", sa.Integer(), nullable=False),
        sa.Column("answer_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["answer_id"], ["answer.id"], name=op.f("fk_finish_answer_answer_id")
        ),
        sa.ForeignKeyConstraint(
            ["finish_id"], ["finish.id"], name=op.f("fk_finish_answer_finish_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finish_answer")),
        sa.UniqueConstraint(
            "finish_id", "answer_id", name=op.f("uq_finish_answer_finish_id_answer_id")
        ),
        sqlite_strict=True,
    )
    with op.batch_alter_table("finish_answer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_finish_answer_answer_id"), ["answer_id"], unique=False)

    op.create_table(
        "sharing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("answer_id", sa.Integer(), nullable=False),
        sa.Column("leader_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.Text(), nullable=False),
        sa.CheckConstraint("day LIKE '____-__-__'", name=op.f("ck_sharing_day_is_day")),
        sa.CheckConstraint(
            "recorded_at LIKE '____-__-__T__:__:__.______Z'",
            name=op.f("ck_sharing_recorded_at_is_utc"),
        ),
        sa.ForeignKeyConstraint(["answer_id"], ["answer.id"], name=op.f("fk_sharing_answer_id")),
        sa.ForeignKeyConstraint(["leader_id"], ["member.id"], name=op.f("fk_sharing_leader_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sharing")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("sharing", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sharing_answer_id"), ["answer_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_sharing_leader_id"), ["leader_id"], unique=False)

    op.create_table(
        "telling",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("finish_id", sa.Integer(), nullable=False),
        sa.Column("answer_id", sa.Integer(), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=True),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("reaction", sa.Text(), nullable=True),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("leader_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "(how = 'told') = (channel IS NOT NULL)", name=op.f("ck_telling_told_somehow")
        ),
        sa.CheckConstraint(
            "(how = 'waived') = (why IS NOT NULL)", name=op.f("ck_telling_waived_for_a_reason")
        ),
        sa.CheckConstraint(
            "channel IN ('phone', 'email', 'in-person', 'letter')",
            name=op.f("ck_telling_channel_known"),
        ),
        sa.CheckConstraint("day LIKE '____-__-__'", name=op.f("ck_telling_day_is_day")),
        sa.CheckConstraint(
            "how = 'told' OR reaction IS NULL", name=op.f("ck_telling_waived_has_no_reaction")
        ),
        sa.CheckConstraint("how IN ('told', 'waived')", name=op.f("ck_telling_how_known")),
        sa.CheckConstraint(
            "reaction IN ('pleased', 'neutral', 'not-solved')",
            name=op.f("ck_telling_reaction_known"),
        ),
        sa.CheckConstraint(
            "recorded_at LIKE '____-__-__T__:__:__.______Z'",
            name=op.f("ck_telling_recorded_at_is_utc"),
        ),
        sa.CheckConstraint(
            "why IN ('do-not-contact', 'erased', 'unreachable')", name=op.f("ck_telling_why_known")
        ),
        sa.ForeignKeyConstraint(["answer_id"], ["answer.id"], name=op.f("fk_telling_answer_id")),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_telling_call_id")),
        sa.ForeignKeyConstraint(
            ["finish_id", "answer_id"],
            ["finish_answer.finish_id", "finish_answer.answer_id"],
            name="fk_telling_finish_answer",
        ),
        sa.ForeignKeyConstraint(["leader_id"], ["member.id"], name=op.f("fk_telling_leader_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_telling")),
        sa.UniqueConstraint("finish_id", "answer_id", name=op.f("uq_telling_finish_id_answer_id")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("telling", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_telling_answer_id"), ["answer_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_telling_call_id"), ["call_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_telling_leader_id"), ["leader_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_telling_recorded_at"), ["recorded_at"], unique=False)

    op.create_table(
        "telling_try",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("finish_id", sa.Integer(), nullable=False),
        sa.Column("answer_id", sa.Integer(), nullable=False),
        sa.Column("leader_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.Text(), nullable=False),
        sa.CheckConstraint("day LIKE '____-__-__'", name=op.f("ck_telling_try_day_is_day")),
        sa.CheckConstraint(
            "recorded_at LIKE '____-__-__T__:__:__.______Z'",
            name=op.f("ck_telling_try_recorded_at_is_utc"),
        ),
        sa.ForeignKeyConstraint(
            ["answer_id"], ["answer.id"], name=op.f("fk_telling_try_answer_id")
        ),
        sa.ForeignKeyConstraint(
            ["finish_id", "answer_id"],
            ["finish_answer.finish_id", "finish_answer.answer_id"],
            name="fk_telling_try_finish_answer",
        ),
        sa.ForeignKeyConstraint(
            ["leader_id"], ["member.id"], name=op.f("fk_telling_try_leader_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_telling_try")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("telling_try", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_telling_try_answer_id"), ["answer_id"], unique=False)
        batch_op.create_index(
            "ix_telling_try_finish_answer", ["finish_id", "answer_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_telling_try_leader_id"), ["leader_id"], unique=False)
    if op.get_bind().dialect.name != "sqlite":
        op.create_foreign_key("fk_answer_telling_id", "answer", "telling", ["telling_id"], ["id"])
