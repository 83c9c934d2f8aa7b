"""A new file gets the newest schema; an older one is backed up, then brought up; a newer one is refused.

Alembic is loaded for the older ones alone.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text
from sqlcipher3 import dbapi2 as driver

from checkin_desktop.storage import search
from checkin_desktop.storage.backup import back_up
from checkin_desktop.storage.engine import APPLICATION_ID, writer_engine
from checkin_desktop.storage.errors import EventFileError
from checkin_desktop.storage.tables import metadata

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0002"
"""The newest step; a test holds it against the files in `versions/`."""
_VERSION_TABLE = """CREATE TABLE IF NOT EXISTS alembic_version (
    version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"""
"""As Alembic makes it."""


def lay_schema(conn: Connection) -> None:
    """All tables of the newest schema, in an empty file, or in the empty schema that the connection works in."""
    if conn.dialect.name == "sqlite":
        conn.execute(text(f"PRAGMA application_id={APPLICATION_ID}"))
    metadata.create_all(conn)
    search.create(conn)
    conn.execute(text(_VERSION_TABLE))
    conn.execute(text("DELETE FROM alembic_version"))
    conn.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD})


def bring_up_to_date(path: Path) -> None:
    """Raises EventFileError for a file that is no event, or is newer than this program."""
    found = _revision_of(path)
    if found == HEAD:
        return
    if found is None:
        raise EventFileError("storage-not-an-event", file=path.name)
    if found not in _known_revisions():
        raise EventFileError("storage-newer", file=path.name)
    back_up(path, f"before-{HEAD}")
    engine = writer_engine(path)
    try:
        with engine.begin() as conn:
            _step(conn)
    finally:
        engine.dispose()


def step_up(conn: Connection) -> None:
    """The tables that a hub's connection works in, brought up to date. Raises EventFileError if they are newer."""
    found = None
    if inspect(conn).has_table("alembic_version"):
        found = conn.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if found == HEAD:
        return
    if found not in _known_revisions():
        raise EventFileError("storage-newer", file="")
    _step(conn)


def migration_config() -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("path_separator", "os")
    return config


def _step(conn: Connection) -> None:
    from alembic import command

    config = migration_config()
    config.attributes["connection"] = conn
    command.upgrade(config, HEAD)


def _known_revisions() -> set[str]:
    from alembic.script import ScriptDirectory

    return {script.revision for script in ScriptDirectory.from_config(migration_config()).walk_revisions()}


def _revision_of(path: Path) -> str | None:
    """The schema that the file says it has; None if it is a database, but not one of ours."""
    connection = driver.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            return None
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return str(row[0]) if row else None
    except driver.DatabaseError as error:
        raise EventFileError("storage-damaged", file=path.name) from error
    finally:
        connection.close()
