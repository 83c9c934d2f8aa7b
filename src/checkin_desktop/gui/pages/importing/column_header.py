"""The head of the preview: over each column its heading, and what it is taken for."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHeaderView, QTableWidget, QVBoxLayout, QWidget

from checkin_desktop.gui.design.combos import EnumCombo
from checkin_desktop.gui.design.tokens import GAP
from checkin_desktop.gui.design.widgets import ElidedLabel
from checkin_desktop.gui.language import Language
from checkin_desktop.services.ports.rosters import ColumnMap, RosterField

_LETTERS = 17


class ColumnHeader(QHeaderView):
    """`changed` brings a heading and what a person says it holds."""

    changed = Signal(str, object)

    def __init__(self, language: Language, of: QTableWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, of)
        self._language, self._table = language, of
        self.heads: dict[str, _Head] = {}
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(40)
        of.setHorizontalHeader(self)
        self.sectionResized.connect(self._place)
        of.horizontalScrollBar().valueChanged.connect(self._place)

    def show_columns(self, headings: Sequence[str], columns: ColumnMap) -> None:
        """The heads made anew only where the headings differ, so that a choice keeps the focus."""
        if tuple(self.heads) != tuple(headings):
            self._make(headings)
        for heading, head in self.heads.items():
            head.combo.show_value(columns.get(heading, RosterField.EXTRA))

    def retranslate(self) -> None:
        fields = [self._language.say(f"import-field-{f.value.replace('_', '-')}") for f in RosterField]
        for heading, head in self.heads.items():
            head.combo.show_texts(fields)
            head.combo.setAccessibleName(self._language.say("import-taken-for", heading=heading))
            head.combo.setToolTip(head.combo.accessibleName())

    def fit(self, widest: int) -> None:
        """Columns as wide as what they hold, within bounds."""
        self._table.resizeColumnsToContents()
        for at, head in enumerate(self.heads.values()):
            least = head.minimumSizeHint().width()
            self.resizeSection(at, max(least, min(self.sectionSize(at) + GAP, widest)))
        self.updateGeometry()
        self._place()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(
            hint.width(), max([hint.height(), *(h.sizeHint().height() for h in self.heads.values())])
        )

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place()

    def _make(self, headings: Sequence[str]) -> None:
        for head in self.heads.values():
            head.hide()
            head.deleteLater()
        self.heads = {h: _Head(self.viewport(), h) for h in headings}
        for at, (heading, head) in enumerate(self.heads.items()):
            head.combo.chosen.connect(lambda field, h=heading: self.changed.emit(h, field))
            head.combo.reached.connect(lambda at=at: self._table.scrollTo(self._table.model().index(0, at)))
            head.show()
        self.retranslate()

    def _place(self, *_: int) -> None:
        for at, head in enumerate(self.heads.values()):
            head.setGeometry(self.sectionViewportPosition(at), 0, self.sectionSize(at), self.height())


class _Head(QFrame):
    def __init__(self, parent: QWidget, heading: str) -> None:
        super().__init__(parent)
        self.setObjectName("columnhead")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP // 2)
        self.heading = ElidedLabel("strong")
        self.heading.setText(heading)
        self.combo = EnumCombo[RosterField](tuple(RosterField))
        self.combo.setMinimumContentsLength(_LETTERS)
        layout.addWidget(self.heading)
        layout.addWidget(self.combo)
