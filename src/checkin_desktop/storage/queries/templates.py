"""Templates as the journal has them."""

from sqlalchemy import Connection, select

from checkin_desktop.domain.designs import TemplateEdit
from checkin_desktop.domain.template import TemplateUse
from checkin_desktop.storage import tables as t
from checkin_desktop.storage.rows import unhash


class TemplateQueries:
    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def edits(self, template_id: str | None = None) -> dict[str, tuple[TemplateEdit, ...]]:
        wanted = select(t.template_edit).order_by(t.template_edit.c.hlc, t.template_edit.c.entry)
        if template_id is not None:
            wanted = wanted.where(t.template_edit.c.template_id == template_id)
        found: dict[str, tuple[TemplateEdit, ...]] = {}
        for r in self._conn.execute(wanted):
            edit = TemplateEdit(r.entry, r.template_id, r.hlc, r.content, unhash(r.replaces))
            found[r.template_id] = (*found.get(r.template_id, ()), edit)
        return found

    def choices(self) -> dict[tuple[TemplateUse, str], str]:
        rows = self._conn.execute(select(t.template_choice))
        return {(TemplateUse(r.purpose), r.about): r.template_id for r in rows}
