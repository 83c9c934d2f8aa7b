"""Watching a source: frames off the main thread, decoded where something may be seen, each presentation told once."""

import threading

from checkin_desktop.scanning.live import LiveCamera
from checkin_desktop.scanning.presentation import Presentations
from checkin_desktop.scanning.scene import Attention
from checkin_desktop.services.ports.scanning import (
    CameraSettings,
    Frame,
    FrameSource,
    LiveDecoder,
    OnEnd,
    OnFrame,
    OnSighting,
    Reading,
    Unread,
)

_STOP_S = 0.5


class Eye:
    """What is done with each frame of a source. Of a live one only frames worth it are decoded (see Attention)."""

    def __init__(self, decoder: LiveDecoder, live: bool, on_frame: OnFrame, on_sighting: OnSighting) -> None:
        self._decoder, self._on_frame, self._on_sighting = decoder, on_frame, on_sighting
        self._presentations = Presentations()
        self._attention = Attention() if live else None

    def see(self, frame: Frame) -> None:
        straining = self._decoder.unread is not None
        if self._attention and not self._attention.worth(frame.pixels, frame.taken_at, straining):
            return
        readings = self._decoder.decode(frame.pixels)
        self._on_frame(frame, readings, self._decoder.unread)
        for sighting in self._presentations.see(frame, readings):
            self._on_sighting(sighting)


def sightings(source: FrameSource, decoder: LiveDecoder, on_sighting: OnSighting) -> int:
    """Reads a source to its end in this thread (files, the command line); answers the number of frames."""
    eye, frames = Eye(decoder, source.live, _nobody_looks, on_sighting), 0
    try:
        while (frame := source.read()) is not None:
            frames += 1
            eye.see(frame)
    finally:
        source.close()
    return frames


def _nobody_looks(frame: Frame, readings: tuple[Reading, ...], unread: Unread | None) -> None:
    """No window: the frames are not shown."""


class Watch:
    """A source read and decoded on a thread of its own, from which the callbacks come.

    `on_end` is told None at the end of a file, or what failed; nothing once it was stopped.
    """

    def __init__(
        self,
        source: FrameSource,
        decoder: LiveDecoder,
        on_frame: OnFrame,
        on_sighting: OnSighting,
        on_end: OnEnd,
    ) -> None:
        self._source, self._on_end = source, on_end
        self._eye = Eye(decoder, source.live, on_frame, on_sighting)
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name="decoder", daemon=True)
        self._thread.start()

    @property
    def name(self) -> str:
        return self._source.name

    @property
    def live(self) -> bool:
        return self._source.live

    def adjust(self, settings: CameraSettings) -> None:
        """Files have nothing to adjust."""
        if isinstance(self._source, LiveCamera):
            self._source.adjust(settings)

    def stop(self) -> None:
        """Returns within a second or so, though the camera's driver may hang on."""
        self._stopping = True
        if self._source.live:
            self._source.close()
        if self._thread is not threading.current_thread():
            self._thread.join(_STOP_S)

    def _run(self) -> None:
        failure: BaseException | None = None
        try:
            while not self._stopping and (frame := self._source.read()) is not None:
                self._eye.see(frame)
        except BaseException as error:  # noqa: BLE001 - handed to on_end, which tells it
            failure = error
        finally:
            self._source.close()
        if not self._stopping:
            self._on_end(failure)
