"""Where codes were last seen: there the next frame is read first, cut out, which is quick and allows more attempts."""

from checkin_desktop.scanning.regions import around, worth
from checkin_desktop.scanning.views import Box
from checkin_desktop.services.ports.scanning import Corners

_KEPT_FRAMES = 15
_MARGIN = 0.6
"""Of the code's side, on each side: how far a hand carries it between two frames."""
_MOST = 4


class Tracking:
    """Places by frame, counted in frames of the decoder."""

    def __init__(self) -> None:
        self._places: tuple[Box, ...] = ()
        self._age = 0

    def places(self, shape: tuple[int, ...]) -> tuple[Box, ...]:
        """Where to look first in the next frame, of that shape; none once nothing was seen for half a second."""
        self._age += 1
        if self._age > _KEPT_FRAMES:
            self._places = ()
        height, width = shape[:2]
        inside = (
            (left, top, min(right, width), min(bottom, height)) for left, top, right, bottom in self._places
        )
        return tuple(box for box in inside if worth(box))

    def saw(self, codes: tuple[Corners, ...], shape: tuple[int, ...]) -> None:
        """What a frame showed; nothing leaves the places as they are."""
        if codes:
            self._places = tuple(around(c, shape, _MARGIN) for c in codes[:_MOST])
            self._age = 0
