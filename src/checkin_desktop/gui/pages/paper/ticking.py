"""What was ticked on paper: where and when, who, and registering it all at once."""

from datetime import date, datetime, time
from typing import cast

from PySide6.QtCore import QDate, Qt, QTime, Signal
from PySide6.QtWidgets import (
    QDateEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from checkin_desktop.domain.event import Checkpoint
from checkin_desktop.gui.checkpoints import checkpoint_text
from checkin_desktop.gui.design.columns import Columns
from checkin_desktop.gui.design.combos import CalmCombo
from checkin_desktop.gui.design.fields import CalmTime
from checkin_desktop.gui.design.icons import put_icon
from checkin_desktop.gui.design.tokens import GAP, TIGHT
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.keys import Key, bind
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.paper.hits import PersonPicker
from checkin_desktop.gui.pages.paper.presenter import PaperPresenter
from checkin_desktop.services.views import AttendeeLine, StationLine

_LEAST_TICKED = 4


class Ticking(QWidget):
    """`submitted` when the presenter was asked to enter the ticks."""

    submitted = Signal()

    def __init__(self, context: Context, presenter: PaperPresenter) -> None:
        super().__init__()
        self._context, self._presenter = context, presenter
        self._ticked: dict[str, AttendeeLine] = {}
        self._offered: tuple[Checkpoint, ...] = ()
        self._now: datetime | None = None
        self._busy = False
        self._time_given = False
        self.checkpoint = CalmCombo()
        self.day, self.time = QDateEdit(), CalmTime()
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("dd/MM/yyyy")
        self.desk = CalmCombo()
        self._desks: tuple[StationLine, ...] = ()
        self._captions = {name: label("strong") for name in ("checkpoint", "day", "time", "desk")}
        self.hint = label("soft", wrap=True)
        self.picker = PersonPicker(context)
        self.count = label("strong", wrap=True)
        self.ticked = QListWidget()
        self.ticked.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.remove_button = button("quiet", self._remove)
        self.save_button = button("primary", self.submit)
        self._lay_out()
        self.picker.typed.connect(lambda text: presenter.find(text, self.chosen))
        self.picker.picked.connect(self.tick)
        presenter.hits_found.connect(self.picker.show_hits)
        presenter.now_known.connect(self._set_now)
        presenter.desks_known.connect(self._offer_desks)
        self.checkpoint.currentIndexChanged.connect(lambda _: self._checkpoint_changed())
        self.day.dateChanged.connect(lambda _: self._hint())
        self.time.timeChanged.connect(lambda _: self._time_changed())
        bind(Key.PAPER_SAVE, self, self.submit)
        bind(Key.PAPER_REMOVE, self.ticked, self._remove)

    @property
    def chosen(self) -> Checkpoint | None:
        index = self.checkpoint.currentIndex()
        return self._offered[index] if 0 <= index < len(self._offered) else None

    @property
    def ticked_ids(self) -> tuple[str, ...]:
        return tuple(self._ticked)

    @property
    def chosen_desk(self) -> str:
        """The id of the station whose list it was, "" for this one."""
        index = self.desk.currentIndex()
        return self._desks[index].id if 0 <= index < len(self._desks) else ""

    def offer_checkpoints(self) -> None:
        """Those of the programme; the one at the top of the window, unless another was chosen here."""
        session, before = self._context.session, self.chosen
        if self._offered == session.checkpoints:
            return
        self._offered = session.checkpoints
        self.checkpoint.clear()
        self.checkpoint.addItems([checkpoint_text(c, self._context.language) for c in self._offered])
        self._select(before or session.checkpoint)

    def choose(self, checkpoint: Checkpoint | None) -> None:
        """Follows the window's checkpoint, unless people are ticked for another one."""
        if not self._ticked:
            self._select(checkpoint)

    def submit(self) -> None:
        checkpoint = self.chosen
        if self._busy or checkpoint is None or not self._ticked:
            return
        self._busy = True
        self._tell()
        day, at = cast(date, self.day.date().toPython()), cast(time, self.time.time().toPython())
        self._presenter.enter(self.ticked_ids, checkpoint, day, at, self.chosen_desk)
        self.submitted.emit()

    def clear(self) -> None:
        self._busy = False
        self._ticked = {}
        self._show_ticked()

    def restore(self, lines: dict[str, AttendeeLine]) -> None:
        """After an undo: the same people, ready for another time or place."""
        self._ticked = lines
        self._show_ticked()

    @property
    def lines(self) -> dict[str, AttendeeLine]:
        return dict(self._ticked)

    def release(self) -> None:
        """The entering failed: everything is as it was."""
        self._busy = False
        self._tell()

    def retranslate(self) -> None:
        say = self._context.say
        for name, caption in self._captions.items():
            caption.setText(say(f"paper-{name}"))
            field = caption.buddy()
            if field is not None:
                field.setAccessibleName(caption.text())
        for index, checkpoint in enumerate(self._offered):
            self.checkpoint.setItemText(index, checkpoint_text(checkpoint, self._context.language))
        self.picker.retranslate()
        self.ticked.setAccessibleName(say("paper-ticked"))
        self.ticked.setMinimumHeight(self.fontMetrics().height() * _LEAST_TICKED)
        self.remove_button.setText(say("paper-remove"))
        put_icon(self.remove_button, "trash-2", self._context.theme().accent)
        self.remove_button.setToolTip(say("paper-remove-key"))
        self.save_button.setToolTip(Key.PAPER_SAVE.shown(say))
        self._hint()
        self._tell()

    def _lay_out(self) -> None:
        parts = []
        for name, field in (
            ("checkpoint", self.checkpoint),
            ("day", self.day),
            ("time", self.time),
            ("desk", self.desk),
        ):
            self._captions[name].setBuddy(field)
            part = QWidget()
            inside = QVBoxLayout(part)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(TIGHT)
            inside.addWidget(self._captions[name])
            inside.addWidget(field)
            parts.append(part)
        where, *when, desk = parts
        self._offer_desks(())
        moment = QWidget()
        beside = row(*when)
        beside.setContentsMargins(0, 0, 0, 0)
        moment.setLayout(beside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(Columns([where, moment], letters=34, stretches=(1, 0)))
        layout.addWidget(desk)
        layout.addWidget(self.hint)
        layout.addWidget(self.picker)
        layout.addLayout(row(self.count, 0, self.remove_button))
        layout.addWidget(self.ticked, 1)
        layout.addLayout(row(0, self.save_button))

    def _select(self, checkpoint: Checkpoint | None) -> None:
        ids = [c.id for c in self._offered]
        if checkpoint is not None and checkpoint.id in ids:
            self.checkpoint.setCurrentIndex(ids.index(checkpoint.id))

    def _checkpoint_changed(self) -> None:
        checkpoint = self.chosen
        if checkpoint is not None:
            day = checkpoint.day
            self.day.setDate(QDate(day.year, day.month, day.day))
        if self.picker.text:
            self._presenter.find(self.picker.text, checkpoint)
        self._hint()

    def _offer_desks(self, desks: tuple[StationLine, ...]) -> None:
        """At which desk it was ticked: asked only where there are several."""
        chosen = self.chosen_desk
        if [(s.id, s.name) for s in desks] != [(s.id, s.name) for s in self._desks]:
            self._desks = desks
            self.desk.clear()
            self.desk.addItems([s.name for s in desks])
            ids = [s.id for s in desks]
            self.desk.setCurrentIndex(ids.index(chosen) if chosen in ids else 0)
        for part in (self._captions["desk"], self.desk):
            part.setVisible(len(desks) > 1)

    def _set_now(self, now: datetime) -> None:
        """The clock fills in the time until a person says another one."""
        self._now = now
        if not self._time_given:
            self.time.setTime(QTime(now.hour, now.minute))
            self._time_given = False
        self._hint()

    def _time_changed(self) -> None:
        self._time_given = True
        self._hint()

    def _hint(self) -> None:
        """What makes the time doubtful, said before anything is written."""
        checkpoint = self.chosen
        told = ""
        day, at = cast(date, self.day.date().toPython()), cast(time, self.time.time().toPython())
        if checkpoint is not None and day != checkpoint.day:
            told = self._context.say(
                "paper-other-day", checkpoint=checkpoint_text(checkpoint, self._context.language)
            )
        elif self._now is not None and datetime.combine(day, at, self._now.tzinfo) > self._now:
            told = self._context.say("paper-future")
        self.hint.setText(told)
        self.hint.setVisible(bool(told))

    def tick(self, line: AttendeeLine) -> None:
        if line.attendee.id in self._ticked:
            self._context.notify(self._context.say("paper-ticked-already", name=line.attendee.name))
            return
        self._ticked[line.attendee.id] = line
        self._show_ticked()

    def _remove(self) -> None:
        item = self.ticked.currentItem()
        if item is not None:
            del self._ticked[item.data(Qt.ItemDataRole.UserRole)]
            self._show_ticked()

    def _show_ticked(self) -> None:
        """The last one ticked on top, where it is seen."""
        self.ticked.clear()
        for attendee_id, line in reversed(self._ticked.items()):
            person = line.attendee.person
            item = QListWidgetItem(" · ".join(filter(None, (person.sort_name, person.document))))
            item.setData(Qt.ItemDataRole.UserRole, attendee_id)
            self.ticked.addItem(item)
        if self._ticked:
            self.ticked.setCurrentRow(0)
        self._tell()

    def _tell(self) -> None:
        number = len(self._ticked)
        self.count.setText(self._context.say("paper-ticked-count", count=number))
        self.save_button.setText(self._context.say("paper-enter", count=number))
        self.save_button.setEnabled(bool(number) and not self._busy)
        self.remove_button.setVisible(bool(number))
