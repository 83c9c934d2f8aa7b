"""What works on this computer: camera, printer, sound, disk, clock, database, libraries."""

import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import cv2
import miniaudio
import zxingcpp
from sqlcipher3 import dbapi2 as driver

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.places import events_folder
from checkin_desktop.printing import cups
from checkin_desktop.scanning import second_opinion
from checkin_desktop.scanning.webcams import list_cameras
from checkin_desktop.startup.events import open_event

_FREE_BYTES = 500_000_000
_DEAF = (b"null", b"auto_null")
"""What ALSA and PulseAudio offer where there is no sound at all."""
_EARLIEST = datetime(2025, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Finding:
    """`check` names the sentences `doctor-<check>` and `doctor-<check>-advice`; `trouble` is what was told instead."""

    check: str
    works: bool
    detail: str
    trouble: PersonFacingError | None = None


def examine(event: Path | None) -> tuple[Finding, ...]:
    """Looks at everything; nothing here raises."""
    return tuple(
        _safely(check, look)
        for check, look in (
            ("camera", _camera),
            ("printer", _printer),
            ("sound", _sound),
            ("disk", _disk),
            ("clock", _clock),
            ("database", lambda: _database(event)),
            ("decoder", _decoder),
        )
    )


def _safely(check: str, look: Callable[[], tuple[bool, str]]) -> Finding:
    try:
        works, detail = look()
    except PersonFacingError as error:
        return Finding(check, False, "", error)
    except (OSError, RuntimeError, ValueError, ImportError) as error:
        return Finding(check, False, str(error)[:120])
    return Finding(check, works, detail)


def _camera() -> tuple[bool, str]:
    cameras = list_cameras()
    return bool(cameras), ", ".join(c.name for c in cameras) or "-"


def _printer() -> tuple[bool, str]:
    if not cups.available():
        return True, "Qt"
    printers = cups.CupsPrinter().printers()
    return bool(printers), ", ".join(p.name for p in printers) or "-"


def _sound() -> tuple[bool, str]:
    devices = miniaudio.Devices().get_playbacks()
    names = [d["name"] for d in devices if _device_id(d["id"]) not in _DEAF]
    return bool(names), ", ".join(names) or "-"


def _device_id(raw: Any) -> bytes:
    """As the sound system names the device, as far as that is text."""
    return bytes(miniaudio.ffi.buffer(raw)).partition(b"\0")[0]


def _disk() -> tuple[bool, str]:
    free = shutil.disk_usage(events_folder()).free
    return free > _FREE_BYTES, f"{free / 1e9:.1f} GB"


def _clock() -> tuple[bool, str]:
    now = datetime.now().astimezone()
    return now > _EARLIEST, now.isoformat(timespec="seconds")


def _database(event: Path | None) -> tuple[bool, str]:
    versions = f"SQLite {driver.sqlite_version} (Python: {sqlite3.sqlite_version})"
    if event is None:
        return True, versions
    with open_event(event, for_writing=False) as opened, opened.desk.store.read() as reads:
        return not reads.journal.faults(), f"{versions}, {event.name}"


def _decoder() -> tuple[bool, str]:
    zbar = second_opinion.zbar()
    second = f"zbar {zbar}" if zbar.trusted else f"zbar {zbar} (off)"
    return True, f"zxing-cpp {getattr(zxingcpp, '__version__', '3')}, OpenCV {cv2.__version__}, {second}"
