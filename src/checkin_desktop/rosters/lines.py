"""Lines between people: headings printed again, groups, totals, signatures."""

from checkin_desktop.domain.people import plain
from checkin_desktop.rosters.positions import NAME_FIELDS, Positions, Row
from checkin_desktop.services.ports.rosters import RosterField, Table

_FOOTERS = frozenset(
    ["total", "totales", "subtotal", "sub total", "elaborado", "elaboracion", "fuente", "nota", "notas",
     "observacion",
     "observaciones", "firma", "firmado", "firmas", "sello", "responsable", "leyenda", "source", "prepared", "notes",
     "generado", "exportado", "v b", "vb", "visto bueno", "revisado", "aprobado", "impreso", "pagina", "page",
     "atentamente",
     "actualizado", "fecha", "lugar", "va", "vienen", "cantidad", "coordinador responsable"]
)  # fmt: skip
_SECTIONS = frozenset(
    ["delegacion", "mesa", "dia", "day", "grupo", "group", "seccion", "section", "region", "departamento", "lista",
     "mancomunidad", "municipalidad", "gobierno", "provincia", "distrito", "comision", "ponentes", "expositores",
     "autoridades", "invitados", "participantes", "panelistas", "moderadores", "asistentes", "turno", "sede",
     "bloque",
     "eje", "panel", "taller", "sala", "equipo", "organizadores", "organizacion", "instituciones", "alcaldes",
     "regidores",
     "prensa", "staff", "relacion", "listado", "macro", "macrorregion", "zona"]
)  # fmt: skip
_FEW = 2
_NUMBER = 6
"""Digits that make a cell a document number and no count."""


def is_no_person(table: Table, at: Positions, row: Row) -> bool:
    """Whether a row is no row of a person: nothing that is meant, headings again, few cells and none personal."""
    number = at.first(RosterField.DOCUMENT, row)
    if number.isdigit() and len(number) >= _NUMBER:
        return False
    if not any(row[i] for i in at.meant):
        return True
    if table.header_row and _headings_again(table, row):
        return True
    filled = [i for i, c in enumerate(row) if any(x.isalnum() for x in c)]
    said = [i for i in filled if not row[i].isdigit()]
    if not said:
        return not any(sum(c.isdigit() for c in row[i]) >= _NUMBER for i in filled)
    if len(filled) > _FEW + 1 or at.first(RosterField.EMAIL, row) or _plausible_document(at, row):
        return False
    words = plain(row[said[0]]).split()
    starts = {" ".join(words[:n]) for n in (1, 2)}
    if starts & _FOOTERS:
        about = at.of(RosterField.ORGANISATION, RosterField.POSITION, RosterField.REGION)
        return said[0] not in about or not any(row[i] and not row[i].isdigit() for i in at.of(*NAME_FIELDS))
    return len(said) == 1 and len(at.meant) > _FEW and bool(starts & _SECTIONS)


def _headings_again(table: Table, row: Row) -> bool:
    filled = [(a, b) for a, b in zip(row, table.headings, strict=True) if a]
    return len(filled) > 1 and all(a.casefold() == b.casefold() for a, b in filled)


def _plausible_document(at: Positions, row: Row) -> bool:
    return sum(c.isdigit() for c in at.first(RosterField.DOCUMENT, row)) >= _NUMBER
