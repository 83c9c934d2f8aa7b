"""The list looked over before it comes in: columns, categories, what would happen, what is wrong."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.gui.design.columns import Columns
from checkin_desktop.gui.design.page_head import has_room
from checkin_desktop.gui.design.tokens import GAP, TIGHT
from checkin_desktop.gui.design.widgets import ElidedLabel, button, card, label, row
from checkin_desktop.gui.keys import Key, bind
from checkin_desktop.gui.language import Language
from checkin_desktop.gui.pages.importing.looking import Review
from checkin_desktop.gui.pages.importing.preview import Preview
from checkin_desktop.gui.pages.importing.problems import Problems, counted
from checkin_desktop.gui.pages.importing.values import Values


class ReviewPanel(QWidget):
    start_wanted = Signal()
    other_wanted = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._review: Review | None = None
        self._looking, self._counted = False, ""
        self.preview, self.values, self.problems = Preview(language), Values(language), Problems(language)
        self.file, self.file_facts = ElidedLabel("heading"), label("soft")
        self.other = button("", self.other_wanted.emit)
        head = row(self.file, self.file_facts, self.other)
        head.setStretch(0, 1)
        self.columns = Columns([self.preview, self.values], letters=30, stretches=[12, 7])
        inside = QWidget()
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(GAP + 4)
        inner.addWidget(self.columns, 3)
        inner.addWidget(self.problems, 2)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setFrameShape(QFrame.Shape.NoFrame)
        self.summary, self.details = label("large", wrap=True), label("soft", wrap=True)
        self.start = button("primary", self.start_wanted.emit)
        bind(Key.IMPORT_OPEN, self.other, self.other.click, focused=False)
        bind(Key.IMPORT_START, self.start, self.start.click, focused=False)
        told, action = QWidget(), QWidget()
        words, acting = QVBoxLayout(told), QVBoxLayout(action)
        for part in (words, acting):
            part.setContentsMargins(0, 0, 0, 0)
            part.setSpacing(TIGHT)
        words.addWidget(self.summary)
        words.addWidget(self.details)
        acting.addWidget(self.start)
        bar, barred = card()
        barred.addWidget(Columns([told, action], letters=24, stretches=[1, 0]))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP + 4)
        layout.addLayout(head)
        layout.addWidget(area, 1)
        layout.addWidget(bar)

    def show_review(self, review: Review) -> None:
        self._review, self._looking = review, False
        self.preview.show_review(review)
        self.values.show_review(review)
        self.problems.show_problems(review.reading.problems if review.reading else ())
        self._tell()

    def show_looking(self) -> None:
        """Something was changed; until it is looked over again, nothing can be imported."""
        self._looking = True
        self._tell()

    def show_failure(self, text: str) -> None:
        """The import did not go through; it can be tried again."""
        self.details.setText(text)
        self.details.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window what is said of the problems beside them is not said again."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        said = self._review is not None and not self._looking and self._counted == self.details.text()
        self.details.setVisible(bool(self.details.text()) and (has_room(self.details) or not said))

    def retranslate(self) -> None:
        self.other.setText(self._language.say("import-choose-other"))
        for part in (self.preview, self.values, self.problems):
            part.retranslate()
        self._tell()

    def _tell(self) -> None:
        review, say = self._review, self._language.say
        if review is None:
            return
        self.file.setText(review.file)
        rows = sum(len(t.rows) for t in review.tables)
        self.file_facts.setText(say("import-file-facts", rows=rows, sheets=len(review.tables)))
        plan, reading = review.plan, review.reading
        people = len(plan.people) if plan else 0
        self.start.setEnabled(bool(review.changes) and not self._looking)
        self.start.setText(say("import-start", people=people))
        if plan is None or reading is None:
            refusal = review.refusal or PersonFacingError("import-no-sheet")
            self.summary.setText(say(refusal.sentence, **refusal.arguments))
            self.details.setText("")
        else:
            counts = {"people": people, "new": plan.new, "updated": plan.updated}
            sentence = "import-summary" if review.changes or not people else "import-summary-nothing"
            self.summary.setText(say(sentence, **counts, unchanged=plan.unchanged))
            told = counted(self._language, reading.problems)
            told += [say("import-rows-repeated", count=reading.repeated)] if reading.repeated else []
            self._counted = " · ".join(told) or say("import-no-problems")
            self.details.setText(self._counted)
        if self._looking:
            self.details.setText(say("import-looking"))
        self._make_room()
