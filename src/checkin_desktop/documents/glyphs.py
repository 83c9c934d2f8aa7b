"""The shipped fonts as drawn pages use them: glyph numbers, widths, and what is embedded of them.

A page names a font by the hash of the file that is shipped, and writes the numbers that glyphs have in that file.
Subsets keep those numbers. So a page kept for years still finds its glyphs, whatever is embedded then: a font file
is never changed, only others are added.
"""

import hashlib
import io
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property

from fontTools import subset
from fontTools.ttLib import TTFont

from checkin_desktop.documents.fonts import missing_glyphs
from checkin_desktop.domain.template import Family, Weight
from checkin_desktop.places import resource

_FILES = {
    (Family.SANS, Weight.REGULAR): "Inter_400Regular.ttf",
    (Family.SANS, Weight.MEDIUM): "Inter_500Medium.ttf",
    (Family.SANS, Weight.SEMIBOLD): "Inter_600SemiBold.ttf",
    (Family.SANS, Weight.BOLD): "Inter_700Bold.ttf",
    (Family.SERIF, Weight.REGULAR): "SourceSerif4_400Regular.ttf",
    (Family.SERIF, Weight.MEDIUM): "SourceSerif4_400Regular.ttf",
    (Family.SERIF, Weight.SEMIBOLD): "SourceSerif4_600SemiBold.ttf",
    (Family.SERIF, Weight.BOLD): "SourceSerif4_700Bold.ttf",
}
LATIN = frozenset(
    [
        *range(0x20, 0x7F),
        *range(0xA0, 0x180),
        *(0x218, 0x219, 0x21A, 0x21B, 0x2BC, 0x2BB, 0x1E9E),
        *range(0x2010, 0x2027),
        *(0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AC, 0x2116, 0x2122, 0x2212),
    ]
)
"""Spanish, Quechua, Aymara and the rest of Latin-1 and Latin Extended-A. Names beyond get the whole font."""
_INVISIBLE = dict.fromkeys(
    [
        *(0xAD, 0x34F, 0x61C, 0xFEFF),
        *range(0x180B, 0x1810),
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        *range(0xFE00, 0xFE10),
        *range(0xE0000, 0xE1000),
    ]
)
"""Joiners, marks of direction, tags, and what chooses between forms of the character before: left out."""
_NO_TABLES = ["GPOS", "GSUB", "GDEF", "BASE", "STAT", "DSIG", "kern", "HVAR", "MVAR", "avar", "fvar", "gvar"]


@dataclass(frozen=True)
class Face:
    """One font file. Measures are in thousandths of the size."""

    data: bytes
    name: str
    units: int
    glyphs: dict[int, int]
    advances: tuple[int, ...]
    box: tuple[float, float, float, float]
    ascent: float
    descent: float
    capital: float

    def __hash__(self) -> int:
        return id(self)

    @cached_property
    def key(self) -> str:
        """The first characters of the file's SHA-256: its name in pages, for ever."""
        return hashlib.sha256(self.data).hexdigest()[:8]

    @cached_property
    def _widths(self) -> dict[str, float]:
        return {chr(c): self.advances[g] / self.units for c, g in self.glyphs.items()}

    @cached_property
    def _codes(self) -> dict[int, str]:
        return {c: f"{g:04x}" for c, g in self.glyphs.items()}

    def width(self, text: str) -> float:
        """Of printable text, at size 1."""
        widths = self._widths
        return sum([widths[c] for c in text])

    def encoded(self, text: str) -> str:
        """Printable text as a page writes it: hex, four characters a glyph."""
        return text.translate(self._codes)

    def resource(self, text: str) -> str:
        """The font's name in a page that shows this text: `F…` the Latin part, `G…` the whole font."""
        return ("F" if text.isascii() or LATIN.issuperset(map(ord, text)) else "G") + self.key

    def printable(self, text: str) -> str:
        """The text composed (ñ as one character), blanks single, nothing invisible. Raises MissingGlyph."""
        if not text.isascii():
            composed = unicodedata.normalize("NFC", text)
            text = composed.translate(_INVISIBLE)
        kept = " ".join(text.split())
        if missing := [c for c in kept if ord(c) not in self.glyphs]:
            raise missing_glyphs(kept, missing, _family_with(missing))
        return kept

    def embedded(self, whole: bool) -> bytes:
        """The font file for a PDF: the Latin part, or every glyph; glyphs keep their numbers."""
        return _subset(self, whole)

    def shown(self, whole: bool) -> dict[int, int]:
        """Character → glyph of what is embedded."""
        return {c: g for c, g in self.glyphs.items() if whole or c in LATIN}


def _family_with(characters: Iterable[str]) -> str:
    """The family whose letters all of these are, "" where none has them."""
    wanted = set(map(ord, characters))
    return next((f.value for f in Family if wanted <= face_of(f, Weight.REGULAR).glyphs.keys()), "")


def face_of(family: Family, weight: Weight) -> Face:
    return _face(_FILES[family, weight])


def shipped_faces() -> tuple[Face, ...]:
    return tuple(_face(file) for file in dict.fromkeys(_FILES.values()))


def face_named(key: str) -> Face | None:
    """The font that a page of old names; None: this version does not ship it."""
    return next((face for face in shipped_faces() if face.key == key), None)


@cache
def _face(file: str) -> Face:
    data = resource("fonts", file).read_bytes()
    font = TTFont(io.BytesIO(data), lazy=True)
    units = font["head"].unitsPerEm
    order = font.getReverseGlyphMap()
    metrics, head, os2 = font["hmtx"].metrics, font["head"], font["OS/2"]
    scale = 1000 / units
    return Face(
        data,
        str(font["name"].getDebugName(6)),
        units,
        {c: order[name] for c, name in font.getBestCmap().items()},
        tuple(metrics[name][0] for name in font.getGlyphOrder()),
        (head.xMin * scale, head.yMin * scale, head.xMax * scale, head.yMax * scale),
        font["hhea"].ascent * scale,
        font["hhea"].descent * scale,
        os2.sCapHeight * scale,
    )


@cache
def _subset(face: Face, whole: bool) -> bytes:
    options = subset.Options(
        retain_gids=True,
        layout_features=[],
        hinting=False,
        notdef_outline=True,
        glyph_names=False,
        name_IDs=[1, 2, 6],
        recalc_timestamp=False,
    )
    options.drop_tables += _NO_TABLES
    font = TTFont(io.BytesIO(face.data), lazy=True, recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=face.shown(whole))
    cutter.subset(font)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()
