"""How large the verdict's words may be: whole and as large as there is room for, so that they are read from two metres
on any screen; a long name on a small one shrinks and never ends."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from checkin_desktop.gui.design.tokens import GAP, PAD

LEAST = 0.3
_TIERS: tuple[tuple[frozenset[str], tuple[float, ...]], ...] = (
    (frozenset(), (6, 5, 4.2, 3.6, 3, 2.6, 2.3, 2, 1.8, 1.6, 1.4, 1.2, 1, 0.9, 0.8)),
    (frozenset({"visits"}), (1, 0.9, 0.8, 0.7, 0.6, 0.55, 0.5)),
    (frozenset({"visits", "about"}), (0.6, 0.55, 0.5, 0.45, 0.4, 0.35, LEAST)),
)
"""What is left out where there is little room, and how many times its usual size the rest may take."""
_WITHOUT_PORTRAIT = (0.7, 0.6, 0.5, 0.45, 0.4, 0.35, LEAST)
_SHRINKS_LEAST = 0.75
_ENDLESS = 100_000


@dataclass(frozen=True, slots=True)
class Said:
    """One text of the card. `size`: usual pixels of its letters; `grows`: how much of the card's growth it takes part
    in; `edge`: pixels around it; `lines`: the most it may take where it is larger than usual, 0 for any."""

    name: str
    text: str
    font: QFont
    size: int
    grows: float
    edge: int = 0
    lines: int = 0

    def pixels(self, factor: float) -> int:
        return max(1, round(self.size * grown(factor, self.grows)))

    def metrics(self, factor: float) -> QFontMetrics:
        font = QFont(self.font)
        font.setPixelSize(self.pixels(factor))
        return QFontMetrics(font)

    def height(self, factor: float, width: int) -> int:
        box = QRect(0, 0, max(1, width - 2 * self.edge), _ENDLESS)
        wrapped = self.metrics(factor).boundingRect(box, Qt.TextFlag.TextWordWrap, self.text)
        return wrapped.height() + self.edge

    def stands(self, factor: float, width: int) -> bool:
        """No word of it is wider than `width`, and it takes no more lines than it may."""
        metrics, free = self.metrics(factor), width - 2 * self.edge
        if any(metrics.horizontalAdvance(word) > free for word in self.text.split()):
            return False
        most = (self.lines + 0.5) * metrics.height()
        return factor <= 1 or not self.lines or self.height(factor, width) < most


@dataclass(frozen=True, slots=True)
class Sign:
    """The shape (`side` square, at the usual size) and the portrait (0 wide: none), both in pixels."""

    side: int
    grows: float
    portrait: Callable[[int], tuple[int, int]]

    def pixels(self, factor: float) -> int:
        return max(1, round(self.side * grown(factor, self.grows)))


@dataclass(frozen=True, slots=True)
class Fit:
    """`beside`: sign and portrait stand beside the texts rather than above them. `portrait`: there is room for it."""

    factor: float
    beside: bool
    shown: frozenset[str]
    portrait: bool = True


def grown(factor: float, grows: float) -> float:
    """What is seen from afar grows most where there is room, and where there is none gives more of its size than
    what is small already."""
    return 1 + (factor - 1) * (grows if factor > 1 else max(grows, _SHRINKS_LEAST))


def gap(factor: float) -> int:
    """Between the texts."""
    return GAP if factor >= 1 else GAP // 2


def fit(texts: Sequence[Said], sign: Sign, width: int, height: int, *, at_rest: bool) -> Fit:
    """The largest way in which it all stands in `width` × `height`. `at_rest`: nobody is before the desk, and the
    sign always stands above."""
    portrait = sign.portrait(sign.side)[0] > 0
    for dropped, factors in _TIERS:
        left = [text for text in texts if text.name not in dropped]
        for factor in factors:
            beside = _stands(left, sign, factor, width, height, may_stand_beside=portrait or factor <= 1)
            if beside is not None and not (beside and at_rest):
                return Fit(factor, beside, frozenset(text.name for text in left))
    shown = frozenset(text.name for text in left)
    alone = Sign(sign.side, sign.grows, lambda _: (0, 0))
    for factor in _WITHOUT_PORTRAIT if portrait else ():
        beside = _stands(left, alone, factor, width, height, may_stand_beside=True)
        if beside is not None:
            return Fit(factor, beside, shown, portrait=False)
    return Fit(LEAST, not at_rest, shown, portrait=False)


def _stands(
    texts: Sequence[Said], sign: Sign, factor: float, width: int, height: int, *, may_stand_beside: bool
) -> bool | None:
    """Above (False) or beside (True); None if there is no room for it."""
    side = sign.pixels(factor)
    wide, high = sign.portrait(side)
    if max(side, high) + GAP + _height(texts, factor, width) <= height and _whole(texts, factor, width):
        return False
    left = width - max(side, wide) - PAD
    tall = max(side + high + GAP, _height(texts, factor, left))
    if may_stand_beside and tall <= height and _whole(texts, factor, left):
        return True
    return None


def _height(texts: Sequence[Said], factor: float, width: int) -> int:
    """With the gaps between them."""
    between = gap(factor)
    return GAP + 3 * between + sum(text.height(factor, width) + between for text in texts)


def _whole(texts: Sequence[Said], factor: float, width: int) -> bool:
    return all(text.stands(factor, width) for text in texts)
