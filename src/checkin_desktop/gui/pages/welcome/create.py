"""The form of a new event."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QDateEdit, QLineEdit, QVBoxLayout, QWidget

from checkin_desktop.domain.event import EventSettings
from checkin_desktop.gui.design.columns import Columns
from checkin_desktop.gui.design.combos import CalmCombo
from checkin_desktop.gui.design.fields import CalmSpin, Field
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, card, label, row
from checkin_desktop.gui.language import Language
from checkin_desktop.gui.tools import NewEvent
from checkin_desktop.services.exchange import MIN_PASSPHRASE
from checkin_desktop.words.dates import days_phrase

_TIMEZONE = "America/Lima"
_MOST_DAYS, _MOST_HOURS = 30, 400


class CreateForm(QWidget):
    """`sent` carries a NewEvent whose fields were checked."""

    sent = Signal(object)

    def __init__(self, language: Language, back: Callable[[], None]) -> None:
        super().__init__()
        self._language = language
        self._roster: Path | None = None
        self._tried = False
        self.heading, self.about = label("person", wrap=True), label("soft", wrap=True)
        self.name, self.city, self.place = QLineEdit(), QLineEdit(), QLineEdit()
        self.first_day = QDateEdit()
        self.day_count, self.hours = CalmSpin(1, _MOST_DAYS), CalmSpin(0, _MOST_HOURS)
        self.first_day.setCalendarPopup(True)
        self.first_day.setDisplayFormat("dd/MM/yyyy")
        self.timezone = CalmCombo()
        self.timezone.addItem(_TIMEZONE)
        self.passphrase, self.again = QLineEdit(), QLineEdit()
        for secret in (self.passphrase, self.again):
            secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.fields = {
            "name": Field(self.name),
            "first-day": Field(self.first_day),
            "day-count": Field(self.day_count),
            "city": Field(self.city),
            "place": Field(self.place),
            "hours": Field(self.hours),
            "timezone": Field(self.timezone),
            "passphrase": Field(self.passphrase),
            "again": Field(self.again),
        }
        self.back, self.go = button("", back), button("primary", self._send)
        self._lay_out()
        self.reset()
        for text in (self.name, self.city, self.place, self.passphrase, self.again):
            text.returnPressed.connect(self._send)
            text.textChanged.connect(self._check_again)
        self.first_day.dateChanged.connect(self._tell_days)
        self.day_count.valueChanged.connect(self._tell_days)

    def start(self, roster: Path | None) -> None:
        """An empty form; `roster` is the list that is imported once the event is there."""
        self._roster = roster
        self.reset()
        self.retranslate()
        self.name.setFocus()

    def reset(self) -> None:
        self._tried = False
        for text in (self.name, self.city, self.place, self.passphrase, self.again):
            text.clear()
        today = date.today()
        self.first_day.setDate(QDate(today.year, today.month, today.day))
        self.day_count.setValue(1)
        self.hours.setValue(0)
        self.timezone.setCurrentText(_TIMEZONE)
        for field in self.fields.values():
            field.fault("")

    def offer_timezones(self, names: Sequence[str]) -> None:
        chosen = self.timezone.currentText()
        self.timezone.clear()
        self.timezone.addItems(list(names))
        self.timezone.setCurrentText(chosen)

    def retranslate(self) -> None:
        say = self._language.say
        self.heading.setText(say("welcome-import" if self._roster else "welcome-create"))
        about = say("welcome-create-then-import", file=self._roster.name) if self._roster else ""
        self.about.setText(about or say("welcome-create-how"))
        for name, field in self.fields.items():
            hinted = name in ("hours", "passphrase")
            field.name(say(f"welcome-field-{name}"), say(f"welcome-field-{name}-hint") if hinted else "")
        self.hours.setSpecialValueText(say("welcome-hours-none"))
        self.first_day.setLocale(QLocale(self._language.words.language))
        self.back.setText(say("welcome-back"))
        self.go.setText(say("welcome-create-go"))
        self._tell_days()
        self._check_again()

    def days(self) -> tuple[date, ...]:
        first = self.first_day.date()
        start = date(first.year(), first.month(), first.day())
        return tuple(start + timedelta(days=n) for n in range(self.day_count.value()))

    def _lay_out(self) -> None:
        left, right = _column(self.fields, ("name", "city", "place")), QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(PAD)
        for pair in (("first-day", "day-count"), ("hours", "timezone")):
            column.addWidget(Columns([_column(self.fields, (name,)) for name in pair], letters=16))
        column.addStretch()
        secrets = Columns([_column(self.fields, ("passphrase",)), _column(self.fields, ("again",))])
        frame, inside = card()
        inside.setSpacing(PAD)
        inside.addWidget(Columns([left, right]))
        inside.addWidget(secrets)
        inside.addLayout(row(0, self.back, self.go))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(GAP)
        outer.addWidget(self.heading)
        outer.addWidget(self.about)
        outer.addSpacing(GAP)
        outer.addWidget(frame)
        outer.addStretch()

    def _tell_days(self) -> None:
        self.day_count.setToolTip(days_phrase(self.days(), self._language.words.language))
        field = self.fields["first-day"]
        field.hint.setText(self.day_count.toolTip())
        field.hint.show()

    def _send(self) -> None:
        self._tried = True
        if self._faulty():
            wrong = next(field for field in self.fields.values() if field.wrong.text())
            wrong.editor.setFocus()
        else:
            hours = self.hours.value() or None
            settings = EventSettings(
                self.name.text().strip(),
                self.days(),
                self.timezone.currentText(),
                self.place.text().strip(),
                self.city.text().strip(),
                hours=hours,
            )
            self.sent.emit(NewEvent(settings, self.passphrase.text()))

    def _check_again(self) -> None:
        if self._tried:
            self._faulty()

    def _faulty(self) -> bool:
        say, secret = self._language.say, self.passphrase.text()
        short = bool(secret or self.again.text()) and len(secret.strip()) < MIN_PASSPHRASE
        found = [
            self.fields["name"].fault("" if self.name.text().strip() else say("event-no-name")),
            self.fields["passphrase"].fault(
                say("exchange-passphrase-short", least=MIN_PASSPHRASE) if short else ""
            ),
            self.fields["again"].fault(
                say("exchange-passphrase-differs") if not short and secret != self.again.text() else ""
            ),
        ]
        return any(found)


def _column(fields: dict[str, Field], names: Sequence[str]) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(PAD)
    for name in names:
        column.addWidget(fields[name])
    column.addStretch()
    return made
