"""A phone's camera app: motion JPEG over HTTP on the loopback, which may stall or leave."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import cv2

from support.cameras import Shoot

_RATE = 25


class Phone:
    """`stalled`: connected, but nothing comes; `gone`: it hangs up on everybody."""

    def __init__(self, shoot: Shoot) -> None:
        self.shoot = shoot
        self.stalled, self.gone = threading.Event(), threading.Event()
        self.left = threading.Event()
        self.address = ""

    def parts(self) -> Iterator[bytes]:
        number = 0
        while not self.left.wait(1 / _RATE) and not self.gone.is_set():
            if self.stalled.is_set():
                continue
            number += 1
            pixels = self.shoot(number)
            assert pixels is not None
            jpeg = cv2.imencode(".jpg", pixels)[1].tobytes()
            head = f"--frame\r\nContent-Type: image/jpeg\r\nContent-Length: {len(jpeg)}\r\n\r\n"
            yield head.encode() + jpeg + b"\r\n"


@contextmanager
def phone(shoot: Shoot) -> Iterator[Phone]:
    made = Phone(shoot)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "multipart/x-mixed-replace; boundary=frame")
            self.end_headers()
            try:
                for part in made.parts():
                    self.wfile.write(part)
            except OSError:
                return

        def log_message(self, format: str, *args: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    made.address = f"http://127.0.0.1:{server.server_port}/video"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield made
    finally:
        made.left.set()
        server.shutdown()
        server.server_close()
        thread.join()
