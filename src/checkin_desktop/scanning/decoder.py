"""Reads codes in a picture: zxing-cpp at a glance, then ever other views of it, pyzbar as the last opinion.

What pays was measured on real photographs: docs/decisions/0014, `make bench-decode`, `make bench-video`.
"""

import math
import time
from collections.abc import Callable, Iterable, Iterator

from checkin_desktop.scanning.hints import hint_for
from checkin_desktop.scanning.regions import around, code_like
from checkin_desktop.scanning.second_opinion import second_opinion
from checkin_desktop.scanning.symbologies import (
    BESIDE_QR,
    DATA_MATRIX,
    QR,
    RETAIL,
    RETAIL_CODES,
    beside_qr,
)
from checkin_desktop.scanning.tracking import Tracking
from checkin_desktop.scanning.views import (
    BOLDER,
    BRIGHTER,
    CALMED,
    CRISPER,
    DARKER,
    EQUALISED,
    FOCUSED,
    GLOBAL,
    LOCALLY,
    SHARPER,
    TURNED,
    Attempt,
    Box,
    View,
    cut,
    look,
    scaled,
    to_grey,
    whole,
)
from checkin_desktop.services.ports.scanning import (
    DOOR_SYMBOLOGIES,
    Corners,
    Pixels,
    Reading,
    Symbologies,
    Symbology,
    Unread,
)

# In the order of what they read of the photographs for the time that they take.
_HARDER: tuple[Attempt, ...] = (BOLDER, LOCALLY, BRIGHTER, SHARPER, DARKER, TURNED)
# The same of simulated films, in the small cut of a code that is seen, doubled.
_CLOSER = (SHARPER, CRISPER, CALMED, LOCALLY, FOCUSED, BOLDER, TURNED, EQUALISED, BRIGHTER)
_AT_SEEN = (BOLDER, LOCALLY, SHARPER)
_ZBAR_SCALES = (0.33, 0.5)
_THIN = 6
_LARGER = (1.5, 2.0)
_LARGE_SIDE, _WORK_SIDE = 1_600, 1_280
FRAME_MS = 33.0
_WHOLE_EVERY = 4
_QUIET_FRAMES = 6
_AGREE_FRAMES = 20
_BARS_EVERY = 3
_CLOSE_TRIES, _SMALL_SIDE = 3, 400
_CLOSE = 0.25


class DoorDecoder:
    """The decoder of the live picture: quick on every frame, harder attempts spread over successive misses.

    A code seen is looked for first where it was. What took a hard look, or has no error correction, counts once a
    second frame says the same. A frame that took longer than `frame_ms` of `clock` (seconds) leaves the next ones
    with the glance alone, until the time is made up.
    """

    def __init__(
        self,
        symbologies: Symbologies = DOOR_SYMBOLOGIES,
        frame_ms: float = FRAME_MS,
        clock: Callable[[], float] = time.thread_time,
    ) -> None:
        self._beside = beside_qr(symbologies)
        self._frame_s, self._clock = frame_ms / 1000, clock
        self._tracking = Tracking()
        self._frame = self._looks = 0
        self._turns = {_HARDER: 0, _CLOSER: 0}
        self._read_at = -_QUIET_FRAMES
        self._late_s = 0.0
        self._heard: dict[tuple[Symbology, str], int] = {}
        self.unread: Unread | None = None
        """A code seen in the last frame and not read."""

    def decode(self, pixels: Pixels) -> tuple[Reading, ...]:
        started = self._clock()
        self._frame += 1
        grey = to_grey(pixels)
        places = self._tracking.places(grey.shape)
        found, unread = self._glance(grey, places)
        quiet = self._frame - self._read_at < _QUIET_FRAMES
        if not found and not quiet and self._late_s <= 0:
            places = tuple(around(c, grey.shape, _CLOSE) for c in unread[:1])
            found = self._agreed(self._harder(grey, places or code_like(grey), seen=bool(places)))
        if found:
            self._read_at = self._frame
        self._tracking.saw(tuple(r.corners for r in found) or unread, grey.shape)
        self.unread = Unread(unread[0], hint_for(grey, unread[0])) if unread and not found else None
        self._late_s = max(0.0, self._late_s + self._clock() - started - self._frame_s)
        return found

    def _glance(
        self, grey: Pixels, places: tuple[Box, ...]
    ) -> tuple[tuple[Reading, ...], tuple[Corners, ...]]:
        if self._frame % _WHOLE_EVERY:
            found = _distinct(r for box in places for r in look(cut(grey, box)).readings)
            if len(found) == len(places) > 0:
                return found, ()
        seen = look(whole(grey), unread=True)
        return seen.readings or look(whole(grey), QR, GLOBAL).readings, seen.unread

    def _harder(self, grey: Pixels, places: tuple[Box, ...], seen: bool) -> tuple[Reading, ...]:
        """The next attempts in turn, where there may be a code; the one that reads is the next frame's first.

        Where a code was not `seen` but guessed, the whole frame has its turns too; without any guess nothing is done.
        """
        close = next((cut(grey, box) for box in places if _small(box)), None)
        if close is None or (not seen and self._looks % _WHOLE_EVERY == _WHOLE_EVERY - 1):
            view, ways, tries = whole(grey), _HARDER, 1
        else:
            view, ways, tries = scaled(close, 2), _CLOSER, _CLOSE_TRIES
        for _ in range(tries if places else 0):
            if found := self._attempt(view, ways, self._turns[ways]):
                return found
            self._turns[ways] += 1
        self._looks += 1
        return ()

    def _attempt(self, view: View, ways: tuple[Attempt, ...], turn: int) -> tuple[Reading, ...]:
        bars = turn // _BARS_EVERY
        if self._beside and turn % _BARS_EVERY == _BARS_EVERY - 1:
            return look(view, self._beside).readings
        which = (turn - bars) % (len(ways) + 1)
        return ways[which](view) if which < len(ways) else second_opinion(view, _ZBAR_SCALES[bars % 2])

    def _agreed(self, found: tuple[Reading, ...]) -> tuple[Reading, ...]:
        self._heard = {key: at for key, at in self._heard.items() if self._frame - at <= _AGREE_FRAMES}
        agreed = tuple(r for r in found if (r.symbology, r.text) in self._heard)
        self._heard |= {(r.symbology, r.text): self._frame for r in found}
        return agreed


class StillDecoder:
    """The decoder of a photograph, a PDF page or a screenshot: QR first, else every symbology and every attempt."""

    unread: Unread | None = None

    def decode(self, pixels: Pixels) -> tuple[Reading, ...]:
        view = whole(to_grey(pixels))
        seen = look(view, unread=True)
        if found := seen.readings or look(view, QR, GLOBAL).readings:
            return _distinct(found)
        for reading in self._harder(view, seen.unread):
            if reading:
                return _distinct(reading)
        return ()

    def _harder(self, view: View, unread: tuple[Corners, ...]) -> Iterator[tuple[Reading, ...]]:
        side = max(view.pixels.shape)
        for corners in unread[:1]:
            closer = cut(view.pixels, around(corners, view.pixels.shape, _CLOSE))
            closer = scaled(closer, 2) if max(closer.pixels.shape) <= _SMALL_SIDE else closer
            for attempt in _AT_SEEN:
                yield attempt(closer)
        if not unread:
            yield _confirmed(view, look(view, BESIDE_QR).readings)
        if side > _LARGE_SIDE:
            view = scaled(view, _WORK_SIDE / side)
            yield _confirmed(view, look(view, (*QR, *BESIDE_QR)).readings)
        for attempt in _HARDER:
            yield attempt(view)
        if unread:
            yield _confirmed(view, look(view, BESIDE_QR).readings)
        else:
            yield LOCALLY(view, DATA_MATRIX)
        for scale in _ZBAR_SCALES:
            yield second_opinion(view, scale)


def _small(box: Box) -> bool:
    return max(box[2] - box[0], box[3] - box[1]) <= _SMALL_SIDE


def _confirmed(view: View, found: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Retail codes read from a line or two are believed if they read the same in a larger picture.

    Their only check is one digit: of the shared photographs those misread were all read so, and not again.
    """
    thin = {r.text for r in found if r.symbology in RETAIL_CODES and _thickness(r) < _THIN}
    if not thin:
        return found
    again = {r.text for factor in _LARGER for r in look(scaled(view, factor), RETAIL).readings}
    return tuple(r for r in found if r.text not in thin or r.text in again)


def _thickness(reading: Reading) -> float:
    """Pixels across the bars between the first line that was read and the last."""
    top_left, top_right, bottom_right, bottom_left = reading.corners
    return min(math.dist(top_left, bottom_left), math.dist(top_right, bottom_right))


def _distinct(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    return tuple({(r.symbology, r.text): r for r in readings}.values())
