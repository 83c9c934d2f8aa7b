"""Certificates with the design that is shipped: one page each, signed by hand, verified by the code."""

from collections.abc import Mapping, Sequence

from checkin_desktop.documents.press import PdfPress
from checkin_desktop.documents.texts import certificate_texts
from checkin_desktop.domain.template import Template, TemplateUse
from checkin_desktop.services.ports.documents import CertificateFace, FrozenPage, Place
from checkin_desktop.services.shipped_templates import shipped_default, shipped_templates
from checkin_desktop.words import DEFAULT_LANGUAGE, Words, load_words, words_in


def certificate_file(face: CertificateFace, words: Words) -> bytes:
    """One certificate as a file to be kept (PDF/A-2b): what is saved, zipped and mailed.

    The page is the printed one. A copy to be signed has the law's line over its foot; "reimpresión" is for paper.
    """
    press = PdfPress()
    page = _page(press, face, words)
    if face.signed:
        page = press.stamp(page, _in_its_words(face, words, "documents-signed-footer"), Place.FOOT)
    return press.archive(page, *_titled(face, words))


def draw_certificates(faces: Sequence[CertificateFace], words: Words) -> bytes:
    """All certificates in one file, a page each; what they share is in the file once.

    The page frozen at issue where there is one, else drawn now with the shipped design.
    Raises PersonFacingError where the font lacks a character of a name.
    """
    press, drawn = PdfPress(), printed_pages(faces, words)
    if len(drawn) == 1:
        return press.single(drawn[0], *_titled(faces[0], words))
    first = _spoken(faces[0], words)[0] if faces else words
    return press.bind(drawn, first.say("documents-certificate-title"), first.language)


def printed_pages(faces: Sequence[CertificateFace], words: Words) -> list[FrozenPage]:
    """The pages of `draw_certificates`, for a file that is bound once all are there."""
    press = PdfPress()
    return [_printed(press, face, words) for face in faces]


def draw_pages(
    template: Template, faces: Sequence[CertificateFace], images: Mapping[str, bytes]
) -> list[FrozenPage]:
    """The pages that are kept when certificates are issued, each in its language."""
    words, press = load_words(DEFAULT_LANGUAGE), PdfPress()
    return [press.draw(template, certificate_texts(face, words), images) for face in faces]


def _page(press: PdfPress, face: CertificateFace, words: Words) -> FrozenPage:
    if face.page is not None:
        return face.page
    design = shipped_templates()[shipped_default(TemplateUse.CERTIFICATE)]
    return press.draw(design.template, certificate_texts(face, words), design.images)


def _printed(press: PdfPress, face: CertificateFace, words: Words) -> FrozenPage:
    page = _page(press, face, words)
    if not face.reprint:
        return page
    return press.stamp(page, _in_its_words(face, words, "documents-reprint"), Place.HEAD)


def _spoken(face: CertificateFace, words: Words) -> tuple[Words, ...]:
    return words_in(face.language) or (words,)


def _in_its_words(face: CertificateFace, words: Words, sentence: str) -> str:
    return " / ".join(w.say(sentence) for w in _spoken(face, words))


def _titled(face: CertificateFace, words: Words) -> tuple[str, str]:
    """A file's title and language."""
    title = _in_its_words(face, words, "documents-certificate-title")
    return f"{title} {face.number}", _spoken(face, words)[0].language
