"""Exchanges by bundle, beside the window."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.operators import Action
from checkin_desktop.domain.people import plain
from checkin_desktop.gui.drives import removable_drives
from checkin_desktop.gui.one_at_a_time import OneAtATime
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.exchange.comparing import comparison_text
from checkin_desktop.gui.tools import Picture
from checkin_desktop.services.comparing import compare, heads_text
from checkin_desktop.services.desk import Desk, event_info, stations
from checkin_desktop.services.exchange import PassphraseNeeded, has_passphrase
from checkin_desktop.services.held import HeldLine, held_lines, revoke_station
from checkin_desktop.services.ports.exchange import SUFFIX
from checkin_desktop.services.revocation_list import revocation_text, take_revocations
from checkin_desktop.services.views import ExchangeResult, StationLine


@dataclass(frozen=True, slots=True)
class ExchangeState:
    """What the page shows. `sealed`: the event has its passphrase; `slot_shared`: this desk numbers certificates
    from the same range as another one, until an exchange with the passphrase gives it its own."""

    event_id: str
    file_name: str
    sealed: bool
    slot_shared: bool
    stations: tuple[StationLine, ...]
    cases: int
    held: tuple[HeldLine, ...]
    zone: ZoneInfo


def read_state(desk: Desk) -> ExchangeState:
    info, known = event_info(desk), stations(desk)
    own = next((s.slot for s in known if s.own), 0)
    return ExchangeState(
        info.id,
        bundle_name(info.settings.name),
        has_passphrase(desk),
        sum(s.slot == own and not s.revoked for s in known) > 1,
        known,
        info.conflicts,
        held_lines(desk),
        desk.zone,
    )


def bundle_name(event: str) -> str:
    return (re.sub(r"[^a-z0-9]+", "-", plain(event)).strip("-")[:40].strip("-") or "evento") + SUFFIX


class ExchangePresenter(QObject):
    """`passphrase_wanted` says whether it is to be chosen (True) or entered."""

    loaded = Signal(object)
    drives_found = Signal(object)
    passphrase_wanted = Signal(bool)
    exchanged = Signal(object)
    failed = Signal(str)
    working = Signal(bool)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._exchange = OneAtATime(self)
        self._exchange.working.connect(self.working)

    def load(self) -> None:
        desk = self._context.desk
        self._context.lanes.lists.run(lambda: read_state(desk), self.loaded.emit)

    def look_for_drives(self) -> None:
        self._context.lanes.sticks.run(removable_drives, self.drives_found.emit)

    def remembered(self, state: ExchangeState) -> Path | None:
        """The bundle used last with this event; the same place for another event."""
        preferences = self._context.preferences()
        if not preferences.bundle:
            return None
        last = Path(preferences.bundle)
        return last if preferences.bundle_event == state.event_id else last.with_name(state.file_name)

    def exchange(self, path: Path, event_id: str, passphrase: str | None = None) -> None:
        desk, run = self._context.desk, self._context.tools.exchange

        def work() -> ExchangeResult:
            desk.require(Action.EXCHANGE)
            if not path.parent.is_dir():
                raise PersonFacingError("exchange-no-folder", folder=str(path.parent))
            return run(desk, path, passphrase)

        def done(result: ExchangeResult) -> None:
            kept = replace(self._context.preferences(), bundle=str(path), bundle_event=event_id)
            if kept != self._context.preferences():
                self._context.change_preferences(kept)
            self.exchanged.emit(result)
            self._context.session.bundle_used.emit(path)
            self._context.session.changed.emit()

        self._exchange.run(self._context.lanes.sticks, work, done, self._refused)

    def revoke(self, station_id: str, reason: str) -> None:
        """Takes a lost laptop out of the event."""
        context = self._context

        def done(_: None) -> None:
            context.notify(context.say("stations-removed"))
            context.session.changed.emit()

        context.lanes.writer.run(lambda: revoke_station(context.desk, station_id, reason), done)

    def draw_state(self, drawn: Callable[[Picture], object]) -> None:
        """What this desk holds, as a QR for another desk."""
        context = self._context
        context.lanes.work.run(lambda: context.tools.draw_qr(heads_text(context.desk)), drawn)

    def draw_revocations(self, drawn: Callable[[Picture], object], told: Callable[[str], object]) -> None:
        """The certificates revoked as a QR; `told` says in words why there is none."""
        context = self._context
        context.lanes.work.run(
            lambda: context.tools.draw_qr(revocation_text(context.desk)),
            drawn,
            lambda error: told(context.say(error.sentence, **error.arguments)),
        )

    def take_revocations(self, text: str, told: Callable[[str], object]) -> None:
        """From another desk's screen; the answer in words."""
        context = self._context
        context.lanes.writer.run(
            lambda: take_revocations(context.desk, text),
            lambda count: told(context.say("revocations-taken", count=count)),
            lambda error: told(context.say(error.sentence, **error.arguments)),
        )

    def compare(self, text: str, told: Callable[[str], object]) -> None:
        """With what another desk's QR says; the answer in words."""
        context = self._context

        def failed(error: PersonFacingError) -> None:
            told(context.say(error.sentence, **error.arguments))

        context.lanes.reader.run(
            lambda: compare(context.desk, text),
            lambda found: told(comparison_text(context.language, found)),
            failed,
        )

    def _refused(self, error: PersonFacingError) -> None:
        if isinstance(error, PassphraseNeeded):
            self.passphrase_wanted.emit(error.sentence == "exchange-passphrase-choose")
        else:
            self.failed.emit(self._context.say(error.sentence, **error.arguments))
