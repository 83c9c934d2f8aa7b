"""The visual editor: canvas, panels beside it, the first path's steps over it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QScrollArea, QSplitter, QStyle, QTabWidget, QVBoxLayout, QWidget

from checkin_desktop.domain.template import Template
from checkin_desktop.gui.design.columns import Columns
from checkin_desktop.gui.design.icons import put_icon
from checkin_desktop.gui.design.tokens import GAP
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.keys import Key, bind
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.designer.canvas import Canvas
from checkin_desktop.gui.pages.designer.editing import Rect
from checkin_desktop.gui.pages.designer.element_list import ElementList
from checkin_desktop.gui.pages.designer.library import dropped_file
from checkin_desktop.gui.pages.designer.page_panel import PagePanel
from checkin_desktop.gui.pages.designer.presenter import DesignPresenter
from checkin_desktop.gui.pages.designer.properties import PropertiesPanel
from checkin_desktop.gui.pages.designer.rendering import Rendered, Rendering
from checkin_desktop.gui.pages.designer.starting import New
from checkin_desktop.gui.pages.designer.steps import Step, Steps
from checkin_desktop.gui.pages.designer.toolbar import Toolbar
from checkin_desktop.services.ports.template_images import PreparedImage
from checkin_desktop.wire.templates import MAX_NAME


class EditorView(QWidget):
    """`picture_wanted`: True for a background; the page asks for the file. `save_wanted`: True as a new one."""

    back_wanted = Signal()
    save_wanted = Signal(bool)
    use_wanted = Signal()
    picture_wanted = Signal(bool)

    def __init__(self, context: Context, presenter: DesignPresenter) -> None:
        super().__init__()
        self._context, self.presenter = context, presenter
        self.rendering = Rendering(context)
        self.canvas = Canvas(context, presenter.template)
        self.toolbar, self.steps = Toolbar(context, presenter), Steps(context)
        self.elements, self.properties = ElementList(context, presenter), PropertiesPanel(context, presenter)
        self.page_panel = PagePanel(context, presenter)
        self.back = button("quiet", self.back_wanted.emit)
        self.name = QLineEdit()
        self.name.setMaxLength(MAX_NAME)
        self.save = button("primary", lambda: self.save_wanted.emit(False))
        self.save_new = button("", lambda: self.save_wanted.emit(True))
        self.use = button("", self.use_wanted.emit)
        self.wrong = label("wrong", wrap=True)
        self.wrong.hide()
        self.state = label("small")
        self._refused: Rendered | None = None
        self._side, self._more = QWidget(), QWidget()
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.tabBar().setExpanding(False)
        for part in (_scrolled(self.properties), self.elements, _scrolled(self.page_panel)):
            self.tabs.addTab(part, "")
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()
        self._add_keys()

    def retranslate(self) -> None:
        say, colour = self._context.say, self._context.theme().text
        self.back.setText(say("designer-back"))
        put_icon(self.back, "chevron-left", self._context.theme().accent)
        self.name.setAccessibleName(say("designer-name"))
        self.name.setPlaceholderText(say("designer-name"))
        for made, word, name in (
            (self.save_new, "designer-save-new", "copy-plus"),
            (self.use, "designer-action-use", "award"),
        ):
            made.setText(say(word))
            put_icon(made, name, colour)
        self.save.setText(say("designer-save"))
        self.canvas.setAccessibleName(say("designer-canvas"))
        self.canvas.setAccessibleDescription(say("designer-canvas-about"))
        self.elements.setAccessibleName(say("designer-tab-elements"))
        for place, tab in enumerate(("properties", "elements", "page")):
            self.tabs.setTabText(place, say(f"designer-tab-{tab}"))
        for part in (self.toolbar, self.steps, self.properties, self.page_panel):
            part.retranslate()
        self.fit_panel()
        self.refresh()

    def fit_panel(self) -> None:
        """As wide as its widest field at the person's letter size, and no wider."""
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        widest = max(self.properties.needed_width(), self.page_panel.minimumSizeHint().width())
        self.tabs.setMinimumWidth(max(widest + bar, 300))
        self._place_side()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_side()

    def _place_side(self) -> None:
        """Beside the canvas; under it where large letters leave no room."""
        beside = self.width() >= self.canvas.minimumWidth() + self.tabs.minimumWidth() + 4 * GAP
        self._split.setOrientation(Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical)
        self._side.setMinimumHeight(0 if beside else self.tabs.minimumWidth())

    def begin_steps(self) -> None:
        """The first path: the page is there, the name is next."""
        self.steps.begin()
        self.canvas.draw_box(True)
        self.canvas.setFocus()

    def refresh(self) -> None:
        presenter = self.presenter
        faults = presenter.faults
        self.canvas.show_design(presenter.template, presenter.chosen)
        self.toolbar.refresh()
        self.elements.refresh()
        self.page_panel.refresh()
        self._show_faults()
        if self.name.text() != presenter.template.name and not self.name.hasFocus():
            self.name.setText(presenter.template.name)
        self.state.setText(
            self._context.say(
                "designer-state", faults=len(faults), saved="no" if presenter.unsaved else "yes"
            )
        )
        self.rendering.show(presenter.template, presenter.images)

    def _show_faults(self) -> None:
        """Of what is chosen; of the page, where nothing is."""
        chosen, refused = self.presenter.chosen, self._refused
        own = [f for f in self.presenter.faults if f.element in chosen or (f.element is None and not chosen)]
        self.properties.refresh(own, refused.refused if refused and refused.at in chosen else "")

    def _copy(self, *, cut: bool = False) -> None:
        """What another program copied before is not the newest any more."""
        QGuiApplication.clipboard().clear()
        self.presenter.cut() if cut else self.presenter.copy()

    def _paste(self) -> None:
        """A picture that another program copied, else the elements copied here."""
        picture = QGuiApplication.clipboard().image()
        if picture.isNull():
            self.presenter.paste()
            return
        out = QByteArray()
        into = QBuffer(out)
        into.open(QIODevice.OpenModeFlag.WriteOnly)
        picture.save(into, "PNG")  # type: ignore[call-overload]
        self.presenter.choose(frozenset())
        self.presenter.paste_picture(bytes(out.data()))

    def tell(self, text: str) -> None:
        """What is wrong, until the next change."""
        self.wrong.setText(text)
        self.wrong.setVisible(bool(text))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.take_picture(path, background=path.suffix.lower() == ".pdf")

    def take_picture(self, path: Path, *, background: bool) -> None:
        presenter = self.presenter
        taken: Callable[[PreparedImage], None] = (
            presenter.set_background if background else presenter.insert_picture
        )
        presenter.prepare(path, taken, background=background)

    def _changed(self) -> None:
        self.tell("")
        self.refresh()

    def _rendered(self, rendered: Rendered) -> None:
        self.canvas.show_rendered(rendered)
        self._refused = rendered if rendered.refused else None
        self.elements.refused = rendered.at
        self.elements.refresh()
        self._show_faults()
        if rendered.refused:
            self.tell(rendered.refused)

    def _insert(self, kind: New) -> None:
        if kind is New.PICTURE:
            self.presenter.choose(frozenset())
            self.picture_wanted.emit(False)
        elif kind is New.TEXT:
            self.presenter.insert(kind, self._context.say("designer-text-new"))
        else:
            self.presenter.insert(kind)
        self.tabs.setCurrentIndex(0)

    def _drawn(self, rect: Rect) -> None:
        if self.steps.step is Step.NAME:
            self.presenter.insert_name(rect)
        else:
            self.presenter.insert_code(rect)
        self.steps.go_on()
        self.canvas.draw_box(self.steps.step is not Step.DONE)

    def _make_room(self) -> None:
        """Whoever draws the two boxes needs nothing else."""
        drawing = self.steps.step is not Step.DONE
        for part in (self.toolbar, self._side, self._more):
            part.setVisible(not drawing)

    def _usual_place(self) -> None:
        template: Template = self.presenter.template
        self._drawn(self.steps.usual_place(template.width, template.height))

    def _zoom(self, factor: float) -> None:
        self.canvas.zoom(factor) if factor else self.canvas.fit()

    def _lay_out(self) -> None:
        side, around = self._side, QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(GAP)
        named, more = QWidget(), self._more
        for group, parts in ((named, (self.back, self.name, self.save)), (more, (self.save_new, self.use))):
            beside_each_other = row(*parts)
            beside_each_other.setContentsMargins(0, 0, 0, 0)
            group.setLayout(beside_each_other)
        around.addWidget(Columns([named, more], stretches=(1, 0)))
        around.addWidget(self.steps)
        around.addWidget(self.toolbar)
        around.addWidget(self.wrong)
        beside = QVBoxLayout(side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.tabs, 1)
        beside.addWidget(self.state)
        split = self._split
        split.setChildrenCollapsible(False)
        split.addWidget(self.canvas)
        split.addWidget(side)
        split.setStretchFactor(0, 1)
        split.setSizes([700, 330])
        around.addWidget(split, 1)

    def _connect(self) -> None:
        presenter, canvas = self.presenter, self.canvas
        presenter.changed.connect(self._changed)
        presenter.failed.connect(self.tell)
        self.rendering.ready.connect(self._rendered)
        canvas.chosen.connect(presenter.choose)
        canvas.edited.connect(presenter.change)
        canvas.nudged.connect(presenter.nudge)
        canvas.deleted.connect(presenter.delete)
        canvas.drawn.connect(self._drawn)
        canvas.opened.connect(self._open_properties)
        self.elements.opened.connect(self._open_properties)
        self.toolbar.inserted.connect(self._insert)
        self.toolbar.sampled.connect(self.rendering.try_on)
        self.toolbar.zoomed.connect(self._zoom)
        self.steps.placed.connect(self._usual_place)
        self.steps.left.connect(lambda: canvas.draw_box(False))
        for signal in (self.steps.left, self.steps.went):
            signal.connect(self._make_room)
        self.name.textEdited.connect(lambda name: presenter.set_page(name=name))
        self.properties.picture.clicked.connect(lambda: self.picture_wanted.emit(False))
        self.page_panel.background.clicked.connect(lambda: self.picture_wanted.emit(True))

    def _open_properties(self) -> None:
        self.tabs.setCurrentIndex(0)
        self.properties.setFocus()
        self.properties.focusNextChild()

    def _add_keys(self) -> None:
        presenter = self.presenter
        bind(Key.DESIGN_UNDO, self, presenter.undo)
        bind(Key.DESIGN_REDO, self, presenter.redo)
        bind(Key.DESIGN_SAVE, self, lambda: self.save_wanted.emit(False))
        bind(Key.DESIGN_DUPLICATE, self, presenter.duplicate)
        bind(Key.DESIGN_LOCK, self, presenter.lock)
        for part in (self.canvas, self.elements):
            bind(Key.DESIGN_COPY, part, self._copy)
            bind(Key.DESIGN_CUT, part, lambda: self._copy(cut=True))
            bind(Key.DESIGN_PASTE, part, self._paste)
            bind(Key.DESIGN_ALL, part, presenter.choose_all)


def _scrolled(part: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(part)
    return area
