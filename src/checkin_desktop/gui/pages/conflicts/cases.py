"""Cases that desks which did not know of each other left to decide: one card each, one click settles or reopens it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from checkin_desktop.domain.merge import Choice, ConflictKind
from checkin_desktop.gui.design.flow import Flow
from checkin_desktop.gui.design.icons import pixmap, put_icon
from checkin_desktop.gui.design.tokens import GAP, PAD, TIGHT, Theme
from checkin_desktop.gui.design.widgets import button, card, clear, label, row
from checkin_desktop.gui.language import Language
from checkin_desktop.services.settle_conflict import OtherAccount
from checkin_desktop.services.views import ConflictLine, ConflictSide
from checkin_desktop.words.dates import clock_time, long_date

_MOST = 60


def case_title(language: Language, case: ConflictLine) -> str:
    if case.attendee is None:
        return language.say("conflicts-case-desks")
    return " · ".join(x for x in (case.attendee.name, case.attendee.person.organisation) if x)


def case_about(language: Language, case: ConflictLine) -> str:
    where = case.checkpoint.name if case.checkpoint else ""
    return language.say(f"conflicts-case-{case.kind.value.replace('_', '-')}", where=where)


def side_text(language: Language, case: ConflictLine, side: ConflictSide) -> str:
    """Time, desk and what it says, in one line."""
    parts = []
    if side.at is not None:
        day = long_date(side.at.date(), language.words.language)
        parts.append(f"{clock_time(side.at)} ({day})")
    text = side.text
    if text and case.kind is ConflictKind.CERTIFIED_TWICE:
        text = language.say("conflicts-case-certificate", number=text)
    return " · ".join(x for x in (*parts, side.station, text) if x)


def choice_text(language: Language, kind: ConflictKind, choice: Choice) -> str:
    return language.say(f"conflicts-choose-{kind.value}-{choice.value}".replace("_", "-"))


class CaseCard(QFrame):
    def __init__(
        self, language: Language, theme: Theme, case: ConflictLine, settle: Callable[[str, Choice], None]
    ) -> None:
        super().__init__()
        self.setObjectName("card")
        column = QVBoxLayout(self)
        column.setContentsMargins(PAD, PAD, PAD, PAD)
        column.setSpacing(GAP)
        mark, title, about = QLabel(), label("strong", wrap=True), label("soft", wrap=True)
        title.ensurePolished()
        mark.setPixmap(pixmap("split", theme.accent, title.fontMetrics().height()))
        title.setText(case_title(language, case))
        about.setText(case_about(language, case))
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(mark)
        head.addWidget(title, 1)
        column.addLayout(head)
        column.addWidget(about)
        for number, side in enumerate(case.sides, 1):
            line = label("", wrap=True)
            line.setText(f"{number}.  {side_text(language, case, side)}")
            column.addWidget(line)
        column.addSpacing(GAP // 2)
        verbs = Flow()
        self.choices: dict[Choice, QWidget] = {}
        for choice in case.choices:
            verb = button("", lambda choice=choice: settle(case.id, choice))  # type: ignore[misc]
            verb.setText(choice_text(language, case.kind, choice))
            verb.setAccessibleDescription(title.text())
            verbs.addWidget(verb)
            self.choices[choice] = verb
        column.addLayout(verbs)


class SettledRow(QFrame):
    """A decision, and the button that takes it back."""

    def __init__(self, title: str, about: str, verb: str, named: str, act: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("card")
        line = QHBoxLayout(self)
        line.setContentsMargins(PAD, GAP, PAD, GAP)
        column = QVBoxLayout()
        column.setSpacing(TIGHT)
        heading, said = label("strong", wrap=True), label("soft", wrap=True)
        heading.setText(title)
        said.setText(about)
        column.addWidget(heading)
        column.addWidget(said)
        self.verb = button("", act)
        self.verb.setText(verb)
        self.verb.setAccessibleName(named)
        line.addLayout(column, 1)
        line.addWidget(self.verb)


@dataclass(frozen=True, slots=True)
class Corrected:
    """Two corrections between which somebody chose just now: they leave no case behind."""

    name: str
    kept: str
    other: OtherAccount


class CasesSection(QWidget):
    """Open cases as cards, settled ones folded away below them."""

    chosen = Signal(str, str)
    reopened = Signal(str)
    other_wanted = Signal(object)

    def __init__(self, language: Language, theme: Callable[[], Theme]) -> None:
        super().__init__()
        self._language, self._theme = language, theme
        self.cards: list[CaseCard] = []
        self.rows: list[SettledRow] = []
        self._shown: tuple[Sequence[ConflictLine], Sequence[ConflictLine], Sequence[Corrected]] = ((), (), ())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP + 4)
        frame, inside = card(horizontal=True)
        self.empty, self._mark, self.nothing = frame, QLabel(), label("soft", wrap=True)
        inside.addWidget(self._mark)
        inside.addWidget(self.nothing, 1)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(GAP + 4)
        self.more = label("soft", wrap=True)
        self.fold = button("quiet", self._toggle)
        self.settled = QWidget()
        self._rows = QVBoxLayout(self.settled)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(GAP)
        self.settled.hide()
        column.addWidget(frame)
        column.addLayout(self._cards)
        column.addWidget(self.more)
        column.addLayout(row(self.fold, 0))
        column.addWidget(self.settled)

    def retranslate(self) -> None:
        self._draw()

    def show_cases(
        self,
        open_cases: Sequence[ConflictLine],
        settled: Sequence[ConflictLine],
        now: Sequence[Corrected] = (),
    ) -> None:
        shown = (tuple(open_cases), tuple(settled), tuple(now))
        if shown != self._shown:
            self._shown = shown
            self._draw()

    def _draw(self) -> None:
        say = self._language.say
        open_cases, settled, now = self._shown
        self.nothing.setText(say("conflicts-none"))
        self._mark.setPixmap(pixmap("circle-check", self._theme().accent, 22))
        self.empty.setVisible(not open_cases)
        clear(self._cards)
        self.cards = [
            CaseCard(self._language, self._theme(), case, lambda i, c: self.chosen.emit(i, c.value))
            for case in open_cases[:_MOST]
        ]
        for drawn in self.cards:
            self._cards.addWidget(drawn)
        self.more.setVisible(len(open_cases) > _MOST)
        self.more.setText(say("conflicts-more", count=max(0, len(open_cases) - _MOST)))
        count = len(settled) + len(now)
        self.fold.setVisible(bool(count))
        self.fold.setText(say("conflicts-settled", count=count))
        self._point()
        clear(self._rows)
        self.rows = [self._just_now(one) for one in now] + [self._decided(case) for case in settled[:_MOST]]
        for one in self.rows:
            self._rows.addWidget(one)
        self.settled.setVisible(self.settled.isVisibleTo(self) and bool(count))

    def _decided(self, case: ConflictLine) -> SettledRow:
        say, title = self._language.say, case_title(self._language, case)
        about = case_about(self._language, case)
        if case.choice is not None:
            choice = choice_text(self._language, case.kind, case.choice)
            about = f"{about}\n{say('conflicts-decided', choice=choice)}"
        return SettledRow(
            title,
            about,
            say("conflicts-reopen"),
            say("conflicts-reopen-of", name=title),
            lambda: self.reopened.emit(case.id),
        )

    def _just_now(self, one: Corrected) -> SettledRow:
        say = self._language.say
        return SettledRow(
            one.name,
            say("conflicts-decided-now", kept=one.kept),
            say("conflicts-other"),
            say("conflicts-other-of", name=one.name),
            lambda: self.other_wanted.emit(one),
        )

    def _toggle(self) -> None:
        self.settled.setVisible(not self.settled.isVisibleTo(self))
        self._point()

    def _point(self) -> None:
        name = "chevron-down" if self.settled.isVisibleTo(self) else "chevron-right"
        put_icon(self.fold, name, self._theme().accent)
