"""One of the organiser's rules in a dialog: who × where × when × how often, and what then."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from checkin_desktop.domain.event import SessionKind
from checkin_desktop.domain.people import Category, plain
from checkin_desktop.domain.rules import MOST_WORDS, AdmissionRule, Effect, Often
from checkin_desktop.gui.checkpoints import checkpoint_text
from checkin_desktop.gui.design.chips import Chips
from checkin_desktop.gui.design.columns import Columns
from checkin_desktop.gui.design.combos import EnumCombo
from checkin_desktop.gui.design.dialogs import ask, dialog_column, fit, headed, scrolled
from checkin_desktop.gui.design.fields import CalmSpin, Field
from checkin_desktop.gui.design.tick_list import TickList
from checkin_desktop.gui.design.tokens import GAP
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.event.presenter import EventState
from checkin_desktop.gui.pages.event.time_field import TimeField
from checkin_desktop.words.dates import long_date

_MOST_TIMES = 99


class RuleDialog(QDialog):
    """`stated` is told the rule; what is chosen nowhere is about everybody, everywhere, always."""

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        state: EventState,
        given: AdmissionRule,
        stated: Callable[[AdmissionRule], None],
        *,
        new: bool,
    ) -> None:
        super().__init__(parent.window())
        self._context, self._given, self._stated = context, given, stated
        say = context.say
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._title = say("rules-add" if new else "rules-edit")
        self._make_who(state)
        self._make_where(state)
        language = context.language.words.language
        days = [(day, long_date(day, language)) for day in state.info.settings.days]
        self.days = Chips(days, given.days)
        self.since, self.until = TimeField(given.since, time(9)), TimeField(given.until, time(18))
        self.effect, self.often = EnumCombo(tuple(Effect)), EnumCombo(tuple(Often))
        self.effect.show_texts([say(f"rules-effect-{e.value}") for e in Effect])
        self.effect.show_value(given.effect)
        self.often.show_texts([say(f"rules-choice-{o.value.replace('_', '-')}") for o in Often])
        self.often.show_value(given.often)
        self.times = CalmSpin(1, _MOST_TIMES)
        self.times.setValue(min(max(given.times, 1), _MOST_TIMES))
        self.sentence = QLineEdit(given.sentence)
        self.sentence.setMaxLength(MOST_WORDS)
        self.sentence.setPlaceholderText(say("rules-sentence-example"))
        self.go, self.cancel = button("primary", self._save), button("", self.reject)
        self.go.setText(say("event-save"))
        self.go.setDefault(True)
        self.cancel.setText(say("event-cancel"))
        self.effect.currentIndexChanged.connect(self._consequences)
        self.often.currentIndexChanged.connect(self._consequences)
        self._lay_out()
        self._consequences()

    @property
    def rule(self) -> AdmissionRule:
        return replace(
            self._given,
            categories=frozenset(self.categories.chosen),
            organisations=self.organisations.ticked,
            regions=self.regions.chosen,
            checkpoints=frozenset(self.checkpoints.ticked),
            rooms=self.rooms.chosen,
            session_kinds=frozenset(self.kinds.chosen),
            days=frozenset(self.days.chosen),
            since=self.since.value,
            until=self.until.value,
            often=self.often.value,
            times=self.times.value(),
            effect=self.effect.value,
            sentence=self.sentence.text().strip(),
        )

    def _make_who(self, state: EventState) -> None:
        say, given = self._context.say, self._given
        self.categories = Chips([(c, say(f"category-{c.value}")) for c in Category], given.categories)
        regions = _distinct([*given.regions, *(o.region for o in state.organisations)])
        self.regions = Chips([(r, r) for r in regions], given.regions)
        names = _distinct([*given.organisations, *(o.name for o in state.organisations)])
        self.organisations = TickList([(n, n) for n in names], given.organisations)

    def _make_where(self, state: EventState) -> None:
        say, given, language = self._context.say, self._given, self._context.language
        self.kinds = Chips([(k, say(f"session-{k.value}")) for k in SessionKind], given.session_kinds)
        rooms = _distinct([*given.rooms, *(c.room for c in state.checkpoints)])
        self.rooms = Chips([(r, r) for r in rooms], given.rooms)
        places = [(c.id, checkpoint_text(c, language)) for c in state.checkpoints]
        self.checkpoints = TickList(places, given.checkpoints)

    def _lay_out(self) -> None:
        say = self._context.say
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP + 4)
        self.fields = {
            name: Field(part)
            for name, part in (
                ("categories", self.categories),
                ("regions", self.regions),
                ("organisations", self.organisations),
                ("kinds", self.kinds),
                ("rooms", self.rooms),
                ("checkpoints", self.checkpoints),
                ("days", self.days),
                ("since", self.since),
                ("until", self.until),
                ("effect", self.effect),
                ("often", self.often),
                ("times", self.times),
                ("sentence", self.sentence),
            )
        }
        for name, field in self.fields.items():
            field.name(say(f"rules-field-{name}"))
        self.since.name(say("rules-field-since"))
        self.until.name(say("rules-field-until"))
        groups = (
            ("who", ("categories", "regions", "organisations")),
            ("where", ("kinds", "rooms", "checkpoints")),
            ("when", ("days",)),
        )
        for group, names in groups:
            column.addWidget(self._heading(group))
            for name in names:
                field = self.fields[name]
                field.setVisible(not isinstance(field.editor, Chips) or bool(field.editor.buttons))
                column.addWidget(field)
        column.addWidget(Columns([self.fields["since"], self.fields["until"]], letters=18))
        column.addWidget(self._heading("then"))
        column.addWidget(self.fields["effect"])
        column.addWidget(Columns([self.fields["often"], self.fields["times"]], letters=18))
        column.addWidget(self.fields["sentence"])
        column.addStretch()
        title, told = headed(self, self._title), label("soft", wrap=True)
        told.setText(say("rules-dialog-about"))
        outer = dialog_column(self)
        outer.addWidget(title)
        outer.addWidget(told)
        outer.addWidget(scrolled(inside), 1)
        outer.addLayout(row(0, self.cancel, self.go))
        fit(self, 84, 42)

    def _heading(self, group: str) -> QWidget:
        made = label("group")
        made.setText(self._context.say(f"rules-{group}"))
        return made

    def _consequences(self) -> None:
        """Who is refused comes in no times at all; only who may come so often needs a number."""
        allows = self.effect.value is Effect.ALLOW
        self.fields["often"].setVisible(allows)
        self.fields["times"].setVisible(allows and self.often.value is Often.TIMES)
        limited = allows and self.often.value is not Often.ALWAYS
        self.fields["sentence"].setVisible(not allows or limited)

    def _save(self) -> None:
        since, until = self.since.value, self.until.value
        backwards = since is not None and until is not None and until <= since
        say = self._context.say
        if self.fields["until"].fault(say("rules-until-early") if backwards else ""):
            return
        if self.rule.shuts_everything:
            titles = (say("rules-shut-title"), say("rules-shut-about"))
            ask(self, *titles, say("rules-shut-anyway"), say("rules-shut-back"), self._state)
        else:
            self._state()

    def _state(self) -> None:
        self._stated(self.rule)
        self.accept()


def _distinct(names: Sequence[str]) -> list[str]:
    """Each name once, however it is written, by the alphabet."""
    found: dict[str, str] = {}
    for name in names:
        if name.strip():
            found.setdefault(plain(name), name)
    return sorted(found.values(), key=plain)
