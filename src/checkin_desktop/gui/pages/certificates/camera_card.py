"""The desk's camera, looking at certificates for as long as this is shown."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from checkin_desktop.gui.design.icons import put_icon
from checkin_desktop.gui.design.tokens import PAD
from checkin_desktop.gui.design.widgets import button
from checkin_desktop.gui.feed_view import FeedView
from checkin_desktop.gui.page import Context


class CameraCard(QFrame):
    """`seen` carries a code that came before the lens. A camera that ran before goes on when this is left; one that
    was opened for this stops. Paused, it is off."""

    seen = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("card")
        self._context, self._feed = context, context.camera
        self._ran_before = self.paused = False
        self._turn = -1
        self.view = FeedView(context, self._choose)
        self.pause = button("quiet", self._toggle)
        self.view.verbs.insertWidget(0, self.pause)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAD, PAD, PAD, PAD)
        column.addWidget(self.view)
        column.addStretch()
        self._feed.seen.connect(self._seen)

    def retranslate(self) -> None:
        self.view.retranslate()
        self._name_pause()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._ran_before = self._feed.running
            if not self._ran_before and not self.paused:
                self._start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if event.spontaneous():
            return
        if self._ran_before:
            if self.paused and self._feed.turn == self._turn:
                self._feed.again()
        elif self._feed.turn == self._turn and self._feed.running:
            self._feed.stop()
        self._turn = -1

    def _toggle(self) -> None:
        self.paused = not self.paused
        if self.paused:
            self._feed.stop()
            self._turn = self._feed.turn
        else:
            self._start()
        self._name_pause()

    def _start(self, source: str | None = None) -> None:
        self._feed.start(self._context.preferences().camera if source is None else source)
        self._turn = self._feed.turn

    def _choose(self, source: str, remember: bool) -> None:
        if remember:
            self._context.change_preferences(replace(self._context.preferences(), camera=source))
        self.paused = False
        self._start(source)
        self._name_pause()

    def _seen(self, code: str) -> None:
        if self.isVisible() and not self.paused:
            self.seen.emit(code)

    def _name_pause(self) -> None:
        self.pause.setText(self._context.say(f"certificates-camera-{'go-on' if self.paused else 'pause'}"))
        put_icon(self.pause, "play" if self.paused else "pause", self._context.theme().text)
