"""Whether hours are computed from scans, and how long somebody counts who was not seen to leave."""

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from checkin_desktop.domain.event import MissingExit
from checkin_desktop.gui.design.combos import EnumCombo
from checkin_desktop.gui.design.fields import Field
from checkin_desktop.gui.design.tokens import GAP
from checkin_desktop.gui.design.widgets import card, label
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.event.presenter import EventState
from checkin_desktop.gui.pages.event.rules_presenter import RulesPresenter


class PresenceCard(QWidget):
    """Written as soon as it is chosen."""

    def __init__(self, context: Context, presenter: RulesPresenter) -> None:
        super().__init__()
        self._context, self._presenter = context, presenter
        self.title, self.about = label("heading", wrap=True), label("soft", wrap=True)
        self.computed, self.missing = QCheckBox(), EnumCombo(tuple(MissingExit))
        self.field = Field(self.missing)
        frame, inside = card()
        inside.setSpacing(GAP + 4)
        for part in (self.title, self.about, self.computed, self.field):
            inside.addWidget(part)
        inside.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)
        self.computed.clicked.connect(self._save)
        self.missing.chosen.connect(self._save)

    def retranslate(self) -> None:
        say = self._context.say
        self.title.setText(say("presence-title"))
        self.about.setText(say("presence-about"))
        self.computed.setText(say("presence-computed"))
        self.missing.show_texts([say(f"presence-missing-{m.value.replace('_', '-')}") for m in MissingExit])
        self.field.name(say("presence-missing"))

    def show_state(self, state: EventState) -> None:
        known = state.info.settings
        self.computed.setChecked(known.hours_from_scans)
        self.missing.show_value(known.missing_exit)
        self.field.setEnabled(known.hours_from_scans)

    def _save(self) -> None:
        self.field.setEnabled(self.computed.isChecked())
        self._presenter.set_presence(self.missing.value, self.computed.isChecked())
