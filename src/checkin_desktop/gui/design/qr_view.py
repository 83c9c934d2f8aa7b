"""A QR code on screen, sharp at any size and dark on white in every theme: phones and webcams read it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin_desktop.gui.tools import Picture


class QrView(QWidget):
    """`side`: the least it takes, in pixels; modules are whole pixels."""

    def __init__(self, side: int) -> None:
        super().__init__()
        self._side = side
        self._image: QImage | None = None
        self.setMinimumSize(side, side)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def empty(self) -> bool:
        return self._image is None

    def show_picture(self, picture: Picture | None) -> None:
        """One pixel a module; None: nothing."""
        self._image = None
        if picture is not None:
            p = picture
            self._image = QImage(p.rgb, p.width, p.height, p.width * 3, QImage.Format.Format_RGB888).copy()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image is None:
            return
        modules = self._image.width()
        side = max(1, min(self.width(), self.height()) // modules) * modules
        painter = QPainter(self)
        drawn = self._image.scaled(
            side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.FastTransformation
        )
        painter.drawImage((self.width() - side) // 2, (self.height() - side) // 2, drawn)
        painter.end()
