"""HTTP servers of every kind on the loopback, behind TLS where wanted."""

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from checkin_desktop.keys.event_keys import EventSecrets
from checkin_desktop.keys.tls import hub_certificate

STATION = b"s" * 16
Serve = Callable[[BaseHTTPRequestHandler], None]


@contextmanager
def server(tmp_path: Path, serve: Serve, secrets: EventSecrets | None = None) -> Iterator[tuple[str, int]]:
    """An HTTP server on the loopback, behind TLS where `secrets` are given: its URL and port."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            serve(self)

        def do_DELETE(self) -> None:
            serve(self)

        def log_message(self, *_: object) -> None:
            """Nothing on stderr."""

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """Clients that hang up are what is tested."""

    listening = Quiet(("127.0.0.1", 0), Handler)
    if secrets:
        hub = hub_certificate(secrets, STATION)
        (tmp_path / "cert.pem").write_bytes(hub.certificate)
        (tmp_path / "key.pem").write_bytes(hub.key)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
        listening.socket = context.wrap_socket(listening.socket, server_side=True)
    thread = threading.Thread(target=listening.serve_forever, args=(0.01,))
    thread.start()
    port = listening.server_address[1]
    try:
        yield f"{'https' if secrets else 'http'}://127.0.0.1:{port}", port
    finally:
        listening.shutdown()
        thread.join()
        listening.server_close()


def body_of(request: BaseHTTPRequestHandler) -> bytes:
    return request.rfile.read(int(request.headers.get("Content-Length", 0)))


def answer(status: int, body: bytes, **headers: str) -> Serve:
    """Reads the request and says always the same."""

    def serve(request: BaseHTTPRequestHandler) -> None:
        body_of(request)
        say(request, status, body, **headers)

    return serve


def say(request: BaseHTTPRequestHandler, status: int, body: bytes, **headers: str) -> None:
    request.send_response(status)
    for name, value in headers.items():
        request.send_header(name.replace("_", "-"), value)
    request.send_header("Content-Length", str(len(body)))
    request.end_headers()
    request.wfile.write(body)
