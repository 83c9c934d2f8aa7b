"""The camera: opened and watched off the main thread; only the newest frame is shown, and only to who looks."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.gui.lanes import Lanes
from checkin_desktop.gui.preferences import Preferences
from checkin_desktop.gui.tools import Picture, Tools
from checkin_desktop.services.ports.scanning import (
    CameraSettings,
    CameraState,
    CameraStatus,
    Corners,
    Frame,
    Granted,
    Hint,
    Listening,
    Reading,
    Sighting,
    Symbology,
    Unread,
    Watcher,
)

PREVIEW_WIDTH = 640


class FeedState(StrEnum):
    """`failed`: what `trouble` says, and it is tried again; `ended`: a file's; `off`: a person switched it off."""

    OPENING = "opening"
    LIVE = "live"
    FAILED = "failed"
    ENDED = "ended"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class FeedStatus:
    """`trouble` says in words what failed; `name` is the camera's or the file's; `granted` only a camera's."""

    state: FeedState
    name: str = ""
    trouble: PersonFacingError | None = None
    granted: Granted | None = None


Outline = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class ShownFrame:
    """`outlines`: the codes read; `unread`: one seen and not read. Corners as fractions of width and height."""

    picture: Picture
    outlines: tuple[Outline, ...]
    unread: Outline = ()
    hint: Hint | None = None


class CameraFeed(QObject):
    """One source at a time; a camera that is lost comes back by itself."""

    frame = Signal(object)
    seen = Signal(str)
    status = Signal(object)
    cameras = Signal(object)
    _told = Signal(int, object)
    _ended = Signal(int, object)

    def __init__(self, lanes: Lanes, tools: Tools, preferences: Callable[[], Preferences]) -> None:
        super().__init__()
        self._lanes, self._tools, self._preferences = lanes, tools, preferences
        self._watcher: Watcher | None = None
        self._turn = 0
        self._wanted = ""
        self._also = also_read(preferences())
        self._shown = True
        self.mirrored = False
        self.current = FeedStatus(FeedState.OFF)
        self._told.connect(self._camera_told)
        self._ended.connect(self._source_ended)

    @property
    def turn(self) -> int:
        """Another one with each source that is opened, and each time it is switched off."""
        return self._turn

    @property
    def running(self) -> bool:
        return self.current.state in (FeedState.OPENING, FeedState.LIVE) or self._watcher is not None

    def start(self, wanted: str) -> None:
        """Opens a camera by its id, a file or an address; the first camera found if empty."""
        self._release()
        self._wanted = wanted
        self._turn += 1
        turn = self._turn
        self.mirrored = False
        self._say(FeedStatus(FeedState.OPENING, wanted))
        chosen = self._preferences()
        self._also = also_read(chosen)
        settings, also = camera_settings(chosen), self._also
        told = Listening(
            self._on_frame,
            self._on_sighting,
            lambda status: self._told.emit(turn, status),
            lambda error: self._ended.emit(turn, error),
        )
        self._lanes.camera.run(
            lambda: self._tools.watch(wanted, settings, also, told),
            lambda watcher: self._opened(watcher, turn),
            lambda error: self._failed(error, turn),
        )

    def again(self) -> None:
        """The source that was open last."""
        self.start(self._wanted)

    def stop(self) -> None:
        self._turn += 1
        self._release()
        self._say(FeedStatus(FeedState.OFF))

    def preferences_changed(self) -> None:
        """Zoom and lens at once; other symbologies need the source opened anew."""
        chosen = self._preferences()
        watcher = self._watcher
        if watcher is None:
            return
        if also_read(chosen) != self._also:
            self.start(self._wanted)
        else:
            self.mirrored = watcher.live and chosen.mirror
            watcher.adjust(camera_settings(chosen))

    def look_for_cameras(self) -> None:
        """Answers through `cameras`."""
        self._lanes.camera.run(self._tools.list_cameras, self.cameras.emit)

    def painted(self) -> None:
        """The last frame is on screen: the next may come."""
        self._shown = True

    def _opened(self, watcher: Watcher, turn: int) -> None:
        if turn != self._turn:
            self._lanes.camera.run(watcher.stop)
            return
        self._watcher = watcher
        self.mirrored = watcher.live and self._preferences().mirror
        if not watcher.live and self.current.state is FeedState.OPENING:
            self._say(FeedStatus(FeedState.LIVE, watcher.name))

    def _failed(self, error: PersonFacingError, turn: int) -> None:
        if turn == self._turn:
            self._release()
            self._say(FeedStatus(FeedState.FAILED, self._wanted, error))

    def _camera_told(self, turn: int, status: CameraStatus) -> None:
        if turn != self._turn:
            return
        match status.state:
            case CameraState.LIVE:
                self._say(FeedStatus(FeedState.LIVE, status.name, granted=status.granted))
            case CameraState.OPENING:
                self._say(FeedStatus(FeedState.OPENING, status.name))
            case _:
                self._say(FeedStatus(FeedState.FAILED, status.name, status.trouble))

    def _source_ended(self, turn: int, error: BaseException | None) -> None:
        if turn != self._turn:
            return
        if error is None:
            self._release()
            self._say(FeedStatus(FeedState.ENDED, self.current.name))
        elif isinstance(error, PersonFacingError):
            self._failed(error, turn)
        else:
            raise error

    def _release(self) -> None:
        watcher, self._watcher = self._watcher, None
        if watcher is not None:
            self._lanes.camera.run(watcher.stop)

    def _say(self, status: FeedStatus) -> None:
        self.current = status
        self.status.emit(status)

    def _on_frame(self, frame: Frame, readings: tuple[Reading, ...], unread: Unread | None) -> None:
        """On the decoder's thread. Frames that come before the last one is painted are not shown."""
        if not self._shown:
            return
        self._shown = False
        height, width = frame.pixels.shape[:2]

        def outline(corners: Corners) -> Outline:
            return tuple((x / width, y / height) for x, y in corners)

        self.frame.emit(
            ShownFrame(
                self._tools.thumbnail(frame.pixels, PREVIEW_WIDTH),
                tuple(outline(r.corners) for r in readings),
                outline(unread.corners) if unread else (),
                unread.hint if unread else None,
            )
        )

    def _on_sighting(self, sighting: Sighting) -> None:
        self.seen.emit(sighting.reading.text)


def camera_settings(chosen: Preferences) -> CameraSettings:
    return CameraSettings(chosen.zoom, chosen.focus, chosen.exposure, chosen.brightness)


def also_read(chosen: Preferences) -> frozenset[Symbology]:
    """What the camera reads besides QR, Code 39 and Code 128."""
    wanted = {
        Symbology.AZTEC: chosen.aztec,
        Symbology.DATA_MATRIX: chosen.data_matrix,
        Symbology.PDF417: chosen.pdf417,
    }
    return frozenset(symbology for symbology, on in wanted.items() if on)
