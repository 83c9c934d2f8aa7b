"""Templates: every edit as it was said, and the choice that stands for each purpose."""

from sqlalchemy import Connection, insert, select

from checkin_desktop.domain.designs import TemplateChosen, TemplateRemoved, TemplateSaved
from checkin_desktop.domain.journal import Entry
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.rows import hashes, put


def record_edit(conn: Connection, entry: Entry, fact: TemplateSaved | TemplateRemoved) -> None:
    conn.execute(
        insert(t.template_edit),
        {
            "entry": entry.hash,
            "template_id": fact.template_id,
            "hlc": entry.hlc,
            "content": fact.content if isinstance(fact, TemplateSaved) else b"",
            "replaces": hashes(fact.replaces),
        },
    )


def record_choice(conn: Connection, entry: Entry, fact: TemplateChosen) -> None:
    """The latest choice stands."""
    chosen = t.template_choice.c
    known = conn.execute(
        select(t.template_choice).where(chosen.purpose == fact.use, chosen.about == fact.about)
    ).first()
    if known is None or (entry.hlc, entry.hash) > (known.hlc, known.entry):
        put(
            conn,
            t.template_choice,
            {
                "purpose": fact.use.value,
                "about": fact.about,
                "template_id": fact.template_id,
                "hlc": entry.hlc,
                "entry": entry.hash,
            },
        )
