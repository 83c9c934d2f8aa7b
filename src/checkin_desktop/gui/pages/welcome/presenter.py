"""Opens events beside the window; one at a time."""

from collections.abc import Callable
from pathlib import Path
from zoneinfo import available_timezones

from PySide6.QtCore import QObject, Signal

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.gui.lanes import Lanes
from checkin_desktop.gui.language import Language
from checkin_desktop.gui.one_at_a_time import OneAtATime
from checkin_desktop.gui.tools import NewEvent, Openers
from checkin_desktop.services.desk import Desk


class WelcomePresenter(QObject):
    """`working` carries the id of the sentence that says what is going on, empty when it has ended."""

    working = Signal(str)
    failed = Signal(str)
    opened = Signal(object)
    recent_found = Signal(object)
    timezones_found = Signal(object)

    def __init__(self, language: Language, openers: Openers, lanes: Lanes) -> None:
        super().__init__()
        self._language, self._openers, self._lanes = language, openers, lanes
        self._opening = OneAtATime(self)
        self._opening.working.connect(self._tell)
        self._doing = ""

    def load(self) -> None:
        self._lanes.work.run(self._openers.recent, self.recent_found.emit)
        self._lanes.work.run(lambda: tuple(sorted(available_timezones())), self.timezones_found.emit)

    def demo(self) -> None:
        words = self._language.words
        self._run("welcome-busy-demo", lambda: self._openers.demo(words))

    def create(self, new: NewEvent) -> None:
        words = self._language.words
        self._run("welcome-busy-create", lambda: self._openers.create(new, words))

    def join(self, bundle: Path, passphrase: str) -> None:
        self._run("welcome-busy-join", lambda: self._openers.join(bundle, passphrase))

    def join_near(self, pairing: str, passphrase: str) -> None:
        self._run("welcome-busy-join-near", lambda: self._openers.join_near(pairing, passphrase))

    def open_path(self, path: Path) -> None:
        self._run("welcome-busy-open", lambda: self._openers.open_path(path))

    def _run(self, doing: str, opener: Callable[[], tuple[Desk, Path]]) -> None:
        if not self._opening.running:
            self._doing = doing
            self._opening.run(self._lanes.work, opener, self.opened.emit, self._refused)

    def _refused(self, error: PersonFacingError) -> None:
        self.failed.emit(self._language.say(error.sentence, **error.arguments))

    def _tell(self, working: bool) -> None:
        self.working.emit(self._doing if working else "")
