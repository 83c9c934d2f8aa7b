"""The register: what became of every number of each desk, what is asked for a certificate, and which desk issues."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from checkin_desktop.domain.certifying import CertificationSettings
from checkin_desktop.domain.operators import Action
from checkin_desktop.domain.register import RangeAudit
from checkin_desktop.gui.design.flow import Flow
from checkin_desktop.gui.design.reason_dialog import ReasonDialog
from checkin_desktop.gui.design.rows import Rows, RowsView
from checkin_desktop.gui.design.tokens import GAP
from checkin_desktop.gui.design.widgets import button, label
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.certificates.actions import Actions
from checkin_desktop.gui.pages.certificates.rules_dialog import RulesDialog
from checkin_desktop.gui.pages.certificates.settings_dialog import CertificationDialog
from checkin_desktop.services.certificate_register import desk_names, register_audit, skip_numbers
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.issuing_desk import certification, configure_certification, issuing_desk

_COLUMNS = ("desk", "issued", "revoked", "void", "unused", "state")


@dataclass(frozen=True, slots=True)
class Audited:
    ranges: tuple[RangeAudit, ...]
    desks: dict[int, str]
    settings: CertificationSettings
    issuer: str


class Auditing(QObject):
    audited = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context

    def refresh(self) -> None:
        desk = self._context.desk
        self._context.lanes.lists.run(lambda: _audited(desk), self.audited.emit)

    def skip(self, reason: str) -> None:
        desk, operator = self._context.desk, self._context.operator_id

        def done(serials: tuple[int, ...]) -> None:
            self._context.session.changed.emit()
            self._context.notify(self._context.say("certificates-skip-done", count=len(serials)))

        self._context.lanes.writer.run(lambda: skip_numbers(desk, 1, reason, operator), done)

    def configure(self, settings: CertificationSettings) -> None:
        desk, operator = self._context.desk, self._context.operator_id
        self._context.lanes.writer.run(
            lambda: configure_certification(desk, settings, operator),
            lambda _: self._context.session.changed.emit(),
        )


class RegisterTab(QWidget):
    def __init__(self, context: Context, verbs: Actions) -> None:
        super().__init__()
        self._context = context
        self._audited: Audited | None = None
        self.auditing = Auditing(context)
        self.told, self.holes, self.issuer = (label(kind, wrap=True) for kind in ("large", "strong", "soft"))
        self.rows: Rows[RangeAudit] = Rows(lambda r: str(r.slot), self._cells)
        self.list = RowsView(self.rows, {0: 4, 5: 6})
        self.pdf = button("", verbs.save_register)
        self.spreadsheet = button("", verbs.save_table)
        self.skip = button("", self._skip)
        self.rules = button("", self._rules)
        self.settings = button("", self._settings)
        self._lay_out()
        self.auditing.audited.connect(self._show)

    def retranslate(self) -> None:
        say = self._context.say
        self.rows.set_headings([say(f"certificates-audit-{c}") for c in _COLUMNS])
        self.list.setAccessibleName(say("certificates-tab-register"))
        self.pdf.setText(say("certificates-register-pdf"))
        self.spreadsheet.setText(say("certificates-register-table"))
        self.skip.setText(say("certificates-skip"))
        self.rules.setText(say("certificates-rules"))
        self.settings.setText(say("certificates-settings"))
        if self._audited:
            self._show(self._audited)

    def refresh(self) -> None:
        self.auditing.refresh()

    def _lay_out(self) -> None:
        actions = Flow()
        for part in (self.rules, self.settings, self.pdf, self.spreadsheet, self.skip):
            actions.addWidget(part)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(GAP + 2)
        column.addWidget(self.told)
        column.addWidget(self.holes)
        column.addWidget(self.list, 1)
        column.addWidget(self.issuer)
        column.addLayout(actions)
        self.list.setMinimumHeight(self.list.fontMetrics().height() * 12)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def _show(self, found: Audited) -> None:
        self._audited = found
        say, ranges = self._context.say, found.ranges
        sound = all(r.sound for r in ranges)
        used = sum(r.used for r in ranges)
        self.told.setText(say(f"certificates-audit-{'sound' if sound else 'unsound'}", count=used))
        holes = [self._hole(r, a, b) for r in ranges for a, b in r.holes]
        twice = [say("certificates-audit-twice", number=n) for r in ranges for n in r.twice]
        self.holes.setText("\n".join(holes + twice))
        self.holes.setVisible(bool(holes or twice))
        said = say("certificates-issuer-any") if found.settings.any_desk else say("certificates-issuer-here")
        self.issuer.setText(say("certificates-issuer", desk=found.issuer) if found.issuer else said)
        self.rows.show(ranges)
        may = self._context.may
        for part, action in (
            (self.skip, Action.CERTIFY),
            (self.rules, Action.CONFIGURE),
            (self.settings, Action.CERTIFY),
        ):
            part.setEnabled(may(action))
            part.setToolTip("" if may(action) else say("certificates-fetch-supervisor"))

    def _hole(self, one: RangeAudit, first: int, last: int) -> str:
        desk = self._audited.desks.get(one.slot, "") if self._audited else ""
        return self._context.say(
            "certificates-audit-hole", first=first, last=last, desk=desk or str(one.slot)
        )

    def _cells(self, one: RangeAudit) -> list[str]:
        say = self._context.say
        desk = self._audited.desks.get(one.slot, "") if self._audited else ""
        state = say("certificates-audit-complete" if one.sound else "certificates-audit-incomplete")
        counts = [str(n) for n in (one.issued, one.revoked, one.void, one.unused)]
        return [desk or say("certificates-audit-slot", slot=one.slot), *counts, state]

    def _skip(self) -> None:
        say = self._context.say
        ReasonDialog(
            self,
            title=say("certificates-skip"),
            about="",
            text=say("certificates-skip-text"),
            example=say("certificates-skip-example"),
            caption=say("certificates-reason"),
            yes=say("certificates-skip-yes"),
            no=say("certificates-leave"),
            given=self.auditing.skip,
        ).open()

    def _rules(self) -> None:
        RulesDialog(self, self._context).open()

    def _settings(self) -> None:
        if self._audited:
            CertificationDialog(self, self._context, self._audited.settings, self.auditing.configure).open()


def _audited(desk: Desk) -> Audited:
    other = issuing_desk(desk)
    return Audited(register_audit(desk), desk_names(desk), certification(desk), other.name if other else "")
