"""Pictures of every page on the demo event, as a customer would see them: for the README, and for our own eyes."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from checkin_desktop.documents.badges import draw_badges
from checkin_desktop.domain.operators import Role
from checkin_desktop.domain.template import TemplateUse
from checkin_desktop.gui.pages.designer import DesignerPage
from checkin_desktop.gui.pages.desk import DeskPage
from checkin_desktop.gui.pages.event import EventPage
from checkin_desktop.gui.preferences import Preferences
from checkin_desktop.gui.shell import MainWindow
from checkin_desktop.gui.shell.event_view import EventView
from checkin_desktop.gui.tour import Tour
from checkin_desktop.services.badges import badge_faces
from checkin_desktop.services.desk import settings
from checkin_desktop.services.find_attendee import roster
from checkin_desktop.services.operators import add
from checkin_desktop.services.shipped_templates import shipped_default
from checkin_desktop.startup.demo_event import demo_event, demo_roster
from checkin_desktop.startup.demo_film import badge_pictures, filmed
from checkin_desktop.startup.desk import EventHolder, build_application, build_window
from checkin_desktop.words import load_words

_SIZE = (1366, 768)
_LOOKS = (
    Preferences(language="es"),
    Preferences(language="en"),
    Preferences(language="es", theme="dark"),
    Preferences(language="es", scale=200),
)
_TEAM = (
    ("Ana Lucía Ríos", Role.ORGANISER, "4821"),
    ("Julián Mamani", Role.SUPERVISOR, "5832"),
    ("Rosa Quispe", Role.DESK, "6843"),
    ("Percy Huanca", Role.STEWARD, "7854"),
)
_SEED, _HELD = 11, 6
_CALM_MS, _STEP_MS, _LONGEST_MS = 120, 20, 30_000


def take_screenshots(out: Path) -> int:
    """Writes `<page>-<language>[-dark][-200].png` at 1366×768; answers how many. Touches nobody's own events."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    out.mkdir(parents=True, exist_ok=True)
    build_application()
    with _own_home() as home:
        taken = 0
        for look in _LOOKS:
            for path in (home / "events", home / "state"):
                shutil.rmtree(path, ignore_errors=True)
            taken += _Camera(out, look, home).take_all(demo_event(load_words(look.language)))
        return taken


class _Camera:
    """Walks through one window in one look."""

    def __init__(self, out: Path, look: Preferences, film: Path) -> None:
        self._out, self._look, self._film = out, look, film
        self._window: MainWindow = build_window(EventHolder(), look, lambda _: None)
        self._window.resize(*_SIZE)
        self._window.show()
        self._taken = 0

    def take_all(self, event: Path) -> int:
        self._take("welcome", self._window)
        self._window.open_path(event)
        self._settle()
        view = self._window.event_view
        if view is None:
            raise RuntimeError("the demo event did not open")
        self._desk(view)
        for name in view.pages:
            if name != DeskPage.name:
                view.go(name)
                self._take(name, self._window)
        view.go(DesignerPage.name)
        designer = view.pages[DesignerPage.name]
        assert isinstance(designer, DesignerPage)
        designer.open(shipped_default(TemplateUse.CERTIFICATE))
        self._take("designer-editor", self._window)
        organised = view.pages[EventPage.name]
        assert isinstance(organised, EventPage)
        view.go(EventPage.name)
        for place, tab in ((2, "programme"), (3, "rules")):
            organised.tabs.setCurrentIndex(place)
            self._take(f"event-{tab}", self._window)
        view.go("import")
        view.import_file(demo_roster())
        self._take("import-review", self._window)
        view.context.session.walk_in_wanted.emit("Rosa Quispe")
        self._take("people-walk-in", self._window)
        self._team(view)
        self._window.close()
        return self._taken

    def _team(self, view: EventView) -> None:
        """The tour, the kiosk, and operators who sign in."""
        tour = Tour(view.context, view)
        self._take("tour", tour)
        tour.close()
        view.frames.setCurrentWidget(view.kiosk)
        view.kiosk.begin(view.topbar.event_name.text(), "")
        self._take("kiosk", self._window)
        view.frames.setCurrentWidget(view.work)
        for name, role, pin in _TEAM:
            add(view.context.desk, name, role, pin, "cuatro palabras al azar")
        view.context.session.changed.emit()
        view.go("operators")
        self._take("operators-team", self._window)
        view.guard.lock()
        self._take("sign-in", self._window)

    def _desk(self, view: EventView) -> None:
        desk = view.pages[DeskPage.name]
        assert isinstance(desk, DeskPage)
        checkpoint = view.context.session.checkpoint
        people = roster(view.context.desk, checkpoint.id if checkpoint else None)
        came = next(line for line in people if line.admitted_at is not None)
        new = [line for line in people if line.admitted_at is None]
        hall, shown = self._pictures(view, new[5].attendee.id)
        desk.feed.start(str(hall))
        self._take("desk", self._window)
        desk.notice.confirm()
        desk.feed.start(str(shown))
        self._take("desk-admitted", self._window)
        desk.presenter.admit(came.attendee.id)
        self._take("desk-already", self._window)
        desk.take_scan("7YQ-OTRO-EVENTO")
        self._take("desk-refused", self._window)
        desk.search.setText("quilla")
        self._take("desk-search", self._window)
        desk.search.clear()
        view.context.session.certificate_wanted.emit(came.attendee.id)
        self._take("certificates-person", self._window)

    def _pictures(self, view: EventView, attendee_id: str) -> tuple[Path, Path]:
        """What the camera sees: the hall alone, and somebody who holds up a badge."""
        desk = view.context.desk
        faces = [face for _, face in badge_faces(desk, [attendee_id])]
        sheet = self._film / "sheet.pdf"
        sheet.write_bytes(draw_badges(faces, settings(desk), load_words(self._look.language)))
        frames = list(filmed(badge_pictures(sheet, 1), _SEED))
        paths = self._film / "hall.png", self._film / "shown.png"
        for path, frame in zip(paths, (frames[0], frames[_HELD]), strict=True):
            Image.fromarray(frame.pixels[:, :, ::-1]).save(path)
        return paths

    def _take(self, name: str, widget: QWidget) -> None:
        self._settle()
        self._window.toast.hide()
        parts = [name, self._look.language]
        if self._look.theme != "light":
            parts.append(self._look.theme)
        if self._look.scale != 100:
            parts.append(str(self._look.scale))
        widget.grab().save(str(self._out / f"{'-'.join(parts)}.png"))
        self._taken += 1

    def _settle(self) -> None:
        """Until the lanes have been idle for a while."""
        idle, waited = 0, 0
        while idle < _CALM_MS and waited < _LONGEST_MS:
            _turn(_STEP_MS)
            waited += _STEP_MS
            idle = 0 if self._window.lanes.busy else idle + _STEP_MS


def _turn(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


@contextmanager
def _own_home() -> Iterator[Path]:
    before = os.environ.get("CHECKIN_HOME")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CHECKIN_HOME"] = folder
        try:
            yield Path(folder)
        finally:
            if before is None:
                del os.environ["CHECKIN_HOME"]
            else:
                os.environ["CHECKIN_HOME"] = before
