"""What is asked at check-in, and who answered what."""

import cbor2
from sqlalchemy import Connection, insert, select

from checkin_desktop.domain.journal import Entry
from checkin_desktop.domain.questions import AnswersGiven, QuestionDefined
from checkin_desktop.storage import door_tables as d
from checkin_desktop.storage.rows import put
from checkin_desktop.wire.bodies import encode_body


def record_question(conn: Connection, entry: Entry, fact: QuestionDefined) -> None:
    """Its last wording stands."""
    known = d.question.c
    row = conn.execute(select(known.hlc, known.entry).where(known.id == fact.question.id)).first()
    if row is None or (entry.hlc, entry.hash) > (row.hlc, row.entry):
        put(
            conn,
            d.question,
            {
                "id": fact.question.id,
                "defined": encode_body(fact)[2],
                "hlc": entry.hlc,
                "entry": entry.hash,
                "removed": int(fact.removed),
            },
        )


def record_answers(conn: Connection, entry: Entry, fact: AnswersGiven) -> None:
    """The answers stay beside the entry, where they can be erased."""
    row = {
        "entry": entry.hash,
        "attendee_id": fact.attendee_id,
        "questions": cbor2.dumps(list(fact.questions), canonical=True),
        "hlc": entry.hlc,
    }
    conn.execute(insert(d.answers), row)
