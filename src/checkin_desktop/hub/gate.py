"""What stands before every route: bodies bounded and inflated, answers deflated, each request logged and counted."""

import asyncio
import logging
import time
import zlib
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from checkin_desktop.hub.metrics import Metrics
from checkin_desktop.hub.problems import RETRY_S
from checkin_desktop.wire.messages import (
    MAX_RAW_BYTES,
    MalformedMessage,
    MessageTooLarge,
    Problem,
    encode,
    inflated,
)

_log = logging.getLogger(__name__)
_BODY_S = 60.0
_WORTH_DEFLATING = 1_000
_IN_A_THREAD = 100_000


class _Refused(Exception):
    def __init__(self, status: HTTPStatus, error: str) -> None:
        super().__init__(error)
        self.status, self.error = status, error


class Gate:
    """Wraps the application. `draining`: the hub is about to stop, whoever asks now is sent elsewhere."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics
        self.draining = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            await self._app(scope, receive, send)
            return
        began, said = time.monotonic(), _Said(send, scope)
        self._metrics.began()
        try:
            if self.draining:
                raise _Refused(HTTPStatus.SERVICE_UNAVAILABLE, "closing")
            body = await _body_of(scope, receive)
            await self._app(scope, _replay(body, receive), said.send)
        except _Refused as refused:
            await said.refuse(refused.status, refused.error)
        finally:
            took = time.monotonic() - began
            route = str(scope.get("path_template") or "other")
            self._metrics.ended(route, said.status, took)
            _log.info(
                "request",
                extra={
                    "hub": {
                        "method": scope.get("method", ""),
                        "route": route,
                        "status": said.status,
                        "ms": round(took * 1000, 1),
                        "bytes_out": said.bytes_out,
                    }
                },
            )


class _Said:
    """The answer on its way out: deflated where the client understands that and it is worth it."""

    def __init__(self, send: Send, scope: Scope) -> None:
        self._send = send
        self._deflates = b"deflate" in _header(scope, b"accept-encoding")
        self._start: Any = None
        self.status = 0
        self.bytes_out = 0

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start, self.status = message, message["status"]
            return
        if message["type"] != "http.response.body":
            await self._send(message)
            return
        body = message.get("body", b"")
        if self._start is not None:
            start, self._start = self._start, None
            if self._deflates and len(body) >= _WORTH_DEFLATING and not message.get("more_body"):
                body = await _perhaps_in_a_thread(len(body), zlib.compress, body, 1)
                kept = [(k, v) for k, v in start["headers"] if k.lower() != b"content-length"]
                sizes = [(b"content-encoding", b"deflate"), (b"content-length", str(len(body)).encode())]
                start = {**start, "headers": [*kept, *sizes]}
                message = {**message, "body": body}
            await self._send(start)
        self.bytes_out += len(body)
        await self._send(message)

    async def refuse(self, status: HTTPStatus, error: str) -> None:
        """Before the application saw anything. The connection ends: what is still coming in is not read."""
        body = encode(Problem(error, status.phrase))
        headers = [
            (b"content-type", b"application/json"),
            (b"content-length", str(len(body)).encode()),
            (b"connection", b"close"),
        ]
        if status is HTTPStatus.SERVICE_UNAVAILABLE:
            headers.append((b"retry-after", str(RETRY_S).encode()))
        self.status, self.bytes_out = status, len(body)
        await self._send({"type": "http.response.start", "status": status, "headers": headers})
        await self._send({"type": "http.response.body", "body": body, "more_body": False})


async def _body_of(scope: Scope, receive: Receive) -> bytes:
    """The whole body, plain. Refused as soon as it is known to be too large, or takes too long."""
    declared = _header(scope, b"content-length")
    if declared.isdigit() and int(declared) > MAX_RAW_BYTES:
        raise _Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too_large")
    raw = bytearray()
    try:
        async with asyncio.timeout(_BODY_S):
            more = True
            while more:
                message = await receive()
                if message["type"] != "http.request":
                    raise _Refused(HTTPStatus.BAD_REQUEST, "cut_off")
                raw += message.get("body", b"")
                more = message.get("more_body", False)
                if len(raw) > MAX_RAW_BYTES:
                    raise _Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too_large")
    except TimeoutError as error:
        raise _Refused(HTTPStatus.REQUEST_TIMEOUT, "too_slow") from error
    encoding = _header(scope, b"content-encoding").strip().lower()
    if encoding in (b"", b"identity"):
        return bytes(raw)
    if encoding != b"deflate":
        raise _Refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "encoding")
    try:
        plain: bytes = await _perhaps_in_a_thread(len(raw), inflated, bytes(raw))
    except MessageTooLarge as error:
        raise _Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too_large") from error
    except MalformedMessage as error:
        raise _Refused(HTTPStatus.UNPROCESSABLE_ENTITY, "malformed") from error
    left_out = (b"content-encoding", b"content-length")
    kept = [(k, v) for k, v in scope["headers"] if k.lower() not in left_out]
    scope["headers"] = [*kept, (b"content-length", str(len(plain)).encode())]
    return plain


def _replay(body: bytes, receive: Receive) -> Receive:
    told = False

    async def again() -> Any:
        nonlocal told
        if told:
            return await receive()
        told = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again


async def _perhaps_in_a_thread(size: int, work: Callable[..., Any], *arguments: Any) -> Any:
    return await asyncio.to_thread(work, *arguments) if size > _IN_A_THREAD else work(*arguments)


def _header(scope: Scope, name: bytes) -> bytes:
    return next((v for k, v in scope["headers"] if k.lower() == name), b"")
