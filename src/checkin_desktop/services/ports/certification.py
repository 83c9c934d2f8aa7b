"""What the services read of certificates: the register, who collected them, rules, roles and requests."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from checkin_desktop.domain.certificate import CertificateKind, subject_of
from checkin_desktop.domain.certifying import CertificationSettings
from checkin_desktop.domain.eligibility import EligibilityRule
from checkin_desktop.domain.event import EventSettings
from checkin_desktop.domain.people import Category, DocumentKind


@dataclass(frozen=True, slots=True)
class CertificateRecord:
    """One number of the register, with what was frozen when it was issued. Empty name: erased.

    `void`: why its number came to nothing (it is revoked too then), else empty. `page`: as it was drawn, empty where
    it was issued before pages were kept, or erased.
    """

    entry: bytes
    serial: int
    attendee_id: str
    kind: CertificateKind
    issued_at: int
    station_id: bytes
    attended: tuple[str, ...]
    settings: EventSettings
    exception_reason: str
    revoked: bool
    revoke_reason: str
    replaces: int
    prints: int
    handed_over: bool
    name: str
    document_kind: DocumentKind | None
    document: str
    token: bytes
    category: Category = Category.ATTENDEE
    title: str = ""
    session_id: str = ""
    number: str = ""
    template: str = ""
    ahead: bool = False
    alone_reason: str = ""
    void: str = ""
    page: bytes = b""
    hlc: int = 0
    language: str = ""

    @property
    def subject(self) -> str:
        return subject_of(self.attendee_id, self.kind, self.title, self.session_id)


@dataclass(frozen=True, slots=True)
class RequestRecord:
    """A certificate that a desk asked for, and that nobody closed; `attendee_id` as merged."""

    entry: bytes
    attendee_id: str
    kind: CertificateKind
    title: str
    session_id: str
    reason: str
    station_id: bytes
    at: int
    hlc: int


@dataclass(frozen=True, slots=True)
class CollectionRecord:
    """When certificates were handed over, and to whom; both empty: to each their own."""

    serials: tuple[int, ...]
    at: int
    collector_id: str
    name: str
    document: str


@dataclass(frozen=True, slots=True)
class SentRecord:
    """A sheet that a desk sent to a printer; `at` as that desk's clock had it."""

    serial: int
    printer: str
    at: int


class Certificates(Protocol):
    def all(self) -> list[CertificateRecord]: ...
    def of(self, attendee_ids: Iterable[str]) -> list[CertificateRecord]: ...
    def with_serial(self, serial: int) -> list[CertificateRecord]: ...
    def highest_serial(self, first: int, last: int) -> int:
        """The highest number used in a desk's range, or voided there by that desk, or `first` - 1."""
        ...

    def voided(self) -> list[tuple[int, str, str]]:
        """(serial, why, reason) of the numbers that their own desk voided and that no certificate bears."""
        ...

    def sent(self, station_id: bytes) -> list[SentRecord]:
        """What a desk sent to printers, each sheet where it was sent last, in the order of sending."""
        ...

    def collections(self) -> list[CollectionRecord]:
        """Each handing over that still stands, the earliest first."""
        ...

    def settings(self) -> CertificationSettings: ...
    def rules(self) -> tuple[EligibilityRule, ...]: ...
    def roles(self) -> dict[str, tuple[tuple[CertificateKind, str], ...]]:
        """(kind, title of the talk) assigned by hand, by attendee."""
        ...

    def roles_removed(self) -> dict[str, tuple[tuple[CertificateKind, str], ...]]:
        """(kind, title) taken back by hand, by attendee, whatever the programme says."""
        ...

    def requests(self) -> list[RequestRecord]:
        """Asked for and not closed, the earliest first, answered ones too."""
        ...
