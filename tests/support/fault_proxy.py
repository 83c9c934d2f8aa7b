"""A bad network on the loopback: a TCP proxy that cuts, delays, throttles, repeats and loses what passes through.

What is planned counts from the moment of planning, over all connections, and happens once; `delay_s`,
`bytes_per_s` and `down` stay until something else is planned.
"""

import contextlib
import socket
import struct
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace

_CHUNK = 65_536
_STEP_S = 0.02


@dataclass(frozen=True)
class Plan:
    """`cut_up`, `cut_down`: bytes from the client, from the server, that still pass before the line breaks.

    `gently`: broken as by a program that ends (FIN), not as by a cable (RST). `lose_answer`: the server has done
    it, the client hears nothing. `repeat_request`: the server gets the same bytes again on another connection, as
    by a proxy that retries. `repeat_answer`: the client gets the answer's bytes twice. `down`: nobody answers.
    """

    cut_up: int | None = None
    cut_down: int | None = None
    gently: bool = False
    lose_answer: bool = False
    repeat_request: bool = False
    repeat_answer: bool = False
    delay_s: float = 0.0
    bytes_per_s: int = 0
    down: bool = False


SOUND = Plan()


class FaultProxy:
    """Listens on `port` of the loopback for `target`, a port there too. Use as a context."""

    def __init__(self, target: int, port: int = 0) -> None:
        self._target = target
        self._stopping = threading.Event()
        self._state = threading.Lock()
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._plan = SOUND
        self.up = self.down = 0
        self.broken = 0
        """How many lines were cut as planned."""
        self._listening = socket.create_server(("127.0.0.1", port), backlog=256)
        self.port: int = self._listening.getsockname()[1]
        self._start(self._accept)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def plan(self, plan: Plan = SOUND) -> None:
        """From here on; bytes are counted anew. What is `down` loses its connections at once."""
        with self._state:
            self._plan, self.up, self.down = plan, 0, 0
        if plan.down:
            self.cut()

    def cut(self) -> None:
        """Every connection, now."""
        with self._state:
            lines = list(self._open)
        for line in lines:
            _reset(line)

    def close(self) -> None:
        self._stopping.set()
        self._listening.close()
        self.cut()
        for thread in self._threads:
            thread.join(5)

    def __enter__(self) -> "FaultProxy":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _start(self, work: Callable[..., None], *given: object) -> None:
        thread = threading.Thread(target=work, args=given, daemon=True)
        self._threads = [t for t in self._threads if t.is_alive()] + [thread]
        thread.start()

    def _accept(self) -> None:
        self._listening.settimeout(_STEP_S)
        while not self._stopping.is_set():
            try:
                client, _ = self._listening.accept()
            except TimeoutError:
                continue
            except OSError:
                return
            if self._plan.down:
                _reset(client)
                continue
            try:
                server = socket.create_connection(("127.0.0.1", self._target), timeout=5)
            except OSError:
                _reset(client)
                continue
            line = _Line(client, server)
            for end in (client, server):
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                end.settimeout(None)
            with self._state:
                self._open |= {client, server}
            self._start(self._pump, line, True)
            self._start(self._pump, line, False)

    def _pump(self, line: "_Line", upward: bool) -> None:
        source, goal = (line.client, line.server) if upward else (line.server, line.client)
        try:
            while data := source.recv(_CHUNK):
                if upward:
                    line.asked += data
                if not self._pass_on(line, data, upward, goal):
                    return
            goal.shutdown(socket.SHUT_WR)
        except OSError:
            self._break(line, gently=False)
        finally:
            if line.ended(upward):
                self._break(line, gently=True)

    def _pass_on(self, line: "_Line", data: bytes, upward: bool, goal: socket.socket) -> bool:
        """False: the line is broken."""
        plan = self._plan
        if plan.delay_s:
            self._stopping.wait(plan.delay_s)
        with self._state:
            plan, passed = self._plan, self.up if upward else self.down
            limit = plan.cut_up if upward else plan.cut_down
            allowed = data if limit is None else data[: max(0, limit - passed)]
            if upward:
                self.up += len(allowed)
            else:
                self.down += len(allowed)
            if not upward and (plan.lose_answer or plan.repeat_answer or plan.repeat_request):
                self._plan = replace(plan, lose_answer=False, repeat_answer=False, repeat_request=False)
            broken = len(allowed) < len(data) or (limit is not None and passed + len(allowed) >= limit)
            broken = broken or (not upward and plan.lose_answer)
            if broken:
                self._plan, self.broken = SOUND, self.broken + 1
        if not upward:
            if plan.repeat_request:
                self._ask_again(line.asked)
            if plan.lose_answer:
                allowed = b""
            if plan.repeat_answer:
                allowed = allowed + allowed
            line.asked = b""
        self._send(goal, allowed, plan.bytes_per_s)
        if broken:
            self._break(line, plan.gently)
        return not broken

    def _send(self, goal: socket.socket, data: bytes, bytes_per_s: int) -> None:
        if not bytes_per_s:
            goal.sendall(data)
            return
        step = max(1, int(bytes_per_s * _STEP_S))
        for start in range(0, len(data), step):
            goal.sendall(data[start : start + step])
            self._stopping.wait(_STEP_S)

    def _ask_again(self, asked: bytes) -> None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self._target), 5) as again:
            again.sendall(asked)
            again.recv(_CHUNK)

    def _break(self, line: "_Line", gently: bool) -> None:
        for end in (line.client, line.server):
            with self._state:
                self._open.discard(end)
            if gently:
                _end(end)
            else:
                _reset(end)


class _Line:
    """`asked`: what the client said since the server last answered."""

    def __init__(self, client: socket.socket, server: socket.socket) -> None:
        self.client, self.server, self.asked = client, server, b""
        self._going = {True, False}

    def ended(self, upward: bool) -> bool:
        """Both ways are over."""
        self._going.discard(upward)
        return not self._going


def _end(end: socket.socket) -> None:
    with contextlib.suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()


def _reset(end: socket.socket) -> None:
    """As a pulled cable is noticed: RST, nothing that was still on its way arrives."""
    with contextlib.suppress(OSError):
        end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        end.shutdown(socket.SHUT_RDWR)
    end.close()
