"""What the window needs to have PDFs signed: a certificate opened for this session, and nothing kept of it."""

from pathlib import Path
from typing import Protocol

PACKED = (".p12", ".pfx")
"""What a PKCS#12 file's name ends in; any other file is a card's PKCS#11 library."""


def is_packed(path: Path) -> bool:
    return path.suffix.lower() in PACKED


class Signatures(Protocol):
    """`holder`: whose certificate is open; empty while none is. `visible`: signatures are seen on the page."""

    visible: bool

    @property
    def holder(self) -> str: ...
    def use(self, path: Path, secret: str) -> str:
        """A PKCS#12 file with its passphrase, or a card's PKCS#11 library with its PIN; answers whose it is.
        Raises PersonFacingError."""
        ...

    def forget(self) -> None: ...
    def sign(self, pdf: bytes, reason: str, place: str, shown: bytes = b"") -> bytes: ...
