"""A certificate to sign the mailed copies with: a file or a card, opened for this session."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.gui.design.columns import Columns
from checkin_desktop.gui.design.fields import Field
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.page import Context


class SigningTab(QScrollArea):
    """`opened` brings whose certificate signs now; empty: none."""

    opened = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setWidgetResizable(True)
        self.about, self.said = label("soft", wrap=True), label("strong", wrap=True)
        self.file, self.secret = QLineEdit(), QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.returnPressed.connect(self._open)
        self.fields = {"file": Field(self.file), "secret": Field(self.secret)}
        self.choose = button("", self._choose)
        self.open, self.forget = button("primary", self._open), button("quiet", self._forget)
        self.visible = QCheckBox()
        self.visible.setChecked(context.preferences().visible_signature)
        self.visible.toggled.connect(self._show_signature)
        context.tools.signatures.visible = self.visible.isChecked()
        self._lay_out()

    def retranslate(self) -> None:
        say = self._context.say
        self.about.setText(say("signing-about"))
        for name, field in self.fields.items():
            field.name(say(f"signing-{name}"), say(f"signing-{name}-hint"))
        self.choose.setText(say("signing-choose"))
        self.open.setText(say("signing-open"))
        self.forget.setText(say("signing-forget"))
        self.visible.setText(say("signing-visible"))
        self.visible.setToolTip(say("signing-visible-hint"))
        self._tell()

    def ask_file(self) -> Path | None:
        """Tests put their own answer here."""
        kinds = "*.p12 *.pfx *.so *.dll *.dylib"
        chosen = QFileDialog.getOpenFileName(self, self._context.say("signing-choose"), "", kinds)[0]
        return Path(chosen) if chosen else None

    def _choose(self) -> None:
        path = self.ask_file()
        if path is not None:
            self.file.setText(str(path))
            self.secret.setFocus()

    def _open(self) -> None:
        path, secret = Path(self.file.text().strip()), self.secret.text()
        use = self._context.tools.signatures.use
        self.secret.clear()

        def failed(error: PersonFacingError) -> None:
            self.said.setText(self._context.say(error.sentence, **error.arguments))

        self._context.lanes.work.run(lambda: use(path, secret), lambda _: self._tell(), failed)

    def _forget(self) -> None:
        self._context.lanes.work.run(self._context.tools.signatures.forget, lambda _: self._tell())

    def _show_signature(self, on: bool) -> None:
        self._context.tools.signatures.visible = on
        self._context.change_preferences(replace(self._context.preferences(), visible_signature=on))

    def _tell(self) -> None:
        holder = self._context.tools.signatures.holder
        say = self._context.say
        self.said.setText(say("signing-holder", holder=holder) if holder else say("signing-none"))
        self.forget.setEnabled(bool(holder))
        self.opened.emit(holder)

    def _lay_out(self) -> None:
        frame, inside = QFrame(), QWidget()
        frame.setObjectName("card")
        form = QVBoxLayout(frame)
        form.setContentsMargins(PAD + 4, PAD + 4, PAD + 4, PAD + 4)
        form.setSpacing(GAP + 4)
        form.addWidget(self.about)
        form.addWidget(Columns([self.fields["file"], self.fields["secret"]], letters=30, stretches=[3, 2]))
        form.addLayout(row(self.choose, self.open, self.forget, 0))
        form.addWidget(self.visible)
        form.addWidget(self.said)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, GAP, 0, 0)
        column.addWidget(frame)
        column.addStretch()
        self.setWidget(inside)
