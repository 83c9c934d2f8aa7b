"""PAdES signatures (ETSI EN 319 142, level B-B) with a person's or an organisation's own certificate.

The program signs nothing by itself: this is for an organiser who has a certificate, in a PKCS#12 file or on a PKCS#11
card. Whether it is a *firma digital* of the Ley 27269 depends on who issued that certificate.
"""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pkcs11
from pkcs11 import Attribute, ObjectClass, TokenFlag
from pkcs11.exceptions import PKCS11Error
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.pkcs11 import PKCS11Signer
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.signers.pdf_cms import Signer

from checkin_desktop.domain.errors import PersonFacingError

_FIELD = "Firma"
_MOST_BYTES = 1_000_000
_BOX = (36, 24, 300, 64)
"""Where a visible field stands, in points from the lower left corner."""


class PdfSignatures:
    """A certificate opened for this session. `holder`: whose it is."""

    def __init__(self, signer: Signer, session: Any = None) -> None:
        self._signer, self._session = signer, session
        certificate = signer.signing_cert
        self.holder = str(certificate.subject.human_friendly) if certificate else ""

    def sign(self, pdf: bytes, reason: str, place: str = "", *, visible: bool = False) -> bytes:
        """The file with one signature more; all before it stays byte for byte. Raises PersonFacingError."""
        spec = SigFieldSpec(_FIELD, on_page=0, box=_BOX if visible else None)
        about = PdfSignatureMetadata(
            field_name=_FIELD,
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            reason=reason,
            location=place or None,
        )
        out = BytesIO()
        try:
            writer = IncrementalPdfFileWriter(BytesIO(pdf))
            PdfSigner(about, signer=self._signer, new_field_spec=spec).sign_pdf(writer, output=out)
        except (SigningError, PdfError, PKCS11Error) as error:
            raise PersonFacingError("signing-failed") from error
        return out.getvalue()

    def close(self) -> None:
        if self._session is not None:
            self._session.close()


def open_file(path: Path, passphrase: str) -> PdfSignatures:
    """A PKCS#12 file (`.p12`, `.pfx`). Raises PersonFacingError."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise PersonFacingError("signing-not-a-certificate")
        data = path.read_bytes()
    except OSError as error:
        raise PersonFacingError("signing-cannot-read", file=path.name) from error
    try:
        signer = SimpleSigner.load_pkcs12_data(data, other_certs=[], passphrase=passphrase.encode("utf-8"))
    except ValueError as error:
        raise PersonFacingError("signing-wrong-passphrase") from error
    return PdfSignatures(signer)


def open_card(library: Path, pin: str) -> PdfSignatures:
    """A card by its maker's PKCS#11 library: the first certificate on it that has a private key."""
    if not library.is_file():
        raise PersonFacingError("signing-no-library")
    try:
        tokens = pkcs11.lib(str(library)).get_tokens()
        ready = next(t for t in tokens if TokenFlag.TOKEN_INITIALIZED in t.flags)
        session = ready.open(user_pin=pin)
    except (StopIteration, PKCS11Error) as error:
        raise PersonFacingError("signing-no-card") from error
    keys = {o[Attribute.ID] for o in session.get_objects({Attribute.CLASS: ObjectClass.PRIVATE_KEY})}
    found: Sequence[bytes] = [
        o[Attribute.ID]
        for o in session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE})
        if o[Attribute.ID] in keys
    ]
    if not found:
        session.close()
        raise PersonFacingError("signing-no-certificate-on-card")
    signer = PKCS11Signer(session, cert_id=found[0], key_id=found[0])
    held = signer.signing_cert
    # Many cards sign a digest and hash nothing themselves where the key is an elliptic one.
    elliptic = held is not None and held.public_key.algorithm == "ec"
    signer = PKCS11Signer(session, cert_id=found[0], key_id=found[0], use_raw_mechanism=elliptic)
    return PdfSignatures(signer, session)
