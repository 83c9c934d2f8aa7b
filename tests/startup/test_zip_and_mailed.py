"""Many certificates in one ZIP; and what goes with a mail, signed only by a certificate of one's own."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.serialization import pkcs12
from pyhanko.pdf_utils.reader import PdfFileReader

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.mailing import MailThing
from checkin_desktop.domain.template import TemplateUse
from checkin_desktop.scanning.stills import decode_file
from checkin_desktop.services.badge_drawing import BadgePaper, size_for
from checkin_desktop.services.badges import badge_faces
from checkin_desktop.services.certificates import certificate_faces, issue
from checkin_desktop.services.outbox import Outgoing
from checkin_desktop.services.register_walk_in import withdraw
from checkin_desktop.services.templates import choose_template
from checkin_desktop.startup.courier import attached
from checkin_desktop.startup.signing import kept_copy, signatures
from checkin_desktop.startup.zip_file import ZipFileOut, write_zip
from checkin_desktop.words import load_words
from signing.test_pades import certificate, judged, p256
from support.desks import ROSTER, Station, found


@pytest.fixture
def one(tmp_path: Path) -> Iterator[Station]:
    station = found(tmp_path / "event" / "event.checkin", people=ROSTER)
    yield station
    station.close()


def test_names_are_sensible_and_nothing_is_lost(tmp_path: Path) -> None:
    out = ZipFileOut(tmp_path / "a" / "c.zip")
    for name in ("0001-2025-ana.pdf", "0001-2025-Ana.pdf", "0002-2025-beto.pdf"):
        out.add(name, name.encode())
    assert not (tmp_path / "a" / "c.zip").exists(), "whole or not at all"
    assert out.finish() == 3
    with zipfile.ZipFile(tmp_path / "a" / "c.zip") as found:
        assert found.testzip() is None
        assert found.namelist() == ["0001-2025-ana.pdf", "0001-2025-Ana-2.pdf", "0002-2025-beto.pdf"]


def test_what_is_broken_off_leaves_nothing(tmp_path: Path) -> None:
    def draw(part: str) -> tuple[str, bytes]:
        if part == "b":
            raise PersonFacingError("files-cannot-write", file=part)
        return f"{part}.pdf", b"x"

    with pytest.raises(PersonFacingError):
        write_zip(tmp_path / "c.zip", ["a", "b"], draw)
    assert list(tmp_path.iterdir()) == []
    assert write_zip(tmp_path / "c.zip", ["a", "c"], draw) == 2


def test_the_law_is_named_only_on_what_is_signed(one: Station, tmp_path: Path) -> None:
    ids = [one.person(ROSTER[0].given_names).id]
    issue(one.desk, ids, exception_reason="ensayo")
    (face,) = certificate_faces(one.desk, ids)
    words = load_words("es")
    plain = kept_copy(face, words)
    assert "27269" not in text_of(plain)
    assert not PdfFileReader(BytesIO(plain)).embedded_signatures
    key = p256()
    held = certificate(key)
    secret = serialization.BestAvailableEncryption(b"clave")
    (tmp_path / "a.p12").write_bytes(pkcs12.serialize_key_and_certificates(b"a", key, held, None, secret))
    try:
        assert "Ana Inventada" in signatures.use(tmp_path / "a.p12", "clave")
        signed = kept_copy(face, words)
    finally:
        signatures.forget()
    assert "27269" in text_of(signed)
    status = judged(signed, held.public_bytes(serialization.Encoding.DER))
    assert (status.intact, status.trusted) == (True, True)
    assert "27269" not in text_of(kept_copy(face, words))


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = str(document[0].get_textpage().get_text_bounded())
    document.close()
    return text


def test_a_mailed_badge_is_drawn_from_the_chosen_design_and_its_qr_is_a_picture_too(
    one: Station, tmp_path: Path
) -> None:
    ana = one.person(ROSTER[0].given_names)
    mail = Outgoing("m", MailThing.BADGE, ana, 0, "")
    choose_template(one.desk, TemplateUse.BADGE, ana.person.category.value, "shipped-credencial-tarjeta")
    pdf, qr = attached(one.desk, mail)
    width, height = size_for(one.desk, BadgePaper(), ana.person.category)
    document = pypdfium2.PdfDocument(pdf.content)
    assert len(document) == 1
    assert [round(x * 25.4 / 72) for x in document[0].get_size()] == [round(width), round(height)]
    document.close()
    (code,) = [face.code for _, face in badge_faces(one.desk, [ana.id])]
    for file in (pdf, qr):
        (tmp_path / file.name).write_bytes(file.content)
        assert [r.text for r in decode_file(tmp_path / file.name).readings] == [code]
    withdraw(one.desk, ana.id)
    assert attached(one.desk, mail) == ()
