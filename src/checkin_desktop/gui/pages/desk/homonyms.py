"""Two people of one name: the person at the desk looks at the document and says which."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QWidget

from checkin_desktop.gui.design.dialogs import dialog_column, headed, least_letters, least_lines
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.hit_list import HitList
from checkin_desktop.gui.page import Context
from checkin_desktop.services.views import AttendeeLine


class HomonymDialog(QDialog):
    """Nobody is marked at first: Enter alone admits nobody."""

    def __init__(
        self,
        context: Context,
        lines: Sequence[AttendeeLine],
        admit: Callable[[str], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._admit = admit
        least_letters(self, 70)
        least_lines(self, 20)
        body = dialog_column(self)
        heading, text = headed(self, context.say("desk-homonyms-title")), label(wrap=True)
        text.setText(context.say("desk-homonyms-text", count=len(lines), name=lines[0].attendee.name))
        self.list = HitList(context, self._chosen)
        self.list.setAccessibleName(heading.text())
        self.list.show_lines(lines)
        self.list.setCurrentRow(-1)
        self.list.itemActivated.connect(lambda _: self._marked())
        cancel = button("", self.reject)
        cancel.setText(context.say("shell-cancel"))
        cancel.setAutoDefault(False)
        for part in (heading, text):
            body.addWidget(part)
        body.addWidget(self.list, 1)
        body.addLayout(row(0, cancel))
        self.finished.connect(self.deleteLater)

    def _marked(self) -> None:
        if self.list.marked is not None:
            self._chosen(self.list.marked)

    def _chosen(self, line: AttendeeLine) -> None:
        if self.result() != QDialog.DialogCode.Accepted:
            self.accept()
            self._admit(line.attendee.id)
