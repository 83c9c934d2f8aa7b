"""Delimited text as rows of cells: encoding and delimiter are found, never asked for."""

import codecs
import csv
import io
import re

from charset_normalizer import from_bytes

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.rosters.cells import text

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DELIMITERS = ";\t,|"
_LOOKED_AT = 40
_SPANISH_DOS = frozenset("áéíóúñÑ°¿üÁÉÍÓÚÜ")


def decoded(content: bytes) -> str:
    """The text of a file: by its mark, else UTF-8 if it is that, else what Windows in Peru writes (cp1252).

    The old DOS code page 850 is taken only where cp1252 gives no Spanish letter and it does.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    head = content[:4000]
    if head.count(0) > len(head) // 4:
        return content.decode("utf-16-le" if head[1:2] == b"\0" else "utf-16-be", errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    windows = content.decode("cp1252", errors="replace")
    foreign = {c for c in windows if ord(c) > 127}
    if foreign & _SPANISH_DOS or "�" not in windows:
        return windows if _spanish(windows) else _other(content, windows)
    return _other(content, windows)


def _spanish(value: str) -> bool:
    letters = [c for c in value if ord(c) > 127]
    return 2 * sum(c in _SPANISH_DOS or c.isalpha() or c in "ºª´’–“”" for c in letters) >= len(letters)


def _other(content: bytes, windows: str) -> str:
    dos = content.decode("cp850", errors="replace")
    if sum(c in _SPANISH_DOS for c in dos) > sum(c in _SPANISH_DOS for c in windows):
        return dos
    best = from_bytes(content[:200_000]).best()
    return content.decode(best.encoding, errors="replace") if best else windows


def read_delimited(content: bytes, max_rows: int) -> list[list[str]]:
    """Rows of cleaned cells, blank lines kept so that row numbers stay the spreadsheet's.

    Raises PersonFacingError for what is no text or has more than `max_rows` rows.
    """
    written = decoded(content).replace("\r\n", "\n").replace("\r", "\n")
    if written[:20_000].count("\0"):
        raise PersonFacingError("rosters-not-text")
    declared = re.match(r"\ufeff?sep=(.)\n", written)
    delimiter = declared[1] if declared else _delimiter(written)
    rows = _rows(written, delimiter, max_rows)
    return [[], *rows[1:]] if declared else rows


def _rows(written: str, delimiter: str, max_rows: int) -> list[list[str]]:
    """One list a line of the file's table; a quote that is never closed is read as an ordinary character."""
    csv.field_size_limit(1 << 20)
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(written, newline=""), delimiter=delimiter, strict=True):
            rows.append([text(cell) for cell in row])
            if len(rows) > max_rows:
                break
    except csv.Error:
        lines = written.split("\n")[: max_rows + 1]
        return [[text(cell.strip().strip('"')) for cell in line.split(delimiter)] for line in lines]
    return rows


def _delimiter(written: str) -> str:
    """The one that cuts most lines into the same number of cells."""
    lines = written[:100_000].split("\n")[: _LOOKED_AT * 4]
    best, delimiter = 0.0, ","
    for candidate in _DELIMITERS:
        try:
            widths = [len(r) for r in csv.reader(lines, delimiter=candidate)][:_LOOKED_AT]
        except csv.Error:
            continue
        wide = [w for w in widths if w > 1]
        if not wide:
            continue
        usual = max(set(wide), key=lambda w: (wide.count(w), w))
        score = wide.count(usual) / len(widths) + min(usual, 20) / 100
        if score > best:
            best, delimiter = score, candidate
    return delimiter
