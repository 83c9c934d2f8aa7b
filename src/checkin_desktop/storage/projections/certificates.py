"""The register of certificates."""

from sqlalchemy import Connection, insert, select, update

from checkin_desktop.domain.facts import CertificateIssued
from checkin_desktop.domain.journal import Entry
from checkin_desktop.domain.merge import ConflictKind
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.projections.badges import merged_into
from checkin_desktop.storage.projections.conflicts import replace_conflicts
from checkin_desktop.wire.bodies import deterministic, settings_bytes

PRINTED = "printed"
HANDED_OVER = "handed_over"
REVOKED = "revoked"


def record(conn: Connection, entry: Entry, fact: CertificateIssued) -> None:
    conn.execute(
        insert(t.certificate),
        {
            "entry": entry.hash,
            "serial": fact.serial,
            "attendee_id": merged_into(conn, fact.attendee_id),
            "said_attendee_id": fact.attendee_id,
            "kind": fact.kind,
            "issued_at": fact.issued_at,
            "hlc": entry.hlc,
            "station_id": entry.station_id,
            "attended": deterministic(list(fact.attended)),
            "settings": settings_bytes(fact.settings),
            "exception_reason": fact.exception_reason,
            "replaces": fact.replaces,
        },
    )
    reduce_serial(conn, fact.serial)


def record_marks(
    conn: Connection, entry: Entry, serials: tuple[int, ...], mark: str, detail: str = ""
) -> None:
    for serial in dict.fromkeys(serials):
        row = {"entry": entry.hash, "serial": serial, "mark": mark, "detail": detail, "hlc": entry.hlc}
        conn.execute(insert(t.certificate_mark), row)
        reduce_serial(conn, serial)


def reduce_serial(conn: Connection, serial: int) -> None:
    """What happened to a certificate, and what that means for its holder."""
    marks = conn.execute(
        select(t.certificate_mark)
        .where(t.certificate_mark.c.serial == serial)
        .order_by(t.certificate_mark.c.hlc, t.certificate_mark.c.entry)
    ).all()
    revoked = [m for m in marks if m.mark == REVOKED]
    conn.execute(
        update(t.certificate)
        .where(t.certificate.c.serial == serial)
        .values(
            revoked=int(bool(revoked)),
            revoke_reason=revoked[0].detail if revoked else "",
            prints=sum(1 for m in marks if m.mark == PRINTED),
            handed_over=int(any(m.mark == HANDED_OVER for m in marks)),
        )
    )
    holders = conn.execute(
        select(t.certificate.c.attendee_id, t.certificate.c.kind).where(t.certificate.c.serial == serial)
    ).all()
    for attendee_id, kind in holders:
        reduce_holder(conn, attendee_id, kind)


def reduce_holder(conn: Connection, attendee_id: str, kind: str) -> None:
    """Two good certificates of one kind for one person: the first one written is named first."""
    good = conn.execute(
        select(t.certificate.c.entry)
        .where(
            t.certificate.c.attendee_id == attendee_id,
            t.certificate.c.kind == kind,
            t.certificate.c.revoked == 0,
        )
        .order_by(t.certificate.c.hlc, t.certificate.c.entry)
    ).scalars()
    group = list(good)
    replace_conflicts(
        conn,
        ConflictKind.CERTIFIED_TWICE,
        f"{attendee_id}|{kind}",
        [group] if len(group) > 1 else [],
        attendee_id,
    )


def reassign(conn: Connection, *attendee_ids: str) -> None:
    """Records were found to be one person, or two after all: whose certificates these are."""
    held = t.certificate.c
    rows = conn.execute(
        select(held.entry, held.attendee_id, held.said_attendee_id, held.kind).where(
            held.attendee_id.in_(attendee_ids) | held.said_attendee_id.in_(attendee_ids)
        )
    ).all()
    touched: set[tuple[str, str]] = set()
    for row in rows:
        owner = merged_into(conn, row.said_attendee_id)
        if owner != row.attendee_id:
            conn.execute(update(t.certificate).where(held.entry == row.entry).values(attendee_id=owner))
            touched |= {(row.attendee_id, row.kind), (owner, row.kind)}
    for attendee_id, kind in sorted(touched):
        reduce_holder(conn, attendee_id, kind)
