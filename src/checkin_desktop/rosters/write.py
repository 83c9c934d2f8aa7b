"""Tables out: workbook, delimited text or JSON, never a formula and never half a file."""

import csv
import json
import os
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from checkin_desktop.domain.errors import PersonFacingError

Cell = str | int | float | bool | None
Sheet = tuple[str, Sequence[str], Iterable[Sequence[Cell]]]
"""Its name (empty: the program's own), headings, rows."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet calculate instead of show (OWASP, CSV Injection)."""
_EXCEL_CELL = 32_767


def write_table(path: Path, headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Writes .xlsx, .csv (UTF-8 with mark, comma) or .json (a list of objects), whichever `path` ends in.

    Written beside and renamed. Raises PersonFacingError for another ending or where it cannot be written.
    """
    write_sheets(path, [("", headings, rows)])


def write_sheets(path: Path, sheets: Sequence[Sheet]) -> None:
    """As `write_table`, several in one workbook; text holds the first alone."""
    writers: dict[str, _Writer] = {".xlsx": _workbook, ".csv": _delimited, ".json": _objects}
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise PersonFacingError("rosters-export-type", file=path.name)
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-", suffix=path.suffix)
    except OSError as error:
        raise PersonFacingError("rosters-not-written", file=path.name) from error
    os.close(handle)
    beside = Path(name)
    try:
        writer(beside, sheets)
        beside.replace(path)
    except (OSError, xlsxwriter.exceptions.FileCreateError) as error:
        raise PersonFacingError("rosters-not-written", file=path.name) from error
    finally:
        beside.unlink(missing_ok=True)


_Writer = Callable[[Path, Sequence[Sheet]], None]


def neutral(value: Cell) -> str:
    """A cell of delimited text that no spreadsheet takes for a formula."""
    shown = "" if value is None else str(value)
    harmless = isinstance(value, int | float) or not shown.startswith(_FORMULA)
    return shown if harmless else f"'{shown}"


def _workbook(path: Path, sheets: Sequence[Sheet]) -> None:
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        for sheet in sheets:
            _sheet(book, *sheet)


def _sheet(book: Any, name: str, headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    widths = [len(h) for h in headings]
    sheet = book.add_worksheet(name or None)
    bold, as_text = book.add_format({"bold": True}), book.add_format({"num_format": "@"})
    for column, heading in enumerate(headings):
        sheet.write_string(0, column, heading, bold)
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row):
            if isinstance(value, bool):
                sheet.write_boolean(number, column, value)
            elif isinstance(value, int | float):
                sheet.write_number(number, column, value)
            elif value:
                sheet.write_string(number, column, value[:_EXCEL_CELL], as_text)
            if column < len(widths):
                widths[column] = max(widths[column], len(str(value or "")))
    for column, width in enumerate(widths):
        sheet.set_column(column, column, min(max(width + 2, 8), 60))
    sheet.freeze_panes(1, 0)


def _delimited(path: Path, sheets: Sequence[Sheet]) -> None:
    _, headings, rows = sheets[0]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([neutral(h) for h in headings])
        writer.writerows([neutral(v) for v in row] for row in rows)


def _objects(path: Path, sheets: Sequence[Sheet]) -> None:
    _, headings, rows = sheets[0]
    listed = [dict(zip(headings, row, strict=True)) for row in rows]
    path.write_text(json.dumps(listed, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
