"""Red and amber verdicts that nobody has acknowledged yet: they stay, so that a refused guest can't slip by."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from checkin_desktop.gui.design.icons import pixmap
from checkin_desktop.gui.design.tokens import GAP, PAD, VERDICT_COLOURS, VERDICT_SHAPES, scaled
from checkin_desktop.gui.design.widgets import ElidedLabel, button, clear, label
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.desk.presenter import card_of
from checkin_desktop.services.views import CheckInResult
from checkin_desktop.words.dates import clock_time
from checkin_desktop.words.verdicts import VerdictWords

SHOWN = 2
_SIDE = 22


class PinnedStrip(QWidget):
    """The newest `SHOWN` as one line each, and how many more there are."""

    def __init__(
        self,
        context: Context,
        words_of: Callable[[CheckInResult], VerdictWords],
        acknowledge: Callable[[str], None],
    ) -> None:
        super().__init__()
        self._context, self._words_of, self._acknowledge = context, words_of, acknowledge
        self._results: tuple[CheckInResult, ...] = ()
        self._compact = False
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(GAP)
        self.hide()

    def make_compact(self, compact: bool) -> None:
        """Where letters are large: the newest one alone, with the number of the others."""
        if compact != self._compact:
            self._compact = compact
            self.show_results(self._results)

    def show_results(self, results: Sequence[CheckInResult]) -> None:
        self._results = tuple(results)
        most = 1 if self._compact else SHOWN
        clear(self._body)
        more = len(results) - most
        for result in results[:most]:
            self._body.addWidget(self._line(result, more if self._compact else 0))
        if more > 0 and not self._compact:
            told = label("small")
            told.setText(self._context.say("desk-pinned-more", count=more))
            self._body.addWidget(told)
        self.setVisible(bool(results))

    def _line(self, result: CheckInResult, more: int) -> QFrame:
        words = self._words_of(result)
        frame = QFrame()
        frame.setProperty("verdict", words.tone.value)
        layout = QHBoxLayout(frame)
        layout.setContentsMargins(PAD, GAP, GAP, GAP)
        shape, text = QLabel(), ElidedLabel("strong")
        side = scaled(_SIDE, self._context.preferences().scale)
        shape.setPixmap(pixmap(VERDICT_SHAPES[words.tone], VERDICT_COLOURS[words.tone][1], side))
        who = result.attendee.name if result.attendee else result.code
        said = words.advice if result.candidates else words.detail or words.title
        told = [x for x in (clock_time(result.at), who, said) if x]
        text.setText(" · ".join([f"+{more}", *told] if more > 0 else told))
        also = [self._context.say("desk-pinned-more", count=more)] if more > 0 else []
        frame.setAccessibleName(" · ".join([*told, *also]))
        done = button("", lambda: self._acknowledge(card_of(result)))
        done.setText(self._context.say("desk-acknowledge-short"))
        layout.addWidget(shape)
        layout.addWidget(text, 1)
        layout.addWidget(done)
        return frame
