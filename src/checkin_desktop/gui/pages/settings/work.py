"""What a desk needs to be set up at its place: the checkpoint, locking by itself, the kiosk, the printer's test."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from checkin_desktop.gui.checkpoints import checkpoint_text
from checkin_desktop.gui.design.combos import CalmCombo
from checkin_desktop.gui.design.tokens import GAP
from checkin_desktop.gui.design.widgets import button, card, label
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.settings.form import Form, fill
from checkin_desktop.gui.print_flow import PrintFlow, PrintStatus

_MINUTES = (0, 2, 5, 10, 20, 60)


class WorkSection:
    """The checkpoint is this desk's, the lock this computer's; both take effect at once."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.title = label("strong")
        self.checkpoint, self.lock = CalmCombo(), CalmCombo()
        self.kiosk = button("", context.session.kiosk_wanted.emit)
        self.full_hint = label("small", wrap=True)
        self.form = Form(
            context,
            ("shell-checkpoint", self.checkpoint),
            ("settings-lock", self.lock),
            ("settings-kiosk", self.kiosk),
        )
        self.frame, layout = card()
        layout.setSpacing(GAP)
        for part in (self.title, self.form, self.full_hint):
            layout.addWidget(part)
        self.checkpoint.activated.connect(self._choose_checkpoint)
        self.lock.activated.connect(self._choose_lock)
        context.session.checkpoint_changed.connect(self.show_checkpoints)

    def retranslate(self) -> None:
        say = self._context.say
        self.title.setText(say("settings-work"))
        self.form.retranslate()
        self.kiosk.setText(say("settings-kiosk-start"))
        self.full_hint.setText(say("settings-work-hint"))
        choices = [
            (say("settings-lock-minutes", minutes=m) if m else say("settings-lock-never"), m)
            for m in _MINUTES
        ]
        fill(self.lock, choices, self._context.preferences().auto_lock)
        self.show_checkpoints()

    def show_checkpoints(self) -> None:
        session = self._context.session
        known = [(checkpoint_text(c, self._context.language), c) for c in session.checkpoints]
        self.checkpoint.clear()
        for text, checkpoint in known:
            self.checkpoint.addItem(text, checkpoint.id)
        chosen = session.checkpoint.id if session.checkpoint else ""
        self.checkpoint.setCurrentIndex(self.checkpoint.findData(chosen))
        self.checkpoint.setPlaceholderText(self._context.say("shell-choose-checkpoint"))

    def _choose_checkpoint(self, at: int) -> None:
        self._context.session.checkpoint_wanted.emit(self._context.session.checkpoints[at])

    def _choose_lock(self) -> None:
        self._context.change_preferences(
            replace(self._context.preferences(), auto_lock=self.lock.currentData())
        )


class PrinterTest:
    """A button that prints a page, and how the job fares below it."""

    def __init__(self, context: Context, page: QWidget) -> None:
        self._context = context
        self.flow = PrintFlow(context, page)
        self.status = PrintStatus(context, self.flow)
        self.go = button("", self._print)

    def retranslate(self) -> None:
        self.go.setText(self._context.say("settings-printer-test"))
        self.status.retranslate()

    def _print(self) -> None:
        tools, words = self._context.tools, self._context.language.words
        title = self._context.say("documents-test-title")
        self._context.lanes.work.run(
            lambda: tools.draw_test_page(words), lambda pdf: self.flow.print_pdf(pdf, title)
        )
