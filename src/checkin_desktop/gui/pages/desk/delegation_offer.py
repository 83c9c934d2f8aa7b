"""After somebody of a delegation was let in: a quiet line that offers the others, by one key."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import ElidedLabel, button
from checkin_desktop.gui.keys import Key, bind
from checkin_desktop.gui.page import Context
from checkin_desktop.services.delegations import Delegation, admitted_entries, delegation_of
from checkin_desktop.services.views import CheckInResult


class DelegationOffer(QFrame):
    """Blocks nothing: the next scan replaces it. Ctrl+G opens the delegation of who was let in last."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._context = context
        self._asked = 0
        self._attendee_id = ""
        self.told = ElidedLabel()
        self.open = button("quiet", self._open)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(PAD, GAP, GAP, GAP)
        layout.addWidget(self.told, 1)
        layout.addWidget(self.open)
        bind(Key.DESK_DELEGATION, page, self._open)
        self.hide()

    def consider(self, result: CheckInResult) -> None:
        self._asked += 1
        self._attendee_id = ""
        self.hide()
        attendee, desk, checkpoint = result.attendee, self._context.desk, result.checkpoint.id
        if attendee is None or not admitted_entries((result,)):
            return
        asked, attendee_id = self._asked, attendee.id
        self._context.lanes.reader.run(
            lambda: delegation_of(desk, attendee_id, checkpoint),
            lambda found: self._show(attendee_id, found) if asked == self._asked else None,
        )

    def retranslate(self) -> None:
        self.open.setText(self._context.say("desk-delegation-open"))

    def _show(self, attendee_id: str, found: Delegation | None) -> None:
        if found is None or not found.missing:
            return
        self._attendee_id = attendee_id
        told = self._context.say(
            "desk-delegation-offer",
            name=found.name,
            present=found.present,
            expected=found.expected,
            count=len(found.missing),
        )
        self.told.setText(told)
        self.retranslate()
        self.show()

    def _open(self) -> None:
        if self._attendee_id:
            self._context.session.delegation_wanted.emit(self._attendee_id)
            self.hide()
