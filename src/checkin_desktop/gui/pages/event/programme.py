"""The programme: the days' entrances and the sessions."""

from collections.abc import Sequence

from PySide6.QtWidgets import QTableView, QVBoxLayout, QWidget

from checkin_desktop.domain.event import Checkpoint, CheckpointKind
from checkin_desktop.gui.design.dialogs import ask
from checkin_desktop.gui.design.icons import icon
from checkin_desktop.gui.design.rows import Rows, RowsView, choose, chosen_keys
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, card, label, row
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.event.checkpoint_dialog import CheckpointDialog
from checkin_desktop.gui.pages.event.presenter import EventPresenter, EventState

_COLUMNS = ("day", "time", "name", "kind", "room", "capacity", "required")


class ProgrammeTab(QWidget):
    def __init__(self, context: Context, presenter: EventPresenter) -> None:
        super().__init__()
        self._context, self._presenter = context, presenter
        self._state: EventState | None = None
        self.about = label("soft", wrap=True)
        self.add, self.edit = button("primary", self._add), button("", self._edit)
        self.remove = button("", self._remove)
        self.rows: Rows[Checkpoint] = Rows(lambda c: c.id, self._cells)
        self.rows.set_headings([""] * len(_COLUMNS))
        self.view = RowsView(self.rows, {2: 1})
        self.view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.view.setMinimumHeight(220)
        frame, inside = card()
        inside.addWidget(self.about)
        inside.addLayout(row(0, self.edit, self.remove, self.add))
        inside.addWidget(self.view, 1)
        column_of = QVBoxLayout(self)
        column_of.setContentsMargins(0, PAD, 0, 0)
        column_of.setSpacing(GAP)
        column_of.addWidget(frame, 1)
        self.view.selectionModel().selectionChanged.connect(self._selected)
        self.view.doubleClicked.connect(self._edit)
        self._selected()

    def retranslate(self) -> None:
        say, theme = self._context.say, self._context.theme()
        self.about.setText(say("event-programme-about"))
        self.add.setText(say("event-session-add"))
        self.add.setIcon(icon("plus", theme.on_accent))
        self.edit.setText(say("event-edit"))
        self.edit.setIcon(icon("pencil", theme.text))
        self.remove.setText(say("event-remove"))
        self.remove.setIcon(icon("trash-2", theme.text))
        self.view.setAccessibleName(say("event-tab-programme"))
        self.rows.set_headings([say(f"event-programme-{name}") for name in _COLUMNS])
        self._selected()

    def show_state(self, state: EventState) -> None:
        self._state = state
        kept = chosen_keys(self.view, self.rows)
        self.rows.show(state.checkpoints)
        choose(self.view, self.rows, kept)
        self._selected()

    def _cells(self, c: Checkpoint) -> Sequence[str]:
        say = self._context.say
        times = [f"{t:%H:%M}" for t in (c.starts, c.ends) if t is not None]
        kind = f"session-{c.session_kind.value}" if c.session_kind else "event-kind-day"
        return (
            f"{c.day:%d/%m/%Y}",
            "–".join(times),
            c.name,
            say(kind),
            c.room,
            str(c.capacity or ""),
            say("event-yes") if c.required else "",
        )

    def _chosen(self) -> Checkpoint | None:
        keys = chosen_keys(self.view, self.rows)
        return next((c for c in self.rows.rows if c.id in keys), None)

    def _selected(self) -> None:
        chosen = self._chosen()
        self.edit.setEnabled(chosen is not None)
        self.remove.setEnabled(chosen is not None and chosen.kind is CheckpointKind.SESSION)

    def _add(self) -> None:
        if self._state is not None:
            days = self._state.info.settings.days
            CheckpointDialog(
                self, self._context, days, None, self._presenter.new_id(), self._presenter.define
            ).open()

    def _edit(self) -> None:
        chosen = self._chosen()
        if chosen is not None and self._state is not None:
            days = self._state.info.settings.days
            CheckpointDialog(self, self._context, days, chosen, chosen.id, self._presenter.define).open()

    def _remove(self) -> None:
        chosen, say = self._chosen(), self._context.say
        if chosen is not None and chosen.kind is CheckpointKind.SESSION:
            ask(
                self,
                say("event-session-remove-title", name=chosen.name),
                say("event-session-remove-about"),
                say("event-remove"),
                say("event-cancel"),
                lambda: self._presenter.remove(chosen),
            )
