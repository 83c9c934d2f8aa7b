"""The hub's programs: the server of many events, and the hub inside a desk. No window, no camera, no Qt."""

import json
import logging
import signal
import socket
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from types import FrameType
from typing import Any

import uvicorn

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.hub import Hub, make_hub
from checkin_desktop.places import hub_folder
from checkin_desktop.services.ports.hub import HubAway
from checkin_desktop.services.ports.store import Unit
from checkin_desktop.storage.event_file import EventFile
from checkin_desktop.storage.hub_event_file import EventFileHub
from checkin_desktop.storage.hub_server import ServerHub, open_server_hub
from checkin_desktop.wire.messages import ClaimAnswer, ClaimRequest

PORT = 8766
_log = logging.getLogger(__name__)
_KEEP_ALIVE_S = 75
_GRACE_S = 20


class EmbeddedHub:
    """The hub inside a desk, ready for a server: `app` is ASGI, `claims` what its own desk asks."""

    def __init__(self, file: EventFile, term: int, learned: Callable[[int], None] | None = None) -> None:
        self._store = EventFileHub(file, term, learned)
        self._hub = make_hub(self._store)
        self.claims = OwnClaims(self._store)

    @property
    def app(self) -> Any:
        return self._hub.app

    def new_code(self) -> tuple[str, int]:
        """A one-time code for another desk, and until when it is good (ms UTC)."""
        return self._store.new_code("")

    def drain(self) -> None:
        self._hub.drain()


class OwnClaims:
    """services/ports/claims.py for the desk that the hub runs in: asked in the transaction of its entry."""

    ready = True

    def __init__(self, store: EventFileHub) -> None:
        self._store = store

    def ask(self, unit: Unit, request: ClaimRequest) -> ClaimAnswer | None:
        return self._store.claim_within(unit, request)

    def give_back(self) -> None:
        """Nothing was kept: the entry and what it claims are one transaction."""


def embedded_hub(file: EventFile, term: int, learned: Callable[[int], None] | None = None) -> EmbeddedHub:
    """`learned`: told how many entries other desks brought, on the hub's threads."""
    return EmbeddedHub(file, term, learned)


def server_store(database: str) -> ServerHub:
    """`database`: an address or a folder; empty: a folder of this computer. Raises PersonFacingError."""
    try:
        return open_server_hub(database or str(hub_folder()))
    except HubAway as error:
        raise PersonFacingError("hub-database-away") from error


def run_hub(database: str, host: str, port: int, ready: Callable[[str], None] | None = None) -> None:
    """Serves until told to stop (SIGTERM, Ctrl+C): what is under way ends, what comes then is sent away.

    `ready`: told the address once it answers. Raises PersonFacingError.
    """
    store = server_store(database)
    log_as_json()
    try:
        listening = _listening(host, port)
        _log.info("serving")
        server = _Server(make_hub(store), lambda: ready and ready(_address(listening)))
        server.run(sockets=[listening])
        _log.info("stopped")
    finally:
        store.close()


def new_server_code(database: str, name: str) -> tuple[str, datetime]:
    """A one-time code for a desk, and until when it is good. Raises PersonFacingError."""
    store = server_store(database)
    try:
        code, until = store.new_code(name)
    except HubAway as error:
        raise PersonFacingError("hub-database-away") from error
    finally:
        store.close()
    return code, datetime.fromtimestamp(until / 1000, UTC).astimezone()


class _Server(uvicorn.Server):
    def __init__(self, hub: Hub, ready: Callable[[], object]) -> None:
        super().__init__(
            uvicorn.Config(
                hub.app,
                log_config=None,
                access_log=False,
                lifespan="on",
                timeout_keep_alive=_KEEP_ALIVE_S,
                timeout_graceful_shutdown=_GRACE_S,
                server_header=False,
            )
        )
        self._hub = hub
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Not as uvicorn does it, which ends by the signal itself: being told to stop is no failure."""
        self._hub.drain()
        self.force_exit = self.should_exit and sig == signal.SIGINT
        self.should_exit = True


def log_as_json() -> None:
    """One JSON document a line on stderr, for journald and whoever collects it. No names, no addresses."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_JsonLines())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.INFO)


class _JsonLines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        said: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
        }
        said |= getattr(record, "hub", {})
        if record.exc_info:
            said["trace"] = self.formatException(record.exc_info)
        return json.dumps(said, ensure_ascii=False)


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except (OSError, OverflowError) as error:
        listening.close()
        raise PersonFacingError("hub-port-taken", address=f"{host}:{port}") from error
    return listening


def _address(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
