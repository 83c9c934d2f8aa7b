"""The form of one person: a walk-in's first registration, or what is put right later. Keyboard first."""

from dataclasses import replace
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from checkin_desktop.domain.people import Attendee, Category, DocumentKind, Person, plain, same_document
from checkin_desktop.gui.design.combos import CalmCombo, EnumCombo
from checkin_desktop.gui.design.tokens import GAP, PAD, TIGHT
from checkin_desktop.gui.design.widgets import button, label
from checkin_desktop.gui.keys import Key, bind
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.people.offered import Offered
from checkin_desktop.gui.pages.people.typed_name import DNI_DIGITS, as_name
from checkin_desktop.services.views import OrganisationLine

_TEXTS = (
    "given_names",
    "surnames",
    "document",
    "organisation",
    "region",
    "position",
    "email",
    "phone",
    "note",
    "badge",
)
_KINDS: tuple[DocumentKind | None, ...] = (*DocumentKind, None)
_LATER = ("position", "email", "phone", "note", "badge")
"""What can wait while somebody stands at the door."""


class PersonForm(QWidget):
    """`submitted` asks to save `person()`. Enter goes to the next field, Ctrl+Enter saves from anywhere.

    `at_the_door`: only what is asked there is shown, Enter passes by what is known already, and after the
    institution (and its region, if nobody knows it) saves.
    """

    submitted = Signal()
    document_edited = Signal(str)
    badge_edited = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._known: dict[str, OrganisationLine] = {}
        self._names: dict[str, str] = {}
        self._region_names: dict[str, str] = {}
        self._base = Person()
        self._brief, self._went_without = False, False
        self.more = button("quiet", self.show_all)
        self.fields = {name: QLineEdit() for name in _TEXTS}
        self.kind, self.category = CalmCombo(), EnumCombo(tuple(Category))
        self.kind.addItems([""] * len(_KINDS))
        self.document_hint = label("small", wrap=True)
        self.badge_hint = label("small", wrap=True)
        self._captions = {name: label("strong") for name in (*_TEXTS, "kind", "category")}
        self._lay_out()
        self._offered = {
            "organisation": Offered(
                self.fields["organisation"], lambda: self._names, self._region_of_organisation
            ),
            "region": Offered(self.fields["region"], lambda: self._region_names, lambda: None),
        }
        for name in _TEXTS:
            self.fields[name].returnPressed.connect(lambda name=name: self._next(name))
        self.fields["document"].textChanged.connect(self._document_changed)
        self.fields["badge"].textChanged.connect(self._badge_changed)
        for name in ("given_names", "surnames"):
            self.fields[name].editingFinished.connect(partial(self._capitals, name))
        self.fields["organisation"].editingFinished.connect(self._leave_organisation)
        self.kind.currentIndexChanged.connect(lambda _: self._document_changed())
        bind(Key.PEOPLE_SAVE, self, self.submitted.emit)
        self.retranslate()

    def show_person(self, person: Person, badge: str = "", at_the_door: bool = False) -> None:
        """Fills the form and puts the cursor into the first field that wants something."""
        self._base, self._brief, self._went_without = person, at_the_door, False
        for name in _TEXTS:
            self.fields[name].setText(badge if name == "badge" else getattr(person, name))
        self.kind.setCurrentIndex(_KINDS.index(person.document_kind))
        self.category.show_value(person.category)
        self._show_later()
        wanted = ("given_names", "surnames", "document", "organisation")
        first = next((name for name in wanted if not self.fields[name].text()), wanted[0])
        self.fields[first].setFocus()

    def show_all(self) -> None:
        """What could wait is wanted after all."""
        self._brief = False
        self._show_later()
        self.fields[_LATER[0]].setFocus()

    def take_document(self, number: str) -> None:
        """Scanned from the card: nothing is to be typed there any more."""
        field = self.fields["document"]
        field.setText(number)
        dni = number.isdecimal() and len(number) == DNI_DIGITS
        if dni is not (self.document_kind is DocumentKind.DNI):
            self.kind.setCurrentIndex(_KINDS.index(DocumentKind.DNI if dni else None))
        if field.hasFocus():
            self._next("document")

    def person(self) -> Person:
        """What the form says; what it does not ask (own code, consent, further columns) stays as it was."""
        said = {name: " ".join(field.text().split()) for name, field in self.fields.items()}
        document = same_document(said["document"])
        return replace(
            self._base,
            given_names=said["given_names"],
            surnames=said["surnames"],
            document=document,
            document_kind=self.document_kind if document else None,
            organisation=said["organisation"],
            region=said["region"],
            position=said["position"],
            category=self.category.value,
            email=said["email"],
            phone=said["phone"],
            note=said["note"],
        )

    @property
    def document_kind(self) -> DocumentKind | None:
        return _KINDS[self.kind.currentIndex()]

    @property
    def badge_code(self) -> str:
        return self.fields["badge"].text().strip().upper()

    def complaint(self) -> str:
        """The sentence that says what must be put right before saving, "" if nothing; goes to that field.

        At the door a document is asked for once; saved again without one, there is none.
        """
        if not self.person().name:
            self.fields["given_names"].setFocus()
            return "walk-in-no-name"
        if self._bad_dni():
            self.fields["document"].setFocus()
            return "people-form-bad-dni"
        if self._brief and not self._went_without and not self.person().document:
            self._went_without = True
            self.fields["document"].setFocus()
            return "people-form-no-document"
        return ""

    def offer(self, organisations: tuple[OrganisationLine, ...]) -> None:
        """Names that complete the organisation; its region comes with it."""
        self._known = {plain(n): o for o in organisations for n in (*o.aliases, o.name)}
        self._names = {key: organisation.name for key, organisation in self._known.items()}
        self._region_names = {plain(r): r for r in sorted({o.region for o in organisations if o.region})}

    def show_document_owner(self, owner: Attendee | None) -> None:
        known = self._context.say("people-form-known", name=owner.name) if owner else ""
        _hint(self.document_hint, known or self._length_hint())

    def show_badge_state(self, text: str) -> None:
        _hint(self.badge_hint, text)

    def retranslate(self) -> None:
        say = self._context.say
        for name, caption in self._captions.items():
            asked = "blank-badge" if name == "badge" else name.replace("_", "-")
            caption.setText(say(f"people-field-{asked}"))
            field = caption.buddy()
            if field is not None:
                field.setAccessibleName(caption.text())
        for index, kind in enumerate(_KINDS):
            self.kind.setItemText(index, say(f"document-{kind.value}" if kind else "people-form-no-kind"))
        self.category.show_texts([say(f"category-{category.value}") for category in Category])
        self.fields["badge"].setPlaceholderText(say("people-form-badge-how"))
        self.more.setText(say("people-form-more"))
        _hint(self.document_hint, self._length_hint())

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(PAD)
        grid.setVerticalSpacing(GAP + 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        places: tuple[tuple[str, QWidget, QLabel | None], ...] = (
            ("given_names", self.fields["given_names"], None),
            ("surnames", self.fields["surnames"], None),
            ("kind", self.kind, None),
            ("document", self.fields["document"], self.document_hint),
            ("organisation", self.fields["organisation"], None),
            ("region", self.fields["region"], None),
            ("category", self.category, None),
            ("position", self.fields["position"], None),
            ("email", self.fields["email"], None),
            ("phone", self.fields["phone"], None),
            ("note", self.fields["note"], None),
            ("badge", self.fields["badge"], self.badge_hint),
        )
        for number, (name, field, hint) in enumerate(places):
            caption = self._captions[name]
            caption.setBuddy(field)
            cell = QVBoxLayout()
            cell.setSpacing(TIGHT)
            cell.addWidget(caption)
            cell.addWidget(field)
            if hint is not None:
                cell.addWidget(hint)
            cell.addStretch()
            grid.addLayout(cell, number // 2, number % 2)
        beside_category = places.index(("category", self.category, None)) // 2
        grid.addWidget(
            self.more, beside_category, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        )
        for (_, one, _), (_, other, _) in pairwise(places):
            QWidget.setTabOrder(one, other)
        QWidget.setTabOrder(self.category, self.more)

    def _region_of_organisation(self) -> None:
        known = self._known.get(plain(self.fields["organisation"].text()))
        if known and known.region and not self.fields["region"].text().strip():
            self.fields["region"].setText(known.region)

    def _leave_organisation(self) -> None:
        """A name that is known stands as everybody else wrote it."""
        known = self._known.get(plain(self.fields["organisation"].text()))
        if known and known.name != self.fields["organisation"].text():
            self.fields["organisation"].setText(known.name)
        self._region_of_organisation()

    def _capitals(self, name: str) -> None:
        """Typed in a hurry; the badge shows it."""
        field = self.fields[name]
        if as_name(field.text()) != field.text() and field.text().islower():
            field.setText(as_name(field.text()))

    def _show_later(self) -> None:
        for name in _LATER:
            wanted = not self._brief or (name == "badge" and bool(self.fields["badge"].text()))
            self.fields[name].setVisible(wanted)
            self._captions[name].setVisible(wanted)
        self.more.setVisible(self._brief)

    def _next(self, name: str) -> None:
        """Where Enter goes to."""
        offered = self._offered.get(name)
        if offered is not None and offered.take():
            return
        if name == "organisation":
            self._leave_organisation()
        left = [n for n in _TEXTS[_TEXTS.index(name) + 1 :] if self.fields[n].isVisibleTo(self)]
        if self._brief:
            left = [n for n in left if n not in _LATER and not self.fields[n].text().strip()]
        if left:
            self.fields[left[0]].setFocus()
        else:
            self.submitted.emit()

    def _badge_changed(self, text: str) -> None:
        self._show_later()
        self.badge_edited.emit(text.strip())

    def _document_changed(self) -> None:
        _hint(self.document_hint, self._length_hint())
        self.document_edited.emit(same_document(self.fields["document"].text()))

    def _bad_dni(self) -> bool:
        number = same_document(self.fields["document"].text())
        digits = number.isdecimal() and len(number) == DNI_DIGITS
        return self.document_kind is DocumentKind.DNI and bool(number) and not digits

    def _length_hint(self) -> str:
        return self._context.say("people-form-bad-dni") if self._bad_dni() else ""


def _hint(hint: QLabel, text: str) -> None:
    hint.setText(text)
    hint.setVisible(bool(text))
