"""Portraits from files: one person's, or a folder or zip of many at once."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from checkin_desktop.domain.people import Attendee
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.people.presenter import PeoplePresenter
from checkin_desktop.services.photos import Attached

_PICTURES = "(*.jpg *.jpeg *.png *.webp *.bmp)"
_NAMED = 8


class PhotoMenu:
    """Tests call the presenter with a path: what asks for one is Qt's own dialog."""

    def __init__(self, context: Context, presenter: PeoplePresenter, window: QWidget) -> None:
        self._context, self._presenter, self._window = context, presenter, window

    def of_one(self, attendee: Attendee, beside: QWidget) -> None:
        say = self._context.say
        if not attendee.person.photo:
            self._pick(attendee)
            return
        menu = QMenu(self._window)
        menu.addAction(say("people-photo-other"), lambda: self._pick(attendee))
        menu.addAction(say("people-photo-off"), lambda: self._presenter.attach_photo(attendee.id, None))
        menu.popup(beside.mapToGlobal(beside.rect().bottomLeft()))

    def of_many(self, beside: QWidget) -> None:
        say, menu = self._context.say, QMenu(self._window)
        menu.addAction(say("people-photos-folder"), self._pick_folder)
        menu.addAction(say("people-photos-zip"), self._pick_zip)
        menu.popup(beside.mapToGlobal(beside.rect().bottomLeft()))

    def tell(self, attached: Attached) -> None:
        """How many, and which pictures are nobody's."""
        say = self._context.say
        told = say("people-photos-attached", count=attached.people)
        if attached.nobodys:
            names = ", ".join(attached.nobodys[:_NAMED])
            told += " " + say("people-photos-nobodys", count=len(attached.nobodys), names=names)
        self._context.notify(told)

    def _pick(self, attendee: Attendee) -> None:
        say = self._context.say
        path, _ = QFileDialog.getOpenFileName(
            self._window, say("people-photo"), filter=f"{say('people-photo')} {_PICTURES}"
        )
        if path:
            self._presenter.attach_photo(attendee.id, Path(path))

    def _pick_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self._window, self._context.say("people-photos-folder"))
        if path:
            self._presenter.attach_many(Path(path))

    def _pick_zip(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self._window, self._context.say("people-photos-zip"), filter="ZIP (*.zip)"
        )
        if path:
            self._presenter.attach_many(Path(path))
