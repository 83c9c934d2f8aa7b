"""What desks send to hubs, made by hand or by the book."""

from collections.abc import Iterable

from checkin_desktop.domain.journal import Entry
from checkin_desktop.keys.enrolment import token_digest
from checkin_desktop.services.hub import enrol
from checkin_desktop.services.ports.hub import HubStore
from checkin_desktop.services.sync import enrolment_at_hub
from checkin_desktop.wire.messages import (
    EnrolRequest,
    ExchangeAnswer,
    ExchangeRequest,
    pack_entry,
    unpack_entry,
    wire_heads,
)
from support.desks import Station


def enrolment(
    station: Station, code: str = "", *, proof: bool = False, introduced: bool = True
) -> EnrolRequest:
    """`proof`: by the event's own secrets; `introduced`: with the entries that show whose the station is."""
    own = station.file.station
    with station.file.read() as reads:
        shown = reads.journal.introduction(own.station_id) if introduced else []
    secrets = station.file.secrets if proof else None
    return enrolment_at_hub(station.file.secrets.event_id, own, station.clock.now, code, secrets, shown)


def enrolled(station: Station, store: HubStore) -> bytes:
    """The digest of the token of a station that just enrolled."""
    code, _ = store.new_code("tests")
    return token_digest(enrol(store, enrolment(station, code)).token)


def ask(station: Station, store: HubStore, entries: Iterable[Entry] = (), most: int = 1000) -> ExchangeAnswer:
    """One exchange, nothing taken in at the desk."""
    packed = tuple(pack_entry(e) for e in entries)
    request = ExchangeRequest(wire_heads(station.heads()), packed, most)
    return store.exchange(station.file.secrets.event_id, station.file.station.station_id, request)


def sync(station: Station, store: HubStore, most: int = 1000) -> int:
    """Both ways until neither lacks anything; how many exchanges it took."""
    sent: list[Entry] = []
    for turns in range(1, 500):
        answer = ask(station, store, sent, most)
        station.take_in(unpack_entry(e) for e in answer.entries)
        with station.file.read() as reads:
            lacking = list(reads.journal.missing(_heads(answer)))
        if not lacking and not answer.more:
            return turns
        sent = lacking[:most]
    raise AssertionError("never done")


def _heads(answer: ExchangeAnswer) -> dict[bytes, tuple[tuple[int, bytes], ...]]:
    from checkin_desktop.wire.messages import heads_from

    return heads_from(answer.heads)
