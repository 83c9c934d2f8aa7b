"""The store of a hub on a server: many events, any number of workers, nothing remembered between requests."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.journal import Entry
from checkin_desktop.services.ports.hub import EventStatus, HubAway, HubRefusal, Refusal
from checkin_desktop.storage import chain, hub_exchange, hub_tokens
from checkin_desktop.storage.digest import journal_digest
from checkin_desktop.storage.event_file import wall_clock_ms
from checkin_desktop.storage.hub_intake import Intake
from checkin_desktop.storage.places import HUB, Places, PostgresPlaces, SqlitePlaces, place_of
from checkin_desktop.storage.trust import Seen, Trust, introduces
from checkin_desktop.wire.entries import MalformedEntry
from checkin_desktop.wire.messages import (
    ClaimAnswer,
    ClaimRequest,
    EnrolRequest,
    ExchangeAnswer,
    ExchangeRequest,
    unpack_entry,
)

_AT_ONCE = 1_000
_TERM = 0


class ServerHub:
    """services/ports/hub.py for many events. It belongs to no desk: its clock is nobody's, its term none."""

    def __init__(self, places: Places, now_ms: Callable[[], int] = wall_clock_ms) -> None:
        self._places = places
        self._now_ms = now_ms
        self._opening = threading.Lock()
        self._intakes: dict[bytes, tuple[hub_exchange.KeptTrust, Intake]] = {}
        with _told():
            places.make(HUB)

    @property
    def term(self) -> int:
        return _TERM

    def now_ms(self) -> int:
        return self._now_ms()

    def new_code(self, name: str) -> tuple[str, int]:
        with _told(), self._places.writing(HUB) as conn:
            return hub_tokens.add_code(conn, name, self.now_ms())

    def enrol(self, request: EnrolRequest, token: bytes) -> None:
        """The first station of an event brings it here; any later one must be known to it."""
        now, place = self.now_ms(), place_of(request.event_id)
        shown = _shown(request)
        with _told():
            with self._places.reading(HUB) as conn:
                if not hub_tokens.knows_code(conn, request.code, now):
                    raise HubRefusal(Refusal.WRONG_CODE)
            if self._places.has(place):
                with self._places.reading(place) as conn:
                    known = chain.vouched_for(conn, request.event_id, request.station_id, shown)
            else:
                known = introduces(request.event_id, request.station_id, shown)
            if not known:
                raise HubRefusal(Refusal.NOT_ENROLLED)
            with self._places.writing(HUB) as conn:
                if not hub_tokens.use_code(conn, request.code, now):
                    raise HubRefusal(Refusal.WRONG_CODE)
            self._places.make(place)
            with self._places.writing(place, "tokens") as conn:
                hub_tokens.add_token(conn, token, request.station_id, now)

    def authenticate(self, event_id: bytes, token: bytes) -> bytes:
        with _told(), self._places.reading(self._known(event_id)) as conn:
            return hub_tokens.holder_of(conn, token, self.now_ms())

    def exchange(self, event_id: bytes, station_id: bytes, request: ExchangeRequest) -> ExchangeAnswer:
        with _told():
            place = self._known(event_id)
            trust, intake = self._of(event_id)

            def trusted(entries: Sequence[Entry]) -> Trust:
                return trust.for_batch(lambda: self._places.reading(place), entries)

            def write(entries: Sequence[Entry], seen: dict[bytes, Seen]) -> chain.TakenIn:
                known = trusted(entries)
                with self._places.writing(place) as conn:
                    return chain.take_in(conn, event_id, entries, seen, known)

            batch = hub_exchange.unpacked(request.entries, trusted)
            taken = [intake.take(part, dict(batch.seen), write) for part in batch.parts(_AT_ONCE)]
            with self._places.writing(place, f"contact {station_id.hex()}", lasting=False) as conn:
                hub_exchange.note_contact(conn, station_id, self.now_ms())
            with self._places.reading(place) as conn:
                summed = hub_exchange.refusals(batch, taken)
                return hub_exchange.answer(conn, request, summed, self.now_ms(), _TERM)

    def claim(self, event_id: bytes, station_id: bytes, request: ClaimRequest) -> ClaimAnswer:
        """Claims wait for each other, not for batches: what a batch brings was claimed before, or decided alone."""
        with _told(), self._places.writing(self._known(event_id), "claims") as conn:
            return hub_exchange.claim(conn, station_id, request, self.now_ms())

    def cancel(self, event_id: bytes, station_id: bytes, entry: bytes) -> None:
        with _told(), self._places.writing(self._known(event_id), "claims") as conn:
            hub_exchange.cancel(conn, station_id, entry)

    def check(self) -> None:
        with _told(), self._places.reading(HUB) as conn:
            hub_tokens.knows_code(conn, "", 0)

    def status(self) -> list[EventStatus]:
        found = []
        with _told():
            for event_id in self._places.events():
                if self._places.has(place_of(event_id)):
                    with self._places.reading(place_of(event_id)) as conn:
                        found.append(hub_exchange.status(conn, event_id))
        return found

    def digest(self, event_id: bytes) -> str:
        """The state of an event here in one line, as `journal digest` says it of a desk."""
        with _told(), self._places.reading(self._known(event_id)) as conn:
            return journal_digest(conn)

    def close(self) -> None:
        self._places.close()

    def _of(self, event_id: bytes) -> tuple[hub_exchange.KeptTrust, Intake]:
        with self._opening:
            if event_id not in self._intakes:
                self._intakes[event_id] = hub_exchange.KeptTrust(event_id), Intake()
            return self._intakes[event_id]

    def _known(self, event_id: bytes) -> str:
        place = place_of(event_id)
        if not self._places.has(place):
            raise HubRefusal(Refusal.UNKNOWN_EVENT)
        return place


def open_server_hub(database: str, now_ms: Callable[[], int] = wall_clock_ms) -> ServerHub:
    """`database`: `postgresql+psycopg://…`, or a folder. Raises HubAway, PersonFacingError."""
    if database.startswith(("postgresql://", "postgres://")):
        database = "postgresql+psycopg://" + database.partition("://")[2]
    if database.startswith("postgresql+psycopg://"):
        return ServerHub(PostgresPlaces(database), now_ms)
    if "://" in database:
        raise PersonFacingError("hub-database-unknown", database=database.partition("://")[0])
    return ServerHub(SqlitePlaces(Path(database)), now_ms)


def _shown(request: EnrolRequest) -> list[Entry]:
    found = []
    for packed in request.entries:
        try:
            found.append(unpack_entry(packed))
        except MalformedEntry:
            continue
    return found


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except (OperationalError, InterfaceError, NoConnection) as error:
        raise HubAway(type(error).__name__) from error
