"""The register (libro) of certificates: every number used, in order, and what became of each desk's range."""

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from checkin_desktop.documents.fonts import BOLD, REGULAR, SEMIBOLD, printable
from checkin_desktop.documents.page import ACCENT, INK, RULE, SOFT, cell, new_document
from checkin_desktop.domain.event import EventSettings
from checkin_desktop.domain.register import RangeAudit
from checkin_desktop.services.ports.documents import Register, RegisterLine
from checkin_desktop.words import Words
from checkin_desktop.words.dates import short_date

_ROW = 7 * mm
_LEFT, _RIGHT = 14 * mm, A4[0] - 14 * mm
_TOP = A4[1] - 34 * mm
_PER_PAGE = int((_TOP - 16 * mm) // _ROW)
_COLUMNS = (
    ("documents-register-serial", 0.0),
    ("documents-register-name", 19 * mm),
    ("documents-register-document", 74 * mm),
    ("documents-register-kind", 91 * mm),
    ("documents-register-issued", 126 * mm),
    ("documents-register-state", 143 * mm),
)


def draw_register(register: Register, event: EventSettings, words: Words) -> bytes:
    """The register as a PDF; document numbers are shown by their last three characters only."""
    canvas, out = new_document(A4, words.say("documents-register-title", event=event.name), words.language)
    lines, account = register.lines, _account(register, words)
    used, pages = _in_pages(len(lines), len(account))
    for page in range(pages):
        _header(canvas, event, words, page + 1, pages)
        here = lines[page * _PER_PAGE : (page + 1) * _PER_PAGE]
        for place, line in enumerate(here):
            _line(canvas, line, _TOP - place * _ROW, words)
        if page == pages - 1:
            _draw_account(canvas, account, used)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _in_pages(lines: int, account: int) -> tuple[int, int]:
    """(rows used on the page on which the account stands, pages); it is not torn where one page holds it."""
    pages = max(1, -(-lines // _PER_PAGE))
    used = lines - (pages - 1) * _PER_PAGE
    return (used, pages) if used + account <= _PER_PAGE else (0, pages + 1)


def _account(register: Register, words: Words) -> list[str]:
    """Its heading, then a line for each desk and for each stretch that nothing here accounts for."""
    said = []
    for desk, r in register.ranges:
        said.append(_range(desk, r, words))
        said += [
            words.say("documents-register-hole", first=str(first), last=str(last), desk=desk)
            for first, last in r.holes
        ]
        said += [words.say("documents-register-twice", number=str(number)) for number in r.twice]
    return ["", words.say("documents-register-account"), *said] if said else []


def _range(desk: str, r: RangeAudit, words: Words) -> str:
    full = r.unused > r.last
    return words.say(
        "documents-register-range-full" if full else "documents-register-range",
        desk=desk,
        first=str(r.first),
        last=str(r.last),
        issued=str(r.issued),
        revoked=str(r.revoked),
        void=str(r.void),
        unused=str(r.unused),
    )


def _draw_account(canvas: Canvas, account: list[str], used: int) -> None:
    for place, text in enumerate(account[: _PER_PAGE - used + 1], used):
        heading = place == used + 1
        canvas.setFillColor(ACCENT if heading else INK)
        font, size = (SEMIBOLD, 9.0) if heading else (REGULAR, 8.0)
        cell(canvas, text, font, _LEFT, _TOP - place * _ROW, _RIGHT - _LEFT, size)


def _header(canvas: Canvas, event: EventSettings, words: Words, page: int, pages: int) -> None:
    y = A4[1] - 16 * mm
    canvas.setFillColor(INK)
    title = words.say("documents-register-title", event=event.name)
    cell(canvas, title, BOLD, _LEFT, y, _RIGHT - _LEFT - 24 * mm, 13, 8, lines=1)
    canvas.setFont(REGULAR, 8)
    canvas.setFillColor(SOFT)
    canvas.drawRightString(_RIGHT, y, words.say("documents-page-of", page=page, pages=pages))
    canvas.setFont(SEMIBOLD, 7.5)
    canvas.setFillColor(ACCENT)
    for key, x in _COLUMNS:
        canvas.drawString(_LEFT + x, _TOP + 6 * mm, printable(words.say(key), SEMIBOLD))
    canvas.setStrokeColor(ACCENT)
    canvas.line(_LEFT, _TOP + 4.4 * mm, _RIGHT, _TOP + 4.4 * mm)


def _line(canvas: Canvas, line: RegisterLine, y: float, words: Words) -> None:
    state = words.say("documents-register-revoked" if line.revoked else "documents-register-valid")
    if line.void:
        state = words.say(f"certificate-void-{line.void}")
    kind = words.say(f"certificate-kind-{line.kind.value}") if line.kind else ""
    cells = (
        line.number,
        line.name,
        ("•" * max(0, len(line.document) - 3) + line.document[-3:]) if line.document else "",
        f"{kind}: {line.title}" if line.title else kind,
        short_date(line.issued_on, words.language) if line.issued_on else "",
        f"{state}: {line.reason}" if line.reason else state,
    )
    edges = [x for _, x in _COLUMNS] + [_RIGHT - _LEFT]
    canvas.setFillColor(SOFT if line.revoked else INK)
    for text, x, following in zip(cells, edges, edges[1:], strict=False):
        cell(canvas, text, REGULAR, _LEFT + x, y, following - x - 2 * mm, 7.5)
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.2)
    canvas.line(_LEFT, y - 2.2 * mm, _RIGHT, y - 2.2 * mm)
