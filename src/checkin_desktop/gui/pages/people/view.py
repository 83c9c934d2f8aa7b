"""The roster beside one person's card; the form takes their place while somebody is registered or corrected."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from checkin_desktop.domain.people import Attendee, AttendeeStatus, Category
from checkin_desktop.gui.badge_printing import BackgroundBadges, BadgePrinting, ask_again
from checkin_desktop.gui.checkpoints import checkpoint_text
from checkin_desktop.gui.design.columns import Columns
from checkin_desktop.gui.design.combos import CalmCombo, EnumCombo
from checkin_desktop.gui.design.dialogs import ask
from checkin_desktop.gui.design.icons import put_icon
from checkin_desktop.gui.design.page_head import PageHead
from checkin_desktop.gui.design.tokens import GAP
from checkin_desktop.gui.design.widgets import button, label
from checkin_desktop.gui.document_dialog import Document, DocumentDialog
from checkin_desktop.gui.keys import Key, bind
from checkin_desktop.gui.page import Context, Page
from checkin_desktop.gui.pages.people.belongings import BelongingsView
from checkin_desktop.gui.pages.people.card import PersonCard
from checkin_desktop.gui.pages.people.form_pane import FormPane, Next
from checkin_desktop.gui.pages.people.form_presenter import Saved
from checkin_desktop.gui.pages.people.photo_menu import PhotoMenu
from checkin_desktop.gui.pages.people.presenter import MOST_FOUND, PeoplePresenter, Question, Roster, Standing
from checkin_desktop.gui.pages.people.roster_table import RosterTable
from checkin_desktop.gui.pages.people.typed_name import prefilled
from checkin_desktop.services.find_attendee import attendee as find
from checkin_desktop.services.views import AttendeeCard

_CATEGORIES: tuple[Category | None, ...] = (None, *Category)


class PeoplePage(Page):
    """`registered` brings the id of somebody just registered here."""

    registered = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.presenter = PeoplePresenter(context)
        self.search = QLineEdit()
        self.search.setObjectName("search")
        self.search.setClearButtonEnabled(True)
        self.category, self.standing = CalmCombo(), EnumCombo(tuple(Standing))
        for combo in (self.category, self.standing):
            combo.setSizeAdjustPolicy(CalmCombo.SizeAdjustPolicy.AdjustToContents)
        self.category.addItems([""] * len(_CATEGORIES))
        self.new_button = button("primary", self._new)
        self.photos_button = button("", lambda: self.photo_menu.of_many(self.photos_button))
        self.head = PageHead(self.photos_button, self.new_button)
        self.photo_menu = PhotoMenu(context, self.presenter, self)
        self.count = label("small", wrap=True)
        self.table = RosterTable(context)
        self.belongings = BelongingsView(context, self.presenter)
        self.card = PersonCard(context, self.belongings)
        self.form_pane = FormPane(context)
        self.badge_dialog = DocumentDialog(context, self)
        self.printing, self.background = BadgePrinting(context, self), BackgroundBadges(context, self)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._roster_side())
        self.stack.addWidget(self.form_pane)
        self.body.addWidget(self.stack)
        self._print_next = ""
        self._connect()
        self.retranslate()

    def start_walk_in(self, typed: str) -> None:
        """From the door: the form for somebody who is not on the list, with what was searched for filled in."""
        if prefilled(typed)[1] and self.form_pane.unsaved and self.form_pane.at_the_door:
            self.stack.setCurrentWidget(self.form_pane)
            self.form_pane.take_scan(typed)
        else:
            self._unless_unsaved(lambda: self._open_form(typed, at_the_door=True))

    def _unless_unsaved(self, begin: Callable[[], None]) -> None:
        """Who was being registered before is not lost without a word."""
        if self.stack.currentWidget() is not self.form_pane or not self.form_pane.unsaved:
            begin()
            return
        say, name = self.context.say, self.form_pane.form.person().name
        self.question = ask(
            self,
            say("people-unfinished", name=name) if name else say("people-unfinished-nameless"),
            say("people-unfinished-text"),
            say("people-unfinished-other"),
            say("people-discard-no"),
            begin,
        )

    def start_correction(self, attendee_id: str) -> None:
        """From the door: what is put right is printed anew, and the desk goes on."""
        self._from_list(attendee_id, lambda attendee: self.form_pane.edit(attendee, at_the_door=True))

    def start_substitute(self, attendee_id: str) -> None:
        """From the door: the form for somebody who came in this person's place."""
        self._from_list(attendee_id, self.form_pane.start_instead)

    def _from_list(self, attendee_id: str, then: Callable[[Attendee], None]) -> None:
        desk = self.context.desk

        def found(attendee: Attendee | None) -> None:
            if attendee is not None:
                self._unless_unsaved(lambda: self._show_form(lambda: then(attendee)))

        self.context.lanes.reader.run(lambda: find(desk, attendee_id), found)

    def _show_form(self, fill: Callable[[], None]) -> None:
        self.stack.setCurrentWidget(self.form_pane)
        fill()

    def show_person(self, attendee_id: str) -> None:
        """The roster with this person's card."""
        self.stack.setCurrentIndex(0)
        self.presenter.choose(attendee_id)
        self.table.mark(attendee_id)

    def retranslate(self) -> None:
        say, theme = self.context.say, self.context.theme()
        self.head.name(say("nav-people"), say("head-people"))
        self.search.setPlaceholderText(say("people-search"))
        self.search.setAccessibleName(say("people-search"))
        self.category.setAccessibleName(say("people-filter-category"))
        self.standing.setAccessibleName(say("people-filter-standing"))
        for index, category in enumerate(_CATEGORIES):
            sentence = f"category-{category.value}" if category else "people-filter-all-categories"
            self.category.setItemText(index, say(sentence))
        self.standing.show_texts([say(f"people-standing-{standing.value}") for standing in Standing])
        self.new_button.setText(say("people-new"))
        put_icon(self.new_button, "user-plus", theme.on_accent)
        self.new_button.setToolTip("Ctrl+N")
        self.photos_button.setText(say("people-photos"))
        put_icon(self.photos_button, "image-plus", theme.text)
        self.photos_button.setToolTip(say("people-photos-how"))
        self.table.retranslate()
        self.card.retranslate()
        self.belongings.retranslate()
        self.form_pane.retranslate()
        self._tell_count(self.table.roster)

    def refresh(self) -> None:
        self.presenter.refresh()
        if self.stack.currentIndex() == 0 and not self.table.has_focus:
            self.search.setFocus()

    def _roster_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP + 2)
        column.addWidget(self.head)
        filters = QWidget()
        narrowing = QHBoxLayout(filters)
        narrowing.setContentsMargins(0, 0, 0, 0)
        narrowing.addWidget(self.category)
        narrowing.addWidget(self.standing)
        column.addWidget(Columns((self.search, filters), letters=29, stretches=(1, 0)))
        column.addWidget(self.count)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(Columns((self.table, self.card), stretches=(13, 7)))
        column.addWidget(scroll, 1)
        return side

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _: self._ask())
        self.search.returnPressed.connect(self.table.enter)
        self.category.currentIndexChanged.connect(lambda _: self._ask())
        self.standing.currentIndexChanged.connect(lambda _: self._ask())
        self.presenter.roster_changed.connect(self._show_roster)
        self.presenter.card_changed.connect(self._show_card)
        self.presenter.badge_drawn.connect(self._show_badge)
        self.presenter.photo_found.connect(self.card.show_portrait)
        self.presenter.photos_attached.connect(self.photo_menu.tell)
        self.card.photo_wanted.connect(lambda card: self.photo_menu.of_one(card.attendee, self.card.photo))
        self.table.chosen.connect(self.presenter.choose)
        self.table.walk_in_wanted.connect(self._open_form)
        self.card.edit_wanted.connect(self._edit)
        self.card.badge_wanted.connect(self._badge_wanted)
        self.card.certificate_wanted.connect(
            lambda card: self.context.session.certificate_wanted.emit(card.attendee.id)
        )
        self.card.lost_wanted.connect(self._ask_lost)
        self.card.withdrawal_wanted.connect(self._ask_withdrawal)
        self.form_pane.finished.connect(self._saved)
        self.form_pane.cancelled.connect(self._form_left)
        self.form_pane.person_wanted.connect(self.show_person)
        self.form_pane.admission_wanted.connect(self._on_the_list_after_all)
        self.context.session.checkpoint_changed.connect(self._checkpoint_changed)
        bind(Key.PEOPLE_NEW, self, self._new)
        bind(Key.PEOPLE_SEARCH, self, self._to_search)
        bind(Key.PEOPLE_CORRECT, self, lambda: self._edit(self.card.shown))
        bind(Key.PEOPLE_REPRESENT, self, self._choose_instead)
        bind(Key.PEOPLE_BACK, self, self._escape)

    def take_scan(self, code: str) -> bool:
        if self.stack.currentWidget() is not self.form_pane:
            return False
        self.form_pane.take_scan(code)
        return True

    def _ask(self) -> None:
        category = _CATEGORIES[self.category.currentIndex()]
        self.presenter.ask(Question(self.search.text().strip(), category, self.standing.value))

    def _show_roster(self, roster: Roster) -> None:
        self.table.show_roster(roster)
        self._tell_count(roster)

    def _tell_count(self, roster: Roster | None) -> None:
        if roster is None:
            self.count.setText("")
            return
        checkpoint = self.context.session.checkpoint
        parts = [self.context.say("people-count", count=len(roster.lines))]
        if checkpoint is not None:
            arrived = self.context.say(
                "people-count-arrived",
                count=roster.arrived,
                checkpoint=checkpoint_text(checkpoint, self.context.language),
            )
            parts.append(arrived)
        if roster.more:
            parts.append(self.context.say("people-more", most=MOST_FOUND))
        self.count.setText(" · ".join(parts))

    def _show_card(self, card: AttendeeCard | None) -> None:
        self.card.show_card(card)
        if card is not None:
            self.presenter.look_for_photo(card.attendee)
        if card is not None and card.attendee.id == self._print_next:
            self._print_next = ""
            self.presenter.draw_badge(card)

    def _checkpoint_changed(self) -> None:
        if self.isVisible():
            self.presenter.reload()

    def _new(self) -> None:
        if self.stack.currentIndex() == 0:
            self._open_form(self.search.text())

    def _open_form(self, typed: str, at_the_door: bool = False) -> None:
        self.stack.setCurrentWidget(self.form_pane)
        self.form_pane.start(typed, at_the_door)

    def _edit(self, card: AttendeeCard | None) -> None:
        if card is not None and self.stack.currentIndex() == 0:
            self.stack.setCurrentWidget(self.form_pane)
            self.form_pane.edit(card.attendee)

    def _escape(self) -> None:
        if self.stack.currentIndex() == 0:
            self.search.clear()
            self.search.setFocus()
        else:
            self.form_pane.leave()

    def _choose_instead(self) -> None:
        if self.stack.currentWidget() is self.form_pane:
            self.form_pane.choose_instead()

    def _form_left(self, at_the_door: bool) -> None:
        self.stack.setCurrentIndex(0)
        if at_the_door:
            self.context.session.page_wanted.emit("desk")
        else:
            self.search.setFocus()

    def _on_the_list_after_all(self, attendee_id: str) -> None:
        self.stack.setCurrentIndex(0)
        self.context.session.admission_wanted.emit(attendee_id)

    def _to_search(self) -> None:
        if self.stack.currentIndex() == 0:
            self.search.setFocus()
            self.search.selectAll()

    def _saved(self, saved: Saved, then: Next) -> None:
        attendee_id, at_the_door = saved.attendee.id, self.form_pane.at_the_door
        corrected_at_the_door = not saved.new and at_the_door
        if then is Next.PRINT and not at_the_door:
            self._print_next = attendee_id
        if then is Next.PRINT and at_the_door:
            self.printing.print_badge(attendee_id)
        if saved.new and then is not Next.PRINT:
            self.background.registered(attendee_id)
        if saved.new:
            self.search.clear()
        self.show_person(attendee_id)
        self.search.setFocus()
        if saved.new:
            self.registered.emit(attendee_id)
        if then is Next.ADMIT or (saved.new and at_the_door):
            self.context.session.admission_wanted.emit(attendee_id)
        elif corrected_at_the_door:
            self.context.session.page_wanted.emit("desk")

    def _badge_wanted(self, card: AttendeeCard) -> None:
        if card.attendee.badge_prints and card.prints:
            draw = self.presenter.draw_badge
            self.question = ask_again(self.context, self, card, lambda: draw(card))
        else:
            self.presenter.draw_badge(card)

    def _show_badge(self, card: AttendeeCard, pdf: bytes) -> None:
        say, attendee = self.context.say, card.attendee
        self.badge_dialog.present(
            Document(
                pdf,
                say("people-badge-of", name=attendee.name),
                f"{say('people-badge-file')}.pdf",
                say("people-badge-file"),
                lambda printer: self.presenter.badge_delivered(attendee.id, printer),
            )
        )

    def _ask_lost(self, card: AttendeeCard) -> None:
        self._ask_first(card, "people-ask-lost", lambda: self.presenter.revoke_badge(card.attendee.id))

    def _ask_withdrawal(self, card: AttendeeCard) -> None:
        gone = card.attendee.status is AttendeeStatus.WITHDRAWN
        verb = self.presenter.reinstate if gone else self.presenter.withdraw
        sentence = "people-ask-reinstate" if gone else "people-ask-withdraw"
        self._ask_first(card, sentence, lambda: verb(card.attendee.id))

    def _ask_first(self, card: AttendeeCard, sentence: str, confirmed: Callable[[], object]) -> None:
        say = self.context.say
        self.question = ask(
            self,
            say(sentence, name=card.attendee.name),
            say(f"{sentence}-text"),
            say(f"{sentence}-yes"),
            say("people-cancel"),
            confirmed,
        )
