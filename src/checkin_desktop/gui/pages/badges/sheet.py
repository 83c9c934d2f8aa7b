"""How the badges are printed: design, sheet or label; the first sheet as it will be, and the ways out."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QProgressBar, QSpinBox, QVBoxLayout, QWidget

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.people import Category
from checkin_desktop.domain.sheets import PAPER_MM, SHEETS, SheetLayout, grid_of
from checkin_desktop.gui.badge_printing import badge_paper
from checkin_desktop.gui.design.columns import Columns
from checkin_desktop.gui.design.combos import CalmCombo
from checkin_desktop.gui.design.flow import Flow
from checkin_desktop.gui.design.icons import put_icon
from checkin_desktop.gui.design.tokens import GAP, PAD, TIGHT
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.keys import Key, bind
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.badges.presenter import Designs
from checkin_desktop.gui.pdf_preview import PdfPreview
from checkin_desktop.services.badge_drawing import BadgePaper, sheets_needed


class Sheet(QFrame):
    """`layout_changed`: another design, sheet or place to begin at; kept as this computer's choice."""

    layout_changed = Signal()
    print_wanted = Signal()
    save_wanted = Signal()
    test_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("card")
        self._context = context
        self._designs = Designs()
        self._whom: tuple[Category | None, ...] = ()
        self._blank = False
        self.title = label("strong")
        self.design, self.layout_choice = CalmCombo(), CalmCombo()
        self.design_label, self.layout_label, self.start_label = (
            label("strong"),
            label("strong"),
            label(),
        )
        self.start = QSpinBox()
        self.start.setRange(1, 1)
        self.start.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.turned, self.bilingual = QCheckBox(), QCheckBox()
        self.preview = PdfPreview(context, whole_page=True)
        self.summary, self.hint = label("large", wrap=True), label("small", wrap=True)
        self.wrong = label("wrong", wrap=True)
        self.wrong.hide()
        self.print = button("primary", self.print_wanted.emit)
        self.save, self.test = button("", self.save_wanted.emit), button("quiet", self.test_wanted.emit)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress_told = label("soft")
        self.cancel = button("quiet", self._cancel)
        self._lay_out()
        for combo in (self.design, self.layout_choice):
            combo.activated.connect(lambda _: self._chose())
        for box in (self.turned, self.bilingual):
            box.clicked.connect(lambda _: self._chose())
        self.start.valueChanged.connect(lambda _: self._changed())
        bind(Key.BADGES_PRINT, self.print, self.print.click, focused=False)
        bind(Key.BADGES_SAVE, self.save, self.save.click, focused=False)

    def _lay_out(self) -> None:
        self.working = QWidget()
        told = row(self.progress_told, self.progress, self.cancel)
        told.setContentsMargins(0, 0, 0, 0)
        told.setStretch(1, 1)
        self.working.setLayout(told)
        self.working.hide()
        choices = []
        for name, field in ((self.design_label, self.design), (self.layout_label, self.layout_choice)):
            part = QWidget()
            inside = QVBoxLayout(part)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(TIGHT)
            name.setBuddy(field)
            inside.addWidget(name)
            inside.addWidget(field)
            field.setMinimumContentsLength(12)
            choices.append(part)
        self.start_label.setBuddy(self.start)
        self.beginning = QWidget()
        beginning = row(self.start_label, self.start)
        beginning.setContentsMargins(0, 0, 0, 0)
        self.beginning.setLayout(beginning)
        more, verbs = Flow(), Flow()
        for part in (self.beginning, self.turned, self.bilingual):
            more.addWidget(part)
        for verb in (self.print, self.save, self.test):
            verbs.addWidget(verb)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAD, PAD, PAD, PAD)
        layout.setSpacing(GAP)
        layout.addWidget(self.title)
        layout.addWidget(Columns(choices, letters=22))
        layout.addLayout(more)
        layout.addWidget(self.preview, 1)
        for line in (self.summary, self.hint, self.wrong, self.working):
            layout.addWidget(line)
        layout.addLayout(verbs)

    @property
    def paper(self) -> BadgePaper:
        return badge_paper(self._context, self.start.value() - 1 if self.sheet.paper else 0)

    @property
    def sheet(self) -> SheetLayout:
        known = self._context.preferences().badge_sheet
        return next((s for s in SHEETS if s.id == known), SHEETS[0])

    @property
    def badge_size(self) -> tuple[float, float]:
        """Of the first badge, mm."""
        return self._designs.size(self.paper.template_id, self._whom[0] if self._whom else None)

    def show_designs(self, designs: Designs) -> None:
        self._designs = designs
        self._fill()
        self._tell()

    def show_whom(self, whom: Sequence[Category | None], blank: bool) -> None:
        """For each badge that would be made its holder's category; None for blank ones."""
        self._whom, self._blank = tuple(whom), blank
        self._tell()

    def show_working(self, done: int, total: int) -> None:
        self.working.setVisible(bool(total))
        self.progress.setMaximum(total)
        self.progress.setValue(done)
        self.progress_told.setText(self._context.say("badges-drawing", done=done, total=total))
        self.cancel.setEnabled(True)
        self._tell()

    def show_wrong(self, text: str) -> None:
        self.wrong.setText(text)
        self.wrong.setVisible(bool(text))

    def retranslate(self) -> None:
        say, theme = self._context.say, self._context.theme()
        self.title.setText(say("badges-sheet"))
        for name, field, sentence in (
            (self.design_label, self.design, "badges-design"),
            (self.layout_label, self.layout_choice, "badges-layout"),
            (self.start_label, self.start, "badges-start"),
        ):
            name.setText(say(sentence))
            field.setAccessibleName(say(sentence))
        self.turned.setText(say("badges-turned"))
        self.bilingual.setText(say("badges-bilingual"))
        self.print.setText(say("badges-print"))
        put_icon(self.print, "printer", theme.on_accent)
        self.save.setText(say("badges-save"))
        put_icon(self.save, "save", theme.text)
        self.test.setText(say("badges-test-label"))
        self.cancel.setText(say("badges-cancel"))
        self.progress.setAccessibleName(say("badges-sheet"))
        self.preview.retranslate()
        self.preview.setMinimumHeight(self.fontMetrics().height() * 14)
        self._fill()
        self._tell()

    def _fill(self) -> None:
        say, known = self._context.say, self._context.preferences()
        self.design.clear()
        self.design.addItem(say("badges-design-by-category"), "")
        for design_id, design in self._designs.known:
            self.design.addItem(design.name, design_id)
        self.design.setCurrentIndex(max(0, self.design.findData(known.badge_design)))
        self.layout_choice.clear()
        for sheet in SHEETS:
            self.layout_choice.addItem(self._name(sheet), sheet.id)
        self.layout_choice.setCurrentIndex(max(0, self.layout_choice.findData(known.badge_sheet)))
        for combo in (self.design, self.layout_choice):
            whole = combo.view()
            whole.setMinimumWidth(whole.sizeHintForColumn(0) + 2 * PAD)
        self.turned.setChecked(known.badge_turned)
        self.bilingual.setChecked(known.badge_bilingual)

    def _name(self, sheet: SheetLayout) -> str:
        if not sheet.product:
            return self._context.say(f"badges-layout-{sheet.id}")
        width, height = sheet.label
        size = f"{width:g} × {height:g}"
        each = sheet.columns * sheet.rows
        return self._context.say("badges-layout-labels", product=sheet.product, size=size, count=each)

    def _chose(self) -> None:
        self._context.change_preferences(
            replace(
                self._context.preferences(),
                badge_design=self.design.currentData(),
                badge_sheet=self.layout_choice.currentData(),
                badge_turned=self.turned.isChecked(),
                badge_bilingual=self.bilingual.isChecked(),
            )
        )
        self.start.setValue(1)
        self._changed()

    def _changed(self) -> None:
        self._tell()
        self.layout_changed.emit()

    def _tell(self) -> None:
        say, paper = self._context.say, self.paper
        design = paper.template_id
        size = {category: self._designs.size(design, category) for category in set(self._whom)}
        sizes = [size[category] for category in self._whom]
        single = paper.sheet.paper is None
        self.beginning.setVisible(not single)
        self.turned.setVisible(single)
        self.test.setVisible(single)
        sheets, fits = 0, True
        try:
            sheets = sheets_needed(paper.sheet, sizes, paper.start)
            self.start.setMaximum(grid_of(paper.sheet, *self.badge_size).each)
        except PersonFacingError as error:
            fits = False
            self.show_wrong(say(error.sentence, **error.arguments))
        if fits:
            self.show_wrong("")
        sentence = "badges-count-blank" if self._blank else "badges-count"
        self.summary.setText(say(sentence, count=len(sizes), sheets=sheets))
        self.summary.setVisible(fits)
        width, height = self.badge_size
        if single:
            self.hint.setText(say("badges-paper-single", width=f"{width:g}", height=f"{height:g}"))
        elif paper.sheet.columns:
            self.hint.setText(say("badges-paper-labels"))
        else:
            name = "A4" if PAPER_MM[paper.sheet.paper][0] == 210 else say("badges-paper-letter")  # type: ignore[index]
            self.hint.setText(say("badges-paper", paper=name))
        able = bool(sizes) and fits and self.working.isHidden()
        for verb in (self.print, self.save):
            verb.setEnabled(able)
        self.test.setEnabled(self.working.isHidden())

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.cancel_wanted.emit()
