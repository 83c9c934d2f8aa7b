"""Pages frozen at issue: drawn once, kept beside the entry, and wrapped into a file whenever they are printed."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from checkin_desktop.domain.certificate import CertificateKind
from checkin_desktop.domain.template import Template, TemplateUse
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.ports.documents import CertificateFace, FrozenPage
from checkin_desktop.services.ports.store import CertificateRecord, Reads
from checkin_desktop.services.shipped_templates import shipped_templates
from checkin_desktop.services.templates import template_for
from checkin_desktop.wire.bodies import MalformedBody
from checkin_desktop.wire.pages import KeptPage, pack_page, unpack_page
from checkin_desktop.wire.templates import template_json


@dataclass(frozen=True, slots=True)
class Design:
    """The template that a kind of certificate is drawn with, with its pictures; `hash` is kept with each page."""

    template: Template
    images: Mapping[str, bytes]
    hash: str


def design_for(reads: Reads, kind: CertificateKind) -> Design | None:
    whole = template_for(reads, TemplateUse.CERTIFICATE, kind.value)
    if whole is None:
        return None
    template = whole.stored.template
    return Design(template, whole.images, hashlib.sha256(template_json(template)).hexdigest())


def drawn(desk: Desk, faces: Sequence[tuple[Design | None, CertificateFace]]) -> list[tuple[str, bytes]]:
    """(hash of the template, the page) of each as they are kept; both empty at a desk that draws nothing.

    Raises PersonFacingError where a page can't be drawn.
    """
    pages = [("", b"")] * len(faces)
    if desk.draw is None:
        return pages
    for design in {d.hash: d for d, _ in faces if d}.values():
        places = [place for place, (d, _) in enumerate(faces) if d and d.hash == design.hash]
        made = desk.draw(design.template, [faces[place][1] for place in places], design.images)
        for place, page in zip(places, made, strict=True):
            kept = KeptPage(page.content, page.width, page.height, tuple(sorted(page.images)))
            pages[place] = design.hash, pack_page(kept)
    return pages


def kept_pages(reads: Reads, certificates: Iterable[CertificateRecord]) -> dict[bytes, FrozenPage]:
    """By entry; pictures are of the journal, or the program ships them. A page that lacks one yet is refused when it
    is wrapped: another drawing would not be the certificate that was issued.
    """
    kept: dict[bytes, KeptPage] = {}
    for c in certificates:
        if c.page:
            try:
                kept[c.entry] = unpack_page(c.page)
            except MalformedBody:
                continue
    names = {name for page in kept.values() for name in page.images}
    images = dict(reads.event.images(names))
    for shipped in shipped_templates().values():
        images |= {name: shipped.images[name] for name in names & set(shipped.images)}
    return {
        entry: FrozenPage(
            page.content, page.width, page.height, {n: images[n] for n in page.images if n in images}
        )
        for entry, page in kept.items()
    }
