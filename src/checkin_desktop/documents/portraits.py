"""Portraits: what a camera or a folder holds becomes a small upright JPEG without metadata."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from PIL import Image, ImageOps, UnidentifiedImageError

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.photos import MAX_PHOTO_BYTES
from checkin_desktop.services.ports.documents import Portraits

_KINDS = ("PNG", "JPEG", "WEBP", "BMP")
_ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".webp", ".bmp"})
_SIZE = (300, 375)
"""Pixels: four by five, enough for the screen and a badge."""
_QUALITIES = (85, 75, 60, 45)
_MAX_FILE_BYTES = 20_000_000
_MAX_PIXELS = 60_000_000
_MAX_FILES = 20_000


def prepare_portrait(path: Path) -> bytes:
    """Raises PersonFacingError for what is no picture or is too large."""
    try:
        if path.stat().st_size > _MAX_FILE_BYTES:
            raise PersonFacingError("photo-unusable")
        return _prepared(path.read_bytes())
    except OSError as error:
        raise PersonFacingError("photo-unusable") from error


def read_portraits(path: Path) -> Portraits:
    """Every picture of a folder or of a zip file. Raises PersonFacingError where there is none at all."""
    found: dict[str, bytes] = {}
    unusable = []
    for name, content in _files(path):
        try:
            found[PurePosixPath(name).stem] = _prepared(content)
        except PersonFacingError:
            unusable.append(name)
    if not found and not unusable:
        raise PersonFacingError("photo-none-found", file=path.name)
    return Portraits(found, tuple(unusable))


def _files(path: Path) -> Iterator[tuple[str, bytes]]:
    """(name, content), bounded: one file at a time is in memory."""
    if path.is_dir():
        wanted = sorted(p for p in path.iterdir() if p.suffix.lower() in _ENDINGS)
        for picture in wanted[:_MAX_FILES]:
            big = picture.stat().st_size > _MAX_FILE_BYTES
            yield picture.name, b"" if big else picture.read_bytes()
        return
    try:
        with zipfile.ZipFile(path) as archive:
            for info in archive.infolist()[:_MAX_FILES]:
                name = PurePosixPath(info.filename).name
                if (
                    info.is_dir()
                    or PurePosixPath(name).suffix.lower() not in _ENDINGS
                    or name.startswith(".")
                ):
                    continue
                with archive.open(info) as packed:
                    content = packed.read(_MAX_FILE_BYTES + 1)
                yield name, content if len(content) <= _MAX_FILE_BYTES else b""
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError) as error:
        raise PersonFacingError("photo-bad-archive", file=path.name) from error


def _prepared(content: bytes) -> bytes:
    try:
        with Image.open(io.BytesIO(content), formats=_KINDS) as opened:
            if opened.width * opened.height > _MAX_PIXELS:
                raise PersonFacingError("photo-unusable")
            upright = ImageOps.exif_transpose(opened).convert("RGB")
    except (
        UnidentifiedImageError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
        OSError,
        SyntaxError,
        ValueError,
    ) as error:
        raise PersonFacingError("photo-unusable") from error
    portrait = ImageOps.fit(upright, _SIZE, Image.Resampling.LANCZOS, centering=(0.5, 0.35))
    for quality in _QUALITIES:
        out = io.BytesIO()
        portrait.save(out, "JPEG", quality=quality, optimize=True)
        if out.tell() <= MAX_PHOTO_BYTES:
            break
    return out.getvalue()
