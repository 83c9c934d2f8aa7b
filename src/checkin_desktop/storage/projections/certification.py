"""What the organiser states about certificates, who took part as what, and what desks ask of the one that issues.

Each fact is a row: which one stands is decided when they are read, so that order does not matter.
"""

from sqlalchemy import Connection, insert

from checkin_desktop.domain.certifying import (
    CertificateRequested,
    CertificateRequestsClosed,
    CertificateRoleAssigned,
    CertificationConfigured,
    EligibilityDefined,
)
from checkin_desktop.domain.journal import Entry
from checkin_desktop.storage import certification_tables as ct
from checkin_desktop.wire.bodies import encode_body


def record_settings(conn: Connection, entry: Entry, fact: CertificationConfigured) -> None:
    row = {"entry": entry.hash, "hlc": entry.hlc, "configured": encode_body(fact)[2], "reason": fact.reason}
    conn.execute(insert(ct.certification), row)


def record_rule(conn: Connection, entry: Entry, fact: EligibilityDefined) -> None:
    row = {"entry": entry.hash, "hlc": entry.hlc, "defined": encode_body(fact)[2]}
    conn.execute(insert(ct.eligibility_rule), row)


def record_role(conn: Connection, entry: Entry, fact: CertificateRoleAssigned) -> None:
    conn.execute(
        insert(ct.certificate_role),
        {
            "entry": entry.hash,
            "hlc": entry.hlc,
            "said_attendee_id": fact.attendee_id,
            "kind": fact.certificate_kind,
            "title": fact.title,
            "removed": int(fact.removed),
        },
    )


def record_request(conn: Connection, entry: Entry, fact: CertificateRequested) -> None:
    conn.execute(
        insert(ct.certificate_request),
        {
            "entry": entry.hash,
            "hlc": entry.hlc,
            "station_id": entry.station_id,
            "recorded_at": entry.recorded_at,
            "said_attendee_id": fact.attendee_id,
            "kind": fact.certificate_kind,
            "title": fact.title,
            "session_id": fact.session_id,
            "reason": fact.reason,
        },
    )


def record_closed(conn: Connection, entry: Entry, fact: CertificateRequestsClosed) -> None:
    rows = [
        {"entry": entry.hash, "request": member, "reason": fact.reason}
        for member in dict.fromkeys(fact.members)
    ]
    if rows:
        conn.execute(insert(ct.request_closed), rows)
