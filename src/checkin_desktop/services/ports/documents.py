"""What is printed on badges, certificates and lists: frozen facts, no layout."""

from dataclasses import dataclass
from datetime import date

from checkin_desktop.domain.event import EventSettings
from checkin_desktop.domain.people import Category, DocumentKind


@dataclass(frozen=True, slots=True)
class BadgeFace:
    """One badge. A blank one has a code and nothing else."""

    code: str
    name: str = ""
    given_names: str = ""
    surnames: str = ""
    organisation: str = ""
    position: str = ""
    region: str = ""
    category: Category | None = None


@dataclass(frozen=True, slots=True)
class CertificateFace:
    """One certificate as it was issued. `days` are those attended that count; `token` is the QR's text."""

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
