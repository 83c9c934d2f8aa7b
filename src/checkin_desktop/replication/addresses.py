"""Addresses of hubs as people type them, and the addresses of this computer."""

from dataclasses import dataclass
from ipaddress import IPv4Address, ip_address
from urllib.parse import urlsplit

import ifaddr

from checkin_desktop.domain.errors import PersonFacingError

PORT = 8765
_MOST_CHARACTERS = 300


@dataclass(frozen=True, slots=True)
class HubAddress:
    """`near`: a computer of this network, by number or by a name without a domain; else a server."""

    url: str
    host: str
    port: int
    near: bool

    @property
    def encrypted(self) -> bool:
        return self.url.startswith("https:")


def hub_address(typed: str) -> HubAddress:
    """`192.168.0.12`, `192.168.0.12:8765`, `https://example.org`. Raises PersonFacingError."""
    text = typed.strip()
    complaint = PersonFacingError("hub-bad-address", address=text[:80])
    if not text or len(text) > _MOST_CHARACTERS:
        raise complaint
    try:
        parts = urlsplit(text if "://" in text else f"//{text}")
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise complaint from error
    if parts.scheme not in ("", "http", "https") or not host or parts.username is not None:
        raise complaint
    if not all(c.isascii() and (c.isalnum() or c in ".-:_") for c in host):
        raise complaint
    near = is_near(host)
    scheme = parts.scheme or "https"
    if port is None:
        port = PORT if near and not parts.scheme else {"http": 80, "https": 443}[scheme]
    if port == 0:
        raise complaint
    shown = f"[{host}]" if ":" in host else host
    return HubAddress(f"{scheme}://{shown}:{port}", host, port, near)


def is_near(host: str) -> bool:
    try:
        address = ip_address(host)
    except ValueError:
        return "." not in host or host.endswith(".local")
    return address.is_private or address.is_link_local or address.is_loopback


def own_addresses() -> tuple[IPv4Address, ...]:
    """This computer's, those that other computers can reach; the likeliest first."""
    found = [
        IPv4Address(ip.ip)
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
        if isinstance(ip.ip, str) and ip.is_IPv4
    ]
    reachable = [a for a in dict.fromkeys(found) if not a.is_loopback and not a.is_unspecified]
    return tuple(sorted(reachable, key=lambda a: (a.is_link_local, not a.is_private)))
