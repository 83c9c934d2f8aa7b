"""What is asked for a certificate, in plain words, and how many people would have earned it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QDialog, QFormLayout, QScrollArea, QVBoxLayout, QWidget

from checkin_desktop.domain.certificate import CertificateKind
from checkin_desktop.domain.eligibility import EligibilityRule, rule_for
from checkin_desktop.domain.people import Category
from checkin_desktop.domain.questions import Question
from checkin_desktop.gui.design.combos import CalmCombo
from checkin_desktop.gui.design.dialogs import dialog_column, headed, least_letters
from checkin_desktop.gui.design.fields import CalmSpin
from checkin_desktop.gui.design.tick_boxes import TickBoxes
from checkin_desktop.gui.design.tokens import GAP
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.page import Context
from checkin_desktop.services.certificate_rules import define_rule, rules, would_qualify
from checkin_desktop.services.questions import questions

_ASK_AFTER_MS = 150


class RulesDialog(QDialog):
    """One rule at a time: which kind, for whom, what is asked. Kept with the button alone."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent)
        self._context, self._asked, self._showing = context, 0, False
        self._known: tuple[EligibilityRule, ...] = ()
        say = context.say
        least_letters(self, 64)
        heading, about = headed(self, say("certificates-rules")), label("soft", wrap=True)
        about.setText(say("certificates-rules-about"))
        self.kind, self.category = CalmCombo(), CalmCombo()
        for kind in CertificateKind:
            self.kind.addItem(say(f"certificate-kind-{kind.value}"), kind.value)
        self.category.addItem(say("certificates-rules-everybody"), "")
        for category in Category:
            self.category.addItem(say(f"category-{category.value}"), category.value)
        self.required, self.exits = QCheckBox(), QCheckBox()
        self.required.setText(say("certificates-rule-required"))
        self.exits.setText(say("certificates-rule-exits"))
        self.days, self.sessions, self.share = CalmSpin(0, 60), CalmSpin(0, 500), CalmSpin(0, 100)
        self.share.setSuffix(" %")
        self.count = label("strong", wrap=True)
        self.questions, self.not_counted = (TickBoxes(self._changed) for _ in range(2))
        self.not_counted.offer([(c.id, c.name) for c in context.session.checkpoints if not c.once])
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for name, field in (
            ("kind", self.kind),
            ("category", self.category),
            ("days", self.days),
            ("sessions", self.sessions),
            ("share", self.share),
        ):
            caption = say(f"certificates-rule-{name}")
            form.addRow(caption, field)
            field.setAccessibleName(caption)
        self.keep, close = button("primary", self._keep), button("", self.reject)
        self.keep.setText(say("certificates-rules-keep"))
        close.setText(say("certificates-preview-close"))
        close.setAutoDefault(False)
        asked, uncounted = label("group", wrap=True), label("group", wrap=True)
        asked.setText(say("certificates-rule-questions"))
        uncounted.setText(say("certificates-rule-not-counted"))
        self._asked_group = asked
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP + 4)
        column.addWidget(about)
        column.addLayout(form)
        for part in (self.required, self.exits, asked, self.questions, uncounted, self.not_counted):
            column.addWidget(part)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        layout = dialog_column(self)
        layout.addWidget(heading)
        layout.addWidget(scroll, 1)
        layout.addWidget(self.count)
        layout.addLayout(row(0, close, self.keep))
        room = parent.window().size()
        wide = parent.fontMetrics().averageCharWidth() * 80
        self.resize(min(wide, room.width()), min(700, room.height()))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_ASK_AFTER_MS)
        self._timer.timeout.connect(self._ask)
        for combo in (self.kind, self.category):
            combo.currentIndexChanged.connect(lambda _: self._show())
        for box in (self.required, self.exits):
            box.toggled.connect(lambda _: self._changed())
        for spin in (self.days, self.sessions, self.share):
            spin.valueChanged.connect(lambda _: self._changed())
        self.finished.connect(self.deleteLater)
        desk = context.desk
        context.lanes.reader.run(lambda: (rules(desk), questions(desk)), self._opened)

    @property
    def rule(self) -> EligibilityRule:
        """As it is filled in; a question asked no more, and a session that is gone, stay as they were."""
        kind, category = CertificateKind(self.kind.currentData()), self.category.currentData()
        before = rule_for(self._known, kind, Category(category) if category else None)
        return EligibilityRule(
            kind,
            Category(category) if category else None,
            self.required.isChecked(),
            self.days.value(),
            self.sessions.value(),
            self.share.value(),
            self.exits.isChecked(),
            self.questions.chosen(before.questions),
            self.not_counted.chosen(before.not_counted),
        )

    def _opened(self, found: tuple[tuple[EligibilityRule, ...], tuple[Question, ...]]) -> None:
        known, asked = found
        self.questions.offer([(q.id, q.wording(self._context.language.words.language)) for q in asked])
        self._asked_group.setVisible(bool(asked))
        self._read(known)

    def _read(self, known: tuple[EligibilityRule, ...]) -> None:
        self._known = known
        self._show()

    def _show(self) -> None:
        category = self.category.currentData()
        kind = CertificateKind(self.kind.currentData())
        rule = rule_for(self._known, kind, Category(category) if category else None)
        self._showing = True
        self.required.setChecked(rule.all_required)
        self.exits.setChecked(rule.entry_and_exit)
        self.days.setValue(rule.days)
        self.sessions.setValue(rule.sessions)
        self.share.setValue(rule.hours_share)
        self.questions.choose(rule.questions)
        self.not_counted.choose(rule.not_counted)
        self._showing = False
        self._changed()

    def _changed(self) -> None:
        if not self._showing:
            self._timer.start()

    def _ask(self) -> None:
        self._asked += 1
        asked, rule, desk = self._asked, self.rule, self._context.desk

        def done(found: tuple[int, int]) -> None:
            if asked == self._asked:
                said = "certificates-rules-count" if found[1] else "certificates-rules-nobody"
                self.count.setText(self._context.say(said, earned=found[0], about=found[1]))

        self._context.lanes.lists.run(lambda: would_qualify(desk, rule), done)

    def _keep(self) -> None:
        rule, desk, operator = self.rule, self._context.desk, self._context.operator_id

        def done(_: None) -> None:
            self._context.session.changed.emit()
            self._context.notify(self._context.say("certificates-rules-kept"))
            self._context.lanes.reader.run(lambda: rules(desk), self._read)

        self._context.lanes.writer.run(lambda: define_rule(desk, rule, operator), done)
