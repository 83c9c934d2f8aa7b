"""People whose personal values are erased for good (Ley 29733): entries stay, what they name is gone."""

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select, update

from checkin_desktop.domain.journal import Entry
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.projections import people


def forget(conn: Connection, attendee_ids: Sequence[str]) -> None:
    """Erases the values of these people, here and for good."""
    for attendee_id in attendee_ids:
        if conn.execute(select(t.erasure).where(t.erasure.c.attendee_id == attendee_id)).first() is None:
            conn.execute(insert(t.erasure), {"attendee_id": attendee_id})
    _erase_values(conn, attendee_ids)
    for attendee_id in attendee_ids:
        people.reduce_attendee(conn, attendee_id)


def _erase_values(conn: Connection, attendee_ids: Sequence[str]) -> None:
    for attendee_id in attendee_ids:
        profiles = conn.execute(
            select(t.profile.c.entry, t.profile.c.place).where(t.profile.c.attendee_id == attendee_id)
        ).all()
        others = conn.execute(
            select(t.passage.c.entry)
            .where(t.passage.c.said_attendee_id == attendee_id)
            .union_all(select(t.certificate.c.entry).where(t.certificate.c.said_attendee_id == attendee_id))
        ).all()
        for entry, place in [*((p.entry, p.place) for p in profiles), *((o.entry, 0) for o in others)]:
            conn.execute(
                update(t.personal)
                .where(t.personal.c.entry == entry, t.personal.c.place == place)
                .values(value=None)
            )


def erase_again(conn: Connection, entry: Entry) -> None:
    """Values that came in with `entry` of people whose erasure was known before do not come back."""
    gone = set(conn.execute(select(t.erasure.c.attendee_id)).scalars())
    named = conn.execute(
        select(t.profile.c.attendee_id)
        .where(t.profile.c.entry == entry.hash)
        .union_all(
            select(t.passage.c.said_attendee_id).where(t.passage.c.entry == entry.hash),
            select(t.certificate.c.said_attendee_id).where(t.certificate.c.entry == entry.hash),
        )
    ).scalars()
    again = sorted(gone & set(named))
    if again:
        _erase_values(conn, again)
        for attendee_id in again:
            people.reduce_attendee(conn, attendee_id)
