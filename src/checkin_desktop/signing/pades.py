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
from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, BoxConstraints, InnerScaling, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.pkcs11 import PKCS11Signer
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.signers.pdf_cms import Signer
from pyhanko.stamp import StaticStampStyle

from checkin_desktop.domain.errors import PersonFacingError

_FIELD = "Firma"
_MOST_BYTES = 1_000_000
_CORNER = (20.0, 4.0)
"""How far a visible field is from the page's right and lower edge, in points: where no design has its signatures."""


_MIDDLE = AxisAlignment.ALIGN_MID
_WHOLE = SimpleBoxLayoutRule(_MIDDLE, _MIDDLE, Margins(), inner_content_scaling=InnerScaling.NO_SCALING)


class _Shown(PdfContent):
    """A page of another PDF as what is seen of a signature."""

    def __init__(self, pdf: bytes) -> None:
        self._reader = PdfFileReader(BytesIO(pdf))
        left, low, right, high = _first_page(self._reader.root)
        self._size = (right - left, high - low)
        super().__init__(box=BoxConstraints(*self._size))

    def place(self, on: float) -> tuple[int, int, int, int]:
        """On a page as wide as `on`."""
        (x, y), (width, height) = _CORNER, self._size
        return round(on - x - width), round(y), round(on - x), round(y + height)

    def render(self) -> bytes:
        page = self._ensure_writer.import_page_as_xobject(self._reader)
        self.resources.xobject["/Shown"] = page
        return b"/Shown Do"


class PdfSignatures:
    """A certificate opened for this session. `holder`: whose it is, in full; `person`: the name alone."""

    def __init__(self, signer: Signer, session: Any = None) -> None:
        self._signer, self._session = signer, session
        certificate = signer.signing_cert
        self.holder = str(certificate.subject.human_friendly) if certificate else ""
        named = certificate.subject.native.get("common_name") if certificate else None
        self.person = named if isinstance(named, str) else self.holder

    def sign(self, pdf: bytes, reason: str, place: str = "", shown: bytes = b"") -> bytes:
        """The file with one signature more; all before it stays byte for byte. `shown`: a small PDF that is seen in
        its place; none: the signature is not seen on the page. Raises PersonFacingError.
        """
        seen = _Shown(shown) if shown else None
        style = StaticStampStyle(background=seen, background_layout=_WHOLE, border_width=0) if seen else None
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
            box = seen.place(_first_page(writer.root)[2]) if seen else None
            spec = SigFieldSpec(_FIELD, on_page=0, box=box)
            PdfSigner(about, signer=self._signer, new_field_spec=spec, stamp_style=style).sign_pdf(
                writer, output=out
            )
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


def _first_page(root: Any) -> tuple[float, float, float, float]:
    """Its box, which it may have of all pages together."""
    pages = root["/Pages"]
    first = pages["/Kids"][0]
    left, low, right, high = first["/MediaBox"] if "/MediaBox" in first else pages["/MediaBox"]
    return float(left), float(low), float(right), float(high)
