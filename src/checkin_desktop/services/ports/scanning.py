"""What a scan is, and what reading one needs: frames from somewhere, and a decoder."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

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


Corners = tuple[tuple[int, int], tuple[int, int], tuple[int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Reading:
    """One code in a frame; `corners` in pixels of the frame, clockwise from its top left."""

    text: str
    data: bytes
    symbology: Symbology
    corners: Corners


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


class Decoder(Protocol):
    def decode(self, pixels: Pixels) -> tuple[Reading, ...]: ...


class FrameSource(Protocol):
    """`live`: frames that nobody takes are dropped; otherwise every frame is handed over, and they end."""

    @property
    def name(self) -> str: ...
    @property
    def live(self) -> bool: ...
    def read(self) -> Frame | None:
        """The next frame; None at the end. Raises PersonFacingError when the camera is lost."""
        ...

    def close(self) -> None: ...


class Watcher(Protocol):
    """A source being watched on its own thread."""

    def stop(self) -> None: ...


OnFrame = Callable[[Frame, tuple[Reading, ...]], None]
OnSighting = Callable[[Sighting], None]
OnEnd = Callable[[BaseException | None], None]
