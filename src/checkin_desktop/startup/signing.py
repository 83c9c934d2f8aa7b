"""The certificate that signs in this session, if a person opened one."""

import threading
from pathlib import Path

from checkin_desktop.domain.errors import PersonFacingError


class SessionSignatures:
    """pyHanko is loaded when a certificate is opened: few organisers have one."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._open: object | None = None
        self.holder = ""

    def use_file(self, path: Path, passphrase: str) -> str:
        from checkin_desktop.signing.pades import open_file

        return self._hold(open_file(path, passphrase))

    def use_card(self, library: Path, pin: str) -> str:
        from checkin_desktop.signing.pades import open_card

        return self._hold(open_card(library, pin))

    def forget(self) -> None:
        from checkin_desktop.signing.pades import PdfSignatures

        with self._turn:
            if isinstance(self._open, PdfSignatures):
                self._open.close()
            self._open, self.holder = None, ""

    def sign(self, pdf: bytes, reason: str, place: str) -> bytes:
        from checkin_desktop.signing.pades import PdfSignatures

        with self._turn:
            if not isinstance(self._open, PdfSignatures):
                raise PersonFacingError("signing-none-open")
            return self._open.sign(pdf, reason, place)

    def _hold(self, opened: object) -> str:
        from checkin_desktop.signing.pades import PdfSignatures

        self.forget()
        with self._turn:
            self._open = opened
            self.holder = opened.holder if isinstance(opened, PdfSignatures) else ""
        return self.holder


signatures = SessionSignatures()
