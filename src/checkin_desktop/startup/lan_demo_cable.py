"""A network cable that can be pulled: what one desk of the demo says to a hub goes through it."""

import contextlib
import socket
import threading
from collections.abc import Callable

_CHUNK = 65_536
_LOOK_S = 0.2


class Cable:
    """From a port of the loopback to `goal`, another one there, while it is plugged in."""

    def __init__(self, goal: int = 0) -> None:
        self.goal = goal
        self._plugged = True
        self._state = threading.Lock()
        self._ends: set[socket.socket] = set()
        self._listening = socket.create_server(("127.0.0.1", 0), backlog=64)
        self._listening.settimeout(_LOOK_S)
        self.port: int = self._listening.getsockname()[1]
        self._closed = threading.Event()
        self._start(self._accept)

    def pull(self) -> None:
        """What was on its way is lost."""
        with self._state:
            self._plugged = False
            ends, self._ends = self._ends, set()
        for end in ends:
            _close(end)

    def plug_in(self) -> None:
        self._plugged = True

    def close(self) -> None:
        self._closed.set()
        self.pull()
        self._listening.close()

    def _start(self, work: Callable[..., None], *given: socket.socket) -> None:
        threading.Thread(target=work, args=given, name="cable", daemon=True).start()

    def _accept(self) -> None:
        while not self._closed.is_set():
            try:
                near, _ = self._listening.accept()
            except TimeoutError:
                continue
            except OSError:
                return
            near.settimeout(None)
            try:
                far = socket.create_connection(("127.0.0.1", self.goal), timeout=2)
            except OSError:
                _close(near)
                continue
            far.settimeout(None)
            with self._state:
                plugged = self._plugged
                self._ends |= {near, far} if plugged else set()
            if not plugged:
                _close(near)
                _close(far)
                continue
            self._start(self._carry, near, far)
            self._start(self._carry, far, near)

    def _carry(self, source: socket.socket, goal: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(_CHUNK):
                goal.sendall(data)
        with self._state:
            self._ends -= {source, goal}
        _close(source)
        _close(goal)


def _close(end: socket.socket) -> None:
    with contextlib.suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()
