"""The organiser's own rules as one table, read from the top; and what would happen if…"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QTableView, QVBoxLayout, QWidget

from checkin_desktop.domain.operators import Action
from checkin_desktop.domain.rules import AdmissionRule
from checkin_desktop.gui.design.flow import Flow
from checkin_desktop.gui.design.icons import put_icon
from checkin_desktop.gui.design.rows import Rows, RowsView, choose, chosen_keys
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, card, label
from checkin_desktop.gui.keys import Key, bind
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.event.presence_card import PresenceCard
from checkin_desktop.gui.pages.event.presenter import EventState
from checkin_desktop.gui.pages.event.rule_dialog import RuleDialog
from checkin_desktop.gui.pages.event.rules_presenter import RulesPresenter
from checkin_desktop.gui.pages.event.what_if_card import WhatIfCard
from checkin_desktop.words.rules import rule_words

_FEWEST_LINES, _MOST_LINES = 2, 7
_COLUMNS = ("number", "who", "where", "when", "often", "then")


class RulesTab(QWidget):
    def __init__(self, context: Context, presenter: RulesPresenter) -> None:
        super().__init__()
        self._context, self._presenter = context, presenter
        self._state: EventState | None = None
        self.about, self.empty = label("soft", wrap=True), label("soft", wrap=True)
        self.add, self.edit = button("primary", self._add), button("", self._edit)
        self.up, self.down = button("", lambda: self._move(-1)), button("", lambda: self._move(1))
        self.remove, self.back = button("", self._remove), button("quiet", presenter.history.take_back)
        self.rows: Rows[AdmissionRule] = Rows(lambda r: r.id, self._cells)
        self.rows.set_headings([""] * len(_COLUMNS))
        self.view = RowsView(self.rows, {1: 3, 2: 3, 5: 4})
        self.view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.what_if = WhatIfCard(context, presenter)
        self.presence = PresenceCard(context, presenter)
        self.back.hide()
        self._lay_out()
        self.view.selectionModel().selectionChanged.connect(self._selected)
        self.view.doubleClicked.connect(self._edit)
        bind(Key.EVENT_RULE_UP, self.view, partial(self._move, -1))
        bind(Key.EVENT_RULE_DOWN, self.view, partial(self._move, 1))
        bind(Key.EVENT_REMOVE, self.view, self._remove)
        bind(Key.EVENT_UNDO, self.view, presenter.history.take_back, focused=False)
        presenter.history.changed.connect(self._offer_back)
        self._selected()

    def retranslate(self) -> None:
        say, theme = self._context.say, self._context.theme()
        self.about.setText(say("rules-about"))
        self.empty.setText(say("rules-none"))
        for verb, name, picture in (
            (self.edit, "event-edit", "pencil"),
            (self.up, "rules-up", "arrow-up"),
            (self.down, "rules-down", "arrow-down"),
            (self.remove, "event-remove", "trash-2"),
        ):
            verb.setText(say(name))
            put_icon(verb, picture, theme.text)
        self.up.setToolTip(Key.EVENT_RULE_UP.shown(say))
        self.down.setToolTip(Key.EVENT_RULE_DOWN.shown(say))
        self.add.setText(say("rules-add"))
        put_icon(self.add, "plus", theme.on_accent)
        put_icon(self.back, "undo-2", theme.accent)
        self._offer_back()
        self.view.setAccessibleName(say("event-tab-rules"))
        self.rows.set_headings([say(f"rules-column-{name}") for name in _COLUMNS])
        self._fit_table()
        self.what_if.retranslate()
        self.presence.retranslate()
        self._selected()

    def show_state(self, state: EventState) -> None:
        self._state = state
        kept = chosen_keys(self.view, self.rows)
        self.rows.show(state.rules)
        choose(self.view, self.rows, kept)
        self.empty.setVisible(not state.rules)
        self.view.setVisible(bool(state.rules))
        self._fit_table()
        self.what_if.show_state(state)
        self.presence.show_state(state)
        self._selected()

    def _offer_back(self) -> None:
        newest = self._presenter.history.newest
        self.back.setVisible(bool(newest))
        self.back.setText(self._context.say("event-undo", what=newest))
        self.back.setToolTip(Key.EVENT_UNDO.shown(self._context.say))

    def _fit_table(self) -> None:
        """As high as its rules, so that what would happen is seen beside them."""
        lines = min(max(self.rows.rowCount(), _FEWEST_LINES), _MOST_LINES)
        high = self.view.verticalHeader().defaultSectionSize() * lines
        self.view.setFixedHeight(high + self.view.horizontalHeader().sizeHint().height() + GAP)

    def _cells(self, rule: AdmissionRule) -> Sequence[str]:
        names = {c.id: c.name for c in self._state.checkpoints} if self._state else {}
        number = [r.id for r in self.rows.rows].index(rule.id) + 1
        return (str(number), *rule_words(self._context.language.words, rule, names).cells)

    def _chosen(self) -> AdmissionRule | None:
        keys = chosen_keys(self.view, self.rows)
        return next((r for r in self.rows.rows if r.id in keys), None)

    def _selected(self) -> None:
        chosen, may = self._chosen(), self._context.may(Action.CONFIGURE)
        at = [r.id for r in self.rows.rows].index(chosen.id) if chosen else -1
        self.add.setEnabled(may)
        for verb in (self.edit, self.remove):
            verb.setEnabled(may and chosen is not None)
        self.up.setEnabled(may and at > 0)
        self.down.setEnabled(may and 0 <= at < len(self.rows.rows) - 1)

    def _add(self) -> None:
        self._open(AdmissionRule(self._presenter.new_id()), new=True)

    def _edit(self) -> None:
        chosen = self._chosen()
        if chosen is not None and self.edit.isEnabled():
            self._open(chosen, new=False)

    def _open(self, rule: AdmissionRule, *, new: bool) -> None:
        if self._state is not None:
            what = self._context.say("rules-change-add") if new else self._what("edit", rule)

            def stated(wanted: AdmissionRule) -> None:
                self._presenter.state(wanted, what)

            RuleDialog(self, self._context, self._state, rule, stated, new=new).open()

    def _move(self, by: int) -> None:
        chosen, verb = self._chosen(), self.up if by < 0 else self.down
        if chosen is not None and verb.isEnabled():
            self._presenter.move(chosen, by, self._what("move", chosen))

    def _remove(self) -> None:
        """Taken away at once, since one click brings it back."""
        chosen = self._chosen()
        if chosen is not None and self.remove.isEnabled():
            self._presenter.remove(chosen, self._what("remove", chosen))

    def _what(self, verb: str, rule: AdmissionRule) -> str:
        number = [r.id for r in self.rows.rows].index(rule.id) + 1
        return self._context.say(f"rules-change-{verb}", number=number)

    def _lay_out(self) -> None:
        frame, inside = card()
        verbs = Flow()
        for verb in (self.add, self.edit, self.up, self.down, self.remove, self.back):
            verbs.addWidget(verb)
        inside.addWidget(self.about)
        inside.addLayout(verbs)
        inside.addWidget(self.empty)
        inside.addWidget(self.view, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, PAD, 0, 0)
        column.setSpacing(GAP + 4)
        column.addWidget(frame)
        column.addWidget(self.what_if)
        column.addWidget(self.presence)
        column.addStretch()
