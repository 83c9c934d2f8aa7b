"""Projections of what a desk notes beside admissions: substitutes, linked codes, portraits, answers."""

from sqlalchemy import Index, LargeBinary

from checkin_desktop.storage.columns import flag, hash_, key, number, table, text

representation = table(
    "representation",
    key("substitute_id"),
    key("represented_id"),
    number("hlc"),
    hash_("entry"),
    flag("removed"),
    Index("representation_represented", "represented_id"),
)

linked_code = table(
    "linked_code",
    key("entry", LargeBinary),
    text("attendee_id"),
    text("code"),
    number("hlc"),
    Index("linked_code_code", "code", postgresql_using="hash"),
    Index("linked_code_attendee", "attendee_id"),
)

unlinked_code = table(
    "unlinked_code", key("entry", LargeBinary), hash_("target"), Index("unlinked_target", "target")
)

question = table("question", key("id"), hash_("defined"), number("hlc"), hash_("entry"), flag("removed"))

answers = table(
    "answers",
    key("entry", LargeBinary),
    text("attendee_id"),
    hash_("questions"),
    number("hlc"),
    Index("answers_attendee", "attendee_id"),
)

photo = table(
    "photo", key("entry", LargeBinary), text("attendee_id"), text("name"), Index("photo_name", "name")
)

DOOR = (representation, linked_code, unlinked_code, question, answers, photo)
