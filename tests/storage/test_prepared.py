"""Prepared statements answer, and fail, as SQLAlchemy's own do."""

import pytest
from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from checkin_desktop.storage import tables as t
from checkin_desktop.storage.entries import insert_entry
from checkin_desktop.storage.prepared import Prepared
from support.desks import Station

_known = select(t.attendee.c.id, t.attendee.c.surnames, func.count()).group_by(t.attendee.c.id)
_named = _known.where(t.attendee.c.surnames == bindparam("surnames"))


@pytest.mark.parametrize("surnames", ["Quispe", "Ñahui", "nobody's"])
def test_the_answers_are_the_same(one: Station, surnames: str) -> None:
    prepared = Prepared(_named)
    with one.file.unit() as unit:
        conn, asked = unit.connection, {"surnames": surnames}
        assert [tuple(r) for r in prepared(conn, **asked)] == [tuple(r) for r in conn.execute(_named, asked)]
        assert list(prepared(conn, **asked).scalars()) == list(conn.execute(_named, asked).scalars())
        assert prepared(conn, **asked).scalar() == conn.execute(_named, asked).scalar()
        mine, theirs = prepared(conn, **asked).first(), conn.execute(_named, asked).first()
        assert (mine is None) == (theirs is None)
        if mine is not None:
            assert (mine.id, mine.surnames) == (theirs.id, theirs.surnames)  # type: ignore[union-attr]
        renamed = Prepared(
            update(t.attendee).where(t.attendee.c.surnames == bindparam("who")).values(region="")
        )
        assert renamed(conn, who=surnames).rowcount == (surnames != "nobody's")


def test_the_failures_are_the_same(one: Station) -> None:
    entry = one.entries()[-1]
    with pytest.raises(IntegrityError), one.file.unit() as unit:
        insert_entry(unit.connection, entry)
    with pytest.raises(IntegrityError), one.file.unit() as unit:
        unit.connection.execute(insert(t.local), [{"name": "twice", "value": b""}] * 2)
