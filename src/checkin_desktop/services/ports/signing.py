"""What the window needs to have PDFs signed: a certificate opened for this session, and nothing kept of it."""

from pathlib import Path
from typing import Protocol


class Signatures(Protocol):
    """`holder`: whose certificate is open; empty while none is. `visible`: signatures are seen on the page."""

    visible: bool

    @property
    def holder(self) -> str: ...
    def use_file(self, path: Path, passphrase: str) -> str:
        """A PKCS#12 file; answers whose it is. Raises PersonFacingError."""
        ...

    def use_card(self, library: Path, pin: str) -> str: ...
    def forget(self) -> None: ...
    def sign(self, pdf: bytes, reason: str, place: str, shown: bytes = b"") -> bytes: ...
