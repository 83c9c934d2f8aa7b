"""The camera of the desk page: found, opened and watched off the main thread; only the newest frame is shown."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.gui.lanes import Lanes
from checkin_desktop.gui.tools import Picture, Tools
from checkin_desktop.services.ports.scanning import Camera, Frame, Reading, Sighting, Watcher

PREVIEW_WIDTH = 640
_RETRY_MS = 5_000


class FeedState(StrEnum):
    """`none`: this computer has no camera; `off`: a person switched it off."""

    OPENING = "opening"
    LIVE = "live"
    NONE = "none"
    FAILED = "failed"
    ENDED = "ended"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class FeedStatus:
    """`trouble` says in words what failed; `name` is the camera's or the file's."""

    state: FeedState
    name: str = ""
    trouble: PersonFacingError | None = None


@dataclass(frozen=True, slots=True)
class ShownFrame:
    """`outlines`: the codes seen, corners as fractions of width and height."""

    picture: Picture
    outlines: tuple[tuple[tuple[float, float], ...], ...]


@dataclass(frozen=True, slots=True)
class _Opened:
    watcher: Watcher | None
    name: str
    live: bool


class CameraFeed(QObject):
    """One source at a time. A camera that is lost is tried again every five seconds."""

    frame = Signal(object)
    seen = Signal(str)
    status = Signal(object)
    cameras = Signal(object)
    _ended = Signal(int, object)

    def __init__(self, lanes: Lanes, tools: Tools) -> None:
        super().__init__()
        self._lanes, self._tools = lanes, tools
        self._watcher: Watcher | None = None
        self._turn = 0
        self._wanted = ""
        self._shown = True
        self.current = FeedStatus(FeedState.OFF)
        self._retry = QTimer(self, singleShot=True)
        self._retry.timeout.connect(lambda: self.start(self._wanted))
        self._ended.connect(self._source_ended)

    @property
    def running(self) -> bool:
        return self.current.state in (FeedState.OPENING, FeedState.LIVE)

    def start(self, wanted: str) -> None:
        """Opens a camera by its id, a file or an address; the first camera found if empty."""
        self._release()
        self._wanted = wanted
        self._turn += 1
        turn = self._turn
        self._say(FeedStatus(FeedState.OPENING, wanted))
        self._lanes.camera.run(
            lambda: self._open(wanted, turn),
            lambda opened: self._opened(opened, turn),
            lambda error: self._failed(error, turn),
        )

    def stop(self) -> None:
        self._turn += 1
        self._release()
        self._say(FeedStatus(FeedState.OFF))

    def look_for_cameras(self) -> None:
        """Answers through `cameras`."""
        self._lanes.camera.run(self._tools.list_cameras, self.cameras.emit)

    def painted(self) -> None:
        """The last frame is on screen: the next may come."""
        self._shown = True

    def _open(self, wanted: str, turn: int) -> _Opened:
        """On the camera lane."""
        name = wanted
        if not wanted:
            found: tuple[Camera, ...] = self._tools.list_cameras()
            if not found:
                return _Opened(None, "", live=True)
            wanted, name = found[0].id, found[0].name
        source = self._tools.open_source(wanted)
        watcher = self._tools.watch(
            source, self._on_frame, self._on_sighting, lambda error: self._ended.emit(turn, error)
        )
        return _Opened(watcher, source.name or name, source.live)

    def _opened(self, opened: _Opened, turn: int) -> None:
        if turn != self._turn:
            if opened.watcher:
                self._lanes.camera.run(opened.watcher.stop)
            return
        self._watcher = opened.watcher
        if opened.watcher is None:
            self._say(FeedStatus(FeedState.NONE))
        elif self.current.state is FeedState.OPENING:
            self._say(FeedStatus(FeedState.LIVE, opened.name))

    def _failed(self, error: PersonFacingError, turn: int) -> None:
        if turn == self._turn:
            self._say(FeedStatus(FeedState.FAILED, self._wanted, error))
            self._retry.start(_RETRY_MS)

    def _source_ended(self, turn: int, error: BaseException | None) -> None:
        if turn != self._turn:
            return
        if error is None:
            self._release()
            self._say(FeedStatus(FeedState.ENDED, self.current.name))
        elif isinstance(error, PersonFacingError):
            self._release()
            self._failed(error, turn)
        else:
            raise error

    def _release(self) -> None:
        self._retry.stop()
        watcher, self._watcher = self._watcher, None
        if watcher is not None:
            self._lanes.camera.run(watcher.stop)

    def _say(self, status: FeedStatus) -> None:
        self.current = status
        self.status.emit(status)

    def _on_frame(self, frame: Frame, readings: tuple[Reading, ...]) -> None:
        """On the decoder's thread. Frames that come before the last one is painted are not shown."""
        if not self._shown:
            return
        self._shown = False
        height, width = frame.pixels.shape[:2]
        outlines = tuple(tuple((x / width, y / height) for x, y in r.corners) for r in readings)
        self.frame.emit(ShownFrame(self._tools.thumbnail(frame.pixels, PREVIEW_WIDTH), outlines))

    def _on_sighting(self, sighting: Sighting) -> None:
        self.seen.emit(sighting.reading.text)
