"""Small dialogs of the designer: under which name, what for, and what about changes not saved."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from checkin_desktop.domain.certificate import CertificateKind
from checkin_desktop.domain.people import Category
from checkin_desktop.domain.template import TemplateUse
from checkin_desktop.gui.design.dialogs import dialog_column, headed
from checkin_desktop.gui.design.fields import Field
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.page import Context
from checkin_desktop.wire.templates import MAX_NAME

_WIDTH = 420


class NameDialog(QDialog):
    """`named` is called with what was typed, never with nothing."""

    def __init__(self, parent: QWidget, context: Context, name: str, named: Callable[[str], object]) -> None:
        super().__init__(parent)
        self._named, self._context = named, context
        self.setMinimumWidth(_WIDTH)
        self.name = QLineEdit(name)
        self.name.setMaxLength(MAX_NAME)
        self.name.selectAll()
        self.field = Field(self.name)
        self.field.name(context.say("designer-name"))
        self.save = button("primary", self._take)
        self.cancel = button("", self.reject)
        self.save.setText(context.say("designer-save"))
        self.save.setDefault(True)
        self.cancel.setText(context.say("designer-cancel"))
        layout = _laid_out(self)
        layout.addWidget(headed(self, context.say("designer-name-title")))
        layout.addWidget(self.field)
        layout.addLayout(row(0, self.cancel, self.save))

    def _take(self) -> None:
        name = self.name.text().strip()
        if not self.field.fault("" if name else self._context.say("template-no-name")):
            self.accept()
            self._named(name)


class UseDialog(QDialog):
    """What a design is used for; `taken` is called with all that is ticked ("" for all)."""

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        use: TemplateUse,
        ticked: frozenset[str],
        taken: Callable[[frozenset[str]], object],
    ) -> None:
        super().__init__(parent)
        self._taken = taken
        self.setMinimumWidth(_WIDTH)
        title, about = headed(self, context.say("designer-use-title")), label("soft", wrap=True)
        about.setText(context.say("designer-use-about"))
        kinds: type[CertificateKind] | type[Category]
        kinds, names = (
            (CertificateKind, "designer-certificate-kind")
            if use is TemplateUse.CERTIFICATE
            else (Category, "category")
        )
        self.boxes = {"": QCheckBox(context.say(f"designer-all-{use.value}"))}
        self.boxes |= {kind.value: QCheckBox(context.say(f"{names}-{kind.value}")) for kind in kinds}
        inside, area = QWidget(), QScrollArea()
        column = QVBoxLayout(inside)
        for about_what, box in self.boxes.items():
            box.setChecked(about_what in ticked)
            column.addWidget(box)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        self.take = button("primary", self._take)
        self.cancel = button("", self.reject)
        self.take.setText(context.say("designer-use-take"))
        self.cancel.setText(context.say("designer-cancel"))
        layout = _laid_out(self)
        for part in (title, about, area):
            layout.addWidget(part)
        layout.addLayout(row(0, self.cancel, self.take))

    def _take(self) -> None:
        self.accept()
        self._taken(frozenset(about for about, box in self.boxes.items() if box.isChecked()))


class LeaveDialog(QDialog):
    """Changes that are not saved: keep them, drop them, or go on working."""

    def __init__(
        self, parent: QWidget, context: Context, save: Callable[[], object], drop: Callable[[], object]
    ) -> None:
        super().__init__(parent)
        say = context.say
        self.setMinimumWidth(_WIDTH)
        title, about = headed(self, say("designer-leave-title")), label(wrap=True)
        about.setText(say("designer-leave-about"))
        self.save, self.drop, self.stay = (
            button("primary", self.accept),
            button("", self._drop),
            button("", self.reject),
        )
        self.save.setText(say("designer-save"))
        self.drop.setText(say("designer-leave-drop"))
        self.stay.setText(say("designer-leave-stay"))
        self.accepted.connect(lambda: save())
        self._dropped = drop
        layout = _laid_out(self)
        layout.addWidget(title)
        layout.addWidget(about)
        layout.addLayout(row(self.drop, 0, self.stay, self.save))
        self.save.setDefault(True)

    def _drop(self) -> None:
        self.reject()
        self._dropped()


def _laid_out(dialog: QDialog) -> QVBoxLayout:
    layout = dialog_column(dialog)
    dialog.finished.connect(dialog.deleteLater)
    return layout
