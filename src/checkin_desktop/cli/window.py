"""The window, opened from the command line."""

from pathlib import Path

from checkin_desktop.domain.errors import PersonFacingError


def open_window(path: Path | None, lang: str) -> int:
    """On that event, else on the welcome page; answers the exit code. Raises PersonFacingError where Qt's libraries
    are not on this computer."""
    try:
        from checkin_desktop.startup.desk import run_desk
    except ImportError as error:
        raise PersonFacingError("cli-window-failed") from error
    return run_desk(path, lang)
