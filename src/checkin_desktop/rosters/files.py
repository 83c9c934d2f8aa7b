"""A spreadsheet as tables of text, whatever wrote it, within bounds that a hostile file cannot pass."""

import re
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    XmlError,
    ZipError,
)

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.rosters.cells import cell_text, text
from checkin_desktop.rosters.delimited import read_delimited
from checkin_desktop.rosters.header import table_of
from checkin_desktop.services.ports.rosters import Table

MAX_BYTES = 50 * 1024 * 1024
MAX_UNPACKED = 600 * 1024 * 1024
MAX_ROWS = 200_000
MAX_COLUMNS = 200

_SHEETS = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".xlsb"})
_TEXT = frozenset({".csv", ".tsv", ".txt", ".tab"})
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED_OOXML = "EncryptedPackage".encode("utf-16-le")
# A filled cell beyond column GR (200) or row 200,000: calamine would allocate every cell up to it.
_FAR = re.compile(rb'r="(?:(?:G[S-Z]|[H-Z][A-Z]|[A-Z]{3})\d|[A-Z]{1,2}(?:[2-9]\d{5}|\d{7}))')
_FAR_CELL = re.compile(
    rb'<c [^>]{0,40}?r="(?:(?:(?:G[S-Z]|[H-Z][A-Z]|[A-Z]{3})\d+)|(?:[A-Z]{1,2}(?:[2-9]\d{5}|\d{7,})))"[^>]{0,60}[^/>]>'
)
_OVERLAP = 256


def read_tables(path: Path, hidden: bool = False) -> tuple[Table, ...]:
    """Every sheet that holds something, headings found; a text file is one table under the file's name.

    Hidden sheets are left out unless asked for, or unless there is nothing else. Raises PersonFacingError
    for a file that is missing, too large, locked, damaged, empty, or no list.
    """
    content = _content(path)
    if content[:4] in (b"PK\x03\x04", _OLE) or path.suffix.lower() in _SHEETS:
        grids = _workbook(path, content, hidden)
    elif path.suffix.lower() in _TEXT or path.suffix == "":
        grids = [(path.stem, read_delimited(content, MAX_ROWS))]
    else:
        raise PersonFacingError("rosters-wrong-type", file=path.name)
    tables = tuple(table for name, grid in grids if (table := _table(path, name, grid)))
    if not tables:
        raise PersonFacingError("rosters-empty", file=path.name)
    return tables


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise PersonFacingError("rosters-too-large", file=path.name, megabytes=MAX_BYTES // 1024 // 1024)
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise PersonFacingError("rosters-missing", file=path.name) from error
    except OSError as error:
        raise PersonFacingError("rosters-not-opened", file=path.name) from error
    if not content.strip():
        raise PersonFacingError("rosters-empty", file=path.name)
    return content


def _workbook(path: Path, content: bytes, hidden: bool) -> list[tuple[str, list[list[str]]]]:
    if content[:4] == _OLE and _ENCRYPTED_OOXML in content:
        raise PersonFacingError("rosters-encrypted", file=path.name)
    if content[:4] == b"PK\x03\x04":
        _refuse_bomb(path)
    try:
        with CalamineWorkbook.from_path(str(path)) as book:
            sheets = [s for s in book.sheets_metadata if s.typ == SheetTypeEnum.WorkSheet]
            shown = [s for s in sheets if hidden or s.visible == SheetVisibleEnum.Visible] or sheets
            return [(s.name, _grid(path, book, s.name)) for s in shown]
    except PasswordError as error:
        raise PersonFacingError("rosters-encrypted", file=path.name) from error
    except (CalamineError, ZipError, XmlError, OSError, ValueError) as error:
        raise PersonFacingError("rosters-damaged", file=path.name) from error


class _Cleaned(dict[str, str]):
    """Texts cleaned once: lists say the same thing over and over."""

    def __missing__(self, value: str) -> str:
        kept = self[value] = text(value)
        return kept


def _grid(path: Path, book: CalamineWorkbook, name: str) -> list[list[str]]:
    """Cells as text; what was merged downwards stands in each of its rows."""
    sheet = book.get_sheet_by_name(name)
    if sheet.total_height > MAX_ROWS or sheet.total_width > MAX_COLUMNS:
        raise _too_many(path)
    cleaned = _Cleaned()
    grid = [
        [cleaned[value] if type(value) is str else cell_text(value) for value in row]
        for row in sheet.to_python(skip_empty_area=False)
    ]
    for (top, column), (bottom, last) in sheet.merged_cell_ranges or ():
        if column == last and top < len(grid) and column < len(grid[top]):
            for row in grid[top + 1 : bottom + 1]:
                row[column] = row[column] or grid[top][column]
    return grid


def _too_many(path: Path) -> PersonFacingError:
    return PersonFacingError("rosters-too-many-cells", file=path.name, rows=MAX_ROWS, columns=MAX_COLUMNS)


def _refuse_bomb(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            if sum(m.file_size for m in members) > MAX_UNPACKED:
                raise PersonFacingError(
                    "rosters-too-large", file=path.name, megabytes=MAX_BYTES // 1024 // 1024
                )
            for member in members:
                if member.flag_bits & 1:
                    raise PersonFacingError("rosters-encrypted", file=path.name)
                if member.filename.startswith("xl/worksheets/") and member.filename.endswith(".xml"):
                    _refuse_far_cells(path, archive, member)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError) as error:
        raise PersonFacingError("rosters-damaged", file=path.name) from error


def _refuse_far_cells(path: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    with archive.open(member) as sheet:
        if any(_FAR.search(block) and _FAR_CELL.search(block) for block in _blocks(sheet)):
            raise _too_many(path)


def _blocks(sheet: IO[bytes]) -> Iterator[bytes]:
    tail = b""
    while block := sheet.read(1 << 20):
        yield tail + block
        tail = block[-_OVERLAP:]


def _table(path: Path, name: str, grid: Sequence[Sequence[str]]) -> Table | None:
    if len(grid) > MAX_ROWS or max(map(len, grid), default=0) > MAX_COLUMNS:
        raise _too_many(path)
    return table_of(name, grid)
