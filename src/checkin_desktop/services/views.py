"""What services answer: frozen pictures for the window, the command line and the documents.

Every datetime is aware and in the venue's timezone, corrected for clocks known to be off.
Entry, station, checkpoint, attendee and conflict ids are text.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from checkin_desktop.domain.admission import Outcome, Source, Verdict, outcome_of
from checkin_desktop.domain.certificate import Entitlement
from checkin_desktop.domain.eligibility import Missing
from checkin_desktop.domain.event import Checkpoint, EventSettings
from checkin_desktop.domain.merge import Choice, ConflictKind
from checkin_desktop.domain.people import Attendee, Category


@dataclass(frozen=True, slots=True)
class AtAGlance:
    """What the top of the window tells. `station`: this desk's name; `station_names`: everybody's, by id as hex."""

    event: str
    station: str
    station_names: Mapping[str, str]
    attendees: int
    expected: int
    admitted: int
    conflicts: int


@dataclass(frozen=True, slots=True)
class EventInfo:
    """The event in one look; the counts are those of `event info --json` (DESIGN section 6)."""

    id: str
    settings: EventSettings
    attendees: int
    admitted: int
    inside: int
    refused: int
    conflicts: int
    certificates: int
    entries: int


@dataclass(frozen=True, slots=True)
class CheckInResult:
    """One decision. `entry` is the journal entry's hash as hex (the first one's where a scan was repeated).

    `repeated`: the same code within 60 seconds, nothing new was written.
    `owner_shown`: for a revoked or withdrawn badge `attendee` is whose it is.
    `candidates` only with Ambiguous. `override`: a supervisor's reason for letting somebody in against the rules.
    """

    code: str
    verdict: Verdict
    attendee: Attendee | None
    checkpoint: Checkpoint
    at: datetime
    entry: str
    repeated: bool = False
    candidates: tuple[Attendee, ...] = ()
    override: str = ""

    @property
    def outcome(self) -> Outcome:
        return outcome_of(self.verdict)


@dataclass(frozen=True, slots=True)
class PassageLine:
    """One line of the recent scans: an admission, exit or refusal as it stands in the journal. `moved_from`: the
    checkpoint at which the desk stood, where the scan was moved since. `ticked_at`: the desk whose paper list it was
    ticked on, if another one entered it."""

    entry: str
    at: datetime
    station: str
    source: Source
    outcome: Outcome
    reason: str
    attendee_id: str
    name: str
    organisation: str
    code: str
    checkpoint_id: str
    undone: bool
    own_station: bool
    override: str = ""
    moved_from: str = ""
    ticked_at: str = ""


@dataclass(frozen=True, slots=True)
class AttendeeLine:
    """One hit of the search, one row of the roster. The last two are about the checkpoint asked."""

    attendee: Attendee
    admitted_at: datetime | None
    inside: bool


@dataclass(frozen=True, slots=True)
class Arrival:
    """The first admission of somebody at one checkpoint."""

    checkpoint: Checkpoint
    at: datetime


@dataclass(frozen=True, slots=True)
class PrintLine:
    """One print of one badge. `name` empty: of nobody, or erased; `printer`, `operator` empty: unknown."""

    attendee_id: str
    code_id: str
    name: str
    organisation: str
    at: datetime
    station: str
    operator: str
    printer: str


@dataclass(frozen=True, slots=True)
class AttendeeCard:
    """One person whole. `arrivals` in the order of the programme; `blank_badge`: wears one that was printed blank.

    `prints` of the badge that is good now and of those before it.
    """

    attendee: Attendee
    arrivals: tuple[Arrival, ...]
    blank_badge: bool
    prints: tuple[PrintLine, ...] = ()


@dataclass(frozen=True, slots=True)
class OrganisationLine:
    """`merged`: names of those merged into it; `alike`: another one may be the same; `proposed`: the region that its
    name says, where it has none."""

    id: str
    name: str
    region: str
    aliases: tuple[str, ...]
    expected: int
    arrived: int
    merged: tuple[str, ...] = ()
    alike: bool = False
    proposed: str = ""


class CertificateState(StrEnum):
    ELIGIBLE = "eligible"
    NOT_YET = "not_yet"
    ISSUED = "issued"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class CertificateLine:
    """Where one attendee stands with one certificate. `missing`: what the rule asks for and there is not.

    `typed_code` is empty where the certificate's personal values were erased. `hopeful`: not earned, but will be if
    nothing more is missed; `ahead`: issued on that hope. `void`: why its number came to nothing. `role`: as they took
    part by hand or by the programme, which can be taken back. `talks`: titles that a certificate issued without one
    leaves open.
    """

    attendee: Attendee
    wanted: Entitlement
    state: CertificateState
    missing: tuple[Missing, ...]
    serial: int | None = None
    number: str = ""
    typed_code: str = ""
    issued_at: datetime | None = None
    prints: int = 0
    handed_over: bool = False
    exception_reason: str = ""
    revoke_reason: str = ""
    hopeful: bool = False
    ahead: bool = False
    void: str = ""
    alone_reason: str = ""
    role: bool = False
    talks: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return self.wanted.key


@dataclass(frozen=True, slots=True)
class Held:
    """A good certificate on its way to its holder. `earned` False: issued ahead, and not earned yet.

    `collector`: who took it away, empty where it was its holder.
    """

    serial: int
    number: str
    attendee_id: str
    sort_name: str
    document: str
    wanted: Entitlement
    prints: int
    handed_over: bool
    collector: str
    handed_at: datetime | None
    earned: bool


@dataclass(frozen=True, slots=True)
class Pile:
    """Certificates that lie together: of one institution, or of one letter. Empty name: of neither."""

    name: str
    held: tuple[Held, ...]

    @property
    def waiting(self) -> tuple[Held, ...]:
        return tuple(h for h in self.held if not h.handed_over)


@dataclass(frozen=True, slots=True)
class SentSheet:
    """A certificate that was sent to a printer, on its way to its pile."""

    pile: str
    held: Held
    printer: str
    at: datetime


@dataclass(frozen=True, slots=True)
class RequestLine:
    """A certificate that another desk asks for."""

    entry: str
    attendee: Attendee
    wanted: Entitlement
    desk: str
    at: datetime
    reason: str
    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class ConflictSide:
    """One of the facts that disagree: which entry, when, at which desk, and what it says in short."""

    entry: str
    at: datetime | None
    station: str
    text: str


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """`choices` are the settlements offered; `open` is False once settled, as `choice` says."""

    id: str
    kind: ConflictKind
    attendee: Attendee | None
    checkpoint: Checkpoint | None
    sides: tuple[ConflictSide, ...]
    choices: tuple[Choice, ...]
    open: bool
    choice: Choice | None = None


@dataclass(frozen=True, slots=True)
class StationLine:
    """A desk as this one knows it. `clock_offset_s` None: never measured. `heard_at`: the last contact with it,
    direct or through others, that could have told this desk what it wrote; None: never (or this desk itself).
    `hours_ahead`: its clock is so far ahead of everyone's (over a day) that it is not followed; else None."""

    id: str
    name: str
    slot: int
    entries: int
    last_entry_at: datetime | None
    own: bool
    revoked: bool
    clock_offset_s: float | None
    heard_at: datetime | None = None
    hours_ahead: int | None = None


@dataclass(frozen=True, slots=True)
class OverCapacity:
    """A checkpoint with more people inside than its capacity."""

    checkpoint: Checkpoint
    inside: int


@dataclass(frozen=True, slots=True)
class ExchangeResult:
    """`{"sent","received","held"}` of the command line; `joined`: it made the event file. `set_aside`: entries
    that a hub refuses and that are not offered to it any more."""

    sent: int
    received: int
    held: int
    joined: bool = False
    new_conflicts: int = 0
    set_aside: int = 0


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do, or did: `people` are (document, name) of everybody in the list."""

    new: int
    updated: int
    unchanged: int
    people: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DayCount:
    """Arrivals of one checkpoint by category, for the top of a page."""

    checkpoint: Checkpoint
    expected: int
    admitted: int
    inside: int
    by_category: tuple[tuple[Category, int], ...]
    day: date


@dataclass(frozen=True, slots=True)
class ClockSays:
    """To a desk at `current_id`: the venue's date, where to go next (the session that opens in its room, a new
    day's entrance; None while it is where it should be), and whether the checkpoint is open on that date at all."""

    current_id: str
    today: date
    proposed: Checkpoint | None
    on_its_day: bool
