"""Mails queued, taken over, tried, settled."""

from sqlalchemy import Connection, insert

from checkin_desktop.domain.journal import Entry
from checkin_desktop.domain.mailing import MailSettled, MailsQueued, MailsTakenOver, MailState, MailTried
from checkin_desktop.storage import mail_tables as t


def record(
    conn: Connection, entry: Entry, fact: MailsQueued | MailsTakenOver | MailTried | MailSettled
) -> None:
    match fact:
        case MailsQueued():
            _queue(conn, entry, fact)
        case MailsTakenOver():
            _take_over(conn, entry, fact)
        case MailTried(mail_id=mail_id):
            _mark(conn, entry, mail_id, MailState.SENDING)
        case MailSettled():
            _mark(conn, entry, fact.mail_id, fact.state, fact.trouble or "", fact.code)


def _queue(conn: Connection, entry: Entry, fact: MailsQueued) -> None:
    once = {mail.id: mail for mail in fact.mails}
    rows = [
        {
            "entry": entry.hash,
            "mail_id": mail.id,
            "attendee_id": mail.attendee_id,
            "thing": fact.thing,
            "serial": mail.serial,
            "follows": mail.follows,
            "station_id": entry.station_id,
            "hlc": entry.hlc,
            "place": place,
        }
        for place, mail in enumerate(once.values())
    ]
    if rows:
        conn.execute(insert(t.mail), rows)


def _take_over(conn: Connection, entry: Entry, fact: MailsTakenOver) -> None:
    to = fact.station_id or entry.station_id
    rows = [
        {"entry": entry.hash, "mail_id": mail_id, "station_id": to, "hlc": entry.hlc}
        for mail_id in dict.fromkeys(fact.mail_ids)
    ]
    if rows:
        conn.execute(insert(t.mail_taken), rows)


def _mark(
    conn: Connection, entry: Entry, mail_id: str, state: MailState, trouble: str = "", code: int = 0
) -> None:
    row = {"entry": entry.hash, "mail_id": mail_id, "state": state, "trouble": trouble}
    conn.execute(insert(t.mail_mark), row | {"code": code, "hlc": entry.hlc})
