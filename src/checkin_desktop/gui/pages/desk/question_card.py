"""What is asked once of somebody just let in, beside the green verdict: it never holds anybody up."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from checkin_desktop.domain.people import Attendee
from checkin_desktop.domain.questions import MAX_ANSWER, NO, YES, Question, QuestionKind
from checkin_desktop.gui.design.announcing import announce
from checkin_desktop.gui.design.flow import Flow
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import ElidedLabel, button, clear, label
from checkin_desktop.gui.keys import Key
from checkin_desktop.gui.page import Context


class QuestionCard(QFrame):
    """One question after the other: a number or a click answers, Escape is "later". `answered` is told (attendee id,
    answers by question) once, also of those given before the next person came."""

    unfolding = Signal()

    def __init__(
        self,
        context: Context,
        answered: Callable[[str, Mapping[str, str]], None],
        done: Callable[[], None],
    ) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._context, self._answered, self._done = context, answered, done
        self._who: Attendee | None = None
        self._left: tuple[Question, ...] = ()
        self._total = 0
        self._given: dict[str, str] = {}
        self.about, self.wording = ElidedLabel("small"), label("strong", wrap=True)
        self.later = button("quiet", self.put_off)
        self.text = QLineEdit()
        self.text.setMaxLength(MAX_ANSWER)
        self.text.returnPressed.connect(lambda: self.give(self.text.text().strip()))
        self.choices: list[QPushButton] = []
        self._compact, self._open = False, False
        self.answer = button("quiet", self.take_keyboard)
        self.holder = QWidget()
        self._flow = Flow()
        self.holder.setLayout(self._flow)
        top = QHBoxLayout()
        top.addWidget(self.about, 1)
        top.addWidget(self.answer)
        top.addWidget(self.later)
        body = QVBoxLayout(self)
        body.setContentsMargins(PAD, GAP, GAP, GAP + 2)
        body.setSpacing(GAP // 2)
        body.addLayout(top)
        for part in (self.wording, self.holder, self.text):
            body.addWidget(part)
        self.hide()

    def make_compact(self, compact: bool) -> None:
        """Where letters are large: one line, until somebody wants to answer; then the verdict gives its place."""
        if compact != self._compact:
            self._compact = compact
            self.retranslate()

    @property
    def folded(self) -> bool:
        """It asks in one line just now, for want of room."""
        return self._compact and not self._open and self.question is not None

    @property
    def unfolded(self) -> bool:
        """It takes the verdict's place just now."""
        return self._compact and self._open and self.question is not None

    @property
    def has_keyboard(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    @property
    def question(self) -> Question | None:
        return self._left[0] if self._left else None

    def ask(self, attendee: Attendee | None, questions: tuple[Question, ...]) -> None:
        """What was answered so far by the one before is kept; then it is about this person, or about nobody."""
        self._hand_over()
        self._who, self._left, self._total = attendee, questions, len(questions)
        self._unfold(False)
        self.retranslate()
        if self.question is not None:
            announce(self, f"{self.accessibleName()} ({Key.DESK_QUESTIONS.shown(self._context.say)})")

    def take_keyboard(self) -> None:
        if self.question is not None:
            self._unfold(True)
            self.retranslate()
            (self.text if self.question.kind is QuestionKind.TEXT else self).setFocus()

    def give(self, answer: str) -> None:
        """One answer; the last one ends it."""
        if self.question is None or not answer:
            return
        self._given[self.question.id] = answer
        self._left = self._left[1:]
        if self._left:
            self.retranslate()
            self.take_keyboard()
        else:
            self.put_off()

    def put_off(self) -> None:
        """What is still open is asked the next time that this person comes."""
        self.text.clear()
        self.ask(None, ())
        self._done()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = Key.ANSWER.which(event)
        if Key.ANSWER_LATER.pressed(event):
            self.put_off()
        elif number is not None and number < len(self.choices) and not self.text.hasFocus():
            self.choices[number].click()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        say, question = self._context.say, self.question
        self.later.setText(say("desk-question-later"))
        self.setVisible(question is not None)
        clear(self._flow)
        self.choices = []
        if question is None or self._who is None:
            return
        number = self._total - len(self._left) + 1
        self.about.setText(say("desk-question-about", name=self._who.name, number=number, total=self._total))
        language = self._context.language.words.language
        self.wording.setVisible(not self._compact or self._open)
        self.holder.setVisible(not self._compact or self._open)
        self.answer.setVisible(not self._open)
        self.answer.setText(say("desk-question-answer"))
        self.wording.setText(question.wording(language) + (" *" if question.required else ""))
        self.setAccessibleName(f"{self.about.text()}. {self.wording.text()}")
        self.text.setVisible(question.kind is QuestionKind.TEXT and not self.holder.isHidden())
        self.text.clear()
        self.text.setAccessibleName(self.wording.text())
        self.text.setPlaceholderText(say("desk-question-text"))
        for at, (answer, words) in enumerate(self._offered(question), start=1):
            choice = button("", partial(self.give, answer))
            choice.setText(f"{at}   {words}")
            choice.setAccessibleName(words)
            self.choices.append(choice)
            self._flow.addWidget(choice)

    def _unfold(self, wanted: bool) -> None:
        self._open = wanted
        self.unfolding.emit()

    def _offered(self, question: Question) -> tuple[tuple[str, str], ...]:
        language = self._context.language.words.language
        match question.kind:
            case QuestionKind.CHOICE:
                return tuple((c.id, question.answer_text(c.id, language)) for c in question.choices)
            case QuestionKind.YES_NO | QuestionKind.CONSENT:
                return tuple((a, self._context.say(f"question-{a}")) for a in (YES, NO))
            case QuestionKind.TEXT:
                return ()

    def _hand_over(self) -> None:
        """Words that are only half typed when the next guest comes are an answer too: it would not be asked again
        before that person is back."""
        question, typed = self.question, " ".join(self.text.text().split())
        if question is not None and question.kind is QuestionKind.TEXT and typed:
            self._given[question.id] = typed
        if self._who is not None and self._given:
            self._answered(self._who.id, dict(self._given))
        self._given = {}
