"""What became of a job, asked of libcups: `lpstat` lists jobs that were cancelled or failed as completed ones."""

import ctypes
import sys
from enum import IntEnum
from functools import cache
from typing import Any


class IppJobState(IntEnum):
    """`job-state` of RFC 8011, section 5.3.7."""

    PENDING = 3
    HELD = 4
    PROCESSING = 5
    STOPPED = 6
    CANCELLED = 7
    ABORTED = 8
    COMPLETED = 9


class Unreachable(OSError):
    """The scheduler does not answer."""


class _Job(ctypes.Structure):
    """`cups_job_t` of cups/cups.h."""

    _fields_ = (
        ("id", ctypes.c_int),
        ("dest", ctypes.c_char_p),
        ("title", ctypes.c_char_p),
        ("user", ctypes.c_char_p),
        ("format", ctypes.c_char_p),
        ("state", ctypes.c_int),
        ("size", ctypes.c_int),
        ("priority", ctypes.c_int),
        ("completed_time", ctypes.c_long),
        ("creation_time", ctypes.c_long),
        ("processing_time", ctypes.c_long),
    )


_Jobs = ctypes.POINTER(_Job)
_ACTIVE, _COMPLETED = 0, 1


def job_state(queue: str, number: int) -> IppJobState | None:
    """None for a job that the queue does not know (any more), and where there is no libcups. Raises Unreachable."""
    library = _library()
    if library is None:
        return None
    for which in (_ACTIVE, _COMPLETED, _ACTIVE):
        state = _states(library, queue, which).get(number)
        if state is not None:
            return IppJobState(state)
    return None


def _states(library: Any, queue: str, which: int) -> dict[int, int]:
    jobs = _Jobs()
    library.cupsSetServer(None)  # connects anew: a scheduler that was restarted is found again
    count = library.cupsGetJobs2(None, ctypes.byref(jobs), queue.encode(), 0, which)
    if count < 0:
        raise Unreachable(queue)
    try:
        return {jobs[i].id: jobs[i].state for i in range(count)}
    finally:
        library.cupsFreeJobs(count, jobs)


@cache
def _library() -> Any | None:
    try:
        library = ctypes.CDLL("libcups.2.dylib" if sys.platform == "darwin" else "libcups.so.2")
    except OSError:
        return None
    library.cupsSetServer.argtypes = (ctypes.c_char_p,)
    library.cupsSetServer.restype = None
    library.cupsGetJobs2.argtypes = (
        ctypes.c_void_p,
        ctypes.POINTER(_Jobs),
        ctypes.c_char_p,
        ctypes.c_int,
        ctypes.c_int,
    )
    library.cupsGetJobs2.restype = ctypes.c_int
    library.cupsFreeJobs.argtypes = (ctypes.c_int, _Jobs)
    library.cupsFreeJobs.restype = None
    return library
