"""One person's certificate put right, and as what else somebody took part."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QWidget

from checkin_desktop.domain.certificate import CertificateKind, Entitlement
from checkin_desktop.domain.people import Person
from checkin_desktop.gui.design.combos import CalmCombo
from checkin_desktop.gui.design.dialogs import dialog_column, headed, least_letters
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.page import Context

_OF_TALKS = (CertificateKind.SPEAKER, CertificateKind.PANELLIST, CertificateKind.MODERATOR)


class _Form(QDialog):
    """A heading, a sentence, named fields; `yes` only once `complete`."""

    def __init__(self, parent: QWidget, context: Context, sentence: str) -> None:
        super().__init__(parent)
        say = context.say
        least_letters(self, 60)
        heading, told = headed(self, say(f"certificates-{sentence}-title")), label(wrap=True)
        told.setText(say(f"certificates-{sentence}-text"))
        self.form = QFormLayout()
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.yes, no = button("primary", self.accept), button("", self.reject)
        self.yes.setText(say(f"certificates-{sentence}-yes"))
        no.setText(say("certificates-leave"))
        no.setAutoDefault(False)
        layout = dialog_column(self)
        layout.addWidget(heading)
        layout.addWidget(told)
        layout.addLayout(self.form)
        layout.addLayout(row(0, no, self.yes))
        self.finished.connect(self.deleteLater)

    def add(self, caption: str, field: QWidget) -> None:
        self.form.addRow(caption, field)
        field.setAccessibleName(caption)


class CorrectDialog(_Form):
    """`given` is told names, surnames, document, the talk (None where the kind has none) and the reason.

    `talks`: titles that it may be about, the first one proposed.
    """

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        person: Person,
        wanted: Entitlement,
        talks: Sequence[str],
        given: Callable[[str, str, str, str | None, str], object],
    ) -> None:
        super().__init__(parent, context, "correct")
        say = context.say
        self.given, self.surnames = QLineEdit(person.given_names), QLineEdit(person.surnames)
        self.document, self.reason = QLineEdit(person.document), QLineEdit()
        self.reason.setPlaceholderText(say("certificates-revoke-example"))
        for name, field in (("given", self.given), ("surnames", self.surnames), ("document", self.document)):
            self.add(say(f"certificates-correct-{name}"), field)
        self.talk = CalmCombo()
        self.talk.setEditable(True)
        self.talk.addItems(list(dict.fromkeys(t for t in (wanted.title, *talks) if t)))
        if wanted.kind in _OF_TALKS:
            self.add(say("certificates-role-talk"), self.talk)
        self.add(say("certificates-reason"), self.reason)
        for field in (self.given, self.surnames, self.reason):
            field.textChanged.connect(lambda _: self._check())

        def said() -> None:
            names, surnames, document, reason = (
                " ".join(f.text().split()) for f in (self.given, self.surnames, self.document, self.reason)
            )
            talk = self.talk.currentText() if wanted.kind in _OF_TALKS else None
            given(names, surnames, document, talk, reason)

        self.accepted.connect(said)
        self._check()
        self.given.setFocus()

    def _check(self) -> None:
        named = (self.given.text() + self.surnames.text()).strip()
        self.yes.setEnabled(bool(named and self.reason.text().strip()))


class RoleDialog(_Form):
    """`given` is told the kind and the talk's title."""

    def __init__(
        self, parent: QWidget, context: Context, who: str, given: Callable[[str, str], object]
    ) -> None:
        super().__init__(parent, context, "role")
        say = context.say
        self.kind, self.talk = CalmCombo(), QLineEdit()
        for kind in CertificateKind:
            if kind is not CertificateKind.SESSION:
                self.kind.addItem(say(f"certificate-kind-{kind.value}"), kind.value)
        self.kind.setCurrentIndex(self.kind.findData(CertificateKind.SPEAKER.value))
        named = label("strong", wrap=True)
        named.setText(who)
        self.form.addRow(named)
        self.add(say("certificates-role-kind"), self.kind)
        self.add(say("certificates-role-talk"), self.talk)
        self.accepted.connect(lambda: given(str(self.kind.currentData()), self.talk.text()))
