"""What journal entries say: one frozen body per kind of entry.

Values that name a person stand beside the entry (`Entry.personal`); the body holds their salted commitments, in
the order of `commitments`. Times are milliseconds UTC. A reference to an entry is its hash.
"""

from dataclasses import dataclass

from checkin_desktop.domain import certifying
from checkin_desktop.domain.admission import Outcome, Source
from checkin_desktop.domain.certificate import CertificateKind
from checkin_desktop.domain.delegations import DelegationArranged, EscortsRecorded
from checkin_desktop.domain.designs import TemplateChosen, TemplateRemoved, TemplateSaved
from checkin_desktop.domain.event import Checkpoint, EventSettings
from checkin_desktop.domain.mailing import MailSettled, MailsQueued, MailsTakenOver, MailTried
from checkin_desktop.domain.meetings import (
    ActaWritten,
    MeetingAttended,
    MeetingCancelled,
    MeetingEnded,
    MeetingNoShow,
    MeetingReopened,
    MeetingScheduled,
    MeetingsSwapped,
    MeetingStarted,
)
from checkin_desktop.domain.merge import Choice, ConflictKind
from checkin_desktop.domain.operators import OperatorDefined, OperatorRemoved
from checkin_desktop.domain.people import Category
from checkin_desktop.domain.photos import PhotoAdded
from checkin_desktop.domain.presence import PassagesMoved
from checkin_desktop.domain.questions import AnswersGiven, QuestionDefined
from checkin_desktop.domain.rules import RuleStated
from checkin_desktop.domain.substitutes import CodeLinked, CodeUnlinked, RepresentationRecorded


@dataclass(frozen=True, slots=True)
class SlotKey:
    """A desk slot made with the event: its public key, endorsed by the event's key, and its range of serials."""

    number: int
    key: bytes
    endorsement: bytes
    first_serial: int
    last_serial: int


@dataclass(frozen=True, slots=True)
class EventCreated:
    event_id: bytes
    name: str
    key: bytes
    slots: tuple[SlotKey, ...]


@dataclass(frozen=True, slots=True)
class EventConfigured:
    settings: EventSettings


@dataclass(frozen=True, slots=True)
class ImageAdded:
    """A picture that documents show (PNG or JPEG; a background may be a PDF), named by the SHA-256 of its bytes.

    Never removed: a certificate issued with it is printed again as it was.
    """

    content: bytes


@dataclass(frozen=True, slots=True)
class KeysSealed:
    """The event's secrets under its passphrase, so that any desk can prepare another one."""

    sealed: bytes


@dataclass(frozen=True, slots=True)
class StationEnrolled:
    """A station's first entry. `slot_proof`: the slot's key signs the station's key.

    `succeeds`: the station that it continues, where the file was copied or its chain forked.
    """

    event_id: bytes
    key: bytes
    slot: int
    slot_proof: bytes
    name: str
    succeeds: bytes = b""


@dataclass(frozen=True, slots=True)
class SlotTaken:
    """The station works from another slot from here on."""

    slot: int
    slot_proof: bytes


@dataclass(frozen=True, slots=True)
class StationRenamed:
    name: str


@dataclass(frozen=True, slots=True)
class StationRevoked:
    """Entries of the station after `last_seq` are kept and relayed but do not count."""

    station_id: bytes
    last_seq: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CheckpointDefined:
    checkpoint: Checkpoint
    removed: bool = False


@dataclass(frozen=True, slots=True)
class Profile:
    """Who somebody is, whole; `replaces` are the entries whose profiles of this attendee it knew of."""

    attendee_id: str
    organisation: str
    region: str
    category: Category
    commitment: bytes
    replaces: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class AttendeesImported:
    """One chunk of a list; invisible until `ImportCompleted`."""

    import_id: bytes
    profiles: tuple[Profile, ...]


@dataclass(frozen=True, slots=True)
class ImportCompleted:
    import_id: bytes
    chunks: int


@dataclass(frozen=True, slots=True)
class AttendeeRegistered:
    profile: Profile


@dataclass(frozen=True, slots=True)
class AttendeeCorrected:
    profile: Profile


@dataclass(frozen=True, slots=True)
class AttendanceSet:
    """Somebody is withdrawn from the event, or taken back in."""

    attendee_id: str
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class OrganisationDescribed:
    """How an organisation is called; `into` names the organisation that it is merged into, or is empty."""

    organisation_id: str
    name: str
    region: str
    into: str = ""


@dataclass(frozen=True, slots=True)
class BadgeIssued:
    """A badge code belongs to somebody: a blank one assigned, or a new one after a loss."""

    code_id: str
    attendee_id: str


@dataclass(frozen=True, slots=True)
class BadgeRevoked:
    code_id: str
    attendee_id: str


@dataclass(frozen=True, slots=True)
class BadgesPrinted:
    """`printer`: the print system's name for it, empty where a file was saved or nobody said."""

    code_ids: tuple[str, ...]
    printer: str = ""


@dataclass(frozen=True, slots=True)
class BlanksReserved:
    code_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PassageRecorded:
    """A scan and its verdict, refusals too.

    `attendee_id` empty: nobody known. `code_id`: the id in our badge code, else empty. A code that is not ours
    is personal (it may be a document number) and stands beside the entry. `ticked_at`: the station whose paper list
    it was ticked on, where another one entered it.
    """

    attendee_id: str
    code_id: str
    checkpoint_id: str
    outcome: Outcome
    reason: str
    occurred_at: int
    source: Source
    commitment: bytes = b""
    override: str = ""
    ticked_at: bytes = b""


@dataclass(frozen=True, slots=True)
class PassageUndone:
    entry: bytes
    reason: str


@dataclass(frozen=True, slots=True)
class ConflictSettled:
    """A person decided. `subject` is what the conflict is about, `members` the entries that disagreed."""

    conflict_kind: ConflictKind
    subject: str
    members: tuple[bytes, ...]
    choice: Choice
    replaces: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class ClockMeasured:
    """The peer's clock minus this station's, in milliseconds; `round_trip_ms` bounds the error.

    From a bundle only a lower bound is known (its author's clock was ahead of ours): `bound` is true.
    """

    peer: bytes
    offset_ms: int
    round_trip_ms: int
    bound: bool = False


@dataclass(frozen=True, slots=True)
class CertificateIssued:
    """Facts frozen at issue; name, document, verification token and the page drawn stand beside the entry.

    `title` of the talk or session and `session_id`, where it is about one; `number` as it is shown; `template` is the
    hash of the one that the page was drawn with. `ahead`: issued to somebody who was still to earn it.
    `alone_reason`: why a desk issued that is not the one that issues. `language`: as `CertificateLanguage`; of an
    earlier certificate empty, which was Spanish.
    """

    serial: int
    attendee_id: str
    kind: CertificateKind
    issued_at: int
    attended: tuple[str, ...]
    settings: EventSettings
    commitment: bytes
    exception_reason: str = ""
    replaces: int = 0
    category: Category = Category.ATTENDEE
    title: str = ""
    session_id: str = ""
    number: str = ""
    template: str = ""
    ahead: bool = False
    alone_reason: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class CertificatesPrinted:
    serials: tuple[int, ...]
    printer: str


@dataclass(frozen=True, slots=True)
class CertificatesHandedOver:
    """`collector_id`: who took them, if somebody of the list; any other name stands beside the entry. Both empty:
    each took their own."""

    serials: tuple[int, ...]
    collector_id: str = ""
    commitment: bytes = b""


@dataclass(frozen=True, slots=True)
class CertificateRevoked:
    serial: int
    reason: str


@dataclass(frozen=True, slots=True)
class PersonalErased:
    """Tombstone (Ley 29733): the personal values of these people are gone and stay gone.

    `everybody`: also of whomever an entry with a lower `hlc` names, and all that stands beside such entries, however
    late they arrive.
    """

    attendee_ids: tuple[str, ...]
    everybody: bool = False


Fact = (
    EventCreated
    | EventConfigured
    | ImageAdded
    | KeysSealed
    | StationEnrolled
    | SlotTaken
    | StationRenamed
    | StationRevoked
    | CheckpointDefined
    | AttendeesImported
    | ImportCompleted
    | AttendeeRegistered
    | AttendeeCorrected
    | AttendanceSet
    | OrganisationDescribed
    | BadgeIssued
    | BadgeRevoked
    | BadgesPrinted
    | BlanksReserved
    | PassageRecorded
    | PassageUndone
    | PassagesMoved
    | RuleStated
    | ConflictSettled
    | ClockMeasured
    | CertificateIssued
    | CertificatesPrinted
    | CertificatesHandedOver
    | CertificateRevoked
    | certifying.CertificationConfigured
    | certifying.EligibilityDefined
    | certifying.CertificateRoleAssigned
    | certifying.NumbersVoided
    | certifying.CertificateRequested
    | certifying.CertificateRequestsClosed
    | certifying.CertificatesReturned
    | certifying.PrintsLost
    | PersonalErased
    | TemplateSaved
    | TemplateRemoved
    | TemplateChosen
    | MailsQueued
    | MailsTakenOver
    | MailTried
    | MailSettled
    | RepresentationRecorded
    | CodeLinked
    | CodeUnlinked
    | QuestionDefined
    | AnswersGiven
    | PhotoAdded
    | OperatorDefined
    | OperatorRemoved
    | DelegationArranged
    | EscortsRecorded
    | MeetingScheduled
    | MeetingsSwapped
    | MeetingCancelled
    | MeetingAttended
    | MeetingStarted
    | MeetingEnded
    | MeetingNoShow
    | MeetingReopened
    | ActaWritten
)


def commitments(fact: Fact) -> tuple[bytes, ...]:
    """The commitments to the personal values beside the entry, in their order."""
    match fact:
        case AttendeesImported(profiles=profiles):
            return tuple(p.commitment for p in profiles)
        case AttendeeRegistered(profile=profile) | AttendeeCorrected(profile=profile):
            return (profile.commitment,)
        case MeetingScheduled(names=names, words=words):
            return tuple(filter(None, (names, words)))
        case PassageRecorded() | CertificatesHandedOver() | DelegationArranged():
            return (fact.commitment,) if fact.commitment else ()
        case CertificateIssued() | OperatorDefined() | ActaWritten():
            return (fact.commitment,)
        case CodeLinked() | AnswersGiven() | PhotoAdded():
            return (fact.commitment,)
        case _:
            return ()
