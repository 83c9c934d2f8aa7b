"""The page "Delegaciones": who of each is here, and which associations and regions have come."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMenu, QScrollArea, QVBoxLayout, QWidget

from checkin_desktop.domain.operators import Action
from checkin_desktop.domain.people import Attendee
from checkin_desktop.gui.design.columns import Columns
from checkin_desktop.gui.design.combos import CalmCombo
from checkin_desktop.gui.design.dialogs import ask
from checkin_desktop.gui.design.icons import put_icon
from checkin_desktop.gui.design.page_head import PageHead
from checkin_desktop.gui.design.rows import Rows, RowsView, choose
from checkin_desktop.gui.design.tokens import GAP
from checkin_desktop.gui.design.widgets import button, card, label
from checkin_desktop.gui.group_badges import GroupBadges
from checkin_desktop.gui.page import Context, Page
from checkin_desktop.gui.pages.delegations.arranging import ArrangeDialog
from checkin_desktop.gui.pages.delegations.detail import DelegationDetail
from checkin_desktop.gui.pages.delegations.presenter import DelegationsPresenter, matching
from checkin_desktop.gui.print_flow import PrintFlow, PrintStatus
from checkin_desktop.services.delegations import Delegation, Delegations, Standing


class DelegationsPage(Page):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.presenter = DelegationsPresenter(context)
        self.flow = PrintFlow(context, self)
        self.badges = GroupBadges(context, self)
        self.status = PrintStatus(context, self.flow)
        self.badge_status = PrintStatus(context, self.badges.flow)
        self._found: Delegations | None = None
        self._wanted, self._member, self._back_to_desk = "", "", False
        self.covered = label("strong", wrap=True)
        self.regions = label("soft", wrap=True)
        self.search, self.standing = QLineEdit(), CalmCombo()
        self.search.setClearButtonEnabled(True)
        self.new, self.papers = button("primary", self._new), button("menu", lambda: None)
        self.head = PageHead(self.papers, self.new)
        self.menu = QMenu(self.papers)
        self.papers.setMenu(self.menu)
        self.model = Rows[Delegation](lambda d: d.id, self._cells)
        self.view = RowsView(self.model, {0: 1})
        self.view.setSelectionMode(self.view.SelectionMode.SingleSelection)
        self.nothing = label("soft", wrap=True)
        self.detail = DelegationDetail(context)
        self._lay_out()
        self._connect()
        self.retranslate()

    def refresh(self) -> None:
        self.presenter.load()

    def leave(self) -> None:
        self._back_to_desk = False

    def show_member(self, attendee_id: str) -> None:
        """The delegation of somebody who was just let in: one key checks the others in and leads back to the desk."""
        self._member, self._back_to_desk = attendee_id, True
        self.search.clear()
        self.standing.setCurrentIndex(0)
        self.presenter.load()

    def retranslate(self) -> None:
        say, theme = self.context.say, self.context.theme()
        self.head.name(say("nav-delegations"), say("head-delegations"))
        self.search.setPlaceholderText(say("delegations-search"))
        self.search.setAccessibleName(say("delegations-search"))
        self.standing.setAccessibleName(say("delegations-state"))
        at = max(0, self.standing.currentIndex())
        self.standing.blockSignals(True)
        self.standing.clear()
        self.standing.addItems([say("delegations-every"), *(say(f"delegations-{s.value}") for s in Standing)])
        self.standing.setCurrentIndex(at)
        self.standing.blockSignals(False)
        self.new.setText(say("delegations-new"))
        put_icon(self.new, "plus", theme.on_accent)
        self.papers.setText(say("delegations-papers"))
        put_icon(self.papers, "printer", theme.text)
        self.menu.clear()
        for sentence, act in (
            ("delegations-pdf", self._pdf),
            ("delegations-excel", lambda: self._export("delegations", "delegations-file")),
            ("delegations-summary-pdf", self._summary),
            ("delegations-summary-excel", lambda: self._export("summary", "delegations-summary-file")),
        ):
            self.menu.addAction(say(sentence), act)
        parts = ("delegation", "region", "who-came", "escorts-short", "state")
        self.model.set_headings([say(f"delegations-{part}") for part in parts])
        self.view.setAccessibleName(say("nav-delegations"))
        self.view.setMinimumHeight(self.fontMetrics().height() * 10)
        self.detail.retranslate()
        self.flow.retranslate()
        self.status.retranslate()
        self.badges.flow.retranslate()
        self.badge_status.retranslate()
        self._tell()

    def ask_save(self, proposed: str) -> str:
        """Where a spreadsheet is to lie; empty if a person thought better of it."""
        title = self.context.say("delegations-papers")
        return QFileDialog.getSaveFileName(self, title, proposed, "Excel (*.xlsx)")[0]

    def _lay_out(self) -> None:
        figures, inside = card()
        inside.addWidget(self.covered)
        inside.addWidget(self.regions)
        self.left = QWidget()
        left = QVBoxLayout(self.left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(GAP)
        left.addWidget(Columns([self.search, self.standing], letters=18, stretches=[3, 2]))
        left.addWidget(self.view, 1)
        left.addWidget(self.nothing)
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP + 4)
        column.addWidget(figures)
        column.addWidget(Columns([self.left, self.detail], letters=44, stretches=[3, 2]), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(both)
        self.body.addWidget(self.head)
        self.body.addWidget(area, 1)
        self.body.addWidget(self.status)
        self.body.addWidget(self.badge_status)

    def _connect(self) -> None:
        p, d = self.presenter, self.detail
        p.loaded.connect(self._show)
        p.came.connect(lambda _: self._came())
        self.search.textChanged.connect(lambda _: self._filter())
        self.search.returnPressed.connect(self._enter)
        self.standing.currentIndexChanged.connect(lambda _: self._filter())
        self.view.selectionModel().currentRowChanged.connect(self._chosen)
        d.came.connect(self._check_in)
        d.escorts.connect(self._count_escorts)
        d.undo_wanted.connect(p.undo)
        d.badges_wanted.connect(self._print_badges)
        d.edit_wanted.connect(self._edit)
        d.dissolve_wanted.connect(self._dissolve)

    def _show(self, found: Delegations) -> None:
        self._found = found
        if self._member:
            theirs = (x.id for x in found.lines if any(m.attendee.id == self._member for m in x.members))
            self._wanted = next(theirs, self._wanted)
        self._filter()
        if self._member:
            self._member = ""
            QTimer.singleShot(0, self.detail.check_in, self.detail.check_in.setFocus)

    def _filter(self) -> None:
        lines = self._found.lines if self._found else ()
        at = self.standing.currentIndex()
        shown = matching(lines, self.search.text(), tuple(Standing)[at - 1] if at > 0 else None)
        wanted = self._wanted
        selection = self.view.selectionModel()
        selection.blockSignals(True)
        self.model.show(shown)
        choose(self.view, self.model, [wanted])
        selection.blockSignals(False)
        place = self.model.place_of(wanted)
        if place is not None:
            self.view.scrollTo(self.model.index(place, 0))
        self._tell()

    def _chosen(self, current: QModelIndex) -> None:
        if current.isValid():
            self._wanted = self.model.key_at(current.row())
            self._tell()

    def _enter(self) -> None:
        if self.model.rowCount():
            self.view.setFocus()
            self.view.selectRow(0)
            self._chosen(self.model.index(0, 0))

    def _tell(self) -> None:
        say, found = self.context.say, self._found
        shown = next((x for x in found.lines if x.id == self._wanted), None) if found else None
        undoable = self.presenter.undoable
        self.detail.show_delegation(
            shown, shown is not None and undoable[0] == shown.id and bool(undoable[1])
        )
        empty = found is not None and not self.model.rows
        self.nothing.setVisible(empty)
        self.nothing.setText(say("delegations-none-so" if found and found.lines else "delegations-none"))
        self.new.setEnabled(self.context.may(Action.SETTLE))
        if found is None:
            return
        covered = found.coverage
        self.covered.setText(
            say(
                "delegations-coverage",
                organisations=covered.organisations_present,
                organisations_expected=covered.organisations,
                regions=covered.regions_present,
                regions_expected=len(covered.regions),
                people=covered.people_present,
                escorts=covered.escorts,
            )
        )
        absent = [r.region for r in covered.regions if not r.present]
        self.regions.setText(
            say("delegations-regions-missing", regions=", ".join(absent))
            if absent
            else say("delegations-every-region")
        )

    def _cells(self, line: Delegation) -> Sequence[str]:
        say = self.context.say
        counted = say("delegations-count", present=line.present, expected=line.expected)
        escorts = str(line.escorts) if line.escorts else ""
        return line.name, line.region, counted, escorts, say(f"delegations-{line.standing.value}")

    def _check_in(self, ids: tuple[str, ...]) -> None:
        if self.detail.shown is not None:
            self.presenter.check_in(self.detail.shown, ids)

    def _count_escorts(self, count: int) -> None:
        if self.detail.shown is not None:
            self.presenter.count_escorts(self.detail.shown, count)

    def _print_badges(self) -> None:
        shown = self.detail.shown
        if shown is not None:
            self.badges.print(shown.name, [m.attendee for m in shown.members])

    def _came(self) -> None:
        if self._back_to_desk:
            self.context.session.page_wanted.emit("desk")

    def _new(self) -> None:
        self.presenter.people(lambda people: self._open(people, self.presenter.arrange))

    def _edit(self) -> None:
        shown = self.detail.shown
        if shown is not None:
            self.presenter.people(
                lambda people: self._open(
                    people, lambda name, ids: self.presenter.arrange(name, ids, shown.id), shown
                )
            )

    def _open(
        self,
        people: tuple[Attendee, ...],
        save: Callable[[str, tuple[str, ...]], object],
        shown: Delegation | None = None,
    ) -> None:
        members = [m.attendee.id for m in shown.members] if shown else []
        name = shown.name if shown else ""
        ArrangeDialog(self, self.context, people, save, name, members).open()

    def _dissolve(self) -> None:
        shown, say = self.detail.shown, self.context.say
        if shown is not None:
            ask(
                self,
                say("delegations-dissolve"),
                say("delegations-dissolve-about", name=shown.name),
                say("delegations-dissolve-yes"),
                say("event-cancel"),
                lambda: self.presenter.dissolve(shown),
            )

    def _pdf(self) -> None:
        name = self.context.say("delegations-file") + ".pdf"
        self.presenter.draw_list(tuple(self.model.rows), lambda pdf: self.flow.save(pdf, name))

    def _summary(self) -> None:
        name = self.context.say("delegations-summary-file") + ".pdf"
        self.presenter.draw_summary(lambda pdf: self.flow.save(pdf, name))

    def _export(self, kind: str, name: str) -> None:
        chosen = self.ask_save(str(Path.home() / f"{self.context.say(name)}.xlsx"))
        if chosen:
            path = Path(chosen)
            self.presenter.export(kind, path if path.suffix else path.with_suffix(".xlsx"))
