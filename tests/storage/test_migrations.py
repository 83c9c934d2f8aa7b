"""Older event files are backed up and brought up to date; newer, damaged and foreign ones are refused in words."""

import shutil
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect
from sqlcipher3 import dbapi2 as driver

from checkin_desktop.domain.admission import Source
from checkin_desktop.services.check_in import check_in
from checkin_desktop.services.find_attendee import search
from checkin_desktop.storage.engine import APPLICATION_ID, writer_engine
from checkin_desktop.storage.errors import EventFileError
from checkin_desktop.storage.event_file import create_event_file, open_event_file
from checkin_desktop.storage.migrations import schema
from checkin_desktop.storage.tables import metadata
from support.desks import Station, opened


def _schema_of(path: Path) -> dict[str, object]:
    engine = writer_engine(path)
    looked = inspect(engine)
    found_here = {
        table: (
            [(c["name"], str(c["type"]), c["nullable"]) for c in looked.get_columns(table)],
            looked.get_pk_constraint(table)["constrained_columns"],
            sorted((i["name"] or "", tuple(i["column_names"])) for i in looked.get_indexes(table)),
            sorted(tuple(u["column_names"]) for u in looked.get_unique_constraints(table)),
        )
        for table in looked.get_table_names()
    }
    engine.dispose()
    return found_here


def test_the_newest_step_is_the_one_that_the_program_lays() -> None:
    steps = ScriptDirectory.from_config(schema.migration_config())
    assert steps.get_heads() == [schema.HEAD]


def test_every_step_from_an_empty_file_comes_to_the_schema_of_a_new_one(tmp_path: Path) -> None:
    stepped, laid = tmp_path / "stepped.checkin", tmp_path / "laid.checkin"
    for path in (stepped, laid):
        engine = writer_engine(path)
        with engine.begin() as conn:
            if path == laid:
                schema.lay_schema(conn)
            else:
                config = schema.migration_config()
                config.attributes["connection"] = conn
                command.upgrade(config, "head")
        with engine.begin() as conn:
            unlike = compare_metadata(MigrationContext.configure(conn), metadata)
            ours = [d for d in unlike if not (d[0] == "remove_table" and d[1].name.startswith("search"))]
            assert ours == []
        engine.dispose()
    assert _schema_of(stepped) == _schema_of(laid)


def _set_version(path: Path, version: str) -> None:
    conn = driver.connect(str(path))
    conn.execute("UPDATE alembic_version SET version_num = ?", (version,))
    conn.commit()
    conn.close()


def _refused(path: Path) -> str:
    with pytest.raises(EventFileError) as told:
        open_event_file(path)
    return told.value.sentence


def test_a_newer_file_is_refused_untouched(one: Station) -> None:
    one.close()
    _set_version(one.path, "9999")
    before = one.path.read_bytes()
    assert _refused(one.path) == "storage-newer"
    assert one.path.read_bytes() == before
    assert list(one.path.parent.glob("*.backup")) == []


def test_an_older_file_is_backed_up_and_brought_up_to_date(
    one: Station, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """With a next step as a later version of the program would bring it."""
    versions = tmp_path / "migrations"
    here = Path(schema.__file__).parent
    shutil.copytree(here, versions)
    (versions / "versions" / "9000_next.py").write_text(
        f'revision = "9000"\ndown_revision = "{schema.HEAD}"\nfrom alembic import op\nimport sqlalchemy as sa\n'
        'def upgrade():\n    op.create_table("later", sa.Column("id", sa.Integer(), primary_key=True))\n',
        encoding="utf-8",
    )
    config = schema.migration_config()
    config.set_main_option("script_location", str(versions))
    monkeypatch.setattr(schema, "migration_config", lambda: config)
    monkeypatch.setattr(schema, "HEAD", "9000")
    entries = one.entries()
    one.close()
    again = opened(one.path, one, noticed=False)
    assert again.entries() == entries
    assert "later" in _schema_of(one.path)
    again.close()
    (backup,) = one.path.parent.glob("*.backup")
    assert "later" not in _schema_of(backup)
    copy = driver.connect(str(backup))
    assert copy.execute("SELECT count(*) FROM entry").fetchone()[0] == len(entries)
    copy.close()


def test_a_file_of_the_first_schema_comes_to_the_same_state(one: Station) -> None:
    check_in(one.desk, one.badge(one.person("Ana")), source=Source.CAMERA)
    digest, found = one.digest(), len(search(one.desk, "quispe"))
    assert found
    one.close()
    whole, first = one.path.with_suffix(".whole"), one.path
    first.rename(whole)
    engine = writer_engine(first)
    with engine.begin() as conn:
        config = schema.migration_config()
        config.attributes["connection"] = conn
        conn.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        command.upgrade(config, "0001")
    with engine.connect() as conn:
        conn.exec_driver_sql(f"ATTACH '{whole}' AS whole")
        for table in ("entry", "head", "personal", "contact", "local"):
            conn.exec_driver_sql(f"INSERT INTO {table} SELECT * FROM whole.{table}")
        conn.commit()
    engine.dispose()
    again = opened(first, one, noticed=False)
    assert (again.digest(), len(search(again.desk, "quispe"))) == (digest, found)
    again.close()


@pytest.mark.parametrize("damage", ["head", "text", "empty"])
def test_a_damaged_or_foreign_file_is_refused_in_words(one: Station, damage: str) -> None:
    one.close()
    whole = one.path.read_bytes()
    damaged = {"head": b"\0" * 100 + whole[100:], "text": b"hola, mesa 1" * 100, "empty": b""}[damage]
    one.path.write_bytes(damaged)
    assert _refused(one.path) in ("storage-damaged", "storage-not-an-event")


def test_a_torn_page_is_said_to_be_damage(one: Station) -> None:
    one.close()
    whole = bytearray(one.path.read_bytes())
    for page in range(4096, len(whole), 4096):
        whole[page : page + 4096] = b"\xff" * (len(whole[page : page + 4096]))
    one.path.write_bytes(bytes(whole))
    assert _refused(one.path) == "storage-damaged"


def test_another_programs_database_is_no_event(tmp_path: Path) -> None:
    path = tmp_path / "notes.checkin"
    conn = driver.connect(str(path))
    conn.execute("CREATE TABLE note (x)")
    conn.commit()
    conn.close()
    assert _refused(path) == "storage-not-an-event"
    assert _refused(tmp_path / "nowhere.checkin") == "storage-missing"


def test_an_event_is_not_created_over_another(one: Station) -> None:
    with pytest.raises(EventFileError) as told:
        create_event_file(one.path, one.secrets.event, one.file.station)
    assert told.value.sentence == "storage-already-there"
