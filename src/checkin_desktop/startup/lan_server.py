"""The server of a desk's own hub: uvicorn on a thread, under TLS, at the usual port or one of the next."""

import os
import socket
import ssl
import tempfile
import threading
from pathlib import Path

import uvicorn

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.keys.tls import HubCertificate
from checkin_desktop.replication.addresses import PORT
from checkin_desktop.startup.hub import EmbeddedHub

_PORTS = 20
_STOP_S = 3.0


class LanServer(uvicorn.Server):
    """The hub's server on a thread of its own."""

    def __init__(self, hub: EmbeddedHub, address: str, certificate: HubCertificate) -> None:
        """Listens at once, answers once it was started. Raises PersonFacingError."""
        self._listening = _free_port(address)
        context = _context(certificate)
        super().__init__(
            uvicorn.Config(
                hub.app,
                ssl_context_factory=lambda *_: context,
                log_config=None,
                access_log=False,
                lifespan="on",
                timeout_keep_alive=75,
                timeout_graceful_shutdown=2,
                server_header=False,
            )
        )
        self._hub = hub
        self._up = threading.Event()
        self._thread = threading.Thread(
            target=self.run, args=([self._listening],), name="lan-hub", daemon=True
        )

    @property
    def port(self) -> int:
        return int(self._listening.getsockname()[1])

    def start(self) -> None:
        self._thread.start()
        self._up.wait(10)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._up.set()

    def stop(self) -> None:
        self._hub.drain()
        self.should_exit = True
        self._thread.join(_STOP_S)
        self.force_exit = True
        self._thread.join(_STOP_S)
        self._listening.close()


def _free_port(address: str) -> socket.socket:
    """Listening at the usual port or one of the next. Raises PersonFacingError."""
    for port in range(PORT, PORT + _PORTS):
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if os.name == "posix":  # elsewhere this would let two programs share the port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((address, port))
            listening.listen(128)
        except OSError:
            listening.close()
            continue
        return listening
    raise PersonFacingError("hub-no-port", first=PORT, last=PORT + _PORTS - 1)


def _context(certificate: HubCertificate) -> ssl.SSLContext:
    """Python loads keys from files alone: they lie in a folder of ours for that moment."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    with tempfile.TemporaryDirectory() as folder:
        chain, key = Path(folder, "chain.pem"), Path(folder, "key.pem")
        chain.write_bytes(certificate.certificate)
        key.write_bytes(certificate.key)
        context.load_cert_chain(chain, key)
    return context
