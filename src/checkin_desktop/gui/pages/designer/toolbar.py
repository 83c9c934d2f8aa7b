"""Over the canvas: undo, insert, align, order, zoom, and whom the page is tried on."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton, QWidget

from checkin_desktop.domain.template import TemplateUse
from checkin_desktop.gui.design.flow import Flow
from checkin_desktop.gui.design.icons import put_icon
from checkin_desktop.gui.design.widgets import button
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.designer.editing import Alignment, Order
from checkin_desktop.gui.pages.designer.presenter import DesignPresenter
from checkin_desktop.gui.pages.designer.starting import New
from checkin_desktop.services.template_samples import Sample

ZOOM = 1.25


class Toolbar(QWidget):
    """`inserted` carries what is wanted on the page; `zoomed` a factor, 0 for the whole page."""

    inserted = Signal(object)
    zoomed = Signal(float)
    sampled = Signal(object)

    def __init__(self, context: Context, presenter: DesignPresenter) -> None:
        super().__init__()
        self._context, self._presenter = context, presenter
        self.undo, self.redo = button("", presenter.undo), button("", presenter.redo)
        self.insert = button("", lambda: self._offer(self.insert, self.insert_menu()))
        self.align = button("", lambda: self._offer(self.align, self.align_menu()))
        self.order = button("", lambda: self._offer(self.order, self.order_menu()))
        self.smaller = button("", lambda: self.zoomed.emit(1 / ZOOM))
        self.whole = button("", lambda: self.zoomed.emit(0.0))
        self.larger = button("", lambda: self.zoomed.emit(ZOOM))
        self.samples = {sample: button("chip", partial(self.sampled.emit, sample)) for sample in Sample}
        group = QButtonGroup(self)
        for sample, made in self.samples.items():
            made.setCheckable(True)
            made.setChecked(sample is Sample.LONGEST)
            group.addButton(made)
        layout = Flow()
        self.setLayout(layout)
        for part in (
            self.undo,
            self.redo,
            self.insert,
            self.align,
            self.order,
            self.smaller,
            self.whole,
            self.larger,
            *self.samples.values(),
        ):
            layout.addWidget(part)

    def retranslate(self) -> None:
        say, colour = self._context.say, self._context.theme().text
        for made, word, name in (
            (self.undo, "designer-undo", "undo-2"),
            (self.redo, "designer-redo", "redo-2"),
            (self.smaller, "designer-zoom-out", "zoom-out"),
            (self.whole, "designer-zoom-fit", "maximize"),
            (self.larger, "designer-zoom-in", "zoom-in"),
        ):
            made.setAccessibleName(say(word))
            made.setToolTip(say(word))
            put_icon(made, name, colour)
        for made, word, name in (
            (self.insert, "designer-insert", "plus"),
            (self.align, "designer-align", "align-center-vertical"),
            (self.order, "designer-order", "layers"),
        ):
            made.setText(say(word))
            put_icon(made, name, colour)
        for sample, made in self.samples.items():
            made.setText(say(f"designer-sample-{sample.value}"))
            made.setToolTip(say("designer-sample-about"))
        self.refresh()

    def refresh(self) -> None:
        presenter = self._presenter
        self.undo.setEnabled(presenter.can_undo)
        self.redo.setEnabled(presenter.can_redo)
        self.align.setEnabled(bool(presenter.chosen))
        self.order.setEnabled(bool(presenter.chosen))

    def insert_menu(self) -> QMenu:
        menu = QMenu(self)
        badge = self._presenter.template.use is TemplateUse.BADGE
        for new in New:
            if new is not New.PHOTO or badge:
                name = self._context.say(f"designer-new-{new.value}")
                menu.addAction(name, partial(self.inserted.emit, new))
        return menu

    def align_menu(self) -> QMenu:
        menu, say, presenter = QMenu(self), self._context.say, self._presenter
        for how in Alignment:
            menu.addAction(say(f"designer-align-{how.value}"), partial(presenter.align, how))
        menu.addSeparator()
        for across, word in ((True, "designer-distribute-across"), (False, "designer-distribute-down")):
            act = menu.addAction(say(word), partial(presenter.distribute, across=across))
            act.setEnabled(len(presenter.chosen) > 2)
        return menu

    def order_menu(self) -> QMenu:
        menu = QMenu(self)
        for how in Order:
            name = self._context.say(f"designer-order-{how.value}")
            menu.addAction(name, partial(self._presenter.order, how))
        return menu

    def _offer(self, under: QPushButton, menu: QMenu) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(under.mapToGlobal(under.rect().bottomLeft()))
