"""A file that travels on a stick, written so that a pulled plug, a kill or a full stick leaves a readable one."""

import contextlib
import errno
import os
import shutil
from pathlib import Path

from checkin_desktop.domain.errors import PersonFacingError

_SLACK = 64 * 1024
_MB = 1_000_000


class BundleError(PersonFacingError):
    """The file can't serve as a bundle, or can't be written; what was there before is as it was."""


def previous_of(path: Path) -> Path:
    return path.with_name(path.name + ".previous")


def write_durably(path: Path, data: bytes, keep: bool) -> None:
    """Written beside, on the disk, then renamed. `keep`: the file that is replaced is sound and stays as the
    previous one; where there is no room for three, the previous one of before goes first.
    """
    unfinished = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if unfinished.is_file():
            unfinished.unlink()
        _make_room(path, len(data), keep)
        with unfinished.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if keep:
            path.replace(previous_of(path))
        unfinished.replace(path)
        _settle(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise _no_room(path, len(data)) from error
        raise BundleError("exchange-cannot-write", file=path.name) from error


def _make_room(path: Path, size: int, keep: bool) -> None:
    """Raises BundleError where the stick is too full even without the previous file."""
    wanted = size + _SLACK
    if shutil.disk_usage(path.parent).free < wanted and keep:
        previous_of(path).unlink(missing_ok=True)
    if shutil.disk_usage(path.parent).free < wanted:
        raise _no_room(path, size)


def _no_room(path: Path, size: int) -> BundleError:
    """Says the megabytes needed, rounded up to a tenth."""
    return BundleError("exchange-no-room", file=path.name, needed=-(-(size + _SLACK) * 10 // _MB) / 10)


def _settle(folder: Path) -> None:
    """The new names too are on the disk, where the system can say so (Windows does it with the file)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
