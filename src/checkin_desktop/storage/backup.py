"""Whole copies of an event file, taken while it is in use."""

import os
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2 as driver


def back_up(path: Path, why: str) -> Path:
    """A copy beside the file, complete and on disk when this returns; SQLite's own online backup."""
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
    copy = path.with_name(f"{path.stem}.{stamp}.{why}.backup")
    unfinished = copy.with_suffix(".part")
    source, target = driver.connect(str(path)), driver.connect(str(unfinished))
    try:
        source.backup(target)
    finally:
        target.close()
        source.close()
    with unfinished.open("rb+") as file:
        os.fsync(file.fileno())
    unfinished.replace(copy)
    return copy
