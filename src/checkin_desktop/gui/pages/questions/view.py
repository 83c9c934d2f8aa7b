"""The questions of the event on the left, one of them on the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QScrollArea, QVBoxLayout, QWidget

from checkin_desktop.domain.questions import Question, QuestionKind
from checkin_desktop.gui.design.columns import Columns
from checkin_desktop.gui.design.dialogs import ask, least_letters
from checkin_desktop.gui.design.empty_note import EmptyNote
from checkin_desktop.gui.design.icons import icon, put_icon
from checkin_desktop.gui.design.page_head import PageHead
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, card, row
from checkin_desktop.gui.keys import Key, bind
from checkin_desktop.gui.page import Context, Page
from checkin_desktop.gui.pages.questions.form import QuestionForm
from checkin_desktop.gui.pages.questions.presenter import QuestionsPresenter

_LIST_LINES = 9


class QuestionsPage(Page):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.presenter = QuestionsPresenter(context)
        self._known: tuple[Question, ...] = ()
        self._wanted = ""
        self.new_button = button("", self.begin)
        self.head = PageHead(self.new_button)
        self.up_button, self.down_button = (
            button("", lambda: self._shift(-1)),
            button("", lambda: self._shift(1)),
        )
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.none = EmptyNote(self.list)
        self.form = QuestionForm(context)
        self.save_button = button("primary", self.save)
        self.remove_button = button("", self._remove)
        self._lay_out()
        self.list.currentRowChanged.connect(self._show)
        self.presenter.loaded.connect(self._loaded)
        self.presenter.saved.connect(lambda question_id: setattr(self, "_wanted", question_id))
        bind(Key.QUESTIONS_NEW, self, self.begin)
        bind(Key.QUESTIONS_SAVE, self, self.save)
        bind(Key.QUESTIONS_UP, self, self.up_button.click)
        bind(Key.QUESTIONS_DOWN, self, self.down_button.click)
        self.begin()
        self.retranslate()

    def retranslate(self) -> None:
        say, theme = self.context.say, self.context.theme()
        self.head.name(say("nav-questions"), say("questions-about"))
        self.new_button.setText(say("questions-new"))
        put_icon(self.new_button, "plus", theme.text)
        self.new_button.setToolTip(Key.QUESTIONS_NEW.shown(say))
        for made, stem, key in (
            (self.up_button, "arrow-up", Key.QUESTIONS_UP),
            (self.down_button, "arrow-down", Key.QUESTIONS_DOWN),
        ):
            made.setIcon(icon(stem, theme.text))
            made.setAccessibleName(say(f"questions-{stem}"))
            made.setToolTip(f"{say(f'questions-{stem}')} ({key.shown(say)})")
        self.none.setText(say("questions-none"))
        self.list.setMinimumHeight(self.fontMetrics().height() * _LIST_LINES)
        self.save_button.setText(say("questions-save"))
        self.save_button.setToolTip(Key.QUESTIONS_SAVE.shown(say))
        self.remove_button.setText(say("questions-remove"))
        self.list.setAccessibleName(say("nav-questions"))
        self.form.retranslate()
        self._fill()

    def refresh(self) -> None:
        self.presenter.load()

    def begin(self) -> None:
        """An empty question, asked after all others."""
        self.list.setCurrentRow(-1)
        last = max((q.order for q in self._known), default=-1)
        self.form.show_question(Question(self.presenter.fresh_id(), QuestionKind.YES_NO, "", order=last + 1))
        self.remove_button.hide()
        self.form.es.setFocus()

    def save(self) -> None:
        self.presenter.save(self.form.question())

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.list, 1)
        column.addLayout(row(self.up_button, self.down_button, 0))
        frame, inside = card()
        inside.setSpacing(PAD)
        inside.addWidget(self.form)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        beside = QHBoxLayout(holder)
        beside.setContentsMargins(0, 0, GAP, 0)
        least_letters(left, 14)
        beside.addWidget(Columns((left, frame), stretches=(5, 8)))
        scroll.setWidget(holder)
        self.body.addWidget(self.head)
        self.body.addWidget(scroll, 1)
        self.body.addLayout(row(0, self.remove_button, self.save_button))

    def _loaded(self, questions: tuple[Question, ...]) -> None:
        if questions == self._known and not self._wanted:
            return
        chosen = self._wanted or self._current_id
        self._known, self._wanted = questions, ""
        self._fill()
        ids = [q.id for q in questions]
        if chosen in ids:
            self.list.setCurrentRow(ids.index(chosen))
        elif chosen:
            self.begin()

    @property
    def _current_id(self) -> str:
        at = self.list.currentRow()
        return self._known[at].id if 0 <= at < len(self._known) else ""

    def _fill(self) -> None:
        at = self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        language = self.context.language.words.language
        for question in self._known:
            kind = self.context.say(f"questions-kind-{question.kind.value}")
            mark = " *" if question.required else ""
            self.list.addItem(QListWidgetItem(f"{question.wording(language)}{mark}\n{kind}"))
        self.list.setCurrentRow(at if at < len(self._known) else -1)
        self.list.blockSignals(False)

    def _show(self, at: int) -> None:
        if 0 <= at < len(self._known):
            self.form.show_question(self._known[at])
            self.remove_button.show()

    def _shift(self, by: int) -> None:
        """The chosen question is asked earlier or later; it stays chosen."""
        ids = [q.id for q in self._known]
        at = self.list.currentRow()
        if 0 <= at < len(ids) and 0 <= at + by < len(ids):
            ids.insert(at + by, ids.pop(at))
            self._wanted = self._current_id
            self.presenter.reorder(tuple(ids))

    def _remove(self) -> None:
        question = next((q for q in self._known if q.id == self._current_id), None)
        if question is not None:
            say = self.context.say
            self.dialog = ask(
                self,
                say("questions-remove-title"),
                say("questions-remove-text"),
                say("questions-remove"),
                say("shell-cancel"),
                lambda: self.presenter.remove(question),
            )
