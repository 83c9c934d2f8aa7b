"""Hubs that run: `hub serve` as a process of its own, or the same application on a thread of the test's."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import httpx
import uvicorn

from checkin_desktop.hub import make_hub
from checkin_desktop.services.ports.hub import HubStore
from checkin_desktop.storage.hub_server import open_server_hub

_UP_S = 120.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def on_a_thread(store: HubStore) -> Iterator[int]:
    """The hub's application over a store, on a real socket: its port."""
    listening = socket.create_server(("127.0.0.1", 0), backlog=256)
    up = threading.Event()

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            up.set()

    config = uvicorn.Config(
        make_hub(store).app,  # type: ignore[arg-type]
        log_config=None,
        access_log=False,
        lifespan="on",
        timeout_graceful_shutdown=1,
    )
    server = Server(config)
    thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
    thread.start()
    if not up.wait(_UP_S):
        raise AssertionError("the hub did not start")
    try:
        yield int(listening.getsockname()[1])
    finally:
        server.should_exit = True
        thread.join(5)
        server.force_exit = True
        thread.join(5)
        listening.close()


class ServedHub:
    """`hub serve` on one port, started, killed and started again; its lines go to `log`."""

    def __init__(self, database: str, folder: Path, environment: Mapping[str, str] | None = None) -> None:
        self.database, self.port = database, free_port()
        self.log = folder / f"hub-{self.port}.log"
        self._environment = {**os.environ, "CHECKIN_HOME": str(folder), **(environment or {})}
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self, before: Callable[[], None] | None = None) -> None:
        """`before` is done in the process before the program, to limit it for example."""
        program = [sys.executable, "-m", "checkin_desktop", "hub", "serve", "--database", self.database]
        with self.log.open("ab") as lines:
            self._process = subprocess.Popen(
                [*program, "--host", "127.0.0.1", "--port", str(self.port)],
                stdin=subprocess.DEVNULL,
                stdout=lines,
                stderr=lines,
                env=self._environment,
                preexec_fn=before,
            )
        self._until_up(self._process)

    def kill(self) -> None:
        """As a power cut does."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def new_code(self) -> str:
        store = open_server_hub(self.database)
        try:
            return store.new_code("tests")[0]
        finally:
            store.close()

    def digest(self, event_id: bytes) -> str:
        store = open_server_hub(self.database)
        try:
            return store.digest(event_id)
        finally:
            store.close()

    def __enter__(self) -> "ServedHub":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def _end(self, how: signal.Signals) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.send_signal(how)
        process.wait(30)

    def _until_up(self, process: subprocess.Popen[bytes]) -> None:
        until = time.monotonic() + _UP_S
        while time.monotonic() < until and process.poll() is None:
            try:
                httpx.get(f"{self.url}/v1/health", timeout=2, trust_env=False)
            except httpx.TransportError:
                threading.Event().wait(0.05)
            else:
                return
        self.kill()
        raise AssertionError(self.log.read_text(errors="replace")[-2000:])
