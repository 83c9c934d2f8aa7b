"""The event's designs and the ones to start from; the first path, a finished page dropped here."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from checkin_desktop.domain.template import TemplateUse
from checkin_desktop.gui.design.columns import Columns
from checkin_desktop.gui.design.flow import Flow
from checkin_desktop.gui.design.icons import pixmap, put_icon
from checkin_desktop.gui.design.page_head import PageHead
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, card, clear, label, row
from checkin_desktop.gui.page import Context
from checkin_desktop.services.template_drafts import Draft
from checkin_desktop.services.templates import StoredTemplate

_ICON = 36


@dataclass(frozen=True, slots=True)
class Library:
    """What the start shows: all designs, what each is used for, and what was not saved."""

    templates: tuple[StoredTemplate, ...] = ()
    chosen: tuple[tuple[TemplateUse, str, str], ...] = ()
    draft: Draft | None = None


class LibraryView(QWidget):
    """`file_dropped`: a finished page to start from; `action` carries what is wanted of which design."""

    file_wanted = Signal(object)
    file_dropped = Signal(object)
    blank_wanted = Signal(object)
    import_wanted = Signal()
    draft_answered = Signal(bool)
    action = Signal(str, str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._shown = context, Library()
        self._pictures: dict[str, QLabel] = {}
        self._drawn: dict[str, QImage] = {}
        self._thumbnail = QSize(128, 92)
        self.setAcceptDrops(True)
        self.notice, self.told = QFrame(), label(wrap=True)
        self.notice.setObjectName("notice")
        self.resume = button("primary", lambda: self.draft_answered.emit(True))
        self.discard = button("", lambda: self.draft_answered.emit(False))
        asked = QVBoxLayout(self.notice)
        asked.addWidget(self.told)
        asked.addLayout(_flowing(self.resume, self.discard))
        self.drop, self.picture = QFrame(), label()
        self.drop.setObjectName("drop")
        self.invitation, self.hint = label("large", wrap=True), label("soft", wrap=True)
        self.certificate = button("primary", lambda: self.file_wanted.emit(TemplateUse.CERTIFICATE))
        self.badge = button("", lambda: self.file_wanted.emit(TemplateUse.BADGE))
        inside = QVBoxLayout(self.drop)
        inside.setContentsMargins(PAD, PAD, PAD, PAD)
        for part in (self.picture, self.invitation, self.hint):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            inside.addWidget(part)
        inside.addLayout(_flowing(self.certificate, self.badge, centred=True))
        self.new_certificate = button("", lambda: self.blank_wanted.emit(TemplateUse.CERTIFICATE))
        self.new_badge = button("", lambda: self.blank_wanted.emit(TemplateUse.BADGE))
        self.bring = button("", self.import_wanted.emit)
        self.head = PageHead(self.bring, self.new_badge, self.new_certificate)
        self.wrong = label("wrong", wrap=True)
        self.wrong.hide()
        body, area = QWidget(), QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        outer, column = QVBoxLayout(self), QVBoxLayout(body)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(GAP + 4)
        outer.addWidget(self.head)
        outer.addWidget(area, 1)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP + 4)
        parts: tuple[QWidget, ...] = (self.notice, self.wrong, self.drop)
        for shown in parts:
            column.addWidget(shown)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(GAP)
        column.addLayout(self._cards)
        column.addStretch(1)

    def retranslate(self) -> None:
        say, colour = self._context.say, self._context.theme().text
        self.head.name(say("designer-title"), say("designer-about"))
        self.picture.setPixmap(pixmap("image-plus", self._context.theme().accent, _ICON))
        self.invitation.setText(say("designer-drop"))
        self.hint.setText(say("designer-drop-hint"))
        self.certificate.setText(say("designer-drop-certificate"))
        self.badge.setText(say("designer-drop-badge"))
        self.new_certificate.setText(say("designer-blank-certificate"))
        self.new_badge.setText(say("designer-blank-badge"))
        self.bring.setText(say("designer-import"))
        for made, name in (
            (self.new_certificate, "award"),
            (self.new_badge, "id-card"),
            (self.bring, "folder-open"),
        ):
            put_icon(made, name, colour)
        self.resume.setText(say("designer-draft-resume"))
        self.discard.setText(say("designer-draft-discard"))
        self.show_library(self._shown)

    def show_wrong(self, text: str) -> None:
        self.wrong.setText(text)
        self.wrong.setVisible(bool(text))

    def show_library(self, shown: Library) -> None:
        self._shown = shown
        self.notice.setVisible(shown.draft is not None)
        if shown.draft is not None:
            self.told.setText(self._context.say("designer-draft-kept", name=shown.draft.template.name))
        clear(self._cards)
        self._pictures = {}
        for heading, some in (
            ("designer-own", [s for s in shown.templates if not s.shipped]),
            ("designer-shipped", sorted((s for s in shown.templates if s.shipped), key=_badges_last)),
        ):
            if some:
                title = label("group")
                title.setText(self._context.say(heading))
                self._cards.addWidget(title)
            for stored in some:
                self._cards.addWidget(self._card(stored))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.file_dropped.emit(path)

    def _card(self, stored: StoredTemplate) -> QFrame:
        say = self._context.say
        frame, inside = card()
        texts, actions_side = QWidget(), QWidget()
        column = QVBoxLayout(texts)
        column.setContentsMargins(0, 0, 0, 0)
        template = stored.template
        picture = self._pictures[stored.id] = label()
        picture.setFixedSize(self._thumbnail)
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._show_picture(stored.id)
        name, about = label("strong", wrap=True), label("soft", wrap=True)
        name.setText(template.name)
        size = say("designer-size-said", width=f"{template.width:g}", height=f"{template.height:g}")
        parts = [say(f"designer-use-{template.use.value}"), size, self._used_for(stored.id)]
        about.setText(" · ".join(filter(None, parts)))
        column.addWidget(name)
        column.addWidget(about)
        if stored.disputed:
            disputed = label("wrong", wrap=True)
            disputed.setText(say("designer-disputed"))
            column.addWidget(disputed)
        actions = ("start", "use") if stored.shipped else ("edit", "use", "duplicate", "export", "remove")
        buttons = []
        for action in actions:
            made = button("quiet", partial(self.action.emit, action, stored.id))
            made.setText(say(f"designer-action-{action}"))
            made.setAccessibleName(say("designer-action-of", action=made.text(), name=template.name))
            buttons.append(made)
        column.addStretch(1)
        actions_side.setLayout(_flowing(*buttons, ending=True))
        described = QWidget()
        described.setMinimumHeight(self._thumbnail.height())
        shown = row(picture, texts)
        shown.setContentsMargins(0, 0, 0, 0)
        described.setLayout(shown)
        inside.addWidget(Columns([described, actions_side]))
        return frame

    def show_picture(self, template_id: str, picture: QImage) -> None:
        """How a design looks, once it is drawn."""
        self._drawn[template_id] = picture
        self._show_picture(template_id)

    def _show_picture(self, template_id: str) -> None:
        picture, place = self._drawn.get(template_id), self._pictures.get(template_id)
        if picture is not None and place is not None:
            kept, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            place.setPixmap(QPixmap.fromImage(picture).scaled(self._thumbnail, kept, smooth))

    def _used_for(self, template_id: str) -> str:
        about = [
            self._about(use, about) for use, about, chosen in self._shown.chosen if chosen == template_id
        ]
        return self._context.say("designer-used-for", what=", ".join(about)) if about else ""

    def _about(self, use: TemplateUse, about: str) -> str:
        if not about:
            return self._context.say(f"designer-all-{use.value}")
        known = "designer-certificate-kind" if use is TemplateUse.CERTIFICATE else "category"
        return self._context.say(f"{known}-{about}")


def _badges_last(stored: StoredTemplate) -> bool:
    return stored.template.use is TemplateUse.BADGE


def _flowing(*parts: QWidget, centred: bool = False, ending: bool = False) -> Flow:
    flow = Flow(centred=centred, ending=ending)
    for part in parts:
        flow.addWidget(part)
    return flow


def dropped_file(event: QDropEvent) -> Path | None:
    """The one file that is dropped; None for anything else."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
