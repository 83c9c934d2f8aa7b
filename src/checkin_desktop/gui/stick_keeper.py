"""The stick that travels between desks: noticed when it is plugged in, offered, then kept up to date by itself."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.gui.drives import Drive, removable_drives
from checkin_desktop.gui.page import Context
from checkin_desktop.services.desk import Desk, newest_entry
from checkin_desktop.services.exchange import PassphraseNeeded
from checkin_desktop.services.ports.exchange import SUFFIX
from checkin_desktop.services.views import ExchangeResult

LOOK_EVERY_MS = 4_000
REFRESH_EVERY_S = 120.0
_MOST_FILES = 12


class Phase(StrEnum):
    """`pulled`: taken out after it was used; what is new since then is taken in when it comes back."""

    NONE = "none"
    OFFERED = "offered"
    WORKING = "working"
    KEPT = "kept"
    PULLED = "pulled"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class StickState:
    """`done_at`: the last exchange that ended well; `trouble`: why the last one did not."""

    phase: Phase = Phase.NONE
    name: str = ""
    path: Path | None = None
    done_at: datetime | None = None
    trouble: PersonFacingError | None = None


@dataclass(frozen=True, slots=True)
class Plugged:
    """What is plugged in: `bundles` are this event's, one a drive; `kept_here`: the one that was accepted."""

    drives: frozenset[Path]
    bundles: tuple[tuple[Drive, Path], ...]
    kept_here: bool


@dataclass(frozen=True, slots=True)
class _Same:
    """By these it is seen without reading it that neither the stick nor this desk has anything new."""

    newest: int
    modified: int
    size: int


class StickKeeper(QObject):
    """`state` changes on the main thread, told by `changed`; `exchanged` carries the result of an exchange that a
    person is told of: one asked for, or that of a stick which came back."""

    changed = Signal()
    exchanged = Signal(object)

    def __init__(
        self,
        context: Context,
        drives: Callable[[], tuple[Drive, ...]] = removable_drives,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._context, self._drives, self._clock = context, drives, clock
        self.state = StickState()
        self._path: Path | None = None
        self._drive: Path | None = None
        self._same: _Same | None = None
        self._due = 0.0
        self._looking = self._working = False
        self._refused: frozenset[Path] = frozenset()
        self._known: dict[tuple[Path, int, int], str] = {}
        self._event_id = ""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        context.session.bundle_used.connect(self._adopted)

    def start(self) -> None:
        self._timer.start(LOOK_EVERY_MS)
        self.look()

    def stop(self) -> None:
        self._timer.stop()

    def look(self) -> None:
        """Sees what is plugged in, beside the window; does nothing while it is at it."""
        if self._looking or self._working:
            return
        self._looking = True
        path, drive = self._path, self._drive
        self._context.lanes.sticks.run(lambda: self._plugged(path, drive), self._seen)

    def accept(self) -> None:
        """The stick offered is exchanged with now, and again by itself while it stays."""
        if self.state.phase is Phase.OFFERED and self.state.path is not None:
            self._path, self._same = self.state.path, None
            self._exchange(told=True)

    def refuse(self) -> None:
        """Not offered again until it is pulled and plugged in anew."""
        if self.state.phase is Phase.OFFERED and self.state.path is not None:
            self._refused |= {self.state.path.parent}
            self._say(StickState())

    def _adopted(self, path: Path) -> None:
        """A person exchanged with that file: it is the one that is kept up to date."""
        self._path, self._drive, self._same = path, None, None
        self._due = self._clock() + REFRESH_EVERY_S
        self._say(StickState(Phase.KEPT, path.parent.name, path, datetime.now().astimezone()))
        self.look()

    def _plugged(self, path: Path | None, drive: Path | None) -> Plugged:
        """On the sticks' lane. A drive is looked at only in its first folder."""
        if not self._event_id:
            self._event_id = self._context.desk.store.secrets.event_id.hex()
        drives = self._drives()
        bundles = tuple((d, found) for d in drives if (found := self._bundle_on(d)) is not None)
        roots = frozenset(d.path for d in drives)
        here = path is not None and path.parent.is_dir() and (drive is None or drive in roots)
        return Plugged(roots, bundles, here)

    def _bundle_on(self, drive: Drive) -> Path | None:
        try:
            files = sorted(drive.path.glob(f"*{SUFFIX}"))[:_MOST_FILES]
            marks = {(f, f.stat().st_mtime_ns, f.stat().st_size): f for f in files}
        except OSError:
            return None
        for mark, file in marks.items():
            if mark not in self._known:
                self._known[mark] = self._context.tools.bundle_of(file)
            if self._known[mark] == self._event_id:
                return file
        return None

    def _seen(self, plugged: Plugged) -> None:
        self._looking = False
        self._refused &= plugged.drives
        if self._path is not None and self._drive is None:
            self._drive = next((d for d in plugged.drives if self._path.is_relative_to(d)), None)
        if self._path is not None and plugged.kept_here:
            back = self.state.phase is Phase.PULLED
            if back or self._clock() >= self._due:
                self._exchange(told=back)
            return
        kept = self.state.phase in (Phase.KEPT, Phase.FAILED, Phase.PULLED)
        for drive, bundle in plugged.bundles:
            if drive.path not in self._refused and bundle.parent not in self._refused:
                self._say(StickState(Phase.OFFERED, drive.name, bundle, self.state.done_at))
                return
        if kept or (self.state.phase is Phase.OFFERED and self.state.done_at):
            self._say(StickState(Phase.PULLED, self.state.name, self._path, self.state.done_at))
        else:
            self._say(StickState())

    def _exchange(self, told: bool) -> None:
        path, desk, same = self._path, self._context.desk, self._same
        assert path is not None
        self._working, self._due = True, self._clock() + REFRESH_EVERY_S
        name = self.state.name or path.parent.name
        self._say(StickState(Phase.WORKING, name, path, self.state.done_at))
        exchange = self._context.tools.exchange

        def work() -> tuple[ExchangeResult | None, _Same | None]:
            if same is not None and same == _same(desk, path):
                return None, same
            result = exchange(desk, path, None)
            return result, _same(desk, path)

        def done(outcome: tuple[ExchangeResult | None, _Same | None]) -> None:
            result, self._same = outcome
            self._working = False
            self._say(StickState(Phase.KEPT, name, path, datetime.now().astimezone()))
            kept = replace(self._context.preferences(), bundle=str(path), bundle_event=self._event_id)
            if kept != self._context.preferences():
                self._context.change_preferences(kept)
            if result is not None:
                if told:
                    self.exchanged.emit(result)
                self._context.session.changed.emit()

        def failed(error: PersonFacingError) -> None:
            self._working, self._same = False, None
            self._say(StickState(Phase.FAILED, name, path, self.state.done_at, error))
            if isinstance(error, PassphraseNeeded):
                self._context.session.page_wanted.emit("exchange")
            elif told:
                self._context.notify(self._context.say(error.sentence, **error.arguments))

        self._context.lanes.sticks.run(work, done, failed)

    def _say(self, state: StickState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()


def _same(desk: Desk, path: Path) -> _Same | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return _Same(newest_entry(desk), found.st_mtime_ns, found.st_size)
