"""Archive copies by the command line: a file each under a sensible name, signed where a certificate is given."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pikepdf
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.serialization import pkcs12
from pyhanko.pdf_utils.reader import PdfFileReader

from signing.test_pades import certificate, judged, p256
from support import cards

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
    cli.ok(*signing)
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


@pytest.mark.skipif(not cards.HERE, reason="SoftHSM is not installed")
def test_a_card_signs_copies_in_one_zip(attended: Path, home: Path) -> None:
    """In a process of its own: SoftHSM reads its settings once."""
    key = p256()
    held = certificate(key)
    known = os.environ | cards.soft_card(home / "card", key, held) | {"CHECKIN_SIGN_PIN": "0000"}
    words = ("certificates", "--out", home / "all.zip", "--sign", cards.LIBRARY, "--event", attended)
    command = [sys.executable, "-m", "checkin_desktop", *map(str, words)]
    refused = subprocess.run(command, env=known, capture_output=True, text=True, check=False)
    assert (refused.returncode, "PIN" in refused.stderr) == (1, True), refused
    del known["CHECKIN_SIGN_PIN"]
    refused = subprocess.run(command, env=known, capture_output=True, text=True, check=False, input="")
    assert "CHECKIN_SIGN_PIN" in refused.stderr
    known["CHECKIN_SIGN_PIN"] = cards.PIN
    subprocess.run(command, env=known, capture_output=True, check=True)
    with zipfile.ZipFile(home / "all.zip") as packed:
        signed = [packed.read(name) for name in packed.namelist()]
    assert len(signed) == 3
    assert all(judged(pdf, held.public_bytes(serialization.Encoding.DER)).trusted for pdf in signed)
