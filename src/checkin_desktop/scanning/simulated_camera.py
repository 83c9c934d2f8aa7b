"""A webcam that is not there: badges held before a 720p lens by unsteady hands, in changing light.

For the demo and the tests. Geometry is a pinhole camera's, in millimetres; the same seed films the same frames.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.scanning.simulated_conditions import Conditions, glared, with_finger
from checkin_desktop.services.ports.scanning import Frame, FrameSource, Pixels

WIDTH, HEIGHT, RATE = 1280, 720, 30
_FOCAL = WIDTH / 2 / math.tan(math.radians(30))
"""Pixels; a webcam that sees 60 degrees."""
_ROLL = math.radians(14)
_COMING, _HELD, _AWAY = 2, 8, 1
_MARGIN = 14
_NOISES = 4
_USUAL = Conditions()
_SKIN = (118, 146, 190)


@dataclass(frozen=True, slots=True)
class _Pose:
    """Where the badge is: its middle in mm before the lens, turned by three angles (radians)."""

    x: float
    y: float
    distance: float
    yaw: float
    pitch: float
    roll: float


@dataclass(frozen=True, slots=True)
class _Blur:
    """Pixels: length of the motion and its direction (radians), and how far out of focus (sigma)."""

    motion: float
    direction: float
    defocus: float


class SimulatedCamera:
    """A FrameSource (services/ports/scanning.py): each badge comes, is held for `held` frames and goes away.

    `badges` are BGR or grey pictures at `px_per_mm`, sharp and upright.
    """

    live = False
    name = "simulated"

    def __init__(
        self,
        badges: Sequence[Pixels],
        px_per_mm: float,
        seed: int,
        held: int = _HELD,
        conditions: Conditions = _USUAL,
    ) -> None:
        self._random = np.random.default_rng(seed)
        self._badges, self._px_per_mm, self._held = badges, px_per_mm, held
        self._room = _room(self._random)
        self._conditions = conditions
        self._noise = [_noise(self._random, conditions.noise) for _ in range(_NOISES)]
        self._light = self._random.uniform(0, 6)
        self._index = 0
        self._frames = self._film()
        self.showing: tuple[int, int] | None = None
        """Which badge the last frame shows, and since how many frames it is held (less than 0: it is coming)."""

    def read(self) -> Frame | None:
        return next(self._frames, None)

    def close(self) -> None:
        self._frames = iter(())

    def _film(self) -> Iterator[Frame]:
        yield self._frame(self._room.copy())
        for number, badge in enumerate(self._badges):
            yield from self._presented(number, badge)
            self.showing = None
            yield self._frame(self._room.copy())

    def _presented(self, number: int, badge: Pixels) -> Iterator[Frame]:
        random, given = self._random, self._conditions
        held_at = _Pose(
            random.uniform(-40, 40),
            random.uniform(-22, 22),
            random.uniform(given.near_mm, given.far_mm),
            random.uniform(-given.tilt, given.tilt),
            random.uniform(-given.tilt, given.tilt),
            random.uniform(-_ROLL, _ROLL),
        )
        picture, px_per_mm = self._as_seen(badge, _FOCAL / held_at.distance)
        side = random.choice((-1.0, 1.0))
        for step in range(-_COMING, self._held + _AWAY):
            way = max(0, -step, step - self._held + 1) if not 0 <= step < self._held else 0
            pose = _Pose(
                held_at.x + side * 55 * way + random.normal(0, 0.8),
                held_at.y + 30 * way + random.normal(0, 0.8),
                held_at.distance,
                held_at.yaw + random.normal(0, 0.012),
                held_at.pitch + random.normal(0, 0.012),
                held_at.roll + random.normal(0, 0.008),
            )
            motion = random.uniform(14, 22) if way else abs(random.normal(0, given.motion))
            hunting = 1.3 * math.exp(-max(step, 0) / 1.5)
            blur = _Blur(motion, random.uniform(0, math.pi), given.defocus + hunting + random.uniform(0, 0.2))
            pixels = self._room.copy()
            _hold(pixels, picture, px_per_mm, pose, blur)
            self.showing = (number, step)
            yield self._frame(pixels)

    def _as_seen(self, badge: Pixels, wanted: float) -> tuple[Pixels, float]:
        """The badge in about the size of the film, so that turning it does not alias, and the thumb on its edge."""
        factor = min(1.0, 1.3 * wanted / self._px_per_mm)
        seen = cv2.resize(badge, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
        if seen.ndim == 2:
            seen = cv2.cvtColor(seen, cv2.COLOR_GRAY2BGR)
        px_per_mm = self._px_per_mm * factor
        height = seen.shape[0]
        thumb = (int(self._random.uniform(14, 34) * px_per_mm), height)
        axes = (int(8 * px_per_mm), int(13 * px_per_mm))
        cv2.ellipse(seen, thumb, axes, 0, 0, 360, _SKIN, -1, cv2.LINE_AA)
        touched = with_finger(np.asarray(seen, np.uint8), self._conditions.covered)
        return glared(touched, self._conditions.glare, self._random), px_per_mm

    def _frame(self, pixels: Pixels) -> Frame:
        """Exposure drifts and flickers, the sensor adds its noise."""
        at = self._index / RATE
        given = self._conditions
        drift = given.swing * math.sin(at * given.swing_per_s + self._light)
        gain = max(0.05, given.light + drift + self._random.normal(0, 0.02))
        cv2.convertScaleAbs(pixels, pixels, alpha=gain, beta=self._random.uniform(0, 6))
        cv2.add(pixels, self._noise[self._index % _NOISES], pixels, dtype=cv2.CV_8U)
        frame = Frame(pixels, at, self._index)
        self._index += 1
        return frame


def film(source: FrameSource, path: Path) -> int:
    """Writes a source's frames into a video (MPEG-4) and answers how many. Raises PersonFacingError."""
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), RATE, (WIDTH, HEIGHT))
    frames = 0
    try:
        if not writer.isOpened():
            raise PersonFacingError("scanning-no-video-written", file=path.name)
        while (frame := source.read()) is not None:
            writer.write(frame.pixels)
            frames += 1
    finally:
        writer.release()
        source.close()
    return frames


def _hold(pixels: Pixels, badge: Pixels, px_per_mm: float, pose: _Pose, blur: _Blur) -> None:
    """Draws the badge into the frame, blurred with the room around it."""
    height, width = badge.shape[:2]
    seen_at = _projected(width / px_per_mm, height / px_per_mm, pose)
    left, top = np.maximum(np.floor(seen_at.min(axis=0)).astype(int) - _MARGIN, 0)
    right, bottom = np.minimum(np.ceil(seen_at.max(axis=0)).astype(int) + _MARGIN, (WIDTH, HEIGHT))
    if right - left < _MARGIN or bottom - top < _MARGIN:
        return
    corners = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    turned = cv2.getPerspectiveTransform(corners, seen_at - np.array((left, top), np.float32))
    region = np.ascontiguousarray(pixels[top:bottom, left:right])
    size = (int(right - left), int(bottom - top))
    cv2.warpPerspective(badge, turned, size, region, cv2.INTER_LINEAR, cv2.BORDER_TRANSPARENT)
    cv2.GaussianBlur(region, (0, 0), blur.defocus, region)
    if blur.motion >= 1:
        cv2.filter2D(region, -1, _streak(blur), region)
    pixels[top:bottom, left:right] = region


def _projected(width: float, height: float, pose: _Pose) -> NDArray[np.float32]:
    """The badge's corners in the frame, clockwise from its top left."""
    x, y = width / 2, height / 2
    corners = np.array([(-x, -y, 0), (x, -y, 0), (x, y, 0), (-x, y, 0)])
    turned = corners @ _turn(pose).T + np.array((pose.x, pose.y, pose.distance))
    flat = turned[:, :2] / turned[:, 2:] * _FOCAL + np.array((WIDTH / 2, HEIGHT / 2))
    return np.asarray(flat, np.float32)


def _turn(pose: _Pose) -> NDArray[np.float64]:
    a, b, c = pose.pitch, pose.yaw, pose.roll
    pitch = np.array([(1, 0, 0), (0, math.cos(a), -math.sin(a)), (0, math.sin(a), math.cos(a))])
    yaw = np.array([(math.cos(b), 0, math.sin(b)), (0, 1, 0), (-math.sin(b), 0, math.cos(b))])
    roll = np.array([(math.cos(c), -math.sin(c), 0), (math.sin(c), math.cos(c), 0), (0, 0, 1)])
    return np.asarray(roll @ yaw @ pitch, np.float64)


def _streak(blur: _Blur) -> NDArray[np.float32]:
    """A line of the motion's length: what one exposure smears a point to."""
    side = int(blur.motion) | 1
    middle = (side - 1) / 2
    dx, dy = math.cos(blur.direction) * middle, math.sin(blur.direction) * middle
    kernel = np.zeros((side, side), np.float32)
    ends = [(round(middle - dx), round(middle - dy)), (round(middle + dx), round(middle + dy))]
    cv2.line(kernel, ends[0], ends[1], 1.0, 1)
    return np.asarray(kernel / kernel.sum(), np.float32)


def _room(random: np.random.Generator) -> Pixels:
    """What lies behind the badge: a blurred hall with lights, a wall and people's shapes."""
    small = (random.uniform(60, 110, (9, 16, 1)) + random.normal(0, 7, (9, 16, 3))).astype(np.float32)
    small[:3] += 45
    for _ in range(5):
        x, y = random.integers(1, 15), random.integers(3, 8)
        small[y:, x : x + 2] = random.uniform(25, 90) + random.normal(0, 14, 3)
    hall = cv2.resize(small, (WIDTH, HEIGHT), interpolation=cv2.INTER_CUBIC)
    for _ in range(4):
        at = (int(random.integers(0, WIDTH)), int(random.integers(0, HEIGHT // 3)))
        cv2.circle(hall, at, int(random.integers(10, 26)), (235, 240, 245), -1)
    return np.asarray(np.clip(cv2.GaussianBlur(hall, (0, 0), 5), 0, 235), np.uint8)


def _noise(random: np.random.Generator, strength: float) -> NDArray[np.int8]:
    grains = random.standard_normal((HEIGHT, WIDTH, 3), np.float32) * strength
    return np.asarray(np.clip(grains, -127, 127), np.int8)
