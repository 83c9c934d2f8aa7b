"""What desks that did not know of each other left to decide, and a person's decision."""

from dataclasses import dataclass

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.facts import AttendeeCorrected, CertificateRevoked, ConflictSettled
from checkin_desktop.domain.merge import CHOICES, Choice, ConflictKind
from checkin_desktop.domain.people import Person
from checkin_desktop.services.desk import Desk, local_time, zone_of
from checkin_desktop.services.ports.store import ConflictRecord, Reads, Unit
from checkin_desktop.services.register_walk_in import packed_profile
from checkin_desktop.services.views import ConflictLine, ConflictSide
from checkin_desktop.wire.personal import SALT_BYTES


def conflicts(desk: Desk, open_only: bool = True) -> tuple[ConflictLine, ...]:
    """Both sides of each, the first fact first."""
    with desk.store.read() as reads:
        points = {c.id: c for c in reads.event.checkpoints()}
        people = reads.people.attendees(c.attendee_id for c in reads.conflicts.all(open_only))
        return tuple(
            ConflictLine(
                c.id,
                c.kind,
                people.get(c.attendee_id),
                points.get(c.checkpoint_id),
                _sides(reads, c),
                CHOICES[c.kind],
                c.choice is None,
                c.choice,
            )
            for c in reads.conflicts.all(open_only)
        )


@dataclass(frozen=True, slots=True)
class OtherAccount:
    """What was not chosen of two corrections: by it the choice is changed."""

    attendee_id: str
    person: Person


def settle(desk: Desk, conflict_id: str, choice: Choice, operator: str = "") -> OtherAccount | None:
    """Records the decision. Raises PersonFacingError where the conflict is gone meanwhile.

    Corrections leave no case behind: what was not chosen is answered, and `correct` brings it back.
    """
    with desk.store.unit() as unit:
        conflict = next((c for c in unit.conflicts.all(open_only=False) if c.id == conflict_id), None)
        if conflict is None:
            raise PersonFacingError("conflicts-gone")
        if choice not in (*CHOICES[conflict.kind], Choice.REOPENED):
            raise ValueError(choice)
        if conflict.kind is ConflictKind.CORRECTED_TWICE:
            return _keep_account(desk, unit, conflict, choice, operator)
        if conflict.kind is ConflictKind.CERTIFIED_TWICE and choice is Choice.KEEP_FIRST:
            _revoke_later(unit, conflict, operator)
            return None
        known = unit.conflicts.settlements(conflict.kind, conflict.subject)
        unit.append(
            ConflictSettled(
                conflict.kind,
                conflict.subject,
                tuple(sorted(conflict.members)),
                choice,
                tuple(sorted(s.entry for s in known)),
            ),
            operator=operator,
        )
    return None


def reopen(desk: Desk, conflict_id: str, operator: str = "") -> None:
    """Takes a decision back: the case is open again, and what the decision did is undone. Raises PersonFacingError."""
    settle(desk, conflict_id, Choice.REOPENED, operator)


def _keep_account(
    desk: Desk, unit: Unit, conflict: ConflictRecord, choice: Choice, operator: str
) -> OtherAccount:
    """Says again what one side said, knowing of all of them."""
    accounts = unit.people.accounts(conflict.attendee_id)
    kept, other = accounts[:2] if choice is Choice.KEEP_FIRST else (accounts[1], accounts[0])
    heads = unit.people.profile_heads(conflict.attendee_id)
    profile, personal = packed_profile(conflict.attendee_id, kept[1].person, desk.random(SALT_BYTES), heads)
    unit.append(AttendeeCorrected(profile), [personal], operator)
    return OtherAccount(conflict.attendee_id, other[1].person)


def _revoke_later(unit: Unit, conflict: ConflictRecord, operator: str) -> None:
    held = [c for c in unit.certificates.of([conflict.attendee_id]) if c.entry in conflict.members]
    for certificate in held[1:]:
        unit.append(CertificateRevoked(certificate.serial, "duplicate"), operator=operator)


def _sides(reads: Reads, conflict: ConflictRecord) -> tuple[ConflictSide, ...]:
    zone = zone_of(reads.event.record().settings)
    stations = {s.id: s.name for s in reads.event.stations()}
    if conflict.kind is ConflictKind.SAME_DOCUMENT:
        return tuple(
            ConflictSide(a.id, None, "", f"{a.name} · {a.person.organisation}")
            for a in reads.people.sharing_document_with(conflict.attendee_id)
        )
    texts: dict[bytes, str] = {}
    if conflict.kind is ConflictKind.CORRECTED_TWICE:
        for entry, account in reads.people.accounts(conflict.attendee_id):
            p = account.person
            texts[entry] = " · ".join(x for x in (p.name, p.document, p.organisation, p.position) if x)
    if conflict.kind is ConflictKind.CERTIFIED_TWICE:
        texts = {c.entry: str(c.serial) for c in reads.certificates.of([conflict.attendee_id])}
    sides = []
    for member in conflict.members:
        written = reads.journal.entry(member)
        passage = reads.passages.passage(member)
        if written is None:
            continue
        at = passage.at if passage else written.recorded_at
        sides.append(
            ConflictSide(
                member.hex(),
                local_time(at, zone),
                stations.get(written.station_id, ""),
                texts.get(member, ""),
            )
        )
    if conflict.kind is ConflictKind.CORRECTED_TWICE:
        order = list(texts)
        return tuple(sorted(sides, key=lambda s: order.index(bytes.fromhex(s.entry))))
    return tuple(sorted(sides, key=lambda s: (s.at or local_time(0, zone), s.entry)))
