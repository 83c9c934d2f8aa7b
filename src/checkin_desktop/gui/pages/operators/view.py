"""The team page: who signs in, with what role; below it, what each role may do."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QMenu, QScrollArea, QVBoxLayout, QWidget

from checkin_desktop.domain.operators import Action, Operator, Role, least_role, may
from checkin_desktop.gui.design.dialogs import ask
from checkin_desktop.gui.design.empty_note import EmptyNote
from checkin_desktop.gui.design.flow import Flow
from checkin_desktop.gui.design.icons import icon, pixmap, put_icon
from checkin_desktop.gui.design.page_head import PageHead
from checkin_desktop.gui.design.rows import Rows, RowsView, chosen_keys
from checkin_desktop.gui.design.tokens import GAP, PAD, scaled
from checkin_desktop.gui.design.widgets import button, card, label
from checkin_desktop.gui.gate.pin_dialogs import AddOperator, ask_new_pin
from checkin_desktop.gui.page import Context, Page
from checkin_desktop.gui.pages.operators.presenter import TeamPresenter
from checkin_desktop.gui.passphrase import ChoosePassphrase

_TICK = 18
_LARGE = 150
"""From this letter size on the table says in words from which role on."""
_LIST_LINES = 9


class OperatorsPage(Page):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.presenter = TeamPresenter(context)
        self._guarded = False
        self.told = label("soft", wrap=True)
        self.add_button = button("primary", self._add)
        self.head = PageHead(self.add_button)
        self.role_button = button("menu", lambda: None)
        self._roles = QMenu(self.role_button)
        self.role_button.setMenu(self._roles)
        self._roles.triggered.connect(lambda action: self._change_role(action.data()))
        self.pin_button, self.remove_button = button("", self._pin), button("", self._remove)
        self.rows: Rows[Operator] = Rows(lambda o: o.id, self._cells, self._mark)
        self.list = RowsView(self.rows, {0: 3, 1: 2})
        self.nobody = EmptyNote(self.list)
        self._table_title = label("strong")
        self._cells_of_table: list[tuple[str, QLabel]] = []
        self._role_headings: list[QLabel] = []
        self._ticks: list[QLabel] = []
        self._from_role: list[tuple[Role, QLabel]] = []
        self._lay_out()
        self.presenter.team.connect(self._show)
        self.presenter.passphrase_needed.connect(self._choose_passphrase)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._selected())
        self.list.doubleClicked.connect(lambda _: self._pin())
        self.retranslate()

    def retranslate(self) -> None:
        say, theme = self.context.say, self.context.theme()
        self.head.name(say("nav-operators"), say("head-operators"))
        self.told.setText(say("team-told"))
        for made, sentence, shape, colour in (
            (self.add_button, "team-add", "user-plus", theme.on_accent),
            (self.role_button, "team-change-role", "shield-check", theme.text),
            (self.pin_button, "team-change-pin", "key-round", theme.text),
            (self.remove_button, "team-remove", "user-x", theme.text),
        ):
            made.setText(say(sentence))
            put_icon(made, shape, colour)
        self._roles.clear()
        for role in Role:
            self._roles.addAction(say(f"role-{role.value}")).setData(role)
        self.rows.set_headings((say("team-name"), say("team-role")))
        self.list.setAccessibleName(say("nav-operators"))
        self.nobody.setText(say("team-told-nobody"))
        self.list.setMinimumHeight(self.fontMetrics().height() * _LIST_LINES)
        self._table_title.setText(say("team-table"))
        for sentence, text in self._cells_of_table:
            text.setText(say(sentence))
        side = scaled(_TICK, self.context.preferences().scale)
        for tick in self._ticks:
            tick.setPixmap(pixmap("check", theme.accent, side))
            tick.setAccessibleName(say("team-may"))
        large = self.context.preferences().scale >= _LARGE
        for part in (*self._ticks, *self._role_headings):
            part.setVisible(not large)
        for role, text in self._from_role:
            text.setText(say("team-from", role=say(f"role-{role.value}").lower()))
            text.setVisible(large)
        self._selected()

    def refresh(self) -> None:
        self.presenter.load()

    def _lay_out(self) -> None:
        inside = QWidget()
        sections = QVBoxLayout(inside)
        sections.setContentsMargins(0, 0, GAP, 0)
        sections.setSpacing(PAD)
        frame, layout = card()
        layout.addWidget(self.told)
        layout.addWidget(self.list)
        verbs = Flow()
        for verb in (self.role_button, self.pin_button, self.remove_button):
            verbs.addWidget(verb)
        layout.addLayout(verbs)
        sections.addWidget(frame)
        sections.addWidget(self._may_table())
        sections.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        self.body.addWidget(self.head)
        self.body.addWidget(area, 1)

    def _may_table(self) -> QFrame:
        frame, layout = card()
        layout.addWidget(self._table_title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(PAD)
        grid.setVerticalSpacing(GAP - 2)
        grid.setColumnStretch(0, 1)
        for column, role in enumerate(Role, start=1):
            heading = label("group", wrap=True)
            heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._cells_of_table.append((f"role-{role.value}", heading))
            self._role_headings.append(heading)
            grid.addWidget(heading, 0, column)
        for line, action in enumerate(Action, start=1):
            name = label(wrap=True)
            self._cells_of_table.append((f"action-{action.value}", name))
            grid.addWidget(name, line, 0)
            from_role = label("group")
            self._from_role.append((least_role(action), from_role))
            grid.addWidget(from_role, line, len(Role) + 1)
            for column, role in enumerate(Role, start=1):
                if may(Operator("", "", role), action, any_operators=True):
                    tick = QLabel()
                    tick.setAlignment(Qt.AlignmentFlag.AlignCenter)
                    self._ticks.append(tick)
                    grid.addWidget(tick, line, column)
        layout.addLayout(grid)
        return frame

    def _cells(self, operator: Operator) -> tuple[str, str]:
        say = self.context.say
        return operator.name or say("team-nameless"), say(f"role-{operator.role.value}")

    def _mark(self, operator: Operator, column: int) -> QIcon | None:
        return icon("circle-user-round", self.context.theme().accent) if column == 0 else None

    def _show(self, team: tuple[Operator, ...], guarded: bool) -> None:
        self._guarded = guarded
        self.rows.show(team)
        self.told.setVisible(guarded)
        self._selected()

    def _selected(self) -> None:
        for part in (self.role_button, self.pin_button, self.remove_button):
            part.setEnabled(self._chosen is not None)

    @property
    def _chosen(self) -> Operator | None:
        keys = chosen_keys(self.list, self.rows)
        return next((o for o in self.rows.rows if o.id in keys[:1]), None)

    def _add(self) -> None:
        AddOperator(self.context, self, not self._guarded, self.presenter.add).open()

    def _choose_passphrase(self, chosen: object) -> None:
        assert callable(chosen)
        ChoosePassphrase(self, self.context.language, chosen).open()

    def _change_role(self, role: Role) -> None:
        if self._chosen is not None:
            self.presenter.change_role(self._chosen, role)

    def _pin(self) -> None:
        if self._chosen is not None:
            ask_new_pin(self.context, self, self._chosen)

    def _remove(self) -> None:
        operator = self._chosen
        if operator is not None:
            say, name = self.context.say, self._cells(operator)[0]
            ask(
                self,
                say("team-remove-title", name=name),
                say("team-remove-text"),
                say("team-remove"),
                say("shell-cancel"),
                lambda: self.presenter.remove(operator),
            )
