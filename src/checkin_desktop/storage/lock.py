"""One process at a time writes to an event file; the others are told which one does."""

import contextlib
import os
import socket
from pathlib import Path

from filelock import FileLock, Timeout

from checkin_desktop.storage.errors import InUse

_PATIENCE_S = 5.0


class WriteLock:
    """The operating system's lock beside the file: gone with the process that held it, however it ended."""

    def __init__(self, path: Path) -> None:
        self._lock = FileLock(str(path) + ".lock")
        self._owner = Path(str(path) + ".owner")

    def acquire(self, patience_s: float = _PATIENCE_S) -> None:
        """Waits for a command that is about to end. Raises InUse."""
        try:
            self._lock.acquire(timeout=patience_s)
        except Timeout as error:
            raise InUse("storage-in-use", owner=self._who()) from error
        with contextlib.suppress(OSError):
            self._owner.write_text(f"{socket.gethostname()}, {os.getpid()}", encoding="utf-8")

    def release(self) -> None:
        with contextlib.suppress(OSError):
            self._owner.unlink(missing_ok=True)
        self._lock.release()

    def _who(self) -> str:
        try:
            return self._owner.read_text(encoding="utf-8")
        except OSError:
            return "?"
