"""Lucide icons (ISC licence, resources/icons), in the theme's colour."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from checkin_desktop.gui.design.tokens import VERDICT_COLOURS, VERDICT_SHAPES
from checkin_desktop.places import resource
from checkin_desktop.words.verdicts import Tone

_sources: dict[str, str] = {}


def load_icons() -> None:
    """Reads all icons once, before the window is there: later nothing on the main thread opens a file."""
    for path in resource("icons").glob("*.svg"):
        _sources[path.stem] = path.read_text(encoding="utf-8")


def pixmap(name: str, colour: str, side: int) -> QPixmap:
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    svg = _sources[name].replace("currentColor", colour)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return picture


def verdict_mark(tone: Tone, side: int) -> QPixmap:
    """A verdict in small: its shape on its colour, told apart on any ground."""
    ground, ink = VERDICT_COLOURS[tone]
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(ground))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(picture.rect(), side / 4, side / 4)
    inset = side // 7
    painter.drawPixmap(inset, inset, pixmap(VERDICT_SHAPES[tone], ink, side - 2 * inset))
    painter.end()
    return picture


def icon(name: str, colour: str, side: int = 20) -> QIcon:
    return QIcon(pixmap(name, colour, side * 2))


def put_icon(made: QAbstractButton, name: str, colour: str, side: int = 0) -> None:
    """Beside a button's text, with a gap between: as high as its letters at any letter size, or `side`."""
    made.ensurePolished()
    side = side or made.fontMetrics().height()
    gap = side // 3
    padded = QPixmap((side + gap) * 2, side * 2)
    padded.fill(Qt.GlobalColor.transparent)
    painter = QPainter(padded)
    painter.drawPixmap(0, 0, pixmap(name, colour, side * 2))
    painter.end()
    made.setIcon(QIcon(padded))
    made.setIconSize(QSize(side + gap, side))
