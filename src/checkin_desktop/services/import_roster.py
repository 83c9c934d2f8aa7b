"""A list into the roster: new people, corrected ones, and nobody twice."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from checkin_desktop.domain.badge import imported_id
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.facts import AttendeesImported, ImportCompleted
from checkin_desktop.domain.people import Attendee, Person, one_slip_apart, plain
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.ports.rosters import RosterReading
from checkin_desktop.services.ports.store import Reads
from checkin_desktop.services.register_walk_in import packed_profile
from checkin_desktop.services.views import ImportPlan
from checkin_desktop.wire.personal import SALT_BYTES

CHUNK = 100
"""People in one entry: a chunk lands in well under 50 ms, so check-ins are never behind an import."""

_Named = tuple[str, str]


class ImportCancelled(PersonFacingError):
    """Nobody of the list came in."""


@dataclass(frozen=True, slots=True)
class _Change:
    attendee_id: str
    person: Person
    replaces: tuple[bytes, ...]


def plan_import(desk: Desk, reading: RosterReading) -> ImportPlan:
    """What the import would do, nothing written."""
    with desk.store.read() as reads:
        return _plan(desk, reads, reading)[0]


def import_roster(
    desk: Desk,
    reading: RosterReading,
    progress: Callable[[int, int], bool] | None = None,
    operator: str = "",
) -> ImportPlan:
    """Writes the list in chunks that become visible all at once at the end.

    `progress(done, total)` answers False to cancel: then ImportCancelled is raised and nobody came in.
    """
    with desk.store.read() as reads:
        plan, changes = _plan(desk, reads, reading)
    import_id = desk.random(16)
    chunks = list(_chunks(changes))
    for done, chunk in enumerate(chunks):
        if progress and not progress(done * CHUNK, len(changes)):
            raise ImportCancelled("import-cancelled")
        packed = [packed_profile(c.attendee_id, c.person, desk.random(SALT_BYTES), c.replaces) for c in chunk]
        with desk.store.unit() as unit:
            profiles = tuple(profile for profile, _ in packed)
            unit.append(AttendeesImported(import_id, profiles), [p for _, p in packed], operator)
    if changes:
        with desk.store.unit() as unit:
            unit.append(ImportCompleted(import_id, len(chunks)), operator=operator)
    if progress:
        progress(len(changes), len(changes))
    return plan


def _plan(desk: Desk, reads: Reads, reading: RosterReading) -> tuple[ImportPlan, list[_Change]]:
    key = desk.store.secrets.identity_key
    known = reads.people.profiles()
    by_document = {a.person.document: a.id for a, _ in known.values() if a.person.document}
    left_out = _left_out((a for a, _ in known.values()), reading)
    changes: dict[str, _Change] = {}
    met: set[str] = set()
    new = updated = unchanged = 0
    for row in reading.rows:
        person = row.person
        attendee_id = imported_id(key, person.document, person.name, person.organisation)
        if attendee_id not in known and person.document in by_document:
            attendee_id = by_document[person.document]
        if attendee_id not in known and person.document:
            without = imported_id(key, "", person.name, person.organisation)
            meant = without if without in known else _put_right(person, left_out)
            # A second row of that name is somebody else: each record is one row's.
            attendee_id = meant if meant and meant not in met else attendee_id
        met.add(attendee_id)
        if attendee_id not in known:
            new += 1
            changes[attendee_id] = _Change(attendee_id, person, ())
            continue
        attendee, heads = known[attendee_id]
        merged = _updated(attendee, person)
        if merged == attendee.person:
            unchanged += 1
        else:
            updated += 1
            changes[attendee_id] = _Change(attendee_id, merged, heads)
    people = tuple((r.person.document, r.person.name) for r in reading.rows)
    return ImportPlan(new, updated, unchanged, people), list(changes.values())


def _left_out(known: Iterable[Attendee], reading: RosterReading) -> dict[_Named, list[Attendee]]:
    """Who has a document that the list does not have any more, by name and organisation."""
    listed = {row.person.document for row in reading.rows}
    left_out: dict[_Named, list[Attendee]] = {}
    for attendee in known:
        if attendee.person.document and attendee.person.document not in listed:
            left_out.setdefault(_named(attendee.person), []).append(attendee)
    return left_out


def _put_right(person: Person, left_out: dict[_Named, list[Attendee]]) -> str:
    """The one whose mistyped number this list puts right: of that name and place, one slip away; else ""."""
    if not left_out:
        return ""
    alike = left_out.get(_named(person), ())
    slips = [a.id for a in alike if one_slip_apart(a.person.document, person.document)]
    return slips[0] if len(slips) == 1 else ""


def _named(person: Person) -> _Named:
    return plain(person.name), plain(person.organisation)


def _updated(attendee: Attendee, said: Person) -> Person:
    """The list's word stands; where it says nothing, what is known stays."""
    old = attendee.person
    extra = tuple({**dict(old.extra), **dict(said.extra)}.items())
    return replace(
        said,
        document_kind=said.document_kind or old.document_kind,
        document=said.document or old.document,
        organisation=said.organisation or old.organisation,
        region=said.region or old.region,
        position=said.position or old.position,
        honorific=said.honorific or old.honorific,
        category=said.category if said.position or said.category != Person().category else old.category,
        email=said.email or old.email,
        phone=said.phone or old.phone,
        own_code=said.own_code or old.own_code,
        consent=old.consent if said.consent is None else said.consent,
        extra=extra,
        note=said.note or old.note,
        photo=said.photo or old.photo,
    )


def _chunks(changes: list[_Change]) -> Iterator[list[_Change]]:
    for start in range(0, len(changes), CHUNK):
        yield changes[start : start + CHUNK]
