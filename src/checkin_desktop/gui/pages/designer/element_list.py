"""Everything on the page as a list, front to back: the keyboard's way to each element."""

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from checkin_desktop.domain.template import Box, Code, Element, Picture, Placeholder, Text, placeholders_in
from checkin_desktop.gui.design.icons import icon
from checkin_desktop.gui.keys import Key
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.designer.presenter import DesignPresenter

_LONGEST = 48


class ElementList(QListWidget):
    """In front first. Space and Shift choose several, as in any list; Enter opens the properties.

    `refused`: the element that can't be printed as it stands.
    """

    opened = Signal()

    def __init__(self, context: Context, presenter: DesignPresenter) -> None:
        super().__init__()
        self._context, self._presenter = context, presenter
        self._showing = False
        self.refused: int | None = None
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemSelectionChanged.connect(self._told)
        self.itemActivated.connect(lambda _: self.opened.emit())

    def refresh(self) -> None:
        self._showing = True
        template, chosen = self._presenter.template, self._presenter.chosen
        faulty = {fault.element for fault in self._presenter.faults} | {self.refused}
        places = list(reversed(range(len(template.elements))))
        texts = [self._text(template.elements[at], at in faulty) for at in places]
        if [self.item(row).text() for row in range(self.count())] != texts:
            row = self.currentRow()
            self.clear()
            for at, text in zip(places, texts, strict=True):
                item = QListWidgetItem(text)
                item.setData(Qt.ItemDataRole.UserRole, at)
                item.setToolTip(text)
                self.addItem(item)
            self.setCurrentRow(min(row, self.count() - 1), QItemSelectionModel.SelectionFlag.NoUpdate)
        for row in range(self.count()):
            item = self.item(row)
            locked = template.elements[item.data(Qt.ItemDataRole.UserRole)].locked
            item.setIcon(icon("lock", self._context.theme().text) if locked else QIcon())
            item.setSelected(item.data(Qt.ItemDataRole.UserRole) in chosen)
        self._showing = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Key.DESIGN_DELETE.pressed(event):
            self._presenter.delete()
        else:
            super().keyPressEvent(event)

    def _told(self) -> None:
        if not self._showing:
            found = {item.data(Qt.ItemDataRole.UserRole) for item in self.selectedItems()}
            self._presenter.choose(frozenset(found))

    def _text(self, element: Element, faulty: bool) -> str:
        say = self._context.say
        match element:
            case Text():
                shown = " ".join(element.text.split())
                for name in placeholders_in(shown):
                    if name in set(Placeholder):
                        shown = shown.replace(f"{{{name}}}", f"[{say(f'placeholder-{name}')}]")
                told = shown[:_LONGEST] or say("designer-text-empty")
            case Picture():
                told = say(f"designer-picturesource-{element.source.value}")
            case Code():
                told = say("designer-kind-code")
            case Box() if not element.width or not element.height:
                told = say("designer-new-line")
            case Box():
                told = say("designer-kind-box")
        return f"⚠ {told}" if faulty else told
