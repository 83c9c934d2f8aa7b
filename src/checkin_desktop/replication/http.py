"""A hub over HTTP: one connection kept, everything bounded in size and time (services/ports/remote_hub.py)."""

import ssl
import time
from typing import TypeVar

import httpx
import msgspec

from checkin_desktop.services.ports.hub import Refusal
from checkin_desktop.services.ports.remote_hub import HubError, Trouble
from checkin_desktop.wire.messages import (
    MAX_RAW_BYTES,
    ClaimAnswer,
    ClaimRequest,
    EnrolAnswer,
    EnrolRequest,
    ExchangeAnswer,
    ExchangeRequest,
    MalformedMessage,
    MessageTooLarge,
    Problem,
    decode,
    deflated,
    encode,
    inflated,
)

_CONNECT_S = 4.0
_STEP_S = 15.0
_WHOLE_S = 90.0
_KEPT_S = 55.0
_MOST_RETRY_S = 24 * 3600
_Answer = TypeVar("_Answer", bound=msgspec.Struct)

_SAID = {
    Refusal.UNKNOWN_TOKEN: Trouble.NOT_ENROLLED,
    Refusal.NOT_ENROLLED: Trouble.NOT_ENROLLED,
    Refusal.BAD_SIGNATURE: Trouble.NOT_ENROLLED,
    Refusal.WRONG_CODE: Trouble.WRONG_CODE,
    Refusal.REVOKED: Trouble.REVOKED,
    Refusal.UNKNOWN_EVENT: Trouble.OTHER_EVENT,
    Refusal.OTHER_TERM: Trouble.OTHER_TERM,
}
_TROUBLES = {
    401: Trouble.NOT_ENROLLED,
    403: Trouble.REVOKED,
    404: Trouble.OTHER_EVENT,
    408: Trouble.BUSY,
    409: Trouble.OTHER_TERM,
    413: Trouble.TOO_LARGE,
    429: Trouble.BUSY,
    500: Trouble.BUSY,
    502: Trouble.BUSY,
    503: Trouble.BUSY,
    504: Trouble.BUSY,
}


class HttpHub:
    """`url`: scheme, host and port. `known_as`: the name that its certificate must bear; empty: the host's."""

    def __init__(
        self,
        url: str,
        event_id: bytes,
        trust: ssl.SSLContext | None,
        *,
        token: str = "",
        known_as: str = "",
        step_s: float = _STEP_S,
    ) -> None:
        self.url = url
        self.address = url.partition("://")[2] or url
        self.token = token
        self._given_up = False
        self._event = f"/v1/events/{event_id.hex()}"
        self._extensions = {"sni_hostname": known_as} if known_as else {}
        self._client = httpx.Client(
            base_url=url,
            verify=trust if trust is not None else True,
            timeout=httpx.Timeout(step_s, connect=min(step_s, _CONNECT_S)),
            limits=httpx.Limits(max_connections=1, max_keepalive_connections=1, keepalive_expiry=_KEPT_S),
            trust_env=not known_as,
            headers={"Accept-Encoding": "deflate", "User-Agent": "checkin-desktop"},
        )

    def enrol(self, request: EnrolRequest) -> EnrolAnswer:
        try:
            answer = self._post("/v1/enrol", request, EnrolAnswer)
        except HubError as error:
            if error.trouble in (Trouble.NOT_ENROLLED, Trouble.WRONG_CODE):
                wrong = Trouble.WRONG_CODE if request.code else Trouble.NOT_ENROLLED
                raise HubError(wrong, self.address) from error
            raise
        self.token = answer.token
        return answer

    def exchange(self, request: ExchangeRequest) -> ExchangeAnswer:
        return self._post(f"{self._event}/exchange", request, ExchangeAnswer)

    def claim(self, request: ClaimRequest, budget_s: float) -> ClaimAnswer:
        return self._post(f"{self._event}/claims", request, ClaimAnswer, budget_s)

    def cancel(self, entry_hash: bytes, budget_s: float) -> None:
        self._send("DELETE", f"{self._event}/claims/{entry_hash.hex()}", b"", budget_s)

    def close(self) -> None:
        self._client.close()

    def give_up(self) -> None:
        """From any thread: whatever is still under way ends in HubError, nothing more is begun."""
        self._given_up = True

    def _post(
        self, path: str, message: msgspec.Struct, wanted: type[_Answer], budget_s: float | None = None
    ) -> _Answer:
        data = self._send("POST", path, encode(message), budget_s)
        try:
            return decode(data, wanted)
        except MalformedMessage as error:
            raise HubError(Trouble.NOT_UNDERSTOOD, self.address) from error

    def _send(self, method: str, path: str, body: bytes, budget_s: float | None = None) -> bytes:
        if self._given_up:
            raise HubError(Trouble.UNREACHABLE, self.address)
        content, packed = deflated(body)
        headers = {"Content-Type": "application/json"} if body else {}
        if packed:
            headers["Content-Encoding"] = "deflate"
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        timeout = httpx.USE_CLIENT_DEFAULT if budget_s is None else httpx.Timeout(budget_s)
        until = time.monotonic() + (_WHOLE_S if budget_s is None else 2 * budget_s)
        try:
            with self._client.stream(
                method, path, content=content, headers=headers, timeout=timeout, extensions=self._extensions
            ) as response:
                data = self._body(response, until)
        except httpx.TransportError as error:
            trouble = Trouble.WRONG_CERTIFICATE if _distrusted(error) else Trouble.UNREACHABLE
            raise HubError(trouble, self.address) from error
        if self._given_up:
            raise HubError(Trouble.UNREACHABLE, self.address)
        if not response.is_success:
            raise self._refusal(response, data)
        return data

    def _body(self, response: httpx.Response, until: float) -> bytes:
        """The answer unpacked; never more than a message may have, nor slower than `until`."""
        raw = bytearray()
        for chunk in response.iter_raw():
            raw += chunk
            if len(raw) > MAX_RAW_BYTES:
                raise HubError(Trouble.NOT_UNDERSTOOD, self.address)
            if time.monotonic() > until:
                raise HubError(Trouble.UNREACHABLE, self.address)
        if response.headers.get("Content-Encoding", "") != "deflate":
            return bytes(raw)
        try:
            return inflated(bytes(raw))
        except (MalformedMessage, MessageTooLarge) as error:
            raise HubError(Trouble.NOT_UNDERSTOOD, self.address) from error

    def _refusal(self, response: httpx.Response, data: bytes) -> HubError:
        trouble = _TROUBLES.get(response.status_code, Trouble.NOT_UNDERSTOOD)
        try:
            said = decode(data, Problem).error
        except MalformedMessage:
            if trouble is not Trouble.BUSY:
                trouble = Trouble.NOT_UNDERSTOOD
        else:
            trouble = next((_SAID[r] for r in _SAID if r.value == said), trouble)
        asked = response.headers.get("Retry-After", "")
        seconds = min(int(asked), _MOST_RETRY_S) if asked.isdecimal() and len(asked) < 9 else 0
        return HubError(trouble, self.address, seconds * 1000)


def _distrusted(error: BaseException) -> bool:
    """Did TLS refuse the certificate?"""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return True
        cause = cause.__cause__ or cause.__context__
    return False
