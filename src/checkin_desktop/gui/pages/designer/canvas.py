"""The page in millimetres: elements are chosen, dragged, made larger and nudged; the printed page shows beneath."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView

from checkin_desktop.domain.template import Code, Template
from checkin_desktop.gui.design.tokens import FRAME_ON_PAPER, LIGHT, PAPER, WARNING_ON_PAPER
from checkin_desktop.gui.keys import Key
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.designer import editing
from checkin_desktop.gui.pages.designer.editing import Chosen, Rect, page_of, rect_of
from checkin_desktop.gui.pages.designer.handles import CURSORS, Handle, handle_places, resized
from checkin_desktop.gui.pages.designer.painting import paint_element, paint_page
from checkin_desktop.gui.pages.designer.rendering import Rendered
from checkin_desktop.gui.pages.designer.snapping import Guide, Targets, snapped, targets
from checkin_desktop.services.ports.documents import Filled

_HANDLE_PX, _REACH_PX, _AROUND_MM = 9, 6, 8.0
_ARROWS = ((-1, 0), (1, 0), (0, -1), (0, 1))
_ZOOM = 1.2
_ZOOMS = 0.5, 40.0

_SMALLEST = (260, 200)


class _Doing(Enum):
    NOTHING = 0
    MOVING = 1
    RESIZING = 2
    CHOOSING = 3
    DRAWING = 4


@dataclass(frozen=True, slots=True)
class _Drag:
    """From where, and what was there then; `front`: the element in front there, chosen if nothing was dragged."""

    doing: _Doing
    x: float
    y: float
    template: Template
    handle: Handle | None = None
    front: int | None = None


class Canvas(QGraphicsView):
    """`edited` carries the template after a drag, `nudged` a step in mm, `drawn` a box drawn by hand."""

    chosen = Signal(object)
    edited = Signal(object)
    nudged = Signal(float, float)
    drawn = Signal(object)
    deleted = Signal()
    opened = Signal()

    def __init__(self, context: Context, template: Template) -> None:
        super().__init__()
        self._context = context
        self._template, self._chosen = template, Chosen()
        self._shown: Rendered | None = None
        self._drag: _Drag | None = None
        self._live = template
        self._guides: tuple[Guide, ...] = ()
        self._rubber: Rect | None = None
        self._drawing = False
        self._fitted = True
        self._page_scene = QGraphicsScene()
        self.setScene(self._page_scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setMouseTracking(True)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setMinimumSize(*_SMALLEST)
        self._take_size()

    def show_design(self, template: Template, chosen: Chosen) -> None:
        resized_page = (template.width, template.height) != (self._template.width, self._template.height)
        self._template = self._live = template
        self._chosen = chosen
        if resized_page:
            self._take_size()
            self.fit()
        self.viewport().update()

    def show_rendered(self, rendered: Rendered) -> None:
        self._shown = rendered
        self.viewport().update()

    def draw_box(self, wanted: bool) -> None:
        """The next drag draws a box instead of choosing."""
        self._drawing = wanted
        self.viewport().setCursor(Qt.CursorShape.CrossCursor if wanted else Qt.CursorShape.ArrowCursor)

    def fit(self) -> None:
        self._fitted = True
        self.fitInView(self._page_scene.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)

    def zoom(self, factor: float) -> None:
        now = self.transform().m11()
        factor = min(max(now * factor, _ZOOMS[0]), _ZOOMS[1]) / now
        self._fitted = False
        self.scale(factor, factor)

    def at(self, x: float, y: float) -> QPointF:
        """Where a place of the page is in the viewport."""
        return QPointF(self.mapFromScene(QPointF(x, y)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitted:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_ZOOM if event.angleDelta().y() > 0 else 1 / _ZOOM)
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        where = self.mapToScene(event.position().toPoint())
        x, y = where.x(), where.y()
        more = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self._drawing:
            self._drag = _Drag(_Doing.DRAWING, x, y, self._template)
            return
        handle = self._handle_at(x, y)
        if handle is not None:
            self._drag = _Drag(_Doing.RESIZING, x, y, self._template, handle)
            return
        hit = self._element_at(x, y)
        if hit is None:
            self._drag = _Drag(_Doing.CHOOSING, x, y, self._template)
            if not more:
                self._choose(Chosen())
            return
        if more:
            self._choose(self._chosen ^ {hit})
        elif hit not in self._chosen:
            self._choose(Chosen({hit}))
        front = None if more else self._element_at(x, y, chosen_first=False)
        self._drag = _Drag(_Doing.MOVING, x, y, self._template, front=front)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        where = self.mapToScene(event.position().toPoint())
        drag = self._drag
        if drag is None:
            self._show_cursor(where.x(), where.y())
            return
        free = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        reach = 0.0 if free else _REACH_PX / self.transform().m11()
        match drag.doing:
            case _Doing.MOVING:
                self._move(drag, where.x() - drag.x, where.y() - drag.y, reach)
            case _Doing.RESIZING:
                self._resize(drag, where.x(), where.y(), reach)
            case _Doing.CHOOSING | _Doing.DRAWING:
                self._rubber = _between(drag.x, drag.y, where.x(), where.y())
            case _Doing.NOTHING:
                pass
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, self._drag = self._drag, None
        rubber, self._rubber, self._guides = self._rubber, None, ()
        self.viewport().update()
        if drag is None:
            return
        match drag.doing:
            case _Doing.MOVING | _Doing.RESIZING if self._live != self._template:
                self.edited.emit(self._live)
            case _Doing.MOVING if drag.front is not None and len(self._chosen) == 1:
                self._choose(Chosen({drag.front}))
            case _Doing.DRAWING if rubber is not None and rubber.width > 3 and rubber.height > 3:
                self.draw_box(False)
                self.drawn.emit(rubber)
            case _Doing.CHOOSING if rubber is not None:
                met = Chosen(at for at, e in enumerate(self._template.elements) if rect_of(e).meets(rubber))
                self._choose(self._chosen | editing.loose(self._template, met))
            case _:
                pass

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._chosen:
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        for key, millimetres in ((Key.DESIGN_NUDGE, 1.0), (Key.DESIGN_NUDGE_LITTLE, 0.1)):
            arrow = key.which(event)
            if arrow is not None and self._chosen:
                across, down = _ARROWS[arrow]
                self.nudged.emit(across * millimetres, down * millimetres)
                return
        if Key.DESIGN_DELETE.pressed(event):
            self.deleted.emit()
        elif Key.DESIGN_NOTHING.pressed(event):
            self.draw_box(False)
            self._drag, self._rubber, self._live = None, None, self._template
            self._choose(Chosen())
        else:
            super().keyPressEvent(event)

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        theme = self._context.theme()
        painter.fillRect(rect, QColor(theme.raised))
        page = QRectF(0, 0, self._template.width, self._template.height)
        painter.setPen(QPen(QColor(theme.line), 0))
        painter.setBrush(QColor(PAPER))
        painter.drawRect(page)
        shown = self._shown
        filled = shown.filled if shown else Filled({})
        rasters = shown.rasters if shown else {}
        painter.setClipRect(page)
        if shown is not None and shown.picture is not None and shown.template == self._live:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(page, shown.picture)
        elif shown is not None and shown.picture is not None and _alike(shown.template, self._live):
            # The page as it was a moment ago, and over it what is being changed, until it is drawn anew.
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(page, shown.picture)
            for at in sorted(self._chosen):
                paint_element(painter, self._live.elements[at], filled, rasters)
        else:
            paint_page(painter, self._live, filled, rasters)

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        outline = QPen(QColor(LIGHT.line), 0, Qt.PenStyle.DotLine)
        accent = QPen(QColor(FRAME_ON_PAPER), 0)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for at, element in enumerate(self._live.elements):
            r = rect_of(element)
            painter.setPen(accent if at in self._chosen else outline)
            painter.drawRect(QRectF(r.x, r.y, r.width, r.height))
        painter.setPen(QPen(QColor(WARNING_ON_PAPER), 0, Qt.PenStyle.DashLine))
        for guide in self._guides:
            if guide.upright:
                painter.drawLine(QPointF(guide.at, 0), QPointF(guide.at, self._live.height))
            else:
                painter.drawLine(QPointF(0, guide.at), QPointF(self._live.width, guide.at))
        painter.setPen(accent)
        painter.setBrush(QColor(PAPER))
        side = _HANDLE_PX / self.transform().m11()
        for x, y in self._handles().values():
            painter.drawRect(QRectF(x - side / 2, y - side / 2, side, side))
        if self._rubber is not None:
            painter.setBrush(QColor(31, 111, 178, 40))
            r = self._rubber
            painter.drawRect(QRectF(r.x, r.y, r.width, r.height))

    def _move(self, drag: _Drag, dx: float, dy: float, reach: float) -> None:
        chosen = [rect_of(e) for e in editing.picked(drag.template, self._chosen) if not e.locked]
        if not chosen:
            return
        around = editing.bounds(chosen)
        went = Rect(around.x + dx, around.y + dy, around.width, around.height)
        across = (went.x, went.middle[0], went.right)
        down = (went.y, went.middle[1], went.bottom)
        more_x, more_y, self._guides = snapped(across, down, self._targets(drag.template), reach)
        self._live = editing.moved(drag.template, self._chosen, dx + more_x, dy + more_y)

    def _resize(self, drag: _Drag, x: float, y: float, reach: float) -> None:
        at = min(self._chosen)
        element = drag.template.elements[at]
        assert drag.handle is not None
        across = (x,) if drag.handle.across else ()
        down = (y,) if drag.handle.down else ()
        dx, dy, self._guides = snapped(across, down, self._targets(drag.template), reach)
        square = isinstance(element, Code)
        self._live = editing.placed(
            drag.template, at, resized(rect_of(element), drag.handle, x + dx, y + dy, square=square)
        )

    def _targets(self, template: Template) -> Targets:
        others = (rect_of(e) for at, e in enumerate(template.elements) if at not in self._chosen)
        return targets(page_of(template), others)

    def _handles(self) -> dict[Handle, tuple[float, float]]:
        if len(self._chosen) != 1:
            return {}
        element = self._live.elements[min(self._chosen)]
        if element.locked:
            return {}
        return handle_places(rect_of(element), corners=isinstance(element, Code))

    def _handle_at(self, x: float, y: float) -> Handle | None:
        reach = _HANDLE_PX / self.transform().m11()
        near = (h for h, (hx, hy) in self._handles().items() if abs(hx - x) <= reach and abs(hy - y) <= reach)
        return next(near, None)

    def _element_at(self, x: float, y: float, *, chosen_first: bool = True) -> int | None:
        """The chosen one, so that it can be dragged from behind others; else the one in front."""
        around = 3 / self.transform().m11()
        hit = [at for at, e in enumerate(self._template.elements) if rect_of(e).holds(x, y, around)]
        front = hit[-1] if hit else None
        return next((at for at in hit if at in self._chosen), front) if chosen_first else front

    def _choose(self, chosen: Chosen) -> None:
        if chosen != self._chosen:
            self._chosen = chosen
            self.viewport().update()
            self.chosen.emit(chosen)

    def _show_cursor(self, x: float, y: float) -> None:
        if self._drawing:
            return
        handle = self._handle_at(x, y)
        over = self._element_at(x, y) is not None
        plain = Qt.CursorShape.SizeAllCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(CURSORS[handle] if handle else plain)

    def _take_size(self) -> None:
        around = _AROUND_MM
        width, height = self._template.width, self._template.height
        self._page_scene.setSceneRect(-around, -around, width + 2 * around, height + 2 * around)


def _alike(before: Template, now: Template) -> bool:
    """A picture of the one may stand for the other for a moment."""
    return (before.width, before.height, before.background) == (now.width, now.height, now.background)


def _between(x: float, y: float, other_x: float, other_y: float) -> Rect:
    return Rect(min(x, other_x), min(y, other_y), abs(x - other_x), abs(y - other_y))
