"""The form with what surrounds it: its title, whose document that is already, and saving."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from checkin_desktop.domain.badge import LENGTH as BADGE_LENGTH
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.identity_document import read_document
from checkin_desktop.domain.people import Attendee, DocumentKind, Person, dni_number, plain, same_document
from checkin_desktop.gui.design.dialogs import ask
from checkin_desktop.gui.design.flow import Flow
from checkin_desktop.gui.design.icons import put_icon
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import at_the_left, button, card, label, row
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.people.form import PersonForm
from checkin_desktop.gui.pages.people.form_presenter import FormPresenter, Saved
from checkin_desktop.gui.pages.people.typed_name import document_number, prefilled
from checkin_desktop.gui.person_dialog import PersonDialog
from checkin_desktop.services.register_walk_in import KnownDocument

_LOOKED_UP = 6
_WIDEST_LETTERS = 108
_TELLING = 3
"""A word of so many letters is a name, not a «de» or a «la»."""


class Next(StrEnum):
    """What happens once somebody is registered."""

    NOTHING = "nothing"
    PRINT = "print"
    ADMIT = "admit"


class FormPane(QWidget):
    """`finished` brings what was saved and what is wanted next; `cancelled`, whether somebody waits at the door;
    `person_wanted` whose document that is, `admission_wanted` the same where they stand there and want in."""

    finished = Signal(object, object)
    cancelled = Signal(bool)
    person_wanted = Signal(str)
    admission_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.presenter = FormPresenter(context)
        self._editing: Attendee | None = None
        self._owner: Attendee | None = None
        self._next = Next.NOTHING
        self._at_the_door = False
        self._saving = False
        self._scanned = ""
        self._opened_with = (Person(), "")
        self.form = PersonForm(context)
        self.back = button("quiet", self.leave)
        self.title = label("heading", wrap=True)
        self.notice = QFrame()
        self.notice.setObjectName("banner")
        self.said = label(wrap=True)
        self.open_owner = button("", self._open_owner)
        self.open_owner.setAutoDefault(True)
        beside = QHBoxLayout(self.notice)
        beside.addWidget(self.said, 1)
        beside.addWidget(self.open_owner)
        self.instead = label("strong", wrap=True)
        self.pick_instead = button("quiet", self.choose_instead)
        self._instead_of: Attendee | None = None
        self.admit_button = button("primary", lambda: self._save(Next.ADMIT))
        self.save_button = button("", lambda: self._save(Next.NOTHING))
        self.print_button = button("", lambda: self._save(Next.PRINT))
        self.cancel_button = button("", self.leave)
        self.how = label("small", wrap=True)
        self._frame, inside = card()
        inside.setSpacing(PAD)
        inside.addWidget(self.form)
        inside.addLayout(row(self.instead, 0, self.pick_instead))
        inside.addWidget(self.notice)
        ways_on = Flow(ending=True)
        for way in (self.print_button, self.save_button, self.admit_button):
            ways_on.addWidget(way)
        ends = row(self.cancel_button)
        ends.addLayout(ways_on, 1)
        inside.addLayout(ends)
        inside.addWidget(self.how)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.title)
        column.addLayout(at_the_left(self._frame))
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.form.submitted.connect(self._submit)
        self.form.document_edited.connect(self._document_edited)
        self.form.badge_edited.connect(self._badge_edited)
        self.presenter.organisations_found.connect(self.form.offer)
        self.presenter.owner_found.connect(self._owner_found)
        self.presenter.badge_checked.connect(self._badge_checked)
        self.presenter.saved.connect(self._saved)
        self.presenter.refused.connect(self._refused)
        self.retranslate()

    @property
    def at_the_door(self) -> bool:
        """Somebody stands at the desk while the form is open."""
        return self._at_the_door

    @property
    def unsaved(self) -> bool:
        """Something was typed that is not kept yet."""
        return (self.form.person(), self.form.badge_code) != self._opened_with

    def start(self, typed: str, at_the_door: bool) -> None:
        """A new person; what was searched for goes where it belongs: badge, document number or name.

        `at_the_door`: somebody stands there and wants in, so saving also checks in.
        """
        self._editing, self._at_the_door = None, at_the_door
        person, badge = prefilled(typed)
        self._open(person, badge)

    def start_instead(self, absent: Attendee) -> None:
        """Somebody on no list came in `absent`'s place: their institution and region are known."""
        self._editing, self._at_the_door = None, True
        p = absent.person
        self._open(
            Person(
                organisation=p.organisation,
                region=p.region,
                category=p.category,
                document_kind=DocumentKind.DNI,
            ),
            "",
        )
        self._show_instead(absent)

    def choose_instead(self) -> None:
        """In whose place the person came; picked again, another one."""
        say = self._context.say
        self.dialog = PersonDialog(
            self._context,
            self,
            say("desk-represent-title"),
            say("people-form-instead-text"),
            lambda line: self._show_instead(line.attendee),
        )
        self.dialog.open()

    def _show_instead(self, absent: Attendee | None) -> None:
        say = self._context.say
        self._instead_of = absent
        told = say("people-form-instead", name=absent.name) if absent else ""
        self.instead.setText(told)
        self.instead.setVisible(bool(told))
        self.pick_instead.setText(say("people-form-instead-other" if absent else "desk-verb-represent"))
        self.pick_instead.setToolTip("F6")

    def edit(self, attendee: Attendee, at_the_door: bool = False) -> None:
        """`at_the_door`: whoever leaves the form wants back to the desk."""
        self._editing, self._at_the_door = attendee, at_the_door
        self._open(attendee.person, "")

    def leave(self) -> None:
        """Back without saving; asks first if something was typed."""
        if not self.unsaved:
            self.cancelled.emit(self._at_the_door)
            return
        say = self._context.say
        self.question = ask(
            self,
            say("people-discard"),
            say("people-discard-text"),
            say("people-discard-yes"),
            say("people-discard-no"),
            lambda: self.cancelled.emit(self._at_the_door),
        )

    def take_scan(self, code: str) -> None:
        """What a scanner read while the form is open: a badge, or the number of a document; nothing else goes in."""
        _, badge = prefilled(code)
        read = read_document(code)
        number = read.number if read is not None else dni_number(code) or document_number(code)
        if badge:
            self._scanned = badge
            self.form.fields["badge"].setText(badge)
        elif number:
            self.form.take_document(number)
        else:
            self._context.notify(self._context.say("people-form-no-such-scan"))

    def retranslate(self) -> None:
        say, theme = self._context.say, self._context.theme()
        self.ensurePolished()
        self._frame.setMaximumWidth(self.fontMetrics().averageCharWidth() * _WIDEST_LETTERS)
        self.back.setText(say("people-back-to-desk" if self._at_the_door else "people-back"))
        put_icon(self.back, "chevron-left", theme.accent)
        self.title.setText(say("people-form-edit" if self._editing else "people-form-new"))
        self.save_button.setText(say("people-form-save" if self._editing else "people-form-register"))
        self.admit_button.setText(say("people-form-and-admit"))
        self._mark_primary()
        printing = "people-form-save-and-print" if self._editing else "people-form-and-print"
        self.print_button.setText(say("people-form-admit-and-print" if self._registering else printing))
        on_print = theme.on_accent if self.print_button.objectName() == "primary" else theme.text
        put_icon(self.print_button, "printer", on_print)
        self.cancel_button.setText(say("people-cancel"))
        self.how.setText(say("people-form-how"))
        self.form.retranslate()
        self._tell_owner()

    def _open(self, person: Person, badge: str) -> None:
        self._owner, self._saving, self._scanned = None, False, ""
        self._show_instead(None)
        self.notice.hide()
        self.form.show_badge_state("")
        self.presenter.look_up_organisations()
        self.retranslate()
        self.form.show_person(person, badge, self._registering)
        self._opened_with = (self.form.person(), self.form.badge_code)
        self._enable()

    def _submit(self) -> None:
        if self._editing is not None:
            self._save(Next.PRINT if self._at_the_door else Next.NOTHING)
        else:
            self._save(Next.ADMIT if self._at_the_door else Next.NOTHING)

    @property
    def _registering(self) -> bool:
        """Somebody of no list stands at the desk."""
        return self._at_the_door and self._editing is None

    def _mark_primary(self) -> None:
        """One button is the main one: the one that Ctrl+Enter presses."""
        registering = self._registering
        self.admit_button.setVisible(registering)
        self.how.setVisible(registering)
        self.save_button.setVisible(not registering)
        main = self.admit_button if registering else self.save_button
        if self._at_the_door and self._editing is not None:
            main = self.print_button
        for part in (self.admit_button, self.save_button, self.print_button):
            part.setObjectName("primary" if part is main else "")
            part.style().unpolish(part)
            part.style().polish(part)
            part.setToolTip("Ctrl+Enter" if part is main else "")

    def _save(self, then: Next) -> None:
        if self._saving:
            return
        complaint = self.form.complaint()
        if complaint:
            self._tell(self._context.say(complaint))
            return
        self._saving, self._next = True, then
        self.notice.hide()
        self._enable()
        attendee_id = self._editing.id if self._editing else ""
        self.presenter.save(self.form.person(), self.form.badge_code, attendee_id, self._instead_of)

    def _saved(self, saved: Saved) -> None:
        self._saving = False
        self._enable()
        told = [] if self._next is Next.ADMIT else [self._done(saved)]
        if saved.badge_problem is not None:
            told.append(self._context.say(saved.badge_problem.sentence, **saved.badge_problem.arguments))
        if told:
            self._context.notify(" ".join(told))
        self.finished.emit(saved, self._next)

    def _done(self, saved: Saved) -> str:
        sentence = "people-registered" if saved.new else "people-corrected"
        return self._context.say(sentence, name=saved.attendee.name)

    def _refused(self, error: PersonFacingError) -> None:
        self._saving = False
        self._enable()
        self._tell(self._context.say(error.sentence, **error.arguments))
        if isinstance(error, KnownDocument):
            self._document_edited(same_document(self.form.fields["document"].text()))
            self._to_the_owner()

    def _to_the_owner(self) -> None:
        """One more Enter lets in who is on the list after all; another one's number is to be put right instead."""
        typed, owner = self.form.person(), self._owner
        same = owner is not None and bool(_words(typed.name) & _words(owner.name))
        (self.open_owner if same and self._registering else self.form.fields["document"]).setFocus()

    def _document_edited(self, document: str) -> None:
        if len(document) < _LOOKED_UP:
            self._owner_found(None)
            return
        self.presenter.look_up_document(document, self._editing.id if self._editing else "")

    def _owner_found(self, owner: Attendee | None) -> None:
        had, self._owner = self._owner, owner
        if had or owner:
            self._tell_owner()

    def _tell_owner(self) -> None:
        self.form.show_document_owner(self._owner)
        self.open_owner.setVisible(self._owner is not None)
        if self._owner is None:
            self.notice.hide()
        else:
            document, name = self._owner.person.document, self._owner.name
            self.said.setText(self._context.say("people-form-owner", document=document, name=name))
            self.open_owner.setText(
                self._context.say("people-form-owner-in" if self._registering else "people-form-open-owner")
            )
            self.notice.show()

    def _tell(self, text: str) -> None:
        self.said.setText(text)
        self.open_owner.setVisible(self._owner is not None)
        self.notice.show()

    def _open_owner(self) -> None:
        if self._owner is not None:
            (self.admission_wanted if self._registering else self.person_wanted).emit(self._owner.id)

    def _badge_edited(self, code: str) -> None:
        self.form.show_badge_state("")
        if len(code) >= BADGE_LENGTH:
            self.presenter.check_badge(code, self._editing.id if self._editing else "")

    def _badge_checked(self, code: str, problem: PersonFacingError | None) -> None:
        if code != self.form.fields["badge"].text().strip():
            return
        if problem is not None and code == self._scanned:
            self.form.fields["badge"].clear()
            self._tell(self._context.say("people-form-somebodys-badge"))
            return
        sentence = problem.sentence if problem else "people-form-badge-good"
        arguments = problem.arguments if problem else {}
        self.form.show_badge_state(self._context.say(sentence, **arguments))

    def _enable(self) -> None:
        for part in (self.save_button, self.print_button, self.admit_button):
            part.setEnabled(not self._saving)


def _words(name: str) -> set[str]:
    return {word for word in plain(name).split() if len(word) >= _TELLING}
