"""Codes in files: photographs, screenshots, PDF pages."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import pypdfium2

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.scanning.decoder import StillDecoder
from checkin_desktop.services.ports.scanning import Pixels, Reading

_MAX_BYTES = 64 * 1024 * 1024
_MAX_PIXELS = 80_000_000
_WORK_SIDE = 4_000
PDF_DPI = 200
_MAX_PAGES = 200


@dataclass(frozen=True, slots=True)
class FileReadings:
    """What one file holds; `ms` is the time that reading took, loading left out."""

    file: Path
    readings: tuple[Reading, ...]
    ms: float


def decode_file(path: Path) -> FileReadings:
    """The codes of an image or of all pages of a PDF. Raises PersonFacingError for a file that is neither."""
    decoder = StillDecoder()
    distinct: dict[tuple[str, str], Reading] = {}
    spent = 0.0
    for picture in load_pictures(path):
        started = time.perf_counter()
        distinct |= {(r.symbology.value, r.text): r for r in decoder.decode(picture)}
        spent += time.perf_counter() - started
    return FileReadings(path, tuple(distinct.values()), round(spent * 1000, 2))


def decode_pixels(pixels: Pixels) -> tuple[Reading, ...]:
    """The codes of a picture that comes from no file: a screenshot, something copied."""
    return StillDecoder().decode(_working_size(pixels))


def load_pictures(path: Path) -> Iterator[Pixels]:
    """The pictures in a file: one for an image, one a page for a PDF; a page at a time, each is 12 MB large.

    Raises PersonFacingError with the first picture.
    """
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise PersonFacingError("scanning-file-too-large", file=path.name)
        data = path.read_bytes()
    except OSError as error:
        raise PersonFacingError("scanning-no-file", file=str(path)) from error
    if data[:5] == b"%PDF-":
        yield from _pdf_pages(data, path)
    else:
        yield load_image(data, path.name)


def load_image(data: bytes, name: str) -> Pixels:
    """An image's pixels, BGR, turned as its EXIF says. Raises PersonFacingError."""
    image = None
    if data:
        try:
            image = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
        except cv2.error as error:
            raise PersonFacingError("scanning-not-an-image", file=name) from error
    if image is None:
        raise PersonFacingError("scanning-not-an-image", file=name)
    if image.shape[0] * image.shape[1] > _MAX_PIXELS:
        raise PersonFacingError("scanning-file-too-large", file=name)
    return _working_size(np.asarray(image, np.uint8))


def _working_size(pixels: Pixels) -> Pixels:
    longest = max(pixels.shape[:2])
    if longest <= _WORK_SIDE:
        return pixels
    factor = _WORK_SIDE / longest
    return np.asarray(cv2.resize(pixels, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA), np.uint8)


def _pdf_pages(data: bytes, path: Path) -> Iterator[Pixels]:
    try:
        with pypdfium2.PdfDocument(data) as document:
            for number in range(min(len(document), _MAX_PAGES)):
                pixels = np.asarray(document[number].render(scale=PDF_DPI / 72).to_numpy(), np.uint8)
                yield pixels[:, :, :3] if pixels.ndim == 3 else pixels
    except pypdfium2.PdfiumError as error:
        raise PersonFacingError("scanning-not-an-image", file=path.name) from error
