"""Files written for people: whole, or not at all."""

import contextlib
import os
from pathlib import Path

from checkin_desktop.domain.errors import PersonFacingError


def write_file(path: Path, data: bytes) -> None:
    """Writes beside and renames, so that no half file is left. Raises PersonFacingError."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(data)
        unfinished.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise PersonFacingError("files-cannot-write", file=str(path)) from error
