"""Pictures that are dropped on the desk page or pasted into it: a photograph, a screenshot of a mail, a PDF."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage, QPainter

from checkin_desktop.gui.page import Context
from checkin_desktop.gui.tools import Picture
from checkin_desktop.words.verdicts import Cue

_FILMS = frozenset({".mp4", ".avi", ".mkv", ".mov", ".webm", ".mpg"})


class Pictures:
    """`scanned` is called with each code in a picture; `watch` with a video or a folder."""

    def __init__(
        self, context: Context, scanned: Callable[[str], None], watch: Callable[[str], None]
    ) -> None:
        self._context, self._scanned, self._watch = context, scanned, watch

    def takes(self, data: QMimeData) -> bool:
        return data.hasImage() or any(url.isLocalFile() for url in data.urls())

    def take(self, data: QMimeData) -> bool:
        """False where there is nothing of ours in it. Files before pixels: a file manager offers both."""
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if paths:
            for path in paths:
                self._take_file(path)
        elif data.hasImage():
            self._take_image(QImage(data.imageData()))
        else:
            return False
        return True

    def _take_file(self, path: Path) -> None:
        if path.suffix.lower() in _FILMS or path.is_dir():
            self._watch(str(path))
            return
        tools = self._context.tools
        self._context.lanes.work.run(lambda: tools.decode_file(path), self._decoded)

    def _take_image(self, image: QImage) -> None:
        if image.isNull():
            self._decoded(())
            return
        tools = self._context.tools
        self._context.lanes.work.run(lambda: tools.decode_picture(picture_of(image)), self._decoded)

    def _decoded(self, texts: tuple[str, ...]) -> None:
        for text in texts:
            self._scanned(text)
        if not texts:
            self._context.notify(self._context.say("desk-picture-nothing"))
            if self._context.preferences().sounds:
                self._context.tools.play(Cue.UNREADABLE)


def picture_of(image: QImage) -> Picture:
    """Qt's image as plain RGB, on white where it is transparent; its rows lose their padding."""
    plain = QImage(image.size(), QImage.Format.Format_RGB32)
    plain.fill(0xFFFFFFFF)
    _draw(image, plain)
    rgb = plain.convertToFormat(QImage.Format.Format_RGB888)
    width, height, line = rgb.width(), rgb.height(), rgb.bytesPerLine()
    data = bytes(rgb.constBits())
    return Picture(width, height, b"".join(data[y * line : y * line + width * 3] for y in range(height)))


def _draw(image: QImage, onto: QImage) -> None:
    painter = QPainter(onto)
    painter.drawImage(0, 0, image)
    painter.end()
