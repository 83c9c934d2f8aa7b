"""The certificate that signs in this session, if a person opened one."""

import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.services.ports.documents import CertificateFace
from checkin_desktop.services.ports.signing import is_packed
from checkin_desktop.startup.later import later
from checkin_desktop.words import Words

if TYPE_CHECKING:
    from checkin_desktop.documents import certificate, signature_box
else:
    certificate, signature_box = later("checkin_desktop.documents", "certificate signature_box")


class SessionSignatures:
    """pyHanko is loaded when a certificate is opened: few organisers have one."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._open: object | None = None
        self.holder = self.person = ""
        self.visible = False

    def use(self, path: Path, secret: str) -> str:
        from checkin_desktop.signing.pades import open_card, open_file

        return self._hold(open_file(path, secret) if is_packed(path) else open_card(path, secret))

    def forget(self) -> None:
        from checkin_desktop.signing.pades import PdfSignatures

        with self._turn:
            if isinstance(self._open, PdfSignatures):
                self._open.close()
            self._open, self.holder, self.person = None, "", ""

    def sign(self, pdf: bytes, reason: str, place: str, shown: bytes = b"") -> bytes:
        from checkin_desktop.signing.pades import PdfSignatures

        with self._turn:
            if not isinstance(self._open, PdfSignatures):
                raise PersonFacingError("signing-none-open")
            return self._open.sign(pdf, reason, place, shown)

    def _hold(self, opened: object) -> str:
        from checkin_desktop.signing.pades import PdfSignatures

        self.forget()
        with self._turn:
            self._open = opened
            if isinstance(opened, PdfSignatures):
                self.holder, self.person = opened.holder, opened.person
        return self.holder


signatures = SessionSignatures()


def kept_copy(face: CertificateFace, words: Words) -> bytes:
    """What is mailed: signed while a certificate for it is open."""
    return signed_copy(face, words) if signatures.holder else certificate.certificate_file(face, words)


def signed_copy(face: CertificateFace, words: Words) -> bytes:
    """The copy to be kept, with the footer of the law and a signature. Raises PersonFacingError where none is open."""
    pdf = certificate.certificate_file(replace(face, signed=True), words)
    reason = words.say("signing-reason", number=face.number)
    shown = b""
    if signatures.visible:
        lines = (words.say("signing-shown", holder=signatures.person), reason)
        shown = signature_box.signature_box(lines, words.language)
    return signatures.sign(pdf, reason, face.settings.city, shown)
