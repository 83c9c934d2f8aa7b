"""The meetings' station: whoever shows a badge is told table and time, and two sides make a meeting."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from checkin_desktop.domain.people import Attendee
from checkin_desktop.gui.design.columns import Columns
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.page import Context
from checkin_desktop.services.meeting_station import Seen


class Station(QFrame):
    """`typed` carries a code or document number, `ad_hoc` the table for a meeting on the spot."""

    typed = Signal(str)
    ad_hoc = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("card")
        self._context = context
        self._seen: Seen | None = None
        self._pair: tuple[Attendee, ...] = ()
        self.code, self.table = QLineEdit(), QLineEdit()
        self.code.returnPressed.connect(self._enter)
        self.told, self.next = label("large", wrap=True), label("soft", wrap=True)
        self.begin = button("primary", lambda: self.ad_hoc.emit(self.table.text().strip()))
        self.table.returnPressed.connect(self.begin.click)
        said = QFrame()
        column = QVBoxLayout(said)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addWidget(self.told)
        column.addWidget(self.next)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAD, GAP + 4, PAD, GAP + 4)
        layout.setSpacing(GAP)
        layout.addWidget(Columns([said, self.code], letters=30, stretches=[2, 1]))
        self.spot = QFrame()
        line = row(self.table, self.begin, 0)
        line.setContentsMargins(0, 0, 0, 0)
        self.spot.setLayout(line)
        layout.addWidget(self.spot)

    def show_seen(self, seen: Seen, pair: tuple[Attendee, ...]) -> None:
        self._seen, self._pair = seen, pair
        self._tell()

    def retranslate(self) -> None:
        say = self._context.say
        for field, sentence in ((self.code, "meetings-station-code"), (self.table, "meetings-station-table")):
            field.setPlaceholderText(say(sentence))
            field.setAccessibleName(say(sentence))
        self.begin.setText(say("meetings-ad-hoc"))
        self._tell()

    def _enter(self) -> None:
        if self.code.text().strip():
            self.typed.emit(self.code.text().strip())
            self.code.clear()

    def _tell(self) -> None:
        say, seen = self._context.say, self._seen
        self.spot.setVisible(len(self._pair) == 2)
        if seen is None:
            self.told.setText(say("meetings-station"))
            self.next.setText(say("meetings-station-about"))
            return
        if seen.attendee is None:
            self.told.setText(say("meetings-seen-nobody"))
            self.next.setText(say("meetings-seen-nobody-about"))
            return
        name = seen.attendee.name
        if len(self._pair) == 2:
            self.told.setText(say("meetings-pair", a=self._pair[0].name, b=self._pair[1].name))
            self.next.setText(say("meetings-pair-about"))
        elif seen.line is None or seen.side is None:
            self.told.setText(say("meetings-seen-none", name=name))
            self.next.setText(say("meetings-seen-none-about"))
        else:
            place, other = seen.line.meeting.place, seen.line.name(seen.side.other)
            self.told.setText(
                say(
                    "meetings-seen",
                    name=name,
                    starts=f"{place.starts:%H:%M}",
                    table=place.table or "—",
                    other=other,
                )
            )
            self.next.setText(say(f"meetings-seen-{_state(seen)}", other=other))


def _state(seen: Seen) -> str:
    if seen.started:
        return "started"
    if seen.early:
        return "early"
    under_way = seen.line is not None and seen.line.started_at is not None
    return "under-way" if under_way else "waiting"
