""" "Mover estos registros": the desk stood on the wrong checkpoint for a while; its scans go to the right one."""

from datetime import datetime, time, timedelta

from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.event import Checkpoint
from checkin_desktop.gui.checkpoints import checkpoint_text
from checkin_desktop.gui.design.columns import Columns
from checkin_desktop.gui.design.combos import CalmCombo
from checkin_desktop.gui.design.dialogs import dialog_column, fit, headed, scrolled
from checkin_desktop.gui.design.fields import CalmTime, Field
from checkin_desktop.gui.design.tokens import GAP
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.page import Context
from checkin_desktop.services.desk import local_time
from checkin_desktop.services.moving import Moved, movable, move_back, move_passages

_LATELY = timedelta(hours=1)


class MovingDialog(QDialog):
    """From `given`, or where this desk stands now; the last hour, until a person says otherwise. What was moved can
    be moved back here as long as the dialog is open, and by another move afterwards."""

    def __init__(self, parent: QWidget, context: Context, given: Checkpoint | None = None) -> None:
        super().__init__(parent.window())
        self._context = context
        self._moved: Moved | None = None
        self._points = context.session.checkpoints
        self._asked = 0
        say = context.say
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.source, self.target, self.day = CalmCombo(), CalmCombo(), CalmCombo()
        texts = [checkpoint_text(c, context.language) for c in self._points]
        for combo in (self.source, self.target):
            combo.addItems(texts)
        start = given or context.session.checkpoint
        ids = [c.id for c in self._points]
        self.source.setCurrentIndex(ids.index(start.id) if start and start.id in ids else 0)
        self.target.setCurrentIndex(-1)
        self.target.setPlaceholderText(say("moving-choose"))
        self._days = sorted({c.day for c in self._points})
        self.day.addItems([f"{day:%d/%m/%Y}" for day in self._days])
        self.first, self.last = CalmTime(), CalmTime()
        self.count, self.wrong = label("strong", wrap=True), label("wrong", wrap=True)
        self.go, self.cancel = button("primary", self._move), button("", self.reject)
        self.back = button("", self._move_back)
        self.go.setText(say("moving-go"))
        self.cancel.setText(say("moving-close"))
        self.back.setText(say("moving-back"))
        self.back.hide()
        self._lay_out()
        self._propose_time()
        for combo in (self.source, self.target, self.day):
            combo.currentIndexChanged.connect(self._look)
        for editor in (self.first, self.last):
            editor.timeChanged.connect(self._look)
        self._look()

    def _lay_out(self) -> None:
        say = self._context.say
        heading, about = headed(self, say("moving-title")), label("soft", wrap=True)
        about.setText(say("moving-about"))
        self.fields = {
            "from": Field(self.source),
            "to": Field(self.target),
            "day": Field(self.day),
            "since": Field(self.first),
            "until": Field(self.last),
        }
        for name, field in self.fields.items():
            field.name(say(f"moving-{name}"))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP + 4)
        column.addWidget(about)
        column.addWidget(self.fields["from"])
        column.addWidget(Columns([self.fields[n] for n in ("day", "since", "until")], letters=14))
        column.addWidget(self.fields["to"])
        column.addWidget(self.count)
        column.addWidget(self.wrong)
        column.addStretch()
        outer = dialog_column(self)
        outer.addWidget(heading)
        outer.addWidget(scrolled(inside), 1)
        outer.addLayout(row(0, self.cancel, self.back, self.go))
        self.wrong.hide()
        self.ensurePolished()
        fit(self, 68, 27)

    def _propose_time(self) -> None:
        """The hour until now, on the venue's clock; the whole day on another one."""
        desk = self._context.desk

        def done(now: datetime) -> None:
            if now.date() in self._days:
                self.day.setCurrentIndex(self._days.index(now.date()))
                earlier = max(now - _LATELY, datetime.combine(now.date(), time(), now.tzinfo))
                self.first.setTime(QTime(earlier.hour, earlier.minute))
                self.last.setTime(QTime(now.hour, now.minute))
            else:
                self.last.setTime(QTime(23, 59))

        self._context.lanes.reader.run(lambda: local_time(desk.store.now_ms(), desk.zone), done)

    def _span(self) -> tuple[datetime, datetime]:
        day = self._days[self.day.currentIndex()]
        first, last = self.first.time(), self.last.time()
        return (
            datetime.combine(day, time(first.hour(), first.minute())),
            datetime.combine(day, time(last.hour(), last.minute())),
        )

    def _look(self) -> None:
        """How many it would be, before anything is moved."""
        self._asked += 1
        asked, desk, (first, last) = self._asked, self._context.desk, self._span()
        source = self._points[self.source.currentIndex()].id

        def work() -> int:
            zone = desk.zone
            return movable(desk, source, first.replace(tzinfo=zone), last.replace(tzinfo=zone))

        def done(count: int) -> None:
            if asked == self._asked:
                self.count.setText(self._context.say("moving-count", count=count))
                elsewhere = self.target.currentIndex() not in (-1, self.source.currentIndex())
                self.go.setEnabled(count > 0 and elsewhere)

        self._context.lanes.reader.run(work, done)

    def _move(self) -> None:
        desk, operator, (first, last) = self._context.desk, self._context.operator_id, self._span()
        source, target = (self._points[c.currentIndex()].id for c in (self.source, self.target))

        def work() -> Moved:
            zone = desk.zone
            span = first.replace(tzinfo=zone), last.replace(tzinfo=zone)
            return move_passages(desk, source, target, *span, operator=operator)

        self.go.setEnabled(False)
        self._context.lanes.writer.run(work, self._done, self._refused)

    def _done(self, moved: Moved) -> None:
        self._moved = moved
        self.wrong.hide()
        self.back.show()
        self._context.notify(self._context.say("moving-done", count=len(moved.entries)))
        self._context.session.changed.emit()
        self._look()

    def _move_back(self) -> None:
        moved, desk, operator = self._moved, self._context.desk, self._context.operator_id
        if moved is None:
            return
        self.back.hide()
        self._moved = None

        def done(_: object) -> None:
            self._context.notify(self._context.say("moving-undone", count=len(moved.entries)))
            self._context.session.changed.emit()
            self._look()

        self._context.lanes.writer.run(lambda: move_back(desk, moved, operator), done, self._refused)

    def _refused(self, error: PersonFacingError) -> None:
        self.wrong.setText(self._context.say(error.sentence, **error.arguments))
        self.wrong.show()
        self._look()
