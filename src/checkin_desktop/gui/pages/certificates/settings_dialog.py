"""What language certificates are written in, how numbers are shown, which desk issues, how piles lie."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from checkin_desktop.domain.certificate import good_pattern, register_number
from checkin_desktop.domain.certifying import CertificateLanguage, CertificationSettings, Piles
from checkin_desktop.domain.event import CheckpointKind, SessionKind
from checkin_desktop.gui.design.combos import CalmCombo
from checkin_desktop.gui.design.dialogs import dialog_column, headed, least_letters
from checkin_desktop.gui.design.tick_boxes import TickBoxes
from checkin_desktop.gui.design.tokens import GAP
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.page import Context

_ANY = "any"
_EXAMPLE = (7, 2025)


class CertificationDialog(QDialog):
    def __init__(
        self,
        parent: QWidget,
        context: Context,
        settings: CertificationSettings,
        kept: Callable[[CertificationSettings], object],
    ) -> None:
        super().__init__(parent)
        say = context.say
        self._context, self._before = context, settings
        least_letters(self, 64)
        heading = headed(self, say("certificates-settings"))
        self.pattern = QLineEdit(settings.number_pattern)
        self.example = label("soft", wrap=True)
        self.desk, self.piles, self.language = CalmCombo(), CalmCombo(), CalmCombo()
        for spoken in CertificateLanguage:
            self.language.addItem(say(f"certificates-language-{spoken.value}"), spoken.value)
        self.language.setCurrentIndex(self.language.findData(settings.language.value))
        self.desk.addItem(say("certificates-settings-founder"), "")
        for station, name in context.session.station_names.items():
            self.desk.addItem(name or station[:6], station)
        self.desk.addItem(say("certificates-issuer-any"), _ANY)
        chosen = _ANY if settings.any_desk else settings.issuing_station.hex()
        self.desk.setCurrentIndex(max(0, self.desk.findData(chosen)))
        for order in Piles:
            self.piles.addItem(say(f"certificates-piles-{order.value}"), order.value)
        self.piles.setCurrentIndex(self.piles.findData(settings.piles.value))
        self.reprints = QCheckBox(say("certificates-settings-reprints"))
        self.reprints.setChecked(settings.mark_reprints)
        self.sessions = TickBoxes()
        self.sessions.offer(
            [
                (c.id, c.name)
                for c in context.session.checkpoints
                if c.kind is CheckpointKind.SESSION
                and (c.session_kind is not SessionKind.BILATERAL or c.id in settings.sessions)
            ]
        )
        self.sessions.choose(settings.sessions)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for name, field in (
            ("language", self.language),
            ("pattern", self.pattern),
            ("desk", self.desk),
            ("piles", self.piles),
        ):
            caption = say(f"certificates-settings-{name}")
            form.addRow(caption, field)
            field.setAccessibleName(caption)
        self.keep, close = button("primary", self.accept), button("", self.reject)
        self.keep.setText(say("certificates-settings-keep"))
        close.setText(say("certificates-preview-close"))
        close.setAutoDefault(False)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP + 4)
        column.addLayout(form)
        column.addWidget(self.example)
        column.addWidget(self.reprints)
        if self.sessions.boxes:
            named = label("group")
            named.setText(say("certificates-settings-sessions"))
            column.addWidget(named)
        column.addWidget(self.sessions)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        layout = dialog_column(self)
        layout.addWidget(heading)
        layout.addWidget(scroll, 1)
        layout.addLayout(row(0, close, self.keep))
        room = parent.window().size()
        wide = parent.fontMetrics().averageCharWidth() * 80
        self.resize(min(wide, room.width()), min(680, room.height()))
        self.pattern.textChanged.connect(lambda _: self._check())
        self.accepted.connect(lambda: kept(self.settings))
        self.finished.connect(self.deleteLater)
        self._check()

    @property
    def settings(self) -> CertificationSettings:
        chosen = str(self.desk.currentData())
        return replace(
            self._before,
            number_pattern=self.pattern.text().strip(),
            issuing_station=b"" if chosen in ("", _ANY) else bytes.fromhex(chosen),
            any_desk=chosen == _ANY,
            sessions=self.sessions.chosen(self._before.sessions),
            mark_reprints=self.reprints.isChecked(),
            piles=Piles(self.piles.currentData()),
            language=CertificateLanguage(self.language.currentData()),
        )

    def _check(self) -> None:
        pattern = self.pattern.text().strip()
        good, say = good_pattern(pattern), self._context.say
        shown = register_number(*_EXAMPLE, pattern) if good else ""
        text = say("certificates-settings-example", number=shown)
        self.example.setText(text if good else say("certificates-bad-pattern", pattern=pattern))
        self.keep.setEnabled(good)
