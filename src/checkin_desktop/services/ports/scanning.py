"""What a scan is, and what reading one needs: frames from somewhere, and a decoder."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

from checkin_desktop.domain.errors import PersonFacingError

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Pixels = NDArray[numpy.uint8]
else:
    Pixels = Any


class Symbology(StrEnum):
    QR = "qr"
    MICRO_QR = "micro_qr"
    CODE39 = "code39"
    CODE128 = "code128"
    CODE93 = "code93"
    AZTEC = "aztec"
    DATA_MATRIX = "data_matrix"
    PDF417 = "pdf417"
    EAN13 = "ean13"
    EAN8 = "ean8"
    UPC_A = "upc_a"
    UPC_E = "upc_e"
    ITF = "itf"
    CODABAR = "codabar"
    OTHER = "other"


Symbologies = frozenset[Symbology]
DOOR_SYMBOLOGIES: Symbologies = frozenset({Symbology.QR, Symbology.CODE39, Symbology.CODE128})
"""What the door reads unless it is set otherwise: few is fast and safe."""
OFFERED_SYMBOLOGIES: Symbologies = frozenset({Symbology.AZTEC, Symbology.DATA_MATRIX, Symbology.PDF417})
"""What the door may be set to read besides."""


Corners = tuple[tuple[int, int], tuple[int, int], tuple[int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Reading:
    """One code in a frame; `corners` in pixels of the frame, clockwise from its top left."""

    text: str
    data: bytes
    symbology: Symbology
    corners: Corners


class Hint(StrEnum):
    """What whoever holds a badge can do about a code that is seen but can't be read."""

    CLOSER = "closer"
    STEADY = "steady"
    GLARE = "glare"
    LIGHT = "light"


@dataclass(frozen=True, slots=True)
class Unread:
    """A code seen in a frame and not read; `corners` in pixels of the frame."""

    corners: Corners
    hint: Hint | None


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture, BGR or grey, 8 bits; `taken_at` in seconds of a monotonic clock."""

    pixels: Pixels
    taken_at: float
    index: int


@dataclass(frozen=True, slots=True)
class Sighting:
    """A code shown to the lens once, however long it is held there."""

    reading: Reading
    taken_at: float
    frame_index: int


@dataclass(frozen=True, slots=True)
class Camera:
    """A webcam by its human name; `id` is remembered between starts."""

    id: str
    name: str
    index: int


class CameraState(StrEnum):
    """What is with a camera, as a person would say it. All but `opening` and `live` are troubles.

    none: this computer has none; missing: the one that is wanted is not plugged in; busy: it is there, but can't
    be opened; lost: it stopped in the middle; silent: it hangs; frozen: the same picture again and again;
    slept: the computer was asleep; unreachable: nobody answers at an address; cut: an address fell silent.
    """

    OPENING = "opening"
    LIVE = "live"
    NONE = "none"
    MISSING = "missing"
    BUSY = "busy"
    LOST = "lost"
    SILENT = "silent"
    FROZEN = "frozen"
    BLACK = "black"
    SLEPT = "slept"
    UNREACHABLE = "unreachable"
    CUT = "cut"


class Control(StrEnum):
    """What some cameras let one set."""

    FOCUS = "focus"
    EXPOSURE = "exposure"
    BRIGHTNESS = "brightness"


@dataclass(frozen=True, slots=True)
class Granted:
    """What the driver gave, which is not always what it was asked for. `format` is a FourCC, "" unknown."""

    width: int
    height: int
    rate: float
    format: str
    controls: frozenset[Control] = frozenset()


@dataclass(frozen=True, slots=True)
class CameraSettings:
    """`zoom` in per cent, from 100. The others are the driver's own numbers; None leaves them to the camera."""

    zoom: int = 100
    focus: int | None = None
    exposure: int | None = None
    brightness: int | None = None


@dataclass(frozen=True, slots=True)
class CameraStatus:
    """`trouble` says in words what is wrong and what to do; None while opening and live."""

    state: CameraState
    name: str
    granted: Granted | None = None
    trouble: PersonFacingError | None = None


class Decoder(Protocol):
    def decode(self, pixels: Pixels) -> tuple[Reading, ...]: ...


class LiveDecoder(Decoder, Protocol):
    """Of frames that follow each other."""

    @property
    def unread(self) -> Unread | None:
        """A code seen in the last frame and not read."""
        ...


class FrameSource(Protocol):
    """`live`: frames that nobody takes are dropped; otherwise every frame is handed over, and they end."""

    @property
    def name(self) -> str: ...
    @property
    def live(self) -> bool: ...
    def read(self) -> Frame | None:
        """The next frame; None at the end. Raises PersonFacingError when the camera is lost."""
        ...

    def close(self) -> None:
        """Of a live source: from any thread."""
        ...


class Watcher(Protocol):
    """A source being watched on its own thread. `name` and `live` are its source's."""

    @property
    def name(self) -> str: ...
    @property
    def live(self) -> bool: ...
    def adjust(self, settings: CameraSettings) -> None: ...
    def stop(self) -> None:
        """Within about a second, even of a camera whose driver hangs."""
        ...


OnFrame = Callable[[Frame, tuple[Reading, ...], Unread | None], None]
OnSighting = Callable[[Sighting], None]
OnStatus = Callable[[CameraStatus], None]
OnEnd = Callable[[BaseException | None], None]


@dataclass(frozen=True, slots=True)
class Listening:
    """Who is told what of a source that is watched; all of it from the watcher's thread."""

    frame: OnFrame
    sighting: OnSighting
    status: OnStatus
    end: OnEnd


_CAMERA_ID = re.compile(r"[0-9a-f]{4}:[0-9a-f]{4}:(.+)#[0-9]+")
_SECRETS = re.compile(r"(?<=//)[^/@]*@")


def camera_name(wanted: str) -> str:
    """What to call a camera that is not there now, by its id; an address without the password in it."""
    found = _CAMERA_ID.fullmatch(wanted)
    return found[1] if found else _SECRETS.sub("", wanted)
