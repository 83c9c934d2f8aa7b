"""The pages, one button each: what volunteers need, and the rest under «Organización», which folds away."""

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from checkin_desktop.gui.design.icons import put_icon
from checkin_desktop.gui.design.tokens import GAP, PAD, TIGHT, Theme, scaled
from checkin_desktop.gui.design.widgets import button, label
from checkin_desktop.gui.keys import Key, bind, bind_each
from checkin_desktop.gui.language import Language
from checkin_desktop.gui.shell.navigation import ORGANISATION, VOLUNTEERS, Place

WIDTH = 212
_ICON = 20
_AROUND = 62
"""Beside a picture that stands alone: padding, margins, the scroll bar."""


class Sidebar(QFrame):
    """`chosen` is called with a page's name, `folded` when a person opens or folds the organisation's part.

    Ctrl and a digit choose the first nine pages that may be seen, folded away or not; Ctrl+0 folds.
    """

    def __init__(
        self, language: Language, chosen: Callable[[str], None], folded: Callable[[bool], None]
    ) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self._language, self._chosen, self._folded = language, chosen, folded
        self._theme: Theme | None = None
        self._percent, self._narrow = 100, False
        self._allowed: tuple[str, ...] = ()
        self._icons: dict[str, str] = {}
        self._headings: list[tuple[str, QLabel, tuple[str, ...]]] = []
        self._counts: dict[str, int] = {}
        self._organisers: set[str] = set()
        self.buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self.fold = button("nav", self._turn)
        self.inside = QWidget()
        self._area = QScrollArea()
        self._lay_out()
        bind_each(Key.PAGE, self, self._digit, focused=False)
        bind(Key.FOLD, self, self._turn, focused=False)
        self.allow(self.buttons)

    def mark(self, name: str) -> None:
        self.buttons[name].setChecked(True)
        if name in self._organisers:
            self.open(True)
        QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(self.buttons[name]))

    def allow(self, names: Collection[str]) -> None:
        """Shows the buttons of these pages alone."""
        self._allowed = tuple(name for name in self.buttons if name in names)
        for name, made in self.buttons.items():
            made.setVisible(name in names)
        self.fold.setVisible(any(name in names for name in self._organisers))
        self.retranslate()

    def open(self, wide: bool) -> None:
        self.inside.setVisible(wide)
        self._draw_fold()

    def count(self, name: str, number: int) -> None:
        """A number beside a page's name that asks for attention; 0 shows none."""
        self._counts[name] = number
        self.retranslate()
        self._widen()

    def retranslate(self) -> None:
        say = self._language.say
        self._brand.setVisible(not self._narrow)
        for sentence, title, pages in self._headings:
            title.setText(say(sentence))
            title.setVisible(not self._narrow and any(name in self._allowed for name in pages))
        for name, made in self.buttons.items():
            said = say(f"nav-{name}")
            number = self._counts.get(name, 0)
            made.setText("" if self._narrow else f"{said}  ({number})" if number else said)
            made.setAccessibleName(said)
            keys = self._keys_of(name)
            counted = f"{said}: {number}" if number else said
            made.setToolTip(f"{counted} ({keys})" if keys else counted)
        waiting = sum(self._counts.get(name, 0) for name in self._organisers if name in self._allowed)
        said = say("nav-group-organise")
        hidden = waiting and self.inside.isHidden()
        self.fold.setText("" if self._narrow else f"{said}  ({waiting})" if hidden else said)
        self.fold.setAccessibleName(said)
        self.fold.setToolTip(f"{said} ({Key.FOLD.shown(say)})")

    def make_narrow(self, narrow: bool) -> None:
        """Pictures alone, each with its name as a tooltip: the page needs the room."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.retranslate()
            self._widen()

    def _widen(self) -> None:
        """As wide as the letters want, and as the name with a number beside it needs."""
        least = max((made.sizeHint().width() for made in (self.fold, *self.buttons.values())), default=0)
        wide = max(scaled(WIDTH, 100 + (self._percent - 100) // 2), least + 2 * GAP)
        self.setFixedWidth(scaled(_ICON, self._percent) + _AROUND if self._narrow else wide)

    def dress(self, theme: Theme, percent: int) -> None:
        self._theme, self._percent = theme, percent
        self._widen()
        side = scaled(_ICON, percent)
        for name, made in self.buttons.items():
            put_icon(made, self._icons[name], theme.text, side)
        self._draw_fold()

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, GAP, 0, GAP)
        holder = QWidget()
        self._area.setWidget(holder)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._brand = label("brand")
        self._brand.setText("checkin-desktop")
        self._brand.setContentsMargins(PAD, GAP, 0, 0)
        outer.addWidget(self._brand)
        outer.addWidget(self._area, 1)
        body = QVBoxLayout(holder)
        body.setContentsMargins(GAP, GAP, GAP, GAP)
        body.setSpacing(TIGHT)
        for place in VOLUNTEERS:
            self._add(place, body)
        body.addSpacing(GAP)
        body.addWidget(self.fold)
        folded = QVBoxLayout(self.inside)
        folded.setContentsMargins(0, 0, 0, 0)
        folded.setSpacing(TIGHT)
        for group in ORGANISATION:
            title = label("group")
            title.setContentsMargins(GAP + 4, GAP - 2, 0, 0)
            self._headings.append((group.heading, title, tuple(p.name for p in group.places)))
            folded.addWidget(title)
            for place in group.places:
                self._add(place, folded)
                self._organisers.add(place.name)
        body.addWidget(self.inside)
        body.addStretch()

    def _add(self, place: Place, body: QVBoxLayout) -> None:
        name = place.name
        made = button("nav", partial(self._chosen, name))
        made.setCheckable(True)
        self._icons[name] = place.icon
        self._group.addButton(made)
        body.addWidget(made)
        self.buttons[name] = made

    def _keys_of(self, name: str) -> str:
        of = dict(zip(self._allowed, Key.PAGE.sequences, strict=False))
        return of.get(name, "")

    def _digit(self, at: int) -> None:
        if at < len(self._allowed):
            self._chosen(self._allowed[at])

    def _turn(self) -> None:
        wide = self.inside.isHidden()
        self.open(wide)
        self._folded(wide)

    def _draw_fold(self) -> None:
        if self._theme is not None:
            shape = "chevron-right" if self.inside.isHidden() else "chevron-down"
            put_icon(self.fold, shape, self._theme.text, scaled(_ICON, self._percent))
        self.retranslate()
