"""The one thread that touches a camera: whoever wants its frames waits no longer than they like."""

import logging
import threading
from collections.abc import Callable
from enum import StrEnum

import cv2
import numpy as np

from checkin_desktop.scanning.capture import Capture, apply_settings
from checkin_desktop.services.ports.scanning import CameraSettings, Frame, Granted

_MISSES = 30
_log = logging.getLogger(__name__)


class Fault(StrEnum):
    NOT_OPEN = "not_open"
    STOPPED = "stopped"


class Grabber:
    """Opens a capture, then keeps its newest frame. OpenCV may hang in any call, and this thread with it:

    it is a daemon, holds nothing that others wait for, and releases the camera when the driver lets it.
    """

    def __init__(
        self,
        open_: Callable[[], Capture],
        prepare: Callable[[Capture], Granted],
        clock: Callable[[], float],
        settings: CameraSettings,
    ) -> None:
        self._open, self._prepare, self._clock = open_, prepare, clock
        self._settings, self._applied = settings, CameraSettings()
        self._changed = threading.Condition()
        self._newest: Frame | None = None
        self._stopping = False
        self.granted: Granted | None = None
        self.fault: Fault | None = None
        self._count = 0
        self._thread = threading.Thread(target=self._run, name="camera", daemon=True)
        self._thread.start()

    @property
    def alive(self) -> bool:
        return self._thread.is_alive()

    def take(self, timeout_s: float) -> Frame | None:
        """The newest frame that was not taken yet, waited for that long; None too once there is a fault."""
        with self._changed:
            self._changed.wait_for(lambda: self._newest or self.fault or self._stopping, timeout_s)
            frame, self._newest = self._newest, None
            return frame

    def adjust(self, settings: CameraSettings) -> None:
        self._settings = settings

    def stop(self) -> None:
        """Asks it to end; does not wait."""
        with self._changed:
            self._stopping = True
            self._changed.notify_all()

    def join(self, timeout_s: float) -> None:
        self._thread.join(timeout_s)

    def _run(self) -> None:
        capture, fault = None, Fault.NOT_OPEN
        try:
            capture = self._open()
            if capture.isOpened() and not self._stopping:
                self.granted = self._prepare(capture)
                fault = Fault.STOPPED
                self._read_all(capture, self.granted)
        except cv2.error:
            _log.warning("camera", exc_info=True)
        finally:
            if capture is not None:
                capture.release()
            with self._changed:
                self.fault = fault
                self._changed.notify_all()

    def _read_all(self, capture: Capture, granted: Granted) -> None:
        misses = 0
        while not self._stopping and misses < _MISSES:
            if self._settings != self._applied:
                self._applied = self._settings
                apply_settings(capture, granted, self._applied)
            good, pixels = capture.read()
            if not good or pixels is None:
                misses += 1
                continue
            misses = 0
            self._count += 1
            frame = Frame(np.asarray(pixels, np.uint8), self._clock(), self._count)
            with self._changed:
                self._newest = frame
                self._changed.notify_all()
