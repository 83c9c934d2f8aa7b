"""What became of one sheet: who is in, who was already, who was refused and why; and taking it back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from checkin_desktop.gui.design.icons import icon, put_icon
from checkin_desktop.gui.design.tokens import GAP, VERDICT_SHAPES
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.paper.presenter import Batch
from checkin_desktop.services.views import CheckInResult
from checkin_desktop.words.dates import clock_time
from checkin_desktop.words.verdicts import Tone, VerdictWords, verdict_words


class OutcomeView(QWidget):
    undo_wanted = Signal(object)
    more_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._batch: Batch | None = None
        self.summary = label("large", wrap=True)
        self.list = QListWidget()
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.undo_button = button("", self._undo)
        self.more_button = button("primary", self.more_wanted.emit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.summary)
        layout.addWidget(self.list, 1)
        layout.addLayout(row(self.undo_button, 0, self.more_button))

    def show_batch(self, batch: Batch) -> None:
        self._batch = batch
        self.undo_button.setEnabled(bool(batch.written))
        self.retranslate()
        self.more_button.setFocus()

    def release(self) -> None:
        """The undoing failed: it can be tried again."""
        self.undo_button.setEnabled(self._batch is not None)

    def retranslate(self) -> None:
        say, theme, batch = self._context.say, self._context.theme(), self._batch
        self.undo_button.setText(say("paper-undo"))
        put_icon(self.undo_button, "undo-2", theme.text)
        self.more_button.setText(say("paper-more"))
        self.list.setAccessibleName(say("paper-results"))
        self.list.clear()
        if batch is None:
            return
        self.summary.setText(" · ".join(self._counts(batch)))
        for result in batch.in_order:
            words = verdict_words(
                self._context.language.words, result.verdict, self._context.session.station_names
            )
            item = QListWidgetItem(self._told(result, words))
            item.setIcon(icon(VERDICT_SHAPES[words.tone], theme.text))
            self.list.addItem(item)

    def _counts(self, batch: Batch) -> list[str]:
        say = self._context.say
        said = [say("paper-count-in", count=len(batch.written))]
        if batch.already:
            said.append(say("paper-count-already", count=len(batch.already)))
        if batch.refused:
            said.append(say("paper-count-refused", count=len(batch.refused)))
        return said

    def _told(self, result: CheckInResult, words: VerdictWords) -> str:
        name = result.attendee.person.sort_name if result.attendee else self._context.say("paper-unknown")
        if result.repeated and words.tone is Tone.ADMITTED:
            return f"{name}\n{self._context.say('desk-repeated', time=clock_time(result.at))}"
        if words.tone is Tone.ADMITTED and not words.detail:
            return name
        return f"{name}\n{words.title}{': ' if words.detail else ''}{words.detail}"

    def _undo(self) -> None:
        if self._batch is not None:
            self.undo_button.setEnabled(False)
            self.undo_wanted.emit(self._batch)
