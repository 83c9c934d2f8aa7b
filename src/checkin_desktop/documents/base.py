"""What pages share (fonts, pictures, the colour profile), laid down once as the beginning of every file."""

import io
import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from checkin_desktop.documents.glyphs import Face, face_named
from checkin_desktop.documents.pictures import put_picture
from checkin_desktop.documents.srgb import srgb_profile
from checkin_desktop.domain.errors import PersonFacingError

_NAMED = re.compile(rb"/([FG][0-9a-f]{8}|X[0-9a-f]{24}) ")
_LARGEST_CACHED = 6_000_000
"""Bytes of pictures; a batch of portraits is not kept in memory."""


@dataclass(frozen=True, slots=True)
class Base:
    """The first bytes of a file, whole objects; `entries` are their lines of the cross-reference table.

    `root` and `pages` are objects that every file writes anew. `profile` is the colour profile's, 0: none.
    """

    prefix: bytes
    entries: tuple[bytes, ...]
    root: int
    pages: int
    resources: int
    profile: int
    digest: bytes


def resources_of(content: bytes) -> frozenset[str]:
    """The fonts and pictures that a content stream names."""
    return frozenset(name.decode() for name in _NAMED.findall(content))


def base_of(names: frozenset[str], images: Mapping[str, bytes], archive: bool) -> Base:
    """`images` by SHA-256. Raises PersonFacingError where one that is named is missing."""
    by_name = {f"X{name[:24]}": data for name, data in images.items()}
    pictures = []
    for name in sorted(n for n in names if n.startswith("X")):
        if name not in by_name:
            raise PersonFacingError("documents-image-missing", image=name[1:13])
        pictures.append((name, by_name[name]))
    fonts = tuple(sorted(names - {name for name, _ in pictures}))
    large = sum(len(data) for _, data in pictures) > _LARGEST_CACHED
    return (_laid_down if large else _cached)(fonts, tuple(pictures), archive)


def _laid_down(fonts: Sequence[str], pictures: Sequence[tuple[str, bytes]], archive: bool) -> Base:
    pdf = Pdf.new()
    resources = Dictionary(Font=Dictionary(), XObject=Dictionary())
    for name in fonts:
        face = face_named(name[1:])
        if face is None:
            raise PersonFacingError("documents-font-missing")
        resources.Font[f"/{name}"] = pdf.make_indirect(_font(pdf, face, name.startswith("G")))
    for name, data in pictures:
        resources.XObject[f"/{name}"] = pdf.make_indirect(put_picture(pdf, data))
    pdf.Root.Resources = pdf.make_indirect(resources)
    if archive:
        pdf.Root.Profile = pdf.make_indirect(_profile(pdf))
    out = io.BytesIO()
    pdf.save(
        out,
        force_version="1.7",
        static_id=True,
        fix_metadata_version=False,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
        compress_streams=False,
    )
    pdf.close()
    return _read(out.getvalue())


_cached = lru_cache(maxsize=6)(_laid_down)


def _read(saved: bytes) -> Base:
    start = saved.rindex(b"\nxref\n") + 1
    lines = saved[start:].split(b"\n")
    count = int(lines[1].split()[1])
    entries = tuple(line[:18] for line in lines[2 : 2 + count])
    root = int(re.search(rb"/Root (\d+) 0 R", saved[start:])[1])  # type: ignore[index]
    at = int(entries[root][:10])
    catalogue = saved[at : saved.index(b"endobj", at)]

    def named(key: bytes) -> int:
        found = re.search(rb"/" + key + rb" (\d+) 0 R", catalogue)
        return int(found[1]) if found else 0

    return Base(
        saved[:start],
        entries,
        root,
        named(b"Pages"),
        named(b"Resources"),
        named(b"Profile"),
        zlib.crc32(saved[:start]).to_bytes(4, "big"),
    )


def _profile(pdf: Pdf) -> Stream:
    stream = _packed(pdf, srgb_profile())
    stream.N = 3
    return stream


def _packed(pdf: Pdf, data: bytes) -> Stream:
    stream = Stream(pdf, zlib.compress(data, 9))
    stream.Filter = Name.FlateDecode
    return stream


def _font(pdf: Pdf, face: Face, whole: bool) -> Dictionary:
    """The font with the numbers of glyphs as codes, what they mean, and their widths."""
    data = face.embedded(whole)
    file = _packed(pdf, data)
    file.Length1 = len(data)
    name = Name(f"/{'AAAAAB' if whole else 'AAAAAA'}+{face.name}")
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        Flags=4,
        FontBBox=Array([round(v) for v in face.box]),
        ItalicAngle=0,
        Ascent=round(face.ascent),
        Descent=round(face.descent),
        CapHeight=round(face.capital),
        StemV=80,
        FontFile2=pdf.make_indirect(file),
    )
    glyphs = face.shown(whole)
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        CIDToGIDMap=Name.Identity,
        DW=round(face.advances[0] * 1000 / face.units),
        W=_widths(face, sorted(set(glyphs.values()))),
        FontDescriptor=pdf.make_indirect(descriptor),
    )
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=name,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(descendant)]),
        ToUnicode=pdf.make_indirect(_packed(pdf, _meaning(glyphs))),
    )


def _widths(face: Face, glyphs: Sequence[int]) -> Array:
    """Runs of neighbours: first glyph, widths."""
    widths: list[object] = []
    run: list[float] = []
    start = 0
    for glyph in glyphs:
        if run and glyph != start + len(run):
            widths += [start, Array(run)]
            run = []
        if not run:
            start = glyph
        run.append(round(face.advances[glyph] * 1000 / face.units))
    return Array([*widths, start, Array(run)] if run else widths)


def _meaning(glyphs: Mapping[int, int]) -> bytes:
    """The ToUnicode map: what is copied and searched."""
    by_glyph: dict[int, int] = {}
    # Quechua's ’ and the modifier letter ʼ share a glyph: the one that people type is what is copied.
    for character, glyph in sorted(glyphs.items(), key=lambda c: (0x2B0 <= c[0] < 0x300, c[0])):
        by_glyph.setdefault(glyph, character)
    lines = [f"<{g:04x}> <{chr(c).encode('utf-16-be').hex()}>" for g, c in sorted(by_glyph.items()) if g]
    blocks = [lines[i : i + 100] for i in range(0, len(lines), 100)]
    mapped = "\n".join(f"{len(b)} beginbfchar\n" + "\n".join(b) + "\nendbfchar" for b in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n"
        f"{mapped}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")
