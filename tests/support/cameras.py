"""Webcams that are not there, at the level of OpenCV's capture: plugged in and out, held, hanging, frozen, black."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import cv2
import numpy as np

from checkin_desktop.services.ports.scanning import Camera, CameraState, CameraStatus, Pixels

Shoot = Callable[[int], Pixels | None]
"""The picture of a frame's number; None: the driver gives nothing this time."""


@dataclass
class Driver:
    """What one webcam does when it is opened. Tests change it while it is being read."""

    shoot: Shoot
    plugged: bool = True
    held: bool = False
    hangs: threading.Event | None = None
    """Where set: opening and reading wait for it."""
    mjpg: bool = True
    slow: bool = False
    """Ten frames a second whatever it is asked for."""
    controls: frozenset[int] = frozenset()
    values: dict[int, float] = field(default_factory=dict)
    frame: int = 0
    opened: int = 0
    released: int = 0
    after_read: Callable[[], None] = lambda: None

    def open(self, where: int | str) -> "FakeCapture":
        self.opened += 1
        if self.hangs is not None:
            self.hangs.wait()
        return FakeCapture(self)

    def cameras(self) -> tuple[Camera, ...]:
        return (Camera("046d:0825:Lente#1", "Lente", 0),) if self.plugged else ()


class FakeCapture:
    """cv2.VideoCapture's face."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self._open = driver.plugged and not driver.held
        self._size = (640, 480)
        self._format = "YUYV"

    def isOpened(self) -> bool:
        return self._open

    def read(self) -> tuple[bool, Pixels | None]:
        driver = self._driver
        if driver.hangs is not None:
            driver.hangs.wait()
        driver.after_read()
        if not self._open or not driver.plugged:
            return False, None
        driver.frame += 1
        pixels = driver.shoot(driver.frame)
        return pixels is not None, pixels

    def get(self, propId: int) -> float:
        match propId:
            case cv2.CAP_PROP_FRAME_WIDTH:
                return self._size[0]
            case cv2.CAP_PROP_FRAME_HEIGHT:
                return self._size[1]
            case cv2.CAP_PROP_FOURCC:
                return cv2.VideoWriter.fourcc(*self._format)
            case cv2.CAP_PROP_FPS if self._driver.slow:
                return 10
            case cv2.CAP_PROP_FPS:
                return 30 if self._format == "MJPG" or self._size[1] <= 480 else 5
        return self._driver.values.get(propId, -1)

    def set(self, propId: int, value: float) -> bool:
        match propId:
            case cv2.CAP_PROP_FOURCC:
                if self._driver.mjpg:
                    self._format = "MJPG"
                return self._driver.mjpg
            case cv2.CAP_PROP_FRAME_WIDTH:
                self._size = (int(value), self._size[1])
            case cv2.CAP_PROP_FRAME_HEIGHT:
                self._size = (self._size[0], int(value))
            case _:
                if propId not in self._driver.controls:
                    return False
                self._driver.values[propId] = value
        return True

    def release(self) -> None:
        self._open = False
        self._driver.released += 1


def noise(seed: int = 1, size: tuple[int, int] = (90, 160)) -> Shoot:
    """A lit room: grey with a sensor's noise, so that no two frames are alike."""
    random = np.random.default_rng(seed)

    def shoot(number: int) -> Pixels:
        return np.asarray(random.integers(100, 120, (*size, 3)), np.uint8)

    return shoot


class Statuses:
    """What was told of a camera, in order; waits for a state."""

    def __init__(self) -> None:
        self.all: list[CameraStatus] = []
        self._changed = threading.Condition()

    def __call__(self, status: CameraStatus) -> None:
        with self._changed:
            self.all.append(status)
            self._changed.notify_all()

    def __iter__(self) -> Iterator[CameraState]:
        return iter([s.state for s in self.all])

    def until(self, state: CameraState, after: int = 0, timeout_s: float = 20) -> CameraStatus:
        """The first status of this kind after so many others."""
        with self._changed:
            reached = self._changed.wait_for(
                lambda: any(s.state is state for s in self.all[after:]), timeout_s
            )
            assert reached, (state, [s.state for s in self.all])
            return next(s for s in self.all[after:] if s.state is state)
