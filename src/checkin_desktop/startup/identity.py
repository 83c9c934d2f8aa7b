"""Which event files are this computer's own: a file copied by hand must not write under the old name."""

import json
import os
from pathlib import Path

from checkin_desktop.places import state_folder
from checkin_desktop.services.exchange import continue_as_new_station
from checkin_desktop.services.ports.store import Store

_FILE = "stations.json"
_FORGOTTEN_MS = 90 * 24 * 60 * 60 * 1000


def settle_identity(store: Store, path: Path) -> None:
    """Gives a copied or restored event file a new station before its first write."""
    known = _known()
    own = store.station.station_id.hex()
    if _is_copy(store, path, known.get(own)):
        with store.unit() as unit:
            continue_as_new_station(unit, store)
    remember(store, path)


def remember(store: Store, path: Path) -> None:
    """Notes where the station's file lies and how far its chain has come; forgets files gone for ninety days."""
    known = _known()
    own = store.station.station_id
    with store.read() as reads:
        ends = reads.journal.heads().get(own, ())
    seq, digest = ends[-1] if ends else (0, b"")
    now = store.now_ms()
    known = {station: note for station, note in known.items() if _still_of_use(note, now)}
    known[own.hex()] = {"path": str(path.resolve()), "seq": seq, "hash": digest.hex(), "seen": now}
    target = state_folder() / _FILE
    unfinished = target.with_suffix(f".{os.getpid()}.part")
    unfinished.write_text(json.dumps(known), encoding="utf-8")
    unfinished.replace(target)


def _still_of_use(note: dict[str, object], now: int) -> bool:
    """`seen` is when the file was last found; a note of an older program begins to age now."""
    if os.path.isfile(str(note.get("path", ""))) or "seen" not in note:
        note["seen"] = now
        return True
    return now - int(str(note["seen"])) <= _FORGOTTEN_MS


def _is_copy(store: Store, path: Path, noted: dict[str, object] | None) -> bool:
    if noted is None:
        return True
    if Path(str(noted["path"])) != path.resolve() and Path(str(noted["path"])).is_file():
        return True
    with store.read() as reads:
        ends = reads.journal.heads().get(store.station.station_id, ())
    return not ends or ends[-1][0] < int(str(noted["seq"]))


def _known() -> dict[str, dict[str, object]]:
    try:
        return dict(json.loads((state_folder() / _FILE).read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}
