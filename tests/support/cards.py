"""A PKCS#11 card in software (SoftHSM), with a key and its certificate on it.

SoftHSM reads its settings once in a process, so the card is written by a process of its own (this file, as a program).
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

LIBRARY = Path(os.environ.get("SOFTHSM2_LIBRARY", "/usr/lib/softhsm/libsofthsm2.so"))
PIN = "1234"
HERE = LIBRARY.is_file() and shutil.which("softhsm2-util") is not None
Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


def soft_card(folder: Path, key: Key, held: x509.Certificate) -> dict[str, str]:
    """Makes it; the environment in which it is found."""
    tokens, settings = folder / "tokens", folder / "softhsm2.conf"
    tokens.mkdir(parents=True)
    settings.write_text(f"directories.tokendir = {tokens}\nobjectstore.backend = file\nlog.level = ERROR\n")
    known = {"SOFTHSM2_CONF": str(settings)}
    run = ["softhsm2-util", "--init-token", "--free", "--label", "mesa", "--so-pin", "5678", "--pin", PIN]
    _run(run, known)
    plain, der = folder / "key.der", folder / "held.der"
    plain.write_bytes(
        key.private_bytes(
            serialization.Encoding.DER,
            serialization.PrivateFormat.TraditionalOpenSSL,
            serialization.NoEncryption(),
        )
    )
    der.write_bytes(held.public_bytes(serialization.Encoding.DER))
    _run([sys.executable, __file__, str(plain), str(der)], known)
    return known


def _run(command: list[str], known: dict[str, str]) -> None:
    environment = os.environ | known
    subprocess.run(command, env=environment, check=True, capture_output=True, stdin=subprocess.DEVNULL)


def _put(plain: Path, der: Path) -> None:
    import pkcs11
    from pkcs11 import Attribute
    from pkcs11.util.ec import decode_ec_private_key
    from pkcs11.util.x509 import decode_x509_certificate

    about = {Attribute.ID: b"\1", Attribute.LABEL: "ana", Attribute.TOKEN: True}
    token = pkcs11.lib(str(LIBRARY)).get_token(token_label="mesa")
    with token.open(rw=True, user_pin=PIN) as session:
        session.create_object(decode_ec_private_key(plain.read_bytes()) | about)
        session.create_object(decode_x509_certificate(der.read_bytes()) | about)


if __name__ == "__main__":
    _put(Path(sys.argv[1]), Path(sys.argv[2]))
