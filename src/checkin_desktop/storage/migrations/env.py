"""Alembic's entry point: always on the connection that `schema.bring_up_to_date` hands in."""

from alembic import context

from checkin_desktop.storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True
)
with context.begin_transaction():
    context.run_migrations()
