"""The page where certificates and badges are designed."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QFrame, QScrollArea, QStackedWidget

from checkin_desktop.domain.operators import Action
from checkin_desktop.domain.template import TemplateUse
from checkin_desktop.gui.design.dialogs import ask
from checkin_desktop.gui.page import Context, Page
from checkin_desktop.gui.pages.designer.dialogs import LeaveDialog, NameDialog, UseDialog
from checkin_desktop.gui.pages.designer.editor import EditorView
from checkin_desktop.gui.pages.designer.library import Library, LibraryView
from checkin_desktop.gui.pages.designer.library_presenter import LibraryPresenter
from checkin_desktop.gui.pages.designer.presenter import DesignPresenter
from checkin_desktop.gui.pages.designer.starting import blank
from checkin_desktop.services.ports.template_images import PreparedImage
from checkin_desktop.services.template_drafts import Draft
from checkin_desktop.services.templates import WholeTemplate

_PICTURES = "(*.svg *.pdf *.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff)"
_PAGES = "(*.pdf *.svg *.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff)"


class DesignerPage(Page):
    """The library first; the editor while a design is open. Leaving keeps what was not saved as a draft."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.design = DesignPresenter(context, blank("", TemplateUse.CERTIFICATE))
        self.shelf = LibraryPresenter(context)
        self.library, self.editor = LibraryView(context), EditorView(context, self.design)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.library)
        self._editing = QScrollArea()
        self._editing.setWidgetResizable(True)
        self._editing.setFrameShape(QFrame.Shape.NoFrame)
        self._editing.setWidget(self.editor)
        self.stack.addWidget(self._editing)
        self.body.addWidget(self.stack, 1)
        self._connect()
        self.retranslate()

    @property
    def editing(self) -> bool:
        return self.stack.currentWidget() is self._editing

    def retranslate(self) -> None:
        self.library.retranslate()
        self.editor.retranslate()

    def refresh(self) -> None:
        may, say = self.context.may(Action.CONFIGURE), self.context.say
        self.setEnabled(may)
        self.setToolTip("" if may else say("designer-not-allowed"))
        if not self.editing:
            self.shelf.load()

    def leave(self) -> None:
        if self.editing and self.design.unsaved:
            self.design.keep_draft()
            self.context.notify(self.context.say("designer-draft-stays"))

    def ask_file(self, patterns: str) -> str:
        """A file to open; empty if a person thought better of it."""
        title = self.context.say("designer-title")
        return QFileDialog.getOpenFileName(self, title, str(Path.home()), patterns)[0]

    def ask_target(self, name: str) -> str:
        title = self.context.say("designer-action-export")
        return QFileDialog.getSaveFileName(self, title, str(Path.home() / f"{name}.zip"), "ZIP (*.zip)")[0]

    def start_from_page(self, path: Path, use: TemplateUse) -> None:
        """The first path: a finished page, then the name, then the QR."""

        def prepared(made: PreparedImage) -> None:
            name = path.stem.replace("_", " ").strip()[:60] or self.context.say("designer-untitled")
            self._edit_new(name, use)
            self.design.set_background(made)
            self.editor.begin_steps()

        self.library.show_wrong("")
        self.design.prepare(path, prepared, background=True)

    def start_blank(self, use: TemplateUse) -> None:
        self._edit_new(self.context.say("designer-untitled"), use)

    def open(self, template_id: str) -> None:
        self.shelf.open(template_id, self._open)

    def show_editor(self) -> None:
        self.stack.setCurrentWidget(self._editing)
        self.editor.tabs.setCurrentIndex(0)
        self.editor.fit_panel()
        self.editor.canvas.fit()
        self.editor.canvas.setFocus()

    def show_library(self) -> None:
        self.editor.steps.end()
        self.editor.rendering.stop()
        self.stack.setCurrentWidget(self.library)
        self.shelf.load()

    def save(self, *, as_new: bool = False) -> None:
        """Asks first where certificates are issued with it; a new one, for its name."""
        template_id = self.design.origin.template_id
        if as_new or not self.design.template.name.strip():
            name = self.context.say("designer-copy-of", name=self.design.template.name) if as_new else ""
            NameDialog(self, self.context, name, lambda named: self._save_named(named, as_new=as_new)).open()
        elif template_id and self.shelf.used_for(template_id):
            say = self.context.say
            ask(
                self,
                say("designer-overwrite-title"),
                say("designer-overwrite-about"),
                say("designer-save"),
                say("designer-cancel"),
                self.design.save,
            )
        else:
            self.design.save()

    def choose_use(self, template_id: str, use: TemplateUse) -> None:
        ticked = self.shelf.used_for(template_id)
        UseDialog(
            self, self.context, use, ticked, lambda taken: self.shelf.choose(template_id, use, taken)
        ).open()

    def _save_named(self, name: str, *, as_new: bool) -> None:
        self.design.set_page(name=name)
        self.design.save(as_new=as_new)

    def _edit_new(self, name: str, use: TemplateUse) -> None:
        self.design.begin(blank(name, use), {})
        self.show_editor()

    def _open(self, whole: WholeTemplate) -> None:
        self.design.open(whole)
        self.show_editor()

    def _back(self) -> None:
        if not self.design.unsaved:
            self.show_library()
            return

        def save() -> None:
            self.design.save(then=self.show_library)

        def drop() -> None:
            self.design.drop_draft()
            self.show_library()

        LeaveDialog(self, self.context, save, drop).open()

    def _use_open(self) -> None:
        """Saved first: what is chosen is what stands in the journal."""
        template = self.design.template
        self.design.save(then=lambda: self.choose_use(self.design.origin.template_id, template.use))

    def _act(self, action: str, template_id: str) -> None:
        stored = self.shelf.stored(template_id)
        if stored is None:
            return
        name, say = stored.template.name, self.context.say
        match action:
            case "edit" | "start":
                self.open(template_id)
            case "use":
                self.choose_use(template_id, stored.template.use)
            case "duplicate":
                self.shelf.duplicate(template_id, say("designer-copy-of", name=name))
            case "export":
                target = self.ask_target(name)
                if target:
                    self.shelf.export(template_id, Path(target))
            case "remove":
                ask(
                    self,
                    say("designer-remove-title", name=name),
                    say("designer-remove-about"),
                    say("designer-action-remove"),
                    say("designer-cancel"),
                    lambda: self.shelf.remove(template_id),
                )

    def _ask_page(self, use: TemplateUse) -> None:
        chosen = self.ask_file(f"{self.context.say('designer-pages')} {_PAGES}")
        if chosen:
            self.start_from_page(Path(chosen), use)

    def _ask_picture(self, background: bool) -> None:
        word, patterns = ("designer-pages", _PAGES) if background else ("designer-pictures", _PICTURES)
        chosen = self.ask_file(f"{self.context.say(word)} {patterns}")
        if chosen:
            self.editor.take_picture(Path(chosen), background=background)

    def _ask_zip(self) -> None:
        chosen = self.ask_file("ZIP (*.zip)")
        if chosen:
            self.shelf.bring(Path(chosen))

    def _drop(self, path: Path) -> None:
        if path.suffix.lower() == ".zip":
            self.shelf.bring(path)
        else:
            self.start_from_page(path, TemplateUse.CERTIFICATE)

    def _answer_draft(self, resume: bool) -> None:
        draft: Draft | None = self.shelf.library.draft
        if not resume or draft is None:
            self.shelf.drop_draft()
            return
        self.shelf.images_for(draft, self._resume)

    def _resume(self, draft: Draft) -> None:
        self.design.resume(draft)
        self.show_editor()

    def _show(self, library: Library) -> None:
        self.library.show_library(library)

    def _saved(self, _: str) -> None:
        self.context.notify(self.context.say("designer-saved", name=self.design.template.name))
        self.shelf.load()

    def _finish_steps(self) -> None:
        self.editor.steps.end()
        self._use_open()

    def _connect(self) -> None:
        library, editor = self.library, self.editor
        library.file_wanted.connect(self._ask_page)
        library.file_dropped.connect(self._drop)
        library.blank_wanted.connect(self.start_blank)
        library.import_wanted.connect(self._ask_zip)
        library.draft_answered.connect(self._answer_draft)
        library.action.connect(self._act)
        editor.back_wanted.connect(self._back)
        editor.save_wanted.connect(lambda as_new: self.save(as_new=as_new))
        editor.use_wanted.connect(self._use_open)
        editor.picture_wanted.connect(self._ask_picture)
        editor.steps.finished.connect(self._finish_steps)
        self.design.saved.connect(self._saved)
        self.design.failed.connect(library.show_wrong)
        self.shelf.loaded.connect(self._show)
        self.shelf.drawn.connect(library.show_picture)
        self.shelf.failed.connect(library.show_wrong)
        self.shelf.failed.connect(editor.tell)
