"""How full each session is, and how old that knowledge is where it decides who still gets in."""

from datetime import timedelta

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from checkin_desktop.domain.event import Checkpoint
from checkin_desktop.gui.checkpoints import checkpoint_text
from checkin_desktop.gui.design.figures import Bar
from checkin_desktop.gui.design.tokens import GAP, TIGHT
from checkin_desktop.gui.design.widgets import card, clear, label
from checkin_desktop.gui.page import Context
from checkin_desktop.services.dashboard import Dashboard, SessionFill
from checkin_desktop.services.freshness_words import silences_text

_SOON = timedelta(hours=1)


class SessionsCard(QWidget):
    """Those where somebody is, and those that are on or about to begin; of the others only how many. The whole name
    stands over its bar; `notes` are what is said of full rooms, by checkpoint."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        frame, column = card()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.heading, self.others = label("strong"), label("soft", wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(GAP + 4)
        column.addWidget(self.heading)
        column.addLayout(self._lines)
        column.addWidget(self.others)
        column.addStretch()
        self.shown: tuple[Bar, ...] = ()
        self.notes: dict[str, str] = {}

    def retranslate(self) -> None:
        self.heading.setText(self._context.say("dashboard-sessions"))

    def show_fills(self, now: Dashboard) -> None:
        chosen = [s for s in now.sessions if s.admitted or _about_now(s.checkpoint, now)]
        self.shown = tuple(self._bar(s) for s in chosen)
        self.notes = {s.checkpoint.id: self._note(s, now) for s in chosen if s.tight}
        clear(self._lines)
        for fill, bar in zip(chosen, self.shown, strict=True):
            self._lines.addWidget(self._line(bar, self.notes.get(fill.checkpoint.id, "")))
        left_out = len(now.sessions) - len(chosen)
        self.others.setText(self._context.say("dashboard-sessions-others", count=left_out))
        self.others.setVisible(bool(left_out))

    def _bar(self, s: SessionFill) -> Bar:
        capacity, name = s.checkpoint.capacity, checkpoint_text(s.checkpoint, self._context.language)
        if capacity is None or s.checkpoint.once:
            return Bar(name, s.admitted, max(s.admitted, 1), str(s.admitted))
        said = self._context.say("dashboard-inside-of", some=s.inside, all=capacity)
        return Bar(name, s.inside, capacity, said)

    def _note(self, s: SessionFill, now: Dashboard) -> str:
        """«Lleno · sin datos de la Mesa 2 desde las 09:10»."""
        say = self._context.say
        state = say("dashboard-full") if not s.left else say("dashboard-nearly-full", left=s.left)
        silent = silences_text(self._context.language.words, now.desks)
        return f"{state} · {silent}" if silent else state

    def _line(self, one: Bar, note: str) -> QWidget:
        made, name, figure, bar = QWidget(), label("", wrap=True), label("strong"), QProgressBar()
        name.setText(one.name)
        figure.setText(one.text)
        bar.setRange(0, max(one.whole, 1))
        bar.setValue(min(one.value, max(one.whole, 1)))
        bar.setTextVisible(False)
        bar.setAccessibleName(f"{one.name}: {one.text} {note}".strip())
        beside = QHBoxLayout()
        beside.setSpacing(GAP + 4)
        beside.addWidget(bar, 1)
        beside.addWidget(figure)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(name)
        column.addLayout(beside)
        if note:
            told = label("soft", wrap=True)
            told.setText(note)
            column.addWidget(told)
        return made


def _about_now(c: Checkpoint, now: Dashboard) -> bool:
    at = now.desks.now
    if not c.is_on(at.date()):
        return False
    begun = c.starts is None or (at + _SOON).time() >= c.starts or (at + _SOON).date() > at.date()
    return begun and (c.ends is None or at.time() <= c.ends)
