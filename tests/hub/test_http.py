"""The hub's application over HTTP: what it answers to desks, to strangers and to nonsense."""

import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import msgspec
import pytest
from litestar.testing import TestClient

from checkin_desktop.domain.admission import Source
from checkin_desktop.domain.facts import StationRenamed, StationRevoked
from checkin_desktop.domain.journal import Entry
from checkin_desktop.hub import Hub, make_hub
from checkin_desktop.hub.limits import Attempts
from checkin_desktop.services.check_in import check_in
from checkin_desktop.services.ports.hub import TOKEN_MS
from checkin_desktop.storage.hub_event_file import EventFileHub
from checkin_desktop.storage.hub_server import ServerHub
from checkin_desktop.wire.messages import (
    MAX_INFLATED_BYTES,
    MAX_RAW_BYTES,
    ClaimAnswer,
    ClaimRequest,
    EnrolAnswer,
    ExchangeAnswer,
    ExchangeRequest,
    Problem,
    decode,
    deflated,
    encode,
    pack_entry,
    wire_heads,
)
from support.desks import ROSTER, Clock, Station, found
from support.forge import forged, hash_of, last_of, signed
from support.hubs import enrolment, sync

OpenHub = Callable[[str, Clock], ServerHub]


@pytest.fixture
def store(open_hub: OpenHub, tmp_path: Path, one: Station) -> ServerHub:
    return open_hub(str(tmp_path / "hub"), one.clock)


@pytest.fixture
def hub(store: ServerHub) -> Hub:
    return make_hub(store)


@pytest.fixture
def web(hub: Hub) -> Iterator[TestClient]:  # type: ignore[type-arg]
    with TestClient(hub.app) as client:
        yield client


Web = TestClient  # type: ignore[type-arg]


def _token(web: Web, store: ServerHub, station: Station) -> str:
    code, _ = store.new_code("tests")
    said = web.post("/v1/enrol", content=encode(enrolment(station, code)))
    assert said.status_code == 200, said.text
    return decode(said.content, EnrolAnswer).token


def _post(web: Web, path: str, message: msgspec.Struct, token: str, packed: bool = True) -> httpx.Response:
    content, is_deflated = deflated(encode(message)) if packed else (encode(message), False)
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    if is_deflated:
        headers["Content-Encoding"] = "deflate"
    return web.post(path, content=content, headers=headers)


def _path(station: Station, what: str = "exchange") -> str:
    return f"/v1/events/{station.file.secrets.event_id.hex()}/{what}"


def _give(web: Web, station: Station, token: str, entries: list[Entry]) -> ExchangeAnswer:
    said = _post(
        web,
        _path(station),
        ExchangeRequest(wire_heads(station.heads()), tuple(map(pack_entry, entries))),
        token,
    )
    assert said.status_code == 200, said.text
    return decode(said.content, ExchangeAnswer)


def _said(response: httpx.Response, status: int) -> str:
    assert response.status_code == status, response.text
    return decode(response.content, Problem).error


def test_a_desk_enrols_gives_and_takes(web: Web, store: ServerHub, one: Station, other: Station) -> None:
    token = _token(web, store, one)
    answer = _give(web, one, token, one.entries())
    assert (answer.taken, answer.more, answer.refused) == (len(one.entries()), False, ())
    assert answer.entries == ()
    again = _give(web, one, token, one.entries())
    assert (again.taken, again.refused) == (0, ())
    theirs = _token(web, store, other)
    fetched = decode(_post(web, _path(one), ExchangeRequest((), most=3), theirs).content, ExchangeAnswer)
    assert (len(fetched.entries), fetched.more) == (3, True)


def test_answers_are_deflated_where_that_is_understood(web: Web, store: ServerHub, one: Station) -> None:
    token = _token(web, store, one)
    _give(web, one, token, one.entries())
    message = encode(ExchangeRequest(()))
    headers = {"Authorization": f"Bearer {token}", "Accept-Encoding": "deflate"}
    with web.stream("POST", _path(one), content=message, headers=headers) as said:
        assert said.headers["content-encoding"] == "deflate"
        raw = b"".join(said.iter_raw())
    assert decode(zlib.decompress(raw), ExchangeAnswer).entries
    plain = web.post(_path(one), content=message, headers=headers | {"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers


def test_codes_work_once_and_for_a_day(web: Web, store: ServerHub, one: Station, other: Station) -> None:
    code, until = store.new_code("tests")
    assert web.post("/v1/enrol", content=encode(enrolment(one, code))).status_code == 200
    assert _said(web.post("/v1/enrol", content=encode(enrolment(other, code))), 401) == "wrong_code"
    late, _ = store.new_code("tests")
    one.clock.now = other.clock.now = until
    assert _said(web.post("/v1/enrol", content=encode(enrolment(other, late))), 401) == "wrong_code"


def test_a_code_may_be_typed_as_people_do(web: Web, store: ServerHub, one: Station) -> None:
    code, _ = store.new_code("tests")
    typed = f" {code[:5].lower()}-{code[5:].replace('0', 'o').replace('1', 'L')} "
    assert web.post("/v1/enrol", content=encode(enrolment(one, typed))).status_code == 200


def test_a_good_code_alone_opens_no_event(
    web: Web, store: ServerHub, one: Station, other: Station, tmp_path: Path
) -> None:
    """A code is not bound to an event: the station must show that it belongs."""
    _give(web, one, _token(web, store, one), one.entries())
    code, _ = store.new_code("tests")
    bare = enrolment(other, code, introduced=False)
    assert _said(web.post("/v1/enrol", content=encode(bare)), 401) == "not_enrolled"
    stranger = found(tmp_path / "stranger.checkin", people=ROSTER)
    own = enrolment(stranger, code)
    for shown in ((), own.entries, enrolment(other).entries):
        lies = replace_struct(own, event_id=one.file.secrets.event_id, entries=shown)
        assert _said(web.post("/v1/enrol", content=encode(lies)), 401) == "bad_signature"
    assert web.post("/v1/enrol", content=encode(enrolment(other, code))).status_code == 200
    stranger.close()


def replace_struct(struct: msgspec.Struct, **changed: object) -> msgspec.Struct:
    return msgspec.structs.replace(struct, **changed)


@pytest.mark.parametrize("what", ["event_id", "station_id", "station_key", "at", "code"])
def test_an_enrolment_is_signed_whole(web: Web, store: ServerHub, one: Station, what: str) -> None:
    code, _ = store.new_code("tests")
    good = enrolment(one, code)
    value = getattr(good, what)
    other = value + 1 if isinstance(value, int) else value[::-1]
    assert _said(web.post("/v1/enrol", content=encode(replace_struct(good, **{what: other}))), 401) in (
        "bad_signature",
        "wrong_code",
    )


def test_whoever_guesses_codes_has_to_wait(store: ServerHub, one: Station) -> None:
    now = [0.0]
    hub = make_hub(store, Attempts(lambda: now[0]))
    with TestClient(hub.app) as web:
        for guess in range(5):
            wrong = encode(enrolment(one, f"AAAAA0000{guess}"))
            assert _said(web.post("/v1/enrol", content=wrong), 401) == "wrong_code"
        code, _ = store.new_code("tests")
        good = encode(enrolment(one, code))
        said = web.post("/v1/enrol", content=good)
        assert _said(said, 429) == "too_many"
        now[0] += int(said.headers["retry-after"])
        assert web.post("/v1/enrol", content=good).status_code == 200


def test_tokens_are_bound_to_their_event_and_expire(
    web: Web, store: ServerHub, one: Station, tmp_path: Path
) -> None:
    stranger = found(tmp_path / "stranger.checkin", people=ROSTER, clock=one.clock)
    token, theirs = _token(web, store, one), _token(web, store, stranger)
    nothing = ExchangeRequest(())
    assert _said(_post(web, _path(one), nothing, theirs), 401) == "unknown_token"
    assert _said(_post(web, _path(one), nothing, ""), 401) == "unknown_token"
    assert _said(_post(web, _path(one), nothing, token + "x"), 401) == "unknown_token"
    assert _said(_post(web, "/v1/events/" + "00" * 16 + "/exchange", nothing, token), 404) == "unknown_event"
    assert _post(web, _path(one), nothing, token).status_code == 200
    one.clock.turn(TOKEN_MS / 1000)
    assert _said(_post(web, _path(one), nothing, token), 401) == "unknown_token"
    stranger.close()


def test_another_hub_is_meant(web: Web, store: ServerHub, one: Station) -> None:
    token = _token(web, store, one)
    assert _said(_post(web, _path(one), ExchangeRequest((), term=7), token), 409) == "other_term"


def test_a_revoked_station_is_turned_away(web: Web, store: ServerHub, one: Station, other: Station) -> None:
    first, stolen = _token(web, store, one), _token(web, store, other)
    with one.file.unit() as unit:
        unit.append(StationRevoked(other.file.station.station_id, 1))
    _give(web, one, first, one.entries())
    assert _said(_post(web, _path(one), ExchangeRequest(()), stolen), 403) == "revoked"
    code, _ = store.new_code("tests")
    assert _said(web.post("/v1/enrol", content=encode(enrolment(other, code))), 403) == "revoked"


def test_unsound_entries_do_not_stop_the_rest(
    web: Web, store: ServerHub, one: Station, other: Station, tmp_path: Path
) -> None:
    """Altered, signed by another station, of another event, out of order, no entry at all: each is named."""
    token = _token(web, store, one)
    stranger = found(tmp_path / "stranger.checkin", people=ROSTER)
    _give(web, one, token, one.entries())
    good = forged(one, last_of(one), StationRenamed("Puerta"))
    foreign = signed(good, other.file.station.station_key)
    altered = replace(good, body=good.body.replace(b"Puerta", b"Puerto"))
    altered = replace(altered, hash=hash_of(altered))
    lost = forged(one, last_of(one), StationRenamed("X"), prev_hash=b"?" * 32)
    theirs = stranger.entries()[0]
    batch = [altered, lost, theirs, good]
    packed = (*map(pack_entry, batch), b"nonsense", pack_entry(foreign)[:-70])
    said = _post(web, _path(one), ExchangeRequest(wire_heads(one.heads()), packed), token)
    answer = decode(said.content, ExchangeAnswer)
    assert answer.taken == 1
    faults = {(r.hash, r.fault) for r in answer.refused}
    assert faults == {
        (altered.hash, "signature"),
        (lost.hash, "no_predecessor"),
        (theirs.hash, "other_event"),
        (b"", "malformed"),
    }
    assert _give(web, one, token, [foreign]).refused == (), "stored already: its hash is the good one's"
    stranger.close()


def test_a_replayed_batch_changes_nothing(web: Web, store: ServerHub, one: Station) -> None:
    token = _token(web, store, one)
    check_in(one.desk, one.badge(one.person("Ana")), "day-2025-10-09", source=Source.CAMERA)
    _give(web, one, token, one.entries())
    before = store.digest(one.file.secrets.event_id)
    for _ in range(3):
        assert _give(web, one, token, list(reversed(one.entries()))).taken == 0
    assert store.digest(one.file.secrets.event_id) == before == one.digest()


def test_bombs_and_floods_are_refused_early(web: Web, store: ServerHub, one: Station) -> None:
    token = _token(web, store, one)
    headers = {"Authorization": f"Bearer {token}", "Content-Encoding": "deflate"}
    bomb = zlib.compress(bytes(MAX_INFLATED_BYTES * 20))
    assert len(bomb) < MAX_RAW_BYTES
    assert _said(web.post(_path(one), content=bomb, headers=headers), 413) == "too_large"
    flood = b" " * (MAX_RAW_BYTES + 1)
    assert _said(web.post(_path(one), content=flood), 413) == "too_large"
    assert _said(web.post(_path(one), content=bomb[:100], headers=headers), 422) == "malformed"
    headers["Content-Encoding"] = "br"
    assert _said(web.post(_path(one), content=b"{}", headers=headers), 415) == "encoding"


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"heads":5}', b"\xff\xfe", b'{"heads":[{}]}', b"null"])
def test_nonsense_is_named_as_such(web: Web, store: ServerHub, one: Station, body: bytes) -> None:
    token = _token(web, store, one)
    said = web.post(_path(one), content=body, headers={"Authorization": f"Bearer {token}"})
    assert _said(said, 422) == "unprocessable_entity"
    assert _said(web.get(_path(one)), 405) == "method_not_allowed"
    assert _said(web.get("/v1/nowhere"), 404) == "not_found"


def test_claims_and_their_cancelling(web: Web, store: ServerHub, one: Station) -> None:
    token = _token(web, store, one)
    sync(one, store)
    request = ClaimRequest(b"1" * 32, one.person("Ana").id, "day-2025-10-09", "admitted", one.clock.now)
    said = _post(web, _path(one, "claims"), request, token)
    assert decode(said.content, ClaimAnswer).granted
    headers = {"Authorization": f"Bearer {token}"}
    for _ in range(2):
        gone = web.delete(_path(one, "claims/" + ("31" * 32)), headers=headers)
        assert gone.status_code == 204
    assert _said(web.delete(_path(one, "claims/zz"), headers=headers), 422)


def test_the_status_page_shows_desks_and_no_names(web: Web, store: ServerHub, one: Station) -> None:
    assert "Todavía no hay ningún evento" in web.get("/").text
    _give(web, one, _token(web, store, one), one.entries())
    page = web.get("/", headers={"Accept-Language": "en-GB,es;q=0.5"}).text
    assert "Desk 1" in page
    assert "Less than a minute ago" in page
    assert "4 people on the list" in page
    for text in ("Quispe", "Encuentro", "Mesa 1"):
        assert text not in page


def test_health_metrics_and_the_description(web: Web, store: ServerHub, one: Station) -> None:
    assert web.get("/v1/health").json()["status"] == "ok"
    _give(web, one, _token(web, store, one), one.entries())
    shown = web.get("/metrics").text
    assert f"checkin_hub_entries_taken_total {len(one.entries())}.0" in shown
    assert 'checkin_hub_requests_total{route="/v1/enrol",status="200"} 1.0' in shown
    described = web.get("/schema/openapi.json").json()
    assert {"/v1/enrol", "/v1/events/{event}/exchange", "/v1/events/{event}/claims"} <= set(
        described["paths"]
    )
    assert "ExchangeRequest" in str(described["components"])


def test_a_hub_that_stops_sends_desks_away(hub: Hub, web: Web) -> None:
    hub.drain()
    said = web.get("/v1/health")
    assert _said(said, 503) == "closing"
    assert int(said.headers["retry-after"]) > 0


def test_logs_say_what_happened_and_to_nobody(
    web: Web, store: ServerHub, one: Station, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("INFO", logger="checkin_desktop.hub"):
        token = _token(web, store, one)
        _give(web, one, token, one.entries())
    fields = [r.hub for r in caplog.records if hasattr(r, "hub")]
    assert fields[-1]["route"] == "/v1/events/{event}/exchange"
    assert fields[-1]["status"] == 200
    whole = str(fields) + caplog.text
    assert token not in whole
    assert one.file.secrets.event_id.hex() not in whole
    assert "Quispe" not in whole


def test_the_hub_in_a_desk_takes_the_events_own_proof(one: Station, other: Station, tmp_path: Path) -> None:
    """A desk of the event needs no code; whoever lacks the event's secrets does."""
    learned: list[int] = []
    inside = make_hub(EventFileHub(one.file, 2, learned.append))
    stranger = found(tmp_path / "stranger.checkin", people=ROSTER)
    with TestClient(inside.app) as web:
        said = web.post("/v1/enrol", content=encode(enrolment(other, proof=True)))
        granted = decode(said.content, EnrolAnswer)
        assert granted.term == 2
        answer = _give(web, other, granted.token, other.entries())
        assert answer.station == one.file.station.station_id
        assert learned == [answer.taken]
        assert one.digest() == one.rebuilt_digest()
        assert _said(web.post("/v1/enrol", content=encode(enrolment(other))), 401) == "wrong_code"
        said = web.post("/v1/enrol", content=encode(enrolment(stranger, proof=True)))
        assert _said(said, 404) == "unknown_event"
    stranger.close()
