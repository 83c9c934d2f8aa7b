"""What every page is, and what every page is given."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin_desktop.domain.event import Checkpoint
from checkin_desktop.domain.operators import Action, Operator, may
from checkin_desktop.gui.camera import CameraFeed
from checkin_desktop.gui.design.tokens import GAP, PAD, Theme
from checkin_desktop.gui.lanes import Lanes
from checkin_desktop.gui.language import Language
from checkin_desktop.gui.preferences import Preferences
from checkin_desktop.gui.tools import Tools
from checkin_desktop.services.desk import Desk


class Session(QObject):
    """What the pages of one open event share: the checkpoint chosen, and that something changed.

    `certificate_wanted`, `delegation_wanted` and `admission_wanted` carry an attendee's id, `walk_in_wanted` what
    was searched for, `correction_wanted` an attendee's id, `substitute_wanted` the one in whose place a person of
    no list came, `page_wanted` the name of the page to show, `bundle_used` the file that a person exchanged with,
    `pairing_seen` the text of another desk's pairing QR. `operator` is who signed in, None if nobody did;
    `operator_changed`: it is somebody else now, or may do something else. `kiosk_wanted`: for the guests.
    `checkpoint_wanted`: to work at another one. `listed`: whether anybody is in the list yet, told by `list_changed`.
    """

    checkpoint_changed = Signal()
    changed = Signal()
    certificate_wanted = Signal(str)
    walk_in_wanted = Signal(str)
    admission_wanted = Signal(str)
    correction_wanted = Signal(str)
    substitute_wanted = Signal(str)
    page_wanted = Signal(str)
    bundle_used = Signal(object)
    pairing_seen = Signal(str)
    operator_changed = Signal()
    kiosk_wanted = Signal()
    checkpoint_wanted = Signal(object)
    delegation_wanted = Signal(str)
    list_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.checkpoints: tuple[Checkpoint, ...] = ()
        self.checkpoint: Checkpoint | None = None
        self.day_confirmed = False
        self.station_names: dict[str, str] = {}
        self.operator: Operator | None = None
        self.any_operators = False
        self.listed = True

    def tell_listed(self, listed: bool) -> None:
        if listed != self.listed:
            self.listed = listed
            self.list_changed.emit()

    def choose(self, checkpoint: Checkpoint, day_confirmed: bool) -> None:
        self.checkpoint, self.day_confirmed = checkpoint, day_confirmed
        self.checkpoint_changed.emit()


class Context:
    """Handed to every page by the shell. `change_preferences` applies them at once and saves them.

    `camera` is the one there is: the desk reads codes from it, the settings page shows its picture.
    """

    def __init__(
        self,
        desk: Desk,
        lanes: Lanes,
        tools: Tools,
        language: Language,
        session: Session,
        preferences: Callable[[], Preferences],
        theme: Callable[[], Theme],
        notify: Callable[[str], None],
        change_preferences: Callable[[Preferences], None],
    ) -> None:
        self.desk, self.lanes, self.tools = desk, lanes, tools
        self.language, self.session = language, session
        self.preferences, self.theme, self.notify = preferences, theme, notify
        self.change_preferences = change_preferences
        self.network = tools.network(desk)
        self.camera = CameraFeed(lanes, tools, preferences)

    @property
    def operator_id(self) -> str:
        """Who does this: goes into every entry; empty while nobody signed in."""
        return self.session.operator.id if self.session.operator else ""

    def may(self, action: Action) -> bool:
        return may(self.session.operator, action, self.session.any_operators)

    def say(self, sentence: str, **arguments: Any) -> str:
        return self.language.say(sentence, **arguments)


class Page(QWidget):
    """One folder under `pages/`; its name and icon stand in `shell/navigation.py`."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("page")
        self.context = context
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(PAD + 4, PAD, PAD + 4, PAD)
        self.body.setSpacing(GAP + 4)

    def retranslate(self) -> None:
        """Every text anew, in the language chosen."""

    def refresh(self) -> None:
        """Called when the page is shown, and when something changed while it is."""

    def leave(self) -> None:
        """Called when another page is shown."""

    def take_scan(self, code: str) -> bool:
        """A hand scanner read `code` while this page is shown; True if the page used it, else the desk does."""
        return False
