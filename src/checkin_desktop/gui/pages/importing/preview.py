"""What the list holds: its sheets, its first rows, and what each column is taken for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QTabBar, QVBoxLayout

from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import clear, fill, label, row, table
from checkin_desktop.gui.language import Language
from checkin_desktop.gui.pages.importing.column_header import ColumnHeader
from checkin_desktop.gui.pages.importing.looking import Review
from checkin_desktop.services.ports.rosters import Table

_ROWS = 50
_BOXES_A_ROW = 5
_WIDEST_LETTERS, _LEAST_LINES = 34, 3


class Preview(QFrame):
    """`column_changed` brings a heading and a field, `sheet_changed` a sheet and whether it is taken."""

    column_changed = Signal(str, object)
    sheet_changed = Signal(str, bool)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.setObjectName("card")
        self._language = language
        self._review: Review | None = None
        self._shown: Table | None = None
        self.title, self.hint = label("strong"), label("soft", wrap=True)
        self.sheets_title = label("soft")
        self.sheets: dict[str, QCheckBox] = {}
        self._boxes = QGridLayout()
        self._boxes.setHorizontalSpacing(PAD)
        sheets = row(self.sheets_title, 0)
        sheets.insertLayout(1, self._boxes)
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.currentChanged.connect(lambda _: self._show_table())
        self.rows = table(0)
        self.rows.verticalHeader().show()
        self.rows.setTabKeyNavigation(False)
        self.header = ColumnHeader(language, self.rows)
        self.header.setStretchLastSection(False)
        self.header.changed.connect(self.column_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAD, PAD, PAD, PAD)
        layout.setSpacing(GAP)
        layout.addWidget(self.title)
        layout.addWidget(self.hint)
        layout.addLayout(sheets)
        layout.addWidget(self.tabs)
        layout.addWidget(self.rows, 1)

    def show_review(self, review: Review) -> None:
        before, self._review = self._review, review
        if before is None or before.tables is not review.tables:
            self._make_sheets(review)
        self._make_tabs(review)
        self._show_table()

    def retranslate(self) -> None:
        say = self._language.say
        self.title.setText(say("import-columns"))
        self.hint.setText(say("import-columns-hint"))
        self.sheets_title.setText(say("import-sheets"))
        self.rows.setAccessibleName(say("import-columns"))
        self.tabs.setAccessibleName(say("import-sheet-shown"))
        self.header.retranslate()
        self._fit()

    def _fit(self) -> None:
        self.header.fit(self.fontMetrics().averageCharWidth() * _WIDEST_LETTERS)
        self.rows.setMinimumHeight(
            self.header.sizeHint().height() + self.fontMetrics().height() * _LEAST_LINES
        )

    def _make_sheets(self, review: Review) -> None:
        clear(self._boxes)
        self.sheets = {}
        self._shown = None
        self.sheets_title.setVisible(len(review.tables) > 1)
        if len(review.tables) < 2:
            return
        for at, sheet in enumerate(review.tables):
            box = QCheckBox(sheet.sheet.replace("&", "&&"))
            box.setChecked(sheet.sheet not in review.choice.without)
            box.toggled.connect(lambda on, s=sheet.sheet: self.sheet_changed.emit(s, on))
            self.sheets[sheet.sheet] = box
            self._boxes.addWidget(box, at // _BOXES_A_ROW, at % _BOXES_A_ROW)

    def _make_tabs(self, review: Review) -> None:
        names = [t.sheet for t in review.chosen]
        if names != [self.tabs.tabData(i) for i in range(self.tabs.count())]:
            self.tabs.blockSignals(True)
            while self.tabs.count():
                self.tabs.removeTab(0)
            for i, name in enumerate(names):
                self.tabs.addTab(name.replace("&", "&&"))
                self.tabs.setTabData(i, name)
            self.tabs.blockSignals(False)
        self.tabs.setVisible(len(names) > 1)

    def _show_table(self) -> None:
        review = self._review
        if review is None or not review.chosen:
            self.rows.setRowCount(0)
            return
        shown = review.chosen[max(0, self.tabs.currentIndex())]
        if shown is not self._shown:
            self._shown = shown
            self.rows.setColumnCount(len(shown.headings))
            fill(self.rows, [cells for _, cells in shown.rows[:_ROWS]])
            self.rows.setVerticalHeaderLabels([str(number) for number, _ in shown.rows[:_ROWS]])
            self.header.show_columns(shown.headings, review.columns[shown.sheet])
            self._fit()
            self.rows.horizontalScrollBar().setValue(0)
        else:
            self.header.show_columns(shown.headings, review.columns[shown.sheet])
