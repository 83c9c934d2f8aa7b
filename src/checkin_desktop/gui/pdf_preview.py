"""Pages of a PDF on screen: what is shown is what is printed."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.gui.design.icons import icon
from checkin_desktop.gui.design.tokens import GAP
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.tools import Picture

_SETTLED_MS = 150
_MARGIN = 4


class PdfPreview(QWidget):
    """Shows one page at a time, as wide as there is room (`whole_page`: and no higher).

    Pages are drawn on the work lane; an answer to an outdated question is dropped.
    """

    def __init__(self, context: Context, *, whole_page: bool = False) -> None:
        super().__init__()
        self._context, self._whole = context, whole_page
        self._pdf, self._page, self._pages, self._asked = b"", 0, 0, 0
        self._empty = ""
        self._picture: QPixmap | None = None
        self._sheet = QLabel()
        self._sheet.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._sheet.setWordWrap(True)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._sheet)
        self.previous = button("quiet", lambda: self.show_page(self._page - 1))
        self.next = button("quiet", lambda: self.show_page(self._page + 1))
        self.place = label("small")
        self.place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(row(0, self.previous, self.place, self.next, 0))
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self._draw)
        self.retranslate()

    @property
    def page(self) -> int:
        """The page shown, from 0."""
        return self._page

    @property
    def pages(self) -> int:
        return self._pages

    @property
    def drawn(self) -> bool:
        """A page is on screen."""
        return self._picture is not None

    def show_pdf(self, pdf: bytes, page: int = 0) -> None:
        """Shows another document, from its first page on."""
        self._pdf, self._page, self._pages = pdf, page, 0
        self._picture = None
        self._sheet.setText(self._context.say("print-preview-drawing"))
        self._draw()

    def clear(self, text: str = "") -> None:
        """No document; `text` says what to do to see one."""
        self._asked += 1
        self._pdf, self._page, self._pages, self._picture, self._empty = b"", 0, 0, None, text
        self._sheet.setText(text)
        self._tell()

    def show_page(self, page: int) -> None:
        if 0 <= page < self._pages:
            self._page = page
            self._draw()

    def retranslate(self) -> None:
        text = self._context.theme().accent
        self.previous.setIcon(icon("chevron-left", text))
        self.next.setIcon(icon("chevron-right", text))
        self.previous.setAccessibleName(self._context.say("print-preview-previous"))
        self.previous.setToolTip(self.previous.accessibleName())
        self.next.setAccessibleName(self._context.say("print-preview-next"))
        self.next.setToolTip(self.next.accessibleName())
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_picture()
        if self._pdf:
            self._settled.start()

    def _draw(self) -> None:
        if not self._pdf:
            return
        self._asked += 1
        asked, pdf, page, tools = self._asked, self._pdf, self._page, self._context.tools
        width = max(200, round(self._room() * self.devicePixelRatioF()))

        def work() -> tuple[int, Picture]:
            return tools.page_count(pdf), tools.render_page(pdf, page, width)

        def failed(error: PersonFacingError) -> None:
            if asked == self._asked:
                self.clear(self._context.say(error.sentence, **error.arguments))

        self._context.lanes.work.run(work, lambda drawn: self._show(asked, *drawn), failed)

    def _show(self, asked: int, pages: int, picture: Picture) -> None:
        if asked != self._asked:
            return
        image = QImage(
            picture.rgb, picture.width, picture.height, picture.width * 3, QImage.Format.Format_RGB888
        )
        self._picture = QPixmap.fromImage(image)
        self._pages = pages
        self._place_picture()
        self._tell()

    def _room(self) -> int:
        """Pixels for the page's width, the scroll bar's place left free so that its coming changes nothing."""
        return self._scroll.width() - self._scroll.verticalScrollBar().sizeHint().width() - 2 * _MARGIN

    def _place_picture(self) -> None:
        if self._picture is None:
            return
        ratio = self.devicePixelRatioF()
        width = round(self._room() * ratio)
        if self._whole:
            room = round((self._scroll.viewport().height() - 2 * _MARGIN) * ratio)
            width = min(width, round(room * self._picture.width() / self._picture.height()))
        shown = self._picture.scaledToWidth(max(1, width), Qt.TransformationMode.SmoothTransformation)
        shown.setDevicePixelRatio(ratio)
        self._sheet.setPixmap(shown)

    def _tell(self) -> None:
        several = self._pages > 1
        for part in (self.previous, self.next, self.place):
            part.setVisible(several)
        self.previous.setEnabled(self._page > 0)
        self.next.setEnabled(self._page + 1 < self._pages)
        told = self._context.say("print-preview-page", page=self._page + 1, pages=max(1, self._pages))
        self.place.setText(told)
        self._sheet.setAccessibleName(told if self._pdf else self._empty)
