"""Watching a source: frames off the main thread, decoded, each presentation told once."""

import threading

from checkin_desktop.scanning.presentation import Presentations
from checkin_desktop.services.ports.scanning import (
    Decoder,
    Frame,
    FrameSource,
    OnEnd,
    OnFrame,
    OnSighting,
    Reading,
)


def sightings(source: FrameSource, decoder: Decoder, on_sighting: OnSighting) -> int:
    """Reads a source to its end in this thread (files, the command line); answers the number of frames."""
    presentations, frames = Presentations(), 0
    try:
        while (frame := source.read()) is not None:
            frames += 1
            for sighting in presentations.see(frame, decoder.decode(frame.pixels)):
                on_sighting(sighting)
    finally:
        source.close()
    return frames


class Watch:
    """One grabber thread and one decoder thread on a source; of a live one only the newest frame is kept.

    Callbacks come from the decoder's thread. `on_end` is told None at the end of a file, or what failed.
    """

    def __init__(
        self,
        source: FrameSource,
        decoder: Decoder,
        on_frame: OnFrame,
        on_sighting: OnSighting,
        on_end: OnEnd,
    ) -> None:
        self._source, self._decoder = source, decoder
        self._on_frame, self._on_sighting, self._on_end = on_frame, on_sighting, on_end
        self._changed = threading.Condition()
        self._newest: Frame | None = None
        self._ended = False
        self._failure: BaseException | None = None
        self._stopping = False
        self._grabber = threading.Thread(target=self._grab, name="camera", daemon=True)
        self._reader = threading.Thread(target=self._decode, name="decoder", daemon=True)
        self._grabber.start()
        self._reader.start()

    def stop(self) -> None:
        """Ends both threads; returns when the source is released."""
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
        for thread in (self._grabber, self._reader):
            if thread is not threading.current_thread():
                thread.join(timeout=10)

    def _grab(self) -> None:
        failure: BaseException | None = None
        try:
            while not self._stopping and (frame := self._source.read()) is not None:
                with self._changed:
                    while not self._source.live and self._newest is not None and not self._stopping:
                        self._changed.wait()
                    self._newest = frame
                    self._changed.notify_all()
        except BaseException as error:  # noqa: BLE001 - handed to on_end, which tells it
            failure = error
        finally:
            self._source.close()
            with self._changed:
                self._ended, self._failure = True, failure
                self._changed.notify_all()

    def _decode(self) -> None:
        presentations = Presentations()
        failure: BaseException | None = None
        try:
            while (frame := self._next()) is not None:
                readings: tuple[Reading, ...] = self._decoder.decode(frame.pixels)
                self._on_frame(frame, readings)
                for sighting in presentations.see(frame, readings):
                    self._on_sighting(sighting)
        except BaseException as error:  # noqa: BLE001 - handed to on_end, which tells it
            failure = error
        if not self._stopping:
            self._on_end(failure or self._failure)

    def _next(self) -> Frame | None:
        with self._changed:
            while self._newest is None and not self._ended and not self._stopping:
                self._changed.wait()
            if self._stopping:
                return None
            frame, self._newest = self._newest, None
            self._changed.notify_all()
            return frame
