"""Eight hours at the door under an injected clock, with fifty unplugs: memory flat, nothing missed, nothing twice."""

import threading
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from checkin_desktop.scanning.decoder import DoorDecoder
from checkin_desktop.scanning.live import LiveCamera
from checkin_desktop.scanning.sources import locate
from checkin_desktop.scanning.watch import sightings
from checkin_desktop.services.ports.scanning import CameraState, Frame, Pixels, Sighting
from support.cameras import Driver, Statuses
from support.codes import badge_codes, qr

RATE, HOURS, UNPLUGS, PEOPLE = 4, 8, 50, 400
FRAMES = HOURS * 3600 * RATE
BETWEEN, HELD, OUT = FRAMES // PEOPLE, 2 * RATE, FRAMES // UNPLUGS
SIDE = 120
MORE_BYTES = 6_000_000
"""What Python's own arenas may grow by; a frame kept of each second would be more than a gigabyte."""


class Day:
    """A camera, and the clock that all of it goes by: each look at the camera is a quarter of a second.

    A frame is filmed when the one before was taken: a day that runs ahead of who watches it proves nothing.
    """

    def __init__(self, badges: Sequence[Pixels]) -> None:
        self.now = 1_000.0
        self.frames = self.unplugged = 0
        self.taken = threading.Semaphore(1)
        self.driver = Driver(self.shoot, after_read=self.next)
        self.memory: list[int] = []
        self._badges, self._rests = badges, 0
        random = np.random.default_rng(8)
        self._rooms = [random.integers(100, 106, (SIDE, SIDE), np.uint8) for _ in range(7)]

    def next(self) -> None:
        self.now += 1 / RATE
        self.frames += 1
        if self.frames % (FRAMES // 8) == 0:
            self.memory.append(resident_bytes())
        if self.frames % OUT == BETWEEN // 2:
            self.driver.plugged = False
            self.unplugged += 1
        if self.driver.plugged:
            assert self.taken.acquire(timeout=60)

    def shoot(self, number: int) -> Pixels:
        """Somebody comes every 72 seconds and holds a badge for two; otherwise an empty room."""
        room = self._rooms[number % len(self._rooms)].copy()
        if self.frames % BETWEEN < HELD:
            badge = self._badges[self.frames // BETWEEN % len(self._badges)]
            room[20 : 20 + badge.shape[0], 20 : 20 + badge.shape[1]] = badge
        return np.repeat(room[:, :, None], 3, axis=2)

    def rest(self, seconds: float) -> None:
        """A pause between looks is over at once; the cable is back at the second one."""
        self.now += seconds
        self._rests += 1
        if self._rests % 2 == 0:
            self.driver.plugged = True


class Watched(LiveCamera):
    """Lets the camera film on when a frame was taken, and ends with the day."""

    day: Day

    def read(self) -> Frame | None:
        if self.day.frames >= FRAMES:
            self.day.taken.release()
            self.close()
            return None
        frame = super().read()
        self.day.taken.release()
        return frame


def resident_bytes() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is read from Linux's /proc")
def test_eight_hours_with_fifty_unplugs_miss_nobody_and_keep_nothing() -> None:
    codes = badge_codes(40)
    day, told, seen = Day([qr(code, scale=2, error="H") for code in codes]), Statuses(), list[Sighting]()
    camera = Watched(
        "Lente",
        partial(locate, "Lente", day.driver.cameras),
        told,
        opener=day.driver.open,
        clock=lambda: day.now,
        wall=lambda: day.now,
        pause=day.rest,
    )
    camera.day = day
    sightings(camera, DoorDecoder(), seen.append)
    assert [s.reading.text for s in seen] == [codes[n % len(codes)] for n in range(PEOPLE)]
    assert day.unplugged == UNPLUGS
    states = list(told)
    assert states.count(CameraState.LOST) == states.count(CameraState.MISSING) == UNPLUGS
    assert states.count(CameraState.LIVE) == UNPLUGS + 1
    assert day.driver.opened == day.driver.released == UNPLUGS + 1
    assert threading.active_count() < 10
    assert max(day.memory) - day.memory[0] < MORE_BYTES
