"""The camera on screen: what it sees, what is wrong with it, and its settings; driven by simulated webcams."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from checkin_desktop.domain.admission import Source
from checkin_desktop.gui.camera import FeedState, ShownFrame
from checkin_desktop.gui.feed_picture import FeedPicture
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.desk import DeskPage
from checkin_desktop.gui.pages.desk.unreadable import Unreadable
from checkin_desktop.gui.pages.settings import SettingsPage
from checkin_desktop.gui.tools import Picture
from checkin_desktop.scanning.decoder import DoorDecoder
from checkin_desktop.scanning.live import LiveCamera, Patience
from checkin_desktop.scanning.sources import locate
from checkin_desktop.scanning.watch import Watch
from checkin_desktop.services.badges import badge_faces
from checkin_desktop.services.ports.scanning import (
    CameraSettings,
    Control,
    Hint,
    Listening,
    Pixels,
    Symbologies,
    Symbology,
)
from checkin_desktop.services.recent_passages import recent_passages
from checkin_desktop.words.verdicts import Cue, Tone
from support.cameras import Driver
from support.codes import in_frame, qr, write_image

from .conftest import Settled

QUICK = Patience(poll=0.02, silent=0.1, hung=0.3, black=0.1, frozen=0.1, look=0.02, again=0.02, release=0.1)


class Hall:
    """What the lens sees: a code or nothing, with a spot that changes so that frames differ."""

    def __init__(self) -> None:
        self.code = ""

    def __call__(self, number: int) -> Pixels:
        grey = in_frame(qr(self.code, error="H")) if self.code else np.full((720, 1280), 120, np.uint8)
        pixels = np.ascontiguousarray(np.atleast_3d(grey).repeat(3, 2) if grey.ndim == 2 else grey)
        pixels[:60, :60] = number * 37 % 200
        return pixels


@pytest.fixture
def hall() -> Hall:
    return Hall()


@pytest.fixture
def driver(hall: Hall) -> Driver:
    return Driver(hall)


@pytest.fixture
def heard() -> list[Tone | Cue]:
    return []


@pytest.fixture
def asked() -> list[frozenset[Symbology]]:
    """With which symbologies the source was opened."""
    return []


@pytest.fixture
def context(
    context: Context, driver: Driver, heard: list[Tone | Cue], asked: list[frozenset[Symbology]]
) -> Context:
    """With a simulated webcam on this computer."""

    def watch(where: str, settings: CameraSettings, also: Symbologies, told: Listening) -> Watch:
        asked.append(also)
        camera = LiveCamera(
            where,
            partial(locate, where, driver.cameras),
            told.status,
            settings,
            opener=driver.open,
            patience=QUICK,
        )
        return Watch(camera, DoorDecoder(), told.frame, told.sighting, told.end)

    tools = replace(context.tools, watch=watch, list_cameras=driver.cameras, play=heard.append)
    context.tools = context.camera._tools = tools
    change = context.change_preferences
    context.change_preferences = lambda p: (change(p), context.camera.preferences_changed())
    return context


@pytest.fixture
def desk(context: Context, qtbot: QtBot) -> DeskPage:
    page = DeskPage(context)
    qtbot.addWidget(page)
    page.resize(1150, 710)
    page.show()
    page.refresh()
    qtbot.waitUntil(lambda: context.camera.current.state is FeedState.LIVE, timeout=10_000)
    return page


def test_a_badge_before_the_lens_is_outlined_and_admitted_and_again_after_it_left(
    desk: DeskPage, hall: Hall, heard: list[Tone | Cue], qtbot: QtBot
) -> None:
    shown: list[ShownFrame] = []
    desk.feed.frame.connect(shown.append)
    code = badge_faces(desk.context.desk)[0][1].code
    hall.code = code
    qtbot.waitUntil(lambda: len(recent_passages(desk.context.desk)) == 1, timeout=20_000)
    qtbot.waitUntil(lambda: any(f.outlines for f in shown), timeout=20_000)
    qtbot.waitUntil(lambda: heard == [Tone.ADMITTED], timeout=20_000)
    assert recent_passages(desk.context.desk)[0].source is Source.CAMERA
    outline = next(f.outlines[0] for f in shown if f.outlines)
    assert all(0 < x < 1 and 0 < y < 1 for x, y in outline)


def test_each_loss_is_said_on_the_picture_and_goes_away_with_it(
    desk: DeskPage, driver: Driver, hall: Hall, qtbot: QtBot
) -> None:
    said = desk.feed_view.picture
    assert said.message == ""
    driver.plugged = False
    qtbot.waitUntil(lambda: "No hay ninguna cámara" in said.message, timeout=10_000)
    driver.plugged, driver.held = True, True
    qtbot.waitUntil(lambda: "Cierre otros programas" in said.message, timeout=10_000)
    driver.held = False
    qtbot.waitUntil(lambda: said.message == "", timeout=10_000)
    driver.shoot = lambda _: np.zeros((720, 1280, 3), np.uint8)
    qtbot.waitUntil(lambda: "negra" in said.message, timeout=10_000)
    driver.shoot = hall
    qtbot.waitUntil(lambda: said.message == "", timeout=10_000)


def _picture(context: Context, qtbot: QtBot) -> FeedPicture:
    made = FeedPicture(context)
    qtbot.addWidget(made)
    made.resize(640, 360)
    made.show()
    return made


def _half(left: str, right: str) -> Picture:
    image = np.zeros((360, 640, 3), np.uint8)
    for half, colour in ((image[:, :320], left), (image[:, 320:], right)):
        half[:] = QColor(colour).getRgb()[:3]
    return Picture(640, 360, image.tobytes())


def test_the_mirror_is_only_in_the_preview(context: Context, qtbot: QtBot) -> None:
    made = _picture(context, qtbot)
    context.change_preferences(replace(context.preferences(), guide=False))
    corners = ((0.1, 0.4), (0.2, 0.4), (0.2, 0.6), (0.1, 0.6))
    frame = ShownFrame(_half("#FF0000", "#0000FF"), (corners,))
    made.show_frame(frame)
    plain = made.grab().toImage()
    context.camera.mirrored = True
    made.show_frame(frame)
    mirrored = made.grab().toImage()
    assert plain.pixelColor(40, 300).name() == "#ff0000"
    assert mirrored.pixelColor(40, 300).name() == "#0000ff"
    assert plain.pixelColor(96, 165).name() != "#ff0000"
    assert mirrored.pixelColor(640 - 96, 165).name() != "#ff0000"


@pytest.mark.parametrize("hint", Hint)
def test_every_hint_is_painted_and_told_to_a_screen_reader(
    hint: Hint, context: Context, qtbot: QtBot
) -> None:
    made = _picture(context, qtbot)
    plain = ShownFrame(_half("#303030", "#303030"), ())
    made.show_frame(plain)
    before = made.grab().toImage()
    corners = ((0.4, 0.4), (0.6, 0.4), (0.6, 0.6), (0.4, 0.6))
    made.show_frame(ShownFrame(plain.picture, (), corners, hint))
    assert made.hint is hint
    assert made.accessibleDescription() == context.say(f"camera-hint-{hint.value}")
    shown = made.grab().toImage()
    assert shown != before
    assert shown.pixelColor(320, 180) == before.pixelColor(320, 180)
    made.show_frame(plain)
    assert made.hint is hint
    made.show_frame(ShownFrame(plain.picture, (corners,)))
    assert made.hint is None


def test_unreadable_is_heard_once_for_a_badge_and_not_for_one_that_is_read() -> None:
    told = Unreadable()
    sounded = [told.tell(True, False, n / 10) for n in range(100)]
    assert sounded.count(True) == 1
    assert 1.5 < sounded.index(True) / 10 < 3
    assert not any(told.tell(False, True, 10 + n / 10) for n in range(50))
    assert any(told.tell(True, False, 20 + n / 10) for n in range(40))


def _drop(page: DeskPage, data: QMimeData) -> None:
    page.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def test_a_dropped_photograph_and_a_pasted_screenshot_are_scanned(
    desk: DeskPage, tmp_path: Path, settled: Settled, qtbot: QtBot
) -> None:
    codes = [face.code for _, face in badge_faces(desk.context.desk)[:2]]
    photo = QMimeData()
    photo.setUrls([QUrl.fromLocalFile(str(write_image(tmp_path / "foto ñ.jpg", qr(codes[0], error="H"))))])
    _drop(desk, photo)
    settled()
    screenshot = qr(codes[1], error="H")
    image = QImage(str(write_image(tmp_path / "captura.png", screenshot)))
    QGuiApplication.clipboard().setImage(image)
    desk.search.setFocus()
    qtbot.keyClick(desk.search, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settled()
    qtbot.waitUntil(lambda: len(recent_passages(desk.context.desk)) == 2, timeout=10_000)
    assert {p.source for p in recent_passages(desk.context.desk)} == {Source.CAMERA}
    assert desk.search.text() == ""


def test_a_picture_without_a_code_says_so_and_is_heard(
    desk: DeskPage, notes: list[str], heard: list[Tone | Cue], settled: Settled
) -> None:
    data = QMimeData()
    image = QImage(200, 100, QImage.Format.Format_ARGB32)
    image.fill(0)
    data.setImageData(image)
    _drop(desk, data)
    settled()
    assert notes == [desk.context.say("desk-picture-nothing")]
    assert heard == [Cue.UNREADABLE]


def test_text_in_the_clipboard_is_pasted_as_text(desk: DeskPage, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("quispe")
    desk.search.setFocus()
    qtbot.keyClick(desk.search, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert desk.search.text() == "quispe"


@pytest.fixture
def settings(context: Context, driver: Driver, qtbot: QtBot) -> SettingsPage:
    driver.controls = frozenset({cv2.CAP_PROP_BRIGHTNESS})
    driver.values = {cv2.CAP_PROP_BRIGHTNESS: 100}
    page = SettingsPage(context)
    qtbot.addWidget(page)
    page.resize(1150, 710)
    page.show()
    page.refresh()
    qtbot.waitUntil(lambda: context.camera.current.state is FeedState.LIVE, timeout=10_000)
    qtbot.waitUntil(lambda: page.camera.granted.text() != "", timeout=10_000)
    return page


def test_the_settings_show_a_live_picture_what_was_granted_and_only_controls_that_work(
    settings: SettingsPage, qtbot: QtBot
) -> None:
    frames = QSignalSpy(settings.context.camera.frame)
    qtbot.waitUntil(lambda: frames.count() > 2, timeout=10_000)
    assert "1280 × 720" in settings.camera.granted.text()
    assert "MJPG" in settings.camera.granted.text()
    assert settings.camera.lens[Control.BRIGHTNESS].isVisible()
    assert not settings.camera.lens[Control.FOCUS].isVisible()
    assert settings.camera.camera.findText("Lente") > 0


def test_few_frames_a_second_are_said(settings: SettingsPage, driver: Driver, qtbot: QtBot) -> None:
    driver.slow = True
    settings.context.camera.start("")
    said = settings.context.say("settings-camera-slow")
    qtbot.waitUntil(lambda: settings.camera.trouble.text() == said, timeout=10_000)


def test_a_remembered_camera_that_is_away_keeps_its_name(settings: SettingsPage) -> None:
    away = "046d:0825:Cámara del proyector#1"
    settings.context.change_preferences(replace(settings.context.preferences(), camera=away))
    settings.camera.show_cameras(())
    assert settings.camera.camera.currentText() == "Cámara del proyector"


def test_what_is_chosen_is_kept_and_reaches_the_camera(
    settings: SettingsPage, driver: Driver, asked: list[frozenset[Symbology]], qtbot: QtBot
) -> None:
    camera, context = settings.camera, settings.context
    camera.lens[Control.BRIGHTNESS].setValue(140)
    qtbot.waitUntil(lambda: driver.values[cv2.CAP_PROP_BRIGHTNESS] == 140, timeout=10_000)
    qtbot.mouseClick(camera.mirror, Qt.MouseButton.LeftButton)
    assert context.preferences().mirror is camera.mirror.isChecked()
    assert context.camera.mirrored is camera.mirror.isChecked()
    camera.zoom.setCurrentIndex(camera.zoom.findData(200))
    camera.zoom.activated.emit(camera.zoom.currentIndex())
    assert context.preferences().zoom == 200
    assert asked == [frozenset()]
    qtbot.mouseClick(camera.kinds["aztec"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: asked[-1] == frozenset({Symbology.AZTEC}), timeout=10_000)
    assert context.preferences().brightness == 140


def test_the_scanners_prefix_and_suffix_are_kept(settings: SettingsPage, qtbot: QtBot) -> None:
    settings.prefix.setFocus()
    qtbot.keyClicks(settings.prefix, "~")
    settings.suffix.setText("$")
    settings.suffix.editingFinished.emit()
    chosen = settings.context.preferences()
    assert (chosen.scanner_prefix, chosen.scanner_suffix) == ("~", "$")
