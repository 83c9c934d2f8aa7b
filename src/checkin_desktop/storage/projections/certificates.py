"""The register of certificates."""

from sqlalchemy import Connection, bindparam, insert, select, update

from checkin_desktop.domain.certificate import subject_of
from checkin_desktop.domain.facts import CertificateIssued, CertificatesHandedOver
from checkin_desktop.domain.journal import Entry
from checkin_desktop.domain.merge import ConflictKind
from checkin_desktop.storage import certification_tables as ct
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.prepared import Prepared
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

_held, _mark = t.certificate.c, t.certificate_mark.c
_REDUCED = ("revoked", "revoke_reason", "void", "prints", "handed_over")
_add = Prepared(insert(t.certificate), *t.certificate.columns.keys())
_add_mark = Prepared(insert(t.certificate_mark), *t.certificate_mark.columns.keys())
_marks_of = Prepared(
    select(_mark.mark, _mark.detail)
    .where(_mark.serial == bindparam("number"))
    .order_by(_mark.hlc, _mark.entry)
)
_reduce = Prepared(
    update(t.certificate)
    .where(_held.serial == bindparam("number"))
    .values({name: bindparam(f"now_{name}") for name in _REDUCED})
)
_holders_of = Prepared(
    select(_held.attendee_id, _held.kind, _held.title, _held.session_id).where(
        _held.serial == bindparam("number")
    )
)
_good_of = Prepared(
    select(_held.entry, _held.title, _held.session_id)
    .where(_held.attendee_id == bindparam("who"), _held.kind == bindparam("what"), _held.revoked == 0)
    .order_by(_held.hlc, _held.entry)
)


def record(conn: Connection, entry: Entry, fact: CertificateIssued) -> None:
    _add(
        conn,
        entry=entry.hash,
        serial=fact.serial,
        attendee_id=merged_into(conn, fact.attendee_id),
        said_attendee_id=fact.attendee_id,
        kind=fact.kind.value,
        issued_at=fact.issued_at,
        hlc=entry.hlc,
        station_id=entry.station_id,
        attended=deterministic(list(fact.attended)),
        settings=settings_bytes(fact.settings),
        exception_reason=fact.exception_reason,
        revoked=0,
        revoke_reason="",
        replaces=fact.replaces,
        prints=0,
        handed_over=0,
        category=fact.category.value,
        title=fact.title,
        session_id=fact.session_id,
        number=fact.number,
        template=fact.template,
        ahead=int(fact.ahead),
        alone_reason=fact.alone_reason,
        language=fact.language,
        void="",
    )
    reduce_serial(conn, fact.serial)


def record_marks(
    conn: Connection, entry: Entry, serials: tuple[int, ...], mark: str, detail: str = ""
) -> None:
    """In the order of the serials: sheets come out of a printer as they were sent."""
    for place, serial in enumerate(dict.fromkeys(serials)):
        _add_mark(conn, entry=entry.hash, serial=serial, mark=mark, detail=detail, hlc=entry.hlc, place=place)
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
    marks = _marks_of(conn, number=serial).all()
    ended = [m for m in marks if m.mark == REVOKED or m.mark.startswith(VOID)]
    void = [m.mark.removeprefix(VOID) for m in marks if m.mark.startswith(VOID)]
    hands = [m.mark for m in marks if m.mark in (HANDED_OVER, RETURNED)]
    prints = sum((m.mark == PRINTED) - (m.mark == PRINT_LOST) for m in marks)
    _reduce(
        conn,
        number=serial,
        now_revoked=int(bool(ended)),
        now_revoke_reason=ended[0].detail if ended else "",
        now_void=void[0] if void else "",
        now_prints=max(0, prints),
        now_handed_over=int(hands[-1:] == [HANDED_OVER]),
    )
    for holder in _holders_of(conn, number=serial).all():
        reduce_holder(conn, holder.attendee_id, holder.kind, subject_of(*holder))


def reduce_holder(conn: Connection, attendee_id: str, kind: str, subject: str) -> None:
    """Two good certificates of one kind for one person: the first one written is named first.

    Two of one kind for different talks or sessions are no conflict; one that leaves open for which talk it is and one
    that says it are.
    """
    rows = _good_of(conn, who=attendee_id, what=kind).all()
    said = [(r.entry, subject_of(attendee_id, kind, r.title, r.session_id)) for r in rows]
    bare = subject_of(attendee_id, kind)
    named = next((entry for entry, one in said if one != bare), None)
    for about in {subject, bare}:
        group = [e for e, one in said if one == about or (about == bare and e == named)]
        clash = len(group) > 1 and (about != bare or any(one == bare for _, one in said))
        replace_conflicts(conn, ConflictKind.CERTIFIED_TWICE, about, [group] if clash else [], attendee_id)


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
