"""What the organiser states about the event, as a form."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from checkin_desktop.domain.event import EventSettings, HourKind
from checkin_desktop.domain.operators import Action
from checkin_desktop.gui.design.columns import Columns
from checkin_desktop.gui.design.combos import EnumCombo
from checkin_desktop.gui.design.fields import CalmSpin, Field
from checkin_desktop.gui.design.icons import put_icon
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, card, label, row
from checkin_desktop.gui.keys import Key, bind
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.event.days_dialog import DaysDialog, WantedDays
from checkin_desktop.gui.pages.event.logos import Logos
from checkin_desktop.gui.pages.event.presenter import EventPresenter, EventState
from checkin_desktop.gui.pages.event.signatories import Signatories
from checkin_desktop.services.event_days import DayLine
from checkin_desktop.words.dates import days_phrase

_MOST_HOURS = 400


class DetailsTab(QWidget):
    """What is typed here stays until it is saved or discarded, whatever other desks bring meanwhile."""

    def __init__(self, context: Context, presenter: EventPresenter, add_logo: Callable[[], None]) -> None:
        super().__init__()
        self._context, self._presenter = context, presenter
        self._known: EventSettings | None = None
        self._days: tuple[DayLine, ...] = ()
        self.name, self.place, self.city = QLineEdit(), QLineEdit(), QLineEdit()
        self.slogan, self.contact, self.domain = QLineEdit(), QLineEdit(), QLineEdit()
        self.days, self.change_days = label("", wrap=True), button("quiet", self._change_days)
        self.issuers = QPlainTextEdit()
        self.issuers.setTabChangesFocus(True)
        self.hours, self.hour_kind = CalmSpin(0, _MOST_HOURS), EnumCombo(tuple(HourKind))
        self.signatories = Signatories(context, self._changed)
        self.logos = Logos(context, add_logo, presenter.remove_logo)
        self.fields = {
            "name": Field(self.name),
            "days": Field(self.days),
            "place": Field(self.place),
            "city": Field(self.city),
            "issuers": Field(self.issuers),
            "hours": Field(self.hours),
            "hour-kind": Field(self.hour_kind),
            "slogan": Field(self.slogan),
            "contact": Field(self.contact),
            "domain": Field(self.domain),
        }
        self.unsaved = label("soft", wrap=True)
        self.discard, self.save = button("", self._discard), button("primary", self._save)
        self._lay_out()
        for text in (self.name, self.place, self.city, self.slogan, self.contact, self.domain):
            text.textEdited.connect(self._changed)
        self.issuers.textChanged.connect(self._changed)
        self.hours.valueChanged.connect(self._changed)
        self.hour_kind.chosen.connect(self._changed)
        bind(Key.EVENT_SAVE, self, self._save, focused=False)
        self._changed()

    @property
    def dirty(self) -> bool:
        return self._known is not None and self._wanted(self._known) != self._known

    def retranslate(self) -> None:
        say = self._context.say
        hinted = ("issuers", "domain", "slogan")
        for name, field in self.fields.items():
            field.name(say(f"event-field-{name}"), say(f"event-field-{name}-hint") if name in hinted else "")
        self.hours.setSpecialValueText(say("event-hours-none"))
        self.hour_kind.show_texts([say(f"event-hours-{kind.value}") for kind in HourKind])
        self.issuers.ensurePolished()
        self.issuers.setFixedHeight(self.issuers.fontMetrics().lineSpacing() * 4 + PAD)
        self.signatories.retranslate()
        self.logos.retranslate()
        self.unsaved.setText(say("event-unsaved"))
        self.discard.setText(say("event-discard"))
        self.change_days.setText(say("event-days-change"))
        put_icon(self.change_days, "calendar-days", self._context.theme().accent)
        self.save.setText(say("event-save-changes"))
        self.save.setToolTip(Key.EVENT_SAVE.shown(say))
        if self._known is not None:
            self.days.setText(days_phrase(self._known.days, self._context.language.words.language))

    def show_state(self, state: EventState) -> None:
        self._days = state.days
        self.change_days.setEnabled(self._context.may(Action.CONFIGURE))
        self.logos.show_logos(state.logos)
        if not self.dirty:
            self._fill(state.info.settings)
        elif self._known is not None:
            self._known = replace(self._known, days=state.info.settings.days)
            self.days.setText(days_phrase(self._known.days, self._context.language.words.language))

    def mark_saved(self) -> None:
        """What was typed is the event's now."""
        if self._known is not None:
            self._fill(self._wanted(self._known))

    def _fill(self, known: EventSettings) -> None:
        self._known = known
        for editor, text in (
            (self.name, known.name),
            (self.place, known.place),
            (self.city, known.city),
            (self.slogan, known.year_slogan),
            (self.contact, known.contact),
            (self.domain, known.domain),
        ):
            if editor.text().strip() != text:
                editor.setText(text)
                editor.setCursorPosition(0)
        self.days.setText(days_phrase(known.days, self._context.language.words.language))
        if self._issuers() != known.issuers:
            self.issuers.setPlainText("\n".join(known.issuers))
        self.hours.setValue(known.hours or 0)
        self.hour_kind.show_value(known.hour_kind)
        if self.signatories.value != known.signatories:
            self.signatories.show_value(known.signatories)
        self._changed()

    def _issuers(self) -> tuple[str, ...]:
        lines = (line.strip() for line in self.issuers.toPlainText().splitlines())
        return tuple(line for line in lines if line)

    def _wanted(self, known: EventSettings) -> EventSettings:
        return replace(
            known,
            name=self.name.text().strip(),
            place=self.place.text().strip(),
            city=self.city.text().strip(),
            issuers=self._issuers(),
            signatories=self.signatories.value,
            hours=self.hours.value() or None,
            hour_kind=self.hour_kind.value,
            year_slogan=self.slogan.text().strip(),
            domain=self.domain.text().strip(),
            contact=self.contact.text().strip(),
        )

    def _changed(self) -> None:
        dirty = self.dirty
        self.fields["name"].fault(
            "" if not dirty or self.name.text().strip() else self._context.say("event-no-name")
        )
        self.save.setEnabled(dirty and bool(self.name.text().strip()))
        self.discard.setEnabled(dirty)
        self.unsaved.setVisible(dirty)

    def _save(self) -> None:
        if self.save.isEnabled() and self._known is not None:
            self._presenter.save_settings(self._wanted(self._known))

    def _change_days(self) -> None:
        def wanted(days: WantedDays) -> None:
            self._presenter.change_days(days.moved, days.added)

        DaysDialog(self, self._context, self._days, wanted).open()

    def _discard(self) -> None:
        if self._known is not None:
            self._fill(self._known)

    def _lay_out(self) -> None:
        fields = self.fields
        event, certificate = card(), card()
        for _, column in (event, certificate):
            column.setSpacing(PAD)
        event[1].addWidget(fields["name"])
        event[1].addWidget(fields["days"])
        event[1].addLayout(row(self.change_days, 0))
        for pair, parts in ((("place", "city"), (3, 2)), (("contact", "domain"), (1, 1))):
            event[1].addWidget(Columns([fields[name] for name in pair], 16, parts))
        event[1].addWidget(fields["slogan"])
        event[1].addStretch()
        certificate[1].addWidget(fields["issuers"])
        certificate[1].addWidget(self.signatories)
        certificate[1].addWidget(Columns([fields["hours"], fields["hour-kind"]], letters=16))
        certificate[1].addStretch()
        logos = card()
        logos[1].addWidget(self.logos)
        inside = QWidget()
        sections = QVBoxLayout(inside)
        sections.setContentsMargins(0, 0, GAP, 0)
        sections.setSpacing(GAP + 4)
        sections.addWidget(Columns([event[0], certificate[0]], letters=34))
        sections.addWidget(logos[0])
        sections.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        below: QHBoxLayout = row(self.unsaved, 0, self.discard, self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, PAD, 0, 0)
        column.setSpacing(GAP + 4)
        column.addWidget(scroll, 1)
        column.addLayout(below)
