"""Into which organisation each one was merged in the end."""

from collections.abc import Mapping

from sqlalchemy import Connection, select

from checkin_desktop.storage import tables as t


def roots(conn: Connection) -> dict[str, str]:
    """By the id of each organisation: the one it was merged into, or itself."""
    rows = conn.execute(select(t.organisation.c.id, t.organisation.c.into))
    into = {r.id: r.into for r in rows}
    return {org: _root(org, into) for org in into}


def _root(org: str, into: Mapping[str, str]) -> str:
    seen = {org}
    while into.get(org, "") in into and into[org] not in seen:
        org = into[org]
        seen.add(org)
    return org
