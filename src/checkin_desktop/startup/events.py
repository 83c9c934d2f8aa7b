"""Event files made, joined and opened: the parts put together once, in order."""

import json
import os
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.event import Checkpoint, EventSettings
from checkin_desktop.domain.people import plain
from checkin_desktop.keys.event_keys import SealedSecrets, StationKeys, new_event_secrets, new_station_keys
from checkin_desktop.places import events_folder, state_folder
from checkin_desktop.replication.bundle import BundleFiles
from checkin_desktop.replication.claims import DoorClaims
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.exchange import (
    MIN_PASSPHRASE,
    exchange_bundle,
    join,
    open_sealed,
    set_passphrase,
)
from checkin_desktop.services.found_event import check_zone, entrances, found_event
from checkin_desktop.services.joining import Fetched
from checkin_desktop.services.ports.exchange import BundleContent
from checkin_desktop.services.views import ExchangeResult
from checkin_desktop.startup.drawing_process import Drawing
from checkin_desktop.startup.identity import remember, settle_identity
from checkin_desktop.storage.event_file import SUFFIX, EventFile, create_event_file, open_event_file
from checkin_desktop.words import Words
from checkin_desktop.words.dates import long_date

_LAST = "last-event.json"
_RECENT = 8


class OpenEvent:
    """An event file held open, and the desk that works on it."""

    def __init__(self, file: EventFile) -> None:
        self.file = file
        self.door = DoorClaims()
        self.drawing = Drawing()
        self.desk = Desk(file, os.urandom, self.door, draw=self.drawing)
        self.path = file.path
        self._before_closing: list[Callable[[], object]] = []

    def before_closing(self, work: Callable[[], object]) -> None:
        """`work` is done before the file is closed, the last asked for first."""
        self._before_closing.append(work)

    def close(self) -> None:
        while self._before_closing:
            self._before_closing.pop()()
        self.drawing.close()
        if self.file.writable:
            remember(self.file, self.path)
        self.file.close()

    def __enter__(self) -> "OpenEvent":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def create_event(
    settings: EventSettings,
    words: Words,
    *,
    path: Path | None = None,
    checkpoints: tuple[Checkpoint, ...] = (),
    passphrase: str | None = None,
    station_name: str = "",
    as_last: bool = True,
) -> OpenEvent:
    """A new event, its founder's desk open. Without checkpoints each day gets its entrance.

    `as_last`: the program opens it next time, as it does after `join_event`.
    """
    if not settings.name.strip():
        raise PersonFacingError("event-no-name")
    if not settings.days:
        raise PersonFacingError("event-no-days")
    check_zone(settings)
    if passphrase and len(passphrase.strip()) < MIN_PASSPHRASE:
        raise PersonFacingError("exchange-passphrase-short", least=MIN_PASSPHRASE)
    target = path or _free_name(settings.name, settings.days[0])
    secrets = new_event_secrets()
    station = new_station_keys(1, secrets.slot_keys[0])
    file = create_event_file(target, secrets.event, station, secrets)
    names = tuple(long_date(day, words.language) for day in settings.days)
    points = checkpoints or entrances(settings.days, names)
    found_event(file, secrets, settings, points, station_name or words.say("station-default-name", number=1))
    opened = OpenEvent(file)
    if passphrase:
        set_passphrase(opened.desk, passphrase)
    remember(file, target)
    if as_last:
        remember_last(target)
    return opened


def open_event(path: Path, *, for_writing: bool = True) -> OpenEvent:
    """Raises PersonFacingError (missing, damaged, newer, in use)."""
    file = open_event_file(path, for_writing=for_writing)
    if for_writing:
        settle_identity(file, path)
        remember_last(path)
    return OpenEvent(file)


def join_event(
    bundle: Path,
    passphrase: str | None,
    *,
    path: Path | None = None,
    station_name: str = "",
    as_last: bool = True,
) -> tuple[OpenEvent, ExchangeResult]:
    """A desk joins: an event file made from a bundle, which learns of the new desk at once."""
    bundles = BundleFiles()
    cover = bundles.look(bundle)
    if cover is None:
        raise PersonFacingError("exchange-no-bundle", file=str(bundle))
    secrets = open_sealed(cover.sealed, passphrase)
    content = bundles.read(bundle, cover, secrets.event.bundle_key)
    target = path or _free_name(cover.name, date.today())
    opened, received = _joined(
        target, content, secrets, new_station_keys(0, bytes(32)), station_name, as_last
    )
    back = exchange_bundle(opened.desk, bundles, bundle, passphrase)
    return opened, ExchangeResult(back.sent, received, back.held, joined=True)


def join_fetched(
    fetched: Fetched,
    secrets: SealedSecrets,
    own: StationKeys,
    *,
    path: Path | None = None,
    station_name: str = "",
    as_last: bool = True,
) -> tuple[OpenEvent, ExchangeResult]:
    """A desk joins from what a hub gave, under the station keys that it enrolled with there."""
    target = path or _free_name(fetched.name, date.today())
    content = BundleContent(fetched.entries, b"", 0)
    opened, received = _joined(target, content, secrets, own, station_name, as_last)
    return opened, ExchangeResult(0, received, 0, joined=True)


def _joined(
    target: Path, content: BundleContent, secrets: SealedSecrets, own: StationKeys, name: str, as_last: bool
) -> tuple[OpenEvent, int]:
    file = create_event_file(target, secrets.event, StationKeys(own.station_id, own.station_key, 0, b""))
    try:
        received = join(file, content, secrets, name)
    except BaseException:
        file.close()
        target.unlink(missing_ok=True)
        raise
    remember(file, target)
    if as_last:
        remember_last(target)
    return OpenEvent(file), received


def last_event() -> Path | None:
    """The event file opened last on this computer, if it is still there."""
    return next(iter(recent_events()), None)


def recent_events() -> tuple[Path, ...]:
    """Event files opened here, the last one first."""
    try:
        noted = json.loads((state_folder() / _LAST).read_text(encoding="utf-8"))
        return tuple(p for p in map(Path, noted) if p.is_file())
    except (OSError, ValueError, TypeError):
        return ()


def remember_last(path: Path) -> None:
    others = [str(p) for p in recent_events() if p != path.resolve()]
    target = state_folder() / _LAST
    unfinished = target.with_suffix(f".{os.getpid()}.part")
    unfinished.write_text(json.dumps([str(path.resolve()), *others][:_RECENT]), encoding="utf-8")
    unfinished.replace(target)


def _free_name(name: str, day: date) -> Path:
    stem = re.sub(r"[^a-z0-9]+", "-", plain(name)).strip("-")[:40].strip("-") or "event"
    folder = events_folder()
    candidate = folder / f"{stem}-{day.year}{SUFFIX}"
    number = 2
    while candidate.exists():
        candidate = folder / f"{stem}-{day.year}-{number}{SUFFIX}"
        number += 1
    return candidate
