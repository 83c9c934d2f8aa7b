"""Logos: what a person chose becomes a small, clean PNG or JPEG; a drawing (SVG, PDF) a small PDF, and stays one."""

import io
from pathlib import Path

from PIL import Image, ImageChops, ImageOps, UnidentifiedImageError

from checkin_desktop.documents.pictures import clean_page
from checkin_desktop.documents.raster import render_page
from checkin_desktop.documents.svg import is_svg, svg_page
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.services.ports.documents import MAX_IMAGE_BYTES

_KINDS = ("PNG", "JPEG", "WEBP", "GIF", "BMP")
_MAX_FILE_BYTES = 20_000_000
_MAX_PIXELS = 40_000_000
_LARGEST = (1200, 400)
"""Pixels: 300 dpi and more at the size in which a logo is printed."""
_LOOKED_AT = 800
"""Pixels across, to find the margins of a drawing."""
_QUALITIES = (92, 80, 65)


def prepare_logo(path: Path) -> bytes:
    """A picture file without metadata and empty margins, small enough for the journal (PNG, else JPEG; drawings PDF).

    Raises PersonFacingError for what is no picture, is too large, or shows nothing.
    """
    try:
        if path.stat().st_size > _MAX_FILE_BYTES:
            raise PersonFacingError("logos-file-too-large", file=path.name)
        data = path.read_bytes()
        if is_svg(data) or data.startswith(b"%PDF-"):
            return _drawing(data, path.name)
        with Image.open(io.BytesIO(data), formats=_KINDS) as opened:
            if opened.width * opened.height > _MAX_PIXELS:
                raise PersonFacingError("logos-file-too-large", file=path.name)
            picture = _trimmed(ImageOps.exif_transpose(opened).convert("RGBA"))
    except UnidentifiedImageError as error:
        raise PersonFacingError("logos-not-a-picture", file=path.name) from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PersonFacingError("logos-file-too-large", file=path.name) from error
    except (OSError, SyntaxError, ValueError) as error:
        known = "logos-not-a-picture" if path.is_file() else "logos-no-file"
        raise PersonFacingError(known, file=path.name) from error
    if picture is None:
        raise PersonFacingError("logos-empty-picture", file=path.name)
    picture.thumbnail(_LARGEST, Image.Resampling.LANCZOS)
    return _encoded(picture)


def _drawing(data: bytes, name: str) -> bytes:
    """The page cut to what is seen of it."""
    clean, shape, _ = clean_page(svg_page(data) if is_svg(data) else data)
    width, height, pixels = render_page(clean, 0, _LOOKED_AT)
    looked = Image.frombytes("RGB", (width, height), pixels)
    box = ImageChops.difference(looked, Image.new("RGB", looked.size, "white")).getbbox()
    if box is None:
        raise PersonFacingError("logos-empty-picture", file=name)
    left, top, right, bottom = (side / width * shape.width for side in box)
    cut, _, _ = clean_page(clean, (left, shape.height - bottom, right, shape.height - top))
    if len(cut) > MAX_IMAGE_BYTES:
        raise PersonFacingError("logos-file-too-large", file=name)
    return cut


def _trimmed(picture: Image.Image) -> Image.Image | None:
    """Without the transparent or white margins, so that logos side by side look equally high; None: nothing left."""
    on_white = _on_white(picture)
    box = ImageChops.difference(on_white, Image.new("RGB", picture.size, "white")).getbbox()
    return picture.crop(box) if box else None


def _on_white(picture: Image.Image) -> Image.Image:
    paper = Image.new("RGB", picture.size, "white")
    paper.paste(picture, mask=picture.getchannel("A"))
    return paper


def _encoded(picture: Image.Image) -> bytes:
    opaque = picture.getchannel("A").getextrema()[0] == 255
    data = _saved(picture.convert("RGB") if opaque else picture, "PNG", optimize=True)
    for quality in _QUALITIES:
        if len(data) <= MAX_IMAGE_BYTES:
            break
        data = _saved(_on_white(picture), "JPEG", quality=quality, optimize=True)
    return data


def _saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()
