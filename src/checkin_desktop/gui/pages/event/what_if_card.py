"""¿Qué pasaría si…?: somebody, somewhere, sometime; the verdict, and which rule decides. Nothing is written."""

from datetime import date, datetime, time

from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from checkin_desktop.domain.event import Checkpoint
from checkin_desktop.domain.people import Category
from checkin_desktop.gui.checkpoints import checkpoint_text
from checkin_desktop.gui.design.columns import Columns
from checkin_desktop.gui.design.combos import CalmCombo
from checkin_desktop.gui.design.fields import CalmTime, Field
from checkin_desktop.gui.design.icons import pixmap
from checkin_desktop.gui.design.tokens import GAP, PAD, VERDICT_COLOURS, VERDICT_SHAPES
from checkin_desktop.gui.design.widgets import card, label
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.event.presenter import EventState
from checkin_desktop.gui.pages.event.rules_presenter import RulesPresenter
from checkin_desktop.services.rules import Supposed
from checkin_desktop.services.views import AttendeeLine
from checkin_desktop.words.dates import long_date
from checkin_desktop.words.verdicts import verdict_words

_SHAPE = 36


class WhatIfCard(QWidget):
    def __init__(self, context: Context, presenter: RulesPresenter) -> None:
        super().__init__()
        self._context, self._presenter = context, presenter
        self._checkpoints: tuple[Checkpoint, ...] = ()
        self._people: tuple[AttendeeLine, ...] = ()
        self._days: tuple[date, ...] = ()
        self._said: Supposed | None = None
        self.title, self.about = label("heading", wrap=True), label("soft", wrap=True)
        self.search, self.who, self.where = QLineEdit(), CalmCombo(), CalmCombo()
        self.day, self.at = CalmCombo(), CalmTime()
        self.fields = {
            "search": Field(self.search),
            "who": Field(self.who),
            "where": Field(self.where),
            "day": Field(self.day),
            "at": Field(self.at),
        }
        self.frame = QFrame()
        self.shape, self.word = QLabel(), label("large", wrap=True)
        self.detail, self.advice = label("strong", wrap=True), label(wrap=True)
        self.decided = label(wrap=True)
        self._lay_out()
        self.search.textEdited.connect(presenter.find)
        self.who.currentIndexChanged.connect(self._ask)
        self.where.currentIndexChanged.connect(self._moved)
        self.day.currentIndexChanged.connect(self._ask)
        self.at.timeChanged.connect(self._ask)
        presenter.found.connect(self._show_people)
        presenter.supposed.connect(self._show)
        self.frame.hide()

    def retranslate(self) -> None:
        say = self._context.say
        self.title.setText(say("what-if-title"))
        self.about.setText(say("what-if-about"))
        self.search.setPlaceholderText(say("what-if-search-example"))
        for name, field in self.fields.items():
            field.name(say(f"what-if-{name}"))
        self._name_days()
        for at, c in enumerate(self._checkpoints):
            self.where.setItemText(at, checkpoint_text(c, self._context.language))
        chosen = self.who.currentIndex()
        self._fill_who(max(chosen, 0))
        if self._said is not None:
            self._show(self._said)

    def show_state(self, state: EventState) -> None:
        """A changed rule or programme is asked about again."""
        if state.info.settings.days != self._days:
            self._days = state.info.settings.days
            self.day.blockSignals(True)
            self.day.clear()
            self.day.addItems([""] * len(self._days))
            self.day.blockSignals(False)
            self._name_days()
        if state.checkpoints != self._checkpoints:
            kept = self._where()
            self._checkpoints = state.checkpoints
            self.where.blockSignals(True)
            self.where.clear()
            for c in state.checkpoints:
                self.where.addItem(checkpoint_text(c, self._context.language), c.id)
            self.where.blockSignals(False)
            at = self.where.findData(kept.id) if kept else -1
            self.where.setCurrentIndex(max(at, 0))
            if at < 0:
                self._moved()
        self._ask()

    def _name_days(self) -> None:
        for at, day in enumerate(self._days):
            self.day.setItemText(at, long_date(day, self._context.language.words.language))

    def _where(self) -> Checkpoint | None:
        wanted = self.where.currentData()
        return next((c for c in self._checkpoints if c.id == wanted), None)

    def _moved(self) -> None:
        """A session is asked about at its beginning, until a person says another time."""
        chosen = self._where()
        if chosen is None:
            return
        begins = chosen.starts or chosen.opens or time(9)
        self.day.setCurrentIndex(self._days.index(chosen.day) if chosen.day in self._days else 0)
        self.at.setTime(QTime(begins.hour, begins.minute))
        self._ask()

    def _fill_who(self, chosen: int = 0) -> None:
        """Those found, or while nothing is looked for somebody new of each category."""
        self.who.blockSignals(True)
        self.who.clear()
        for line in self._people:
            person = line.attendee.person
            parts = (line.attendee.name, person.organisation, person.document)
            self.who.addItem(" · ".join(p for p in parts if p))
        self._asked_about: tuple[str | Category, ...] = tuple(line.attendee.id for line in self._people)
        if not self._people:
            self._asked_about = tuple(Category)
            for category in Category:
                kind = self._context.say(f"category-{category.value}")
                self.who.addItem(self._context.say("what-if-anybody", category=kind))
        self.who.setCurrentIndex(chosen)
        self.who.blockSignals(False)

    def _show_people(self, lines: tuple[AttendeeLine, ...]) -> None:
        self._people = lines
        nobody = bool(self.search.text().strip()) and not lines
        self.fields["search"].fault(self._context.say("what-if-nobody") if nobody else "")
        self._fill_who()
        self._ask()

    def _ask(self) -> None:
        where, place, day = self._where(), self.who.currentIndex(), self.day.currentIndex()
        if where is None or not 0 <= place < len(self._asked_about) or not 0 <= day < len(self._days):
            self.frame.hide()
            return
        clock = self.at.time()
        at = datetime.combine(self._days[day], time(clock.hour(), clock.minute()))
        self._presenter.suppose(self._asked_about[place], where.id, at)

    def _show(self, said: Supposed) -> None:
        say, self._said = self._context.say, said
        words = verdict_words(self._context.language.words, said.verdict, self._context.session.station_names)
        self.frame.setProperty("verdict", words.tone.value)
        for part in (self.frame, self.word, self.detail, self.advice, self.decided):
            part.style().unpolish(part)
            part.style().polish(part)
        self.shape.setPixmap(pixmap(VERDICT_SHAPES[words.tone], VERDICT_COLOURS[words.tone][1], _SHAPE))
        self.word.setText(words.title)
        self.detail.setText(words.detail)
        self.advice.setText(words.advice)
        self.detail.setVisible(bool(words.detail))
        self.advice.setVisible(bool(words.advice))
        decided = (
            say("what-if-decided", number=said.number)
            if said.number is not None
            else say("what-if-no-rule", name=said.checkpoint.name)
        )
        self.decided.setText(decided)
        self.frame.setAccessibleName(". ".join((words.title, words.detail, decided)))
        self.frame.show()

    def _lay_out(self) -> None:
        frame, inside = card()
        inside.setSpacing(GAP + 4)
        inside.addWidget(self.title)
        inside.addWidget(self.about)
        inside.addWidget(Columns([self.fields["search"], self.fields["who"]], letters=24))
        when = [self.fields["where"], self.fields["day"], self.fields["at"]]
        inside.addWidget(Columns(when, letters=18, stretches=(3, 2, 1)))
        said = QVBoxLayout()
        said.setSpacing(GAP // 2)
        for part in (self.word, self.detail, self.advice, self.decided):
            said.addWidget(part)
        line = QHBoxLayout(self.frame)
        line.setContentsMargins(PAD, PAD, PAD, PAD)
        line.setSpacing(PAD)
        line.addWidget(self.shape, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(said, 1)
        inside.addWidget(self.frame)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)
