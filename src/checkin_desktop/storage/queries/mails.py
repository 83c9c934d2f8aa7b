"""The outbox as the journal has it."""

from sqlalchemy import Connection, select

from checkin_desktop.domain.mailing import MailMark, MailState, MailThing
from checkin_desktop.services.ports.mails import MailRecord
from checkin_desktop.storage import mail_tables as t
from checkin_desktop.storage.projections.badges import Owners


class MailQueries:
    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def all(self) -> list[MailRecord]:
        marks: dict[str, tuple[MailMark, ...]] = {}
        told = select(t.mail_mark).order_by(t.mail_mark.c.hlc, t.mail_mark.c.entry)
        for r in self._conn.execute(told):
            mark = MailMark(MailState(r.state), r.trouble, r.code)
            marks[r.mail_id] = (*marks.get(r.mail_id, ()), mark)
        queued = select(t.mail).order_by(t.mail.c.hlc, t.mail.c.entry, t.mail.c.place)
        found: dict[str, MailRecord] = {}
        owners = Owners(self._conn)
        for r in self._conn.execute(queued):
            said = marks.get(r.mail_id, ())
            who, thing = owners[r.attendee_id], MailThing(r.thing)
            record = MailRecord(r.mail_id, who, thing, r.serial, r.station_id, said)
            found.setdefault(r.mail_id, record)
        return list(found.values())
