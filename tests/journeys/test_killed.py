"""The power fails while badges are being scanned: whatever was shown is there when the desk starts again."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.support import midday

from checkin_desktop.cli.main import run
from checkin_desktop.documents.badges import draw_badges
from checkin_desktop.domain.event import EventSettings
from checkin_desktop.rosters.read import read_roster
from checkin_desktop.services.badges import badge_faces
from checkin_desktop.services.desk import settings
from checkin_desktop.services.import_roster import import_roster
from checkin_desktop.startup.demo_event import demo_roster
from checkin_desktop.startup.demo_film import badge_pictures, read_from_film
from checkin_desktop.startup.events import create_event, open_event
from checkin_desktop.words import load_words

BADGES = 16


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """An event of today with the demo's people, and a video of the first badges."""
    home = tmp_path_factory.mktemp("made")
    words = load_words("es")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CHECKIN_HOME", str(home))
        with create_event(
            EventSettings("Encuentro", (midday.today(),), timezone=midday.zone()), words
        ) as opened:
            import_roster(opened.desk, read_roster(demo_roster()))
            faces = [face for _, face in badge_faces(opened.desk)][:BADGES]
            sheets = home / "badges.pdf"
            sheets.write_bytes(draw_badges(faces, settings(opened.desk), words))
        video = home / "badges.mp4"
        codes, _ = read_from_film(badge_pictures(sheets, BADGES), video, seed=5)
        assert codes == [face.code for face in faces]
        return opened.path, video


@pytest.fixture
def filmed(made: tuple[Path, Path], home: Path) -> tuple[Path, Path]:
    """The event file carried to a computer of its own."""
    event, video = made
    return Path(shutil.copy(event, home)), video


@pytest.mark.slow
@pytest.mark.parametrize("shown", [0, 1, 2, 5, 9, BADGES - 1])
def test_a_kill_during_scanning_loses_nothing_that_was_shown(
    filmed: tuple[Path, Path], shown: int, capsys: pytest.CaptureFixture[str]
) -> None:
    event, video = filmed
    command = [sys.executable, "-m", "checkin_desktop", "--event", str(event)]
    scanning = subprocess.Popen(
        [*command, "scan", "--source", str(video), "--json"],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert scanning.stdout is not None
    lines = [json.loads(scanning.stdout.readline()) for _ in range(shown)]
    scanning.send_signal(signal.SIGKILL)
    rest, _ = scanning.communicate()
    lines += [json.loads(line) for line in rest.splitlines() if line.endswith("}")]
    assert all(line["verdict"] == "admitted" for line in lines)

    assert run(["--event", str(event), "journal", "verify"]) == 0
    with open_event(event) as opened, opened.desk.store.read() as reads:
        for line in lines:
            passage = reads.passages.passage(bytes.fromhex(line["entry"]))
            assert passage is not None
            assert passage.attendee_id == line["attendee"]["id"]
        counted = reads.event.counts().admitted
    assert counted in (len(lines), len(lines) + 1)

    assert run(["--event", str(event), "scan", "--source", str(video), "--json"]) == 0
    capsys.readouterr()
    with open_event(event) as opened, opened.desk.store.read() as reads:
        assert reads.event.counts().admitted == BADGES
