"""Cases that desks which did not know of each other left to decide: one card each, one click settles it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from checkin_desktop.domain.merge import Choice, ConflictKind
from checkin_desktop.gui.design.icons import icon, pixmap
from checkin_desktop.gui.design.tokens import GAP, PAD, Theme
from checkin_desktop.gui.design.widgets import button, card, clear, label
from checkin_desktop.gui.language import Language
from checkin_desktop.services.views import ConflictLine, ConflictSide
from checkin_desktop.words.dates import clock_time, long_date

_MOST = 60


def case_title(language: Language, case: ConflictLine) -> str:
    if case.attendee is None:
        return language.say("exchange-case-desks")
    return " · ".join(x for x in (case.attendee.name, case.attendee.person.organisation) if x)


def case_about(language: Language, case: ConflictLine) -> str:
    where = case.checkpoint.name if case.checkpoint else ""
    return language.say(f"exchange-case-{case.kind.value.replace('_', '-')}", where=where)


def side_text(language: Language, case: ConflictLine, side: ConflictSide) -> str:
    """Time, desk and what it says, in one line."""
    parts = []
    if side.at is not None:
        day = long_date(side.at.date(), language.words.language)
        parts.append(f"{clock_time(side.at)} ({day})")
    text = side.text
    if text and case.kind is ConflictKind.CERTIFIED_TWICE:
        text = language.say("exchange-case-certificate", number=text)
    return " · ".join(x for x in (*parts, side.station, text) if x)


def choice_text(language: Language, kind: ConflictKind, choice: Choice) -> str:
    return language.say(f"exchange-choose-{kind.value}-{choice.value}".replace("_", "-"))


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
        mark.setPixmap(pixmap("split", theme.accent, title.fontMetrics().height() + 2))
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
        verbs = QHBoxLayout()
        verbs.setSpacing(GAP)
        self.choices: dict[Choice, QWidget] = {}
        for choice in case.choices:
            verb = button("", lambda choice=choice: settle(case.id, choice))  # type: ignore[misc]
            verb.setText(choice_text(language, case.kind, choice))
            verb.setAccessibleDescription(title.text())
            verbs.addWidget(verb)
            self.choices[choice] = verb
        verbs.addStretch()
        column.addLayout(verbs)


class CasesSection(QWidget):
    """Open cases as cards, settled ones folded away below them."""

    chosen = Signal(str, str)

    def __init__(self, language: Language, theme: Callable[[], Theme]) -> None:
        super().__init__()
        self._language, self._theme = language, theme
        self.cards: list[CaseCard] = []
        self._shown: tuple[tuple[ConflictLine, ...], tuple[ConflictLine, ...]] = ((), ())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP + 4)
        self.heading = label("heading")
        frame, inside = card(horizontal=True)
        self.empty, self._mark, self.nothing = frame, QLabel(), label("soft", wrap=True)
        inside.addWidget(self._mark)
        inside.addWidget(self.nothing, 1)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(GAP + 4)
        self.more = label("soft", wrap=True)
        self.fold = button("quiet", self._toggle)
        self.settled = label("soft", wrap=True)
        self.settled.hide()
        head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addStretch()
        column.addLayout(head)
        column.addWidget(frame)
        column.addLayout(self._cards)
        column.addWidget(self.more)
        below = QHBoxLayout()
        below.addWidget(self.fold)
        below.addStretch()
        column.addLayout(below)
        column.addWidget(self.settled)

    def retranslate(self) -> None:
        self._draw()

    def show_cases(self, open_cases: Sequence[ConflictLine], settled: Sequence[ConflictLine]) -> None:
        shown = (tuple(open_cases), tuple(settled))
        if shown != self._shown:
            self._shown = shown
            self._draw()

    def _draw(self) -> None:
        say = self._language.say
        open_cases, settled = self._shown
        self.heading.setText(say("exchange-cases-title", count=len(open_cases)))
        self.nothing.setText(say("exchange-cases-none"))
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
        self.more.setText(say("exchange-cases-more", count=max(0, len(open_cases) - _MOST)))
        self.fold.setVisible(bool(settled))
        self.fold.setText(say("exchange-cases-settled", count=len(settled)))
        self._point()
        lines = [
            f"{case_title(self._language, c)} — {case_about(self._language, c)}" for c in settled[:_MOST]
        ]
        self.settled.setText("\n".join(lines))
        self.settled.setVisible(self.settled.isVisibleTo(self) and bool(settled))

    def _toggle(self) -> None:
        self.settled.setVisible(not self.settled.isVisibleTo(self))
        self._point()

    def _point(self) -> None:
        name = "chevron-down" if self.settled.isVisibleTo(self) else "chevron-right"
        self.fold.setIcon(icon(name, self._theme().accent))
