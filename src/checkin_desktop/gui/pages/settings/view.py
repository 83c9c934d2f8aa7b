"""The settings page: every choice takes effect at once and is saved by itself."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, card, label, row
from checkin_desktop.gui.page import Context, Page
from checkin_desktop.gui.pages.settings.presenter import SettingsPresenter
from checkin_desktop.services.ports.printing import PrinterInfo
from checkin_desktop.services.ports.scanning import Camera
from checkin_desktop.words import LANGUAGES
from checkin_desktop.words.verdicts import Tone

_SCALES = (100, 125, 150, 200)
_THEMES = ("light", "dark")


class SettingsPage(Page):
    """Nothing here belongs to the event: it is this computer's."""

    name = "settings"
    icon = "settings"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.presenter = SettingsPresenter(context)
        self.title = label("heading")
        self.language, self.theme, self.scale = QComboBox(), QComboBox(), QComboBox()
        self.camera, self.printer = QComboBox(), QComboBox()
        self.sounds = QCheckBox()
        self.tones = [
            button("", partial(context.tools.play, tone))
            for tone in (Tone.ADMITTED, Tone.ATTENTION, Tone.REFUSED)
        ]
        self._titles: list[tuple[str, QLabel]] = []
        self._labels: list[tuple[str, QLabel, QWidget]] = []
        self._cameras: tuple[Camera, ...] = ()
        self._printers: tuple[PrinterInfo, ...] = ()
        inside = QWidget()
        sections = QVBoxLayout(inside)
        sections.setContentsMargins(0, 0, GAP, 0)
        sections.setSpacing(PAD)
        sections.addWidget(
            self._section(
                "settings-look",
                ("settings-language", self.language),
                ("settings-theme", self.theme),
                ("settings-scale", self.scale),
            )
        )
        sound, line = QWidget(), row(self.sounds, *self.tones, 0)
        line.setContentsMargins(0, 0, 0, 0)
        sound.setLayout(line)
        sections.addWidget(
            self._section(
                "settings-devices",
                ("settings-camera", self.camera),
                ("settings-printer", self.printer),
                ("settings-sound", sound),
            )
        )
        self.where = label("small", wrap=True)
        sections.addWidget(self.where)
        sections.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        self.body.addWidget(self.title)
        self.body.addWidget(area, 1)
        for combo in (self.language, self.theme, self.scale, self.camera, self.printer):
            combo.activated.connect(self._choose)
        self.sounds.clicked.connect(self._choose)
        self.presenter.cameras.connect(self._show_cameras)
        self.presenter.printers.connect(self._show_printers)
        self.retranslate()

    def retranslate(self) -> None:
        say, chosen = self.context.say, self.context.preferences()
        self.title.setText(say("nav-settings"))
        for sentence, heading in self._titles:
            heading.setText(say(sentence))
        for sentence, caption, field in self._labels:
            caption.setText(say(sentence))
            field.setAccessibleName(say(sentence))
        self.sounds.setText(say("settings-sounds-on"))
        for tone, sample in zip(Tone, self.tones, strict=True):
            sample.setText(say(f"settings-tone-{tone.value}"))
        _fill(self.language, [(say(f"settings-language-{x}"), x) for x in LANGUAGES], chosen.language)
        _fill(self.theme, [(say(f"settings-theme-{x}"), x) for x in _THEMES], chosen.theme)
        _fill(self.scale, [(f"{x} %", x) for x in _SCALES], chosen.scale)
        self.sounds.setChecked(chosen.sounds)
        self.where.setText(say("settings-where"))
        self._show_cameras(self._cameras)
        self._show_printers(self._printers)

    def refresh(self) -> None:
        self.presenter.look()

    def _section(self, heading: str, *fields: tuple[str, QWidget]) -> QWidget:
        frame, layout = card()
        title = label("strong")
        self._titles.append((heading, title))
        layout.addWidget(title)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.setHorizontalSpacing(PAD * 2)
        form.setVerticalSpacing(GAP + 4)
        for sentence, field in fields:
            caption = label("")
            caption.setMinimumWidth(160)
            caption.setBuddy(field)
            if isinstance(field, QComboBox):
                field.setMinimumWidth(360)
            self._labels.append((sentence, caption, field))
            form.addRow(caption, field)
        layout.addLayout(form)
        return frame

    def _show_cameras(self, cameras: tuple[Camera, ...]) -> None:
        self._cameras = cameras
        chosen = self.context.preferences().camera
        choices = [(self.context.say("settings-camera-first"), ""), *((c.name, c.id) for c in cameras)]
        if chosen and chosen not in {c.id for c in cameras}:
            choices.append((chosen, chosen))
        _fill(self.camera, choices, chosen)

    def _show_printers(self, printers: tuple[PrinterInfo, ...]) -> None:
        self._printers = printers
        chosen = self.context.preferences().printer
        choices = [(self.context.say("settings-printer-ask"), ""), *((p.name, p.name) for p in printers)]
        if chosen and chosen not in {p.name for p in printers}:
            choices.append((chosen, chosen))
        _fill(self.printer, choices, chosen)

    def _choose(self) -> None:
        self.context.change_preferences(
            replace(
                self.context.preferences(),
                language=self.language.currentData(),
                theme=self.theme.currentData(),
                scale=self.scale.currentData(),
                camera=self.camera.currentData(),
                printer=self.printer.currentData(),
                sounds=self.sounds.isChecked(),
            )
        )


def _fill(combo: QComboBox, choices: list[tuple[str, Any]], chosen: Any) -> None:
    combo.clear()
    for text, value in choices:
        combo.addItem(text, value)
    combo.setCurrentIndex(max(0, combo.findData(chosen)))
