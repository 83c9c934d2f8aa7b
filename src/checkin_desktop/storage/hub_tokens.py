"""Who may speak to a hub: one-time codes, tokens and revoked stations, on the connection at hand."""

import hashlib
import secrets

from sqlalchemy import Connection, bindparam, delete, insert, select

from checkin_desktop.domain.badge import ALPHABET
from checkin_desktop.services.ports.hub import CODE_MS, TOKEN_MS, HubRefusal, Refusal
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.prepared import Prepared
from checkin_desktop.storage.projections.stations import revoked_after
from checkin_desktop.wire.messages import CODE_LENGTH

_READ_AS = str.maketrans("OIL", "011", " -")
_holder = Prepared(
    select(t.token.c.station_id).where(
        t.token.c.digest == bindparam("digest"), t.token.c.expires_at > bindparam("now")
    )
)


def add_code(conn: Connection, name: str, now: int) -> tuple[str, int]:
    """A one-time code, and until when it is good. Old ones are forgotten."""
    code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
    until = now + CODE_MS
    conn.execute(delete(t.code).where(t.code.c.expires_at <= now))
    conn.execute(insert(t.code), {"digest": _digest(code), "name": name, "expires_at": until})
    return code, until


def knows_code(conn: Connection, code: str, now: int) -> bool:
    good = select(t.code.c.digest).where(t.code.c.digest == _digest(code), t.code.c.expires_at > now)
    return conn.execute(good).first() is not None


def use_code(conn: Connection, code: str, now: int) -> bool:
    """Once: of two who try at the same time one succeeds."""
    used = delete(t.code).where(t.code.c.digest == _digest(code), t.code.c.expires_at > now)
    return conn.execute(used).rowcount == 1


def add_token(conn: Connection, digest: bytes, station_id: bytes, now: int) -> None:
    """Earlier ones stay good until they expire. Raises HubRefusal for a revoked station."""
    if revoked_after(conn, station_id) is not None:
        raise HubRefusal(Refusal.REVOKED)
    conn.execute(delete(t.token).where(t.token.c.expires_at <= now))
    row = {"digest": digest, "station_id": station_id, "expires_at": now + TOKEN_MS}
    conn.execute(insert(t.token), row)


def holder_of(conn: Connection, digest: bytes, now: int) -> bytes:
    """The station that a token was given to. Raises HubRefusal: unknown, expired, or the station is revoked."""
    station_id: bytes | None = _holder(conn, digest=digest, now=now).scalar()
    if station_id is None:
        raise HubRefusal(Refusal.UNKNOWN_TOKEN)
    if revoked_after(conn, station_id) is not None:
        raise HubRefusal(Refusal.REVOKED)
    return station_id


def _digest(code: str) -> bytes:
    """As a person types it: capitals or not, O for 0, I and L for 1, in groups."""
    return hashlib.sha256(b"checkin-desktop code" + code.upper().translate(_READ_AS).encode()).digest()
