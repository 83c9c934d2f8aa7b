"""«Lo que todavía no cuenta»: folded away while there is nothing, each line with its reason."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin_desktop.gui.design.icons import put_icon
from checkin_desktop.gui.design.tokens import GAP, Theme
from checkin_desktop.gui.design.widgets import button, card, clear, label, row
from checkin_desktop.gui.language import Language
from checkin_desktop.services.held import HeldLine
from checkin_desktop.words.dates import clock_time, long_date

_REASONS = frozenset({"station_revoked", "said_already", "malformed", "unknown_kind"})


def held_text(language: Language, line: HeldLine) -> str:
    reason = line.reason if line.reason in _REASONS else "other"
    day = long_date(line.last_at.date(), language.words.language)
    when = f"{clock_time(line.last_at)} ({day})"
    why = language.say(f"held-{reason.replace('_', '-')}")
    return language.say("held-line", desk=line.station, count=line.count, when=when, why=why)


class HeldSection(QWidget):
    def __init__(self, language: Language, theme: Callable[[], Theme]) -> None:
        super().__init__()
        self._language, self._theme = language, theme
        self._lines: tuple[HeldLine, ...] = ()
        self.fold = button("quiet", self._toggle)
        self.body, column = card()
        column.setSpacing(GAP)
        self.about = label("soft", wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(GAP)
        column.addWidget(self.about)
        column.addLayout(self._list)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(GAP)
        outer.addLayout(row(self.fold, 0))
        outer.addWidget(self.body)
        self.body.hide()
        self.hide()

    def retranslate(self) -> None:
        self.show_lines(self._lines)

    def show_lines(self, lines: Sequence[HeldLine]) -> None:
        self._lines = tuple(lines)
        say = self._language.say
        self.setVisible(bool(lines))
        self.fold.setText(say("held-title", count=sum(line.count for line in lines)))
        self.about.setText(say("held-about"))
        clear(self._list)
        for line in lines:
            told = label("", wrap=True)
            told.setText(held_text(self._language, line))
            self._list.addWidget(told)
        self._point()

    def _toggle(self) -> None:
        self.body.setVisible(not self.body.isVisibleTo(self))
        self._point()

    def _point(self) -> None:
        name = "chevron-down" if self.body.isVisibleTo(self) else "chevron-right"
        put_icon(self.fold, name, self._theme().accent)
