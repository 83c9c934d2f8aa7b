"""What entries say of certificates besides their issue: rules, roles, requests, numbers that came to nothing."""

from dataclasses import dataclass
from enum import StrEnum

from checkin_desktop.domain.certificate import CertificateKind
from checkin_desktop.domain.eligibility import EligibilityRule

NUMBER_PATTERN = "{number:04}-{year}"


class VoidReason(StrEnum):
    """Why a number of the register came to nothing."""

    SPOILED = "spoiled"
    UNDELIVERED = "undelivered"
    UNEARNED = "unearned"
    SKIPPED = "skipped"


class Piles(StrEnum):
    """How a batch is laid out to be handed over: a pile for each institution, or for each letter."""

    ORGANISATION = "organisation"
    LETTER = "letter"


class CertificateLanguage(StrEnum):
    """What a certificate is written in, unless its template says another; whoever prints it has no say in that."""

    SPANISH = "es"
    ENGLISH = "en"
    BOTH = "es-en"


@dataclass(frozen=True, slots=True)
class CertificationSettings:
    """What the organiser states about certificates.

    `number_pattern` says how numbers are shown: `{number}`, `{number:04}` (so many digits), `{year}`.
    `issuing_station`: the one desk that issues, empty for the desk that founded the event. `any_desk`: all of them
    do. `sessions`: those with a certificate of their own. `mark_reprints`: "reimpresión" stands on a later copy.
    """

    number_pattern: str = NUMBER_PATTERN
    issuing_station: bytes = b""
    any_desk: bool = False
    sessions: tuple[str, ...] = ()
    mark_reprints: bool = False
    piles: Piles = Piles.ORGANISATION
    language: CertificateLanguage = CertificateLanguage.SPANISH


@dataclass(frozen=True, slots=True)
class CertificationConfigured:
    """`reason`: why a desk took issuing over without having heard from the one that issues."""

    settings: CertificationSettings
    reason: str = ""


@dataclass(frozen=True, slots=True)
class EligibilityDefined:
    """What one kind asks of one category (or of everybody); replaces the rule that there was."""

    rule: EligibilityRule


@dataclass(frozen=True, slots=True)
class CertificateRoleAssigned:
    """Somebody took part as that, whatever list and programme say. `title` of the talk; `removed` takes it back."""

    attendee_id: str
    certificate_kind: CertificateKind
    title: str = ""
    removed: bool = False


@dataclass(frozen=True, slots=True)
class NumbersVoided:
    """Numbers that no certificate stands behind any more, or never did; each keeps its line in the register."""

    serials: tuple[int, ...]
    why: VoidReason
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CertificateRequested:
    """Another desk asks the one that issues. Answered by the issue, or closed with a reason."""

    attendee_id: str
    certificate_kind: CertificateKind
    title: str = ""
    session_id: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CertificateRequestsClosed:
    """`members` are the entries of the requests that nothing is issued for."""

    members: tuple[bytes, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class CertificatesReturned:
    """They were marked as handed over and were not, or came back."""

    serials: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PrintsLost:
    """Sheets that were sent to a printer and never came out well: printing them again is no reprint."""

    serials: tuple[int, ...]
