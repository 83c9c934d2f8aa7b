"""Where things lie on this computer: what the program ships with, and where a person's events are kept."""

import os
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent
_APP = "checkin-desktop"


def resource(*parts: str) -> Path:
    """A file that ships with the program (fonts, translations, templates), in a checkout or installed."""
    installed = _PACKAGE / "resources"
    root = installed if installed.is_dir() else _PACKAGE.parents[1] / "resources"
    return root.joinpath(*parts)


def _home() -> Path | None:
    """`CHECKIN_HOME` moves everything this program keeps into one folder (tests, a desk run from a stick)."""
    home = os.environ.get("CHECKIN_HOME")
    return Path(home) if home else None


def events_folder() -> Path:
    """Event files are made here unless a person says otherwise."""
    home = _home()
    return _made(home / "events" if home else platformdirs.user_data_path(_APP, appauthor=False) / "events")


def state_folder() -> Path:
    """What this computer remembers between starts: last event, window, camera, which files are its own."""
    home = _home()
    return _made(home / "state" if home else platformdirs.user_state_path(_APP, appauthor=False))


def trust_folder() -> Path:
    """Manifests and revocation lists of other events, by which their certificates are verified here."""
    return _made(state_folder() / "manifests")


def log_folder() -> Path:
    home = _home()
    return _made(home / "log" if home else platformdirs.user_log_path(_APP, appauthor=False))


def hub_folder() -> Path:
    """Where a hub on this computer keeps its events, unless told otherwise."""
    home = _home()
    return _made(home / "hub" if home else platformdirs.user_data_path(_APP, appauthor=False) / "hub")


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder
