"""What is printed on badges, certificates and lists: frozen facts, no layout."""

from dataclasses import dataclass
from datetime import date

from checkin_desktop.domain.event import EventSettings
from checkin_desktop.domain.people import Category, DocumentKind

MAX_IMAGE_BYTES = 300_000
"""A picture that travels in the journal is at most this large."""


@dataclass(frozen=True, slots=True)
class BadgeFace:
    """One badge. A blank one has a code and the event's logo, and nothing else."""

    code: str
    name: str = ""
    given_names: str = ""
    surnames: str = ""
    organisation: str = ""
    position: str = ""
    region: str = ""
    category: Category | None = None
    logo: bytes = b""


@dataclass(frozen=True, slots=True)
class CertificateFace:
    """One certificate as it was issued. `token` is the QR's text; `logos` are pictures, PNG or JPEG."""

    name: str
    document_kind: DocumentKind | None
    document: str
    role: Category
    settings: EventSettings
    number: str
    issued_on: date
    token: str
    typed_code: str
    reprint: bool = False
    logos: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class RollLine:
    """One line of the alphabetical paper list."""

    sort_name: str
    document: str
    organisation: str
    category: Category


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One number of the register of certificates."""

    number: str
    name: str
    document: str
    role: Category
    issued_on: date
    revoked: bool
    reason: str
