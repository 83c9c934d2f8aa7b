"""Files spliced from a constant beginning, the pages' content streams and a cross-reference table."""

import hashlib
import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from checkin_desktop.documents.base import Base, base_of, resources_of
from checkin_desktop.documents.ink import MM, number
from checkin_desktop.services.ports.documents import FrozenPage

_MAKER = "checkin-desktop"
_LANGUAGES = {"es": "es-PE", "en": "en-US"}
_MARKED = re.compile(rb"/(P|H1|Figure) <</MCID (\d+)(?:/Alt(<[0-9a-f]*>|\([^()\\]*\)))?>> BDC")


@dataclass(slots=True)
class _File:
    """A file being written behind its base; objects are numbered as they come."""

    base: Base
    parts: list[bytes] = field(default_factory=list)
    offsets: dict[int, int] = field(default_factory=dict)
    end: int = 0
    last: int = 0

    def __post_init__(self) -> None:
        self.end, self.last = len(self.base.prefix), len(self.base.entries) - 1

    def number(self) -> int:
        self.last += 1
        return self.last

    def put(self, said: str | bytes, number: int = 0) -> int:
        """Writes an object; answers its number."""
        number = number or self.number()
        body = said if isinstance(said, bytes) else said.encode("ascii")
        whole = b"%d 0 obj\n%b\nendobj\n" % (number, body)
        self.offsets[number] = self.end
        self.end += len(whole)
        self.parts.append(whole)
        return number

    def stream(self, data: bytes, more: bytes = b"/Filter /FlateDecode") -> int:
        return self.put(b"<< %b /Length %d >>\nstream\n%b\nendstream" % (more, len(data), data))

    def closed(self, info: int, about: bytes) -> bytes:
        entries = list(self.base.entries)
        entries += [b""] * (self.last + 1 - len(entries))
        for number_, offset in self.offsets.items():
            entries[number_] = b"%010d 00000 n" % offset
        name = hashlib.sha256(self.base.digest + about).hexdigest()[:32]
        table = b" \n".join(entries)
        trailer = (
            f"trailer << /Size {len(entries)} /Root {self.base.root} 0 R /Info {info} 0 R"
            f" /ID [<{name}><{name}>] >>\nstartxref\n{self.end}\n%%EOF\n"
        )
        head = b"xref\n0 %d\n" % len(entries)
        return b"".join([self.base.prefix, *self.parts, head, table, b" \n", trailer.encode()])


def print_file(pages: Sequence[FrozenPage], title: str, language: str) -> bytes:
    """All pages, what they share once; not tagged: a printer has no ears."""
    names: set[str] = set()
    images: dict[str, bytes] = {}
    for page in pages:
        names |= resources_of(zlib.decompress(page.content))
        images |= page.images
    file = _File(base_of(frozenset(names), images, archive=False))
    kids = []
    for page in pages:
        content = file.stream(page.content)
        kids.append(file.put(_page(file.base, page, content, pages[0])))
    return _finished(file, kids, pages, title, language)


def single_file(page: FrozenPage, title: str, language: str, archive: bool) -> bytes:
    """One page, tagged; `archive`: as PDF/A-2b asks."""
    content = zlib.decompress(page.content)
    file = _File(base_of(resources_of(content), page.images, archive))
    sheet = file.number()
    more = "/StructParents 0 /Tabs /S /Group << /S /Transparency /CS /DeviceRGB >>"
    kid = file.put(_page(file.base, page, file.stream(page.content), page, more), sheet)
    catalogue = f"/MarkInfo << /Marked true >> /StructTreeRoot {_structure(file, content, kid)} 0 R"
    if archive:
        meta = _xmp(title, language)
        about = file.stream(meta, b"/Type /Metadata /Subtype /XML")
        catalogue += (
            f" /Metadata {about} 0 R /OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1"
            f" /OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1)"
            f" /DestOutputProfile {file.base.profile} 0 R >>]"
        )
    return _finished(file, [kid], [page], title, language, catalogue)


def _page(base: Base, page: FrozenPage, content: int, usual: FrozenPage, more: str = "") -> str:
    """The pages' common node holds what all share: resources, and the usual size."""
    size = "" if _size(page) == _size(usual) else f"/MediaBox {_size(page)} "
    return f"<< /Type /Page /Parent {base.pages} 0 R /Contents {content} 0 R {size}{more}>>"


def _size(page: FrozenPage) -> str:
    return f"[0 0 {number(page.width * MM)} {number(page.height * MM)}]"


def _finished(
    file: _File, kids: Sequence[int], pages: Sequence[FrozenPage], title: str, language: str, more: str = ""
) -> bytes:
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    shared = f"/Resources {file.base.resources} 0 R /MediaBox {_size(pages[0])}"
    file.put(f"<< /Type /Pages {shared} /Count {len(kids)} /Kids [{listed}] >>", file.base.pages)
    file.put(
        f"<< /Type /Catalog /Pages {file.base.pages} 0 R /Lang ({_LANGUAGES.get(language, language)})"
        f" /ViewerPreferences << /DisplayDocTitle true >> {more}>>",
        file.base.root,
    )
    info = file.put(f"<< /Title {_text(title)} /Creator ({_MAKER}) /Producer ({_MAKER}) >>")
    about = hashlib.sha256(f"{title}\0{language}\0{more}".encode())
    for page in pages:
        about.update(page.content)
    return file.closed(info, about.digest())


def _structure(file: _File, content: bytes, page: int) -> int:
    """Document → headings, paragraphs and figures in the order of reading; answers the tree's root."""
    root, document, parents = file.number(), file.number(), file.number()
    elements = []
    for tag, marked, spoken in _MARKED.findall(content):
        alternative = b"/Alt %b " % spoken if spoken else b""
        elements.append(
            file.put(
                b"<< /Type /StructElem /S /%b /P %d 0 R /Pg %d 0 R /K %d %b>>"
                % (tag, document, page, int(marked), alternative)
            )
        )
    listed = " ".join(f"{e} 0 R" for e in elements)
    file.put(f"<< /Type /StructElem /S /Document /P {root} 0 R /K [{listed}] >>", document)
    file.put(f"<< /Nums [0 [{listed}]] >>", parents)
    file.put(
        f"<< /Type /StructTreeRoot /K {document} 0 R /ParentTree {parents} 0 R /ParentTreeNextKey 1 >>", root
    )
    return root


def _text(said: str) -> str:
    return f"<feff{said.encode('utf-16-be', 'replace').hex()}>"


def _xmp(title: str, language: str) -> bytes:
    """What the file says of itself, as PDF/A asks; the same as the Info dictionary."""
    said = f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt>'
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
<dc:format>application/pdf</dc:format><dc:title>{said}</dc:title>
<dc:language><rdf:Bag><rdf:li>{_LANGUAGES.get(language, language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{_MAKER}</xmp:CreatorTool><pdf:Producer>{_MAKER}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>""".encode()
