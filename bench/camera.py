"""What a webcam costs: CPU of an empty scene and of a busy one, 720p at 30 frames a second, and how fast it wakes.

The camera is simulated from its driver on: motion JPEG that OpenCV decodes, as a real one's is.
"""

import sys
import threading
import time
from functools import partial
from pathlib import Path

import cv2
import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from checkin_desktop.scanning.decoder import DoorDecoder
from checkin_desktop.scanning.live import LiveCamera
from checkin_desktop.scanning.scene import Attention, Health
from checkin_desktop.scanning.simulated_camera import SimulatedCamera
from checkin_desktop.scanning.sources import locate
from checkin_desktop.scanning.watch import Watch
from checkin_desktop.services.ports.scanning import Frame, Pixels, Reading, Sighting, Unread
from support.cameras import Driver
from support.codes import badge_codes, qr

RATE, SECONDS, SETTLING = 30, 10, 6
PX_PER_MM = 8.0


class Webcam:
    """Gives a JPEG each thirtieth of a second, decoded; `scene` chooses which."""

    def __init__(self, empty: list[bytes], badge: list[bytes]) -> None:
        self.empty, self.badge, self.scene = empty, badge, empty
        self._due = time.monotonic()
        self._pace = threading.Event()
        self.shown_at = 0.0

    def __call__(self, number: int) -> Pixels:
        self._due = max(self._due + 1 / RATE, time.monotonic() - 1)
        self._pace.wait(max(0.0, self._due - time.monotonic()))
        jpeg = self.scene[number % len(self.scene)]
        return np.asarray(cv2.imdecode(np.frombuffer(jpeg, np.uint8), cv2.IMREAD_COLOR), np.uint8)


class Counted:
    """How many frames were looked at, and when the first code was read."""

    def __init__(self) -> None:
        self.frames = 0
        self.read_at: float | None = None
        self.woke_at: float | None = None
        self.awaited = False

    def frame(self, frame: Frame, readings: tuple[Reading, ...], unread: Unread | None) -> None:
        self.frames += 1

    def seen(self, sighting: Sighting) -> None:
        self.read_at = time.monotonic()


def filmed() -> tuple[list[bytes], list[bytes]]:
    """JPEGs of the hall alone and of a badge held in it."""
    camera = SimulatedCamera([qr(badge_codes(1)[0], scale=6, error="H")], PX_PER_MM, seed=3, held=60)
    frames = []
    while (frame := camera.read()) is not None:
        frames.append(frame.pixels)
    held = frames[len(frames) // 3 : 2 * len(frames) // 3]
    random = np.random.default_rng(5)
    empty = [
        np.clip(frames[0].astype(np.int16) + random.normal(0, 3, frames[0].shape), 0, 255).astype(np.uint8)
        for _ in range(12)
    ]
    return [jpeg(p) for p in empty], [jpeg(p) for p in held]


def jpeg(pixels: Pixels) -> bytes:
    return cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, 85])[1].tobytes()


def cpu_of(seconds: float, counted: Counted) -> tuple[float, float]:
    """Per cent of one core, and frames looked at a second."""
    before, cpu, since = counted.frames, time.process_time(), time.monotonic()
    threading.Event().wait(seconds)
    took = time.monotonic() - since
    return 100 * (time.process_time() - cpu) / took, (counted.frames - before) / took


def main() -> None:
    empty, badge = filmed()
    webcam, counted = Webcam(empty, badge), Counted()
    driver = Driver(webcam)
    camera = LiveCamera("Lente", partial(locate, "Lente", driver.cameras), lambda _: None, opener=driver.open)
    watch = Watch(camera, DoorDecoder(), counted.frame, counted.seen, lambda _: None)
    print("scene    % of one core   frames decoded a second")
    threading.Event().wait(SETTLING)
    print("empty    {:13.1f}   {:23.1f}".format(*cpu_of(SECONDS, counted)))
    waits = []
    for _ in range(10):
        counted.read_at = None
        webcam.scene, shown = badge, time.monotonic()
        while counted.read_at is None and time.monotonic() - shown < 5:
            threading.Event().wait(0.001)
        waits.append(1000 * ((counted.read_at or time.monotonic()) - shown))
        webcam.scene = empty
        threading.Event().wait(5)
    webcam.scene = badge
    threading.Event().wait(1)
    print("badge    {:13.1f}   {:23.1f}".format(*cpu_of(SECONDS, counted)))
    watch.stop()
    print(f"asleep → code read: median {np.median(waits):.0f} ms, worst {max(waits):.0f} ms of 10")
    pixels = np.asarray(cv2.imdecode(np.frombuffer(empty[0], np.uint8), cv2.IMREAD_COLOR), np.uint8)
    attention, health = Attention(), Health(3, 3)
    for name, work in (
        ("decode one JPEG", lambda _: cv2.imdecode(np.frombuffer(empty[0], np.uint8), cv2.IMREAD_COLOR)),
        ("look for motion", lambda n: attention.worth(pixels, n / RATE)),
        ("look for black and frozen", lambda n: health.judge(pixels, n / RATE)),
    ):
        started = time.thread_time()
        for n in range(200):
            work(n)
        print(f"{name}: {1000 * (time.thread_time() - started) / 200:.2f} ms a frame")


if __name__ == "__main__":
    main()
