"""The inbox of cases: both sides with time and desk, one click settles, another takes it back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from checkin_desktop.domain.merge import Choice
from checkin_desktop.gui.design.page_head import PageHead
from checkin_desktop.gui.design.tokens import GAP
from checkin_desktop.gui.page import Context, Page
from checkin_desktop.gui.pages.conflicts.cases import CasesSection
from checkin_desktop.gui.pages.conflicts.presenter import Cases, ConflictsPresenter
from checkin_desktop.services.views import ConflictLine


class ConflictsPage(Page):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.presenter = ConflictsPresenter(context)
        self.head = PageHead()
        self.cases = CasesSection(context.language, context.theme)
        self._known: dict[str, ConflictLine] = {}
        self._loaded: Cases = ()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP + 4)
        column.addWidget(self.cases)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        self.body.addWidget(self.head)
        self.body.addWidget(scroll, 1)
        self.presenter.loaded.connect(self._show)
        self.cases.chosen.connect(lambda case, choice: self._settle(case, Choice(choice)))
        self.cases.reopened.connect(self.presenter.reopen)
        self.cases.other_wanted.connect(self.presenter.take_other)
        self.retranslate()

    def retranslate(self) -> None:
        count, say = sum(case.open for case in self._loaded), self.context.say
        self.head.name(say("conflicts-title", count=count), say("conflicts-about"))
        self.cases.retranslate()

    def refresh(self) -> None:
        self.presenter.load()

    def _show(self, cases: Cases) -> None:
        self._loaded, self._known = cases, {case.id: case for case in cases}
        self.head.title.setText(self.context.say("conflicts-title", count=sum(case.open for case in cases)))
        self.cases.show_cases(
            [case for case in cases if case.open],
            [case for case in cases if not case.open],
            self.presenter.corrected,
        )

    def _settle(self, conflict_id: str, choice: Choice) -> None:
        if conflict_id in self._known:
            self.presenter.settle(self._known[conflict_id], choice)
