"""Pages frozen at issue: drawn once, kept beside the entry, and wrapped into a file whenever they are printed."""

import hashlib
from collections.abc import Iterable

from checkin_desktop.domain.template import TemplateUse
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.ports.documents import CertificateFace, FrozenPage
from checkin_desktop.services.ports.store import CertificateRecord, Reads, Unit
from checkin_desktop.services.shipped_templates import shipped_templates
from checkin_desktop.services.templates import template_for
from checkin_desktop.wire.bodies import MalformedBody
from checkin_desktop.wire.pages import KeptPage, pack_page, unpack_page
from checkin_desktop.wire.templates import template_json


def frozen(desk: Desk, unit: Unit, face: CertificateFace) -> tuple[str, bytes]:
    """(hash of the template, the page drawn) as they are kept; both empty at a desk that draws nothing.

    Raises PersonFacingError where the page can't be drawn: then nothing is issued.
    """
    whole = template_for(unit, TemplateUse.CERTIFICATE, face.kind.value if face.kind else "")
    if desk.draw is None or whole is None:
        return "", b""
    template = whole.stored.template
    page = desk.draw(template, face, whole.images)
    kept = KeptPage(page.content, page.width, page.height, tuple(sorted(page.images)))
    return hashlib.sha256(template_json(template)).hexdigest(), pack_page(kept)


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
