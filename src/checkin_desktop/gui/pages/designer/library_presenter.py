"""The event's designs: read, opened, copied, exported, brought in, chosen for what they are used for."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.template import Template, TemplateUse
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.designer.library import Library
from checkin_desktop.gui.pages.designer.rendering import filled_for, thumbnail
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.template_drafts import Draft, forget_draft, kept_draft
from checkin_desktop.services.template_samples import Sample
from checkin_desktop.services.template_zip import read_template_zip, template_zip, zip_bytes
from checkin_desktop.services.templates import (
    StoredTemplate,
    WholeTemplate,
    choices,
    choose_template,
    duplicate_template,
    remove_template,
    save_template,
    template,
    templates,
)


def read_library(desk: Desk) -> Library:
    chosen = tuple((use, about, one) for (use, about), one in sorted(choices(desk).items()))
    return Library(templates(desk), chosen, kept_draft(desk))


class LibraryPresenter(QObject):
    """`loaded` carries the `Library`; `drawn` how one of its designs looks; `failed` what is wrong, in words."""

    loaded = Signal(object)
    drawn = Signal(str, object)
    failed = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.library = Library()
        self._looks: dict[str, Template] = {}

    def load(self) -> None:
        self._context.lanes.reader.run(lambda: read_library(self._context.desk), self._read)

    def stored(self, template_id: str) -> StoredTemplate | None:
        return next((s for s in self.library.templates if s.id == template_id), None)

    def used_for(self, template_id: str) -> frozenset[str]:
        return frozenset(about for _, about, chosen in self.library.chosen if chosen == template_id)

    def open(self, template_id: str, done: Callable[[WholeTemplate], object]) -> None:
        desk = self._context.desk
        self._context.lanes.reader.run(lambda: template(desk, template_id), done, self._refused)

    def duplicate(self, template_id: str, name: str) -> None:
        desk, operator = self._context.desk, self._context.operator_id
        self._write(lambda: duplicate_template(desk, template_id, name, operator))

    def remove(self, template_id: str) -> None:
        desk, operator = self._context.desk, self._context.operator_id
        self._write(lambda: remove_template(desk, template_id, operator))

    def drop_draft(self) -> None:
        self._write(lambda: forget_draft(self._context.desk))

    def images_for(self, draft: Draft, done: Callable[[Draft], object]) -> None:
        """The draft with the pictures that only the journal has."""
        desk = self._context.desk

        def work() -> Draft:
            with desk.store.read() as reads:
                known = reads.event.images(draft.template.images)
            return replace(draft, images={**known, **draft.images})

        self._context.lanes.reader.run(work, done)

    def choose(self, template_id: str, use: TemplateUse, wanted: frozenset[str]) -> None:
        """Exactly for these from now on, if it can be drawn on the longest name and the shortest."""
        context, before = self._context, self.used_for(template_id)
        desk, operator = context.desk, context.operator_id

        def work() -> None:
            if wanted:
                try_out(context, template_id)
            for about in sorted(before ^ wanted):
                chosen = template_id if about in wanted else ""
                choose_template(desk, use, about, chosen, operator)

        self._write(work, "designer-use-done" if wanted else "")

    def export(self, template_id: str, path: Path) -> None:
        context = self._context
        desk, write = context.desk, context.tools.write_file
        target = path if path.suffix else path.with_suffix(".zip")

        def done(_: None) -> None:
            context.notify(context.say("designer-exported", file=target.name))

        context.lanes.work.run(
            lambda: write(target, template_zip(template(desk, template_id))), done, self._refused
        )

    def bring(self, path: Path) -> None:
        """A zip that somebody sent; kept as one more design."""
        context = self._context
        desk, operator = context.desk, context.operator_id

        def work() -> str:
            read = read_template_zip(zip_bytes(path), context.tools.check_image)
            return save_template(desk, read.template, read.images, operator=operator)

        self._write(work, "designer-brought")

    def _write(self, work: Callable[[], object], said: str = "") -> None:
        context = self._context

        def done(_: object) -> None:
            if said:
                context.notify(context.say(said))
            self.failed.emit("")
            self.load()

        context.lanes.writer.run(work, done, self._refused)

    def _read(self, library: Library) -> None:
        self.library = library
        self.loaded.emit(library)
        for stored in library.templates:
            if self._looks.get(stored.id) != stored.template:
                self._looks[stored.id] = stored.template
                self._draw(stored.id)

    def _draw(self, template_id: str) -> None:
        context = self._context

        def work() -> QImage:
            whole = template(context.desk, template_id)
            return thumbnail(context, whole.stored.template, whole.images)

        def done(picture: QImage) -> None:
            self.drawn.emit(template_id, picture)

        context.lanes.work.run(work, done, lambda _: None)

    def _refused(self, error: PersonFacingError) -> None:
        self.failed.emit(self._context.say(error.sentence, **error.arguments))


def try_out(context: Context, template_id: str) -> None:
    """Raises PersonFacingError where it can't be drawn: a fault, a picture missing, a letter that the font lacks."""
    whole = template(context.desk, template_id)
    for sample in (Sample.LONGEST, Sample.SHORTEST):
        filled = filled_for(context, whole.stored.template, sample)
        context.tools.press.draw(whole.stored.template, filled, whole.images)
