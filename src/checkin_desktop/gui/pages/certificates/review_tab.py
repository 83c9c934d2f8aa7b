"""Issue and hand over: everybody's state in a list that is filtered and searched, and what to do with them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from checkin_desktop.gui.checkpoints import short_names
from checkin_desktop.gui.design.aside import Aside
from checkin_desktop.gui.design.columns import Columns
from checkin_desktop.gui.design.flow import Flow
from checkin_desktop.gui.design.icons import icon, put_icon
from checkin_desktop.gui.design.rows import Rows, RowsView, choose, chosen_keys, chosen_places
from checkin_desktop.gui.design.tokens import GAP
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.keys import Key, bind
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.certificates.actions import Actions
from checkin_desktop.gui.pages.certificates.more_actions import MoreActions
from checkin_desktop.gui.pages.certificates.panel import Panel
from checkin_desktop.gui.pages.certificates.presenter import CertificatesPresenter
from checkin_desktop.gui.pages.certificates.progress import ProgressLine
from checkin_desktop.gui.pages.certificates.reviewing import Review, freshness_words, silence_reason
from checkin_desktop.gui.pages.certificates.states import state_mark, state_words
from checkin_desktop.gui.print_flow import PrintStatus
from checkin_desktop.services.views import CertificateLine, CertificateState
from checkin_desktop.words.certificates import kind_words

_COLUMNS = ("name", "kind", "state", "number", "paper")
_STATE_COLUMN = 2
_ONCE_ISSUED = (3, 4)
"""Columns that say nothing before the first certificate is issued."""
_LEAST_LINES = 13
_SHARES = {0: 8, 1: 4}
_TO_PRINT = (CertificateState.ELIGIBLE, CertificateState.ISSUED)
_FILTERS: tuple[CertificateState | None, ...] = (None, *CertificateState)


class ReviewTab(QWidget):
    def __init__(self, context: Context, presenter: CertificatesPresenter) -> None:
        super().__init__()
        self._context, self._presenter = context, presenter
        self._review: Review | None = None
        self._wanted = ""
        self._short: dict[str, str] = {}
        self.verbs = Actions(context, presenter, self, self._lines, self._silence)
        self.status = PrintStatus(context, self.verbs.flow)
        self.progress = ProgressLine(context, presenter)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _: self._filter())
        self.register = button("", self.verbs.save_register)
        self.spreadsheet = button("", self.verbs.save_table)
        self.chips: dict[CertificateState | None, QPushButton] = {}
        self._group = QButtonGroup(self)
        for state in _FILTERS:
            self.chips[state] = self._chip()
        self.chips[None].setChecked(True)
        self.rows: Rows[CertificateLine] = Rows(lambda line: line.key, self._cells, self._mark)
        self.list = RowsView(self.rows, _SHARES)
        self.empty, self.fresh = label("soft", wrap=True), label("small", wrap=True)
        self.more = MoreActions(context, presenter, self, self._lines)
        self.panel = Panel(context, self.verbs, self.more, self._choose_unprinted)
        self._lay_out()
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._chosen())
        presenter.reviewed.connect(self._reviewed)
        presenter.working.connect(lambda working: self.panel.set_busy(working is not None))
        bind(Key.CERTIFICATES_SEARCH, self, self.search.setFocus)
        bind(Key.CERTIFICATES_PRINT, self, self.panel.print.click)

    def retranslate(self) -> None:
        say = self._context.say
        self.search.setPlaceholderText(say("certificates-search"))
        self.search.setAccessibleName(say("certificates-search"))
        theme = self._context.theme()
        for verb, name, picture in (
            (self.register, "register", "book-open"),
            (self.spreadsheet, "spreadsheet", "table"),
        ):
            verb.setText(say(f"certificates-{name}"))
            verb.setToolTip(say(f"certificates-{name}-about"))
            put_icon(verb, picture, theme.text)
        self.list.setAccessibleName(say("certificates-list"))
        self.rows.set_headings([say(f"certificates-column-{name}") for name in _COLUMNS])
        self._count()
        self._filter()
        for part in (self.panel, self.status, self.progress):
            part.retranslate()
        self.verbs.flow.retranslate()

    def show_person(self, attendee_id: str) -> None:
        """This person alone is chosen, whatever was filtered; Enter does the next thing."""
        self._wanted = attendee_id
        self.chips[None].setChecked(True)
        self.search.clear()
        self._filter()
        self._presenter.refresh()

    def _chip(self) -> QPushButton:
        chip = button("chip", self._filter)
        chip.setCheckable(True)
        self._group.addButton(chip)
        return chip

    def _lay_out(self) -> None:
        self.fresh.setSizePolicy(
            self.fresh.sizePolicy().horizontalPolicy(), self.fresh.sizePolicy().Policy.Fixed
        )
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.list, 1)
        column.addWidget(self.empty)
        column.addWidget(self.fresh)
        self._aside = Aside(self.panel)
        chips = Flow()
        for chip in self.chips.values():
            chips.addWidget(chip)
        lists, both = QWidget(), row(self.register, self.spreadsheet)
        both.setContentsMargins(0, 0, 0, 0)
        lists.setLayout(both)
        inside = QWidget()
        parts = QVBoxLayout(inside)
        parts.setContentsMargins(0, GAP, 0, 0)
        parts.setSpacing(GAP + 2)
        parts.addWidget(Columns([self.search, lists], letters=30, stretches=[1, 0]))
        parts.addLayout(chips)
        parts.addWidget(Columns([left, self._aside], letters=40, stretches=[5, 2]), 1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.progress)
        layout.addWidget(self.status)

    def _reviewed(self, review: Review) -> None:
        self._review = review
        self.list.setMinimumHeight(self.list.fontMetrics().height() * _LEAST_LINES)
        self._count()
        self._filter()
        if self._wanted:
            self._wanted = ""
            self._context.notify(self._context.say("certificates-not-listed"))

    def _count(self) -> None:
        for state, chip in self.chips.items():
            name = state.value if state else "all"
            count = self._review.count(state) if self._review else 0
            chip.setText(self._context.say(f"certificates-filter-{name}", count=count))
        words = self._context.language.words
        told = freshness_words(words, self._review.freshness) if self._review else ""
        self.fresh.setText(told)
        self.fresh.setVisible(bool(told))

    def _filter(self) -> None:
        if self._review is None:
            return
        self._short = short_names(self._context.session.checkpoints)
        kept = self._keys_wanted() if self._wanted else chosen_keys(self.list, self.rows)
        state = next(s for s, chip in self.chips.items() if chip.isChecked())
        shown = self._review.matching(state, self.search.text())
        blocked = self.list.selectionModel().blockSignals(True)
        for column in _ONCE_ISSUED:
            self.list.setColumnHidden(column, not any(line.number for line in self._review.lines))
        self.rows.show(shown)
        choose(self.list, self.rows, kept)
        self.list.selectionModel().blockSignals(blocked)
        self.empty.setVisible(not shown)
        self.empty.setText(self._nothing(state))
        if kept and self._wanted and (place := self.rows.place_of(kept[0])) is not None:
            self._wanted = ""
            self._chosen()
            focused = self.panel.focus_primary()
            QTimer.singleShot(0, self, lambda: self._bring_in(place, focused))
            return
        self._chosen()

    def _keys_wanted(self) -> tuple[str, ...]:
        """Of the person asked for: what is still to be printed, else the first."""
        mine = [x for x in self._review.lines if x.attendee.id == self._wanted] if self._review else []
        waiting = [x for x in mine if x.state in _TO_PRINT and not x.prints]
        return tuple(x.key for x in (waiting or mine)[:1])

    def _bring_in(self, place: int, focused: QWidget) -> None:
        """Into view; only once the page, which may just have been opened, is laid out."""
        self.list.scrollTo(self.rows.index(place, 0), QAbstractItemView.ScrollHint.PositionAtCenter)
        for area in (self._aside, self._scroll):
            area.ensureWidgetVisible(focused)

    def _nothing(self, state: CertificateState | None) -> str:
        if self._review is not None and not self._review.lines:
            return self._context.say("certificates-no-people")
        if self.search.text().strip():
            return self._context.say("certificates-nobody-matches")
        return self._context.say(f"certificates-none-{state.value if state else 'all'}")

    def _chosen(self) -> None:
        if self._review is None:
            return
        lines = [self.rows.rows[place] for place in chosen_places(self.list)]
        if lines:
            self.panel.show_lines(self._review, lines)
        else:
            self.panel.show_overview(self._review)

    def _lines(self, ids: Sequence[str]) -> list[CertificateLine]:
        wanted = set(ids)
        return [line for line in self._review.lines if line.key in wanted] if self._review else []

    def _silence(self) -> str:
        words = self._context.language.words
        return silence_reason(words, self._review.freshness) if self._review else ""

    def _choose_unprinted(self, ids: tuple[str, ...]) -> None:
        self.search.clear()
        self.chips[CertificateState.ISSUED].setChecked(True)
        self._filter()
        choose(self.list, self.rows, ids)
        self.list.setFocus()

    def _cells(self, line: CertificateLine) -> list[str]:
        say, person = self._context.say, line.attendee.person
        paper = say("certificates-paper-printed", count=line.prints) if line.prints else ""
        if line.handed_over:
            paper = say("certificates-paper-handed-over")
        state = state_words(self._context.language.words, line, self._short)
        kind = kind_words(self._context.language.words, line.wanted)
        return [person.sort_name, kind, state, line.number, paper]

    def _mark(self, line: CertificateLine, column: int) -> QIcon | None:
        if column != _STATE_COLUMN:
            return None
        return icon(state_mark(line.state), self._context.theme().accent)
