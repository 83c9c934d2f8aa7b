"""One person in full: who it is, the badge, the arrivals, and what can be done."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from checkin_desktop.domain.people import AttendeeStatus
from checkin_desktop.gui.badge_printing import print_text
from checkin_desktop.gui.checkpoints import checkpoint_text
from checkin_desktop.gui.design.icons import put_icon
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, clear, label
from checkin_desktop.gui.page import Context
from checkin_desktop.services.views import AttendeeCard
from checkin_desktop.words.dates import clock_time

_LEAST_LINES = 10
_PORTRAIT_LINES = 6


class PersonCard(QFrame):
    """Its signals carry the card shown; without one it says how to get one."""

    edit_wanted = Signal(object)
    badge_wanted = Signal(object)
    certificate_wanted = Signal(object)
    lost_wanted = Signal(object)
    withdrawal_wanted = Signal(object)
    photo_wanted = Signal(object)

    def __init__(self, context: Context, belongings: QWidget) -> None:
        super().__init__()
        self.setObjectName("card")
        self._context = context
        self._shown: AttendeeCard | None = None
        self.name = label("person", wrap=True)
        self.portrait = QLabel()
        self.portrait.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.role = label("soft", wrap=True)
        self.withdrawn = label("strong", wrap=True)
        self.empty = label("soft", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(PAD)
        self._facts.setVerticalSpacing(GAP)
        self._facts.setColumnStretch(1, 1)
        told = QWidget()
        inside = QVBoxLayout(told)
        inside.setContentsMargins(PAD, PAD, PAD, GAP)
        inside.setSpacing(GAP)
        for part in (self.portrait, self.name, self.role, self.withdrawn):
            inside.addWidget(part)
        inside.addSpacing(GAP)
        inside.addLayout(self._facts)
        inside.addWidget(belongings)
        inside.addWidget(self.empty, 1)
        inside.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(told)
        self.edit = self._verb(self.edit_wanted)
        self.print_badge = self._verb(self.badge_wanted)
        self.certificate = self._verb(self.certificate_wanted)
        self.lost = self._verb(self.lost_wanted)
        self.withdrawal = self._verb(self.withdrawal_wanted)
        self.photo = self._verb(self.photo_wanted)
        self._verbs = QWidget()
        verbs = QGridLayout(self._verbs)
        verbs.setContentsMargins(PAD, GAP, PAD, PAD)
        verbs.setSpacing(GAP)
        verbs.addWidget(self.print_badge, 0, 0)
        verbs.addWidget(self.edit, 0, 1)
        verbs.addWidget(self.certificate, 1, 0)
        verbs.addWidget(self.withdrawal, 1, 1)
        verbs.addWidget(self.lost, 2, 0)
        verbs.addWidget(self.photo, 2, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self._verbs)
        self.retranslate()

    @property
    def shown(self) -> AttendeeCard | None:
        return self._shown

    def show_card(self, card: AttendeeCard | None) -> None:
        self._shown = card
        self.portrait.hide()
        self.retranslate()

    def show_portrait(self, attendee_id: str, content: bytes) -> None:
        """Read after the card stands there; dropped where it shows somebody else by now."""
        drawn = QPixmap()
        if self._shown is not None and self._shown.attendee.id == attendee_id and drawn.loadFromData(content):
            side = self.fontMetrics().height() * _PORTRAIT_LINES
            self.portrait.setPixmap(drawn.scaledToHeight(side, Qt.TransformationMode.SmoothTransformation))
            self.portrait.show()

    def retranslate(self) -> None:
        say, card, theme = self._context.say, self._shown, self._context.theme()
        self._scroll.setMinimumHeight(self.fontMetrics().height() * _LEAST_LINES)
        self.empty.setText(say("people-card-empty"))
        self.empty.setVisible(card is None)
        self._verbs.setVisible(card is not None)
        for part in (self.name, self.role, self.withdrawn):
            part.setVisible(card is not None)
        clear(self._facts)
        self.setAccessibleName(card.attendee.name if card else say("people-card-empty"))
        if card is None:
            return
        person = card.attendee.person
        gone = card.attendee.status is AttendeeStatus.WITHDRAWN
        self.name.setText(card.attendee.name)
        self.role.setText(" · ".join(self._role(card)))
        self.withdrawn.setText(say("people-withdrawn-long"))
        self.withdrawn.setVisible(gone)
        for number, (what, value) in enumerate(self._said(card)):
            key, text = label("small", wrap=True), label(wrap=True)
            key.setText(what)
            text.setText(value)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._facts.addWidget(key, number, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(text, number, 1)
        for verb, sentence, stem in (
            (self.print_badge, "people-print-badge", "printer"),
            (self.edit, "people-edit", "pencil"),
            (self.certificate, "people-certificate", "award"),
            (self.lost, "people-lost", "ban"),
            (self.photo, "people-photo", "image-plus"),
            (self.withdrawal, "people-reinstate" if gone else "people-withdraw", "undo-2" if gone else "x"),
        ):
            verb.setText(say(sentence))
            put_icon(verb, stem, theme.text)
            verb.setAccessibleDescription(card.attendee.name)
        self.edit.setToolTip("F2")
        self.print_badge.setEnabled(not gone and bool(card.attendee.code_id))
        self.lost.setEnabled(not gone)
        self.name.setAccessibleName(person.name)

    def _role(self, card: AttendeeCard) -> Iterator[str]:
        person = card.attendee.person
        yield self._context.say(f"category-{person.category.value}")
        if person.organisation:
            yield person.organisation

    def _said(self, card: AttendeeCard) -> Iterator[tuple[str, str]]:
        say, person = self._context.say, card.attendee.person
        if person.document:
            kind = say(f"document-{person.document_kind.value}") if person.document_kind else ""
            yield say("people-field-document"), f"{kind} {person.document}".strip()
        for sentence, value in (
            ("people-field-region", person.region),
            ("people-field-position", person.position),
            ("people-field-honorific", person.honorific),
            ("people-field-email", person.email),
            ("people-field-phone", person.phone),
            ("people-field-own-code", person.own_code),
            ("people-field-note", person.note),
        ):
            if value:
                yield say(sentence), value
        if person.consent is not None:
            yield say("people-field-consent"), say("people-yes" if person.consent else "people-no")
        yield say("people-field-badge"), self._badge(card)
        arrivals = [
            f"{clock_time(a.at)} · {checkpoint_text(a.checkpoint, self._context.language)}"
            for a in card.arrivals
        ]
        yield say("people-field-arrivals"), "\n".join(arrivals) or say("people-no-arrivals")
        yield from person.extra

    def _badge(self, card: AttendeeCard) -> str:
        attendee = card.attendee
        if not attendee.code_id:
            return self._context.say("people-badge-none")
        if card.blank_badge:
            return self._context.say("people-badge-blank")
        if not attendee.badge_prints:
            renewed = attendee.code_id != attendee.id
            return self._context.say("people-badge-renewed" if renewed else "people-badge-unprinted")
        times = self._context.say("people-badge-printed", times=attendee.badge_prints)
        return "\n".join([times, *(print_text(line, self._context.language) for line in card.prints)])

    def _verb(self, wanted: SignalInstance) -> QPushButton:
        def tell() -> None:
            if self._shown is not None:
                wanted.emit(self._shown)

        return button("", tell)
