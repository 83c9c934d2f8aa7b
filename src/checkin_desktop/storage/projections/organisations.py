"""The organisations that people represent, as entities: name, region, aliases, merged ones."""

from collections.abc import Iterable
from functools import lru_cache

from sqlalchemy import Connection, bindparam, insert, select, update

from checkin_desktop.domain.badge import organisation_id
from checkin_desktop.domain.facts import OrganisationDescribed
from checkin_desktop.domain.journal import Entry
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.prepared import Prepared

_known = Prepared(select(t.organisation).where(t.organisation.c.id == bindparam("org")))


@lru_cache(maxsize=4096)
def id_of(name: str) -> str:
    return organisation_id(name)


def mention(conn: Connection, name: str, region: str, hlc: int, entry: bytes) -> None:
    """Somebody was said to belong to it; the first mention with a region names it."""
    org = id_of(name)
    if not org:
        return
    row = _known(conn, org=org).first()
    if row is None:
        conn.execute(insert(t.organisation), _row(org, name, region, hlc, entry))
    elif not row.described and _rank(name, region, hlc, entry) < _rank(
        row.name, row.region, row.hlc, row.entry
    ):
        conn.execute(
            update(t.organisation)
            .where(t.organisation.c.id == org)
            .values(name=name, region=region, hlc=hlc, entry=entry)
        )


def mention_import(conn: Connection, import_id: bytes) -> None:
    """Each organisation once, by its first mention: thousands of rows name few, and check-ins are waiting."""
    rows = conn.execute(
        select(t.profile.c.organisation, t.profile.c.region, t.profile.c.hlc, t.profile.c.entry)
        .where(t.profile.c.import_id == import_id)
        .distinct()
    ).all()
    mention_all(conn, ((r.organisation, r.region, r.hlc, r.entry) for r in rows))


def mention_all(conn: Connection, mentions: Iterable[tuple[str, str, int, bytes]]) -> None:
    """`mention` for many (name, region, hlc, entry), each organisation once."""
    first: dict[str, tuple[str, str, int, bytes]] = {}
    for said in mentions:
        org = id_of(said[0])
        if org not in first or _rank(*said) < _rank(*first[org]):
            first[org] = said
    for said in first.values():
        mention(conn, *said)


def describe(conn: Connection, entry: Entry, fact: OrganisationDescribed) -> None:
    """A person said how it is called, or into which it is merged; the latest such word stands."""
    row = conn.execute(select(t.organisation).where(t.organisation.c.id == fact.organisation_id)).first()
    said: dict[str, object] = {"name": fact.name, "region": fact.region, "into": fact.into}
    said |= {"hlc": entry.hlc, "entry": entry.hash, "described": 1}
    if row is None:
        conn.execute(insert(t.organisation), {"id": fact.organisation_id, **said})
    elif not row.described or (entry.hlc, entry.hash) > (row.hlc, row.entry):
        conn.execute(update(t.organisation).where(t.organisation.c.id == row.id).values(said))


def _row(org: str, name: str, region: str, hlc: int, entry: bytes) -> dict[str, object]:
    return {
        "id": org,
        "name": name,
        "region": region,
        "hlc": hlc,
        "entry": entry,
        "described": 0,
        "into": "",
    }


def _rank(name: str, region: str, hlc: int, entry: bytes) -> tuple[bool, int, bytes, str, str]:
    return (not region, hlc, entry, name, region)
