"""People whose personal values are erased for good (Ley 29733): entries stay, what they name is gone."""

from collections.abc import Callable, Iterable, Sequence

from sqlalchemy import ColumnElement, Connection, insert, select, tuple_, union_all, update

from checkin_desktop.domain.beside import named_beside
from checkin_desktop.domain.facts import PersonalErased
from checkin_desktop.domain.journal import Entry
from checkin_desktop.storage import certification_tables as ct
from checkin_desktop.storage import door_tables as d
from checkin_desktop.storage import meeting_tables as m
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.entries import read_entries
from checkin_desktop.storage.prepared import Prepared
from checkin_desktop.storage.projections import people
from checkin_desktop.storage.rows import chunks
from checkin_desktop.wire.bodies import MalformedBody, decode_body

TO_SWEEP = "sweep"
"""Stands among this computer's own things from an erasure until the file's free pages were swept."""
_anyone = Prepared(select(t.erasure.c.attendee_id).limit(1))
_everybody = Prepared(select(t.erased_before.c.hlc).order_by(t.erased_before.c.hlc.desc()).limit(1))
_to_sweep = Prepared(select(t.local.c.name).where(t.local.c.name == TO_SWEEP))
_NAMES: tuple[tuple[ColumnElement[str], ColumnElement[bytes]], ...] = (
    (t.profile.c.attendee_id, t.profile.c.entry),
    (t.passage.c.said_attendee_id, t.passage.c.entry),
    (t.certificate.c.said_attendee_id, t.certificate.c.entry),
    (d.linked_code.c.attendee_id, d.linked_code.c.entry),
    (d.answers.c.attendee_id, d.answers.c.entry),
    (d.photo.c.attendee_id, d.photo.c.entry),
    (t.operator_said.c.operator_id, t.operator_said.c.entry),
    (m.said_of.c.attendee_id, m.said_of.c.entry),
    (ct.collection.c.said_collector_id, ct.collection.c.entry),
)
"""Whom an entry names beside which personal values may stand."""


def to_sweep(conn: Connection) -> bool:
    """Was anything erased whose bytes may still lie in the file?"""
    return _to_sweep(conn).first() is not None


def erased_anyone(conn: Connection) -> bool:
    return _anyone(conn).first() is not None or _everybody(conn).first() is not None


def forget(conn: Connection, entry: Entry, fact: PersonalErased) -> None:
    """Erases the values of these people, here and for good. The empty id: of scans that are nobody's."""
    gone = set(fact.attendee_ids)
    if fact.everybody:
        conn.execute(insert(t.erased_before), {"entry": entry.hash, "hlc": entry.hlc})
        earlier = select(t.entry.c.hash).where(t.entry.c.hlc < entry.hlc)
        gone |= _named(conn, lambda said: said.in_(earlier))
        _erase_beside(conn, t.personal.c.entry.in_(earlier))
    _bury(conn, gone)
    held = select(t.held.c.entry).join(t.personal, t.personal.c.entry == t.held.c.entry)
    erase_held(conn, list(read_entries(conn, t.entry.c.hash.in_(held))))


def erase_again(conn: Connection, entry: Entry) -> None:
    """Values that came in with `entry` of people whose erasure was known before do not come back."""
    named = _named(conn, lambda said: said == entry.hash)
    everybody = _everybody(conn).scalar()
    if everybody is not None and entry.hlc < everybody:
        _erase_beside(conn, t.personal.c.entry == entry.hash)
        _bury(conn, named)
    elif named:
        gone = t.erasure.c.attendee_id
        again = set(conn.execute(select(gone).where(gone.in_(named))).scalars())
        if again:
            _erase_values(conn, again)


def _named(conn: Connection, of: Callable[[ColumnElement[bytes]], ColumnElement[bool]]) -> set[str]:
    """The ids of those whom entries name."""
    return set(conn.execute(union_all(*(select(who).where(of(said)) for who, said in _NAMES))).scalars())


def _bury(conn: Connection, attendee_ids: set[str]) -> None:
    for part in chunks(sorted(attendee_ids)):
        known = set(
            conn.execute(select(t.erasure.c.attendee_id).where(t.erasure.c.attendee_id.in_(part))).scalars()
        )
        fresh = [{"attendee_id": attendee_id} for attendee_id in part if attendee_id not in known]
        if fresh:
            conn.execute(insert(t.erasure), fresh)
    _erase_values(conn, sorted(attendee_ids))


def erase_held(conn: Connection, entries: Sequence[Entry]) -> None:
    """What stands beside entries that do not count, of people who were erased: no table tells whom these name."""
    everybody = _everybody(conn).scalar()
    for entry in entries:
        if everybody is not None and entry.hlc < everybody:
            _erase_beside(conn, t.personal.c.entry == entry.hash)
            continue
        about = _said_beside(entry)
        named = {who for some in about for who in some}
        gone = t.erasure.c.attendee_id
        erased = set(conn.execute(select(gone).where(gone.in_(named))).scalars())
        for place, some in enumerate(about):
            if erased.intersection(some):
                at = (t.personal.c.entry == entry.hash) & (t.personal.c.place == place)
                _erase_beside(conn, at)


def _said_beside(entry: Entry) -> tuple[tuple[str, ...], ...]:
    """Empty for what this version can't read."""
    try:
        fact = decode_body(entry.kind, entry.version, entry.body)
    except MalformedBody:
        return ()
    return named_beside(fact) if fact is not None else ()


def _erase_beside(conn: Connection, which: ColumnElement[bool]) -> None:
    """Whatever it says of whomever: an entry that does not count, or that this version can't read, too."""
    _mark_to_sweep(conn)
    conn.execute(update(t.personal).where(which).values(value=None))


def _mark_to_sweep(conn: Connection) -> None:
    if not to_sweep(conn):
        conn.execute(insert(t.local), {"name": TO_SWEEP, "value": b""})


def _erase_values(conn: Connection, attendee_ids: Iterable[str]) -> None:
    _mark_to_sweep(conn)
    personal, places = t.personal.c, (t.profile.c, m.said_of.c)
    beside = [(who, said) for who, said in _NAMES if not any(who is place.attendee_id for place in places)]
    for part in chunks(attendee_ids):
        for place in places:
            said = select(place.entry, place.place).where(place.attendee_id.in_(part))
            conn.execute(
                update(t.personal).where(tuple_(personal.entry, personal.place).in_(said)).values(value=None)
            )
        named = union_all(*(select(entry).where(who.in_(part)) for who, entry in beside))
        conn.execute(
            update(t.personal).where(personal.entry.in_(named), personal.place == 0).values(value=None)
        )
        conn.execute(update(d.linked_code).where(d.linked_code.c.attendee_id.in_(part)).values(code=""))
        conn.execute(update(d.photo).where(d.photo.c.attendee_id.in_(part)).values(name=""))
        people.reduce_attendees(conn, part)
