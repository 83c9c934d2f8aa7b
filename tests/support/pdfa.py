"""What ISO 19005-2 (PDF/A-2b) and the tags of ISO 32000-1 §14.8 ask of our files, checked without the drawing code.

No validator of PDF/A is to be had from the registries that the project may use (veraPDF is none of their packages, and
what calls itself one wraps it or ghostscript). This walks every object of a file and every content stream, and tells
what breaks a rule, with the clause. It knows the rules that can concern files like ours, not the whole standard.
"""

import io
import re
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

_KEYS = {
    "/AA": "6.6.2 additional actions",
    "/JS": "6.6.1 JavaScript",
    "/Alternates": "6.2.8 alternate images",
    "/OPI": "6.2.8, 6.2.9 OPI",
    "/PS": "6.2.9 PostScript",
    "/Ref": "6.2.9 reference XObject",
    "/TR": "6.2.5 transfer function",
    "/HTP": "6.2.5 halftone phase",
    "/FFilter": "6.1.7 external stream",
    "/EmbeddedFiles": "6.8 embedded files",
    "/XFA": "6.4.2 XFA",
    "/JavaScript": "6.6.1 JavaScript",
    "/OpenAction": "6.6.1 action on opening",
    "/NeedsRendering": "6.4.2 XFA",
    "/Requirements": "6.10 requirements",
}
_FILTERS = {"/FlateDecode", "/DCTDecode", "/ASCII85Decode", "/ASCIIHexDecode", "/RunLengthDecode"} | {
    "/CCITTFaxDecode",
    "/JBIG2Decode",
}
_OPERATORS = (
    "b B b* B* BDC BMC BT c cm CS cs d d0 d1 Do DP EMC ET f F f* G g gs h i j J K k l m M MP n q Q re RG "
    "rg ri S s SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y"
)
_BLENDS = (
    "/Normal /Compatible /Multiply /Screen /Overlay /Darken /Lighten /ColorDodge /ColorBurn /HardLight "
    "/SoftLight /Difference /Exclusion /Hue /Saturation /Color /Luminosity"
)
_NAMES_OF = {"Do": "/XObject", "gs": "/ExtGState", "sh": "/Shading"}


def violations(data: bytes) -> list[str]:
    """Everything found wrong with a file that says that it is PDF/A-2b."""
    found = []
    if not re.match(rb"%PDF-1\.[0-7]\n%[\x80-\xff]{4}", data):
        found.append("6.1.2 header")
    if not data.endswith((b"%%EOF\n", b"%%EOF")):
        found.append("6.1.3 end of file")
    with Pdf.open(io.BytesIO(data)) as pdf:
        found += pdf.check_pdf_syntax()
        found += [*_about(pdf), *_objects(pdf)]
        for page in pdf.pages:
            found += _Page(pdf).content(page.obj, page.obj.get("/Resources"), set())
            if "/Annots" in page.obj:
                found.append("6.3 annotations")
    return found


def tag_faults(data: bytes) -> list[str]:
    """What is wrong with the tags of a file of one page: the tree, its parents, what stands outside it."""
    found = []
    with Pdf.open(io.BytesIO(data)) as pdf:
        root, page = pdf.Root, pdf.pages[0]
        if not root.get("/MarkInfo", Dictionary()).get("/Marked", False):
            found.append("not marked")
        if not str(root.get("/Lang", "")):
            found.append("no language")
        if "/StructTreeRoot" not in root:
            return [*found, "no tree"]
        (document,) = [root.StructTreeRoot.K]
        listed = [int(e.K) for e in document.K]
        parents = root.StructTreeRoot.ParentTree.Nums
        if int(parents[0]) != int(page.obj.StructParents):
            found.append("the page has no parents")
        if [e.objgen for e in parents[1]] != [e.objgen for e in document.K]:
            found.append("parents differ from the tree")
        found += [f"{e.S} has no alternative" for e in document.K if Name.Figure == e.S and "/Alt" not in e]
        found += [f"{e.S} hangs elsewhere" for e in document.K if e.P.objgen != document.objgen]
        seen, depth, outside = [], [], 0
        for operands, operator in pikepdf.parse_content_stream(page):
            said = str(operator)
            if said in ("BDC", "BMC"):
                depth.append(said)
                if said == "BDC" and "/MCID" in operands[1]:
                    seen.append(int(operands[1].MCID))
            elif said == "EMC":
                depth.pop()
            elif said in ("Tj", "TJ", "Do", "f", "S", "B") and not depth:
                outside += 1
        if seen != listed:
            found.append(f"marked {seen}, in the tree {listed}")
        if outside:
            found.append(f"{outside} things neither tagged nor an artifact")
    return found


def _about(pdf: Pdf) -> Iterator[str]:
    if "/ID" not in pdf.trailer or "/Encrypt" in pdf.trailer:
        yield "6.1.3 trailer"
    root = pdf.Root
    meta = root.get("/Metadata")
    if not isinstance(meta, Stream) or "/Filter" in meta:
        yield "6.6.2.1 metadata"
        return
    if b"bytes=" in meta.read_bytes()[:80] or b"encoding=" in meta.read_bytes()[:80]:
        yield "6.6.2.1 packet header"
    with pdf.open_metadata() as said:
        if said.pdfa_status != "2B":
            yield "6.6.4 version"
        agree = {"/Title": "dc:title", "/Creator": "xmp:CreatorTool", "/Producer": "pdf:Producer"}
        for key, value in pdf.docinfo.items():
            if key not in agree or said.get(agree[key]) != str(value):
                yield f"6.6.3 {key} says other than the metadata"
    intents = [i for i in root.get("/OutputIntents", Array()) if Name("/GTS_PDFA1") == i.S]
    if len(intents) != 1:
        yield "6.2.3 output intent"
        return
    yield from _profile(intents[0].DestOutputProfile, "6.2.3", (b"mntr", b"prtr"))
    if "/OCProperties" in root or "/AcroForm" in root or "/Names" in root:
        yield "6.4, 6.9 forms or layers"


def _profile(stream: Object, clause: str, classes: tuple[bytes, ...]) -> Iterator[str]:
    data = stream.read_bytes()
    spaces = {1: b"GRAY", 3: b"RGB ", 4: b"CMYK"}
    sound = data[36:40] == b"acsp" and data[16:20] == spaces.get(int(stream.N)) and data[8] in (2, 4)
    if not sound or data[12:16] not in classes or len(data) != int.from_bytes(data[:4], "big"):
        yield f"{clause} colour profile"


def _objects(pdf: Pdf) -> Iterator[str]:
    for thing in pdf.objects:
        yield from _thing(thing, 0)


def _thing(thing: object, depth: int) -> Iterator[str]:
    """One object with what stands directly in it."""
    if isinstance(thing, (Dictionary, Stream)):
        for key, value in thing.items():
            if key in _KEYS:
                yield _KEYS[key]
            if len(key.encode()) > 127:
                yield "6.1.13 name too long"
            if not (isinstance(value, Object) and value.is_indirect) and depth < 50:
                yield from _thing(value, depth + 1)
        if thing.get("/S") in (Name.JavaScript, Name.Launch, Name.SubmitForm, Name.ImportData, Name.Movie):
            yield "6.6.1 action"
        if thing.get("/BM", Name.Normal) not in [Name(b) for b in _BLENDS.split()]:
            yield "6.2.10 blend mode"
    if isinstance(thing, Stream):
        if "/F" in thing:
            yield "6.1.7 external stream"
        said = thing.get("/Filter", Array())
        for packed in said if isinstance(said, Array) else [said]:
            if str(packed) not in _FILTERS:
                yield f"6.1.7 {packed}"
        if thing.get("/Interpolate", False):
            yield "6.2.8 interpolation"
        if thing.get("/Subtype2") == Name.PS or thing.get("/Subtype") == Name.PS:
            yield "6.2.9 PostScript"
    elif isinstance(thing, Array):
        for value in thing:
            if not (isinstance(value, Object) and value.is_indirect) and depth < 50:
                yield from _thing(value, depth + 1)
    elif isinstance(thing, pikepdf.String) and len(bytes(thing)) > 32_767:
        yield "6.1.13 string too long"


class _Page:
    """The content streams below a page, each with its own resources."""

    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf

    def content(self, stream: Object, resources: Object | None, above: set[tuple[int, int]]) -> Iterator[str]:
        if stream.objgen in above:
            yield "a form within itself"
            return
        above = above | {stream.objgen}
        if resources is None:
            yield "6.2.2 no resources of its own"
            return
        plain = "/DefaultCMYK" in resources.get("/ColorSpace", Dictionary())
        depth, font, mode = 0, None, 0
        known = {*_OPERATORS.split(), "'", '"', "INLINE IMAGE"}
        for operands, operator in pikepdf.parse_content_stream(stream):
            said = str(operator)
            if said not in known:
                yield f"6.2.2 unknown operator {said}"
            depth += (said == "q") - (said == "Q")
            if depth > 28:
                yield "6.1.13 q too deep"
            if said in _NAMES_OF and str(operands[0]) not in resources.get(_NAMES_OF[said], Dictionary()):
                yield f"6.2.2 {operands[0]} is nowhere"
                continue
            if said in ("k", "K") and not plain:
                yield "6.2.4.3 DeviceCMYK"
            if said in ("cs", "CS"):
                yield from self.space(operands[0], resources)
            if said == "ri" and str(operands[0]) not in (
                *("/RelativeColorimetric", "/AbsoluteColorimetric", "/Perceptual", "/Saturation"),
            ):
                yield "6.2.6 rendering intent"
            if said == "Tf":
                font = resources.get("/Font", Dictionary()).get(str(operands[0]))
                if font is None:
                    yield f"6.2.2 {operands[0]} is nowhere"
            if said == "Tr":
                mode = int(operands[0])
            if said in ("Tj", "TJ", "'", '"') and mode != 3:
                yield from self.font(font, resources, above)
            if said == "Do":
                thing = resources.XObject[str(operands[0])]
                if thing.Subtype == Name.Image:
                    yield from self.image(thing, resources)
                else:
                    if thing.get("/Group", Dictionary()).get("/CS") == Name.DeviceCMYK:
                        yield "6.2.10 group in DeviceCMYK"
                    yield from self.content(thing, thing.get("/Resources"), above)
            if said == "gs":
                mask = resources.ExtGState[str(operands[0])].get("/SMask")
                if isinstance(mask, Dictionary):
                    yield from self.content(mask.G, mask.G.get("/Resources"), above)
            if said == "sh":
                yield from self.space(resources.Shading[str(operands[0])].ColorSpace, resources)
        for pattern in resources.get("/Pattern", Dictionary()).values():
            if isinstance(pattern, Stream):
                yield from self.content(pattern, pattern.get("/Resources"), above)
            else:
                yield from self.space(pattern.Shading.ColorSpace, resources)

    def image(self, image: Object, resources: Object) -> Iterator[str]:
        if int(image.get("/BitsPerComponent", 1)) not in (1, 2, 4, 8, 16):
            yield "6.2.8 bits"
        if "/ColorSpace" in image:
            yield from self.space(image.ColorSpace, resources)
        if "/SMask" in image:
            yield from self.image(image.SMask, resources)

    def space(self, said: Object, resources: Object) -> Iterator[str]:
        spaces = resources.get("/ColorSpace", Dictionary())
        if isinstance(said, Name):
            if said == Name.DeviceCMYK and "/DefaultCMYK" not in spaces:
                yield "6.2.4.3 DeviceCMYK"
            elif str(said) in spaces:
                yield from self.space(spaces[str(said)], resources)
            return
        kind = str(said[0])
        if kind == "/ICCBased":
            yield from _profile(said[1], "6.2.4.2", (b"mntr", b"prtr", b"scnr", b"spac"))
        elif kind in ("/Indexed", "/Pattern") and len(said) > 1:
            yield from self.space(said[1], resources)
        elif kind in ("/Separation", "/DeviceN"):
            yield from self.space(said[2], resources)

    def font(self, font: Object | None, resources: Object, above: set[tuple[int, int]]) -> Iterator[str]:
        if font is None:
            yield "text without a font"
            return
        if font.Subtype == Name.Type3:
            for letter in font.CharProcs.values():
                yield from self.content(letter, font.get("/Resources"), above)
            return
        below = font.DescendantFonts[0] if font.Subtype == Name.Type0 else font
        about = below.get("/FontDescriptor", Dictionary())
        if not any(key in about for key in ("/FontFile", "/FontFile2", "/FontFile3")):
            yield f"6.2.11.4.1 {font.get('/BaseFont')} is not embedded"
        if below.Subtype == Name("/CIDFontType2") and "/CIDToGIDMap" not in below:
            yield "6.2.11.3.2 CIDToGIDMap"
