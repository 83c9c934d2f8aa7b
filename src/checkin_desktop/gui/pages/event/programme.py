"""The programme: the days' entrances, the sessions, and what is handed over once."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QTableView, QVBoxLayout, QWidget

from checkin_desktop.domain.event import Checkpoint, CheckpointKind, double_booked
from checkin_desktop.domain.operators import Action
from checkin_desktop.gui.design.dialogs import ask, least_lines
from checkin_desktop.gui.design.flow import Flow
from checkin_desktop.gui.design.icons import put_icon
from checkin_desktop.gui.design.rows import Rows, RowsView, choose, chosen_keys
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, card, label
from checkin_desktop.gui.keys import Key, bind
from checkin_desktop.gui.moving_dialog import MovingDialog
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.event.checkpoint_dialog import CheckpointDialog
from checkin_desktop.gui.pages.event.presenter import EventPresenter, EventState

_MOST_CLASHES = 3
_COLUMNS = ("day", "time", "name", "kind", "room", "speakers", "capacity", "required")


class ProgrammeTab(QWidget):
    """`import_file` asks for a spreadsheet."""

    def __init__(self, context: Context, presenter: EventPresenter, import_file: Callable[[], None]) -> None:
        super().__init__()
        self._context, self._presenter = context, presenter
        self._state: EventState | None = None
        self.about, self.clashes = label("soft", wrap=True), label("strong", wrap=True)
        self.add, self.edit = button("primary", self._add), button("", self._edit)
        self.copy, self.remove = button("", self._copy), button("", self._remove)
        self.from_file, self.moving = button("", import_file), button("", self._move_scans)
        self.back = button("quiet", presenter.history.take_back)
        self.rows: Rows[Checkpoint] = Rows(lambda c: c.id, self._cells)
        self.rows.set_headings([""] * len(_COLUMNS))
        self.view = RowsView(self.rows, {2: 3, 5: 1})
        self.view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        least_lines(self.view, 12)
        frame, inside = card()
        verbs = Flow()
        for verb in (self.add, self.edit, self.copy, self.remove, self.from_file, self.moving, self.back):
            verbs.addWidget(verb)
        inside.addWidget(self.about)
        inside.addLayout(verbs)
        inside.addWidget(self.clashes)
        inside.addWidget(self.view, 1)
        column_of = QVBoxLayout(self)
        column_of.setContentsMargins(0, PAD, 0, 0)
        column_of.setSpacing(GAP)
        column_of.addWidget(frame, 1)
        self.back.hide()
        self.view.selectionModel().selectionChanged.connect(self._selected)
        self.view.doubleClicked.connect(self._edit)
        bind(Key.EVENT_REMOVE, self.view, self._remove)
        bind(Key.EVENT_UNDO, self.view, presenter.history.take_back, focused=False)
        presenter.history.changed.connect(self._offer_back)
        self._selected()

    def retranslate(self) -> None:
        say, theme = self._context.say, self._context.theme()
        self.about.setText(say("event-programme-about"))
        self.add.setText(say("event-session-add"))
        put_icon(self.add, "plus", theme.on_accent)
        for verb, name, picture in (
            (self.edit, "event-edit", "pencil"),
            (self.copy, "event-duplicate", "copy"),
            (self.remove, "event-remove", "trash-2"),
            (self.from_file, "event-programme-import", "table"),
            (self.moving, "moving-verb", "arrow-right"),
        ):
            verb.setText(say(name))
            put_icon(verb, picture, theme.text)
        put_icon(self.back, "undo-2", theme.accent)
        self._offer_back()
        self.view.setAccessibleName(say("event-tab-programme"))
        self.rows.set_headings([say(f"event-programme-{name}") for name in _COLUMNS])
        self._selected()

    def show_state(self, state: EventState) -> None:
        self._state = state
        kept = chosen_keys(self.view, self.rows)
        self.rows.show(state.checkpoints)
        self._tell_clashes(state.checkpoints)
        choose(self.view, self.rows, kept)
        self._selected()

    def _tell_clashes(self, programme: Sequence[Checkpoint]) -> None:
        found = double_booked(programme)
        told = "; ".join(
            f"«{one.name}» / «{other.name}» ({one.room})" for one, other in found[:_MOST_CLASHES]
        )
        self.clashes.setText(self._context.say("event-clashes", count=len(found), sessions=told))
        self.clashes.setVisible(bool(found))

    def _offer_back(self) -> None:
        newest = self._presenter.history.newest
        self.back.setVisible(bool(newest))
        self.back.setText(self._context.say("event-undo", what=newest))
        self.back.setToolTip(Key.EVENT_UNDO.shown(self._context.say))

    def _cells(self, c: Checkpoint) -> Sequence[str]:
        say = self._context.say
        times = [f"{t:%H:%M}" for t in (c.starts or c.opens, c.ends or c.closes) if t is not None]
        kind = f"session-{c.session_kind.value}" if c.session_kind else "event-kind-day"
        return (
            f"{c.day:%d/%m}",
            "–".join(times),
            c.name,
            say("event-kind-once" if c.once else kind),
            c.room,
            ", ".join(c.speakers),
            str(c.capacity or ""),
            say("event-yes") if c.required else "",
        )

    def _chosen(self) -> Checkpoint | None:
        keys = chosen_keys(self.view, self.rows)
        return next((c for c in self.rows.rows if c.id in keys), None)

    def _selected(self) -> None:
        chosen, may = self._chosen(), self._context.may(Action.CONFIGURE)
        session = chosen is not None and chosen.kind is not CheckpointKind.DAY
        self.add.setEnabled(may)
        self.from_file.setEnabled(may)
        self.edit.setEnabled(may and chosen is not None)
        self.remove.setEnabled(may and session)
        self.copy.setEnabled(may and session)
        self.moving.setEnabled(self._context.may(Action.MOVE_PASSAGES))

    def _add(self) -> None:
        self._open(None, self._presenter.new_id())

    def _edit(self) -> None:
        chosen = self._chosen()
        if chosen is not None and self.edit.isEnabled():
            self._open(chosen, chosen.id)

    def _copy(self) -> None:
        """The same once more, to be changed before it is saved."""
        chosen = self._chosen()
        if chosen is not None:
            made = self._presenter.new_id()
            name = self._context.say("event-session-copy-of", name=chosen.name)
            self._open(replace(chosen, name=name), made)

    def _open(self, given: Checkpoint | None, made: str) -> None:
        if self._state is not None:
            days, chosen = self._state.info.settings.days, self._chosen()
            proposed = chosen.day if chosen is not None and chosen.day in days else days[0]
            verb = "edit" if given is not None and given.id == made else "add"

            def define(wanted: Checkpoint) -> None:
                what = self._context.say(f"event-change-{verb}", name=wanted.name)
                self._presenter.define(wanted, what)

            CheckpointDialog(self, self._context, days, given, made, define, proposed).open()

    def _remove(self) -> None:
        chosen, say = self._chosen(), self._context.say
        if chosen is not None and self.remove.isEnabled():
            ask(
                self,
                say("event-session-remove-title", name=chosen.name),
                say("event-session-remove-about"),
                say("event-remove"),
                say("event-cancel"),
                lambda: self._gone(chosen),
            )

    def _gone(self, checkpoint: Checkpoint) -> None:
        self._presenter.remove(checkpoint, self._context.say("event-change-remove", name=checkpoint.name))

    def _move_scans(self) -> None:
        MovingDialog(self, self._context, self._chosen()).open()
