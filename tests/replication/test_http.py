"""A desk's side of HTTP against servers of every kind, over real sockets."""

import threading
import zlib
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import msgspec
import pytest

from checkin_desktop.keys.event_keys import new_event_secrets
from checkin_desktop.keys.tls import HUB_NAME, authority, hub_certificate
from checkin_desktop.replication.http import HttpHub
from checkin_desktop.replication.trust import event_trust, pinned_trust
from checkin_desktop.services.ports.remote_hub import HubError, Trouble
from checkin_desktop.wire.messages import (
    ClaimRequest,
    EnrolAnswer,
    EnrolRequest,
    ExchangeAnswer,
    ExchangeRequest,
    Problem,
    WireHead,
    decode,
    encode,
    inflated,
)
from support.servers import STATION, Serve, answer, body_of, say, server

EVENT = new_event_secrets().event
EMPTY = ExchangeAnswer((), (), False, 0, (), 0, (), (), 1_760_000_000_000, 1)
ENROL = EnrolRequest(EVENT.event_id, STATION, b"k" * 32, 5, b"g" * 64, "CODE")
CLAIM = ClaimRequest(b"h" * 32, "a", "c", "admitted", 5)


def told(tmp_path: Path, serve: Serve, token: str = "t") -> HubError:
    with server(tmp_path, serve) as (url, _):
        hub = HttpHub(url, EVENT.event_id, None, token=token, step_s=2.0)
        with pytest.raises(HubError) as error:
            hub.exchange(ExchangeRequest(()))
        hub.close()
        return error.value


@pytest.mark.parametrize(
    ("status", "error", "trouble"),
    [
        (401, "unauthorised", Trouble.NOT_ENROLLED),
        (403, "revoked", Trouble.REVOKED),
        (404, "unknown_event", Trouble.OTHER_EVENT),
        (409, "unknown_event", Trouble.OTHER_EVENT),
        (401, "revoked", Trouble.REVOKED),
        (409, "other_term", Trouble.OTHER_TERM),
        (413, "too_large", Trouble.TOO_LARGE),
        (422, "malformed", Trouble.NOT_UNDERSTOOD),
        (429, "too_many", Trouble.BUSY),
        (503, "shutting_down", Trouble.BUSY),
    ],
)
def test_each_refusal_is_told_apart(tmp_path: Path, status: int, error: str, trouble: Trouble) -> None:
    assert told(tmp_path, answer(status, encode(Problem(error)))).trouble is trouble


def test_a_busy_hub_says_how_long(tmp_path: Path) -> None:
    busy = told(tmp_path, answer(503, b"<html>gateway</html>", Retry_After="7"))
    assert (busy.trouble, busy.retry_after_ms, busy.passing) == (Trouble.BUSY, 7_000, True)
    strange = told(tmp_path, answer(429, b"{}", Retry_After="Wed, 21 Oct 2015 07:28:00 GMT"))
    assert (strange.trouble, strange.retry_after_ms) == (Trouble.BUSY, 0)


@pytest.mark.parametrize(
    "serve",
    [
        answer(200, b"<html>Bienvenido al wifi del hotel</html>", Content_Type="text/html"),
        answer(302, b"", Location="http://127.0.0.1:1/portal"),
        answer(404, b"<html>nginx</html>"),
        answer(200, b"{}"),
        answer(200, b"\xff" * 50, Content_Encoding="deflate"),
        answer(200, zlib.compress(encode(EMPTY))[:-4], Content_Encoding="deflate"),
        answer(200, zlib.compress(bytes(50_000_000)), Content_Encoding="deflate"),
        answer(200, b" " * 7_000_000),
    ],
    ids=["portal", "redirect", "elsewhere", "empty", "noise", "cut", "bomb", "large"],
)
def test_what_is_no_hub_is_not_believed_and_costs_little(tmp_path: Path, serve: Serve) -> None:
    assert told(tmp_path, serve).trouble is Trouble.NOT_UNDERSTOOD


def test_nobody_there_and_an_answer_cut_off_are_unreachable(tmp_path: Path) -> None:
    def cut(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Length", "1000")
        request.end_headers()
        request.wfile.write(b"{")
        request.close_connection = True

    assert told(tmp_path, cut).trouble is Trouble.UNREACHABLE
    with server(tmp_path, cut) as (url, _):
        pass
    hub = HttpHub(url, EVENT.event_id, None)
    with pytest.raises(HubError) as error:
        hub.exchange(ExchangeRequest(()))
    assert error.value.trouble is Trouble.UNREACHABLE
    hub.close()


def test_a_hub_that_hangs_is_left_within_its_step(tmp_path: Path) -> None:
    over = threading.Event()
    with server(tmp_path, lambda request: over.wait(20) and None) as (url, _):
        hub = HttpHub(url, EVENT.event_id, None)
        with pytest.raises(HubError) as error:
            hub.claim(CLAIM, 0.1)
        over.set()
        hub.close()
    assert error.value.trouble is Trouble.UNREACHABLE


def test_large_requests_travel_deflated_and_the_token_with_them(tmp_path: Path) -> None:
    seen: list[tuple[str, str, bytes]] = []

    def serve(request: BaseHTTPRequestHandler) -> None:
        seen.append((request.path, request.headers["Authorization"], body_of(request)))
        say(request, 200, zlib.compress(encode(EMPTY)), Content_Encoding="deflate")

    heads = tuple(WireHead(STATION, n, bytes(32)) for n in range(1, 200))
    with server(tmp_path, serve) as (url, _):
        hub = HttpHub(url, EVENT.event_id, None, token="secret")
        assert hub.exchange(ExchangeRequest(heads)) == EMPTY
        hub.close()
    path, authorization, body = seen[0]
    assert (path, authorization) == (f"/v1/events/{EVENT.event_id.hex()}/exchange", "Bearer secret")
    assert decode(inflated(body), ExchangeRequest).heads == heads
    assert len(body) < 5_000


def test_enrolling_gives_the_token_that_is_used_from_then_on(tmp_path: Path) -> None:
    seen: list[str | None] = []

    def serve(request: BaseHTTPRequestHandler) -> None:
        seen.append(request.headers["Authorization"])
        said: msgspec.Struct = EnrolAnswer("fresh", 4, 5) if request.path == "/v1/enrol" else EMPTY
        answer(200, encode(said))(request)

    with server(tmp_path, serve) as (url, _):
        hub = HttpHub(url, EVENT.event_id, None)
        assert hub.enrol(ENROL).term == 4
        hub.exchange(ExchangeRequest(()))
        hub.close()
    assert seen == [None, "Bearer fresh"]


def test_a_code_that_is_not_good_is_told_as_that(tmp_path: Path) -> None:
    with server(tmp_path, answer(401, encode(Problem("unauthorised")))) as (url, _):
        hub = HttpHub(url, EVENT.event_id, None)
        for request, trouble in (
            (ENROL, Trouble.WRONG_CODE),
            (msgspec.structs.replace(ENROL, code=""), Trouble.NOT_ENROLLED),
        ):
            with pytest.raises(HubError) as error:
                hub.enrol(request)
            assert error.value.trouble is trouble
        hub.close()


def test_the_events_hub_is_known_at_any_address_and_another_events_is_told_nothing(tmp_path: Path) -> None:
    asked: list[str] = []

    def serve(request: BaseHTTPRequestHandler) -> None:
        asked.append(request.path)
        answer(200, encode(EMPTY))(request)

    with server(tmp_path, serve, EVENT) as (url, _):
        hub = HttpHub(url, EVENT.event_id, event_trust(authority(EVENT)), token="t", known_as=HUB_NAME)
        assert hub.exchange(ExchangeRequest(())) == EMPTY
        hub.close()
        asked.clear()
        other = new_event_secrets().event
        stranger = HttpHub(url, EVENT.event_id, event_trust(authority(other)), token="t", known_as=HUB_NAME)
        with pytest.raises(HubError) as error:
            stranger.exchange(ExchangeRequest(()))
        stranger.close()
    assert error.value.trouble is Trouble.WRONG_CERTIFICATE
    assert asked == []


def test_a_laptop_without_secrets_believes_the_pinned_key_alone(tmp_path: Path) -> None:
    pin = hub_certificate(EVENT, STATION).fingerprint[:16]
    with server(tmp_path, answer(200, encode(EMPTY)), EVENT) as (url, port):
        hub = HttpHub(url, EVENT.event_id, pinned_trust("127.0.0.1", port, pin), known_as=HUB_NAME)
        assert hub.exchange(ExchangeRequest(())) == EMPTY
        hub.close()
        for wrong in (bytes(16), pin[:8]):
            with pytest.raises(HubError) as error:
                pinned_trust("127.0.0.1", port, wrong)
            assert error.value.trouble is Trouble.WRONG_CERTIFICATE
    with pytest.raises(HubError) as error:
        pinned_trust("127.0.0.1", port, pin, 1.0)
    assert error.value.trouble is Trouble.UNREACHABLE


def test_given_up_it_says_nothing_any_more(tmp_path: Path) -> None:
    with server(tmp_path, answer(200, encode(EMPTY))) as (url, _):
        hub = HttpHub(url, EVENT.event_id, None)
        hub.give_up()
        with pytest.raises(HubError):
            hub.exchange(ExchangeRequest(()))
        hub.close()
