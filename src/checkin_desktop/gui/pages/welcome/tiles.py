"""The four large tiles, and the events opened before."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from checkin_desktop.gui.design.icons import pixmap, put_icon
from checkin_desktop.gui.design.tokens import GAP, PAD, TIGHT, Theme
from checkin_desktop.gui.design.widgets import button, card, clear, label
from checkin_desktop.gui.language import Language

TILES = (("demo", "play"), ("create", "calendar-plus"), ("import", "file-up"), ("join", "usb"))
_MOST_RECENT = 4


class Tile(QPushButton):
    """A large button: icon, title, one sentence."""

    def __init__(self, chosen: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("tile")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(True)
        self.clicked.connect(lambda: chosen())
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._mark, self._title, self._about = QLabel(), label("heading", wrap=True), label("soft", wrap=True)
        texts = QVBoxLayout()
        texts.setSpacing(GAP // 2)
        texts.addWidget(self._title)
        texts.addWidget(self._about)
        texts.addStretch()
        inside = QHBoxLayout(self)
        inside.setContentsMargins(PAD + 4, PAD + 4, PAD + 4, PAD + 4)
        inside.setSpacing(PAD)
        inside.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(texts, 1)
        for part in (self._mark, self._title, self._about):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def tell(self, title: str, about: str, mark: str, theme: Theme) -> None:
        self._title.setText(title)
        self._about.setText(about)
        self._mark.setPixmap(pixmap(mark, theme.accent, self._title.fontMetrics().height() * 2))
        self.setAccessibleName(title)
        self.setAccessibleDescription(about)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout else 0

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalSizeHint() if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalMinimumSize() if layout else super().minimumSizeHint()


class TilesPage(QWidget):
    """`chosen` carries a tile's name, `recent` the path of an event opened before."""

    chosen = Signal(str)
    recent = Signal(object)
    other = Signal()

    def __init__(self, language: Language, theme: Callable[[], Theme]) -> None:
        super().__init__()
        self._language, self._theme = language, theme
        self._paths: tuple[Path, ...] = ()
        self.heading, self.about = label("person", wrap=True), label("soft", wrap=True)
        self.tiles: dict[str, Tile] = {}
        grid = QGridLayout()
        grid.setSpacing(PAD)
        for place, (name, _) in enumerate(TILES):
            tile = self.tiles[name] = Tile(lambda name=name: self.chosen.emit(name))  # type: ignore[misc]
            grid.addWidget(tile, place // 2, place % 2)
            grid.setColumnStretch(place % 2, 1)
        self.recent_heading = label("group")
        frame, self._list = card()
        self.known = frame
        self._list.setContentsMargins(GAP, GAP, GAP, GAP)
        self._list.setSpacing(TIGHT)
        self.open_other = button("quiet", self.other.emit)
        below = QHBoxLayout()
        below.addWidget(self.open_other)
        below.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.heading)
        column.addWidget(self.about)
        column.addSpacing(GAP)
        column.addLayout(grid)
        column.addSpacing(GAP)
        column.addWidget(self.recent_heading)
        column.addWidget(frame)
        column.addLayout(below)
        column.addStretch()

    def retranslate(self) -> None:
        say = self._language.say
        self.heading.setText(say("welcome-title"))
        self.about.setText(say("welcome-about"))
        for name, mark in TILES:
            self.tiles[name].tell(say(f"welcome-{name}"), say(f"welcome-{name}-about"), mark, self._theme())
        self.recent_heading.setText(say("welcome-recent"))
        self.open_other.setText(say("welcome-open-other"))
        put_icon(self.open_other, "folder-open", self._theme().accent)
        self.show_recent(self._paths)

    def show_recent(self, paths: Sequence[Path]) -> None:
        self._paths = tuple(paths)
        clear(self._list)
        for path in paths[:_MOST_RECENT]:
            known = button("nav", lambda path=path: self.recent.emit(path))  # type: ignore[misc]
            known.setText(path.stem)
            known.setToolTip(str(path))
            known.setAccessibleName(path.stem)
            put_icon(known, "calendar-days", self._theme().accent)
            self._list.addWidget(known)
        for part in (self.recent_heading, self.known):
            part.setVisible(bool(paths))
