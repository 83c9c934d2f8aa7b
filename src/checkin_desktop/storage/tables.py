"""Every table of an event file. The journal is the truth; `PROJECTIONS` can be rebuilt from it alone.

Times are milliseconds UTC, flags 0 or 1, lists of hashes CBOR. `at` is corrected for the station's clock, `said_at`
is what the station said (`by_hand`: entered by somebody who knew the time; never corrected).

Texts of any length are indexed by hash on PostgreSQL: its other index refuses what is long.
"""

from sqlalchemy import BigInteger as Big
from sqlalchemy import Column, Index, Integer, LargeBinary, String
from sqlalchemy import text as _said

from checkin_desktop.storage.certification_tables import CERTIFICATION
from checkin_desktop.storage.certification_tables import certificate as certificate
from checkin_desktop.storage.certification_tables import certificate_mark as certificate_mark
from checkin_desktop.storage.columns import flag as _flag
from checkin_desktop.storage.columns import hash_ as _hash
from checkin_desktop.storage.columns import key as _key
from checkin_desktop.storage.columns import metadata as metadata
from checkin_desktop.storage.columns import number as _number
from checkin_desktop.storage.columns import table as _table
from checkin_desktop.storage.columns import text as _text
from checkin_desktop.storage.door_tables import (
    DOOR,
)
from checkin_desktop.storage.mail_tables import MAILS
from checkin_desktop.storage.meeting_tables import MEETINGS
from checkin_desktop.storage.rule_tables import RULES

AWAY, CAME = _said("pending <> 0 OR merged_into <> ''"), _said("admissions > 0")
REFUSED, UNSETTLED = _said("outcome = 'refused' AND undone = 0"), _said("choice IS NULL")
"""What the top of the window counts after each scan has an index of its own; asked for in these very words, since
SQLite does not use it for a bound value."""

entry = _table(
    "entry",
    Column("arrival", Integer, primary_key=True),
    Column("hash", LargeBinary, nullable=False, unique=True),
    _hash("station_id"),
    _number("seq"),
    _hash("prev_hash"),
    _number("hlc"),
    _number("recorded_at"),
    _text("operator_id"),
    _text("kind"),
    _number("version"),
    _hash("body"),
    _hash("sig"),
    Index("entry_chain", "station_id", "seq"),
    Index("entry_kind", "kind"),
)

head = _table(
    "head",
    _key("hash", LargeBinary),
    _hash("station_id"),
    _number("seq"),
    Index("head_station", "station_id"),
)

personal = _table(
    "personal",
    _key("entry", LargeBinary),
    _key("place", Big),
    Column("value", LargeBinary),
)

contact = _table("contact", _key("station_id", LargeBinary), _number("at"))
"""When this computer last heard of a station, directly or through a hub, on its own clock. No projection."""

token = _table(
    "token",
    _key("digest", LargeBinary),
    _hash("station_id"),
    _number("expires_at"),
    Index("token_expiry", "expires_at"),
)
"""By which a hub here knows stations: digests alone. This and the next two: local, no projections."""

code = _table("code", _key("digest", LargeBinary), _text("name"), _number("expires_at"))
"""One-time codes of a hub here that were not used yet."""

claim = _table(
    "claim",
    _key("entry", LargeBinary),
    _hash("station_id"),
    _text("attendee_id"),
    _text("checkpoint_id"),
    _text("outcome"),
    _number("at"),
    Index("claim_checkpoint", "checkpoint_id"),
)
"""Admissions that a hub here granted; `at` on the hub's clock. Settled once the entry is here, or cancelled."""

local = _table("local", _key("name"), Column("value", LargeBinary, nullable=False))

event = _table(
    "event",
    _key("id", LargeBinary),
    _text("name"),
    _hash("key"),
    Column("founder", LargeBinary),
    Column("settings", LargeBinary),
    Column("settings_hlc", Big, nullable=False, default=0),
    Column("settings_entry", LargeBinary),
    Column("sealed", LargeBinary),
    Column("sealed_hlc", Big, nullable=False, default=0),
)

image = _table("image", _key("hash"), _hash("content"))

slot = _table(
    "slot",
    _key("number", Big),
    _hash("key"),
    Column("endorsement", LargeBinary, nullable=False, default=b""),
    _number("first_serial"),
    _number("last_serial"),
)

station = _table(
    "station",
    _key("id", LargeBinary),
    _hash("key"),
    _text("name"),
    _number("slot"),
    _number("slot_hlc"),
    _hash("enrolment"),
    _number("name_hlc"),
    _hash("name_entry"),
    _hash("succeeds"),
)

revocation = _table(
    "revocation",
    _key("entry", LargeBinary),
    _hash("station_id"),
    _number("last_seq"),
    Index("revocation_station", "station_id"),
)

checkpoint = _table(
    "checkpoint",
    _key("id"),
    _hash("defined"),
    _number("hlc"),
    _hash("entry"),
    _flag("removed"),
    _flag("reentry"),
    _text("kind"),
    _text("room"),
)
"""`room`: of a session, as it is compared; empty where entering it leaves no other."""

import_run = _table("import_run", _key("import_id", LargeBinary), _hash("entry"), _number("chunks"))

profile = _table(
    "profile",
    _key("entry", LargeBinary),
    _key("attendee_id"),
    _number("place"),
    _number("hlc"),
    _text("organisation"),
    _text("region"),
    _text("category"),
    _hash("replaces"),
    Column("import_id", LargeBinary),
    Index("profile_attendee", "attendee_id"),
    Index("profile_import", "import_id"),
)

attendee = _table(
    "attendee",
    _key("id"),
    _flag("pending"),
    _text("given_names"),
    _text("surnames"),
    _text("sort_key"),
    Column("document_kind", String),
    _text("document"),
    _text("same_document"),
    _text("organisation_id"),
    _text("organisation"),
    _text("region"),
    _text("position"),
    _text("honorific"),
    _text("category"),
    _text("email"),
    _text("phone"),
    _text("own_code"),
    Column("consent", Integer),
    _text("extra"),
    _text("note"),
    _text("photo"),
    _flag("withdrawn"),
    _text("merged_into"),
    _text("code_id"),
    _flag("prints"),
    Index("attendee_document", "same_document", postgresql_using="hash"),
    Index("attendee_own_code", "own_code", postgresql_using="hash"),
    Index("attendee_sort", "sort_key", postgresql_using="hash"),
    Index("attendee_code", "code_id"),
    Index("attendee_organisation", "organisation_id"),
    Index("attendee_away", "id", sqlite_where=AWAY, postgresql_where=AWAY),
)

withdrawal = _table(
    "withdrawal",
    _key("entry", LargeBinary),
    _text("attendee_id"),
    _number("hlc"),
    _flag("withdrawn"),
    Index("withdrawal_attendee", "attendee_id"),
)

erasure = _table("erasure", _key("attendee_id"))

erased_before = _table("erased_before", _key("entry", LargeBinary), _number("hlc"))
"""When everybody was erased: nothing personal stays beside entries with a lower clock, whenever they come."""

organisation = _table(
    "organisation",
    _key("id"),
    _text("name"),
    _text("region"),
    _number("hlc"),
    _hash("entry"),
    _flag("described"),
    _text("into"),
)

badge_mark = _table(
    "badge_mark",
    _key("entry", LargeBinary),
    _key("code_id"),
    _text("attendee_id"),
    _number("hlc"),
    _text("mark"),
    Index("badge_mark_code", "code_id"),
    Index("badge_mark_attendee", "attendee_id"),
)

passage = _table(
    "passage",
    _key("entry", LargeBinary),
    _text("attendee_id"),
    _text("said_attendee_id"),
    _text("code_id"),
    _text("checkpoint_id"),
    _text("said_checkpoint_id"),
    _text("outcome"),
    _text("reason"),
    _number("at"),
    _number("said_at"),
    _flag("by_hand"),
    _number("hlc"),
    _hash("station_id"),
    _text("source"),
    _text("override"),
    _hash("ticked_at"),
    _flag("undone"),
    Index("passage_attendee", "attendee_id", "checkpoint_id"),
    Index("passage_code", "code_id"),
    Index("passage_time", "hlc"),
    Index("passage_station", "station_id", "said_at"),
    Index("passage_refused", "entry", sqlite_where=REFUSED, postgresql_where=REFUSED),
)

undo = _table("undo", _key("entry", LargeBinary), _hash("target"), Index("undo_target", "target"))

presence = _table(
    "presence",
    _key("attendee_id"),
    _key("checkpoint_id"),
    _flag("inside"),
    _number("admissions"),
    Column("first_at", Big),
    Column("last_in_at", Big),
    Column("last_out_at", Big),
    _hash("station_id"),
    _text("moved_to"),
    Index("presence_inside", "checkpoint_id", "inside"),
    Index(
        "presence_came", "attendee_id", "checkpoint_id", "inside", sqlite_where=CAME, postgresql_where=CAME
    ),
)

settlement = _table(
    "settlement",
    _key("entry", LargeBinary),
    _text("kind"),
    _text("subject"),
    _hash("members"),
    _text("choice"),
    _hash("replaces"),
    Index("settlement_subject", "kind", "subject"),
)

conflict = _table(
    "conflict",
    _key("id"),
    _text("kind"),
    _text("subject"),
    _text("attendee_id"),
    _text("checkpoint_id"),
    _hash("members"),
    Column("choice", String),
    Index("conflict_subject", "kind", "subject"),
    Index("conflict_unsettled", "id", sqlite_where=UNSETTLED, postgresql_where=UNSETTLED),
)

clock = _table(
    "clock",
    _key("entry", LargeBinary),
    _hash("station_id"),
    _hash("peer"),
    _number("measured_at"),
    _number("offset_ms"),
    _number("round_trip_ms"),
    _flag("bound"),
    Index("clock_between", "station_id", "peer"),
)

template_edit = _table(
    "template_edit",
    _key("entry", LargeBinary),
    _text("template_id"),
    _number("hlc"),
    _hash("content"),
    _hash("replaces"),
    Index("template_edit_template", "template_id"),
)

template_choice = _table(
    "template_choice", _key("purpose"), _key("about"), _text("template_id"), _number("hlc"), _hash("entry")
)
operator_said = _table(
    "operator_said",
    _key("entry", LargeBinary),
    _text("operator_id"),
    _number("hlc"),
    _text("role"),
    _hash("verifier"),
    Index("operator_said_of", "operator_id"),
)
"""Every account of an operator, the latest stands; no role: removed."""

held = _table("held", _key("entry", LargeBinary), _text("reason"))

search_row = _table(
    "search_row", Column("id", Integer, primary_key=True), Column("attendee_id", String, unique=True)
)

PROJECTIONS = (
    event,
    image,
    slot,
    station,
    revocation,
    checkpoint,
    import_run,
    profile,
    attendee,
    withdrawal,
    erasure,
    erased_before,
    organisation,
    badge_mark,
    passage,
    undo,
    presence,
    settlement,
    conflict,
    certificate,
    certificate_mark,
    clock,
    template_edit,
    template_choice,
    *DOOR,
    *CERTIFICATION,
    operator_said,
    *MEETINGS,
    *RULES,
    *MAILS,
    held,
)
