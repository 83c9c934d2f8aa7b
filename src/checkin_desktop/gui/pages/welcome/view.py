"""The first screen, before any event is open."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from checkin_desktop.gui.design.icons import pixmap, put_icon
from checkin_desktop.gui.design.tokens import GAP, LIGHT, PAD, Theme
from checkin_desktop.gui.design.widgets import button, label
from checkin_desktop.gui.keys import Key, bind
from checkin_desktop.gui.lanes import Lanes
from checkin_desktop.gui.language import Language
from checkin_desktop.gui.pages.welcome.create import CreateForm
from checkin_desktop.gui.pages.welcome.join import JoinForm
from checkin_desktop.gui.pages.welcome.presenter import WelcomePresenter
from checkin_desktop.gui.pages.welcome.tiles import TilesPage
from checkin_desktop.gui.tools import NewEvent, Openers
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.ports.exchange import SUFFIX

_WIDEST = 1000
_LISTS = (".xlsx", ".xls", ".ods", ".csv", ".tsv", ".txt")


class WelcomePage(QWidget):
    """`opened` is called with the desk and the file of the event opened; `import_after` carries a list that the
    person wants in it, and comes just before. `scan` reads another desk's QR with this computer's camera."""

    import_after = Signal(Path)

    def __init__(
        self,
        language: Language,
        openers: Openers,
        lanes: Lanes,
        opened: Callable[[Desk, Path], None],
        theme: Callable[[], Theme] = lambda: LIGHT,
        scan: Callable[[QWidget, Callable[[str], object]], object] | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAcceptDrops(True)
        self._language, self._opened, self._theme = language, opened, theme
        self._roster: Path | None = None
        self.presenter = WelcomePresenter(language, openers, lanes)
        self.tiles = TilesPage(language, theme)
        self.create_form = CreateForm(language, self.show_tiles)
        self._scan = scan
        self.join_form = JoinForm(
            language, self._choose_bundle, self.show_tiles, self._scan_pairing if scan else None
        )
        self.steps: tuple[QWidget, ...] = (self.tiles, self.create_form, self.join_form)
        self._mark, self._brand = QLabel(), label("brand")
        self.switch = button("quiet", self._switch_language)
        self.progress, self.doing = QProgressBar(), label("soft")
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.wrong, self.banner = label("", wrap=True), QFrame()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.presenter.load()

    def retranslate(self) -> None:
        other = "en" if self._language.words.language == "es" else "es"
        self._brand.setText("checkin-desktop")
        self._brand.ensurePolished()
        side = self._brand.fontMetrics().height() * 4 // 3
        self._mark.setPixmap(pixmap("scan-line", self._theme().accent, side))
        self.switch.setText(self._language.say(f"welcome-language-{other}"))
        put_icon(self.switch, "languages", self._theme().accent)
        for part in (self.tiles, self.create_form, self.join_form):
            part.retranslate()
        self.banner.hide()

    def show_tiles(self) -> None:
        self._roster = None
        self._go(self.tiles)
        self.tiles.tiles["demo"].setFocus()

    def ask_open(self, title: str, patterns: str) -> str:
        """A file that is there already; empty if none was chosen."""
        return QFileDialog.getOpenFileName(self, title, str(Path.home()), patterns)[0]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.tiles.isVisibleTo(self):
            self.tiles.tiles["demo"].setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        path = Path(event.mimeData().urls()[0].toLocalFile())
        if path.suffix.lower() in _LISTS:
            self._start_create(path)
        elif path.suffix.lower() == SUFFIX:
            self._start_join(path)
        else:
            self.show_tiles()
            self.presenter.open_path(path)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(GAP)
        for part in (self._mark, self._brand):
            top.addWidget(part)
        top.addStretch()
        top.addWidget(self.switch)
        self.banner.setObjectName("banner")
        told = QVBoxLayout(self.banner)
        told.setContentsMargins(PAD, GAP + 4, PAD, GAP + 4)
        told.addWidget(self.wrong)
        self.banner.hide()
        middle = QWidget()
        middle.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(middle)
        column.setContentsMargins(PAD, PAD, PAD, PAD)
        column.setSpacing(PAD)
        column.addWidget(self.banner)
        column.addWidget(self.doing)
        column.addWidget(self.progress)
        for step in self.steps:
            column.addWidget(step, 1)
            step.setVisible(step is self.tiles)
        self.doing.hide()
        self.progress.hide()
        inside = QWidget()
        centred = QHBoxLayout(inside)
        centred.setContentsMargins(0, 0, 0, 0)
        centred.addStretch(1)
        centred.addWidget(middle, 100)
        centred.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(PAD * 2, PAD, PAD * 2, GAP)
        outer.addLayout(top)
        outer.addWidget(scroll, 1)

    def _connect(self) -> None:
        self.tiles.chosen.connect(self._chosen)
        self.tiles.recent.connect(self.presenter.open_path)
        self.tiles.other.connect(self._open_other)
        self.create_form.sent.connect(self._create)
        self.join_form.sent.connect(self.presenter.join)
        self.join_form.sent_near.connect(self.presenter.join_near)
        self.presenter.recent_found.connect(self.tiles.show_recent)
        self.presenter.timezones_found.connect(self.create_form.offer_timezones)
        self.presenter.working.connect(self._show_working)
        self.presenter.failed.connect(self._show_failure)
        self.presenter.opened.connect(self._hand_over)
        bind(Key.WELCOME_BACK, self, self.show_tiles, focused=False)
        bind(Key.WELCOME_OPEN, self, self._open_other, focused=False)

    def _chosen(self, tile: str) -> None:
        match tile:
            case "demo":
                self.presenter.demo()
            case "create":
                self._start_create(None)
            case "import":
                patterns = self._language.say("welcome-lists") + f" ({' '.join('*' + s for s in _LISTS)})"
                chosen = self.ask_open(self._language.say("welcome-import"), patterns)
                if chosen:
                    self._start_create(Path(chosen))
            case "join":
                self._start_join(None)

    def _start_create(self, roster: Path | None) -> None:
        self._roster = roster
        self.create_form.start(roster)
        self._go(self.create_form)
        self.create_form.name.setFocus()

    def _start_join(self, bundle: Path | None) -> None:
        self._roster = None
        self._go(self.join_form)
        self.join_form.start(bundle)

    def _scan_pairing(self) -> None:
        if self._scan is not None:
            self._scan(self, self.join_form.take_pairing)

    def _choose_bundle(self) -> None:
        patterns = (
            f"{self._language.say('welcome-bundles')} (*{SUFFIX});;{self._language.say('welcome-all')} (*)"
        )
        chosen = self.ask_open(self._language.say("welcome-join-file"), patterns)
        if chosen:
            self.join_form.path.setText(chosen)
            self.join_form.passphrase.setFocus()

    def _open_other(self) -> None:
        patterns = (
            f"{self._language.say('welcome-events')} (*.checkin);;{self._language.say('welcome-all')} (*)"
        )
        chosen = self.ask_open(self._language.say("welcome-open-other"), patterns)
        if chosen:
            self.show_tiles()
            self.presenter.open_path(Path(chosen))

    def _create(self, new: NewEvent) -> None:
        self.presenter.create(new)

    def _go(self, step: QWidget) -> None:
        self.banner.hide()
        for other in self.steps:
            other.setVisible(other is step)

    def _show_working(self, doing: str) -> None:
        self.progress.setVisible(bool(doing))
        self.doing.setVisible(bool(doing))
        for step in self.steps:
            step.setEnabled(not doing)
        if doing:
            self.doing.setText(self._language.say(doing))
            self.banner.hide()

    def _show_failure(self, text: str) -> None:
        self.wrong.setText(text)
        self.banner.show()
        if self.join_form.isVisibleTo(self):
            self.join_form.passphrase.setFocus()
            self.join_form.passphrase.selectAll()

    def _hand_over(self, found: tuple[Desk, Path]) -> None:
        if self._roster is not None:
            self.import_after.emit(self._roster)
        self._opened(*found)

    def _switch_language(self) -> None:
        self._language.switch("en" if self._language.words.language == "es" else "es")
