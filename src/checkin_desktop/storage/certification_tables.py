"""Projections of certificates: the register, and the rules, roles and requests stated about them."""

from sqlalchemy import BigInteger as Big
from sqlalchemy import Index, LargeBinary

from checkin_desktop.storage.columns import flag, hash_, key, number, table, text

certificate = table(
    "certificate",
    key("entry", LargeBinary),
    number("serial"),
    text("attendee_id"),
    text("said_attendee_id"),
    text("kind"),
    number("issued_at"),
    number("hlc"),
    hash_("station_id"),
    hash_("attended"),
    hash_("settings"),
    text("exception_reason"),
    number("replaces"),
    text("category"),
    text("title"),
    text("session_id"),
    text("number"),
    text("template"),
    flag("ahead"),
    text("alone_reason"),
    text("language"),
    flag("revoked"),
    text("revoke_reason"),
    text("void"),
    flag("prints"),
    flag("handed_over"),
    Index("certificate_serial", "serial"),
    Index("certificate_attendee", "attendee_id"),
)

certificate_mark = table(
    "certificate_mark",
    key("entry", LargeBinary),
    key("serial", Big),
    text("mark"),
    text("detail"),
    number("hlc"),
    number("place"),
    Index("certificate_mark_serial", "serial"),
)

certification = table(
    "certification", key("entry", LargeBinary), number("hlc"), hash_("configured"), text("reason")
)

eligibility_rule = table("eligibility_rule", key("entry", LargeBinary), number("hlc"), hash_("defined"))

certificate_role = table(
    "certificate_role",
    key("entry", LargeBinary),
    number("hlc"),
    text("said_attendee_id"),
    text("kind"),
    text("title"),
    flag("removed"),
)

certificate_request = table(
    "certificate_request",
    key("entry", LargeBinary),
    number("hlc"),
    hash_("station_id"),
    number("recorded_at"),
    text("said_attendee_id"),
    text("kind"),
    text("title"),
    text("session_id"),
    text("reason"),
)

request_closed = table(
    "request_closed",
    key("entry", LargeBinary),
    key("request", LargeBinary),
    text("reason"),
)

collection = table(
    "collection",
    key("entry", LargeBinary),
    number("hlc"),
    number("recorded_at"),
    text("said_collector_id"),
    text("operator_id"),
)

CERTIFICATION = (
    certification,
    eligibility_rule,
    certificate_role,
    certificate_request,
    request_closed,
    collection,
)
