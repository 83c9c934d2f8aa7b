"""Who takes certificates along, and which sheet was the last good one."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from checkin_desktop.gui.design.combos import CalmCombo
from checkin_desktop.gui.design.dialogs import dialog_column, headed, least_letters
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.page import Context
from checkin_desktop.services.handing_over import Collector
from checkin_desktop.services.views import Held, SentSheet
from checkin_desktop.words.dates import clock_time


class CollectorDialog(QDialog):
    """One person signs for several: somebody of the pile, or anybody by name and document."""

    def __init__(
        self, parent: QWidget, context: Context, held: Sequence[Held], chosen: Callable[[Collector], object]
    ) -> None:
        super().__init__(parent)
        say = context.say
        self._chosen = chosen
        least_letters(self, 58)
        heading, about = headed(self, say("certificates-collector-title")), label(wrap=True)
        about.setText(say("certificates-collector-text", count=len(held)))
        self.person = CalmCombo()
        for attendee_id, name in {h.attendee_id: h.sort_name for h in held}.items():
            self.person.addItem(name, attendee_id)
        self.person.addItem(say("certificates-collector-other"), "")
        self.person.setAccessibleName(say("certificates-collector-title"))
        self.name, self.document = QLineEdit(), QLineEdit()
        self.name.setPlaceholderText(say("certificates-collector-name"))
        self.document.setPlaceholderText(say("certificates-collector-document"))
        self.name.setAccessibleName(self.name.placeholderText())
        self.document.setAccessibleName(self.document.placeholderText())
        self.yes, no = button("primary", self.accept), button("", self.reject)
        self.yes.setText(say("certificates-collector-yes"))
        no.setText(say("certificates-leave"))
        no.setAutoDefault(False)
        layout = dialog_column(self)
        for part in (heading, about, self.person, self.name, self.document):
            layout.addWidget(part)
        layout.addLayout(row(0, no, self.yes))
        self.person.currentIndexChanged.connect(lambda _: self._check())
        self.name.textChanged.connect(lambda _: self._check())
        self.accepted.connect(lambda: self._chosen(self.collector))
        self.finished.connect(self.deleteLater)
        self._check()

    @property
    def collector(self) -> Collector:
        attendee_id = str(self.person.currentData())
        if attendee_id:
            return Collector(attendee_id)
        return Collector("", self.name.text().strip(), self.document.text().strip())

    def _check(self) -> None:
        other = not self.person.currentData()
        self.name.setVisible(other)
        self.document.setVisible(other)
        self.yes.setEnabled(not other or bool(self.name.text().strip()))


class LastGoodDialog(QDialog):
    """After a jam: what was sent to that printer after the last good sheet is printed once more, and is no reprint."""

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        sent: Sequence[SentSheet],
        lost: Callable[[list[SentSheet]], object],
    ) -> None:
        """`sent`: in the order of sending."""
        super().__init__(parent)
        say = context.say
        self._sent, self._context = list(sent), context
        least_letters(self, 58)
        heading, about = headed(self, say("certificates-jam-title")), label(wrap=True)
        about.setText(say("certificates-jam-text"))
        self.printer = CalmCombo()
        self.printer.setAccessibleName(say("certificates-jam-printer"))
        for name in dict.fromkeys(s.printer for s in reversed(self._sent)):
            self.printer.addItem(say("certificates-jam-on", printer=name), name)
        self.printer.setVisible(self.printer.count() > 1)
        self.last = CalmCombo()
        self.last.setAccessibleName(say("certificates-jam-title"))
        self.told = label("strong", wrap=True)
        self.yes, no = button("primary", self.accept), button("", self.reject)
        self.yes.setText(say("certificates-jam-yes"))
        no.setText(say("certificates-leave"))
        no.setAutoDefault(False)
        layout = self._layout = dialog_column(self)
        for part in (heading, about, self.printer, self.last, self.told):
            layout.addWidget(part)
        layout.addLayout(row(0, no, self.yes))
        self.printer.currentIndexChanged.connect(lambda _: self._fill())
        self.last.currentIndexChanged.connect(lambda _: self._count())
        self.accepted.connect(lambda: lost(self.lost))
        self.finished.connect(self.deleteLater)
        self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    @property
    def lost(self) -> list[SentSheet]:
        return self._here[self.last.count() - 1 - self.last.currentIndex() :]

    @property
    def _here(self) -> list[SentSheet]:
        return [s for s in self._sent if s.printer == self.printer.currentData()]

    def _fill(self) -> None:
        """The last one sent on top: nothing is lost until somebody says so."""
        self.last.clear()
        for s in reversed(self._here):
            self.last.addItem(f"{s.held.number} · {s.held.sort_name} · {clock_time(s.at)}")
        self.last.addItem(self._context.say("certificates-jam-none"))
        self.last.setCurrentIndex(0)
        self._count()

    def _count(self) -> None:
        lost = self.lost
        named = lost[0].held if lost else None
        said = self._context.say("certificates-jam-count", count=len(lost))
        self.told.setText(f"{said} {self._from(named)}" if named else said)
        self.yes.setEnabled(bool(lost))
        self._fit()

    def _fit(self) -> None:
        """As high as its wrapped text needs."""
        self.resize(self.width(), max(self.height(), self._layout.heightForWidth(self.width())))

    def _from(self, first: Held) -> str:
        return self._context.say("certificates-jam-from", number=first.number, name=first.sort_name)
