"""One delegation: who is here, who is missing, escorts, and the one key that checks the others in."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from checkin_desktop.domain.operators import Action
from checkin_desktop.gui.design.fields import CalmSpin
from checkin_desktop.gui.design.flow import Flow
from checkin_desktop.gui.design.icons import put_icon
from checkin_desktop.gui.design.rows import RowsView
from checkin_desktop.gui.design.ticked_rows import TickedRows
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.page import Context
from checkin_desktop.services.delegations import MAX_ESCORTS, Delegation, Member
from checkin_desktop.words.dates import clock_time


class DelegationDetail(QFrame):
    """`came` carries the ids ticked, `escorts` a number; the others say that a person wants it."""

    came = Signal(object)
    escorts = Signal(int)
    undo_wanted = Signal()
    badges_wanted = Signal()
    edit_wanted = Signal()
    dissolve_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("card")
        self._context = context
        self.shown: Delegation | None = None
        self._can_undo = False
        self.empty = label("soft", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.name, self.about = label("heading", wrap=True), label("soft", wrap=True)
        self.asked = label("strong", wrap=True)
        self.model = TickedRows[Member](lambda m: m.attendee.id, self._cells, lambda m: m.missing)
        self.view = RowsView(self.model, {0: 1})
        self.view.setSelectionMode(self.view.SelectionMode.SingleSelection)
        self.view.clicked.connect(self._clicked)
        self.view.activated.connect(lambda index: self.model.flip(index.row()))
        self.model.ticked_by_hand.connect(self._tell)
        self.check_in = button("primary", lambda: self.came.emit(self.ticked))
        self.undo = button("", self.undo_wanted.emit)
        self.badges = button("", self.badges_wanted.emit)
        self.count = CalmSpin(0, MAX_ESCORTS)
        self.count_label = label("strong")
        self.count_label.setBuddy(self.count)
        self.note = button("", lambda: self.escorts.emit(self.count.value()))
        self.edit, self.dissolve = (
            button("quiet", self.edit_wanted.emit),
            button("quiet", self.dissolve_wanted.emit),
        )
        self._lay_out()

    @property
    def ticked(self) -> tuple[str, ...]:
        shown = self.shown
        return (
            tuple(m.attendee.id for m in shown.missing if m.attendee.id in self.model.ticks) if shown else ()
        )

    def show_delegation(self, shown: Delegation | None, can_undo: bool) -> None:
        """All who are missing are ticked, unless the same delegation was shown and some were unticked."""
        same = shown is not None and self.shown is not None and shown.id == self.shown.id
        unticked = (
            {m.attendee.id for m in self.shown.missing} - self.model.ticks if same and self.shown else set()
        )
        self.shown, self._can_undo = shown, can_undo
        members: Sequence[Member] = sorted(shown.members, key=lambda m: not m.missing) if shown else ()
        self.model.show(members)
        self.model.tick({m.attendee.id for m in members if m.missing} - unticked)
        if shown is not None and not (same and self.count.hasFocus()):
            self.count.setValue(shown.own_escorts)
        self._tell()

    def retranslate(self) -> None:
        say = self._context.say
        self.empty.setText(say("delegations-choose"))
        self.model.set_headings([say("delegations-member"), say("delegations-arrival")])
        self.view.setAccessibleName(say("delegations-members"))
        self.undo.setText(say("delegations-undo"))
        put_icon(self.undo, "undo-2", self._context.theme().text)
        put_icon(self.badges, "id-card", self._context.theme().text)
        self.count_label.setText(say("delegations-escorts"))
        self.count.setAccessibleName(say("delegations-escorts"))
        self.count.setAccessibleDescription(say("delegations-escorts-about"))
        self.count.setToolTip(say("delegations-escorts-about"))
        self.note.setText(say("delegations-escorts-note"))
        self.edit.setText(say("delegations-edit"))
        self.dissolve.setText(say("delegations-dissolve"))
        self.view.setMinimumHeight(self.fontMetrics().height() * 8)
        self._tell()

    def _lay_out(self) -> None:
        self.body = QWidget()
        inside = QVBoxLayout(self.body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GAP)
        for part in (self.name, self.about, self.asked):
            inside.addWidget(part)
        inside.addWidget(self.view, 1)
        verbs = QWidget()
        flow = Flow()
        verbs.setLayout(flow)
        for verb in (self.check_in, self.undo, self.badges):
            flow.addWidget(verb)
        inside.addWidget(verbs)
        inside.addLayout(row(self.count_label, self.count, self.note, 0))
        inside.addLayout(row(self.edit, self.dissolve, 0))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAD, PAD, PAD, PAD)
        layout.addWidget(self.empty)
        layout.addWidget(self.body, 1)

    def _tell(self) -> None:
        say, shown = self._context.say, self.shown
        self.empty.setVisible(shown is None)
        self.body.setVisible(shown is not None)
        if shown is None:
            return
        self.name.setText(shown.name)
        counted = say("delegations-count", present=shown.present, expected=shown.expected)
        told = [shown.region, counted]
        if shown.escorts:
            told.append(say("delegations-with-escorts", count=shown.escorts))
        self.about.setText(" · ".join(part for part in told if part))
        missing, chosen = len(shown.missing), len(self.ticked)
        self.asked.setText(say("delegations-ask", count=missing) if missing else say("delegations-all-here"))
        self.check_in.setText(say("delegations-check-in", count=chosen))
        self.check_in.setVisible(bool(missing))
        may = self._context.may(Action.SCAN) and self._context.session.checkpoint is not None
        self.check_in.setEnabled(bool(chosen) and may)
        self.undo.setVisible(self._can_undo)
        fresh = sum(not m.attendee.badge_prints for m in shown.members)
        self.badges.setText(
            say("delegations-badges", count=fresh) if fresh else say("delegations-badges-again")
        )
        self.badges.setEnabled(bool(shown.members) and self._context.may(Action.REPRINT_BADGE))
        arranging = self._context.may(Action.SETTLE)
        self.edit.setVisible(arranging and shown.arranged)
        self.dissolve.setVisible(arranging and shown.arranged)

    def _cells(self, member: Member) -> Sequence[str]:
        p, say = member.attendee.person, self._context.say
        if member.came_at is not None:
            arrived = say("delegations-came-at", time=clock_time(member.came_at))
        elif member.substitute is not None:
            arrived = say("delegations-instead", name=member.substitute.name)
        else:
            arrived = say("delegations-missing")
        return p.sort_name, arrived

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() > 0:
            self.model.flip(index.row())
