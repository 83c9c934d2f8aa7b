"""The page that makes badges."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.gui.design.columns import Columns
from checkin_desktop.gui.design.dialogs import Question, ask
from checkin_desktop.gui.design.icons import put_icon
from checkin_desktop.gui.design.page_head import PageHead
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, card, label, row
from checkin_desktop.gui.page import Context, Page
from checkin_desktop.gui.pages.badges.codes_dialog import CodesDialog
from checkin_desktop.gui.pages.badges.holders import Holders
from checkin_desktop.gui.pages.badges.log_dialog import LogDialog
from checkin_desktop.gui.pages.badges.presenter import BadgesPresenter, Holder
from checkin_desktop.gui.pages.badges.sheet import Sheet
from checkin_desktop.gui.print_flow import PrintFlow, PrintStatus
from checkin_desktop.services.badges import MAX_BLANKS

_SETTLED_MS = 150


class Who(StrEnum):
    UNPRINTED = "unprinted"
    EVERYBODY = "everybody"
    CHOSEN = "chosen"
    BLANK = "blank"


class BadgesPage(Page):
    """The list's ticks say who gets a badge; "everybody" and "not yet printed" tick them, a tick changed by hand
    makes it a choice. Nothing counts as printed before a person says that the sheets came out well."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.presenter = BadgesPresenter(context)
        self.flow = PrintFlow(context, self, badges=True)
        self.codes, self.log = CodesDialog(context, self), LogDialog(context, self)
        self.before = button("", self._open_codes)
        self.history = button("", self.log.present)
        self.again: Question | None = None
        self.status = PrintStatus(context, self.flow)
        self._holders: tuple[Holder, ...] | None = None
        self._to_confirm: tuple[str, ...] = ()
        self._printer = ""
        self.counts = label("soft")
        self.head = PageHead(self.before, self.history, figure=self.counts)
        self.choices = {who: QRadioButton() for who in Who}
        self.holders, self.sheet = Holders(context.language), Sheet(context)
        self.blank_count = QSpinBox()
        self.blank_count.setRange(1, MAX_BLANKS)
        self.blank_count.setValue(40)
        self.blank_label, self.blank_hint = label(), label("soft", wrap=True)
        self.empty, self.import_list = label("soft", wrap=True), button("", self._import_list)
        self.question, self.asked = QFrame(), label(wrap=True)
        self.printed = button("primary", self._mark)
        self.not_yet = button("quiet", self._dismiss)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._lay_out()
        self._connect()
        self.choices[Who.UNPRINTED].setChecked(True)
        self.retranslate()

    @property
    def who(self) -> Who:
        return next(who for who, radio in self.choices.items() if radio.isChecked())

    def refresh(self) -> None:
        self.presenter.refresh()

    def retranslate(self) -> None:
        say = self.context.say
        self.head.name(say("nav-badges"), say("head-badges"))
        for verb, sentence, stem in (
            (self.before, "badges-before", "qr-code"),
            (self.history, "badges-history", "clipboard-list"),
        ):
            verb.setText(say(sentence))
            put_icon(verb, stem, self.context.theme().text)
        for who, radio in self.choices.items():
            radio.setText(say(f"badges-{who.value}"))
        self.blank_label.setText(say("badges-blank-how-many"))
        self.blank_count.setAccessibleName(say("badges-blank-how-many"))
        self.blank_hint.setText(say("badges-blank-hint", most=MAX_BLANKS))
        self.empty.setText(say("badges-nobody-yet"))
        self.import_list.setText(say("badges-import"))
        self.printed.setText(say("badges-mark"))
        self.not_yet.setText(say("badges-mark-not-yet"))
        self.holders.retranslate()
        self.sheet.retranslate()
        self.flow.retranslate()
        self.status.retranslate()
        self._tell()
        self._settled.start()

    def _lay_out(self) -> None:
        people, inside = card()
        self._radios = QButtonGroup(self)
        for radio in self.choices.values():
            self._radios.addButton(radio)
            inside.addWidget(radio)
        self.blank_label.setBuddy(self.blank_count)
        self.blank = QWidget()
        blank = QVBoxLayout(self.blank)
        blank.setContentsMargins(0, GAP, 0, 0)
        blank.addLayout(row(self.blank_label, self.blank_count, 0))
        blank.addWidget(self.blank_hint)
        blank.addStretch()
        self.nobody = QWidget()
        nobody = QVBoxLayout(self.nobody)
        nobody.setContentsMargins(0, GAP, 0, 0)
        nobody.addWidget(self.empty)
        nobody.addLayout(row(self.import_list, 0))
        nobody.addStretch()
        for part in (self.holders, self.blank, self.nobody):
            inside.addWidget(part, 1)
        self.question.setObjectName("notice")
        asking = QHBoxLayout(self.question)
        asking.setContentsMargins(PAD, GAP, GAP, GAP)
        asking.addWidget(self.asked, 1)
        asking.addWidget(self.not_yet)
        asking.addWidget(self.printed)
        self.question.hide()
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Columns([people, self.sheet], letters=40, stretches=[3, 2]))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(both)
        self.body.addWidget(self.head)
        self.body.addWidget(area, 1)
        self.body.addWidget(self.status)
        self.body.addWidget(self.question)

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.listed.connect(self._show)
        presenter.designed.connect(self.sheet.show_designs)
        presenter.previewed.connect(self.sheet.preview.show_pdf)
        presenter.failed.connect(self._failed)
        presenter.working.connect(self.sheet.show_working)
        presenter.marked.connect(lambda n: self.context.notify(self.context.say("badges-marked", count=n)))
        self._radios.buttonClicked.connect(lambda _: self._chose())
        self.holders.ticked_by_hand.connect(self._ticked)
        self.blank_count.valueChanged.connect(lambda _: self._tell())
        self.sheet.layout_changed.connect(self._changed)
        self.sheet.print_wanted.connect(self._print)
        self.sheet.save_wanted.connect(self._save)
        self.sheet.test_wanted.connect(self._test)
        self.sheet.cancel_wanted.connect(presenter.cancel)
        self._settled.timeout.connect(self._preview)

    def _show(self, holders: tuple[Holder, ...]) -> None:
        if holders == self._holders:
            return
        first = self._holders is None
        self._holders = holders
        self.holders.show_holders(holders)
        if first and holders and all(h.printed for h in holders):
            self.choices[Who.EVERYBODY].setChecked(True)
        self._tick()
        self._changed()

    def _chose(self) -> None:
        self.holders.show_everybody()
        self._tick()
        if self.who is Who.CHOSEN:
            self.holders.tick(set())
            self.holders.search.setFocus()
        self._changed()

    def _tick(self) -> None:
        """The ticks that a preset means; a choice stays as it is."""
        holders = self._holders or ()
        if self.who is Who.EVERYBODY:
            self.holders.tick({h.attendee.id for h in holders})
        elif self.who is Who.UNPRINTED:
            self.holders.tick({h.attendee.id for h in holders if not h.printed})

    def _ticked(self) -> None:
        self.choices[Who.CHOSEN].setChecked(True)
        self._changed()

    def _changed(self) -> None:
        self._tell()
        self._settled.start()

    def _tell(self) -> None:
        holders, blank = self._holders or (), self.who is Who.BLANK
        printed = sum(h.printed for h in holders)
        self.counts.setText(
            self.context.say("badges-counts", printed=printed, unprinted=len(holders) - printed)
            if holders
            else ""
        )
        self.blank.setVisible(blank)
        self.nobody.setVisible(not blank and self._holders == ())
        self.holders.setVisible(not blank and self._holders != ())
        if blank:
            self.sheet.show_whom([None] * self.blank_count.value(), True)
        else:
            self.sheet.show_whom([h.attendee.person.category for h in self.holders.ticked], False)
        if self._to_confirm:
            self.asked.setText(self.context.say("badges-came-out-well", count=len(self._to_confirm)))

    def _preview(self) -> None:
        people = [h.attendee for h in self.holders.ticked]
        blank = self.who is Who.BLANK
        if people or blank:
            self.presenter.preview(people, self.sheet.paper, blank)
        else:
            self.presenter.forget_preview()
            all_printed = self.who is Who.UNPRINTED
            sentence = "badges-all-printed" if all_printed else "badges-nobody-ticked"
            self.sheet.preview.clear(self.context.say(sentence) if self._holders else "")

    def _print(self) -> None:
        """Asks first where some were printed already."""
        say, title = self.context.say, self.context.say("badges-title")

        def go() -> None:
            self._make(
                lambda pdf, ids: self.flow.print_pdf(pdf, title, lambda printer: self._confirm(ids, printer))
            )

        printed = 0 if self.who is Who.BLANK else sum(h.printed for h in self.holders.ticked)
        if not printed:
            go()
            return
        self.again = ask(
            self,
            say("badges-some-printed", count=printed),
            say("badges-some-printed-text"),
            say("badges-some-printed-yes"),
            say("badges-again-no"),
            go,
        )

    def _test(self) -> None:
        title = self.context.say("badges-test-label")
        self.presenter.test_label(
            self.sheet.paper, self.sheet.badge_size, lambda pdf: self.flow.print_pdf(pdf, title)
        )

    def _open_codes(self) -> None:
        ticked = () if self.who is Who.BLANK else self.holders.ticked
        self.codes.present(frozenset(h.attendee.id for h in ticked))

    def _save(self) -> None:
        name = self.context.say("badges-file-blank" if self.who is Who.BLANK else "badges-file") + ".pdf"
        self._make(lambda pdf, ids: self.flow.save(pdf, name, lambda _: self._confirm(ids, "")))

    def _make(self, made: Callable[[bytes, tuple[str, ...]], object]) -> None:
        if self.presenter.busy:
            return
        self.sheet.show_wrong("")
        if self.who is Who.BLANK:
            count = self.blank_count.value()
            self.presenter.draw_blank(count, self.sheet.paper, lambda pdf: made(pdf, ()))
        else:
            ids = tuple(h.attendee.id for h in self.holders.ticked)
            self.presenter.draw(ids, self.sheet.paper, made)

    def _confirm(self, ids: tuple[str, ...], printer: str) -> None:
        """Blank badges are nobody's: nothing to note."""
        self._printer = printer
        self._to_confirm = tuple(dict.fromkeys((*self._to_confirm, *ids)))
        self.question.setVisible(bool(self._to_confirm))
        self._tell()

    def _mark(self) -> None:
        ids = self._to_confirm
        self._dismiss()
        if ids:
            self.presenter.mark_printed(ids, self._printer)

    def _dismiss(self) -> None:
        self._to_confirm = ()
        self.question.hide()

    def _failed(self, error: PersonFacingError) -> None:
        self.sheet.show_wrong(self.context.say(error.sentence, **error.arguments))

    def _import_list(self) -> None:
        self.context.session.page_wanted.emit("import")
