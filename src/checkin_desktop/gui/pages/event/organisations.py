"""The organisations: who of each came, two spellings of one joined, names and regions put right."""

from collections.abc import Sequence
from enum import StrEnum
from typing import assert_never

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from checkin_desktop.domain.operators import Action
from checkin_desktop.domain.organisations import distinctive
from checkin_desktop.domain.people import plain
from checkin_desktop.gui.design.columns import Columns
from checkin_desktop.gui.design.combos import EnumCombo
from checkin_desktop.gui.design.dialogs import ask, least_lines
from checkin_desktop.gui.design.flow import Flow
from checkin_desktop.gui.design.icons import put_icon
from checkin_desktop.gui.design.rows import Rows, RowsView, choose, chosen_keys
from checkin_desktop.gui.design.widgets import button, card, label
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.event.organisation_dialogs import (
    EditOrganisation,
    MergeOrganisations,
    RegionOfSeveral,
)
from checkin_desktop.gui.pages.event.presenter import EventPresenter
from checkin_desktop.services.views import OrganisationLine

_MOST_TOLD = 8


class Shown(StrEnum):
    ALL = "all"
    NO_REGION = "no-region"
    ALIKE = "alike"


class OrganisationsCard(QWidget):
    def __init__(self, context: Context, presenter: EventPresenter) -> None:
        super().__init__()
        self._context, self._presenter = context, presenter
        self._lines: tuple[OrganisationLine, ...] = ()
        self.heading, self.search = label("strong"), QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.rows: Rows[OrganisationLine] = Rows(lambda line: line.id, self._cells)
        self.rows.set_headings([""] * 4)
        self.view = RowsView(self.rows, {0: 5, 3: 2})
        least_lines(self.view, 11)
        self.empty = label("soft", wrap=True)
        self.which = EnumCombo(tuple(Shown))
        self.edit, self.merge = button("", self._edit), button("", self._merge)
        self.part, self.propose = button("", self._part), button("quiet", self._propose)
        self.advice = label("small", wrap=True)
        frame, column = card()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        verbs = Flow()
        for verb in (self.edit, self.merge, self.part, self.propose):
            verbs.addWidget(verb)
        column.addWidget(self.heading)
        column.addWidget(Columns([self.search, self.which], letters=20, stretches=(2, 1)))
        column.addLayout(verbs)
        column.addWidget(self.empty)
        column.addWidget(self.view, 1)
        column.addWidget(self.advice)
        self.search.textChanged.connect(self._filter)
        self.which.chosen.connect(self._filter)
        self.view.selectionModel().selectionChanged.connect(self._selected)
        self.view.doubleClicked.connect(self._edit)
        self._selected()

    def retranslate(self) -> None:
        say = self._context.say
        self.heading.setText(say("event-organisations"))
        self.search.setPlaceholderText(say("event-organisations-search"))
        self.search.setAccessibleName(say("event-organisations-search"))
        self.view.setAccessibleName(say("event-organisations"))
        self.empty.setText(say("event-organisations-none"))
        self.edit.setText(say("event-edit"))
        put_icon(self.edit, "pencil", self._context.theme().text)
        self.merge.setText(say("event-organisations-merge"))
        put_icon(self.merge, "merge", self._context.theme().text)
        self.part.setText(say("event-organisations-part"))
        put_icon(self.part, "split", self._context.theme().text)
        put_icon(self.propose, "flag", self._context.theme().accent)
        self.which.setAccessibleName(say("event-organisations-which"))
        self.advice.setText(say("event-organisations-advice"))
        names = ("name", "region", "arrived", "aliases")
        self.rows.set_headings([say(f"event-organisation-{name}") for name in names])

    def show_lines(self, lines: Sequence[OrganisationLine]) -> None:
        self._lines, say = tuple(lines), self._context.say
        counts = {Shown.ALL: len(lines)} | {
            which: sum(_is(line, which) for line in lines) for which in (Shown.NO_REGION, Shown.ALIKE)
        }
        self.which.show_texts([say(f"event-organisations-{w.value}", count=counts[w]) for w in Shown])
        self._filter()

    def show_only(self, which: Shown) -> None:
        self.which.show_value(which)
        self._filter()
        self.view.setFocus()

    def _filter(self) -> None:
        kept, which = chosen_keys(self.view, self.rows), self.which.value
        wanted = plain(self.search.text()).split()
        shown = [line for line in self._lines if _fits(line, wanted) and _is(line, which)]
        if which is Shown.ALIKE:
            shown.sort(key=lambda line: distinctive(line.name))
        self.rows.show(shown)
        choose(self.view, self.rows, kept)
        self.empty.setVisible(not self._lines)
        self._selected()

    def _cells(self, line: OrganisationLine) -> Sequence[str]:
        arrived = self._context.say("event-of", some=line.arrived, all=line.expected)
        return (line.name, line.region, arrived, ", ".join(line.aliases))

    def _chosen(self) -> list[OrganisationLine]:
        keys = set(chosen_keys(self.view, self.rows))
        return [line for line in self._lines if line.id in keys]

    def _selected(self) -> None:
        chosen, may = self._chosen(), self._context.may(Action.CONFIGURE)
        proposed = sum(bool(line.proposed) for line in self._lines)
        self.edit.setEnabled(may and bool(chosen))
        self.merge.setEnabled(may and len(chosen) > 1)
        self.part.setEnabled(may and len(chosen) == 1 and bool(chosen[0].merged))
        self.part.setVisible(any(line.merged for line in self._lines))
        self.propose.setText(self._context.say("event-regions-propose", count=proposed))
        self.propose.setVisible(may and bool(proposed))

    def _edit(self) -> None:
        chosen = self._chosen()
        if len(chosen) == 1:
            EditOrganisation(self, self._context, chosen[0], self._presenter.rename).open()
        elif chosen:
            RegionOfSeveral(self, self._context, chosen, self._presenter.give_regions).open()

    def _merge(self) -> None:
        chosen = self._chosen()
        if len(chosen) > 1:
            MergeOrganisations(self, self._context, chosen, self._presenter.merge).open()

    def _part(self) -> None:
        [chosen] = self._chosen()
        say = self._context.say
        ask(
            self,
            say("event-part-title", name=chosen.name),
            say("event-part-about", names="; ".join(chosen.merged)),
            say("event-organisations-part"),
            say("event-cancel"),
            lambda: self._presenter.part(chosen.id),
        )

    def _propose(self) -> None:
        """What the names say is shown before any of it is written."""
        say, found = self._context.say, [line for line in self._lines if line.proposed]
        told = [f"{line.name}: {line.proposed}" for line in found[:_MOST_TOLD]]
        if len(found) > _MOST_TOLD:
            told.append(say("event-regions-more", count=len(found) - _MOST_TOLD))
        ask(
            self,
            say("event-regions-title", count=len(found)),
            "\n".join(told),
            say("event-save"),
            say("event-cancel"),
            lambda: self._presenter.give_regions({line.id: line.proposed for line in found}),
        )


def _fits(line: OrganisationLine, wanted: Sequence[str]) -> bool:
    text = plain(" ".join((line.name, line.region, *line.aliases)))
    return all(word in text for word in wanted)


def _is(line: OrganisationLine, which: Shown) -> bool:
    match which:
        case Shown.ALL:
            return True
        case Shown.NO_REGION:
            return not line.region
        case Shown.ALIKE:
            return line.alike
        case _:
            assert_never(which)
