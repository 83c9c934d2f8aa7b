"""Where frames come from: a webcam, a video file, a folder of images, an address."""

import time
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.scanning.stills import load_pictures
from checkin_desktop.services.ports.scanning import Camera, Frame, FrameSource

IMAGE_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".bmp", ".webp", ".tif", ".tiff"})
_WIDTH, _HEIGHT, _RATE = 1280, 720, 30
_OPEN_MS, _READ_MS = 5_000, 5_000
_PATIENCE = 30
_HEAD_BYTES = 4096


class CameraError(PersonFacingError):
    """The camera gives no picture; the sentence says what to do."""


def list_cameras() -> tuple[Camera, ...]:
    """The webcams of this computer by name, each camera once."""
    from cv2_enumerate_cameras import enumerate_cameras

    found: dict[str, Camera] = {}
    for camera in enumerate_cameras():
        identity = camera.path or f"{camera.vid}:{camera.pid}:{camera.name}"
        found.setdefault(str(identity), Camera(str(identity), camera.name or str(camera.index), camera.index))
    return tuple(found.values())


def open_source(where: str) -> FrameSource:
    """A webcam's number, id or name; a video file; a folder or image; an http(s) or rtsp address.

    Raises PersonFacingError (CameraError for cameras and addresses).
    """
    where = where.strip()
    if where.startswith(("http://", "https://", "rtsp://")):
        return Stream(where)
    if where.isdecimal():
        return Webcam(int(where), where)
    path = Path(where)
    if path.is_dir():
        return Images(path)
    if path.is_file():
        return Images(path) if path.suffix.lower() in IMAGE_SUFFIXES else VideoFile(path)
    for camera in list_cameras():
        if where in (camera.id, camera.name):
            return Webcam(camera.index, camera.name)
    raise CameraError("scanning-no-source", source=where)


class _Capture:
    """Frames of an OpenCV capture."""

    live = True

    def __init__(self, capture: cv2.VideoCapture, name: str, failure: str) -> None:
        if not capture.isOpened():
            capture.release()
            raise CameraError(failure, source=name)
        self._capture = capture
        self._index = 0
        self.name = name

    def read(self) -> Frame | None:
        for _ in range(_PATIENCE):
            good, pixels = self._capture.read()
            if good and pixels is not None:
                self._index += 1
                return Frame(np.asarray(pixels, np.uint8), time.monotonic(), self._index)
        raise CameraError("scanning-camera-lost", source=self.name)

    def close(self) -> None:
        self._capture.release()


class Webcam(_Capture):
    """720p as motion JPEG: raw frames of old webcams come at five a second."""

    def __init__(self, index: int, name: str) -> None:
        capture = cv2.VideoCapture(index)
        super().__init__(capture, name, "scanning-camera-not-open")
        capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
        capture.set(cv2.CAP_PROP_FRAME_WIDTH, _WIDTH)
        capture.set(cv2.CAP_PROP_FRAME_HEIGHT, _HEIGHT)
        capture.set(cv2.CAP_PROP_FPS, _RATE)
        capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)


class Stream(_Capture):
    """A phone or IP camera by its address (MJPEG, RTSP)."""

    def __init__(self, address: str) -> None:
        limits = [cv2.CAP_PROP_OPEN_TIMEOUT_MSEC, _OPEN_MS, cv2.CAP_PROP_READ_TIMEOUT_MSEC, _READ_MS]
        capture = cv2.VideoCapture(address, cv2.CAP_FFMPEG, limits)
        super().__init__(capture, address, "scanning-address-not-open")


class VideoFile:
    """Every frame of a video, in order; times are the video's own."""

    live = False

    def __init__(self, path: Path) -> None:
        if _is_text(path):
            raise PersonFacingError("scanning-not-a-video", file=path.name)
        self._capture = cv2.VideoCapture(str(path))
        if not self._capture.isOpened():
            self._capture.release()
            raise PersonFacingError("scanning-not-a-video", file=path.name)
        self.name = path.name
        rate = self._capture.get(cv2.CAP_PROP_FPS)
        self._rate = rate if 1 <= rate <= 240 else _RATE
        self._index = 0

    def read(self) -> Frame | None:
        good, pixels = self._capture.read()
        if not good or pixels is None:
            return None
        frame = Frame(np.asarray(pixels, np.uint8), self._index / self._rate, self._index)
        self._index += 1
        return frame

    def close(self) -> None:
        self._capture.release()


def _is_text(path: Path) -> bool:
    """FFmpeg draws any text as a film of letters, and follows the addresses in a playlist."""
    try:
        with path.open("rb") as file:
            return b"\0" not in file.read(_HEAD_BYTES)
    except OSError as error:
        raise PersonFacingError("scanning-no-file", file=str(path)) from error


class Images:
    """One image, or those of a folder by name: each is a presentation of its own."""

    live = False
    _APART_S = 10.0

    def __init__(self, path: Path) -> None:
        self.name = path.name
        files = (
            sorted(p for p in path.iterdir() if p.suffix.lower() in IMAGE_SUFFIXES)
            if path.is_dir()
            else [path]
        )
        if not files:
            raise PersonFacingError("scanning-no-images", file=str(path))
        self._frames = self._all(files)

    def _all(self, files: list[Path]) -> Iterator[Frame]:
        for index, file in enumerate(files):
            yield Frame(next(load_pictures(file)), index * self._APART_S, index)

    def read(self) -> Frame | None:
        return next(self._frames, None)

    def close(self) -> None:
        self._frames = iter(())
