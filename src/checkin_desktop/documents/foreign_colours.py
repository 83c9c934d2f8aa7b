"""Colours of somebody's PDF: each space has its profile, or is one of those that ours is for (ISO 19005-2, 6.2.4)."""

from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from checkin_desktop.documents.refusals import too_complex, unusual
from checkin_desktop.places import resource

_PACKED = frozenset(
    {"/FlateDecode", "/ASCII85Decode", "/ASCIIHexDecode", "/RunLengthDecode"}
    | {"/DCTDecode", "/CCITTFaxDecode", "/JBIG2Decode"}
)
_PROCESS = frozenset({"/Cyan", "/Magenta", "/Yellow", "/Black", "/None"})
_DEVICE = {1: Name.DeviceGray, 3: Name.DeviceRGB, 4: Name.DeviceCMYK}
_SIGNS = {1: (b"GRAY",), 3: (b"RGB ", b"Lab "), 4: (b"CMYK",)}
STREAM = {"/Length", "/Filter", "/DecodeParms"}


@dataclass
class Colours:
    """`inks`: plain CMYK was seen, which needs the profile `ink`."""

    pdf: Pdf
    inks: bool = False

    @property
    def ink(self) -> Object:
        """The colour space of inks of which nothing more is said."""
        if "/Ink" not in self.pdf.Root:
            stream = Stream(self.pdf, resource("colour", "chemical-proof.icc").read_bytes())
            stream.N = 4
            self.pdf.Root.Ink = self.pdf.make_indirect(Array([Name.ICCBased, stream]))
        return self.pdf.Root.Ink

    def space(self, said: Object, depth: int = 0) -> Object:
        if depth > 6:
            raise too_complex()
        if not isinstance(said, Array):
            self.inks |= said == Name.DeviceCMYK
            return said
        kind = str(said[0])
        if len(said) > 1 and kind in ("/Indexed", "/Pattern"):
            said[1] = self.space(said[1], depth + 1)
        elif kind in ("/Separation", "/DeviceN"):
            said[2] = self.space(said[2], depth + 1)
            if kind == "/DeviceN":
                self.described(said)
        elif kind == "/ICCBased":
            return self.profiled(said)
        elif len(said) == 1:
            return self.space(said[0], depth + 1)
        return said

    def described(self, said: Object) -> None:
        """Each ink that is none of the four must be described."""
        more = said[4] if len(said) > 4 else Dictionary()
        colorants = more.get("/Colorants", Dictionary())
        for ink in said[1]:
            if str(ink) not in _PROCESS and str(ink) not in colorants:
                raise unusual(f"DeviceN {ink}"[:40])
        for name, each in colorants.items():
            colorants[name] = self.space(each, 1)

    def profiled(self, said: Object) -> Object:
        """A profile that is none is left out: the plain colours of so many parts."""
        stream = said[1]
        parts = int(stream.get("/N", 0))
        if parts not in _DEVICE:
            raise unusual("ICCBased")
        check_packed(stream)
        try:
            head = stream.read_bytes()[:128]
        except pikepdf.PdfError:
            head = b""
        sound = head[36:40] == b"acsp" and head[16:20] in _SIGNS[parts] and head[8:9] in (b"\2", b"\4")
        if not sound or head[12:16] not in (b"scnr", b"mntr", b"prtr", b"spac"):
            return self.space(_DEVICE[parts])
        only(stream, {"/N", "/Range", *STREAM})
        return said


def only(thing: Object, keys: set[str]) -> None:
    for key in set(thing.keys()) - keys:
        if isinstance(thing, Stream) and key == "/F":
            raise unusual("F")
        del thing[key]


def check_packed(stream: Object) -> None:
    """Raises BadPicture for ways of packing that PDF/A does not know, or that ours would not bound."""
    said = stream.get("/Filter", Array())
    for packed in said if isinstance(said, Array) else [said]:
        if str(packed) not in _PACKED:
            raise unusual(str(packed)[1:40])
