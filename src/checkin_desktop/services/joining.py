"""A laptop that has no event yet joins over the network: everything is fetched first, then its passphrase opens it."""

from dataclasses import dataclass

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.facts import EventConfigured, EventCreated, Fact, KeysSealed
from checkin_desktop.domain.journal import Entry, Heads
from checkin_desktop.keys.event_keys import SealedSecrets, StationKeys
from checkin_desktop.services.exchange import open_sealed
from checkin_desktop.services.ports.remote_hub import HubError, RemoteHub, Trouble
from checkin_desktop.services.sync import Progress, enrolment_at_hub, sound_entries
from checkin_desktop.wire.bodies import MalformedBody, decode_body
from checkin_desktop.wire.messages import ExchangeRequest, wire_heads

_TELLING = frozenset({"event_created", "event_configured", "keys_sealed"})


@dataclass(frozen=True, slots=True)
class Fetched:
    """The whole journal of an event as a hub gave it. `sealed`: its secrets under the passphrase."""

    event_id: bytes
    name: str
    sealed: bytes
    entries: tuple[Entry, ...]

    def open(self, passphrase: str | None) -> SealedSecrets:
        """Raises PassphraseNeeded, or PersonFacingError if it is wrong; may be tried again."""
        secrets = open_sealed(self.sealed, passphrase)
        if secrets.event.event_id != self.event_id:
            raise PersonFacingError("hub-pairing-other-event")
        return secrets


def fetch_event(
    hub: RemoteHub, event_id: bytes, own: StationKeys, code: str, now: int, progress: Progress | None = None
) -> Fetched:
    """Enrols with the one-time code, and fetches all there is. Raises HubError, PersonFacingError."""
    hub.enrol(enrolment_at_hub(event_id, own, now, code))
    return fetch_more(hub, Fetched(event_id, "", b"", ()), progress)


def fetch_more(hub: RemoteHub, fetched: Fetched, progress: Progress | None = None) -> Fetched:
    """With what came to the hub since. Raises HubError, PersonFacingError."""
    held = {e.hash: e for e in fetched.entries}
    followed = {e.prev_hash for e in held.values()}
    ends = {digest: e for digest, e in held.items() if digest not in followed}
    while True:
        answer = hub.exchange(ExchangeRequest(wire_heads(_heads(ends))))
        new = {e.hash: e for e in sound_entries(answer.entries) if e.hash not in held}
        held |= new
        ends |= new
        for e in new.values():
            ends.pop(e.prev_hash, None)
        if progress:
            progress(0, len(held))
        if not answer.more:
            break
        if not new:
            raise HubError(Trouble.NOT_UNDERSTOOD, hub.address)
    name, sealed = fetched.name, fetched.sealed
    for fact in _telling(held):
        match fact:
            case EventCreated(name=created):
                name = name or created
            case EventConfigured(settings=settings):
                name = settings.name
            case KeysSealed(sealed=found):
                sealed = found
            case _:
                pass
    if not sealed:
        raise PersonFacingError("hub-sealed-missing")
    return Fetched(fetched.event_id, name, sealed, tuple(held.values()))


def _heads(ends: dict[bytes, Entry]) -> Heads:
    found: dict[bytes, list[tuple[int, bytes]]] = {}
    for e in ends.values():
        found.setdefault(e.station_id, []).append((e.seq, e.hash))
    return {station: tuple(tips) for station, tips in found.items()}


def _telling(held: dict[bytes, Entry]) -> list[Fact]:
    found = []
    for e in sorted((e for e in held.values() if e.kind in _TELLING), key=lambda e: e.order):
        try:
            fact = decode_body(e.kind, e.version, e.body)
        except MalformedBody:
            continue
        if fact is not None:
            found.append(fact)
    return found
