"""Certificates with the design that is shipped: one page each, signed by hand, verified by the code."""

from collections.abc import Sequence

from checkin_desktop.documents.press import PdfPress
from checkin_desktop.documents.texts import certificate_texts
from checkin_desktop.domain.template import TemplateUse
from checkin_desktop.services.ports.documents import CertificateFace
from checkin_desktop.services.shipped_templates import shipped_default, shipped_templates
from checkin_desktop.words import Words


def archive_certificate(face: CertificateFace, words: Words) -> bytes:
    """One certificate as a file to be kept (PDF/A-2b): what is mailed, and what is signed."""
    design = shipped_templates()[shipped_default(TemplateUse.CERTIFICATE)]
    press = PdfPress()
    page = press.draw(design.template, certificate_texts(face, words), design.images)
    title = words.say("documents-certificate-title")
    return press.archive(page, f"{title} {face.number}", words.language)


def draw_certificates(faces: Sequence[CertificateFace], words: Words) -> bytes:
    """All certificates in one file, a page each; what they share is in the file once.

    Raises PersonFacingError where the font lacks a character of a name.
    """
    design = shipped_templates()[shipped_default(TemplateUse.CERTIFICATE)]
    press = PdfPress()
    drawn = [press.draw(design.template, certificate_texts(face, words), design.images) for face in faces]
    title = words.say("documents-certificate-title")
    if len(drawn) == 1:
        return press.single(drawn[0], f"{title} {faces[0].number}", words.language)
    return press.bind(drawn, title, words.language)
