"""The settings page: every choice takes effect at once and is saved by itself."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from checkin_desktop.gui.design.combos import CalmCombo, EnumCombo
from checkin_desktop.gui.design.flow import Flow
from checkin_desktop.gui.design.page_head import PageHead
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, card, label
from checkin_desktop.gui.page import Context, Page
from checkin_desktop.gui.pages.settings.camera import CameraSection
from checkin_desktop.gui.pages.settings.form import Form, fill
from checkin_desktop.gui.pages.settings.presenter import SettingsPresenter
from checkin_desktop.gui.pages.settings.work import PrinterTest, WorkSection
from checkin_desktop.gui.preferences import BadgeMoment
from checkin_desktop.services.ports.printing import PrinterInfo
from checkin_desktop.words import LANGUAGES
from checkin_desktop.words.verdicts import Cue, Tone

_SCALES = (100, 125, 150, 200)
_THEMES = ("light", "dark")
_MOST_AROUND = 12


class SettingsPage(Page):
    """Nothing here belongs to the event: it is this computer's."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.presenter = SettingsPresenter(context)
        self.head = PageHead()
        self.language, self.theme, self.scale = CalmCombo(), CalmCombo(), CalmCombo()
        self.camera = CameraSection(context, context.change_preferences)
        self.printer = CalmCombo()
        self.work, self.printer_test = WorkSection(context), PrinterTest(context, self)
        self.prefix, self.suffix = QLineEdit(), QLineEdit()
        self.scanner_hint = label("small", wrap=True)
        self.sounds = QCheckBox()
        self.badge_printer, self.badge_moment = CalmCombo(), EnumCombo(tuple(BadgeMoment))
        self.tones = {tone: button("", partial(context.tools.play, tone)) for tone in (*Tone, *Cue)}
        self._titles: list[tuple[str, QLabel]] = []
        self._forms: list[Form] = []
        self._printers: tuple[PrinterInfo, ...] = ()
        self._lay_out()
        for combo in (
            *(self.language, self.theme, self.scale),
            *(self.printer, self.badge_printer, self.badge_moment),
        ):
            combo.activated.connect(self._choose)
        for field in (self.prefix, self.suffix):
            field.setMaxLength(_MOST_AROUND)
            field.editingFinished.connect(self._choose)
        self.sounds.clicked.connect(self._choose)
        self.presenter.cameras.connect(self.camera.show_cameras)
        self.presenter.printers.connect(self._show_printers)
        self.retranslate()

    def retranslate(self) -> None:
        say, chosen = self.context.say, self.context.preferences()
        self.head.name(say("nav-settings"), say("head-settings"))
        for sentence, heading in self._titles:
            heading.setText(say(sentence))
        for form in self._forms:
            form.retranslate()
        self.camera.retranslate()
        self.work.retranslate()
        self.printer_test.retranslate()
        self.sounds.setText(say("settings-sounds-on"))
        for tone, sample in self.tones.items():
            sample.setText(say(f"settings-tone-{tone.value}"))
        fill(self.language, [(say(f"settings-language-{x}"), x) for x in LANGUAGES], chosen.language)
        fill(self.theme, [(say(f"settings-theme-{x}"), x) for x in _THEMES], chosen.theme)
        fill(self.scale, [(f"{x} %", x) for x in _SCALES], chosen.scale)
        self.sounds.setChecked(chosen.sounds)
        self.badge_moment.show_texts([say(f"settings-badges-{moment.value}") for moment in BadgeMoment])
        known = chosen.badge_moment in set(BadgeMoment)
        self.badge_moment.show_value(BadgeMoment(chosen.badge_moment) if known else BadgeMoment.NEVER)
        self.prefix.setText(chosen.scanner_prefix)
        self.suffix.setText(chosen.scanner_suffix)
        self.scanner_hint.setText(say("settings-scanner-hint"))
        self.where.setText(say("settings-where"))
        self._show_printers(self._printers)

    def refresh(self) -> None:
        self.presenter.look()
        self.camera.look()

    def _lay_out(self) -> None:
        inside = QWidget()
        sections = QVBoxLayout(inside)
        sections.setContentsMargins(0, 0, GAP, 0)
        sections.setSpacing(PAD)
        look = Form(
            self.context,
            ("settings-language", self.language),
            ("settings-theme", self.theme),
            ("settings-scale", self.scale),
        )
        scanner = Form(
            self.context, ("settings-scanner-prefix", self.prefix), ("settings-scanner-suffix", self.suffix)
        )
        samples, line = QWidget(), Flow()
        for sample in self.tones.values():
            line.addWidget(sample)
        samples.setLayout(line)
        devices = Form(
            self.context,
            ("settings-printer", self.printer),
            ("settings-printer-try", self.printer_test.go),
            ("settings-badge-printer", self.badge_printer),
            ("settings-badges", self.badge_moment),
            ("settings-sound", self.sounds),
        )
        sections.addWidget(self.work.frame)
        sections.addWidget(self._section("settings-look", look))
        sections.addWidget(self.camera.frame)
        sections.addWidget(self._section("settings-scanner", scanner, self.scanner_hint))
        sections.addWidget(self._section("settings-devices", devices, samples, self.printer_test.status))
        self.where = label("small", wrap=True)
        sections.addWidget(self.where)
        sections.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        self.body.addWidget(self.head)
        self.body.addWidget(area, 1)

    def _section(self, heading: str, form: Form, *more: QWidget) -> QFrame:
        frame, layout = card()
        title = label("strong")
        self._titles.append((heading, title))
        self._forms.append(form)
        for part in (title, form, *more):
            layout.addWidget(part)
        return frame

    def _show_printers(self, printers: tuple[PrinterInfo, ...]) -> None:
        self._printers = printers
        chosen = self.context.preferences().printer
        choices = [(self.context.say("settings-printer-ask"), ""), *((p.name, p.name) for p in printers)]
        if chosen and chosen not in {p.name for p in printers}:
            choices.append((chosen, chosen))
        fill(self.printer, choices, chosen)
        badges = self.context.preferences().badge_printer
        named = [(p.name, p.name) for p in printers]
        if badges and badges not in {p.name for p in printers}:
            named.append((badges, badges))
        fill(self.badge_printer, [(self.context.say("settings-badge-printer-same"), ""), *named], badges)

    def _choose(self) -> None:
        self.context.change_preferences(
            replace(
                self.context.preferences(),
                language=self.language.currentData(),
                theme=self.theme.currentData(),
                scale=self.scale.currentData(),
                printer=self.printer.currentData(),
                scanner_prefix=self.prefix.text(),
                scanner_suffix=self.suffix.text(),
                sounds=self.sounds.isChecked(),
                badge_printer=self.badge_printer.currentData(),
                badge_moment=self.badge_moment.value.value,
            )
        )
