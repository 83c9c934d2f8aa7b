"""The event, its checkpoints, stations and organisations, and the figures of one look."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, TextClause, func, or_, select

from checkin_desktop.domain.clocks import Measurement
from checkin_desktop.domain.event import Checkpoint, CheckpointKind, EventSettings
from checkin_desktop.domain.facts import CheckpointDefined, EventConfigured, SlotKey
from checkin_desktop.domain.presence import open_now
from checkin_desktop.domain.rules import AdmissionRule, RuleStated, in_order
from checkin_desktop.services.ports.store import (
    Counts,
    EventRecord,
    Glance,
    OrganisationRecord,
    StationRecord,
    WrittenOrganisation,
)
from checkin_desktop.storage import door_tables as d
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.prepared import Prepared, Standing
from checkin_desktop.storage.projections.clocks import measurements
from checkin_desktop.storage.projections.stations import revoked_after
from checkin_desktop.storage.queries.merged import roots
from checkin_desktop.storage.rows import ENTERED, within
from checkin_desktop.storage.rule_tables import rule
from checkin_desktop.wire.bodies import decode_body

_HERE = (t.attendee.c.pending == 0, t.attendee.c.merged_into == "")


_the_event = Standing(select(t.event))
_defined = Standing(
    select(t.checkpoint.c.defined).where(t.checkpoint.c.removed == 0).order_by(t.checkpoint.c.id)
)


@lru_cache(maxsize=8)
def _settings(body: bytes) -> EventSettings:
    fact = decode_body("event_configured", 1, body)
    if not isinstance(fact, EventConfigured):
        raise TypeError(type(fact))
    return fact.settings


@lru_cache(maxsize=8)
def _programme(bodies: tuple[bytes, ...]) -> tuple[Checkpoint, ...]:
    facts = [decode_body("checkpoint_defined", 1, body) for body in bodies]
    return tuple(
        sorted((f.checkpoint for f in facts if isinstance(f, CheckpointDefined)), key=_programme_order)
    )


_ruled = Standing(select(rule.c.defined).where(rule.c.removed == 0).order_by(rule.c.id))
_heard = Prepared(
    select(t.station.c.id, t.contact.c.at, t.entry.c.recorded_at)
    .select_from(
        t.station.outerjoin(t.contact, t.contact.c.station_id == t.station.c.id)
        .outerjoin(t.head, t.head.c.station_id == t.station.c.id)
        .outerjoin(t.entry, t.entry.c.hash == t.head.c.hash)
    )
    .where(t.station.c.id.not_in(select(t.revocation.c.station_id)))
)


@lru_cache(maxsize=8)
def _rules(bodies: tuple[bytes, ...]) -> tuple[AdmissionRule, ...]:
    facts = [decode_body("rule_stated", 1, body) for body in bodies]
    return in_order(f.rule for f in facts if isinstance(f, RuleStated))


class EventQueries:
    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def record(self) -> EventRecord:
        r = _the_event(self._conn).one()
        said = _settings(r.settings) if r.settings else EventSettings(r.name, ())
        return EventRecord(r.id, r.name, r.key, r.founder, said, r.sealed)

    def checkpoints(self) -> tuple[Checkpoint, ...]:
        return _programme(tuple(_defined(self._conn).scalars()))

    def rules(self) -> tuple[AdmissionRule, ...]:
        return _rules(tuple(_ruled(self._conn).scalars()))

    def heard_of(self) -> list[tuple[bytes, int | None]]:
        found: dict[bytes, int | None] = {}
        for r in _heard(self._conn):
            known = [at for at in (r.at, r.recorded_at, found.get(r.id)) if at is not None]
            found[r.id] = max(known, default=None)
        return list(found.items())

    def images(self, hashes: Iterable[str]) -> dict[str, bytes]:
        rows = self._conn.execute(select(t.image).where(t.image.c.hash.in_(list(hashes))))
        return {r.hash: r.content for r in rows}

    def stations(self) -> list[StationRecord]:
        totals = (
            select(
                t.entry.c.station_id,
                func.count().label("entries"),
            )
            .group_by(t.entry.c.station_id)
            .subquery()
        )
        newest = (
            select(t.head.c.station_id, func.max(t.entry.c.recorded_at).label("at"))
            .join(t.entry, t.entry.c.hash == t.head.c.hash)
            .group_by(t.head.c.station_id)
            .subquery()
        )
        rows = self._conn.execute(
            select(
                t.station,
                totals.c.entries,
                newest.c.at.label("last_at"),
                t.contact.c.at.label("heard_at"),
            )
            .outerjoin(newest, newest.c.station_id == t.station.c.id)
            .outerjoin(totals, totals.c.station_id == t.station.c.id)
            .outerjoin(t.contact, t.contact.c.station_id == t.station.c.id)
            .order_by(t.station.c.slot, t.station.c.slot_hlc)
        )
        return [
            StationRecord(
                r.id,
                r.name,
                r.slot,
                r.entries or 0,
                r.last_at,
                revoked_after(self._conn, r.id) is not None,
                r.heard_at,
                r.succeeds or b"",
            )
            for r in rows
        ]

    def slots(self) -> list[SlotKey]:
        rows = self._conn.execute(select(t.slot).order_by(t.slot.c.number))
        return [SlotKey(r.number, r.key, r.endorsement, r.first_serial, r.last_serial) for r in rows]

    def organisations(self, checkpoint_ids: Collection[str] = ()) -> list[OrganisationRecord]:
        rows, merged = {r.id: r for r in self._conn.execute(select(t.organisation))}, roots(self._conn)
        where = t.presence.c.checkpoint_id.in_(checkpoint_ids) if checkpoint_ids else ENTERED
        arrived_ids = select(t.presence.c.attendee_id).where(t.presence.c.admissions > 0, where).distinct()
        counts: dict[str, list[int]] = {}
        aliases: dict[str, set[str]] = {}
        people = self._conn.execute(
            select(
                t.attendee.c.organisation_id,
                t.attendee.c.organisation,
                func.count(),
                func.count(t.attendee.c.id).filter(t.attendee.c.id.in_(arrived_ids)),
            )
            .where(*_HERE, t.attendee.c.organisation_id != "")
            .where(or_(t.attendee.c.withdrawn == 0, t.attendee.c.id.in_(arrived_ids)))
            .group_by(t.attendee.c.organisation_id, t.attendee.c.organisation)
        )
        for org, written, expected, arrived in people:
            org = merged.get(org, org)
            total = counts.setdefault(org, [0, 0])
            total[0] += expected
            total[1] += arrived
            aliases.setdefault(org, set()).add(written)
        for org in self._represented(arrived_ids):
            if org in counts:
                counts[org][1] += 1
        parts: dict[str, list[tuple[str, str, str]]] = {}
        for r in rows.values():
            if merged[r.id] != r.id:
                parts.setdefault(merged[r.id], []).append((r.id, r.name, r.region))
        found = [
            OrganisationRecord(
                org,
                rows[org].name,
                rows[org].region,
                tuple(sorted(aliases[org] - {rows[org].name})),
                counts[org][0],
                counts[org][1],
                tuple(sorted(parts.get(org, ()))),
            )
            for org in counts
            if org in rows
        ]
        return sorted(found, key=lambda o: o.name)

    def _represented(self, arrived_ids: Select[Any]) -> Iterator[str]:
        """The organisation of each who stayed away, but sent somebody of another one who came."""
        pair, absent, sent = d.representation.c, t.attendee.alias(), t.attendee.alias()
        rows = self._conn.execute(
            select(pair.represented_id, absent.c.organisation_id, sent.c.organisation_id.label("other"))
            .join(absent, absent.c.id == pair.represented_id)
            .join(sent, sent.c.id == pair.substitute_id)
            .where(
                pair.removed == 0,
                absent.c.merged_into == "",
                pair.substitute_id.in_(arrived_ids),
                pair.represented_id.not_in(arrived_ids),
            )
            .distinct()
        )
        merged = roots(self._conn)
        pairs = [(r.represented_id, merged.get(r.organisation_id), merged.get(r.other)) for r in rows]
        yield from {absent: org for absent, org, other in pairs if org and org != other}.values()

    def organisation_of(self, attendee_id: str) -> WrittenOrganisation | None:
        own = self._conn.execute(
            select(t.attendee.c.organisation_id).where(t.attendee.c.id == attendee_id)
        ).scalar()
        if not own:
            return None
        o = t.organisation.c
        rows, merged = (
            {r.id: r for r in self._conn.execute(select(o.id, o.name, o.region))},
            roots(self._conn),
        )
        root = merged.get(own, own)
        if root not in rows:
            return None
        same = [org for org in merged if merged[org] == root]
        a = t.attendee.c
        people = self._conn.execute(
            select(a.id, a.organisation).where(*_HERE, within(self._conn, a.organisation_id, same))
        ).all()
        aliases = {p.organisation for p in people} - {rows[root].name}
        return WrittenOrganisation(
            root, rows[root].name, rows[root].region, tuple(sorted(aliases)), tuple(p.id for p in people)
        )

    def glance(self) -> Glance:
        attendees = self._attendees()
        expected = attendees - self._stayed_away()
        return Glance(attendees, expected, self._people(t.CAME), self._count(t.conflict, t.UNSETTLED))

    def counts(self, today: date | None = None) -> Counts:
        return Counts(
            attendees=self._attendees(),
            admitted=self._people(t.CAME),
            inside=self._inside(today),
            refused=self._count(t.passage, t.REFUSED),
            conflicts=self._count(t.conflict, t.UNSETTLED),
            certificates=self._count(t.certificate, t.certificate.c.revoked == 0),
            entries=self._count(t.entry),
        )

    def _inside(self, today: date | None) -> int:
        used = self._conn.execute(select(t.presence.c.checkpoint_id).where(t.CAME).distinct()).scalars()
        here = open_now(self.checkpoints(), set(used), today)
        return self._people(t.CAME, t.presence.c.inside == 1, t.presence.c.checkpoint_id.in_(here))

    def clocks(self) -> list[Measurement]:
        return measurements(self._conn)

    def station_names(self) -> dict[bytes, str]:
        return {r.id: r.name for r in self._conn.execute(select(t.station.c.id, t.station.c.name))}

    def _attendees(self) -> int:
        """All of them without the few who are away: each is counted from an index, no record is looked at."""
        return self._count(t.attendee) - self._count(t.attendee, t.AWAY)

    def _stayed_away(self) -> int:
        """Withdrawn, and never came: found among the few who were ever withdrawn."""
        a, p = t.attendee, t.presence
        ever = select(t.withdrawal.c.attendee_id)
        came = select(p.c.attendee_id).where(p.c.attendee_id == a.c.id, t.CAME, ENTERED).exists()
        return self._count(a, *_HERE, a.c.withdrawn == 1, a.c.id.in_(ever), ~came)

    def _people(self, *where: ColumnElement[bool] | TextClause) -> int:
        """Whoever is so at a checkpoint which one enters; once each."""
        ids = select(t.presence.c.attendee_id).where(*where, ENTERED).distinct().subquery()
        return self._conn.execute(select(func.count()).select_from(ids)).scalar_one()

    def _count(self, table: Table, *where: ColumnElement[bool] | TextClause) -> int:
        return self._conn.execute(select(func.count()).select_from(table).where(*where)).scalar_one()


def _programme_order(c: Checkpoint) -> tuple[object, ...]:
    return (c.day, c.kind is not CheckpointKind.DAY, c.starts is not None, c.starts or 0, c.name, c.id)
