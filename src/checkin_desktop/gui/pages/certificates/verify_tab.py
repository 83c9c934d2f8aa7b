"""Is this certificate genuine? Shown to the camera, typed, scanned, or read from a file; no network is asked."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QLineEdit, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from checkin_desktop.gui.design.columns import Columns
from checkin_desktop.gui.design.icons import pixmap, put_icon
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.certificates.camera_card import CameraCard
from checkin_desktop.gui.pages.certificates.presenter import CertificatesPresenter, Verified
from checkin_desktop.gui.pages.certificates.trust_card import TrustCard
from checkin_desktop.gui.pages.certificates.verdict_card import VerdictCard
from checkin_desktop.keys.manifest import SUFFIX as MANIFEST
from checkin_desktop.keys.revocations import SUFFIX as REVOCATIONS

_PICTURES = "*.pdf *.jpg *.jpeg *.png *.webp *.bmp *.tif *.tiff"
_MARK = 40


class VerifyTab(QScrollArea):
    def __init__(self, context: Context, presenter: CertificatesPresenter) -> None:
        super().__init__()
        self._context, self._presenter = context, presenter
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._said: Verified | None = None
        self.setAcceptDrops(True)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.caption, self.hint = label("strong"), label("soft", wrap=True)
        self.code = QLineEdit()
        self.code.setObjectName("search")
        self.code.setClearButtonEnabled(True)
        self.code.returnPressed.connect(self._verify_typed)
        self.check = button("primary", self._verify_typed)
        self.check.setEnabled(False)
        self.code.textChanged.connect(lambda text: self.check.setEnabled(bool(text.strip())))
        self.file_button = button("", self._choose_file)
        self.file_hint, self.drop_mark = label("soft", wrap=True), label()
        self.waiting = QProgressBar()
        self.waiting.setRange(0, 0)
        self.waiting.setTextVisible(False)
        self.waiting.hide()
        self.camera = CameraCard(context)
        self.card, self.trust = VerdictCard(context), TrustCard(context)
        self.asked, self.asked_mark = label("large", wrap=True), label()
        self._lay_out()
        presenter.checking.connect(self.waiting.setVisible)
        presenter.verified.connect(self._show)
        self.camera.seen.connect(presenter.verify_text)

    def retranslate(self) -> None:
        say, theme = self._context.say, self._context.theme()
        self.caption.setText(say("certificates-code"))
        self.caption.setBuddy(self.code)
        self.code.setAccessibleName(say("certificates-code"))
        self.code.setPlaceholderText("00000 00000 00000 00000")
        self.hint.setText(say("certificates-code-hint"))
        self.check.setText(say("certificates-check"))
        self.file_button.setText(say("certificates-choose-file"))
        put_icon(self.file_button, "folder-open", theme.text)
        self.file_hint.setText(say("certificates-drop-hint"))
        self.drop_mark.setPixmap(pixmap("file-up", theme.accent, _MARK))
        self.waiting.setAccessibleName(say("certificates-checking"))
        self.asked.setText(say("certificates-ask"))
        self.asked_mark.setPixmap(pixmap("qr-code", theme.accent, _MARK))
        self.camera.retranslate()
        self.card.retranslate()
        self.trust.retranslate()

    def take(self, text: str) -> None:
        """A code from the scanner or another page."""
        self.code.setText(text.strip())
        self._verify_typed()

    def ask_file(self) -> Path | None:
        """Which file. Tests put their own answer here."""
        say = self._context.say
        kinds = f"{say('certificates-file-kinds')} ({_PICTURES})"
        chosen = QFileDialog.getOpenFileName(self, say("certificates-choose-file"), self._folder, kinds)[0]
        return Path(chosen) if chosen else None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._verify_file(Path(event.mimeData().urls()[0].toLocalFile()))

    def _lay_out(self) -> None:
        typed, dropped = QFrame(), QFrame()
        typed.setObjectName("card")
        dropped.setObjectName("drop")
        left, right = QVBoxLayout(typed), QVBoxLayout(dropped)
        for column in (left, right):
            column.setContentsMargins(PAD + 4, PAD + 4, PAD + 4, PAD + 4)
            column.setSpacing(GAP + 2)
        left.addWidget(self.caption)
        entry = row(self.code, self.check)
        entry.setStretch(0, 1)
        left.addLayout(entry)
        left.addWidget(self.hint)
        left.addStretch()
        self.drop_mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.file_hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        right.addStretch()
        right.addWidget(self.drop_mark)
        right.addWidget(self.file_hint)
        right.addLayout(row(0, self.file_button, 0))
        right.addStretch()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(PAD)
        column.addWidget(Columns([self._answer(), self.camera], letters=36, stretches=[1, 1]))
        column.addWidget(Columns([typed, dropped], letters=42, stretches=[3, 2]))
        column.addWidget(self.trust)
        column.addStretch()
        self.setWidget(inside)

    def _answer(self) -> QWidget:
        """Beside the picture: what to do, then the verdict."""
        answer, self.empty = QWidget(), QFrame()
        self.empty.setObjectName("card")
        column = QVBoxLayout(self.empty)
        column.setContentsMargins(PAD + 4, PAD + 4, PAD + 4, PAD + 4)
        column.addStretch()
        for part in (self.asked_mark, self.asked):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(part)
        column.addStretch()
        whole = QVBoxLayout(answer)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.empty, 1)
        whole.addWidget(self.card)
        whole.addWidget(self.waiting)
        whole.addStretch()
        return answer

    def _verify_typed(self) -> None:
        text = self.code.text().strip()
        if text:
            self._presenter.verify_text(text)

    def _choose_file(self) -> None:
        path = self.ask_file()
        if path is not None:
            self._folder = str(path.parent)
            self._verify_file(path)

    def _verify_file(self, path: Path) -> None:
        self.code.clear()
        if path.suffix.lower() in (MANIFEST, REVOCATIONS):
            self.trust.take(path)
        else:
            self._presenter.verify_file(path)

    def _show(self, said: Verified) -> None:
        self.empty.hide()
        self.card.show_verified(said)
        self.code.selectAll()
        self.ensureWidgetVisible(self.card)
