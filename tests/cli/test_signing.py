"""Archive copies by the command line: a file each under a sensible name, signed where a certificate is given."""

from pathlib import Path

import pikepdf
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.serialization import pkcs12
from pyhanko.pdf_utils.reader import PdfFileReader

from checkin_desktop.startup.signing import signatures
from signing.test_pades import certificate, p256

from .conftest import Cli


def test_a_folder_of_signed_copies(
    cli: Cli, attended: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = p256()
    secret = serialization.BestAvailableEncryption(b"clave")
    packed = pkcs12.serialize_key_and_certificates(b"a", key, certificate(key), None, secret)
    (home / "a.p12").write_bytes(packed)
    signing = ("certificates", "--out", home / "signed", "--sign", home / "a.p12")
    monkeypatch.setenv("CHECKIN_SIGN_PASSPHRASE", "otra")
    assert "clave" in cli(*signing).err
    assert not (home / "signed").exists()
    monkeypatch.setenv("CHECKIN_SIGN_PASSPHRASE", "clave")
    assert cli(*signing[:2], home / "all.pdf", *signing[3:]).code == 2
    try:
        cli.ok(*signing)
    finally:
        signatures.forget()
    cli.ok("certificates", "--out", home / "plain")
    names = sorted(path.name for path in (home / "signed").iterdir())
    assert names == sorted(path.name for path in (home / "plain").iterdir())
    assert len(names) == 3
    assert all(name.startswith("000") and name.endswith(".pdf") and name.isascii() for name in names)
    for name in names:
        with (home / "signed" / name).open("rb") as file:
            assert len(PdfFileReader(file).embedded_signatures) == 1
        with pikepdf.open(home / "plain" / name) as plain, plain.open_metadata() as about:
            assert about.pdfa_status == "2B"
