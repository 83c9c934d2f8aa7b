"""What this computer notes of the event files that are its own."""

import json
from pathlib import Path

import pytest

from checkin_desktop.places import state_folder
from checkin_desktop.startup.identity import remember, settle_identity
from support.desks import Station, found, opened, snapshot


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Station:
    monkeypatch.setenv("CHECKIN_HOME", str(tmp_path / "home"))
    return found(tmp_path / "one.checkin")


def noted() -> dict[str, dict[str, object]]:
    return dict(json.loads((state_folder() / "stations.json").read_text(encoding="utf-8")))


def test_files_long_gone_are_forgotten(desk: Station, tmp_path: Path) -> None:
    gone, kept = found(tmp_path / "gone.checkin"), found(tmp_path / "kept.checkin")
    for station in (gone, kept, desk):
        remember(station.file, station.path)
        station.close()
    gone.path.unlink()
    names = {s.file.station.station_id.hex() for s in (gone, kept, desk)}
    later = found(tmp_path / "later.checkin")
    later.clock.turn(89 * 24 * 3600)
    remember(later.file, later.path)
    assert names < set(noted())
    later.clock.turn(2 * 24 * 3600)
    remember(later.file, later.path)
    assert names - set(noted()) == {gone.file.station.station_id.hex()}
    later.close()


def test_notes_of_an_older_program_are_forgotten_only_later(desk: Station, tmp_path: Path) -> None:
    remember(desk.file, desk.path)
    file = state_folder() / "stations.json"
    old = {"ab" * 16: {"path": str(tmp_path / "none.checkin"), "seq": 3, "hash": ""}}
    file.write_text(json.dumps(noted() | old), encoding="utf-8")
    remember(desk.file, desk.path)
    assert "ab" * 16 in noted()
    desk.clock.turn(91 * 24 * 3600)
    remember(desk.file, desk.path)
    assert "ab" * 16 not in noted()
    desk.close()


def test_a_copied_file_still_goes_on_as_a_new_station(desk: Station, tmp_path: Path) -> None:
    remember(desk.file, desk.path)
    copy = opened(snapshot(desk, tmp_path / "copy.checkin"), desk, noticed=False)
    settle_identity(copy.file, copy.path)
    assert copy.file.station.station_id != desk.file.station.station_id
    for station in (copy, desk):
        station.close()
