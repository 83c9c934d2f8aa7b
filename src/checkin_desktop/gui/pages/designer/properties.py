"""What is chosen, field by field: everything the canvas does with the mouse, by keyboard."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QMenu, QVBoxLayout, QWidget

from checkin_desktop.domain.template import (
    Align,
    Box,
    Code,
    Element,
    Family,
    Fit,
    Picture,
    PictureSource,
    Placeholder,
    TemplateFault,
    TemplateUse,
    Text,
    Vertical,
    Weight,
)
from checkin_desktop.gui.design.combos import EnumCombo
from checkin_desktop.gui.design.fields import Field
from checkin_desktop.gui.design.tokens import GAP
from checkin_desktop.gui.design.widgets import button, label
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.designer.editing import PLACE, picked
from checkin_desktop.gui.pages.designer.fields import (
    CalmDouble,
    ColourEditor,
    TextEditor,
    choice,
    flag,
    number,
    show_value,
)
from checkin_desktop.gui.pages.designer.presenter import DesignPresenter


@dataclass(frozen=True, slots=True)
class _Spec:
    """One field of an element: `kind` says which editor; `whole` has the row to itself."""

    name: str
    kind: Any
    whole: bool = False


_LOCK = _Spec("locked", "flag", True)
_PLACE = (_Spec("x", "mm"), _Spec("y", "mm"), _Spec("width", "mm"), _Spec("height", "mm"), _LOCK)
_SPECS: dict[type[Any], tuple[_Spec, ...]] = {
    Text: (
        _Spec("text", "text", True),
        _Spec("family", Family),
        _Spec("weight", Weight),
        _Spec("size", "pt"),
        _Spec("smallest", "pt"),
        _Spec("lines", "count"),
        _Spec("leading", "times"),
        _Spec("align", Align),
        _Spec("vertical", Vertical),
        _Spec("colour", "colour", True),
        _Spec("spacing", "points"),
        _Spec("upper", "flag"),
        *_PLACE,
    ),
    Picture: (_Spec("source", PictureSource), _Spec("fit", Fit), _Spec("align", Align), *_PLACE),
    Code: (
        _Spec("side", "mm"),
        _Spec("quiet", "mm"),
        _Spec("framed", "flag", True),
        _Spec("x", "mm"),
        _Spec("y", "mm"),
        _LOCK,
    ),
    Box: (
        _Spec("fill", "colour0", True),
        _Spec("stroke", "colour0", True),
        _Spec("line", "points"),
        _Spec("radius", "mm"),
        *_PLACE,
    ),
}
_HOLDER = tuple(Placeholder)
_ON_BADGES = frozenset(
    {"name", "given_names", "surnames", "honorific", "organisation", "position", "region", "category", "role"}
    | {
        "blank_name",
        "blank_organisation",
        "event",
        "days",
        "place",
        "city",
        "issuers",
        "contact",
        "typed_code",
    }
)


class PropertiesPanel(QWidget):
    """Several of one kind are changed together; of several kinds, only their place is their own."""

    def __init__(self, context: Context, presenter: DesignPresenter) -> None:
        super().__init__()
        self._context, self._presenter = context, presenter
        self.title, self.nothing = label("strong", wrap=True), label("soft", wrap=True)
        self.faults = label("wrong", wrap=True)
        self.insert = button("", self._offer_placeholders)
        self.picture = button("", lambda: None)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        for part in (self.title, self.nothing, self.faults, self.insert, self.picture):
            layout.addWidget(part)
        self._groups: dict[type[Any], tuple[QWidget, dict[str, Field]]] = {}
        for kind, specs in _SPECS.items():
            group = self._group(specs)
            self._groups[kind] = group
            layout.addWidget(group[0])
        layout.addStretch(1)
        self.retranslate()

    def field(self, name: str) -> Field:
        """Of the kind of element that is chosen."""
        return self._groups[type(self._shown()[0])][1][name]

    def needed_width(self) -> int:
        """Of the widest kind of element, shown or not."""
        return max(group.minimumSizeHint().width() for group, _ in self._groups.values()) + 2 * GAP

    def retranslate(self) -> None:
        say = self._context.say
        self.nothing.setText(say("designer-nothing-chosen"))
        self.insert.setText(say("designer-insert-placeholder"))
        self.picture.setText(say("designer-picture-replace"))
        for kind, specs in _SPECS.items():
            for spec in specs:
                field = self._groups[kind][1][spec.name]
                caption = say(f"designer-field-{spec.name}")
                field.name(caption)
                if isinstance(field.editor, ColourEditor):
                    field.editor.name(caption)
                if isinstance(field.editor, EnumCombo):
                    of = spec.kind.__name__.lower()
                    field.editor.show_texts([say(f"designer-{of}-{value.value}") for value in spec.kind])
        self.refresh()

    def refresh(self, faults: Sequence[TemplateFault] = (), refused: str = "") -> None:
        """`refused`: why what is chosen can't be printed as it stands."""
        shown = self._shown()
        kinds = {type(e) for e in shown}
        kind = next(iter(kinds)) if len(kinds) == 1 else None
        for of, (group, _) in self._groups.items():
            group.setVisible(of is kind)
        say = self._context.say
        self.title.setVisible(bool(shown))
        many = say("designer-many-chosen", count=len(shown))
        self.title.setText(
            say(f"designer-kind-{kind.__name__.lower()}") if kind and len(shown) == 1 else many
        )
        self.nothing.setVisible(not shown)
        self.insert.setVisible(kind is Text or not shown)
        self.picture.setVisible(kind is Picture and len(shown) == 1)
        told = [say(f"designer-fault-{f.kind.value}", what=f.what) for f in faults]
        told += [refused] if refused else []
        self.faults.setVisible(bool(told))
        self.faults.setText("\n".join(told))
        if kind is not None:
            for spec in _SPECS[kind]:
                field = self._groups[kind][1][spec.name]
                show_value(field.editor, getattr(shown[0], spec.name))
                if spec.name in PLACE:
                    field.setEnabled(not all(e.locked for e in shown))

    def placeholder_menu(self) -> QMenu:
        menu, template = QMenu(self), self._presenter.template
        for one in _HOLDER:
            if template.use is TemplateUse.BADGE and one not in _ON_BADGES:
                continue
            name = self._context.say(f"placeholder-{one.value}")
            menu.addAction(name, partial(self._presenter.insert_placeholder, one.value))
        return menu

    def _offer_placeholders(self) -> None:
        menu = self.placeholder_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.insert.mapToGlobal(self.insert.rect().bottomLeft()))

    def _shown(self) -> tuple[Element, ...]:
        return picked(self._presenter.template, self._presenter.chosen)

    def _group(self, specs: Sequence[_Spec]) -> tuple[QWidget, dict[str, Field]]:
        group = QWidget()
        grid = QGridLayout(group)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GAP)
        made, row, column = {}, 0, 0
        for spec in specs:
            field = made[spec.name] = Field(self._editor(spec))
            if spec.whole and column:
                row, column = row + 1, 0
            grid.addWidget(field, row, column, 1, 2 if spec.whole else 1)
            row, column = (row + 1, 0) if spec.whole or column else (row, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return group, made

    def _editor(self, spec: _Spec) -> QWidget:
        def told(value: Any) -> None:
            self._presenter.set_field(spec.name, value)

        match spec.kind:
            case "text":
                return TextEditor(told)
            case "mm":
                return CalmDouble(-1200, 1200, 1.0, told)
            case "pt":
                return CalmDouble(3, 300, 1.0, told)
            case "points":
                return CalmDouble(0, 60, 0.5, told)
            case "times":
                return CalmDouble(0.5, 5, 0.05, told)
            case "count":
                return number(1, 40, told)
            case "flag":
                return flag(told)
            case "colour" | "colour0":
                return ColourEditor(self._context, told, none=spec.kind == "colour0")
            case _:
                values: type[StrEnum] = spec.kind
                combo = choice(values, told)
                combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
                return combo
