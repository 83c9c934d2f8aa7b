"""One question: how it is worded, what may be answered, who is asked."""

import hashlib
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from checkin_desktop.domain.event import Checkpoint
from checkin_desktop.domain.people import Category, plain
from checkin_desktop.domain.questions import Choice, Question, QuestionKind
from checkin_desktop.gui.checkpoints import checkpoint_text
from checkin_desktop.gui.design.combos import EnumCombo
from checkin_desktop.gui.design.fields import Field
from checkin_desktop.gui.design.flow import Flow
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, clear, label
from checkin_desktop.gui.page import Context

_MOST_LETTERS = 200
_LINES = 5
_CHIP_LETTERS = 34
_CHIP_WIDEST = 460


class QuestionForm(QWidget):
    """`question()` is what the form says now."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._base = Question("", QuestionKind.TEXT, "")
        self._points: tuple[Checkpoint, ...] = ()
        self.kind = EnumCombo(tuple(QuestionKind))
        self.es, self.en = QLineEdit(), QLineEdit()
        for field in (self.es, self.en):
            field.setMaxLength(_MOST_LETTERS)
        self.choices = QPlainTextEdit()
        self.choices.setTabChangesFocus(True)
        self.required = QCheckBox()
        self._fields = {
            "es": Field(self.es),
            "en": Field(self.en),
            "kind": Field(self.kind),
            "choices": Field(self.choices),
        }
        self.categories = [_chip() for _ in Category]
        self.checkpoints: list[QPushButton] = []
        self._headings = {name: label("strong") for name in ("categories", "checkpoints")}
        self._hints = {name: label("small", wrap=True) for name in self._headings}
        self._places = Flow()
        whom, places = QWidget(), QWidget()
        flow = Flow()
        whom.setLayout(flow)
        places.setLayout(self._places)
        for chip in self.categories:
            flow.addWidget(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(PAD)
        for field_ in self._fields.values():
            column.addWidget(field_)
        column.addWidget(self.required)
        for name, part in (("categories", whom), ("checkpoints", places)):
            group = QVBoxLayout()
            group.setSpacing(GAP // 2)
            for widget in (self._headings[name], self._hints[name], part):
                group.addWidget(widget)
            column.addLayout(group)
        column.addStretch()
        self.kind.currentIndexChanged.connect(lambda _: self._show_choices())

    def show_question(self, question: Question) -> None:
        self._base = question
        self.kind.show_value(question.kind)
        self.es.setText(question.es)
        self.en.setText(question.en)
        self.choices.setPlainText("\n".join(c.es + (f" / {c.en}" if c.en else "") for c in question.choices))
        self.required.setChecked(question.required)
        for chip, category in zip(self.categories, Category, strict=True):
            chip.setChecked(category in question.categories)
        self._show_points()
        self._show_choices()

    def question(self) -> Question:
        kind = self.kind.value
        return replace(
            self._base,
            kind=kind,
            es=" ".join(self.es.text().split()),
            en=" ".join(self.en.text().split()),
            choices=self._choices() if kind is QuestionKind.CHOICE else (),
            required=self.required.isChecked(),
            categories=tuple(
                c for chip, c in zip(self.categories, Category, strict=True) if chip.isChecked()
            ),
            checkpoints=tuple(
                p.id for chip, p in zip(self.checkpoints, self._points, strict=True) if chip.isChecked()
            ),
        )

    def retranslate(self) -> None:
        say = self._context.say
        for name, field in self._fields.items():
            field.name(say(f"questions-{name}"), say("questions-choices-how") if name == "choices" else "")
        self.kind.show_texts([say(f"questions-kind-{kind.value}") for kind in QuestionKind])
        self.required.setText(say("questions-required"))
        self.choices.setFixedHeight(self.fontMetrics().height() * _LINES)
        for name, heading in self._headings.items():
            heading.setText(say(f"questions-{name}"))
            self._hints[name].setText(say(f"questions-{name}-how"))
        for chip, category in zip(self.categories, Category, strict=True):
            chip.setText(say(f"category-{category.value}"))
        self._show_points()

    def _show_points(self) -> None:
        """The programme may have changed since."""
        self._points = self._context.session.checkpoints
        clear(self._places)
        self.checkpoints = []
        for point in self._points:
            chip = _chip()
            whole = checkpoint_text(point, self._context.language)
            letters = self.fontMetrics()
            room = min(letters.averageCharWidth() * _CHIP_LETTERS, _CHIP_WIDEST)
            chip.setText(letters.elidedText(whole, Qt.TextElideMode.ElideRight, room))
            chip.setToolTip(whole)
            chip.setAccessibleName(whole)
            chip.setChecked(point.id in self._base.checkpoints)
            self.checkpoints.append(chip)
            self._places.addWidget(chip)

    def _choices(self) -> tuple[Choice, ...]:
        """One a line, English after a slash; one that was there keeps its id, so that answers keep their meaning."""
        known = {plain(c.es): c.id for c in self._base.choices}
        found: dict[str, Choice] = {}
        for line in self.choices.toPlainText().splitlines():
            es, _, en = (part.strip() for part in line.partition("/"))
            if es:
                identity = known.get(plain(es)) or hashlib.sha256(plain(es).encode()).hexdigest()[:8]
                found.setdefault(identity, Choice(identity, es[:_MOST_LETTERS], en[:_MOST_LETTERS]))
        return tuple(found.values())

    def _show_choices(self) -> None:
        self._fields["choices"].setVisible(self.kind.value is QuestionKind.CHOICE)


def _chip() -> QPushButton:
    chip = button("chip", lambda: None)
    chip.setCheckable(True)
    chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return chip
