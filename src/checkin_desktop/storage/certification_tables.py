"""Projections of what is stated about certificates: rules, roles, requests, who collected them."""

from sqlalchemy import LargeBinary

from checkin_desktop.storage.columns import flag, hash_, key, number, table, text

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
