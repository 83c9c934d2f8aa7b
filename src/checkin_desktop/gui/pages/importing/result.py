"""What came in, what did not, and what to do next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin_desktop.gui.design.icons import pixmap
from checkin_desktop.gui.design.tokens import GAP
from checkin_desktop.gui.design.widgets import button, card, label, row
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.importing.looking import Review
from checkin_desktop.gui.pages.importing.problems import Problems, counted
from checkin_desktop.services.views import ImportPlan

_ICON = 40


class ResultPanel(QWidget):
    """`page_wanted` brings the name of the page to go on with."""

    page_wanted = Signal(str)
    other_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._plan: ImportPlan | None = None
        self._review: Review | None = None
        self.picture = label()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.title, self.details = label("heading", wrap=True), label(wrap=True)
        self.kept = label("soft", wrap=True)
        self.badges = button("primary", lambda: self.page_wanted.emit("badges"))
        self.desk = button("", lambda: self.page_wanted.emit("desk"))
        self.other = button("quiet", self.other_wanted.emit)
        self.problems = Problems(context.language)
        frame, inside = card(horizontal=True)
        words = QVBoxLayout()
        words.setSpacing(GAP)
        words.addWidget(self.title)
        words.addWidget(self.details)
        words.addWidget(self.kept)
        words.addSpacing(GAP)
        words.addLayout(row(self.badges, self.desk, self.other, 0))
        inside.setSpacing(GAP * 2)
        inside.addWidget(self.picture)
        inside.addLayout(words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP + 4)
        layout.addWidget(frame)
        layout.addWidget(self.problems, 1)
        layout.addStretch()

    def show_result(self, review: Review, plan: ImportPlan) -> None:
        self._review, self._plan = review, plan
        self.problems.show_problems(review.reading.problems if review.reading else ())
        self.retranslate()
        self.badges.setFocus()

    def retranslate(self) -> None:
        say, plan = self._context.say, self._plan
        self.picture.setPixmap(pixmap("circle-check", self._context.theme().accent, _ICON))
        self.badges.setText(say("import-next-badges"))
        self.desk.setText(say("import-next-desk"))
        self.other.setText(say("import-next-other"))
        self.problems.retranslate()
        if plan is None or self._review is None or self._review.reading is None:
            return
        self.title.setText(say("import-done", people=plan.new + plan.updated))
        self.details.setText(
            say(
                "import-summary",
                people=len(plan.people),
                new=plan.new,
                updated=plan.updated,
                unchanged=plan.unchanged,
            )
        )
        wrong = counted(self._context.language, self._review.reading.problems)
        self.kept.setText(say("import-done-problems") if wrong else say("import-done-whole"))
