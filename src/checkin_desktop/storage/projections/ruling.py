"""The organiser's rules as they stand."""

from sqlalchemy import Connection, select

from checkin_desktop.domain.journal import Entry
from checkin_desktop.domain.rules import RuleStated
from checkin_desktop.storage.rows import put
from checkin_desktop.storage.rule_tables import rule
from checkin_desktop.wire.bodies import encode_body


def record_rule(conn: Connection, entry: Entry, fact: RuleStated) -> None:
    row = conn.execute(select(rule).where(rule.c.id == fact.rule.id)).first()
    if row and (row.hlc, row.entry) > (entry.hlc, entry.hash):
        return
    put(
        conn,
        rule,
        {
            "id": fact.rule.id,
            "defined": encode_body(fact)[2],
            "hlc": entry.hlc,
            "entry": entry.hash,
            "removed": int(fact.removed),
        },
    )
