"""What was wrong in the list: rows that stay out, values that are left out, each by row and column."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHeaderView, QVBoxLayout

from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, fill, label, row, table
from checkin_desktop.gui.language import Language
from checkin_desktop.services.ports.rosters import Problem

_SHOWN = 300


def counted(language: Language, problems: Sequence[Problem]) -> list[str]:
    """How many rows stay out and how many values are left out, in words; nothing where all is well."""
    refused = _refused(problems)
    left_out = sum((p.sheet, p.row) not in refused for p in problems)
    told = [language.say("import-rows-refused", count=len(refused))] if refused else []
    return told + ([language.say("import-values-left-out", count=left_out)] if left_out else [])


def _refused(problems: Sequence[Problem]) -> set[tuple[str, int]]:
    """The rows that stay out, whatever else is wrong in them."""
    return {(p.sheet, p.row) for p in problems if p.refuses_row}


class Problems(QFrame):
    """`save_wanted`: the whole list as a spreadsheet."""

    save_wanted = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.setObjectName("card")
        self._language = language
        self._problems: tuple[Problem, ...] = ()
        self._refused: set[tuple[str, int]] = set()
        self.title, self.hint = label("strong", wrap=True), label("soft", wrap=True)
        self.save = button("", self.save_wanted.emit)
        self.rows = table(6)
        self.rows.setTabKeyNavigation(False)
        self.rows.setWordWrap(True)
        self.rows.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAD, PAD, PAD, PAD)
        layout.setSpacing(GAP)
        head = row(self.title, self.save)
        head.setStretch(0, 1)
        layout.addLayout(head)
        layout.addWidget(self.hint)
        layout.addWidget(self.rows, 1)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        self._refused = _refused(problems)
        self._problems = tuple(sorted(problems, key=lambda p: (p.sheet, p.row) not in self._refused))
        self.retranslate()
        self.setVisible(bool(problems))

    def retranslate(self) -> None:
        say = self._language.say
        self.title.setText(" · ".join(counted(self._language, self._problems)))
        more = len(self._problems) > _SHOWN
        self.hint.setText(say("import-problems-first", shown=_SHOWN) if more else say("import-problems-hint"))
        self.save.setText(say("import-problems-save"))
        self.rows.setAccessibleName(say("import-problems"))
        self.rows.setHorizontalHeaderLabels(self.headings())
        fill(self.rows, [self._cells(p) for p in self._problems[:_SHOWN]])
        self.rows.setColumnHidden(1, len({p.sheet for p in self._problems}) < 2)
        self.rows.resizeColumnsToContents()
        widest = self.fontMetrics().averageCharWidth() * 30
        for at in range(self.rows.columnCount() - 1):
            self.rows.setColumnWidth(at, min(self.rows.columnWidth(at) + GAP, widest))
        self.rows.verticalHeader().setMinimumSectionSize(round(self.fontMetrics().height() * 1.8))
        self.rows.setMinimumHeight(self.fontMetrics().height() * 7)

    def headings(self) -> list[str]:
        parts = ("outcome", "sheet", "row", "column", "value", "reason")
        return [self._language.say(f"import-problem-{part}") for part in parts]

    def lines(self) -> list[list[str]]:
        """All of them, in words, refused rows first."""
        return [self._cells(p) for p in self._problems]

    def _cells(self, problem: Problem) -> list[str]:
        say = self._language.say
        refused = (problem.sheet, problem.row) in self._refused
        return [
            say("import-row-refused" if refused else "import-value-left-out"),
            problem.sheet,
            str(problem.row),
            problem.column,
            problem.value,
            say(problem.sentence, row=problem.row, column=problem.column, value=problem.value),
        ]
