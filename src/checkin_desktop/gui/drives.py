"""Sticks plugged in now, as far as the system tells; called on a lane."""

import os
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStorageInfo

_MOUNTED_BELOW = ("/media/", "/run/media/", "/mnt/", "/Volumes/")


@dataclass(frozen=True, slots=True)
class Drive:
    path: Path
    name: str


def removable_drives() -> tuple[Drive, ...]:
    """Drives that can be written to and are probably sticks, by name."""
    found = []
    for volume in QStorageInfo.mountedVolumes():
        root = volume.rootPath()
        if volume.isReady() and not volume.isReadOnly() and not volume.isRoot() and _like_a_stick(root):
            label = volume.name() or Path(root).name
            found.append(Drive(Path(root), f"{label} ({root})" if len(root) <= 3 else label))
    return tuple(sorted(found, key=lambda drive: drive.name))


def _like_a_stick(root: str) -> bool:
    if os.name == "nt":
        return not root.upper().startswith(os.environ.get("SYSTEMDRIVE", "C:").upper())
    return f"{root}/".startswith(_MOUNTED_BELOW)
