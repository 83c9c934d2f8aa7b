"""What eyes, screen readers and the Tab key would stumble over in a window: each finding is one line of text."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollBar,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTableView,
    QTextEdit,
    QWidget,
)

from checkin_desktop.gui.design.tokens import SMALL
from checkin_desktop.gui.design.widgets import ElidedLabel

_CONTROLS = (
    QAbstractButton,
    QComboBox,
    QAbstractSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QAbstractItemView,
    QTabBar,
)
_PADDING = 16
"""Left and right of a column's title (gui/design/stylesheet.py)."""
_SLACK = 1
"""Pixels that rounding may give up."""


def nameless(root: QWidget) -> list[str]:
    """Controls of which a screen reader could only say what kind they are."""
    return [told(x) for x in _controls(root) if not _name(x)]


def unreachable(root: QWidget) -> list[str]:
    """Enabled controls that the keyboard never comes to.

    In an exclusive group Tab comes to the chosen one and the arrows to the others; a list that takes no focus is
    stepped through from the field above it.
    """
    chain, at = set(), root
    while at not in chain:
        chain.add(at)
        at = at.nextInFocusChain()
    return [
        told(x)
        for x in _controls(root)
        if x.isEnabled()
        and not (x in chain and x.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
        and not _stepped_through(x)
    ]


def cut_off(root: QWidget) -> list[str]:
    """Texts wider or higher than their place, and widgets that end where nobody can scroll to."""
    found = []
    for widget in _visible(root):
        if _inside_another(widget):
            continue
        need = _needed(widget)
        if need is not None and _scrolled_away(widget) is None:
            lacks_width = need[0] > widget.width() + _SLACK
            lacks_height = need[1] > widget.height() + _SLACK
            if lacks_width or lacks_height:
                found.append(f"{told(widget)} needs {need}, has {widget.width(), widget.height()}")
        ancestor = _beyond(widget)
        if ancestor is not None:
            found.append(f"{told(widget)} ends beyond {told(ancestor)}")
        if isinstance(widget, QAbstractItemView):
            found += [f"{told(widget)}: {x}" for x in (*_headings(widget), *_items(widget))]
    return found


def still_cut_off(root: QWidget, settle: Callable[[], None]) -> list[str]:
    """What is cut off once the last part has been laid out after the others."""
    for _ in range(3):
        if not cut_off(root):
            return []
        settle()
    return cut_off(root)


def _headings(view: QAbstractItemView) -> Iterator[str]:
    """Titles of columns that are wider than their column."""
    header = view.horizontalHeader() if isinstance(view, QTableView) else None
    if header is None or not header.isVisible():
        return
    for column in range(header.count()):
        title = str(header.model().headerData(column, Qt.Orientation.Horizontal) or "")
        padding = _PADDING * header.fontInfo().pixelSize() // SMALL
        shown, needed = header.sectionSize(column), header.fontMetrics().horizontalAdvance(title) + padding
        if not header.isSectionHidden(column) and needed > shown:
            yield f"heading {title!r} needs {needed}, has {shown}"


def _items(view: QAbstractItemView) -> Iterator[str]:
    """Lines in sight whose text is wider or higher than its place, where resting on them doesn't say it either."""
    model = view.model()
    for row in range(model.rowCount(view.rootIndex())):
        for column in range(model.columnCount(view.rootIndex()) if isinstance(view, QTableView) else 1):
            index = model.index(row, column, view.rootIndex())
            place = view.visualRect(index)
            text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
            if not text or not view.viewport().rect().intersects(place):
                continue
            if getattr(view, "wordWrap", lambda: False)():
                continue
            needed = view.sizeHintForIndex(index)
            short = needed.width() > place.width() or needed.height() > place.height()
            if short and text not in str(index.data(Qt.ItemDataRole.ToolTipRole) or ""):
                yield f"item {text[:60]!r} needs {needed.toTuple()}, has {place.size().toTuple()}"


def _stepped_through(widget: QWidget) -> bool:
    if isinstance(widget, QListWidget):
        return widget.focusPolicy() is Qt.FocusPolicy.NoFocus
    if not isinstance(widget, QAbstractButton):
        return False
    group = widget.group()
    return widget.autoExclusive() or (group is not None and group.exclusive())


def told(widget: QWidget) -> str:
    """Enough to find it in the code."""
    owners, at = [], widget.parentWidget()
    while at is not None and len(owners) < 4:
        if type(at).__module__.startswith("checkin_desktop"):
            owners.append(type(at).__name__)
        at = at.parentWidget()
    text = getattr(widget, "text", None)
    said = text() if callable(text) and not isinstance(widget, QTabBar) else widget.accessibleName()
    return f"{'/'.join(reversed(owners))}: {type(widget).__name__}#{widget.objectName()} {str(said)[:60]!r}"


def _visible(root: QWidget) -> Iterator[QWidget]:
    return (w for w in root.findChildren(QWidget) if w.isVisible() and w.window() is root.window())


def _inside_another(widget: QWidget) -> bool:
    """A part of a Qt widget: the arrow of a combo, the field of a spin box, a scroll bar."""
    parent = widget.parentWidget()
    return (
        isinstance(widget, QScrollBar | QHeaderView)
        or widget.objectName().startswith("qt_")
        or isinstance(parent, QComboBox | QAbstractSpinBox | QLineEdit | QScrollBar | QTabBar | QHeaderView)
        or (isinstance(parent, QAbstractItemView) and isinstance(widget, QAbstractButton))
        or (isinstance(parent, QWidget) and isinstance(parent.parentWidget(), QDateEdit))
    )


def _controls(root: QWidget) -> Iterator[QWidget]:
    return (w for w in _visible(root) if isinstance(w, _CONTROLS) and not _inside_another(w))


def _name(widget: QWidget) -> str:
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton) and widget.text():
        return widget.text()
    if isinstance(widget, QTabBar):
        return "".join(widget.tabText(i) for i in range(widget.count()))
    labels = widget.window().findChildren(QLabel)
    return next((x.text() for x in labels if x.buddy() is widget), "")


def _needed(widget: QWidget) -> tuple[int, int] | None:
    """Width and height that its text needs; None for what has no text of its own or shortens it knowingly."""
    if isinstance(widget, ElidedLabel):
        return 0, widget.fontMetrics().height()
    if isinstance(widget, QLabel):
        if not widget.text() or not widget.pixmap().isNull():
            return None
        if widget.wordWrap():
            longest = max(widget.text().split(), key=len, default="")
            margins = widget.width() - widget.contentsRect().width()
            wide = widget.fontMetrics().horizontalAdvance(longest) + margins
            return wide, widget.heightForWidth(widget.width())
        return widget.sizeHint().width(), widget.sizeHint().height()
    if isinstance(widget, QPushButton | QCheckBox | QRadioButton):
        return (widget.sizeHint().width(), widget.sizeHint().height()) if widget.text() else None
    if isinstance(widget, QTabBar):
        return None if widget.usesScrollButtons() else (widget.sizeHint().width(), 0)
    if isinstance(widget, QLineEdit | QComboBox | QAbstractSpinBox):
        wide = _needed_by_choice(widget) if isinstance(widget, QComboBox) else 0
        return wide, min(widget.sizeHint().height(), widget.minimumSizeHint().height())
    return None


def _needed_by_choice(combo: QComboBox) -> int:
    """So wide that what is chosen is read whole, beside the arrow."""
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = combo.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, combo).width()
    return combo.width() - room + combo.fontMetrics().horizontalAdvance(combo.currentText())


def _scrolled_away(widget: QWidget) -> QWidget | None:
    at = widget.parentWidget()
    while at is not None and not at.isWindow():
        if isinstance(at, QAbstractItemView):
            return at
        at = at.parentWidget()
    return None


def _beyond(widget: QWidget) -> QWidget | None:
    """The ancestor that cuts it off and can't be scrolled to show the rest."""
    if not isinstance(widget, (QLabel, *_CONTROLS)) or _scrolled_away(widget) is not None:
        return None
    down = across = True
    at = widget.parentWidget()
    while at is not None:
        place = QRect(widget.mapTo(at, QPoint(0, 0)), widget.size())
        area = at.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is at:
            never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            down = down and (
                not area.verticalScrollBar().maximum() or area.verticalScrollBarPolicy() is never
            )
            across = across and (
                not area.horizontalScrollBar().maximum() or area.horizontalScrollBarPolicy() is never
            )
        if across and (place.right() > at.width() + _SLACK or place.left() < -_SLACK):
            return at
        if down and (place.bottom() > at.height() + _SLACK or place.top() < -_SLACK):
            return at
        if at.isWindow():
            return None
        at = at.parentWidget()
    return None
