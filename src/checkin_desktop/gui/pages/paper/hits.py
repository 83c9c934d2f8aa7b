"""A field in which a few letters and Enter mean one person: for entering a whole sheet without the mouse."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from checkin_desktop.domain.people import AttendeeStatus
from checkin_desktop.gui.design.tokens import GAP
from checkin_desktop.gui.keys import Key
from checkin_desktop.gui.page import Context
from checkin_desktop.services.views import AttendeeLine
from checkin_desktop.words.dates import clock_time

_SHOWN = 4
_STEPS = (1, -1, _SHOWN, -_SHOWN)


class PersonPicker(QWidget):
    """`typed` asks for the people who fit; `picked` brings the one meant.

    Enter before the answer is there picks only if one person alone fits: nobody is ticked unseen.
    """

    typed = Signal(str)
    picked = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._hits: tuple[AttendeeLine, ...] = ()
        self._answered = ""
        self._enter_waits = False
        self.field = QLineEdit()
        self.field.setObjectName("search")
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP // 2)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        self.field.textChanged.connect(self._changed)
        self.field.returnPressed.connect(self._enter)
        self.list.itemClicked.connect(lambda _: self._pick())

    @property
    def text(self) -> str:
        return self.field.text().strip()

    def show_hits(self, typed: str, hits: tuple[AttendeeLine, ...]) -> None:
        if typed != self.text:
            return
        self._hits, self._answered = hits, typed
        self._draw()
        if self._enter_waits:
            self._enter_waits = False
            if len(hits) == 1:
                self._pick()

    def retranslate(self) -> None:
        self.field.setPlaceholderText(self._context.say("paper-search"))
        self.field.setAccessibleName(self._context.say("paper-search"))
        self.list.setAccessibleName(self._context.say("paper-hits"))
        self.list.setFixedHeight(self.fontMetrics().height() * (2 * _SHOWN + 3))
        self._draw()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = Key.PAPER_STEP.which(event)
            if step is not None and self._hits:
                row = min(max(self.list.currentRow() + _STEPS[step], 0), len(self._hits) - 1)
                self.list.setCurrentRow(row)
                return True
        return False

    def _changed(self) -> None:
        self._enter_waits = False
        self.typed.emit(self.text)

    def _enter(self) -> None:
        if self.text and self._answered == self.text:
            self._pick()
        else:
            self._enter_waits = bool(self.text)

    def _pick(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._hits):
            picked = self._hits[row]
            self.field.clear()
            self.picked.emit(picked)
            self.field.setFocus()

    def _draw(self) -> None:
        self.list.clear()
        if not self._hits:
            told = self._context.say("paper-no-hits" if self._answered else "paper-how")
            item = QListWidgetItem(told)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
            return
        for hit in self._hits:
            self.list.addItem(self._told(hit))
        self.list.setCurrentRow(0)

    def _told(self, hit: AttendeeLine) -> str:
        person = hit.attendee.person
        upper = " · ".join(filter(None, (person.sort_name, person.document)))
        lower = [person.organisation or self._context.say(f"category-{person.category.value}")]
        if hit.attendee.status is AttendeeStatus.WITHDRAWN:
            lower.append(self._context.say("paper-withdrawn"))
        if hit.admitted_at is not None:
            lower.append(self._context.say("paper-arrived", time=clock_time(hit.admitted_at)))
        return f"{upper}\n{' · '.join(lower)}"
