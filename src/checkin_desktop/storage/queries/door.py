"""Substitutes, linked codes, portraits, questions and answers."""

import cbor2
from sqlalchemy import Connection, bindparam, or_, select

from checkin_desktop.domain.questions import Question, QuestionDefined
from checkin_desktop.services.ports.door import LinkRecord
from checkin_desktop.storage import door_tables as d
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.prepared import Prepared
from checkin_desktop.storage.projections.badges import merged_into
from checkin_desktop.wire.bodies import decode_body
from checkin_desktop.wire.personal import unpack_answers, unpack_photo

_standing = d.linked_code.c.entry.not_in(select(d.unlinked_code.c.target))
_linked = Prepared(
    select(d.linked_code.c.attendee_id)
    .where(d.linked_code.c.code == bindparam("code"), _standing)
    .order_by(d.linked_code.c.hlc, d.linked_code.c.entry)
)
_photos = (
    select(t.personal.c.value)
    .join(d.photo, d.photo.c.entry == t.personal.c.entry)
    .where(d.photo.c.name == bindparam("name"), t.personal.c.value.is_not(None))
    .limit(1)
)
_photo = Prepared(_photos)
_own_photo = Prepared(_photos.where(d.photo.c.attendee_id == bindparam("attendee")))


class DoorQueries:
    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def linked_to(self, code: str) -> list[str]:
        if not code:
            return []
        ids = _linked(self._conn, code=code).scalars()
        return list(dict.fromkeys(merged_into(self._conn, i) for i in ids))

    def links_of(self, attendee_id: str) -> list[LinkRecord]:
        links = d.linked_code.c
        rows = self._conn.execute(
            select(links.entry, links.attendee_id, links.code)
            .where(links.attendee_id.in_(self._records(attendee_id)), links.code != "", _standing)
            .order_by(links.hlc, links.entry)
        )
        return [LinkRecord(r.entry, r.attendee_id, r.code) for r in rows]

    def representations(self) -> list[tuple[str, str]]:
        return self._representations(d.representation.c.removed == 0)

    def said_representations(self) -> frozenset[tuple[str, str]]:
        known = d.representation.c
        rows = self._conn.execute(select(known.substitute_id, known.represented_id).where(known.removed == 0))
        return frozenset((r.substitute_id, r.represented_id) for r in rows)

    def representations_of(self, attendee_id: str) -> list[tuple[str, str]]:
        known, ids = d.representation.c, self._records(attendee_id)
        mine = or_(known.substitute_id.in_(ids), known.represented_id.in_(ids))
        return self._representations(known.removed == 0, mine)

    def photo(self, name: str, attendee_id: str = "") -> bytes:
        if not name:
            return b""
        if attendee_id:
            packed = _own_photo(self._conn, name=name, attendee=attendee_id).scalar()
        else:
            packed = _photo(self._conn, name=name).scalar()
        return unpack_photo(packed).content if packed else b""

    def questions(self) -> tuple[Question, ...]:
        rows = self._conn.execute(select(d.question.c.defined).where(d.question.c.removed == 0)).scalars()
        facts = [decode_body("question_defined", 1, body) for body in rows]
        found = [f.question for f in facts if isinstance(f, QuestionDefined)]
        return tuple(sorted(found, key=lambda q: (q.order, q.id)))

    def answers(self, attendee_id: str | None = None) -> dict[str, dict[str, str]]:
        given = d.answers.c
        wanted = (
            select(given.attendee_id, given.questions, t.personal.c.value)
            .outerjoin(t.personal, (t.personal.c.entry == given.entry) & (t.personal.c.place == 0))
            .order_by(given.hlc, given.entry)
        )
        if attendee_id is not None:
            wanted = wanted.where(given.attendee_id.in_(self._records(attendee_id)))
        said: dict[str, dict[str, str]] = {}
        for row in self._conn.execute(wanted):
            asked = cbor2.loads(row.questions)
            answers = unpack_answers(row.value).answers if row.value else ("",) * len(asked)
            who = said.setdefault(merged_into(self._conn, row.attendee_id), {})
            who |= dict(zip(asked, answers, strict=False))
        return said

    def _representations(self, *where: object) -> list[tuple[str, str]]:
        known = d.representation.c
        rows = self._conn.execute(
            select(known.substitute_id, known.represented_id)
            .where(*where)  # type: ignore[arg-type]
            .order_by(known.hlc, known.entry)
        )
        pairs = ((merged_into(self._conn, a), merged_into(self._conn, b)) for a, b in rows)
        return list(dict.fromkeys((a, b) for a, b in pairs if a != b))

    def _records(self, attendee_id: str) -> list[str]:
        """Everything said under this id, or under another record that was found to be the same person."""
        merged = select(t.attendee.c.id).where(t.attendee.c.merged_into == attendee_id)
        return [attendee_id, *self._conn.execute(merged).scalars()]
