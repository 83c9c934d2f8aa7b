"""Whom the programme means: one click says it, where the list leaves it open."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from checkin_desktop.domain.people import Attendee
from checkin_desktop.gui.design.dialogs import dialog_column, headed
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.page import Context
from checkin_desktop.services.certificate_rules import Unsure


class SpeakersDialog(QDialog):
    """`chosen` is told who it is; `nobody` that it is none of those offered."""

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        waiting: Sequence[Unsure],
        chosen: Callable[[Unsure, Attendee], object],
        nobody: Callable[[Unsure], object],
    ) -> None:
        super().__init__(parent)
        say = context.say
        self._context, self._chosen, self._nobody, self._left = context, chosen, nobody, len(waiting)
        heading, about = headed(self, say("certificates-speakers-title")), label("soft", wrap=True)
        about.setText(say("certificates-speakers-text"))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(PAD)
        self.parts = [self._part(one) for one in waiting]
        for part in self.parts:
            column.addWidget(part)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        close = button("", self.reject)
        close.setText(say("certificates-preview-close"))
        close.setAutoDefault(False)
        layout = dialog_column(self)
        layout.addWidget(heading)
        layout.addWidget(about)
        layout.addWidget(scroll, 1)
        layout.addLayout(row(0, close))
        room = parent.window().size()
        wide = parent.fontMetrics().averageCharWidth() * 77
        self.resize(min(wide, room.width()), min(560, room.height()))
        self.finished.connect(self.deleteLater)

    def _part(self, one: Unsure) -> QWidget:
        say, part = self._context.say, QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        said, title = label("strong", wrap=True), label("soft", wrap=True)
        said.setText(say("certificates-speakers-said", name=one.said))
        kind = say(f"certificate-kind-{one.kind.value}")
        title.setText(say("certificate-kind-about", kind=kind, title=one.title))
        column.addWidget(said)
        column.addWidget(title)
        for person in one.people:
            column.addLayout(self._candidate(one, person, part))
        if one.people:
            none = say("certificates-speakers-none")
            column.addWidget(self._button("quiet", none, part, lambda: self._nobody(one)))
        else:
            missing = label(wrap=True)
            missing.setText(say("certificates-speakers-missing"))
            column.addWidget(missing)
        return part

    def _candidate(self, one: Unsure, person: Attendee, part: QWidget) -> QHBoxLayout:
        """Who it may be, in full, and the button that says so."""
        who = label(wrap=True)
        who.setText(" · ".join(p for p in (person.name, person.person.organisation) if p))
        chosen = self._button(
            "", self._context.say("certificates-speakers-this"), part, lambda: self._chosen(one, person)
        )
        chosen.setAccessibleName(f"{chosen.text()}: {person.name}")
        beside = QHBoxLayout()
        beside.setSpacing(GAP)
        beside.addWidget(who, 1)
        beside.addWidget(chosen)
        return beside

    def _button(self, kind: str, text: str, part: QWidget, act: Callable[[], object]) -> QPushButton:
        def clicked() -> None:
            act()
            part.hide()
            self._left -= 1
            if not self._left:
                self.accept()

        made = button(kind, clicked)
        made.setText(text)
        made.setAutoDefault(False)
        return made
