"""A desk that is open keeps the computer awake: the camera must not stop in the middle of a queue."""

import ctypes
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x1, 0x2


@contextmanager
def keep_awake() -> Iterator[None]:
    """Windows: SetThreadExecutionState; Linux: systemd-inhibit; macOS: caffeinate. Elsewhere nothing."""
    if sys.platform == "win32":
        state = ctypes.windll.kernel32.SetThreadExecutionState
        state(_CONTINUOUS | _SYSTEM | _DISPLAY)
        try:
            yield
        finally:
            state(_CONTINUOUS)
        return
    command = _holder()
    if command is None:
        yield
        return
    holder = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield
    finally:
        holder.terminate()
        holder.wait()


def _holder() -> list[str] | None:
    """A command that holds the inhibition until its input closes: it ends with us even if we are killed."""
    if shutil.which("caffeinate"):
        return ["caffeinate", "-dis", "cat"]
    if shutil.which("systemd-inhibit"):
        why = ["--what=idle:sleep", "--who=checkin-desktop", "--why=desk open", "--mode=block"]
        return ["systemd-inhibit", *why, "cat"]
    return None
