"""Which printer: the ones of this computer, with what is wrong with each in words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QListWidget, QListWidgetItem, QWidget

from checkin_desktop.gui.design.dialogs import dialog_column, headed, least_letters, least_lines
from checkin_desktop.gui.design.widgets import button, row
from checkin_desktop.gui.language import Language
from checkin_desktop.services.ports.printing import PrinterInfo


class PrinterDialog(QDialog):
    """`chosen` is the printer's name; `remember` says whether to take it without asking from now on."""

    def __init__(
        self, parent: QWidget, language: Language, printers: Sequence[PrinterInfo], preferred: str
    ) -> None:
        super().__init__(parent)
        say = language.say
        least_letters(self, 58)
        least_lines(self, 18)
        layout = dialog_column(self)
        heading = headed(self, say("print-choose"))
        self.list = QListWidget()
        self.list.setAccessibleName(say("print-choose"))
        self.list.setWordWrap(True)
        for printer in printers:
            item = QListWidgetItem(self._text(language, printer))
            item.setData(Qt.ItemDataRole.UserRole, printer.name)
            self.list.addItem(item)
            if printer.name == preferred or (printer.is_default and self.list.currentRow() < 0):
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self.list.itemActivated.connect(lambda _: self.accept())
        self.remembered = QCheckBox(say("print-remember"))
        self.remembered.setChecked(True)
        self.print_button = button("primary", self.accept)
        self.print_button.setText(say("print-print"))
        self.print_button.setDefault(True)
        cancel = button("", self.reject)
        cancel.setText(say("print-cancel"))
        layout.addWidget(heading)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.remembered)
        layout.addLayout(row(0, cancel, self.print_button))
        self.list.setFocus()

    @property
    def chosen(self) -> str:
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item else ""

    @property
    def remember(self) -> bool:
        return self.remembered.isChecked()

    @staticmethod
    def _text(language: Language, printer: PrinterInfo) -> str:
        name = language.say("print-default", printer=printer.name) if printer.is_default else printer.name
        troubles = [language.say(f"printing-trouble-{t.value}") for t in printer.troubles]
        return "\n".join([name, *troubles])
