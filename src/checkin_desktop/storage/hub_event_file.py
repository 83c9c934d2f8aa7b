"""The hub inside a desk: its store is the desk's own open event file."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection
from sqlalchemy.exc import InterfaceError, OperationalError

from checkin_desktop.keys.enrolment import enrol_message, proves_event
from checkin_desktop.services.freshness import note_elsewhere_within
from checkin_desktop.services.ports.hub import EventStatus, HubAway, HubRefusal, Refusal
from checkin_desktop.services.ports.store import Unit
from checkin_desktop.storage import chain, hub_exchange, hub_tokens
from checkin_desktop.storage.errors import EventFileError
from checkin_desktop.storage.event_file import EventFile
from checkin_desktop.storage.unit import UnitOfWork
from checkin_desktop.wire.messages import (
    ClaimAnswer,
    ClaimRequest,
    EnrolRequest,
    ExchangeAnswer,
    ExchangeRequest,
    heads_from,
)

_AT_ONCE = 200
"""Entries in one transaction: people at this desk's door are waiting too."""


class EventFileHub:
    """services/ports/hub.py on one open event file. `learned`: told how many entries came in, on any thread."""

    def __init__(self, file: EventFile, term: int, learned: Callable[[int], None] | None = None) -> None:
        self._file = file
        self._term = term
        self._learned = learned
        self._trust = hub_exchange.KeptTrust(file.secrets.event_id)

    @property
    def term(self) -> int:
        return self._term

    def now_ms(self) -> int:
        return self._file.now_ms()

    def new_code(self, name: str) -> tuple[str, int]:
        with _told(), self._file.unit() as unit:
            return hub_tokens.add_code(unit.connection, name, self.now_ms())

    def enrol(self, request: EnrolRequest, token: bytes) -> None:
        self._own(request.event_id)
        now = self.now_ms()
        message = enrol_message(request.event_id, request.station_id, request.code, request.at)
        proven = proves_event(self._file.secrets.bundle_key, message, request.event_proof)
        with _told(), self._file.unit() as unit:
            if not proven and not hub_tokens.use_code(unit.connection, request.code, now):
                raise HubRefusal(Refusal.WRONG_CODE)
            hub_tokens.add_token(unit.connection, token, request.station_id, now)

    def authenticate(self, event_id: bytes, token: bytes) -> bytes:
        self._own(event_id)
        with _told(), self._file.read() as reads:
            return hub_tokens.holder_of(reads.connection, token, self.now_ms())

    def exchange(self, event_id: bytes, station_id: bytes, request: ExchangeRequest) -> ExchangeAnswer:
        self._own(event_id)
        taken: list[chain.TakenIn] = []
        with _told():
            batch = hub_exchange.unpacked(
                request.entries, lambda entries: self._trust.for_batch(self._reading, entries)
            )
            for part in batch.parts(_AT_ONCE):
                with self._file.unit() as unit:
                    taken.append(unit.take_in_seen(part, batch.seen, batch.trust))
            with self._file.unit() as unit:
                hub_exchange.note_contact(unit.connection, station_id, self.now_ms())
                note_elsewhere_within(unit, self._file, heads_from(request.heads))
            summed = hub_exchange.refusals(batch, taken)
            if summed.received and self._learned:
                self._learned(summed.received)
            with self._file.read() as reads:
                own = self._file.station.station_id
                return hub_exchange.answer(reads.connection, request, summed, self.now_ms(), self._term, own)

    def claim(self, event_id: bytes, station_id: bytes, request: ClaimRequest) -> ClaimAnswer:
        self._own(event_id)
        with _told(), self._file.unit() as unit:
            return hub_exchange.claim(unit.connection, station_id, request, self.now_ms())

    def claim_within(self, unit: Unit, request: ClaimRequest) -> ClaimAnswer:
        """The desk's own, in the transaction that writes the entry: nothing needs to be kept."""
        if not isinstance(unit, UnitOfWork):
            raise TypeError(type(unit))
        own = self._file.station.station_id
        return hub_exchange.claim(unit.connection, own, request, self.now_ms(), keep=False)

    def cancel(self, event_id: bytes, station_id: bytes, entry: bytes) -> None:
        self._own(event_id)
        with _told(), self._file.unit() as unit:
            hub_exchange.cancel(unit.connection, station_id, entry)

    def check(self) -> None:
        with _told(), self._file.read() as reads:
            reads.event.record()

    def status(self) -> list[EventStatus]:
        with _told(), self._file.read() as reads:
            return [hub_exchange.status(reads.connection, self._file.secrets.event_id)]

    def close(self) -> None:
        """The file is the desk's."""

    def _own(self, event_id: bytes) -> None:
        if event_id != self._file.secrets.event_id:
            raise HubRefusal(Refusal.UNKNOWN_EVENT)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._file.read() as reads:
            yield reads.connection


@contextmanager
def _told() -> Iterator[None]:
    """A full or missing disk is a hub that is away for now."""
    try:
        yield
    except (EventFileError, OperationalError, InterfaceError) as error:
        raise HubAway(str(error)) from error
