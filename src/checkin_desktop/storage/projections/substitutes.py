"""Who came in whose place, codes from elsewhere that mean somebody, and portraits."""

import hashlib

from sqlalchemy import Connection, insert, select

from checkin_desktop.domain.journal import Entry
from checkin_desktop.domain.substitutes import CodeLinked, RepresentationRecorded
from checkin_desktop.storage import door_tables as d
from checkin_desktop.storage.rows import put
from checkin_desktop.wire.personal import unpack_code, unpack_photo


def record_representation(conn: Connection, entry: Entry, fact: RepresentationRecorded) -> None:
    """What was said last of these two stands."""
    known = d.representation.c
    row = conn.execute(
        select(known.hlc, known.entry).where(
            known.substitute_id == fact.substitute_id, known.represented_id == fact.represented_id
        )
    ).first()
    if row is None or (entry.hlc, entry.hash) > (row.hlc, row.entry):
        put(
            conn,
            d.representation,
            {
                "substitute_id": fact.substitute_id,
                "represented_id": fact.represented_id,
                "hlc": entry.hlc,
                "entry": entry.hash,
                "removed": int(fact.removed),
            },
        )


def record_link(conn: Connection, entry: Entry, fact: CodeLinked) -> None:
    packed = entry.personal[0] if entry.personal else None
    code = unpack_code(packed).text if packed else ""
    row = {"entry": entry.hash, "attendee_id": fact.attendee_id, "code": code, "hlc": entry.hlc}
    conn.execute(insert(d.linked_code), row)


def record_photo(conn: Connection, entry: Entry, attendee_id: str) -> None:
    packed = entry.personal[0] if entry.personal else None
    name = hashlib.sha256(unpack_photo(packed).content).hexdigest() if packed else ""
    conn.execute(insert(d.photo), {"entry": entry.hash, "attendee_id": attendee_id, "name": name})


def record_unlink(conn: Connection, entry: Entry, target: bytes) -> None:
    conn.execute(insert(d.unlinked_code), {"entry": entry.hash, "target": target})
