"""The camera's picture, what state it is in, and the menu to choose another source."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLabel, QMenu, QSizePolicy, QVBoxLayout, QWidget

from checkin_desktop.gui.design.icons import pixmap
from checkin_desktop.gui.design.tokens import GAP, RADIUS
from checkin_desktop.gui.design.widgets import ElidedLabel, button, row
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.desk.camera import CameraFeed, FeedState, FeedStatus, ShownFrame
from checkin_desktop.services.ports.scanning import Camera

_BACK, _TEXT, _OUTLINE = "#0B0F16", "#EEF2F8", "#7CE3A8"


class FeedView(QWidget):
    """`chosen` is called with a camera's id or an address, and True: to be remembered; with a path, and False."""

    def __init__(self, context: Context, feed: CameraFeed, chosen: Callable[[str, bool], None]) -> None:
        super().__init__()
        self._context, self._feed, self._chosen = context, feed, chosen
        self.picture = _Picture(feed)
        self.name = ElidedLabel("small")
        self.source = button("quiet", self._open_menu)
        self.retry = button("quiet", lambda: chosen(context.preferences().camera, True))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(GAP // 2)
        body.addWidget(self.picture)
        body.addLayout(row(self.name, self.retry, self.source))
        self._menu = QMenu(self)
        feed.frame.connect(self.picture.show_frame)
        feed.status.connect(self._show_status)
        feed.cameras.connect(self._fill_menu)

    def retranslate(self) -> None:
        say = self._context.say
        self.source.setText(say("desk-camera-choose"))
        self.retry.setText(say("desk-camera-retry"))
        self.picture.setAccessibleName(say("desk-camera"))
        self._show_status(self._feed.current)

    def _show_status(self, status: FeedStatus) -> None:
        say = self._context.say
        self.retry.setVisible(status.state in (FeedState.FAILED, FeedState.NONE, FeedState.OFF))
        self.name.setText(status.name if status.state in (FeedState.LIVE, FeedState.ENDED) else "")
        if status.state is FeedState.LIVE:
            self.picture.show_message("", "")
        elif status.state is FeedState.ENDED:
            self.name.setText(say("desk-camera-ended-of", name=status.name))
        elif status.trouble is not None:
            self.picture.show_message("camera-off", say(status.trouble.sentence, **status.trouble.arguments))
        else:
            shape = "camera" if status.state is FeedState.OPENING else "camera-off"
            self.picture.show_message(shape, say(f"desk-camera-{status.state.value}"))

    def _open_menu(self) -> None:
        self._feed.look_for_cameras()

    def _fill_menu(self, cameras: tuple[Camera, ...]) -> None:
        say, menu = self._context.say, self._menu
        menu.clear()
        for camera in cameras:
            menu.addAction(camera.name, partial(self._chosen, camera.id, True))
        if not cameras:
            menu.addAction(say("desk-camera-none-found")).setEnabled(False)
        menu.addSeparator()
        menu.addAction(say("desk-camera-file"), self._pick_file)
        menu.addAction(say("desk-camera-folder"), self._pick_folder)
        menu.addAction(say("desk-camera-address"), self._ask_address)
        menu.addSeparator()
        menu.addAction(say("desk-camera-stop"), self._feed.stop)
        menu.popup(self.source.mapToGlobal(self.source.rect().bottomLeft()))

    def _pick_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self._context.say("desk-camera-file"))
        if path:
            self._chosen(path, False)

    def _pick_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self, self._context.say("desk-camera-folder"))
        if path:
            self._chosen(path, False)

    def _ask_address(self) -> None:
        say = self._context.say
        address, good = QInputDialog.getText(
            self, say("desk-camera-address"), say("desk-camera-address-ask"), text="http://"
        )
        if good and address.strip():
            self._chosen(address.strip(), True)


class _Picture(QLabel):
    """16:9, the newest frame scaled to fit, codes outlined; or a message."""

    def __init__(self, feed: CameraFeed) -> None:
        super().__init__()
        self.setObjectName("preview")
        self._feed = feed
        self._image: QImage | None = None
        self._frame: ShownFrame | None = None
        self._shape, self._message = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        height = round(event.size().width() * 9 / 16)
        if height != self.height():
            self.setFixedHeight(height)

    def show_frame(self, frame: ShownFrame) -> None:
        p = frame.picture
        self._image = QImage(p.rgb, p.width, p.height, p.width * 3, QImage.Format.Format_RGB888)
        self._frame = frame
        self._message = ""
        self.update()

    def show_message(self, shape: str, message: str) -> None:
        """Instead of the picture; an empty message lets the picture come."""
        self._shape, self._message = shape, message
        if message:
            self._image, self._frame = None, None
        self.setAccessibleDescription(message)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setBrush(QColor(_BACK))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(self.rect(), RADIUS, RADIUS)
        if self._image is not None and self._frame is not None:
            self._paint_frame(painter, self._image, self._frame)
        elif self._message:
            self._paint_message(painter)
        painter.end()
        self._feed.painted()

    def _paint_frame(self, painter: QPainter, image: QImage, frame: ShownFrame) -> None:
        size = image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(
            (self.width() - size.width()) / 2,
            (self.height() - size.height()) / 2,
            size.width(),
            size.height(),
        )
        painter.drawImage(place, image)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(_OUTLINE), 3))
        for outline in frame.outlines:
            corners = [
                QPointF(place.x() + x * place.width(), place.y() + y * place.height()) for x, y in outline
            ]
            painter.drawPolygon(QPolygonF(corners))

    def _paint_message(self, painter: QPainter) -> None:
        side = 40
        if self._shape:
            picture = pixmap(self._shape, _TEXT, side)
            painter.drawPixmap((self.width() - side) // 2, self.height() // 2 - side - GAP, picture)
        painter.setPen(QColor(_TEXT))
        room = self.rect().adjusted(GAP * 2, self.height() // 2, -GAP * 2, -GAP)
        painter.drawText(
            room,
            int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap),
            self._message,
        )
