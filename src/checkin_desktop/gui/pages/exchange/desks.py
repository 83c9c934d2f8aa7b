"""The desks known here: how much came from each, when it was last heard, and whether its clock is right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from checkin_desktop.domain.clocks import SHOWN_MS
from checkin_desktop.gui.design.flow import Flow
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, card, clear, label
from checkin_desktop.gui.language import Language
from checkin_desktop.services.freshness import SILENT_S, known_until
from checkin_desktop.services.views import StationLine
from checkin_desktop.words.dates import clock_time, long_date


def heard_text(language: Language, line: StationLine) -> str:
    if line.revoked:
        return language.say("exchange-desk-revoked")
    if line.own:
        return language.say("exchange-desk-own")
    at = known_until(line)
    if at is None:
        return language.say("exchange-desk-never")
    now = at.now(at.tzinfo)
    if line.heard_at is not None and (now - at).total_seconds() <= SILENT_S:
        return language.say("exchange-desk-now")
    if at.date() == now.date():
        return language.say("exchange-desk-heard", time=clock_time(at))
    day = long_date(at.date(), language.words.language)
    return language.say("exchange-desk-heard-on", day=day, time=clock_time(at))


def clock_text(language: Language, line: StationLine) -> tuple[str, bool]:
    """What is said of its clock, and whether somebody must act."""
    if line.hours_ahead is not None:
        return language.say("exchange-clock-absurd", hours=line.hours_ahead), True
    offset = line.clock_offset_s
    if offset is None:
        return language.say("exchange-clock-unknown"), False
    if abs(offset) * 1000 <= SHOWN_MS:
        return language.say("exchange-clock-good"), False
    sentence = "exchange-clock-ahead" if offset > 0 else "exchange-clock-behind"
    return language.say(sentence, minutes=round(abs(offset) / 60)), True


class DesksCard(QWidget):
    """`remove` carries the id of a desk that a person wants out of the event; `compare` asks who lacks what,
    `revocations` for the revoked certificates as a QR."""

    remove = Signal(str)
    compare = Signal()
    revocations = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.removals: dict[str, QWidget] = {}
        self._language = language
        self._lines: tuple[StationLine, ...] = ()
        frame, column = card()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.heading = label("heading")
        self.comparing = button("quiet", self.compare.emit)
        self.revoked = button("quiet", self.revocations.emit)
        head = Flow()
        for part in (self.heading, self.revoked, self.comparing):
            head.addWidget(part)
        column.addLayout(head)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(PAD * 2)
        self._grid.setVerticalSpacing(GAP + 4)
        self._grid.setColumnStretch(2, 2)
        self._grid.setColumnStretch(3, 3)
        column.addLayout(self._grid)

    def retranslate(self) -> None:
        self.heading.setText(self._language.say("exchange-desks-title"))
        self.comparing.setText(self._language.say("compare-open"))
        self.revoked.setText(self._language.say("revocations-open"))
        self.show_desks(self._lines)

    def show_desks(self, lines: Sequence[StationLine]) -> None:
        self._lines = tuple(lines)
        clear(self._grid)
        self.removals = {}
        for column, name in enumerate(("name", "entries", "last", "clock")):
            head = label("group")
            head.setText(self._language.say(f"exchange-desk-{name}"))
            self._grid.addWidget(head, 0, column, _side(column))
        for number, line in enumerate(lines, 1):
            clock, act = clock_text(self._language, line)
            cells = (line.name, str(line.entries), heard_text(self._language, line), clock)
            kinds = ("strong", "", "soft", "wrong" if act else "soft")
            for column, (text, kind) in enumerate(zip(cells, kinds, strict=True)):
                cell = label(kind, wrap=column != 1)
                cell.setText(text)
                self._grid.addWidget(cell, number, column, _side(column) | Qt.AlignmentFlag.AlignTop)
            if not line.own and not line.revoked:
                out = button("quiet", lambda line=line: self.remove.emit(line.id))  # type: ignore[misc]
                out.setText(self._language.say("exchange-desk-remove"))
                out.setAccessibleName(self._language.say("exchange-desk-remove-of", desk=line.name))
                self._grid.addWidget(out, number, 4, Qt.AlignmentFlag.AlignTop)
                self.removals[line.id] = out


def _side(column: int) -> Qt.AlignmentFlag:
    if column == 1:
        return Qt.AlignmentFlag.AlignRight
    return Qt.AlignmentFlag(0)
