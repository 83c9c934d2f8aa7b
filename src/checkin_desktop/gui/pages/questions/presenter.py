"""What the questions page does: reads them, writes them down."""

from PySide6.QtCore import QObject, Signal

from checkin_desktop.domain.questions import Question
from checkin_desktop.gui.page import Context
from checkin_desktop.services.questions import (
    define_question,
    new_question_id,
    questions,
    remove_question,
    reorder_questions,
)


class QuestionsPresenter(QObject):
    """`loaded` brings all questions in their order; `saved` the id of one just written."""

    loaded = Signal(object)
    saved = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context

    def load(self) -> None:
        desk = self._context.desk
        self._context.lanes.reader.run(lambda: questions(desk), self.loaded.emit)

    def fresh_id(self) -> str:
        return new_question_id(self._context.desk)

    def save(self, question: Question) -> None:
        desk, operator = self._context.desk, self._context.operator_id

        def done(_: None) -> None:
            self._context.notify(self._context.say("questions-saved"))
            self.saved.emit(question.id)
            self.load()

        self._context.lanes.writer.run(lambda: define_question(desk, question, operator), done)

    def reorder(self, ids: tuple[str, ...]) -> None:
        desk, operator = self._context.desk, self._context.operator_id
        self._context.lanes.writer.run(lambda: reorder_questions(desk, ids, operator), lambda _: self.load())

    def remove(self, question: Question) -> None:
        desk, operator = self._context.desk, self._context.operator_id

        def done(_: None) -> None:
            self._context.notify(self._context.say("questions-removed"))
            self.load()

        self._context.lanes.writer.run(lambda: remove_question(desk, question, operator), done)
