"""PDFs as organisers have them, and as somebody who means harm makes them: a green quarter and what is asked for."""

import io
import zlib
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from reportlab.pdfgen.canvas import Canvas


def plain(draw: Callable[[Canvas], object] = lambda canvas: None) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(400, 300), invariant=1)
    canvas.setFillColorRGB(0, 0.5, 0)
    canvas.rect(0, 0, 200, 150, stroke=0, fill=1)
    draw(canvas)
    canvas.save()
    return out.getvalue()


def changed(change: Callable[[Pdf], object], data: bytes = b"") -> bytes:
    out = io.BytesIO()
    with Pdf.open(io.BytesIO(data or plain())) as pdf:
        change(pdf)
        pdf.save(out, static_id=True)
    return out.getvalue()


def content(said: bytes, **resources: object) -> bytes:
    """A page that says this beside the green quarter."""

    def change(pdf: Pdf) -> None:
        page = pdf.pages[0]
        page.Contents = Stream(pdf, b"q 0 0.5 0 rg 0 0 200 150 re f Q\n" + said)
        page.Resources = Dictionary(resources)

    return changed(change)


def script(pdf: Pdf) -> None:
    action = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    pdf.Root.OpenAction = action
    pdf.Root.AA = Dictionary(WC=action)
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("x"), action])))
    page = pdf.pages[0]
    page.AA = Dictionary(O=action)
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=action)
    page.Annots = Array([pdf.make_indirect(link)])
    page.Resources.Hidden = pdf.make_indirect(Dictionary(A=action))


def attached(pdf: Pdf) -> None:
    pdf.attachments["carta.txt"] = b"hola"


def loop(pdf: Pdf) -> None:
    page = pdf.pages[0]
    form = pdf.make_indirect(Stream(pdf, b"/X Do"))
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 9, 9])
    form.Resources = Dictionary(XObject=Dictionary(X=form))
    page.Contents = Stream(pdf, b"/X Do")
    page.Resources = Dictionary(XObject=Dictionary(X=form))


def laughs(pdf: Pdf) -> None:
    """Ten forms that each draw the one before ten times."""
    inner = pdf.make_indirect(Stream(pdf, b"0 0 1 1 re f"))
    for _ in range(10):
        inner.Type, inner.Subtype, inner.BBox = Name.XObject, Name.Form, Array([0, 0, 9, 9])
        inner, below = pdf.make_indirect(Stream(pdf, b"/X Do " * 10)), inner
        inner.Resources = Dictionary(XObject=Dictionary(X=below))
    inner.Type, inner.Subtype, inner.BBox = Name.XObject, Name.Form, Array([0, 0, 9, 9])
    pdf.pages[0].Contents = Stream(pdf, b"/X Do")
    pdf.pages[0].Resources = Dictionary(XObject=Dictionary(X=inner))


def layers(pdf: Pdf) -> None:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Guías")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))


def huge_picture(pdf: Pdf) -> None:
    picture = Stream(pdf, b"")
    picture.Type, picture.Subtype, picture.Width, picture.Height = Name.XObject, Name.Image, 100_000, 100_000
    picture.ColorSpace, picture.BitsPerComponent = Name.DeviceRGB, 8
    pdf.pages[0].Contents = Stream(pdf, b"/I Do")
    pdf.pages[0].Resources = Dictionary(XObject=Dictionary(I=picture))


def tiny_tiles(pdf: Pdf) -> None:
    tile = Stream(pdf, b"0 0 1 1 re f")
    tile.Type, tile.PatternType, tile.PaintType, tile.TilingType = Name.Pattern, 1, 1, 1
    tile.BBox, tile.XStep, tile.YStep = Array([0, 0, 1, 1]), 1e-6, 1e-6
    pdf.pages[0].Contents = Stream(pdf, b"/Pattern cs /T scn 0 0 400 300 re f")
    pdf.pages[0].Resources = Dictionary(Pattern=Dictionary(T=tile))


def bomb(pdf: Pdf) -> None:
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b"q Q " * 250_000) for _ in range(150)) + packer.flush()
    stream = Stream(pdf, b"")
    stream.write(packed, filter=Name.FlateDecode)
    pdf.pages[0].Contents = stream


def locked(user: str) -> bytes:
    out = io.BytesIO()
    with Pdf.open(io.BytesIO(plain())) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(user=user, owner="secreto"))
    return out.getvalue()


def jpeg_2000(pdf: Pdf) -> None:
    huge_picture(pdf)
    picture = pdf.pages[0].Resources.XObject.I
    picture.Width = picture.Height = 2
    picture.Filter = Name.JPXDecode
