"""Signatures by certificates made here, judged by pyHanko's own validator; a card by SoftHSM where it is installed."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import PdfSignatureStatus
from pyhanko_certvalidator import ValidationContext
from reportlab.pdfgen.canvas import Canvas

from checkin_desktop.documents.signature_box import signature_box
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.signing.pades import open_card, open_file
from support import cards
from support.cards import Key

PASSPHRASE = "clave del certificado"


def p256() -> Key:
    return ec.generate_private_key(ec.SECP256R1())


def rsa_2048() -> Key:
    return rsa.generate_private_key(65_537, 2_048)


def certificate(key: Key) -> x509.Certificate:
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, "Ana Inventada"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Red de Prueba"),
        ]
    )
    now = datetime.now(UTC)
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=2))
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )


def pdf() -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pagesize=(400, 300))
    canvas.drawString(50, 150, "Certificado")
    canvas.save()
    return out.getvalue()


def judged(signed: bytes, trusted: bytes) -> PdfSignatureStatus:
    (found,) = PdfFileReader(BytesIO(signed)).embedded_signatures
    context = ValidationContext(trust_roots=[asn1.Certificate.load(trusted)], allow_fetching=False)
    return validate_pdf_signature(found, context)


@pytest.mark.parametrize("make", [p256, rsa_2048])
@pytest.mark.parametrize("visible", [False, True])
def test_a_file_signs_and_any_change_is_noticed(
    make: Callable[[], Key], visible: bool, tmp_path: Path
) -> None:
    key = make()
    held = certificate(key)
    path = tmp_path / "ana.p12"
    secret = serialization.BestAvailableEncryption(PASSPHRASE.encode())
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"ana", key, held, None, secret))
    signatures = open_file(path, PASSPHRASE)
    assert "Ana Inventada" in signatures.holder
    before = pdf()
    shown = signature_box(("Firmado por Ana Inventada",), "es") if visible else b""
    signed = signatures.sign(before, "Certificado N.º 0001-2025", "Cusco", shown)
    assert signed.startswith(before)
    trusted = held.public_bytes(serialization.Encoding.DER)
    status = judged(signed, trusted)
    assert (status.intact, status.valid, status.trusted) == (True, True, True)
    assert b"ETSI.CAdES.detached" in signed
    changed = bytearray(signed)
    changed[len(before) // 2] ^= 1
    assert not judged(bytes(changed), trusted).intact


def test_a_wrong_passphrase_and_what_is_no_certificate(tmp_path: Path) -> None:
    key = p256()
    path = tmp_path / "ana.p12"
    secret = serialization.BestAvailableEncryption(PASSPHRASE.encode())
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"ana", key, certificate(key), None, secret))
    for file, passphrase in ((path, "otra"), (tmp_path / "no", "x")):
        with pytest.raises(PersonFacingError):
            open_file(file, passphrase)
    (tmp_path / "x.p12").write_bytes(b"hola")
    with pytest.raises(PersonFacingError):
        open_file(tmp_path / "x.p12", PASSPHRASE)
    with pytest.raises(PersonFacingError, match="signing-no-library"):
        open_card(tmp_path / "no.so", "1234")
    with pytest.raises(PersonFacingError, match="signing-no-card"):
        open_card(tmp_path / "x.p12", "1234")


@pytest.mark.skipif(not cards.HERE, reason="SoftHSM is not installed")
def test_a_card_signs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key = p256()
    held = certificate(key)
    for name, value in cards.soft_card(tmp_path, key, held).items():
        monkeypatch.setenv(name, value)
    with pytest.raises(PersonFacingError, match="signing-no-card"):
        open_card(cards.LIBRARY, "0000")
    signatures = open_card(cards.LIBRARY, cards.PIN)
    assert "Ana Inventada" in signatures.holder
    signed = signatures.sign(pdf(), "Certificado N.º 0001-2025")
    signatures.close()
    assert judged(signed, held.public_bytes(serialization.Encoding.DER)).trusted
