"""The way to a hub, as this computer remembers it in the event file; never in the journal, never in a log."""

from typing import TYPE_CHECKING

import msgspec

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.keys.event_keys import EventSecrets
from checkin_desktop.replication.addresses import HubAddress, hub_address
from checkin_desktop.services.pairing import Pairing, is_pairing_text, read_pairing
from checkin_desktop.services.ports.network import Road
from checkin_desktop.services.ports.store import Store
from checkin_desktop.startup.later import later

if TYPE_CHECKING:
    import ssl

    from checkin_desktop.keys import tls
    from checkin_desktop.replication import http, trust
    from checkin_desktop.replication.discovery import Announced
    from checkin_desktop.replication.http import HttpHub
else:
    (tls,) = later("checkin_desktop.keys", "tls")
    http, trust = later("checkin_desktop.replication", "http trust")


class HubLink(msgspec.Struct, frozen=True, omit_defaults=True):
    """`urls`: where it may be, the last good one first. `term`: which hub of the event it was."""

    urls: tuple[str, ...]
    token: str = ""
    term: int = 0

    @property
    def address(self) -> str:
        return self.urls[0].partition("://")[2]


def link_to(where: str, event_id: bytes, code: str) -> tuple[Road, HubLink, str]:
    """What a person gave, a pairing text or an address: the road, the way, and the one-time code.

    Raises PersonFacingError."""
    if is_pairing_text(where):
        pairing = read_pairing(where)
        if pairing.event_id != event_id:
            raise PersonFacingError("hub-pairing-other-event")
        return Road.LAN, HubLink(pairing_urls(pairing), term=pairing.term), code or pairing.code
    address = hub_address(where)
    return (Road.LAN if address.near else Road.INTERNET), HubLink((address.url,)), code


def pairing_urls(pairing: Pairing) -> tuple[str, ...]:
    if not pairing.addresses:
        raise PersonFacingError("hub-not-a-pairing")
    return tuple(f"https://{address}:{pairing.port}" for address in pairing.addresses)


def announced_urls(hub: "Announced") -> tuple[str, ...]:
    return tuple(f"https://{address}:{hub.port}" for address in hub.addresses)


def open_hub(url: str, secrets: EventSecrets, token: str = "", step_s: float | None = None) -> "HttpHub":
    """A hub of the event at an address. Connects with the first request."""
    address = hub_address(url)
    near = address.near and address.encrypted
    return http.HttpHub(
        url,
        secrets.event_id,
        _trust(address, secrets),
        token=token,
        known_as=tls.HUB_NAME if near else "",
        **({} if step_s is None else {"step_s": step_s}),
    )


def open_pinned_hub(url: str, event_id: bytes, pin: bytes) -> "HttpHub":
    """For a laptop that holds no secrets yet. Raises HubError."""
    address = hub_address(url)
    pinned = trust.pinned_trust(address.host, address.port, pin)
    return http.HttpHub(url, event_id, pinned, known_as=tls.HUB_NAME)


def kept_link(store: Store, road: Road) -> HubLink | None:
    noted = store.note(_note(road))
    if not noted:
        return None
    try:
        return msgspec.json.decode(noted, type=HubLink)
    except msgspec.MsgspecError:
        return None


def keep_link(store: Store, road: Road, link: HubLink | None) -> None:
    with store.unit() as unit:
        unit.keep_note(_note(road), msgspec.json.encode(link) if link else b"")


def _note(road: Road) -> str:
    return f"hub-{road.value}"


def _trust(address: HubAddress, secrets: EventSecrets) -> "ssl.SSLContext | None":
    if not address.encrypted:
        return None
    return trust.event_trust(tls.authority(secrets)) if address.near else trust.public_trust()
