"""Who takes certificates along, and which sheet was the last good one."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from checkin_desktop.gui.design.combos import CalmCombo
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.page import Context
from checkin_desktop.services.handing_over import Collector
from checkin_desktop.services.views import Held


class CollectorDialog(QDialog):
    """One person signs for several: somebody of the pile, or anybody by name and document."""

    def __init__(
        self, parent: QWidget, context: Context, held: Sequence[Held], chosen: Callable[[Collector], object]
    ) -> None:
        super().__init__(parent)
        say = context.say
        self._chosen = chosen
        self.setWindowTitle(say("certificates-collector-title"))
        self.setMinimumWidth(460)
        heading, about = label("heading", wrap=True), label(wrap=True)
        heading.setText(say("certificates-collector-title"))
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
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAD + 4, PAD + 4, PAD + 4, PAD)
        layout.setSpacing(GAP + 4)
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
    """After a jam: everything printed after the last good sheet is printed once more, and that is no reprint."""

    def __init__(
        self, parent: QWidget, context: Context, printed: Sequence[Held], lost: Callable[[list[int]], object]
    ) -> None:
        super().__init__(parent)
        say = context.say
        self._printed, self._context = list(printed), context
        self.setWindowTitle(say("certificates-jam-title"))
        self.setMinimumWidth(460)
        heading, about = label("heading", wrap=True), label(wrap=True)
        heading.setText(say("certificates-jam-title"))
        about.setText(say("certificates-jam-text"))
        self.last = CalmCombo()
        self.last.setAccessibleName(say("certificates-jam-title"))
        self.last.addItem(say("certificates-jam-none"), -1)
        for place, held in enumerate(self._printed):
            self.last.addItem(f"{held.number} · {held.sort_name}", place)
        self.last.setCurrentIndex(self.last.count() - 1)
        self.told = label("strong", wrap=True)
        self.yes, no = button("primary", self.accept), button("", self.reject)
        self.yes.setText(say("certificates-jam-yes"))
        no.setText(say("certificates-leave"))
        no.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAD + 4, PAD + 4, PAD + 4, PAD)
        layout.setSpacing(GAP + 4)
        for part in (heading, about, self.last, self.told):
            layout.addWidget(part)
        layout.addLayout(row(0, no, self.yes))
        self.last.currentIndexChanged.connect(lambda _: self._count())
        self.accepted.connect(lambda: lost(self.lost))
        self.finished.connect(self.deleteLater)
        self._count()

    @property
    def lost(self) -> list[int]:
        return [h.serial for h in self._printed[int(self.last.currentData()) + 1 :]]

    def _count(self) -> None:
        self.told.setText(self._context.say("certificates-jam-count", count=len(self.lost)))
        self.yes.setEnabled(bool(self.lost))
