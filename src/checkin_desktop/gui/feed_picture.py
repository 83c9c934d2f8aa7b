"""The camera's picture as it is painted: codes outlined and ticked, a guide, a hint; or a message instead."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy

from checkin_desktop.gui.camera import Outline, ShownFrame
from checkin_desktop.gui.design.icons import pixmap
from checkin_desktop.gui.design.tokens import (
    BODY,
    CAMERA_BACK,
    CAMERA_GUIDE,
    CAMERA_OUTLINE,
    CAMERA_TEXT,
    GAP,
    LARGE,
    RADIUS,
    VERDICT_COLOURS,
)
from checkin_desktop.gui.page import Context
from checkin_desktop.services.ports.scanning import Hint
from checkin_desktop.words.verdicts import Tone

_TICK = VERDICT_COLOURS[Tone.ADMITTED][0]
_HINT_BACK, _HINT_TEXT = VERDICT_COLOURS[Tone.ATTENTION]
_GUIDE_SIDE, _GUIDE_ARM = 0.62, 0.16
_HINT_FRAMES = 12
"""For so many frames without one, the last hint stays: it must be readable."""


class FeedPicture(QLabel):
    """16:9, the newest frame scaled to fit. A camera's picture may be mirrored: the decoder never sees that."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("preview")
        self._context, self._feed = context, context.camera
        self._image: QImage | None = None
        self._frame: ShownFrame | None = None
        self._shape, self._message = "", ""
        self._hint: Hint | None = None
        self._since_hint = 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._feed.frame.connect(self.show_frame)

    @property
    def hint(self) -> Hint | None:
        """The one on screen."""
        return self._hint

    @property
    def message(self) -> str:
        return self._message

    def resizeEvent(self, event: QResizeEvent) -> None:
        height = round(event.size().width() * 9 / 16)
        if height != self.height():
            self.setFixedHeight(height)

    def show_frame(self, frame: ShownFrame) -> None:
        p = frame.picture
        self._image = QImage(p.rgb, p.width, p.height, p.width * 3, QImage.Format.Format_RGB888)
        self._frame = frame
        self._since_hint += 1
        if frame.hint is not None:
            self._hint, self._since_hint = frame.hint, 0
        elif frame.outlines or self._since_hint > _HINT_FRAMES:
            self._hint = None
        if not self._message:
            said = self._context.say(f"camera-hint-{self._hint.value}") if self._hint else ""
            if said != self.accessibleDescription():
                self.setAccessibleDescription(said)
        self.update()

    def show_message(self, shape: str, message: str) -> None:
        """Instead of the picture; an empty message lets the picture come."""
        self._shape, self._message = shape, message
        if message:
            self._image, self._frame, self._hint = None, None, None
        self.setAccessibleDescription(message)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        edge = QPainterPath()
        edge.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        painter.setClipPath(edge)
        painter.fillRect(self.rect(), QColor(CAMERA_BACK))
        if self._message:
            self._paint_message(painter)
        elif self._image is not None and self._frame is not None:
            self._paint_frame(painter, self._image, self._frame)
        painter.end()
        self._feed.painted()

    def _paint_frame(self, painter: QPainter, image: QImage, frame: ShownFrame) -> None:
        place = self._place(image.size())
        mirrored = self._feed.mirrored
        painter.save()
        if mirrored:
            painter.translate(2 * place.center().x(), 0)
            painter.scale(-1, 1)
        painter.drawImage(place, image)
        painter.restore()
        if self._context.preferences().guide and not (frame.outlines or frame.unread):
            _paint_guide(painter, place)
        if frame.unread:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(_HINT_BACK), 3, Qt.PenStyle.DashLine))
            painter.drawPolygon(_polygon(place, self._seen(frame.unread)))
        for outline in frame.outlines:
            _paint_read(painter, _polygon(place, self._seen(outline)))
        if self._hint is not None:
            self._paint_hint(painter, self._context.say(f"camera-hint-{self._hint.value}"))

    def _seen(self, outline: Outline) -> Outline:
        return tuple((1 - x, y) for x, y in outline) if self._feed.mirrored else outline

    def _place(self, size: QSize) -> QRectF:
        fit = size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - fit.width()) / 2, (self.height() - fit.height()) / 2
        return QRectF(left, top, fit.width(), fit.height())

    def _paint_hint(self, painter: QPainter, text: str) -> None:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        for size in range(max(LARGE, self._letter() + 2), 8, -1):
            font.setPixelSize(size)
            painter.setFont(font)
            width = painter.fontMetrics().horizontalAdvance(text) + 4 * GAP
            if width <= self.width() - 2 * GAP:
                break
        height = painter.fontMetrics().height() + GAP
        place = QRectF((self.width() - width) / 2, self.height() - height - GAP, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(_HINT_BACK))
        painter.drawRoundedRect(place, height / 2, height / 2)
        painter.setPen(QColor(_HINT_TEXT))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)

    def _paint_message(self, painter: QPainter) -> None:
        """The sign above the text, both in the middle; smaller letters where there are many of them."""
        side = 36
        flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        room = self.rect().adjusted(GAP * 2, GAP + side + GAP, -GAP * 2, -GAP)
        font = QFont(self.font())
        for size in range(self._letter(), 8, -1):
            font.setPixelSize(size)
            painter.setFont(font)
            needed = painter.fontMetrics().boundingRect(room, flags, self._message)
            if needed.height() <= room.height():
                break
        top = max(GAP, (self.height() - side - GAP - needed.height()) // 2)
        if self._shape:
            painter.drawPixmap((self.width() - side) // 2, top, pixmap(self._shape, CAMERA_TEXT, side))
        painter.setPen(QColor(CAMERA_TEXT))
        room.moveTop(top + side + GAP)
        painter.drawText(room, flags, self._message)

    def _letter(self) -> int:
        size = self.fontInfo().pixelSize()
        return size if size > 0 else BODY


def _polygon(place: QRectF, outline: Outline) -> QPolygonF:
    return QPolygonF(
        [QPointF(place.x() + x * place.width(), place.y() + y * place.height()) for x, y in outline]
    )


def _paint_read(painter: QPainter, corners: QPolygonF) -> None:
    """The code's edge, and a tick in its middle."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(CAMERA_OUTLINE), 3))
    painter.drawPolygon(corners)
    box = corners.boundingRect()
    middle, radius = box.center(), min(15.0, max(6.0, 0.25 * min(box.width(), box.height())))
    painter.setBrush(QColor(CAMERA_OUTLINE))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(middle, radius, radius)
    pen = QPen(QColor(_TICK), radius / 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    tick = ((-0.45, 0.0), (-0.12, 0.33), (0.45, -0.33))
    painter.drawPolyline(QPolygonF([middle + QPointF(x * radius, y * radius) for x, y in tick]))


def _paint_guide(painter: QPainter, place: QRectF) -> None:
    """Four corners in the middle: where a badge is best held."""
    side = place.height() * _GUIDE_SIDE
    box = QRectF(0, 0, side, side)
    box.moveCenter(place.center())
    arm = side * _GUIDE_ARM
    painter.setPen(QPen(QColor(CAMERA_GUIDE), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for x, y, dx, dy in (
        (box.left(), box.top(), 1, 1),
        (box.right(), box.top(), -1, 1),
        (box.right(), box.bottom(), -1, -1),
        (box.left(), box.bottom(), 1, -1),
    ):
        painter.drawPolyline(QPolygonF([QPointF(x + dx * arm, y), QPointF(x, y), QPointF(x, y + dy * arm)]))
