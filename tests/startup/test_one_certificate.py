"""Printed, printed again, saved, zipped, mailed, signed: one certificate, by the page kept when it was issued."""

import hashlib
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.serialization import pkcs12

from checkin_desktop.documents.certificate import certificate_file, draw_certificates, draw_pages
from checkin_desktop.domain.certifying import CertificationSettings
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.mailing import MailThing
from checkin_desktop.domain.template import TemplateUse
from checkin_desktop.services.certificates import certificate_faces, file_name, issue, record_prints
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.issuing_desk import configure_certification
from checkin_desktop.services.outbox import Outgoing
from checkin_desktop.services.ports.documents import CertificateFace
from checkin_desktop.services.shipped_templates import shipped_templates
from checkin_desktop.services.templates import choose_template
from checkin_desktop.startup.courier import attached
from checkin_desktop.startup.signing import signatures, signed_copy
from checkin_desktop.startup.zip_file import write_zip
from checkin_desktop.words import load_words
from signing.test_pades import certificate, judged, p256
from support.desks import ROSTER, Station, found

WORDS = load_words("es")


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    made = found(tmp_path / "event" / "event.checkin", people=ROSTER)
    yield made
    made.close()


@pytest.fixture
def desk(station: Station) -> Desk:
    """Everybody holds a certificate of the second design that is shipped; afterwards the first one is chosen."""
    desk = replace(station.desk, draw=draw_pages)
    designs = [i for i, d in shipped_templates().items() if d.template.use is TemplateUse.CERTIFICATE]
    choose_template(desk, TemplateUse.CERTIFICATE, "", designs[1])
    issue(desk, [a.id for a in station.people()], exception_reason="ensayo")
    choose_template(desk, TemplateUse.CERTIFICATE, "", designs[0])
    return desk


def faces_of(desk: Desk) -> tuple[CertificateFace, ...]:
    with desk.store.read() as reads:
        return certificate_faces(desk, [a.id for a in reads.people.all()])


def contents(pdf: bytes) -> list[str]:
    with pikepdf.open(BytesIO(pdf)) as opened:
        return [hashlib.sha256(page.Contents.read_bytes()).hexdigest() for page in opened.pages]


def test_all_copies_carry_the_page_that_was_kept_at_issue(desk: Desk, tmp_path: Path) -> None:
    faces = faces_of(desk)
    bound = contents(draw_certificates(faces, WORDS))
    assert len(set(bound)) == len(faces) > 2
    assert [contents(draw_certificates([f], WORDS))[0] for f in faces] == bound, "one at a time"
    by_name = {file_name(f): f for f in faces}
    write_zip(tmp_path / "c.zip", list(by_name), lambda n: (n, certificate_file(by_name[n], WORDS)))
    with zipfile.ZipFile(tmp_path / "c.zip") as opened:
        assert [contents(opened.read(n))[0] for n in opened.namelist()] == bound, "zipped"
    with desk.store.read() as reads:
        held_by = reads.people.attendees([a.id for a in reads.people.all()])
    by_holder = {f.name: f for f in faces}
    for holder in held_by.values():
        number = by_holder[holder.name].number
        (pdf,) = (
            file.content for file in attached(desk, Outgoing("m", MailThing.CERTIFICATE, holder, 0, number))
        )
        assert contents(pdf)[0] in bound, "mailed"
        assert pdf.count(b"<pdfaid:part>2</pdfaid:part>") == 1
    record_prints(desk, list(held_by), "láser")
    again = faces_of(desk)
    assert contents(draw_certificates(again, WORDS)) == bound, "printed again"


def test_a_later_copy_is_marked_on_paper_alone(desk: Desk) -> None:
    (first, *_) = before = faces_of(desk)
    with desk.store.read() as reads:
        record_prints(desk, [a.id for a in reads.people.all()], "láser")
    configure_certification(desk, CertificationSettings(mark_reprints=True))
    after = faces_of(desk)
    assert all(face.reprint for face in after)
    assert text_of(draw_certificates(after, WORDS)).count("eimpresi") == 1
    assert [certificate_file(f, WORDS) for f in after] == [certificate_file(f, WORDS) for f in before]
    assert "eimpresi" not in text_of(certificate_file(replace(first, reprint=True), WORDS))


@pytest.mark.parametrize("visible", [False, True])
def test_a_signed_copy_is_the_kept_page_and_a_line_over_it(desk: Desk, tmp_path: Path, visible: bool) -> None:
    (face, *_) = faces_of(desk)
    assert face.page is not None
    key = p256()
    held = certificate(key)
    secret = serialization.BestAvailableEncryption(b"clave")
    (tmp_path / "a.p12").write_bytes(pkcs12.serialize_key_and_certificates(b"a", key, held, None, secret))
    try:
        signatures.use(tmp_path / "a.p12", "clave")
        signatures.visible = visible
        signed = signed_copy(face, WORDS)
    finally:
        signatures.forget()
        signatures.visible = False
    with (
        pikepdf.open(BytesIO(signed)) as opened,
        pikepdf.open(BytesIO(certificate_file(face, WORDS))) as plain,
    ):
        kept = plain.pages[0].Contents.read_bytes()
        assert opened.pages[0].Contents.read_bytes().startswith(kept)
        assert without_file(opened) == without_file(plain), (
            "a signature brings no letters of the viewer's own"
        )
    assert "27269" in text_of(signed)
    status = judged(signed, held.public_bytes(serialization.Encoding.DER))
    assert (status.intact, status.trusted) == (True, True)
    assert ("Ana Inventada" in seen_of(signed)) is visible


def test_another_drawing_is_never_put_in_place_of_a_page_whose_picture_is_missing(desk: Desk) -> None:
    (face, *_) = faces_of(desk)
    assert face.page is not None
    content = zlib.compress(zlib.decompress(face.page.content) + f"/X{'0' * 24} Do\n".encode())
    lacking = replace(face, page=replace(face.page, content=content))
    for draw in (lambda: certificate_file(lacking, WORDS), lambda: draw_certificates([lacking], WORDS)):
        with pytest.raises(PersonFacingError, match="documents-image-missing"):
            draw()


def without_file(pdf: pikepdf.Pdf) -> int:
    """Fonts that are not in the file."""
    fonts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/Font"]
    whole = [f for f in fonts if "/FontFile2" in f.get("/FontDescriptor", {}) or "/DescendantFonts" in f]
    assert whole
    return len(fonts) - len(whole)


def text_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return str(document[0].get_textpage().get_text_bounded())


def seen_of(pdf: bytes) -> str:
    """What stands in the signature's own place: in no page's text."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        shown = [a.AP.N for a in opened.pages[0].get("/Annots", []) if "/AP" in a]
        if not shown:
            return ""
        out = pikepdf.new()
        page = out.add_blank_page(page_size=(300, 60))
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(A=out.copy_foreign(shown[0])))
        page.Contents = pikepdf.Stream(out, b"q /A Do Q")
        data = BytesIO()
        out.save(data)
    return text_of(data.getvalue())
