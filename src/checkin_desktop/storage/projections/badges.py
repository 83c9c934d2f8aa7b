"""Badge codes: whose they are, revoked or not, printed how often."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, bindparam, insert, select

from checkin_desktop.domain.journal import Entry
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.prepared import Prepared
from checkin_desktop.storage.rows import chunks, within

_into = Prepared(select(t.attendee.c.merged_into).where(t.attendee.c.id == bindparam("who")))


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
    rows = [
        {
            "entry": entry.hash,
            "code_id": code_id,
            "attendee_id": attendee_id,
            "hlc": entry.hlc,
            "mark": mark,
        }
        for code_id in dict.fromkeys(code_ids)
    ]
    if rows:
        conn.execute(insert(t.badge_mark), rows)


def issued_to(conn: Connection, code_id: str) -> str:
    """The record that a code was issued to first; empty where it was to nobody."""
    issued = (
        select(t.badge_mark.c.attendee_id)
        .where(t.badge_mark.c.code_id == code_id, t.badge_mark.c.mark == Mark.ISSUED)
        .order_by(t.badge_mark.c.hlc, t.badge_mark.c.entry)
        .limit(1)
    )
    return conn.execute(issued).scalar() or ""


def holders(conn: Connection, code_ids: Sequence[str]) -> set[str]:
    """Every record whose badge these codes are, were, or were said to be."""
    issued = select(t.badge_mark.c.attendee_id).where(
        t.badge_mark.c.code_id.in_(code_ids), t.badge_mark.c.mark == Mark.ISSUED
    )
    return {*code_ids, *conn.execute(issued).scalars()}


def owner_of(conn: Connection, code_id: str, said_attendee_id: str) -> str:
    """Whose scan it is: the one to whom the code was issued, else whom the desk said, merged records followed."""
    owner = (issued_to(conn, code_id) if code_id else "") or said_attendee_id
    return merged_into(conn, owner) if owner else ""


def owners_of(conn: Connection, said: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """`owner_of` for many (code, said attendee) at once."""
    pairs = set(said)
    issued: dict[str, str] = {}
    marks = t.badge_mark.c
    for part in chunks(code for code, _ in pairs if code):
        rows = conn.execute(
            select(marks.code_id, marks.attendee_id)
            .where(within(conn, marks.code_id, part), marks.mark == Mark.ISSUED)
            .order_by(marks.hlc, marks.entry)
        )
        for row in rows:
            issued.setdefault(row.code_id, row.attendee_id)
    owners = {pair: issued.get(pair[0], "") or pair[1] for pair in pairs}
    merged: set[str] = set()
    for part in chunks(owners.values()):
        mine = within(conn, t.attendee.c.id, part)
        found = select(t.attendee.c.id).where(mine, t.attendee.c.merged_into != "")
        merged |= set(conn.execute(found).scalars())
    return {pair: merged_into(conn, o) if o in merged else o for pair, o in owners.items()}


def merged_into(conn: Connection, attendee_id: str) -> str:
    """The record that stands for a person found to be registered more than once."""
    seen = {attendee_id}
    while True:
        into = _into(conn, who=attendee_id).scalar()
        if not into or into in seen:
            return attendee_id
        seen.add(into)
        attendee_id = into


class Owners(dict[str, str]):
    """Whose record stands for whose, each asked once."""

    def __init__(self, conn: Connection) -> None:
        super().__init__()
        self._conn = conn

    def __missing__(self, attendee_id: str) -> str:
        owner = self[attendee_id] = merged_into(self._conn, attendee_id)
        return owner


def badge_state(conn: Connection, attendee_id: str) -> BadgeState:
    marks = t.badge_mark.c
    issued = (
        conn.execute(
            select(marks.code_id)
            .where(marks.attendee_id == attendee_id, marks.mark == Mark.ISSUED)
            .order_by(marks.hlc, marks.entry)
        )
        .scalars()
        .all()
    )
    codes = [attendee_id, *(code for code in issued if issued_to(conn, code) == attendee_id)]
    marked = conn.execute(select(marks.code_id, marks.mark).where(marks.code_id.in_(codes))).all()
    revoked = {m.code_id for m in marked if m.mark == Mark.REVOKED}
    current = next((code for code in reversed(codes) if code not in revoked), "")
    return BadgeState(current, sum(m.code_id == current and m.mark == Mark.PRINTED for m in marked))
