"""The register of certificates."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import cbor2
from sqlalchemy import Connection, Row, func, select

from checkin_desktop.domain.certificate import CertificateKind
from checkin_desktop.domain.certifying import (
    CertificationConfigured,
    CertificationSettings,
    EligibilityDefined,
)
from checkin_desktop.domain.eligibility import EligibilityRule
from checkin_desktop.domain.people import Category
from checkin_desktop.services.ports.certification import (
    CertificateRecord,
    CollectionRecord,
    RequestRecord,
    SentRecord,
)
from checkin_desktop.storage import certification_tables as ct
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.projections.badges import Owners
from checkin_desktop.storage.projections.certificates import HANDED_OVER, PRINTED, RETURNED, VOID
from checkin_desktop.wire.bodies import parsed, settings_from
from checkin_desktop.wire.personal import (
    CertificateValues,
    CollectorValues,
    unpack_certificate,
    unpack_collector,
)

_CHUNK = 500
_rows = select(t.certificate, t.personal.c.value).outerjoin(
    t.personal, (t.personal.c.entry == t.certificate.c.entry) & (t.personal.c.place == 0)
)
_ORDER = (t.certificate.c.hlc, t.certificate.c.entry)
_mark = t.certificate_mark.c
_own_voids = (
    select(_mark.serial, _mark.mark, _mark.detail)
    .join(t.entry, t.entry.c.hash == _mark.entry)
    .join(t.station, t.station.c.id == t.entry.c.station_id)
    .join(t.slot, t.slot.c.number == t.station.c.slot)
    .where(
        _mark.mark.startswith(VOID, autoescape=True),
        _mark.serial.between(t.slot.c.first_serial, t.slot.c.last_serial),
    )
)
"""Written by a desk whose range the number is from. Another's voids a certificate, but no number that none bears: it
may be far ahead of what its desk has come to."""
_ERASED = CertificateValues("", None, "", b"")


class CertificateQueries:
    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def all(self) -> list[CertificateRecord]:
        rows = self._conn.execute(_rows.order_by(t.certificate.c.serial, *_ORDER))
        return [_certificate(r) for r in rows]

    def of(self, attendee_ids: Iterable[str]) -> list[CertificateRecord]:
        ids, found = list(dict.fromkeys(attendee_ids)), list[CertificateRecord]()
        for start in range(0, len(ids), _CHUNK):
            part = _rows.where(t.certificate.c.attendee_id.in_(ids[start : start + _CHUNK]))
            found += [_certificate(r) for r in self._conn.execute(part.order_by(*_ORDER))]
        return found

    def with_serial(self, serial: int) -> list[CertificateRecord]:
        rows = self._conn.execute(_rows.where(t.certificate.c.serial == serial).order_by(*_ORDER))
        return [_certificate(r) for r in rows]

    def highest_serial(self, first: int, last: int) -> int:
        used = select(func.max(t.certificate.c.serial)).where(t.certificate.c.serial.between(first, last))
        mark = t.certificate_mark.c
        void = _own_voids.with_only_columns(func.max(mark.serial)).where(mark.serial.between(first, last))
        return max(self._conn.execute(one).scalar() or first - 1 for one in (used, void))

    def voided(self) -> list[tuple[int, str, str]]:
        mark = t.certificate_mark.c
        rows = self._conn.execute(
            _own_voids.where(mark.serial.not_in(select(t.certificate.c.serial))).order_by(
                mark.serial, mark.hlc.desc(), mark.entry.desc()
            )
        )
        return list({r.serial: (r.serial, r.mark.removeprefix(VOID), r.detail) for r in rows}.values())

    def sent(self, station_id: bytes) -> list[SentRecord]:
        mark, entry = t.certificate_mark.c, t.entry.c
        rows = self._conn.execute(
            select(mark.serial, mark.detail, entry.recorded_at)
            .join(t.entry, entry.hash == mark.entry)
            .where(mark.mark == PRINTED, entry.station_id == station_id)
            .order_by(mark.hlc, mark.entry, mark.place)
        )
        last: dict[int, SentRecord] = {}
        for r in rows:
            last.pop(r.serial, None)
            last[r.serial] = SentRecord(r.serial, r.detail, r.recorded_at)
        return list(last.values())

    def collections(self) -> list[CollectionRecord]:
        given, mark = ct.collection.c, t.certificate_mark.c
        last: dict[int, bytes] = {}
        marks = select(mark.serial, mark.mark, mark.entry).where(mark.mark.in_((HANDED_OVER, RETURNED)))
        for m in self._conn.execute(marks.order_by(mark.hlc, mark.entry)):
            last[m.serial] = m.entry if m.mark == HANDED_OVER else b""
        serials: dict[bytes, list[int]] = defaultdict(list)
        for serial, entry in last.items():
            serials[entry].append(serial)
        rows = self._conn.execute(
            select(ct.collection, t.personal.c.value)
            .outerjoin(t.personal, (t.personal.c.entry == given.entry) & (t.personal.c.place == 0))
            .order_by(given.hlc, given.entry)
        )
        found = []
        for r in rows:
            said = unpack_collector(r.value) if r.value else CollectorValues("")
            if r.entry in serials:
                standing = tuple(sorted(serials[r.entry]))
                one = CollectionRecord(standing, r.recorded_at, r.said_collector_id, said.name, said.document)
                found.append(one)
        return found

    def settings(self) -> CertificationSettings:
        known = ct.certification.c
        row = self._conn.execute(
            select(known.configured).order_by(known.hlc.desc(), known.entry.desc()).limit(1)
        ).first()
        return parsed(row.configured, CertificationConfigured).settings if row else CertificationSettings()

    def rules(self) -> tuple[EligibilityRule, ...]:
        known = ct.eligibility_rule.c
        rows = self._conn.execute(select(known.defined).order_by(known.hlc, known.entry)).scalars()
        said = (parsed(r, EligibilityDefined).rule for r in rows)
        return tuple({(rule.kind, rule.category): rule for rule in said}.values())

    def roles(self) -> dict[str, tuple[tuple[CertificateKind, str], ...]]:
        return self._roles(removed=False)

    def roles_removed(self) -> dict[str, tuple[tuple[CertificateKind, str], ...]]:
        return self._roles(removed=True)

    def _roles(self, *, removed: bool) -> dict[str, tuple[tuple[CertificateKind, str], ...]]:
        known = ct.certificate_role.c
        last: dict[tuple[str, str, str], bool] = {}
        owners = Owners(self._conn)
        for r in self._conn.execute(select(ct.certificate_role).order_by(known.hlc, known.entry)):
            last[owners[r.said_attendee_id], r.kind, r.title] = bool(r.removed)
        found: dict[str, list[tuple[CertificateKind, str]]] = defaultdict(list)
        for (attendee_id, kind, title), gone in sorted(last.items()):
            if gone == removed:
                found[attendee_id].append((CertificateKind(kind), title))
        return {attendee_id: tuple(roles) for attendee_id, roles in found.items()}

    def requests(self) -> list[RequestRecord]:
        asked, owners = ct.certificate_request.c, Owners(self._conn)
        rows = self._conn.execute(
            select(ct.certificate_request)
            .where(asked.entry.not_in(select(ct.request_closed.c.request)))
            .order_by(asked.hlc, asked.entry)
        )
        return [
            RequestRecord(
                r.entry,
                owners[r.said_attendee_id],
                CertificateKind(r.kind),
                r.title,
                r.session_id,
                r.reason,
                r.station_id,
                r.recorded_at,
                r.hlc,
            )
            for r in rows
        ]


def _certificate(r: Row[Any]) -> CertificateRecord:
    values = unpack_certificate(r.value) if r.value else _ERASED
    return CertificateRecord(
        entry=r.entry,
        serial=r.serial,
        attendee_id=r.attendee_id,
        kind=CertificateKind(r.kind),
        issued_at=r.issued_at,
        station_id=r.station_id,
        attended=tuple(cbor2.loads(r.attended)),
        settings=settings_from(r.settings),
        exception_reason=r.exception_reason,
        revoked=bool(r.revoked),
        revoke_reason=r.revoke_reason,
        replaces=r.replaces,
        prints=r.prints,
        handed_over=bool(r.handed_over),
        name=values.name,
        document_kind=values.document_kind,
        document=values.document,
        token=values.token,
        category=Category(r.category),
        title=r.title,
        session_id=r.session_id,
        number=r.number,
        template=r.template,
        ahead=bool(r.ahead),
        alone_reason=r.alone_reason,
        void=r.void,
        page=values.page,
        hlc=r.hlc,
        language=r.language,
    )
