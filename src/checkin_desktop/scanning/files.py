"""Frames from files: a video, an image, a folder of images."""

from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.scanning.stills import load_pictures
from checkin_desktop.services.ports.scanning import Frame

IMAGE_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".bmp", ".webp", ".tif", ".tiff"})
_RATE = 30
_HEAD_BYTES = 4096


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
