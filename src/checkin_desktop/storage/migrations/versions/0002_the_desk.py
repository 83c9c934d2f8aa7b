"""Operators, rules, meetings, templates and what else the desk and its certificates came to know."""

from alembic import op

from checkin_desktop.storage.migrations.projections import lay_projections_anew

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    lay_projections_anew(op.get_bind())
