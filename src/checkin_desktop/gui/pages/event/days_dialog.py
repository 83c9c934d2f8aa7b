"""The event's days in a dialog: one more, another date, one less; and what that does to the programme."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QDateEdit, QDialog, QVBoxLayout, QWidget

from checkin_desktop.gui.design.dialogs import dialog_column, fit, headed, scrolled
from checkin_desktop.gui.design.icons import icon, put_icon
from checkin_desktop.gui.design.tokens import GAP
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.page import Context
from checkin_desktop.services.event_days import DayLine
from checkin_desktop.words.dates import days_phrase, long_date

_MOST = 30


@dataclass(frozen=True, slots=True)
class WantedDays:
    """`moved`: days of the event to other dates, None for those that are not held."""

    moved: Mapping[date, date | None]
    added: tuple[date, ...]


class DaysDialog(QDialog):
    """`wanted` is told what to change; nothing is written before. Days that were used keep their date."""

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        lines: Sequence[DayLine],
        wanted: Callable[[WantedDays], None],
    ) -> None:
        super().__init__(parent.window())
        self._context, self._lines, self._wanted = context, {x.day: x for x in lines}, wanted
        self.rows: list[_Row] = []
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        say = context.say
        heading, about = headed(self, say("event-days-title")), label("soft", wrap=True)
        about.setText(say("event-days-about"))
        self.add = button("quiet", self._add)
        self.add.setText(say("event-days-add"))
        put_icon(self.add, "plus", context.theme().accent)
        self.told, self.wrong = label(wrap=True), label("wrong", wrap=True)
        self.go, self.cancel = button("primary", self._save), button("", self.reject)
        self.go.setText(say("event-save"))
        self.go.setDefault(True)
        self.cancel.setText(say("event-cancel"))
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, GAP, 0)
        self._column.setSpacing(GAP)
        self._column.addLayout(row(self.add, 0))
        self._column.addStretch()
        outer = dialog_column(self)
        for part in (heading, about):
            outer.addWidget(part)
        outer.addWidget(scrolled(inside), 1)
        outer.addWidget(self.told)
        outer.addWidget(self.wrong)
        outer.addLayout(row(0, self.cancel, self.go))
        for line in lines:
            self._append(line.day, line)
        fit(self, 68, 26)
        self._changed()

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(r.day for r in self.rows)

    def _append(self, day: date, line: DayLine | None) -> None:
        made = _Row(self._context, day, line, self._drop)
        made.editor.dateChanged.connect(lambda _: self._moved(made))
        self.rows.append(made)
        self._column.insertWidget(len(self.rows) - 1, made)

    def _add(self) -> None:
        last = max(self.days, default=date.today())
        self._append(last + timedelta(days=1), None)
        self.rows[-1].editor.setFocus()
        self._changed()

    def _drop(self, old: "_Row") -> None:
        self.rows.remove(old)
        self._column.removeWidget(old)
        old.hide()
        old.deleteLater()
        self._changed()

    def _moved(self, moved: "_Row") -> None:
        """A day put off beyond those below it pushes them, as far apart as they were."""
        by, below = moved.day - moved.shown, self.rows[self.rows.index(moved) + 1 :]
        if by > timedelta() and any(moved.shown < r.day <= moved.day for r in below):
            for other in below:
                if other.editor.isEnabled():
                    other.show_day(other.day + by)
        moved.shown = moved.day
        self._changed()

    def _changed(self) -> None:
        say, days = self._context.say, sorted(self.days)
        twice = next((a for a, b in pairwise(days) if a == b), None)
        language = self._context.language.words.language
        wrong = "" if days else say("event-no-days")
        if twice:
            wrong = say("event-days-twice", day=long_date(twice, language))
        self.wrong.setText(wrong)
        self.wrong.setVisible(bool(wrong))
        self.told.setText("\n".join(self._consequences(days, language)))
        self.add.setEnabled(len(self.rows) < _MOST)
        known = sorted(self._lines)
        self.go.setEnabled(not wrong and (days != known or self._swapped()))

    def _swapped(self) -> bool:
        return any(r.line is not None and r.line.day != r.day for r in self.rows)

    def _consequences(self, days: Sequence[date], language: str) -> list[str]:
        say, gone = self._context.say, self._gone()
        told = [say("event-days-then", days=days_phrase(tuple(days), language))] if days else []
        sessions, meetings = sum(x.sessions for x in gone), sum(x.meetings for x in gone)
        if sessions or meetings:
            told.append(say("event-days-lost", sessions=sessions, meetings=meetings))
        return told

    def _gone(self) -> list[DayLine]:
        kept = {r.line.day for r in self.rows if r.line is not None}
        return [line for day, line in self._lines.items() if day not in kept]

    def _save(self) -> None:
        moved: dict[date, date | None] = {x.day: None for x in self._gone()}
        moved |= {r.line.day: r.day for r in self.rows if r.line is not None and r.line.day != r.day}
        self._wanted(WantedDays(moved, tuple(r.day for r in self.rows if r.line is None)))
        self.accept()


class _Row(QWidget):
    """`line` None: a day more. `shown`: its date before the change that is being told."""

    def __init__(
        self, context: Context, day: date, line: DayLine | None, drop: Callable[["_Row"], None]
    ) -> None:
        super().__init__()
        say = context.say
        self.line, self.shown = line, day
        self.editor = QDateEdit(QDate(day.year, day.month, day.day))
        self.editor.setCalendarPopup(True)
        self.editor.setKeyboardTracking(False)
        self.editor.setDisplayFormat("ddd dd/MM/yyyy")
        self.editor.setLocale(QLocale(context.language.words.language))
        self.editor.setAccessibleName(say("event-days-date"))
        self.drop = button("quiet", lambda: drop(self))
        self.drop.setIcon(icon("trash-2", context.theme().soft))
        self.drop.setAccessibleName(say("event-remove"))
        self.drop.setToolTip(say("event-remove"))
        self.about = label("soft")
        used = line is not None and line.used
        if line is None:
            self.about.setText(say("event-days-new"))
        else:
            name = "event-days-in-use" if used else "event-days-planned"
            self.about.setText(say(name, sessions=line.sessions, meetings=line.meetings))
        self.editor.setEnabled(not used)
        self.drop.setEnabled(not used)
        within = row(self.editor, self.about, 0, self.drop)
        within.setContentsMargins(0, 0, 0, 0)
        self.setLayout(within)

    @property
    def day(self) -> date:
        at = self.editor.date()
        return date(at.year(), at.month(), at.day())

    def show_day(self, day: date) -> None:
        self.shown = day
        self.editor.setDate(QDate(day.year, day.month, day.day))
