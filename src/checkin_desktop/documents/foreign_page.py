"""A page of somebody's PDF made fit for ours: what is seen is kept, and only as PDF/A-2 (ISO 19005-2) allows.

Scripts, actions, forms, notes, attachments and whatever else hangs on the document or its page are left behind: of
every object only the keys that drawing needs are taken along. Colours of ink get a colour profile, fonts that show
nothing are replaced by an empty one. What can't be put right is refused.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream
from pikepdf.settings import set_qpdf_limits

from checkin_desktop.documents.foreign_colours import STREAM, Colours, check_packed, only
from checkin_desktop.documents.foreign_content import Uses
from checkin_desktop.documents.refusals import BadPicture, too_complex, unusual

MAX_BYTES = 30_000_000
MAX_PIXELS = 40_000_000
_MOST_CONTENT = 12_000_000
_MOST_COST = 20_000_000
"""Tokens drawn, forms counted as often as they are drawn; a hundred pixels are a token."""
_MOST_OBJECTS = 100_000
_PIXELS_A_TOKEN = 100
_BLENDS = (
    "/Normal /Compatible /Multiply /Screen /Overlay /Darken /Lighten /ColorDodge /ColorBurn /HardLight "
    "/SoftLight /Difference /Exclusion /Hue /Saturation /Color /Luminosity"
)
_INTENTS = frozenset({"/RelativeColorimetric", "/AbsoluteColorimetric", "/Perceptual", "/Saturation"})
_FORM = {"/Type", "/Subtype", "/FormType", "/BBox", "/Matrix", "/Resources", "/Group"} | STREAM
_IMAGE = {
    *("/Type", "/Subtype", "/Width", "/Height", "/ColorSpace", "/BitsPerComponent", "/Decode", "/ImageMask"),
    *("/Mask", "/SMask", "/Matte", *STREAM),
}
_PATTERN = {
    *(
        "/Type",
        "/PatternType",
        "/PaintType",
        "/TilingType",
        "/BBox",
        "/XStep",
        "/YStep",
        "/Resources",
        "/Matrix",
    ),
    *("/Shading", "/ExtGState", *STREAM),
}
_STATE = {
    *("/Type", "/LW", "/LC", "/LJ", "/ML", "/D", "/RI", "/FL", "/SM", "/SA", "/BM", "/SMask", "/CA", "/ca"),
    *("/AIS", "/TK"),
}
_FONT = {
    *("/Type", "/Subtype", "/BaseFont", "/FirstChar", "/LastChar", "/Widths", "/FontDescriptor", "/Encoding"),
    *("/ToUnicode", "/DescendantFonts", "/CIDSystemInfo", "/DW", "/W", "/DW2", "/W2", "/CIDToGIDMap"),
    *("/FontBBox", "/FontMatrix", "/CharProcs", "/Resources"),
}
_RESOURCES = {"/ColorSpace", "/ExtGState", "/Font", "/Pattern", "/Properties", "/Shading", "/XObject"}

set_qpdf_limits(
    flate_max_memory=96_000_000,
    png_max_memory=96_000_000,
    tiff_max_memory=96_000_000,
    run_length_max_memory=96_000_000,
    dct_max_memory=200_000_000,
    dct_max_progressive_scans=100,
    max_stream_filters=3,
    parser_max_container_size=2_000_000,
    doc_max_warnings=200,
)


def open_pdf(data: bytes) -> Pdf:
    """Raises BadPicture: too large, locked or damaged."""
    if len(data) > MAX_BYTES:
        raise BadPicture("documents-picture-too-large")
    if b"/LZWDecode" in data:  # nothing bounds how far it unpacks, and PDF/A does not know it
        raise unusual("LZW")
    try:
        pdf = Pdf.open(io.BytesIO(data), suppress_warnings=True)
    except pikepdf.PasswordError as error:
        raise BadPicture("documents-pdf-locked") from error
    if pdf.is_encrypted:
        pdf.close()
        raise BadPicture("documents-pdf-locked")
    return pdf


def clean_form(source: Pdf) -> Stream:
    """The first page as a form of `source` itself, fit to be copied. Raises BadPicture."""
    layers = source.Root.get("/OCProperties", Dictionary()).get("/D", Dictionary())
    if len(layers.get("/OFF", Array())) or str(layers.get("/BaseState", "")) == "/OFF":
        raise BadPicture("documents-pdf-layers")
    form = source.make_indirect(source.pages[0].as_form_xobject(handle_transformations=True))
    cleaner = _Cleaner(source)
    cleaner.form(form, Dictionary())
    cleaner.finish()
    assert isinstance(form, Stream)
    return form


@dataclass
class _Cleaner:
    """Each object is put right once; what an object costs to draw is remembered."""

    pdf: Pdf
    costs: dict[tuple[int, int], int] = field(default_factory=dict)
    open: set[tuple[int, int]] = field(default_factory=set)
    resources: list[Object] = field(default_factory=list)
    content: int = 0
    bare: set[str] = field(default_factory=set)
    colours: Colours = field(init=False)

    def __post_init__(self) -> None:
        self.colours = Colours(self.pdf)

    def finish(self) -> None:
        if self.bare:
            raise BadPicture("documents-pdf-fonts", fonts=", ".join(sorted(self.bare))[:200])
        if self.colours.inks:
            for found in self.resources:
                if "/ColorSpace" not in found:
                    found.ColorSpace = Dictionary()
                if "/DefaultCMYK" not in found.ColorSpace:
                    found.ColorSpace.DefaultCMYK = self.colours.ink

    def form(self, form: Object, outer: Object) -> int:
        """Cost of drawing it once."""
        if form.objgen in self.costs:
            return self.costs[form.objgen]
        with_group = form.get("/Group")
        only(form, _FORM)
        if "/Group" in form:
            del form.Group
        if isinstance(with_group, Dictionary):
            group = Dictionary(S=Name.Transparency)
            for key in ("/CS", "/I", "/K"):
                if key in with_group:
                    group[key] = with_group[key]
            if "/CS" in group:
                space = self.colours.space(group.CS)
                group.CS = self.colours.ink if space == Name.DeviceCMYK else space
            form.Group = group
        return self.drawing(form, outer)

    def drawing(self, stream: Object, outer: Object) -> int:
        """A stream with operators and its resources: forms, tiles, letters that are drawings."""
        if stream.objgen in self.open:
            raise too_complex()
        self.open.add(stream.objgen)
        if len(self.costs) + len(self.open) > _MOST_OBJECTS or len(self.open) > 30:
            raise too_complex()
        said = stream.get("/Resources", outer)
        uses = self.read(stream)
        stream.Resources = self.pdf.make_indirect(_copied(said))
        cost = uses.tokens + self.used(stream.Resources, uses)
        if cost > _MOST_COST:
            raise too_complex()
        self.open.remove(stream.objgen)
        self.costs[stream.objgen] = cost
        return cost

    def read(self, stream: Object) -> Uses:
        check_packed(stream)
        data = stream.read_bytes()
        self.content += len(data)
        if self.content > _MOST_CONTENT:
            raise too_complex()
        uses = Uses()
        with Pdf.new() as scratch:
            page = scratch.add_blank_page()
            page.Contents = Stream(scratch, data)
            page.get_filtered_contents(uses)
        if uses.inherits:
            raise unusual("Tf")
        self.colours.inks |= uses.cmyk
        return uses

    def used(self, resources: Object, uses: Uses) -> int:
        """The resources put right; cost of the XObjects drawn."""
        self.resources.append(resources)
        for name, font in _entries(resources, "/Font"):
            resources.Font[name] = self.font(font, resources) if name in uses.shown else self.no_font
        for kind, name in sorted(uses.named):
            if name in resources.get(kind, Dictionary()):
                continue
            if kind != "/Font":
                raise BadPicture("documents-bad-picture")
            if name in uses.shown:
                self.bare.add(name[1:])
            if kind not in resources:
                resources.Font = Dictionary()
            resources.Font[name] = self.no_font
        for name, space in _entries(resources, "/ColorSpace"):
            resources.ColorSpace[name] = self.colours.space(space)
        for _, state in _entries(resources, "/ExtGState"):
            self.state(state, resources)
        for name, _ in _entries(resources, "/Properties"):
            resources.Properties[name] = Dictionary()
        for _, shading in _entries(resources, "/Shading"):
            self.shading(shading)
        cost = sum(self.pattern(pattern, resources) for _, pattern in _entries(resources, "/Pattern"))
        for name, thing in _entries(resources, "/XObject"):
            if name not in uses.drawn:
                del resources.XObject[name]
                continue
            kind = str(thing.get("/Subtype", ""))
            if kind not in ("/Form", "/Image"):
                raise unusual(kind[1:40])
            each = self.form(thing, resources) if kind == "/Form" else self.image(thing)
            cost += uses.drawn[name] * each
        return cost

    @property
    def no_font(self) -> Object:
        """A font without letters, in the place of one that shows none."""
        if "/NoFont" not in self.pdf.Root:
            self.pdf.Root.NoFont = self.pdf.make_indirect(
                Dictionary(
                    Type=Name.Font,
                    Subtype=Name.Type3,
                    FontBBox=Array([0, 0, 0, 0]),
                    FontMatrix=Array([1, 0, 0, 1, 0, 0]),
                    CharProcs=Dictionary(),
                    Encoding=Dictionary(Type=Name.Encoding, Differences=Array()),
                    FirstChar=0,
                    LastChar=0,
                    Widths=Array([0]),
                    Resources=Dictionary(),
                )
            )
        return self.pdf.Root.NoFont

    def font(self, font: Object, outer: Object) -> Object:
        only(font, _FONT)
        kind = str(font.get("/Subtype", ""))
        if kind == "/Type3":
            if font.objgen in self.open:
                raise too_complex()
            self.open.add(font.objgen)
            uses = Uses()
            for _, letter in _entries(font, "/CharProcs"):
                uses.add(self.read(letter))
            font.Resources = self.pdf.make_indirect(_copied(font.get("/Resources", outer)))
            if self.used(font.Resources, uses) > _MOST_COST // 1000:
                raise too_complex()
            self.open.remove(font.objgen)
            return font
        below = font.DescendantFonts[0] if kind == "/Type0" else font
        described = below.get("/FontDescriptor", Dictionary())
        if not any(
            isinstance(described.get(key), Stream) for key in ("/FontFile", "/FontFile2", "/FontFile3")
        ):
            self.bare.add(str(font.get("/BaseFont", "/?"))[1:60])
        if str(below.get("/Subtype", "")) == "/CIDFontType2" and "/CIDToGIDMap" not in below:
            below.CIDToGIDMap = Name.Identity
        return font

    def state(self, state: Object, outer: Object) -> None:
        if "/Font" in state:
            raise unusual("ExtGState/Font")
        only(state, _STATE)
        blend = state.get("/BM", Name.Normal)
        if isinstance(blend, Array):
            blend = blend[0] if len(blend) else Name.Normal
        state.BM = blend if str(blend) in _BLENDS.split() else Name.Normal
        if str(state.get("/RI", "/Perceptual")) not in _INTENTS:
            del state.RI
        mask = state.get("/SMask")
        if isinstance(mask, Dictionary):
            only(mask, {"/Type", "/S", "/G", "/BC"})
            if self.form(mask.G, outer) > _MOST_COST // 100:
                raise too_complex()

    def shading(self, shading: Object) -> None:
        if isinstance(shading, Stream):
            check_packed(shading)
        shading.ColorSpace = self.colours.space(shading.ColorSpace)

    def pattern(self, pattern: Object, outer: Object) -> int:
        if pattern.objgen in self.costs:
            return 0
        only(pattern, _PATTERN)
        if isinstance(pattern, Stream):
            steps = abs(float(pattern.XStep)), abs(float(pattern.YStep))
            a, b, c, d, *_ = (float(v) for v in pattern.get("/Matrix", Array([1, 0, 0, 1, 0, 0])))
            area = steps[0] * steps[1] * abs(a * d - b * c)
            if not area > 0:
                raise too_complex()
            return int(min(1e9, 1e6 / area)) + self.drawing(pattern, outer)
        self.shading(pattern.Shading)
        if isinstance(pattern.get("/ExtGState"), Dictionary):
            self.state(pattern.ExtGState, outer)
        return 0

    def image(self, image: Object) -> int:
        if image.objgen in self.costs:
            return self.costs[image.objgen]
        if image.objgen in self.open:
            raise too_complex()
        self.open.add(image.objgen)
        only(image, _IMAGE)
        check_packed(image)
        pixels = int(image.Width) * int(image.Height)
        if not 0 < pixels <= MAX_PIXELS:
            raise BadPicture("documents-picture-too-large")
        if "/ColorSpace" in image:
            image.ColorSpace = self.colours.space(image.ColorSpace)
        for key in ("/SMask", "/Mask"):
            if isinstance(image.get(key), Stream):
                self.image(image[key])
        self.open.remove(image.objgen)
        self.costs[image.objgen] = pixels // _PIXELS_A_TOKEN
        return self.costs[image.objgen]


def _entries(within: Object, key: str) -> Iterator[tuple[str, Object]]:
    yield from list(within.get(key, Dictionary()).items())


def _copied(resources: Object) -> Dictionary:
    """Its own for each stream: what one does not use another may."""
    found = ((key, resources.get(key)) for key in sorted(_RESOURCES))
    return Dictionary({key: Dictionary(dict(v.items())) for key, v in found if isinstance(v, Dictionary)})
