"""The report's pages on attendance: arrivals by the quarter of an hour, and how many came to each session."""

from collections.abc import Sequence

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from checkin_desktop.documents.fonts import BOLD, REGULAR, SEMIBOLD, printable
from checkin_desktop.documents.listing import LEFT, RIGHT
from checkin_desktop.documents.page import ACCENT, INK, RULE, SOFT, cell
from checkin_desktop.services.arrivals import Quarter, round_steps, time_marks
from checkin_desktop.services.ports.meeting_papers import SessionFace
from checkin_desktop.words import Words

_CHART = 62 * mm
_ROW = 8.4 * mm
_BOTTOM = 16 * mm
_FULL, _FEWEST, _MARKS = 0.82, 4, 9
_COLUMNS = (LEFT, LEFT + 26 * mm, RIGHT - 64 * mm, RIGHT - 26 * mm)


def draw_attendance(
    canvas: Canvas, arrivals: Sequence[Quarter], sessions: Sequence[SessionFace], words: Words
) -> None:
    """From a new page on; as many as the sessions need."""
    y = A4[1] - 20 * mm
    if arrivals:
        peak = max(arrivals, key=lambda q: q.arrivals)
        _heading(canvas, words.say("documents-arrivals-title"), y)
        canvas.setFillColor(SOFT)
        about = words.say(
            "documents-arrivals-about",
            count=sum(q.arrivals for q in arrivals),
            most=peak.arrivals,
            day=f"{peak.at:%d/%m}",
            time=f"{peak.at:%H:%M}",
        )
        cell(canvas, about, REGULAR, LEFT, y - 6 * mm, RIGHT - LEFT, 9, 7, lines=1)
        y -= 12 * mm + _CHART
        _chart(canvas, arrivals, y)
        y -= 18 * mm
    if sessions:
        y = _table_head(canvas, y, words)
        for session in sessions:
            if y - _ROW < _BOTTOM:
                canvas.showPage()
                y = _table_head(canvas, A4[1] - 20 * mm, words)
            y -= _ROW
            _row(canvas, session, y)
    canvas.showPage()


def _heading(canvas: Canvas, text: str, y: float) -> None:
    canvas.setFillColor(INK)
    canvas.setFont(BOLD, 13)
    canvas.drawString(LEFT, y, printable(text, BOLD))


def _chart(canvas: Canvas, arrivals: Sequence[Quarter], bottom: float) -> None:
    left, room = LEFT + 9 * mm, RIGHT - LEFT - 9 * mm
    most = max(q.arrivals for q in arrivals)
    unit, each = _CHART / (max(most, 1) * 1.08), room / max(len(arrivals), _FEWEST)
    canvas.setLineWidth(0.4)
    for number in round_steps(most):
        at = bottom + number * unit
        canvas.setStrokeColor(RULE)
        canvas.line(left, at, left + room, at)
        canvas.setFillColor(SOFT)
        canvas.setFont(REGULAR, 7.5)
        canvas.drawRightString(left - 2 * mm, at - 2.6, str(number))
    for place, quarter in enumerate(arrivals):
        x = left + place * each
        canvas.setFillColor(ACCENT)
        if quarter.arrivals:
            canvas.rect(x, bottom, each * _FULL, quarter.arrivals * unit, stroke=0, fill=1)
        if quarter.after_lull:
            at = x - each * (1 - _FULL) / 2
            canvas.setStrokeColor(SOFT)
            canvas.setDash(2, 2)
            canvas.line(at, bottom, at, bottom + _CHART)
            canvas.setDash()
    canvas.setFillColor(SOFT)
    canvas.setFont(REGULAR, 7.5)
    for place, text in time_marks(arrivals, _MARKS):
        canvas.drawString(left + place * each, bottom - 4 * mm, text)


def _table_head(canvas: Canvas, y: float, words: Words) -> float:
    _heading(canvas, words.say("documents-sessions-title"), y)
    y -= 7 * mm
    canvas.setFont(SEMIBOLD, 7.5)
    canvas.setFillColor(ACCENT)
    for x, key in zip(_COLUMNS, ("when", "session", "room", "came"), strict=True):
        canvas.drawString(x, y, printable(words.say(f"documents-sessions-{key}"), SEMIBOLD))
    canvas.setStrokeColor(ACCENT)
    canvas.setLineWidth(0.8)
    canvas.line(LEFT, y - 1.8 * mm, RIGHT, y - 1.8 * mm)
    return float(y - 1 * mm)


def _row(canvas: Canvas, session: SessionFace, y: float) -> None:
    when = f"{session.day:%d/%m}" + (f" {session.starts:%H:%M}" if session.starts else "")
    came = f"{session.came} / {session.capacity}" if session.capacity is not None else str(session.came)
    canvas.setFillColor(INK if session.came else SOFT)
    ends = (*_COLUMNS[1:], RIGHT)
    texts = zip(
        _COLUMNS,
        ends,
        (when, session.name, session.room, came),
        (REGULAR, REGULAR, REGULAR, SEMIBOLD),
        strict=True,
    )
    for x, end, text, font in texts:
        cell(canvas, text, font, x, y + 1 * mm, end - x - 2 * mm, 8.5, 7.5)
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.3)
    canvas.line(LEFT, y - 2 * mm, RIGHT, y - 2 * mm)
