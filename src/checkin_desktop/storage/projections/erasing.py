"""People whose personal values are erased for good (Ley 29733): entries stay, what they name is gone."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, insert, select, tuple_, update

from checkin_desktop.domain.journal import Entry
from checkin_desktop.storage import certification_tables as ct
from checkin_desktop.storage import door_tables as d
from checkin_desktop.storage import meeting_tables as m
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.prepared import Prepared
from checkin_desktop.storage.projections import people
from checkin_desktop.storage.rows import chunks

TO_SWEEP = "sweep"
"""Stands among this computer's own things from an erasure until the file's free pages were swept."""
_anyone = Prepared(select(t.erasure.c.attendee_id).limit(1))
_to_sweep = Prepared(select(t.local.c.name).where(t.local.c.name == TO_SWEEP))


def to_sweep(conn: Connection) -> bool:
    """Was anything erased whose bytes may still lie in the file?"""
    return _to_sweep(conn).first() is not None


def erased_anyone(conn: Connection) -> bool:
    return _anyone(conn).first() is not None


def forget(conn: Connection, attendee_ids: Sequence[str]) -> None:
    """Erases the values of these people, here and for good. The empty id: of scans that are nobody's."""
    for part in chunks(attendee_ids):
        known = set(
            conn.execute(select(t.erasure.c.attendee_id).where(t.erasure.c.attendee_id.in_(part))).scalars()
        )
        fresh = [{"attendee_id": attendee_id} for attendee_id in part if attendee_id not in known]
        if fresh:
            conn.execute(insert(t.erasure), fresh)
    _erase_values(conn, attendee_ids)


def _erase_values(conn: Connection, attendee_ids: Iterable[str]) -> None:
    if not to_sweep(conn):
        conn.execute(insert(t.local), {"name": TO_SWEEP, "value": b""})
    personal, profile, passage, certificate = t.personal.c, t.profile.c, t.passage.c, t.certificate.c
    collection = ct.collection.c
    for part in chunks(attendee_ids):
        said = select(profile.entry, profile.place).where(profile.attendee_id.in_(part))
        conn.execute(
            update(t.personal).where(tuple_(personal.entry, personal.place).in_(said)).values(value=None)
        )
        others = select(passage.entry).where(passage.said_attendee_id.in_(part))
        issued = select(certificate.entry).where(certificate.said_attendee_id.in_(part))
        operators = select(t.operator_said.c.entry).where(t.operator_said.c.operator_id.in_(part))
        linked = select(d.linked_code.c.entry).where(d.linked_code.c.attendee_id.in_(part))
        actas = select(m.acta_person.c.entry).where(m.acta_person.c.attendee_id.in_(part))
        shown = select(d.photo.c.entry).where(d.photo.c.attendee_id.in_(part))
        answered = select(d.answers.c.entry).where(d.answers.c.attendee_id.in_(part))
        taken = select(collection.entry).where(collection.said_collector_id.in_(part))
        named = others.union_all(issued, linked, answered, shown, operators, actas, taken)
        conn.execute(
            update(t.personal).where(personal.entry.in_(named), personal.place == 0).values(value=None)
        )
        conn.execute(update(d.linked_code).where(d.linked_code.c.attendee_id.in_(part)).values(code=""))
        conn.execute(update(d.photo).where(d.photo.c.attendee_id.in_(part)).values(name=""))
        people.reduce_attendees(conn, part)


def erase_again(conn: Connection, entry: Entry) -> None:
    """Values that came in with `entry` of people whose erasure was known before do not come back."""
    gone = t.erasure.c.attendee_id
    named = (
        select(t.profile.c.attendee_id)
        .where(t.profile.c.entry == entry.hash)
        .union_all(
            select(t.passage.c.said_attendee_id).where(t.passage.c.entry == entry.hash),
            select(t.certificate.c.said_attendee_id).where(t.certificate.c.entry == entry.hash),
            select(d.linked_code.c.attendee_id).where(d.linked_code.c.entry == entry.hash),
            select(d.answers.c.attendee_id).where(d.answers.c.entry == entry.hash),
            select(d.photo.c.attendee_id).where(d.photo.c.entry == entry.hash),
            select(t.operator_said.c.operator_id).where(t.operator_said.c.entry == entry.hash),
            select(m.acta_person.c.attendee_id).where(m.acta_person.c.entry == entry.hash),
            select(ct.collection.c.said_collector_id).where(ct.collection.c.entry == entry.hash),
        )
    )
    again = set(conn.execute(select(gone).where(gone.in_(named))).scalars())
    if again:
        _erase_values(conn, again)
