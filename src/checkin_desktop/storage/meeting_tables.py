"""Which entries speak of which delegation and meeting: these are few and are read whole."""

from sqlalchemy import BigInteger, Index, LargeBinary

from checkin_desktop.storage.columns import key, table, text

delegation_mark = table("delegation_mark", key("entry", LargeBinary), text("delegation_id"))

meeting_mark = table("meeting_mark", key("entry", LargeBinary), key("meeting_id"))

said_of = table(
    "said_of",
    key("entry", LargeBinary),
    key("place", BigInteger),
    key("attendee_id"),
    Index("said_of_attendee", "attendee_id"),
)
"""Whose erasing takes the text at that place beside an entry with it; the empty id where it names nobody."""

MEETINGS = (delegation_mark, meeting_mark, said_of)
