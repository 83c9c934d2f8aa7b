"""What the window must not do on Qt's main thread: files, network, other programs, SQL; and the adapters' own work.

Told by Python's audit events, by SQLAlchemy's, and where `adapters_watched` looks by every call into a room that reads
or draws. What a test does itself does not count: only what has the window's code below it on the stack.
"""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

from sqlalchemy import Engine
from sqlalchemy import event as sql_events

import checkin_desktop
from checkin_desktop.places import resource

_EVENTS = frozenset(
    {
        "open", "os.listdir", "os.scandir", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.truncate",
        "os.link", "os.symlink", "shutil.copyfile", "shutil.rmtree", "glob.glob", "tempfile.mkstemp",
        "tempfile.mkdtemp", "socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo",
        "socket.gethostbyname", "subprocess.Popen", "os.system", "os.posix_spawn", "ctypes.dlopen",
        "sqlite3.connect",
    }
)  # fmt: skip
_ROOMS = tuple(
    f"/checkin_desktop/{room}/"
    for room in (
        "documents",
        "hub",
        "mailing",
        "printing",
        "replication",
        "rosters",
        "scanning",
        "signing",
        "storage",
    )
)
_AT_HAND = ("/scanning/wedge.py", "/scanning/__init__.py")
"""Made for the main thread: which keys are a scanner's."""
_NO_WORK = frozenset({"now_ms", "writable", "live", "name", "<module>", "__init__"})
_SHIPPED = (str(resource()), sys.prefix, sys.base_prefix, str(Path(checkin_desktop.__file__).parent))
_watching: list[list[str]] = []


def _ours(frame: FrameType | None) -> bool:
    while frame is not None:
        if "/checkin_desktop/gui/" in frame.f_code.co_filename.replace("\\", "/"):
            return True
        frame = frame.f_back
    return False


def _shipped(path: object) -> bool:
    """Pictures, translations and libraries of the program itself: read while it is loaded."""
    return isinstance(path, str) and path.startswith(_SHIPPED)


def _heard(event: str, arguments: tuple[Any, ...]) -> None:
    if not _watching or event not in _EVENTS or threading.current_thread() is not threading.main_thread():
        return
    if _ours(sys._getframe(1)) and not (arguments and _shipped(arguments[0])):
        told = f"{event} {arguments[0]!r}" if arguments else event
        _watching[-1].append(told)


sys.addaudithook(_heard)


@contextmanager
def main_thread_watched() -> Iterator[None]:
    """Fails the test where the window read or wrote a file, spoke to the network, or asked the database there."""
    found: list[str] = []

    def statement(conn: Any, cursor: Any, said: str, *_: Any) -> None:
        if threading.current_thread() is threading.main_thread() and _ours(sys._getframe(1)):
            found.append(said)

    def began(_: Any) -> None:
        statement(None, None, "BEGIN")

    sql_events.listen(Engine, "before_cursor_execute", statement)
    sql_events.listen(Engine, "begin", began)
    _watching.append(found)
    try:
        yield
    finally:
        _watching.remove(found)
        sql_events.remove(Engine, "before_cursor_execute", statement)
        sql_events.remove(Engine, "begin", began)
    assert not found, found


@contextmanager
def adapters_watched() -> Iterator[None]:
    """Fails the test where code of a room that decodes, draws, reads lists or stores ran on the main thread."""
    found: set[str] = set()

    def called(frame: FrameType, event: str, _: Any) -> None:
        if event != "call":
            return
        where = frame.f_code.co_filename.replace("\\", "/")
        if not any(room in where for room in _ROOMS) or where.endswith(_AT_HAND):
            return
        if frame.f_code.co_name not in _NO_WORK and _ours(frame.f_back):
            found.add(f"{where.rpartition('/checkin_desktop/')[2]} {frame.f_code.co_name}")

    sys.setprofile(called)
    try:
        yield
    finally:
        sys.setprofile(None)
    assert not found, sorted(found)
