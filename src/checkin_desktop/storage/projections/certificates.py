"""The register of certificates."""

from sqlalchemy import Connection, insert, select, update

from checkin_desktop.domain.certificate import subject_of
from checkin_desktop.domain.facts import CertificateIssued, CertificatesHandedOver
from checkin_desktop.domain.journal import Entry
from checkin_desktop.domain.merge import ConflictKind
from checkin_desktop.storage import certification_tables as ct
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.projections.badges import merged_into
from checkin_desktop.storage.projections.conflicts import replace_conflicts
from checkin_desktop.wire.bodies import deterministic, settings_bytes

PRINTED = "printed"
PRINT_LOST = "print_lost"
HANDED_OVER = "handed_over"
RETURNED = "returned"
REVOKED = "revoked"
VOID = "void:"
"""Then why, as `VoidReason` has it."""


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
            "category": fact.category,
            "title": fact.title,
            "session_id": fact.session_id,
            "number": fact.number,
            "template": fact.template,
            "ahead": int(fact.ahead),
            "alone_reason": fact.alone_reason,
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


def record_handed_over(conn: Connection, entry: Entry, fact: CertificatesHandedOver) -> None:
    conn.execute(
        insert(ct.collection),
        {
            "entry": entry.hash,
            "hlc": entry.hlc,
            "recorded_at": entry.recorded_at,
            "said_collector_id": fact.collector_id,
            "operator_id": entry.operator_id,
        },
    )
    record_marks(conn, entry, fact.serials, HANDED_OVER)


def reduce_serial(conn: Connection, serial: int) -> None:
    """What happened to a certificate, and what that means for its holder."""
    marks = conn.execute(
        select(t.certificate_mark)
        .where(t.certificate_mark.c.serial == serial)
        .order_by(t.certificate_mark.c.hlc, t.certificate_mark.c.entry)
    ).all()
    ended = [m for m in marks if m.mark == REVOKED or m.mark.startswith(VOID)]
    void = [m.mark.removeprefix(VOID) for m in marks if m.mark.startswith(VOID)]
    hands = [m.mark for m in marks if m.mark in (HANDED_OVER, RETURNED)]
    prints = sum((m.mark == PRINTED) - (m.mark == PRINT_LOST) for m in marks)
    conn.execute(
        update(t.certificate)
        .where(t.certificate.c.serial == serial)
        .values(
            revoked=int(bool(ended)),
            revoke_reason=ended[0].detail if ended else "",
            void=void[0] if void else "",
            prints=max(0, prints),
            handed_over=int(hands[-1:] == [HANDED_OVER]),
        )
    )
    held = t.certificate.c
    holders = conn.execute(
        select(held.attendee_id, held.kind, held.title, held.session_id).where(held.serial == serial)
    ).all()
    for holder in holders:
        reduce_holder(conn, holder.attendee_id, holder.kind, subject_of(*holder))


def reduce_holder(conn: Connection, attendee_id: str, kind: str, subject: str) -> None:
    """Two good certificates of one kind for one person: the first one written is named first.

    Two of one kind for different talks or sessions are no conflict.
    """
    rows = conn.execute(
        select(t.certificate.c.entry, t.certificate.c.title, t.certificate.c.session_id)
        .where(
            t.certificate.c.attendee_id == attendee_id,
            t.certificate.c.kind == kind,
            t.certificate.c.revoked == 0,
        )
        .order_by(t.certificate.c.hlc, t.certificate.c.entry)
    )
    group = [r.entry for r in rows if subject_of(attendee_id, kind, r.title, r.session_id) == subject]
    replace_conflicts(
        conn, ConflictKind.CERTIFIED_TWICE, subject, [group] if len(group) > 1 else [], attendee_id
    )


def reassign(conn: Connection, *attendee_ids: str) -> None:
    """Records were found to be one person, or two after all: whose certificates these are."""
    held = t.certificate.c
    rows = conn.execute(
        select(
            held.entry, held.attendee_id, held.said_attendee_id, held.kind, held.title, held.session_id
        ).where(held.attendee_id.in_(attendee_ids) | held.said_attendee_id.in_(attendee_ids))
    ).all()
    touched: set[tuple[str, str, str]] = set()
    for row in rows:
        owner = merged_into(conn, row.said_attendee_id)
        if owner != row.attendee_id:
            conn.execute(update(t.certificate).where(held.entry == row.entry).values(attendee_id=owner))
            for holder in (row.attendee_id, owner):
                subject = subject_of(holder, row.kind, row.title, row.session_id)
                touched.add((holder, row.kind, subject))
    for holder in sorted(touched):
        reduce_holder(conn, *holder)
