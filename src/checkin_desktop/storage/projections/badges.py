"""Badge codes: whose they are, revoked or not, printed how often."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, insert, select

from checkin_desktop.domain.journal import Entry
from checkin_desktop.storage import tables as t


class Mark(StrEnum):
    ISSUED = "issued"
    REVOKED = "revoked"
    PRINTED = "printed"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class BadgeState:
    """`code_id` is the one that is good now, empty if the last one was revoked and none was issued since."""

    code_id: str
    prints: int


def record(
    conn: Connection, entry: Entry, mark: Mark, code_ids: Sequence[str], attendee_id: str = ""
) -> None:
    conn.execute(
        insert(t.badge_mark),
        [
            {
                "entry": entry.hash,
                "code_id": code_id,
                "attendee_id": attendee_id,
                "hlc": entry.hlc,
                "mark": mark,
            }
            for code_id in dict.fromkeys(code_ids)
        ],
    )


def owner_of(conn: Connection, code_id: str, said_attendee_id: str) -> str:
    """Whose scan it is: the one to whom the code was issued, else whom the desk said, merged records followed."""
    owner = said_attendee_id
    if code_id:
        issued = conn.execute(
            select(t.badge_mark.c.attendee_id)
            .where(t.badge_mark.c.code_id == code_id, t.badge_mark.c.mark == Mark.ISSUED)
            .order_by(t.badge_mark.c.hlc, t.badge_mark.c.entry)
            .limit(1)
        ).scalar()
        owner = issued or said_attendee_id
    return merged_into(conn, owner) if owner else ""


def merged_into(conn: Connection, attendee_id: str) -> str:
    """The record that stands for a person found to be registered more than once."""
    seen = {attendee_id}
    while True:
        into = conn.execute(select(t.attendee.c.merged_into).where(t.attendee.c.id == attendee_id)).scalar()
        if not into or into in seen:
            return attendee_id
        seen.add(into)
        attendee_id = into


def badge_state(conn: Connection, attendee_id: str) -> BadgeState:
    marks = conn.execute(
        select(t.badge_mark.c.code_id, t.badge_mark.c.mark, t.badge_mark.c.hlc)
        .where((t.badge_mark.c.attendee_id == attendee_id) | (t.badge_mark.c.code_id == attendee_id))
        .order_by(t.badge_mark.c.hlc, t.badge_mark.c.entry)
    ).all()
    codes = [attendee_id, *(m.code_id for m in marks if m.mark == Mark.ISSUED)]
    revoked = {m.code_id for m in marks if m.mark == Mark.REVOKED}
    good = [c for c in codes if c not in revoked]
    if not marks:
        return BadgeState(attendee_id, 0)
    printed = conn.execute(
        select(t.badge_mark.c.code_id).where(
            t.badge_mark.c.code_id.in_(codes), t.badge_mark.c.mark == Mark.PRINTED
        )
    ).all()
    current = good[-1] if good else ""
    return BadgeState(current, sum(1 for p in printed if p.code_id == current))
