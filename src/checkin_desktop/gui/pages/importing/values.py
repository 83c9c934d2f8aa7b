"""What each position or category of the list makes somebody."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHeaderView, QTableWidgetItem, QVBoxLayout, QWidget

from checkin_desktop.domain.people import Category
from checkin_desktop.gui.design.combos import EnumCombo
from checkin_desktop.gui.design.tokens import GAP, PAD, TIGHT
from checkin_desktop.gui.design.widgets import label, table
from checkin_desktop.gui.language import Language
from checkin_desktop.gui.pages.importing.looking import Review

_MOST = 100
_WIDEST = 24
"""Letters of a word of the list; a longer one is wrapped."""


class Values(QFrame):
    """`changed` brings a value and its category."""

    changed = Signal(str, object)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.setObjectName("card")
        self._language = language
        self._all = 0
        self.combos: dict[str, EnumCombo[Category]] = {}
        self.title, self.hint = label("strong"), label("soft", wrap=True)
        self.rows = table(2)
        self.rows.setTabKeyNavigation(False)
        self.rows.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.rows.horizontalHeader().setStretchLastSection(False)
        self.rows.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.rows.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.rows.setWordWrap(True)
        self.rows.setSelectionMode(self.rows.SelectionMode.NoSelection)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAD, PAD, PAD, PAD)
        layout.setSpacing(GAP)
        layout.addWidget(self.title)
        layout.addWidget(self.hint)
        layout.addWidget(self.rows, 1)

    def show_review(self, review: Review) -> None:
        values = {value: (count, category) for value, count, category in review.values[:_MOST]}
        self._all = len(review.values)
        if list(values) != list(self.combos):
            self._make(values)
        for at, (value, (count, category)) in enumerate(values.items()):
            self.combos[value].show_value(category)
            item = self.rows.item(at, 0)
            if item is not None:
                item.setText(f"{value}  ({count})")
        self._make_room()
        self.setVisible(bool(values))
        self._tell()

    def retranslate(self) -> None:
        say = self._language.say
        self.title.setText(say("import-categories"))
        self.rows.setAccessibleName(say("import-categories"))
        self.rows.setHorizontalHeaderLabels([say("import-value"), say("import-category")])
        categories = [say(f"category-{c.value}") for c in Category]
        for value, combo in self.combos.items():
            combo.show_texts(categories)
            combo.setAccessibleName(say("import-category-of", value=value))
        self.rows.setMinimumHeight(self.fontMetrics().height() * 8)
        self._make_room()
        self._tell()

    def _make_room(self) -> None:
        """The words of the list stay whole beside the categories."""
        words = (self.rows.item(at, 0) for at in range(self.rows.rowCount()))
        longest = max((self.fontMetrics().horizontalAdvance(x.text()) for x in words if x), default=0)
        combos = max((combo.sizeHint().width() for combo in self.combos.values()), default=0)
        bar = self.rows.verticalScrollBar().sizeHint().width()
        wanted = min(longest, self.fontMetrics().averageCharWidth() * _WIDEST) + 2 * PAD + combos + bar
        self.rows.setMinimumWidth(wanted)

    def _tell(self) -> None:
        more = self._all - len(self.combos)
        sentence = "import-categories-more" if more > 0 else "import-categories-hint"
        self.hint.setText(self._language.say(sentence, **({"more": more} if more > 0 else {})))

    def _make(self, values: dict[str, tuple[int, Category]]) -> None:
        self.combos = {}
        self.rows.setRowCount(0)
        self.rows.setRowCount(len(values))
        for at, value in enumerate(values):
            item = QTableWidgetItem()
            item.setToolTip(value)
            combo = EnumCombo[Category](tuple(Category))
            combo.setMinimumContentsLength(10)
            combo.chosen.connect(lambda category, v=value: self.changed.emit(v, category))
            self.rows.setItem(at, 0, item)
            self.rows.setCellWidget(at, 1, _aired(combo))
            self.combos[value] = combo
        self.retranslate()


def _aired(combo: QWidget) -> QWidget:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, TIGHT, 0, TIGHT)
    layout.addWidget(combo)
    return holder
