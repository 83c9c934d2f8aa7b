"""Which entries speak of which delegation and meeting: these are few and are read whole."""

from sqlalchemy import Index, LargeBinary

from checkin_desktop.storage.columns import key, table, text

delegation_mark = table("delegation_mark", key("entry", LargeBinary), text("delegation_id"))

meeting_mark = table("meeting_mark", key("entry", LargeBinary), key("meeting_id"))

acta_person = table(
    "acta_person",
    key("entry", LargeBinary),
    key("attendee_id"),
    Index("acta_person_attendee", "attendee_id"),
)
"""Whose erasing takes an acta's texts with it; the empty id where it names nobody."""

MEETINGS = (delegation_mark, meeting_mark, acta_person)
