"""Hand-over: piles as they lie on the table, who took what away, and what is left in the end."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget

from checkin_desktop.domain.people import plain
from checkin_desktop.gui.design.columns import Columns
from checkin_desktop.gui.design.flow import Flow
from checkin_desktop.gui.design.reason_dialog import ReasonDialog
from checkin_desktop.gui.design.rows import Rows, RowsView, choose, chosen_keys
from checkin_desktop.gui.design.tokens import GAP
from checkin_desktop.gui.design.widgets import button, card, label
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.certificates.delivering import Delivering
from checkin_desktop.gui.pages.certificates.hand_over_dialogs import CollectorDialog, LastGoodDialog
from checkin_desktop.gui.pages.certificates.progress import ProgressLine
from checkin_desktop.gui.print_flow import PrintFlow, PrintStatus
from checkin_desktop.services.handing_over import Collector
from checkin_desktop.services.print_runs import runs_of
from checkin_desktop.services.views import Held, Pile, SentSheet
from checkin_desktop.words.certificates import kind_words
from checkin_desktop.words.dates import clock_time

_PILE_COLUMNS = ("pile", "waiting")
_HELD_COLUMNS = ("number", "name", "kind", "state")
_LEAST_LINES = 9


class HandOverTab(QWidget):
    def __init__(self, context: Context, delivering: Delivering) -> None:
        super().__init__()
        self._context, self._delivering = context, delivering
        self._piles: tuple[Pile, ...] = ()
        self._wanted = ""
        self.flow = PrintFlow(context, self)
        self.status = PrintStatus(context, self.flow)
        self.progress = ProgressLine(context, delivering)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _: self._show_piles())
        self.found = label("large", wrap=True)
        self.piles: Rows[Pile] = Rows(lambda pile: plain(pile.name) or "-", self._pile_cells)
        self.pile_list = RowsView(self.piles, {0: 1})
        self.pile_list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.held: Rows[Held] = Rows(lambda held: str(held.serial), self._held_cells)
        self.held_list = RowsView(self.held, {1: 5, 2: 3, 3: 5})
        self.give = button("primary", self._give)
        self.give_to = button("", self._give_to)
        self.back = button("", self._take_back)
        self.print_piles = button("", self._print)
        self.after_jam = button("", self._after_jam)
        self.cargo = button("", self._cargo)
        self.close_up = button("", self._close_up)
        self.empty = label("soft", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.nothing, self.lying = card()[0], QWidget()
        self._lay_out()
        delivering.piled.connect(self._piled)
        self.pile_list.selectionModel().selectionChanged.connect(lambda *_: self._show_held())
        self.held_list.selectionModel().selectionChanged.connect(lambda *_: self._enable())

    def retranslate(self) -> None:
        say = self._context.say
        self.search.setPlaceholderText(say("certificates-give-search"))
        self.search.setAccessibleName(say("certificates-give-search"))
        self.piles.set_headings([say(f"certificates-give-column-{c}") for c in _PILE_COLUMNS])
        self.held.set_headings([say(f"certificates-give-column-{c}") for c in _HELD_COLUMNS])
        self.pile_list.setAccessibleName(say("certificates-give-column-pile"))
        self.held_list.setAccessibleName(say("certificates-tab-give"))
        self.give.setText(say("certificates-give"))
        self.give_to.setText(say("certificates-give-to"))
        self.back.setText(say("certificates-give-back"))
        self.print_piles.setText(say("certificates-give-print"))
        self.after_jam.setText(say("certificates-give-jam"))
        self.cargo.setText(say("certificates-give-cargo"))
        self.close_up.setText(say("certificates-give-close"))
        self.empty.setText(say("certificates-give-empty"))
        self.status.retranslate()
        self.progress.retranslate()
        self._show_piles()

    def show_person(self, attendee_id: str) -> None:
        """A badge was scanned: in which pile it lies, chosen at once; Enter hands it over."""
        self._wanted = attendee_id
        self.search.clear()
        self._delivering.refresh()

    def _lay_out(self) -> None:
        actions = Flow()
        for part in (self.give, self.give_to, self.back):
            actions.addWidget(part)
        batch = Flow()
        for part in (self.print_piles, self.after_jam, self.cargo, self.close_up):
            batch.addWidget(part)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.found)
        column.addWidget(self.held_list)
        column.addLayout(actions)
        for shown in (self.pile_list, self.held_list):
            shown.setMinimumHeight(shown.fontMetrics().height() * _LEAST_LINES * 2)
        said = self.nothing.layout()
        if said is not None:
            said.addWidget(self.empty)
        inside = QWidget()
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, GAP, 0, 0)
        whole.addWidget(self.nothing)
        whole.addWidget(self.lying, 1)
        whole.addStretch()
        parts = QVBoxLayout(self.lying)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(GAP + 2)
        parts.addWidget(self.search)
        parts.addWidget(Columns([self.pile_list, right], letters=44, stretches=[1, 1]), 1)
        parts.addLayout(batch)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll, 1)
        layout.addWidget(self.progress)
        layout.addWidget(self.status)

    def _piled(self, piles: tuple[Pile, ...]) -> None:
        self._piles = piles
        self._show_piles()
        if self._wanted:
            self._find_wanted()

    def _find_wanted(self) -> None:
        wanted, self._wanted = self._wanted, ""
        mine = [(p, h) for p in self._piles for h in p.held if h.attendee_id == wanted]
        if not mine:
            self.found.setText(self._context.say("certificates-give-none"))
            return
        pile, first = mine[0]
        choose(self.pile_list, self.piles, [plain(pile.name) or "-"])
        choose(self.held_list, self.held, [str(h.serial) for _, h in mine if not h.handed_over])
        self.found.setText(
            self._context.say(
                "certificates-give-found",
                name=first.sort_name,
                pile=self._name(pile),
                number=", ".join(h.number for _, h in mine),
            )
        )
        self.give.setFocus()

    def _show_piles(self) -> None:
        typed = plain(self.search.text())
        shown = [
            p
            for p in self._piles
            if not typed or typed in plain(p.name) or any(_is(h, typed) for h in p.held)
        ]
        kept = chosen_keys(self.pile_list, self.piles)
        self.piles.show(shown)
        choose(self.pile_list, self.piles, kept or [plain(p.name) or "-" for p in shown[:1]])
        self.nothing.setVisible(not self._piles)
        self.lying.setVisible(bool(self._piles))
        self._show_held()

    def _show_held(self) -> None:
        self.found.setText(self._pile_said())
        typed = plain(self.search.text())
        held = [h for p in self._chosen() for h in p.held]
        found = [h for h in held if typed and _is(h, typed)]
        kept = chosen_keys(self.held_list, self.held)
        self.held.show(found or held)
        choose(self.held_list, self.held, kept)
        self._enable()

    def _enable(self) -> None:
        some = self._selected()
        self.give.setEnabled(any(not h.handed_over for h in some))
        self.give_to.setEnabled(any(not h.handed_over for h in self._for_collector()))
        self.back.setEnabled(any(h.handed_over for h in some))
        any_held = bool(self._piles)
        for part in (self.print_piles, self.cargo, self.close_up):
            part.setEnabled(any_held)
        self.after_jam.setEnabled(any(h.prints for p in self._piles for h in p.held))

    def _chosen(self) -> list[Pile]:
        keys = set(chosen_keys(self.pile_list, self.piles))
        return [p for p in self.piles.rows if (plain(p.name) or "-") in keys]

    def _selected(self) -> list[Held]:
        keys = set(chosen_keys(self.held_list, self.held))
        return [h for h in self.held.rows if str(h.serial) in keys]

    def _for_collector(self) -> list[Held]:
        """Those chosen, else the whole pile."""
        return self._selected() or [h for p in self._chosen() for h in p.held]

    def _give(self) -> None:
        self._delivering.hand_over([h for h in self._selected() if not h.handed_over], Collector())

    def _give_to(self) -> None:
        held = [h for h in self._for_collector() if not h.handed_over]
        CollectorDialog(self, self._context, held, lambda who: self._delivering.hand_over(held, who)).open()

    def _take_back(self) -> None:
        self._delivering.take_back([h.serial for h in self._selected() if h.handed_over])

    def _print(self) -> None:
        """Those not printed yet, pile after pile as they will lie."""
        piles = self._chosen() if len(self._chosen()) > 1 else list(self._piles)
        waiting = (Pile(p.name, tuple(h for h in p.held if not h.prints)) for p in piles)
        self._print_run([p for p in waiting if p.held])

    def _print_run(self, run: Sequence[Pile]) -> None:
        title, sheets = self._context.say("documents-certificate-title"), [h for p in run for h in p.held]

        def drawn(pdf: bytes) -> None:
            self.flow.print_pdf(pdf, title, lambda printer: self._delivering.record_sheets(sheets, printer))

        self._delivering.draw_run(run, drawn)

    def _after_jam(self) -> None:
        """Printed again from the sheet after the last good one on, in the order in which they were sent."""

        def lost(sheets: Sequence[SentSheet]) -> None:
            self._delivering.lost(sheets, lambda: self._print_run(runs_of(sheets)))

        self._delivering.sent(lambda sheets: LastGoodDialog(self, self._context, sheets, lost).open())

    def _cargo(self) -> None:
        name = f"{self._context.say('certificates-give-cargo-file')}.pdf"
        piles = self._chosen() if len(self._chosen()) > 1 else list(self._piles)
        self._delivering.draw_cargo(piles, lambda pdf: self.flow.save(pdf, name))

    def _close_up(self) -> None:
        say = self._context.say
        left = [h for p in self._piles for h in p.held if not h.handed_over]
        undelivered, unearned = [h for h in left if h.earned], [h for h in left if not h.earned]
        ReasonDialog(
            self,
            title=say("certificates-give-close-title"),
            about=say("certificates-give-close-about", undelivered=len(undelivered), unearned=len(unearned)),
            text=say("certificates-give-close-text"),
            example=say("certificates-give-close-example"),
            caption=say("certificates-reason"),
            yes=say("certificates-give-close-yes"),
            no=say("certificates-leave"),
            given=lambda reason: self._delivering.void_left(undelivered, unearned, reason),
        ).open()

    def _pile_cells(self, pile: Pile) -> list[str]:
        say = self._context.say
        told = say("certificates-give-of", waiting=len(pile.waiting), count=len(pile.held))
        return [self._name(pile), told]

    def _held_cells(self, held: Held) -> list[str]:
        say = self._context.say
        state = say("certificates-give-lies")
        if held.handed_over:
            at = clock_time(held.handed_at) if held.handed_at else ""
            who = held.collector or held.sort_name
            state = say("certificates-give-given", who=who, time=at)
        elif not held.earned:
            state = say("certificates-give-ahead")
        return [held.number, held.sort_name, kind_words(self._context.language.words, held.wanted), state]

    def _pile_said(self) -> str:
        """The whole name of the pile chosen, and which numbers lie in it."""
        chosen = self._chosen()
        if len(chosen) != 1:
            return ""
        (pile,) = chosen
        numbers = [h.number for h in sorted(pile.held, key=lambda h: h.serial)]
        span = numbers[0] if len(numbers) == 1 else f"{numbers[0]} … {numbers[-1]}"
        return self._context.say("certificates-give-pile", pile=self._name(pile), numbers=span)

    def _name(self, pile: Pile) -> str:
        return pile.name or self._context.say("documents-pile-none")


def _is(held: Held, typed: str) -> bool:
    return typed in plain(f"{held.sort_name} {held.document} {held.number}")
