"""The application: routes, thin."""

from collections.abc import Sequence
from typing import Annotated, Any

import msgspec
from litestar import Litestar, MediaType, Request, Response, Router, delete, get, post
from litestar.enums import RequestEncodingType
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.openapi.spec import Components, SecurityScheme
from litestar.params import Body, Parameter

from checkin_desktop.hub.gate import Gate
from checkin_desktop.hub.lanes import Lanes
from checkin_desktop.hub.limits import Attempts
from checkin_desktop.hub.metrics import CONTENT_TYPE, Metrics
from checkin_desktop.hub.page import status_page, words_for
from checkin_desktop.hub.problems import HANDLERS, SAID, TooManyAttempts
from checkin_desktop.services.hub import authenticated, enrol
from checkin_desktop.services.ports.hub import HubRefusal, HubStore, Refusal
from checkin_desktop.wire.messages import (
    MAX_INFLATED_BYTES,
    ClaimAnswer,
    ClaimRequest,
    EnrolAnswer,
    EnrolRequest,
    ExchangeAnswer,
    ExchangeRequest,
)

_Asked = Request[Any, Any, Any]
_Hex = Parameter(pattern="^[0-9a-f]+$", max_length=64)
_JSON = Body(media_type=RequestEncodingType.JSON)
_SECURED: Sequence[dict[str, list[str]]] = [{"token": []}]


class Health(msgspec.Struct, frozen=True):
    """`now`: the hub's clock, milliseconds UTC."""

    status: str
    term: int
    now: int


class Hub:
    """The application over one store. `app` is plain ASGI, for any server or test client."""

    def __init__(self, store: HubStore, attempts: Attempts) -> None:
        self.store = store
        self._metrics = Metrics()
        self._attempts = attempts
        self._lanes = Lanes()
        v1 = Router(
            "/v1",
            route_handlers=[self._health(), self._enrol(), self._exchange(), self._claim(), self._cancel()],
        )
        self.app = Litestar(
            route_handlers=[v1, self._page(), self._shown_metrics()],
            exception_handlers=HANDLERS,
            openapi_config=OpenAPIConfig(
                title="checkin-desktop hub",
                version="1",
                path="/schema",
                render_plugins=[JsonRenderPlugin()],
                components=Components(security_schemes={"token": SecurityScheme("http", scheme="bearer")}),
                use_handler_docstrings=True,
            ),
            request_max_body_size=MAX_INFLATED_BYTES + 1,
            on_shutdown=[self._lanes.close],
            logging_config=None,
        )
        self._gate = Gate(self.app.asgi_handler, self._metrics)
        self.app.asgi_handler = self._gate

    def drain(self) -> None:
        """From here on every request is answered 503; those under way end well."""
        self._gate.draining = True

    def _health(self) -> Any:
        @get("/health", responses={503: SAID[503]})
        async def health() -> Health:
            """Does the hub answer, and its database with it?"""
            await self._lanes.quick(self.store.check)
            return Health("ok", self.store.term, self.store.now_ms())

        return health

    def _enrol(self) -> Any:
        @post("/enrol", status_code=200, responses={c: SAID[c] for c in (401, 403, 404, 413, 422, 429, 503)})
        async def enrol_station(request: _Asked, data: Annotated[EnrolRequest, _JSON]) -> EnrolAnswer:
            """A station asks for a token."""
            address = request.client.host if request.client else ""
            wait = self._attempts.wait_s(address)
            if wait:
                raise TooManyAttempts(wait)
            try:
                return await self._lanes.quick(enrol, self.store, data)
            except HubRefusal as error:
                # A desk shows the event's own secrets first, and its code when that was not enough: nothing is guessed.
                if data.code or error.refusal is not Refusal.WRONG_CODE:
                    self._attempts.note_failure(address)
                raise

        return enrol_station

    def _exchange(self) -> Any:
        @post(
            "/events/{event:str}/exchange",
            status_code=200,
            security=_SECURED,
            responses={c: SAID[c] for c in (401, 403, 404, 409, 413, 422, 503)},
        )
        async def exchange(
            request: _Asked, event: Annotated[str, _Hex], data: Annotated[ExchangeRequest, _JSON]
        ) -> ExchangeAnswer:
            """A desk gives what it has and takes what it lacks."""
            event_id, station_id = await self._caller(request, event, data.term)
            answer = await self._lanes.batch(self.store.exchange, event_id, station_id, data)
            self._metrics.exchanged(answer)
            return answer

        return exchange

    def _claim(self) -> Any:
        @post(
            "/events/{event:str}/claims",
            status_code=200,
            security=_SECURED,
            responses={c: SAID[c] for c in (401, 403, 404, 409, 413, 422, 503)},
        )
        async def claim(
            request: _Asked, event: Annotated[str, _Hex], data: Annotated[ClaimRequest, _JSON]
        ) -> ClaimAnswer:
            """May this person in, before the entry that says so is written."""
            event_id, station_id = await self._caller(request, event, data.term)
            answer = await self._lanes.quick(self.store.claim, event_id, station_id, data)
            self._metrics.claimed(answer)
            return answer

        return claim

    def _cancel(self) -> Any:
        @delete(
            "/events/{event:str}/claims/{entry:str}",
            security=_SECURED,
            responses={c: SAID[c] for c in (401, 403, 404, 409, 422, 503)},
        )
        async def cancel(request: _Asked, event: Annotated[str, _Hex], entry: Annotated[str, _Hex]) -> None:
            """The entry claimed will not be written."""
            event_id, station_id = await self._caller(request, event)
            await self._lanes.quick(self.store.cancel, event_id, station_id, _raw(entry))

        return cancel

    def _page(self) -> Any:
        @get("/", media_type=MediaType.HTML, include_in_schema=False)
        async def page(request: _Asked) -> str:
            events = await self._lanes.quick(self.store.status)
            return status_page(
                events, self.store.now_ms(), words_for(request.headers.get("accept-language", ""))
            )

        return page

    def _shown_metrics(self) -> Any:
        @get("/metrics", include_in_schema=False)
        async def metrics() -> Response[bytes]:
            return Response(self._metrics.shown(), media_type=CONTENT_TYPE)

        return metrics

    async def _caller(self, request: _Asked, event: str, term: int = 0) -> tuple[bytes, bytes]:
        event_id = _raw(event)
        header = request.headers.get("authorization", "")
        return event_id, await self._lanes.quick(authenticated, self.store, event_id, header, term)


def make_hub(store: HubStore, attempts: Attempts | None = None) -> Hub:
    return Hub(store, attempts or Attempts())


def _raw(text: str) -> bytes:
    """An id as it stands in an address. What is none is nowhere."""
    try:
        return bytes.fromhex(text)
    except ValueError as error:
        raise HubRefusal(Refusal.UNKNOWN_EVENT) from error
