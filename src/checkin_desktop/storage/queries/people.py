"""The roster."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, or_, select

from checkin_desktop.domain.merge import profile_heads
from checkin_desktop.domain.people import (
    Attendee,
    AttendeeStatus,
    Category,
    DocumentKind,
    Person,
    same_document,
)
from checkin_desktop.storage import search
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.prepared import Prepared
from checkin_desktop.storage.projections.people import accounts
from checkin_desktop.storage.projections.same_document import first_accounts
from checkin_desktop.storage.rows import chunks, unhash

_CHUNK = 500
_FEW = 60
_KINDS = {kind.value: kind for kind in DocumentKind}
_CATEGORIES = {category.value: category for category in Category}
"""An enum asked for its member takes five times as long, a hundred thousand times."""
_visible = (t.attendee.c.pending == 0, t.attendee.c.merged_into == "")


_by_id = Prepared(select(t.attendee).where(t.attendee.c.id == bindparam("id"), t.attendee.c.pending == 0))
_by_document = Prepared(
    select(t.attendee).where(*_visible, t.attendee.c.same_document == bindparam("number"))
)
_everybody = Prepared(select(t.attendee).where(*_visible).order_by(t.attendee.c.sort_key))
_by_own_code = Prepared(select(t.attendee.c.id).where(*_visible, t.attendee.c.own_code == bindparam("code")))


class PeopleQueries:
    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def attendee(self, attendee_id: str) -> Attendee | None:
        row = _by_id(self._conn, id=attendee_id).first()
        if row is not None and row.merged_into:
            return self.attendee(row.merged_into)
        return _attendee(row) if row else None

    def attendees(self, attendee_ids: Iterable[str]) -> dict[str, Attendee]:
        ids, found = list(dict.fromkeys(attendee_ids)), dict[str, Attendee]()
        if len(ids) <= _FEW:
            each = (row for attendee_id in ids for row in _by_id(self._conn, id=attendee_id))
            return {row.id: _attendee(row) for row in each}
        for start in range(0, len(ids), _CHUNK):
            part = ids[start : start + _CHUNK]
            rows = self._conn.execute(
                select(t.attendee).where(t.attendee.c.id.in_(part), t.attendee.c.pending == 0)
            )
            found |= {r.id: _attendee(r) for r in rows}
        return found

    def all(self) -> list[Attendee]:
        return [_attendee(r) for r in _everybody(self._conn)]

    def of_extreme_name(self, longest: bool) -> Attendee | None:
        name = func.trim(t.attendee.c.given_names + " " + t.attendee.c.surnames)
        by = (func.length(name), name)
        wanted = select(t.attendee).where(*_visible, t.attendee.c.withdrawn == 0, name != "")
        row = self._conn.execute(wanted.order_by(*(c.desc() if longest else c for c in by)).limit(1)).first()
        return _attendee(row) if row else None

    def with_extra(self, words: Sequence[str]) -> dict[str, tuple[tuple[str, str], ...]]:
        known = t.attendee.c
        like = or_(*(known.extra.ilike(f"%{word}%") for word in words))
        rows = self._conn.execute(select(known.id, known.extra).where(*_visible, like))
        return {r.id: _extra(r.extra) for r in rows}

    def records(self, attendee_ids: Iterable[str] | None = None) -> list[str]:
        ids = t.attendee.c.id
        if attendee_ids is None:
            return list(self._conn.execute(select(ids).order_by(ids)).scalars())
        found: set[str] = set()
        for part in chunks(attendee_ids):
            same = ids.in_(part) | t.attendee.c.merged_into.in_(part)
            found |= set(self._conn.execute(select(ids).where(same)).scalars())
        return sorted(found)

    def with_document(self, document: str) -> list[Attendee]:
        number = same_document(document)
        return [_attendee(r) for r in _by_document(self._conn, number=number)] if number else []

    def with_own_code(self, code: str) -> list[Attendee]:
        """Most codes are nobody's own: only where one is, the whole person is read."""
        ids = _by_own_code(self._conn, code=code).scalars() if code else ()
        return [attendee for i in ids if (attendee := self.attendee(i)) is not None]

    def with_badge_like(self, beginning: str, limit: int) -> dict[str, str]:
        code, known = t.attendee.c.code_id, t.attendee.c
        like = select(known.id, known.sort_key).where(*_visible, code >= beginning, code < beginning + "~")
        return {r.id: r.sort_key for r in self._conn.execute(like.limit(limit))}

    def matching(self, typed: str, limit: int) -> dict[str, str]:
        return search.candidates(self._conn, typed, limit)

    def profile_heads(self, attendee_id: str) -> tuple[bytes, ...]:
        facts, pending = accounts(self._conn, attendee_id)
        return () if pending else tuple(sorted(h.entry for h in profile_heads(facts)))

    def profiles(self) -> dict[str, tuple[Attendee, tuple[bytes, ...]]]:
        said: dict[str, list[bytes]] = defaultdict(list)
        replaced: dict[str, set[bytes]] = defaultdict(set)
        rows = self._conn.execute(
            select(t.profile.c.attendee_id, t.profile.c.entry, t.profile.c.replaces)
            .outerjoin(t.import_run, t.import_run.c.import_id == t.profile.c.import_id)
            .where(t.profile.c.import_id.is_(None) | t.import_run.c.entry.is_not(None))
        )
        for r in rows:
            said[r.attendee_id].append(r.entry)
            replaced[r.attendee_id] |= unhash(r.replaces)
        return {
            a.id: (a, tuple(sorted(e for e in said[a.id] if e not in replaced[a.id])))
            for a in self._where(True)
        }

    def accounts(self, attendee_id: str) -> list[tuple[bytes, Attendee]]:
        facts, _ = accounts(self._conn, attendee_id)
        return [(f.entry, Attendee(attendee_id, f.person)) for f in profile_heads(facts)]

    def sharing_document_with(self, attendee_id: str) -> list[Attendee]:
        document = self._conn.execute(
            select(t.attendee.c.same_document).where(t.attendee.c.id == attendee_id)
        ).scalar()
        if not document:
            return []
        rows = self._conn.execute(
            select(t.attendee).where(t.attendee.c.same_document == document, t.attendee.c.pending == 0)
        ).all()
        order = [a for *_, a in first_accounts(self._conn, [r.id for r in rows])]
        return [_attendee(r) for r in sorted(rows, key=lambda r: order.index(r.id))]

    def _where(self, condition: Any) -> list[Attendee]:
        wanted = [*_visible] if condition is True else [*_visible, condition]
        return [_attendee(r) for r in self._conn.execute(select(t.attendee).where(*wanted))]


def _extra(column: str) -> tuple[tuple[str, str], ...]:
    return tuple((k, v) for k, v in json.loads(column)) if column else ()


def _attendee(r: Row[Any]) -> Attendee:
    person = Person(
        given_names=r.given_names,
        surnames=r.surnames,
        document_kind=_KINDS[r.document_kind] if r.document_kind else None,
        document=r.document,
        organisation=r.organisation,
        region=r.region,
        position=r.position,
        honorific=r.honorific,
        category=_CATEGORIES[r.category],
        email=r.email,
        phone=r.phone,
        own_code=r.own_code,
        consent=None if r.consent is None else bool(r.consent),
        extra=_extra(r.extra),
        note=r.note,
        photo=r.photo,
    )
    status = AttendeeStatus.WITHDRAWN if r.withdrawn else AttendeeStatus.ACTIVE
    return Attendee(r.id, person, status, r.code_id, r.prints)
