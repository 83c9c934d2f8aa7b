"""What the services need from an event file: reading its projections, and one unit of work to write."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from checkin_desktop.domain.admission import Outcome, Source
from checkin_desktop.domain.clocks import Measurement
from checkin_desktop.domain.event import Checkpoint, EventSettings
from checkin_desktop.domain.facts import Fact, SlotKey
from checkin_desktop.domain.journal import Entry, Heads
from checkin_desktop.domain.merge import Choice, ConflictKind, Settlement
from checkin_desktop.domain.people import Attendee
from checkin_desktop.domain.presence import Presence
from checkin_desktop.domain.rules import AdmissionRule
from checkin_desktop.keys.event_keys import EventSecrets, SealedSecrets, StationKeys
from checkin_desktop.services.authority import Authority
from checkin_desktop.services.ports.certification import CertificateRecord as CertificateRecord
from checkin_desktop.services.ports.certification import Certificates
from checkin_desktop.services.ports.door import Door
from checkin_desktop.services.ports.figures import Figures
from checkin_desktop.services.ports.mails import Mails
from checkin_desktop.services.ports.meetings import Meetings
from checkin_desktop.services.ports.operators import Operators
from checkin_desktop.services.ports.templates import Templates

WAITING = "no_predecessor"
"""The fault of an entry that came before what its station wrote earlier: it is taken in once that is here."""


@dataclass(frozen=True, slots=True)
class EventRecord:
    id: bytes
    name: str
    key: bytes
    founder: bytes
    settings: EventSettings
    sealed: bytes | None


@dataclass(frozen=True, slots=True)
class StationRecord:
    """Times, here and elsewhere, are milliseconds UTC. `heard_at`: the last contact, on this desk's clock, that could
    have told us of the station. `last_at`: what its clock said when it wrote its last entry. `succeeds`: the station
    that it continues."""

    id: bytes
    name: str
    slot: int
    entries: int
    last_at: int | None
    revoked: bool
    heard_at: int | None = None
    succeeds: bytes = b""


@dataclass(frozen=True, slots=True)
class BadgeRecord:
    """What is known of a badge code's id. `attendee_id` empty: nobody's yet (blank, or never heard of)."""

    attendee_id: str
    revoked: bool
    blank: bool


@dataclass(frozen=True, slots=True)
class PrintRecord:
    """One badge printed once. `at` in milliseconds as the desk's clock had it; `printer` empty: nobody said."""

    attendee_id: str
    code_id: str
    station_id: bytes
    operator_id: str
    at: int
    printer: str


@dataclass(frozen=True, slots=True)
class PassageRecord:
    """`said_checkpoint_id`: where the desk stood, though the scan was moved elsewhere since. `ticked_at`: at which
    desk it was ticked on paper, if another one entered it."""

    entry: bytes
    attendee_id: str
    code_id: str
    checkpoint_id: str
    outcome: Outcome
    reason: str
    at: int
    station_id: bytes
    source: Source
    undone: bool
    override: str = ""
    said_checkpoint_id: str = ""
    ticked_at: bytes = b""


@dataclass(frozen=True, slots=True)
class ConflictRecord:
    """`members`: the entries that disagree (hashes of attendee ids for one document); `choice` None while open."""

    id: str
    kind: ConflictKind
    subject: str
    attendee_id: str
    checkpoint_id: str
    members: frozenset[bytes]
    choice: Choice | None


@dataclass(frozen=True, slots=True)
class OrganisationRecord:
    """`merged`: (id, name, region) of those that were merged into it."""

    id: str
    name: str
    region: str
    aliases: tuple[str, ...]
    expected: int
    arrived: int
    merged: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class WrittenOrganisation:
    """However it is written: an organisation with those merged into it, and who belongs to it. Nobody is counted."""

    id: str
    name: str
    region: str
    aliases: tuple[str, ...]
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Glance:
    """Those of `Counts` that are looked at after each scan: cheap. `expected`: without who withdrew and never came."""

    attendees: int
    expected: int
    admitted: int
    conflicts: int


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures of `event info`. `inside`: today, or on the last day that anybody came."""

    attendees: int
    admitted: int
    inside: int
    refused: int
    conflicts: int
    certificates: int
    entries: int


class People(Protocol):
    def attendee(self, attendee_id: str) -> Attendee | None: ...
    def attendees(self, attendee_ids: Iterable[str]) -> dict[str, Attendee]: ...
    def all(self) -> list[Attendee]:
        """Everybody visible, by surname; merged records left out."""
        ...

    def of_extreme_name(self, longest: bool) -> Attendee | None:
        """Who has the longest name, or the shortest, of those who have one and did not withdraw."""
        ...

    def with_extra(self, words: Sequence[str]) -> dict[str, tuple[tuple[str, str], ...]]:
        """Who has one of these words, in ASCII letters, anywhere in the list's own further columns: those columns."""
        ...

    def records(self, attendee_ids: Iterable[str] | None = None) -> list[str]:
        """The ids of all records of these people (None: of everybody), merged and not yet visible ones too."""
        ...

    def with_document(self, document: str) -> list[Attendee]: ...
    def with_own_code(self, code: str) -> list[Attendee]: ...
    def with_badge_like(self, beginning: str, limit: int) -> dict[str, str]:
        """Those whose good badge's id begins so, and by what they are sorted."""
        ...

    def matching(self, typed: str, limit: int) -> dict[str, str]:
        """Candidates of a search by id, and by what they are sorted (plain words, surnames first); unranked."""
        ...

    def profile_heads(self, attendee_id: str) -> tuple[bytes, ...]:
        """The entries that a correction made now replaces."""
        ...

    def profiles(self) -> dict[str, tuple[Attendee, tuple[bytes, ...]]]:
        """Everybody with the entries that a correction replaces: what an import compares with."""
        ...

    def accounts(self, attendee_id: str) -> list[tuple[bytes, Attendee]]:
        """The accounts of somebody that disagree, best first."""
        ...

    def sharing_document_with(self, attendee_id: str) -> list[Attendee]:
        """The records with the same document number, the earliest first."""
        ...


class Badges(Protocol):
    def badge(self, code_id: str) -> BadgeRecord: ...
    def prints(self, attendee_id: str | None = None) -> list[PrintRecord]:
        """Every time that a badge was noted as printed, the earliest first: of one person, or of all."""
        ...


class Passages(Protocol):
    def presence(self, attendee_id: str, checkpoint_id: str) -> Presence: ...
    def presences(self, checkpoint_id: str) -> dict[str, Presence]: ...
    def presences_of(self, attendee_ids: Sequence[str], checkpoint_id: str) -> dict[str, Presence]: ...
    def inside(self, checkpoint_id: str) -> int: ...
    def latest(self, attendee_id: str, checkpoint_id: str) -> PassageRecord | None:
        """The last scan of somebody here that was not undone, whatever its verdict."""
        ...

    def admissions(self, attendee_id: str) -> list[tuple[str, int]]:
        """(checkpoint, when) of somebody's admissions that were not undone."""
        ...

    def between(self, station_id: bytes, checkpoint_id: str, first: int, last: int) -> list[PassageRecord]:
        """A station's scans at a checkpoint in that time, both ends included."""
        ...

    def recent(self, limit: int, station_id: bytes | None) -> list[PassageRecord]: ...
    def of(self, attendee_id: str) -> list[PassageRecord]:
        """Everything of one person that was not undone, in the order in which it happened."""
        ...

    def passage(self, entry: bytes) -> PassageRecord | None: ...
    def scanned_text(self, entry: bytes) -> str:
        """The code of a scan that is not a badge of ours; empty where erased."""
        ...

    def admitted_at(self) -> dict[str, frozenset[str]]:
        """For everybody admitted anywhere, the checkpoints."""
        ...

    def left_at(self) -> dict[str, frozenset[str]]:
        """For everybody who left anywhere, the checkpoints."""
        ...

    def all(self) -> Iterator[PassageRecord]: ...


class Conflicts(Protocol):
    def all(self, open_only: bool) -> list[ConflictRecord]: ...
    def settlements(self, kind: ConflictKind, subject: str) -> list[Settlement]: ...


class TheEvent(Protocol):
    def record(self) -> EventRecord: ...
    def checkpoints(self) -> tuple[Checkpoint, ...]: ...
    def rules(self) -> tuple[AdmissionRule, ...]:
        """The organiser's rules, in the order in which they are read."""
        ...

    def heard_of(self) -> list[tuple[bytes, int | None]]:
        """Every station that counts, and up to when (ms UTC) this desk knows what it wrote. Cheap."""
        ...

    def stations(self) -> list[StationRecord]: ...
    def station_names(self) -> dict[bytes, str]: ...
    def slots(self) -> list[SlotKey]: ...
    def images(self, hashes: Iterable[str]) -> dict[str, bytes]:
        """Pictures by the hex of their SHA-256; unknown ones are left out."""
        ...

    def organisations(self, checkpoint_ids: Collection[str] = ()) -> list[OrganisationRecord]:
        """Those of the people expected. Who arrived came to one of these checkpoints, or anywhere."""
        ...

    def organisation_of(self, attendee_id: str) -> WrittenOrganisation | None: ...
    def glance(self) -> Glance: ...
    def counts(self, today: date | None = None) -> Counts: ...
    def clocks(self) -> list[Measurement]: ...


class Journal(Protocol):
    def heads(self) -> Heads: ...
    def missing(self, theirs: Heads) -> Iterator[Entry]: ...
    def newest(self) -> int:
        """A number that grows with each entry written or taken in here: by it a look tells whether any came."""
        ...

    def entries(self) -> Iterator[Entry]: ...
    def entry(self, entry: bytes) -> Entry | None: ...
    def introduction(self, station_id: bytes) -> list[Entry]:
        """What shows that a station belongs to the event: the event's first entry and the station's own."""
        ...

    def held(self) -> list[tuple[bytes, str]]: ...
    def digest(self) -> str: ...
    def faults(self) -> list[tuple[str, int, str]]:
        """Unsound entries: (station as hex, seq, fault)."""
        ...


class Reads(Protocol):
    """One consistent picture of the event file."""

    @property
    def people(self) -> People: ...
    @property
    def badges(self) -> Badges: ...
    @property
    def passages(self) -> Passages: ...
    @property
    def certificates(self) -> Certificates: ...
    @property
    def conflicts(self) -> Conflicts: ...
    @property
    def door(self) -> Door: ...
    @property
    def event(self) -> TheEvent: ...
    @property
    def templates(self) -> Templates: ...
    @property
    def operators(self) -> Operators: ...
    @property
    def mails(self) -> Mails: ...
    @property
    def meetings(self) -> Meetings: ...
    @property
    def figures(self) -> Figures: ...
    @property
    def journal(self) -> Journal: ...


class Unit(Reads, Protocol):
    """One unit of work: everything in it is on disk when it ends well, nothing of it when it does not."""

    @property
    def now(self) -> int:
        """The wall clock when it began, in milliseconds UTC: when its entries are recorded."""
        ...

    def append(self, fact: Fact, personal: Sequence[bytes] = (), operator: str = "") -> Entry:
        """Writes one entry and its projections. `personal` in the order of the fact's commitments.

        It names who signed in at the desk. Raises NotAllowed for what they may not (services/authority.py).
        """
        ...

    def draft(self, fact: Fact, personal: Sequence[bytes] = (), operator: str = "") -> Entry:
        """The entry that `append` would write now; nothing is written yet."""
        ...

    def write(self, entry: Entry, fact: Fact) -> None:
        """Writes what `draft` made of that fact, if nothing was written in between."""
        ...

    def take_in(self, entries: Iterable[Entry]) -> tuple[int, dict[str, int]]:
        """(entries new here, unsound ones by fault)."""
        ...

    def keep_keys(self, keys: StationKeys) -> None: ...
    def heard(self, contacts: Mapping[bytes, int]) -> None:
        """When which stations were heard of, on this desk's clock; local, never in the journal."""
        ...

    def keep_note(self, name: str, note: bytes) -> None:
        """Something of this computer's own (a hub's token); `Store.note` answers it."""
        ...

    def forget_open_secrets(self) -> None:
        """The event's secrets are sealed under a passphrase from now on."""
        ...

    def rebuild(self, progress: Callable[[int, int], None] | None = None) -> None: ...


class Store(Protocol):
    """An open event file. `open_secrets`: all secrets, on the creator's desk until a passphrase is set."""

    @property
    def station(self) -> StationKeys: ...
    @property
    def secrets(self) -> EventSecrets: ...
    @property
    def open_secrets(self) -> SealedSecrets | None: ...
    @property
    def authority(self) -> Authority:
        """Who is signed in; every entry is asked about there."""
        ...

    def unit(self) -> AbstractContextManager[Unit]: ...
    def read(self) -> AbstractContextManager[Reads]: ...
    def now_ms(self) -> int: ...
    def note(self, name: str) -> bytes:
        """What `Unit.keep_note` kept; empty if nothing."""
        ...
