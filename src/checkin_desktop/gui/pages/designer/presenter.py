"""The design being worked on: its history, what is chosen, what is wrong with it, keeping it. No widgets."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.template import (
    Element,
    Picture,
    PictureSource,
    Template,
    TemplateFault,
    TemplateUse,
    Text,
    template_faults,
)
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.designer import editing
from checkin_desktop.gui.pages.designer.editing import Chosen, Rect
from checkin_desktop.gui.pages.designer.history import History
from checkin_desktop.gui.pages.designer.starting import New, badge_name_box, code_boxes, name_box, new_element
from checkin_desktop.services.ports.template_images import PreparedImage
from checkin_desktop.services.template_drafts import Draft, forget_draft, keep_draft
from checkin_desktop.services.templates import WholeTemplate, save_template

_DRAFT_MS = 1500


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the design came from: `template_id` empty where saving makes a new one."""

    template_id: str = ""
    edits: tuple[bytes, ...] = ()
    saved: Template | None = None


class DesignPresenter(QObject):
    """`changed`: the design or what is chosen; `saved` carries the id it has now; `failed` says what is wrong."""

    changed = Signal()
    saved = Signal(str)
    failed = Signal(str)

    def __init__(self, context: Context, template: Template) -> None:
        super().__init__()
        self._context = context
        self.images: dict[str, bytes] = {}
        self.origin = Origin()
        self.copied: tuple[Element, ...] = ()
        self._history = History(template)
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(_DRAFT_MS)
        self._keeping.timeout.connect(self.keep_draft)

    @property
    def template(self) -> Template:
        return self._history.now.template

    @property
    def chosen(self) -> Chosen:
        return self._history.now.chosen

    @property
    def can_undo(self) -> bool:
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        return self._history.can_redo

    @property
    def unsaved(self) -> bool:
        return self.template != self.origin.saved

    @property
    def faults(self) -> tuple[TemplateFault, ...]:
        return template_faults(self.template)

    def begin(self, template: Template, images: dict[str, bytes]) -> None:
        """A design that was never saved."""
        self._start(template, images, Origin())

    def open(self, whole: WholeTemplate) -> None:
        """A shipped one is a starting point: saving makes the event's own."""
        stored = whole.stored
        own = Origin(stored.id, stored.edits, stored.template)
        self._start(stored.template, dict(whole.images), Origin() if stored.shipped else own)

    def resume(self, draft: Draft) -> None:
        """What was kept when the program ended; it counts as not saved."""
        self._start(draft.template, dict(draft.images), Origin(draft.template_id, draft.edits))

    def change(self, template: Template, chosen: Chosen | None = None, key: str = "") -> None:
        """One step of the history; see `History.change`."""
        before = self.template
        wanted = self.chosen if chosen is None else chosen
        self._history.change(template, frozenset(at for at in wanted if at < len(template.elements)), key)
        self._tell(before)

    def choose(self, chosen: Chosen) -> None:
        if chosen != self.chosen:
            self._history.choose(chosen)
            self.changed.emit()

    def choose_all(self) -> None:
        self.choose(frozenset(range(len(self.template.elements))))

    def undo(self) -> None:
        before = self.template
        self._history.undo()
        self._tell(before)

    def redo(self) -> None:
        before = self.template
        self._history.redo()
        self._tell(before)

    def nudge(self, dx: float, dy: float) -> None:
        self.change(editing.moved(self.template, self.chosen, dx, dy), key=f"nudge-{sorted(self.chosen)}")

    def place(self, at: int, rect: Rect) -> None:
        self.change(editing.placed(self.template, at, rect))

    def set_field(self, name: str, value: Any) -> None:
        """Of all that is chosen and has it."""
        changed = editing.with_field(self.template, self.chosen, name, value)
        self.change(changed, key=f"{name}-{sorted(self.chosen)}")

    def set_page(self, **values: Any) -> None:
        self.change(replace(self.template, **values), key=f"page-{'-'.join(values)}")

    def insert(self, kind: New, text: str = "") -> None:
        self.change(*editing.added(self.template, [new_element(kind, self.template, text)]))

    def insert_name(self, rect: Rect) -> None:
        box = badge_name_box if self.template.use is TemplateUse.BADGE else name_box
        self.change(*editing.added(self.template, [box(rect)]))

    def insert_code(self, rect: Rect) -> None:
        self.change(*editing.added(self.template, code_boxes(rect, self.template.use)))

    def insert_placeholder(self, name: str) -> None:
        """Into the text chosen, at its end; else as a text of its own."""
        shown = editing.picked(self.template, self.chosen)
        if len(shown) == 1 and isinstance(shown[0], Text):
            blank = " " if shown[0].text and not shown[0].text[-1].isspace() else ""
            self.set_field("text", f"{shown[0].text}{blank}{{{name}}}")
        else:
            self.insert(New.TEXT, f"{{{name}}}")

    def insert_picture(self, made: PreparedImage) -> None:
        """In the place of the picture chosen, else in the page's middle."""
        name = self.add_image(made.data)
        shown = editing.picked(self.template, self.chosen)
        if len(shown) == 1 and isinstance(shown[0], Picture):
            image = replace(shown[0], source=PictureSource.IMAGE, image=name)
            elements = list(self.template.elements)
            elements[min(self.chosen)] = image
            self.change(replace(self.template, elements=tuple(elements)))
            return
        fits = min(1.0, self.template.width / 2 / made.width, self.template.height / 2 / made.height)
        width, height = round(made.width * fits, 1), round(made.height * fits, 1)
        x, y = (self.template.width - width) / 2, (self.template.height - height) / 2
        self.change(*editing.added(self.template, [Picture(x, y, width, height, image=name)]))

    def set_background(self, made: PreparedImage) -> None:
        """The page takes the size of the finished one."""
        if made.pages > 1:
            self._context.notify(self._context.say("designer-first-of-pages", pages=made.pages))
        name = self.add_image(made.data)
        self.change(replace(self.template, background=name, width=made.width, height=made.height))

    def add_image(self, data: bytes) -> str:
        name = hashlib.sha256(data).hexdigest()
        self.images[name] = data
        return name

    def delete(self) -> None:
        kept = len(self.chosen) - len(editing.loose(self.template, self.chosen))
        self.change(editing.removed(self.template, self.chosen), frozenset())
        if kept:
            self._context.notify(self._context.say("designer-locked-stays", count=kept))

    def copy(self) -> None:
        self.copied = editing.picked(self.template, self.chosen)

    def cut(self) -> None:
        self.copy()
        self.delete()

    def paste(self) -> None:
        """Each time a little further beside."""
        self.copied = editing.beside(self.copied)
        if self.copied:
            self.change(*editing.added(self.template, self.copied))

    def duplicate(self) -> None:
        twins = editing.beside(editing.picked(self.template, self.chosen))
        if twins:
            self.change(*editing.added(self.template, twins))

    def lock(self) -> None:
        """What is chosen keeps its place; if all of it does already, it may be moved again."""
        shown = editing.picked(self.template, self.chosen)
        self.set_field("locked", not all(e.locked for e in shown))

    def paste_picture(self, data: bytes) -> None:
        """A picture from another program."""
        prepare = self._context.tools.prepare_picture

        def work() -> PreparedImage:
            with TemporaryDirectory() as folder:
                path = Path(folder) / "portapapeles.png"
                path.write_bytes(data)
                return prepare(path)

        self._context.lanes.work.run(work, self.insert_picture, self._refused)

    def align(self, how: editing.Alignment) -> None:
        self.change(editing.aligned(self.template, self.chosen, how))

    def distribute(self, *, across: bool) -> None:
        self.change(editing.distributed(self.template, self.chosen, across=across))

    def order(self, how: editing.Order) -> None:
        self.change(*editing.ordered(self.template, self.chosen, how))

    def prepare(self, path: Path, done: Callable[[PreparedImage], object], *, background: bool) -> None:
        """A file becomes a picture of the template, beside the window."""
        tools = self._context.tools
        prepare = tools.prepare_background if background else tools.prepare_picture
        self._context.lanes.work.run(lambda: prepare(path), done, self._refused)

    def save(self, *, as_new: bool = False, then: Callable[[], object] = lambda: None) -> None:
        context, template, images, origin = self._context, self.template, dict(self.images), self.origin
        if as_new:
            origin = Origin()

        def work() -> tuple[str, tuple[bytes, ...]]:
            edits = origin.edits if origin.template_id else None
            made = save_template(
                context.desk, template, images, origin.template_id, context.operator_id, edits
            )
            forget_draft(context.desk)
            with context.desk.store.read() as reads:
                heads = reads.templates.edits(made).get(made, ())
            return made, tuple(edit.entry for edit in heads[-1:])

        def done(made: tuple[str, tuple[bytes, ...]]) -> None:
            self.origin = Origin(*made, template)
            self.saved.emit(made[0])
            self.changed.emit()
            then()

        self._keeping.stop()
        context.lanes.writer.run(work, done, self._refused)

    def keep_draft(self) -> None:
        """On this computer, while there is something to lose."""
        self._keeping.stop()
        if not self.unsaved:
            return
        desk, origin = self._context.desk, self.origin
        used = {name: self.images[name] for name in self.template.images if name in self.images}
        draft = Draft(self.template, origin.template_id, origin.edits, used)
        self._context.lanes.writer.run(lambda: keep_draft(desk, draft))

    def drop_draft(self) -> None:
        """The person wants none of it."""
        self._keeping.stop()
        desk = self._context.desk
        self._context.lanes.writer.run(lambda: forget_draft(desk))

    def _start(self, template: Template, images: dict[str, bytes], origin: Origin) -> None:
        self._keeping.stop()
        self.images, self.origin, self._history = images, origin, History(template)
        self.changed.emit()

    def _tell(self, before: Template) -> None:
        if self.template != before:
            self._keeping.start()
        self.changed.emit()

    def _refused(self, error: PersonFacingError) -> None:
        self.failed.emit(self._context.say(error.sentence, **error.arguments))
