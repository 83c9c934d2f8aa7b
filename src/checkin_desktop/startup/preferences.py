"""A person's choices on this computer, kept in the state folder."""

import json
from dataclasses import asdict, fields
from typing import Any

from checkin_desktop.gui.preferences import Preferences
from checkin_desktop.places import state_folder
from checkin_desktop.startup.files import write_file

_FILE = "preferences.json"


def load_preferences() -> Preferences:
    """What was saved; the defaults for whatever is missing or of the wrong type."""
    try:
        saved: Any = json.loads((state_folder() / _FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Preferences()
    if not isinstance(saved, dict):
        return Preferences()
    default = asdict(Preferences())
    known = {f.name for f in fields(Preferences)}
    kept = {k: v for k, v in saved.items() if k in known and _fits(v, default[k])}
    return Preferences(**kept)


def _fits(value: Any, default: Any) -> bool:
    """Numbers that nobody has chosen yet are None."""
    return type(value) in (int, type(None)) if default is None else type(value) is type(default)


def save_preferences(preferences: Preferences) -> None:
    write_file(state_folder() / _FILE, json.dumps(asdict(preferences), indent=1).encode())
