"""The event itself, its pictures, its desk slots, its stations and its checkpoints."""

import hashlib

from sqlalchemy import Connection, bindparam, func, insert, select, update

from checkin_desktop.domain.event import CheckpointKind
from checkin_desktop.domain.facts import (
    CheckpointDefined,
    EventConfigured,
    EventCreated,
    KeysSealed,
    SlotTaken,
    StationEnrolled,
    StationRenamed,
    StationRevoked,
)
from checkin_desktop.domain.journal import Entry
from checkin_desktop.domain.merge import ConflictKind
from checkin_desktop.domain.people import plain
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.prepared import Standing
from checkin_desktop.storage.projections.conflicts import replace_conflicts
from checkin_desktop.storage.rows import put
from checkin_desktop.wire.bodies import encode_body

_end_of = Standing(
    select(func.min(t.revocation.c.last_seq)).where(t.revocation.c.station_id == bindparam("station"))
)


def record_event(conn: Connection, entry: Entry, fact: EventCreated) -> None:
    conn.execute(
        insert(t.event),
        {"id": fact.event_id, "name": fact.name, "key": fact.key, "founder": entry.station_id},
    )
    for s in fact.slots:
        row = {"number": s.number, "key": s.key, "endorsement": s.endorsement}
        put(conn, t.slot, row | {"first_serial": s.first_serial, "last_serial": s.last_serial})


def record_settings(conn: Connection, entry: Entry, fact: EventConfigured) -> bool:
    """The settings with the highest clock stand. Answers True if the event itself is still to come."""
    row = conn.execute(select(t.event.c.settings_hlc, t.event.c.settings_entry)).first()
    if row and (entry.hlc, entry.hash) > (row.settings_hlc, row.settings_entry or b""):
        conn.execute(
            update(t.event).values(
                name=fact.settings.name,
                settings=encode_body(fact)[2],
                settings_hlc=entry.hlc,
                settings_entry=entry.hash,
            )
        )
    return row is None


def record_image(conn: Connection, content: bytes) -> None:
    put(conn, t.image, {"hash": hashlib.sha256(content).hexdigest(), "content": content})


def record_sealed(conn: Connection, entry: Entry, fact: KeysSealed) -> bool:
    """As with the settings."""
    row = conn.execute(select(t.event.c.sealed_hlc, t.event.c.sealed)).first()
    if row and (entry.hlc, fact.sealed) > (row.sealed_hlc, row.sealed or b""):
        conn.execute(update(t.event).values(sealed=fact.sealed, sealed_hlc=entry.hlc))
    return row is None


def record_enrolment(conn: Connection, entry: Entry, fact: StationEnrolled) -> None:
    conn.execute(
        insert(t.station),
        {
            "id": entry.station_id,
            "key": fact.key,
            "name": fact.name,
            "slot": fact.slot,
            "slot_hlc": entry.hlc,
            "enrolment": entry.hash,
            "name_hlc": entry.hlc,
            "name_entry": entry.hash,
            "succeeds": fact.succeeds,
        },
    )
    reduce_slot(conn, fact.slot)


def record_slot(conn: Connection, entry: Entry, fact: SlotTaken) -> None:
    """The last slot taken stands, on whichever branch of a forked chain it was."""
    mine = t.station.c.id == entry.station_id
    before = conn.execute(select(t.station).where(mine)).one()
    if (entry.hlc, entry.hash) > (before.slot_hlc, before.enrolment):
        conn.execute(
            update(t.station).where(mine).values(slot=fact.slot, slot_hlc=entry.hlc, enrolment=entry.hash)
        )
        reduce_slot(conn, before.slot)
        reduce_slot(conn, fact.slot)


def record_name(conn: Connection, entry: Entry, fact: StationRenamed) -> None:
    mine = t.station.c.id == entry.station_id
    before = conn.execute(select(t.station).where(mine)).one()
    if (entry.hlc, entry.hash) > (before.name_hlc, before.name_entry):
        conn.execute(
            update(t.station).where(mine).values(name=fact.name, name_hlc=entry.hlc, name_entry=entry.hash)
        )


def record_revocation(conn: Connection, entry: Entry, fact: StationRevoked) -> None:
    """The caller rebuilds what the station's later entries had done."""
    conn.execute(
        insert(t.revocation),
        {"entry": entry.hash, "station_id": fact.station_id, "last_seq": fact.last_seq},
    )


def revoked_after(conn: Connection, station_id: bytes) -> int | None:
    """The last entry of the station that counts: the earliest end named by anyone; None if not revoked."""
    last: int | None = _end_of(conn, station=station_id).scalar()
    return last


def record_checkpoint(conn: Connection, entry: Entry, fact: CheckpointDefined) -> bool:
    """Answers whether it changed what the scans made there mean: re-entry, the room, the kind."""
    checkpoint = fact.checkpoint
    row = conn.execute(select(t.checkpoint).where(t.checkpoint.c.id == checkpoint.id)).first()
    if row and (row.hlc, row.entry) > (entry.hlc, entry.hash):
        return False
    room = plain(checkpoint.room) if checkpoint.kind is CheckpointKind.SESSION else ""
    put(
        conn,
        t.checkpoint,
        {
            "id": checkpoint.id,
            "defined": encode_body(fact)[2],
            "hlc": entry.hlc,
            "entry": entry.hash,
            "removed": int(fact.removed),
            "reentry": int(checkpoint.reentry),
            "kind": checkpoint.kind.value,
            "room": room,
        },
    )
    before = (bool(row.reentry), row.kind, row.room) if row else (False, "", "")
    return before != (checkpoint.reentry, checkpoint.kind.value, room)


def reduce_slot(conn: Connection, number: int) -> None:
    """A slot taken twice is a conflict; whoever took it first is named first."""
    rows = conn.execute(
        select(t.station.c.enrolment)
        .where(t.station.c.slot == number)
        .order_by(t.station.c.slot_hlc, t.station.c.enrolment)
    ).all()
    group = [r.enrolment for r in rows]
    replace_conflicts(conn, ConflictKind.SLOT_TAKEN_TWICE, str(number), [group] if len(group) > 1 else [])
