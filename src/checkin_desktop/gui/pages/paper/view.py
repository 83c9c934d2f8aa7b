"""The paper list beside what was ticked on it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.gui.design.columns import Columns
from checkin_desktop.gui.design.page_head import PageHead
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import label
from checkin_desktop.gui.page import Context, Page
from checkin_desktop.gui.pages.paper.listing import Listing
from checkin_desktop.gui.pages.paper.outcome import OutcomeView
from checkin_desktop.gui.pages.paper.presenter import Batch, PaperPresenter
from checkin_desktop.gui.pages.paper.sheet import Sheet
from checkin_desktop.gui.pages.paper.ticking import Ticking
from checkin_desktop.services.views import AttendeeLine


class PaperPage(Page):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.presenter = PaperPresenter(context)
        self.listing = Listing(context)
        self.sheet = Sheet(context, self.listing)
        self.ticking = Ticking(context, self.presenter)
        self.outcome = OutcomeView(context)
        self.steps = QStackedWidget()
        self.steps.addWidget(self.ticking)
        self.steps.addWidget(self.outcome)
        self.head = PageHead()
        self.title, self.about = label("strong", wrap=True), label("soft", wrap=True)
        entering = QFrame()
        entering.setObjectName("card")
        inside = QVBoxLayout(entering)
        inside.setContentsMargins(PAD, PAD, PAD, PAD)
        inside.setSpacing(GAP)
        inside.addWidget(self.title)
        inside.addWidget(self.about)
        inside.addWidget(self.steps, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(Columns((self.sheet, entering), stretches=(9, 11)))
        self.body.addWidget(self.head)
        self.body.addWidget(scroll, 1)
        self._undone: dict[str, AttendeeLine] = {}
        self.presenter.scanned.connect(self._scanned)
        self.presenter.entered.connect(self._entered)
        self.presenter.undone.connect(self._taken_back)
        self.presenter.failed.connect(self._failed)
        self.outcome.undo_wanted.connect(self.presenter.undo)
        self.outcome.more_wanted.connect(self._more)
        context.session.checkpoint_changed.connect(self._checkpoint_changed)
        self.retranslate()

    def retranslate(self) -> None:
        self.head.name(self.context.say("nav-paper"), self.context.say("head-paper"))
        self.title.setText(self.context.say("paper-enter-title"))
        self.about.setText(self.context.say("paper-enter-about"))
        self.sheet.retranslate()
        self.ticking.retranslate()
        self.outcome.retranslate()

    def refresh(self) -> None:
        self.ticking.offer_checkpoints()
        self.listing.look()
        self.presenter.look_at_clock()
        if self.steps.currentWidget() is self.ticking:
            self.ticking.picker.field.setFocus()

    def take_scan(self, code: str) -> bool:
        """A badge, a document or a list's row code ticks its person."""
        if self.steps.currentWidget() is not self.ticking:
            return False
        self.presenter.scan(code, self.ticking.chosen)
        return True

    def _scanned(self, line: AttendeeLine | None) -> None:
        if line is None:
            self.context.notify(self.context.say("paper-scan-nobody"))
        else:
            self.ticking.tick(line)

    def _checkpoint_changed(self) -> None:
        self.ticking.offer_checkpoints()
        self.ticking.choose(self.context.session.checkpoint)

    def _entered(self, batch: Batch) -> None:
        self._undone = self.ticking.lines
        self.ticking.clear()
        self.outcome.show_batch(batch)
        self.steps.setCurrentWidget(self.outcome)

    def _taken_back(self, batch: Batch) -> None:
        self.context.notify(self.context.say("paper-undone", count=len(batch.written)))
        self.ticking.restore(self._undone)
        self._more()

    def _more(self) -> None:
        self.steps.setCurrentWidget(self.ticking)
        self.ticking.picker.field.setFocus()

    def _failed(self, error: PersonFacingError) -> None:
        self.ticking.release()
        self.outcome.release()
        self.context.notify(self.context.say(error.sentence, **error.arguments))
