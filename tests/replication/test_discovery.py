"""Addresses that people type, and hubs that announce themselves on a real network: the loopback."""

import threading
from ipaddress import IPv4Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.replication.addresses import hub_address, own_addresses
from checkin_desktop.replication.discovery import Announced, Neighbourhood

HERE = ("127.0.0.1",)
HUB = Announced("ABCDE", b"s" * 16, "Mesa 1", 3, 8765, (IPv4Address("127.0.0.1"),))


@pytest.mark.parametrize(
    ("typed", "url", "near"),
    [
        ("192.168.0.12", "https://192.168.0.12:8765", True),
        (" 192.168.0.12:9000 ", "https://192.168.0.12:9000", True),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:8000", True),
        ("https://192.168.0.12:8765", "https://192.168.0.12:8765", True),
        ("mesa-1.local", "https://mesa-1.local:8765", True),
        ("LAPTOP", "https://laptop:8765", True),
        ("encuentro.example.org", "https://encuentro.example.org:443", False),
        ("https://encuentro.example.org/hub", "https://encuentro.example.org:443", False),
        ("http://encuentro.example.org", "http://encuentro.example.org:80", False),
        ("[fe80::1]:8765", "https://[fe80::1]:8765", True),
    ],
)
def test_addresses_as_people_type_them(typed: str, url: str, near: bool) -> None:
    address = hub_address(typed)
    assert (address.url, address.near) == (url, near)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "  ",
        "ftp://x",
        "https://",
        "http://:80",
        "a b",
        "x:99999",
        "x:0",
        "https://u:p@h",
        "[::1",
        "x" * 400,
    ],
)
def test_what_is_no_address_is_said_in_words(typed: str) -> None:
    with pytest.raises(PersonFacingError) as told:
        hub_address(typed)
    assert told.value.sentence == "hub-bad-address"


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_refused_in_words(text: str) -> None:
    try:
        address = hub_address(text)
    except PersonFacingError:
        return
    assert 0 < address.port < 65536


def test_nobody_is_told_to_come_to_the_loopback() -> None:
    assert not any(a.is_loopback for a in own_addresses())


def test_a_hub_is_found_changes_its_term_and_goes() -> None:
    changed = threading.Semaphore(0)
    listening = Neighbourhood("ABCDE", changed.release, HERE)
    elsewhere = Neighbourhood("OTHER", lambda: None, HERE)
    speaking = Neighbourhood("ABCDE", lambda: None, HERE)
    try:
        speaking.announce(HUB)
        assert changed.acquire(timeout=20)
        assert listening.seen() == (HUB,)
        assert elsewhere.seen() == ()
        speaking.withdraw()
        assert changed.acquire(timeout=20)
        assert listening.seen() == ()
    finally:
        for one in (speaking, elsewhere, listening):
            one.close()
