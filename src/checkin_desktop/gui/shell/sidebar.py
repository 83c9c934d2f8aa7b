"""The pages, one button each, in the order of the day; the volunteers' first."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from checkin_desktop.gui.design.icons import icon
from checkin_desktop.gui.design.tokens import GAP, Theme, scaled
from checkin_desktop.gui.design.widgets import button, label
from checkin_desktop.gui.language import Language

WIDTH = 212
_ICON = 20


class Sidebar(QFrame):
    """`groups`: (sentence of the group's heading or "", [(page's name, icon)])."""

    def __init__(
        self,
        language: Language,
        groups: Sequence[tuple[str, Sequence[tuple[str, str]]]],
        chosen: Callable[[str], None],
    ) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self._language = language
        self._icons: dict[str, str] = {}
        self._headings: list[tuple[str, QLabel]] = []
        self._counts: dict[str, int] = {}
        self._keys: dict[str, str] = {}
        self.buttons: dict[str, QPushButton] = {}
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, GAP, 0, GAP)
        area, inside = QScrollArea(), QWidget()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer.addWidget(area)
        body = QVBoxLayout(inside)
        body.setContentsMargins(GAP, GAP, GAP, GAP)
        body.setSpacing(2)
        brand = label("brand")
        brand.setText("checkin-desktop")
        brand.setContentsMargins(GAP, 0, 0, GAP)
        body.addWidget(brand)
        group = QButtonGroup(self)
        number = 0
        for heading, pages in groups:
            if heading:
                title = label("group")
                title.setContentsMargins(GAP + 4, GAP * 2, 0, 2)
                self._headings.append((heading, title))
                body.addWidget(title)
            for name, stem in pages:
                number += 1
                self._icons[name] = stem
                self._add(name, number, group, body, chosen)
        body.addStretch()

    def _add(
        self, name: str, number: int, group: QButtonGroup, body: QVBoxLayout, chosen: Callable[[str], None]
    ) -> None:
        made = button("nav", lambda: chosen(name))
        made.setCheckable(True)
        made.setIconSize(QSize(_ICON, _ICON))
        self._keys[name] = f"Ctrl+{number}" if number <= 9 else ""
        group.addButton(made)
        body.addWidget(made)
        self.buttons[name] = made

    def mark(self, name: str) -> None:
        self.buttons[name].setChecked(True)

    def count(self, name: str, number: int) -> None:
        """A number beside a page's name that asks for attention; 0 shows none."""
        self._counts[name] = number
        self.retranslate()

    def retranslate(self) -> None:
        for sentence, title in self._headings:
            title.setText(self._language.say(sentence).upper())
        for name, made in self.buttons.items():
            said = self._language.say(f"nav-{name}")
            number = self._counts.get(name, 0)
            made.setText(f"{said}  ({number})" if number else said)
            made.setAccessibleName(said)
            keys = self._keys[name]
            made.setShortcut(keys)
            made.setToolTip(f"{said} ({keys})" if keys else said)

    def dress(self, theme: Theme, percent: int) -> None:
        self.setFixedWidth(scaled(WIDTH, 100 + (percent - 100) // 2))
        for name, made in self.buttons.items():
            made.setIcon(icon(self._icons[name], theme.text, _ICON))
