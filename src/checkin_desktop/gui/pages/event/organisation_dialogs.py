"""Dialogs about organisations: name and region put right, several regions at once, two spellings joined."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from checkin_desktop.gui.design.dialogs import dialog_column, headed
from checkin_desktop.gui.design.fields import Field
from checkin_desktop.gui.design.tokens import GAP
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.page import Context
from checkin_desktop.services.views import OrganisationLine


class _Dialog(QDialog):
    def __init__(self, parent: QWidget, context: Context, title: str, about: str, done: str) -> None:
        super().__init__(parent.window())
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ensurePolished()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 54)
        heading, told = headed(self, title), label("soft", wrap=True)
        told.setText(about)
        self.inside = QVBoxLayout()
        self.inside.setSpacing(GAP + 4)
        self.go, self.cancel = button("primary", self.finish), button("", self.reject)
        self.go.setText(done)
        self.go.setDefault(True)
        self.cancel.setText(context.say("event-cancel"))
        column = dialog_column(self)
        column.addWidget(heading)
        column.addWidget(told)
        column.addLayout(self.inside)
        column.addLayout(row(0, self.cancel, self.go))

    def finish(self) -> None:
        self.accept()


class EditOrganisation(_Dialog):
    """How it is called and where it is from."""

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        line: OrganisationLine,
        rename: Callable[[str, str, str], None],
    ) -> None:
        say = context.say
        super().__init__(
            parent,
            context,
            say("event-organisation-edit"),
            say("event-organisation-edit-about"),
            say("event-save"),
        )
        self._id, self._rename = line.id, rename
        self.name, self.region = QLineEdit(line.name), QLineEdit(line.region)
        for editor, caption in ((self.name, "name"), (self.region, "region")):
            field = Field(editor)
            field.name(say(f"event-organisation-{caption}"))
            self.inside.addWidget(field)
        self.name.setFocus()
        self.name.textChanged.connect(lambda text: self.go.setEnabled(bool(text.strip())))

    def finish(self) -> None:
        self._rename(self._id, self.name.text().strip(), self.region.text().strip())
        self.accept()


class RegionOfSeveral(_Dialog):
    """The one region of all those chosen."""

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        lines: Sequence[OrganisationLine],
        give: Callable[[Mapping[str, str]], None],
    ) -> None:
        say = context.say
        title = say("event-regions-several", count=len(lines))
        super().__init__(parent, context, title, say("event-organisation-edit-about"), say("event-save"))
        self._ids, self._give = [line.id for line in lines], give
        known = {line.region for line in lines}
        self.region = QLineEdit(known.pop() if len(known) == 1 else "")
        field = Field(self.region)
        field.name(say("event-organisation-region"))
        self.inside.addWidget(field)
        self.region.setFocus()

    def finish(self) -> None:
        region = self.region.text().strip()
        self._give(dict.fromkeys(self._ids, region))
        self.accept()


class MergeOrganisations(_Dialog):
    """Which of the spellings stays; the one with most people is proposed."""

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        lines: Sequence[OrganisationLine],
        merge: Callable[[str, Sequence[str]], None],
    ) -> None:
        say = context.say
        super().__init__(
            parent,
            context,
            say("event-merge-title"),
            say("event-merge-about"),
            say("event-organisations-merge"),
        )
        self._merge, self._ids = merge, [line.id for line in lines]
        self.names = QButtonGroup(self)
        list_of = QWidget()
        column = QVBoxLayout(list_of)
        column.setContentsMargins(0, 0, 0, 0)
        most = max(range(len(lines)), key=lambda place: lines[place].expected)
        for place, line in enumerate(lines):
            choice = QRadioButton(say("event-merge-choice", name=line.name, count=line.expected))
            choice.setChecked(place == most)
            self.names.addButton(choice, place)
            column.addWidget(choice)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(list_of)
        self.inside.addWidget(scroll)
        self.names.button(most).setFocus()

    def finish(self) -> None:
        keep = self._ids[self.names.checkedId()]
        self._merge(keep, [other for other in self._ids if other != keep])
        self.accept()
