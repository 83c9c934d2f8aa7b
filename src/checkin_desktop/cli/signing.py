"""`--sign`: the organiser's own certificate, open while a command runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from checkin_desktop.cli.context import secret
from checkin_desktop.services.ports.signing import is_packed
from checkin_desktop.startup.signing import signatures
from checkin_desktop.words import Words

SIGN = (
    "Sign the files with this FILE.p12, or with a card by its PKCS#11 library (.so, .dll). Its secret in"
    " CHECKIN_SIGN_PASSPHRASE or CHECKIN_SIGN_PIN, or asked."
)
VISIBLE = "With --sign: the signature is seen on the page."


@contextmanager
def signing(path: Path | None, visible: bool, words: Words) -> Iterator[None]:
    """None: nothing is signed. Raises PersonFacingError where file, card or secret are not good."""
    if path is None:
        yield
        return
    kind = "passphrase" if is_packed(path) else "pin"
    asked = words.say(f"cli-sign-{kind}", file=path.name)
    signatures.use(path, secret(f"CHECKIN_SIGN_{kind.upper()}", asked, f"cli-sign-{kind}-needed"))
    signatures.visible = visible
    try:
        yield
    finally:
        signatures.forget()
