"""The schema of event files, and how older ones are brought up to it (Alembic)."""
