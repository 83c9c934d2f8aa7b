"""The logos that documents show."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from checkin_desktop.gui.design.icons import put_icon
from checkin_desktop.gui.design.tokens import GAP
from checkin_desktop.gui.design.widgets import button, card, clear, label
from checkin_desktop.gui.page import Context
from checkin_desktop.services.images import MAX_LOGOS

_SHOWN = QSize(150, 64)


class Logos(QWidget):
    """`remove` is called with a logo's name."""

    def __init__(self, context: Context, add: Callable[[], None], remove: Callable[[str], None]) -> None:
        super().__init__()
        self._context, self._remove = context, remove
        self._logos: tuple[tuple[str, QImage], ...] = ()
        self.caption, self.about = label("strong"), label("soft", wrap=True)
        self.add = button("", add)
        self._row = QHBoxLayout()
        self._row.setSpacing(GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.caption)
        column.addWidget(self.about)
        column.addLayout(self._row)
        below = QHBoxLayout()
        below.addWidget(self.add)
        below.addStretch()
        column.addLayout(below)

    def retranslate(self) -> None:
        say = self._context.say
        self.caption.setText(say("event-logos"))
        self.about.setText(say("event-logos-about"))
        self.add.setText(say("event-logo-add"))
        put_icon(self.add, "image-plus", self._context.theme().text)
        self.show_logos(self._logos)

    def show_logos(self, logos: Sequence[tuple[str, QImage]]) -> None:
        self._logos = tuple(logos)
        clear(self._row)
        for number, (name, picture) in enumerate(logos, 1):
            self._row.addWidget(self._card(number, name, picture))
        self._row.addStretch()
        self.add.setEnabled(len(self._logos) < MAX_LOGOS)

    def _card(self, number: int, name: str, picture: QImage) -> QWidget:
        frame, column = card()
        frame.setObjectName("logo")
        shown = QLabel()
        ratio, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        shown.setPixmap(QPixmap.fromImage(picture).scaled(_SHOWN, ratio, smooth))
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        shown.setMinimumSize(_SHOWN)
        drop = button("quiet", lambda: self._remove(name))
        drop.setText(self._context.say("event-remove"))
        drop.setAccessibleName(self._context.say("event-logo-remove", number=number))
        column.addWidget(shown)
        column.addWidget(drop, 0, Qt.AlignmentFlag.AlignHCenter)
        return frame
