"""The organisations: who of each came, two spellings of one joined, names and regions put right."""

from collections.abc import Callable, Sequence

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

from checkin_desktop.domain.people import plain
from checkin_desktop.gui.design.dialogs import least_lines
from checkin_desktop.gui.design.fields import Field
from checkin_desktop.gui.design.icons import put_icon
from checkin_desktop.gui.design.rows import Rows, RowsView, choose, chosen_keys
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, card, label, row
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.event.presenter import EventPresenter
from checkin_desktop.services.views import OrganisationLine


class OrganisationsCard(QWidget):
    def __init__(self, context: Context, presenter: EventPresenter) -> None:
        super().__init__()
        self._context, self._presenter = context, presenter
        self._lines: tuple[OrganisationLine, ...] = ()
        self.heading, self.search = label("strong"), QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.rows: Rows[OrganisationLine] = Rows(lambda line: line.id, self._cells)
        self.rows.set_headings([""] * 4)
        self.view = RowsView(self.rows, {0: 5, 3: 2})
        least_lines(self.view, 11)
        self.empty = label("soft", wrap=True)
        self.edit, self.merge = button("", self._edit), button("", self._merge)
        self.advice = label("small", wrap=True)
        frame, column = card()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        column.addLayout(row(self.heading, 0, self.edit, self.merge))
        column.addWidget(self.search)
        column.addWidget(self.empty)
        column.addWidget(self.view, 1)
        column.addWidget(self.advice)
        self.search.textChanged.connect(self._filter)
        self.view.selectionModel().selectionChanged.connect(self._selected)
        self.view.doubleClicked.connect(self._edit)
        self._selected()

    def retranslate(self) -> None:
        say = self._context.say
        self.heading.setText(say("event-organisations"))
        self.search.setPlaceholderText(say("event-organisations-search"))
        self.search.setAccessibleName(say("event-organisations-search"))
        self.view.setAccessibleName(say("event-organisations"))
        self.empty.setText(say("event-organisations-none"))
        self.edit.setText(say("event-edit"))
        put_icon(self.edit, "pencil", self._context.theme().text)
        self.merge.setText(say("event-organisations-merge"))
        put_icon(self.merge, "merge", self._context.theme().text)
        self.advice.setText(say("event-organisations-advice"))
        names = ("name", "region", "arrived", "aliases")
        self.rows.set_headings([say(f"event-organisation-{name}") for name in names])

    def show_lines(self, lines: Sequence[OrganisationLine]) -> None:
        self._lines = tuple(lines)
        self._filter()

    def _filter(self) -> None:
        kept = chosen_keys(self.view, self.rows)
        wanted = plain(self.search.text()).split()
        self.rows.show([line for line in self._lines if _fits(line, wanted)])
        choose(self.view, self.rows, kept)
        self.empty.setVisible(not self._lines)
        self._selected()

    def _cells(self, line: OrganisationLine) -> Sequence[str]:
        arrived = self._context.say("event-of", some=line.arrived, all=line.expected)
        return (line.name, line.region, arrived, ", ".join(line.aliases))

    def _chosen(self) -> list[OrganisationLine]:
        keys = set(chosen_keys(self.view, self.rows))
        return [line for line in self._lines if line.id in keys]

    def _selected(self) -> None:
        count = len(self.view.selectionModel().selectedRows())
        self.edit.setEnabled(count == 1)
        self.merge.setEnabled(count > 1)

    def _edit(self) -> None:
        chosen = self._chosen()
        if len(chosen) == 1:
            EditOrganisation(self, self._context, chosen[0], self._presenter.rename).open()

    def _merge(self) -> None:
        chosen = self._chosen()
        if len(chosen) > 1:
            MergeOrganisations(self, self._context, chosen, self._presenter.merge).open()


class _Dialog(QDialog):
    def __init__(self, parent: QWidget, context: Context, title: str, about: str, done: str) -> None:
        super().__init__(parent.window())
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.ensurePolished()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 54)
        heading, told = label("heading", wrap=True), label("soft", wrap=True)
        heading.setText(title)
        told.setText(about)
        self.inside = QVBoxLayout()
        self.inside.setSpacing(GAP + 4)
        self.go, self.cancel = button("primary", self.finish), button("", self.reject)
        self.go.setText(done)
        self.go.setDefault(True)
        self.cancel.setText(context.say("event-cancel"))
        column = QVBoxLayout(self)
        column.setContentsMargins(PAD + GAP, PAD + GAP, PAD + GAP, PAD + GAP)
        column.setSpacing(PAD)
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


def _fits(line: OrganisationLine, wanted: Sequence[str]) -> bool:
    text = plain(" ".join((line.name, line.region, *line.aliases)))
    return all(word in text for word in wanted)
