"""`checkin-desktop demo --headless`, as the README tells people to run it.

Where it was run just now, CHECKIN_DEMO_OUT names what it left.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from checkin_desktop.scanning.stills import decode_file
from checkin_desktop.services.desk import event_info
from checkin_desktop.services.settle_conflict import conflicts
from checkin_desktop.startup.events import open_event

PAPERS = (
    *(
        "badges.pdf",
        "certificates.pdf",
        "list.pdf",
        "register.pdf",
        "cargo.pdf",
        "attendance.xlsx",
        "roster.xlsx",
    ),
    *("agenda.pdf", "actas.pdf", "delegations.pdf", "summary.pdf", "meetings.xlsx"),
)


def run(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "checkin_desktop", *arguments],
        env=os.environ | {"CHECKIN_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_the_whole_event_without_a_window(home: Path) -> None:
    out = Path(os.environ.get("CHECKIN_DEMO_OUT") or home / "out")
    if not os.environ.get("CHECKIN_DEMO_OUT"):
        done = run(home, "demo", "--headless", "--out", str(out))
        assert done.returncode == 0, done.stderr
        assert str(out) in done.stdout
    summary: dict[str, Any] = json.loads((out / "summary.json").read_text(encoding="utf-8"))
    assert summary["attendees"] == 130
    assert summary["decode_misses"] == 0
    assert 120 <= summary["admitted"] < 130
    assert summary["refused"] == 7
    assert summary["conflicts"] == 7
    assert summary["certificates"] == summary["verified"] > 100
    assert summary["speakers_with_talk"] >= 6
    assert (summary["numbers_void"], summary["numbers_replaced"]) == (1, 1)
    assert summary["handed_over_together"] >= 3
    assert (summary["meetings"], summary["meetings_held"], summary["meetings_no_show"]) == (24, 4, 1)
    assert summary["actas"] == 4
    assert summary["delegations_arranged"] == 2
    assert summary["regions_present"] <= summary["regions"] == 18
    assert summary["seconds"] > 0
    assert all((out / name).stat().st_size > 1000 for name in PAPERS)
    shown = {path.stem for path in (out / "screenshots").glob("*.png")}
    assert shown >= {"desk-es", "desk-undo-es", "people-walk-in-es", "certificates-2-es", "sign-in-pin-es"}
    assert shown >= {"desk-en-dark", "people-en-dark", "desk-refused-es-200"}
    assert run(home, "event", "info").returncode == 1, "the demo must not become the event opened next"

    digests = [
        run(home, "--event", str(out / f"desk-{n}.checkin"), "journal", "digest").stdout for n in (1, 2)
    ]
    assert digests[0] == digests[1] != ""
    for number in (1, 2):
        with open_event(out / f"desk-{number}.checkin", for_writing=False) as opened:
            info = event_info(opened.desk)
            assert (info.admitted, info.refused, info.conflicts) == (summary["admitted"], 7, 0)
            assert len(conflicts(opened.desk, open_only=False)) == summary["conflicts"]
            with opened.desk.store.read() as reads:
                assert reads.journal.faults() == []
    codes = {reading.text for reading in decode_file(out / "certificates.pdf").readings}
    assert len(codes) == summary["certificates"]
    verified = run(
        home, "--event", str(out / "desk-2.checkin"), "verify", str(out / "certificates.pdf"), "--json"
    )
    assert json.loads(verified.stdout)["verdict"] == "valid"


def test_where_its_files_cannot_lie_it_says_so(home: Path) -> None:
    (home / "taken").write_text("not a folder")
    done = run(home, "demo", "--headless", "--out", str(home / "taken"))
    assert done.returncode == 1
    assert "taken" in done.stderr
    assert len(done.stderr.splitlines()) == 1
