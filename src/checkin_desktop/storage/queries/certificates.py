"""The register of certificates."""

from collections.abc import Iterable
from typing import Any

import cbor2
from sqlalchemy import Connection, Row, func, select

from checkin_desktop.domain.people import Category
from checkin_desktop.services.ports.store import CertificateRecord
from checkin_desktop.storage import tables as t
from checkin_desktop.wire.bodies import settings_from
from checkin_desktop.wire.personal import CertificateValues, unpack_certificate

_CHUNK = 500
_rows = select(t.certificate, t.personal.c.value).outerjoin(
    t.personal, (t.personal.c.entry == t.certificate.c.entry) & (t.personal.c.place == 0)
)
_ORDER = (t.certificate.c.hlc, t.certificate.c.entry)
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
        return self._conn.execute(used).scalar() or first - 1


def _certificate(r: Row[Any]) -> CertificateRecord:
    values = unpack_certificate(r.value) if r.value else _ERASED
    return CertificateRecord(
        entry=r.entry,
        serial=r.serial,
        attendee_id=r.attendee_id,
        kind=Category(r.kind),
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
    )
