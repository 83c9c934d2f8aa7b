"""The camera in a small window of its own, until it has read the code that is looked for."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from checkin_desktop.gui.camera import CameraFeed, FeedState, FeedStatus, ShownFrame
from checkin_desktop.gui.design.dialogs import dialog_column, headed
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.language import Language

_WIDTH, _HEIGHT = 480, 270


class ScanDialog(QDialog):
    """`good` says whether a code is the one; `read` gets it and the dialog closes. Other codes are passed over.

    `camera`: an id, a file or an address; the first camera if empty. A feed that runs already goes on afterwards.
    """

    def __init__(
        self,
        parent: QWidget,
        language: Language,
        feed: CameraFeed,
        camera: str,
        good: Callable[[str], bool],
        read: Callable[[str], object],
    ) -> None:
        super().__init__(parent)
        self._language, self._feed, self._good, self._read = language, feed, good, read
        self._ours = not feed.running
        self.setModal(True)
        self.picture, self.told = QLabel(), label("soft", wrap=True)
        self.picture.setObjectName("preview")
        self.picture.setFixedSize(_WIDTH, _HEIGHT)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.told.setText(language.say("scan-how"))
        self.cancel = button("", self.reject)
        self.cancel.setText(language.say("exchange-cancel"))
        column = dialog_column(self)
        column.addWidget(headed(self, language.say("scan-title")))
        column.addWidget(self.picture)
        column.addWidget(self.told)
        column.addLayout(row(0, self.cancel))
        feed.frame.connect(self._show)
        feed.seen.connect(self._seen)
        feed.status.connect(self._status)
        self.finished.connect(self._end)
        if self._ours:
            feed.start(camera)

    def _show(self, frame: ShownFrame) -> None:
        p = frame.picture
        image = QImage(p.rgb, p.width, p.height, p.width * 3, QImage.Format.Format_RGB888)
        fitted = QPixmap.fromImage(image).scaled(
            _WIDTH,
            _HEIGHT,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        self.picture.setPixmap(fitted)
        self._feed.painted()

    def _seen(self, code: str) -> None:
        if self._good(code):
            self.accept()
            self._read(code)

    def _status(self, status: FeedStatus) -> None:
        if status.state is FeedState.FAILED and status.trouble is not None:
            self.told.setText(self._language.say(status.trouble.sentence, **status.trouble.arguments))

    def _end(self) -> None:
        self._feed.frame.disconnect(self._show)
        self._feed.seen.disconnect(self._seen)
        self._feed.status.disconnect(self._status)
        if self._ours:
            self._feed.stop()
        self.deleteLater()
