"""«Preparar otro equipo» in three steps: by a stick, or over the network with a large QR."""

from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from checkin_desktop.gui.design.dialogs import dialog_column, headed
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.language import Language
from checkin_desktop.gui.pages.exchange.roads import NetworkNews, RoadsPresenter
from checkin_desktop.gui.pages.exchange.sharing import PairingView

_QR_SIDE = 330


class Steps(QWidget):
    """Numbered sentences."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP + 4)
        for number, sentence in enumerate(sentences, 1):
            figure, text = label("brand"), label("", wrap=True)
            figure.setText(str(number))
            figure.setMinimumWidth(PAD)
            text.setText(sentence)
            line = QHBoxLayout()
            line.setSpacing(GAP + 4)
            line.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(text, 1)
            column.addLayout(line)


class PrepareDialog(QDialog):
    """`stick_wanted`: a person goes on with the stick. The network's side is told by the page's presenter."""

    stick_wanted = Signal()

    def __init__(
        self, parent: QWidget, language: Language, roads: RoadsPresenter, zone: ZoneInfo | None
    ) -> None:
        super().__init__(parent)
        say = language.say
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._roads = roads
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.stick = button("primary", self._stick)
        self.stick.setText(say("prepare-go-stick"))
        self.share = button("primary", roads.share)
        self.share.setText(say("prepare-share"))
        self.pairing = PairingView(language, _QR_SIDE, roads.new_code)
        self.pairing.zone = zone
        self.wrong = label("wrong", wrap=True)
        self.wrong.hide()
        self.tabs.addTab(self._by_stick(language), say("prepare-by-stick"))
        self.tabs.addTab(self._by_network(language), say("prepare-by-network"))
        close = button("", self.reject)
        close.setText(say("prepare-close"))
        heading, about = headed(self, say("exchange-other-title")), label("soft", wrap=True)
        about.setText(say("prepare-about"))
        column = dialog_column(self)
        column.addWidget(heading)
        column.addWidget(about)
        column.addWidget(self.tabs, 1)
        column.addLayout(row(0, close))
        room = parent.window().size()
        self.resize(min(860, round(room.width() * 0.9)), min(640, round(room.height() * 0.94)))
        roads.news.connect(self._show)
        roads.pairing_drawn.connect(self.pairing.show_picture)
        roads.failed.connect(self._tell)
        for verb in (self.share, self.pairing.renew):
            roads.working.connect(verb.setDisabled)
        self.finished.connect(self._end)
        roads.redraw()

    def _by_stick(self, language: Language) -> QWidget:
        steps = Steps([language.say(f"exchange-other-step-{n}") for n in (1, 2, 3)])
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, PAD, 0, 0)
        column.setSpacing(PAD)
        column.addWidget(steps)
        column.addLayout(row(self.stick, 0))
        column.addStretch()
        return _scrolled(inside)

    def _by_network(self, language: Language) -> QWidget:
        steps = Steps([language.say(f"prepare-network-step-{n}") for n in (1, 2, 3)])
        firewall = label("small", wrap=True)
        firewall.setText(language.say("roads-firewall"))
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(GAP + 4)
        left.addWidget(steps)
        left.addWidget(self.wrong)
        left.addLayout(row(self.share, 0))
        left.addWidget(firewall)
        left.addStretch()
        right.addWidget(self.pairing)
        right.addStretch()
        inside = QWidget()
        both = QHBoxLayout(inside)
        both.setContentsMargins(0, PAD, 0, 0)
        both.setSpacing(PAD)
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        return _scrolled(inside)

    def _show(self, news: NetworkNews) -> None:
        self.share.setVisible(news.sharing is None)
        self.pairing.setVisible(news.sharing is not None)
        if news.sharing is not None:
            self.wrong.hide()
            self.pairing.show_sharing(news.sharing)

    def _tell(self, text: str) -> None:
        self.wrong.setText(text)
        self.wrong.show()

    def _stick(self) -> None:
        self.accept()
        self.stick_wanted.emit()

    def _end(self) -> None:
        self._roads.news.disconnect(self._show)
        self._roads.pairing_drawn.disconnect(self.pairing.show_picture)
        self._roads.failed.disconnect(self._tell)
        for verb in (self.share, self.pairing.renew):
            self._roads.working.disconnect(verb.setDisabled)


def _scrolled(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area
