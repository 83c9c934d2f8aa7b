"""What was queued to be mailed, and what became of it; marks stand alone, in whatever order they come."""

from sqlalchemy import Index, LargeBinary

from checkin_desktop.storage.columns import hash_, key, number, table, text

mail = table(
    "mail",
    key("entry", LargeBinary),
    key("mail_id"),
    text("attendee_id"),
    text("thing"),
    number("serial"),
    text("follows"),
    hash_("station_id"),
    number("hlc"),
    number("place"),
)
mail_taken = table(
    "mail_taken",
    key("entry", LargeBinary),
    key("mail_id"),
    hash_("station_id"),
    number("hlc"),
)
"""`station_id`: in whose queue the mail is from here on."""

mail_mark = table(
    "mail_mark",
    key("entry", LargeBinary),
    text("mail_id"),
    text("state"),
    text("trouble"),
    number("code"),
    number("hlc"),
    Index("mail_mark_mail", "mail_id"),
)

MAILS = (mail, mail_taken, mail_mark)
