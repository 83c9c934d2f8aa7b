"""The first schema: the journal and its projections."""

import sqlalchemy as sa
from alembic import op

from checkin_desktop.storage import search

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "attendee",
        sa.Column("id", sa.String(), autoincrement=False, nullable=False),
        sa.Column("pending", sa.Integer(), nullable=False),
        sa.Column("given_names", sa.String(), nullable=False),
        sa.Column("surnames", sa.String(), nullable=False),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("document_kind", sa.String(), nullable=True),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("same_document", sa.String(), nullable=False),
        sa.Column("organisation_id", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("region", sa.String(), nullable=False),
        sa.Column("position", sa.String(), nullable=False),
        sa.Column("honorific", sa.String(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("own_code", sa.String(), nullable=False),
        sa.Column("consent", sa.Integer(), nullable=True),
        sa.Column("extra", sa.String(), nullable=False),
        sa.Column("withdrawn", sa.Integer(), nullable=False),
        sa.Column("merged_into", sa.String(), nullable=False),
        sa.Column("code_id", sa.String(), nullable=False),
        sa.Column("prints", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("attendee_document", "attendee", ["same_document"], unique=False, postgresql_using="hash")
    op.create_index("attendee_organisation", "attendee", ["organisation_id"], unique=False)
    op.create_index("attendee_own_code", "attendee", ["own_code"], unique=False, postgresql_using="hash")
    op.create_index("attendee_sort", "attendee", ["sort_key"], unique=False, postgresql_using="hash")
    op.create_table(
        "badge_mark",
        sa.Column("entry", sa.LargeBinary(), autoincrement=False, nullable=False),
        sa.Column("code_id", sa.String(), autoincrement=False, nullable=False),
        sa.Column("attendee_id", sa.String(), nullable=False),
        sa.Column("hlc", sa.BigInteger(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("entry", "code_id"),
    )
    op.create_index("badge_mark_attendee", "badge_mark", ["attendee_id"], unique=False)
    op.create_index("badge_mark_code", "badge_mark", ["code_id"], unique=False)
    op.create_table(
        "certificate",
        sa.Column("entry", sa.LargeBinary(), autoincrement=False, nullable=False),
        sa.Column("serial", sa.BigInteger(), nullable=False),
        sa.Column("attendee_id", sa.String(), nullable=False),
        sa.Column("said_attendee_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("issued_at", sa.BigInteger(), nullable=False),
        sa.Column("hlc", sa.BigInteger(), nullable=False),
        sa.Column("station_id", sa.LargeBinary(), nullable=False),
        sa.Column("attended", sa.LargeBinary(), nullable=False),
        sa.Column("settings", sa.LargeBinary(), nullable=False),
        sa.Column("exception_reason", sa.String(), nullable=False),
        sa.Column("replaces", sa.BigInteger(), nullable=False),
        sa.Column("revoked", sa.Integer(), nullable=False),
        sa.Column("revoke_reason", sa.String(), nullable=False),
        sa.Column("prints", sa.Integer(), nullable=False),
        sa.Column("handed_over", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("entry"),
    )
    op.create_index("certificate_attendee", "certificate", ["attendee_id"], unique=False)
    op.create_index("certificate_serial", "certificate", ["serial"], unique=False)
    op.create_table(
        "certificate_mark",
        sa.Column("entry", sa.LargeBinary(), autoincrement=False, nullable=False),
        sa.Column("serial", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("hlc", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("entry", "serial"),
    )
    op.create_index("certificate_mark_serial", "certificate_mark", ["serial"], unique=False)
    op.create_table(
        "checkpoint",
        sa.Column("id", sa.String(), autoincrement=False, nullable=False),
        sa.Column("defined", sa.LargeBinary(), nullable=False),
        sa.Column("hlc", sa.BigInteger(), nullable=False),
        sa.Column("entry", sa.LargeBinary(), nullable=False),
        sa.Column("removed", sa.Integer(), nullable=False),
        sa.Column("reentry", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "clock",
        sa.Column("entry", sa.LargeBinary(), autoincrement=False, nullable=False),
        sa.Column("station_id", sa.LargeBinary(), nullable=False),
        sa.Column("peer", sa.LargeBinary(), nullable=False),
        sa.Column("measured_at", sa.BigInteger(), nullable=False),
        sa.Column("offset_ms", sa.BigInteger(), nullable=False),
        sa.Column("round_trip_ms", sa.BigInteger(), nullable=False),
        sa.Column("bound", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("entry"),
    )
    op.create_index("clock_between", "clock", ["station_id", "peer"], unique=False)
    op.create_table(
        "conflict",
        sa.Column("id", sa.String(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("attendee_id", sa.String(), nullable=False),
        sa.Column("checkpoint_id", sa.String(), nullable=False),
        sa.Column("members", sa.LargeBinary(), nullable=False),
        sa.Column("choice", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("conflict_subject", "conflict", ["kind", "subject"], unique=False)
    op.create_table(
        "entry",
        sa.Column("arrival", sa.Integer(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("station_id", sa.LargeBinary(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("prev_hash", sa.LargeBinary(), nullable=False),
        sa.Column("hlc", sa.BigInteger(), nullable=False),
        sa.Column("recorded_at", sa.BigInteger(), nullable=False),
        sa.Column("operator_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("sig", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("arrival"),
        sa.UniqueConstraint("hash"),
    )
    op.create_index("entry_chain", "entry", ["station_id", "seq"], unique=False)
    op.create_index("entry_kind", "entry", ["kind"], unique=False)
    op.create_table(
        "erasure",
        sa.Column("attendee_id", sa.String(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("attendee_id"),
    )
    op.create_table(
        "event",
        sa.Column("id", sa.LargeBinary(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("founder", sa.LargeBinary(), nullable=True),
        sa.Column("settings", sa.LargeBinary(), nullable=True),
        sa.Column("settings_hlc", sa.BigInteger(), nullable=False),
        sa.Column("settings_entry", sa.LargeBinary(), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.Column("sealed_hlc", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "head",
        sa.Column("hash", sa.LargeBinary(), autoincrement=False, nullable=False),
        sa.Column("station_id", sa.LargeBinary(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("hash"),
    )
    op.create_index("head_station", "head", ["station_id"], unique=False)
    op.create_table(
        "held",
        sa.Column("entry", sa.LargeBinary(), autoincrement=False, nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("entry"),
    )
    op.create_table(
        "image",
        sa.Column("hash", sa.String(), autoincrement=False, nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("hash"),
    )
    op.create_table(
        "import_run",
        sa.Column("import_id", sa.LargeBinary(), autoincrement=False, nullable=False),
        sa.Column("entry", sa.LargeBinary(), nullable=False),
        sa.Column("chunks", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("import_id"),
    )
    op.create_table(
        "local",
        sa.Column("name", sa.String(), autoincrement=False, nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "organisation",
        sa.Column("id", sa.String(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("region", sa.String(), nullable=False),
        sa.Column("hlc", sa.BigInteger(), nullable=False),
        sa.Column("entry", sa.LargeBinary(), nullable=False),
        sa.Column("described", sa.Integer(), nullable=False),
        sa.Column("into", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "passage",
        sa.Column("entry", sa.LargeBinary(), autoincrement=False, nullable=False),
        sa.Column("attendee_id", sa.String(), nullable=False),
        sa.Column("said_attendee_id", sa.String(), nullable=False),
        sa.Column("code_id", sa.String(), nullable=False),
        sa.Column("checkpoint_id", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("said_at", sa.BigInteger(), nullable=False),
        sa.Column("by_hand", sa.Integer(), nullable=False),
        sa.Column("hlc", sa.BigInteger(), nullable=False),
        sa.Column("station_id", sa.LargeBinary(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("override", sa.String(), nullable=False),
        sa.Column("undone", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("entry"),
    )
    op.create_index("passage_attendee", "passage", ["attendee_id", "checkpoint_id"], unique=False)
    op.create_index("passage_code", "passage", ["code_id"], unique=False)
    op.create_index("passage_station", "passage", ["station_id", "said_at"], unique=False)
    op.create_index("passage_time", "passage", ["hlc"], unique=False)
    op.create_table(
        "personal",
        sa.Column("entry", sa.LargeBinary(), autoincrement=False, nullable=False),
        sa.Column("place", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("entry", "place"),
    )
    op.create_table(
        "presence",
        sa.Column("attendee_id", sa.String(), autoincrement=False, nullable=False),
        sa.Column("checkpoint_id", sa.String(), autoincrement=False, nullable=False),
        sa.Column("inside", sa.Integer(), nullable=False),
        sa.Column("admissions", sa.BigInteger(), nullable=False),
        sa.Column("first_at", sa.BigInteger(), nullable=True),
        sa.Column("last_in_at", sa.BigInteger(), nullable=True),
        sa.Column("last_out_at", sa.BigInteger(), nullable=True),
        sa.Column("station_id", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("attendee_id", "checkpoint_id"),
    )
    op.create_index("presence_inside", "presence", ["checkpoint_id", "inside"], unique=False)
    op.create_table(
        "profile",
        sa.Column("entry", sa.LargeBinary(), autoincrement=False, nullable=False),
        sa.Column("attendee_id", sa.String(), autoincrement=False, nullable=False),
        sa.Column("place", sa.BigInteger(), nullable=False),
        sa.Column("hlc", sa.BigInteger(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("region", sa.String(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("replaces", sa.LargeBinary(), nullable=False),
        sa.Column("import_id", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("entry", "attendee_id"),
    )
    op.create_index("profile_attendee", "profile", ["attendee_id"], unique=False)
    op.create_index("profile_import", "profile", ["import_id"], unique=False)
    op.create_table(
        "revocation",
        sa.Column("entry", sa.LargeBinary(), autoincrement=False, nullable=False),
        sa.Column("station_id", sa.LargeBinary(), nullable=False),
        sa.Column("last_seq", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("entry"),
    )
    op.create_index("revocation_station", "revocation", ["station_id"], unique=False)
    op.create_table(
        "search_row",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("attendee_id", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("attendee_id"),
    )
    op.create_table(
        "contact",
        sa.Column("station_id", sa.LargeBinary(), autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("station_id"),
    )
    op.create_table(
        "token",
        sa.Column("digest", sa.LargeBinary(), autoincrement=False, nullable=False),
        sa.Column("station_id", sa.LargeBinary(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("digest"),
    )
    op.create_index("token_expiry", "token", ["expires_at"], unique=False)
    op.create_table(
        "code",
        sa.Column("digest", sa.LargeBinary(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("digest"),
    )
    op.create_table(
        "claim",
        sa.Column("entry", sa.LargeBinary(), autoincrement=False, nullable=False),
        sa.Column("station_id", sa.LargeBinary(), nullable=False),
        sa.Column("attendee_id", sa.String(), nullable=False),
        sa.Column("checkpoint_id", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("entry"),
    )
    op.create_index("claim_checkpoint", "claim", ["checkpoint_id"], unique=False)
    op.create_table(
        "settlement",
        sa.Column("entry", sa.LargeBinary(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("members", sa.LargeBinary(), nullable=False),
        sa.Column("choice", sa.String(), nullable=False),
        sa.Column("replaces", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("entry"),
    )
    op.create_index("settlement_subject", "settlement", ["kind", "subject"], unique=False)
    op.create_table(
        "slot",
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("first_serial", sa.BigInteger(), nullable=False),
        sa.Column("last_serial", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_table(
        "station",
        sa.Column("id", sa.LargeBinary(), autoincrement=False, nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("slot", sa.BigInteger(), nullable=False),
        sa.Column("slot_hlc", sa.BigInteger(), nullable=False),
        sa.Column("enrolment", sa.LargeBinary(), nullable=False),
        sa.Column("name_hlc", sa.BigInteger(), nullable=False),
        sa.Column("name_entry", sa.LargeBinary(), nullable=False),
        sa.Column("succeeds", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "undo",
        sa.Column("entry", sa.LargeBinary(), autoincrement=False, nullable=False),
        sa.Column("target", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("entry"),
    )
    op.create_index("undo_target", "undo", ["target"], unique=False)
    op.create_table(
        "withdrawal",
        sa.Column("entry", sa.LargeBinary(), autoincrement=False, nullable=False),
        sa.Column("attendee_id", sa.String(), nullable=False),
        sa.Column("hlc", sa.BigInteger(), nullable=False),
        sa.Column("withdrawn", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("entry"),
    )
    op.create_index("withdrawal_attendee", "withdrawal", ["attendee_id"], unique=False)
    search.create(op.get_bind())
