"""A camera that is lost in every way there is: each is said in words, and it comes back by itself."""

import threading
import time
from collections.abc import Iterator
from functools import partial

import cv2
import numpy as np
import pytest

from checkin_desktop.scanning.decoder import DoorDecoder
from checkin_desktop.scanning.live import LiveCamera, Patience
from checkin_desktop.scanning.sources import locate
from checkin_desktop.scanning.troubles import CameraError, camera_trouble
from checkin_desktop.scanning.watch import Watch
from checkin_desktop.services.ports.scanning import (
    CameraSettings,
    CameraState,
    Control,
    Frame,
    Reading,
    Sighting,
    Unread,
)
from checkin_desktop.words import LANGUAGES, load_words
from support.cameras import Driver, Statuses, noise

QUICK = Patience(
    poll=0.02, opening=0.15, silent=0.1, hung=0.3, black=0.1, frozen=0.1, look=0.02, again=0.02, release=0.1
)


class Desk:
    """A camera being watched as the window does it."""

    def __init__(self, driver: Driver, wanted: str = "046d:0825:Lente#1", patience: Patience = QUICK) -> None:
        self.told, self.frames, self.seen = Statuses(), [], []
        self.camera = LiveCamera(
            wanted, partial(locate, wanted, driver.cameras), self.told, opener=driver.open, patience=patience
        )
        self.watch = Watch(self.camera, DoorDecoder(), self._frame, self.seen.append, lambda _: None)
        self.frames: list[Frame]
        self.seen: list[Sighting]

    def _frame(self, frame: Frame, readings: tuple[Reading, ...], unread: Unread | None) -> None:
        self.frames.append(frame)


@pytest.fixture
def driver() -> Driver:
    return Driver(noise())


@pytest.fixture
def desk(driver: Driver) -> Iterator[Desk]:
    made = Desk(driver)
    made.told.until(CameraState.LIVE)
    yield made
    made.watch.stop()


def test_it_is_granted_motion_jpeg_at_720p_and_says_so(desk: Desk) -> None:
    granted = desk.told.until(CameraState.LIVE).granted
    assert granted is not None
    assert (granted.width, granted.height, granted.rate, granted.format) == (1280, 720, 30, "MJPG")
    assert list(desk.told)[:2] == [CameraState.OPENING, CameraState.LIVE]
    assert desk.watch.name == "Lente"


def test_one_without_motion_jpeg_is_asked_for_less_rather_than_for_five_frames_a_second() -> None:
    desk = Desk(Driver(noise(), mjpg=False))
    granted = desk.told.until(CameraState.LIVE).granted
    desk.watch.stop()
    assert granted is not None
    assert (granted.width, granted.height, granted.rate, granted.format) == (640, 480, 30, "YUYV")


def test_unplugged_it_is_said_and_plugged_in_again_it_is_used(desk: Desk, driver: Driver) -> None:
    driver.plugged = False
    assert desk.told.until(CameraState.LOST).trouble is not None
    desk.told.until(CameraState.MISSING)
    before = len(desk.told.all)
    driver.plugged = True
    desk.told.until(CameraState.LIVE, before)


def test_plugged_in_late_the_remembered_one_is_used() -> None:
    driver = Driver(noise(), plugged=False)
    desk = Desk(driver)
    status = desk.told.until(CameraState.MISSING)
    assert status.trouble is not None
    assert status.trouble.arguments == {"source": "Lente"}
    driver.plugged = True
    desk.told.until(CameraState.LIVE)
    desk.watch.stop()
    assert driver.released == driver.opened


def test_without_any_camera_the_first_that_comes_is_used() -> None:
    driver = Driver(noise(), plugged=False)
    desk = Desk(driver, "")
    desk.told.until(CameraState.NONE)
    driver.plugged = True
    desk.told.until(CameraState.LIVE)
    desk.watch.stop()


def test_another_camera_does_not_take_the_place_of_the_remembered_one(driver: Driver) -> None:
    desk = Desk(driver, "1234:5678:Otra#1")
    status = desk.told.until(CameraState.MISSING)
    desk.watch.stop()
    assert driver.opened == 0
    assert status.trouble is not None
    assert status.trouble.arguments["source"] == "Otra"


def test_held_by_another_program_until_that_lets_go() -> None:
    driver = Driver(noise(), held=True)
    desk = Desk(driver)
    desk.told.until(CameraState.BUSY)
    driver.held = False
    desk.told.until(CameraState.LIVE)
    desk.watch.stop()


def test_a_frozen_picture_is_said_and_the_camera_opened_again(desk: Desk, driver: Driver) -> None:
    still = noise(5)(1)
    moving, opened = driver.shoot, driver.opened
    driver.shoot = lambda _: still
    desk.told.until(CameraState.FROZEN)
    deadline = threading.Event()
    driver.after_read = lambda: deadline.set() if driver.opened > opened else None
    assert deadline.wait(20)
    before = len(desk.told.all)
    driver.shoot = moving
    desk.told.until(CameraState.LIVE, before)


def test_a_black_picture_is_said_until_the_cover_is_open(desk: Desk, driver: Driver) -> None:
    lit, dark = driver.shoot, np.random.default_rng(3)
    driver.shoot = lambda _: np.asarray(dark.integers(0, 6, (90, 160, 3)), np.uint8)
    desk.told.until(CameraState.BLACK)
    before = len(desk.told.all)
    driver.shoot = lit
    desk.told.until(CameraState.LIVE, before)


def test_a_hanging_driver_is_said_and_given_up_for_a_new_thread(desk: Desk, driver: Driver) -> None:
    forever = driver.hangs = threading.Event()
    desk.told.until(CameraState.SILENT)
    driver.hangs = None
    before = len(desk.told.all)
    desk.told.until(CameraState.LIVE, before)
    forever.set()


def test_stopping_takes_a_second_at_most_while_the_driver_hangs(driver: Driver) -> None:
    driver.hangs = threading.Event()
    desk = Desk(driver, patience=Patience())
    desk.told.until(CameraState.OPENING)
    started = time.monotonic()
    desk.watch.stop()
    took = time.monotonic() - started
    driver.hangs.set()
    assert took < 1.6


def test_a_driver_that_never_comes_back_is_not_opened_for_ever(driver: Driver) -> None:
    driver.hangs = threading.Event()
    desk = Desk(driver)
    looked = threading.Event()
    looks = []

    def count() -> None:
        looks.append(1)
        if len(looks) > 5:
            looked.set()

    desk.told.until(CameraState.SILENT)
    desk.camera._pause = lambda _: count()  # the rest between looks, told apart from its length
    assert looked.wait(20)
    desk.watch.stop()
    driver.hangs.set()
    assert driver.opened == 3


def test_asleep_for_an_hour_it_is_opened_again(driver: Driver) -> None:
    asleep = [0.0]
    told = Statuses()
    camera = LiveCamera(
        "Lente",
        partial(locate, "Lente", driver.cameras),
        told,
        opener=driver.open,
        patience=QUICK,
        wall=lambda: time.time() + asleep[0],
    )
    assert camera.read() is not None
    asleep[0] = 3600
    assert camera.read() is not None
    camera.close()
    assert list(told) == [CameraState.OPENING, CameraState.LIVE, CameraState.SLEPT, CameraState.LIVE]
    assert driver.opened == 2


def test_only_the_newest_frame_is_kept_for_whoever_is_slow(driver: Driver) -> None:
    taken = threading.Event()
    driver.after_read = lambda: taken.set() if driver.frame > 200 else None
    camera = LiveCamera("Lente", partial(locate, "Lente", driver.cameras), Statuses(), opener=driver.open)
    assert camera.read() is not None
    assert taken.wait(20)
    before = driver.frame
    frame = camera.read()
    camera.close()
    assert frame is not None
    assert frame.index == 2
    assert before > 200


def test_what_the_lens_lets_one_set_is_found_and_set(driver: Driver) -> None:
    driver.controls = frozenset({cv2.CAP_PROP_FOCUS, cv2.CAP_PROP_AUTOFOCUS, cv2.CAP_PROP_BRIGHTNESS})
    driver.values = {cv2.CAP_PROP_BRIGHTNESS: 120}
    desk = Desk(driver)
    granted = desk.told.until(CameraState.LIVE).granted
    assert granted is not None
    assert granted.controls == {Control.FOCUS, Control.BRIGHTNESS}
    applied = threading.Event()
    driver.after_read = lambda: applied.set() if driver.values.get(cv2.CAP_PROP_BRIGHTNESS) == 90 else None
    desk.watch.adjust(CameraSettings(focus=30, brightness=90))
    assert applied.wait(20)
    desk.watch.stop()
    assert driver.values[cv2.CAP_PROP_FOCUS] == 30
    assert driver.values[cv2.CAP_PROP_AUTOFOCUS] == 0


def test_zoom_cuts_the_middle_out(driver: Driver) -> None:
    settings = CameraSettings(zoom=200)
    camera = LiveCamera(
        "Lente", partial(locate, "Lente", driver.cameras), Statuses(), settings, opener=driver.open
    )
    frame = camera.read()
    camera.close()
    assert frame is not None
    assert frame.pixels.shape == (45, 80, 3)


def test_a_driver_that_fails_in_opencv_is_a_lost_camera(desk: Desk, driver: Driver) -> None:
    good = driver.shoot

    def failing(_: int) -> None:
        raise cv2.error("ioctl")

    driver.shoot = failing
    desk.told.until(CameraState.LOST)
    before = len(desk.told.all)
    driver.shoot = good
    desk.told.until(CameraState.LIVE, before)


def test_the_password_in_an_address_is_not_shown() -> None:
    found = locate("http://admin:secreto@10.0.0.7/video", tuple)
    assert found is not None
    assert found.where == "http://admin:secreto@10.0.0.7/video"
    assert found.name == "http://10.0.0.7/video"
    trouble = camera_trouble(CameraState.UNREACHABLE, found.name)
    assert trouble is not None
    assert "secreto" not in load_words("es").say(trouble.sentence, **trouble.arguments)


def test_without_a_window_a_trouble_is_raised(driver: Driver) -> None:
    driver.held = True
    camera = LiveCamera("Lente", partial(locate, "Lente", driver.cameras), opener=driver.open)
    with pytest.raises(CameraError) as caught:
        camera.wait()
    assert caught.value.sentence == "scanning-camera-busy"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", sorted(set(CameraState) - {CameraState.OPENING, CameraState.LIVE}))
def test_every_trouble_has_its_own_sentence(state: CameraState, language: str) -> None:
    words = load_words(language)
    texts = {
        s: words.say(error.sentence, **error.arguments)
        for s in CameraState
        if (error := camera_trouble(s, "046d:0825:Lente#1")) is not None
    }
    assert len(set(texts.values())) == len(texts)
    assert "046d" not in texts[state]
