"""One question of one person, answered later or put right."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QWidget

from checkin_desktop.domain.questions import MAX_ANSWER, NO, YES, Question, QuestionKind
from checkin_desktop.gui.design.dialogs import dialog_column, fit
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.page import Context

_LETTERS = 54


class AnswerDialog(QDialog):
    """A click on an answer gives it; `given` is told. Escape leaves all as it was."""

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        who: str,
        question: Question,
        now: str,
        given: Callable[[str], object],
    ) -> None:
        super().__init__(parent)
        say, language = context.say, context.language.words.language
        self._given = given
        self.setWindowTitle(say("people-answers"))
        name, wording = label("soft", wrap=True), label("heading", wrap=True)
        name.setText(who)
        wording.setText(question.wording(language))
        self.text = QLineEdit(now)
        self.text.setMaxLength(MAX_ANSWER)
        self.text.setAccessibleName(wording.text())
        self.text.setPlaceholderText(say("desk-question-text"))
        self.choices: dict[str, QPushButton] = {}
        body = dialog_column(self)
        for part in (name, wording):
            body.addWidget(part)
        cancel = button("", self.reject)
        cancel.setText(say("people-cancel"))
        cancel.setAutoDefault(False)
        if question.kind is QuestionKind.TEXT:
            save = button("primary", lambda: self._take(self.text.text()))
            save.setText(say("people-answer-save"))
            save.setDefault(True)
            body.addWidget(self.text)
            body.addLayout(row(0, cancel, save))
            self.text.selectAll()
        else:
            self.text.hide()
            for answer, words in _offered(context, question):
                made = button("primary" if answer == now else "", partial(self._take, answer))
                made.setText(words)
                self.choices[answer] = made
                body.addWidget(made)
            body.addLayout(row(0, cancel))
        self.finished.connect(self.deleteLater)
        fit(self, _LETTERS, self.sizeHint().height() // self.fontMetrics().height() + 1)

    def _take(self, answer: str) -> None:
        if answer.strip():
            self._given(answer.strip())
            self.accept()


def _offered(context: Context, question: Question) -> tuple[tuple[str, str], ...]:
    if question.kind is QuestionKind.CHOICE:
        language = context.language.words.language
        return tuple((c.id, question.answer_text(c.id, language)) for c in question.choices)
    return tuple((a, context.say(f"question-{a}")) for a in (YES, NO))
