"""Elements drawn on the canvas itself: while they are dragged, and where the page can't be drawn as it will print."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from checkin_desktop.domain.template import (
    Align,
    Box,
    Code,
    Element,
    Family,
    Fit,
    Picture,
    PictureSource,
    Placeholder,
    Template,
    Text,
    Vertical,
    Weight,
    placeholders_in,
)
from checkin_desktop.gui.design.tokens import FACE, LIGHT, PAPER, SERIF
from checkin_desktop.gui.pages.designer.editing import rect_of
from checkin_desktop.services.ports.documents import Filled

_MM = 25.4 / 72
_FINE = 20
"""Letters are laid out in twentieths of a millimetre: fonts have whole pixels."""
_WEIGHTS = {
    Weight.REGULAR: QFont.Weight.Normal,
    Weight.MEDIUM: QFont.Weight.Medium,
    Weight.SEMIBOLD: QFont.Weight.DemiBold,
    Weight.BOLD: QFont.Weight.Bold,
}
_ACROSS = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
}
_DOWN = {
    Vertical.TOP: Qt.AlignmentFlag.AlignTop,
    Vertical.MIDDLE: Qt.AlignmentFlag.AlignVCenter,
    Vertical.BOTTOM: Qt.AlignmentFlag.AlignBottom,
}


def said(text: str, filled: Filled) -> str:
    """A text with its placeholders filled; unknown ones stay as they are written."""
    for name in placeholders_in(text):
        if name in set(Placeholder):
            text = text.replace(f"{{{name}}}", filled.texts.get(Placeholder(name), ""))
    return text


def paint_page(painter: QPainter, template: Template, filled: Filled, rasters: Mapping[str, QImage]) -> None:
    """The page's paper, background and elements, in millimetres from its corner."""
    page = QRectF(0, 0, template.width, template.height)
    painter.fillRect(page, QColor(PAPER))
    background = rasters.get(template.background)
    if background is not None and not background.isNull():
        painter.drawImage(page, background)
    for element in template.elements:
        paint_element(painter, element, filled, rasters)


def paint_element(painter: QPainter, element: Element, filled: Filled, rasters: Mapping[str, QImage]) -> None:
    r = rect_of(element)
    place = QRectF(r.x, r.y, r.width, r.height)
    painter.save()
    match element:
        case Text():
            _text(painter, element, said(element.text, filled))
        case Picture():
            _picture(painter, element, place, filled, rasters)
        case Code():
            code = rasters.get("code")
            around = place.adjusted(-element.quiet, -element.quiet, element.quiet, element.quiet)
            painter.fillRect(around, QColor(PAPER))
            if code is not None and not code.isNull():
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
                painter.drawImage(place, code)
        case Box():
            _box(painter, element, place)
    painter.restore()


def colour_of(text: str) -> QColor:
    """The category's colour is shown as the accent: whose it is is not known while designing."""
    return QColor(LIGHT.accent) if text == "category" else QColor(text)


def _text(painter: QPainter, element: Text, text: str) -> None:
    text = text.upper() if element.upper else text
    font = QFont(FACE if element.family is Family.SANS else SERIF)
    font.setWeight(_WEIGHTS[element.weight])
    room = QRectF(0, 0, element.width * _FINE, element.height * _FINE)
    wraps = Qt.TextFlag.TextWordWrap if element.lines > 1 or "\n" in text else Qt.TextFlag.TextSingleLine
    flags = int(_ACROSS[element.align] | _DOWN[element.vertical]) | int(wraps)
    size = max(element.size, 1.0)
    while True:
        font.setPixelSize(max(1, round(size * _MM * _FINE)))
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, element.spacing * _MM * _FINE)
        needed = QFontMetricsF(font).boundingRect(room, flags, text)
        if size <= element.smallest or (needed.width() <= room.width() and needed.height() <= room.height()):
            break
        size = max(element.smallest, size - 0.5)
    painter.translate(element.x, element.y)
    painter.scale(1 / _FINE, 1 / _FINE)
    painter.setFont(font)
    painter.setPen(colour_of(element.colour))
    painter.drawText(room, flags, text)


def _picture(
    painter: QPainter, element: Picture, place: QRectF, filled: Filled, rasters: Mapping[str, QImage]
) -> None:
    match element.source:
        case PictureSource.IMAGE:
            names = [element.image]
        case PictureSource.PHOTO:
            names = ["photo"]
        case PictureSource.LOGOS:
            names = [f"logo{n}" for n in range(len(filled.logos))]
    shown = [rasters[name] for name in names if name in rasters and not rasters[name].isNull()]
    if not shown:
        painter.setPen(QPen(QColor(LIGHT.soft), 0, Qt.PenStyle.DashLine))
        painter.drawRect(place)
        painter.drawLine(place.topLeft(), place.bottomRight())
        painter.drawLine(place.topRight(), place.bottomLeft())
        return
    share = place.width() / len(shown)
    painter.setClipRect(place)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for at, image in enumerate(shown):
        room = QRectF(place.x() + at * share, place.y(), share, place.height())
        scales = room.width() / image.width(), room.height() / image.height()
        scale = max(scales) if element.fit is Fit.COVER else min(scales)
        drawn = QRectF(0, 0, image.width() * scale, image.height() * scale)
        drawn.moveCenter(room.center())
        painter.drawImage(drawn, image)


def _box(painter: QPainter, element: Box, place: QRectF) -> None:
    line = element.line * _MM
    painter.setPen(QPen(colour_of(element.stroke), line) if element.stroke else Qt.PenStyle.NoPen)
    if not element.width or not element.height:
        painter.drawLine(QPointF(place.topLeft()), QPointF(place.bottomRight()))
        return
    painter.setBrush(colour_of(element.fill) if element.fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place, element.radius, element.radius)
