"""On somebody's card: linked codes, whom they stand for and what they answered, each with what changes it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from checkin_desktop.domain.operators import Action
from checkin_desktop.domain.people import Attendee
from checkin_desktop.domain.questions import NO, YES, Question, QuestionKind
from checkin_desktop.gui.design.dialogs import ask
from checkin_desktop.gui.design.reason_dialog import ReasonDialog
from checkin_desktop.gui.design.tokens import GAP
from checkin_desktop.gui.design.widgets import button, clear, label
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.people.answer_dialog import AnswerDialog
from checkin_desktop.gui.pages.people.presenter import PeoplePresenter
from checkin_desktop.services.belongings import Belongings


class BelongingsView(QWidget):
    """`verbs`: the buttons by what they are about (a code, a person's id, a question's id)."""

    def __init__(self, context: Context, presenter: PeoplePresenter) -> None:
        super().__init__()
        self._context, self._presenter = context, presenter
        self._shown: Belongings | None = None
        self.verbs: dict[str, QPushButton] = {}
        self.dialog: ReasonDialog | AnswerDialog | None = None
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(GAP // 2)
        presenter.belongings_found.connect(self.show_belongings)

    def show_belongings(self, shown: Belongings | None) -> None:
        self._shown = shown
        self.retranslate()

    def retranslate(self) -> None:
        clear(self._lines)
        self.verbs = {}
        shown, say = self._shown, self._context.say
        self.setVisible(shown is not None and bool(shown.codes or shown.answers or self._stands(shown)))
        if shown is None:
            return
        register = self._context.may(Action.REGISTER)
        if shown.codes:
            self._group("people-codes")
        for entry, code in shown.codes:
            self._line(code, code, say("people-code-off"), partial(self._unlink, entry, code), register)
        if self._stands(shown):
            self._group("people-representation")
        for told, other, substitute, absent in self._stands(shown):
            verb = partial(self._part, told, substitute, absent)
            self._line(other.id, told, say("people-representation-off"), verb, register)
        if shown.answers:
            self._group("people-answers")
        for question, given in shown.answers:
            wording = question.wording(self._context.language.words.language)
            told = f"{wording}\n{self._worded(question, given) if given else say('people-answer-none')}"
            verb_text = say("people-answer-correct" if given else "people-answer-give")
            may = self._context.may(Action.ANSWER_QUESTIONS)
            self._line(question.id, told, verb_text, partial(self._answer, question, given), may)

    def _stands(self, shown: Belongings) -> list[tuple[str, Attendee, str, str]]:
        """(sentence, the other one, substitute's id, absent one's id)."""
        own, say = shown.attendee.id, self._context.say
        return [
            *((say("people-stands-for", name=a.name), a, own, a.id) for a in shown.represented.represents),
            *((say("people-stood-for-by", name=a.name), a, a.id, own) for a in shown.represented.by),
        ]

    def _worded(self, question: Question, given: str) -> str:
        if question.kind in (QuestionKind.YES_NO, QuestionKind.CONSENT) and given in (YES, NO):
            return self._context.say(f"question-{given}")
        return question.answer_text(given, self._context.language.words.language)

    def _group(self, sentence: str) -> None:
        heading = label("group")
        heading.setText(self._context.say(sentence).upper())
        self._lines.addSpacing(GAP)
        self._lines.addWidget(heading)

    def _line(self, about: str, told: str, verb: str, act: Callable[[], object], may: bool) -> None:
        text = label(wrap=True)
        text.setText(told)
        self._lines.addWidget(text)
        if may:
            made = button("quiet", act)
            made.setText(verb)
            made.setAccessibleName(f"{verb}: {told}".replace("\n", " "))
            self.verbs[about] = made
            self._lines.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)

    def _unlink(self, entry: str, code: str) -> None:
        say = self._context.say
        self.dialog = ReasonDialog(
            self,
            title=say("people-code-off-title"),
            about=code,
            text=say("people-code-off-text"),
            example=say("people-code-off-example"),
            caption=say("people-code-off-reason"),
            yes=say("people-code-off-yes"),
            no=say("people-cancel"),
            given=lambda reason: self._presenter.unlink_code(entry, reason),
        )
        self.dialog.open()

    def _part(self, told: str, substitute: str, absent: str) -> None:
        say = self._context.say
        self.question = ask(
            self,
            say("people-representation-off-title"),
            f"{told}. {say('people-representation-off-text')}",
            say("people-representation-off-yes"),
            say("people-cancel"),
            lambda: self._presenter.part(substitute, absent),
        )

    def _answer(self, question: Question, given: str) -> None:
        shown = self._shown
        if shown is not None:
            who = shown.attendee
            self.dialog = AnswerDialog(
                self._context,
                self,
                who.name,
                question,
                given,
                lambda text: self._presenter.answer(who.id, question.id, text),
            )
            self.dialog.open()
