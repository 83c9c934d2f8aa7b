"""A camera that comes back by itself: unplugged, held by another program, frozen, asleep, or at a dead address."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from checkin_desktop.scanning.capture import OpenCapture, granted_by, negotiate, open_capture
from checkin_desktop.scanning.grabber import Fault, Grabber
from checkin_desktop.scanning.scene import Health
from checkin_desktop.scanning.troubles import camera_trouble
from checkin_desktop.services.ports.scanning import (
    CameraSettings,
    CameraState,
    CameraStatus,
    Frame,
    OnStatus,
    Pixels,
)

_ABANDONED = 3
_STUCK_MOST_S = 60.0


@dataclass(frozen=True, slots=True)
class Found:
    """Where OpenCV opens it, and what people call it."""

    where: int | str
    name: str


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds. `silent`: without a frame; `hung`: until the thread is given up; `look`: between looks for a
    camera that is not there; `again`: before it is opened again; `slept`: a gap that only a sleep makes."""

    poll: float = 0.25
    opening: float = 8.0
    silent: float = 3.0
    hung: float = 12.0
    black: float = 3.0
    frozen: float = 3.0
    look: float = 3.0
    again: float = 1.0
    slept: float = 15.0
    release: float = 0.5


class LiveCamera:
    """Frames of a webcam or an address, numbered through all its interruptions; the newest only.

    `find` says where it is now, None while it is not there. What becomes of it is told through `told`, from the
    thread that reads; without `told` a trouble is raised instead (CameraError), for whoever has no window.
    One thread reads; `close` and `adjust` may come from any.
    """

    live = True

    def __init__(
        self,
        wanted: str,
        find: Callable[[], Found | None],
        told: OnStatus | None = None,
        settings: CameraSettings = CameraSettings(),
        opener: OpenCapture = open_capture,
        patience: Patience = Patience(),
        clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
        pause: Callable[[float], object] | None = None,
    ) -> None:
        self.name = wanted
        self._wanted, self._find, self._told, self._settings = wanted, find, told, settings
        self._opener, self._patience, self._clock, self._wall = opener, patience, clock, wall
        self._closed = threading.Event()
        self._pause = pause or self._closed.wait
        self._address = "://" in wanted
        self._grabber: Grabber | None = None
        self._abandoned: list[Grabber] = []
        self._health = Health(patience.black, patience.frozen)
        self._status: CameraStatus | None = None
        self._opened_at = self._last = clock()
        self._looked_at = wall()
        self._stuck_wait = patience.frozen
        self._index = 0
        self._kept: Frame | None = None

    def wait(self) -> None:
        """Until the first frame is there, which `read` then gives. Raises CameraError."""
        self._kept = self.read()

    def read(self) -> Frame | None:
        """The newest frame, as soon as there is one again; None once it is closed."""
        if self._kept is not None:
            kept, self._kept = self._kept, None
            return kept
        while not self._closed.is_set():
            grabber = self._grabber or self._begin()
            if grabber is not None and (frame := self._next(grabber)) is not None:
                return frame
        self._retire()
        return None

    def close(self) -> None:
        """Releases the camera; what its driver still holds after a moment is left to it."""
        self._closed.set()
        grabber = self._grabber
        if grabber is not None:
            grabber.stop()
            grabber.join(self._patience.release)

    def adjust(self, settings: CameraSettings) -> None:
        self._settings = settings
        if self._grabber is not None:
            self._grabber.adjust(settings)

    def _begin(self) -> Grabber | None:
        self._abandoned = [g for g in self._abandoned if g.alive]
        if len(self._abandoned) >= _ABANDONED:
            self._say(CameraState.SILENT)
            self._rest(self._patience.look)
            return None
        if self._status is None:
            self._say(CameraState.OPENING)
        found = self._find()
        if found is None:
            self._say(CameraState.MISSING if self._wanted else CameraState.NONE)
            self._rest(self._patience.look)
            return None
        self.name = found.name
        prepare = granted_by if self._address else negotiate
        where = found.where
        self._grabber = Grabber(lambda: self._opener(where), prepare, self._clock, self._settings)
        self._opened_at = self._last = self._clock()
        self._looked_at = self._wall()
        return self._grabber

    def _next(self, grabber: Grabber) -> Frame | None:
        frame = grabber.take(self._patience.poll)
        if self._closed.is_set():
            return None
        if self._slept():
            self._again(CameraState.SLEPT)
        elif frame is not None:
            self._last = self._clock()
            return self._judged(frame, grabber)
        elif grabber.fault is Fault.NOT_OPEN:
            self._again(CameraState.UNREACHABLE if self._address else CameraState.BUSY)
        elif grabber.fault is Fault.STOPPED:
            self._again(CameraState.CUT if self._address else CameraState.LOST)
        else:
            self._wait_for(grabber)
        return None

    def _judged(self, frame: Frame, grabber: Grabber) -> Frame:
        """The frame, after what it looks like was said; a picture that stays stuck is opened again."""
        now = self._last
        state = self._health.judge(frame.pixels, frame.taken_at)
        self._say(state, grabber)
        if state is CameraState.LIVE:
            self._stuck_wait = self._patience.frozen
        elif now - self._opened_at > self._stuck_wait:
            self._stuck_wait = min(self._stuck_wait * 2, _STUCK_MOST_S)
            self._again(state)
        self._index += 1
        return replace(frame, pixels=zoomed(frame.pixels, self._settings.zoom), index=self._index)

    def _wait_for(self, grabber: Grabber) -> None:
        """Nothing came: said after a while, and after a longer one the thread is given up."""
        waited = self._clock() - self._last
        opening = grabber.granted is None
        state = CameraState.SILENT
        if self._address:
            state = CameraState.UNREACHABLE if opening else CameraState.CUT
        if waited > self._patience.hung:
            self._again(state)
        elif waited > (self._patience.opening if opening else self._patience.silent):
            self._say(state)

    def _again(self, state: CameraState) -> None:
        self._say(state)
        self._retire()
        self._rest(self._patience.again)

    def _retire(self) -> None:
        grabber, self._grabber = self._grabber, None
        if grabber is not None:
            grabber.stop()
            grabber.join(self._patience.release)
            if grabber.alive:
                self._abandoned.append(grabber)

    def _rest(self, seconds: float) -> None:
        self._pause(seconds)
        self._looked_at = self._wall()

    def _slept(self) -> bool:
        """Between two looks there is at most a poll and a decoding, unless the computer was asleep."""
        now = self._wall()
        gap, self._looked_at = now - self._looked_at, now
        return gap > self._patience.slept

    def _say(self, state: CameraState, grabber: Grabber | None = None) -> None:
        trouble = camera_trouble(state, self.name)
        if trouble is not None and self._told is None and state not in _BEARABLE:
            self._retire()
            raise trouble
        granted = grabber.granted if grabber is not None else None
        before = self._status
        if before is None or (before.state, before.name, before.granted) != (state, self.name, granted):
            self._status = CameraStatus(state, self.name, granted, trouble)
            if self._told is not None and not self._closed.is_set():
                self._told(self._status)


_BEARABLE = (CameraState.BLACK, CameraState.SLEPT, CameraState.FROZEN)


def zoomed(pixels: Pixels, percent: int) -> Pixels:
    """The middle of a frame: at 200 per cent half its width and height."""
    if percent <= 100:
        return pixels
    height, width = pixels.shape[:2]
    h, w = round(height * 100 / percent), round(width * 100 / percent)
    top, left = (height - h) // 2, (width - w) // 2
    return pixels[top : top + h, left : left + w]
