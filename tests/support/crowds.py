"""Invented people, and lists of them as files: what a messy list holds and what it must come out as."""

import random
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from xml.sax.saxutils import escape

import xlsxwriter

from checkin_desktop.services.ports.rosters import ProblemKind

Cell = str | int | float | bool | date | datetime | None
Told = tuple[int, ProblemKind]
"""Row of the spreadsheet and what is wrong there."""

GIVEN = (
    "Ana", "Luis Alberto", "María Elena", "José", "Íngrid", "Ángel", "Rosa Luz", "Hugo", "Édgar Raúl", "Nélida",
    "Víctor", "Carmen Rosa", "Zenón", "Óscar", "Julia", "Percy", "Wilber", "Yanet", "Saúl", "Flor de María",
)  # fmt: skip
SURNAMES = (
    "Quispe", "Mamani", "Huamán", "Ñahui", "Condori", "Núñez", "Puma", "Ccopa", "Farfán", "Ochoa", "Ttito", "Zúñiga",
    "Valdivia", "Cáceres", "Chávez", "Peña", "Ríos", "Sánchez", "Llamocca", "Aragón", "D'Angelo", "Güere",
    "de la Cruz", "del Águila",
)  # fmt: skip
REGIONS = ("Cusco", "Áncash", "Junín", "San Martín", "La Libertad", "Puno", "Apurímac", "Huánuco")
PLACES = (
    "Valle Sagrado",
    "Tres Ríos",
    "Alto Andino",
    "Bosque Seco",
    "Lagos del Sur",
    "Nor Oriente",
    "Camélidos",
)
POSITIONS = (
    "Gerente General",
    "Especialista en Proyectos",
    "Contador",
    "Secretaria Técnica",
    "Jefe de Planeamiento",
)


@dataclass(frozen=True, slots=True)
class Someone:
    """One invented person with all that a list may say of them."""

    given: str
    paternal: str
    maternal: str
    dni: str
    organisation: str
    region: str
    position: str
    email: str
    phone: str

    @property
    def surnames(self) -> str:
        return f"{self.paternal} {self.maternal}"

    @property
    def name(self) -> str:
        return f"{self.given} {self.surnames}"

    @property
    def official(self) -> str:
        """As decrees have it: "QUISPE RÍOS, ANA"."""
        return f"{self.surnames}, {self.given}".upper()

    @property
    def number(self) -> int:
        return int(self.dni)


def crowd(seed: str, count: int) -> list[Someone]:
    """Distinct people, always the same ones for a seed; about every fourth DNI starts with zeros."""
    chance = random.Random(seed)
    people: dict[str, Someone] = {}
    while len(people) < count:
        given, paternal, maternal = chance.choice(GIVEN), chance.choice(SURNAMES), chance.choice(SURNAMES)
        low, high = chance.choice([(10_000_000, 89_999_999)] * 3 + [(1_000_000, 9_999_999)])
        dni = f"{chance.randint(low, high):08d}"
        region = chance.choice(REGIONS)
        people.setdefault(
            f"{given} {paternal} {maternal}",
            Someone(
                given, paternal, maternal, dni, f"Mancomunidad Municipal {chance.choice(PLACES)}", region,
                chance.choice(POSITIONS), f"persona{chance.randint(1000, 9999)}@example.org",
                f"9{chance.randint(10_000_000, 99_999_999)}",
            ),
        )  # fmt: skip
    return list(people.values())


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of cells; `hidden` a sheet, `merged` ranges as (row, column, row, column) from 0."""

    name: str
    rows: Sequence[Sequence[Cell]]
    hidden: bool = False
    merged: tuple[tuple[int, int, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class MessyList:
    """A list to be written, and its truth. `people` are (document, name); `also` are fields beside these.

    `cut` delimits the cells of a text file; where it is empty every row is one cell, a line as it is written.
    """

    file: str
    sheets: tuple[Sheet, ...]
    people: tuple[tuple[str, str], ...]
    problems: tuple[Told, ...] = ()
    repeated: int | None = 0
    encoding: str = "utf-8"
    cut: str = ","
    also: dict[str, dict[str, object]] = field(default_factory=dict)

    def write(self, folder: Path) -> Path:
        path = folder / self.file
        if path.suffix == ".xlsx":
            _xlsx(path, self.sheets)
        elif path.suffix == ".ods":
            _ods(path, self.sheets)
        else:
            written = "\r\n".join(self.cut.join(_quoted(c, self.cut) for c in r) for r in self.sheets[0].rows)
            path.write_bytes((written + "\r\n").encode(self.encoding))
        return path


def truth(people: Iterable[Someone]) -> tuple[tuple[str, str], ...]:
    return tuple((p.dni, p.name) for p in people)


def _quoted(cell: Cell, cut: str) -> str:
    said = "" if cell is None else str(cell)
    if not cut:
        return said
    return '"' + said.replace('"', '""') + '"' if cut in said or '"' in said or "\n" in said else said


def _xlsx(path: Path, sheets: Sequence[Sheet]) -> None:
    with xlsxwriter.Workbook(path, {"strings_to_urls": False, "strings_to_numbers": False}) as book:
        day, moment = (
            book.add_format({"num_format": "dd/mm/yyyy"}),
            book.add_format({"num_format": "d/m/yy h:mm"}),
        )
        for number, told in enumerate(sheets):
            sheet = book.add_worksheet(told.name)
            for top, left, bottom, right in told.merged:
                sheet.merge_range(top, left, bottom, right, "")
            for y, row in enumerate(told.rows):
                for x, cell in enumerate(row):
                    if isinstance(cell, datetime):
                        sheet.write_datetime(y, x, cell, moment)
                    elif isinstance(cell, date):
                        sheet.write_datetime(y, x, datetime.combine(cell, time()), day)
                    elif isinstance(cell, str) and cell.startswith("=") and not cell.startswith('="'):
                        formula, _, value = cell.rpartition("→")
                        sheet.write_formula(y, x, formula, None, value)
                    elif isinstance(cell, str):
                        sheet.write_string(y, x, cell)
                    elif cell is not None:
                        sheet.write(y, x, cell)
            if told.hidden:
                sheet.hide()
            elif number and sheets[0].hidden:
                sheet.activate()
                sheet.set_first_sheet()


_ODS = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content office:version="1.2" '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    "<office:body><office:spreadsheet>{}</office:spreadsheet></office:body></office:document-content>"
)
_KIND = "application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = (
    '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_KIND}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


def _ods(path: Path, sheets: Sequence[Sheet]) -> None:
    written = "".join(
        f'<table:table table:name="{escape(s.name)}">'
        + "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in s.rows)
        + "</table:table>"
        for s in sheets
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", _KIND)
        archive.writestr("content.xml", _ODS.format(written))
        archive.writestr("META-INF/manifest.xml", _MANIFEST)


def _ods_cell(cell: Cell) -> str:
    if cell is None or cell == "":
        return "<table:table-cell/>"
    if isinstance(cell, int | float):
        return (
            f'<table:table-cell office:value-type="float" office:value="{cell}">'
            f"<text:p>{cell}</text:p></table:table-cell>"
        )
    return f'<table:table-cell office:value-type="string"><text:p>{escape(str(cell))}</text:p></table:table-cell>'
