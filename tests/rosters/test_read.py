"""Lists as organisers have them come out as exactly their people."""

import json
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.people import Category, DocumentKind
from checkin_desktop.rosters.columns import parse_mapping
from checkin_desktop.rosters.documents import document
from checkin_desktop.rosters.files import read_tables
from checkin_desktop.rosters.headings import field_of
from checkin_desktop.rosters.names import split_full_name
from checkin_desktop.rosters.read import read_roster
from checkin_desktop.rosters.write import write_table
from checkin_desktop.services.ports.rosters import ProblemKind, RosterField, RosterReading

DATA = Path(__file__).parent / "data"
MANIFEST = json.loads((DATA / "manifest.json").read_text(encoding="utf-8"))


def _text(folder: Path, written: str, encoding: str = "utf-8") -> RosterReading:
    path = folder / "lista.csv"
    path.write_bytes(written.encode(encoding))
    return read_roster(path)


@pytest.mark.parametrize("file", MANIFEST)
def test_public_lists_hold_exactly_their_people(file: str) -> None:
    reading = read_roster(DATA / file)
    assert len(reading.rows) == MANIFEST[file]["people"]
    assert reading.repeated == MANIFEST[file].get("repeated_rows", reading.repeated)
    if "dnis" in MANIFEST[file]:
        assert sorted(r.person.document for r in reading.rows) == MANIFEST[file]["dnis"]


def test_the_broken_row_is_told_by_row_column_and_kind() -> None:
    problems = read_roster(DATA / "formulario_inscripcion.xlsx").problems
    assert [(p.row, p.column, p.kind) for p in problems] == [
        (135, "Apellidos", ProblemKind.HALF_NAME),
        (135, "N° de DNI", ProblemKind.BAD_DOCUMENT),
        (135, "Correo electrónico", ProblemKind.BAD_EMAIL),
    ]


def test_of_two_columns_chosen_for_one_field_the_first_filled_one_counts(tmp_path: Path) -> None:
    path = tmp_path / "lista.csv"
    path.write_text("Nombres,Apellidos,Entidad,Sede\nAna,Ríos,,GORE Áncash\nLuis,Paz,MEF,Lima\nEva,Paz,,\n")
    chosen = dict.fromkeys(("Entidad", "Sede"), RosterField.ORGANISATION)
    people = [row.person for row in read_roster(path, mapping=chosen).rows]
    assert [p.organisation for p in people] == ["GORE Áncash", "MEF", ""]
    assert [p.honorific + p.own_code + p.note for p in people] == ["", "", ""]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("cut", [";", ",", "\t", "|"])
def test_encodings_and_delimiters(tmp_path: Path, encoding: str, cut: str) -> None:
    rows = [
        ["LISTA DE ASISTENTES"],
        [],
        ["Ap. paterno", "Ap. materno", "Nombres", "Doc. identidad", "Institución", "Rol"],
        ["ÑAHUI", "DE LA CRUZ", "JOSÉ MARÍA", "5676705", "GORE ÁNCASH", "Panelista"],
        ["Total: 1"],
    ]
    reading = _text(tmp_path, "\r\n".join(cut.join(r) for r in rows), encoding)
    (row,) = reading.rows
    assert (row.row, row.person.name, row.person.document) == (4, "José María Ñahui de la Cruz", "05676705")
    assert (row.person.organisation, row.person.category) == ("GORE Áncash", Category.PANELLIST)


def test_english_headings_and_extra_columns(tmp_path: Path) -> None:
    reading = _text(
        tmp_path,
        "First name,Last name,Passport,Company,Job title,Ticket code,Diet\nAna,Smith,AB12345,Acme,Speaker,X9,Vegan\n",
    )
    person = reading.rows[0].person
    assert (person.name, person.document_kind, person.own_code) == ("Ana Smith", DocumentKind.PASSPORT, "X9")
    assert (person.category, person.extra) == (Category.SPEAKER, (("Diet", "Vegan"),))


def test_a_document_under_another_name_is_refused_and_a_repeated_row_fills_in(tmp_path: Path) -> None:
    reading = _text(
        tmp_path,
        "Nombre completo;DNI;Correo\nAna Ríos Paz;12345678;\nANA RIOS PAZ;12345678;a@example.org\n"
        "Hugo Puma Ccopa;12345678;\n",
    )
    assert [(r.person.email, r.row) for r in reading.rows] == [("a@example.org", 2)]
    assert [(p.row, p.kind) for p in reading.problems] == [(4, ProblemKind.DOCUMENT_OF_ANOTHER)]


def test_a_mapping_is_parsed_and_an_unknown_one_explained() -> None:
    tables = read_tables(DATA / "texto_unicode.txt")
    assert parse_mapping("procedencia=region", tables) == {"Procedencia": RosterField.REGION}
    for wrong in ("Nada=region", "Procedencia=nada"):
        with pytest.raises(PersonFacingError):
            parse_mapping(wrong, tables)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04garbage", b"\xd0\xcf\x11\xe0junk"])
def test_what_is_no_list_is_said_in_words(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "lista.xlsx"
    path.write_bytes(content)
    with pytest.raises(PersonFacingError):
        read_tables(path)


def test_a_far_away_cell_is_refused_before_it_costs_memory(tmp_path: Path) -> None:
    path = tmp_path / "lejos.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "Nombre")
        sheet.write(1_048_575, 16_383, "x")
    with pytest.raises(PersonFacingError, match="too-many-cells"):
        read_tables(path)


@given(
    st.lists(
        st.sampled_from(["Ana", "de", "la", "del", "y", "Cruz", "D'Angelo", "Ñahui"]), min_size=1, max_size=8
    )
)
def test_splitting_a_name_loses_and_moves_nothing(words: list[str]) -> None:
    assert " ".join(split_full_name(" ".join(words))).split() == words


@given(st.integers(min_value=100_000, max_value=99_999_999))
def test_lost_zeros_come_back(number: int) -> None:
    if len(set(str(number))) > 1:
        assert document(str(number)) == (f"{number:08d}", DocumentKind.DNI)


def test_no_formula_leaves(tmp_path: Path) -> None:
    for ending in ("csv", "xlsx"):
        path = tmp_path / f"salida.{ending}"
        write_table(path, ["Nombre"], [["=1+1"], ["@x"], ['Ñusta; "y"']])
        assert [p.name for p in tmp_path.glob(".salida*")] == []
    assert "'=1+1" in (tmp_path / "salida.csv").read_text(encoding="utf-8-sig")
    with CalamineWorkbook.from_path(str(tmp_path / "salida.xlsx")) as book:
        assert book.get_sheet_by_index(0).to_python()[1] == ["=1+1"]


@pytest.mark.parametrize("heading", ["Nota", "OBSERVACIONES", "Observación para protocolo", "Nota (mesa)"])
def test_a_note_for_the_desk_is_read(heading: str) -> None:
    assert field_of(heading) is RosterField.NOTE
