"""The people found: two lines each and their portrait, so that homonyms never look alike."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFont, QPainter, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from checkin_desktop.domain.people import Attendee
from checkin_desktop.gui.design.tokens import BODY, FACE, GAP, LARGE, PAD, scaled
from checkin_desktop.gui.page import Context
from checkin_desktop.services.at_the_door import photos
from checkin_desktop.services.views import AttendeeLine
from checkin_desktop.words.dates import clock_time

_ABOUT = Qt.ItemDataRole.UserRole + 1
_STATE = Qt.ItemDataRole.UserRole + 2
_LINE = Qt.ItemDataRole.UserRole + 3
_PHOTO = Qt.ItemDataRole.UserRole + 4
_TAIL = 4


def about(attendee: Attendee, context: Context) -> str:
    """What tells two people of one name apart: the document's tail, the organisation, the position."""
    p = attendee.person
    kind = context.say(f"document-{p.document_kind.value}") if p.document_kind else ""
    tail = f"{kind} …{p.document[-_TAIL:]}".strip() if p.document else ""
    return " · ".join(x for x in (tail, p.organisation, p.position) if x)


class HitList(QListWidget):
    """`chosen` gets the line that was clicked or entered; the first one is marked from the start."""

    def __init__(self, context: Context, chosen: Callable[[AttendeeLine], None]) -> None:
        super().__init__()
        self._context, self._chosen = context, chosen
        self.setItemDelegate(_TwoLines(context))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._clicked)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    @property
    def marked(self) -> AttendeeLine | None:
        item = self.currentItem()
        line = item.data(_LINE) if item is not None else None
        return line if isinstance(line, AttendeeLine) else None

    @property
    def said(self) -> str:
        """Who is marked, as a screen reader says it."""
        item = self.currentItem()
        return str(item.data(Qt.ItemDataRole.AccessibleTextRole)) if item is not None else ""

    def show_lines(self, lines: Sequence[AttendeeLine]) -> None:
        self.clear()
        for line in lines:
            item = QListWidgetItem(line.attendee.name)
            item.setData(_ABOUT, about(line.attendee, self._context))
            item.setData(_STATE, self._state(line))
            item.setData(_LINE, line)
            said = f"{line.attendee.name}, {item.data(_ABOUT)}, {item.data(_STATE)}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            item.setToolTip(said)
            self.addItem(item)
        if lines:
            self.setCurrentRow(0)
        self._look_for_photos(lines)

    def _look_for_photos(self, lines: Sequence[AttendeeLine]) -> None:
        names = tuple(dict.fromkeys(x.attendee.person.photo for x in lines if x.attendee.person.photo))
        if names:
            desk = self._context.desk
            self._context.lanes.reader.run(lambda: photos(desk, names), self._show_photos)

    def _show_photos(self, found: dict[str, bytes]) -> None:
        drawn: dict[str, QPixmap] = {}
        for number in range(self.count()):
            item = self.item(number)
            line = item.data(_LINE)
            name = line.attendee.person.photo if isinstance(line, AttendeeLine) else ""
            if name in found:
                if name not in drawn:
                    drawn[name] = QPixmap()
                    drawn[name].loadFromData(found[name])
                item.setData(_PHOTO, drawn[name])

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt would mark the first line: where none is marked, Enter chooses nobody until a person does."""
        nobody = self.currentItem() is None
        super().focusInEvent(event)
        if nobody:
            self.setCurrentRow(-1)

    def step(self, by: int) -> None:
        """The mark up or down, from the search field."""
        if self.count():
            self.setCurrentRow(max(0, min(self.count() - 1, self.currentRow() + by)))

    def _state(self, line: AttendeeLine) -> str:
        if line.admitted_at is None:
            return ""
        return self._context.say("desk-hit-inside", time=clock_time(line.admitted_at))

    def _clicked(self, item: QListWidgetItem) -> None:
        line = item.data(_LINE)
        if isinstance(line, AttendeeLine):
            self._chosen(line)


class _TwoLines(QStyledItemDelegate):
    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, scaled(LARGE + BODY + 26, self._context.preferences().scale))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, percent = self._context.theme(), self._context.preferences().scale
        painter.save()
        rect: QRect = option.rect
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.accent_soft))
        painter.setPen(QColor(theme.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(PAD, GAP, -PAD, -GAP)
        photo = index.data(_PHOTO)
        if isinstance(photo, QPixmap) and not photo.isNull():
            side = inner.height()
            shown = photo.scaledToHeight(side, Qt.TransformationMode.SmoothTransformation)
            painter.drawPixmap(inner.topLeft(), shown)
            inner.adjust(shown.width() + GAP, 0, 0, 0)
        big, small = QFont(FACE), QFont(FACE)
        big.setPixelSize(scaled(LARGE, percent))
        big.setWeight(QFont.Weight.DemiBold)
        small.setPixelSize(scaled(BODY, percent))
        top, bottom = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
        painter.setFont(small)
        said = str(index.data(_STATE) or "")
        taken = painter.fontMetrics().horizontalAdvance(said) + GAP if said else 0
        painter.setPen(QColor(theme.accent))
        painter.drawText(inner, top | Qt.AlignmentFlag.AlignRight, said)
        painter.setPen(QColor(theme.soft))
        line = painter.fontMetrics().elidedText(
            str(index.data(_ABOUT)), Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, bottom | Qt.AlignmentFlag.AlignLeft, line)
        painter.setFont(big)
        painter.setPen(QColor(theme.text))
        name = painter.fontMetrics().elidedText(
            str(index.data(Qt.ItemDataRole.DisplayRole)), Qt.TextElideMode.ElideRight, inner.width() - taken
        )
        painter.drawText(inner, top | Qt.AlignmentFlag.AlignLeft, name)
        painter.restore()
