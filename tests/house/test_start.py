"""What a desk loads before it can scan: nothing that only papers, pictures, lists, hubs or older files need."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.support import midday

from checkin_desktop.domain.event import EventSettings
from checkin_desktop.startup.events import create_event
from checkin_desktop.words import load_words

# By what brings them in: papers, lists, hubs and their network, older event files, mail, signatures, commands, the
# first search that forgives a slip.
HEAVY = {
    "reportlab", "fontTools", "pikepdf", "PIL", "xlsxwriter", "python_calamine", "litestar", "uvicorn", "httpx",
    "zeroconf", "alembic", "smtplib", "pyhanko", "pypdfium2", "cryptography.x509", "typer", "pydantic", "rapidfuzz",
}  # fmt: skip
CAMERA = {"cv2", "numpy", "zxingcpp"}
"""Loaded for the camera, beside the window."""

_PAGES = "checkin_desktop.gui.pages."
IMPORTED = "import sys, checkin_desktop.startup.desk; print(*sys.modules)"
OPENED = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from checkin_desktop.cli.main import run

application = QApplication([])

def look():
    views = [w.event_view for w in application.topLevelWidgets() if hasattr(w, "event_view")]
    if views and views[0] is not None and views[0].context.session.checkpoint is not None:
        print(*sys.modules, flush=True)
        os._exit(0)

looking = QTimer()
looking.timeout.connect(look)
looking.start(5)
run(["--event", sys.argv[1]])
"""


def loaded(home: Path, program: str, *arguments: str) -> set[str]:
    """The modules and packages that the program had loaded."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "CHECKIN_HOME": str(home)}
    said = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    return set(said.stdout.split())


def test_the_window_is_imported_without_the_heavy_libraries(tmp_path: Path) -> None:
    found = loaded(tmp_path, IMPORTED)
    assert {"PySide6", "sqlalchemy"} <= found
    assert found & (HEAVY | CAMERA) == set()


def test_a_desk_scans_before_any_of_them_is_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHECKIN_HOME", str(tmp_path))
    with create_event(
        EventSettings("Encuentro", (midday.today(),), timezone=midday.zone()), load_words("es")
    ) as opened:
        path = opened.path
    found = loaded(tmp_path, OPENED, str(path))
    assert {"PySide6", "sqlalchemy"} <= found
    assert found & HEAVY == set()
    pages = {name.removeprefix(_PAGES).partition(".")[0] for name in found if name.startswith(_PAGES)}
    assert pages == {"desk"}
