"""Delegations: who of each is here, its escorts, and which associations and regions have come.

A delegation is what the organiser arranged, else what the list's own column says, else the organisation.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from checkin_desktop.domain.admission import Outcome, Source
from checkin_desktop.domain.badge import keyed_id
from checkin_desktop.domain.delegations import (
    COLUMN_WORDS,
    DelegationArranged,
    EscortsRecorded,
    column_among,
    column_of,
    named_id,
)
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.people import Attendee, AttendeeStatus, plain
from checkin_desktop.domain.presence import Presence
from checkin_desktop.services.check_in import admit_attendee, undo
from checkin_desktop.services.coverage import Coverage, coverage_of
from checkin_desktop.services.desk import Desk, local_time, zone_of
from checkin_desktop.services.ports.store import OrganisationRecord, Reads, WrittenOrganisation
from checkin_desktop.services.substitutes import came_instead
from checkin_desktop.services.views import CheckInResult
from checkin_desktop.wire.entries import commitment_to
from checkin_desktop.wire.personal import SALT_BYTES, TextValues, pack_personal

MAX_ESCORTS = 500
_FEW = 500
_NEW = (Outcome.ADMITTED, Outcome.WELCOME_BACK)


class Standing(StrEnum):
    PRESENT = "present"
    PARTIAL = "partial"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Member:
    """`came_at`: when somebody was first admitted at the checkpoint asked about; `substitute`: who came to the event
    in their place."""

    attendee: Attendee
    came_at: datetime | None
    inside: bool
    substitute: Attendee | None = None

    @property
    def missing(self) -> bool:
        return self.came_at is None and self.substitute is None


@dataclass(frozen=True, slots=True)
class Delegation:
    """`escorts` of all desks, `own_escorts` those that this desk counted, both at the checkpoint asked about."""

    id: str
    name: str
    region: str
    members: tuple[Member, ...]
    arranged: bool = False
    escorts: int = 0
    own_escorts: int = 0

    @property
    def present(self) -> int:
        """Whoever is represented by somebody from elsewhere counts as here."""
        return self.expected - len(self.missing)

    @property
    def expected(self) -> int:
        """A member in whose place another member came is not expected any more."""
        ids = {m.attendee.id for m in self.members}
        replaced = (m.substitute.id for m in self.members if m.came_at is None and m.substitute)
        return len(self.members) - sum(one in ids for one in replaced)

    @property
    def missing(self) -> tuple[Member, ...]:
        return tuple(m for m in self.members if m.missing)

    @property
    def standing(self) -> Standing:
        if not self.present:
            return Standing.ABSENT
        return Standing.PRESENT if self.present == self.expected else Standing.PARTIAL


@dataclass(frozen=True, slots=True)
class Delegations:
    lines: tuple[Delegation, ...]
    coverage: Coverage


def delegations(desk: Desk, checkpoint_id: str | None = None) -> Delegations:
    """All of them by name, as they are at that checkpoint; None: who came anywhere."""
    with desk.store.read() as reads:
        return Delegations(
            delegation_lines(reads, checkpoint_id, desk.store.station.station_id), coverage_of(reads)
        )


def delegation_of(desk: Desk, attendee_id: str, checkpoint_id: str | None) -> Delegation | None:
    """The one that somebody belongs to; None where that is nobody's, or of this person alone."""
    with desk.store.read() as reads:
        own = reads.event.organisation_of(attendee_id)
        near = _near(reads, attendee_id, own)
        station, organisations = desk.store.station.station_id, (own,) if own else ()
        for line in _lines_among(reads, near, organisations, checkpoint_id, station):
            if any(m.attendee.id == attendee_id for m in line.members):
                return line if line.expected > 1 else None
    return None


def check_in_delegation(
    desk: Desk,
    attendee_ids: Iterable[str],
    checkpoint_id: str,
    *,
    operator: str = "",
    day_confirmed: bool = False,
) -> tuple[CheckInResult, ...]:
    """Each of them by the rules of the door and with an entry of their own; those refused are among the answers."""
    return tuple(
        admit_attendee(
            desk, one, checkpoint_id, source=Source.SEARCH, operator=operator, day_confirmed=day_confirmed
        )
        for one in dict.fromkeys(attendee_ids)
    )


def admitted_entries(results: Iterable[CheckInResult]) -> tuple[str, ...]:
    """What taking the whole delegation back undoes: only what was written just now."""
    return tuple(r.entry for r in results if r.outcome in _NEW and r.entry and not r.repeated)


def undo_delegation(desk: Desk, entries: Iterable[str], operator: str = "") -> None:
    for entry in entries:
        undo(desk, entry, operator=operator)


def arrange(
    desk: Desk, name: str, members: Sequence[str], *, delegation_id: str = "", operator: str = ""
) -> str:
    """A delegation by name, new or changed; answers its id. Raises PersonFacingError without a name or people."""
    if not name.strip():
        raise PersonFacingError("delegations-no-name")
    if not members:
        raise PersonFacingError("delegations-no-members")
    with desk.store.unit() as unit:
        key = delegation_id or _id_of(desk, unit, name)
        beside = pack_personal(TextValues((name.strip()[:200],)), desk.random(SALT_BYTES))
        fact = DelegationArranged(key, "", tuple(dict.fromkeys(members)), commitment=commitment_to(beside))
        unit.append(fact, [beside], operator)
    return key


def _id_of(desk: Desk, reads: Reads, name: str) -> str:
    """One that a list's own column names, or an older desk arranged, is known by that name; any other by a keyed
    hash, the same at every desk."""
    known = {named_id(column) for a in reads.people.all() if (column := column_of(a.person))}
    said = named_id(name)
    if said in known or said in reads.meetings.arranged():
        return said
    return keyed_id(desk.store.secrets.identity_key, f"delegation:{plain(name)}")


def dissolve(desk: Desk, delegation_id: str, operator: str = "") -> None:
    """Its people count with their organisations again."""
    with desk.store.unit() as unit:
        known = unit.meetings.arranged().get(delegation_id)
        if known is not None:
            unit.append(DelegationArranged(delegation_id, "", (), removed=True), operator=operator)


def record_escorts(
    desk: Desk, delegation_id: str, checkpoint_id: str, count: int, operator: str = ""
) -> None:
    """How many unnamed people this desk let in with a delegation; a later number corrects it."""
    if not 0 <= count <= MAX_ESCORTS:
        raise PersonFacingError("delegations-escorts-count", most=MAX_ESCORTS)
    with desk.store.unit() as unit:
        unit.append(EscortsRecorded(delegation_id, checkpoint_id, count), operator=operator)


def delegation_lines(
    reads: Reads, checkpoint_id: str | None = None, station: bytes = b""
) -> tuple[Delegation, ...]:
    """By name, as at that checkpoint, or anywhere; `station`: whose own count of escorts is told apart."""
    return _lines_among(reads, reads.people.all(), reads.event.organisations(), checkpoint_id, station)


def _near(reads: Reads, attendee_id: str, own: WrittenOrganisation | None) -> list[Attendee]:
    """Whoever may be of one delegation with somebody: of the organisation, arranged with them, or named so by the list.

    At the door this is asked after each scan: nobody else is read.
    """
    someone = reads.people.attendee(attendee_id)
    if someone is None:
        return []
    keys = {named_id(column_of(someone.person))} if column_of(someone.person) else set[str]()
    ids = {someone.id, *(own.members if own else ())}
    for key, fact in reads.meetings.arranged().items():
        members = {found.id for m in fact.members if (found := reads.people.attendee(m)) is not None}
        if someone.id in members or key in keys:
            keys.add(key)
            ids |= members
    if keys:
        listed = reads.people.with_extra(COLUMN_WORDS).items()
        ids |= {i for i, extra in listed if (name := column_among(extra)) and named_id(name) in keys}
    return sorted(reads.people.attendees(ids).values(), key=lambda a: plain(a.person.sort_name))


def _lines_among(
    reads: Reads,
    people: Iterable[Attendee],
    organisations: Iterable[OrganisationRecord | WrittenOrganisation],
    checkpoint_id: str | None,
    station: bytes,
) -> tuple[Delegation, ...]:
    zone = zone_of(reads.event.record().settings)
    people = [a for a in people if a.status is AttendeeStatus.ACTIVE]
    presences = _presences(reads, people, checkpoint_id)
    organisations = tuple(organisations)
    names, belong, arranged = _belonging(reads, people, organisations)
    regions = {o.id: o.region for o in organisations}
    instead = came_instead(reads)
    members: dict[str, list[Attendee]] = defaultdict(list)
    for a in people:
        if a.id in belong:
            members[belong[a.id]].append(a)
    total: dict[str, int] = defaultdict(int)
    ours: dict[str, int] = defaultdict(int)
    for (delegation, checkpoint, counted_at), count in reads.meetings.escorts().items():
        if checkpoint_id is None or checkpoint == checkpoint_id:
            total[delegation] += count
            ours[delegation] += count if counted_at == station else 0
    lines = [
        Delegation(
            key,
            names[key],
            regions.get(key) or ", ".join(dict.fromkeys(a.person.region for a in those if a.person.region)),
            tuple(_member(a, presences, zone, instead.get(a.id)) for a in those),
            key in arranged,
            total[key],
            ours[key],
        )
        for key, those in members.items()
    ]
    return tuple(sorted(lines, key=lambda d: plain(d.name)))


def _belonging(
    reads: Reads,
    people: Iterable[Attendee],
    written: Iterable[OrganisationRecord | WrittenOrganisation],
) -> tuple[dict[str, str], dict[str, str], Mapping[str, DelegationArranged]]:
    """(name of each delegation, delegation of each person, the arranged ones)."""
    organisations = {alias: o for o in written for alias in (o.name, *o.aliases)}
    arranged = reads.meetings.arranged()
    names: dict[str, str] = {}
    belong: dict[str, str] = {}
    for a in people:
        organisation = organisations.get(a.person.organisation)
        if column := column_of(a.person):
            key, name = named_id(column), column
        elif organisation is not None:
            key, name = organisation.id, organisation.name
        else:
            continue
        belong[a.id] = key
        names.setdefault(key, name)
    for key, fact in arranged.items():
        names[key] = fact.name
        for member in fact.members:
            known = reads.people.attendee(member)
            if known is not None:
                belong[known.id] = key
    return names, belong, arranged


def _presences(reads: Reads, people: Sequence[Attendee], checkpoint_id: str | None) -> dict[str, Presence]:
    if checkpoint_id is not None and len(people) <= _FEW:
        return reads.passages.presences_of([a.id for a in people], checkpoint_id)
    if checkpoint_id is not None:
        return reads.passages.presences(checkpoint_id)
    first: dict[str, Presence] = {}
    for checkpoint in reads.event.checkpoints():
        for attendee_id, been in reads.passages.presences(checkpoint.id).items():
            known = first.get(attendee_id)
            if been.first_at is not None and (known is None or been.first_at < (known.first_at or 0)):
                first[attendee_id] = been
    return first


def _member(
    attendee: Attendee, presences: Mapping[str, Presence], zone: ZoneInfo, substitute: Attendee | None
) -> Member:
    been = presences.get(attendee.id, Presence())
    at = local_time(been.first_at, zone) if been.first_at is not None else None
    return Member(attendee, at, been.inside, substitute)
