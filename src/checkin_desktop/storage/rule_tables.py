"""Projections of what the organiser rules, and of scans that were moved to another checkpoint."""

from sqlalchemy import Index, LargeBinary

from checkin_desktop.storage.columns import flag, hash_, key, number, table, text

rule = table("rule", key("id"), hash_("defined"), number("hlc"), hash_("entry"), flag("removed"))

passage_move = table(
    "passage_move",
    key("entry", LargeBinary),
    key("target", LargeBinary),
    text("checkpoint_id"),
    number("hlc"),
    Index("passage_move_target", "target"),
)

RULES = (rule, passage_move)
