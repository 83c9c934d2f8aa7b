"""«Memoria del evento conectada»: offered above the page, in nobody's way."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from checkin_desktop.gui.design.icons import pixmap
from checkin_desktop.gui.design.tokens import GAP, PAD, Theme
from checkin_desktop.gui.design.widgets import button, label
from checkin_desktop.gui.language import Language
from checkin_desktop.gui.stick_keeper import Phase, StickKeeper


class StickBanner(QFrame):
    def __init__(self, language: Language, theme: Callable[[], Theme], keeper: StickKeeper) -> None:
        super().__init__()
        self.setObjectName("strip")
        self._language, self._theme, self._keeper = language, theme, keeper
        self._mark, self.text = QLabel(), label("", wrap=True)
        self.go, self.not_now = button("primary", keeper.accept), button("quiet", keeper.refuse)
        line = QHBoxLayout(self)
        line.setContentsMargins(PAD, GAP, PAD, GAP)
        line.setSpacing(GAP)
        line.addWidget(self._mark)
        line.addWidget(self.text, 1)
        line.addWidget(self.not_now)
        line.addWidget(self.go)
        keeper.changed.connect(self.retranslate)
        self.hide()

    def retranslate(self) -> None:
        state, say = self._keeper.state, self._language.say
        self.setVisible(state.phase is Phase.OFFERED)
        self._mark.setPixmap(pixmap("usb", self._theme().accent, 20))
        self.text.setText(say("stick-offered", name=state.name))
        self.go.setText(say("stick-offered-go"))
        self.not_now.setText(say("stick-offered-not-now"))
