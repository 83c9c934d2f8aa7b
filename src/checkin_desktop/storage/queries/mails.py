"""The outbox as the journal has it."""

from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from checkin_desktop.domain.mailing import MailMark, MailState, MailThing
from checkin_desktop.services.ports.mails import MailRecord
from checkin_desktop.storage import mail_tables as t
from checkin_desktop.storage.projections.badges import Owners

_Place = tuple[int, bytes]
"""Where in the journal's order: an entry's clock and hash."""


@dataclass(slots=True)
class _One:
    """A mail, however many desks queued it."""

    attendee_id: str
    thing: MailThing
    serial: int
    station_id: bytes
    ids: list[str] = field(default_factory=list)


class MailQueries:
    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def all(self) -> list[MailRecord]:
        marks, taken = self._marks(), self._taken()
        return [
            MailRecord(
                one.ids[0],
                one.attendee_id,
                one.thing,
                one.serial,
                max((taken[i] for i in one.ids if i in taken), default=((0, b""), one.station_id))[1],
                tuple(mark for _, mark in sorted((m for i in one.ids for m in marks.get(i, ())), key=_place)),
            )
            for one in self._queued()
        ]

    def _queued(self) -> list[_One]:
        """The first that was queued stands; what another desk queued for the same purpose without knowing is it too."""
        rows = select(t.mail).order_by(t.mail.c.hlc, t.mail.c.entry, t.mail.c.place)
        owners = Owners(self._conn)
        by_id: dict[str, _One] = {}
        by_purpose: dict[tuple[str, str, int, str], _One] = {}
        found = []
        for r in self._conn.execute(rows):
            if r.mail_id in by_id:
                continue
            who = owners[r.attendee_id]
            before = by_id.get(r.follows)
            purpose = (who, r.thing, r.serial, before.ids[0] if before else r.follows)
            one = by_purpose.get(purpose)
            if one is None or one.station_id == r.station_id:
                one = _One(who, MailThing(r.thing), r.serial, r.station_id)
                found.append(one)
                by_purpose.setdefault(purpose, one)
            by_id[r.mail_id] = one
            one.ids.append(r.mail_id)
        return found

    def _marks(self) -> dict[str, list[tuple[_Place, MailMark]]]:
        marks: dict[str, list[tuple[_Place, MailMark]]] = {}
        for r in self._conn.execute(select(t.mail_mark)):
            mark = MailMark(MailState(r.state), r.trouble, r.code)
            marks.setdefault(r.mail_id, []).append(((r.hlc, r.entry), mark))
        return marks

    def _taken(self) -> dict[str, tuple[_Place, bytes]]:
        rows = select(t.mail_taken).order_by(t.mail_taken.c.hlc, t.mail_taken.c.entry)
        return {r.mail_id: ((r.hlc, r.entry), r.station_id) for r in self._conn.execute(rows)}


def _place(mark: tuple[_Place, MailMark]) -> _Place:
    return mark[0]
