"""The people who may get a badge: found, filtered, ticked."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from checkin_desktop.domain.people import Category, plain
from checkin_desktop.gui.design.columns import Columns
from checkin_desktop.gui.design.combos import ElidedCombo
from checkin_desktop.gui.design.rows import RowsView
from checkin_desktop.gui.design.ticked_rows import TickedRows
from checkin_desktop.gui.design.tokens import GAP
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.language import Language
from checkin_desktop.gui.pages.badges.presenter import Holder


class Holders(QWidget):
    """`ticked_by_hand`: somebody ticked or unticked people."""

    ticked_by_hand = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._holders: tuple[Holder, ...] = ()
        self._organisations: tuple[str, ...] = ()
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.organisation, self.category = ElidedCombo(), ElidedCombo()
        for combo in (self.organisation, self.category):
            combo.setMinimumContentsLength(8)
            combo.setMaxVisibleItems(20)
            combo.currentIndexChanged.connect(lambda _: self._filter())
        self.search.textChanged.connect(lambda _: self._filter())
        self.model = TickedRows[Holder](lambda holder: holder.attendee.id, self._cells)
        self.model.ticked_by_hand.connect(self.ticked_by_hand)
        self.view = RowsView(self.model, {1: 1, 2: 1})
        self.view.setSelectionMode(self.view.SelectionMode.SingleSelection)
        self.view.clicked.connect(self._clicked)
        self.view.activated.connect(lambda index: self.model.flip(index.row()))
        self.counted = label("soft")
        self.tick_all = button("quiet", lambda: self._tick_shown(True))
        self.tick_none = button("quiet", lambda: self._tick_shown(False))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.search)
        layout.addWidget(Columns([self.organisation, self.category], letters=24, stretches=[3, 2]))
        layout.addWidget(self.view, 1)
        ticking, buttons = QWidget(), row(0, self.tick_all, self.tick_none)
        buttons.setContentsMargins(0, 0, 0, 0)
        ticking.setLayout(buttons)
        layout.addWidget(Columns([self.counted, ticking], letters=26))

    @property
    def ticked(self) -> tuple[Holder, ...]:
        return tuple(h for h in self._holders if h.attendee.id in self.model.ticks)

    def show_holders(self, holders: tuple[Holder, ...]) -> None:
        self._holders = holders
        self.model.ticks &= {h.attendee.id for h in holders}
        known = {h.attendee.person.organisation for h in holders} - {""}
        organisations = tuple(sorted(known, key=plain))
        if organisations != self._organisations:
            self._organisations = organisations
            self._fill(self.organisation, "badges-every-organisation", organisations)
        self._filter()

    def tick(self, ids: set[str]) -> None:
        self.model.tick(ids)
        self._tell()

    def show_everybody(self) -> None:
        """Without filters."""
        self.search.clear()
        self.organisation.setCurrentIndex(0)
        self.category.setCurrentIndex(0)

    def retranslate(self) -> None:
        say = self._language.say
        self.search.setPlaceholderText(say("badges-search"))
        self.search.setAccessibleName(say("badges-search"))
        self._fill(self.organisation, "badges-every-organisation", self._organisations)
        categories = [say(f"category-{c.value}") for c in Category]
        self._fill(self.category, "badges-every-category", categories)
        self.organisation.setAccessibleName(say("badges-organisation"))
        self.category.setAccessibleName(say("badges-category"))
        self.view.setAccessibleName(say("badges-people"))
        parts = ("name", "organisation", "category", "badge")
        self.model.set_headings(["", *(say(f"badges-column-{p}") for p in parts)])
        self.tick_all.setText(say("badges-tick-shown"))
        self.tick_none.setText(say("badges-untick-shown"))
        self.view.horizontalHeader().setMinimumSectionSize(20)
        self.view.setMinimumHeight(self.fontMetrics().height() * 9)
        self._tell()

    def _cells(self, holder: Holder) -> Sequence[str]:
        person, say = holder.attendee.person, self._language.say
        prints = holder.attendee.badge_prints
        printed = say("badges-printed", count=prints) if prints else say("badges-not-printed")
        return "", person.sort_name, person.organisation, say(f"category-{person.category.value}"), printed

    def _fill(self, combo: QComboBox, everyone: str, texts: Sequence[str]) -> None:
        at = combo.currentText() if combo.currentIndex() > 0 else ""
        combo.blockSignals(True)
        combo.clear()
        combo.addItems([self._language.say(everyone), *texts])
        combo.setCurrentIndex(max(0, combo.findText(at)) if at else 0)
        combo.blockSignals(False)

    def _filter(self) -> None:
        words = plain(self.search.text()).split()
        organisation = self.organisation.currentText() if self.organisation.currentIndex() > 0 else None
        at = self.category.currentIndex()
        category = tuple(Category)[at - 1] if at > 0 else None
        self.model.show(
            [
                h
                for h in self._holders
                if (not words or all(w in h.words for w in words))
                and organisation in (None, h.attendee.person.organisation)
                and category in (None, h.attendee.person.category)
            ]
        )
        self._tell()

    def _clicked(self, index: QModelIndex) -> None:
        """Anywhere in the row but on the box itself, which ticks by its own."""
        if index.column() > 0:
            self.model.flip(index.row())

    def _tick_shown(self, on: bool) -> None:
        shown = {h.attendee.id for h in self.model.rows}
        self.tick(self.model.ticks | shown if on else self.model.ticks - shown)
        self.ticked_by_hand.emit()

    def _tell(self) -> None:
        ticked, shown = len(self.model.ticks), len(self.model.rows)
        self.counted.setText(self._language.say("badges-ticked", ticked=ticked, shown=shown))
