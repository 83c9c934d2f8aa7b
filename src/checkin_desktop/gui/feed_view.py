"""The camera's picture, what state it is in, and the menu to choose another source."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMenu, QVBoxLayout, QWidget

from checkin_desktop.gui.camera import FeedState, FeedStatus
from checkin_desktop.gui.design.icons import icon
from checkin_desktop.gui.design.tokens import GAP
from checkin_desktop.gui.design.widgets import ElidedLabel, button, row
from checkin_desktop.gui.feed_picture import FeedPicture
from checkin_desktop.gui.page import Context
from checkin_desktop.services.ports.scanning import Camera

_LARGE = 150
"""Letters so large, in per cent, that trying again is a picture alone."""


class FeedView(QWidget):
    """`chosen` is called with a camera's id or an address, and True: to be remembered; with a path, and False."""

    def __init__(self, context: Context, chosen: Callable[[str, bool], None]) -> None:
        super().__init__()
        feed = context.camera
        self._context, self._feed, self._chosen = context, feed, chosen
        self.picture = FeedPicture(context)
        self.name = ElidedLabel("small")
        self.source = button("quiet", self._open_menu)
        self.retry = button("quiet", lambda: chosen(context.preferences().camera, True))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(GAP // 2)
        body.addWidget(self.picture)
        self.verbs = row(self.name, 0, self.retry, self.source)
        body.addLayout(self.verbs)
        self._menu, self._asked = QMenu(self), False
        feed.status.connect(self._show_status)
        feed.cameras.connect(self._fill_menu)

    def retranslate(self) -> None:
        say = self._context.say
        self.source.setText(say("desk-camera-choose"))
        large = self._context.preferences().scale >= _LARGE
        self.retry.setText("" if large else say("desk-camera-retry"))
        self.retry.setIcon(icon("refresh-cw", self._context.theme().accent) if large else QIcon())
        self.retry.setAccessibleName(say("desk-camera-retry"))
        self.retry.setToolTip(say("desk-camera-retry"))
        self.picture.setAccessibleName(say("desk-camera"))
        self._show_status(self._feed.current)

    def _show_status(self, status: FeedStatus) -> None:
        say = self._context.say
        self.retry.setVisible(status.state in (FeedState.FAILED, FeedState.OFF))
        self.name.setText(status.name if status.state in (FeedState.LIVE, FeedState.ENDED) else "")
        self.name.setVisible(bool(self.name.text()))
        if status.state is FeedState.LIVE:
            self.picture.show_message("", "")
        elif status.state is FeedState.ENDED:
            self.name.setText(say("desk-camera-ended-of", name=status.name))
            self.name.show()
        elif status.trouble is not None:
            self.picture.show_message("camera-off", say(status.trouble.sentence, **status.trouble.arguments))
        else:
            shape = "camera" if status.state is FeedState.OPENING else "camera-off"
            self.picture.show_message(shape, say(f"desk-camera-{status.state.value}"))

    def _open_menu(self) -> None:
        self._asked = True
        self._feed.look_for_cameras()

    def _fill_menu(self, cameras: tuple[Camera, ...]) -> None:
        """Another view of the same feed may have asked."""
        if not self._asked:
            return
        self._asked = False
        say, menu = self._context.say, self._menu
        menu.clear()
        for camera in cameras:
            menu.addAction(camera.name, partial(self._chosen, camera.id, True))
        if not cameras:
            menu.addAction(say("desk-camera-none-found")).setEnabled(False)
        menu.addSeparator()
        menu.addAction(say("desk-camera-file"), self._pick_file)
        menu.addAction(say("desk-camera-folder"), self._pick_folder)
        menu.addAction(say("desk-camera-address"), self._ask_address)
        menu.addSeparator()
        menu.addAction(say("desk-camera-stop"), self._feed.stop)
        menu.popup(self.source.mapToGlobal(self.source.rect().bottomLeft()))

    def _pick_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self._context.say("desk-camera-file"))
        if path:
            self._chosen(path, False)

    def _pick_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self, self._context.say("desk-camera-folder"))
        if path:
            self._chosen(path, False)

    def _ask_address(self) -> None:
        say = self._context.say
        address, good = QInputDialog.getText(
            self, say("desk-camera-address"), say("desk-camera-address-ask"), text="http://"
        )
        if good and address.strip():
            self._chosen(address.strip(), True)
