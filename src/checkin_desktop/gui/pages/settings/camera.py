"""The camera's settings beside its live picture, so that one sees what each of them does."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from checkin_desktop.gui.camera import FeedState, FeedStatus
from checkin_desktop.gui.design.combos import CalmCombo
from checkin_desktop.gui.design.fields import CalmSpin
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, card, label, row
from checkin_desktop.gui.feed_picture import FeedPicture
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.settings.form import Form, SideBySide, fill
from checkin_desktop.gui.preferences import Preferences
from checkin_desktop.services.ports.scanning import Camera, Control, Granted, camera_name

_ZOOMS = (100, 150, 200, 300)
_AUTOMATIC, _MOST = -65, 2047
"""Drivers count exposure from -13, brightness from -64; below them all stands what means: by itself."""
_PICTURE = 340


class CameraSection:
    """`changed` is called with the preferences that a choice makes."""

    def __init__(self, context: Context, changed: Callable[[Preferences], None]) -> None:
        self._context, self._changed = context, changed
        self._cameras: tuple[Camera, ...] = ()
        self._granted: Granted | None = None
        self.title = label("strong")
        self.camera, self.zoom = CalmCombo(), CalmCombo()
        self.mirror, self.guide = QCheckBox(), QCheckBox()
        self.lens = {control: CalmSpin(_AUTOMATIC, _MOST) for control in Control}
        self.kinds = {name: QCheckBox() for name in ("aztec", "data_matrix", "pdf417")}
        self.picture = FeedPicture(context)
        self.granted, self.trouble = label("small", wrap=True), label("small", wrap=True)
        self.restart = button("quiet", self._restart)
        self.form = Form(
            context,
            ("settings-camera", self.camera),
            ("settings-camera-picture", _stacked(self.mirror, self.guide)),
            ("settings-camera-zoom", self.zoom),
            *((f"settings-camera-{control.value}", spin) for control, spin in self.lens.items()),
            ("settings-camera-kinds", _stacked(*self.kinds.values())),
        )
        self.frame = self._laid_out()
        self.camera.activated.connect(self._choose_camera)
        self.zoom.activated.connect(self._choose)
        for box in (self.mirror, self.guide, *self.kinds.values()):
            box.clicked.connect(self._choose)
        for spin in self.lens.values():
            spin.setKeyboardTracking(False)
            spin.valueChanged.connect(self._choose)
        context.camera.status.connect(self._show_status)

    def retranslate(self) -> None:
        say, chosen = self._context.say, self._context.preferences()
        self.title.setText(say("settings-camera"))
        self.form.retranslate()
        self.mirror.setText(say("settings-camera-mirror"))
        self.guide.setText(say("settings-camera-guide"))
        self.restart.setText(say("desk-camera-retry"))
        self.picture.setAccessibleName(say("desk-camera"))
        names = {"aztec": "Aztec", "data_matrix": "Data Matrix", "pdf417": "PDF417"}
        for name, box in self.kinds.items():
            box.setText(names[name])
            box.setChecked(getattr(chosen, name))
        fill(self.zoom, [(f"{percent} %", percent) for percent in _ZOOMS], chosen.zoom)
        self.mirror.setChecked(chosen.mirror)
        self.guide.setChecked(chosen.guide)
        for control, spin in self.lens.items():
            value = getattr(chosen, control.value)
            spin.setSpecialValueText(say("settings-camera-automatic"))
            spin.blockSignals(True)
            spin.setValue(_AUTOMATIC if value is None else value)
            spin.blockSignals(False)
        self.show_cameras(self._cameras)
        self._show_status(self._context.camera.current)

    def show_cameras(self, cameras: tuple[Camera, ...]) -> None:
        self._cameras = cameras
        chosen = self._context.preferences().camera
        choices = [(self._context.say("settings-camera-first"), ""), *((c.name, c.id) for c in cameras)]
        if chosen and chosen not in {c.id for c in cameras}:
            choices.append((camera_name(chosen), chosen))
        fill(self.camera, choices, chosen)

    def look(self) -> None:
        """The picture is a test: it runs while the page is shown."""
        if not self._context.camera.running:
            self._restart()

    def _laid_out(self) -> QFrame:
        frame, layout = card()
        layout.addWidget(self.title)
        right = QVBoxLayout()
        right.setSpacing(GAP // 2)
        self.picture.setMinimumWidth(_PICTURE)
        for part in (self.picture, self.granted, self.trouble):
            right.addWidget(part)
        right.addLayout(row(0, self.restart))
        right.addStretch()
        side = QWidget()
        side.setLayout(right)
        right.setContentsMargins(0, 0, 0, 0)
        side.setMaximumWidth(_PICTURE + PAD * 4)
        layout.addWidget(SideBySide(self.form, side))
        return frame

    def _show_status(self, status: FeedStatus) -> None:
        say = self._context.say
        if status.trouble is not None:
            self.picture.show_message("camera-off", say(status.trouble.sentence, **status.trouble.arguments))
        elif status.state in (FeedState.OPENING, FeedState.OFF):
            shape = "camera" if status.state is FeedState.OPENING else "camera-off"
            self.picture.show_message(shape, say(f"desk-camera-{status.state.value}"))
        else:
            self.picture.show_message("", "")
        self.restart.setVisible(status.state in (FeedState.OFF, FeedState.ENDED))
        g = self._granted = status.granted
        self.granted.setText(
            say(
                "settings-camera-granted",
                name=status.name,
                width=str(g.width),
                height=str(g.height),
                rate=str(round(g.rate)),
                format=g.format or "-",
            )
            if g
            else ""
        )
        slow = g is not None and 0 < g.rate < 15
        self.trouble.setText(say("settings-camera-slow") if slow else "")
        for part in (self.granted, self.trouble):
            part.setVisible(bool(part.text()))
        for control, spin in self.lens.items():
            self.form.show_row(spin, g is not None and control in g.controls)

    def _choose_camera(self) -> None:
        before = self._context.preferences()
        self._changed(replace(before, camera=self.camera.currentData()))
        if before.camera != self.camera.currentData():
            self._restart()

    def _choose(self) -> None:
        self._changed(
            replace(
                self._context.preferences(),
                mirror=self.mirror.isChecked(),
                guide=self.guide.isChecked(),
                zoom=self.zoom.currentData(),
                focus=self._set_to(Control.FOCUS),
                exposure=self._set_to(Control.EXPOSURE),
                brightness=self._set_to(Control.BRIGHTNESS),
                aztec=self.kinds["aztec"].isChecked(),
                data_matrix=self.kinds["data_matrix"].isChecked(),
                pdf417=self.kinds["pdf417"].isChecked(),
            )
        )

    def _set_to(self, control: Control) -> int | None:
        value = self.lens[control].value()
        return None if value == _AUTOMATIC else value

    def _restart(self) -> None:
        self._context.camera.start(self._context.preferences().camera)


def _stacked(*boxes: QCheckBox) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GAP // 2)
    for box in boxes:
        column.addWidget(box)
    return holder
