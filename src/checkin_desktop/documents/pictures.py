"""Pictures as a PDF holds them: an untrusted PNG, JPEG or one-page PDF in a square of 1 by 1. Vectors stay."""

import hashlib
import io
import struct
import zlib
from dataclasses import dataclass
from functools import lru_cache

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from PIL import Image, ImageOps, UnidentifiedImageError

from checkin_desktop.documents.foreign_page import clean_form, open_pdf
from checkin_desktop.documents.refusals import BadPicture

MAX_BYTES = 20_000_000
MAX_PIXELS = 40_000_000
_KINDS = ("PNG", "JPEG")
_ORIENTATION = 0x0112
_BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    LookupError,
    TypeError,
    OverflowError,
    MemoryError,
    struct.error,
    zlib.error,
)
"""What Pillow raises of files that are damaged, or made to hurt."""
_BROKEN_PDF = (pikepdf.PdfError, RuntimeError, AttributeError, RecursionError, *_BROKEN)


@dataclass(frozen=True, slots=True)
class Shape:
    """Width over height is all that a layout needs: pixels, or points."""

    width: float
    height: float


@lru_cache(maxsize=64)
def picture_name(data: bytes) -> str:
    """SHA-256, as hex."""
    return hashlib.sha256(data).hexdigest()


@lru_cache(maxsize=64)
def shape_of(data: bytes) -> Shape:
    """Raises BadPicture for what can't be drawn, before anything is numbered or printed."""
    if data.startswith(b"%PDF-"):
        return _tried(data)
    return Shape(*_loaded(data).size)


def put_picture(pdf: Pdf, data: bytes) -> pikepdf.Object:
    """The picture as an XObject of `pdf` that fills the square from 0, 0 to 1, 1."""
    if data.startswith(b"%PDF-"):
        return _put_page(pdf, data)[0]
    loaded = _loaded(data)
    if _as_it_is(data):
        space = Name.DeviceRGB if loaded.mode == "RGB" else Name.DeviceGray
        return _image(pdf, loaded, data, Name.DCTDecode, space)
    if loaded.mode == "RGBA":
        mask = loaded.getchannel("A")
        colours = _flate(pdf, loaded.convert("RGB"))
        if mask.getextrema() != (255, 255):
            colours.SMask = _flate(pdf, mask)
        return colours
    return _flate(pdf, loaded)


def _as_it_is(data: bytes) -> bool:
    """A JPEG that lies upright, in colours that every reader of PDFs knows."""
    if not data.startswith(b"\xff\xd8\xff"):
        return False
    try:
        with _opened(data) as picture:
            return picture.mode in ("RGB", "L") and picture.getexif().get(_ORIENTATION, 1) == 1
    except _BROKEN:
        return False


def _opened(data: bytes) -> Image.Image:
    if len(data) > MAX_BYTES:
        raise BadPicture("documents-picture-too-large")
    try:
        picture = Image.open(io.BytesIO(data), formats=_KINDS)
    except UnidentifiedImageError as error:
        raise BadPicture("documents-bad-picture") from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise BadPicture("documents-picture-too-large") from error
    except _BROKEN as error:
        raise BadPicture("documents-bad-picture") from error
    if picture.width * picture.height > MAX_PIXELS:
        raise BadPicture("documents-picture-too-large")
    return picture


@lru_cache(maxsize=1)
def _loaded(data: bytes) -> Image.Image:
    """Decoded whole, upright, as L, RGB or RGBA of eight bits."""
    try:
        with _opened(data) as picture:
            picture.load()
            upright = ImageOps.exif_transpose(picture)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise BadPicture("documents-picture-too-large") from error
    except _BROKEN as error:
        raise BadPicture("documents-bad-picture") from error
    if upright.mode.startswith("I") or upright.mode == "F":
        return upright.convert("I").point(lambda v: v / 256).convert("L")
    if upright.mode in ("L", "RGB") and "transparency" not in upright.info:
        return upright
    if upright.mode == "1":
        return upright.convert("L")
    through = upright.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in upright.info
    return upright.convert("RGBA" if through else "RGB")


def _flate(pdf: Pdf, picture: Image.Image) -> Stream:
    space = Name.DeviceRGB if picture.mode == "RGB" else Name.DeviceGray
    return _image(pdf, picture, zlib.compress(picture.tobytes(), 9), Name.FlateDecode, space)


def _image(pdf: Pdf, picture: Image.Image, data: bytes, packed: Name, space: Name) -> Stream:
    stream = Stream(pdf, data)
    stream.Type, stream.Subtype = Name.XObject, Name.Image
    stream.Width, stream.Height = picture.size
    stream.ColorSpace, stream.BitsPerComponent, stream.Filter = space, 8, packed
    return stream


def _box(form: pikepdf.Object) -> tuple[float, float, float, float]:
    """Left, bottom, width and height in points of a page's form, turned as the page is."""
    x0, y0, x1, y1 = (float(v) for v in form.BBox)
    a, b, c, d, e, f = (float(v) for v in form.get("/Matrix", Array([1, 0, 0, 1, 0, 0])))
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (x0, x1) for y in (y0, y1)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    width, height = max(xs) - min(xs), max(ys) - min(ys)
    if not (0 < width < 1e5 and 0 < height < 1e5):
        raise BadPicture("documents-bad-picture")
    return min(xs), min(ys), width, height


def clean_page(data: bytes, box: tuple[float, float, float, float] | None = None) -> tuple[bytes, Shape, int]:
    """(the first page alone as a PDF of its own, its size in points, how many pages there were).

    `box`: left, bottom, right and top in points of what is kept of it. Raises BadPicture.
    """
    try:
        with open_pdf(data) as source, Pdf.new() as pdf:
            count = len(source.pages)
            if not count:
                raise BadPicture("documents-bad-picture")
            if box is not None:
                source.pages[0].mediabox = source.pages[0].cropbox = Array([round(side, 2) for side in box])
            drawn, shape = _put_first(pdf, source)
            page = pdf.add_blank_page(page_size=(shape.width, shape.height))
            page.Resources = Dictionary(XObject=Dictionary(P=drawn))
            page.Contents = Stream(pdf, f"{shape.width:.4f} 0 0 {shape.height:.4f} 0 0 cm /P Do".encode())
            out = io.BytesIO()
            pdf.save(out, static_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    except _BROKEN_PDF as error:
        raise BadPicture("documents-bad-picture") from error
    return out.getvalue(), shape, count


def _put_page(pdf: Pdf, data: bytes) -> tuple[Stream, Shape]:
    with open_pdf(data) as source:
        if len(source.pages) != 1:
            raise BadPicture("documents-pdf-pages", pages=len(source.pages))
        return _put_first(pdf, source)


def _put_first(pdf: Pdf, source: Pdf) -> tuple[Stream, Shape]:
    inner = pdf.copy_foreign(clean_form(source))
    left, bottom, width, height = _box(inner)
    moved = f"{1 / width:.9f} 0 0 {1 / height:.9f} {-left / width:.9f} {-bottom / height:.9f}"
    outer = Stream(pdf, f"q {moved} cm /P Do Q".encode())
    outer.Type, outer.Subtype, outer.BBox = Name.XObject, Name.Form, Array([0, 0, 1, 1])
    outer.Resources = Dictionary(XObject=Dictionary(P=inner))
    return outer, Shape(width, height)


def _tried(data: bytes) -> Shape:
    """The page as it will be put, put into a file and thrown away: what is damaged is noticed now."""
    try:
        with Pdf.new() as scratch:
            scratch.Root.Tried, shape = _put_page(scratch, data)
            scratch.save(io.BytesIO())
    except _BROKEN_PDF as error:
        raise BadPicture("documents-bad-picture") from error
    return shape
