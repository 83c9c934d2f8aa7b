"""The log file: what went wrong with the program, never who was scanned."""

import logging
from logging.handlers import RotatingFileHandler

from checkin_desktop.places import log_folder

_BYTES = 1_000_000
_TALKATIVE = ("httpx", "httpcore", "uvicorn", "checkin_desktop.hub")
"""They tell of each request: a desk asks every two seconds."""


def log_to_file() -> None:
    """Sends log records to one rotating file in the platform's log folder."""
    root = logging.getLogger()
    if any(isinstance(h, RotatingFileHandler) for h in root.handlers):
        return
    handler = RotatingFileHandler(
        log_folder() / "checkin-desktop.log", maxBytes=_BYTES, backupCount=3, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
